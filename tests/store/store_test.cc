#include "store/store.h"

#include <sys/stat.h>

#include <boost/test/unit_test.hpp>
#include <fstream>

#include "base/file.h"
#include "batch/wire.h"
#include "store/made.h"
#include "support/outcomes.h"

using store::RunFacts;
using store::Store;

namespace {

using store_tests::Folder;
using store_tests::made;
using store_tests::some_facts;

std::vector<evaluation::Outcome> read_back(const Folder& folder) {
  auto store = Store::open(folder.file());
  BOOST_REQUIRE(store.ok());
  std::vector<evaluation::Outcome> outcomes;
  BOOST_REQUIRE(store.value()
                    .each([&](const evaluation::Outcome& outcome) -> base::Status {
                      outcomes.push_back(outcome);
                      return base::Done{};
                    })
                    .ok());
  return outcomes;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(store_)

BOOST_AUTO_TEST_CASE(outcomes_come_back_equal_and_in_order) {
  Folder folder;
  evaluation::Outcome skipped = support::refused_outcome("records/c.png");
  skipped.standing = evaluation::Standing::skipped;
  skipped.error = {base::ErrorCode::not_a_record, "records/c.png", 0, 0, "is a picture", ""};
  std::vector<evaluation::Outcome> outcomes = {support::full_outcome(), support::refused_outcome("b\xFF.doc"), skipped,
                                               support::full_outcome("a second one")};
  outcomes[3].document.text += std::string("\0nul", 4);
  BOOST_REQUIRE(made(folder, outcomes).finish(some_facts()).ok());
  auto back = read_back(folder);
  BOOST_REQUIRE(back.size() == outcomes.size());
  for (std::size_t i = 0; i < back.size(); ++i) {
    // The wire form holds every field, so equal bytes are equal outcomes.
    BOOST_TEST((batch::wire::encode(back[i]) == batch::wire::encode(outcomes[i])), back[i].path);
  }
}

BOOST_AUTO_TEST_CASE(text_is_left_out_where_not_kept) {
  Folder folder;
  BOOST_REQUIRE(made(folder, {support::full_outcome()}, false).finish(some_facts()).ok());
  evaluation::Outcome expected = support::full_outcome();
  expected.document.text.clear();
  expected.document.blocks.clear();
  expected.document.tables.clear();
  BOOST_TEST((batch::wire::encode(read_back(folder).at(0)) == batch::wire::encode(expected)));
  std::string bytes = base::read_file(folder.file(), 1u << 20).value();
  BOOST_TEST(bytes.find("likes school.\tYes") == std::string::npos);  // in the text alone
  BOOST_TEST(bytes.find("She said she likes school.") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(facts_come_back_equal) {
  Folder folder;
  RunFacts facts = some_facts();
  BOOST_REQUIRE(made(folder, {}).finish(facts).ok());
  auto store = Store::open(folder.file());
  BOOST_REQUIRE(store.ok());
  auto back = store.value().facts();
  BOOST_REQUIRE(back.ok());
  const RunFacts& b = back.value();
  BOOST_TEST(b.program_version == facts.program_version);
  BOOST_TEST(b.checklist_id + b.checklist_title + b.checklist_version + b.checklist_sha256 == "assessmentTitle4abc");
  BOOST_TEST((b.arguments == facts.arguments));
  BOOST_TEST(b.ocr_library == facts.ocr_library);
  BOOST_TEST(b.ocr_asked);
  BOOST_TEST((b.limits == std::vector<std::string>{"pages=12000", "memory=6144"}));
  BOOST_TEST(b.started + b.finished + b.sandbox == facts.started + facts.finished + facts.sandbox);
  BOOST_TEST(b.jobs == 3u);
  BOOST_TEST((b.interrupted && b.across && !b.text_kept));
  BOOST_TEST((b.dimensions == facts.dimensions));
  BOOST_TEST((b.items == facts.items));
  BOOST_TEST(b.scoring == facts.scoring);
  BOOST_TEST(b.run == 1);
  const auto checklists = b.checklists();
  BOOST_REQUIRE(checklists.size() == 2u);
  BOOST_TEST(checklists[1].id + checklists[1].title + checklists[1].version + checklists[1].sha256 ==
             "contactOther2def");
  BOOST_TEST((checklists[1].items == facts.further[0].items));
  BOOST_TEST((checklists[1].dimensions == facts.further[0].dimensions));
}

BOOST_AUTO_TEST_CASE(many_documents_cross_transactions) {
  Folder folder;
  std::vector<evaluation::Outcome> outcomes;
  for (int i = 0; i < 501; ++i) outcomes.push_back(support::full_outcome(std::to_string(i)));
  BOOST_REQUIRE(made(folder, outcomes).finish(some_facts()).ok());
  auto back = read_back(folder);
  BOOST_REQUIRE(back.size() == 501u);
  BOOST_TEST(back[500].path == "500");
}

BOOST_AUTO_TEST_CASE(file_is_private_and_never_overwritten) {
  Folder folder;
  BOOST_REQUIRE(made(folder, {}).finish(some_facts()).ok());
  struct stat facts {};
  BOOST_REQUIRE(::stat(folder.file().c_str(), &facts) == 0);
  BOOST_TEST((facts.st_mode & 0777) == 0600u);
  auto again = Store::create(folder.file(), true);
  BOOST_REQUIRE(!again.ok());
  BOOST_TEST(again.error().file == folder.file());
}

BOOST_AUTO_TEST_CASE(only_finished_runs_of_ours_open) {
  Folder folder;
  std::ofstream(folder.file("text")) << "not a database at all, whatever its name says";
  std::ofstream(folder.file("empty"));
  BOOST_TEST(!Store::open(folder.file("gone")).ok());
  BOOST_TEST(!Store::open(folder.file("text")).ok());
  BOOST_TEST(!Store::open(folder.file("empty")).ok());
  { made(folder, {support::full_outcome()}); }
  auto broken_off = Store::open(folder.file());
  BOOST_REQUIRE(broken_off.ok());
  BOOST_TEST(!broken_off.value().facts().ok());
}

BOOST_AUTO_TEST_CASE(outcome_that_cannot_be_used_is_damage) {
  evaluation::Outcome beyond = support::full_outcome();
  beyond.flags[0].at = {4'000'000, 4'000'001};
  evaluation::Outcome within_itself = support::full_outcome();
  within_itself.document.blocks[1].parent = 1;
  evaluation::Outcome out_of_its_table = support::full_outcome();
  out_of_its_table.document.blocks[1].row = 4;
  for (const evaluation::Outcome& damaged : {beyond, within_itself, out_of_its_table}) {
    Folder folder;
    BOOST_REQUIRE(made(folder, {damaged}).finish(some_facts()).ok());
    auto store = Store::open(folder.file());
    BOOST_REQUIRE(store.ok());
    auto status = store.value().each([](const evaluation::Outcome&) -> base::Status { return base::Done{}; });
    BOOST_REQUIRE(!status.ok());
    BOOST_TEST((status.error().code == base::ErrorCode::damaged));
    BOOST_TEST(status.error().file == folder.file());
  }
}

BOOST_AUTO_TEST_CASE(error_of_the_user_ends_the_reading) {
  Folder folder;
  BOOST_REQUIRE(made(folder, {support::full_outcome(), support::full_outcome()}).finish(some_facts()).ok());
  int seen = 0;
  auto store = Store::open(folder.file());
  BOOST_REQUIRE(store.ok());
  auto status = store.value().each([&](const evaluation::Outcome&) -> base::Status {
    ++seen;
    return base::Error{base::ErrorCode::interrupted, "", 0, 0, "enough", ""};
  });
  BOOST_REQUIRE(!status.ok());
  BOOST_TEST(status.error().message == "enough");
  BOOST_TEST(seen == 1);
}

BOOST_AUTO_TEST_SUITE_END()
