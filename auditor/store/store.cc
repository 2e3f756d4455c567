#include "store/store.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "evaluation/whole.h"
#include "store/content.h"
#include "store/migrate.h"
#include "store/run_rows.h"
#include "store/schema.h"

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
  store.content_->run = add_run(made_database);
  if (store.content_->run < 0) return made_database.error();
  store.content_->writer.emplace(made_database);
  return store;
}

base::Result<Store> Store::open(const std::string& path, std::int64_t run) {
  return open_run(path, run, false);
}

base::Result<Store> Store::open_to_add(const std::string& path, std::int64_t run) {
  return open_run(path, run, true);
}

base::Result<Store> Store::open_run(const std::string& path, std::int64_t run, bool to_add) {
  base::Result<Database> database = opened(path, to_add ? Access::write : Access::read);
  if (!database) return database.error();
  Store store;
  store.content_ = std::make_unique<Content>();
  store.content_->database = std::move(database).value();
  const Database& found = store.content_->database;
  store.content_->run = run > 0 ? run : latest_run(found, State::finished);
  if (run > 0) {
    Statement there(found, "SELECT count(*) FROM run WHERE run = ? AND state = 'finished'");
    if (!there.bind(run).next()) return found.error();
    if (!there.truth()) {
      return base::Error{
          base::ErrorCode::not_found,          path, 0, 0, "holds no finished run " + std::to_string(run),
          "auditor runs tells which there are"};
    }
  }
  if (to_add && !store.content_->database.execute("PRAGMA foreign_keys = ON")) return found.error();
  return store;
}

bool Store::is_run(const std::string& path) {
  base::Result<Database> database = Database::open(path, SQLITE_OPEN_READONLY);
  return database && database.value().number("PRAGMA application_id") == application_id;
}

base::Status Store::take(const evaluation::Outcome& outcome) {
  Content& content = *content_;
  if (content.in_transaction == 0 && !content.database.execute("BEGIN")) return content.database.error();
  if (!content.writer->write(content.run, content.documents++, outcome, content.keep_text))
    return content.database.error();
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
  bool done = write_facts(database, content_->run, facts, State::finished);
  if (!done || !database.execute("COMMIT")) return database.error();
  int file = ::open(database.path().c_str(), O_RDONLY | O_CLOEXEC);
  bool safe = file >= 0 && ::fsync(file) == 0;
  if (file >= 0) ::close(file);
  if (!safe) return cannot(database.path(), "cannot be written");
  return base::Done{};
}

base::Result<RunFacts> Store::facts() const {
  const Database& database = content_->database;
  if (content_->run == 0) {
    return base::Error{
        base::ErrorCode::damaged, database.path(), 0, 0, "holds a run that was not finished", "audit again"};
  }
  return read_facts(database, content_->run);
}

std::int64_t Store::run() const {
  return content_->run;
}

base::Status Store::each(const std::function<base::Status(const evaluation::Outcome&)>& use) const {
  base::Status status = base::Done{};
  OutcomeReader reader(content_->database);
  auto use_whole = [&](const evaluation::Outcome& outcome) {
    return evaluation::holds_together(outcome) ? use(outcome) : content_->database.damaged();
  };
  if (!reader.each(content_->run, use_whole, status)) return content_->database.error();
  return status;
}

}  // namespace store
