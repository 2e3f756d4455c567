// Documents are known outside by their number in the run, and in the tables by a key of the whole file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "store/sqlite.h"

namespace store {

// Of one run. The database must outlive it.
class DocumentKeys {
 public:
  DocumentKeys(const Database& database, std::int64_t run);

  // The key of the document of that number, from 1; nothing where the run has none such, or SQLite fails.
  std::optional<std::int64_t> of(std::size_t number);
  // Why a change that asked for keys was not made: a document that there isn't, or what SQLite says.
  base::Error error(const std::string& advice) const;

 private:
  const Database& database_;
  std::int64_t run_;
  Statement row_;
  std::size_t unknown_ = 0;
};

}  // namespace store
