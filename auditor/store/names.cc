#include "store/names.h"

#include <algorithm>

namespace store {

std::string lines_of(const std::vector<std::string>& values) {
  std::string out;
  for (const std::string& value : values) out += value + "\n";
  return out;
}

std::vector<std::string> values_of(const std::string& lines) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < lines.size();) {
    const std::size_t end = std::min(lines.find('\n', at), lines.size());
    out.push_back(lines.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

}  // namespace store
