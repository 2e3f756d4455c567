#include "store/removal.h"

#include <string>
#include <vector>

namespace store {

bool Removal::remove() {
  if (!begun_) return false;
  // Whatever has a document's number hangs on it, and is looked up rather than listed so that nothing is forgotten.
  std::vector<std::string> tables;
  Statement named(database_,
                  "SELECT t.name FROM main.sqlite_master AS t JOIN pragma_table_info(t.name) AS c"
                  " WHERE t.type = 'table' AND c.name = 'document' ORDER BY t.name = 'document'");
  named.bind();
  while (named.next()) tables.push_back(named.text());
  if (named.failed() || tables.empty()) return false;
  // Of those, some hang on each other.
  if (!Statement(database_, "PRAGMA defer_foreign_keys = ON").bind().run()) return false;
  for (const std::string& table : tables) {
    const std::string sql = "DELETE FROM main." + table + " WHERE document IN (SELECT document FROM gone)";
    if (!Statement(database_, sql).bind().run()) return false;
  }
  return true;
}

}  // namespace store
