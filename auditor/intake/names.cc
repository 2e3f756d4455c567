#include "intake/names.h"

#include <algorithm>
#include <array>
#include <string>

namespace intake {

bool is_lock_file(std::string_view name) {
  return name.starts_with("~$") || name.starts_with(".~lock.");
}

bool is_hidden(std::string_view name) {
  return name.starts_with('.');
}

bool is_thumbnail(std::string_view name) {
  static constexpr std::array<std::string_view, 4> names = {"thumbs.db", "ehthumbs.db", "ehthumbs_vista.db",
                                                            "desktop.ini"};
  std::string lower(name);
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return std::find(names.begin(), names.end(), lower) != names.end();
}

std::optional<base::Error> passed_by_name(std::string_view path) {
  auto skipped = [](const char* message) { return base::Error{base::ErrorCode::not_a_record, "", 0, 0, message, ""}; };
  while (true) {
    std::size_t slash = path.find('/');
    std::string_view name = path.substr(0, slash);
    if (slash == std::string_view::npos) {
      if (is_lock_file(name)) return skipped("is a lock file of an open document");
      if (is_hidden(name)) return skipped("is a hidden file");
      if (is_thumbnail(name)) return skipped("is kept by the desktop, not a record");
      return std::nullopt;
    }
    if (is_hidden(name)) return skipped("is in a hidden folder");
    path.remove_prefix(slash + 1);
  }
}

}  // namespace intake
