#include "store/migrate.h"

#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>

#include "base/file.h"
#include "store/made.h"

using store::Access;
using store::Database;
using store::Statement;
using store::Store;
using store_tests::Folder;

namespace {

// A file as a program of that time wrote it.
void restore(const Folder& folder, const char* dump) {
  const std::string path = std::string(AUDITOR_SOURCE_DIR "/tests/store/old/") + dump;
  auto sql = base::read_file(path, 1u << 20);
  BOOST_REQUIRE(sql.ok());
  auto database = Database::open(folder.file(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  BOOST_REQUIRE(database.ok());
  BOOST_REQUIRE(database.value().execute(sql.value().c_str()));
}

std::string definitions(const std::string& path) {
  auto database = Database::open(path, SQLITE_OPEN_READONLY);
  BOOST_REQUIRE(database.ok());
  Statement row(database.value(), "SELECT sql FROM sqlite_master ORDER BY type, name");
  std::string out;
  while (row.next()) out += row.text() + "\n";
  return out;
}

std::int64_t number(const std::string& path, const char* sql) {
  return Database::open(path, SQLITE_OPEN_READONLY).value().number(sql);
}

void look_through(const Store& run) {
  auto facts = run.facts();
  BOOST_REQUIRE(facts.ok());
  BOOST_TEST(facts.value().run == 1);
  BOOST_TEST(facts.value().checklist_id == "contact");
  BOOST_TEST(facts.value().items.size() == 12u);
  BOOST_TEST(facts.value().dimensions.size() == 4u);
  BOOST_TEST(facts.value().arguments.size() == 6u);
  std::string seen;
  std::size_t quotes = 0;
  auto status = run.each([&](const evaluation::Outcome& o) -> base::Status {
    seen += o.path + " " + evaluation::name_of(o.standing) + " " + o.checklist + " " + std::to_string(o.items.size()) +
            " " + std::to_string(o.flags.size()) + "\n";
    for (const auto& answer : o.items) quotes += answer.evidence.size();
    return base::Done{};
  });
  BOOST_REQUIRE(status.ok());
  BOOST_TEST(quotes == 22u);
  BOOST_TEST(seen ==
             "records/a.txt audited contact 12 1\n"
             "records/b.txt audited contact 12 1\n"
             "records/c.pdf refused  0 0\n"
             "records/d.png audited contact 12 0\n");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(store_migrate)

BOOST_AUTO_TEST_CASE(file_of_version_5_becomes_what_is_made_now) {
  Folder folder;
  restore(folder, "version5.sql");
  auto run = Store::open(folder.file());
  BOOST_REQUIRE(run.ok());
  look_through(run.value());
  BOOST_REQUIRE(Store::create(folder.file("new.db"), true).ok());
  BOOST_TEST(definitions(folder.file()) == definitions(folder.file("new.db")));
  BOOST_TEST(number(folder.file(), "SELECT count(*) FROM pragma_foreign_key_check") == 0);
  BOOST_TEST(number(folder.file(), "PRAGMA user_version") == number(folder.file("new.db"), "PRAGMA user_version"));
  BOOST_TEST(number(folder.file(), "PRAGMA freelist_count") == 0);
}

BOOST_AUTO_TEST_CASE(store_of_version_7_gets_the_table_that_it_lacks) {
  Folder folder;
  BOOST_REQUIRE(Store::create(folder.file(), true).ok());
  {
    auto database = Database::open(folder.file(), SQLITE_OPEN_READWRITE);
    BOOST_REQUIRE(database.ok());
    BOOST_REQUIRE(database.value().execute("DROP TABLE run_limit; PRAGMA user_version = 7"));
  }
  BOOST_REQUIRE(store::opened(folder.file(), Access::write).ok());
  BOOST_REQUIRE(Store::create(folder.file("new.db"), true).ok());
  BOOST_TEST(definitions(folder.file()) == definitions(folder.file("new.db")));
  BOOST_TEST(number(folder.file(), "PRAGMA user_version") == number(folder.file("new.db"), "PRAGMA user_version"));
}

BOOST_AUTO_TEST_CASE(store_of_version_6_gets_the_tables_that_it_lacks) {
  Folder folder;
  restore(folder, "version6.sql");
  auto run = Store::open(folder.file());
  BOOST_REQUIRE(run.ok());
  BOOST_TEST(run.value().facts().value().lists.empty());
  BOOST_TEST(!run.value().facts().value().joining.has_value());
  BOOST_TEST(number(folder.file(), "SELECT count(*) FROM item_rating") == 24);
  BOOST_TEST(number(folder.file(), "SELECT count(*) FROM case_fact WHERE child = 'C4001'") == 1);
  BOOST_REQUIRE(Store::create(folder.file("new.db"), true).ok());
  BOOST_TEST(definitions(folder.file()) == definitions(folder.file("new.db")));
  BOOST_TEST(number(folder.file(), "PRAGMA user_version") == number(folder.file("new.db"), "PRAGMA user_version"));
}

BOOST_AUTO_TEST_CASE(file_that_cannot_be_written_is_read_from_a_copy) {
  Folder folder;
  restore(folder, "version5.sql");
  const std::string before = base::read_file(folder.file(), 1u << 24).value();
  BOOST_REQUIRE(::chmod(folder.file().c_str(), 0400) == 0);
  BOOST_REQUIRE(::chmod(folder.path.c_str(), 0500) == 0);
  auto run = Store::open(folder.file());
  BOOST_REQUIRE(run.ok());
  look_through(run.value());
  BOOST_REQUIRE(::chmod(folder.path.c_str(), 0700) == 0);
  // The superuser may write whatever its rights.
  if (::getuid() != 0) BOOST_TEST((base::read_file(folder.file(), 1u << 24).value() == before));
}

BOOST_AUTO_TEST_CASE(unfinished_run_of_version_5_is_still_that) {
  Folder folder;
  restore(folder, "version5.sql");
  BOOST_REQUIRE(Database::open(folder.file(), SQLITE_OPEN_READWRITE).value().execute("DELETE FROM run"));
  auto run = Store::open(folder.file());
  BOOST_REQUIRE(run.ok());
  BOOST_TEST(!run.value().facts().ok());
}

BOOST_AUTO_TEST_CASE(older_and_newer_files_are_refused) {
  for (const char* version : {"PRAGMA user_version = 4", "PRAGMA user_version = 1000"}) {
    Folder folder;
    restore(folder, "version5.sql");
    BOOST_REQUIRE(Database::open(folder.file(), SQLITE_OPEN_READWRITE).value().execute(version));
    auto run = store::opened(folder.file(), Access::read);
    BOOST_REQUIRE(!run.ok());
    BOOST_TEST((run.error().code == base::ErrorCode::unsupported));
  }
}

// The pages that a killed process had written are there, and the journal that takes them back.
BOOST_AUTO_TEST_CASE(store_whose_making_was_killed_is_made_again) {
  Folder folder;
  const pid_t child = ::fork();
  if (child == 0) {
    auto database = Database::open(folder.file(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    if (!database) ::_exit(1);
    database.value().together([&] {
      const bool done = database.value().execute(
          "PRAGMA cache_size = 1; PRAGMA cache_spill = 1; CREATE TABLE run (text); "
          "WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 500) "
          "INSERT INTO run SELECT hex(randomblob(500)) FROM n");
      if (done) ::kill(::getpid(), SIGKILL);
      return false;
    });
    ::_exit(1);
  }
  int status = 0;
  BOOST_REQUIRE(::waitpid(child, &status, 0) == child);
  BOOST_REQUIRE(WIFSIGNALED(status));
  struct stat facts {};
  BOOST_REQUIRE(::stat(folder.file().c_str(), &facts) == 0);
  BOOST_TEST(facts.st_size > 0);
  auto opened = store::opened(folder.file(), Access::make);
  BOOST_TEST(opened.ok());
}

BOOST_AUTO_TEST_CASE(what_breaks_off_leaves_the_old_file) {
  Folder folder;
  restore(folder, "version5.sql");
  // A row that the present tables do not take.
  BOOST_REQUIRE(Database::open(folder.file(), SQLITE_OPEN_READWRITE)
                    .value()
                    .execute("ALTER TABLE flag RENAME TO flags_of_somebody"));
  BOOST_TEST(!store::opened(folder.file(), Access::write).ok());
  BOOST_TEST(number(folder.file(), "PRAGMA user_version") == 5);
  BOOST_TEST(number(folder.file(), "SELECT count(*) FROM document") == 4);
}

BOOST_AUTO_TEST_SUITE_END()
