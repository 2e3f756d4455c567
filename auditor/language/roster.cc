#include "language/roster.h"

#include <algorithm>

#include "language/initials.h"

namespace language {
namespace {

// The more telling of two roles for one person: what a table says wins over what prose made of somebody.
int weight(Role role) {
  switch (role) {
    case Role::subject_child:
      return 9;
    case Role::parent:
      return 8;
    case Role::sibling:
      return 7;
    case Role::relative:
      return 6;
    case Role::worker:
    case Role::manager:
      return 5;
    case Role::professional:
      return 4;
    case Role::referrer:
      return 2;
    case Role::agency:
      return 3;
    case Role::other:
      return 1;
    case Role::unknown:
      return 0;
  }
  return 0;
}

bool is_initial(const std::vector<std::string>& given) {
  return given.size() == 1 && given[0].size() == 1;
}

std::string joined(const std::vector<std::string>& tokens) {
  std::string out;
  for (const std::string& token : tokens) out += (out.empty() ? "" : " ") + token;
  return out;
}

// "Tia-Rose GEDNEY" is Tia-Rose Gedney: words set in capitals as forms set surnames. "AJ" stays.
std::string in_usual_letters(const std::string& name) {
  auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  auto lower = [](char c) { return c >= 'a' && c <= 'z'; };
  std::string out = name;
  for (std::size_t i = 0; i < out.size();) {
    std::size_t end = i;
    std::size_t capitals = 0;
    bool small = false;
    while (end < out.size() && out[end] != ' ') {
      capitals += upper(out[end]) ? 1u : 0u;
      small = small || lower(out[end]);
      ++end;
    }
    if (capitals >= 3 && !small) {
      bool first = true;
      for (std::size_t k = i; k < end; ++k) {
        if (!first && upper(out[k])) out[k] = static_cast<char>(out[k] | 0x20);
        first = !upper(name[k]) && static_cast<unsigned char>(name[k]) < 0x80;  // a hyphen, an apostrophe
      }
    }
    i = end + 1;
  }
  return out;
}

// "Mrs G" of "Mrs Garrick".
bool abbreviates(const PersonName& brief, const PersonName& full) {
  if (brief.title.empty() || !brief.given.empty() || brief.surname.size() != 1 || brief.surname[0].size() != 1)
    return false;
  if (full.title.empty() || full.surname.size() != 1 || full.surname[0].size() < 2) return false;
  const Gender gender = gender_of_title(brief.title);
  return gender != Gender::unknown && gender == gender_of_title(full.title) &&
         full.surname[0][0] == brief.surname[0][0];
}

bool initial_of(const std::vector<std::string>& brief, const std::vector<std::string>& surname) {
  return brief.size() == 1 && brief[0].size() == 1 && surname.size() == 1 && surname[0].size() > 1 &&
         surname[0][0] == brief[0][0];
}

// "Baby Alfie" and "Alfie".
bool one_baby(const PersonName& baby, const PersonName& bare) {
  return baby.given == std::vector<std::string>{"baby"} && bare.surname.empty() && bare.title.empty() &&
         bare.given == baby.surname;
}

std::vector<std::string> whole(const PersonName& name) {
  std::vector<std::string> out = name.given;
  out.insert(out.end(), name.surname.begin(), name.surname.end());
  return out;
}

// "Kieran Lee Marsh" and "Kieran Marsh": one has middle names, and all else is the same.
bool middle_names_apart(const PersonName& one, const PersonName& two) {
  if (one.given.empty() || two.given.empty()) return false;
  // Forms ask for forenames and surname apart: "Kieran Lee" has none yet.
  const bool open = one.surname.empty() != two.surname.empty();
  const PersonName& bare = one.surname.empty() ? one : two;
  const PersonName& other = one.surname.empty() ? two : one;
  if (open) return bare.given.size() > 1 && other.given.size() == 1 && other.given.front() == bare.given.front();
  const std::vector<std::string> a = whole(one), b = whole(two);
  const auto& brief = a.size() < b.size() ? a : b;
  const auto& full = a.size() < b.size() ? b : a;
  return brief.size() == 2 && full.size() > 2 && brief.front().size() > 1 && brief.front() == full.front() &&
         brief.back() == full.back();
}

}  // namespace

EntityId Roster::find(const PersonName& name) const {
  for (std::size_t i = 0; i < known_.size(); ++i) {
    if (!known_[i].has_name) continue;
    const PersonName& other = known_[i].name;
    if (name.unborn != other.unborn || name.senior != other.senior) continue;
    if (name.unborn) return static_cast<EntityId>(i);
    const bool nick = (!name.nickname.empty() && name.nickname == joined(other.given)) ||
                      (!other.nickname.empty() && other.nickname == joined(name.given));
    if (one_baby(name, other) || one_baby(other, name)) return static_cast<EntityId>(i);
    const bool same_given = !name.given.empty() && (name.given == other.given || nick);
    const bool same_surname = !name.surname.empty() && name.surname == other.surname;
    if (same_given && (same_surname || name.surname.empty() || other.surname.empty())) return static_cast<EntityId>(i);
    if (same_given && (initial_of(name.surname, other.surname) || initial_of(other.surname, name.surname)))
      return static_cast<EntityId>(i);  // "Kay M" and "Kay Marsh"
    if (abbreviates(name, other) || abbreviates(other, name)) return static_cast<EntityId>(i);
    // "Mrs Kilbride" and "Mrs T Kilbride"; "T Marlow" and "Tom Marlow"
    if (same_surname &&
        (name.given.empty() || other.given.empty() || is_initial(name.given) || is_initial(other.given))) {
      const Gender a = gender_of_title(name.title);
      const Gender b =
          gender_of_title(other.title) != Gender::unknown ? gender_of_title(other.title) : people_[i].gender;
      const bool clash = a != Gender::unknown && b != Gender::unknown && a != b;
      const bool initials_clash = !name.given.empty() && !other.given.empty() && name.given[0][0] != other.given[0][0];
      // A child is never called by title: "Ms Marsden" is no reader's name for little Kayleigh Marsden.
      const bool child =
          (people_[i].role == Role::subject_child || people_[i].role == Role::sibling) && !name.title.empty();
      if (!clash && !initials_clash && !child) return static_cast<EntityId>(i);
    }
  }
  for (std::size_t i = 0; i < known_.size(); ++i) {
    const PersonName& other = known_[i].name;
    if (!known_[i].has_name || name.unborn != other.unborn || name.senior != other.senior) continue;
    if (middle_names_apart(name, other)) return static_cast<EntityId>(i);
  }
  if (const EntityId brief = abbreviated(name); brief != nobody) return brief;
  return first_of_given(name);
}

// "Mr W" where a table has "Lee Wadlow, father": the one adult whose surname begins so.
EntityId Roster::abbreviated(const PersonName& name) const {
  if (name.title.empty() || !name.given.empty() || name.surname.size() != 1 || name.surname[0].size() != 1)
    return nobody;
  const Gender gender = gender_of_title(name.title);
  EntityId found = nobody;
  for (std::size_t i = 0; i < known_.size(); ++i) {
    const PersonName& other = known_[i].name;
    const Entity& entity = people_[i];
    const bool child = entity.role == Role::subject_child || entity.role == Role::sibling;
    if (!known_[i].has_name || child || other.unborn || other.surname.empty() || other.surname.back().size() < 2)
      continue;
    if (other.surname.back()[0] != name.surname[0][0]) continue;
    const Gender own = gender_of_title(other.title) != Gender::unknown ? gender_of_title(other.title) : entity.gender;
    // "Dr F." is a doctor; "Mr F" is nobody whose title says something else.
    const bool fits =
        gender == Gender::unknown ? other.title == name.title : own == gender && entity.role != Role::worker;
    if (!fits) continue;
    if (found != nobody) return nobody;
    found = static_cast<EntityId>(i);
  }
  return found;
}

// "Kieran" where forms have "Kieran Michael" for forenames.
EntityId Roster::first_of_given(const PersonName& name) const {
  if (name.given.size() != 1 || !name.surname.empty() || !name.title.empty() || is_initial(name.given)) return nobody;
  for (std::size_t i = 0; i < known_.size(); ++i) {
    const PersonName& other = known_[i].name;
    const bool longer = known_[i].has_name && !other.unborn && other.given.size() > 1;
    if (longer && other.senior == name.senior && other.given.front() == name.given.front())
      return static_cast<EntityId>(i);
  }
  return nobody;
}

bool Roster::has_surname(EntityId who, std::string_view surname) const {
  const auto& own = known_[static_cast<std::size_t>(who)].name.surname;
  return !own.empty() && own.back() == surname;
}

std::string_view Roster::surname_shown(EntityId who) const {
  const PersonName& name = known_[static_cast<std::size_t>(who)].name;
  const std::string& shown = (*this)[who].name;
  if (name.surname.empty()) return {};
  std::size_t length = name.surname.size() - 1;
  for (const std::string& part : name.surname) length += part.size();
  return length < shown.size() ? std::string_view(shown).substr(shown.size() - length) : std::string_view();
}

void Roster::name_unborn(EntityId who, const std::string& family) {
  PersonName& name = known_[static_cast<std::size_t>(who)].name;
  const bool nameless = name.surname.empty() || name.surname == std::vector<std::string>{"unborn"};
  if (!name.unborn || !nameless) return;
  name.surname = {lexicon::folded_word(family)};
  (*this)[who].name = "Unborn baby " + in_usual_letters(family);
}

void Roster::give_surname(EntityId who, const PersonName& family) {
  PersonName& name = known_[static_cast<std::size_t>(who)].name;
  Entity& entity = (*this)[who];
  if (!name.surname.empty() || name.unborn || entity.name.empty() || name.given == family.given) return;
  name.surname = family.surname.empty() ? family.given : family.surname;
  entity.name += " " + in_usual_letters(family.shown);
}

EntityId Roster::add(const PersonName& name, Role role, Gender gender, std::string relation,
                     lexicon::ConceptId agency) {
  if (gender == Gender::unknown) gender = gender_of_title(name.title);
  EntityId id = find(name);
  // A father and a son of nearly one name are two.
  const bool two = id != nobody && middle_names_apart(name, known_[static_cast<std::size_t>(id)].name) &&
                   (role == Role::subject_child) != ((*this)[id].role == Role::subject_child) &&
                   weight(role) >= weight(Role::manager) && weight((*this)[id].role) >= weight(Role::manager);
  if (two) id = nobody;
  if (id == nobody) {
    id = static_cast<EntityId>(people_.size());
    Entity entity;
    entity.role = role;
    entity.gender = gender;
    entity.name = in_usual_letters(name.shown);
    entity.relation = std::move(relation);
    entity.agency = agency;
    entity.first = name.at;
    entity.named = true;
    people_.push_back(std::move(entity));
    known_.push_back({name, true});
    return id;
  }
  Entity& entity = (*this)[id];
  PersonName& known = known_[static_cast<std::size_t>(id)].name;
  if (weight(role) > weight(entity.role)) {
    entity.role = role;
    if (!relation.empty()) entity.relation = relation;
  }
  if (entity.relation.empty()) entity.relation = std::move(relation);
  if (entity.gender == Gender::unknown) entity.gender = gender;
  if (entity.agency == 0) entity.agency = agency;
  if (known.title.empty()) known.title = name.title;
  if (known.nickname.empty()) known.nickname = name.nickname;
  const bool fuller =
      (known.surname.empty() && !name.surname.empty() && !name.given.empty()) ||
      (known.given.empty() && !name.given.empty()) || initial_of(known.surname, name.surname) ||
      (is_initial(known.given) && !is_initial(known.surname) && !name.given.empty() && !is_initial(name.given)) ||
      abbreviates(known, name);
  // "Unborn child", and below it whose.
  const bool families = name.unborn && known.surname == std::vector<std::string>{"unborn"} && !name.surname.empty() &&
                        name.surname != known.surname;
  if (fuller || families) {
    if (!name.given.empty()) known.given = name.given;
    if (!name.surname.empty()) known.surname = name.surname;
    entity.name = in_usual_letters(name.shown);
  }
  return id;
}

EntityId Roster::holder(Role role, Gender gender, std::string_view called) const {
  EntityId fallback = nobody;
  for (std::size_t i = 0; i < people_.size(); ++i) {
    const Entity& entity = people_[i];
    if (entity.role != role) continue;
    if (!called.empty() && entity.relation == called) return static_cast<EntityId>(i);
    const bool fits = gender == Gender::unknown || entity.gender == gender;
    if (fits && called.empty()) return static_cast<EntityId>(i);
    if (fallback == nobody && (fits || entity.gender == Gender::unknown)) fallback = static_cast<EntityId>(i);
  }
  return fallback;
}

EntityId Roster::by_agency(lexicon::ConceptId agency) const {
  for (std::size_t i = 0; i < people_.size(); ++i) {
    if (people_[i].agency == agency && agency != 0) return static_cast<EntityId>(i);
  }
  return nobody;
}

EntityId Roster::add_role(const RoleWord& word, base::Span at, std::string_view written) {
  EntityId id = nobody;
  if (word.role == Role::subject_child && !subjects_.empty()) {
    id = subjects_.front();
  } else if (word.role == Role::relative || word.role == Role::professional || word.role == Role::other) {
    // A nan is not an aunt: only the same relation will do, or a sole holder of the gender and relation.
    for (std::size_t i = 0; i < people_.size(); ++i) {
      if (people_[i].role == word.role && people_[i].relation == word.called) return static_cast<EntityId>(i);
    }
  } else {
    id = holder(word.role, word.gender, word.called);
  }
  if (id != nobody) return id;
  id = static_cast<EntityId>(people_.size());
  Entity entity;
  entity.role = word.role;
  entity.gender = word.gender;
  entity.name = std::string(word.called);
  entity.relation = std::string(word.called);
  entity.first = at;
  entity.aliases.push_back(lexicon::folded_word(written));
  people_.push_back(std::move(entity));
  known_.push_back({});
  return id;
}

EntityId Roster::add_agency(lexicon::ConceptId agency, base::Span at, std::string_view written) {
  if (const EntityId id = by_agency(agency); id != nobody) return id;
  Entity entity;
  entity.role = Role::agency;
  entity.name = std::string(written);
  entity.agency = agency;
  entity.first = at;
  entity.aliases.push_back(lexicon::folded_word(written));
  people_.push_back(std::move(entity));
  known_.push_back({});
  return static_cast<EntityId>(people_.size()) - 1;
}

void Roster::make_subject(EntityId id) {
  (*this)[id].role = Role::subject_child;
  if (std::find(subjects_.begin(), subjects_.end(), id) == subjects_.end()) subjects_.push_back(id);
}

namespace {

// Of a long record a great many share a title: aliases are found by their first two words.
std::string alias_key(std::string_view first, std::string_view second) {
  return std::string(first).append(" ").append(second);
}

}  // namespace

void Roster::alias(EntityId who, std::vector<std::string> tokens) {
  if (tokens.empty() || (tokens.size() == 1 && tokens[0].size() < 2)) return;
  auto& list = aliases_[alias_key(tokens[0], tokens.size() > 1 ? tokens[1] : "")];
  for (const Alias& other : list) {
    if (other.tokens == tokens) return;  // the first who has it keeps it
  }
  Entity& entity = (*this)[who];
  const std::string form = joined(tokens);
  if (std::find(entity.aliases.begin(), entity.aliases.end(), form) == entity.aliases.end())
    entity.aliases.push_back(form);
  list.push_back({std::move(tokens), who});
}

void Roster::settle() {
  aliases_.clear();
  // Children first, then the family: where two share a first name, it means the nearer one.
  std::vector<EntityId> order(people_.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = static_cast<EntityId>(i);
  std::stable_sort(order.begin(), order.end(),
                   [&](EntityId a, EntityId b) { return weight((*this)[a].role) > weight((*this)[b].role); });
  for (const EntityId id : order) {
    const Known& known = known_[static_cast<std::size_t>(id)];
    if (!known.has_name) continue;
    const PersonName& name = known.name;
    std::vector<std::string> full = name.given;
    full.insert(full.end(), name.surname.begin(), name.surname.end());
    if (name.senior) {
      for (const char* as : {"snr", "senior"}) {
        alias(id, {name.given.empty() ? std::string() : name.given[0], as});
        full.emplace_back(as);
        alias(id, full);
        full.pop_back();
      }
      continue;
    }
    if (name.unborn) {
      alias(id, {"unborn", "baby"});
      alias(id, {"unborn"});
      alias(id, {"baby"});
      continue;
    }
    alias(id, full);
    if (!is_initial(name.given)) alias(id, name.given);
    if (!name.nickname.empty()) {
      std::vector<std::string> nick;
      for (std::size_t from = 0; from <= name.nickname.size();) {
        const std::size_t to = std::min(name.nickname.find(' ', from), name.nickname.size());
        nick.push_back(name.nickname.substr(from, to - from));
        from = to + 1;
      }
      alias(id, nick);
    }
    // The first part of "Ellie-Mae" alone is a name to her family; a middle name isn't.
    if (name.given.size() > 1) alias(id, {name.given[0]});
  }
  for (const EntityId id : order) {
    const Known& known = known_[static_cast<std::size_t>(id)];
    const Entity& entity = (*this)[id];
    if (!known.has_name || known.name.surname.empty() || entity.role == Role::subject_child ||
        entity.role == Role::sibling)
      continue;
    std::vector<std::string_view> titles;
    if (!known.name.title.empty()) titles.push_back(known.name.title);
    if (entity.gender != Gender::female) titles.push_back("mr");
    if (entity.gender != Gender::male) titles.insert(titles.end(), {"mrs", "ms", "miss"});
    if (entity.role == Role::professional) titles.insert(titles.end(), {"dr", "pc", "dc", "ds", "sgt"});
    for (const std::string_view title : titles) {
      std::vector<std::string> tokens = {std::string(title)};
      tokens.insert(tokens.end(), known.name.surname.begin(), known.name.surname.end());
      alias(id, tokens);
      if (known.name.surname.size() > 1) alias(id, {std::string(title), known.name.surname.back()});
      if (!known.name.given.empty()) {
        std::vector<std::string> initial = {std::string(title), known.name.given[0]};
        initial.insert(initial.end(), known.name.surname.begin(), known.name.surname.end());
        alias(id, initial);
      }
    }
    if (!known.name.given.empty()) {
      std::vector<std::string> initial = {known.name.given[0].substr(0, 1)};
      initial.insert(initial.end(), known.name.surname.begin(), known.name.surname.end());
      alias(id, initial);
    }
  }
}

void Roster::call(EntityId who, const std::string& initials) {
  const std::string folded = lexicon::folded_word(initials);
  auto& list = aliases_[alias_key(folded, "")];
  if (!list.empty()) return;
  list.push_back({{folded}, who});
  (*this)[who].aliases.push_back(folded);
}

EntityId Roster::named_at(const Words& words, std::size_t token, std::size_t last, std::size_t& length) const {
  const auto& tokens = words.scan().tokens;
  if (tokens[token].kind != lexicon::TokenKind::word || !tokens[token].capital) return nobody;
  const std::string first = lexicon::folded_word(words.text_of(token));
  const auto next = [&](std::size_t at, bool second) {
    ++at;
    if (at < last && words.is(at, ".")) ++at;  // "Mr. Lee"
    const bool number = second && at < last && tokens[at].kind == lexicon::TokenKind::number && is_title(first);
    return number ? at + 1 : at;  // "PC 3318 Akhtar"
  };
  const auto is = [&](std::size_t at, const std::string& word) {
    return at < last && !tokens[at].line_start && lexicon::folded_word(words.text_of(at)) == word;
  };
  EntityId best = nobody;
  length = 0;
  if (const auto alone = aliases_.find(alias_key(first, "")); alone != aliases_.end()) {
    if (first.size() > 1 || stands_for_somebody(words, token)) {
      best = alone->second.front().who;
      length = 1;
    }
  }
  const std::size_t second = next(token, true);
  if (second >= last || tokens[second].line_start) return best;
  const auto several = aliases_.find(alias_key(first, lexicon::folded_word(words.text_of(second))));
  if (several == aliases_.end()) return best;
  for (const Alias& alias : several->second) {
    std::size_t at = second;
    bool matches = alias.tokens.size() > 1;
    for (std::size_t k = 2; k < alias.tokens.size() && matches; ++k) {
      at = next(at, false);
      matches = is(at, alias.tokens[k]);
    }
    if (matches && at - token + 1 > length) {
      best = alias.who;
      length = at - token + 1;
    }
  }
  return best;
}

}  // namespace language
