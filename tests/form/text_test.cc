#include "form/text.h"

#include <boost/test/unit_test.hpp>
#include <string>

BOOST_AUTO_TEST_SUITE(form)

BOOST_AUTO_TEST_CASE(sentences_end_at_marks_not_at_titles) {
  std::string text = "I met Mr. Lee at 4.30. He (the father) said \"no.\" Then he left, e.g. by bus. Why?";
  std::string out;
  for (base::Span at : form::sentences_of({0, static_cast<std::uint32_t>(text.size())}, text)) {
    out += "[" + std::string(at.of(text)) + "]";
  }
  BOOST_TEST(out == "[I met Mr. Lee at 4.30.][He (the father) said \"no.\"][Then he left, e.g. by bus.][Why?]");
}

BOOST_AUTO_TEST_CASE(numbering_gives_depth) {
  BOOST_TEST(form::numbering("3. Plan") == 1);
  BOOST_TEST(form::numbering("4.1 Health") == 2);
  BOOST_TEST(form::numbering("Q11. Plan") == 1);
  BOOST_TEST(form::numbering("B) Plan") == 1);
  BOOST_TEST(form::numbering("Part 4: Plan") == 1);
  BOOST_TEST(form::numbering("3 Other agencies") == 1);
  BOOST_TEST(form::numbering("3 months old") == 0);
  BOOST_TEST(form::numbering("5 September") == 0);
  BOOST_TEST(form::numbering("2011 referral") == 0);
  BOOST_TEST(form::numbering("A child") == 0);
  BOOST_TEST(form::numbering("[07] Plan") == 1);
  BOOST_TEST(form::numbering("(2) Plan") == 1);
  BOOST_TEST(form::numbering("iv. Plan") == 1);
  BOOST_TEST(form::numbering("XII) Plan") == 1);
  BOOST_TEST(form::numbering("3(b) Plan") == 2);
  BOOST_TEST(form::numbering("[x] Plan") == 0);
  BOOST_TEST(form::numbering("vi Plan") == 0);
  BOOST_TEST(form::numbering("(12/04/2019) seen") == 0);
}

BOOST_AUTO_TEST_CASE(dates_are_seen_in_figures_and_words) {
  for (const char* text : {"on 08/10/2009", "28.01.20", "3rd May", "12 April 2022", "the 4th of June"}) {
    BOOST_TEST(form::has_date(text), text);
  }
  for (const char* text : {"at 4.15pm", "in 2014", "7 working days", "2 Mayors", "1 of 3", "10/10"}) {
    BOOST_TEST(!form::has_date(text), text);
  }
}

BOOST_AUTO_TEST_CASE(lines_go_on_where_a_small_letter_begins) {
  std::string text = "Name: Ada\nShe went to the\nshop.\n\n";
  BOOST_TEST(form::lines_of({0, static_cast<std::uint32_t>(text.size())}, text).size() == 2u);
}

BOOST_AUTO_TEST_CASE(words_are_counted_as_far_as_is_asked) {
  BOOST_TEST(form::word_count("one, two - three") == 3U);
  BOOST_TEST(form::word_count("one, two - three", 2) == 2U);
  BOOST_TEST(form::has_more_words("one, two - three", 2));
  BOOST_TEST(!form::has_more_words("one, two - three", 3));
  BOOST_TEST(!form::has_more_words(" - ", 0));
}

BOOST_AUTO_TEST_SUITE_END()
