#include "store/sqlite.h"

#include <cassert>

namespace store {

Statement::Statement(const Database& database, std::string_view sql) {
  sqlite3_stmt* made = nullptr;
  int status = ::sqlite3_prepare_v3(database.get(), sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                    &made, nullptr);
  statement_.reset(made);
  failed_ = status != SQLITE_OK;
}

void Statement::begin() {
  if (!statement_) return;
  ::sqlite3_reset(statement_.get());
  failed_ = false;
}

void Statement::bind_one(int at, std::string_view text) {
  // The caller's text outlives the step, and a null pointer would be SQL's NULL.
  const char* bytes = text.data() == nullptr ? "" : text.data();
  if (::sqlite3_bind_text64(statement_.get(), at, bytes, text.size(), SQLITE_STATIC, SQLITE_UTF8) != SQLITE_OK) {
    failed_ = true;
  }
}

void Statement::bind_one(int at, double value) {
  if (::sqlite3_bind_double(statement_.get(), at, value) != SQLITE_OK) failed_ = true;
}

void Statement::bind_one(int at, std::optional<std::int64_t> value) {
  if (value) return bind_integer(at, *value);
  if (::sqlite3_bind_null(statement_.get(), at) != SQLITE_OK) failed_ = true;
}

void Statement::bind_integer(int at, std::int64_t value) {
  if (::sqlite3_bind_int64(statement_.get(), at, value) != SQLITE_OK) failed_ = true;
}

bool Statement::run() {
  if (!statement_ || failed_) return false;
  int status = ::sqlite3_step(statement_.get());
  ::sqlite3_reset(statement_.get());
  failed_ = status != SQLITE_DONE;
  return !failed_;
}

bool Statement::next() {
  column_ = 0;
  if (!statement_ || failed_) {
    failed_ = true;
    return false;
  }
  int status = ::sqlite3_step(statement_.get());
  failed_ = status != SQLITE_ROW && status != SQLITE_DONE;
  if (status != SQLITE_ROW) ::sqlite3_reset(statement_.get());
  return status == SQLITE_ROW;
}

std::int64_t Statement::number() {
  return ::sqlite3_column_int64(statement_.get(), column_++);
}

double Statement::real() {
  return ::sqlite3_column_double(statement_.get(), column_++);
}

std::string Statement::text() {
  int at = column_++;
  const void* bytes = ::sqlite3_column_blob(statement_.get(), at);
  int size = ::sqlite3_column_bytes(statement_.get(), at);
  return bytes == nullptr ? std::string()
                          : std::string(static_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

base::Result<Database> Database::open(const std::string& path, int flags, const std::string& shown_as) {
  constexpr int patience_milliseconds = 60'000;
  Database database;
  database.path_ = shown_as.empty() ? path : shown_as;
  sqlite3* made = nullptr;
  int status = ::sqlite3_open_v2(path.c_str(), &made, flags, nullptr);
  database.handle_.reset(made);
  if (status != SQLITE_OK) return database.error();
  ::sqlite3_busy_timeout(made, patience_milliseconds);
  return database;
}

bool Database::together(const std::function<bool()>& change) {
  if (!execute("BEGIN IMMEDIATE")) return false;
  if (change() && execute("COMMIT")) return true;
  const int code = ::sqlite3_errcode(handle_.get());
  // Where the disk failed, SQLite has rolled back by itself.
  if (::sqlite3_get_autocommit(handle_.get()) == 0) execute("ROLLBACK");
  failed_with_ = code;
  return false;
}

bool Database::execute(const char* sql) {
  return ::sqlite3_exec(handle_.get(), sql, nullptr, nullptr, nullptr) == SQLITE_OK;
}

std::int64_t Database::number(const char* sql) const {
  Statement statement(*this, sql);
  return statement.next() ? statement.number() : -1;
}

base::Error Database::damaged() const {
  return {base::ErrorCode::damaged, path_, 0, 0, "is damaged, or is no run of this program", "audit again"};
}

base::Error Database::error() const {
  // The code's own text: the database's last message could quote a value.
  int code = handle_ ? ::sqlite3_errcode(handle_.get()) : SQLITE_NOMEM;
  if (code == SQLITE_OK) code = failed_with_;
  switch (code) {
    case SQLITE_OK:  // SQLite read rows that make no outcome
    case SQLITE_ROW:
    case SQLITE_DONE:
    case SQLITE_ERROR:
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return damaged();
    default:
      return {base::ErrorCode::unreadable,
              path_,
              0,
              0,
              std::string("the run's database failed: ") + ::sqlite3_errstr(code),
              code == SQLITE_FULL || code == SQLITE_IOERR ? "see that the disk has room" : ""};
  }
}

}  // namespace store
