#include "store/store.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <optional>

#include "evaluation/whole.h"
#include "store/columns.h"
#include "store/schema.h"
#include "store/sqlite.h"

namespace store {
namespace {

constexpr unsigned documents_per_transaction = 250;

base::Error cannot(const std::string& path, const char* what) {
  return {base::ErrorCode::unreadable, path, 0, 0, std::string(what) + ": " + std::strerror(errno), ""};
}

std::string pragma(const char* name, int value) {
  return "PRAGMA " + std::string(name) + " = " + std::to_string(value) + ";";
}

}  // namespace

struct Store::Content {
  Database database;
  bool keep_text = true;
  std::optional<OutcomeWriter> writer;
  std::int64_t documents = 0;
  unsigned in_transaction = 0;
};

Store::Store() = default;
Store::~Store() = default;
Store::Store(Store&&) noexcept = default;

base::Result<Store> Store::create(const std::string& path, bool keep_text) {
  // Made here, with its mode, so that no moment passes in which others could read it.
  int made = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (made < 0) return cannot(path, "cannot be made");
  ::close(made);
  base::Result<Database> database = Database::open(path, SQLITE_OPEN_READWRITE);
  if (!database) return database.error();
  Store store;
  store.content_ = std::make_unique<Content>();
  store.content_->database = std::move(database).value();
  store.content_->keep_text = keep_text;
  Database& made_database = store.content_->database;
  // A run that breaks off is thrown away whole, so there is nothing to roll back to; finish() makes the file safe.
  std::string settings = pragma("application_id", application_id) + pragma("user_version", schema_version) +
                         "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = ON;";
  if (!made_database.execute(settings.c_str()) || !made_database.execute(schema)) return made_database.error();
  store.content_->writer.emplace(made_database);
  return store;
}

base::Result<Store> Store::open(const std::string& path) {
  base::Result<Database> database = Database::open(path, SQLITE_OPEN_READONLY);
  if (!database) return database.error();
  Store store;
  store.content_ = std::make_unique<Content>();
  store.content_->database = std::move(database).value();
  const Database& found = store.content_->database;
  const std::int64_t id = found.number("PRAGMA application_id");
  if (id < 0) return found.error();
  if (id != application_id) {
    return base::Error{base::ErrorCode::unsupported, path, 0, 0, "is not a run of this program", ""};
  }
  const std::int64_t version = found.number("PRAGMA user_version");
  if (version < schema_version) {
    return base::Error{
        base::ErrorCode::unsupported, path, 0, 0, "was made by an older version of this program", "audit again"};
  }
  if (version > schema_version) {
    return base::Error{base::ErrorCode::unsupported,      path, 0, 0, "was made by a newer version of this program",
                       "use that version, or audit again"};
  }
  return store;
}

bool Store::is_run(const std::string& path) {
  base::Result<Database> database = Database::open(path, SQLITE_OPEN_READONLY);
  return database && database.value().number("PRAGMA application_id") == application_id;
}

base::Status Store::take(const evaluation::Outcome& outcome) {
  Content& content = *content_;
  if (content.in_transaction == 0 && !content.database.execute("BEGIN")) return content.database.error();
  if (!content.writer->write(++content.documents, outcome, content.keep_text)) return content.database.error();
  if (++content.in_transaction == documents_per_transaction) {
    content.in_transaction = 0;
    if (!content.database.execute("COMMIT")) return content.database.error();
  }
  return base::Done{};
}

base::Status Store::finish(const RunFacts& facts) {
  Database& database = content_->database;
  if (content_->in_transaction == 0 && !database.execute("BEGIN")) return database.error();
  content_->in_transaction = 0;
  bool done = Statement(database, "INSERT INTO run VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
                  .bind(facts.program_version, facts.checklist_id, facts.checklist_title, facts.checklist_version,
                        facts.checklist_sha256, facts.started, facts.finished, facts.sandbox, facts.jobs,
                        facts.interrupted, facts.across, facts.text_kept, facts.ocr_library, facts.ocr_asked)
                  .run();
  Statement argument(database, "INSERT INTO run_argument VALUES (?,?)");
  for (std::size_t i = 0; i < facts.arguments.size(); ++i) done = done && argument.bind(i, facts.arguments[i]).run();
  Statement dimension(database, "INSERT INTO checklist_dimension VALUES (?,?,?)");
  for (std::size_t i = 0; i < facts.dimensions.size(); ++i) {
    done = done && dimension.bind(i, facts.dimensions[i].first, facts.dimensions[i].second).run();
  }
  Statement item(database, "INSERT INTO checklist_item VALUES (?,?,?,?)");
  for (std::size_t i = 0; i < facts.items.size(); ++i) {
    done = done && item.bind(i, facts.items[i][0], facts.items[i][1], facts.items[i][2]).run();
  }
  if (!done || !database.execute("COMMIT")) return database.error();
  int file = ::open(database.path().c_str(), O_RDONLY | O_CLOEXEC);
  bool safe = file >= 0 && ::fsync(file) == 0;
  if (file >= 0) ::close(file);
  if (!safe) return cannot(database.path(), "cannot be written");
  return base::Done{};
}

base::Result<RunFacts> Store::facts() const {
  const Database& database = content_->database;
  RunFacts facts;
  Statement run(database, "SELECT * FROM run");
  if (!run.next()) {
    if (run.failed()) return database.error();
    return base::Error{
        base::ErrorCode::damaged, database.path(), 0, 0, "holds a run that was not finished", "audit again"};
  }
  facts.program_version = run.text();
  facts.checklist_id = run.text();
  facts.checklist_title = run.text();
  facts.checklist_version = run.text();
  facts.checklist_sha256 = run.text();
  facts.started = run.text();
  facts.finished = run.text();
  facts.sandbox = run.text();
  facts.jobs = run.count();
  facts.interrupted = run.truth();
  facts.across = run.truth();
  facts.text_kept = run.truth();
  facts.ocr_library = run.text();
  facts.ocr_asked = run.truth();
  Statement argument(database, "SELECT argument FROM run_argument ORDER BY position");
  while (argument.next()) facts.arguments.push_back(argument.text());
  Statement dimension(database, "SELECT id, title FROM checklist_dimension ORDER BY position");
  while (dimension.next()) {
    std::string id = dimension.text();
    facts.dimensions.emplace_back(std::move(id), dimension.text());
  }
  Statement item(database, "SELECT id, dimension, question FROM checklist_item ORDER BY position");
  while (item.next()) {
    auto& row = facts.items.emplace_back();
    for (std::string& value : row) value = item.text();
  }
  if (argument.failed() || dimension.failed() || item.failed()) return database.error();
  return facts;
}

base::Status Store::each(const std::function<base::Status(const evaluation::Outcome&)>& use) const {
  base::Status status = base::Done{};
  OutcomeReader reader(content_->database);
  auto use_whole = [&](const evaluation::Outcome& outcome) {
    return evaluation::holds_together(outcome) ? use(outcome) : content_->database.damaged();
  };
  if (!reader.each(use_whole, status)) return content_->database.error();
  return status;
}

}  // namespace store
