#include "store/document_keys.h"

namespace store {

DocumentKeys::DocumentKeys(const Database& database, std::int64_t run)
    : database_(database), run_(run), row_(database, "SELECT document FROM document WHERE run = ? AND position = ?") {}

std::optional<std::int64_t> DocumentKeys::of(std::size_t number) {
  if (!row_.bind(run_, static_cast<std::int64_t>(number) - 1).next()) {
    if (!row_.failed()) unknown_ = number;
    return std::nullopt;
  }
  const std::int64_t key = row_.number();
  row_.next();  // to its end: what is half read would stay locked beyond the change
  return key;
}

base::Error DocumentKeys::error(const std::string& advice) const {
  if (unknown_ == 0) return database_.error();
  return {base::ErrorCode::not_found,
          database_.path(),
          0,
          0,
          "the run has no document " + std::to_string(unknown_),
          advice};
}

}  // namespace store
