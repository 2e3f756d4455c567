#include "intake/inputs.h"

#include <algorithm>

namespace intake {

Input Inputs::operator[](std::size_t at) const {
  const File& file = files_[at];
  return {path_of(file), file.named != 0};
}

std::string Inputs::path_of(const File& file) const {
  std::string path;
  path.reserve(folder_of(file).size() + file.size);
  path += folder_of(file);
  path += name_of(file);
  return path;
}

void Inputs::push_back(const Input& input) {
  const std::string_view path = input.path;
  const std::string_view name = path.substr(path.rfind('/') + 1);
  const std::string_view folder = path.substr(0, path.size() - name.size());
  auto known = folder_numbers_.find(folder);
  if (known == folder_numbers_.end()) {
    known = folder_numbers_.emplace(folder, static_cast<std::uint32_t>(folders_.size())).first;
    folders_.emplace_back(folder);
  }
  File file;
  file.folder = known->second;
  file.begin = static_cast<std::uint32_t>(names_.size());
  file.size = static_cast<std::uint32_t>(name.size()) & 0x7FFFFFFFu;
  file.named = input.named ? 1u : 0u;
  names_ += name;
  files_.push_back(file);
}

bool Inputs::before(const File& a, const File& b) const {
  if (a.folder == b.folder) return name_of(a) < name_of(b);
  const std::string_view one = folder_of(a), other = folder_of(b);
  // What stands behind a folder that begins the other's path decides too.
  if (!one.starts_with(other) && !other.starts_with(one)) return one < other;
  return path_of(a) < path_of(b);
}

void Inputs::sort() {
  std::sort(files_.begin(), files_.end(), [this](const File& a, const File& b) { return before(a, b); });
  files_.shrink_to_fit();
  names_.shrink_to_fit();
}

}  // namespace intake
