// Many short texts looked for at once, whatever their case: one pass over a text tells where each of them stands.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lexicon {

class Literals {
 public:
  // A text of ASCII in lower case, not empty and without NUL, as required.h says, and who looks for it.
  void add(std::string literal, std::uint32_t owner);

  // Calls found(owner, offset) for every place of every literal, in the order of the offsets.
  template <typename Found>
  void each(std::string_view text, Found found) const {
    if (text.empty()) return;
    std::uint32_t three = folded(text[0]);  // bytes from a place on
    if (text.size() > 1) three = three << 8 | folded(text[1]);
    if (text.size() == 1) three <<= 8;
    for (std::size_t at = 0; at < text.size(); ++at) {
      three = (three << 8 | (at + 2 < text.size() ? folded(text[at + 2]) : 0)) & 0xFFFFFF;
      const std::uint8_t begun = begun_[three >> 8];
      if (begun == 0) continue;
      if ((begun & one) != 0) chain(text, at, three & 0xFF0000, found);
      if ((begun & two) != 0) chain(text, at, three & 0xFFFF00, found);
      if ((begun & more) != 0) chain(text, at, three, found);
    }
  }

 private:
  enum : std::uint8_t { one = 1, two = 2, more = 4 };  // bytes of a literal
  // Where it says that a word begins or ends, the bytes on either side are of two kinds.
  enum : std::uint8_t { edge_before = 1, edge_behind = 2 };
  struct Literal {
    std::uint32_t key = 0;  // its first three bytes; zeros where it has fewer
    std::uint32_t owner = 0;
    std::uint32_t next = 0;  // the one behind it in its chain; 0: none
    std::uint8_t edges = 0;
    std::string text;
  };
  static constexpr std::size_t chains = 1u << 14;

  // By byte: what it is looked for as, in lower case and every blank a space.
  static constexpr std::array<unsigned char, 256> folds = [] {
    std::array<unsigned char, 256> out{};
    for (std::size_t c = 0; c < out.size(); ++c) {
      const bool capital = c >= 'A' && c <= 'Z', blank = c >= '\t' && c <= '\r';
      out[c] = static_cast<unsigned char>(capital ? c + 32 : blank ? ' ' : c);
    }
    return out;
  }();
  static unsigned char folded(char c) { return folds[static_cast<unsigned char>(c)]; }
  static bool in_word(char c) {
    const unsigned char byte = folded(c);
    return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte == '_';
  }
  // Whether a word begins or ends before a place.
  static bool is_edge(std::string_view text, std::size_t at) {
    return (at > 0 && in_word(text[at - 1])) != (at < text.size() && in_word(text[at]));
  }
  static std::size_t chain_of(std::uint32_t key) { return key * 2'654'435'761u >> 18; }
  // Whether a literal whose key stands there stands there whole.
  static bool stands(std::string_view text, std::size_t at, const Literal& literal) {
    const std::size_t size = literal.text.size();
    if (size > text.size() - at) return false;
    for (std::size_t i = 3; i < size; ++i) {
      if (folded(text[at + i]) != static_cast<unsigned char>(literal.text[i])) return false;
    }
    return ((literal.edges & edge_before) == 0 || is_edge(text, at)) &&
           ((literal.edges & edge_behind) == 0 || is_edge(text, at + size));
  }

  template <typename Found>
  void chain(std::string_view text, std::size_t at, std::uint32_t key, Found& found) const {
    for (std::uint32_t i = first_[chain_of(key)]; i != 0; i = all_[i].next) {
      if (all_[i].key == key && stands(text, at, all_[i])) found(all_[i].owner, at);
    }
  }

  std::vector<Literal> all_ = std::vector<Literal>(1);  // the first is none
  std::vector<std::uint32_t> first_ = std::vector<std::uint32_t>(chains);
  std::vector<std::uint8_t> begun_ = std::vector<std::uint8_t>(1u << 16);  // by two bytes, what may begin so
};

}  // namespace lexicon
