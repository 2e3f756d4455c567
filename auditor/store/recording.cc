#include "store/recording.h"

#include <fcntl.h>
#include <unistd.h>

#include <cassert>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <optional>
#include <utility>

#include "evaluation/flag_order.h"
#include "store/columns.h"
#include "store/document_keys.h"
#include "store/joining.h"
#include "store/migrate.h"
#include "store/names.h"
#include "store/removal.h"
#include "store/run_rows.h"

namespace store {
namespace {

// Checkpoints wait for the disk; one for each so many pages of 4 KiB costs little, and bounds what a log may grow to.
constexpr const char* settings =
    "PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 8192; PRAGMA foreign_keys = ON;";

std::string key_of(const std::string& path, const std::string& sha256) {
  return path + std::string(1, '\0') + sha256;
}

struct Next {
  std::optional<evaluation::Outcome> outcome;  // none: the document is there already
  std::int64_t document = 0;
  std::optional<Joining> joining;
};

bool removed_waiting(const Database& database, std::int64_t run) {
  Removal removal(database);
  return removal.add("run = ? AND position < 0", run) && removal.remove();
}

}  // namespace

struct Recording::Content {
  Database database;
  std::int64_t run = 0;
  bool keep_text = true;
  std::optional<OutcomeWriter> writer;
  std::optional<OutcomeReader> reader;
  std::int64_t documents = 0;  // committed
  std::vector<Next> next;
  std::optional<Joining> joining;          // of the document that comes next
  std::vector<ChecklistFacts> checklists;  // to be written with them
  std::unordered_map<std::string, Already> already;

  bool load();
  bool write();
};

// Everything that the run has waits from now on, and has lost the flags that compare documents.
bool Recording::Content::load() {
  bool done = Statement(database, "UPDATE document SET position = -1 - position WHERE run = ? AND position >= 0")
                  .bind(run)
                  .run() &&
              Statement(database,
                        "DELETE FROM flag WHERE twin != '' AND document IN"
                        " (SELECT document FROM document WHERE run = ?)")
                  .bind(run)
                  .run();
  Statement row(database,
                "SELECT d.document, d.path, d.sha256, d.standing, coalesce(r.code, ''), coalesce(r.file, ''),"
                " coalesce(r.line, 0), coalesce(r.column_number, 0), coalesce(r.message, ''), coalesce(r.advice, ''),"
                " d.checklist"
                " FROM document AS d LEFT JOIN refusal AS r USING (document) WHERE d.run = ? AND d.sha256 != ''");
  row.bind(run);
  while (row.next()) {
    Already found;
    found.document = row.number();
    const std::string path = row.text(), sha256 = row.text();
    found.standing = named(row.text(), evaluation::Standing::skipped);
    found.error.code = named(row.text(), base::ErrorCode::interrupted);
    found.error.file = row.text();
    found.error.line = row.count();
    found.error.column = row.count();
    found.error.message = row.text();
    found.error.advice = row.text();
    found.checklist = row.text();
    already[key_of(path, sha256)] = std::move(found);
  }
  std::unordered_map<std::int64_t, Joining> joinings;
  if (!read_joinings(database, run, joinings)) return false;
  for (auto& [key, found] : already) {
    if (auto own = joinings.find(found.document); own != joinings.end()) found.joining = std::move(own->second);
  }
  return done && !row.failed();
}

bool Recording::Content::write() {
  for (const ChecklistFacts& checklist : checklists) {
    if (!add_checklist(database, run, checklist)) return false;
  }
  std::int64_t position = documents;
  Statement move(database, "UPDATE document SET position = ? WHERE document = ?");
  for (const Next& one : next) {
    bool done =
        one.outcome ? writer->write(run, position, *one.outcome, keep_text) : move.bind(position, one.document).run();
    done = done && (!one.joining || add_joining(database, writer->document(), *one.joining));
    if (!done) return false;
    ++position;
  }
  return true;
}

Recording::Recording() = default;
Recording::~Recording() = default;
Recording::Recording(Recording&&) noexcept = default;

base::Result<Recording> Recording::at(const std::string& path, std::int64_t run, const RunFacts& facts) {
  Recording recording;
  recording.content_ = std::make_unique<Content>();
  Content& content = *recording.content_;
  base::Result<Database> database = opened(path, run > 0 ? Access::write : Access::make);
  if (!database) return database.error();
  content.database = std::move(database).value();
  if (!content.database.execute("PRAGMA journal_mode = WAL") || !content.database.execute(settings)) {
    return content.database.error();
  }
  content.keep_text = facts.text_kept;
  bool done = content.database.together([&] {
    content.run = run > 0 ? run : add_run(content.database);
    return content.run > 0 && write_facts(content.database, content.run, facts, State::writing) &&
           (run == 0 || content.load());
  });
  if (!done) return content.database.error();
  content.writer.emplace(content.database);
  content.reader.emplace(content.database);
  return recording;
}

base::Result<Recording> Recording::begin(const std::string& path, const RunFacts& facts) {
  return at(path, 0, facts);
}

base::Result<Recording> Recording::resume(const std::string& path, std::int64_t run, const RunFacts& facts) {
  return at(path, run, facts);
}

std::int64_t Recording::run() const {
  return content_->run;
}

const Already* Recording::already(const std::string& path, const std::string& sha256) const {
  auto found = content_->already.find(key_of(path, sha256));
  return found == content_->already.end() ? nullptr : &found->second;
}

std::size_t Recording::waiting() const {
  return content_->already.size();
}

void Recording::take(evaluation::Outcome outcome) {
  content_->next.push_back({std::move(outcome), 0, std::exchange(content_->joining, std::nullopt)});
}

void Recording::joined(Joining joining) {
  content_->joining = std::move(joining);
}

void Recording::take_over(const std::string& path, const std::string& sha256) {
  const Already* found = already(path, sha256);
  assert(found != nullptr);
  content_->next.push_back({std::nullopt, found->document, std::nullopt});
}

void Recording::rated_by(ChecklistFacts checklist) {
  content_->checklists.push_back(std::move(checklist));
}

std::size_t Recording::uncommitted() const {
  return content_->next.size();
}

base::Status Recording::commit() {
  if (content_->next.empty()) return base::Done{};
  if (!content_->database.together([&] { return content_->write(); })) return content_->database.error();
  content_->documents += static_cast<std::int64_t>(content_->next.size());
  content_->next.clear();
  content_->checklists.clear();
  return base::Done{};
}

base::Result<std::string> Recording::text(std::int64_t position) {
  const Database& database = content_->database;
  Statement row(database,
                "SELECT t.text FROM document AS d JOIN document_text AS t USING (document)"
                " WHERE d.run = ? AND d.position = ?");
  const bool there = row.bind(content_->run, position).next();
  if (row.failed()) return database.error();
  return there ? row.text() : std::string();
}

base::Result<Recording::Source> Recording::source(std::int64_t position) {
  const Database& database = content_->database;
  Statement row(database, "SELECT path, sha256 FROM document WHERE run = ? AND position = ?");
  if (!row.bind(content_->run, position).next()) return row.failed() ? database.error() : database.damaged();
  Source out;
  out.path = row.text();
  out.sha256 = row.text();
  return out;
}

base::Status Recording::raise(std::int64_t position, std::vector<evaluation::Flag> flags) {
  Database& database = content_->database;
  bool done = database.together([&] {
    const std::optional<std::int64_t> number =
        DocumentKeys(database, content_->run).of(static_cast<std::size_t>(position) + 1);
    if (!number) return false;
    std::vector<evaluation::Flag> all = content_->reader->flags(*number);
    std::erase_if(all, [](const evaluation::Flag& flag) { return !flag.twin.empty(); });
    evaluation::put_among(all, std::move(flags));
    return Statement(database, "DELETE FROM flag WHERE document = ?").bind(*number).run() &&
           content_->writer->write_flags(*number, all);
  });
  return done ? base::Status(base::Done{}) : base::Status(database.error());
}

base::Status Recording::finish(const RunFacts& facts, const std::vector<CaseFact>& cases) {
  if (base::Status committed = commit(); !committed) return committed;
  Database& database = content_->database;
  const std::int64_t run = content_->run;
  bool done = database.together([&] {
    bool rest =
        facts.interrupted
            ? Statement(database, "UPDATE document SET position = ? - 1 - position WHERE run = ? AND position < 0")
                  .bind(content_->documents, run)
                  .run()
            : removed_waiting(database, run);
    return rest && write_facts(database, run, facts, State::finished) && put_cases(database, run, cases);
  });
  if (!done) return database.error();
  if (!database.execute("PRAGMA wal_checkpoint(PASSIVE)")) return database.error();
  return base::Done{};
}

base::Status Recording::settle() {
  content_->writer.reset();
  content_->reader.reset();
  // With another journal nothing of the run is left outside its file.
  if (!content_->database.execute("PRAGMA journal_mode = DELETE")) return content_->database.error();
  return base::Done{};
}

base::Result<std::vector<RunFacts>> resumable(const std::string& path, bool all) {
  std::error_code error;
  if (!std::filesystem::exists(path, error)) return std::vector<RunFacts>{};
  if (std::filesystem::file_size(path, error) == 0 && !error) return std::vector<RunFacts>{};  // broke off at once
  base::Result<Database> database = opened(path, Access::read);
  if (!database) return database.error();
  std::vector<RunFacts> out;
  Statement run(database.value(), "SELECT run FROM run WHERE state = 'writing' OR interrupted OR ? ORDER BY run DESC");
  run.bind(all);
  while (run.next()) {
    base::Result<RunFacts> facts = read_facts(database.value(), run.number());
    if (!facts) return facts.error();
    out.push_back(std::move(facts).value());
  }
  if (run.failed()) return database.value().error();
  return out;
}

}  // namespace store
