#include "checklist/source.h"

#include <filesystem>

#include "base/file.h"
#include "base/limits.h"
#include "base/xml.h"
#include "checklist/attributes.h"

namespace checklist {
namespace {

namespace fs = std::filesystem;
using base::xml::Element;

base::Result<Bytes> opened_file(const std::string& file, Opened& opened) {
  if (auto known = opened.find(file); known != opened.end()) return known->second;
  base::Result<std::string> bytes = base::read_file(file, base::limits::checklist_bytes);
  if (!bytes) return bytes.error();
  return opened[file] = std::make_shared<const std::string>(std::move(bytes).value());
}

// A file that a checklist names: beside it, never outside its folder.
base::Result<fs::path> beside(const Element& element, const std::string& name, const std::string& file,
                              const fs::path& folder) {
  auto wrong = [&](std::string message, std::string advice) {
    return mistake(element, file, std::move(message), std::move(advice));
  };
  fs::path relative = fs::path(name).lexically_normal();
  bool inside = relative.is_relative() && !relative.empty() && *relative.begin() != "..";
  if (!inside) return wrong("'" + name + "' lies outside the checklist's folder", "name a file beside the checklist");
  fs::path path = folder / relative;
  if (!fs::exists(path)) return wrong("there is no file '" + name + "' beside the checklist", "mend the name");
  return path;
}

}  // namespace

base::Result<Source> read_source(const std::string& file, Opened& opened) {
  fs::path folder = fs::path(file).parent_path();
  if (folder.empty()) folder = ".";
  Source out;
  for (const fs::path& place : {folder, folder / ".."}) {
    const std::string beside_it = (place / "checklist.rng").string();
    if (!fs::exists(beside_it)) continue;
    out.schema_file = beside_it;
    break;
  }
  base::Result<Bytes> own = opened_file(file, opened);
  if (!own) return own.error();
  out.files.push_back({"", file, fs::path(file).lexically_relative(folder).generic_string(), own.value()});
  base::Result<Element> root = base::xml::load(*own.value(), file);
  if (!root) {
    base::Error error = root.error();
    error.code = base::ErrorCode::bad_checklist;
    return error;
  }
  Attributes attributes(root.value(), file);
  out.id = attributes.text("id");
  out.types = attributes.words("for");
  for (const Element& element : root.value().children) {
    if (element.name != "use") continue;
    for (const auto& [kind, name] : element.attributes) {
      base::Result<fs::path> path = beside(element, name, file, folder);
      if (!path) return path.error();
      base::Result<Bytes> bytes = opened_file(path.value().string(), opened);
      if (!bytes) {
        return mistake(element, file, "'" + name + "' " + bytes.error().message, bytes.error().advice);
      }
      out.files.push_back({kind, path.value().string(), path.value().lexically_relative(folder).generic_string(),
                           std::move(bytes).value()});
    }
  }
  return out;
}

}  // namespace checklist
