// Rows of tables into units. A row is one unit with its cells under their headings; labels beside values are fields.
#include "form/tables.h"

#include <algorithm>

#include "form/pass.h"
#include "form/text.h"
#include "form/ticks.h"

namespace form {
namespace {

// Place of the header cell that a cell stands under, or -1.
std::ptrdiff_t heading_of(const TableRow* header, const TableCell& cell) {
  if (header == nullptr) return -1;
  for (std::size_t i = 0; i < header->cells.size(); ++i) {
    const TableCell& head = header->cells[i];
    if (head.column <= cell.column && cell.column < head.column + head.column_span) {
      return static_cast<std::ptrdiff_t>(i);
    }
  }
  return -1;
}

// A column headed "By" alone.
bool folded_by(std::string_view heading) {
  return heading == "By" || heading == "by" || heading == "BY";
}

base::Span whole(const TableRow& row) {
  base::Span at;
  for (const TableCell& cell : row.cells) at = base::join(at, cell.at);
  return at;
}

}  // namespace

// What the columns hold. "Who", "When" and "What" mean other things beside an action than beside an agency.
std::vector<lexicon::FieldId> Pass::column_fields(const TableRow& header) const {
  const lexicon::Lexicon& lexicon = cues_.lexicon();
  std::vector<lexicon::FieldId> fields;
  std::vector<std::string_view> names;
  auto has = [&](std::string_view name) { return std::find(names.begin(), names.end(), name) != names.end(); };
  for (const TableCell& cell : header.cells) {
    fields.push_back(cues_.field(of(cell.at)));
    names.push_back(fields.back() == 0 ? std::string_view() : lexicon.field_name(fields.back()));
  }
  std::string_view here = kind_here() == 0 ? std::string_view() : lexicon.section_name(kind_here());
  bool agency = has("agency") || has("professional") || has("agency-person");
  bool plan = !agency && (has("owner") || has("outcome-wanted") || has("action") || here == "plan") && !has("event") &&
              (has("action") || has("information") || has("need") || has("outcome-wanted") || has("due"));
  bool owned = has("owner");
  bool timed = has("due");
  bool acted = has("action");
  // "Action | By | When": who, where another column has the time.
  std::size_t by = names.size();
  for (std::size_t i = 0; i < names.size() && !owned; ++i) {
    bool other = has("date") || std::count(names.begin(), names.end(), "due") > 1;
    if (names[i] == "due" && folded_by(of(header.cells[i].at)) && other) by = i;
  }
  if (by < names.size()) timed = std::count(names.begin(), names.end(), "due") > 1;
  for (std::size_t i = 0; i < names.size(); ++i) {
    std::string_view meant;
    if (plan) {
      if ((names[i] == "who" || names[i] == "worker" || names[i] == "professional") && !owned) meant = "owner";
      if ((names[i] == "date" || names[i] == "visit-date" || names[i] == "completion-date") && !timed) meant = "due";
      if (names[i] == "information" && !acted) meant = "action";
      if (names[i] == "role" && !acted && i == 0) meant = "action";  // "Job | Whose job | By when"
      if (i == by) meant = "owner";
      if (names[i] == "outcome" && !has("outcome-wanted")) meant = "outcome-wanted";
    } else {
      if (names[i] == "owner") meant = "who";
      if (names[i] == "action" && !acted) meant = "information";
      if (names[i] == "due" && folded_by(of(header.cells[i].at))) meant = "worker";
      if (agency && names[i] == "views") meant = "information";
      if (agency && names[i] == "action") meant = "information";
      if (names[i] == "professional" && has("name")) meant = "address";
      if (names[i] == "professional" && has("date") && !has("name") && !has("information")) meant = "information";
    }
    lexicon::FieldId field = meant.empty() ? lexicon::FieldId{0} : lexicon.find_field(meant);
    if (field != 0) fields[i] = field;
  }
  return fields;
}

void Pass::read_rows(const Segment& whole_segment) {
  const Segment segment = without_numbers(whole_segment);
  Reading reading = read_roles(segment, text_, cues_);
  const TableRow* header = nullptr;
  std::vector<lexicon::FieldId> fields;
  std::int32_t section = section_here();
  for (std::size_t r = 0; r < segment.rows.size(); ++r) {
    const TableRow& row = segment.rows[r];
    switch (reading.roles[r]) {
      case RowRole::empty:
        break;
      case RowRole::header: {
        header = &row;
        fields = column_fields(row);
        std::vector<const TableRow*> below;
        for (std::size_t k = r + 1; k < segment.rows.size() && reading.roles[k] != RowRole::header; ++k) {
          if (reading.roles[k] == RowRole::listed) below.push_back(&segment.rows[k]);
        }
        std::size_t sections = 0;
        std::size_t narratives = 0;
        std::size_t filled = 0;
        for (const TableCell& cell : row.cells) {
          bool names = !cell.at.empty() && cues_.section(of(cell.at)) != 0 && !cues_.column_head(of(cell.at));
          sections += names ? 1u : 0u;
        }
        for (const TableRow* listed : below) {
          for (const TableCell& cell : listed->cells) {
            filled += cell.at.empty() ? 0u : 1u;
            narratives += cues_.sentences(of(cell.at)) || cell.parts.size() > 1 ? 1u : 0u;
          }
        }
        // One record in one wide row: most of its columns are named for sections, the others for details.
        auto wide = static_cast<std::size_t>(std::count_if(below.begin(), below.end(), [&](const TableRow* listed) {
          return std::count_if(listed->cells.begin(), listed->cells.end(),
                               [](const TableCell& cell) { return !cell.at.empty(); }) > 2;
        }));
        bool one_wide = wide == 1 && row.cells.size() >= 6 && sections * 2 >= row.cells.size();
        if (sections >= 2 && (sections == row.cells.size() || one_wide) && filled > 0 && narratives * 2 >= filled) {
          columns_as_sections(row, below, segment);
          r += below.size();
        } else {
          section = section_of_columns(row, fields);
          header_row(row, section, segment);
        }
        break;
      }
      case RowRole::pairs:
        header = nullptr;  // whatever list stood above has ended
        fields.clear();
        section = section_here();
        if (!own_labels_row(row, segment)) pairs_row(row, segment);
        break;
      case RowRole::listed:
        if (tick_row(row, segment) || leader_row(row, segment)) break;
        if (header == nullptr && own_labels_row(row, segment)) break;
        if (header == nullptr && !reading.labelled_rows && heads_nothing(row, r + 1 == segment.rows.size())) {
          header_row(row, section, segment);
          break;
        }
        list_row(row, header, fields, reading.labelled_rows, section, segment);
        break;
    }
  }
}

void Pass::header_row(const TableRow& row, std::int32_t section, const Segment& segment) {
  emit(UnitKind::heading, whole(row), {row.cells.front().block, segment.table, row.row, segment.page}).section =
      section;
}

// Columns of actions make a plan, and columns of agencies make agency information, whatever stands above the table.
std::int32_t Pass::section_of_columns(const TableRow& header, const std::vector<lexicon::FieldId>& fields) {
  const lexicon::Lexicon& lexicon = cues_.lexicon();
  auto has = [&](std::string_view name) {
    lexicon::FieldId field = lexicon.find_field(name);
    return field != 0 && std::find(fields.begin(), fields.end(), field) != fields.end();
  };
  std::string_view name;
  if (has("action") && (has("owner") || has("due")) && !cues_.plan_like(kind_here())) name = "plan";
  const bool dated = has("date") || has("means") || has("means-date");
  if (has("agency") && ((kind_here() == 0 && (has("information") || dated)) || (has("information") && dated)))
    name = "agencies";
  lexicon::SectionId kind = name.empty() ? lexicon::SectionId{0} : lexicon.find_section(name);
  return kind == 0 ? section_here() : sub_section(whole(header), kind);
}

// "School | Attendance is 91% ..." in a table without headings: a contribution, not the name of the child's school.
bool Pass::agency_says(const TableCell& label, const TableCell& value) const {
  lexicon::FieldId field = cues_.field(of(label.at));
  if (field == 0 || ends_with_any(of(label.at), ":?")) return false;
  std::string_view name = cues_.lexicon().field_name(field);
  return (name == "school" || name == "gp" || name == "agency") && cues_.speaker(of(label.at)) &&
         cues_.sentences(of(value.at));
}

void Pass::pairs_row(const TableRow& row, const Segment& segment) {
  for (std::size_t c = 0; c < row.cells.size(); c += 2) {
    const TableCell& label = row.cells[c];
    Origin origin{label.block, segment.table, row.row, segment.page};
    bool italic = c + 1 < row.cells.size() && row.cells[c + 1].italic;
    std::vector<base::Span> parts;
    if (c + 1 < row.cells.size()) parts = row.cells[c + 1].parts;
    if (label.at.empty() && parts.empty()) continue;
    if (has_mark(of(label.at)) && parts.empty()) {
      Line line;
      line.at = label.at;
      line.block = label.block;
      line.table = segment.table;
      line.row = row.row;
      if (read_ticks_line(line)) continue;
    }
    if (row.cells.size() == 2 && agency_says(label, row.cells[1])) {
      list_row(row, nullptr, {}, false, section_here(), segment);
      Cell* cells = &form_.cells[form_.units.back().cell_begin];
      cells[0].field = cues_.lexicon().find_field("agency");
      cells[1].field = cues_.lexicon().find_field("information");
      continue;
    }
    answer(label.at, parts, italic, origin);
  }
}

// Boxes in one column, what they stand for in another: the rows together are one choice.
bool Pass::tick_row(const TableRow& row, const Segment& segment) {
  if (row.cells.size() != 2) return false;
  for (std::size_t mark = 0; mark < 2; ++mark) {
    const TableCell& box = row.cells[mark];
    const TableCell& words = row.cells[1 - mark];
    int ticked = lone_mark(of(box.at));
    if (ticked < 0 || words.at.empty() || has_mark(of(words.at))) continue;
    base::Span at = base::join(box.at, words.at);
    bool joined = !form_.units.empty() && form_.units.back().kind == UnitKind::tick &&
                  form_.units.back().table == segment.table && form_.units.back().label.empty();
    if (!joined) {
      emit(UnitKind::tick, at, {row.cells[0].block, segment.table, row.row, segment.page}).blank = true;
    }
    Unit& unit = form_.units.back();
    unit.at = base::join(unit.at, at);
    unit.blank = unit.blank && ticked == 0;
    form_.options.push_back({at, words.at, ticked == 1});
    unit.option_end = static_cast<std::uint32_t>(form_.options.size());
    return true;
  }
  return false;
}

// "Child's name ........ | DoB ......": a row of labels with room behind them.
bool Pass::leader_row(const TableRow& row, const Segment& segment) {
  std::size_t leaders = 0;
  for (const TableCell& cell : row.cells) {
    bool found = false;
    for (std::uint32_t i = cell.at.begin; i < cell.at.end && !found; ++i) found = leader(of({i, cell.at.end}), 0) > 0;
    if (!found && !cell.at.empty()) return false;
    leaders += found && has_letter(of(cell.at)) ? 1u : 0u;
  }
  if (leaders == 0) return false;
  for (const TableCell& cell : row.cells) {
    Origin origin{cell.block, segment.table, row.row, segment.page};
    if (!cell.at.empty() && !read_leaders(cell.at, origin)) prose(cell.at, origin);
  }
  return true;
}

// "What needs to change | Who will do what | By when" with no rows below: the columns of a list that nobody filled.
bool Pass::heads_nothing(const TableRow& row, bool last) const {
  std::size_t heads = 0;
  for (const TableCell& cell : row.cells) {
    if (cell.at.empty()) continue;
    bool named = cues_.column_head(of(cell.at)) || cues_.row_head(of(cell.at)) || cues_.known_label(of(cell.at));
    if (!named || has_date(of(cell.at))) return false;
    heads += 1;
  }
  return last && heads >= 3;
}

void Pass::list_row(const TableRow& row, const TableRow* header, const std::vector<lexicon::FieldId>& fields,
                    bool labelled_rows, std::int32_t section_above, const Segment& segment) {
  const TableCell& first = row.cells.front();
  bool labelled_row = labelled_rows && !first.at.empty();
  lexicon::SectionId section = labelled_row ? cues_.section(of(first.at)) : lexicon::SectionId{0};
  std::int32_t inside = section_above;
  std::size_t begin = labelled_row ? 1u : 0u;
  bool narrative = std::any_of(row.cells.begin() + static_cast<std::ptrdiff_t>(begin), row.cells.end(),
                               [&](const TableCell& cell) { return cues_.sentences(of(cell.at)); });
  lexicon::FieldId row_field = labelled_row ? cues_.field(of(first.at)) : lexicon::FieldId{0};
  if (labelled_row && section == 0 && row_field == 0 && narrative) section = cues_.section_by_words(of(first.at));
  if (section != 0 && (row_field == 0 || narrative)) inside = sub_section(first.at, section);

  Unit& fresh = emit(UnitKind::row, whole(row), {first.block, segment.table, row.row, segment.page});
  fresh.section = inside;
  if (labelled_row) {
    fresh.label = first.at;
    fresh.field = row_field;
  }
  bool filled = false;
  for (std::size_t c = begin; c < row.cells.size(); ++c) {
    const TableCell& from = row.cells[c];
    std::ptrdiff_t column = heading_of(header, from);
    const TableCell* head = column < 0 ? nullptr : &header->cells[static_cast<std::size_t>(column)];
    Cell cell;
    cell.at = from.at;
    cell.block = from.block;
    cell.column = from.column;
    if (head != nullptr) {
      cell.heading = head->at;
      cell.field = fields[static_cast<std::size_t>(column)];
    } else if (std::vector<Labelled> own = labelled(from.at, true); own.size() == 1 && !own[0].label.empty()) {
      cell.heading = own[0].label;  // the cell brings its own label along
      cell.field = cues_.field(of(own[0].label));
    }
    // In a table turned on its side the row's label says what its cells hold.
    bool people = cell.field != 0 && (cues_.lexicon().field_name(cell.field) == "name" ||
                                      cues_.lexicon().field_name(cell.field) == "adult");
    if (labelled_row && row_field != 0 && (cell.field == 0 || people)) cell.field = row_field;
    form_.cells.push_back(cell);
    auto index = static_cast<std::int32_t>(form_.cells.size() - 1);
    lexicon::SectionId place = head == nullptr ? lexicon::SectionId{0} : cues_.section(of(head->at));
    bool action =
        cues_.plan_like(form_.sections[static_cast<std::size_t>(section_above)].kind) || cues_.plan_like(place);
    Ticks ticks = read_ticks(from.at, text_, cues_, true);
    for (Option option : ticks.options) {
      form_.options.push_back(option);
      filled = filled || option.ticked;
    }
    if (!ticks.options.empty()) continue;
    for (base::Span part : from.parts) {
      if (!action && cues_.help(of(part), Place::label, from.italic)) continue;
      if (cues_.blank(of(part))) continue;
      filled = true;
      if (cues_.sentences(of(part), cell.field)) passage(part, index);
    }
  }
  Unit& unit = form_.units.back();
  unit.cell_end = static_cast<std::uint32_t>(form_.cells.size());
  unit.option_end = static_cast<std::uint32_t>(form_.options.size());
  unit.blank = !filled;
}

}  // namespace form
