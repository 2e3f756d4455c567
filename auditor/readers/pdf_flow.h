// What a PDF holds once its structure is told or guessed: paragraphs and tables in reading order.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "document/builder.h"

namespace readers::pdf {

struct Paragraph {
  document::BlockKind kind = document::BlockKind::paragraph;
  document::Part part = document::Part::body;
  std::uint8_t level = 0;
  bool bold = false;
  bool italic = false;
  bool inferred = false;
  std::uint32_t page = 0;  // from 1
  std::string text;
};

struct Table;
using Item = std::variant<Paragraph, Table>;
using Flow = std::vector<Item>;

struct Cell {
  Flow content;
  bool header = false;
  std::uint32_t row_span = 1;
  std::uint32_t column_span = 1;
  std::uint32_t page = 0;
};

struct Row {
  std::vector<Cell> cells;
};

struct Table {
  std::vector<Row> rows;
  bool inferred = false;
  std::uint32_t page = 0;
};

std::uint32_t page_of(const Item& item);
void emit(const Flow& flow, document::Builder& builder);

}  // namespace readers::pdf
