// What a DOCX's styles say about its paragraphs and runs: headings, lists, bold, italic, hidden.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace readers::docx {

// The heading level that Word's outline level (from 0; beyond 8 it is body text) stands for; 0 for none.
std::uint8_t heading_of_outline(int outline);

// What a style's name tells of its paragraphs beyond headings and lists.
enum class Role : std::uint8_t {
  plain,
  table_heading,  // the cells of a table's heading, as LibreOffice writes them
  term,           // of a definition list, as LibreOffice and pandoc write HTML's <dl>
  definition,
};

// One style, with what it takes over from those that it is based on.
struct StyleFacts {
  std::uint8_t heading = 0;  // 1 to 9; 0 where it is none
  bool bold = false;
  bool italic = false;
  bool hidden = false;
  Role role = Role::plain;
  std::uint8_t list_depth = 0;      // from 1 where the style is named as one for lists
  std::optional<int> numbering_id;  // w:numId
  std::optional<int> numbering_level;
};

// What a style's English name tells, folded and on one line: heading level and list depth from 1 (0 where it is none).
std::uint8_t heading_by_name(const std::string& folded);
std::uint8_t list_by_name(const std::string& folded);
Role role_by_name(const std::string& folded);

class Styles {
 public:
  Styles();

  // Takes what can be read of styles.xml; an unreadable one gives no styles. `readable` tells which it was.
  static Styles parse(std::string_view xml, bool* readable = nullptr);

  // The facts of a style by its id; those of an unknown one are the defaults.
  const StyleFacts& of(const std::string& id) const;
  const StyleFacts& paragraph_default() const { return of(default_paragraph_); }

 private:
  friend class StylesHandler;
  void resolve();

  struct Raw {
    std::string id;
    std::string name;
    std::string based_on;
    std::optional<bool> bold;
    std::optional<bool> italic;
    std::optional<bool> hidden;
    std::optional<int> outline;
    std::optional<int> numbering_id;
    std::optional<int> numbering_level;
  };
  std::map<std::string, Raw> raw_;
  std::map<std::string, StyleFacts> facts_;
  Raw defaults_;
  StyleFacts none_;
  std::array<StyleFacts, 9> headings_;  // for ids that no style has
  std::string default_paragraph_;
};

}  // namespace readers::docx
