// Which elements are read, and where their content goes. What a finished paragraph becomes is in odt_paragraph.cc, how
// text comes into it in odt_content.cc.
#include "readers/odt_story.h"

#include <algorithm>

#include "base/limits.h"
#include "readers/zip.h"

namespace readers::odt {

namespace limits = base::limits;

std::string object_folder(std::string_view reference) {
  if (reference.starts_with("#")) reference.remove_prefix(1);  // OpenOffice.org 1.x
  if (reference.starts_with("./")) reference.remove_prefix(2);
  while (reference.ends_with("/")) reference.remove_suffix(1);
  return Package::key_of(reference);
}

namespace {

// LibreOffice keeps the tags of a web page that it doesn't know as comments, "HTML: <noscript>".
bool is_markup(const Flow& comment) {
  const auto* p = comment.size() == 1 ? std::get_if<Paragraph>(&comment.front()) : nullptr;
  return p != nullptr && p->text.starts_with("HTML: <") && p->text.ends_with(">");
}

}  // namespace

bool Story::start(std::string_view space, std::string_view name, const Attributes& attributes) {
  Tag tag = tag_of(space, name);
  if (skipping_ > 0) {
    ++skipping_;
    if (skipped_ == Tag::tracked_changes) tracked_change(tag, attributes);
    return true;
  }
  if (forms_ > 0 || tag == Tag::forms) {
    ++forms_;
    form_tags_.push_back(tag);
    if (tag == Tag::unread) {
      form_tags_.pop_back();
      --forms_;
      skip(tag);
    } else {
      controls_.start(tag, attributes);
    }
    return true;
  }
  if (frames_.empty()) {
    outside(tag, attributes);
    return true;
  }
  if (is_skipped(tag, attributes)) {
    skip(tag);
    return true;
  }
  tags_.emplace_back(tag, false);
  tags_.back().second = open_frame(tag, attributes);
  structure(tag, attributes);
  content(tag, attributes);
  return characters_ <= limits::text_bytes && blocks_ <= limits::document_paragraphs;
}

bool Story::end(std::string_view, std::string_view) {
  if (skipping_ > 0) {
    --skipping_;
    return true;
  }
  if (forms_ > 0) {
    --forms_;
    controls_.end(form_tags_.back());
    form_tags_.pop_back();
    return true;
  }
  if (tags_.empty()) return true;
  auto [tag, framed] = tags_.back();
  tags_.pop_back();
  if (framed) close_frame();
  switch (tag) {
    case Tag::list:
    case Tag::numbered_paragraph:
      if (!lists_.empty()) lists_.pop_back();
      break;
    case Tag::list_item:
    case Tag::list_header:
      if (OpenList* list = list_at(frames_.size())) list->in_item = false;
      break;
    case Tag::header_rows:
      if (!frames_.empty()) top().header_rows = false;
      break;
    case Tag::section:
      if (sections_.empty()) break;
      if (sections_.back().linked && sections_.back().characters == characters_) left_out_.linked = true;
      sections_.pop_back();
      break;
    default:
      end_content(tag);
      break;
  }
  return true;
}

void Story::finish() {
  while (!frames_.empty()) close_frame();
  left_out_.blocks = characters_ > limits::text_bytes || blocks_ > limits::document_paragraphs;
}

// Elements around the texts: nothing is kept until a body, a header or a footer begins.
void Story::outside(Tag tag, const Attributes& attributes) {
  switch (tag) {
    case Tag::master_page:
      master_ = attribute(attributes, "name");
      break;
    case Tag::header:
    case Tag::footer:
      if (attribute(attributes, "display") == "false") return skip(tag);
      margins_.push_back({master_, tag == Tag::header ? document::Part::header : document::Part::footer, {}});
      in_margin_ = true;
      frames_.emplace_back();
      tags_.emplace_back(tag, true);
      break;
    case Tag::body:
      frames_.emplace_back();
      tags_.emplace_back(tag, true);
      break;
    case Tag::scripts_module:
      left_out_.macros = true;
      break;
    default:
      break;
  }
}

// What was deleted is kept here, or stays where it stood (in flat files of LibreOffice) and is marked there.
void Story::tracked_change(Tag tag, const Attributes& attributes) {
  if (tag == Tag::changed_region) changed_region_ = attribute(attributes, "id");
  if (tag != Tag::deletion) return;
  left_out_.deletions = true;
  deletions_.insert(changed_region_);
}

bool Story::is_skipped(Tag tag, const Attributes& attributes) {
  switch (tag) {
    case Tag::document:  // of an embedded object
      left_out_.objects = true;
      return true;
    case Tag::removed:
      left_out_.deletions = true;
      return true;
    case Tag::unread:
    case Tag::tracked_changes:
      return true;
    case Tag::other_document:
      other_document_ = true;
      return true;
    case Tag::section: {
      bool hidden = attribute(attributes, "display") == "none" ||
                    (attribute(attributes, "display") == "condition" && is_true(attributes, "is-hidden"));
      left_out_.hidden |= hidden;
      return hidden;
    }
    case Tag::hidden_text:
      left_out_.hidden |= is_true(attributes, "is-hidden");
      return is_true(attributes, "is-hidden");
    case Tag::variable:
      return attribute(attributes, "display") == "none";
    case Tag::cell:
    case Tag::covered_cell:
      if (top().kind != Frame::Kind::row) return false;
      left_out_.cells |= ++cells_ > limits::document_cells;
      return cells_ > limits::document_cells;
    default:
      return false;
  }
}

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
  if (paged_ && begun_ && (facts.page_before || !facts.master_page.empty())) ++page_;
  if (!begun_ || !facts.master_page.empty()) masters_used_.insert(facts.master_page);
  begun_ = true;
}

void Story::structure(Tag tag, const Attributes& attributes) {
  switch (tag) {
    case Tag::text_document:
      paged_ = is_true(attributes, "use-soft-page-breaks");
      if (paged_) page_ = 1;
      break;
    case Tag::soft_page_break:
      if (paged_ && !in_margin_) ++page_;
      break;
    case Tag::list:
      begin_list(attributes);
      break;
    case Tag::list_item:
    case Tag::list_header:
      begin_item(tag, attributes);
      break;
    case Tag::numbered_paragraph:
      begin_numbered_paragraph(attributes);
      break;
    case Tag::header_rows:
      if (top().kind == Frame::Kind::table) top().header_rows = true;
      break;
    case Tag::section:
      sections_.push_back({characters_, false});
      break;
    case Tag::section_source:
      if (!sections_.empty()) sections_.back().linked = !attribute(attributes, "href").empty();
      break;
    case Tag::object:
      left_out_.objects |=
          has_attribute(attributes, "href") && formulas_.count(object_folder(attribute(attributes, "href"))) == 0;
      break;
    case Tag::foreign_object:
      left_out_.objects = true;
      break;
    case Tag::scripts_module:
      left_out_.macros = true;
      break;
    default:
      break;
  }
}

Story::OpenList* Story::list_at(std::size_t frames) {
  return !lists_.empty() && lists_.back().frames == frames ? &lists_.back() : nullptr;
}

void Story::begin_list(const Attributes& attributes) {
  OpenList list;
  list.frames = frames_.size();
  list.style = attribute(attributes, "style-name");
  bool continues = is_true(attributes, "continue-numbering");
  if (OpenList* around = list_at(frames_.size()); around != nullptr && around->in_item) {
    list.key = around->key;
    list.level = around->level + 1;
    if (list.style.empty()) list.style = around->style;
    if (continues) list_counts_.counts(list.key).go_on(list.level);
  } else {
    list.key = list_counts_.begin(list.style, std::string(attribute(attributes, "id")), continues,
                                  std::string(attribute(attributes, "continue-list")));
  }
  lists_.push_back(std::move(list));
}

void Story::begin_item(Tag tag, const Attributes& attributes) {
  OpenList* list = list_at(frames_.size());
  if (list == nullptr) return;
  list->in_item = true;
  list->label_due = tag == Tag::list_item;
  list->item_style = attribute(attributes, "style-override");
  list->start.reset();
  list->number.clear();
  if (has_attribute(attributes, "start-value")) list->start = number(attributes, "start-value", 1, 0, 1'000'000);
}

void Story::begin_numbered_paragraph(const Attributes& attributes) {
  OpenList list;
  list.frames = frames_.size();
  list.style = attribute(attributes, "style-name");
  std::string id(attribute(attributes, "list-id"));
  list.key = list_counts_.begin(list.style, id, is_true(attributes, "continue-numbering"), id);
  list.level = static_cast<std::size_t>(number(attributes, "level", 1, 1, static_cast<int>(list_levels)) - 1);
  list.in_item = true;
  list.label_due = true;
  if (has_attribute(attributes, "start-value")) list.start = number(attributes, "start-value", 1, 0, 1'000'000);
  lists_.push_back(std::move(list));
}

}  // namespace readers::odt
