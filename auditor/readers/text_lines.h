// The lines of a plain text and what each looks like by itself.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace readers::text {

// A stretch of dashes in a rule, in display columns: [begin, end).
struct Run {
  std::uint32_t begin;
  std::uint32_t end;
  friend bool operator==(Run, Run) = default;
};

enum class Rule : std::uint8_t {
  none,
  dashes,  // "----", or runs of dashes parted by blanks: "  ---- ------"
  grid,    // "+----+----+", "+====+====+"
  pipes,   // "|---|:--:|", "-----+-----", "---|---"
  other,   // "====", "____", "****"
};

struct Line {
  std::string_view text;     // without white space at its end
  std::uint32_t indent = 0;  // leading columns; a tab counts four
  std::uint32_t page = 0;
  Rule rule = Rule::none;
  bool ends_in_tab = false;  // an empty cell, where tabs part cells
  bool entry = false;        // begins an entry of a list that nothing marks as one (text_entries.h)
  bool spaces = false;       // nothing but two or more blanks: an empty row of a table, not an empty line

  bool empty() const { return text.empty(); }
  std::string_view words() const;  // without the indentation
};

// Lines of `text`, which must outlive them. Pages are counted only where there is a form feed, which ends a line.
std::vector<Line> lines_of(std::string_view text);

// Display columns of the text: wide characters count two, combining marks none.
std::uint32_t columns_of(std::string_view text);

std::vector<Run> dash_runs(std::string_view line);

// The line cut at the given columns (ascending, the first cut starting the first piece), each piece trimmed. A cut that
// would fall inside a word moves to the nearer end of it.
std::vector<std::string> sliced(std::string_view line, const std::vector<std::uint32_t>& starts);

}  // namespace readers::text
