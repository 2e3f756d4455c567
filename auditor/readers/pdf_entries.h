// What a page's readers filled in or wrote onto it: form fields and typed notes, put among the page's words at their
// places, so that they are read where they stand.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "readers/pdf_page.h"

namespace readers::pdf {

struct Entry {
  enum class Kind : std::uint8_t { text, box, comment };  // box: something to tick
  Kind kind = Kind::text;
  Box box;
  std::string label;  // what the form itself calls the field; may be empty
  std::string value;
  bool ticked = false;
  std::int32_t object = 0;  // as in Mark
};

void place(const std::vector<Entry>& entries, Page& page);

}  // namespace readers::pdf
