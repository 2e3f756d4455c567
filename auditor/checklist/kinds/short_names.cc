#include "checklist/kinds/short_names.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace checklist::kinds {
namespace {

// Letters that must change to make one word of another, up to `most` + 1.
std::size_t distance(const std::string& a, const std::string& b, std::size_t most) {
  if (a.size() > b.size() + most || b.size() > a.size() + most) return most + 1;
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      std::size_t above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0u : 1u)});
      diagonal = above;
    }
  }
  return row[b.size()];
}

}  // namespace

bool may_be_short_for(const std::string& called, const std::string& name) {
  if (called == name) return true;
  std::size_t misspelt = std::min(called.size(), name.size()) >= 6 ? 2u : 1u;
  if (called.front() == name.front() && distance(called, name, misspelt) <= misspelt) return true;
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
