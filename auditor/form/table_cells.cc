// Cells that hold more than a value: labels of their own, lines of a narrative, numbers of questions.
#include <algorithm>

#include "form/pass.h"
#include "form/tables.h"
#include "form/text.h"

namespace form {

// "1.1 | Name of child | Kay Marsh": a column that only numbers the questions. Where it stands apart in some rows and
// with the question in others ("1.10 Date started | | 12.04.2010"), the empty cell between goes.
Segment Pass::without_numbers(const Segment& segment) const {
  std::size_t numbered = 0, asked = 0, rows = 0;
  for (const TableRow& row : segment.rows) {
    if (row.cells.size() != 3) return segment;
    rows += row.cells[0].at.empty() ? 0u : 1u;
    std::size_t length = 0;
    std::string_view first = of(row.cells[0].at);
    bool bare = !first.empty() && numbering(std::string(first) + " x", &length) > 0 && length > first.size();
    numbered += bare ? 1u : 0u;
    asked += bare && cues_.known_label(of(row.cells[1].at)) ? 1u : 0u;
  }
  if (numbered < 2 || numbered * 2 < rows || asked * 2 < numbered) return segment;
  Segment out = segment;
  for (TableRow& row : out.rows) {
    std::string_view first = of(row.cells[0].at);
    bool bare = !first.empty() && !has_letter(first.substr(first.size() > 1 ? 1 : 0));
    if (bare || row.cells[0].at.empty()) {
      TableCell& label = row.cells[1];
      if (bare && !label.at.empty()) {
        label.at = base::join(row.cells[0].at, label.at);
        label.parts = {label.at};
      }
      row.cells.erase(row.cells.begin());
    } else if (row.cells[1].at.empty()) {
      row.cells.erase(row.cells.begin() + 1);
    }
  }
  return out;
}

// The lines of a cell that is a section by itself; names of sections and guidance lead what they are about.
void Pass::narrative_cell(const TableCell& cell, std::int32_t section, const Origin& origin) {
  bool fresh = true;
  for (base::Span part : cell.parts) {
    for (base::Span line : lines_of(part, text_)) {
      if (fresh && cues_.help(of(line), Place::under_heading, cell.italic)) {
        emit(UnitKind::help, line, origin).section = section;
        continue;
      }
      bool names = !has_more_words(of(line), 5) && cues_.section(of(line)) != 0 && !ends_with_any(of(line), ".,;!");
      if (names) {
        // "What the children say" within a column of strengths: what follows is theirs. Other names of sections ("Past
        // harm" among the worries) only say more of what the column asks.
        const lexicon::SectionId kind = cues_.section(of(line));
        if (cues_.lexicon().section_name(kind) == "views") section = sub_section(line, kind);
        emit(UnitKind::heading, line, origin).section = section;
        fresh = true;
        continue;
      }
      fresh = false;
      if (std::vector<Labelled> own = labelled(line, true);
          !own.empty() && !own[0].label.empty() && cues_.field(of(own[0].label)) != 0 && !cues_.sentences(of(line))) {
        for (const Labelled& piece : own) {
          answer(piece.label, {piece.value}, cell.italic, origin);
          form_.units.back().section = section;
        }
        continue;
      }
      Unit& unit = emit(UnitKind::prose, line, origin);
      unit.section = section;
      unit.value = line;
      if (has_letter_or_digit(of(line))) passage(line);
    }
  }
}

// Columns that are sections side by side ("What are we worried about?", "What's working well?", "What needs to
// happen?").
void Pass::columns_as_sections(const TableRow& header, const std::vector<const TableRow*>& rows,
                               const Segment& segment) {
  std::vector<std::pair<const TableCell*, std::int32_t>> sections;
  for (const TableCell& cell : header.cells) {
    std::int32_t section = sub_section(cell.at, cues_.section(of(cell.at)));
    Unit& unit = emit(UnitKind::heading, cell.at, {cell.block, segment.table, header.row, segment.page});
    unit.section = section;
    sections.emplace_back(&cell, section);
  }
  for (const TableRow* row : rows) {
    for (const TableCell& cell : row->cells) {
      std::int32_t section = section_here();
      for (const auto& [head, index] : sections) {
        if (head->column <= cell.column && cell.column < head->column + head->column_span) section = index;
      }
      narrative_cell(cell, section, {cell.block, segment.table, row->row, segment.page});
    }
  }
}

// "Given name* Jordan | Family name* Akehurst": cells that bring their labels and values along, one or a line each.
bool Pass::own_labels_row(const TableRow& row, const Segment& segment) {
  std::size_t filled = 0, known = 0, cells = 0;
  for (const TableCell& cell : row.cells) {
    if (cell.at.empty()) continue;
    std::size_t lines = 0, with_label = 0;
    for (base::Span line : lines_in(cell)) {
      std::vector<Labelled> own = labelled_in_cell(line);
      ++lines;
      if (own.empty() || own[0].label.empty()) continue;
      ++with_label;
      for (const Labelled& piece : own) {
        filled += piece.value.empty() ? 0u : 1u;
        known += cues_.field(of(piece.label)) != 0 ? 1u : 0u;
      }
    }
    if (lines == 0 || with_label * 3 < lines * 2) return false;
    ++cells;
  }
  // One label that no lexicon knows among three cells doesn't make the others' any less labels.
  if (filled < 2 || known * 3 < cells * 2 || known * 2 < filled) return false;
  for (const TableCell& cell : row.cells) {
    Origin origin{cell.block, segment.table, row.row, segment.page};
    for (base::Span line : lines_in(cell)) {
      std::vector<Labelled> own = labelled_in_cell(line);
      for (const Labelled& piece : own) answer(piece.label, {piece.value}, cell.italic, origin);
      if (own.empty()) prose(line, origin);
    }
  }
  return true;
}

// Beside cells with labels even "Carer: Ian Marsh (father). Mother Jo, no contact" is one.
std::vector<Labelled> Pass::labelled_in_cell(base::Span line) const {
  std::vector<Labelled> own = labelled(line, true);
  if (!own.empty()) return own;
  std::size_t colon = of(line).find(": ");
  if (colon == std::string_view::npos || has_more_words(of(line), 25)) return own;
  base::Span label{line.begin, line.begin + static_cast<std::uint32_t>(colon) + 1};
  bool names = !has_more_words(of(label), 3) && begins_with_capital(of(label)) && !has_date(of(label)) &&
               !cues_.has_sentence_word(of(label));
  if (names) own.push_back({label, trimmed(base::Span{label.end, line.end}, text_)});
  return own;
}

std::vector<base::Span> Pass::lines_in(const TableCell& cell) const {
  std::vector<base::Span> lines;
  for (base::Span part : cell.parts) {
    for (base::Span line : lines_of(part, text_)) {
      if (!trimmed(line, text_).empty()) lines.push_back(trimmed(line, text_));
    }
  }
  return lines;
}

}  // namespace form
