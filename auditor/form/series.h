// Numbered lines that go on from one another with something between: a form's questions or headings, not a list.
#pragma once

#include <string_view>
#include <vector>

#include "form/layout.h"

namespace form {

// Whether each item is a line of such a series.
std::vector<bool> series_of(const std::vector<Item>& items, std::string_view text);

}  // namespace form
