// What type of record this is: from the line that it opens with, its first headings, else from a field that says so,
// else from the type that its labels name most often.
#include <algorithm>
#include <map>

#include "facts/parts.h"

namespace facts {
namespace {

constexpr std::string_view family = "type";
constexpr std::size_t front_units = 12;    // what stands at the head of a record
constexpr std::size_t longest_brief = 40;  // words: more is a narrative, whatever it mentions
constexpr std::size_t longest_title = 16;  // words

std::string type_name(const lexicon::Lexicon& lexicon, lexicon::ConceptId id) {
  return std::string(lexicon.concept_name(id).substr(family.size() + 1));
}

// "Family Assessment Service", "Single Assessment Team 2": who works there, not what this is.
bool names_team(const Gathering& record, const lexicon::Hit& hit) {
  const lexicon::ConceptId body = record.lexicon.find_concept("record.team-word");
  const lexicon::Scan& scan = record.language.scan;
  if (body == 0 || hit.last + 1 >= scan.tokens.size() || scan.tokens[hit.last + 1].line_start) return false;
  const auto behind = scan.starting_at(hit.last + 1);
  return std::any_of(behind.begin(), behind.end(),
                     [&](const lexicon::Hit& word) { return word.concept_id == body && word.first == hit.last + 1; });
}

// The longest hit of the family in a stretch: "core assessment record" says more than "assessment".
lexicon::ConceptId longest(const Gathering& record, base::Span at, base::Span* where) {
  std::vector<bool> member = record.lexicon.family_table(family);
  lexicon::ConceptId best = 0;
  std::uint32_t size = 0;
  for (const lexicon::Hit& hit : record.language.scan.within(at)) {
    if (!member[hit.concept_id] || hit.at.size() <= size || names_team(record, hit)) continue;
    best = hit.concept_id;
    size = hit.at.size();
    *where = hit.at;
  }
  return best;
}

// "Assessment - Child and Family", "Assessment (Initial) - Children & Families": the kind stands behind the word. The
// phrase behind each mark is read with the word where it belongs; the longest that names a type.
lexicon::ConceptId turned_round(const Gathering& record, base::Span at) {
  constexpr std::size_t longest_phrase = 4;  // words
  std::string_view text = record.text(at);
  lexicon::Scan scan = record.lexicon.scan(text);
  std::vector<bool> member = record.lexicon.family_table(family);
  auto word = [&](std::size_t i) { return scan.tokens[i].at.of(text); };
  if (scan.tokens.size() < 3 || lexicon::folded_word(word(0)) != "assessment") return 0;
  for (std::size_t i = 1; i + 1 < scan.tokens.size(); ++i) {
    if (scan.tokens[i].kind != lexicon::TokenKind::punctuation) continue;
    std::size_t end = i + 1;
    while (end < scan.tokens.size() && end < i + 1 + longest_phrase &&
           scan.tokens[end].kind == lexicon::TokenKind::word) {
      ++end;
    }
    for (; end > i + 1; --end) {
      std::string turned = std::string(base::Span{scan.tokens[i + 1].at.begin, scan.tokens[end - 1].at.end}.of(text));
      turned += " assessment";
      lexicon::Scan again = record.lexicon.scan(turned);
      for (const lexicon::Hit& hit : again.hits) {
        if (member[hit.concept_id] && hit.at.begin == 0 && hit.at.end == turned.size()) return hit.concept_id;
      }
    }
  }
  return 0;
}

// Since April 2013 an assessment that is called nothing else is the one kind that there is: "Our assessment of Kay
// Marsh", "Assessment 25-0931".
bool plain_assessment(const Gathering& record) {
  const lexicon::ConceptId id = record.lexicon.find_concept("record.plain-assessment");
  const language::Day since = language::day_of(2013, 4, 1);
  language::Day day = record.language.record_day;
  if (day == language::no_day) {
    for (const language::Date& date : record.language.dates) day = std::max(day, date.day);
  }
  if (id == 0 || day < since) return false;
  for (const lexicon::Hit& hit : record.lexicon.scan(record.document.title).hits) {
    if (hit.concept_id == id) return true;
  }
  const auto& units = record.form.units;
  for (std::size_t i = 0; i < units.size() && i < front_units; ++i) {
    if (units[i].kind != form::UnitKind::help && record.has(units[i].at, "record.plain-assessment")) return true;
  }
  return false;
}

// "Record of Section 47 Enquiry": a line at the head that is set like any other, and says little but the kind.
bool is_title(const Gathering& record, const form::Unit& unit, std::size_t place) {
  constexpr std::size_t head_units = 4;
  if (place >= head_units || unit.kind != form::UnitKind::prose) return false;
  for (base::Span line = unit.at; !line.empty();) {
    const std::size_t cut = record.text(line).find('\n');
    base::Span here = line, where;
    if (cut != std::string_view::npos) here.end = here.begin + static_cast<std::uint32_t>(cut);
    if (longest(record, here, &where) != 0 && 2 * where.size() > here.size()) return true;
    line.begin = std::min(line.end, here.end + 1);
  }
  return false;
}

}  // namespace

void gather_type(const Gathering& record, Facts& facts) {
  facts.type = "unknown";
  auto settle = [&](base::Span at) {
    base::Span where;
    lexicon::ConceptId id = longest(record, at, &where);
    if (id == 0) return false;
    facts.type = type_name(record.lexicon, id);
    facts.type_at = where;
    return true;
  };
  const auto& units = record.form.units;
  // "Date of request for help: 10/02/2025" names a day of this record, "Source: police notification" what led to it.
  auto tells_another = [&](const form::Unit& unit) {
    return unit.kind == form::UnitKind::field && !unit.label.empty() &&
           (record.has(unit.label, "record.date-label") || record.has(unit.label, "record.origin-label"));
  };
  for (const form::Unit& unit : units) {
    if (unit.kind == form::UnitKind::help) continue;
    if (record.words(unit.at) <= longest_title && !tells_another(unit) && settle(unit.at)) return;
    break;
  }
  for (std::size_t i = 0; i < units.size() && i < front_units; ++i) {
    if ((units[i].kind == form::UnitKind::heading || is_title(record, units[i], i)) && settle(units[i].at)) return;
  }
  for (const form::Unit& unit : units) {
    if (record.is_field(unit.field, {"type"}) && !unit.blank && settle(unit.at)) return;
  }
  for (std::size_t i = 0; i < units.size() && i < front_units; ++i) {
    if (units[i].kind == form::UnitKind::help) continue;
    if (lexicon::ConceptId id = turned_round(record, units[i].at); id != 0) {
      facts.type = type_name(record.lexicon, id);
      facts.type_at = units[i].at;
      return;
    }
  }
  std::vector<bool> member = record.lexicon.family_table(family);
  for (const lexicon::Hit& hit : record.lexicon.scan(record.document.title).hits) {
    if (!member[hit.concept_id]) continue;
    facts.type = type_name(record.lexicon, hit.concept_id);
    return;
  }
  for (std::size_t i = 0; i < units.size() && i < front_units; ++i) {
    bool brief = record.words(units[i].at) <= longest_brief;
    if (units[i].kind != form::UnitKind::help && brief && !tells_another(units[i]) && settle(units[i].at)) return;
  }
  if (plain_assessment(record)) {
    facts.type = "single_assessment";
    return;
  }
  std::map<lexicon::ConceptId, int> named;
  for (const form::Unit& unit : units) {
    base::Span label = unit.kind == form::UnitKind::heading ? unit.at : unit.label;
    for (const lexicon::Hit& hit : record.language.scan.within(label)) {
      if (member[hit.concept_id]) ++named[hit.concept_id];
    }
  }
  int most = 0;
  for (auto [id, count] : named) {
    if (count <= most) continue;
    most = count;
    facts.type = type_name(record.lexicon, id);
  }
}

}  // namespace facts
