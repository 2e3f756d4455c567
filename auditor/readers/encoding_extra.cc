#include "readers/encoding_extra.h"

#include <unicode/unistr.h>

#include <array>
#include <cstdint>

#include "base/utf8.h"

namespace readers {
namespace {

// The characters of a single-byte encoding from `first` on; below it is ASCII, or a control.
struct Table {
  const char* name;
  unsigned char first;
  const char* characters;  // UTF-8
};

constexpr std::array tables = {
    Table{"iso-8859-16", 0xA0,
          "\u00A0ĄąŁ€„Š§š©Ș«Ź\u00ADźŻ°±ČłŽ”¶·žčș»ŒœŸżÀÁÂĂÄĆÆÇÈÉÊËÌÍÎÏ"
          "ĐŃÒÓÔŐÖŚŰÙÚÛÜĘȚßàáâăäćæçèéêëìíîïđńòóôőöśűùúûüęțÿ"},
    Table{"x-mac-icelandic", 0x80,
          "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûüÝ°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø"
          "¿¡¬√ƒ≈∆«»…\u00A0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€ÐðÞþý·‚„‰ÂÊÁËÈÍÎÏÌÓÔ?ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ"},
};

std::u32string by_table(std::string_view bytes, const Table& table) {
  std::u32string characters;
  std::string_view all = table.characters;
  for (std::size_t at = 0; at < all.size();) characters += base::next_code_point(all, at);
  std::u32string out;
  out.reserve(bytes.size());
  for (char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    out += byte < table.first ? char32_t{byte} : characters[static_cast<std::size_t>(byte - table.first)];
  }
  return out;
}

// Johab packs three letters of five bits each: what a code stands for as first, middle and last letter of a Unicode
// syllable; -1 where it stands for none, and 0 of the last where there is no letter.
constexpr std::array<int, 32> first_letters = {-1, -1, 0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13,
                                               14, 15, 16, 17, 18, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1};
constexpr std::array<int, 32> middle_letters = {-1, -1, -1, 0,  1,  2,  3,  4,  -1, -1, 5,  6,  7,  8,  9,  10,
                                                -1, -1, 11, 12, 13, 14, 15, 16, -1, -1, 17, 18, 19, 20, -1, -1};
constexpr std::array<int, 32> last_letters = {-1, 0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14,
                                              15, 16, -1, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, -1, -1};

// Symbols and Chinese characters stand in rows of KS X 1001, two to a first byte.
char32_t of_ks_row(unsigned lead, unsigned trail) {
  if ((lead < 0xD9 || lead > 0xF9 || lead == 0xDF) || trail < 0x31 || (trail > 0x7E && trail < 0x91)) return 0xFFFD;
  unsigned place = trail < 0x7F ? trail - 0x31 : trail - 0x91 + 78;
  unsigned row = lead < 0xE0 ? 2 * (lead - 0xD9) + 1 : 2 * (lead - 0xE0) + 42;
  if (place >= 94) {
    ++row;
    place -= 94;
  }
  const std::array<char, 2> euc = {static_cast<char>(0xA0 + row), static_cast<char>(0xA1 + place)};
  const icu::UnicodeString character(euc.data(), 2, "euc-kr");
  return character.length() == 1 ? char32_t{character[0]} : 0xFFFD;
}

std::u32string from_johab(std::string_view bytes) {
  std::u32string out;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const auto lead = static_cast<unsigned char>(bytes[at]);
    if (lead < 0x80) {
      out += char32_t{lead};
      continue;
    }
    const unsigned trail = at + 1 < bytes.size() ? static_cast<unsigned char>(bytes[at + 1]) : 0;
    if (trail < 0x31) {  // no second byte
      out += char32_t{0xFFFD};
      continue;
    }
    ++at;
    const unsigned code = static_cast<unsigned>(lead) << 8 | trail;
    const int first = first_letters[code >> 10 & 31];
    const int middle = middle_letters[code >> 5 & 31];
    const int last = last_letters[code & 31];
    const bool syllable = lead < 0xD4 && first >= 0 && middle >= 0 && last >= 0;
    out += syllable ? static_cast<char32_t>(0xAC00 + (first * 21 + middle) * 28 + last) : of_ks_row(lead, trail);
  }
  return out;
}

}  // namespace

std::optional<std::u32string> decoded_here(std::string_view bytes, std::string_view encoding) {
  if (encoding == "johab") return from_johab(bytes);
  for (const Table& table : tables) {
    if (encoding == table.name) return by_table(bytes, table);
  }
  return std::nullopt;
}

}  // namespace readers
