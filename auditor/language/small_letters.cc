#include "language/small_letters.h"

#include <algorithm>
#include <string>
#include <vector>

#include "language/names.h"

namespace language {
namespace {

constexpr std::size_t kFewest = 30;        // words of a text that may be judged by its capitals
constexpr std::size_t kShare = 12;         // a text in small letters has a capital in fewer than one in so many words
constexpr std::size_t kHead = 40;          // lines in which a child is named with a birth date
constexpr std::size_t kLongestName = 5;    // words
constexpr std::size_t kLongestNumber = 2;  // digits of a day, a month, or a year written short

class SmallLetters {
 public:
  SmallLetters(std::string_view text, const lexicon::Lexicon& lexicon, lexicon::Scan& scan)
      : text_(text), tokens_(scan.tokens), scan_(scan), first_(lexicon.find_concept("name.first")) {}

  bool small() const {
    std::size_t words = 0, capitals = 0;
    for (const lexicon::Token& token : tokens_) {
      if (token.kind != lexicon::TokenKind::word) continue;
      ++words;
      capitals += token.capital ? 1u : 0u;
    }
    return words >= kFewest && capitals * kShare < words;
  }

  void run() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (known_first(i)) raise(i);
      const bool doctor = i + 1 < tokens_.size() && unknown(i + 1) && titled(i);
      if (!doctor) continue;
      raise(i);
      raise(i + 1);
      surnames_.push_back(word(i + 1));
    }
    std::size_t lines = 0;
    for (std::size_t i = 0; i < tokens_.size() && lines <= kHead; ++i) {
      lines += tokens_[i].line_start ? 1u : 0u;
      if (born(i)) name_before(i);
    }
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (!tokens_[i].capital && std::find(surnames_.begin(), surnames_.end(), word(i)) != surnames_.end()) raise(i);
    }
  }

 private:
  std::string word(std::size_t i) const { return lexicon::folded_word(tokens_[i].at.of(text_)); }
  bool is_word(std::size_t i) const { return i < tokens_.size() && tokens_[i].kind == lexicon::TokenKind::word; }
  void raise(std::size_t i) { tokens_[i].capital = true; }

  bool known_first(std::size_t i) const {
    if (!is_word(i) || first_ == 0 || tokens_[i].capital || month(i)) return false;
    const auto hits = scan_.starting_at(i);
    return std::any_of(hits.begin(), hits.end(),
                       [&](const lexicon::Hit& hit) { return hit.concept_id == first_ && hit.last == i; });
  }
  bool month(std::size_t i) const {
    const std::string written = word(i);
    return written == "may" || written == "april" || written == "june" || written == "august";
  }
  // No term of the field has it: "cavendish" is no common word.
  bool unknown(std::size_t i) const { return is_word(i) && !tokens_[i].line_start && tokens_[i].word == 0; }
  bool titled(std::size_t i) const {
    const std::string written = word(i);
    return written != "master" && written != "judge" && written != "lady" && written != "sir" && is_title(written);
  }

  std::size_t digits(std::size_t i) const {
    if (i >= tokens_.size() || tokens_[i].kind != lexicon::TokenKind::number) return 0;
    const std::string_view written = tokens_[i].at.of(text_);
    const bool plain = std::all_of(written.begin(), written.end(), [](char c) { return c >= '0' && c <= '9'; });
    return plain ? written.size() : 0;
  }

  // "dob", "born", or a whole day, begins here: "3 3 03", "03/03/2003".
  bool born(std::size_t i) const {
    if (tokens_[i].line_start || i == 0) return false;
    const std::string written = word(i);
    if (written == "dob" || written == "born") return true;
    const auto part = [&](std::size_t k) { return digits(k) > 0 && digits(k) <= kLongestNumber; };
    const auto mark = [&](std::size_t k) {
      const std::string at = k < tokens_.size() ? word(k) : std::string();
      return at == "/" || at == "." || at == "-";
    };
    const std::size_t second = mark(i + 1) ? i + 2 : i + 1;
    const std::size_t third = mark(second + 1) ? second + 2 : second + 1;
    return part(i) && part(second) && (part(third) || digits(third) == 4) && digits(third) != 1;
  }

  // The words before a birth date, from a first name or an unknown word on, are a name.
  void name_before(std::size_t end) {
    while (end > 0 && (word(end - 1) == "," || word(end - 1) == "(" || word(end - 1) == "-")) --end;
    std::size_t begin = end;
    while (begin > 0 && end - begin < kLongestName && is_word(begin - 1) &&
           (tokens_[begin - 1].capital || tokens_[begin - 1].word == 0)) {
      --begin;
      if (tokens_[begin].line_start) break;
    }
    const bool several = end >= begin + 2;
    if (!several) return;
    for (std::size_t i = begin; i < end; ++i) {
      if (!tokens_[i].capital && tokens_[i].word == 0 && word(i).size() > 2) surnames_.push_back(word(i));
      raise(i);
    }
  }

  std::string_view text_;
  std::vector<lexicon::Token>& tokens_;
  const lexicon::Scan& scan_;
  lexicon::ConceptId first_;
  std::vector<std::string> surnames_;
};

}  // namespace

void raise_names(std::string_view text, const lexicon::Lexicon& lexicon, lexicon::Scan& scan) {
  SmallLetters letters(text, lexicon, scan);
  if (letters.small()) letters.run();
}

}  // namespace language
