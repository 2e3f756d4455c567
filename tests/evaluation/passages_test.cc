#include "evaluation/passages.h"

#include <boost/test/unit_test.hpp>

#include "evaluation/evaluate.h"
#include "readers/format.h"

namespace {

const char* const home =
    "The family live in a two bedroomed flat above the bakery, which they rent from a private landlord who lives "
    "abroad. "
    "There is a yard behind it where the bins stand, and the stairs have a gate at the top and at the bottom.\n";

std::vector<evaluation::Passage> read(const std::string& text) {
  static const checklist::Checklist words =
      std::move(checklist::load(std::string(AUDITOR_SOURCE_DIR) + "/checklists/assessment.xml")).value();
  auto document = readers::read_text(text, "record.txt");
  BOOST_REQUIRE(document.ok());
  return evaluation::evaluate(std::move(document).value(), words).passages;
}

std::vector<std::uint32_t> hashes(const evaluation::Passage& passage) {
  std::vector<std::uint32_t> out;
  for (const auto& word : passage.words) out.push_back(word.hash);
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(evaluation_passages)

BOOST_AUTO_TEST_CASE(passage_has_its_section_and_every_word) {
  auto found = read(std::string("Child: Tom Reed\n\n## Home\n\n") + home);
  BOOST_REQUIRE(found.size() == 1u);
  BOOST_TEST(found[0].section == "Home");
  BOOST_TEST(found[0].words.size() == 43u);
  BOOST_TEST(found[0].words.back().ordinal == 43u);  // "they" counts and is no word to compare
}

BOOST_AUTO_TEST_CASE(names_numbers_and_pronouns_do_not_tell_copies_apart) {
  const std::string rest =
      " for tea most days and then does the washing up, the homework and the dog before bed, and that nobody has "
      "ever told anyone to do so, because in this house whoever sees a thing that wants doing gets up and does it.\n";
  auto one = read("Child: Tom Reed\nMother: Ann Reed\n\n## Home\n\nAnn Reed says that Tom makes 4 sandwiches" + rest);
  auto other =
      read("Child: Mia Holt\nMother: Carol Holt\n\n## Home\n\nMrs Holt says that Mia makes 12 sandwiches" + rest);
  BOOST_REQUIRE((one.size() == 1u && other.size() == 1u));
  BOOST_TEST(hashes(one[0]) == hashes(other[0]), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(what_systems_copy_and_what_is_short_is_left_out) {
  BOOST_TEST(read(std::string("Child: Tom Reed\n\n## Reason for referral\n\n") + home).empty());
  BOOST_TEST(read(std::string("Child: Tom Reed\n\n## Chronology\n\n") + home).empty());
  BOOST_TEST(read("Child: Tom Reed\n\n## Home\n\nThe flat is warm and clean.\n").empty());
}

BOOST_AUTO_TEST_CASE(paragraphs_of_a_section_are_one_passage) {
  std::string text = home;
  std::string first = text.substr(0, text.find(" There")), second = text.substr(text.find("There"));
  auto found = read("Child: Tom Reed\n\n## Home\n\n" + first + "\n\n" + second);
  BOOST_REQUIRE(found.size() == 1u);
  BOOST_TEST(found[0].words.size() == 43u);
}

BOOST_AUTO_TEST_SUITE_END()
