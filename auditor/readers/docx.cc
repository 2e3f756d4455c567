// Word's documents (.docx, .docm, .dotx; Transitional and Strict): headers, then the body with its notes, then footers.
#include <set>
#include <string_view>

#include "base/xml.h"
#include "document/builder.h"
#include "readers/docx_chunk.h"
#include "readers/docx_package.h"
#include "readers/docx_story.h"
#include "readers/format.h"
#include "readers/zip.h"

namespace readers {
namespace {

using base::Error;
using base::ErrorCode;
using document::NoteKind;
using document::Part;
namespace docx = readers::docx;

// The title of docProps/core.xml.
class TitleHandler : public base::xml::Handler {
 public:
  std::string title;
  bool start(std::string_view, std::string_view name, const std::vector<base::xml::Attribute>&) override {
    inside_ = name == "title";
    return true;
  }
  bool end(std::string_view, std::string_view) override {
    inside_ = false;
    return true;
  }
  bool text(std::string_view characters) override {
    if (inside_) title += characters;
    return true;
  }

 private:
  bool inside_ = false;
};

class DocxReader {
 public:
  DocxReader(Package& package, docx::Roles roles, const std::string& name, const char* format, docx::Nesting& nesting)
      : package_(package), roles_(std::move(roles)), name_(name), nesting_(nesting), builder_(format) {}

  base::Result<document::Document> read() {
    auto read = package_.read({roles_.main, roles_.styles, roles_.numbering, roles_.footnotes, roles_.endnotes,
                               roles_.comments, roles_.core_properties});
    if (!read) return read.error();
    parts_ = std::move(read.value());
    if (!has(roles_.main)) {
      return Error{ErrorCode::damaged, name_, 0, 0, "is cut off before its text", "copy or export it again"};
    }
    bool readable = true;
    if (has(roles_.styles)) styles_ = docx::Styles::parse(parts_[roles_.styles].bytes, &readable);
    if (has(roles_.numbering)) numbering_ = docx::Numbering::parse(parts_[roles_.numbering].bytes);

    docx::Story body(styles_, numbering_);
    body.read_chunks_by([this](const std::string& id) { return chunk(id); });
    base::Status status = parse(roles_.main, body);
    if (!status) return status.error();
    docx::Notes notes;
    for (const std::string& part : {roles_.footnotes, roles_.endnotes, roles_.comments}) add_notes(part, notes);

    status = margins(body.headers(), Part::header);
    if (!status) return status.error();
    docx::emit(body.flow(), Part::body, notes, builder_);
    status = margins(body.footers(), Part::footer);
    if (!status) return status.error();

    TitleHandler title;
    if (has(roles_.core_properties) && base::xml::parse(parts_[roles_.core_properties].bytes, name_, title)) {
      builder_.title(title.title);
    }
    write_notes(readable);
    return builder_.take();
  }

 private:
  bool has(const std::string& key) const { return parts_.count(key) > 0; }

  // Fills a story. A malformed or cut-off part gives what stands before the fault, and a note; nothing at all is an
  // error.
  base::Status parse(const std::string& key, docx::Story& story) {
    const PackagePart& part = parts_[key];
    base::Status status = base::xml::parse(part.bytes, name_, story);
    story.finish();
    take(story.left_out());
    if (status && part.whole) return status;
    if (!status && status.error().code == ErrorCode::over_limit) return status;
    if (!docx::has_text(story.flow())) {
      std::string where = status ? "" : " at line " + std::to_string(status.error().line);
      return Error{ErrorCode::damaged,       name_, 0, 0, "is damaged: its part " + key + " cannot be read" + where,
                   "copy or export it again"};
    }
    builder_.note(NoteKind::salvaged, status ? "the file is damaged: its text does not match its check sum"
                                             : "the file is cut off or damaged: the text after the fault is missing");
    return base::Done{};
  }

  void take(const docx::LeftOut& met) {
    left_out_.deletions |= met.deletions;
    left_out_.hidden |= met.hidden;
    left_out_.objects |= met.objects;
    left_out_.other_formats |= met.other_formats;
  }

  std::optional<docx::Flow> chunk(const std::string& id) {
    constexpr std::size_t most = 200;  // each may hold as much as the whole document
    auto found = roles_.of_main.find(id);
    if (found == roles_.of_main.end() || ++chunks_ > most) return std::nullopt;
    const std::string& key = found->second.target;
    auto read = package_.read({key});
    if (!read || read.value().count(key) == 0) return std::nullopt;
    std::optional<docx::Chunk> chunk = docx::chunk(read.value()[key].bytes, key, nesting_);
    if (!chunk) return std::nullopt;
    for (document::Note& note : chunk->notes) builder_.note(note.kind, std::move(note.message));
    chunk_headers_.push_back(std::move(chunk->headers));
    chunk_footers_.push_back(std::move(chunk->footers));
    return std::move(chunk->flow);
  }

  void add_notes(const std::string& key, docx::Notes& notes) {
    if (!has(key)) return;
    docx::Story story(styles_, numbering_);
    if (!base::xml::parse(parts_[key].bytes, name_, story)) {
      builder_.note(NoteKind::salvaged, "footnotes or comments could not be read whole");
    }
    story.finish();
    take(story.left_out());
    notes.merge(story.notes());
  }

  // Headers or footers, those of parts in other formats after the document's own; those that read alike once.
  base::Status margins(const std::vector<std::string>& ids, Part part) {
    std::set<std::string> seen_parts;
    std::set<std::string> seen_texts;
    docx::Notes none;
    auto emit_once = [&](docx::Flow& flow) {
      if (seen_texts.insert(docx::text_of(flow)).second) docx::emit(flow, part, none, builder_);
    };
    for (const std::string& id : ids) {
      auto found = roles_.of_main.find(id);
      if (found == roles_.of_main.end() || !seen_parts.insert(found->second.target).second) continue;
      const std::string& key = found->second.target;
      auto read = package_.read({key});
      if (!read) return read.error();
      parts_.merge(read.value());
      if (!has(key)) continue;
      docx::Story story(styles_, numbering_);
      if (!base::xml::parse(parts_[key].bytes, name_, story)) {
        builder_.note(NoteKind::salvaged, "a header or footer could not be read whole");
      }
      story.finish();
      take(story.left_out());
      emit_once(story.flow());
    }
    for (docx::Flow& flow : part == Part::header ? chunk_headers_ : chunk_footers_) emit_once(flow);
    return base::Done{};
  }

  void write_notes(bool styles_readable) {
    if (!styles_readable) builder_.note(NoteKind::salvaged, "the styles could not be read: headings may be missing");
    if (left_out_.deletions)
      builder_.note(NoteKind::left_out, "text that was deleted with changes tracked is left out");
    if (left_out_.hidden) builder_.note(NoteKind::left_out, "hidden text is left out");
    if (left_out_.objects || roles_.embedded) builder_.note(NoteKind::left_out, "embedded objects are not read");
    // Unlike an object, such a part is text that a reader of the document sees as its own.
    if (left_out_.other_formats) builder_.note(NoteKind::cut, "parts kept in another format are not read");
    if (roles_.macros) builder_.note(NoteKind::left_out, "macros are not read");
    if (package_.cut_off()) {
      builder_.note(NoteKind::salvaged, "the file is cut off or damaged: parts of it may be missing");
    }
  }

  Package& package_;
  docx::Roles roles_;
  std::string name_;
  docx::Nesting& nesting_;
  std::size_t chunks_ = 0;
  std::vector<docx::Flow> chunk_headers_;
  std::vector<docx::Flow> chunk_footers_;
  document::Builder builder_;
  std::map<std::string, PackagePart> parts_;
  docx::Styles styles_;
  docx::Numbering numbering_;
  docx::LeftOut left_out_;
};

}  // namespace

base::Result<document::Document> docx::read_package(Package& package, const std::string& name, const char* format,
                                                    docx::Nesting& nesting) {
  base::Result<docx::Roles> roles = docx::roles_of(package, name);
  if (!roles) return roles.error();
  return DocxReader(package, std::move(roles.value()), name, format, nesting).read();
}

base::Result<document::Document> read_docx(std::string_view bytes, const std::string& name) {
  base::Result<Package> package = Package::open(bytes, name);
  if (!package) return package.error();
  docx::Nesting outermost;
  return docx::read_package(package.value(), name, "docx", outermost);
}

}  // namespace readers
