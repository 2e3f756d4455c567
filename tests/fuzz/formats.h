// What is fuzzed: each reader by its own bytes, and the readers of packages also by the part that holds the text, since
// changed bytes of a compressed part are only ever a wrong check sum. So are people's ratings, and what others.h
// names, which make no document.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "document/document.h"

namespace fuzz {

struct Format {
  const char* name;  // its corpus is fixtures/fuzz/NAME and fixtures/readers/NAME
  base::Result<document::Document> (*reader)(std::string_view bytes, const std::string& name);
  std::string (*wrap)(std::string_view part);  // puts a part into a package; null where the bytes are read as they are
};

const std::vector<Format>& formats();
const Format* find(std::string_view name);  // null where there is none

// Reads, and looks at every block of what was read, so that a span beyond the text is found.
void read(const Format& format, std::string_view bytes);

}  // namespace fuzz
