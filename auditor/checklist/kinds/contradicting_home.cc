// Who lives in the home: others or nobody, somebody whom the household lists and who never lived there, one carer or
// another; and a father who is unknown and named.
#include <algorithm>
#include <map>

#include "checklist/kinds/contradiction.h"

namespace checklist::kinds {
namespace {

using language::Mention;
using language::Role;

constexpr std::size_t list_tokens = 25;  // a longer unit tells, and does not list
constexpr std::size_t carer_reach = 5;   // "lives with his much loved grandmother"

// Whether whoever is named last before a place is neither a child of the record, nor a parent, nor somebody of an
// agency; or a relative's name stands there ("Mum's cousin Denise").
bool named_lodger(const Record& record, base::Span sentence, std::uint32_t before, const Opposites& words) {
  const lexicon::Scan& scan = record.language.scan;
  auto [first, last] = scan.range({sentence.begin, before});
  for (std::size_t i = first; i < last; ++i) {
    for (const lexicon::Hit& hit : scan.starting_at(i)) {
      if (in_table(words.who, hit.concept_id) && name_behind(record, hit, last)) return true;
    }
  }
  const language::Entity* who = nullptr;
  for (const Mention& m : mentions_in(record, {sentence.begin, before})) {
    if (!m.pronoun && m.who != language::nobody) who = &record.language.people[static_cast<std::size_t>(m.who)];
  }
  return who != nullptr && !who->name.empty() && who->name != who->relation &&
         (who->role == Role::relative || who->role == Role::other);
}

// Whom a child is said to live with, as role words behind "lives with".
struct Carers {
  language::EntityId child = language::nobody;
  std::vector<lexicon::ConceptId> roles;
  base::Span at;
};

}  // namespace

std::vector<Opposed> opposed_household(const Record& record, const Opposites& words) {
  std::vector<Opposed> out;
  std::vector<base::Span> none = denials(record, words);
  if (none.empty()) return out;
  const lexicon::Scan& scan = record.language.scan;
  for (const language::Sentence& sentence : record.language.sentences) {
    if (!is_account(record, sentence) || !holds(record, sentence.at, words.affirms)) continue;
    if (holds(record, sentence.at, words.except)) continue;
    for (const lexicon::Hit& hit : scan.within(sentence.at)) {
      if (!in_table(words.affirms, hit.concept_id)) continue;
      if (!named_lodger(record, sentence.at, hit.at.begin, words)) continue;
      for (base::Span denial : none) {
        if (denial.overlaps(sentence.at)) continue;
        out.push_back({denial, sentence.at, "who lives in the home"});
        break;
      }
      break;
    }
  }
  return out;
}

std::vector<Opposed> opposed_residence(const Record& record, const Opposites& words) {
  std::vector<Opposed> out;
  std::map<language::EntityId, base::Span> listed;
  bool below = false;  // rows below "Household:"
  for (const form::Unit& unit : record.form.units) {
    if (unit.kind == form::UnitKind::help || unit.kind == form::UnitKind::heading) continue;
    base::Span heading =
        unit.section < 0 ? base::Span() : record.form.sections[static_cast<std::size_t>(unit.section)].heading;
    bool asked = holds(record, unit.label, words.labels);
    below = asked ? unit.value.empty() : below && unit.kind == form::UnitKind::row;
    if (!asked && !below && !holds(record, heading, words.labels)) continue;
    auto [first, last] = record.language.scan.range(unit.at);
    if (last - first > list_tokens || holds(record, unit.at, words.except) || holds(record, unit.at, words.denies))
      continue;
    for (const Mention& m : mentions_in(record, unit.at)) {
      Role role = role_of(record, m.who);
      bool grown_up = role == Role::parent || role == Role::relative || role == Role::other;
      if (!m.pronoun && !m.plural && !m.possessive && grown_up) listed.emplace(m.who, unit.at);
    }
  }
  if (listed.empty()) return out;
  for (const language::Sentence& sentence : record.language.sentences) {
    if (!is_account(record, sentence) || !holds(record, sentence.at, words.denies)) continue;
    if (holds(record, sentence.at, words.bare)) continue;
    if (record.language.statements[sentence.statement_begin].told) continue;
    for (const lexicon::Hit& hit : record.language.scan.within(sentence.at)) {
      if (!in_table(words.denies, hit.concept_id)) continue;
      language::EntityId who = language::nobody;
      for (const Mention& m : mentions_in(record, {sentence.at.begin, hit.at.begin})) {
        who = m.plural || m.possessive ? language::nobody : m.who;
      }
      auto at = listed.find(who);
      if (who == language::nobody || at == listed.end() || at->second.overlaps(sentence.at)) continue;
      out.push_back({at->second, sentence.at, "who lives in the home"});
      break;
    }
  }
  return out;
}

std::vector<Opposed> opposed_carers(const Record& record, const Opposites& words) {
  std::vector<Opposed> out;
  std::vector<Carers> told;
  const lexicon::Scan& scan = record.language.scan;
  for (const language::Sentence& sentence : record.language.sentences) {
    if (!is_account(record, sentence) || !holds(record, sentence.at, words.affirms)) continue;
    const language::Statement& main = record.language.statements[sentence.statement_begin];
    if (holds(record, sentence.at, words.except) || main.told || main.polarity == language::Polarity::denied ||
        main.time != language::Time::present || !is_subject(record, main.about_who)) {
      continue;
    }
    Carers carers{main.about_who, {}, sentence.at};
    for (const lexicon::Hit& hit : scan.within(sentence.at)) {
      if (!in_table(words.affirms, hit.concept_id)) continue;
      auto [first, last] = scan.range({hit.at.end, sentence.at.end});
      for (std::size_t i = first; i < std::min(last, first + carer_reach); ++i) {
        for (const lexicon::Hit& role : scan.starting_at(i)) {
          if (in_table(words.who, role.concept_id)) carers.roles.push_back(role.concept_id);
        }
      }
    }
    if (!carers.roles.empty()) told.push_back(carers);
  }
  for (std::size_t i = 1; i < told.size(); ++i) {
    const Carers &one = told.front(), &other = told[i];
    bool shared = std::any_of(one.roles.begin(), one.roles.end(), [&](lexicon::ConceptId role) {
      return std::find(other.roles.begin(), other.roles.end(), role) != other.roles.end();
    });
    if (one.child == other.child && !shared) out.push_back({one.at, other.at, "who the child lives with"});
  }
  return out;
}

std::vector<Opposed> opposed_father(const Record& record, const Opposites& words) {
  std::vector<Opposed> out;
  // A label that asks for the father of all, or of the only child, and a name for an answer.
  std::vector<base::Span> named;
  for (const form::Unit& unit : record.form.units) {
    if (unit.kind == form::UnitKind::help || unit.kind == form::UnitKind::heading) continue;
    bool all = holds(record, unit.at, words.beside);
    if (!all && (record.language.subjects.size() > 1 || !holds(record, unit.label, words.labels))) continue;
    for (const Mention& m : mentions_in(record, unit.at)) {
      bool father = role_of(record, m.who) == Role::parent && !m.pronoun && !m.possessive &&
                    record.language.people[static_cast<std::size_t>(m.who)].named;
      if (father && (all || unit.value.contains(m.at) || unit.label.empty())) {
        named.push_back(unit.at);
        break;
      }
    }
  }
  if (named.empty()) return out;
  for (base::Span denial : denials(record, words)) {
    if (!denial.overlaps(named.front())) out.push_back({named.front(), denial, "who the father is"});
  }
  return out;
}

}  // namespace checklist::kinds
