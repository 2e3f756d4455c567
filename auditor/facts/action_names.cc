// Whether a stretch holds nothing but names, or names and a time.
#include <algorithm>

#include "facts/action.h"

namespace facts {

bool is_names(const Gathering& record, base::Span at) {
  constexpr std::size_t most = 6;  // words
  if (record.words(at) == 0 || record.words(at) > most || !names_somebody(record, at)) return false;
  if (record.has(at, "action.verb") || record.has(at, "action.vague") || !bounded_time(record, at).empty())
    return false;
  auto [first, last] = record.language.scan.range(at);
  std::vector<bool> known(last - first, false);
  for (const lexicon::Hit& hit : record.language.scan.within(at)) {
    const std::string_view name = record.lexicon.concept_name(hit.concept_id);
    if (!name.starts_with("role") && !name.starts_with("agency") && name != "word.function") continue;
    for (std::size_t i = hit.first; i <= hit.last && i < last; ++i) known[i - first] = true;
  }
  for (std::size_t i = first; i < last; ++i) {
    const lexicon::Token& token = record.language.scan.tokens[i];
    if (token.kind == lexicon::TokenKind::word && !token.capital && !known[i - first]) return false;
  }
  return true;
}

bool is_names_and_time(const Gathering& record, base::Span at) {
  const base::Span due = bounded_time(record, at);
  if (due.empty() || due.begin <= at.begin) return false;
  auto [first, last] = record.language.scan.range({at.begin, due.begin});
  while (last > first + 1) {  // "by", "on", a comma
    const lexicon::Token& token = record.language.scan.tokens[last - 1];
    if (token.kind == lexicon::TokenKind::word && !record.has(token.at, "word.function") &&
        !record.has(token.at, "word.preposition"))
      break;
    --last;
  }
  base::Span names{at.begin, record.language.scan.tokens[last - 1].at.end};
  return is_names(record, names);
}

bool is_somebody(const Gathering& record, base::Span part) {
  if (names_role(record, part) || record.has(part, "name.first")) return true;
  auto [first, last] = record.language.scan.range(part);
  std::size_t capitals = 0;
  for (std::size_t i = first; i < last; ++i) {
    const lexicon::Token& token = record.language.scan.tokens[i];
    if (token.kind != lexicon::TokenKind::word || !token.capital) continue;
    const std::string_view word = record.text(token.at);
    const bool initials =
        word.size() > 1 && word.size() <= 4 && std::none_of(word.begin(), word.end(), [](char c) { return c >= 'a'; });
    if (initials) return true;
    ++capitals;
  }
  return capitals > 1;
}

}  // namespace facts
