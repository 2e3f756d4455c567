#include "facts/action.h"

#include <algorithm>
#include <array>
#include <span>

namespace facts {
namespace {

using lexicon::Token;
using lexicon::TokenKind;

bool is_role(const Gathering& record, base::Span at) {
  return record.concept_of(at, "role") != 0 || record.concept_of(at, "agency") != 0;
}

// The first verb of doing in the stretch, or the word that announces one ("will", "is to").
base::Span first_verb(const Gathering& record, base::Span at) {
  base::Span first;
  for (std::string_view name : {"action.verb", "action.vague", "action.announced"}) {
    base::Span hit = record.find(at, name);
    if (!hit.empty() && (first.empty() || hit.begin < first.begin)) first = hit;
  }
  return first;
}

bool is_dash(std::string_view token) {
  return token == "-" || token == "–" || token == "—" || token == "(" || token == "[" || token == ":" || token == "/" ||
         token == "+" || token == "&";
}

// A mention may also be a child who is to do something ("Kian rings Nan"); only whose name it is counts, not "his".
bool may_own(const Gathering& record, const language::Mention& mention) {
  if (mention.possessive || record.has(mention.at, "owner.nobody")) return false;
  return mention.who >= 0 || (!mention.plural && is_role(record, mention.at));
}

// "goes with", "holds the place": the stretch begins with a verb in the third person.
bool does(const Gathering& record, base::Span at) {
  const std::string_view word = record.text(record.language.scan.tokens[record.language.scan.range(at).first].at);
  if (!word.ends_with('s') || word.size() < 4) return false;
  const base::Span hit = record.find({at.begin, std::min<std::uint32_t>(at.end, at.begin + 60)}, "action.verb");
  constexpr std::array<std::string_view, 8> plain = {"goes",  "comes", "does",  "gets",
                                                     "gives", "takes", "makes", "helps"};
  return (!hit.empty() && hit.begin == at.begin) || std::find(plain.begin(), plain.end(), word) != plain.end();
}

// "Frank - nursery place": a subject child before a dash is whom it is for.
bool is_for_child(const Gathering& record, const language::Mention& mention) {
  if (!record.is_subject(mention.who)) return false;
  const std::size_t next = record.language.scan.range(mention.at).second;
  const auto& tokens = record.language.scan.tokens;
  if (next + 1 >= tokens.size() || record.text(tokens[next].at) != "-") return false;
  return !record.has(tokens[next + 1].at, "action.verb") && record.text(tokens[next + 1].at) != "to";
}

// A name that nobody introduced, right where a sentence begins: "Miss Quigley gets ...", "Dee - gives ...", "Ron holds
// ...", "Ann + Ron one bag a day".
base::Span opening_name(const Gathering& record, base::Span at) {
  auto [first, last] = record.language.scan.range(at);
  base::Span name;
  std::size_t i = first;
  for (; i < last && i < first + 4; ++i) {
    const Token& token = record.language.scan.tokens[i];
    // "G. Lund to see ..."
    const bool initial = i == first + 1 && name.size() == 1 && record.text(token.at) == ".";
    if (initial) continue;
    if (token.kind != TokenKind::word || !token.capital) break;
    name = base::join(name, token.at);
  }
  if (name.empty() || i >= last) return {};
  const bool titled = record.has(name, "form.person-title");
  if (record.has(name, "owner.nobody")) return {};
  if (!titled && (record.has(name, "action.verb") || record.has(name, "action.vague"))) return {};
  base::Span next = record.language.scan.tokens[i].at;
  if (does(record, {next.begin, at.end}) && (titled || !record.has(name, "word.stock"))) return name;
  if (record.has({name.begin, next.end}, "action.verb")) return {};             // "Referral to ..."
  if (record.has(name, "due.recurring")) return {};                             // "Weekly to the end of May"
  if (record.has(name, "word.function") && record.words(name) == 1) return {};  // "A taxi to church"
  if (record.text(next) == "'s" || record.text(next) == "’s") return {};        // "Sister's school needs ..."
  bool announced =
      record.has({next.begin, std::min(at.end, next.end + 8)}, "action.announced") || is_dash(record.text(next));
  return titled || announced ? name : base::Span{};
}

// "What has to happen: Mr Reed takes him to nursery": what announces tasks is none of them.
base::Span without_opening(const Gathering& record, base::Span at) {
  constexpr std::size_t reach = 8;  // words
  auto [first, last] = record.language.scan.range(at);
  for (std::size_t i = first + 1; i + 1 < last && i < first + reach; ++i) {
    const base::Span mark = record.language.scan.tokens[i].at;
    if (record.text(mark) != ":") continue;
    if (record.has({at.begin, mark.begin}, "plan.opening"))
      return {record.language.scan.tokens[i + 1].at.begin, at.end};
    break;
  }
  return at;
}

// "nursery place", "school uniform": an agency's word before a thing's, with no verb and no time after it.
bool is_part_of_noun(const Gathering& record, base::Span name) {
  const std::size_t next = record.language.scan.range(name).second;
  if (next >= record.language.scan.tokens.size() || record.has(name, "form.person-title")) return false;
  const Token& token = record.language.scan.tokens[next];
  if (token.kind != TokenKind::word || token.capital || !is_role(record, name)) return false;
  for (std::string_view other : {"word.function", "action.verb", "action.vague", "action.announced", "due", "role"}) {
    if (record.has(token.at, other)) return false;
  }
  return record.text(token.at).size() > 3;
}

// Who stands behind what is to be done: after a dash, a bracket or a colon, or after "by".
base::Span name_behind(const Gathering& record, base::Span sentence, const std::vector<language::Mention>& mentions) {
  auto [first, last] = record.language.scan.range(sentence);
  for (std::size_t i = first + 1; i + 1 < last; ++i) {
    std::string_view text = record.text(record.language.scan.tokens[i].at);
    if (!is_dash(text) && text != "by" && text != "By") continue;
    base::Span rest{record.language.scan.tokens[i + 1].at.begin, sentence.end};
    // "Twenty minutes on the step: Gavin and Nirmala, nightly until 30 May."
    if (is_dash(text) && text != "(" && text != "[" && is_names_and_time(record, rest) && is_somebody(record, rest))
      return rest;
    const std::size_t closing = text == "(" ? record.text(rest).find(')') : std::string_view::npos;
    const base::Span inside{rest.begin,
                            rest.begin + static_cast<std::uint32_t>(std::min<std::size_t>(closing, rest.size()))};
    if (closing != std::string_view::npos && is_names_and_time(record, inside)) return inside;        // "(GM by 11/4)"
    auto next = [&](base::Span at) { return at.begin >= rest.begin && at.begin <= rest.begin + 5; };  // "by the ..."
    base::Span name;  // the longer of "school" and "school nurse"
    for (const language::Mention& mention : mentions) {
      if (next(mention.at) && may_own(record, mention) && name.empty()) name = mention.at;
    }
    for (std::string_view family : {"role", "agency"}) {
      base::Span role = record.find(rest, family);
      bool stands = !role.empty() && next(role) && !record.has(role, "owner.nobody");
      if (stands && role.size() > name.size()) name = role;
    }
    const bool dash = text == "-" || text == "–" || text == "—";
    if (!name.empty() && !(dash && is_part_of_noun(record, name))) return name;
  }
  return {};
}

}  // namespace

base::Span without_numbering(const Gathering& record, base::Span at) {
  auto [first, last] = record.language.scan.range(at);
  std::size_t i = first;
  bool figure = false;
  // "b) Debt advice", "(b) Debt advice"
  const std::size_t letter =
      first < last && record.text(record.language.scan.tokens[first].at) == "(" ? first + 1 : first;
  const bool lettered = letter + 2 < last && record.language.scan.tokens[letter].at.size() == 1 &&
                        record.language.scan.tokens[letter].kind == TokenKind::word &&
                        record.text(record.language.scan.tokens[letter + 1].at) == ")";
  if (lettered) return {record.language.scan.tokens[letter + 2].at.begin, at.end};
  for (; i < last; ++i) {
    const Token& token = record.language.scan.tokens[i];
    std::string_view text = record.text(token.at);
    bool mark = text == "." || text == ")" || text == "(" || text == "-" || text == "•" || text == "–" || text == "*";
    bool number = token.kind == TokenKind::number && text.size() <= 2 && (!figure || i < first + 4);
    if (!mark && !number) break;
    figure = figure || number;
  }
  if (i == first || i >= last) return at;
  // A date that opens the sentence ("4 May: ring the school") is no number of a list.
  bool marked = false;
  for (std::size_t k = first; k < i; ++k)
    marked = marked || record.language.scan.tokens[k].kind == TokenKind::punctuation;
  // "2 Counselling - school - by 4 May": a number alone, before a word that begins like a sentence.
  const std::span<const language::Date> dates = record.language.dates_from(at.begin);
  if (!dates.empty() && dates.front().at.begin == at.begin) return at;
  marked = marked || (i == first + 1 && record.language.scan.tokens[i].capital);
  if (!marked || record.date({at.begin, record.language.scan.tokens[i].at.end}) != nullptr) return at;
  return {record.language.scan.tokens[i].at.begin, at.end};
}

std::string_view innermost_section(const Gathering& record, const form::Unit& unit) {
  lexicon::SectionId kind = record.form.section_kind(unit);
  return kind == 0 ? std::string_view{} : record.lexicon.section_name(kind);
}

bool stands_in(const Gathering& record, const form::Unit& unit, std::initializer_list<std::string_view> kinds) {
  return std::find(kinds.begin(), kinds.end(), innermost_section(record, unit)) != kinds.end();
}

bool names_somebody(const Gathering& record, base::Span at) {
  if (record.blank(at)) return false;
  base::Span nobody = record.find(at, "owner.nobody");
  for (const language::Mention& mention : record.mentions(at)) {
    bool overlaps = !nobody.empty() && mention.at.begin < nobody.end && nobody.begin < mention.at.end;
    if (!overlaps && may_own(record, mention)) return true;
  }
  if (!nobody.empty()) return false;
  if (is_role(record, at)) return true;
  auto [first, last] = record.language.scan.range(at);
  for (std::size_t i = first; i < last; ++i) {
    if (record.language.scan.tokens[i].capital) return true;
  }
  return false;
}

bool names_role(const Gathering& record, base::Span at) {
  if (at.empty() || record.has(at, "owner.nobody")) return false;
  std::vector<language::Mention> mentions = record.mentions(at);
  bool named = std::any_of(mentions.begin(), mentions.end(),
                           [&](const language::Mention& mention) { return may_own(record, mention); });
  return named || is_role(record, at);
}

int list_level(const Gathering& record, const form::Unit& unit) {
  if (unit.block < 0) return 0;
  const document::Block& block = record.document.blocks[static_cast<std::size_t>(unit.block)];
  return block.kind == document::BlockKind::list_item ? std::max<int>(block.level, 1) : 0;
}

base::Span bounded_time(const Gathering& record, base::Span at) {
  at = without_numbering(record, at);
  if (at.empty()) return {};
  if (const language::Date* date = record.date(at)) return date->at;
  return record.find(at, "due.bounded");
}

bool is_to_come(const Gathering& record, base::Span at) {
  if (record.language.record_day == language::no_day) return false;
  for (const language::Date& date : record.language.dates_in(at)) {
    if (date.has_day && date.day != language::no_day && date.day > record.language.record_day) return true;
  }
  return false;
}

bool is_over(const Gathering& record, base::Span at) {
  for (const language::Date& date : record.language.dates_in(at)) {
    if (!date.has_day || !date.has_year) continue;
    if (date.day == language::no_day || record.language.record_day == language::no_day) continue;
    if (date.day <= record.language.record_day) return true;
  }
  return false;
}

base::Span doer(const Gathering& record, base::Span sentence) {
  sentence = without_opening(record, without_numbering(record, sentence));
  base::Span verb = first_verb(record, sentence);
  base::Span before{sentence.begin, verb.empty() ? sentence.end : verb.begin};
  std::vector<language::Mention> mentions = record.mentions(sentence);
  base::Span passive = record.find(sentence, "action.passive");
  bool active = passive.empty() || passive.begin > before.end + 24;
  if (active) {
    base::Span name = opening_name(record, sentence);
    const bool for_child =
        !mentions.empty() && mentions.front().at.begin == name.begin && is_for_child(record, mentions.front());
    if (!name.empty() && !for_child) return name;
    const base::Span purpose = record.find(sentence, "outcome.purpose");  // "a card, so that she can leave"
    for (const language::Mention& mention : mentions) {
      if (!purpose.empty() && mention.at.begin >= purpose.begin) break;
      bool opens = mention.at.begin <= sentence.begin + 4;  // "The school ..."
      if (mention.at.begin >= before.end || (verb.empty() && !opens)) break;
      if (is_for_child(record, mention)) continue;
      if (mention.at.end <= before.end && may_own(record, mention)) return mention.at;
    }
  }
  base::Span behind = name_behind(record, sentence, mentions);
  if (!behind.empty()) return behind;
  if (!active || verb.empty() || record.has(before, "owner.nobody")) return {};
  for (std::string_view family : {"role", "agency"}) {
    base::Span role = record.find(before, family);
    if (!role.empty()) return role;
  }
  return {};
}

void give(const Gathering& record, base::Span owner, base::Span timed, Action& action) {
  action.owner = owner;
  action.owned = !owner.empty();
  action.due = bounded_time(record, timed);
  action.bounded = !action.due.empty();
  describe(record, action);
}

void describe(const Gathering& record, Action& action) {
  base::Span what = without_numbering(record, action.what.empty() ? action.at : action.what);
  action.content = record.content(what);
  // "Conference | Ann Fox | 12 August": a conference by itself is no task.
  base::Span conference = record.find(what, "review.conference");
  bool alone = conference.size() * 3 > what.size() * 2;
  // "ICPC, with an interpreter for the whole of it | L Fitch | 6 August".
  const bool opens = !conference.empty() && conference.begin == what.begin && action.owned && action.bounded;
  action.review = record.has(what, "action.review") || alone || opens;
  action.tells_referrer = record.has(what, "action.tells-referrer");
  // A vague verb with enough beside it that could be checked is no vague action; nor are a few words with a name and a
  // time ("Dentist - Gran - 13 April").
  base::Span vague = record.find(what, "action.watch");
  bool watch = !vague.empty();
  if (!watch) vague = record.find(what, "action.vague");
  bool checkable = false;
  for (const lexicon::Hit& hit : record.language.scan.within(what)) {
    bool verb = record.lexicon.concept_name(hit.concept_id) == "action.verb";
    bool overlaps = !vague.empty() && hit.at.begin < vague.end && vague.begin < hit.at.end;
    checkable = checkable || (verb && !overlaps);
  }
  bool settled = action.owned && action.bounded;
  if (!vague.empty()) {
    action.vague = checkable ? (watch || action.content < 3) && !settled : watch || action.content < 6;
  } else {
    action.vague = action.content < 2 && !settled && !(checkable && action.content >= 1);
  }
}

}  // namespace facts
