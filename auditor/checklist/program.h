// A checklist compiled: what the evaluation room runs. Immutable once made, and stays where it is: its queries look
// into it.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "checklist/attributes.h"
#include "checklist/likeness.h"
#include "checklist/query.h"
#include "checklist/timeliness.h"

namespace checklist {

// One way to a rating: a query, and the sentence that tells why it holds, with {placeholders}.
struct Rule {
  QueryPointer query;
  std::string because;
  std::uint32_t line = 0;
};

// A small record in plain notation and how the item must rate it.
struct Example {
  std::string rating;  // "met", "partly", "not_met", "na"
  std::string text;
  std::string type;  // document type that the example is taken to be; empty: as found
  std::uint32_t line = 0;
};

struct Item {
  std::string id;
  std::string dimension;
  std::string asks;
  std::string absent;                             // reason where nothing was found; a sentence
  std::vector<Rule> not_applicable, met, partly;  // in order; the first that holds decides
  std::vector<lexicon::SectionId> look;           // where a reader would look, for reports; empty: everywhere
  std::size_t nearest = 3;                        // near misses shown
  std::vector<Example> examples;
  std::string file;  // where it is written
  std::uint32_t line = 0;
};

struct Flag {
  std::string id;
  std::string title;
  bool first = false;  // shown before all else
  std::vector<Rule> rules;
  std::vector<Example> examples;  // rating "found" or "not_found"
  std::string file;
  std::uint32_t line = 0;
};

struct Dimension {
  std::string id;
  std::string title;
  bool in_overall = true;
};

// "CV is at most requires_improvement where CV2 is not met."
struct GradeLimit {
  std::string dimension;
  std::string item;
  std::string rating;
  std::uint8_t at_most = 0;  // 0 inadequate .. 3 outstanding
};

// "inadequate where RA is inadequate and CV or PC is too"
struct OverallLimit {
  std::string dimension;
  std::uint8_t grade = 0;
  std::vector<std::string> and_any;
  std::uint8_t at_most = 0;
};

struct Program {
  std::vector<Dimension> dimensions;
  std::vector<Item> items;
  std::vector<Flag> flags;
  std::array<Fraction, 4> cuts{};  // least score of each grade, inadequate (0) first
  std::vector<GradeLimit> grade_limits;
  std::vector<OverallLimit> overall_limits;
  std::vector<TimeLimit> time_limits;
  Likeness likeness;              // empty where the checklist has no second reading
  std::uint8_t above_lowest = 3;  // the overall grade is at most so many grades above the lowest dimension
};

}  // namespace checklist
