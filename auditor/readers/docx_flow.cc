#include "readers/docx_flow.h"

#include <algorithm>

#include "base/utf8.h"

namespace readers::docx {
namespace {

using document::BlockKind;
using document::Part;

Part part_of(NoteReference::Kind kind) {
  return kind == NoteReference::Kind::comment ? Part::comment : Part::footnote;
}

bool blank(std::string_view text) {
  return base::on_one_line(text).empty();
}

bool same_words(std::string_view a, std::string_view b) {
  auto plain = [](std::string_view text) {
    std::string folded = base::fold_case(base::on_one_line(text));
    while (!folded.empty() && (folded.back() == ':' || folded.back() == '?' || folded.back() == ' ')) folded.pop_back();
    return folded;
  };
  return plain(a) == plain(b);
}

const Paragraph* paragraph_of(const Flow& flow, std::size_t at) {
  return at < flow.size() ? std::get_if<Paragraph>(&flow[at]) : nullptr;
}

// Whether the text before a control already says what the control asks for, so that its title would say it twice.
bool is_labelled(const Flow& flow, std::size_t at, const Paragraph& paragraph) {
  std::size_t before = at;
  while (before > 0) {
    const Paragraph* above = paragraph_of(flow, --before);
    if (above == nullptr) return false;
    if (blank(above->text)) continue;
    if (same_words(above->text, paragraph.control_title)) return true;
    if (!above->control_title.empty()) return false;
    std::string text = base::on_one_line(above->text);
    if (text.back() == ':' || text.back() == '?') return true;
    if (above->kind != BlockKind::heading && !above->bold) return false;
    // A heading over several controls names the group, not the first of them.
    const Paragraph* below = paragraph_of(flow, at + 1);
    return below == nullptr || below->control_title.empty() ||
           same_words(below->control_title, paragraph.control_title);
  }
  return false;
}

class Emitter {
 public:
  Emitter(Notes& notes, document::Builder& builder) : notes_(notes), builder_(builder) {}

  // `labelled`: a neighbouring cell says what the controls in this flow are about.
  void flow(Flow& flow, Part part, bool labelled) {
    for (std::size_t i = 0; i < flow.size() && !builder_.full(); ++i) {
      if (auto* nested = std::get_if<std::unique_ptr<Table>>(&flow[i])) {
        table(**nested, part);
        continue;
      }
      Paragraph& p = std::get<Paragraph>(flow[i]);
      document::Style style;
      style.level = p.level;
      style.bold = p.bold;
      style.italic = p.italic;
      style.part = part;
      bool titled = !p.control_title.empty() && p.kind == BlockKind::paragraph && !labelled && !continues(flow, i) &&
                    !is_labelled(flow, i, p);
      if (p.role == Role::term && p.kind == BlockKind::paragraph) {
        const Paragraph* definition = paragraph_of(flow, i + 1);
        bool defined = definition != nullptr && definition->role == Role::definition && definition->notes.empty();
        builder_.field(p.text, defined ? std::string_view(definition->text) : std::string_view(), style);
        if (defined) ++i;
      } else if (titled) {
        builder_.field(p.control_title, p.text, style);
      } else {
        add_parted(p.kind, p.text, p.bold_lead, style, builder_);
      }
      for (const NoteReference& reference : p.notes) note(reference);
    }
  }

 private:
  // A control of several paragraphs is labelled at its first.
  static bool continues(const Flow& flow, std::size_t at) {
    const Paragraph* above = at == 0 ? nullptr : paragraph_of(flow, at - 1);
    return above != nullptr && above->control_title == std::get<Paragraph>(flow[at]).control_title;
  }

  void note(const NoteReference& reference) {
    auto found = notes_.find({reference.kind, reference.id});
    if (found == notes_.end()) return;
    Flow content = std::move(found->second);
    notes_.erase(found);
    flow(content, part_of(reference.kind), true);
  }

  void table(Table& table, Part part) {
    std::vector<std::vector<std::uint32_t>> spans = merge(table);
    document::Style style;
    style.part = part;
    style.inferred = table.inferred;
    builder_.begin_table(style);
    bool headed = !table.rows.empty() && heads_columns(table.rows[0]);
    for (std::size_t r = 0; r < table.rows.size() && !builder_.full(); ++r) {
      Row& row = table.rows[r];
      builder_.begin_row();
      if (row.columns_before > 0) {
        builder_.begin_cell({false, 1, row.columns_before});
        builder_.end_cell();
      }
      bool text_to_the_left = false;
      for (std::size_t c = 0; c < row.cells.size(); ++c) {
        Cell& cell = row.cells[c];
        if (spans[r][c] == 0) continue;
        bool header = row.header || is_heading(cell);
        bool labelled = text_to_the_left || (r > 0 && headed);
        text_to_the_left = text_to_the_left || has_text(cell.content);
        builder_.begin_cell({header, spans[r][c], cell.column_span});
        flow(cell.content, part, labelled);
        builder_.end_cell();
      }
      builder_.end_row();
    }
    builder_.end_table();
  }

  static bool is_heading(const Cell& cell) {
    bool any = false;
    for (const Item& item : cell.content) {
      const auto* p = std::get_if<Paragraph>(&item);
      if (p == nullptr || p->role != Role::table_heading) return false;
      any = any || !blank(p->text);
    }
    return any;
  }

  // Whether a table's first row looks like the names of its columns.
  static bool heads_columns(const Row& first) {
    return first.header || std::all_of(first.cells.begin(), first.cells.end(), [](const Cell& cell) {
             return has_text(cell.content) && text_of(cell.content).size() < 100;
           });
  }

  // The height of every cell; 0 for those that are a part of one above or to the left. Their text, if any, joins it.
  static std::vector<std::vector<std::uint32_t>> merge(Table& table) {
    std::vector<std::vector<std::uint32_t>> spans;
    std::map<std::uint32_t, std::pair<std::size_t, std::size_t>> open;  // grid column to the cell that may go on below
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
      Row& row = table.rows[r];
      spans.emplace_back(row.cells.size(), 1);
      std::map<std::uint32_t, std::pair<std::size_t, std::size_t>> still_open;
      std::uint32_t column = row.columns_before;
      std::size_t left = 0;  // the last cell that stands for itself
      for (std::size_t c = 0; c < row.cells.size(); ++c) {
        Cell& cell = row.cells[c];
        std::uint32_t here = column;
        column += cell.column_span;
        if (!cell.joins_left) left = c;
        if (cell.joins_left && c > 0) {
          row.cells[left].column_span += cell.column_span;
          join(row.cells[left], cell);
          spans[r][c] = 0;
          continue;
        }
        auto above = open.find(here);
        if (cell.down == Cell::Merge::follow && above != open.end()) {
          auto [top, place] = above->second;
          ++spans[top][place];
          join(table.rows[top].cells[place], cell);
          spans[r][c] = 0;
          still_open[here] = above->second;
        } else if (cell.down != Cell::Merge::none) {
          still_open[here] = {r, c};
        }
      }
      open = std::move(still_open);
    }
    return spans;
  }

  static void join(Cell& into, Cell& from) {
    if (!has_text(from.content)) return;
    std::move(from.content.begin(), from.content.end(), std::back_inserter(into.content));
    from.content.clear();
  }

  Notes& notes_;
  document::Builder& builder_;
};

void append_text(const Flow& flow, std::string& out) {
  for (const Item& item : flow) {
    if (const auto* p = std::get_if<Paragraph>(&item)) {
      out += p->text;
      out += '\n';
      continue;
    }
    for (const Row& row : std::get<std::unique_ptr<Table>>(item)->rows) {
      for (const Cell& cell : row.cells) append_text(cell.content, out);
    }
  }
}

// How many bytes of a paragraph's text are a heading that is set bold before its text, as a sentence or a line of its
// own; 0 where there is none.
std::size_t heading_within(std::string_view text, std::size_t lead) {
  constexpr std::size_t longest = 100;  // bytes
  if (lead == 0 || lead >= text.size() || blank(text.substr(lead))) return 0;
  const std::string_view line = base::trimmed(text.substr(0, lead));
  if (line.empty() || line.size() > longest || line.find('\n') != std::string_view::npos) return 0;
  const std::size_t end = static_cast<std::size_t>(line.data() - text.data()) + line.size();
  const std::size_t next = text.find_first_not_of(" \t", end);
  const bool own_line = next != std::string_view::npos && text[next] == '\n';
  return own_line || line.ends_with('.') || line.ends_with('?') ? end : 0;
}

}  // namespace

void add_parted(BlockKind kind, std::string_view text, std::size_t bold_lead, const document::Style& style,
                document::Builder& builder) {
  const std::size_t end = kind == BlockKind::paragraph ? heading_within(text, bold_lead) : 0;
  if (end == 0) return builder.add(kind, text, style);
  document::Style heading = style;
  heading.bold = true;
  builder.add(kind, text.substr(0, end), heading);
  builder.add(kind, text.substr(end), style);
}

void shape(Paragraph& paragraph, std::uint8_t heading, std::uint8_t list_depth, bool bold, bool italic) {
  // Headings are set bold by their very styles; that says nothing of its own.
  paragraph.bold = bold && heading == 0;
  paragraph.italic = italic && heading == 0;
  if (heading == 0 && list_depth == 0) return;
  paragraph.kind = heading > 0 ? document::BlockKind::heading : document::BlockKind::list_item;
  paragraph.level = heading > 0 ? heading : list_depth;
}

bool has_text(const Flow& flow) {
  return std::any_of(flow.begin(), flow.end(), [](const Item& item) {
    if (const auto* p = std::get_if<Paragraph>(&item)) return !blank(p->text);
    const auto& rows = std::get<std::unique_ptr<Table>>(item)->rows;
    return std::any_of(rows.begin(), rows.end(), [](const Row& row) {
      return std::any_of(row.cells.begin(), row.cells.end(), [](const Cell& cell) { return has_text(cell.content); });
    });
  });
}

std::string text_of(const Flow& flow) {
  std::string out;
  append_text(flow, out);
  return out;
}

void emit(Flow& flow, document::Part part, Notes& notes, document::Builder& builder) {
  Emitter(notes, builder).flow(flow, part, false);
}

}  // namespace readers::docx
