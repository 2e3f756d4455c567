#include "cli/written.h"

#include <algorithm>
#include <filesystem>

#include "cli/bad_argument.h"
#include "cli/options.h"

namespace cli {

base::Status check_written(const Options& options, const std::vector<std::string>& known) {
  for (const std::string& format : options.formats) {
    if (std::find(known.begin(), known.end(), format) != known.end()) continue;
    std::string choice;
    for (const std::string& each : known) choice += (choice.empty() ? "" : ", ") + each;
    return bad(options.verb + " has no format '" + format + "'", "choose from " + choice);
  }
  if (options.out == "-" || (!options.formats.empty() && !options.out_given)) {
    return bad("there is no folder to write to", "give --out DIR; the text for people is printed in any case");
  }
  return base::Done{};
}

base::Status make_folder(const std::string& folder) {
  namespace fs = std::filesystem;
  std::error_code error;
  if (fs::is_directory(folder, error)) return base::Done{};
  fs::create_directories(folder, error);
  if (error) {
    return base::Error{base::ErrorCode::unreadable,     folder, 0, 0, "cannot be made: " + error.message(),
                       "name another folder with --out"};
  }
  fs::permissions(folder, fs::perms::owner_all, error);
  return base::Done{};
}

}  // namespace cli
