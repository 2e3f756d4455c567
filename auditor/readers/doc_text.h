// A document's characters in order, put together from its pieces ([MS-DOC] 2.4.1): stretches of the main stream, each
// of one byte or two a character. Positions (cp) count the characters of all stories, one after another.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "readers/doc_fib.h"
#include "readers/doc_sprm.h"

namespace readers::doc {

struct Piece {
  std::uint32_t begin = 0;  // cp
  std::uint32_t end = 0;
  std::uint32_t at = 0;      // offset of the first character in the main stream
  bool wide = false;         // two bytes a character
  std::uint16_t change = 0;  // what the piece changes in its properties (Prm)

  std::uint32_t offset_of(std::uint32_t cp) const { return at + (cp - begin) * (wide ? 2 : 1); }
};

class Text {
 public:
  // `table` holds the piece table; both streams must outlive the text. Without a piece table, damaged documents' text
  // is taken from where the FIB says that it begins.
  static Text read(const Fib& fib, std::string_view main, std::string_view table);

  std::uint32_t size() const { return static_cast<std::uint32_t>(units_.size()); }
  // UTF-16; in old documents the bytes of one-byte characters, since their code page depends on their font.
  char16_t unit(std::uint32_t cp) const { return units_[cp]; }
  const Piece& piece_at(std::uint32_t cp) const;  // cp < size()
  // The changes that a piece makes, as a list; empty where it makes none, or one in a single number.
  std::string_view long_change(const Piece& piece) const;
  // The one in a single number, whose operand is put into `operand` and referred to; `none` where there is none.
  Change short_change(const Piece& piece, char& operand) const;

  bool damaged() const { return damaged_; }  // some of the text is missing or a guess
  bool cut() const { return cut_; }          // the pieces hold more text than the file can honestly hold

 private:
  bool read_pieces(const Fib& fib, std::string_view table);
  void guess(const Fib& fib, std::string_view main);
  void gather(bool old, std::string_view main);

  std::u16string units_;
  std::vector<Piece> pieces_;
  std::vector<std::string_view> changes_;
  bool damaged_ = false;
  bool cut_ = false;
};

}  // namespace readers::doc
