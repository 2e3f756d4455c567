// Word documents before .docx (.doc, .dot), of Word 97 to 2007 and of Word 6 and 95: headers, then the body with its
// notes and text boxes, then footers.
#include <set>

#include "base/limit.h"
#include "document/builder.h"
#include "readers/compound.h"
#include "readers/doc_anchors.h"
#include "readers/doc_language.h"
#include "readers/doc_lists.h"
#include "readers/doc_margins.h"
#include "readers/format.h"
#include "readers/little_endian.h"
#include "readers/property_set.h"

namespace readers {
namespace {

using base::Error;
using base::ErrorCode;
using doc::StoryKind;
using document::NoteKind;
using document::Part;

constexpr std::size_t header_size = 512;  // of a compound file
constexpr int mac_roman = 10'000;         // a code page
constexpr std::string_view summary_stream = "\x05SummaryInformation";

struct Streams {
  std::string main;
  std::string tables;
  std::string data;
  std::string summary;
  bool whole = true;
  bool macros = false;
  bool objects = false;
};

base::Result<Streams> streams_of(const CompoundFile& file, const std::string& name) {
  Streams streams;
  auto read = [&](std::string_view stream, std::string& into) {
    const CompoundEntry* entry = file.find(stream);
    if (entry == nullptr || entry->storage) return false;
    CompoundStream content = file.read(*entry);
    into = std::move(content.bytes);
    streams.whole = streams.whole && content.whole;
    return true;
  };
  if (!read("WordDocument", streams.main)) {
    return Error{ErrorCode::damaged, name, 0, 0, "is damaged: it has no text", "copy or export it again"};
  }
  const bool one_table = (u16_at(streams.main, 10) & 0x0200) != 0;
  if (!read(one_table ? "1Table" : "0Table", streams.tables)) read(one_table ? "0Table" : "1Table", streams.tables);
  const bool whole = streams.whole;  // pictures that are cut off are no loss
  read("Data", streams.data);
  read(summary_stream, streams.summary);
  streams.whole = whole;
  for (const CompoundEntry& entry : file.entries()) {
    streams.macros |=
        entry.storage && (entry.name == "Macros" || entry.name == "_VBA_PROJECT_CUR" || entry.name == "VBA");
    streams.objects |= entry.parent >= 0 && file.entries()[static_cast<std::size_t>(entry.parent)].name == "ObjectPool";
  }
  return streams;
}

base::Result<Streams> open_streams(std::string_view bytes, const std::string& name) {
  Streams streams;
  if (!CompoundFile::begins(bytes)) {
    streams.main = bytes;  // Word 2 and before, which had no container
    return streams;
  }
  base::Result<CompoundFile> file = CompoundFile::open(bytes, name);
  if (file) return streams_of(file.value(), name);
  // Without a directory: Word writes the main stream first.
  std::string_view rest = bytes.substr(std::min(bytes.size(), header_size));
  if (u16_at(rest, 0) != 0xA5EC && u16_at(rest, 0) != 0xA5DC) return file.error();
  streams.main = rest;
  streams.whole = false;
  return streams;
}

class DocReader {
 public:
  DocReader(Streams& streams, const doc::Fib& fib)
      : streams_(streams), tables_(fib.old() ? streams.main : streams.tables), fib_(fib), builder_("doc") {
    source_.old = fib.old();
    source_.code_page = fib.mac() ? mac_roman : doc::code_page_of_language(fib.language());
    source_.data = fib.old() ? streams_.main : streams_.data;
    source_.text = doc::Text::read(fib, streams_.main, tables_);
    source_.paragraphs = doc::Runs::read(fib, doc::TableId::paragraph_pages, streams_.main, tables_);
    source_.characters = doc::Runs::read(fib, doc::TableId::character_pages, streams_.main, tables_);
    source_.styles = doc::Styles::read(fib, tables_);
    source_.fonts = doc::Fonts::read(fib, tables_);
    source_.numbering = doc::read_lists(fib, tables_);
  }

  base::Result<document::Document> read(const std::string& name) {
    if (source_.text.size() == 0 && (source_.text.damaged() || !streams_.whole)) {
      return Error{ErrorCode::damaged, name, 0, 0, "is damaged or cut off before its text", "copy or export it again"};
    }
    doc::Anchors anchors;
    docx::Notes notes;
    using Kind = docx::NoteReference::Kind;
    for (Kind kind : {Kind::footnote, Kind::endnote, Kind::comment}) {
      doc::read_notes(fib_, tables_, kind, source_, met_, anchors, notes);
    }
    docx::Flow loose = doc::read_boxes(fib_, tables_, StoryKind::boxes, source_, met_, anchors);
    read_margins();

    for (docx::Flow& header : headers_) docx::emit(header, Part::header, none_, builder_);
    doc::Story body(source_, 0, fib_.length(StoryKind::main), anchors, met_);
    for (docx::Flow part; !builder_.full() && body.next(part);) docx::emit(part, Part::body, notes, builder_);
    docx::emit(loose, Part::body, notes, builder_);
    for (auto& [reference, flow] : notes) {  // those that nothing refers to
      docx::emit(flow, reference.first == Kind::comment ? Part::comment : Part::footnote, none_, builder_);
    }
    for (docx::Flow& footer : footers_) docx::emit(footer, Part::footer, none_, builder_);
    builder_.title(title_of_summary(streams_.summary));
    write_notes();
    return builder_.take();
  }

 private:
  // Headers or footers that read alike are kept once.
  void read_margins() {
    if (fib_.length(StoryKind::headers) == 0) return;
    doc::Anchors anchors;
    docx::Flow loose = doc::read_boxes(fib_, tables_, StoryKind::header_boxes, source_, met_, anchors);
    std::set<std::string> seen;
    for (const doc::Margin& margin : doc::read_margins(fib_, streams_.main, tables_)) {
      docx::Flow flow = doc::Story(source_, margin.begin, margin.end, anchors, met_).rest();
      if (!docx::has_text(flow) || !seen.insert(docx::text_of(flow)).second) continue;
      (margin.footer ? footers_ : headers_).push_back(std::move(flow));
    }
    if (docx::has_text(loose)) headers_.push_back(std::move(loose));
  }

  void write_notes() {
    if (met_.deletions) builder_.note(NoteKind::left_out, "text that was deleted with changes tracked is left out");
    if (met_.hidden) builder_.note(NoteKind::left_out, "hidden text is left out");
    if (met_.objects || streams_.objects) builder_.note(NoteKind::left_out, "embedded objects are not read");
    if (streams_.macros) builder_.note(NoteKind::left_out, "macros are not read");
    if (!streams_.whole || source_.text.damaged()) {
      builder_.note(NoteKind::salvaged, "the file is cut off or damaged: parts of it may be missing");
    } else if (source_.paragraphs.empty()) {
      builder_.note(NoteKind::salvaged, "the file is damaged: headings, lists and tables may be missing");
    }
    if (source_.text.cut()) {
      builder_.note(NoteKind::cut, "the file names more text than it can hold: the rest was not read");
    }
    if (met_.cells_cut)
      builder_.note(NoteKind::cut, base::cut_at(base::Limit::cells, "tables hold more cells than are read"));
    if (met_.paragraphs_cut) {
      builder_.note(NoteKind::cut, base::cut_at(base::Limit::paragraphs,
                                                "only the first " + base::limit_words(base::Limit::paragraphs) +
                                                    " paragraphs were read"));
    }
  }

  Streams& streams_;
  std::string_view tables_;
  const doc::Fib& fib_;
  document::Builder builder_;
  doc::Source source_;
  doc::Met met_;
  docx::Notes none_;
  std::vector<docx::Flow> headers_;
  std::vector<docx::Flow> footers_;
};

}  // namespace

base::Result<document::Document> read_doc(std::string_view bytes, const std::string& name) {
  base::Result<Streams> streams = open_streams(bytes, name);
  if (!streams) return streams.error();
  for (const std::string* stream : {&streams.value().main, &streams.value().tables}) {
    if (stream->size() > base::limit(base::Limit::part)) {
      return Error{ErrorCode::over_limit,
                   name,
                   0,
                   0,
                   "holds a part that is larger than " + base::limit_words(base::Limit::part),
                   base::advice_to_raise(base::Limit::part, "split the document", stream->size())};
    }
  }
  base::Result<doc::Fib> fib = doc::Fib::parse(streams.value().main, name);
  if (!fib) return fib.error();
  return DocReader(streams.value(), fib.value()).read(name);
}

}  // namespace readers
