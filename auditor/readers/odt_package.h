// What the parts around an OpenDocument's text say: the manifest, the properties, embedded formulas.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace readers::odt {

struct Manifest {
  bool encrypted = false;
  std::vector<std::string> formulas;  // folders of embedded formulas, as object_folder gives them
};

// A broken part gives what can be read of it.
Manifest manifest_of(std::string_view xml);
std::string title_of(std::string_view xml);    // of meta.xml or a flat file
std::string formula_of(std::string_view xml);  // the letters of a formula, in order

}  // namespace readers::odt
