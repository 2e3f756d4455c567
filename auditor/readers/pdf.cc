// PDF: tagged files by their structure tree, others (and pages that the tree leaves out) by their layout.
#include <algorithm>
#include <cmath>
#include <ctime>
#include <string_view>

#include "base/limit.h"
#include "document/builder.h"
#include "readers/format.h"
#include "readers/pdf_file.h"
#include "readers/pdf_flow.h"
#include "readers/pdf_joins.h"
#include "readers/pdf_layout.h"
#include "readers/pdf_lines.h"
#include "readers/pdf_margins.h"
#include "readers/pdf_recognised.h"
#include "readers/pdf_stitch.h"
#include "readers/pdf_tagged.h"
#include "readers/reader.h"

namespace readers {
namespace {

using base::Error;
using base::ErrorCode;
using document::NoteKind;
using document::Part;

// "page 3 is ...", "4 pages (1-3, 7) are ..."; the first ten stretches are named.
std::string counted(const std::vector<std::size_t>& pages, const std::string& one, const std::string& many) {
  if (pages.size() == 1) return "page " + std::to_string(pages.front() + 1) + " " + one;
  constexpr std::size_t most = 10;
  std::string list;
  std::size_t stretches = 0;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    std::size_t begin = i;
    while (i + 1 < pages.size() && pages[i + 1] == pages[i] + 1) ++i;
    if (++stretches > most) {
      list += " and others";
      break;
    }
    list += (list.empty() ? "" : ", ") + std::to_string(pages[begin] + 1);
    if (i > begin) list += "-" + std::to_string(pages[i] + 1);
  }
  return std::to_string(pages.size()) + " pages (" + list + ") " + many;
}

class PdfReader {
 public:
  PdfReader(const pdf::File& file, const std::string& name, const Means& means)
      : file_(file), name_(name), means_(means), builder_("pdf") {}

  base::Result<document::Document> read() {
    read_pages();
    if (means_.ocr != nullptr) {
      base::Status status = recognise_pages();
      if (!status) return status.error();
    }
    std::size_t characters = 0;
    bool pictures = false;
    for (const pdf::Page& page : pages_) {
      for (const pdf::Word& word : page.words) characters += word.text.size();
      pictures = pictures || page.pictures;
    }
    if (characters == 0) return without_text(pictures);

    pdf::Joins joins(pages_);
    pdf::Tree tree = file_.tree();
    if (tree.cut)
      builder_.note(NoteKind::cut, base::cut_at(base::Limit::structure, "its structure is larger than is read"));
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
    std::size_t count = std::min(file_.pages(), base::limit(base::Limit::pages));
    if (count < file_.pages()) {
      const std::string words =
          "only the first " + std::to_string(count) + " of its " + std::to_string(file_.pages()) + " pages were read";
      builder_.note(NoteKind::cut, base::cut_at(base::Limit::pages, words, file_.pages()));
    }
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < count; ++i) {
      pages_.push_back(file_.page(i));
      for (const pdf::Word& word : pages_.back().words) bytes += word.text.size() + 1;
      if (bytes > base::limit(base::Limit::text)) {
        const std::string words = "only its first " + std::to_string(i + 1) + " pages were read: they hold " +
                                  base::limit_words(base::Limit::text) + " of text";
        builder_.note(NoteKind::cut, base::cut_at(base::Limit::text, words));
        break;
      }
    }
  }

  // Reads what no text tells: pages that are pictures, or are set in fonts whose letters are not known.
  base::Status recognise_pages() {
    auto left = static_cast<std::uint32_t>(base::limit(base::Limit::ocr_document));
    for (std::size_t i = 0; i < pages_.size(); ++i) {
      pdf::Page& page = pages_[i];
      bool no_text = page.words.empty() && (page.pictures || page.unknown > 0);
      if (page.damaged || page.cut || (!no_text && !page.scanned)) continue;
      std::uint32_t allowed = std::min(left, static_cast<std::uint32_t>(base::limit(base::Limit::ocr_page)));
      if (allowed == 0) {
        not_recognised_.push_back(i);
        continue;
      }
      if (means_.allow_time) means_.allow_time(2 * allowed);  // the page must be drawn first
      std::clock_t begin = std::clock();
      ocr::Picture picture = file_.picture(i);
      base::Result<ocr::Recognised> read = ocr::recognise(
          *means_.ocr, picture, allowed,
          [&](const std::vector<ocr::Rule>& rules) { return pdf::fields_of(rules, picture.dots_per_inch); });
      if (!read) return read.error();
      left -= std::min(left, static_cast<std::uint32_t>((std::clock() - begin) / CLOCKS_PER_SEC));
      read.value().stopped ? not_recognised_.push_back(i) : pdf::take(read.value(), picture.dots_per_inch, page);
    }
    if (means_.allow_time) means_.allow_time(static_cast<std::uint32_t>(base::limit(base::Limit::seconds)));
    return base::Done{};
  }

  Error without_text(bool pictures) const {
    if (!not_recognised_.empty()) {
      return {ErrorCode::over_limit,
              name_,
              0,
              0,
              "holds scanned pages that text recognition (OCR) cannot read in " +
                  base::limit_words(base::Limit::ocr_page) + " each",
              base::advice_to_raise(base::Limit::ocr_page, "give its text as .docx")};
    }
    bool tried = std::any_of(pages_.begin(), pages_.end(), [](const pdf::Page& page) { return page.recognised; });
    if (tried) {
      return {ErrorCode::empty,
              name_,
              0,
              0,
              "holds scanned pages in which text recognition (OCR) finds no words",
              "scan them anew, or give its text as .docx"};
    }
    for (const pdf::Page& page : pages_) {
      if (page.damaged) {
        return {ErrorCode::damaged, name_, 0, 0, "is damaged: its pages cannot be read", "copy or export it again"};
      }
      if (page.cut) {
        return {ErrorCode::over_limit,
                name_,
                0,
                0,
                "holds more drawing on a page than is read",
                base::advice_to_raise(base::Limit::drawing, "export it again")};
      }
    }
    if (unknown_letters() > 0) {
      return {ErrorCode::empty, name_, 0, 0, "does not tell what the letters of its fonts are", "export it as .docx"};
    }
    if (!pictures) return {ErrorCode::empty, name_, 0, 0, "holds no text", "export it again"};
    constexpr const char* scanned = "holds scanned pages, no text";
    if (ocr::library().empty()) {
      return {ErrorCode::empty, name_, 0, 0, scanned, "run text recognition (OCR) on it, or give its text as .docx"};
    }
    return {ErrorCode::empty, name_, 0, 0, scanned, "give --ocr to have them read, or give its text as .docx"};
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
    std::vector<std::size_t> pictures;
    std::vector<std::size_t> scanned;
    for (std::size_t i = 0; i < pages_.size(); ++i) {
      if (pages_[i].cut) {
        builder_.note(NoteKind::cut, base::cut_at(base::Limit::drawing, "page " + std::to_string(i + 1) +
                                                                            " holds more drawing than is read"));
      }
      if (pages_[i].damaged) {
        builder_.note(NoteKind::salvaged, "page " + std::to_string(i + 1) + " is damaged and is not read");
      }
      if (pages_[i].recognised) continue;
      if (pages_[i].scanned) {
        scanned.push_back(i);
      } else if (pages_[i].pictures && pages_[i].words.empty()) {
        pictures.push_back(i);
      }
    }
    if (!pictures.empty() && means_.ocr == nullptr) {
      builder_.note(NoteKind::left_out, counted(pictures, "is a picture without text and is not read",
                                                "are pictures without text and are not read"));
    }
    if (!scanned.empty() && means_.ocr == nullptr) {
      builder_.note(NoteKind::cut, counted(scanned, "is scanned and is not read", "are scanned and are not read"));
    }
    note_recognition();
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

  void note_recognition() {
    std::vector<std::size_t> read;
    double confidence = 0;
    for (std::size_t i = 0; i < pages_.size(); ++i) {
      if (!pages_[i].recognised || pages_[i].words.empty()) continue;
      read.push_back(i);
      confidence += pages_[i].confidence;
    }
    if (!read.empty()) {
      long mean = std::lround(confidence / static_cast<double>(read.size()));
      std::string sure = "from pictures by text recognition (OCR), which is sure of its words to " +
                         std::to_string(mean) + " of 100: words may be wrong";
      builder_.note(NoteKind::recognised, counted(read, "was read " + sure, "were read " + sure));
    }
    if (!not_recognised_.empty()) {
      using base::Limit;
      std::string late = "not read: text recognition (OCR) may take " + base::limit_words(Limit::ocr_page) +
                         " for a page, and " + base::limit_words(Limit::ocr_document) + " in all";
      late = base::cut_at(Limit::ocr_document, base::cut_at(Limit::ocr_page, late));
      builder_.note(NoteKind::cut, counted(not_recognised_, "is " + late, "are " + late));
    }
  }

  const pdf::File& file_;
  const std::string& name_;
  const Means& means_;
  document::Builder builder_;
  std::vector<pdf::Page> pages_;
  std::vector<std::size_t> not_recognised_;  // pages that text recognition took too long for
};

}  // namespace

base::Result<document::Document> read_pdf(std::string_view bytes, const std::string& name) {
  return read_pdf(bytes, name, Means());
}

base::Result<document::Document> read_pdf(std::string_view bytes, const std::string& name, const Means& means) {
  base::Result<pdf::File> file = pdf::File::open(bytes, name);
  if (!file) return file.error();
  return PdfReader(file.value(), name, means).read();
}

}  // namespace readers
