#include "lexicon/remembered.h"

#include <boost/test/unit_test.hpp>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/xml.h"

namespace {

lexicon::Lexicon loaded() {
  const char* const words = R"(<lexicon>
    <concept name="worry"><terms>worr*|anxious; very? scared</terms></concept>
    <concept name="gap"><pattern>\[insert[^\]]*\]</pattern></concept>
    <section name="plan"><headings>plan; what needs to happen</headings></section>
    <field name="dob"><labels>date of birth; born</labels></field>
  </lexicon>)";
  lexicon::Lexicon lexicon;
  BOOST_REQUIRE(lexicon.add(base::xml::load(words, "words.xml").value(), "words.xml").ok());
  BOOST_REQUIRE(lexicon.finish().ok());
  return lexicon;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(remembered)

BOOST_AUTO_TEST_CASE(what_is_remembered_is_what_the_lexicon_says) {
  const lexicon::Lexicon lexicon = loaded();
  const lexicon::Remembered scans(lexicon);
  const std::string long_text = std::string(500, 'x') + " scared";
  // More texts than are remembered, the first ones twice.
  for (int i = 0; i < 5'000; ++i) {
    const std::string text = "line " + std::to_string(i % 4'500) + (i % 3 == 0 ? ": worried" : ": content");
    BOOST_TEST(scans.scan(text).hits.size() == lexicon.scan(text).hits.size());
  }
  for (int times = 0; times < 2; ++times) {
    BOOST_TEST(scans.scan(long_text).hits.size() == 1U);
    BOOST_TEST(scans.section_of("Plan") == lexicon.find_section("plan"));
    BOOST_TEST(scans.field_of("Date of birth:") == lexicon.find_field("dob"));
    BOOST_TEST(scans.field_of("Plan") == 0);
  }
}

// What is asked of short texts is found as a scan of everything finds it, at the same places, and nothing else is.
BOOST_AUTO_TEST_CASE(a_brief_scan_is_the_part_of_a_scan_that_is_asked_for) {
  const char* const words = R"(<lexicon>
    <concept name="name.female"><terms>ann|kay|rose</terms></concept>
    <concept name="name.first"><terms>{name.female}; tom</terms></concept>
    <concept name="help.writes"><terms>^ describe|record ... {name.first}</terms></concept>
    <concept name="form.gap"><pattern>\[insert[^\]]*\]</pattern></concept>
    <concept name="worry"><terms>worr*; {name.first} ... scared</terms><pattern>\bscared\b</pattern></concept>
  </lexicon>)";
  lexicon::Lexicon lexicon;
  BOOST_REQUIRE(lexicon.add(base::xml::load(words, "words.xml").value(), "words.xml").ok());
  BOOST_REQUIRE(lexicon.finish().ok());
  BOOST_TEST(lexicon.is_brief(lexicon.find_concept("name.first")));
  BOOST_TEST(!lexicon.is_brief(lexicon.find_concept("name.female")));
  BOOST_TEST(!lexicon.is_brief(lexicon.find_concept("worry")));
  const lexicon::Remembered scans(lexicon);
  const std::string text = "Record here what Ann says. [insert view] Rose is scared, Tom worries.";
  std::vector<std::pair<std::uint32_t, lexicon::ConceptId>> whole, brief;
  for (const lexicon::Hit& hit : lexicon.scan(text).hits) {
    if (lexicon.is_brief(hit.concept_id)) whole.emplace_back(hit.at.begin, hit.concept_id);
  }
  for (const lexicon::Hit& hit : scans.brief(text).hits) {
    if (lexicon.is_brief(hit.concept_id)) brief.emplace_back(hit.at.begin, hit.concept_id);
    BOOST_TEST(hit.concept_id != lexicon.find_concept("worry"));
  }
  BOOST_TEST(whole.size() == 5U);
  BOOST_TEST((whole == brief));
}

BOOST_AUTO_TEST_CASE(finds_what_a_scan_would_find) {
  const lexicon::Lexicon lexicon = loaded();
  const auto gap = lexicon.find_concept("gap");
  const auto worry = lexicon.find_concept("worry");
  BOOST_TEST(lexicon.finds("He said [insert view].", gap));
  BOOST_TEST(!lexicon.finds("He said nothing.", gap));
  BOOST_TEST(lexicon.finds("Very scared", worry));
  BOOST_TEST(!lexicon.finds("[insert view]", worry));
  BOOST_TEST(!lexicon.finds("Very scared", 0));
}

BOOST_AUTO_TEST_CASE(places_are_found_in_any_block) {
  const lexicon::Lexicon lexicon = loaded();
  const std::string text = "scared" + std::string(100, ' ') + "very scared, she said";
  const lexicon::Scan scan = lexicon.scan(text);
  BOOST_TEST(scan.range({0, 3}).second == 1U);   // a part of the first token
  BOOST_TEST(scan.range({6, 106}).first == 1U);  // nothing but blanks
  BOOST_TEST(scan.range({6, 106}).second == 1U);
  BOOST_TEST(scan.range({0, 500}).second == scan.tokens.size());
  std::size_t within = 0;
  for (const lexicon::Hit& hit : scan.within({100, 120})) within += hit.at.begin == 106U ? 1U : 10U;
  BOOST_TEST(within == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
