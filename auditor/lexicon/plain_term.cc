#include "lexicon/plain_term.h"

#include <algorithm>
#include <charconv>

#include "base/limits.h"

namespace lexicon {
namespace {

bool is_letter(char c) {
  return c >= 'a' && c <= 'z';
}

// One way through a term.
class PlainTerm {
 public:
  PlainTerm(std::string_view term, Vocabulary& vocabulary, const Register& concepts, TermDraft& draft)
      : at_(term.data()),
        end_(term.data() + term.size()),
        vocabulary_(vocabulary),
        concepts_(concepts),
        draft_(draft) {}

  bool read() {
    std::size_t words = 0;
    if (rest().starts_with("^ ")) {
      draft_.at_start = true;
      at_ += 2;
      ++words;
    }
    bool anchored = false;
    Slot slot;
    do {
      if (++words > base::limits::term_words) return false;
      slot = {};
      if (!(special() ? read_special(slot) : read_words(slot))) return false;
      const bool gap = slot.kind == SlotSpec::Kind::gap;
      if (gap && draft_.slots.empty()) return false;
      anchored = anchored || (!slot.optional && !gap && slot.kind != SlotSpec::Kind::any);
      draft_.close(slot);
    } while (next_is(' '));
    return at_ == end_ && anchored && slot.kind != SlotSpec::Kind::gap;
  }

 private:
  std::string_view rest() const { return {at_, static_cast<std::size_t>(end_ - at_)}; }
  bool next_is(char c) {
    const bool is = at_ != end_ && *at_ == c;
    if (is) ++at_;
    return is;
  }
  bool special() const { return at_ != end_ && (*at_ == '.' || *at_ == '{' || *at_ == '_' || *at_ == '#'); }

  // What stands up to the next of some marks, taken.
  std::string_view taken_to(std::string_view marks) {
    const std::string_view part = rest().substr(0, rest().find_first_of(marks));
    at_ += part.size();
    return part;
  }

  bool read_words(Slot& slot) {
    // Beside a clitic or a number parse_term() parts "dont" as the scanner of texts does.
    bool letters_only = true, may_part = false;
    do {
      const char* const first = at_;
      std::uint64_t hash = no_bytes;
      for (; at_ != end_ && is_letter(*at_); ++at_) hash = hashed(hash, *at_);
      std::string_view word(first, static_cast<std::size_t>(at_ - first));
      SlotWord::Kind kind = SlotWord::Kind::exact;
      if (at_ != end_ && *at_ != ' ' && *at_ != '|' && *at_ != '?') {
        if (!word.empty() && next_is('~')) {
          kind = SlotWord::Kind::inflected;
        } else if (!word.empty() && next_is('*')) {
          kind = SlotWord::Kind::prefix;
        } else {
          at_ = first;
          word = taken_to(" |?");
          if (!is_clitic(word) && !is_number(word)) return false;
          hash = hash_of(word);
          letters_only = false;
        }
      }
      if (word.empty()) return false;
      may_part = may_part || word.ends_with("nt");
      vocabulary_.add_symbols(word, hash, kind, draft_.symbols);
    } while (next_is('|'));
    slot.optional = next_is('?');
    return letters_only || !may_part;
  }

  // "'s", "'ll", "n't", which the scanner of texts leaves whole too.
  static bool is_clitic(std::string_view word) {
    if (word == "n't") return true;
    return (word.size() == 2 || word.size() == 3) && word[0] == '\'' && is_letter(word[1]) && is_letter(word.back());
  }
  static bool is_number(std::string_view word) {
    return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
  }

  bool read_special(Slot& slot) {
    std::string_view written = taken_to(" ");
    if (written.starts_with("...")) {
      slot.kind = SlotSpec::Kind::gap;
      slot.longest = usual_gap;
      written.remove_prefix(3);
      if (written.empty()) return true;
      if (written.size() > 2 || !is_number(written)) return false;
      std::from_chars(written.data(), written.data() + written.size(), slot.longest);
      return slot.longest <= longest_gap;
    }
    slot.optional = written.size() > 1 && written.back() == '?';
    if (slot.optional) written.remove_suffix(1);
    if (written == "_" || written == "#") {
      slot.kind = written == "_" ? SlotSpec::Kind::any : SlotSpec::Kind::number;
      return true;
    }
    if (written.size() < 3 || written.front() != '{' || written.back() != '}') return false;
    slot.kind = SlotSpec::Kind::reference;
    slot.concept_id = concepts_.find(written.substr(1, written.size() - 2));
    return slot.concept_id != 0;
  }

  const char* at_;
  const char* end_;
  Vocabulary& vocabulary_;
  const Register& concepts_;
  TermDraft& draft_;
};

}  // namespace

bool read_plain(std::string_view term, Vocabulary& vocabulary, const Register& concepts, TermDraft& draft) {
  return PlainTerm(term, vocabulary, concepts, draft).read();
}

}  // namespace lexicon
