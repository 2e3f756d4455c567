// The pass over a document's flow that makes the units. Its parts live in headings.cc, fields.cc, lines.cc, tables.cc,
// table_cells.cc.
#pragma once

#include <optional>
#include <vector>

#include "document/document.h"
#include "form/cues.h"
#include "form/form.h"
#include "form/layout.h"

namespace form {

// A label with what stands behind it, both within one line.
struct Labelled {
  base::Span label;  // with its colon; empty for prose before the first label
  base::Span value;
};

class Pass {
 public:
  Pass(const document::Document& document, const lexicon::Remembered& scans);
  Form run();

 private:
  // Where a unit comes from.
  struct Origin {
    std::int32_t block = -1;
    std::int32_t table = -1;
    std::uint32_t row = 0;
    std::uint32_t page = 0;
  };

  std::string_view of(base::Span at) const { return at.of(text_); }

  // lines.cc: lines in the flow, and what all units share.
  std::size_t read_line(std::size_t item);  // how many items were read
  void read_margin(const Line& line);       // headers and footers
  bool read_ticks_line(const Line& line);
  void prose(base::Span at, const Origin& origin, std::int32_t section = -1);
  base::Span leading_guidance(base::Span at, Place place) const;
  bool leading_question(const Line& line);
  bool waits_for_answer(std::size_t item) const;
  bool read_prompt(const Line& line);
  bool bare_term(const Item& item) const;
  base::Span loose_label(std::size_t item) const;
  base::Span loose_label_of(const Item& item) const;
  base::Span loose_label_among(std::size_t item) const;
  std::size_t bare_terms(std::size_t item) const;
  void answer(base::Span label, std::vector<base::Span> parts, bool italic, const Origin& origin);
  Unit& emit(UnitKind kind, base::Span at, const Origin& origin);
  void passage(base::Span at, std::int32_t cell = -1);
  bool lists_terms(base::Span sentence) const;
  static Origin origin_of(const Line& line);

  // headings.cc
  void heading(base::Span at, int level, const Origin& origin);
  int made_level(const Line& line) const;         // 0: the line is no hand-made heading
  const Line* next_line(std::size_t item) const;  // the line that follows, past brackets; null before rows or the end
  bool something_follows(std::size_t item) const;
  bool tasks_follow(std::size_t item) const;
  bool value_follows(std::size_t item, lexicon::FieldId field) const;
  bool heads(std::size_t item) const;      // whether the line is a hand-made heading
  bool set_apart(std::size_t item) const;  // by signs around it or a rule under it
  bool ruled_below(std::size_t item) const;
  bool names_by_words(std::size_t item) const;
  bool in_cell(const Line& line) const;
  bool is_bold_name(std::size_t item, std::string_view bare) const;
  bool names_part(std::string_view name) const;
  base::Span banner(const Line& line) const;  // a heading that its help text follows in a row of its own, or empty
  base::Span run_in(const Line& line) const;  // a numbered heading that its text follows in the same line, or empty
  std::int32_t section_here();                // index of the section that units now belong to
  std::int32_t sub_section(base::Span label, lexicon::SectionId kind);
  std::int32_t add_section(base::Span heading, int level, lexicon::SectionId own, std::int32_t parent);
  lexicon::SectionId kind_here() const;
  Place place_here() const;

  // fields.cc
  std::vector<Labelled> labelled(base::Span at, bool starts_line) const;
  bool in_bracket(base::Span line, std::uint32_t at) const;
  base::Span without_value(base::Span label, base::Span value) const;
  bool label_then_value(std::size_t item);
  bool read_leaders(base::Span at, const Origin& origin);
  base::Span dated_label(base::Span value) const;
  bool speaks(std::string_view label) const;
  bool loose_question(std::string_view label) const;
  bool starred(base::Span label) const;
  base::Span label_at_end(base::Span at) const;

  // tables.cc
  void read_rows(const Segment& segment);
  std::vector<lexicon::FieldId> column_fields(const TableRow& header) const;
  void header_row(const TableRow& row, std::int32_t section, const Segment& segment);
  void pairs_row(const TableRow& row, const Segment& segment);
  void list_row(const TableRow& row, const TableRow* header, const std::vector<lexicon::FieldId>& fields,
                bool labelled_rows, std::int32_t section, const Segment& segment);
  std::int32_t section_of_columns(const TableRow& header, const std::vector<lexicon::FieldId>& fields);
  void narrative_cell(const TableCell& cell, std::int32_t section, const Origin& origin);
  void columns_as_sections(const TableRow& header, const std::vector<const TableRow*>& rows, const Segment& segment);
  bool agency_says(const TableCell& label, const TableCell& value) const;
  bool tick_row(const TableRow& row, const Segment& segment);
  bool leader_row(const TableRow& row, const Segment& segment);
  bool own_labels_row(const TableRow& row, const Segment& segment);
  std::vector<Labelled> labelled_in_cell(base::Span line) const;
  std::vector<base::Span> lines_in(const TableCell& cell) const;
  Segment without_numbers(const Segment& segment) const;
  bool heads_nothing(const TableRow& row, bool last) const;

  const document::Document& document_;
  std::string_view text_;
  Cues cues_;
  Form form_;
  std::vector<Item> items_;
  mutable std::vector<std::optional<base::Span>> loose_labels_;  // of each item, once it is read
  std::vector<bool> series_;                                     // of each item: a line of a numbered series
  std::vector<std::int32_t> stack_;                              // open sections, outermost first
  std::vector<std::vector<std::int32_t>> saved_;
  lexicon::SectionId section_named(base::Span heading) const;

  std::size_t marked_headings_ = 0;
  bool fresh_ = true;  // nothing but headings and help since the last heading
  // Under "Prompts": the kind of line that the prompts stand in, until something else comes.
  std::int32_t prompts_ = -1;
  bool before_content_ = true;  // nothing but headings and help since the beginning
};

}  // namespace form
