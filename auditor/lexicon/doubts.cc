// Terms that load and yet hardly say what their writer meant.
#include <algorithm>
#include <array>
#include <optional>
#include <tuple>

#include "lexicon/content.h"
#include "lexicon/cover.h"

namespace lexicon {
namespace {

// Concept whose words want another word after them ("the", "of", "no"), so that they seldom end an alternative.
constexpr std::string_view unfinished_concept = "word.unfinished";

// "reply|answer|the form": the blank parts "the" from "form". Told by a row of alternatives of which the last alone
// wants a word after it, with more of the term behind; and, as in "mum 's|dad 's" and "think about|talk about", by a
// word that stands on both sides of a blank.
std::optional<std::string> blank_inside(const TermSpec& spec, const std::vector<std::string>& unfinished) {
  auto wants_more = [&](const SlotWord& word) {
    return std::find(unfinished.begin(), unfinished.end(), word.text) != unfinished.end();
  };
  auto doubt = [&](const std::string& last, const std::string& first) {
    return "the blank between '" + last + "' and '" + first + "' ends a row of alternatives in '" + spec.written +
           "'; if '" + last + " " + first + "' is one of them, give it a term of its own";
  };
  for (std::size_t i = 0; i + 1 < spec.slots.size(); ++i) {
    const std::vector<SlotWord>& words = spec.slots[i].words;
    const std::vector<SlotWord>& next = spec.slots[i + 1].words;
    if (words.empty() || next.empty() || words.size() + next.size() < 3) continue;
    bool again = std::any_of(words.begin(), words.end(), [&](const SlotWord& word) {
      return std::any_of(next.begin(), next.end(), [&](const SlotWord& other) { return other.text == word.text; });
    });
    bool cut = words.size() > 1 && !spec.slots[i].optional && wants_more(words.back()) &&
               std::none_of(words.begin(), words.end() - 1, wants_more);
    if (again || cut) return doubt(words.back().text, next.front().text);
  }
  return std::nullopt;
}

// Words that "n't" is written to.
bool takes_not(std::string_view word) {
  static constexpr std::array<std::string_view, 24> hosts = {
      "ca",    "wo",    "do",     "does", "did",   "is",   "are", "was", "were", "have",  "has", "had",
      "could", "would", "should", "must", "might", "need", "ai",  "sha", "dare", "ought", "may", "am"};
  return std::find(hosts.begin(), hosts.end(), word) != hosts.end();
}

// Whether the word is a mark rather than a word: "&", but not "'s".
bool is_mark(const SlotWord& word) {
  std::vector<Token> tokens = tokens_of(word.text);
  return tokens.size() == 1 && tokens.front().kind == TokenKind::punctuation;
}

// Whether texts ever show the word as one token.
bool is_token(const SlotWord& word) {
  if (word.text.front() != '\'' || word.text.size() == 1) return true;
  std::string text = "it" + word.text;
  std::vector<Token> tokens = tokens_of(text);
  return tokens.size() == 2 && tokens.back().at.of(text) == word.text;
}

std::optional<std::string> never_found(const TermSpec& spec, bool heading) {
  for (std::size_t i = 0; i < spec.slots.size(); ++i) {
    const SlotSpec& slot = spec.slots[i];
    for (const SlotWord& word : slot.words) {
      if (!is_token(word)) return "no text has the word '" + word.text + "' of '" + spec.written + "'";
      if (heading && !slot.optional && is_mark(word)) {
        return "headings and labels are read without marks, so that '" + spec.written + "' is never found";
      }
    }
    bool only_not = slot.words.size() == 1 && slot.words.front().text == "n't" && !slot.optional;
    if (!only_not || i == 0 || spec.slots[i - 1].optional) continue;
    for (const SlotWord& word : spec.slots[i - 1].words) {
      if (!takes_not(word.text)) return "no text has '" + word.text + " n't', which '" + spec.written + "' asks for";
    }
  }
  return std::nullopt;
}

std::optional<std::string> doubled_word(const TermSpec& spec) {
  for (const SlotSpec& slot : spec.slots) {
    for (std::size_t i = 0; i < slot.words.size(); ++i) {
      for (std::size_t k = 0; k < i; ++k) {
        if (slot.words[i].text != slot.words[k].text || slot.words[i].kind != slot.words[k].kind) continue;
        return "'" + slot.words[i].text + "' stands twice in one row of alternatives of '" + spec.written + "'";
      }
    }
  }
  return std::nullopt;
}

using Reaches = std::vector<Reach>;

bool all_covered(const Reaches& general, const Reaches& special) {
  return std::all_of(special.begin(), special.end(), [&](const Reach& one) {
    return std::any_of(general.begin(), general.end(), [&](const Reach& other) { return covers(other, one); });
  });
}

bool varies(const Written& written) {
  const std::vector<TermSpec> readings = written.readings();
  return std::any_of(readings.begin(), readings.end(), [](const TermSpec& spec) {
    return std::any_of(spec.slots.begin(), spec.slots.end(), [](const SlotSpec& slot) {
      return slot.optional || slot.kind == SlotSpec::Kind::gap || slot.kind == SlotSpec::Kind::reference;
    });
  });
}

class Doubts {
 public:
  Doubts(const Vocabulary& vocabulary, std::vector<std::string> unfinished)
      : vocabulary_(vocabulary), unfinished_(std::move(unfinished)) {}

  // `referred`: by id, whether other terms refer to the entry.
  void check(const Register& all, bool heading, const std::vector<bool>& referred) {
    for (std::size_t id = 1; id < all.entries.size(); ++id) {
      const Entry& entry = all.entries[id];
      for (const Written& written : entry.terms) single(written, heading);
      pairs(entry, !referred.empty() && referred[id]);
    }
  }
  std::vector<base::Error> found;

 private:
  void single(const Written& written, bool heading) {
    for (const TermSpec& spec : written.readings()) {
      std::optional<std::string> doubt = never_found(spec, heading);
      if (!doubt) doubt = doubled_word(spec);
      if (!doubt) doubt = blank_inside(spec, unfinished_);
      if (!doubt) continue;
      add(written, *doubt);
      return;
    }
  }

  // Where other terms refer to the entry, each of its terms offers them one end, the furthest: there a term of varying
  // length stands in for no shorter one.
  void pairs(const Entry& entry, bool referred) {
    std::vector<Reaches> reaches;
    for (const Written& written : entry.terms) {
      Reaches all;
      for (const TermSpec& spec : written.readings()) all.push_back(reach_of(spec, vocabulary_));
      reaches.push_back(std::move(all));
    }
    for (std::size_t i = 0; i < reaches.size(); ++i) {
      for (std::size_t k = 0; k < reaches.size(); ++k) {
        if (k == i || (referred && varies(entry.terms[k])) || !all_covered(reaches[k], reaches[i])) continue;
        if (k > i && all_covered(reaches[i], reaches[k])) continue;  // alike: the later one is told
        const Written& other = entry.terms[k];
        bool same = other.text == entry.terms[i].text;
        add(entry.terms[i], "'" + std::string(entry.terms[i].text) + "' of '" + entry.name + "' " +
                                (same ? "stands already" : "is covered by '" + std::string(other.text) + "'") + " at " +
                                *other.file + ":" + std::to_string(other.line));
        break;
      }
    }
  }

  void add(const Written& written, std::string message) {
    found.push_back(
        {base::ErrorCode::bad_checklist, *written.file, written.line, written.column, std::move(message), ""});
  }

  const Vocabulary& vocabulary_;
  std::vector<std::string> unfinished_;
};

}  // namespace

std::vector<base::Error> Lexicon::doubtful_terms() const {
  std::vector<std::string> unfinished;
  if (ConceptId id = find_concept(unfinished_concept); id != 0) {
    for (const Written& written : content_->concepts.entries[id].terms) {
      for (const TermSpec& spec : written.readings()) {
        for (const SlotSpec& slot : spec.slots) {
          for (const SlotWord& word : slot.words) unfinished.push_back(word.text);
        }
      }
    }
  }
  Doubts doubts(content_->vocabulary, std::move(unfinished));
  doubts.check(content_->concepts, false, content_->referred);
  doubts.check(content_->sections, true, {});
  doubts.check(content_->fields, true, {});
  std::stable_sort(doubts.found.begin(), doubts.found.end(), [](const base::Error& a, const base::Error& b) {
    return std::tie(a.file, a.line, a.column) < std::tie(b.file, b.line, b.column);
  });
  return std::move(doubts.found);
}

}  // namespace lexicon
