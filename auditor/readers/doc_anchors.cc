#include "readers/doc_anchors.h"

#include <algorithm>
#include <iterator>
#include <map>

#include "readers/doc_plc.h"

namespace readers::doc {
namespace {

struct NoteTables {
  StoryKind story;
  TableId references;
  TableId texts;
  std::size_t record_size;  // of a reference
};

NoteTables tables_of(docx::NoteReference::Kind kind, bool old) {
  switch (kind) {
    case docx::NoteReference::Kind::footnote:
      return {StoryKind::footnotes, TableId::footnote_references, TableId::footnote_texts, 2};
    case docx::NoteReference::Kind::endnote:
      return {StoryKind::endnotes, TableId::endnote_references, TableId::endnote_texts, 2};
    case docx::NoteReference::Kind::comment:
      break;
  }
  return {StoryKind::comments, TableId::comment_references, TableId::comment_texts, old ? 20u : 30u};
}

// Stories within a story follow one another; those that overlap are lies, and end the list.
bool follows(std::uint32_t begin, std::uint32_t end, std::uint32_t length, std::uint32_t& last) {
  if (begin < last || end < begin || begin >= length) return false;
  last = end;
  return true;
}

void move_all(docx::Flow& from, docx::Flow& into) {
  std::move(from.begin(), from.end(), std::back_inserter(into));
}

}  // namespace

void read_notes(const Fib& fib, std::string_view table, docx::NoteReference::Kind kind, Source& source, Met& met,
                Anchors& anchors, docx::Notes& notes) {
  const NoteTables tables = tables_of(kind, fib.old());
  const std::uint32_t length = fib.length(tables.story);
  if (length == 0) return;
  const auto story = static_cast<std::uint32_t>(fib.begin(tables.story));
  Plc references(table, fib.place(tables.references), tables.record_size);
  Plc texts(table, fib.place(tables.texts), 0);
  Anchors none;
  std::uint32_t last = 0;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    std::uint32_t end = std::min(texts.end(i), length);
    if (!follows(texts.begin(i), end, length, last)) break;
    docx::Flow flow = Story(source, story + texts.begin(i), story + end, none, met).rest();
    if (flow.empty()) continue;
    docx::NoteReference reference{kind, static_cast<int>(i)};
    notes[{kind, reference.id}] = std::move(flow);
    if (i < references.size()) anchors.notes.emplace(references.begin(i), reference);
  }
}

docx::Flow read_boxes(const Fib& fib, std::string_view table, StoryKind boxes, Source& source, Met& met,
                      Anchors& anchors) {
  docx::Flow loose;
  const std::uint32_t length = fib.length(boxes);
  if (length == 0) return loose;
  const bool body = boxes == StoryKind::boxes;
  const auto story = static_cast<std::uint32_t>(fib.begin(boxes));
  const auto anchored_in = static_cast<std::uint32_t>(fib.begin(body ? StoryKind::main : StoryKind::headers));
  std::map<std::uint32_t, std::uint32_t> places;  // of shapes, by their ids
  Plc shapes(table, fib.place(body ? TableId::shapes : TableId::header_shapes), 26);
  for (std::size_t i = 0; i < shapes.size(); ++i) places.emplace(u32_at(shapes.record(i), 0), shapes.begin(i));
  Anchors none;
  Plc texts(table, fib.place(body ? TableId::box_texts : TableId::header_box_texts), 22);
  if (texts.size() == 0) return Story(source, story, story + length, none, met).rest();
  std::uint32_t last = 0;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    std::uint32_t end = std::min(texts.end(i), length);
    if (!follows(texts.begin(i), end, length, last)) break;
    const bool unused = u16_at(texts.record(i), 8) != 0;
    if (unused) continue;
    docx::Flow flow = Story(source, story + texts.begin(i), story + end, none, met).rest();
    if (flow.empty()) continue;
    // Boxes of a group have no place of their own.
    auto place = places.find(u32_at(texts.record(i), 14));
    if (place == places.end()) {
      move_all(flow, loose);
    } else {
      anchors.boxes.emplace(anchored_in + place->second, std::move(flow));
    }
  }
  return loose;
}

}  // namespace readers::doc
