// SQLite's handles as values: an open database, and prepared statements that are bound and stepped in turn.
#pragma once

#include <sqlite3.h>

#include <concepts>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace store {

struct Closer {
  void operator()(sqlite3* database) const { ::sqlite3_close_v2(database); }
  void operator()(sqlite3_stmt* statement) const { ::sqlite3_finalize(statement); }
};

class Database;

// One prepared statement. Values are bound from left to right by bind(), results read from left to right by the read
// functions after next() gave true.
class Statement {
 public:
  // The statement must compile: its text is the program's own.
  Statement(const Database& database, std::string_view sql);

  template <typename... Values>
  Statement& bind(const Values&... values) {
    begin();
    int at = 0;
    (bind_one(++at, values), ...);
    return *this;
  }
  // For statements that give no rows: runs it and makes it ready for the next bind().
  bool run();
  // Whether there is a further row. After false, failed() tells whether that was the end.
  bool next();
  bool failed() const { return failed_; }

  std::int64_t number();
  double real();
  std::string text();  // of texts and blobs
  bool truth() { return number() != 0; }
  std::uint32_t count() { return static_cast<std::uint32_t>(number()); }
  std::int32_t index() { return static_cast<std::int32_t>(number()); }

 private:
  void begin();
  void bind_one(int at, std::string_view text);
  void bind_one(int at, double value);
  void bind_one(int at, std::optional<std::int64_t> value);  // none: NULL
  template <std::integral N>
  void bind_one(int at, N value) {
    bind_integer(at, static_cast<std::int64_t>(value));
  }
  void bind_integer(int at, std::int64_t value);

  std::unique_ptr<sqlite3_stmt, Closer> statement_;
  int column_ = 0;
  bool failed_ = false;
};

class Database {
 public:
  // `flags` as for sqlite3_open_v2. Errors name the path, or what it is to be `shown_as`. Another process that writes
  // is waited for.
  static base::Result<Database> open(const std::string& path, int flags, const std::string& shown_as = "");

  bool execute(const char* sql);
  // Runs what `change` does as one transaction: all of it, or after a failure nothing.
  bool together(const std::function<bool()>& change);
  // A pragma's or count's one number; -1 where it cannot be had.
  std::int64_t number(const char* sql) const;
  // What went wrong last, naming the file; never a record's words.
  base::Error error() const;
  base::Error damaged() const;  // what SQLite reads and this program cannot have written
  const std::string& path() const { return path_; }
  sqlite3* get() const { return handle_.get(); }

 private:
  std::unique_ptr<sqlite3, Closer> handle_;
  std::string path_;
  int failed_with_ = 0;  // SQLite's code for why the last together() failed, since rolling back loses it
};

}  // namespace store
