// What an OpenDocument file's styles say about its paragraphs, text, lists and pages. The common styles (styles.xml)
// serve every part; each part has automatic ones of its own, which go before.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "readers/docx_symbols.h"

namespace readers::odt {

// What a style's name tells of its paragraphs beyond headings.
enum class Role : std::uint8_t {
  plain,
  table_heading,  // the cells of a table's heading, as LibreOffice writes them
  term,           // of a definition list, as LibreOffice and pandoc write HTML's <dl>
  definition,
};

// How text is set, as far as a style says so.
struct Look {
  std::optional<bool> bold;
  std::optional<bool> italic;
  std::optional<bool> hidden;
  std::optional<docx::SymbolFont> font;

  // This look with what `under` says where this one is silent.
  Look over(const Look& under) const;
};

// A paragraph style, or a table's, with what it takes over from its parents.
struct BlockFacts {
  Look look;
  std::uint8_t heading = 0;  // 1 to 9; 0 where it is none
  bool outlined = false;     // it is a heading by its outline level, rather than by its name
  Role role = Role::plain;
  std::optional<std::string> list;  // its list style; an empty name takes it out of any list
  std::string master_page;          // that begins with the paragraph or table; empty for none
  bool page_before = false;
};

struct ListLevel {
  enum class Kind : std::uint8_t { none, number, bullet };
  Kind kind = Kind::none;
  std::string format;  // style:num-format; empty shows no number
  std::string prefix;
  std::string suffix;
  std::optional<std::string> pattern;  // "%1%.%2%.", in place of prefix, suffix and shown levels
  int start = 1;
  int shown_levels = 1;
  bool letters_in_step = false;  // aa, bb rather than aa, ab
};

inline constexpr std::size_t list_levels = 10;
struct ListStyle {
  std::array<ListLevel, list_levels> levels;
  bool consecutive = false;  // items are counted whatever their level

  ListLevel& operator[](std::size_t level) { return levels[level]; }
  const ListLevel& operator[](std::size_t level) const { return levels[level]; }
};

struct MasterPage {
  std::string name;
  std::string next;
};

class Styles {
 public:
  // Takes the styles of one part; an unreadable one gives those before its fault. Returns whether it was read whole.
  bool read(std::string_view xml);
  // The common styles alone, for the part that is read next.
  Styles without_automatic() const;

  // The facts of a style by its name; those of an unknown one are the defaults.
  const BlockFacts& paragraph(const std::string& name) const;
  const BlockFacts& table(const std::string& name) const;
  const Look& text(const std::string& name) const;
  const ListStyle* list(const std::string& name) const;
  const ListStyle& outline() const { return outline_; }
  const std::vector<MasterPage>& master_pages() const { return master_pages_; }

 private:
  friend class StylesHandler;

  struct Style {
    std::string parent;
    std::optional<std::uint8_t> heading;
    std::optional<bool> outlined;
    std::optional<std::string> master_page;
    std::optional<bool> page_before;
    BlockFacts facts;  // its own until resolved
    enum class State : std::uint8_t { own, at_work, resolved } state = State::own;
  };
  struct Layer {
    std::map<std::string, Style> styles;  // by family and name
    std::map<std::string, ListStyle> lists;
  };

  const Style* find(std::string_view family, const std::string& name) const;
  void add_usual_names();
  void resolve();
  void resolve(Style& style, std::string_view family);

  Layer common_;
  Layer automatic_;
  BlockFacts default_;  // of paragraphs
  ListStyle outline_;
  std::vector<MasterPage> master_pages_;
  std::map<std::string, docx::SymbolFont> fonts_;
  Look no_look_;
};

}  // namespace readers::odt
