// What a body, a cell, a header or a note holds, in order. Kept until the whole is read, since notes and text boxes
// stand within the paragraphs that they follow.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "document/builder.h"
#include "readers/odt_styles.h"

namespace readers::odt {

struct Table;
struct Aside;
struct Paragraph;
using Item = std::variant<Paragraph, std::unique_ptr<Table>, std::unique_ptr<Aside>>;
using Flow = std::vector<Item>;

struct Paragraph {
  std::string text;
  std::size_t bold_lead = 0;  // bytes of `text` up to which all of it is bold
  std::string control_title;  // of the form control or content control that holds all of this paragraph's text
  document::BlockKind kind = document::BlockKind::paragraph;
  std::uint8_t level = 0;
  Role role = Role::plain;
  bool bold = false;
  bool italic = false;
  std::uint32_t page = 0;
};

// A footnote, endnote or comment; it follows the paragraph that refers to it.
struct Aside {
  document::Part part = document::Part::footnote;
  Flow content;
  std::size_t text_bytes = 0;
};

struct Cell {
  Flow content;
  std::size_t text_bytes = 0;  // of all that stands in it, nested tables too
  std::uint32_t row_span = 1;
  std::uint32_t column_span = 1;
  std::uint32_t repeated = 1;  // in columns
  bool header = false;         // set as a table's heading
  bool covered = false;        // by a cell above or to the left
};

struct Row {
  std::vector<Cell> cells;
  std::uint32_t repeated = 1;
  bool header = false;
};

struct Table {
  std::vector<Row> rows;
  std::uint32_t page = 0;
};

bool blank(std::string_view text);
std::size_t text_bytes(const Flow& flow);  // 0 where there is nothing but blanks; counts what its cells know of theirs
std::string text_of(const Flow& flow);     // joined with line feeds

}  // namespace readers::odt
