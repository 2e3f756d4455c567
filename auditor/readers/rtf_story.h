// One story of an RTF (the body, a header, a note, a text box), put together from its characters and the ends of its
// paragraphs, cells and rows.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "readers/docx_flow.h"
#include "readers/docx_symbols.h"
#include "readers/rtf_boxes.h"
#include "readers/rtf_header.h"
#include "readers/rtf_lists.h"
#include "readers/rtf_tables.h"

namespace readers::rtf {

struct CharacterFormat {
  bool bold = false;
  bool italic = false;
  bool hidden = false;
  bool deleted = false;
  int code_page = 0;
  docx::SymbolFont symbols = docx::SymbolFont::none;
};

struct ParagraphFormat {
  int style = 0;
  std::optional<int> outline;
  int list = 0;        // \ls
  int list_level = 0;  // from 0
  int old_level = 0;   // \pnlvl, from 1; 0 where it isn't of an old list
  int left_indent = 0;
  int first_indent = 0;
  bool in_table = false;
  int nesting = 0;  // \itap

  // How many tables the paragraph says it stands in.
  int depth() const { return in_table && nesting < 1 ? 1 : nesting; }
};

// What was met and left out; the reader names it in the document's notes.
struct LeftOut {
  bool deletions = false;
  bool hidden = false;
  bool objects = false;
  std::set<std::string> programs;  // that the objects are of, as far as they are told
};

class Story {
 public:
  // All three outlive the story.
  Story(Styles& styles, Lists& lists, LeftOut& left_out) : styles_(styles), lists_(lists), left_out_(left_out) {}

  void append(std::string_view text, const CharacterFormat& format);
  void append_marker(std::string_view text, const CharacterFormat& format);
  void begin_marker();
  void refer(docx::NoteReference reference) { paragraph_.notes.push_back(reference); }
  void add_box(PlacedBox box) { boxes_.push_back(std::move(box)); }  // follows the paragraph that it is anchored in

  void end_paragraph(const ParagraphFormat& format);
  void end_cell(int level, const ParagraphFormat& format);
  void end_row(int level, const ParagraphFormat& format);
  // Ends what is still open. To be called before the flow is taken for good.
  void finish(const ParagraphFormat& format);

  bool has_only_boxes() const { return !any_text_ && !boxes_.empty(); }
  bool in_paragraph() const { return any_text_ || !paragraph_.notes.empty() || !boxes_.empty(); }
  Tables& tables() { return tables_; }
  docx::Flow& flow() { return flow_; }

 private:
  void put_paragraph(int level, const ParagraphFormat& format);
  void shape(const ParagraphFormat& format);

  Styles& styles_;
  Lists& lists_;
  LeftOut& left_out_;
  docx::Flow flow_;
  Tables tables_;
  docx::Paragraph paragraph_;
  std::vector<PlacedBox> boxes_;
  std::string marker_;
  bool has_marker_ = false;
  bool any_text_ = false;
  bool all_bold_ = true;
  bool all_italic_ = true;
};

}  // namespace readers::rtf
