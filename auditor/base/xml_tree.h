// A quick way to the tree of XML as people write it by hand: UTF-8, elements, attributes, comments. For xml.cc, which
// leaves to libxml2 whatever this doesn't take, faults and their places included.
#pragma once

#include <optional>
#include <string_view>

#include "base/xml.h"

namespace base::xml {

// What load() gives for these bytes; nothing where they hold a fault, or anything else than that.
std::optional<Element> plain_tree(std::string_view bytes);

}  // namespace base::xml
