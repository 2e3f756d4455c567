#include "facts/outsiders.h"

#include <algorithm>

#include "base/utf8.h"

namespace facts {
namespace {

using language::Role;

constexpr std::size_t apposition_reach = 4;  // words between a name and the agency beside it

bool outside(Role role) {
  return role == Role::professional || role == Role::agency;
}
bool of_the_family(Role role) {
  return role == Role::subject_child || role == Role::sibling || role == Role::parent || role == Role::relative ||
         role == Role::worker || role == Role::manager || role == Role::referrer;
}
// Whom the record calls by an agency too may be its referrer.
bool nobody_of_an_agency(Role role) {
  return of_the_family(role) && role != Role::referrer;
}

}  // namespace

Outsiders::Outsiders(const Gathering& record) : record_(record), agencies_(record.lexicon.family_table("agency")) {
  const language::Sentence* before = nullptr;
  for (const language::Sentence& sentence : record.language.sentences) {
    learn(sentence.at);
    learn_titles(sentence.at);
    if (before != nullptr && before->unit == sentence.unit) learn_next(before->at, sentence.at);
    before = &sentence;
  }
}

bool Outsiders::inside_team(lexicon::ConceptId agency) const {
  if (agency == 0) return false;
  return record_.lexicon.attribute(agency, "team") == "yes" || record_.lexicon.attribute(agency, "contributor") == "no";
}

bool Outsiders::family(std::size_t token, bool (*kin)(Role)) const {
  const lexicon::Token& t = record_.language.scan.tokens[token];
  for (const language::Mention& mention : record_.language.mentions_from(t.at)) {
    const language::Entity* who = record_.entity(mention.who);
    if (who != nullptr && kin(who->role)) return true;
  }
  return false;
}

// "Kay from the drug service", "Mr Dale, virtual school": the name stands for the agency from then on.
void Outsiders::learn(base::Span sentence) {
  const lexicon::Scan& scan = record_.language.scan;
  const lexicon::ConceptId school = record_.lexicon.find_concept("agency.school");
  const lexicon::ConceptId teaches = record_.lexicon.find_concept("contribution.teaches");
  auto [first, last] = scan.range(sentence);
  for (std::size_t i = first; i + 2 < last; ++i) {
    const lexicon::Token& name = scan.tokens[i];
    if (!name.capital || name.kind != lexicon::TokenKind::word || name.at.size() < 3) continue;
    const std::string_view next = record_.text(scan.tokens[i + 1].at);
    if ((next != "," && next != "from" && next != "at" && next != "(") || family(i, of_the_family)) continue;
    bool common = false;  // "Saturday at the nursery", "in Leeds, college ...", "Letter from the ward"
    for (std::string_view other :
         {"word.function", "word.month", "word.weekday", "word.preposition", "agency", "contribution.paper",
          "contribution.means", "contribution.spoken-with", "word.stock"}) {
      common = common || record_.has(name.at, other);
    }
    if (common || (i > first && record_.has(scan.tokens[i - 1].at, "word.preposition"))) continue;
    for (std::size_t k = i + 2; k < last && k < i + 1 + apposition_reach; ++k) {
      if (scan.tokens[k].kind == lexicon::TokenKind::punctuation) break;
      for (const lexicon::Hit& hit : scan.starting_at(k)) {
        // "Mr Lund, who teaches him"
        if (hit.concept_id == teaches && school != 0) met_.emplace(record_.text(name.at), school);
        if (agencies_[hit.concept_id] && !inside_team(hit.concept_id))
          met_.emplace(record_.text(name.at), hit.concept_id);
      }
    }
  }
}

// "T/C to school. Ms Ford says ...": who speaks there right behind a note of contact is of that agency.
void Outsiders::learn_next(base::Span note, base::Span sentence) {
  constexpr std::size_t note_words = 8;
  const lexicon::Scan& scan = record_.language.scan;
  auto [first, last] = scan.range(sentence);
  if (first + 2 >= last || !record_.has(scan.tokens[first].at, "form.person-title") ||
      !scan.tokens[first + 1].capital || family(first + 1, nobody_of_an_agency) || record_.words(note) > note_words ||
      !record_.has(note, "contribution.means") || !record_.has(scan.tokens[first + 2].at, "contribution.said"))
    return;
  lexicon::ConceptId agency = 0;
  for (std::size_t i = scan.range(note).first; i < scan.range(note).second; ++i) {
    for (const lexicon::Hit& hit : scan.starting_at(i)) {
      if (agencies_[hit.concept_id] && !inside_team(hit.concept_id)) agency = hit.concept_id;
    }
  }
  if (agency != 0) met_.emplace(record_.text(scan.tokens[first + 1].at), agency);
}

// "A speech therapist, Amina Khan": her names stand for the agency as well.
void Outsiders::learn_behind(std::size_t token, std::size_t last, lexicon::ConceptId agency) {
  constexpr std::size_t most_names = 3;
  const lexicon::Scan& scan = record_.language.scan;
  if (token + 1 >= last || inside_team(agency) || record_.text(scan.tokens[token].at) != ",") return;
  std::size_t end = token + 1;
  bool known = false;
  for (; end < last && end <= token + most_names; ++end) {
    const lexicon::Token& name = scan.tokens[end];
    if (!name.capital || name.kind != lexicon::TokenKind::word || family(end, nobody_of_an_agency) ||
        name.at.size() < 3)
      break;
    if (record_.has(name.at, "word.function") || record_.has(name.at, "word.month") ||
        record_.has(name.at, "word.weekday"))
      return;
    known = known || record_.has(name.at, "name.first");
  }
  if (end == token + 1) return;
  // "The hospital, Leeds", "the school, Oak Lane": no names of people.
  const bool first_unknown = scan.tokens[token + 1].word == 0;
  const bool whole = end >= token + 3 && !record_.has(scan.tokens[end - 1].at, "form.street-word");
  const bool ends = end == last || scan.tokens[end].kind != lexicon::TokenKind::word;
  if (!(known && (whole || ends)) && !(first_unknown && whole && ends)) return;
  for (std::size_t i = token + 1; i < end; ++i) met_.emplace(record_.text(scan.tokens[i].at), agency);
}

// "The school nurse": a later "the nurse" is hers.
void Outsiders::learn_titles(base::Span sentence) {
  const lexicon::Scan& scan = record_.language.scan;
  auto [first, last] = scan.range(sentence);
  for (std::size_t i = first; i < last; ++i) {
    for (const lexicon::Hit& hit : scan.starting_at(i)) {
      if (!agencies_[hit.concept_id]) continue;
      if (record_.has(scan.tokens[i].at, "word.determiner")) break;
      if (hit.last < last) learn_behind(hit.last + 1, last, hit.concept_id);
      if (hit.last > i && hit.last < last)
        titles_[base::fold_case(record_.text(scan.tokens[hit.last].at))].push_back({i, hit.concept_id});
      break;  // the longest
    }
  }
}

// Whom "the nurse", without a word more, means: the last one told of by a fuller title. 0 where there is none.
lexicon::ConceptId Outsiders::meant_by(std::size_t first, std::size_t last, base::Span within) const {
  const lexicon::Scan& scan = record_.language.scan;
  if (last > first + 1 || (last > first && !record_.has(scan.tokens[first].at, "word.determiner"))) return 0;
  const std::string_view before = first > 0 ? record_.text(scan.tokens[first - 1].at) : std::string_view();
  const bool definite = last > first || before == "the" || before == "The";
  if (!definite) return 0;
  // "The nurse at the clinic", "the nurse on the ward": told apart.
  const std::size_t end = scan.range(within).second;
  const std::string_view next = last + 1 < end ? record_.text(scan.tokens[last + 1].at) : std::string_view();
  const bool on = next == "on" && last + 2 < end && record_.has(scan.tokens[last + 2].at, "word.determiner");
  if (on || next == "at" || next == "from" || next == "of" || next == "in") return 0;
  const auto found = titles_.find(base::fold_case(record_.text(scan.tokens[last].at)));
  if (found == titles_.end()) return 0;
  lexicon::ConceptId out = 0;
  for (const Title& title : found->second) {
    if (title.token >= first) break;
    out = title.agency;
  }
  return out;
}

// "Mr Dale, deputy head at the school": names and agencies with hardly a word between them are one naming.
void Outsiders::merge(std::vector<Naming>& namings) const {
  const lexicon::Scan& scan = record_.language.scan;
  std::vector<Naming> out;
  for (const Naming& naming : namings) {
    bool joined = false;
    if (!out.empty() && naming.first <= out.back().last + 1 + apposition_reach) {
      Naming& before = out.back();
      joined = true;
      for (std::size_t k = before.last + 1; k < naming.first; ++k) {
        std::string_view word = record_.text(scan.tokens[k].at);
        bool glue = word == "," || word == "(" || word == "at" || word == "of" || word == "from" || word == "'s" ||
                    word == "the" || word == "’s" || scan.tokens[k].capital;
        joined = joined && glue;
      }
      bool both_people = before.who >= 0 && naming.who >= 0 && before.who != naming.who;
      const language::Entity* a = record_.entity(before.who);
      const language::Entity* b = record_.entity(naming.who);
      if (both_people && a->role == Role::professional && b->role == Role::professional) joined = false;
      // "the school, the GP": two bodies in a list.
      if (naming.first > before.last + 1 && before.agency != 0 && naming.agency != 0 &&
          before.agency != naming.agency && (before.who < 0 || a->role == Role::agency) &&
          (naming.who < 0 || b->role == Role::agency)) {
        joined = false;
      }
      if (joined) {
        before.last = std::max(before.last, naming.last);
        // The pattern for "Dr Lund" says GP; "community paediatrician" beside it knows better.
        if (naming.agency != 0 && (before.agency == 0 || record_.lexicon.concept_name(before.agency) == "agency.gp")) {
          before.agency = naming.agency;
        }
        if (before.who < 0 || (b != nullptr && b->role == Role::professional && a->role == Role::agency)) {
          before.who = naming.who >= 0 ? naming.who : before.who;
        }
      }
    }
    if (!joined) out.push_back(naming);
  }
  namings = std::move(out);
}

std::vector<Naming> Outsiders::in(base::Span at) const {
  const lexicon::Scan& scan = record_.language.scan;
  std::vector<Naming> out;
  if (scan.hits_from.empty()) return out;
  auto [first, last] = scan.range(at);
  std::size_t covered = first;
  for (std::size_t i = first; i < last; ++i) {
    if (i < covered) continue;
    Naming found;
    found.first = i;
    bool known = false;
    for (const lexicon::Hit& hit : scan.starting_at(i)) {
      if (hit.last >= last || !agencies_[hit.concept_id]) continue;
      found.agency = hit.concept_id;
      found.last = hit.last;
      known = true;
      if (lexicon::ConceptId meant = meant_by(found.first, found.last, at); meant != 0) found.agency = meant;
      break;  // the longest
    }
    for (const language::Mention& mention : record_.language.mentions_from(scan.tokens[i].at)) {
      if (mention.at.begin != scan.tokens[i].at.begin || mention.pronoun) continue;
      const language::Entity* who = record_.entity(mention.who);
      if (who == nullptr || !outside(who->role)) continue;
      if (!known && who->role == Role::agency && record_.text(mention.at).find(' ') == std::string_view::npos) continue;
      auto [from, to] = scan.range(mention.at);
      if (to == 0) continue;
      found.who = mention.who;
      found.last = std::max(found.last, to - 1);
      if (found.agency == 0) found.agency = who->agency;
      known = true;
    }
    if (!known && scan.tokens[i].capital && !family(i, nobody_of_an_agency)) {
      const bool title =
          i + 1 < last && scan.tokens[i + 1].capital && record_.has(scan.tokens[i].at, "form.person-title");
      const std::size_t name = title ? i + 1 : i;
      auto met = met_.find(std::string(record_.text(scan.tokens[name].at)));
      if (met != met_.end()) {
        found.agency = met->second;
        found.last = name;
        known = true;
      }
    }
    if (!known) continue;
    covered = found.last + 1;
    // Without an agency only a title tells a name from a word that happens to be written large.
    bool nameless = found.agency == 0 && !record_.has(scan.tokens[i].at, "form.person-title");
    if (inside_team(found.agency) || nameless) continue;
    out.push_back(found);
  }
  merge(out);
  return out;
}

Naming Outsiders::first_in(base::Span at) const {
  std::vector<Naming> all = in(at);
  return all.empty() ? Naming{} : all.front();
}

std::string Outsiders::shown(const Naming& naming, base::Span written) const {
  const language::Entity* who = record_.entity(naming.who);
  bool person = who != nullptr && who->role == Role::professional && !who->name.empty();
  std::string_view label = naming.agency != 0 ? record_.lexicon.attribute(naming.agency, "label") : std::string_view();
  bool several = naming.agency != 0 && record_.lexicon.attribute(naming.agency, "several") == "yes";
  if (person && (label.empty() || several)) return who->name;
  if (!label.empty()) return std::string(label);
  return who != nullptr ? who->name : record_.line(naming.name.empty() ? written : naming.name);
}

}  // namespace facts
