// Tables as plain text draws them. Each finder looks at one place and says what it found there, or nothing.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "document/builder.h"
#include "readers/text_lines.h"

namespace readers::text {

struct Cell {
  std::string text;       // lines joined by blanks; line ends where `laid_out`
  bool laid_out = false;  // holds blocks of its own (paragraphs, lists)
  bool header = false;
  std::uint32_t row_span = 1;
  std::uint32_t column_span = 1;
};

struct Table {
  std::vector<std::vector<Cell>> rows;
  std::size_t end = 0;  // the first line after it
};

class Tables {
 public:
  // The lines must outlive the finder.
  explicit Tables(const std::vector<Line>& lines);

  // The table that starts at line `at`, whichever way it is drawn.
  std::optional<Table> at(std::size_t at) const;

 private:
  std::optional<Table> grid(std::size_t at) const;     // +---+---+
  std::optional<Table> ruled(std::size_t at) const;    // ---- ----
  std::optional<Table> headed(std::size_t at) const;   // a line over ---- ----
  std::optional<Table> piped(std::size_t at) const;    // | a | b |, a | b
  std::optional<Table> tabbed(std::size_t at) const;   // a<tab>b
  std::optional<Table> aligned(std::size_t at) const;  // columns of blanks

  std::uint32_t column_before(std::size_t at) const;
  std::size_t next_rule(std::size_t at) const;  // the next line of dashes after `at`, or the end

  const std::vector<Line>& lines_;
  std::vector<std::size_t> next_dashes_;
};

// Marks the first row as headers where its cells read as names of columns and the rows below as values.
void guess_header(Table& table);

}  // namespace readers::text
