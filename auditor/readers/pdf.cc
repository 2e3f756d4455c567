// PDF: tagged files by their structure tree, others (and pages that the tree leaves out) by their layout.
#include <algorithm>
#include <string_view>

#include "base/limits.h"
#include "document/builder.h"
#include "readers/format.h"
#include "readers/pdf_file.h"
#include "readers/pdf_flow.h"
#include "readers/pdf_joins.h"
#include "readers/pdf_layout.h"
#include "readers/pdf_lines.h"
#include "readers/pdf_margins.h"
#include "readers/pdf_stitch.h"
#include "readers/pdf_tagged.h"

namespace readers {
namespace {

using base::Error;
using base::ErrorCode;
using document::NoteKind;
using document::Part;

class PdfReader {
 public:
  PdfReader(const pdf::File& file, const std::string& name) : file_(file), name_(name), builder_("pdf") {}

  base::Result<document::Document> read() {
    read_pages();
    std::size_t characters = 0;
    bool pictures = false;
    for (const pdf::Page& page : pages_) {
      for (const pdf::Word& word : page.words) characters += word.text.size();
      pictures = pictures || page.pictures;
    }
    if (characters == 0) return without_text(pictures);

    pdf::Joins joins(pages_);
    pdf::Tree tree = file_.tree();
    if (tree.cut) builder_.note(NoteKind::cut, "its structure is larger than is read");
    pdf::Tagged tagged;
    if (!tree.nodes.empty()) tagged = pdf::read_tagged(tree, pages_, joins);
    tagged.by_layout.resize(pages_.size(), true);
    tagged.outside.resize(pages_.size());
    std::vector<bool> by_marks = tagged.by_layout;
    by_marks.flip();
    for (pdf::Page& page : pages_) pdf::set_upright(page);
    pdf::Looks looks = pdf::looks_of(pages_);
    pdf::Margins margins = pdf::margins_of(pages_, by_marks, looks.spacing, joins);

    pdf::Flow body = pdf::stitched(pages_, std::move(tagged), margins, looks, joins);
    pdf::emit(margins.headers, builder_);
    pdf::emit(body, builder_);
    add_comments();
    pdf::emit(margins.footers, builder_);
    builder_.title(file_.title());
    write_notes();
    return builder_.take();
  }

 private:
  void read_pages() {
    std::size_t count = std::min(file_.pages(), base::limits::pdf_pages);
    if (count < file_.pages()) {
      builder_.note(NoteKind::cut, "only the first " + std::to_string(count) + " of its " +
                                       std::to_string(file_.pages()) + " pages were read");
    }
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < count; ++i) {
      pages_.push_back(file_.page(i));
      for (const pdf::Word& word : pages_.back().words) bytes += word.text.size() + 1;
      if (bytes > base::limits::text_bytes) {
        builder_.note(NoteKind::cut, "only its first " + std::to_string(i + 1) + " pages were read: they hold " +
                                         std::to_string(base::limits::text_bytes >> 20) + " MiB of text");
        break;
      }
    }
  }

  Error without_text(bool pictures) const {
    for (const pdf::Page& page : pages_) {
      if (page.damaged) {
        return {ErrorCode::damaged, name_, 0, 0, "is damaged: its pages cannot be read", "copy or export it again"};
      }
      if (page.cut) {
        return {ErrorCode::over_limit, name_, 0, 0, "holds more drawing on a page than is read", "export it again"};
      }
    }
    if (unknown_letters() > 0) {
      return {ErrorCode::empty, name_, 0, 0, "does not tell what the letters of its fonts are", "export it as .docx"};
    }
    if (!pictures) return {ErrorCode::empty, name_, 0, 0, "holds no text", "export it again"};
    return {ErrorCode::empty,
            name_,
            0,
            0,
            "holds scanned pages, no text",
            "run text recognition (OCR) on it, or give its text as .docx"};
  }

  std::size_t unknown_letters() const {
    std::size_t letters = 0;
    for (const pdf::Page& page : pages_) letters += page.unknown;
    return letters;
  }

  void add_comments() {
    for (std::size_t i = 0; i < pages_.size(); ++i) {
      for (const std::string& comment : pages_[i].comments) {
        document::Style style;
        style.part = Part::comment;
        style.page = static_cast<std::uint32_t>(i) + 1;
        builder_.add(document::BlockKind::paragraph, comment, style);
      }
    }
  }

  void write_notes() {
    std::string pictures;
    std::size_t count = 0;
    for (std::size_t i = 0; i < pages_.size(); ++i) {
      if (pages_[i].cut) {
        builder_.note(NoteKind::cut, "page " + std::to_string(i + 1) + " holds more drawing than is read");
      }
      if (pages_[i].damaged) {
        builder_.note(NoteKind::salvaged, "page " + std::to_string(i + 1) + " is damaged and is not read");
      }
      if (!pages_[i].pictures || !pages_[i].words.empty()) continue;
      if (++count <= 10) pictures += (pictures.empty() ? "" : ", ") + std::to_string(i + 1);
    }
    if (count > 0) {
      builder_.note(NoteKind::left_out,
                    (count == 1 ? "a page is a picture without text and is not read: "
                                : std::to_string(count) + " pages are pictures without text and are not read: ") +
                        pictures + (count > 10 ? " and others" : ""));
    }
    std::size_t unknown = unknown_letters();
    std::size_t known = 0;
    for (const pdf::Page& page : pages_) {
      for (const pdf::Word& word : page.words) known += word.text.size();
    }
    constexpr std::size_t few = 50;  // one in so many: bullets and the like
    if (unknown * few > known) {
      builder_.note(NoteKind::left_out,
                    "some text is not read: the file does not tell what the letters of its fonts are");
    }
    if (file_.salvaged()) {
      builder_.note(NoteKind::salvaged, "the file is damaged: its table of objects was rebuilt, parts may be missing");
    }
    if (file_.attachments()) builder_.note(NoteKind::left_out, "attached files are not read");
    if (file_.scripts()) builder_.note(NoteKind::left_out, "scripts are not read");
    if (file_.other_form()) {
      builder_.note(NoteKind::left_out,
                    "it holds a form of the older kind XFA, of which only what the pages show is read");
    }
  }

  const pdf::File& file_;
  const std::string& name_;
  document::Builder builder_;
  std::vector<pdf::Page> pages_;
};

}  // namespace

base::Result<document::Document> read_pdf(std::string_view bytes, const std::string& name) {
  base::Result<pdf::File> file = pdf::File::open(bytes, name);
  if (!file) return file.error();
  return PdfReader(file.value(), name).read();
}

}  // namespace readers
