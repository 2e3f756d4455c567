#include "pack/choice.h"

#include <boost/test/unit_test.hpp>

#include "reports/demo.h"

namespace {

reports::Run four() {
  std::vector<evaluation::Outcome> outcomes(4);
  const char* paths[] = {"north/a.docx", "north/deep/b.docx", "south/c[1].txt", "4-5"};
  for (std::size_t i = 0; i < 4; ++i) outcomes[i].path = paths[i];
  outcomes[1].standing = evaluation::Standing::refused;
  outcomes[3].standing = evaluation::Standing::skipped;
  return reports_tests::run_of(outcomes, {});
}

std::string chosen(const std::vector<std::string>& words) {
  base::Result<pack::Choice> choice = pack::choose(four(), words);
  if (!choice) return choice.error().message;
  std::string out = choice.value().all ? "all" : "";
  for (std::size_t number : choice.value().numbers) out += (out.empty() ? "" : " ") + std::to_string(number);
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(pack_choice)

BOOST_AUTO_TEST_CASE(words_are_numbers_ranges_paths_and_patterns) {
  BOOST_TEST(chosen({}) == "all 1 2 3 4");
  BOOST_TEST(chosen({"2"}) == "2");
  BOOST_TEST(chosen({"3", "1-2"}) == "1 2 3");
  BOOST_TEST(chosen({"north/*"}) == "1 2");
  BOOST_TEST(chosen({"*/?.docx"}) == "1 2");
  BOOST_TEST(chosen({"south/c[1].txt"}) == "3");
  BOOST_TEST(chosen({"4-5"}) == "4");
  BOOST_TEST(chosen({"1", "1"}) == "1");
}

BOOST_AUTO_TEST_CASE(a_word_that_no_document_answers_to_is_a_mistake) {
  BOOST_TEST(chosen({"1", "5"}) == "--documents 5: the run has no such document");
  BOOST_TEST(chosen({"0"}) == "--documents 0: the run has no such document");
  BOOST_TEST(chosen({"east/*"}) == "--documents east/*: the run has no such document");
  BOOST_TEST(chosen({""}) == "--documents : the run has no such document");
}

BOOST_AUTO_TEST_CASE(the_run_is_counted_whatever_was_chosen) {
  pack::Choice choice = pack::choose(four(), {"3"}).value();
  BOOST_TEST(choice.of == 4u);
  BOOST_TEST(choice.audited == 2u);
  BOOST_TEST(choice.refused == 1u);
  BOOST_TEST(choice.skipped == 1u);
}

BOOST_AUTO_TEST_CASE(chosen_documents_keep_their_numbers) {
  reports::Run run = four();
  reports::Run part = pack::only(run, pack::choose(run, {"1", "3-4"}).value());
  std::string seen;
  for (int again = 0; again < 2; ++again) {
    std::size_t place = 0;
    auto status = part.each([&](const evaluation::Outcome& outcome) -> base::Status {
      seen += std::to_string(part.number(++place)) + " " + outcome.path + "\n";
      return base::Done{};
    });
    BOOST_TEST(status.ok());
  }
  const std::string once = "1 north/a.docx\n3 south/c[1].txt\n4 4-5\n";
  BOOST_TEST(seen == once + once);
  BOOST_TEST(reports::overview(part).value().documents.at(1).number == 3u);
}

BOOST_AUTO_TEST_SUITE_END()
