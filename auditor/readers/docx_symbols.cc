#include "readers/docx_symbols.h"

#include <array>

#include "base/utf8.h"

namespace readers::docx {
namespace {

struct Pair {
  unsigned char code;
  char32_t character;
};

constexpr std::array<Pair, 38> wingdings = {{
    {0x6F, 0x2610}, {0x70, 0x2610}, {0x71, 0x2610},  {0x72, 0x2610},  {0xA8, 0x2610},  {0x78, 0x2612}, {0xFD, 0x2612},
    {0xFE, 0x2611}, {0xFC, 0x2713}, {0xFB, 0x2717},  {0x4A, 0x263A},  {0x4B, 0x1F610}, {0x4C, 0x2639}, {0xDF, 0x2190},
    {0xE0, 0x2192}, {0xE1, 0x2191}, {0xE2, 0x2193},  {0xE8, 0x2794},  {0xF0, 0x21E8},  {0xD8, 0x27A2}, {0x6C, 0x25CF},
    {0x6E, 0x25A0}, {0xA7, 0x25AA}, {0x9F, 0x2022},  {0x76, 0x2756},  {0xA1, 0x25CB},  {0x28, 0x260E}, {0x29, 0x2706},
    {0x2A, 0x2709}, {0x3F, 0x270D}, {0x44, 0x1F44E}, {0x43, 0x1F44D}, {0xB5, 0x2605},  {0xAB, 0x2605}, {0x22, 0x2702},
    {0x46, 0x261E}, {0x21, 0x270F}, {0xA4, 0x25C9},
}};
constexpr std::array<Pair, 9> wingdings2 = {{{0x50, 0x2713},
                                             {0x4F, 0x2717},
                                             {0x52, 0x2611},
                                             {0x51, 0x2612},
                                             {0x53, 0x2612},
                                             {0x54, 0x2612},
                                             {0xA3, 0x2610},
                                             {0x2A, 0x2610},
                                             {0x97, 0x25CF}}};
constexpr std::array<Pair, 5> webdings = {
    {{0x61, 0x2713}, {0x72, 0x2717}, {0x63, 0x2610}, {0x67, 0x25A0}, {0x6E, 0x25CF}}};
constexpr std::array<Pair, 14> symbols = {{{0xB7, 0x2022},
                                           {0xAE, 0x2192},
                                           {0xAC, 0x2190},
                                           {0xAD, 0x2191},
                                           {0xAF, 0x2193},
                                           {0xB0, 0x00B0},
                                           {0xB1, 0x00B1},
                                           {0xA3, 0x2264},
                                           {0xB3, 0x2265},
                                           {0xB4, 0x00D7},
                                           {0xB8, 0x00F7},
                                           {0xB9, 0x2260},
                                           {0xD6, 0x221A},
                                           {0x6D, 0x00B5}}};

template <std::size_t N>
char32_t looked_up(const std::array<Pair, N>& pairs, char32_t code) {
  for (const Pair& pair : pairs) {
    if (pair.code == code) return pair.character;
  }
  return 0;
}

}  // namespace

SymbolFont symbol_font(std::string_view name) {
  if (name == "Wingdings") return SymbolFont::wingdings;
  if (name == "Wingdings 2") return SymbolFont::wingdings2;
  if (name == "Webdings") return SymbolFont::webdings;
  if (name == "Symbol") return SymbolFont::symbol;
  return SymbolFont::none;
}

char32_t symbol(SymbolFont font, char32_t code) {
  bool private_use = code >= 0xF000 && code <= 0xF0FF;
  if (private_use) code -= 0xF000;
  switch (font) {
    case SymbolFont::wingdings:
      return looked_up(wingdings, code);
    case SymbolFont::wingdings2:
      return looked_up(wingdings2, code);
    case SymbolFont::webdings:
      return looked_up(webdings, code);
    case SymbolFont::symbol: {
      char32_t known = looked_up(symbols, code);
      return known != 0 || code >= 0x80 ? known : code;
    }
    case SymbolFont::none:
      break;
  }
  if (!private_use) return code;
  // Bullets pasted from lists are set in Symbol, all else of this area in Wingdings.
  char32_t known = looked_up(wingdings, code);
  return known != 0 ? known : looked_up(symbols, code);
}

std::string without_symbols(std::string_view text, SymbolFont font) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    char32_t c = base::next_code_point(text, i);
    bool private_use = c >= 0xF000 && c <= 0xF0FF;
    // Fonts are often named for text that can't be theirs: only what has a place in the font is taken as its sign.
    if (private_use || (font != SymbolFont::none && c > 0x20 && c <= 0xFF)) c = symbol(font, c);
    if (c != 0) base::append_utf8(out, c);
  }
  return out;
}

}  // namespace readers::docx
