// Compound files and Word 97-2003 documents made in memory, for tests.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace readers_test {

// The number, least byte first.
std::string le16(unsigned value);
std::string le32(std::uint32_t value);
std::string wide(std::u16string_view text);  // UTF-16, least byte first

// A compound file of the streams, all at its root. A name that ends in '/' is a storage: those after it, up to an empty
// name, are in it. Sectors of 512 bytes; streams below 4,096 bytes are kept in small sectors.
std::string compound(const std::vector<std::pair<std::string, std::string>>& streams);

// A Word 97 document. Text is given run by run, with the changes (sprms) of its characters; a paragraph's changes are
// given after its mark. Stories are to be filled in the format's order (0 the body, 1 footnotes, 2 headers, 4 comments,
// 5 endnotes, 6 text boxes).
class WordMaker {
 public:
  WordMaker& run(std::u16string_view text, const std::string& changes = "");
  WordMaker& end(const std::string& changes = "", unsigned style = 0);  // of the paragraph, whose mark was given
  // A run, a paragraph mark, and the paragraph's changes.
  WordMaker& p(std::u16string_view text, const std::string& changes = "", unsigned style = 0);
  WordMaker& story(int number);
  WordMaker& table(int number, const std::string& bytes);  // by its place in the FIB
  WordMaker& data(const std::string& bytes);               // the stream of pictures and form fields
  WordMaker& one_byte();                                   // the text is stored in Windows-1252
  WordMaker& flags(unsigned flags);                        // of the FIB
  // Below version 0xC0 the document is one of Word 6: its changes have codes of one byte. To be said before styles.
  WordMaker& version(unsigned signature, unsigned version);
  WordMaker& language(unsigned language);  // of the FIB; for Word 6
  // Replaces the piece table's pieces: begin, end (positions), begin in the text as stored, change.
  struct Piece {
    std::uint32_t begin, end, from;
    unsigned change;
  };
  WordMaker& pieces(const std::vector<Piece>& pieces, const std::vector<std::string>& changes = {});
  // A style sheet of the styles: built-in number, name, base, the paragraph's and the characters' changes.
  struct Style {
    unsigned number;
    std::u16string name;
    unsigned base;
    std::string paragraph;
    std::string characters;
    unsigned kind = 1;
  };
  WordMaker& styles(const std::vector<Style>& styles);

  std::uint32_t position() const { return static_cast<std::uint32_t>(text_.size()); }  // of the next character
  std::vector<std::pair<std::string, std::string>> streams() const;
  std::string file() const { return compound(streams()); }

 private:
  struct Stretch {
    std::uint32_t end = 0;
    std::string changes;
  };
  std::u16string text_;
  std::vector<Stretch> runs_;
  std::vector<Stretch> paragraphs_;
  std::map<int, std::string> tables_;
  std::map<int, std::uint32_t> lengths_;
  std::string data_;
  std::vector<Piece> pieces_;
  std::vector<std::string> changes_;
  int story_ = 0;
  bool one_byte_ = false;
  unsigned flags_ = 0;
  unsigned signature_ = 0xA5EC;
  unsigned version_ = 0x00C1;
  unsigned language_ = 0x0809;
};

// A change of a property: its code and the operand's bytes.
std::string sprm(unsigned code, const std::string& operand);
std::string on(unsigned code);  // a change of one byte, to 1

}  // namespace readers_test
