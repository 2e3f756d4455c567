#include "lexicon/patterns.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "lexicon/pattern.h"

namespace {

const std::vector<std::string> written = {
    R"((?i)\bthis time\b(?! (?:of|last)\b))",
    R"(\b(?:January|February|May)\b)",
    R"([^\n]{0,20}\bsupervision\b[^\n]{0,10})",
    R"(\b(?:to|will)\s+(?:also\s+|then\s+)?be\s+(?:\w+ed|seen))",
    R"((?m)^\s*Close[ds]?\s*[.,:;])",
    R"([A-Z][a-z]+(?: \([^)]*\))? (?:and (?:I\b|[A-Z][a-z]+)|will))",
    R"(\b(\w{2,12})\s*/\s*\1 not\b)",
    R"(,\s+(?:[\w'’]+\s+){1,4}to (?:fund|pay|see))",
    R"(\[[^\]\n]{0,40}\b(?:who|what|name)\b[^\]\n]{0,80}\])",
    R"([^.]{0,30}risk)",
    R"(risk\s+task|task\s+risk)",
    R"(kiss)",
    R"(aa|aaa)",
    R"((?<=\n)Plan\b|\bplan(?=\n))",
    R"(\b(?:ed|UHB)\b)",
    R"(\b(?:in|on \d{1,2}) (?:the \w+ )?(?:19|20)\d\d\b)",
    R"(\bn\s*/\s*a\b)",
    R"(£\s?\d+ a week)",
    R"(\(\w+(?:’s)?\s+[“"]no\b)",
};

const std::vector<std::string> texts = {
    "",
    "risk",
    "This time last May, Ann and I will be seen. this time of year; THIS TIME",
    "will\n\n be\n seen to  also \n\t be helped\r\n\nto\vbe seen",
    "A note of supervision given in January\nsupervision\n\nFebruary supervision supervision supervision of May",
    "Closed.\n  \n Close :\nenclosed, Closes ;",
    "Ann (her\naunt) will and Bo and Cy will and I",
    "yes / yes not, no/\n\nno not, yes/no not, maybe /maybe not",
    "we agreed, Mum and\nthe school to fund it, and she to pay, one two three four five to see",
    "[name] [the name of whom] [ name\n] [what] [who [who]]",
    "no risk task risk\ntask  risk\n \nrisk task. Risk",
    "\u212Ai\u017Fs and kiss, KISS and ki\u017Fs",
    "aaaaaaa aa aaa",
    "\nPlan\nplan\nPlan plan\n",
    "Ed, ED asked _ed\u00E9ed ed: uhb",
    "in 2011, on 3 2012 begin 2011 on\t12 2014 in\nthe autumn 2015 in the\vyear 20111 on 2 the year 1999",
    "n/a n / a n\n/\n\na man/a n/an n \t/a",
    "\u00A320 a week, \u00A3 5 a  week \u00A3\n7 a week",
    "(his \u201Cno, (Mum\u2019s\t\u201CNo\u201D (she's \"no\" (Ann\n\n\"no\"",
};

}  // namespace

BOOST_AUTO_TEST_SUITE(lexicon_patterns)

// Looking near what a match must hold, and no further, leaves no match out and adds none.
BOOST_DATA_TEST_CASE(matches_are_those_of_each_pattern_tried_everywhere, boost::unit_test::data::make(texts), text) {
  for (bool exact_case : {false, true}) {
    lexicon::Patterns patterns;
    std::vector<std::string> wanted, found;
    for (std::size_t i = 0; i < written.size(); ++i) {
      BOOST_REQUIRE(patterns.add(written[i], exact_case, 1).ok());
      for (base::Span at : lexicon::Pattern::compile(written[i], exact_case).value().find_all(text)) {
        wanted.push_back(std::to_string(i) + " " + std::to_string(at.begin) + "-" + std::to_string(at.end));
      }
    }
    for (const lexicon::Patterns::Match& match : patterns.matches(text)) {
      found.push_back(std::to_string(match.pattern) + " " + std::to_string(match.at.begin) + "-" +
                      std::to_string(match.at.end));
    }
    BOOST_TEST(found == wanted, boost::test_tools::per_element());
  }
}

BOOST_AUTO_TEST_CASE(a_pattern_of_two_concepts_is_one) {
  lexicon::Patterns patterns;
  BOOST_REQUIRE(patterns.add("agreed", false, 3).ok());
  BOOST_REQUIRE(patterns.add("agreed", false, 5).ok());
  BOOST_REQUIRE(patterns.matches("All agreed.").size() == 1U);
  BOOST_TEST(patterns.owners(0) == (std::vector<std::uint16_t>{3, 5}), boost::test_tools::per_element());
  BOOST_TEST(patterns.finds("All agreed.", 5));
  BOOST_TEST(!patterns.finds("All agreed.", 4));
  BOOST_TEST(!patterns.finds("Nobody.", 5));
}

BOOST_AUTO_TEST_SUITE_END()
