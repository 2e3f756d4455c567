// Which elements are read. Where their content goes is in odt_frames.cc, how text comes into a paragraph in
// odt_content.cc, and what a finished paragraph becomes in odt_paragraph.cc.
#include "readers/odt_story.h"

#include <algorithm>

#include "base/limit.h"
#include "readers/zip.h"

namespace readers::odt {

std::string object_folder(std::string_view reference) {
  if (reference.starts_with("#")) reference.remove_prefix(1);  // OpenOffice.org 1.x
  if (reference.starts_with("./")) reference.remove_prefix(2);
  while (reference.ends_with("/")) reference.remove_suffix(1);
  return Package::key_of(reference);
}

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
  return characters_ <= base::limit(base::Limit::text) && blocks_ <= base::limit(base::Limit::paragraphs);
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
  left_out_.blocks = characters_ > base::limit(base::Limit::text) || blocks_ > base::limit(base::Limit::paragraphs);
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
      left_out_.cells |= ++cells_ > base::limit(base::Limit::cells);
      return cells_ > base::limit(base::Limit::cells);
    default:
      return false;
  }
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

}  // namespace readers::odt
