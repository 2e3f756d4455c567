// A document's blocks as one flow of lines and table rows. Cells that only lay out the page (one to a row, or holding
// headings and tables of their own) become lines like any other, so that a form drawn as one wide table reads like a
// form without tables.
#pragma once

#include <cstdint>
#include <vector>

#include "document/document.h"
#include "form/cues.h"

namespace form {

struct Line {
  base::Span at;
  base::Span label;  // of a field block
  document::BlockKind kind = document::BlockKind::paragraph;
  document::Part part = document::Part::body;
  std::uint8_t level = 0;
  bool bold = false;
  bool italic = false;
  bool inferred = false;
  bool side = false;   // first cell of a row: heads what stands beside it
  bool alone = false;  // a row of its own: may be a banner
  std::int32_t block = -1;
  std::int32_t table = -1;
  std::uint32_t row = 0;
  std::uint32_t page = 0;
};

struct TableCell {
  std::int32_t block = -1;
  base::Span at;                  // trimmed
  std::vector<base::Span> parts;  // the blocks inside, or the cell itself; empty where it is blank
  bool header = false;
  bool bold = false;
  bool italic = false;
  std::uint32_t column = 0;
  std::uint32_t column_span = 1;
};

struct TableRow {
  std::uint32_t row = 0;
  std::vector<TableCell> cells;
};

// Rows of one table that follow each other.
struct Segment {
  std::int32_t table = -1;
  std::uint32_t page = 0;
  std::vector<TableRow> rows;
};

struct Item {
  enum class Kind : std::uint8_t { line, rows, enter, leave };  // enter and leave bracket headings that end with a row
  Kind kind = Kind::line;
  Line line;
  Segment segment;
};

std::vector<Item> flow_of(const document::Document& document, const Cues& cues);

}  // namespace form
