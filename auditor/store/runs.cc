#include "store/runs.h"

#include <functional>

#include "store/migrate.h"
#include "store/removal.h"
#include "store/sqlite.h"

namespace store {
namespace {

bool read_lists(const Database& database, RunSummary& run) {
  Statement checklist(database, "SELECT checklist FROM checklist WHERE run = ? ORDER BY position");
  checklist.bind(run.run);
  while (checklist.next()) run.checklists.push_back(checklist.text());
  Statement argument(database, "SELECT argument FROM run_argument WHERE run = ? ORDER BY position");
  argument.bind(run.run);
  while (argument.next()) run.arguments.push_back(argument.text());
  return !checklist.failed() && !argument.failed();
}

// Overwrites what was deleted, packs the file, and empties its log.
base::Status wipe(Database& database) {
  // Who reads for longer is to be told of rather than waited for.
  bool done = database.execute("PRAGMA busy_timeout = 3000") && database.execute("PRAGMA wal_checkpoint(TRUNCATE)") &&
              database.execute("VACUUM");
  // The first column is 1 where somebody kept the log from being emptied.
  if (done && database.number("PRAGMA wal_checkpoint(TRUNCATE)") == 0) return base::Done{};
  return base::Error{base::ErrorCode::unreadable,
                     database.path(),
                     0,
                     0,
                     "what was removed is not wiped yet: another program has the store open",
                     "close it and purge again"};
}

base::Result<Purged> purge(const std::string& path, const std::function<bool(Database&, Purged&)>& remove,
                           const base::Error& none) {
  base::Result<Database> opened_file = opened(path, Access::write);
  if (!opened_file) return opened_file.error();
  Database& database = opened_file.value();
  if (!database.execute("PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON")) {
    return database.error();
  }
  Purged purged;
  if (!database.together([&] { return remove(database, purged); })) return database.error();
  // Wiped even where nothing was found, since that may be because an earlier purge could not.
  if (base::Status wiped = wipe(database); !wiped) return wiped.error();
  if (purged.runs + purged.documents + purged.cases == 0) return none;
  return purged;
}

std::size_t gone(const Database& database) {
  return static_cast<std::size_t>(database.number("SELECT count(*) FROM gone"));
}

bool remove_run(Database& database, std::int64_t run, Purged& purged) {
  Removal removal(database);
  if (!removal.add("run = ?", run) || !removal.remove()) return false;
  purged.documents = gone(database);
  Statement audited(database, "SELECT sample FROM run WHERE run = ? AND sample IS NOT NULL");
  const bool has_sample = audited.bind(run).next();
  const std::int64_t sample = has_sample ? audited.number() : 0;
  if (audited.failed()) return false;
  audited.bind(run);
  for (const char* table : {"case_fact", "manifest_file", "joining_count", "run_argument", "run_limit",
                            "checklist_item", "checklist_dimension", "checklist", "run"}) {
    if (!Statement(database, std::string("DELETE FROM ") + table + " WHERE run = ?").bind(run).run()) return false;
    purged.runs = static_cast<std::size_t>(::sqlite3_changes64(database.get()));
  }
  if (!has_sample) return true;
  Statement others(database, "SELECT count(*) FROM run WHERE sample = ?");
  if (!others.bind(sample).next()) return false;
  if (others.number() > 0) return true;
  for (const char* table : {"sample_argument", "sample_member", "sample"}) {
    if (!Statement(database, std::string("DELETE FROM ") + table + " WHERE sample = ?").bind(sample).run())
      return false;
  }
  return true;
}

// What names the documents that are going: flags of others about them, members of samples, arguments.
bool remove_mentions(const Database& database) {
  constexpr const char* paths = "(SELECT path FROM document WHERE document IN (SELECT document FROM gone))";
  const std::string in_paths = std::string(" IN ") + paths;
  return Statement(database, "DELETE FROM flag WHERE twin" + in_paths).bind().run() &&
         Statement(database, "DELETE FROM sample_member WHERE path" + in_paths).bind().run() &&
         Statement(database, "UPDATE run_argument SET argument = 'purged' WHERE argument" + in_paths).bind().run();
}

bool remove_gathered(Database& database, Removal& removal, Purged& purged) {
  purged.documents = gone(database);
  return remove_mentions(database) && removal.remove();
}

base::Error nothing(const std::string& path, const std::string& what) {
  return {base::ErrorCode::not_found, path, 0, 0, "holds no " + what, "auditor runs tells what it holds"};
}

}  // namespace

base::Result<std::vector<RunSummary>> runs(const std::string& path) {
  base::Result<Database> database = opened(path, Access::read);
  if (!database) return database.error();
  Statement row(database.value(),
                "SELECT run, state = 'finished', interrupted, started, finished, coalesce(sample, 0),"
                " (SELECT count(*) FROM document AS d WHERE d.run = r.run AND standing = 'audited'),"
                " (SELECT count(*) FROM document AS d WHERE d.run = r.run AND standing = 'refused'),"
                " (SELECT count(*) FROM document AS d WHERE d.run = r.run AND standing = 'skipped'),"
                " (SELECT count(DISTINCT document) FROM document AS d JOIN person_rating USING (document)"
                " WHERE d.run = r.run) FROM run AS r ORDER BY run");
  std::vector<RunSummary> out;
  row.bind();
  while (row.next()) {
    RunSummary& run = out.emplace_back();
    run.run = row.number();
    run.is_finished = row.truth();
    run.interrupted = row.truth();
    run.started = row.text();
    run.finished = row.text();
    run.sample = row.number();
    for (std::size_t* count : {&run.audited, &run.refused, &run.skipped, &run.rated_by_people}) {
      *count = static_cast<std::size_t>(row.number());
    }
    if (!read_lists(database.value(), run)) return database.value().error();
  }
  if (row.failed()) return database.value().error();
  return out;
}

base::Result<Purged> purge_run(const std::string& path, std::int64_t run) {
  return purge(
      path, [run](Database& database, Purged& purged) { return remove_run(database, run, purged); },
      nothing(path, "run " + std::to_string(run)));
}

base::Result<Purged> purge_child(const std::string& path, const std::string& child) {
  auto remove = [&child](Database& database, Purged& purged) {
    Removal removal(database);
    if (!removal.add("document IN (SELECT document FROM case_fact WHERE child = ?)", child)) return false;
    if (!remove_gathered(database, removal, purged)) return false;
    if (!Statement(database, "DELETE FROM case_fact WHERE child = ?").bind(child).run()) return false;
    purged.cases = purged.documents + static_cast<std::size_t>(::sqlite3_changes64(database.get())) > 0 ? 1 : 0;
    return Statement(database, "DELETE FROM sample_member WHERE child = ?").bind(child).run();
  };
  return purge(path, remove, nothing(path, "case with that child's ID"));
}

base::Result<Purged> purge_document(const std::string& path, const std::string& document) {
  auto remove = [&document](Database& database, Purged& purged) {
    Removal removal(database);
    return removal.add("path = ? OR sha256 = ?", document, document) && remove_gathered(database, removal, purged);
  };
  return purge(path, remove, nothing(path, "such document"));
}

}  // namespace store
