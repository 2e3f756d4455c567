// The structure tree of a tagged PDF: what its pages' marked content is. Flat: a node names its children by index.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace readers::pdf {

struct Node {
  enum class Kind : std::uint8_t {
    group,      // Document, Part, Sect, Div and whatever else holds blocks
    paragraph,  // P, Title, Caption, TOCI, ...
    heading,    // H, H1 to H6 and beyond
    list,
    item,
    label,  // Lbl
    list_body,
    table,
    head_rows,  // THead
    rows,       // TBody, TFoot
    row,
    header_cell,
    cell,
    run,     // Span, Link, Em and whatever else stands inside a paragraph
    figure,  // Figure, Formula
    note,    // Note, FENote
    form,
    artifact,
    content,  // marked content of a page
    object,   // an annotation
  };
  Kind kind = Kind::group;
  std::uint8_t level = 0;  // heading, 0 where untold
  std::uint32_t row_span = 1;
  std::uint32_t column_span = 1;
  bool replaced = false;    // `replacement` is to be read in place of the content
  std::string replacement;  // ActualText
  std::vector<std::int32_t> children;
  std::int32_t page = -1;   // content: index of the page, or -1
  std::int32_t stream = 0;  // content: as in Mark
  std::int32_t id = -1;     // content: as in Mark
  std::int32_t object = 0;  // object: as in Mark
};

struct Tree {
  std::vector<Node> nodes;  // the first is the root
  bool cut = false;         // deeper or larger than is read
};

}  // namespace readers::pdf
