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
  for (const std::string& literal : required.one_of) {
    out += out.empty() ? "" : "|";
    for (char c : literal) out += c == lexicon::Required::edge ? "\\b" : std::string(1, c);
  }
  return out + " " + number(required.bytes_before) + " " + number(required.breaks_before);
}

const Case cases[] = {
    {R"((?i)\bthis time\b(?! (?:of|last)\b))", R"(\bthis time\b 0 0)"},
    {R"(\b(?:January|February)\b)", R"(\bjanuary\b|\bfebruary\b 0 0)"},
    {R"(schools?\b)", R"(schools\b|school\b 0 0)"},
    {R"([Bb]y the \d)",
     "by the 0|by the 1|by the 2|by the 3|by the 4|by the 5|by the 6|by the 7|by the 8|by the 9 0 0"},
    {R"([^\n]{0,40}\bsupervision)", R"(\bsupervision 160 0)"},
    {R"(\w+\s+(?:also\s+|then\s+)?agreed)", " agreed any 2"},
    {R"([^)]*agreed)", "agreed any any"},
    {R"((?:\w+\s+){1,4}agreed)", " agreed any 4"},
    {R"(n\s?/\s?a)", "n / a|n /a|n/ a|n/a 0 0"},
    {R"((?<=not )(?=so)agreed|signed)", "agreed|signed 0 0"},
    {R"(<\s*insert[^>]{0,60}>)", "<insert| insert any 1"},
    {R"((?m)^\s*Close[ds]?\s*[.,:;])", "close any 1"},
    {R"(a\x{2013}agreed)", "agreed 5 any"},
    {R"((\w{2,12}) signed \1)", " signed  48 0"},
    // What is looked for is what is rare, and not far from where a match begins.
    {R"([,;]\s+(?:as|since)\s+\w)", ", |;  0 0"},
    {R"(\b(?:to|will)\s+(?:also\s+|then\s+)?be\s+\w+)", R"(\bto |\bwill  0 0)"},
    {R"(\b(?:in|on \d{1,2}) (?:the \w+ )?(?:19|20)\d\d)",
     R"(\bin|\bon 0|\bon 1|\bon 2|\bon 3|\bon 4|\bon 5|\bon 6|\bon 7|\bon 8|\bon 9 0 0)"},
    {R"(e\s*/\w+)", "e/| / any 1"},
    {R"(£[12] a week)", "£1 a week|£2 a week 0 0"},
    {R"(\b(\w{2,4}) of \1 signed)", R"( signed 84 0)"},
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
