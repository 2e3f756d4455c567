// Word's documents as one XML text: Word 2003 XML (w:wordDocument) and the flat form of a package (pkg:package). Both
// become the parts of a package, which the reader of packages then reads.
#include <map>
#include <memory>
#include <string>

#include "base/limit.h"
#include "base/xml.h"
#include "readers/docx_package.h"
#include "readers/format.h"
#include "readers/word_xml_2003.h"
#include "readers/xml_writer.h"
#include "readers/zip.h"

namespace readers {
namespace {

using base::Error;
using base::ErrorCode;
using Attributes = std::vector<base::xml::Attribute>;

std::string_view attribute(const Attributes& attributes, std::string_view name) {
  for (const base::xml::Attribute& a : attributes) {
    if (a.name == name) return a.value;
  }
  return {};
}

// <pkg:part pkg:name="/word/document.xml"><pkg:xmlData><w:document>...; parts that aren't XML (pkg:binaryData) are
// pictures and the like, of which the names are kept.
class FlatPackage : public base::xml::Handler {
 public:
  bool twice = false;     // a part is there twice
  bool too_many = false;  // parts

  bool start(std::string_view space, std::string_view name, const Attributes& attributes) override {
    ++depth_;
    if (depth_ == 2 && name == "part") {
      part_ = Package::key_of(attribute(attributes, "name"));
      twice = !parts_.emplace(part_, std::string()).second;
      too_many = parts_.size() > base::limit(base::Limit::parts);
      if (twice || too_many) return false;
    } else if (depth_ == 3 && name == "xmlData") {
      writer_ = std::make_unique<xml::Writer>();
    } else if (depth_ > 3 && writer_ != nullptr) {
      writer_->start(space, name, attributes);
    }
    return true;
  }
  bool end(std::string_view, std::string_view) override {
    --depth_;
    if (depth_ >= 3 && writer_ != nullptr) writer_->end();
    if (depth_ == 2) keep();
    return true;
  }
  bool text(std::string_view characters) override {
    if (depth_ > 3 && writer_ != nullptr) writer_->text(characters);
    return true;
  }

  std::map<std::string, std::string> take() {
    keep();
    return std::move(parts_);
  }

 private:
  void keep() {
    if (writer_ != nullptr) parts_[part_] = writer_->take();
    writer_.reset();
  }

  std::size_t depth_ = 0;
  std::string part_;
  std::unique_ptr<xml::Writer> writer_;
  std::map<std::string, std::string> parts_;
};

// Hands the events to whichever of the two forms the root element tells.
class EitherForm : public base::xml::Handler {
 public:
  FlatPackage flat;
  Word2003 word_2003;
  bool is_flat = false;

  bool start(std::string_view space, std::string_view name, const Attributes& attributes) override {
    if (!begun_) is_flat = name == "package";
    begun_ = true;
    return is_flat ? flat.start(space, name, attributes) : word_2003.start(space, name, attributes);
  }
  bool end(std::string_view space, std::string_view name) override {
    return is_flat ? flat.end(space, name) : word_2003.end(space, name);
  }
  bool text(std::string_view characters) override {
    return is_flat ? flat.text(characters) : word_2003.text(characters);
  }

 private:
  bool begun_ = false;
};

}  // namespace

base::Result<document::Document> docx::read_flat(std::string_view bytes, const std::string& name, Nesting& nesting) {
  EitherForm form;
  const base::Status status = base::xml::parse(bytes, name, form);
  if (!status && status.error().code == ErrorCode::over_limit) return status.error();
  if (form.flat.twice) return Error{ErrorCode::damaged, name, 0, 0, "holds a part twice", "save it again in Word"};
  if (form.flat.too_many) {
    return Error{ErrorCode::over_limit,
                 name,
                 0,
                 0,
                 "holds more than " + base::limit_words(base::Limit::parts) + " parts",
                 base::advice_to_raise(base::Limit::parts, "split it")};
  }
  Package package = Package::of(form.is_flat ? form.flat.take() : form.word_2003.take(), name, !status);
  base::Result<document::Document> read = docx::read_package(package, name, "word_xml", nesting);
  if (!status && (!read || read.value().text.empty())) {
    return Error{ErrorCode::damaged,           name,
                 status.error().line,          status.error().column,
                 "is damaged before its text", "copy or export it again"};
  }
  return read;
}

base::Result<document::Document> read_word_xml(std::string_view bytes, const std::string& name) {
  docx::Nesting outermost;
  return docx::read_flat(bytes, name, outermost);
}

}  // namespace readers
