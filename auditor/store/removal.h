// Taking documents out of a store, with all that hangs on them.
#pragma once

#include "store/sqlite.h"

namespace store {

// Gathers documents, then removes them; within a transaction of the caller's. Each step gives false where SQLite
// refuses.
class Removal {
 public:
  explicit Removal(const Database& database) : database_(database) {
    begun_ = Statement(database, "CREATE TEMP TABLE IF NOT EXISTS gone (document INTEGER PRIMARY KEY)").bind().run() &&
             Statement(database, "DELETE FROM gone").bind().run();
  }

  // Adds the documents that a condition on the table document holds for; the values are those of its `?`.
  template <typename... Values>
  bool add(const std::string& condition, const Values&... values) {
    return begun_ && Statement(database_, "INSERT OR IGNORE INTO gone SELECT document FROM document WHERE " + condition)
                         .bind(values...)
                         .run();
  }
  bool remove();

 private:
  const Database& database_;
  bool begun_ = false;
};

}  // namespace store
