#include "store/run_rows.h"

#include <optional>

#include "store/joining.h"

namespace store {
namespace {

const char* name_of(State state) {
  return state == State::writing ? "writing" : "finished";
}

bool write_checklist(const Database& database, std::int64_t run, std::size_t position, const ChecklistFacts& facts) {
  bool done = Statement(database, "INSERT INTO checklist VALUES (?,?,?,?,?,?,?)")
                  .bind(run, position, facts.id, facts.title, facts.version, facts.sha256, facts.scoring)
                  .run();
  Statement dimension(database, "INSERT INTO checklist_dimension VALUES (?,?,?,?,?)");
  for (std::size_t i = 0; i < facts.dimensions.size(); ++i) {
    done = done && dimension.bind(run, facts.id, i, facts.dimensions[i].first, facts.dimensions[i].second).run();
  }
  Statement item(database, "INSERT INTO checklist_item VALUES (?,?,?,?,?,?)");
  for (std::size_t i = 0; i < facts.items.size(); ++i) {
    const auto& [id, dimension_id, question] = facts.items[i];
    done = done && item.bind(run, facts.id, i, id, dimension_id, question).run();
  }
  return done;
}

base::Result<std::vector<ChecklistFacts>> read_checklists(const Database& database, std::int64_t run) {
  std::vector<ChecklistFacts> out;
  Statement checklist(database,
                      "SELECT checklist, title, version, sha256, scoring FROM checklist WHERE run = ?"
                      " ORDER BY position");
  Statement dimension(database,
                      "SELECT id, title FROM checklist_dimension WHERE run = ? AND checklist = ? ORDER BY position");
  Statement item(database,
                 "SELECT id, dimension, question FROM checklist_item WHERE run = ? AND checklist = ?"
                 " ORDER BY position");
  checklist.bind(run);
  while (checklist.next()) {
    ChecklistFacts& facts = out.emplace_back();
    for (std::string* value : {&facts.id, &facts.title, &facts.version, &facts.sha256, &facts.scoring}) {
      *value = checklist.text();
    }
    dimension.bind(run, facts.id);
    while (dimension.next()) {
      std::string id = dimension.text();
      facts.dimensions.emplace_back(std::move(id), dimension.text());
    }
    item.bind(run, facts.id);
    while (item.next()) {
      auto& row = facts.items.emplace_back();
      for (std::string& value : row) value = item.text();
    }
  }
  if (checklist.failed() || dimension.failed() || item.failed()) return database.error();
  return out;
}

}  // namespace

std::vector<ChecklistFacts> RunFacts::checklists() const {
  std::vector<ChecklistFacts> out;
  out.push_back({checklist_id, checklist_title, checklist_version, checklist_sha256, dimensions, items, scoring});
  out.insert(out.end(), further.begin(), further.end());
  return out;
}

std::int64_t add_run(const Database& database) {
  bool done = Statement(database, "INSERT INTO run VALUES (NULL,'writing','','','','',0,0,0,1,'',0,NULL)").bind().run();
  return done ? ::sqlite3_last_insert_rowid(database.get()) : -1;
}

bool write_facts(const Database& database, std::int64_t run, const RunFacts& facts, State state) {
  for (const char* table : {"run_argument", "run_limit", "checklist_item", "checklist_dimension", "checklist"}) {
    if (!Statement(database, std::string("DELETE FROM ") + table + " WHERE run = ?").bind(run).run()) return false;
  }
  std::optional<std::int64_t> sample;
  if (facts.sample > 0) sample = facts.sample;
  bool done =
      Statement(database,
                "UPDATE run SET state = ?, program_version = ?, started = ?, finished = ?, sandbox = ?,"
                " jobs = ?, interrupted = ?, across = ?, text_kept = ?, ocr_library = ?, ocr_asked = ?,"
                " sample = ? WHERE run = ?")
          .bind(name_of(state), facts.program_version, facts.started, facts.finished, facts.sandbox, facts.jobs,
                facts.interrupted, facts.across, facts.text_kept, facts.ocr_library, facts.ocr_asked, sample, run)
          .run();
  Statement argument(database, "INSERT INTO run_argument VALUES (?,?,?)");
  for (std::size_t i = 0; i < facts.arguments.size(); ++i) {
    done = done && argument.bind(run, i, facts.arguments[i]).run();
  }
  Statement limit(database, "INSERT INTO run_limit VALUES (?,?,?)");
  for (std::size_t i = 0; i < facts.limits.size(); ++i) done = done && limit.bind(run, i, facts.limits[i]).run();
  std::size_t position = 0;
  for (const ChecklistFacts& checklist : facts.checklists()) {
    done = done && write_checklist(database, run, position++, checklist);
  }
  return done && write_lists(database, run, facts);
}

bool add_checklist(const Database& database, std::int64_t run, const ChecklistFacts& facts) {
  Statement there(database, "SELECT count(*), coalesce(sum(checklist = ?), 0) FROM checklist WHERE run = ?");
  if (!there.bind(facts.id, run).next()) return false;
  const std::int64_t count = there.number();
  return there.truth() || write_checklist(database, run, static_cast<std::size_t>(count), facts);
}

base::Result<RunFacts> read_facts(const Database& database, std::int64_t run) {
  RunFacts facts;
  Statement row(database,
                "SELECT run, program_version, started, finished, sandbox, jobs, interrupted, across, text_kept,"
                " ocr_library, ocr_asked, coalesce(sample, 0) FROM run WHERE run = ?");
  if (!row.bind(run).next()) return row.failed() ? database.error() : database.damaged();
  facts.run = row.number();
  facts.program_version = row.text();
  facts.started = row.text();
  facts.finished = row.text();
  facts.sandbox = row.text();
  facts.jobs = row.count();
  facts.interrupted = row.truth();
  facts.across = row.truth();
  facts.text_kept = row.truth();
  facts.ocr_library = row.text();
  facts.ocr_asked = row.truth();
  facts.sample = row.number();
  Statement argument(database, "SELECT argument FROM run_argument WHERE run = ? ORDER BY position");
  argument.bind(run);
  while (argument.next()) facts.arguments.push_back(argument.text());
  Statement limit(database, "SELECT setting FROM run_limit WHERE run = ? ORDER BY position");
  limit.bind(run);
  while (limit.next()) facts.limits.push_back(limit.text());
  if (argument.failed() || limit.failed() || !read_lists(database, run, facts)) return database.error();
  base::Result<std::vector<ChecklistFacts>> found = read_checklists(database, run);
  if (!found) return found.error();
  std::vector<ChecklistFacts>& checklists = found.value();
  if (checklists.empty()) return facts;
  ChecklistFacts& first = checklists.front();
  facts.checklist_id = std::move(first.id);
  facts.checklist_title = std::move(first.title);
  facts.checklist_version = std::move(first.version);
  facts.checklist_sha256 = std::move(first.sha256);
  facts.dimensions = std::move(first.dimensions);
  facts.items = std::move(first.items);
  facts.scoring = std::move(first.scoring);
  checklists.erase(checklists.begin());
  facts.further = std::move(checklists);
  return facts;
}

std::int64_t latest_run(const Database& database, State state) {
  Statement latest(database, "SELECT coalesce(max(run), 0) FROM run WHERE state = ?");
  return latest.bind(name_of(state)).next() ? latest.number() : 0;
}

}  // namespace store
