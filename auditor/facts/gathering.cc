#include "facts/gathering.h"

#include <algorithm>
#include <span>

#include "base/utf8.h"

namespace facts {

std::string Gathering::line(base::Span at) const {
  return base::on_one_line(text(at));
}

bool Gathering::has(base::Span at, std::string_view name) const {
  return !find(at, name).empty();
}

namespace {

// Hits that begin in the stretch.
std::span<const lexicon::Hit> hits_near(const lexicon::Scan& scan, base::Span at) {
  const auto [first, last] = scan.range(at);
  return std::span<const lexicon::Hit>(scan.hits).subspan(scan.hits_from[first],
                                                          scan.hits_from[last] - scan.hits_from[first]);
}

// The first hit that lies in the stretch and is asked for; nullptr where there is none.
template <typename Asked>
const lexicon::Hit* first_hit(std::span<const lexicon::Hit> hits, base::Span at, Asked asked) {
  for (const lexicon::Hit& hit : hits) {
    if (asked(hit.concept_id) && at.contains(hit.at)) return &hit;
  }
  return nullptr;
}

const lexicon::Hit* first_of_family(std::span<const lexicon::Hit> hits, base::Span at, const lexicon::Lexicon& lexicon,
                                    std::string_view family) {
  const std::vector<lexicon::ConceptId>& ids = lexicon.family(family);
  if (ids.empty()) return nullptr;
  return first_hit(hits, at, [&](lexicon::ConceptId id) { return std::find(ids.begin(), ids.end(), id) != ids.end(); });
}

}  // namespace

base::Span Gathering::find(base::Span at, std::string_view name) const {
  const lexicon::Scan& scan = language.scan;
  if (at.empty() || scan.hits_from.empty()) return {};
  const std::span<const lexicon::Hit> hits = hits_near(scan, at);
  if (hits.empty()) return {};
  const lexicon::ConceptId exact = lexicon.find_concept(name);
  const lexicon::Hit* hit = exact != 0 ? first_hit(hits, at, [exact](lexicon::ConceptId id) { return id == exact; })
                                       : first_of_family(hits, at, lexicon, name);
  return hit == nullptr ? base::Span{} : hit->at;
}

lexicon::ConceptId Gathering::concept_of(base::Span at, std::string_view family) const {
  if (at.empty() || language.scan.hits_from.empty()) return 0;
  const lexicon::Hit* hit = first_of_family(hits_near(language.scan, at), at, lexicon, family);
  return hit == nullptr ? lexicon::ConceptId{0} : hit->concept_id;
}

bool Gathering::in_section(const form::Unit& unit, std::initializer_list<std::string_view> kinds) const {
  for (std::int32_t section = unit.section; section >= 0;) {
    const form::Section& s = form.sections[static_cast<std::size_t>(section)];
    for (std::string_view kind : kinds) {
      lexicon::SectionId id = lexicon.find_section(kind);
      if (id != 0 && (s.own == id || s.kind == id)) return true;
    }
    section = s.parent;
  }
  return false;
}

bool Gathering::is_field(lexicon::FieldId field, std::initializer_list<std::string_view> names) const {
  if (field == 0) return false;
  std::string_view name = lexicon.field_name(field);
  return std::find(names.begin(), names.end(), name) != names.end();
}

const form::Cell* Gathering::cell(const form::Unit& unit, std::initializer_list<std::string_view> fields) const {
  for (std::uint32_t c = unit.cell_begin; c < unit.cell_end; ++c) {
    if (is_field(form.cells[c].field, fields)) return &form.cells[c];
  }
  return nullptr;
}

bool Gathering::blank(base::Span at) const {
  return at.empty() || form::is_blank_value(text(at), scans);
}

const language::Date* Gathering::date(base::Span at, bool impossible_too) const {
  auto d = std::lower_bound(language.dates.begin(), language.dates.end(), at.begin,
                            [](const language::Date& date, std::uint32_t offset) { return date.at.begin < offset; });
  for (; d != language.dates.end() && d->at.begin < at.end; ++d) {
    if (d->at.end > at.end) continue;
    if (d->has_day && d->day != language::no_day) return &*d;
    if (impossible_too && d->impossible) return &*d;
  }
  return nullptr;
}

std::vector<language::Mention> Gathering::mentions(base::Span at) const {
  const std::span<const language::Mention> found = language.mentions_from(at);
  return {found.begin(), found.end()};
}

EntityId Gathering::person(base::Span at, std::initializer_list<language::Role> roles) const {
  for (const language::Mention& mention : mentions(at)) {
    const language::Entity* who = entity(mention.who);
    if (who != nullptr && std::find(roles.begin(), roles.end(), who->role) != roles.end()) return mention.who;
  }
  return language::nobody;
}

bool Gathering::is_subject(EntityId who) const {
  const language::Entity* found = entity(who);
  return found != nullptr && found->role == language::Role::subject_child;
}

std::size_t Gathering::words(base::Span at) const {
  auto [first, last] = language.scan.range(at);
  std::size_t count = 0;
  for (std::size_t i = first; i < last; ++i) {
    count += language.scan.tokens[i].kind == lexicon::TokenKind::punctuation ? 0u : 1u;
  }
  return count;
}

std::uint8_t Gathering::content(base::Span at) const {
  auto [first, last] = language.scan.range(at);
  std::vector<bool> empty(last - first, false);
  for (std::string_view stock : {"word.function", "word.stock"}) {
    lexicon::ConceptId id = lexicon.find_concept(stock);
    if (id == 0) continue;
    for (std::size_t i = first; i < last; ++i) {
      for (const lexicon::Hit& hit : language.scan.starting_at(i)) {
        if (hit.concept_id != id) continue;
        for (std::size_t k = hit.first; k <= hit.last && k < last; ++k) empty[k - first] = true;
      }
    }
  }
  std::size_t count = 0;
  for (std::size_t i = first; i < last; ++i) {
    bool counts = language.scan.tokens[i].kind != lexicon::TokenKind::punctuation && !empty[i - first];
    count += counts ? 1u : 0u;
  }
  return static_cast<std::uint8_t>(std::min<std::size_t>(count, 9));
}

}  // namespace facts
