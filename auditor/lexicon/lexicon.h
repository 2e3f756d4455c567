// What the program knows of the field's words, loaded from checklists/: concepts (sets of terms and patterns), the
// headings that name a section, the labels that name a field, and help texts of known forms. PCRE2's one door.
// Immutable once loaded, shared by all workers; no function changes it.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/error.h"
#include "base/result.h"
#include "base/span.h"
#include "base/xml.h"
#include "lexicon/name.h"
#include "lexicon/tokens.h"

namespace lexicon {

using ConceptId = std::uint16_t;  // 0: none. Sections and fields have ids of their own, also from 1
using SectionId = std::uint16_t;
using FieldId = std::uint16_t;

// One place where a concept's term or pattern stands.
struct Hit {
  base::Span at;
  ConceptId concept_id = 0;
  std::uint32_t first = 0;  // index of its first token
  std::uint32_t last = 0;   // index of its last token
};

// Those of some hits that lie within a stretch of the text, in their order. For a loop; the hits must outlive it.
class HitsWithin {
 public:
  class Iterator {
   public:
    Iterator(const Hit* at, const Hit* end, base::Span stretch) : at_(at), end_(end), stretch_(stretch) { pass(); }
    const Hit& operator*() const { return *at_; }
    Iterator& operator++() {
      ++at_;
      pass();
      return *this;
    }
    bool operator==(const Iterator& other) const { return at_ == other.at_; }

   private:
    void pass() {
      while (at_ != end_ && !stretch_.contains(at_->at)) ++at_;
    }
    const Hit* at_;
    const Hit* end_;
    base::Span stretch_;
  };

  HitsWithin(std::span<const Hit> hits, base::Span stretch) : hits_(hits), stretch_(stretch) {}
  Iterator begin() const { return {hits_.data(), hits_.data() + hits_.size(), stretch_}; }
  Iterator end() const { return {hits_.data() + hits_.size(), hits_.data() + hits_.size(), stretch_}; }

 private:
  std::span<const Hit> hits_;
  base::Span stretch_;
};

// The tokens and hits of one text. Hits are in the order of their first token, longer ones first.
struct Scan {
  std::vector<Token> tokens;
  std::vector<Hit> hits;
  std::vector<std::uint32_t> hits_from;  // tokens.size() + 1 offsets into hits, by first token
  std::vector<std::uint32_t> blocks;     // by block of the text, its first token; see index()

  // Fills `blocks`, by which places are found without a search. `size` is the text's.
  void index(std::size_t size);

  // Hits that begin at a token.
  std::span<const Hit> starting_at(std::size_t token) const;
  // Hits that lie within a span of the text (those that begin in it and end in it).
  HitsWithin within(base::Span at) const;
  // Whether a hit of the concept lies within the span.
  bool has(base::Span at, ConceptId concept_id) const;
  // Indices [first, last) of the tokens within a span.
  std::pair<std::size_t, std::size_t> range(base::Span at) const;
};

class Lexicon {
 public:
  Lexicon();
  ~Lexicon();
  Lexicon(Lexicon&&) noexcept;
  Lexicon& operator=(Lexicon&&) noexcept;

  // Adds what a <lexicon> element holds, which it keeps; see checklists/README.md for its language. Errors carry line
  // and column of `file`. Concepts may be added to by several files. Call finish() once after the last.
  base::Status add(base::xml::Element lexicon, const std::string& file);
  // Resolves {references} between concepts and builds the index.
  base::Status finish();

  // Ids by name; 0 where there is no such thing. Names never change meaning while the lexicon lives.
  ConceptId find_concept(Name name) const;
  SectionId find_section(Name name) const;
  FieldId find_field(Name name) const;
  std::string_view concept_name(ConceptId id) const;
  std::string_view section_name(SectionId id) const;
  std::string_view section_title(SectionId id) const;  // for people to read
  std::string_view field_name(FieldId id) const;
  std::size_t concept_count() const;

  // An attribute that the XML gives a concept (role, gender, agency, ...); empty where it gives none.
  std::string_view attribute(ConceptId id, std::string_view name) const;
  // Concepts whose name is `family` or begins with "family.", in the order of the files.
  const std::vector<ConceptId>& family(std::string_view family) const;
  // As a table: whether each concept (index: id) belongs to the family.
  std::vector<bool> family_table(std::string_view family) const;

  // Tokens and all hits of `text`. Terms match words whatever their case, never across a line start.
  Scan scan(std::string_view text) const;

  // The same of a label, a line or a value, in a fraction of the time: the hits of those concepts alone that is_brief()
  // names, which are all that is asked of so short a text.
  Scan scan_brief(std::string_view text) const;
  bool is_brief(ConceptId id) const;

  // Whether the concept is found in `text`: quicker than a scan where it has patterns only.
  bool finds(std::string_view text, ConceptId id) const;

  // What section a heading names, or what field a label names: 0 where unknown. Numbering ("3.", "B)"), marks (":",
  // "*") and brackets are ignored; a synonym that is the whole text wins over one that is the greater part of it.
  SectionId section_of(std::string_view heading) const;
  FieldId field_of(std::string_view label) const;
  // Both at once, which costs hardly more than one.
  struct Named {
    SectionId section = 0;
    FieldId field = 0;
  };
  Named named(std::string_view label) const;
  // What section an unlisted heading is about by the words in it: 0 where no section's words stand there, or those of
  // two. Ask where section_of() knows nothing.
  SectionId section_by_words(std::string_view heading) const;
  // Whether a field has the whole text for a label: "Religion", not "Asian Religion".
  bool is_label(std::string_view text) const;

  // Whether the text is, or begins with, a help text listed in the data.
  bool is_listed_help(std::string_view text) const;

  // A sentence of the checklist's own: an item's question or reason, but for its {placeholders}.
  void add_wording(std::string_view sentence);
  bool is_wording(std::string_view sentence) const;

  // The id of a folded word that some term uses, else 0.
  WordId word(std::string_view folded) const;

  // For `auditor checklist show` and tests: every term of a concept as written.
  std::vector<std::string> terms(ConceptId id) const;

  // The examples that concepts, sections and fields carry (<hit>, <miss>): one error for each that fails.
  std::vector<base::Error> failed_examples() const;
  std::size_t example_count() const;
  // The gate: one error for each concept or section without a hit, and without a near miss: a miss that shares a word
  // with one of its terms. Those marked examples="none" need none; unexampled_count() is their number.
  std::vector<base::Error> missing_examples() const;
  std::size_t unexampled_count() const;
  // Terms that hold together but hardly say what was meant: doubled, covered by another, never to be found, or with a
  // blank among alternatives. In the order of the files.
  std::vector<base::Error> doubtful_terms() const;

 private:
  struct Content;
  struct Among;
  Scan scan_for(std::string_view text, const Among& among) const;
  std::unique_ptr<Content> content_;
};

}  // namespace lexicon
