#include "readers/odt_emit.h"

#include <algorithm>

#include "base/limit.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "readers/docx_flow.h"

namespace readers::odt {
namespace {

using document::BlockKind;
using document::NoteKind;
using document::Part;

// Rows that a producer repeats are blank space of a form; thousands are a mistake.
constexpr std::uint32_t most_equal_rows = 1'000;
// Shorter texts in every cell of a table's first row name its columns.
constexpr std::size_t column_name_bytes = 100;

// How many of its cells hold text.
std::uint64_t filled(const Row& row) {
  std::uint64_t cells = 0;
  for (const Cell& cell : row.cells) {
    if (cell.text_bytes > 0) cells += std::min<std::uint64_t>(cell.repeated, base::limits::table_columns);
  }
  return cells;
}

const Paragraph* paragraph_of(const Flow& flow, std::size_t at) {
  return at < flow.size() ? std::get_if<Paragraph>(&flow[at]) : nullptr;
}

// A control of several paragraphs is labelled at its first.
bool continues(const Flow& flow, std::size_t at, const Paragraph& paragraph) {
  const Paragraph* above = at == 0 ? nullptr : paragraph_of(flow, at - 1);
  return above != nullptr && above->control_title == paragraph.control_title;
}

// Whether the text before a control already says what the control asks for, so that its title would say it twice.
bool is_labelled(const Flow& flow, std::size_t at, const Paragraph& paragraph) {
  for (std::size_t before = at; before > 0;) {
    const Paragraph* above = paragraph_of(flow, --before);
    if (above == nullptr) return false;
    if (!above->control_title.empty()) return false;
    std::string text = base::on_one_line(above->text);
    if (text.empty()) continue;
    if (text.back() == ':' || text.back() == '?' || above->bold) return true;
    return base::fold_case(text) == base::fold_case(base::on_one_line(paragraph.control_title));
  }
  return false;
}

bool heads_columns(const Row& first) {
  return first.header || std::all_of(first.cells.begin(), first.cells.end(), [](const Cell& cell) {
           return cell.covered || (cell.text_bytes > 0 && cell.text_bytes < column_name_bytes);
         });
}

bool is_empty(const Row& row) {
  return std::none_of(row.cells.begin(), row.cells.end(), [](const Cell& cell) { return cell.text_bytes > 0; });
}

// The grid places that cells above still cover, for the places that no cell covers though the file says so.
class Grid {
 public:
  void begin_row() {
    column_ = 0;
    covered_to_ = 0;
  }
  void end_row() {
    for (std::uint32_t& rows : below_) rows -= rows > 0 ? 1 : 0;
  }
  void place(const Cell& cell) {
    covered_to_ = column_ + cell.column_span;
    std::size_t end = std::min<std::size_t>(covered_to_, base::limits::table_columns);
    if (cell.row_span > 1) {
      if (below_.size() < end) below_.resize(end, 0);
      for (std::size_t c = column_; c < end; ++c) below_[c] = std::max(below_[c], cell.row_span);
    }
    ++column_;
  }
  // Moves over one covered place; false where nothing covers it.
  bool pass() {
    bool covered = column_ < covered_to_ || (column_ < below_.size() && below_[column_] > 0);
    ++column_;
    return covered;
  }
  std::uint32_t column() const { return column_; }

 private:
  std::vector<std::uint32_t> below_;
  std::uint32_t column_ = 0;
  std::uint32_t covered_to_ = 0;
};

}  // namespace

void Emitter::write(const Flow& flow, Part part, bool labelled) {
  for (std::size_t i = 0; i < flow.size() && !builder_.full(); ++i) {
    if (const auto* nested = std::get_if<std::unique_ptr<Table>>(&flow[i])) {
      table(**nested, part);
      continue;
    }
    if (const auto* aside = std::get_if<std::unique_ptr<Aside>>(&flow[i])) {
      write((*aside)->content, (*aside)->part, true);
      continue;
    }
    const auto& p = std::get<Paragraph>(flow[i]);
    document::Style style;
    style.level = p.level;
    style.bold = p.bold;
    style.italic = p.italic;
    style.part = part;
    style.page = p.page;
    bool titled = !p.control_title.empty() && p.kind == BlockKind::paragraph && !labelled && !continues(flow, i, p) &&
                  !is_labelled(flow, i, p);
    if (p.role == Role::term && p.kind == BlockKind::paragraph && !blank(p.text)) {
      const Paragraph* definition = paragraph_of(flow, i + 1);
      bool defined =
          definition != nullptr && definition->role == Role::definition && definition->kind == BlockKind::paragraph;
      builder_.field(p.text, defined ? std::string_view(definition->text) : std::string_view(), style);
      if (defined) ++i;
    } else if (titled) {
      builder_.field(p.control_title, p.text, style);
    } else {
      docx::add_parted(p.kind, p.text, p.bold_lead, style, builder_);
    }
  }
}

void Emitter::table(const Table& table, Part part) {
  document::Style style;
  style.part = part;
  style.page = table.page;
  builder_.begin_table(style);
  bool headed = !table.rows.empty() && heads_columns(table.rows[0]);
  bool room = true;
  Grid grid;
  for (std::size_t r = 0; r < table.rows.size() && room; ++r) {
    const Row& row = table.rows[r];
    // Without text a repeated row says nothing that one of them doesn't.
    std::uint32_t times = row.repeated > 1 && is_empty(row) ? 1 : row.repeated;
    if (times > most_equal_rows) {
      builder_.note(NoteKind::cut, "table rows that are repeated more than " + std::to_string(most_equal_rows) +
                                       " times are read as so many");
      times = most_equal_rows;
    }
    if (times > 1 && !may_repeat(std::uint64_t{times} * filled(row))) times = 1;
    for (; times > 0 && room && !builder_.full(); --times) {
      builder_.begin_row();
      grid.begin_row();
      bool text_to_the_left = false;
      for (const Cell& c : row.cells) {
        bool header = row.header || c.header;
        bool labelled = text_to_the_left || (r > 0 && headed);
        text_to_the_left = text_to_the_left || (!c.covered && c.text_bytes > 0);
        std::uint32_t copies = c.repeated;
        if (copies > 1 && c.text_bytes > 0 && !may_repeat(std::min<std::uint64_t>(copies, base::limits::table_columns)))
          copies = 1;
        for (std::uint32_t n = 0; n < copies && room && !builder_.full(); ++n) {
          if (grid.column() >= base::limits::table_columns) break;
          if (c.covered && grid.pass()) continue;
          if (!c.covered) grid.place(c);
          room = cell(c, header, part, labelled);
        }
      }
      builder_.end_row();
      grid.end_row();
    }
  }
  builder_.end_table();
}

// Whether so many cells more may be made by repeating what is written once.
bool Emitter::may_repeat(std::uint64_t cells) {
  if (repeated_ + cells <= base::limit(base::Limit::repeats)) {
    repeated_ += cells;
    return true;
  }
  builder_.note(
      NoteKind::cut,
      base::cut_at(base::Limit::repeats, "table cells that are repeated are read once where they would be more than " +
                                             base::limit_words(base::Limit::repeats)));
  return false;
}

bool Emitter::cell(const Cell& cell, bool header, Part part, bool labelled) {
  if (++cells_ > base::limit(base::Limit::cells)) {
    builder_.note(NoteKind::cut,
                  base::cut_at(base::Limit::cells,
                               "only the first " + base::limit_words(base::Limit::cells) + " table cells were read"));
    return false;
  }
  builder_.begin_cell({header, cell.covered ? 1 : cell.row_span, cell.covered ? 1 : cell.column_span});
  if (!cell.covered) write(cell.content, part, labelled);
  builder_.end_cell();
  return true;
}

}  // namespace readers::odt
