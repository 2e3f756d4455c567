// Paragraphs, tables, rows, cells and notes as they open and close: each goes into what it stands in.
#include <algorithm>

#include "readers/odt_story.h"

namespace readers::odt {
namespace {

// LibreOffice keeps the tags of a web page that it doesn't know as comments, "HTML: <noscript>".
bool is_markup(const Flow& comment) {
  const auto* p = comment.size() == 1 ? std::get_if<Paragraph>(&comment.front()) : nullptr;
  return p != nullptr && p->text.starts_with("HTML: <") && p->text.ends_with(">");
}

}  // namespace

bool Story::open_frame(Tag tag, const Attributes& attributes) {
  using Kind = Frame::Kind;
  Kind below = top().kind;
  bool holds_blocks = below != Kind::table && below != Kind::row;
  auto count = [&](std::string_view name) {
    return static_cast<std::uint32_t>(number(attributes, name, 1, 1, 65'534));
  };
  Frame frame;
  switch (tag) {
    case Tag::p:
    case Tag::h:
      if (!holds_blocks) return false;
      open_paragraph(frame, tag, attributes);
      break;
    case Tag::table:
      if (!holds_blocks) return false;
      frame.kind = Kind::table;
      frame.table = std::make_unique<Table>();
      begin_block(styles_.table(std::string(attribute(attributes, "style-name"))));
      frame.table->page = page_;
      break;
    case Tag::row:
      if (below != Kind::table) return false;
      frame.kind = Kind::row;
      frame.row.header = top().header_rows;
      frame.row.repeated = count("number-rows-repeated");
      break;
    case Tag::cell:
    case Tag::covered_cell:
      if (below != Kind::row) return false;
      frame.kind = Kind::cell;
      frame.cell.covered = tag == Tag::covered_cell;
      frame.cell.repeated = count("number-columns-repeated");
      frame.cell.column_span = count("number-columns-spanned");
      frame.cell.row_span = count("number-rows-spanned");
      break;
    case Tag::note:
    case Tag::footnote:
    case Tag::endnote:
    case Tag::annotation:
      if (!holds_blocks) return false;
      frame.kind = Kind::aside;
      frame.part = tag == Tag::annotation ? document::Part::comment : document::Part::footnote;
      break;
    default:
      return false;
  }
  frames_.push_back(std::move(frame));
  return true;
}

void Story::close_frame() {
  Frame frame = std::move(frames_.back());
  frames_.pop_back();
  switch (frame.kind) {
    case Frame::Kind::paragraph:
      close_paragraph(std::move(frame));
      break;
    case Frame::Kind::table:
      if (!frame.table->rows.empty()) top().flow.emplace_back(std::move(frame.table));
      break;
    case Frame::Kind::row:
      top().table->rows.push_back(std::move(frame.row));
      break;
    case Frame::Kind::cell:
      frame.cell.content = std::move(frame.flow);
      frame.cell.header = frame.paragraphs > 0 && frame.paragraphs == frame.heading_paragraphs;
      frame.cell.text_bytes = text_bytes(frame.cell.content);
      if (frame.cell.covered && frame.cell.text_bytes > 0) left_out_.hidden = true;
      top().row.cells.push_back(std::move(frame.cell));
      break;
    case Frame::Kind::aside: {
      auto aside = std::make_unique<Aside>();
      aside->part = frame.part;
      aside->text_bytes = text_bytes(frame.flow);
      aside->content = std::move(frame.flow);
      if (!aside->content.empty() && !is_markup(aside->content)) top().flow.emplace_back(std::move(aside));
      break;
    }
    case Frame::Kind::flow:
      (in_margin_ ? margins_.back().content : body_) = std::move(frame.flow);
      in_margin_ = false;
      lists_.clear();
      break;
  }
}

// A block of the body begins: its style may put it on a new page, of another kind.
void Story::begin_block(const BlockFacts& facts) {
  ++blocks_;
  if (in_margin_) return;
  // A box that is anchored to a page stands before the first block, and begins no page.
  bool boxed = !begun_ && std::any_of(tags_.begin(), tags_.end(), [](const auto& open) {
    return open.first == Tag::frame || open.first == Tag::text_box;
  });
  if (boxed) return;
  if (paged_ && begun_ && (facts.page_before || !facts.master_page.empty())) ++page_;
  if (!begun_ || !facts.master_page.empty()) masters_used_.insert(facts.master_page);
  begun_ = true;
}

}  // namespace readers::odt
