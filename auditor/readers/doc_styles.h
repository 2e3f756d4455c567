// The style sheet ([MS-DOC] 2.4.6.5, 2.9.271) and the font table of a document.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "readers/doc_fib.h"
#include "readers/doc_sprm.h"
#include "readers/docx_styles.h"
#include "readers/docx_symbols.h"

namespace readers::doc {

struct Font {
  docx::SymbolFont symbols = docx::SymbolFont::none;
  std::uint8_t character_set = 0;  // a Windows charset: 0 Western, 204 Cyrillic, 128 Japanese, ...
};

class Fonts {
 public:
  static Fonts read(const Fib& fib, std::string_view table);
  Font of(std::uint16_t index) const { return index < fonts_.size() ? fonts_[index] : Font{}; }

 private:
  std::vector<Font> fonts_;
};

// What a list of changes says of characters; empty where it says nothing. Toggles may refer to the style's value.
struct CharacterChanges {
  enum class Toggle : std::uint8_t { unset, off, on, as_style, against_style };
  Toggle bold = Toggle::unset;
  Toggle italic = Toggle::unset;
  Toggle hidden = Toggle::unset;
  Toggle deleted = Toggle::unset;
  bool special = false;
  bool data = false;  // the picture is a form field's data
  bool object = false;
  std::optional<std::uint32_t> picture;  // an offset in the data stream
  std::optional<std::uint16_t> font;
  std::optional<std::uint16_t> style;
  char16_t symbol = 0;
  std::uint16_t symbol_font = 0;

  void apply(const Change& change, bool old);
  void apply(std::string_view changes, bool old);
  static bool value(Toggle toggle, bool style);
};

struct Style {
  docx::StyleFacts facts;  // with all that it is based on
  std::optional<std::uint16_t> font;
};

class Styles {
 public:
  static Styles read(const Fib& fib, std::string_view table);
  const Style& of(std::uint16_t index) const { return index < styles_.size() ? styles_[index] : none_; }

 private:
  struct Raw {
    bool known = false;
    std::uint16_t base = 0xFFF;
    std::uint16_t built_in = 0xFFF;  // 1 to 9 are the headings
    std::string name;                // in folded case
    std::vector<std::string_view> paragraph_changes;
    std::vector<std::string_view> character_changes;
  };
  static Raw parse(std::string_view record, std::size_t base_size, bool old);
  void resolve(const std::vector<Raw>& raw, bool old);

  std::vector<Style> styles_;
  Style none_;
};

}  // namespace readers::doc
