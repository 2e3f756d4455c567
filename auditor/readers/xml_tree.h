// A record in an unknown XML vocabulary as a tree whose text keeps its place between the elements.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace readers::xml {

struct Node {
  std::string name;                                             // local name; empty for a stretch of text
  std::string text;                                             // of a stretch of text
  std::vector<std::pair<std::string, std::string>> attributes;  // those without a namespace
  std::vector<Node> children;                                   // without blank stretches of text

  bool is_text() const { return name.empty(); }
  bool is_leaf() const;          // holds no elements
  bool is_mixed() const;         // holds text and elements side by side
  std::string own_text() const;  // of all stretches directly in it
};

// Refuses more elements than a record can have (over_limit). What isn't well-formed is read up to the fault, and
// `broken` is set; it is refused (damaged, with the line) where no text stands before the fault.
base::Result<Node> tree_of(std::string_view text, const std::string& file, bool& broken);

}  // namespace readers::xml
