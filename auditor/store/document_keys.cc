#include "store/document_keys.h"

#include "store/content.h"

namespace store {

DocumentKeys::DocumentKeys(const Store& store)
    : store_(store), row_(store.content().database, "SELECT document FROM document WHERE run = ? AND position = ?") {}

std::optional<std::int64_t> DocumentKeys::of(std::size_t number) {
  if (!row_.bind(store_.run(), static_cast<std::int64_t>(number) - 1).next()) {
    if (!row_.failed()) unknown_ = number;
    return std::nullopt;
  }
  const std::int64_t key = row_.number();
  row_.next();  // to its end: what is half read would stay locked beyond the change
  return key;
}

base::Error DocumentKeys::error(const std::string& advice) const {
  const Database& database = store_.content().database;
  if (unknown_ == 0) return database.error();
  return {
      base::ErrorCode::not_found, database.path(), 0, 0, "the run has no document " + std::to_string(unknown_), advice};
}

}  // namespace store
