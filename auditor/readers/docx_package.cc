#include "readers/docx_package.h"

#include "base/xml.h"
#include "readers/docx_names.h"

namespace readers::docx {
namespace {

std::string folder_of(std::string_view part) {
  std::size_t slash = part.rfind('/');
  return slash == std::string_view::npos ? std::string() : std::string(part.substr(0, slash));
}

// "../a.xml" from "word/x" is "word/a.xml"; a climb above the package's root stops there.
std::string resolved(std::string_view target, std::string folder) {
  if (target.starts_with('/')) folder.clear();
  std::string out = folder;
  while (!target.empty()) {
    std::size_t slash = target.find('/');
    std::string_view step = target.substr(0, slash);
    target.remove_prefix(slash == std::string_view::npos ? target.size() : slash + 1);
    if (step.empty() || step == ".") continue;
    if (step == "..") {
      out = folder_of(out);
    } else {
      if (!out.empty()) out += '/';
      out += step;
    }
  }
  return Package::key_of(out);
}

class RelationshipsHandler : public base::xml::Handler {
 public:
  explicit RelationshipsHandler(const std::string& folder) : folder_(folder) {}
  std::map<std::string, Relationship> found;

  bool start(std::string_view, std::string_view name, const std::vector<base::xml::Attribute>& attributes) override {
    if (name != "Relationship" || attribute(attributes, "TargetMode") == "External") return true;
    std::string_view type = attribute(attributes, "Type");
    type.remove_prefix(type.rfind('/') == std::string_view::npos ? 0 : type.rfind('/') + 1);
    found[std::string(attribute(attributes, "Id"))] = {std::string(type),
                                                       resolved(attribute(attributes, "Target"), folder_)};
    return true;
  }
  bool end(std::string_view, std::string_view) override { return true; }
  bool text(std::string_view) override { return true; }

 private:
  std::string folder_;
};

// Finds the main part by its content type.
class ContentTypesHandler : public base::xml::Handler {
 public:
  std::string main;

  bool start(std::string_view, std::string_view, const std::vector<base::xml::Attribute>& attributes) override {
    std::string_view type = attribute(attributes, "ContentType");
    bool is_main = type.ends_with("wordprocessingml.document.main+xml") ||
                   type.ends_with("wordprocessingml.template.main+xml") ||
                   type.ends_with("ms-word.document.macroEnabled.main+xml") ||
                   type.ends_with("ms-word.template.macroEnabledTemplate.main+xml");
    if (is_main && main.empty()) main = Package::key_of(attribute(attributes, "PartName"));
    return true;
  }
  bool end(std::string_view, std::string_view) override { return true; }
  bool text(std::string_view) override { return true; }
};

void take_role(Roles& roles, const Relationship& relationship) {
  const std::string& type = relationship.type;
  if (type == "styles") roles.styles = relationship.target;
  if (type == "numbering") roles.numbering = relationship.target;
  if (type == "footnotes") roles.footnotes = relationship.target;
  if (type == "endnotes") roles.endnotes = relationship.target;
  if (type == "comments") roles.comments = relationship.target;
}

}  // namespace

std::map<std::string, Relationship> relationships(std::string_view xml, const std::string& folder) {
  RelationshipsHandler handler(folder);
  // A broken list gives what it can: parts have usual names to fall back on.
  static_cast<void>(base::xml::parse(xml, "relationships", handler).ok());
  return std::move(handler.found);
}

base::Result<Roles> roles_of(Package& package, const std::string& name) {
  auto read = package.read({"[Content_Types].xml", "_rels/.rels"});
  if (!read) return read.error();
  auto& parts = read.value();
  Roles roles;
  for (const auto& [id, relationship] : relationships(parts["_rels/.rels"].bytes, "")) {
    if (relationship.type == "officeDocument" && package.has(relationship.target)) roles.main = relationship.target;
    if (relationship.type == "core-properties" || relationship.type == "coreProperties") {
      roles.core_properties = relationship.target;
    }
  }
  if (roles.main.empty()) {
    ContentTypesHandler types;
    static_cast<void>(base::xml::parse(parts["[content_types].xml"].bytes, name, types).ok());
    if (package.has(types.main)) roles.main = types.main;
  }
  if (roles.main.empty() && package.has("word/document.xml")) roles.main = "word/document.xml";
  if (roles.main.empty()) {
    return base::Error{base::ErrorCode::damaged,
                       name,
                       0,
                       0,
                       "is a Word document without its main part",
                       package.cut_off() ? "it is cut off: copy or export it again" : "export it again"};
  }
  std::string folder = folder_of(roles.main);
  std::string prefix = folder.empty() ? "" : folder + "/";
  for (auto [role, usual] : {std::pair(&Roles::styles, "styles.xml"),
                             {&Roles::numbering, "numbering.xml"},
                             {&Roles::footnotes, "footnotes.xml"},
                             {&Roles::endnotes, "endnotes.xml"},
                             {&Roles::comments, "comments.xml"}}) {
    if (package.has(prefix + usual)) roles.*role = prefix + usual;
  }
  std::string main_file = roles.main.substr(prefix.size());
  std::string list = prefix + "_rels/" + main_file + ".rels";
  auto main_list = package.read({list});
  if (!main_list) return main_list.error();
  roles.of_main = relationships(main_list.value()[list].bytes, folder);
  for (const auto& [id, relationship] : roles.of_main) take_role(roles, relationship);
  for (const std::string& part : package.names()) {
    if (part.ends_with("vbaproject.bin")) roles.macros = true;
    if (part.starts_with(prefix + "embeddings/")) roles.embedded = true;
  }
  return roles;
}

}  // namespace readers::docx
