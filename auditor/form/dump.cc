#include "form/form.h"

namespace form {
namespace {

std::string shown(std::string_view text) {
  std::string out;
  for (char c : text) out += c == '\n' ? std::string("\\n") : (c == '\t' ? std::string("\\t") : std::string(1, c));
  return out;
}

}  // namespace

// kind {section} =field [label] -> [value], then options "(x) text", cells "@field [text]" and passages "~ [text]".
std::string dump(const Form& form, const document::Document& document, const lexicon::Lexicon& lexicon) {
  std::string out;
  std::size_t next = 0;
  for (std::size_t u = 0; u < form.units.size(); ++u) {
    const Unit& unit = form.units[u];
    auto of = [&](base::Span at) { return "[" + shown(at.of(document.text)) + "]"; };
    out += name_of(unit.kind);
    lexicon::SectionId section = form.section_kind(unit);
    if (section != 0) out += " {" + std::string(lexicon.section_name(section)) + "}";
    if (unit.field != 0) out += " =" + std::string(lexicon.field_name(unit.field));
    if (unit.blank) out += " blank";
    if (unit.kind == UnitKind::heading || unit.kind == UnitKind::prose || unit.kind == UnitKind::help) {
      out += " " + of(unit.at);
    } else {
      if (!unit.label.empty()) out += " " + of(unit.label);
      if (!unit.value.empty()) out += " -> " + of(unit.value);
    }
    for (std::uint32_t i = unit.option_begin; i < unit.option_end; ++i) {
      out += form.options[i].ticked ? " (x)" : " ( )";
      if (!form.options[i].text.empty()) out += " " + shown(form.options[i].text.of(document.text));
    }
    for (std::uint32_t i = unit.cell_begin; i < unit.cell_end; ++i) {
      const Cell& cell = form.cells[i];
      out += " |";
      if (cell.field != 0) out += " @" + std::string(lexicon.field_name(cell.field));
      if (cell.field == 0 && !cell.heading.empty()) out += " @" + of(cell.heading);
      out += " " + of(cell.at);
    }
    out += '\n';
    while (next < form.passages.size() && form.passages[next].unit == u) {
      if (unit.kind != UnitKind::prose || form.passages[next].at != unit.at)
        out += "  ~ " + of(form.passages[next].at) + "\n";
      ++next;
    }
  }
  return out;
}

}  // namespace form
