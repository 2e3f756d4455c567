// One part of a DOCX that holds text (the body, a header, the footnotes), read into a flow.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/xml.h"
#include "readers/docx_flow.h"
#include "readers/docx_names.h"
#include "readers/docx_numbering.h"
#include "readers/docx_styles.h"
#include "readers/docx_symbols.h"

namespace readers::docx {

// What was met in a story and left out; the reader names it in the document's notes.
struct LeftOut {
  bool deletions = false;
  bool hidden = false;
  bool objects = false;
  bool other_formats = false;
};

class Story : public base::xml::Handler {
 public:
  Story(const Styles& styles, Numbering& numbering) : styles_(styles), numbering_(numbering) { frames_.emplace_back(); }

  // How parts in another format are read, by relationship id; without, they are left out.
  using Chunks = std::function<std::optional<Flow>(const std::string& id)>;
  void read_chunks_by(Chunks chunks) { chunks_ = std::move(chunks); }

  // Ends what a cut-off part left open. To be called once, after parsing.
  void finish();

  Flow& flow() { return frames_.front().flow; }
  Notes& notes() { return notes_; }  // of a part that holds footnotes, endnotes or comments
  const LeftOut& left_out() const { return left_out_; }
  const std::vector<std::string>& headers() const { return headers_; }  // relationship ids, in order
  const std::vector<std::string>& footers() const { return footers_; }

  bool start(std::string_view space, std::string_view name,
             const std::vector<base::xml::Attribute>& attributes) override;
  bool end(std::string_view space, std::string_view name) override;
  bool text(std::string_view characters) override;

 private:
  using Attributes = std::vector<base::xml::Attribute>;

  struct Run {
    std::optional<bool> bold;
    std::optional<bool> italic;
    std::optional<bool> hidden;
    std::string style;
    SymbolFont font = SymbolFont::none;
  };

  // Something open: where finished paragraphs, tables, rows or text go. Closing one moves it into the frame below.
  struct Frame {
    enum class Kind : std::uint8_t { flow, note, box, cell, paragraph, table, row };
    Kind kind = Kind::flow;
    Flow flow;  // of a paragraph: what follows it, such as its text boxes
    // paragraph
    Paragraph paragraph;
    std::string style;
    Run run;
    std::optional<int> numbering_id;
    std::optional<int> numbering_level;
    std::optional<int> outline;
    bool any_text = false;
    bool all_bold = true;
    bool all_italic = true;
    std::size_t control = 0;  // serial of the control that holds the text; 0 for none
    bool mixed = false;       // text of more than one control, or inside and outside
    std::string empty_control;
    // others
    std::unique_ptr<Table> table;
    Row row;
    Cell cell;
    bool deleted = false;  // row
    NoteReference note;
  };

  struct Control {
    std::size_t serial = 0;
    std::size_t frames = 0;  // how many were open when it began
    std::string title;
    std::optional<bool> box;
    bool box_shown = false;
  };

  struct FieldCode {
    bool shows = false;        // its result is reached
    bool never_shows = false;  // a form field whose state is shown instead
  };

  struct FormField {
    bool box = false;
    bool list = false;
    bool ticked = false;
    int chosen = 0;
    std::vector<std::string> entries;
  };

  struct Alternatives {
    bool satisfied = false;
    std::size_t before = 0;
  };

  struct Section {
    std::vector<std::pair<std::string, std::string>> headers;  // type, relationship id
    std::vector<std::pair<std::string, std::string>> footers;
    bool title_page = false;
  };

  Frame& top() { return frames_.back(); }
  Frame* paragraph() { return top().kind == Frame::Kind::paragraph ? &top() : nullptr; }
  Tag parent(std::size_t up = 1) const { return tags_.size() > up ? tags_[tags_.size() - 1 - up].first : Tag::other; }

  bool is_skipped(Tag tag, const Attributes& attributes);
  bool open_frame(Tag tag, const Attributes& attributes);
  void close_frame();
  void close_paragraph(Frame frame);
  void shape(Paragraph& paragraph, const Frame& frame);
  void paragraph_property(Tag tag, const Attributes& attributes);
  void run_property(Tag tag, const Attributes& attributes);
  void table_property(Tag tag, const Attributes& attributes);
  void content(Tag tag, const Attributes& attributes);
  void control_or_form(Tag tag, const Attributes& attributes);
  void section(Tag tag, const Attributes& attributes);
  void field_character(std::string_view type);
  void add_chunk(const std::string& id);
  void show_form_field();
  void append(std::string_view text);        // as a part of the run at hand
  void append_shown(std::string_view text);  // whatever fields are open
  const Control* titled_control() const;

  const Styles& styles_;
  Numbering& numbering_;
  std::vector<std::pair<Tag, bool>> tags_;  // open elements that are read; whether each opened a frame
  std::size_t skipping_ = 0;                // depth inside an element that is not read
  std::vector<Frame> frames_;
  std::vector<Control> controls_;
  std::size_t serials_ = 0;
  std::vector<FieldCode> fields_;
  FormField form_;
  std::vector<Alternatives> alternatives_;
  std::size_t characters_ = 0;  // appended so far
  Chunks chunks_;
  Section section_;
  Notes notes_;
  LeftOut left_out_;
  std::vector<std::string> headers_;
  std::vector<std::string> footers_;
};

}  // namespace readers::docx
