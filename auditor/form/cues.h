// What the lexicon says of a small piece of text in a place: a label, a heading, guidance, a sentence, a blank answer.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "form/guidance.h"
#include "lexicon/lexicon.h"

namespace form {

class Cues {
 public:
  explicit Cues(const lexicon::Remembered& scans);  // which must outlive it
  Cues(const Cues&) = delete;                       // its parts refer to one another
  Cues& operator=(const Cues&) = delete;

  const lexicon::Lexicon& lexicon() const { return lexicon_; }

  // What a label names, where it is short enough to be one; 0 otherwise.
  lexicon::FieldId field(std::string_view label) const;
  // What a heading or label names as a section: by its own synonyms, else as a field of a section's name.
  lexicon::SectionId section(std::string_view heading) const;
  // What an unlisted heading is about by its words; 0 where they say nothing, or two things. For what is known to head
  // something: in a line of prose the same words say nothing of a section.
  lexicon::SectionId section_by_words(std::string_view heading) const;
  // The one, else the other.
  lexicon::SectionId section_headed(std::string_view heading) const {
    const lexicon::SectionId listed = section(heading);
    return listed != 0 ? listed : section_by_words(heading);
  }
  bool known_label(std::string_view text) const { return field(text) != 0 || section(text) != 0; }
  // A heading of a list's columns ("Agency", "By whom", "Information"), or of a column of names of rows ("Dimension").
  bool column_head(std::string_view text) const;
  bool row_head(std::string_view text) const;
  // "(ring one)": the answer is one of those that the form prints.
  bool asks_to_choose(std::string_view label) const;
  // "Help", "Guidance": what stands behind it is the form's.
  // "Children and Young People's Services", "TARN COUNCIL CHILDREN'S DIRECTORATE": who made the form, no label.
  bool names_body(std::string_view text) const;
  bool help_label(std::string_view text) const;
  // Nothing but three or more such headings in a row: "Action By whom By when".
  bool column_heads(std::string_view text) const;

  // A person or body whose words may follow a colon ("School: no concerns"): no label of a field.
  bool speaker(std::string_view label) const;
  // A field that holds a few words: a name, a date, an address.
  bool short_field(lexicon::FieldId field) const;
  // A field whose value is a date.
  bool date_field(lexicon::FieldId field) const;

  // The form's own guidance; `italic` says that the whole of it is set so.
  bool help(std::string_view text, Place place, bool italic) const { return guidance_.reads(text, place, italic); }
  // A sentence with gaps for somebody to fill in: "[Who] will [do what] by [when]".
  bool has_gaps(std::string_view sentence) const;
  bool prompts(std::string_view text) const { return guidance_.prompts(text); }
  // Reads as sentences rather than as a name, a date or a list of them.
  bool sentences(std::string_view text, lexicon::FieldId field = 0) const;
  // The title of a kind of record ("Core Assessment Record").
  bool names_record(std::string_view text) const;
  // Whether every word is one that the lexicon knows: a label, not a name beside one.
  bool all_known(std::string_view text) const;
  bool names_person(std::string_view text) const;  // holds a first name
  bool salutation(std::string_view text) const;
  bool blank(std::string_view value) const;
  // "Next meeting 19 December, 4 pm, at school": what is arranged for a day, and heads nothing.
  bool arranges(std::string_view text) const;
  bool has_sentence_word(std::string_view text) const;
  bool yes_or_no(std::string_view text) const;
  bool begins_question(std::string_view text) const;

  // Sections where an imperative is an action.
  bool plan_like(lexicon::SectionId section) const;

 private:
  bool whole(std::string_view text, lexicon::ConceptId concept_id) const;
  std::string without_names(std::string_view heading) const;
  lexicon::SectionId section_of(std::string_view heading) const;

  const lexicon::Lexicon& lexicon_;
  const lexicon::Remembered& scans_;
  Guidance guidance_;
  lexicon::ConceptId question_, salutation_, speaker_, column_head_, row_head_, body_, help_label_, choose_,
      first_name_;
  lexicon::ConceptId yes_, no_, arranged_;
  mutable lexicon::ByText<lexicon::SectionId> sections_;  // as far as they have been asked for
  mutable std::string_view gaps_asked_;                   // the text that was last looked at for gaps
  mutable bool gaps_found_ = false;
  std::vector<bool> types_;  // concepts of the family "type"
  std::unordered_set<std::string, lexicon::TextHash, std::equal_to<>> sentence_words_;
};

}  // namespace form
