// What the lists of changes say of a paragraph, apart from its characters.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "readers/doc_sprm.h"

namespace readers::doc {

struct ParagraphChanges {
  bool known = false;  // the document says something of the paragraph
  std::uint16_t style = 0;
  bool in_table = false;
  bool row_end = false;
  bool inner_cell = false;  // ends a cell of a nested table
  bool inner_row_end = false;
  int nesting = 0;  // as said; see depth()
  std::optional<int> list;
  std::optional<int> list_level;
  std::optional<int> outline;
  std::string_view old_number;          // how Word 6 numbers it (ANLD); empty where it doesn't
  int old_number_level = 0;             // Word 6: 10 a plain list, 11 bullets, 1 to 9 a level of headings
  std::vector<std::string_view> lists;  // all that were taken in, for what the row's end says of the row

  // `data` holds the lists that are too long for their page.
  void apply(const Change& change, std::string_view data, bool old);
  void apply(std::string_view changes, std::string_view data, bool old);

  // How many tables the paragraph stands in.
  std::size_t depth() const;
};

}  // namespace readers::doc
