#include "store/migrate.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <vector>

#include "store/schema.h"

namespace store {
namespace {

base::Error unsupported(const std::string& path, const char* what, const char* advice) {
  return {base::ErrorCode::unsupported, path, 0, 0, what, advice};
}

// Sets every table aside under another name, makes the present ones, and fills them.
bool rebuild(Database& database, const char* fill) {
  std::vector<std::string> tables;
  {
    Statement named(database, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'");
    while (named.next()) tables.push_back(named.text());
    if (named.failed()) return false;
  }
  auto on_each = [&](const std::string& before, const std::string& after) {
    for (const std::string& table : tables) {
      if (!database.execute((before + table + after + (after.empty() ? "" : table)).c_str())) return false;
    }
    return true;
  };
  return on_each("ALTER TABLE ", " RENAME TO old_") && database.execute(schema) && database.execute(fill) &&
         on_each("DROP TABLE old_", "");
}

// To the present version, by whichever steps; what only adds tables leaves the others where they are.
bool bring_up(Database& database, std::int64_t version) {
  bool done = true;
  if (version == oldest_version) {
    done = rebuild(database, from_5);
  } else {
    if (version == 6) done = database.execute(from_6);
    done = done && database.execute(from_7);
  }
  return done && database.execute(("PRAGMA user_version = " + std::to_string(schema_version)).c_str());
}

bool migrate(Database& database) {
  if (!database.execute("PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE")) return false;
  // Another process may have done it meanwhile.
  const std::int64_t version = database.number("PRAGMA user_version");
  bool done = version == schema_version || bring_up(database, version);
  if (!done || !database.execute("COMMIT")) {
    database.execute("ROLLBACK");
    return false;
  }
  database.execute("VACUUM");  // the file is whole without it, only larger
  return true;
}

base::Result<Database> copied_to_memory(const Database& from) {
  base::Result<Database> memory = Database::open(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY, from.path());
  if (!memory) return memory;
  sqlite3_backup* backup = ::sqlite3_backup_init(memory.value().get(), "main", from.get(), "main");
  if (backup == nullptr) return memory.value().error();
  ::sqlite3_backup_step(backup, -1);
  if (::sqlite3_backup_finish(backup) != SQLITE_OK) return from.error();
  return memory;
}

// Whether reading fails because SQLite may not make the files by which readers and a writer know of each other.
bool cannot_be_shared(const Database& database) {
  const int code = ::sqlite3_errcode(database.get());
  return code == SQLITE_CANTOPEN || code == SQLITE_READONLY;
}

// A store on a medium, or in a folder, that cannot be written: nobody changes it while it is read.
base::Result<Database> unshared(const std::string& path) {
  std::string address = "file:";
  for (const char c : path) {
    char escaped[4];
    std::snprintf(escaped, sizeof escaped, "%%%02x", static_cast<unsigned>(static_cast<unsigned char>(c)));
    address += c == '/' ? std::string(1, c) : std::string(escaped);
  }
  return Database::open(address + "?immutable=1", SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, path);
}

// An empty file becomes a store without runs. Of two processes that come at once, one makes it and the other waits.
base::Status make(const std::string& path) {
  struct stat facts {};
  if (::stat(path.c_str(), &facts) == 0) {
    if (!S_ISREG(facts.st_mode)) return base::Done{};
  } else {
    // Made here, with its mode, so that no moment passes in which others could read it.
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0) {
      return base::Error{
          base::ErrorCode::unreadable, path, 0, 0, std::string("cannot be made: ") + std::strerror(errno),
          "name another file"};
    }
    ::close(file);
  }
  base::Result<Database> database = Database::open(path, SQLITE_OPEN_READWRITE);
  if (!database) return database.error();
  // Not the file's size: a process that was killed while it made the store leaves pages that its journal takes back.
  if (database.value().number("PRAGMA page_count") != 0) return base::Done{};
  const std::string numbers = "PRAGMA application_id = " + std::to_string(application_id) +
                              "; PRAGMA user_version = " + std::to_string(schema_version);
  bool done = database.value().together([&] {
    return database.value().number("PRAGMA application_id") == application_id ||
           (database.value().execute(schema) && database.value().execute(numbers.c_str()));
  });
  if (!done) return database.value().error();
  return base::Done{};
}

}  // namespace

base::Result<Database> opened(const std::string& path, Access access) {
  if (access == Access::make) {
    if (base::Status made = make(path); !made) return made.error();
  }
  const int flags = access == Access::read ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
  base::Result<Database> found = Database::open(path, flags);
  if (!found) return found.error();
  std::int64_t id = found.value().number("PRAGMA application_id");
  if (id < 0 && access == Access::read && cannot_be_shared(found.value())) {
    found = unshared(path);
    if (!found) return found.error();
    id = found.value().number("PRAGMA application_id");
  }
  if (id < 0) return found.value().error();
  if (id != application_id) return unsupported(path, "is not a run of this program", "");
  const std::int64_t version = found.value().number("PRAGMA user_version");
  if (version > schema_version) {
    return unsupported(path, "was made by a newer version of this program", "use that version, or audit again");
  }
  if (version < oldest_version) {
    return unsupported(path, "was made by an older version of this program", "audit again");
  }
  if (version == schema_version) return found;
  base::Result<Database> old = Database::open(path, SQLITE_OPEN_READWRITE);
  if (old && migrate(old.value())) return access != Access::read ? std::move(old) : Database::open(path, flags);
  if (access != Access::read) return old ? old.value().error() : old.error();
  old = copied_to_memory(found.value());
  if (!old) return old.error();
  if (!migrate(old.value())) return old.value().error();
  return old;
}

}  // namespace store
