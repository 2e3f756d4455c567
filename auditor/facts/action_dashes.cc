// Actions in lines whose parts are set apart by dashes: "ENT appointment - nurse Jude - chase by 27/10", "Ann + Ron -
// new lock, Friday", "GP registration - mum".
#include <algorithm>

#include "facts/action.h"

namespace facts {
namespace {

constexpr std::size_t longest = 40;  // words of a line

// The parts between dashes that stand apart from words on both sides.
std::vector<base::Span> parts_of(const Gathering& record, base::Span at) {
  std::vector<base::Span> out;
  const std::string_view text = record.text(at);
  std::uint32_t begin = 0;
  auto add = [&](std::size_t end) {
    base::Span part{at.begin + begin, at.begin + static_cast<std::uint32_t>(end)};
    while (!part.empty() && record.text(part).front() == ' ') ++part.begin;
    while (!part.empty() && record.text(part).back() == ' ') --part.end;
    if (!part.empty()) out.push_back(part);
  };
  for (std::size_t i = 1; i + 2 < text.size(); ++i) {
    const std::string_view rest = text.substr(i);
    std::size_t size = 0;
    for (std::string_view dash : {" - ", " – ", " — "}) size = rest.starts_with(dash) ? dash.size() : size;
    if (size == 0) continue;
    add(i);
    begin = static_cast<std::uint32_t>(i + size);
    i += size - 1;
  }
  add(text.size());
  return out;
}

// A unit of a plan that is one such line, without its number; its parts, or nothing.
std::vector<base::Span> dashed_parts(const Gathering& record, const form::Unit& unit) {
  const bool line =
      unit.kind == form::UnitKind::prose || unit.kind == form::UnitKind::field || unit.kind == form::UnitKind::question;
  if (!line || unit.at.empty() || !stands_in(record, unit, {"plan"}) || record.words(unit.at) > longest) return {};
  if (record.text(unit.at).find('\n') != std::string_view::npos) return {};
  std::vector<base::Span> parts = parts_of(record, without_numbering(record, unit.at));
  if (parts.size() < 2) return {};
  for (std::string_view other : {"contingency.opening", "contingency.bare", "outcome.announced", "plan.elsewhere",
                                 "action.needless", "placeholder"}) {
    if (record.has(unit.at, other)) return {};
  }
  return parts;
}

// Who stands in the part, where it holds little but names and a time: "mum, this week", "school/Ms Bell".
bool tells_who(const Gathering& record, base::Span part) {
  // "Frank - nursery place": for whom it is.
  const std::vector<language::Mention> mentions = record.mentions(part);
  const bool child =
      !mentions.empty() && std::all_of(mentions.begin(), mentions.end(),
                                       [&](const language::Mention& m) { return record.is_subject(m.who); });
  return !child && is_somebody(record, part) && (is_names(record, part) || is_names_and_time(record, part));
}

}  // namespace

std::vector<Action> actions_of_dashes(const Gathering& record) {
  std::vector<Action> out;
  for (std::size_t u = 0; u < record.form.units.size(); ++u) {
    const form::Unit& unit = record.form.units[u];
    base::Span who;  // of "Optician - Gran" the last
    bool what = false;
    for (base::Span part : dashed_parts(record, unit)) {
      const bool name = tells_who(record, part);
      if (name) who = part;
      what = what || (!name && record.content(part) > 0);
    }
    if (who.empty() || !what) continue;
    Action action;
    action.unit = static_cast<std::uint32_t>(u);
    action.at = action.what = unit.at;  // a deed may stand in the last part: "chase by 27/10"
    give(record, who, unit.at, action);
    out.push_back(action);
  }
  return out;
}

}  // namespace facts
