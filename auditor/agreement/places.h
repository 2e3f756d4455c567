// Which record a row of a sheet is about.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "agreement/audit.h"

namespace agreement {

// A cell as people see it, on one line: what keeps a value from being a formula in a CSV is no part of it.
std::string shown(std::string_view cell);

// What the row says of the record; each without a value where the sheet has no such column, and empty where its cell
// is.
struct Named {
  std::optional<std::string> key, path, number;
};

class Places {
 public:
  struct Found {
    std::optional<std::size_t> record;  // place in Audit::records
    // Where there is none: what is wrong, and with which of the three.
    std::optional<std::string> Named::*wrong = nullptr;
    const char* message = "";
  };

  explicit Places(const Audit& audit);

  // By the key; without such a column by path, or number. Several that don't name the same record are a fault. At least
  // one of the columns must be there.
  Found find(const Named& named) const;

 private:
  std::optional<std::size_t> numbered(const std::string& text) const;

  std::map<std::string, std::vector<std::size_t>> by_key_;  // several where files hold the same bytes
  std::map<std::string, std::size_t> by_path_;
  std::map<std::size_t, std::size_t> by_number_;
};

}  // namespace agreement
