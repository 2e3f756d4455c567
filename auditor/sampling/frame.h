// What a sample is drawn from: every record that could be drawn, and what is known of it.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace sampling {

// One record that could be drawn.
struct Candidate {
  std::string path;                 // as the audit is to be given it; never empty
  std::vector<std::string> values;  // one for each of Frame::names; empty where it is not known
  std::string child;                // the child's ID, or empty
  std::string last_audited;         // the day, "2009-10-13"; empty: never, as far as is known
};

// Records that were known of and are left out, under one reason.
struct LeftOut {
  std::string reason;  // as it follows "12 were left out: "; names nobody
  std::size_t records = 0;
};

struct Frame {
  std::string source;              // in words, as they follow "drawn from ": "the folder exports"
  std::vector<std::string> names;  // of what can tell records apart: "team", "month"; no two alike
  std::vector<Candidate> candidates;
  std::vector<LeftOut> left_out;  // before anything was asked: archives, lines of a list without a record
};

// Puts the candidates into bytewise order of path, so that a draw does not depend on how they were found, and leaves
// out (and counts) what stands there twice.
void put_in_order(Frame& frame);

// The place of a name in Frame::names, or their number where it is not there.
std::size_t place_of(const Frame& frame, const std::string& name);

// Adds to the reason's count; a new reason goes to the end. Nothing where there are none.
void leave_out(std::vector<LeftOut>& all, const std::string& reason, std::size_t records);

}  // namespace sampling
