// Scans of the short texts of one record: lines, labels and values are asked about again and again.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "lexicon/lexicon.h"

namespace lexicon {

// By text, whatever kind of string asks.
struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
template <typename Value>
using ByText = std::unordered_map<std::string, Value, TextHash, std::equal_to<>>;

// Keeps a reference to the lexicon. For one record and one thread.
class Remembered {
 public:
  explicit Remembered(const Lexicon& lexicon) : lexicon_(lexicon) {}

  const Lexicon& lexicon() const { return lexicon_; }
  // The lexicon's scan of the text; valid until the next call.
  const Scan& scan(std::string_view text) const;
  // The same as scan_brief() has it; valid until the next call.
  const Scan& brief(std::string_view text) const;
  SectionId section_of(std::string_view heading) const { return named(heading).section; }
  FieldId field_of(std::string_view label) const { return named(label).field; }

 private:
  Lexicon::Named named(std::string_view label) const;

  static constexpr std::size_t longest = 400;  // bytes; longer texts are not remembered
  static constexpr std::size_t most = 4'096;   // texts: some 8 MB

  const Lexicon& lexicon_;
  mutable ByText<Scan> scans_, briefs_;
  mutable ByText<Lexicon::Named> named_;
  mutable Scan latest_, latest_brief_;  // of a longer text
};

}  // namespace lexicon
