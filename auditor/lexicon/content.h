// What a lexicon holds once its files are read. For this room's own use.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/result.h"
#include "base/xml.h"
#include "lexicon/lexicon.h"
#include "lexicon/matcher.h"
#include "lexicon/patterns.h"
#include "lexicon/phrase.h"

namespace lexicon {

// A term, pattern or example as it stands in a file.
struct Written {
  std::string_view text;              // which the content keeps
  const std::string* file = nullptr;  // the lexicon's
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  bool exact_case = false;  // of a pattern

  base::Error error(const base::Error& cause) const {
    return {base::ErrorCode::bad_checklist, *file, line, column, cause.message, cause.advice};
  }
  // How a term reads.
  std::vector<TermSpec> readings() const { return parse_term(text).value(); }
};

struct Example {
  Written written;
  bool hit = true;
};

// A concept, section, field or the list of help texts.
struct Entry {
  std::string name;
  std::string file;  // where it is first named
  std::uint32_t line = 0;
  std::vector<std::pair<std::string, std::string>> attributes;
  std::vector<Written> terms;
  std::vector<Written> patterns;
  std::vector<Example> examples;
  bool without_examples = false;  // says that it needs none
};

// By name, whatever kind of string asks.
struct NameHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view name) const { return std::hash<std::string_view>{}(name); }
};
template <typename Value>
using ByName = std::unordered_map<std::string, Value, NameHash, std::equal_to<>>;

// Entries of one kind, ids from 1 in the order they are first named.
struct Register {
  std::vector<Entry> entries{1};
  SymbolTable ids;

  Entry& entry(const std::string& name) {
    if (const Symbol known = ids.find(name, hash_of(name)); known != 0) return entries[known];
    ids.add(name, hash_of(name), static_cast<Symbol>(entries.size()));
    entries.emplace_back();
    entries.back().name = name;
    return entries.back();
  }
  std::uint16_t find(Name name) const { return static_cast<std::uint16_t>(ids.find(name.text(), name.hash())); }
};

// The concepts that one scan looks for.
struct Lexicon::Among {
  std::vector<Pool> levels;  // of their terms, which refer to earlier levels only
  Patterns::Choice patterns = Patterns::Choice::all;
};

struct Lexicon::Content {
  std::deque<std::string> files;         // that it was read from
  std::deque<base::xml::Element> roots;  // of the files: what is written refers to their text
  std::deque<std::string> lines;         // texts that aren't in the files as they are kept
  TermDraft draft;                       // the term that is being linked
  Vocabulary vocabulary;
  Register concepts, sections, fields;
  Register section_words;  // by sections' names: words of headings that no section lists
  Entry helps;
  std::set<std::string, std::less<>> wording;         // the checklist's own sentences, as words()
  std::set<std::string, std::less<>> wording_begins;  // the first words of each, as many as tell most sentences apart
  Among everything;
  Among brief;                              // what is asked of short texts, and what that refers to
  std::vector<bool> is_brief;               // by concept id, without what is only referred to
  ByName<std::vector<ConceptId>> families;  // by a name or the beginning of names up to a point
  std::vector<bool> referred;               // by concept id
  Pool section_pool, field_pool, help_pool, words_pool;
  Patterns patterns;      // of concepts
  std::size_t terms = 0;  // and patterns, of all concepts, sections and fields

  std::string_view on_one_line(std::string_view text);
  Written written_at(const base::xml::Element& element, std::string_view text, const std::string& file);
  void read_rows(const base::xml::Element& element, Entry& entry, const std::string& file);
  base::Status read_entry(const base::xml::Element& element, Entry& entry, const std::string& file);
  base::Status bounded(const base::xml::Element& element, const std::string& file) const;

  base::Status check_terms() const;
  base::Status order_concepts(std::vector<std::size_t>& level_of, std::vector<std::vector<std::uint16_t>>& uses);
  std::vector<bool> choose_brief(const std::vector<std::vector<std::uint16_t>>& uses);
  base::Status link(const TermSpec& spec);
  base::Status link_all(const Entry& entry, std::uint16_t owner, Pool& pool, Pool* too = nullptr);
  base::Status link_concepts();
  base::Status link_patterns(const Entry& entry, ConceptId owner);
  base::Status link_register(const Register& all, Pool& pool);
  base::Status link_helps();
  base::Status link_everything();
  std::vector<Hit> pattern_hits(std::string_view text, const Scan& scan, Patterns::Choice choice) const;
  void term_hits(std::string_view text, std::vector<Token>& tokens, std::size_t begin, std::size_t end,
                 const std::vector<Pool>& levels, std::vector<Hit>& out) const;
};

}  // namespace lexicon
