// Finding, reading and validating the files that a checklist is made of.
#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>

#include "base/file.h"
#include "base/limits.h"
#include "base/sha256.h"
#include "base/xml.h"
#include "checklist/checklist.h"
#include "checklist/compile.h"

namespace checklist {
namespace {

namespace fs = std::filesystem;
using base::xml::Element;

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

// Looks at the root element and no further.
struct Root : base::xml::Handler {
  std::string name;
  bool start(std::string_view, std::string_view found, const std::vector<base::xml::Attribute>&) override {
    name = found;
    return false;
  }
  bool end(std::string_view, std::string_view) override { return false; }
  bool text(std::string_view) override { return true; }
};

// Whether the file is a checklist, or was meant to be: one that can't be read as XML must not vanish from the list.
bool is_checklist(const fs::path& file) {
  base::Result<std::string> bytes = base::read_file(file, base::limits::checklist_bytes);
  Root root;
  if (!bytes || !base::xml::parse(bytes.value(), file.string(), root)) return true;
  return root.name == "checklist";
}

struct Loading {
  std::string folder;
  std::string schema;  // text of checklist.rng
  std::string schema_file;
  std::string digest;              // names and digests of all files so far
  std::vector<std::string> files;  // seen from the folder
};

std::string digest_line(const fs::path& file, const std::string& bytes) {
  return file.filename().string() + " " + base::sha256(bytes) + "\n";
}

base::Result<Element> read(const fs::path& file, Loading& loading) {
  base::Result<std::string> bytes = base::read_file(file, base::limits::checklist_bytes);
  if (!bytes) return bytes.error();
  loading.digest += digest_line(file, bytes.value());
  loading.files.push_back(file.lexically_relative(loading.folder).generic_string());
  base::Result<Element> root = base::xml::load(bytes.value(), file.string());
  if (!root) {
    base::Error error = root.error();
    error.code = base::ErrorCode::bad_checklist;
    return error;
  }
  if (!loading.schema.empty()) {
    base::Status valid = base::xml::validate(bytes.value(), file.string(), loading.schema, loading.schema_file);
    if (!valid) return valid.error();
  }
  return root;
}

// A file that a checklist names: beside it, never outside its folder.
base::Result<fs::path> beside(const Element& element, const std::string& name, const std::string& file,
                              const Loading& loading) {
  fs::path relative = fs::path(name).lexically_normal();
  bool inside = relative.is_relative() && !relative.empty() && *relative.begin() != "..";
  if (!inside) {
    return base::Error{base::ErrorCode::bad_checklist,
                       file,
                       element.line,
                       element.column,
                       "'" + name + "' lies outside the checklist's folder",
                       "name a file beside the checklist"};
  }
  fs::path path = fs::path(loading.folder) / relative;
  if (!fs::exists(path)) {
    return base::Error{base::ErrorCode::bad_checklist,
                       file,
                       element.line,
                       element.column,
                       "there is no file '" + name + "' beside the checklist",
                       "mend the name"};
  }
  return path;
}

// One file that a <use> names, read and kept with its place.
struct Used {
  std::string kind;  // "lexicon", "calendar", "items"
  std::string file;
  Element root;
};

base::Result<std::vector<Used>> read_used(const Element& root, const std::string& file, Loading& loading) {
  std::vector<Used> out;
  for (const Element& element : root.children) {
    if (element.name != "use") continue;
    for (const auto& [kind, name] : element.attributes) {
      if (kind != "lexicon" && kind != "calendar" && kind != "items") {
        return base::Error{base::ErrorCode::bad_checklist,
                           file,
                           element.line,
                           element.column,
                           "<use> has no attribute '" + kind + "'",
                           "use lexicon, calendar or items"};
      }
      base::Result<fs::path> path = beside(element, name, file, loading);
      if (!path) return path.error();
      base::Result<Element> used = read(path.value(), loading);
      if (!used) return used.error();
      out.push_back({kind, path.value().string(), std::move(used).value()});
    }
  }
  return out;
}

}  // namespace

Checklist::Checklist() = default;
Checklist::~Checklist() = default;
Checklist::Checklist(Checklist&&) noexcept = default;
Checklist& Checklist::operator=(Checklist&&) noexcept = default;

base::Result<Checklist> load(const std::string& file) {
  Loading loading;
  loading.folder = fs::path(file).parent_path().string();
  if (loading.folder.empty()) loading.folder = ".";
  for (const fs::path& folder : {fs::path(loading.folder), loading.folder / fs::path("..")}) {
    fs::path schema = folder / "checklist.rng";
    if (!fs::exists(schema)) continue;
    base::Result<std::string> bytes = base::read_file(schema, base::limits::checklist_bytes);
    if (!bytes) return bytes.error();
    loading.schema = std::move(bytes).value();
    loading.schema_file = schema.string();
    break;
  }
  base::Result<Element> root = read(file, loading);
  if (!root) return root.error();
  const Element& top = root.value();
  Checklist checklist;
  checklist.program = std::make_unique<Program>();
  checklist.file = file;
  Attributes a(top, file);
  checklist.id = a.text("id");
  checklist.title = a.text("title");
  checklist.version = a.text("version");
  if (top.name != "checklist") a.fail("the file is no <checklist>", "name a checklist file");
  if (base::Status status = a.finish(); !status) return status.error();

  base::Result<std::vector<Used>> used = read_used(top, file, loading);
  if (!used) return used.error();
  for (const Used& part : used.value()) {
    if (part.kind == "lexicon") {
      if (base::Status status = checklist.lexicon.add(part.root, part.file); !status) return status.error();
    } else if (part.kind == "calendar") {
      base::Result<language::Calendar> calendar = language::Calendar::load(part.root, part.file);
      if (!calendar) return calendar.error();
      checklist.calendar = std::move(calendar).value();
    }
  }
  if (base::Status status = checklist.lexicon.finish(); !status) return status.error();

  Compiler compiler(checklist.lexicon, *checklist.program);
  for (const Element& element : top.children) {
    if (element.name == "use") continue;
    if (base::Status status = compiler.add(element, file); !status) return status.error();
  }
  for (const Used& part : used.value()) {
    if (part.kind != "items") continue;
    for (const Element& element : part.root.children) {
      if (base::Status status = compiler.add(element, part.file); !status) return status.error();
    }
  }
  if (base::Status status = compiler.finish(file); !status) return status.error();
  for (const Dimension& d : checklist.program->dimensions)
    checklist.dimensions.push_back({d.id, d.title, d.in_overall});
  for (const Item& item : checklist.program->items) checklist.items.push_back({item.id, item.dimension, item.asks});
  for (const Item& item : checklist.program->items) {
    checklist.lexicon.add_wording(item.asks);
    checklist.lexicon.add_wording(item.absent);
    for (const std::vector<Rule>* rules : {&item.not_applicable, &item.met, &item.partly}) {
      for (const Rule& rule : *rules) checklist.lexicon.add_wording(rule.because);
    }
  }
  checklist.sha256 = base::sha256(loading.digest);
  checklist.files = std::move(loading.files);
  return checklist;
}

base::Result<std::vector<File>> files_of(const Checklist& checklist) {
  std::vector<File> out;
  std::string digest;
  for (const std::string& path : checklist.files) {
    fs::path file = fs::path(checklist.file).parent_path() / path;
    base::Result<std::string> bytes = base::read_file(file, base::limits::checklist_bytes);
    if (!bytes) return bytes.error();
    digest += digest_line(file, bytes.value());
    out.push_back({path, std::move(bytes).value()});
  }
  if (base::sha256(digest) != checklist.sha256) {
    return base::Error{base::ErrorCode::bad_checklist, checklist.file, 0, 0, "was changed meanwhile", "try again"};
  }
  return out;
}

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
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
      if (entry.path().extension() != ".xml" || !is_checklist(entry.path())) continue;
      out.push_back(entry.path().stem().string());
    }
    if (!out.empty()) break;
  }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace checklist
