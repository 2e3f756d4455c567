// The numbers that an OpenDocument shows before list items and headings but does not store: counted as LibreOffice
// counts them.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>

#include "readers/odt_styles.h"

namespace readers::odt {

// The running counts of one list, whose parts may stand apart in the text.
class Counts {
 public:
  // Counts one item at `level` (from 0) and gives its label: "1.2", "(a)"; empty for bullets and unnumbered levels.
  // `start` restarts the level at that value.
  std::string next(const ListStyle& style, std::size_t level, std::optional<int> start = std::nullopt);

  // Lets the level go on where it stood before an item above it was counted.
  void go_on(std::size_t level);

 private:
  std::array<std::optional<int>, list_levels> now_;
  std::array<std::optional<int>, list_levels> before_;
  std::optional<int> last_;  // whatever its level
};

// The lists of a document, by what a continuing list may name.
class Lists {
 public:
  // The key of a list that begins: that of the list it continues, or a new one. `id` is its own name, if any.
  std::size_t begin(const std::string& style, const std::string& id, bool continues, const std::string& continued);
  Counts& counts(std::size_t key) { return counts_[key]; }

 private:
  std::size_t begun_ = 0;
  std::map<std::size_t, Counts> counts_;
  std::map<std::string, std::size_t> by_id_;
  std::map<std::string, std::size_t> by_style_;
};

}  // namespace readers::odt
