// One story of a Word 97-2003 document (the body, a header, a footnote, a text box), read into a flow.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "readers/doc_old_numbers.h"
#include "readers/doc_paragraph.h"
#include "readers/doc_runs.h"
#include "readers/doc_styles.h"
#include "readers/doc_tables.h"
#include "readers/doc_text.h"
#include "readers/docx_flow.h"
#include "readers/docx_numbering.h"
#include "readers/rtf_code_pages.h"

namespace readers::doc {

// What stories are made of. Everything refers to the document's streams, which outlive it.
struct Source {
  Text text;
  Runs paragraphs;
  Runs characters;
  Styles styles;
  Fonts fonts;
  docx::Numbering numbering;  // counts as stories are read
  std::string_view data;      // the stream of pictures and form fields
  bool old = false;
  int code_page = 1'252;  // of old documents' text whose font doesn't tell
};

// What was met in stories and left out or cut; the reader names it in the document's notes.
struct Met {
  bool deletions = false;
  bool hidden = false;
  bool objects = false;
  bool cells_cut = false;
  bool paragraphs_cut = false;
  std::size_t paragraphs = 0;  // read so far
};

// What hangs on characters of a story, by their position.
struct Anchors {
  std::multimap<std::uint32_t, docx::NoteReference> notes;
  std::multimap<std::uint32_t, docx::Flow> boxes;
};

class Story {
 public:
  // The characters [begin, end), as far as the text goes. All must outlive the story; boxes are moved out of `anchors`.
  Story(Source& source, std::uint32_t begin, std::uint32_t end, Anchors& anchors, Met& met);

  // Gives the next part of the story, whole tables at least, small enough to be held; false when there is none left.
  bool next(docx::Flow& flow);
  // All that is left, at once; for stories that are small.
  docx::Flow rest();

 private:
  struct Field {
    bool shows = false;  // its result is reached
    bool never_shows = false;
    std::string code;                  // its beginning
    std::optional<std::string> state;  // of a form field
  };

  // The paragraph at hand.
  struct Open {
    ParagraphChanges changes;
    docx::Paragraph paragraph;
    bool any_text = false;
    bool all_bold = true;
    bool all_italic = true;
    char16_t high_surrogate = 0;
  };

  std::uint32_t end_of_paragraph(std::uint32_t from) const;  // the position of its mark, or the story's end
  ParagraphChanges changes_at(std::uint32_t cp) const;
  void read_paragraph(std::uint32_t mark);
  std::uint32_t read_run(std::uint32_t from, std::uint32_t to, Open& open);
  void read_special(char16_t unit, const CharacterChanges& look, Open& open);
  void end_field(Open& open);
  void append(std::u16string_view units, const CharacterChanges& look, Open& open);
  std::string decoded(std::u16string_view units, const CharacterChanges& look, Open& open);
  std::optional<Font> font_of(const CharacterChanges& look, const Open& open) const;
  void append_shown(std::string_view text, const CharacterChanges& look, Open& open);
  void shape(Open& open);
  void close(Open open, std::uint32_t begin, std::uint32_t mark);

  Source& source_;
  std::uint32_t at_;
  std::uint32_t end_;
  Anchors& anchors_;
  Met& met_;
  Blocks blocks_;
  OldNumbers old_numbers_;
  rtf::Decoder decoder_;  // of old documents' bytes
  std::vector<Field> fields_;
  std::size_t hiding_ = 0;  // open fields that don't show
};

}  // namespace readers::doc
