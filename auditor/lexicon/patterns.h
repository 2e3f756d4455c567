// The patterns of a lexicon, each once, with the concepts that have it. A pattern is tried only near
// what each of its matches holds.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "base/span.h"
#include "lexicon/literals.h"
#include "lexicon/pattern.h"

namespace lexicon {

class Patterns {
 public:
  // A pattern of a concept; `brief`: one that is asked of short texts too. bad_checklist as of Pattern::compile().
  base::Status add(const std::string& written, bool exact_case, std::uint16_t concept_id, bool brief = false);

  // Every match in the text, pattern by pattern, in order.
  struct Match {
    base::Span at;
    std::uint32_t pattern = 0;
  };
  enum class Choice : std::uint8_t { all, brief };
  std::vector<Match> matches(std::string_view text, Choice choice = Choice::all) const;
  // Concepts that have the pattern.
  const std::vector<std::uint16_t>& owners(std::uint32_t pattern) const { return all_[pattern].owners; }

  // Whether a pattern of the concept is found in the text.
  bool finds(std::string_view text, std::uint16_t concept_id) const;

 private:
  // Where a literal of a pattern stands.
  struct Place {
    std::uint32_t pattern = 0;
    std::uint32_t at = 0;
  };
  struct Known {
    Pattern pattern;
    std::vector<std::uint16_t> owners;
    bool brief = false;
    std::vector<std::string> literals;  // a match holds one of them, if there are any, before which stand at most
    std::size_t bytes_before = 0;
    std::size_t breaks_before = 0;
  };
  // Where to look for some of the patterns.
  struct Index {
    Literals literals;
    std::vector<std::uint32_t> unrequired;  // those that are tried in every text, in their order
    void add(const Known& known, std::uint32_t number);
  };

  std::vector<Place> places_in(std::string_view text, const Index& index, std::span<const std::uint32_t> only) const;
  void find(std::uint32_t number, Searched& searched, std::span<const Place> places, std::vector<Match>& out) const;

  std::vector<Known> all_;
  std::map<std::uint16_t, std::vector<std::uint32_t>> of_concept_;
  std::map<std::pair<std::string, bool>, std::uint32_t> numbers_;  // by how it is written, and whether case counts
  Index all_index_, brief_index_;
};

}  // namespace lexicon
