// What an RTF's header tells of its fonts and styles.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "readers/docx_styles.h"
#include "readers/docx_symbols.h"

namespace readers::rtf {

class Fonts {
 public:
  // In the order of the font table: a font's number, then what is said of it, its name's characters last.
  void begin(int number);
  void charset(int charset);
  void code_page(int code_page);
  void name(std::string_view characters);

  // The code page that text in the font is written in, `document` being the one that the document names for all.
  int code_page_of(int font, int document) const;
  docx::SymbolFont symbols_of(int font) const;

 private:
  struct Font {
    int charset = -1;
    int code_page = 0;
    int code_page_by_name = 0;
    std::string name;
    docx::SymbolFont symbols = docx::SymbolFont::none;
  };
  std::map<int, Font> fonts_;
  Font* open_ = nullptr;
  bool charsets_differ_ = false;
};

// One paragraph style, with what it takes over from those that it is based on. Formatting is not: RTF repeats it at
// every paragraph.
struct StyleFacts {
  std::uint8_t heading = 0;     // 1 to 9; 0 where it is none
  std::uint8_t list_depth = 0;  // from 1 where the style is named as one for lists
  docx::Role role = docx::Role::plain;
};

class Styles {
 public:
  // In the order of the style sheet: begin, then what is said of the style, its name's characters among it, end.
  void begin() { open_ = {}; }
  void number(int number) { open_.number = number; }
  void based_on(int number) { open_.based_on = number; }
  void outline(int level) { open_.outline = level; }
  void not_of_paragraphs() { open_.of_paragraphs = false; }
  void name(std::string_view characters);
  void end();

  // To be asked once the style sheet is read.
  const StyleFacts& of(int style);

 private:
  struct Style {
    int number = 0;
    int based_on = -1;
    bool of_paragraphs = true;
    std::optional<int> outline;
    std::string name;
    StyleFacts by_name;
  };
  StyleFacts resolved(int style) const;

  std::map<int, Style> styles_;
  std::map<int, StyleFacts> facts_;
  Style open_;
};

}  // namespace readers::rtf
