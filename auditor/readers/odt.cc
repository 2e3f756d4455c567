// OpenDocument texts: packages (.odt, .ott, .odm, .oth, and .sxw of OpenOffice.org 1.x) and flat files (.fodt). Headers
// of the master pages in use come first, then the body with its notes, then footers.
#include <set>
#include <string_view>

#include "base/limit.h"
#include "base/limits.h"
#include "base/xml.h"
#include "document/builder.h"
#include "readers/format.h"
#include "readers/odt_emit.h"
#include "readers/odt_package.h"
#include "readers/odt_story.h"
#include "readers/zip.h"

namespace readers {
namespace {

using base::Error;
using base::ErrorCode;
using document::NoteKind;
using document::Part;
namespace odt = readers::odt;

// More formulas than a record holds are named and not read.
constexpr std::size_t most_formulas = 1'000;

class OdtReader {
 public:
  explicit OdtReader(const std::string& name) : name_(name), builder_("odt") {}

  base::Result<document::Document> read_package(Package& package) {
    auto first = package.read({"META-INF/manifest.xml"});
    if (!first) return first.error();
    odt::Manifest manifest = odt::manifest_of(first.value()["meta-inf/manifest.xml"].bytes);
    if (manifest.encrypted || package.has("encrypted-package")) {
      return Error{ErrorCode::encrypted, name_, 0, 0, "is password-protected", "save it without a password"};
    }
    if (manifest.formulas.size() > most_formulas) manifest.formulas.resize(most_formulas);
    std::vector<std::string> wanted = {"content.xml", "styles.xml", "meta.xml"};
    for (const std::string& folder : manifest.formulas) wanted.push_back(folder + "/content.xml");
    auto read = package.read(wanted);
    if (!read) return read.error();
    std::map<std::string, PackagePart>& parts = read.value();
    if (parts.count("content.xml") == 0) {
      return Error{ErrorCode::damaged,
                   name_,
                   0,
                   0,
                   package.cut_off() ? "is cut off before its text" : "is an OpenDocument text without its content",
                   "copy or export it again"};
    }
    for (const std::string& folder : manifest.formulas) {
      auto part = parts.find(folder + "/content.xml");
      if (part != parts.end()) formulas_[folder] = odt::formula_of(part->second.bytes);
    }
    for (const std::string& part : package.names()) {
      if (part.starts_with("basic/") || part.starts_with("scripts/")) left_out_.macros = true;
    }
    if (package.cut_off()) {
      builder_.note(NoteKind::salvaged, "the file is cut off or damaged: parts of it may be missing");
    }
    builder_.title(odt::title_of(parts["meta.xml"].bytes));

    odt::Styles styles;
    odt::Story margins(styles, formulas_);
    if (parts.count("styles.xml") > 0) {
      const PackagePart& part = parts["styles.xml"];
      if (!styles.read(part.bytes)) {
        builder_.note(NoteKind::salvaged, "the styles could not be read: headings may be missing");
      }
      // A fault has been noted.
      static_cast<void>(base::xml::parse(part.bytes, name_, margins).ok());
      margins.finish();
      take(margins.left_out());
    }
    odt::Styles body_styles = styles.without_automatic();
    body_styles.read(parts["content.xml"].bytes);
    odt::Story body(body_styles, formulas_);
    base::Status status = parse(parts["content.xml"], body);
    if (!status) return status.error();
    return written(body_styles, body, margins.margins());
  }

  base::Result<document::Document> read_flat(std::string_view bytes) {
    odt::Styles styles;
    styles.read(bytes);
    odt::Story story(styles, formulas_);
    builder_.title(odt::title_of(bytes));
    base::Status status = parse({std::string(bytes), true}, story);
    if (!status) return status.error();
    return written(styles, story, story.margins());
  }

 private:
  // Fills a story. A malformed or cut-off part gives what stands before the fault, and a note; nothing at all is an
  // error.
  base::Status parse(const PackagePart& part, odt::Story& story) {
    base::Status status = base::xml::parse(part.bytes, name_, story);
    story.finish();
    take(story.left_out());
    if (story.other_document() && story.flow().empty()) {
      return Error{ErrorCode::not_a_record,
                   name_,
                   0,
                   0,
                   "is a spreadsheet, presentation or other office file, not a record",
                   "give the record as .docx, .odt, .pdf, .rtf, .html or text"};
    }
    if (status && part.whole) return status;
    if (!status && status.error().code == ErrorCode::over_limit) return status;
    if (odt::text_bytes(story.flow()) == 0) {
      std::string where = status ? "" : " at line " + std::to_string(status.error().line);
      return Error{ErrorCode::damaged,       name_, 0, 0, "is damaged: its content cannot be read" + where,
                   "copy or export it again"};
    }
    builder_.note(NoteKind::salvaged, status ? "the file is damaged: its text does not match its check sum"
                                             : "the file is cut off or damaged: the text after the fault is missing");
    return base::Done{};
  }

  base::Result<document::Document> written(const odt::Styles& styles, const odt::Story& body,
                                           const std::vector<odt::Margin>& margins) {
    odt::Emitter emitter(builder_);
    std::set<std::string> used = masters_in_use(styles, body.masters_used());
    write_margins(margins, used, Part::header, emitter);
    emitter.write(body.flow(), Part::body);
    write_margins(margins, used, Part::footer, emitter);
    write_notes();
    return builder_.take();
  }

  // Those that blocks begin, and those that follow them from page to page.
  static std::set<std::string> masters_in_use(const odt::Styles& styles, const std::set<std::string>& begun) {
    std::set<std::string> used;
    for (const std::string& first : begun) {
      std::string name = first;
      if (name.empty()) name = default_master(styles);
      for (bool fresh = true; fresh;) {
        fresh = used.insert(name).second;
        for (const odt::MasterPage& page : styles.master_pages()) {
          if (page.name == name && !page.next.empty()) {
            name = page.next;
            break;
          }
        }
      }
    }
    return used;
  }

  static std::string default_master(const odt::Styles& styles) {
    for (const odt::MasterPage& page : styles.master_pages()) {
      if (page.name == "Standard") return page.name;
    }
    return styles.master_pages().empty() ? std::string() : styles.master_pages().front().name;
  }

  // Headers or footers, those that read alike once.
  void write_margins(const std::vector<odt::Margin>& margins, const std::set<std::string>& used, Part part,
                     odt::Emitter& emitter) {
    std::set<std::string> seen;
    for (const odt::Margin& margin : margins) {
      if (margin.part != part || used.count(margin.master) == 0) continue;
      if (seen.insert(odt::text_of(margin.content)).second) emitter.write(margin.content, part);
    }
  }

  void take(const odt::LeftOut& left_out) {
    left_out_.deletions |= left_out.deletions;
    left_out_.hidden |= left_out.hidden;
    left_out_.objects |= left_out.objects;
    left_out_.linked |= left_out.linked;
    left_out_.macros |= left_out.macros;
    left_out_.blocks |= left_out.blocks;
    left_out_.cells |= left_out.cells;
    left_out_.spaces |= left_out.spaces;
  }

  void write_notes() {
    auto note = [&](bool met, NoteKind kind, std::string message) {
      if (met) builder_.note(kind, std::move(message));
    };
    namespace limits = base::limits;
    using base::Limit;
    note(left_out_.blocks, NoteKind::cut,
         base::cut_at(Limit::text,
                      base::cut_at(Limit::paragraphs, "only the first " + base::limit_words(Limit::paragraphs) +
                                                          " paragraphs or " + base::limit_words(Limit::text) +
                                                          " of text were read")));
    note(left_out_.cells, NoteKind::cut,
         base::cut_at(Limit::cells, "only the first " + base::limit_words(Limit::cells) + " table cells were read"));
    note(left_out_.spaces, NoteKind::cut,
         "more than " + std::to_string(limits::repeated_spaces) + " spaces in a row were cut");
    note(left_out_.deletions, NoteKind::left_out, "text that was deleted with changes tracked is left out");
    note(left_out_.hidden, NoteKind::left_out, "hidden text is left out");
    note(left_out_.objects, NoteKind::left_out, "embedded objects are not read");
    note(left_out_.linked, NoteKind::left_out, "parts kept in other files are not read");
    note(left_out_.macros, NoteKind::left_out, "macros are not read");
  }

  std::string name_;
  document::Builder builder_;
  std::map<std::string, std::string> formulas_;
  odt::LeftOut left_out_;
};

}  // namespace

base::Result<document::Document> read_odt(std::string_view bytes, const std::string& name) {
  OdtReader reader(name);
  // Something may stand in front of a package, as some mail gateways leave it.
  if (bytes.substr(0, 4'096).find("PK\x03\x04") == std::string_view::npos) return reader.read_flat(bytes);
  base::Result<Package> package = Package::open(bytes, name);
  if (!package) return package.error();
  return reader.read_package(package.value());
}

}  // namespace readers
