// How a sample was drawn, and what became of it: what every report of it carries.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sampling/frame.h"

namespace sampling {

struct Stratum {
  std::string name;  // "team North, month 2009-10"; "all" where there is but one
  std::size_t of = 0, drawn = 0, reserve = 0;
  std::size_t audited = 0;  // known after the audit
};

struct Method {
  std::string source;             // Frame::source
  std::vector<LeftOut> left_out;  // why, and how many
  std::size_t frame = 0;          // records that could be drawn
  std::size_t asked = 0;          // records asked for, or worked out; of a quota: for each
  double share = 0, margin = 0;   // what was asked instead; 0: it wasn't
  std::string quota_of;           // empty: no quota
  std::vector<std::string> by;    // strata, or what a quota was spread over
  bool dip = false;
  std::vector<Stratum> strata;  // bytewise order of name
  std::uint64_t seed = 0;
  std::string day;  // "2026-11-27"
  std::string program_version;
  std::vector<std::string> arguments;  // of the command that drew it
  std::string frame_sha256;            // of the records that could be drawn and their strata

  std::size_t drawn() const;
  std::size_t reserve() const;
  std::size_t audited() const;
};

// What became of the list between the draw and the audit.
struct Use {
  std::size_t unfit = 0;     // drawn, and marked as unfit in the list
  std::size_t replaced = 0;  // of these, replaced from the reserve
  bool changed = false;      // records were added to the list, taken off it or moved
};

// "27 November 2026" for "2026-11-27"; what is no day stays as it is.
std::string day_words(const std::string& day);

// How far a share found in the sample may lie from that of the frame, each stratum weighted by what it holds. Nothing
// where a stratum has none, or a quota was spread.
std::optional<double> margin_of(const Method& method, bool audited);

// The method statement in plain words, for people who weren't there: a term and what stands behind it. The same for
// every view. `use`: nothing before the audit, else with the audited of each stratum.
using Statement = std::vector<std::pair<std::string, std::string>>;
Statement statement(const Method& method, const std::optional<Use>& use);

// As text, a line for each term, and back; a line without a term goes to the one before.
std::string as_text(const Statement& statement);
Statement from_text(const std::string& text);

}  // namespace sampling
