// The door of the room.
#include "form/form.h"

#include <algorithm>

#include "form/pass.h"

namespace form {

std::int32_t Form::unit_at(std::uint32_t offset) const {
  auto after = std::upper_bound(units.begin(), units.end(), offset,
                                [](std::uint32_t place, const Unit& unit) { return place < unit.at.begin; });
  while (after != units.begin()) {
    --after;
    if (after->at.contains(offset)) return static_cast<std::int32_t>(after - units.begin());
    if (!after->at.empty()) break;  // an empty unit may begin where the one that holds the offset begins
  }
  return -1;
}

Form read(const document::Document& document, const lexicon::Lexicon& lexicon) {
  return read(document, lexicon::Remembered(lexicon));
}

Form read(const document::Document& document, const lexicon::Remembered& scans) {
  return Pass(document, scans).run();
}

void make_help(Form& form, const std::vector<std::uint32_t>& units) {
  for (std::uint32_t unit : units) form.units[unit].kind = UnitKind::help;
  std::erase_if(form.passages, [&](const Passage& passage) { return form.units[passage.unit].kind == UnitKind::help; });
}

const char* name_of(UnitKind kind) {
  switch (kind) {
    case UnitKind::heading:
      return "heading";
    case UnitKind::prose:
      return "prose";
    case UnitKind::field:
      return "field";
    case UnitKind::question:
      return "question";
    case UnitKind::tick:
      return "tick";
    case UnitKind::row:
      return "row";
    case UnitKind::help:
      return "help";
  }
  return "";
}

}  // namespace form
