#include "facts/seen_entries.h"

#include <algorithm>

namespace facts {

using language::Role;

namespace {

constexpr std::size_t longest_list = 14;  // words of days and remarks between them
constexpr std::size_t near_pair = 14;     // words from the two of them on in which somebody else would be named
constexpr std::size_t words_a_day = 3;    // so few for each day that they are remarks

// "Meg and I", "Dylan and me": the words; empty where there are none.
base::Span child_and_worker(const Gathering& record, base::Span part) {
  const auto& tokens = record.language.scan.tokens;
  for (const language::Mention& mention : record.mentions(part)) {
    if (!record.is_subject(mention.who) || mention.possessive || mention.plural) continue;
    const std::size_t behind = record.language.scan.range({mention.at.end, part.end}).first;
    if (behind + 1 >= tokens.size() || record.text(tokens[behind].at) != "and") continue;
    const std::string_view who = record.text(tokens[behind + 1].at);
    if (who == "I" || who == "i" || who == "me" || who == "myself")
      return {mention.at.begin, tokens[behind + 1].at.end};
  }
  return {};
}

}  // namespace

bool bare_days(const Gathering& record, base::Span part) {
  const auto days = record.language.dates_in(part);
  const std::size_t count = record.words(part);
  // One day alone opens an entry that tells the rest: "18/05, 11.00. Baby asleep, not seen."
  const bool alone = record.has(part, "seen.alone") || record.has(part, "seen.by-self");
  if (days.size() < (alone ? 1u : 2u) || count > longest_list || record.has(part, "seen.remote") ||
      record.has(part, "seen.not-in"))
    return false;
  std::size_t dated = 0;
  for (const language::Date& day : days) {
    if (!day.has_day || day.impossible) return false;
    dated += record.words(day.at);
  }
  if (!alone && count > dated + words_a_day * days.size()) return false;
  // "2/3 (with carer), 9/3": who was there on one of several days.
  std::size_t named = 0;
  for (const language::Mention& mention : record.mentions(part)) {
    const language::Entity* who = record.entity(mention.who);
    const bool family = who != nullptr && (who->role == Role::parent || who->role == Role::relative ||
                                           who->role == Role::other || who->role == Role::sibling);
    named += family ? 1u : 0u;
  }
  return named < days.size();
}

bool opens_with_day(const Gathering& record, base::Span part) {
  std::string_view text = record.text(part);
  std::size_t i = 0;
  while (i < text.size() && i < 3 && text[i] >= '0' && text[i] <= '9') ++i;
  if (i == 0 || i > 2 || i >= text.size() || text[i] != '.') return false;
  const std::size_t month = ++i;
  while (i < text.size() && i < month + 3 && text[i] >= '0' && text[i] <= '9') ++i;
  if (i == month || i > month + 2 || i >= text.size() || text[i] != ' ') return false;
  const int number = std::stoi(std::string(text.substr(month, i - month)));
  return number >= 1 && number <= 12;
}

bool opens_with_child(const Gathering& record, base::Span part) {
  const auto& tokens = record.language.scan.tokens;
  auto [first, last] = record.language.scan.range(part);
  while (first < last && tokens[first].kind == lexicon::TokenKind::punctuation) ++first;
  const std::vector<language::Mention> mentions = record.mentions(part);
  if (first >= last || mentions.empty()) return false;
  const language::Mention& child = mentions.front();
  if (child.at.begin != tokens[first].at.begin || !record.is_subject(child.who) || child.possessive || child.pronoun)
    return false;
  const base::Span behind = {child.at.end, part.end};
  return record.has(behind, "seen.alone") || record.has(behind, "seen.by-self") || record.has(behind, "seen.same") ||
         record.has(behind, "seen.place") || record.has(behind, "method.tool");
}

void same_as_before(const Gathering& record, base::Span part, const std::vector<Seen>& known, Seen& fact) {
  if (known.empty() || !known.back().seen || !record.has(part, "seen.same")) return;
  const Seen& before = known.back();
  if (before.at.begin >= fact.at.begin) return;
  if (fact.alone == Aloneness::unsaid) {
    fact.alone = before.alone;
    fact.alone_at = before.alone_at;
  }
  if (!fact.dated) {
    fact.dated = before.dated;
    fact.when = before.when;
  }
}

bool only_two(const Gathering& record, base::Span part) {
  base::Span pair = record.find(part, "seen.pair");
  if (pair.empty()) pair = child_and_worker(record, part);
  if (pair.empty()) return false;
  // Who else was there would stand near: "you and I made a house, and you put Mam in the attic" names somebody in a
  // game.
  const auto& tokens = record.language.scan.tokens;
  const auto [first, last] = record.language.scan.range({pair.begin, part.end});
  const base::Span near = {part.begin, tokens[std::min(last - 1, first + near_pair)].at.end};
  const std::vector<language::Mention> mentions = record.mentions(near);
  return std::none_of(mentions.begin(), mentions.end(), [&](const language::Mention& mention) {
    const language::Entity* who = record.entity(mention.who);
    return who != nullptr && !mention.possessive && !record.is_subject(mention.who) && who->role != Role::worker &&
           who->role != Role::agency;
  });
}

}  // namespace facts
