#include "lexicon/required.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>
#include <string>

namespace {

struct Case {
  const char* pattern;
  const char*
      required;  // literals parted by bars, bytes and runs of line breaks before them; "" where nothing is known
};
std::ostream& operator<<(std::ostream& out, const Case& c) {
  return out << c.pattern;
}

std::string number(std::size_t n) {
  return n == lexicon::Required::any ? "any" : std::to_string(n);
}

std::string told(const lexicon::Required& required) {
  if (required.one_of.empty()) return "";
  std::string out;
  for (const std::string& literal : required.one_of) out += (out.empty() ? "" : "|") + literal;
  return out + " " + number(required.bytes_before) + " " + number(required.breaks_before);
}

const Case cases[] = {
    {R"((?i)\bthis time\b(?! (?:of|last)\b))", "this time 0 0"},
    {R"(\b(?:January|February)\b)", "january|february 0 0"},
    {R"(schools?\b)", "school 0 0"},
    {R"([Bb]y the \d)",
     "by the 0|by the 1|by the 2|by the 3|by the 4|by the 5|by the 6|by the 7|by the 8|by the 9 0 0"},
    {R"([^\n]{0,40}\bsupervision)", "supervision 160 0"},
    {R"(\w+\s+(?:also\s+|then\s+)?agreed)", "agreed any 2"},
    {R"([^)]*agreed)", "agreed any any"},
    {R"((?:\w+\s+){1,4}agreed)", "agreed any 4"},
    {R"(n\s?/\s?a)", "/ 2 1"},
    {R"((?<=not )(?=so)agreed|signed)", "agreed|signed 0 0"},
    {R"(<\s*insert[^>]{0,60}>)", "insert any 1"},
    {R"((?m)^\s*Close[ds]?\s*[.,:;])", "close any 1"},
    {R"(a\x{2013}agreed)", "agreed 5 any"},
    {R"((\w{2,12}) signed \1)", " signed  48 0"},
    // Nothing that a match must hold, or nothing that would be rare.
    {R"(agreed|\w+)", ""},
    {R"((?:agreed)?x*)", ""},
    {R"(e)", ""},
    {R"([A-Z][a-z]+)", ""},
    {R"((?:agreed){0}s?)", ""},
    // What is not understood.
    {R"((?x) agreed # so)", ""},
    {R"((?s)agreed.)", ""},
    {R"(\Qagreed\E)", ""},
    {R"((?<name>agreed))", ""},
    {R"((*UCP)agreed)", ""},
    {R"([[:alpha:]]agreed)", ""},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(lexicon_required)

BOOST_DATA_TEST_CASE(required_of_is_read_off_the_pattern, boost::unit_test::data::make(cases), c) {
  BOOST_TEST(told(lexicon::required_of(c.pattern)) == c.required);
}

BOOST_AUTO_TEST_SUITE_END()
