#include "store/recording.h"

#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <fstream>

#include "batch/wire.h"
#include "store/made.h"
#include "store/sqlite.h"
#include "support/outcomes.h"

using evaluation::Outcome;
using store::Recording;
using store::RunFacts;
using store::Store;
using store_tests::Folder;

namespace {

Outcome record(const std::string& path) {
  Outcome outcome = support::full_outcome(path);
  outcome.sha256 = "sum of " + path;
  outcome.flags.pop_back();  // the one that compares records
  return outcome;
}

RunFacts facts_of(bool interrupted = false) {
  RunFacts facts = store_tests::some_facts();
  facts.interrupted = interrupted;
  facts.text_kept = true;
  return facts;
}

std::string paths(const std::string& file, std::int64_t run = 0) {
  auto store = Store::open(file, run);
  BOOST_REQUIRE(store.ok());
  std::string out;
  BOOST_REQUIRE(store.value()
                    .each([&](const Outcome& outcome) -> base::Status {
                      out += outcome.path + " ";
                      return base::Done{};
                    })
                    .ok());
  return out;
}

// Writes the records in a process that is killed: before it finishes, or even before it commits the last ones.
void killed(const std::string& file, const std::vector<std::string>& committed,
            const std::vector<std::string>& lost = {}) {
  const pid_t child = ::fork();
  if (child == 0) {
    auto recording = Recording::begin(file, facts_of());
    if (!recording) ::_exit(1);
    for (const std::string& path : committed) recording.value().take(record(path));
    if (!recording.value().commit()) ::_exit(1);
    for (const std::string& path : lost) recording.value().take(record(path));
    ::kill(::getpid(), SIGKILL);
  }
  int status = 0;
  BOOST_REQUIRE(::waitpid(child, &status, 0) == child);
  BOOST_REQUIRE(WIFSIGNALED(status));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(store_recording)

BOOST_AUTO_TEST_CASE(what_was_joined_is_known_when_the_run_goes_on) {
  Folder folder;
  RunFacts facts = facts_of(true);
  facts.lists = {{"list.csv", "abc"}};
  {
    auto recording = Recording::begin(folder.file(), facts);
    BOOST_REQUIRE(recording.ok());
    recording.value().joined({"file_name", {0, 12}, ""});
    recording.value().take(record("a"));
    recording.value().take(record("b"));  // joined to nothing
    store::CaseFact fact;
    fact.document = 1;
    fact.child = "C12";
    BOOST_REQUIRE(recording.value().finish(facts, {fact}).ok());
  }
  BOOST_TEST((store::resumable(folder.file(), false).value().front().lists == facts.lists));
  auto recording = Recording::resume(folder.file(), 1, facts);
  BOOST_REQUIRE(recording.ok());
  const store::Already* a = recording.value().already("a", "sum of a");
  BOOST_REQUIRE((a != nullptr && a->joining.has_value()));
  BOOST_TEST(a->joining->by == "file_name");
  BOOST_TEST((a->joining->cases == std::vector<std::size_t>{0, 12}));
  BOOST_TEST(!recording.value().already("b", "sum of b")->joining.has_value());
  recording.value().take_over("b", "sum of b");
  recording.value().take_over("a", "sum of a");
  facts.interrupted = false;
  facts.joining = {.records = 2, .by_file_name = 1, .without_row = 1, .rows = 3, .rows_without_record = 2};
  store::CaseFact fact;
  fact.document = 2;
  fact.child = "C12";
  BOOST_REQUIRE(recording.value().finish(facts, {fact}).ok());
  const Store store = Store::open(folder.file()).value();
  BOOST_TEST(store::case_facts(store).value().size() == 1u);
  BOOST_TEST(store::case_facts(store).value().front().document == 2u);
  BOOST_TEST(store.facts().value().joining->rows_without_record == 2u);
}

BOOST_AUTO_TEST_CASE(runs_of_one_file_are_told_apart) {
  Folder folder;
  for (const std::string& name : {std::string("a"), std::string("b")}) {
    auto recording = Recording::begin(folder.file(), facts_of());
    BOOST_REQUIRE(recording.ok());
    recording.value().take(record(name + "1"));
    BOOST_TEST(recording.value().uncommitted() == 1u);
    BOOST_REQUIRE(recording.value().commit().ok());
    recording.value().take(record(name + "2"));
    BOOST_REQUIRE(recording.value().finish(facts_of()).ok());
  }
  BOOST_TEST(paths(folder.file()) == "b1 b2 ");
  BOOST_TEST(paths(folder.file(), 1) == "a1 a2 ");
  auto none = Store::open(folder.file(), 3);
  BOOST_REQUIRE(!none.ok());
  BOOST_TEST((none.error().code == base::ErrorCode::not_found));
  struct stat facts {};
  BOOST_REQUIRE(::stat(folder.file().c_str(), &facts) == 0);
  BOOST_TEST((facts.st_mode & 0777) == 0600u);
}

BOOST_AUTO_TEST_CASE(outcomes_come_back_equal) {
  Folder folder;
  auto recording = Recording::begin(folder.file(), facts_of());
  BOOST_REQUIRE(recording.ok());
  std::vector<Outcome> outcomes = {record("a"), support::refused_outcome("b\xFF.doc")};
  for (const Outcome& outcome : outcomes) recording.value().take(outcome);
  BOOST_REQUIRE(recording.value().finish(facts_of()).ok());
  BOOST_REQUIRE(recording.value().settle().ok());
  BOOST_TEST(!std::filesystem::exists(folder.file("run.db-wal")));
  std::size_t at = 0;
  auto store = Store::open(folder.file());
  BOOST_REQUIRE(store.ok());
  BOOST_REQUIRE(store.value()
                    .each([&](const Outcome& outcome) -> base::Status {
                      BOOST_TEST((batch::wire::encode(outcome) == batch::wire::encode(outcomes.at(at++))));
                      return base::Done{};
                    })
                    .ok());
  BOOST_TEST(at == 2u);
}

BOOST_AUTO_TEST_CASE(killed_run_goes_on_from_what_was_committed) {
  Folder folder;
  killed(folder.file(), {"a", "b", "d"}, {"e"});
  auto left = store::resumable(folder.file(), false);
  BOOST_REQUIRE(left.ok());
  BOOST_REQUIRE(left.value().size() == 1u);
  BOOST_TEST(left.value()[0].checklist_sha256 == "abc");
  auto recording = Recording::resume(folder.file(), left.value()[0].run, facts_of());
  BOOST_REQUIRE(recording.ok());
  Recording& run = recording.value();
  BOOST_TEST(run.waiting() == 3u);
  BOOST_TEST(run.already("a", "sum of a") != nullptr);
  BOOST_TEST(run.already("a", "another") == nullptr);
  BOOST_TEST(run.already("e", "sum of e") == nullptr);
  // "b" has changed since, "c" is new, "d" is gone.
  run.take_over("a", "sum of a");
  Outcome changed = record("b");
  changed.sha256 = "another";
  run.take(changed);
  run.take(record("c"));
  BOOST_REQUIRE(run.finish(facts_of()).ok());
  BOOST_TEST(paths(folder.file()) == "a b c ");
  BOOST_TEST(store::resumable(folder.file(), false).value().empty());
  BOOST_TEST(store::resumable(folder.file(), true).value().size() == 1u);
  auto database = store::Database::open(folder.file(), SQLITE_OPEN_READONLY);
  BOOST_TEST(database.value().number("SELECT count(*) FROM evidence") == 3 * 3);
  BOOST_TEST(database.value().number("SELECT count(*) FROM pragma_foreign_key_check") == 0);
}

BOOST_AUTO_TEST_CASE(file_that_was_only_just_made_holds_no_run) {
  Folder folder;
  std::ofstream(folder.file()).close();
  auto left = store::resumable(folder.file(), false);
  BOOST_REQUIRE(left.ok());
  BOOST_TEST(left.value().empty());
  BOOST_TEST(Recording::begin(folder.file(), facts_of()).ok());
}

BOOST_AUTO_TEST_CASE(refusals_are_known_with_their_reason) {
  Folder folder;
  {
    auto recording = Recording::begin(folder.file(), facts_of());
    BOOST_REQUIRE(recording.ok());
    Outcome refused = support::refused_outcome("b.doc");
    refused.sha256 = "sum";
    recording.value().take(refused);
    recording.value().take(support::refused_outcome("timed-out.doc"));  // no sum: to be tried again
    BOOST_REQUIRE(recording.value().commit().ok());
  }
  auto recording = Recording::resume(folder.file(), 1, facts_of());
  BOOST_REQUIRE(recording.ok());
  BOOST_TEST(recording.value().waiting() == 1u);
  const store::Already* known = recording.value().already("b.doc", "sum");
  BOOST_REQUIRE(known != nullptr);
  BOOST_TEST((known->standing == evaluation::Standing::refused));
  BOOST_TEST(known->error.one_line() == support::refused_outcome("b.doc").error.one_line());
}

BOOST_AUTO_TEST_CASE(interrupted_run_keeps_all_and_can_go_on) {
  Folder folder;
  killed(folder.file(), {"a", "b", "c"});
  {
    auto recording = Recording::resume(folder.file(), 1, facts_of());
    BOOST_REQUIRE(recording.ok());
    recording.value().take_over("b", "sum of b");
    BOOST_REQUIRE(recording.value().finish(facts_of(true)).ok());
  }
  BOOST_TEST(paths(folder.file()) == "b a c ");
  BOOST_TEST(store::resumable(folder.file(), false).value().size() == 1u);
}

BOOST_AUTO_TEST_CASE(flags_that_compare_take_their_place) {
  Folder folder;
  auto recording = Recording::begin(folder.file(), facts_of());
  BOOST_REQUIRE(recording.ok());
  Recording& run = recording.value();
  Outcome outcome = record("a");
  outcome.flags = {
      {"F9", {0, 5}, "Child", "now", "", true}, {"F1", {0, 5}, "Child", "left"}, {"F5", {0, 5}, "Child", "late"}};
  run.take(outcome);
  BOOST_REQUIRE(run.commit().ok());
  BOOST_TEST(run.text(0).value() == outcome.document.text);
  BOOST_REQUIRE(run.raise(0, {{"F4", {0, 5}, "Child", "old", "x"}}).ok());
  BOOST_REQUIRE(run.raise(0, {{"F4", {0, 5}, "Child", "one", "b"}, {"F4", {6, 9}, "s v", "two", "b"}}).ok());
  BOOST_REQUIRE(run.finish(facts_of()).ok());
  std::string flags;
  auto store = Store::open(folder.file());
  BOOST_REQUIRE(store.value()
                    .each([&](const Outcome& o) -> base::Status {
                      for (const auto& flag : o.flags) flags += flag.id + " " + flag.reason + ", ";
                      return base::Done{};
                    })
                    .ok());
  BOOST_TEST(flags == "F9 now, F1 left, F4 one, F4 two, F5 late, ");
}

BOOST_AUTO_TEST_CASE(two_processes_write_at_once) {
  Folder folder;
  constexpr int documents = 60;
  std::vector<pid_t> children;
  for (int i = 0; i < 3; ++i) {
    const pid_t child = ::fork();
    if (child == 0) {
      auto recording = Recording::begin(folder.file(), facts_of());
      bool done = recording.ok();
      for (int n = 0; done && n < documents; ++n) {
        recording.value().take(record(std::to_string(n)));
        done = recording.value().commit().ok();
      }
      ::_exit(done && recording.value().finish(facts_of()).ok() ? 0 : 1);
    }
    children.push_back(child);
  }
  for (const pid_t child : children) {
    int status = -1;
    BOOST_REQUIRE(::waitpid(child, &status, 0) == child);
    BOOST_TEST(status == 0);
  }
  std::string expected;
  for (int n = 0; n < documents; ++n) expected += std::to_string(n) + " ";
  for (int run = 1; run <= 3; ++run) BOOST_TEST(paths(folder.file(), run) == expected);
  auto database = store::Database::open(folder.file(), SQLITE_OPEN_READONLY);
  BOOST_TEST(database.value().number("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check = 'ok'") == 1);
}

BOOST_AUTO_TEST_CASE(store_in_a_folder_that_cannot_be_written_is_read) {
  Folder folder("/tmp");  // whatever the tests' own is, another user may pass through this
  {
    auto recording = Recording::begin(folder.file("50% of it.db"), facts_of());
    BOOST_REQUIRE(recording.ok());
    recording.value().take(record("a"));
    BOOST_REQUIRE(recording.value().finish(facts_of()).ok());
  }
  BOOST_REQUIRE(::chmod(folder.path.c_str(), 0500) == 0);
  const pid_t child = ::fork();
  if (child == 0) {
    constexpr unsigned nobody = 65534;
    const bool superuser = ::getuid() == 0;
    if (superuser && (::chown(folder.path.c_str(), nobody, nobody) != 0 ||
                      ::chown(folder.file("50% of it.db").c_str(), nobody, nobody) != 0 || ::setuid(nobody) != 0)) {
      ::_exit(2);
    }
    auto store = Store::open(folder.file("50% of it.db"));
    std::size_t seen = 0;
    const bool read = store.ok() && store.value()
                                        .each([&](const Outcome&) -> base::Status {
                                          ++seen;
                                          return base::Done{};
                                        })
                                        .ok();
    ::_exit(read && seen == 1 ? 0 : 1);
  }
  int status = -1;
  BOOST_REQUIRE(::waitpid(child, &status, 0) == child);
  BOOST_TEST(status == 0);
  BOOST_REQUIRE(::chmod(folder.path.c_str(), 0700) == 0);
}

BOOST_AUTO_TEST_CASE(what_is_no_store_is_left_alone) {
  Folder folder;
  FILE* file = ::fopen(folder.file("notes.txt").c_str(), "w");
  ::fputs("no database", file);
  ::fclose(file);
  auto recording = Recording::begin(folder.file("notes.txt"), facts_of());
  BOOST_REQUIRE(!recording.ok());
  BOOST_TEST(std::filesystem::file_size(folder.file("notes.txt")) == 11u);
  BOOST_TEST(!Recording::begin(folder.file("no/such/folder.db"), facts_of()).ok());
  BOOST_TEST(store::resumable(folder.file("none.db"), true).value().empty());
}

BOOST_AUTO_TEST_SUITE_END()
