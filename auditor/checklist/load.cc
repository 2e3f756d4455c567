// From the bytes of a checklist's files to the checklist.
#include <algorithm>
#include <filesystem>

#include "base/file.h"
#include "base/limits.h"
#include "base/sha256.h"
#include "base/xml.h"
#include "checklist/checklist.h"
#include "checklist/compile.h"
#include "checklist/shipped.h"
#include "checklist/source.h"

namespace checklist {
namespace {

namespace fs = std::filesystem;
using base::xml::Element;

// A file that a <use> names, with its elements.
struct Part {
  const Source::Used* used;
  Element root;
};

std::string digest_line(const fs::path& file, const std::string& sha256) {
  return file.filename().string() + " " + sha256 + "\n";
}

base::Result<Element> elements(const Source::Used& used, const std::string& sha256, const Source& source) {
  base::Result<Element> root = base::xml::load(*used.bytes, used.file);
  if (!root) {
    base::Error error = root.error();
    error.code = base::ErrorCode::bad_checklist;
    return error;
  }
  // What the program was built beside is as its schema says.
  if (!source.schema_file.empty() && !is_shipped(sha256)) {
    base::Status valid = base::xml::validate(*used.bytes, used.file, schema, source.schema_file);
    if (!valid) return valid.error();
  }
  return root;
}

// A type of record that no concept names would never be found.
base::Status check_types(const std::vector<std::string>& types, const Element& top, const std::string& file,
                         const lexicon::Lexicon& lexicon) {
  for (const std::string& type : types) {
    if (lexicon.find_concept("type." + type) != 0) continue;
    std::vector<std::string> known;
    for (lexicon::ConceptId id : lexicon.family("type")) {
      known.push_back(std::string(lexicon.concept_name(id).substr(std::string_view("type.").size())));
    }
    std::string near = suggestion(type, known);
    return mistake(top, file, "there is no type of record '" + type + "'",
                   near.empty() ? "name one that a lexicon has as a concept type.NAME" : near);
  }
  return base::Done{};
}

}  // namespace

Checklist::Checklist() = default;
Checklist::~Checklist() = default;
Checklist::Checklist(Checklist&&) noexcept = default;
Checklist& Checklist::operator=(Checklist&&) noexcept = default;

base::Result<Checklist> compile(const Source& source) {
  const std::string& file = source.files.front().file;
  std::vector<std::string> digests;  // of the files, in their order
  for (const Source::Used& used : source.files) digests.push_back(base::sha256(*used.bytes));
  base::Result<Element> root = elements(source.files.front(), digests.front(), source);
  if (!root) return root.error();
  const Element& top = root.value();
  Checklist checklist;
  checklist.program = std::make_unique<Program>();
  checklist.file = file;
  Attributes a(top, file);
  checklist.id = a.text("id");
  checklist.title = a.text("title");
  checklist.version = a.text("version");
  checklist.types = a.words("for");
  if (top.name != "checklist") a.fail("the file is no <checklist>", "name a checklist file");
  if (base::Status status = a.finish(); !status) return status.error();

  std::vector<Part> parts;
  for (std::size_t i = 0; i < source.files.size(); ++i) {
    const Source::Used& used = source.files[i];
    if (used.kind.empty()) continue;
    base::Result<Element> part = elements(used, digests[i], source);
    if (!part) return part.error();
    parts.push_back({&used, std::move(part).value()});
  }
  for (Part& part : parts) {
    if (part.used->kind == "lexicon") {
      if (base::Status status = checklist.lexicon.add(std::move(part.root), part.used->file); !status) {
        return status.error();
      }
    } else if (part.used->kind == "calendar") {
      base::Result<language::Calendar> calendar = language::Calendar::load(part.root, part.used->file);
      if (!calendar) return calendar.error();
      checklist.calendar = std::move(calendar).value();
    } else if (part.used->kind != "items") {
      return mistake(top, file, "<use> has no attribute '" + part.used->kind + "'", "use lexicon, calendar or items");
    }
  }
  if (base::Status status = checklist.lexicon.finish(); !status) return status.error();
  if (base::Status status = check_types(checklist.types, top, file, checklist.lexicon); !status) return status.error();

  Compiler compiler(checklist.lexicon, *checklist.program);
  for (const Element& element : top.children) {
    if (element.name == "use") continue;
    if (base::Status status = compiler.add(element, file); !status) return status.error();
  }
  for (const Part& part : parts) {
    if (part.used->kind != "items") continue;
    for (const Element& element : part.root.children) {
      if (base::Status status = compiler.add(element, part.used->file); !status) return status.error();
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
  std::string digest;
  for (std::size_t i = 0; i < source.files.size(); ++i) {
    digest += digest_line(source.files[i].file, digests[i]);
    checklist.files.push_back(source.files[i].path);
  }
  checklist.sha256 = base::sha256(digest);
  return checklist;
}

base::Result<Checklist> load(const std::string& file) {
  Opened opened;
  base::Result<Source> source = read_source(file, opened);
  if (!source) return source.error();
  return compile(source.value());
}

base::Result<std::vector<File>> files_of(const Checklist& checklist) {
  std::vector<File> out;
  std::string digest;
  for (const std::string& path : checklist.files) {
    fs::path file = fs::path(checklist.file).parent_path() / path;
    base::Result<std::string> bytes = base::read_file(file, base::limits::checklist_bytes);
    if (!bytes) return bytes.error();
    digest += digest_line(file, base::sha256(bytes.value()));
    out.push_back({path, std::move(bytes).value()});
  }
  if (base::sha256(digest) != checklist.sha256) {
    return base::Error{base::ErrorCode::bad_checklist, checklist.file, 0, 0, "was changed meanwhile", "try again"};
  }
  return out;
}

}  // namespace checklist
