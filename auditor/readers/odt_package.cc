#include "readers/odt_package.h"

#include "base/xml.h"
#include "readers/odt_names.h"
#include "readers/odt_story.h"
#include "readers/zip.h"

namespace readers::odt {
namespace {

using Attributes = std::vector<base::xml::Attribute>;

class ManifestHandler : public base::xml::Handler {
 public:
  Manifest manifest;

  bool start(std::string_view space, std::string_view name, const Attributes& attributes) override {
    Tag tag = tag_of(space, name);
    if (tag == Tag::file_entry) entry_ = Package::key_of(attribute(attributes, "full-path"));
    // A library of macros may have a password of its own.
    if (tag == Tag::encryption && (entry_ == "content.xml" || entry_ == "encrypted-package")) manifest.encrypted = true;
    if (tag == Tag::file_entry && attribute(attributes, "media-type") == "application/vnd.oasis.opendocument.formula") {
      manifest.formulas.push_back(object_folder(attribute(attributes, "full-path")));
    }
    return true;
  }
  bool end(std::string_view, std::string_view) override { return true; }
  bool text(std::string_view) override { return true; }

 private:
  std::string entry_;
};

// Gathers the text of the elements of one name.
class TextHandler : public base::xml::Handler {
 public:
  explicit TextHandler(Tag wanted) : wanted_(wanted) {}
  std::string gathered;

  bool start(std::string_view space, std::string_view name, const Attributes&) override {
    Tag tag = tag_of(space, name);
    inside_ = tag == wanted_;
    return tag != Tag::body;
  }
  bool end(std::string_view, std::string_view) override {
    inside_ = false;
    return true;
  }
  bool text(std::string_view characters) override {
    if (inside_) gathered += characters;
    return true;
  }

 private:
  Tag wanted_;
  bool inside_ = false;
};

std::string gathered(std::string_view xml, Tag wanted) {
  TextHandler handler(wanted);
  static_cast<void>(base::xml::parse(xml, "", handler).ok());
  return std::move(handler.gathered);
}

}  // namespace

Manifest manifest_of(std::string_view xml) {
  ManifestHandler handler;
  static_cast<void>(base::xml::parse(xml, "manifest", handler).ok());
  return std::move(handler.manifest);
}

std::string title_of(std::string_view xml) {
  return gathered(xml, Tag::title);
}

std::string formula_of(std::string_view xml) {
  return gathered(xml, Tag::formula_text);
}

}  // namespace readers::odt
