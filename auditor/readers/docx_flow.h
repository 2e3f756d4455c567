// What a body, a cell, a header or a note holds, in order: paragraphs and tables. Kept until a table is complete, since
// the height of a merged cell is known only from the rows below it.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "document/builder.h"
#include "readers/docx_styles.h"

namespace readers::docx {

struct Table;
struct Paragraph;
using Item = std::variant<Paragraph, std::unique_ptr<Table>>;
using Flow = std::vector<Item>;

// A footnote, endnote or comment that a paragraph refers to.
struct NoteReference {
  enum class Kind : std::uint8_t { footnote, endnote, comment };
  Kind kind = Kind::footnote;
  int id = 0;
};

struct Paragraph {
  document::BlockKind kind = document::BlockKind::paragraph;
  std::uint8_t level = 0;
  bool bold = false;
  bool italic = false;
  Role role = Role::plain;
  std::string text;
  std::size_t bold_lead = 0;  // bytes of `text` up to which all of it is bold
  std::string control_title;  // of the content control that holds all of this paragraph's text
  std::vector<NoteReference> notes;
};

struct Cell {
  enum class Merge : std::uint8_t { none, start, follow };
  Flow content;
  std::uint32_t column_span = 1;
  Merge down = Merge::none;
  bool joins_left = false;  // the rest of a cell that begins to the left of it
};

struct Row {
  std::vector<Cell> cells;
  std::uint32_t columns_before = 0;  // grid places left free at the row's start
  bool header = false;
};

struct Table {
  std::vector<Row> rows;
  bool inferred = false;  // put together from places on the page
};

// Adds a block; a paragraph whose text has a heading set bold before it, "**How we talked.** I saw you twice ...", as
// two. `bold_lead`: bytes of the text up to which all is bold.
void add_parted(document::BlockKind kind, std::string_view text, std::size_t bold_lead, const document::Style& style,
                document::Builder& builder);

// Makes the paragraph what it is by its heading level and its depth in lists; each from 1, 0 for none, at most 9.
void shape(Paragraph& paragraph, std::uint8_t heading, std::uint8_t list_depth, bool bold, bool italic);

using Notes = std::map<std::pair<NoteReference::Kind, int>, Flow>;

bool has_text(const Flow& flow);
std::string text_of(const Flow& flow);  // joined with line feeds

// Writes the flow into the builder. Notes follow the paragraph that refers to them, each once, and leave `notes`.
void emit(Flow& flow, document::Part part, Notes& notes, document::Builder& builder);

}  // namespace readers::docx
