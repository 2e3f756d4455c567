// What is complete goes to the document: a whole file is never kept twice.
#include <algorithm>
#include <variant>

#include "readers/rtf_reader.h"

namespace readers::rtf {

using document::Part;

namespace {

constexpr std::size_t most_waiting = 1'000;  // terms without a definition, one after the other

}  // namespace

// Writes the body's paragraphs and tables that have ended; at the file's end all that is left, and the footers.
void Reader::flush(bool all) {
  Story& body = stories_.front();
  if (!all && body.tables().open()) return;
  docx::Flow& flow = body.flow();
  if (!all) {
    if (flow.empty()) return;
    // A term waits for its definition.
    const auto* last = std::get_if<docx::Paragraph>(&flow.back());
    if (last != nullptr && last->role == docx::Role::term && flow.size() < most_waiting) return;
  }
  flush_margins();
  docx::emit(flow, Part::body, notes_, builder_);
  flow.clear();
  if (!all) return;
  for (auto& [kind, footer] : footers_) docx::emit(footer, Part::footer, notes_, builder_);
  footers_.clear();
}

// Headers stand before the text of their section. Those of a first page, and the footers, count only where the section
// has a first page of its own.
void Reader::flush_margins() {
  for (auto& [kind, header] : margins_) {
    if (kind == Word::header || title_page_) docx::emit(header, Part::header, notes_, builder_);
  }
  margins_.clear();
  auto unseen = [this](const std::pair<Word, docx::Flow>& footer) {
    return footer.first == Word::footer_first && !title_page_;
  };
  footers_.erase(std::remove_if(footers_.begin(), footers_.end(), unseen), footers_.end());
}

}  // namespace readers::rtf
