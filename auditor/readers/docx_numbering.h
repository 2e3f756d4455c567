// The numbers that Word shows before paragraphs but does not store: counted here as Word counts them. Its older formats
// (DOC, RTF) hold the same lists under other names, and are counted by the same class.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace readers::docx {

class Numbering {
 public:
  static constexpr int levels = 9;

  struct Level {  // as it is used once known; `text` holds %1 to %9 where the levels' numbers go
    int start = 1;
    int restart = -1;                // w:lvlRestart; -1 where unset: restarts after any level above
    std::string format = "decimal";  // by OOXML's name (ST_NumberFormat)
    std::string text;
    std::string style;
    bool legal = false;
    bool known = false;
  };
  struct List {
    std::array<Level, levels> level;
    std::string style_link;      // the numbering style that this list defines
    std::string num_style_link;  // the numbering style that defines this list
  };
  struct Instance {  // what paragraphs name: a list, with what it says otherwise
    int list = -1;
    std::array<std::optional<int>, levels> start;
    std::map<int, Level> replaced;
    std::array<bool, levels> started{};  // whether a paragraph of that level was counted
  };

  // Takes what can be read of numbering.xml.
  static Numbering parse(std::string_view xml);
  // Lists and instances by the ids that paragraphs and instances name them with.
  static Numbering of(std::map<int, List> lists, std::map<int, Instance> instances);
  // OOXML's name of the number format that DOC and RTF know by a code (MSONFC); "decimal" for those not told apart.
  static const char* format_of_code(int code);

  struct Label {
    std::string text;  // "1.2", "(a)"; empty for bullets and unnumbered levels
    bool known = false;
  };
  // Counts one paragraph of the list `id` at `level` (from 0) and gives its number.
  Label next(int id, int level);

  // The level that a paragraph style stands at in its list, for styles that name the list only.
  std::optional<int> level_of_style(int id, const std::string& style) const;

 private:
  friend class NumberingHandler;

  const Level* level_of(int id, int level) const;
  void resolve_links();
  int list_of(int id) const;

  std::map<int, List> lists_;
  std::map<int, Instance> instances_;
  std::map<int, std::array<std::optional<int>, levels>> counts_;  // by list: paragraphs of it go on counting
};

}  // namespace readers::docx
