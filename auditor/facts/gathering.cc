#include "facts/gathering.h"

#include <algorithm>

#include "base/utf8.h"

namespace facts {

std::string Gathering::line(base::Span at) const {
  return base::on_one_line(text(at));
}

Gathering::Gathering(const document::Document& d, const form::Form& f, const language::Annotations& l,
                     const lexicon::Remembered& s)
    : document(d), form(f), language(l), lexicon(s.lexicon()), scans(s) {
  const std::vector<lexicon::Hit>& hits = language.scan.hits;
  hits_from_.assign(lexicon.concept_count() + 2, 0);
  for (const lexicon::Hit& hit : hits) ++hits_from_[hit.concept_id + 1u];
  for (std::size_t i = 1; i < hits_from_.size(); ++i) hits_from_[i] += hits_from_[i - 1];
  std::vector<std::uint32_t> next = hits_from_;
  hits_.resize(hits.size());
  for (std::uint32_t i = 0; i < hits.size(); ++i) hits_[next[hits[i].concept_id]++] = i;
}

bool Gathering::has(base::Span at, lexicon::Name name) const {
  return !find(at, name).empty();
}

std::uint32_t Gathering::first_of(lexicon::ConceptId id, base::Span at) const {
  constexpr std::ptrdiff_t few = 8;
  const lexicon::Scan& scan = language.scan;
  const auto token = [&](std::uint32_t hit) { return scan.tokens[scan.hits[hit].first].at; };
  auto hit = hits_.begin() + hits_from_[id];
  const auto end = hits_.begin() + hits_from_[id + 1u];
  if (end - hit > few) hit = std::partition_point(hit, end, [&](std::uint32_t h) { return token(h).end <= at.begin; });
  for (; hit != end && token(*hit).begin < at.end; ++hit) {
    if (at.contains(scan.hits[*hit].at)) return *hit;
  }
  return no_hit;
}

std::uint32_t Gathering::first_of_family(std::string_view family, base::Span at) const {
  std::uint32_t first = no_hit;
  for (lexicon::ConceptId id : lexicon.family(family)) first = std::min(first, first_of(id, at));
  return first;
}

base::Span Gathering::find(base::Span at, lexicon::Name name) const {
  if (at.empty()) return {};
  const lexicon::ConceptId exact = lexicon.find_concept(name);
  const std::uint32_t hit = exact != 0 ? first_of(exact, at) : first_of_family(name.text(), at);
  return hit == no_hit ? base::Span{} : language.scan.hits[hit].at;
}

lexicon::ConceptId Gathering::concept_of(base::Span at, std::string_view family) const {
  const std::uint32_t hit = at.empty() ? no_hit : first_of_family(family, at);
  return hit == no_hit ? lexicon::ConceptId{0} : language.scan.hits[hit].concept_id;
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
