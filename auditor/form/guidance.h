// What a form says to those who fill it in, told from what somebody wrote: listed texts, imperatives and questions to
// the worker where a label or a heading stands just before, rules about the form itself, lists of topics, gaps to be
// filled.
#pragma once

#include <cassert>
#include <cstdint>
#include <string_view>

#include "lexicon/remembered.h"

namespace form {

// A concept to look for in what Remembered::brief() finds; 0 where the lexicon has none of that name.
inline lexicon::ConceptId asked_briefly(const lexicon::Lexicon& lexicon, lexicon::Name name) {
  const lexicon::ConceptId id = lexicon.find_concept(name);
  assert(id == 0 || lexicon.is_brief(id));
  return id;
}

// Where a piece of text stands, for telling guidance from what somebody wrote.
enum class Place : std::uint8_t {
  text,           // anywhere
  under_heading,  // the first words under a heading, or of the form
  label,          // in a label's place, or between a label and its answer
  under_plan,     // under a heading whose imperatives are actions: plan, decision, contingency
};

class Guidance {
 public:
  // `scans` is the pass's own, and must outlive the object.
  explicit Guidance(const lexicon::Remembered& scans);

  // The whole of a text is guidance; `italic` says that all of it is set so.
  bool reads(std::string_view text, Place place, bool italic) const;
  bool has_gaps(std::string_view sentence) const;
  // Could stand in a list of prompts: tells nothing of anybody.
  bool prompts(std::string_view text) const;

 private:
  // What one sentence does.
  struct Sentence {
    bool imperative = false;  // begins with something to be done, perhaps in the form
    bool writes = false;      // begins with something that is done to a form: state, list, describe, tick
    bool example = false;     // "For example: ..."
    bool asks = false;        // begins like a question
    bool question = false;    // ends like one
    bool norm = false;        // says what forms or assessments should be
    bool of_form = false;     // speaks of the form itself or to those who fill it in
    bool told = false;        // a past fact
    bool self = false;        // "I", "Mum": somebody's own words
    bool named = false;       // a person's title or a name
    bool topics = false;      // a list of what to write about
  };
  Sentence read(std::string_view sentence) const;
  bool names_somebody(std::string_view sentence, const lexicon::Scan& scan) const;
  bool lists_topics(std::string_view sentence, const lexicon::Scan& scan) const;

  const lexicon::Remembered& scans_;
  const lexicon::Lexicon& lexicon_;
  lexicon::ConceptId imperative_, writes_, example_, norm_, of_form_, question_, past_, first_person_, title_, name_,
      topic_, finite_, telling_, relative_, gap_;
};

}  // namespace form
