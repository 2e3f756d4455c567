// Names in the answer to a label that asks for children.
#include "language/roster_answer.h"

#include <algorithm>

namespace language {

// Names that a label introduces: "Simran Kaur Gill, 2 May 2009; Jasleen Kaur Gill, 21 January 2015".
void ChildrenAnswered::subjects_in(base::Span label, base::Span value, bool given_names_only) {
  const auto [begin, end] = tokens(value);
  const std::size_t first = behind_label(begin, end);
  const std::size_t last = before_labels(first, end);
  auto found = births_.listed(first, last, NamePlace::cell);
  noted_unborn(found);
  if (found.empty()) {
    if (without_names_) nameless(label, value);
    return;
  }
  if (without_names_) return;
  const bool opens = found.front().heads || found.front().grouped || counted(first, found.front().name.first);
  if (!opens) return;
  if (asks_writer(label, value)) return;
  if (names_family(found.front().name, last)) {  // "MARSH family: Kay (9), Lee (7)"
    if (!family_first(found, last)) return;
    found.erase(found.begin());
  }
  if (!given_names_only && surnames_first(first, last)) return;
  const bool turned = hit(label, Cue::label_surname);  // "Last name / first name"
  if (!given_names_only && turned_whole(found, last, asks_for_several(label), turned)) return subject(found[1].name);
  if (given_names_only) {  // "Forenames: Courtney Leigh", "Courtney Leigh / Tia"
    for (Listed& person : found) {
      PersonName& name = person.name;
      name.given.insert(name.given.end(), name.surname.begin(), name.surname.end());
      name.surname.clear();
    }
  } else {
    surname_behind(found);
    family_before(found);
    share_surnames(found);
  }
  if (turned_round(found)) return subject(found[1].name);
  if (family_first(found, last)) found.erase(found.begin());
  families_before(found);
  if (found.empty()) return;
  const bool unborn = tokens(label).first < tokens(label).second && words_.is(tokens(label).first, "unborn");
  if (unborn && of_two_families(found)) return subject(found.front().name);
  std::vector<std::string> family;
  for (std::size_t i = 0; i < found.size(); ++i) {
    Listed& person = found[i];
    if (person.elsewhere || (i > 0 && !person.born.told() && called_before(found, i))) continue;
    if (unborn || person.born.ahead) {
      // "Baby MARSH (unborn)": the first word was taken for a label.
      const bool baby = says_any(label, {"baby"}) && !person.name.unborn && person.name.surname.empty();
      const std::string called = "Baby " + person.name.shown;
      make_unborn(person.name);
      if (baby && tokens(label).second == tokens(label).first + 1) person.name.shown = called;
    }
    const bool young = words_.is_any(person.name.first, {"miss", "master"}) && i == 0;
    if (!person.name.title.empty() && !person.name.unborn && !young) continue;
    const bool sibling = person.sibling && person.born.told();               // "and her brother Lee Marsh (7)"
    const bool related = person.related && !sibling && !person.name.unborn;  // "unborn (mother's)"
    if (i > 0 && (related || person.grown)) continue;
    if (i > 0 && value.size() > kAnswer && !person.follows) continue;  // a narrative
    if (i > 0 && opens_sentence(person, last)) continue;
    if (i > 0 && !person.born.told() && in_brackets(found.front().name.last + 1, person.name.first)) continue;
    if (i > 0 && !person.follows && !person.born.told() && !person.heads && !apart(person.name, family)) continue;
    if (!person.name.surname.empty()) family = person.name.surname;
    subject(person.name);
  }
  also_named(first, last);
}

// "MARSH (unborn)": what stands behind a surname says of that child that it isn't born.
void ChildrenAnswered::noted_unborn(std::vector<Listed>& found) const {
  for (std::size_t i = found.size(); i-- > 1;) {
    const PersonName& note = found[i].name;
    Listed& child = found[i - 1];
    const bool bare = note.unborn && note.first == note.last;
    if (!bare || note.first != child.name.last + 2 || !words_.is(note.first - 1, "(") || !is_one_word(child.name))
      continue;
    child.born.ahead = true;
    child.born.end = found[i].born.end;
    found.erase(found.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

// "J", "not yet born, due 4 May": a child without a name.
void ChildrenAnswered::nameless(base::Span label, base::Span value) {
  const auto [first, last] = tokens(value);
  if (first >= last) return;
  PersonName name;
  name.first = name.last = first;
  name.at = words_.scan().tokens[first].at;
  const std::string_view text = words_.text_of(first);
  const std::size_t end = births_.at(first + 1, last).end;
  // "Child A": what a record calls a child whose name it keeps back.
  const auto [from, to] = tokens(label);
  const bool bare = from < to && to == from + 1 && words_.is_any(from, {"child", "baby", "sibling"});
  if (bare && text.size() == 1 && text[0] >= 'A' && text[0] <= 'Z' && end == last) {
    name.given = {lexicon::folded_word(words_.text_of(from)), lexicon::folded_word(text)};
    name.shown = std::string(words_.text_of(from)) + " " + std::string(text);
    return subject(name);
  }
  // "A" and "I" are words.
  if (text.size() == 1 && text[0] >= 'B' && text[0] <= 'Z' && text != "I" && end == last) {
    name.given = {lexicon::folded_word(text)};
    name.shown = text;
    return subject(name);
  }
  // "KM": letters that are no word.
  const bool letters = text.size() >= 2 && text.size() <= 3 &&
                       std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  if (letters && end == last && words_.scan().starting_at(first).empty()) {
    name.given = {lexicon::folded_word(text)};
    name.shown = text;
    return subject(name);
  }
  // "your baby, due 4 May"
  std::size_t baby = first;
  while (baby < last && baby < first + 2 && !words_.is_any(baby, {"baby", "babies", "unborn"})) ++baby;
  if (baby > first && words_.is_any(baby, {"baby", "unborn"}) && births_.at(baby + 1, last).ahead) {
    name.unborn = true;
    name.shown = "Unborn baby";
    return subject(name);
  }
  const bool due = births_.at(first, last).ahead || words_.is_any(first, {"unborn", "not"});
  for (std::size_t i = first; i < std::min(last, first + 4) && due; ++i) {
    if (!words_.is_any(i, {"unborn", "born", "due", "expected", "edd"})) continue;
    name.unborn = true;
    name.shown = "Unborn baby";
    return subject(name);
  }
}

// "Kay Marsh (12). Full dates on the person's record": a word that a new sentence begins with.
bool ChildrenAnswered::opens_sentence(const Listed& person, std::size_t last) const {
  const PersonName& name = person.name;
  if (!words_.is(name.first - 1, ".") || !name.surname.empty() || known_first(name) || person.born.told()) return false;
  return person.born.end < last && words_.scan().tokens[person.born.end].kind == lexicon::TokenKind::word;
}

// "Kay Marsh (this assessment also covers Lee and Zoe)": those whom the answer goes on to name as assessed, too.
void ChildrenAnswered::also_named(std::size_t first, std::size_t last) {
  const lexicon::ConceptId also = lexicon_.find_concept("answer.also");
  for (std::size_t i = first + 1; also != 0 && i < last; ++i) {
    for (const lexicon::Hit& hit : words_.scan().starting_at(i)) {
      if (hit.concept_id == also && hit.last + 1 < last) return also_behind(hit.last + 1, last);
    }
  }
  // "(also Kay, Lee and Zoe)": one name alone is another for the same child.
  for (std::size_t i = first + 1; i + 1 < last; ++i) {
    if (words_.is(i, "(") && words_.is(i + 1, "also")) return also_behind(i + 2, last, 2);
  }
}

void ChildrenAnswered::also_behind(std::size_t first, std::size_t last, std::size_t least) {
  std::size_t end = first;
  while (end < last && !words_.is_any(end, {")", ";"})) ++end;
  if (end <= first) return;
  const base::Span at{words_.scan().tokens[first].at.begin, words_.scan().tokens[end - 1].at.end};
  if (hit(at, Cue::relation_not_subject) || hit(at, Cue::label_alias) || says_any(at, {"or", "as"})) return;
  auto found = births_.listed(first, end, NamePlace::cell);
  share_surnames(found);
  std::erase_if(found, [](const Listed& person) {
    return !person.name.title.empty() || person.grown || (person.related && !person.brother);
  });
  if (found.size() < least) return;
  for (const Listed& person : found) subject(person.name);
}

// "Name as on | ARC card: Kay Marsh": where the label's words go on into the answer, names begin behind the colon.
std::size_t ChildrenAnswered::behind_label(std::size_t first, std::size_t last) const {
  constexpr std::size_t kLabel = 4;  // tokens
  for (std::size_t i = first + 1; i + 1 < std::min(last, first + kLabel); ++i) {
    if (!words_.is(i, ":")) continue;
    const auto before = names_in(words_, first, i, NamePlace::cell);
    const bool person = std::any_of(before.begin(), before.end(), [&](const PersonName& name) {
      return known_first(name) || !name.surname.empty() || name.unborn;
    });
    return person ? first : i + 1;
  }
  return first;
}

// "Kay Marsh DoB 4/3/2009 Ethnicity White British Religion ...": where a line goes on to other labels, names end.
std::size_t ChildrenAnswered::before_labels(std::size_t first, std::size_t last) const {
  for (std::size_t i = first + 1; i < last; ++i) {
    const bool label = words_.is_any(i, {"ethnicity", "ethnic", "nationality", "religion", "language", "address",
                                         "disability", "school", "parents", "mother", "father"});
    if (label && words_.scan().tokens[i].capital && !words_.is_any(i - 1, {"(", ",", "'s", "’s"})) return i;
  }
  return last;
}

// "Kay Fisk / Kay Marsh (at school)": one child, called two names.
bool ChildrenAnswered::called_before(const std::vector<Listed>& found, std::size_t i) {
  const auto& given = found[i].name.given;
  return !given.empty() && std::any_of(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(i),
                                       [&](const Listed& one) { return one.name.given == given; });
}

// "Begum/Marsh - Kay 13, Lee 9": the parents' surnames stand before the children with their ages.
void ChildrenAnswered::families_before(std::vector<Listed>& found) const {
  std::size_t families = 0;
  const auto one_word = [](const PersonName& name) {
    return name.title.empty() && !name.unborn && name.given.size() + name.surname.size() == 1;
  };
  while (families < found.size() && !found[families].born.told() && one_word(found[families].name)) ++families;
  if (families < 2 || families >= found.size() || !words_.is_any(found[families].name.first - 1, {"-", "–", "—", ":"}))
    return;
  for (std::size_t i = 1; i < families; ++i) {
    if (found[i].name.first != found[i - 1].name.last + 2 || !words_.is(found[i].name.first - 1, "/")) return;
  }
  const auto behind = found.begin() + static_cast<std::ptrdiff_t>(families);
  if (!std::all_of(behind, found.end(), [](const Listed& person) { return person.born.told(); })) return;
  found.erase(found.begin(), behind);
  found.front().heads = true;
}

// "MARSH FAMILY (3 records linked)"
bool ChildrenAnswered::names_family(const PersonName& name, std::size_t last) const {
  const std::size_t behind = name.last + 1;
  return behind < last && words_.is_any(behind, {"family", "families", "household", "siblings"});
}

// "Your name? | Ann Fox, social worker"
bool ChildrenAnswered::asks_writer(base::Span label, base::Span value) const {
  const auto [first, last] = tokens(label);
  const auto role = role_in(value);
  return role && (role->role == Role::worker || role->role == Role::manager || role->role == Role::professional) &&
         first < last && says_any(label, {"your", "my"});
}

// "Unborn baby: MARSH / Nowak": both parents' surnames.
bool ChildrenAnswered::of_two_families(std::vector<Listed>& found) {
  if (found.size() != 2) return false;
  PersonName& one = found[0].name;
  const PersonName& two = found[1].name;
  if (two.first != one.last + 2 || one.given.size() + one.surname.size() != 1 ||
      two.given.size() + two.surname.size() != 1)
    return false;
  make_unborn(one);
  if (!two.given.empty()) one.surname.push_back(two.given.front());
  one.shown += " / " + two.shown;
  one.last = two.last;
  return true;
}

// "Two children, Kay Marsh (11) and ...": what stands before the first name counts them.
bool ChildrenAnswered::counted(std::size_t first, std::size_t name) const {
  for (std::size_t i = first; i < name; ++i) {
    if (births_.declared(i)) continue;
    if (!words_.is_any(
            i, {"two",      "three", "four",  "five", "six",   "both",  "the",    "children", "siblings", "sisters",
                "brothers", "boys",  "girls", "our",  "these", "young", "people", ",",        ":",        "-",
                "–",        "(",     "2",     "3",    "4",     "5",     "named",  "subjects"}))
      return false;
  }
  return name > first;
}

// "Garroway, Amelia"
bool ChildrenAnswered::turned_round(std::vector<Listed>& found) const {
  if (found.size() < 2) return false;
  const PersonName& one = found[0].name;
  PersonName& two = found[1].name;
  if (!one.surname.empty() || !two.surname.empty() || !one.title.empty()) return false;
  if (two.first != one.last + 2 || !words_.is(one.last + 1, ",") || known_first(one) || !known_first(two)) return false;
  if (one.given.size() != 1 || calls(one.given.front(), 3)) return false;
  with_surname(two, one);
  return true;
}

// How often a word stands in the record with its capital.
std::size_t ChildrenAnswered::times(std::size_t token) const {
  std::size_t count = 0;
  for (std::size_t i = 0; i < words_.size(); ++i) count += words_.text_of(i) == words_.text_of(token) ? 1u : 0u;
  return count;
}

// "Marsh, Kay Louise" and no more: first names behind the surname. Where no list knows the first of them, and one
// child is asked for, it is the name by which the text goes on to call the child.
bool ChildrenAnswered::turned_whole(std::vector<Listed>& found, std::size_t last, bool several, bool asked) const {
  if (found.size() != 2) return false;
  const PersonName& family = found[0].name;
  PersonName& name = found[1].name;
  if (!family.title.empty() || !family.surname.empty() || family.unborn || known_first(family)) return false;
  const bool parted = words_.is(family.last + 1, ",") || (asked && words_.is(family.last + 1, "/"));
  if (name.first != family.last + 2 || !parted || !name.title.empty()) return false;
  const std::size_t behind = std::max(name.last + 1, found[1].born.end);
  if (found[0].born.told()) return false;
  const bool called = asked || (!several && times(name.first) > times(family.first));
  if (!(known_first(name) && !name.surname.empty()) && !called) return false;
  if (behind < last && !words_.is_any(behind, {"(", "|", ",", ";", "-"})) return false;
  name.given.insert(name.given.end(), name.surname.begin(), name.surname.end());
  name.surname.clear();
  with_surname(name, family);
  return true;
}

// One of the same family behind a mark that ends what was said of the one before.
bool ChildrenAnswered::apart(const PersonName& name, const std::vector<std::string>& family) const {
  return words_.is_any(name.first - 1, {";", "|", "and", "&", ",", "/"}) && !family.empty() && name.surname == family;
}

}  // namespace language
