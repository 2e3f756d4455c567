// The text of one part of an OpenDocument, read into flows: the body of content.xml (or of a flat file), and the
// headers and footers of styles.xml.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/xml.h"
#include "readers/odt_controls.h"
#include "readers/odt_flow.h"
#include "readers/odt_names.h"
#include "readers/odt_numbering.h"
#include "readers/odt_styles.h"

namespace readers::odt {

// What was met and left out, or cut at a limit; the reader names it in the document's notes.
struct LeftOut {
  bool deletions = false;
  bool hidden = false;
  bool objects = false;
  bool linked = false;  // sections that are kept in another file
  bool macros = false;
  bool blocks = false;  // beyond base/limits.h
  bool cells = false;
  bool spaces = false;
};

// A header or footer of a master page.
struct Margin {
  std::string master;
  document::Part part = document::Part::header;
  Flow content;
};

// "object 1" of "./Object 1/": the key of an embedded object's folder in the package.
std::string object_folder(std::string_view reference);

class Story : public base::xml::Handler {
 public:
  // `formulas`: the letters of embedded formulas by their folders, as object_folder gives them.
  Story(const Styles& styles, const std::map<std::string, std::string>& formulas)
      : styles_(styles), formulas_(formulas) {}

  // Ends what a cut-off part left open. To be called once, after parsing.
  void finish();

  const Flow& flow() const { return body_; }
  const std::vector<Margin>& margins() const { return margins_; }
  // The master pages that the body's blocks begin; an empty name where the first of them names none.
  const std::set<std::string>& masters_used() const { return masters_used_; }
  const LeftOut& left_out() const { return left_out_; }
  // Whether the file turned out to hold a spreadsheet, presentation or drawing.
  bool other_document() const { return other_document_; }

  bool start(std::string_view space, std::string_view name,
             const std::vector<base::xml::Attribute>& attributes) override;
  bool end(std::string_view space, std::string_view name) override;
  bool text(std::string_view characters) override;

 private:
  using Attributes = std::vector<base::xml::Attribute>;

  // Something open: where finished paragraphs, tables, rows or text go. Closing one moves it into the frame below.
  struct Frame {
    enum class Kind : std::uint8_t { flow, aside, cell, paragraph, table, row };
    Kind kind = Kind::flow;
    Flow flow;  // of a paragraph: what follows it, such as its text boxes
    // paragraph
    Paragraph paragraph;
    std::string style;
    std::vector<Look> looks;  // of the paragraph and the spans open in it
    std::uint8_t outline = 0;
    bool outlined = false;  // counted among the headings
    bool unnumbered = false;
    std::optional<int> start;
    std::string number;  // as the file gives it
    bool hidden = false;
    bool any_text = false;
    bool all_bold = true;
    bool all_italic = true;
    std::size_t control = 0;  // serial of the control that holds the text; 0 for none
    bool mixed = false;       // text of more than one control, or inside and outside
    std::string empty_control;
    std::vector<Paragraph> beside;  // values of controls that are anchored to the paragraph, not set in its line
    // others
    std::unique_ptr<Table> table;
    bool header_rows = false;
    Row row;
    Cell cell;
    std::size_t paragraphs = 0;          // of a cell, empty ones too
    std::size_t heading_paragraphs = 0;  // those set as a table's heading
    document::Part part = document::Part::footnote;
  };

  struct OpenList {
    std::size_t key = 0;
    std::size_t level = 0;   // from 0
    std::size_t frames = 0;  // how many were open when it began
    std::string style;
    std::string item_style;  // in place of `style` for the item at hand
    bool in_item = false;
    bool label_due = false;  // the item's first paragraph is still to come
    std::optional<int> start;
    std::string number;  // of the item, as the file gives it
  };

  struct OpenControl {
    std::size_t serial = 0;
    std::string title;
    bool box = false;  // its state was shown in place of its text
  };

  struct FieldMark {
    std::size_t frames = 0;
    std::size_t text = 0;   // where its command begins in the paragraph
    bool any_text = false;  // before it in the paragraph
    std::string type;
    bool ticked = false;
    int chosen = -1;
    std::vector<std::string> entries;
  };

  struct OpenSection {
    std::size_t characters = 0;
    bool linked = false;
  };

  Frame& top() { return frames_.back(); }
  Frame* paragraph() { return !frames_.empty() && top().kind == Frame::Kind::paragraph ? &top() : nullptr; }

  void tracked_change(Tag tag, const Attributes& attributes);
  void outside(Tag tag, const Attributes& attributes);
  bool is_skipped(Tag tag, const Attributes& attributes);
  void skip(Tag tag) {
    skipping_ = 1;
    skipped_ = tag;
  }
  // blocks
  bool open_frame(Tag tag, const Attributes& attributes);
  void open_paragraph(Frame& frame, Tag tag, const Attributes& attributes);
  void begin_block(const BlockFacts& facts);
  void close_frame();
  void close_paragraph(Frame frame);
  void shape(Frame& frame);
  std::string label(Frame& frame, const BlockFacts& style);
  void structure(Tag tag, const Attributes& attributes);
  void begin_list(const Attributes& attributes);
  void begin_item(Tag tag, const Attributes& attributes);
  void begin_numbered_paragraph(const Attributes& attributes);
  OpenList* list_at(std::size_t frames);
  // inside paragraphs
  void content(Tag tag, const Attributes& attributes);
  void end_content(Tag tag);
  void append(std::string_view text);
  void place_control(const Attributes& attributes);
  void begin_content_control(const Attributes& attributes);
  void field_parameter(const Attributes& attributes);
  void end_field_mark();

  const Styles& styles_;
  const std::map<std::string, std::string>& formulas_;
  std::vector<std::pair<Tag, bool>> tags_;  // open elements that are read; whether each opened a frame
  std::size_t skipping_ = 0;                // depth inside an element that is not read
  Tag skipped_ = Tag::other;
  std::size_t forms_ = 0;  // depth inside office:forms
  std::vector<Tag> form_tags_;
  std::vector<Frame> frames_;  // empty outside a body, header or footer
  std::vector<OpenList> lists_;
  std::vector<OpenControl> open_controls_;
  std::vector<FieldMark> field_marks_;
  std::vector<OpenSection> sections_;
  std::string changed_region_;
  std::set<std::string> deletions_;       // ids of changed regions
  std::set<std::string> open_deletions_;  // whose end is still to come
  Controls controls_;
  Lists list_counts_;
  Counts outline_counts_;
  std::size_t serials_ = 0;
  std::size_t characters_ = 0;  // appended so far
  std::size_t blocks_ = 0;
  std::size_t cells_ = 0;
  bool paged_ = false;
  bool begun_ = false;  // the body's first block was met
  std::uint32_t page_ = 0;
  std::string master_;
  bool in_margin_ = false;
  std::vector<Margin> margins_;
  std::set<std::string> masters_used_;
  Flow body_;
  LeftOut left_out_;
  bool other_document_ = false;
};

}  // namespace readers::odt
