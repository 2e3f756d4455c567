// The project's own lexicon for forms, loaded once for all tests of the room.
#pragma once

#include <stdexcept>
#include <string>

#include "base/file.h"
#include "base/xml.h"
#include "lexicon/lexicon.h"

namespace form_tests {

inline std::string contents(const std::string& path) {
  auto bytes = base::read_file(path, std::size_t{1} << 24);
  if (!bytes) throw std::runtime_error("cannot read " + path);
  return std::move(bytes).value();
}

inline const lexicon::Lexicon& form_lexicon() {
  static const lexicon::Lexicon loaded = [] {
    std::string path = std::string(AUDITOR_SOURCE_DIR) + "/checklists/lexicon/form.xml";
    auto root = base::xml::load(contents(path), path);
    if (!root) throw std::runtime_error(root.error().message);
    lexicon::Lexicon fresh;
    if (!fresh.add(root.value(), path) || !fresh.finish()) throw std::runtime_error("form.xml is no lexicon");
    return fresh;
  }();
  return loaded;
}

}  // namespace form_tests
