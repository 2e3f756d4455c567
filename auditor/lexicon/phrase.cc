#include "lexicon/phrase.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/limits.h"
#include "base/utf8.h"
#include "lexicon/tokens.h"

namespace lexicon {
namespace {

constexpr std::size_t most_readings = 256;  // of one term; ours have some ten

base::Error bad(std::string message, std::string advice) {
  return {base::ErrorCode::bad_checklist, "", 0, 0, std::move(message), std::move(advice)};
}

// Takes the part before the next mark off the text; nothing once it is all taken.
std::optional<std::string_view> next_part(std::optional<std::string_view>& text, char mark) {
  if (!text) return std::nullopt;
  const std::size_t end = text->find(mark);
  const std::string_view part = text->substr(0, end);
  text = end == std::string_view::npos ? std::nullopt : std::optional(text->substr(end + 1));
  return part;
}

base::Result<SlotSpec> parse_slot(std::string_view written) {
  SlotSpec slot;
  if (written.substr(0, 3) == "...") {
    slot.kind = SlotSpec::Kind::gap;
    slot.longest = usual_gap;
    std::string_view count = written.substr(3);
    if (!count.empty()) {
      auto [end, error] = std::from_chars(count.data(), count.data() + count.size(), slot.longest);
      if (error != std::errc() || end != count.data() + count.size() || slot.longest > longest_gap) {
        return bad("'" + std::string(written) + "' is no gap",
                   "write ... or ...N with N up to " + std::to_string(longest_gap));
      }
    }
    return slot;
  }
  if (written.size() > 1 && written.back() == '?') {
    slot.optional = true;
    written.remove_suffix(1);
  }
  if (written == "_") {
    slot.kind = SlotSpec::Kind::any;
    return slot;
  }
  if (written == "#") {
    slot.kind = SlotSpec::Kind::number;
    return slot;
  }
  if (written.front() == '{') {
    if (written.back() != '}' || written.size() < 3) {
      return bad("'" + std::string(written) + "' is no reference", "write {concept.name}");
    }
    slot.kind = SlotSpec::Kind::reference;
    slot.name = written.substr(1, written.size() - 2);
    return slot;
  }
  std::optional<std::string_view> rest = written;
  while (std::optional<std::string_view> alternative = next_part(rest, '|')) {
    std::string_view part = *alternative;
    SlotWord word;
    if (part.size() > 1 && part.back() == '~') {
      word.kind = SlotWord::Kind::inflected;
      part.remove_suffix(1);
    } else if (part.size() > 1 && part.back() == '*') {
      word.kind = SlotWord::Kind::prefix;
      part.remove_suffix(1);
    }
    word.text = folded_word(part);
    if (word.text.empty()) return bad("'" + std::string(written) + "' has an empty alternative", "remove the extra |");
    slot.words.push_back(std::move(word));
  }
  return slot;
}

// The slots that one alternative fills: texts' scanner may see it as several words ("step-dad~", "A&E", "mum's").
std::vector<SlotSpec> pieces_of(const SlotWord& word) {
  std::vector<SlotSpec> out;
  std::vector<Token> tokens = tokens_of(word.text);
  // A clitic alone is one token in texts though not here.
  bool clitic = word.text.front() == '\'' && word.text.size() <= 3;
  if (tokens.size() <= 1 || clitic) {
    SlotSpec slot;
    slot.words.push_back(word);
    out.push_back(std::move(slot));
    return out;
  }
  for (const Token& token : tokens) {
    SlotSpec slot;
    slot.words.push_back({std::string(token.at.of(word.text)), SlotWord::Kind::exact});
    out.push_back(std::move(slot));
  }
  out.back().words.front().kind = word.kind;
  return out;
}

// Most words are: nothing but small letters, which the scanner leaves whole.
bool is_plain(const std::string& word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// Alternatives of one word stay in one slot; an alternative of several words makes the term branch.
std::vector<TermSpec> branched(std::vector<TermSpec> terms, SlotSpec slot) {
  const bool whole =
      slot.kind != SlotSpec::Kind::words ||
      std::all_of(slot.words.begin(), slot.words.end(), [](const SlotWord& w) { return is_plain(w.text); });
  if (whole) {
    for (std::size_t i = 1; i < terms.size(); ++i) terms[i].slots.push_back(slot);
    terms.front().slots.push_back(std::move(slot));
    return terms;
  }
  std::vector<std::vector<SlotSpec>> choices;
  SlotSpec together;
  together.optional = slot.optional;
  for (const SlotWord& word : slot.words) {
    std::vector<SlotSpec> pieces = pieces_of(word);
    if (pieces.size() == 1) {
      together.words.push_back(pieces.front().words.front());
    } else {
      choices.push_back(std::move(pieces));
    }
  }
  if (!together.words.empty()) {
    choices.push_back({together});
  } else if (slot.optional) {
    choices.emplace_back();
  }
  std::vector<TermSpec> out;
  for (const TermSpec& term : terms) {
    for (const std::vector<SlotSpec>& choice : choices) {
      out.push_back(term);
      out.back().slots.insert(out.back().slots.end(), choice.begin(), choice.end());
      if (out.size() > most_readings) return out;  // refused: their product may be larger than any memory
    }
  }
  return out;
}

}  // namespace

base::Result<std::vector<TermSpec>> parse_term(std::string_view written) {
  std::vector<TermSpec> terms(1);
  std::string text = base::on_one_line(written);
  terms.front().written = text;
  bool first = true;
  std::size_t words = 0;
  auto too_long = [] {
    return bad("a term has more than " + std::to_string(base::limits::term_words) + " words", "put ; between terms");
  };
  std::optional<std::string_view> rest = text;
  while (std::optional<std::string_view> next = next_part(rest, ' ')) {
    const std::string_view part = *next;
    if (part.empty()) continue;
    if (++words > base::limits::term_words) return too_long();
    if (part == "^") {
      if (!first) return bad("'^' stands inside the term '" + text + "'", "put it first");
      terms.front().at_start = true;
      first = false;
      continue;
    }
    first = false;
    base::Result<SlotSpec> slot = parse_slot(part);
    if (!slot) return slot.error();
    terms = branched(std::move(terms), std::move(slot).value());
    if (terms.size() > most_readings) {
      return bad("the term '" + text + "' has too many readings", "split it into several terms");
    }
    // A word may be many in texts: "a-b-c".
    const bool long_one = std::any_of(
        terms.begin(), terms.end(), [](const TermSpec& term) { return term.slots.size() > base::limits::term_words; });
    if (long_one) return too_long();
  }
  for (const TermSpec& term : terms) {
    bool anchored = false;
    for (const SlotSpec& slot : term.slots) {
      anchored = anchored || (!slot.optional && slot.kind != SlotSpec::Kind::gap && slot.kind != SlotSpec::Kind::any);
    }
    if (!anchored) return bad("the term '" + text + "' matches everything", "give it at least one word");
    auto gap = [](const SlotSpec& slot) { return slot.kind == SlotSpec::Kind::gap; };
    if (gap(term.slots.front()) || gap(term.slots.back())) {
      return bad("the term '" + text + "' begins or ends with a gap", "remove the outer ...");
    }
  }
  return terms;
}

}  // namespace lexicon
