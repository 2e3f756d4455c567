// The gate: a lexicon whose concepts and sections do not show what they find.
#include <boost/test/unit_test.hpp>
#include <string>

#include "base/xml.h"
#include "lexicon/lexicon.h"

namespace {

// One line for each error.
std::string missing(const std::string& xml) {
  auto root = base::xml::load(xml, "words.xml");
  BOOST_REQUIRE(root.ok());
  lexicon::Lexicon lexicon;
  BOOST_REQUIRE(lexicon.add(root.value(), "words.xml").ok());
  BOOST_REQUIRE(lexicon.finish().ok());
  std::string out;
  for (const base::Error& error : lexicon.missing_examples()) out += error.one_line() + "\n";
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(lexicon_examples)

BOOST_AUTO_TEST_CASE(an_entry_without_hit_or_near_miss_fails_at_its_line) {
  const std::pair<const char*, const char*> cases[] = {
      {"<concept name='a'><terms>wet bed</terms><hit>a wet bed</hit><miss>a bed</miss></concept>", ""},
      {"\n<concept name='a'><terms>wet bed</terms><miss>a bed</miss></concept>",
       "words.xml:2: concept 'a' has no <hit>\n"},
      {"\n\n<concept name='a'><terms>wet bed</terms><hit>a wet bed</hit></concept>",
       "words.xml:3: concept 'a' has no <miss>\n"},
      {"\n<concept name='a'><terms>wet bed</terms><hit>a wet bed</hit><miss>a dry day</miss></concept>",
       "words.xml:2: concept 'a' has no near miss: no <miss> shares a word with a term\n"},
      {"<concept name='a'><terms>frighten~</terms><hit>frightened</hit><miss>a fright</miss></concept>", ""},
      {"<concept name='a'><terms>wet {b}</terms><hit>a wet bed</hit><miss>a cot</miss></concept>"
       "<concept name='b'><terms>bed; cot</terms><hit>cot</hit><miss>a bedroom; beds</miss></concept>",
       "words.xml:1: concept 'b' has no near miss: no <miss> shares a word with a term\n"},
      {"<section name='plan'><headings>what happens next</headings><hit>What happens next</hit></section>",
       "words.xml:1: section 'plan' has no <miss>\n"},
      {"<section name='plan'><headings>next steps</headings><hit>Next steps</hit><miss>Next of kin</miss></section>",
       ""},
      // A concept may stand in several places; its examples add up, and it fails where it is first named.
      {"<concept name='a'><terms>wet bed</terms><hit>a wet bed</hit></concept>\n"
       "<concept name='a'><terms>damp bed</terms><miss>a bed</miss></concept>",
       ""},
      {"<concept name='a'><terms>wet bed</terms></concept>\n"
       "<concept name='a'><terms>damp bed</terms><miss>a bed</miss></concept>",
       "words.xml:1: concept 'a' has no <hit>\n"},
      {"<concept name='a' examples='none' reason='a closed list'><terms>the|a</terms></concept>", ""},
      {"<field name='dob'><labels>born</labels></field>", ""},
  };
  for (const auto& [xml, expected] : cases) {
    std::string told = missing("<lexicon>" + std::string(xml) + "</lexicon>");
    BOOST_TEST(told == expected, xml << " gave " << told);
  }
}

BOOST_AUTO_TEST_CASE(an_exemption_needs_its_reason) {
  for (const char* attributes : {"examples='none'", "examples='none' reason=' '", "examples='few' reason='x'"}) {
    auto root =
        base::xml::load("<lexicon>\n<concept name='a' " + std::string(attributes) + "/></lexicon>", "words.xml");
    BOOST_REQUIRE(root.ok());
    lexicon::Lexicon lexicon;
    base::Status status = lexicon.add(root.value(), "words.xml");
    BOOST_REQUIRE(!status.ok());
    BOOST_TEST(status.error().line == 2u);
    BOOST_TEST(status.error().advice == "write examples=\"none\", and why in reason=\"...\"");
  }
}

BOOST_AUTO_TEST_SUITE_END()
