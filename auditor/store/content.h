// What an open store holds; for the files of this room.
#pragma once

#include <cstdint>
#include <optional>

#include "store/columns.h"
#include "store/sqlite.h"
#include "store/store.h"

namespace store {

struct Store::Content {
  Database database;
  std::int64_t run = 0;  // the one that is read or written
  bool keep_text = true;
  std::optional<OutcomeWriter> writer;
  std::int64_t documents = 0;  // of the run, written so far
  unsigned in_transaction = 0;
};

}  // namespace store
