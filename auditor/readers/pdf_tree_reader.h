// Reads a structure tree from poppler's objects. Not by poppler's own StructTreeRoot: that drops the elements of newer
// PDF versions with all they hold, and goes as deep as the file says.
#pragma once

#include <Object.h>

#include <functional>

#include "readers/pdf_tree.h"

namespace readers::pdf {

// `page_of` gives a page's index by its object number, or -1.
Tree tree_of(const Object& root, const std::function<std::int32_t(int)>& page_of);

}  // namespace readers::pdf
