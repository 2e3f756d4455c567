#include "document/builder.h"

#include <algorithm>
#include <cassert>

#include "base/limit.h"
#include "base/limits.h"
#include "base/utf8.h"

namespace document {
namespace {

bool is_blank(char32_t c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v' || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000;
}

// Soft hyphen, zero-width characters, direction marks and isolates, word joiner, byte order mark.
bool is_invisible(char32_t c) {
  return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2069) ||
         c == 0xFEFF || c == 0x061C;
}

bool turns_direction(char32_t c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

}  // namespace

Builder::Builder(std::string format) {
  document_.format = std::move(format);
}

std::string Builder::cleaned(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool blank = false;
  const auto part = [&] {
    if (blank && !out.empty() && out.back() != '\n') out += ' ';
    blank = false;
  };
  for (std::size_t i = 0; i < text.size();) {
    // Most of a text are words of ASCII, which stay as they are.
    std::size_t end = i;
    while (end < text.size() && text[end] > ' ' && text[end] < 0x7F) ++end;
    if (end > i) {
      part();
      out.append(text, i, end - i);
      i = end;
      continue;
    }
    char32_t c = base::next_code_point(text, i);
    if (c == '\n' || c == 0x2028 || c == 0x2029) {
      blank = false;
      if (!out.empty() && out.back() != '\n') out += '\n';
    } else if (is_blank(c)) {
      blank = true;
    } else if (is_invisible(c)) {
      if (turns_direction(c)) note(NoteKind::tidied, "characters that turn the writing direction were removed");
    } else if (c < 0x20 || c == 0x7F) {
      note(NoteKind::tidied, "control characters were removed");
    } else {
      part();
      base::append_utf8(out, c);
    }
  }
  while (!out.empty() && out.back() == '\n') out.pop_back();
  return out;
}

void Builder::separate() {
  if (separator_ != 0) document_.text += separator_;
  separator_ = 0;
}

void Builder::add(BlockKind kind, std::string_view text, Style style) {
  assert(kind != BlockKind::cell && kind != BlockKind::field);
  if (full_) return;
  using base::Limit;
  if (text.size() > base::limit(Limit::paragraph)) {
    const std::string words = "of a paragraph only the first " + base::limit_words(Limit::paragraph) + " were read";
    note(NoteKind::cut, base::cut_at(Limit::paragraph, words, text.size()));
    text = text.substr(0, base::character_start(text, base::limit(Limit::paragraph)));
  }
  std::string clean = cleaned(text);
  if (clean.empty()) return;
  const std::size_t most = base::limit(Limit::text);
  std::size_t room = most - std::min(most, document_.text.size() + 1);
  if (clean.size() > room) {
    full_ = true;
    note(NoteKind::cut,
         base::cut_at(Limit::text, "only the first " + base::limit_words(Limit::text) + " of text were read"));
    clean.resize(base::character_start(clean, room));
    if (clean.empty()) return;
  }
  separate();
  Block block;
  block.kind = kind;
  block.part = style.part;
  block.level = style.level;
  block.bold = style.bold;
  block.italic = style.italic;
  block.inferred = style.inferred;
  block.page = style.page;
  block.parent = parent();
  block.at.begin = static_cast<std::uint32_t>(document_.text.size());
  document_.text += clean;
  block.at.end = static_cast<std::uint32_t>(document_.text.size());
  document_.blocks.push_back(block);
  separator_ = '\n';
}

void Builder::field(std::string_view label, std::string_view value, Style style) {
  std::string name = cleaned(label);
  std::string content = cleaned(value);
  if (name.empty()) return add(BlockKind::paragraph, value, style);
  std::size_t before = document_.blocks.size();
  bool colon = name.back() == ':' || name.back() == '?';
  add(BlockKind::paragraph, name + (colon ? "" : ":") + (content.empty() ? "" : " " + content), style);
  if (document_.blocks.size() == before) return;
  Block& block = document_.blocks.back();
  block.kind = BlockKind::field;
  block.label = {block.at.begin, block.at.begin + static_cast<std::uint32_t>(name.size() + (colon ? 0 : 1))};
  block.label.end = std::min(block.label.end, block.at.end);  // where the text was cut
}

void Builder::begin_table(Style style) {
  OpenTable table;
  table.index = static_cast<std::int32_t>(document_.tables.size());
  table.style = style;
  document_.tables.push_back({parent(), 0, 0, style.inferred});
  tables_.push_back(std::move(table));
}

void Builder::begin_row() {
  assert(!tables_.empty());
  if (tables_.back().row_open) end_row();
  tables_.back().row_open = true;
  tables_.back().column = 0;
}

void Builder::begin_cell(CellShape shape) {
  assert(!tables_.empty());
  if (!tables_.back().row_open) begin_row();
  OpenTable& table = tables_.back();
  const auto widest = static_cast<std::uint32_t>(base::limits::table_columns);
  shape.column_span = std::clamp<std::uint32_t>(shape.column_span, 1, widest);
  shape.row_span = std::clamp<std::uint32_t>(shape.row_span, 1, 65'534);
  while (table.column < table.taken.size() && table.taken[table.column] > 0) ++table.column;
  if (++cell_count_ > base::limit(base::Limit::cells)) {
    note(NoteKind::cut, base::cut_at(base::Limit::cells, "tables hold more cells than are read"));
  }
  Block block;
  block.kind = BlockKind::cell;
  block.part = table.style.part;
  block.page = shape.page != 0 ? shape.page : table.style.page;
  block.inferred = table.style.inferred;
  block.header = shape.header;
  block.parent = parent();
  block.table = table.index;
  block.row = table.row;
  block.column = std::min(table.column, widest);
  block.row_span = shape.row_span;
  block.column_span = shape.column_span;
  separate();
  block.at.begin = block.at.end = static_cast<std::uint32_t>(document_.text.size());
  if (table.column + shape.column_span <= widest) {
    if (table.taken.size() < table.column + shape.column_span) table.taken.resize(table.column + shape.column_span, 0);
    for (std::uint32_t c = 0; c < shape.column_span; ++c) {
      if (shape.row_span > 1) table.taken[table.column + c] = shape.row_span;
    }
  }
  table.column += shape.column_span;
  cells_.push_back(static_cast<std::int32_t>(document_.blocks.size()));
  document_.blocks.push_back(block);
}

void Builder::end_cell() {
  assert(!cells_.empty());
  auto index = static_cast<std::size_t>(cells_.back());
  cells_.pop_back();
  Block& cell = document_.blocks[index];
  cell.at.end = std::max(cell.at.begin, static_cast<std::uint32_t>(document_.text.size()));
  // A cell that holds one plain paragraph is the paragraph: no child block is kept.
  if (document_.blocks.size() == index + 2) {
    const Block& only = document_.blocks.back();
    if (only.kind == BlockKind::paragraph && only.part == cell.part) {
      cell.bold = only.bold;
      cell.italic = only.italic;
      if (cell.page == 0) cell.page = only.page;
      document_.blocks.pop_back();
    }
  }
  separator_ = '\t';
}

void Builder::end_row() {
  assert(!tables_.empty());
  OpenTable& table = tables_.back();
  if (!table.row_open) return;
  table.row_open = false;
  Table& facts = document_.tables[static_cast<std::size_t>(table.index)];
  facts.columns = std::max(facts.columns, table.column);
  facts.rows = ++table.row;
  for (std::uint32_t& left : table.taken) {
    if (left > 0) --left;
  }
  // A row without text leaves no empty line behind.
  separator_ = document_.text.empty() ? '\0' : '\n';
}

void Builder::end_table() {
  assert(!tables_.empty());
  if (tables_.back().row_open) end_row();
  tables_.pop_back();
  separator_ = document_.text.empty() ? '\0' : '\n';
}

void Builder::title(std::string_view title) {
  document_.title = base::on_one_line(title);
}

void Builder::note(NoteKind kind, std::string message) {
  for (const Note& n : document_.notes) {
    if (n.kind == kind && n.message == message) return;
  }
  document_.notes.push_back({kind, std::move(message)});
}

Document Builder::take() {
  while (!tables_.empty() || !cells_.empty()) {
    while (!cells_.empty() && (tables_.empty() || document_.blocks[static_cast<std::size_t>(cells_.back())].table ==
                                                      tables_.back().index)) {
      end_cell();
    }
    if (!tables_.empty()) end_table();
  }
  separator_ = 0;
  return std::move(document_);
}

}  // namespace document
