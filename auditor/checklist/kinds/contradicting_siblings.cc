// Brothers and sisters, or none.
#include <algorithm>
#include <optional>

#include "checklist/kinds/contradiction.h"

namespace checklist::kinds {
namespace {

using language::Mention;
using language::Role;
using lexicon::TokenKind;

constexpr std::size_t owner_reach = 4;  // "Tom's much older half brother"
constexpr std::size_t name_reach = 6;   // "Max, 16, Ivy's half-brother"
constexpr std::size_t age_reach = 3;    // "Max (22", "Max, aged 22"
constexpr int oldest_sibling = 24;      // an uncle may be older

// The last possessive, or pronoun, before the token: "Tom's brother", "his older brother".
std::optional<Mention> owner_of(const Record& record, std::size_t token, std::size_t first) {
  const lexicon::Scan& scan = record.language.scan;
  std::size_t from = token > first + owner_reach ? token - owner_reach : first;
  std::optional<Mention> owner;
  for (const Mention& m : mentions_in(record, {scan.tokens[from].at.begin, scan.tokens[token].at.begin})) {
    if (m.possessive || m.pronoun) owner = m;
  }
  return owner;
}

// "Max, 16, Ivy's half-brother": the name that opens the stretch to which the owner of the role is added.
std::optional<std::size_t> name_before(const Record& record, const Mention& owner, std::size_t first) {
  const lexicon::Scan& scan = record.language.scan;
  std::size_t begin = scan.range(owner.at).first;
  if (begin <= first || text_of(record, begin - 1) != ",") return std::nullopt;
  for (std::size_t i = begin - 1; i > first && begin - i < name_reach;) {
    --i;
    bool opens = i == first || scan.tokens[i - 1].kind == TokenKind::punctuation;
    if (opens && may_be_sibling(record, i)) return i;
    if (scan.tokens[i].kind == TokenKind::word && !scan.tokens[i].capital && text_of(record, i) != "aged") break;
  }
  return std::nullopt;
}

// "(22", ", 15,", "aged 9" behind a name.
bool is_young(const Record& record, std::size_t name, std::size_t last) {
  const lexicon::Scan& scan = record.language.scan;
  for (std::size_t i = name + 1; i < std::min(last, name + 1 + age_reach); ++i) {
    if (scan.tokens[i].kind != TokenKind::number || scan.tokens[i].at.size() > 2) continue;
    int age = 0;
    for (char c : text_of(record, i)) age = c >= '0' && c <= '9' ? age * 10 + (c - '0') : oldest_sibling + 1;
    return age <= oldest_sibling;
  }
  return false;
}

// Whether the role word tells of a brother or sister by name. A pronoun may be a parent's, whose brother is an uncle.
bool is_sibling(const Record& record, const lexicon::Hit& hit, std::size_t first, std::size_t last) {
  std::optional<std::size_t> name = name_behind(record, hit, last);
  std::optional<Mention> owner = owner_of(record, hit.first, first);
  if (!owner) return name && hit.first == first && hit.last > hit.first;  // "Baby sister Mia asleep", not "Sister Mia"
  if (!name) name = name_before(record, *owner, first);
  if (!name) return false;
  return is_subject(record, owner->who) || (owner->pronoun && is_young(record, *name, last));
}

// "Kay's son Max", "Max, 6, Kay's son": another child of a parent's.
bool is_parents_child(const Record& record, const lexicon::Hit& hit, std::size_t first, std::size_t last) {
  std::optional<Mention> owner = owner_of(record, hit.first, first);
  if (!owner || owner->pronoun || role_of(record, owner->who) != Role::parent) return false;
  return name_behind(record, hit, last) || name_before(record, *owner, first);
}

// "Alfie was born to Chloe in 2017".
bool born_to_parent(const Record& record, std::size_t token, base::Span sentence, std::size_t last) {
  const lexicon::Scan& scan = record.language.scan;
  if (token + 2 >= last || !is_name_like(record, token) || text_of(record, token + 1) != "was" ||
      text_of(record, token + 2) != "born") {
    return false;
  }
  bool other = true, of_parent = false;
  for (const Mention& m : mentions_in(record, sentence)) {
    if (m.who == language::nobody) continue;
    Role role = role_of(record, m.who);
    if (m.at.overlaps(scan.tokens[token].at)) other = role != Role::subject_child && role != Role::parent;
    if (m.at.begin > scan.tokens[token].at.begin) of_parent = of_parent || role == Role::parent;
  }
  return other && of_parent;
}

bool tells_of_sibling(const Record& record, const language::Sentence& sentence, const Opposites& words) {
  auto [first, last] = record.language.scan.range(sentence.at);
  for (std::size_t i = first; i < last; ++i) {
    for (const lexicon::Hit& hit : record.language.scan.starting_at(i)) {
      if (in_table(words.affirms, hit.concept_id) && is_sibling(record, hit, first, last)) return true;
      if (in_table(words.who, hit.concept_id) && is_parents_child(record, hit, first, last)) return true;
    }
    if (born_to_parent(record, i, sentence.at, last)) return true;
  }
  return false;
}

std::string last_word(const std::string& name) {
  return name.substr(name.find_last_of(' ') + 1);
}

// "Tom is an only child", where the record is about him and another child of his name.
void sole_of_several(const Record& record, const Opposites& words, std::vector<Opposed>& out) {
  const auto& subjects = record.language.subjects;
  if (subjects.size() < 2) return;
  for (const language::Sentence& sentence : record.language.sentences) {
    if (!is_account(record, sentence) || !holds(record, sentence.at, words.sole)) continue;
    const language::Statement& main = record.language.statements[sentence.statement_begin];
    if (main.told || !is_subject(record, main.about_who)) continue;
    const language::Entity& child = record.language.people[static_cast<std::size_t>(main.about_who)];
    for (language::EntityId other : subjects) {
      const language::Entity& sibling = record.language.people[static_cast<std::size_t>(other)];
      bool same_name = sibling.name.find(' ') != std::string::npos && last_word(sibling.name) == last_word(child.name);
      std::int32_t unit = record.form.unit_at(sibling.first.begin);
      if (other == main.about_who || !same_name || unit < 0) continue;
      base::Span named = record.form.units[static_cast<std::size_t>(unit)].at;
      if (!named.overlaps(sentence.at)) return out.push_back({sentence.at, named, "brothers and sisters"});
    }
  }
}

}  // namespace

bool may_be_sibling(const Record& record, std::size_t token) {
  if (!is_name_like(record, token)) return false;
  for (const Mention& m : mentions_in(record, record.language.scan.tokens[token].at)) {
    if (is_subject(record, m.who)) return false;
    Role role = role_of(record, m.who);
    if (role == Role::agency || role == Role::worker || role == Role::parent) return false;
  }
  return true;
}

std::optional<std::size_t> name_behind(const Record& record, const lexicon::Hit& hit, std::size_t last) {
  const lexicon::Scan& scan = record.language.scan;
  std::size_t i = hit.last + 1;
  while (i < last && i < hit.last + 3u && scan.tokens[i].kind == TokenKind::punctuation) {
    std::string_view text = text_of(record, i);
    if (text == "." || text == ";" || text == "?") return std::nullopt;
    ++i;
  }
  if (i >= last || scan.tokens[i].line_start || !may_be_sibling(record, i)) return std::nullopt;
  return i;
}

std::vector<Opposed> opposed_siblings(const Record& record, const Opposites& words) {
  std::vector<Opposed> out;
  sole_of_several(record, words, out);
  std::vector<base::Span> none = denials(record, words);
  if (none.empty()) return out;
  for (const language::Sentence& sentence : record.language.sentences) {
    // Whatever is said of a brother by name, he is one.
    if (sentence.statement_begin == sentence.statement_end) continue;
    const language::Statement& main = record.language.statements[sentence.statement_begin];
    if (main.general || main.standing != language::Standing::current || main.source == language::Source::policy ||
        main.source == language::Source::form) {
      continue;
    }
    if (words.in_home && (!holds(record, sentence.at, words.beside) || holds(record, sentence.at, words.except)))
      continue;
    if (!tells_of_sibling(record, sentence, words)) continue;
    for (base::Span denial : none) {
      if (denial.overlaps(sentence.at)) continue;
      out.push_back({denial, sentence.at, words.on});
      break;
    }
  }
  return out;
}

}  // namespace checklist::kinds
