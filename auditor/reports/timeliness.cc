#include "reports/timeliness.h"

#include <cassert>
#include <filesystem>

#include "base/file.h"
#include "reports/timeliness_parts.h"

namespace reports {

std::vector<std::string> timeliness_formats() {
  return {"csv", "html", "json"};
}

base::Status write_timeliness(const std::string& format, const TimelinessReport& report, const std::string& folder) {
  if (format == "csv") return write_timeliness_tables(report, folder);
  if (format == "html") return write_timeliness_page(report, folder);
  assert(format == "json");
  return base::write_file(std::filesystem::path(folder) / "timeliness.json", timeliness_json(report));
}

}  // namespace reports
