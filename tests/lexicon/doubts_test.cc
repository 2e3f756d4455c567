// Terms that load and hardly say what was meant.
#include <boost/test/unit_test.hpp>
#include <string>

#include "base/xml.h"
#include "lexicon/lexicon.h"

namespace {

std::string doubts(const std::string& entries) {
  auto root = base::xml::load(
      "<lexicon><concept name='word.unfinished'><terms>the|no|is|of|n't</terms></concept>\n" + entries + "</lexicon>",
      "words.xml");
  BOOST_REQUIRE(root.ok());
  lexicon::Lexicon lexicon;
  BOOST_REQUIRE(lexicon.add(root.value(), "words.xml").ok());
  BOOST_REQUIRE(lexicon.finish().ok());
  std::string out;
  for (const base::Error& error : lexicon.doubtful_terms()) out += error.one_line() + "\n";
  return out;
}

std::string concept_of(const std::string& terms) {
  return "<concept name='a'>\n<terms>" + terms + "</terms></concept>";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(lexicon_doubts)

BOOST_AUTO_TEST_CASE(sound_terms_raise_no_doubt) {
  for (const char* terms :
       {"cat; dog", "no reply|answer|return", "told the|a school", "n't|no more", "the|another school", "wet? bed",
        "weeks|months|days ' time", "did n't go", "told ...3 the school; told ...2 a school", "worry~; worrisome",
        "very cold; cold", "mum 's face", "# weeks; # months", "bed; {b}", "step-dad|stepdad"}) {
    std::string told = doubts(concept_of(terms) + "<concept name='b'><terms>bed</terms></concept>");
    BOOST_TEST(told.empty(), terms << " gave " << told);
  }
}

BOOST_AUTO_TEST_CASE(each_doubt_is_told_with_its_place) {
  const std::pair<std::string, std::string> cases[] = {
      {concept_of("cat; nobody|no one knows"),
       "words.xml:3:13: the blank between 'no' and 'one' ends a row of alternatives in 'nobody|no one knows'; if 'no "
       "one' is one of them, give it a term of its own"},
      {concept_of("\n  mum 's|dad 's face"),
       "words.xml:4:3: the blank between 'dad' and ''s' ends a row of alternatives in 'mum 's|dad 's face'; if 'dad "
       "'s' is one of them, give it a term of its own"},
      {concept_of("cannot|ca n't sleep"),
       "words.xml:3:8: no text has 'cannot n't', which 'cannot|ca n't sleep' asks for"},
      {concept_of("tell 'em"), "words.xml:3:8: no text has the word ''em' of 'tell 'em'"},
      {concept_of("wet|damp|wet bed"),
       "words.xml:3:8: 'wet' stands twice in one row of alternatives of 'wet|damp|wet bed'"},
      {concept_of("cat;\ndog; cat"), "words.xml:4:6: 'cat' of 'a' stands already at words.xml:3"},
      {concept_of("worried; worry~"), "words.xml:3:8: 'worried' of 'a' is covered by 'worry~' at words.xml:3"},
      {concept_of("fright*; frightened|frightful"),
       "words.xml:3:17: 'frightened|frightful' of 'a' is covered by 'fright*' at words.xml:3"},
      {concept_of("wet bed; bed; wet? bed"),
       "words.xml:3:8: 'wet bed' of 'a' is covered by 'wet? bed' at words.xml:3\n"
       "words.xml:3:17: 'bed' of 'a' is covered by 'wet? bed' at words.xml:3"},
      {concept_of("told a school; told ...3 school"),
       "words.xml:3:8: 'told a school' of 'a' is covered by 'told ...3 school' at words.xml:3"},
      {concept_of("step dad; step-dad"), "words.xml:3:18: 'step-dad' of 'a' is covered by 'step dad' at words.xml:3"},
      {concept_of("R&amp;B;\nR &amp; B"), "words.xml:4:1: 'R & B' of 'a' is covered by 'R&B' at words.xml:3"},
      {"<section name='s'>\n<headings>health; needs &amp; risks</headings></section>",
       "words.xml:3:19: headings and labels are read without marks, so that 'needs & risks' is never found"},
  };
  for (const auto& [entries, expected] : cases) BOOST_TEST(doubts(entries) == expected + "\n");
}

BOOST_AUTO_TEST_CASE(what_only_seems_covered_is_left_alone) {
  for (const char* terms : {"^ seen; seen", "told ...2 school; told ...4 the school", "worry~; worryingly",
                            "_ bed; 3 bed", "told a ...3 school; told ...3 school"}) {
    std::string told = doubts(concept_of(terms));
    BOOST_TEST(told.find("'told ...4") == std::string::npos, terms << " gave " << told);
    BOOST_TEST(told.find("'worryingly'") == std::string::npos);
    BOOST_TEST(told.find("'3 bed'") == std::string::npos);
    BOOST_TEST(told.find("'told a ...3") == std::string::npos);
    BOOST_TEST(told.find("'seen' of") == std::string::npos);
  }
  // A reference is given only the furthest end of each term, so the short term must stay.
  std::string referred =
      "<concept name='b'><terms>unborn; unborn baby?</terms></concept><concept name='c'><terms>an "
      "{b} baby</terms></concept>";
  BOOST_TEST(doubts(referred).empty());
}

BOOST_AUTO_TEST_SUITE_END()
