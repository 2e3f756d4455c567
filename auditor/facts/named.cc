#include "facts/named.h"

#include <array>

namespace facts {
namespace {

constexpr std::size_t name_words = 5;
constexpr std::uint32_t longest_particle = 3;  // bytes: "van", "de", "al"

// The part without the date at its end: "R Aspinall 27/01/2012".
base::Span without_date(const Gathering& record, base::Span part) {
  std::string_view text = record.text(part);
  std::size_t digit = text.find_first_of("0123456789");
  if (digit == std::string_view::npos) return part;
  while (digit > 0 && (text[digit - 1] == ' ' || text[digit - 1] == '.')) --digit;
  return {part.begin, part.begin + static_cast<std::uint32_t>(digit)};
}

}  // namespace

std::vector<base::Span> parts_of(const Gathering& record, base::Span value) {
  constexpr std::array<std::string_view, 4> dashes = {" - ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " \xC2\xB7 "};
  std::string_view text = record.text(value);
  std::vector<base::Span> out;
  std::size_t from = 0;
  auto end_part = [&](std::size_t to) {
    while (from < to && text[from] == ' ') ++from;
    std::size_t last = to;
    while (last > from && (text[last - 1] == ' ' || text[last - 1] == '.')) --last;
    if (last > from) {
      out.push_back({value.begin + static_cast<std::uint32_t>(from), value.begin + static_cast<std::uint32_t>(last)});
    }
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::size_t cut = std::string_view(",;:()[]/|\t\n").find(text[i]) != std::string_view::npos ? 1 : 0;
    for (std::string_view dash : dashes) cut = text.substr(i, dash.size()) == dash ? dash.size() : cut;
    if (cut == 0) continue;
    end_part(i);
    from = i + cut;
    i = from - 1;
  }
  end_part(text.size());
  return out;
}

bool is_name(const Gathering& record, base::Span part) {
  std::size_t words = record.words(part);
  if (words == 0 || words > name_words || record.blank(part)) return false;
  for (std::string_view other : {"manager", "agency", "role", "maker.team", "word.month", "word.weekday"}) {
    if (record.has(part, other)) return false;
  }
  const lexicon::Scan& scan = record.language.scan;
  auto [first, last] = scan.range(part);
  bool spelt = false;  // more than initials of one letter
  for (std::size_t i = first; i < last; ++i) {
    const lexicon::Token& token = scan.tokens[i];
    if (token.kind == lexicon::TokenKind::punctuation) continue;
    bool particle = i > first && i + 1 < last && token.at.size() <= longest_particle;
    if (token.kind != lexicon::TokenKind::word || !(token.capital || particle)) return false;
    spelt = spelt || token.at.size() > 1;
    if (token.capital && token.at.size() > 1 &&
        (record.has(token.at, "word.function") || record.has(token.at, "word.determiner"))) {
      return false;
    }
  }
  return spelt;
}

bool bears_name(const Gathering& record, base::Span part) {
  const lexicon::Scan& scan = record.language.scan;
  auto [first, last] = scan.range(part);
  bool unknown = false;
  for (std::size_t i = first; i < last; ++i) {
    unknown = unknown || (scan.tokens[i].kind == lexicon::TokenKind::word && scan.tokens[i].word == 0);
  }
  return unknown || record.has(part, "name.first");
}

base::Span name_in_value(const Gathering& record, base::Span value) {
  for (base::Span part : parts_of(record, value)) {
    base::Span name = without_date(record, part);
    if (is_name(record, name)) return name;
  }
  return {};
}

}  // namespace facts
