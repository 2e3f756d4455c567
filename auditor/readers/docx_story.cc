// The elements of a story. What a finished paragraph becomes is in docx_paragraph.cc.
#include "readers/docx_story.h"

#include <algorithm>
#include <charconv>
#include <iterator>

#include "base/utf8.h"

namespace readers::docx {

bool Story::start(std::string_view space, std::string_view name, const Attributes& attributes) {
  if (skipping_ > 0) {
    ++skipping_;
    return true;
  }
  Tag tag = tag_of(space, name);
  tags_.emplace_back(tag, false);
  if (is_skipped(tag, attributes)) {
    tags_.pop_back();
    skipping_ = 1;
    return true;
  }
  tags_.back().second = open_frame(tag, attributes);
  if (Frame* p = paragraph(); p != nullptr && tag == Tag::r) p->run = {};
  switch (parent()) {
    case Tag::p_pr:
    case Tag::num_pr:
      paragraph_property(tag, attributes);
      break;
    case Tag::r_pr:
      if (parent(2) == Tag::r) run_property(tag, attributes);
      break;
    case Tag::tr_pr:
    case Tag::tc_pr:
      table_property(tag, attributes);
      break;
    case Tag::r:
      content(tag, attributes);
      break;
    case Tag::sect_pr:
      section(tag, attributes);
      break;
    default:
      break;
  }
  control_or_form(tag, attributes);
  return true;
}

bool Story::end(std::string_view, std::string_view) {
  if (skipping_ > 0) {
    --skipping_;
    return true;
  }
  auto [tag, framed] = tags_.back();
  tags_.pop_back();
  if (framed) close_frame();
  switch (tag) {
    case Tag::sdt:
      if (!controls_.empty()) {
        Control& control = controls_.back();
        if (control.box && !control.box_shown) append("");
        if (Frame* p = paragraph(); p != nullptr && !p->any_text && !control.title.empty()) {
          p->empty_control = control.title;
        }
        controls_.pop_back();
      }
      break;
    case Tag::ff_data:
      show_form_field();
      break;
    case Tag::choice:
    case Tag::fallback:
      if (!alternatives_.empty() && characters_ > alternatives_.back().before) alternatives_.back().satisfied = true;
      break;
    case Tag::alternate_content:
      if (!alternatives_.empty()) alternatives_.pop_back();
      break;
    case Tag::sect_pr: {
      auto take = [&](auto& from, std::vector<std::string>& into) {
        for (auto& [type, id] : from) {
          if (type != "first" || section_.title_page) into.push_back(std::move(id));
        }
      };
      take(section_.headers, headers_);
      take(section_.footers, footers_);
      section_ = {};
      break;
    }
    default:
      break;
  }
  return true;
}

bool Story::text(std::string_view characters) {
  if (skipping_ == 0 && !tags_.empty() && tags_.back().first == Tag::t) append(characters);
  return true;
}

void Story::finish() {
  while (frames_.size() > 1) close_frame();
}

bool Story::is_skipped(Tag tag, const Attributes& attributes) {
  switch (tag) {
    case Tag::del:
      // As a property it says that a paragraph's end or a row was deleted, and holds nothing.
      if (parent() == Tag::tr_pr && top().kind == Frame::Kind::row) {
        top().deleted = true;
        left_out_.deletions = true;
      }
      if (parent() == Tag::r_pr || parent() == Tag::tr_pr) return true;
      left_out_.deletions = true;
      return true;
    case Tag::move_from:
      if (parent() != Tag::r_pr) left_out_.deletions = true;
      return true;
    case Tag::instr_text:
    case Tag::del_text:
    case Tag::del_instr_text:
    case Tag::property_change:
    case Tag::ruby_text:
      return true;
    case Tag::choice:
    case Tag::fallback:
      if (parent() != Tag::alternate_content || alternatives_.empty()) return true;
      if (alternatives_.back().satisfied) return true;
      alternatives_.back().before = characters_;
      return false;
    case Tag::footnote:
    case Tag::endnote: {
      std::string_view type = attribute(attributes, "type");
      return !type.empty() && type != "normal";
    }
    default:
      return false;
  }
}

bool Story::open_frame(Tag tag, const Attributes& attributes) {
  using Kind = Frame::Kind;
  Kind below = top().kind;
  bool holds_blocks = below == Kind::flow || below == Kind::note || below == Kind::box || below == Kind::cell;
  Frame frame;
  switch (tag) {
    case Tag::p:
      if (!holds_blocks) return false;
      frame.kind = Kind::paragraph;
      break;
    case Tag::r:
      // A run that stands in no paragraph, as careless writers leave it, makes one of its own.
      if (!holds_blocks) return false;
      frame.kind = Kind::paragraph;
      break;
    case Tag::tbl:
      if (!holds_blocks && below != Kind::paragraph) return false;
      frame.kind = Kind::table;
      frame.table = std::make_unique<Table>();
      break;
    case Tag::tr:
      if (below != Kind::table) return false;
      frame.kind = Kind::row;
      break;
    case Tag::tc:
      if (below != Kind::row) return false;
      frame.kind = Kind::cell;
      break;
    case Tag::txbx_content:
      frame.kind = Kind::box;
      break;
    case Tag::footnote:
    case Tag::endnote:
    case Tag::comment:
      if (frames_.size() > 1) return false;
      frame.kind = Kind::note;
      frame.note.id = number(attributes, 0, "id");
      frame.note.kind = tag == Tag::footnote  ? NoteReference::Kind::footnote
                        : tag == Tag::endnote ? NoteReference::Kind::endnote
                                              : NoteReference::Kind::comment;
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
  auto move_all = [](Flow& from, Flow& into) { std::move(from.begin(), from.end(), std::back_inserter(into)); };
  switch (frame.kind) {
    case Frame::Kind::paragraph:
      close_paragraph(std::move(frame));
      break;
    case Frame::Kind::table:
      top().flow.emplace_back(std::move(frame.table));
      break;
    case Frame::Kind::row:
      if (!frame.deleted) top().table->rows.push_back(std::move(frame.row));
      break;
    case Frame::Kind::cell:
      frame.cell.content = std::move(frame.flow);
      top().row.cells.push_back(std::move(frame.cell));
      break;
    case Frame::Kind::note:
      move_all(frame.flow, notes_[{frame.note.kind, frame.note.id}]);
      break;
    case Frame::Kind::box:
      move_all(frame.flow, top().flow);
      break;
    case Frame::Kind::flow:
      break;
  }
}

void Story::paragraph_property(Tag tag, const Attributes& attributes) {
  Frame* p = paragraph();
  if (p == nullptr) return;
  if (tag == Tag::p_style) p->style = attribute(attributes, "val");
  if (tag == Tag::outline_lvl) p->outline = number(attributes, 9);
  if (tag == Tag::num_id) p->numbering_id = number(attributes, 0);
  if (tag == Tag::ilvl) p->numbering_level = number(attributes, 0);
}

void Story::run_property(Tag tag, const Attributes& attributes) {
  Frame* p = paragraph();
  if (p == nullptr) return;
  if (tag == Tag::b) p->run.bold = is_on(attributes);
  if (tag == Tag::i) p->run.italic = is_on(attributes);
  if (tag == Tag::vanish) p->run.hidden = is_on(attributes);
  if (tag == Tag::r_style) p->run.style = attribute(attributes, "val");
  if (tag == Tag::r_fonts) p->run.font = symbol_font(attribute(attributes, "ascii"));
}

void Story::table_property(Tag tag, const Attributes& attributes) {
  Frame& frame = top();
  auto merge = [&] { return attribute(attributes, "val") == "restart" ? Cell::Merge::start : Cell::Merge::follow; };
  if (frame.kind == Frame::Kind::row) {
    if (tag == Tag::tbl_header) frame.row.header = is_on(attributes);
    if (tag == Tag::grid_before) {
      frame.row.columns_before = static_cast<std::uint32_t>(std::clamp(number(attributes, 0), 0, 1'000));
    }
  } else if (frame.kind == Frame::Kind::cell) {
    if (tag == Tag::grid_span) {
      frame.cell.column_span = static_cast<std::uint32_t>(std::clamp(number(attributes, 1), 1, 1'000));
    }
    if (tag == Tag::v_merge) frame.cell.down = merge();
    if (tag == Tag::h_merge) frame.cell.joins_left = merge() == Cell::Merge::follow;
  }
}

void Story::content(Tag tag, const Attributes& attributes) {
  Frame* p = paragraph();
  if (p == nullptr) return;
  switch (tag) {
    case Tag::tab:
    case Tag::ptab:
      append("\t");
      break;
    case Tag::br:
    case Tag::cr:
      append("\n");
      break;
    case Tag::no_break_hyphen:
      append("-");
      break;
    case Tag::sym: {
      std::string_view code = attribute(attributes, "char");
      unsigned value = 0;
      std::from_chars(code.data(), code.data() + code.size(), value, 16);
      char32_t c = symbol(symbol_font(attribute(attributes, "font")), value);
      std::string shown;
      if (c != 0) base::append_utf8(shown, c);
      append(shown);
      break;
    }
    case Tag::fld_char:
      field_character(attribute(attributes, "fldCharType"));
      break;
    case Tag::footnote_reference:
      p->paragraph.notes.push_back({NoteReference::Kind::footnote, number(attributes, 0, "id")});
      break;
    case Tag::endnote_reference:
      p->paragraph.notes.push_back({NoteReference::Kind::endnote, number(attributes, 0, "id")});
      break;
    case Tag::comment_reference:
      p->paragraph.notes.push_back({NoteReference::Kind::comment, number(attributes, 0, "id")});
      break;
    case Tag::object:
      left_out_.objects = true;
      break;
    default:
      break;
  }
}

void Story::control_or_form(Tag tag, const Attributes& attributes) {
  switch (tag) {
    case Tag::sdt:
      controls_.emplace_back();
      controls_.back().serial = ++serials_;
      controls_.back().frames = frames_.size();
      break;
    case Tag::alias:
      if (!controls_.empty() && parent() == Tag::sdt_pr) controls_.back().title = attribute(attributes, "val");
      break;
    case Tag::w14_checkbox:
      if (!controls_.empty()) controls_.back().box = false;
      break;
    case Tag::w14_checked:
      if (!controls_.empty() && parent() == Tag::w14_checkbox) controls_.back().box = is_on(attributes);
      break;
    case Tag::ff_data:
      form_ = {};
      break;
    case Tag::check_box:
      form_.box = true;
      break;
    case Tag::dd_list:
      form_.list = true;
      break;
    case Tag::checked:
      if (parent() == Tag::check_box) form_.ticked = is_on(attributes);
      break;
    case Tag::default_:
      if (parent() == Tag::check_box) form_.ticked = is_on(attributes);
      if (parent() == Tag::dd_list) form_.chosen = number(attributes, 0);
      break;
    case Tag::result:
      if (parent() == Tag::dd_list) form_.chosen = number(attributes, 0);
      break;
    case Tag::list_entry:
      if (parent() == Tag::dd_list) form_.entries.emplace_back(attribute(attributes, "val"));
      break;
    case Tag::alternate_content:
      alternatives_.emplace_back();
      break;
    case Tag::alt_chunk:
      add_chunk(std::string(attribute(attributes, "id")));
      break;
    case Tag::sub_doc:
      left_out_.other_formats = true;
      break;
    default:
      break;
  }
}

void Story::section(Tag tag, const Attributes& attributes) {
  std::pair<std::string, std::string> reference(attribute(attributes, "type"), attribute(attributes, "id"));
  if (tag == Tag::header_reference) {
    section_.headers.push_back(std::move(reference));
  } else if (tag == Tag::footer_reference) {
    section_.footers.push_back(std::move(reference));
  }
  if (tag == Tag::title_pg) section_.title_page = is_on(attributes);
}

void Story::add_chunk(const std::string& id) {
  bool place = top().kind != Frame::Kind::table && top().kind != Frame::Kind::row;
  std::optional<Flow> inside = chunks_ && place ? chunks_(id) : std::nullopt;
  if (!inside) {
    left_out_.other_formats = true;
    return;
  }
  std::move(inside->begin(), inside->end(), std::back_inserter(top().flow));
}

void Story::field_character(std::string_view type) {
  if (type == "begin") fields_.emplace_back();
  if (fields_.empty()) return;
  if (type == "separate") fields_.back().shows = !fields_.back().never_shows;
  if (type == "end") fields_.pop_back();
}

void Story::show_form_field() {
  if (!form_.box && !form_.list) return;
  if (form_.box) append_shown(form_.ticked ? ticked_box : unticked_box);
  auto chosen = static_cast<std::size_t>(std::max(form_.chosen, 0));
  if (form_.list && chosen < form_.entries.size()) append_shown(form_.entries[chosen]);
  if (!fields_.empty()) fields_.back().never_shows = true;
}

}  // namespace readers::docx
