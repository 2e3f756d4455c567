// Figures that differ: shares, numbers of children, school years; and the names of schools.
#include <algorithm>
#include <array>

#include "checklist/kinds/contradiction.h"

namespace checklist::kinds {
namespace {

constexpr int figure_apart = 5;  // nearer figures may be rounded

// What a sentence tells of one figure, and of whom.
struct Told {
  language::EntityId who = language::nobody;
  std::string value;
  int number = 0;
  base::Span at;
};

// The first number within the words: "three children", "Year 4"; -1 where there is none.
int number_in(const Record& record, base::Span at) {
  static constexpr std::array<std::string_view, 13> names = {
      "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"};
  auto [first, last] = record.language.scan.range(at);
  for (std::size_t i = first; i < last; ++i) {
    std::string word = word_of(record, i);
    auto named = std::find(names.begin(), names.end(), word);
    if (named != names.end()) return static_cast<int>(named - names.begin());
    if (record.language.scan.tokens[i].kind != lexicon::TokenKind::number || word.size() > 2) continue;
    int value = 0;
    for (char c : word) value = c >= '0' && c <= '9' ? value * 10 + (c - '0') : 100;
    if (value < 100) return value;
  }
  return -1;
}

// Sentences that tell of somebody, or of the only child, what one of the concepts says.
template <typename Take>
void each_told(const Record& record, const Opposites& words, Take take) {
  if (!record.holding.any_found(words.affirming)) return;
  for (const language::Sentence& sentence : record.language.sentences) {
    if (!is_account(record, sentence) || !holds(record, sentence.at, words.affirms)) continue;
    const language::Statement& main = record.language.statements[sentence.statement_begin];
    if (main.told || main.polarity == language::Polarity::denied || holds(record, sentence.at, words.except)) continue;
    for (const lexicon::Hit& hit : record.language.scan.within(sentence.at)) {
      if (!in_table(words.affirms, hit.concept_id)) continue;
      language::EntityId who = said_of(record, sentence.at, words.affirms);
      if (words.same == Opposites::Same::child && !is_subject(record, who)) break;
      if (who != language::nobody) take(who, hit, sentence);
      break;
    }
  }
}

// A school's name behind a place in the sentence, as far as it tells one from another: "elm" of "Elm Road Primary".
std::string school_behind(const Record& record, std::size_t from, std::size_t last) {
  constexpr std::size_t reach = 4;  // "attends the nursery class at Elm Road"
  static constexpr std::array<std::string_view, 11> kinds = {"primary", "school",    "academy", "junior",
                                                             "juniors", "high",      "infant",  "infants",
                                                             "college", "secondary", "grammar"};
  const auto& tokens = record.language.scan.tokens;
  for (std::size_t i = from; i < std::min(last, from + reach); ++i) {
    if (!is_name_like(record, i)) continue;
    std::string name;
    for (std::size_t j = i; j < std::min(last, i + 6); ++j) {
      std::string word = word_of(record, j);
      bool joins = word == "'s" || word == "." || word == "of" || word == "the" || word == "and";
      if (std::find(kinds.begin(), kinds.end(), word) != kinds.end()) return j == i ? std::string() : name;
      if (!joins && !tokens[j].capital) return {};
      // "St Mary's" is told by its second word.
      if (!joins && (name.empty() || name == "st" || name == "saint" || name == "our")) name = word;
    }
    return {};
  }
  return {};
}

void oppose(const std::vector<Told>& told, const Opposites& words, std::vector<Opposed>& out) {
  for (std::size_t i = 0; i < told.size(); ++i) {
    for (std::size_t j = i + 1; j < told.size(); ++j) {
      int apart = told[i].number > told[j].number ? told[i].number - told[j].number : told[j].number - told[i].number;
      bool differ = apart >= words.apart && told[i].value != told[j].value;
      if (told[i].who == told[j].who && differ && !(told[i].at == told[j].at)) {
        out.push_back({told[i].at, told[j].at, words.on});
        return;
      }
    }
  }
}

}  // namespace

language::EntityId said_of(const Record& record, base::Span sentence, const std::vector<bool>& table) {
  for (const lexicon::Hit& hit : record.language.scan.within(sentence)) {
    if (!in_table(table, hit.concept_id)) continue;
    language::EntityId who = language::nobody;
    for (const language::Mention& m : mentions_in(record, {sentence.begin, hit.at.begin})) {
      if (!m.possessive) who = m.plural ? language::nobody : m.who;
    }
    return who;
  }
  return language::nobody;
}

std::vector<Opposed> opposed_numbers(const Record& record, const Opposites& words) {
  std::vector<Opposed> out;
  std::vector<Told> told;
  each_told(record, words, [&](language::EntityId who, const lexicon::Hit& hit, const language::Sentence& sentence) {
    int number = number_in(record, hit.at);
    if (number >= 0) told.push_back({who, std::to_string(number), number, sentence.at});
  });
  oppose(told, words, out);
  return out;
}

std::vector<Opposed> opposed_schools(const Record& record, const Opposites& words) {
  std::vector<Opposed> out;
  std::vector<Told> told;
  each_told(record, words, [&](language::EntityId who, const lexicon::Hit& hit, const language::Sentence& sentence) {
    std::size_t last = record.language.scan.range(sentence.at).second;
    std::string school = school_behind(record, hit.last + 1u, last);
    if (!school.empty()) told.push_back({who, school, 0, sentence.at});
  });
  oppose(told, words, out);
  return out;
}

std::vector<Opposed> opposed_figures(const Record& record, const Opposites& words) {
  std::vector<Opposed> out;
  if (record.language.subjects.size() > 1 || !record.holding.any_found(words.affirming)) return out;
  std::vector<std::pair<int, base::Span>> figures;
  const lexicon::Scan& scan = record.language.scan;
  for (const language::Sentence& sentence : record.language.sentences) {
    if (!is_account(record, sentence) || !holds(record, sentence.at, words.affirms)) continue;
    if (holds(record, sentence.at, words.except) || has_date(record, sentence.at)) continue;
    auto [first, last] = scan.range(sentence.at);
    int figure = -1, found = 0;
    for (std::size_t i = first; i + 1 < last; ++i) {
      std::string_view next = text_of(record, i + 1);
      if (scan.tokens[i].kind != lexicon::TokenKind::number || (next != "%" && next != "per" && next != "percent")) {
        continue;
      }
      std::string_view text = text_of(record, i);
      figure = 0;
      for (char c : text.substr(0, text.find('.'))) figure = c >= '0' && c <= '9' ? figure * 10 + (c - '0') : figure;
      ++found;
    }
    if (found == 1 && figure <= 100) figures.emplace_back(figure, sentence.at);
  }
  for (std::size_t i = 1; i < figures.size(); ++i) {
    int apart = figures[i].first - figures.front().first;
    if (apart >= figure_apart || -apart >= figure_apart)
      out.push_back({figures.front().second, figures[i].second, words.on});
  }
  return out;
}

}  // namespace checklist::kinds
