// The only way to make a Document; holds its invariants. A reader calls it in reading order and takes the document at
// the end. Text given is UTF-8 (repaired where it isn't); white space is folded as it is taken in: runs of blanks
// become one space, '\n' stays a line end, soft hyphens, zero-width and direction marks are dropped and noted once.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace document {

struct Style {
  std::uint8_t level = 0;  // heading level or list depth
  bool bold = false;
  bool italic = false;
  bool inferred = false;
  Part part = Part::body;
  std::uint32_t page = 0;
};

struct CellShape {
  bool header = false;
  std::uint32_t row_span = 1;
  std::uint32_t column_span = 1;
  std::uint32_t page = 0;  // 0: the table's
};

class Builder {
 public:
  explicit Builder(std::string format);

  // Adds one block; an empty one is dropped. Inside an open cell it becomes part of the cell.
  void add(BlockKind kind, std::string_view text, Style style = {});
  // Adds "label: value" as one block that knows its parts; the value may be empty, the label may not.
  void field(std::string_view label, std::string_view value, Style style = {});

  // Tables nest: a table begun in an open cell belongs to that cell. Cells take the next free grid place of their row,
  // places under a row span being taken. Spans are capped by base/limits.h, and a cut is noted.
  void begin_table(Style style = {});
  void begin_row();
  void begin_cell(CellShape shape = {});
  void end_cell();
  void end_row();
  void end_table();
  bool in_cell() const { return !cells_.empty(); }
  std::size_t blocks() const { return document_.blocks.size(); }  // added so far

  void title(std::string_view title);
  void note(NoteKind kind, std::string message);  // the same note is kept once
  bool full() const { return full_; }             // the text limit was reached: a reader may stop

  // Ends what is still open. The builder is empty afterwards.
  Document take();

 private:
  struct OpenTable {
    std::int32_t index;
    std::uint32_t row = 0;
    std::uint32_t column = 0;
    bool row_open = false;
    std::vector<std::uint32_t> taken;  // for each column, rows still covered by a span from above
    Style style;
  };

  std::string cleaned(std::string_view text);
  void separate();
  std::int32_t parent() const { return cells_.empty() ? -1 : cells_.back(); }

  Document document_;
  std::vector<OpenTable> tables_;
  std::vector<std::int32_t> cells_;  // indices of open cell blocks
  std::size_t cell_count_ = 0;
  char separator_ = 0;  // what to write before the next text, if anything
  bool full_ = false;
};

}  // namespace document
