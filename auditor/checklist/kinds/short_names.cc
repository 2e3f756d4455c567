#include "checklist/kinds/short_names.h"

#include <algorithm>
#include <string_view>

#include "base/letters.h"

namespace checklist::kinds {

bool may_be_short_for(const std::string& called, const std::string& name) {
  if (called == name) return true;
  std::size_t misspelt = std::min(called.size(), name.size()) >= 6 ? 2u : 1u;
  if (called.front() == name.front() && base::letters_apart(called, name, misspelt) <= misspelt) return true;
  std::string root = called;
  for (std::string_view ending : {"ie", "y", "i", "e"}) {
    if (root.size() > ending.size() + 2 && root.ends_with(ending)) {
      root.resize(root.size() - ending.size());
      break;
    }
  }
  if (root.size() > 2 && root[root.size() - 1] == root[root.size() - 2]) root.pop_back();
  return root.size() >= 2 && (name.starts_with(root) || (root.size() >= 3 && name.find(root) != std::string::npos) ||
                              (name.size() >= 3 && called.starts_with(name)));
}

}  // namespace checklist::kinds
