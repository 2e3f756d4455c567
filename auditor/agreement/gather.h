// Several files of ratings taken in at once, beside those that are there already.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "agreement/audit.h"
#include "agreement/import.h"
#include "base/result.h"

namespace agreement {

struct Gathered {
  std::vector<Given> fresh;                           // to be kept: new, or other than what the rater said before
  std::size_t added = 0, changed = 0, unchanged = 0;  // added + changed: all of `fresh`
  std::vector<std::pair<std::string, Fault>> faults;  // with their files; then `fresh` is empty
};

// One rater may say the same of one item of one record in several files, never two things. A rater who is known already
// keeps the spelling of the name.
Gathered gather(const std::vector<std::pair<std::string, Imported>>& files, const std::vector<Given>& kept);

// What a file gave, as text that crosses a pipe, and back; damaged where it is not what such a text holds, or tells of
// records and items that the audit has not.
std::string text_of(const Imported& imported);
base::Result<Imported> imported_from(std::string_view text, const Audit& audit);

}  // namespace agreement
