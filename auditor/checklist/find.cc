// Where checklists are looked for, and which there are.
#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>

#include "base/file.h"
#include "base/limits.h"
#include "base/xml.h"
#include "checklist/attributes.h"
#include "checklist/checklist.h"

namespace checklist {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> folders() {
  std::vector<fs::path> out;
  std::array<char, 4'096> buffer{};
  ssize_t n = ::readlink("/proc/self/exe", buffer.data(), buffer.size() - 1);
  if (n > 0) {
    fs::path program = fs::path(std::string(buffer.data(), static_cast<std::size_t>(n))).parent_path();
    out.push_back(program / "../share/auditor/checklists");
    for (fs::path up = program; up.has_relative_path(); up = up.parent_path()) {
      // The source tree that the program was built in: build/bin or build/<preset>/bin.
      if (fs::exists(up / "checklists" / "checklist.rng")) {
        out.push_back(up / "checklists");
        break;
      }
    }
  }
  out.emplace_back("checklists");
  out.emplace_back(AUDITOR_CHECKLISTS);  // the source tree, for programs built outside it
  return out;
}

// Notes the name of the first element, and stops there.
class First : public base::xml::Handler {
 public:
  bool start(std::string_view, std::string_view name, const std::vector<base::xml::Attribute>&) override {
    root = name;
    return false;
  }
  bool end(std::string_view, std::string_view) override { return true; }
  bool text(std::string_view) override { return true; }
  std::string root;
};

// What else lies among checklists is bank holidays and limits. A file that is no XML is taken for a checklist, so that
// it is not passed over in silence.
bool is_checklist(const fs::path& file) {
  base::Result<std::string> bytes = base::read_file(file, base::limits::checklist_bytes);
  First first;
  return !bytes || !base::xml::parse(bytes.value(), file.string(), first) || first.root == "checklist";
}

}  // namespace

base::Result<std::string> find(const std::string& name_or_path) {
  if (name_or_path.find('/') != std::string::npos || name_or_path.ends_with(".xml")) {
    if (fs::exists(name_or_path)) return name_or_path;
    return base::Error{base::ErrorCode::not_found,
                       name_or_path,
                       0,
                       0,
                       "there is no such checklist file",
                       "see 'auditor checklist list' for what there is"};
  }
  for (const fs::path& folder : folders()) {
    fs::path file = folder / (name_or_path + ".xml");
    if (fs::exists(file)) return file.lexically_normal().string();
  }
  std::string near = suggestion(name_or_path, list());
  return base::Error{base::ErrorCode::not_found,
                     "",
                     0,
                     0,
                     "there is no checklist '" + name_or_path + "'",
                     near.empty() ? "see 'auditor checklist list' for what there is" : near};
}

std::string data_folder() {
  for (const fs::path& folder : folders()) {
    if (fs::exists(folder / "checklist.rng")) return folder.lexically_normal().string();
  }
  return AUDITOR_CHECKLISTS;
}

std::vector<std::string> list() {
  std::vector<std::string> out;
  for (const fs::path& folder : folders()) {
    for (const std::string& file : checklists_in(folder.string())) out.push_back(fs::path(file).stem().string());
    if (!out.empty()) break;
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::vector<std::string> checklists_in(const std::string& folder) {
  std::vector<std::string> out;
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
    if (entry.path().extension() == ".xml" && is_checklist(entry.path())) out.push_back(entry.path().string());
  }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace checklist
