#include "pack/sources.h"

#include <set>

#include "base/file.h"
#include "base/limit.h"
#include "base/sha256.h"

namespace pack {
namespace {

std::string name_of(const std::string& path) {
  return path.substr(path.rfind('/') + 1);
}

}  // namespace

std::vector<Listed> summed(const std::vector<std::string>& paths) {
  std::vector<Listed> out;
  for (const std::string& path : paths) {
    base::Result<std::string> bytes = base::read_file(path, base::most(base::Limit::file));
    if (bytes) out.push_back({path, bytes.value().size(), base::sha256(bytes.value())});
  }
  return out;
}

SourcesVerdict compare(const std::vector<Listed>& sources, const std::vector<Listed>& files, bool labels) {
  std::set<std::string> there, wanted;
  for (const Listed& file : files) there.insert(file.sha256);
  for (const Listed& source : sources) wanted.insert(source.sha256);
  std::set<std::string> others;  // names of files that are no source as it was
  for (const Listed& file : files) {
    if (wanted.count(file.sha256) == 0) others.insert(name_of(file.path));
  }
  SourcesVerdict out;
  for (const Listed& source : sources) {
    using Kind = SourceFault::Kind;
    if (there.count(source.sha256) > 0) {
      ++out.same;
    } else if (source.path.find("!/") != std::string::npos) {
      out.faults.push_back({Kind::in_an_archive, source.path});
    } else if (labels) {
      out.faults.push_back({Kind::missing_or_changed, source.path});
    } else {
      out.faults.push_back({others.count(name_of(source.path)) > 0 ? Kind::changed : Kind::missing, source.path});
    }
  }
  return out;
}

std::string line_of(const SourceFault& fault) {
  switch (fault.kind) {
    case SourceFault::Kind::changed:
      return "source changed: " + fault.path;
    case SourceFault::Kind::missing:
      return "source missing: " + fault.path;
    case SourceFault::Kind::missing_or_changed:
      return "source missing or changed: " + fault.path + " (the pack holds labels for names, so no name can tell)";
    case SourceFault::Kind::in_an_archive:
      return "source not found: " + fault.path + " (it was read in a ZIP archive: unpack that into the folder, and " +
             "it is changed or missing if it is still not found)";
  }
  return "";
}

}  // namespace pack
