// Drawing a sample: a frame, a plan and a seed give the same list on every machine.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "sampling/frame.h"
#include "sampling/method.h"

namespace sampling {

// Records to draw from, by what a name of the frame says of them. Values are compared whole, without case.
struct Only {
  std::string name;
  std::vector<std::string> values;
  bool except = false;  // those with one of the values are left out, not the others
};

// What is asked for. One of size, share, margin and quota is given.
struct Plan {
  std::size_t size = 0;         // records
  double share = 0;             // of the records that can be drawn: 0.05
  double margin = 0;            // how near a share found is to be to that of all records: 0.1, ten points
  std::size_t quota = 0;        // records for each value of quota_of
  std::string quota_of;         // "manager"
  std::vector<std::string> by;  // strata by these names; within a quota: spread over these
  bool dip = false;             // a dip sample: a quick look that no share is quoted from
  std::vector<Only> only;
  std::string audited_before;          // a day: leave out what was last audited on it or later; empty: nothing
  std::optional<std::size_t> reserve;  // for each stratum; none: one for five drawn, at least one
  std::uint64_t seed = 0;
  std::string day;  // of the draw, "2026-11-27"
};

struct Member {
  std::size_t candidate = 0;  // place in Sample::frame.candidates
  std::size_t stratum = 0;    // place in Sample::method.strata
  // Records of its stratum for which it stands: what a share of all records is to be weighted by. 0 in the reserve.
  double stands_for = 0;
  bool reserve = false;
};

struct Sample {
  Frame frame;    // what could be drawn, after everything that the plan leaves out; in order
  Method method;  // how it was done
  // First those drawn, in an order that is random over all strata: who stops early has still a random part. Then the
  // reserve, stratum by stratum, in the order in which it is to be used.
  std::vector<Member> members;
};

// Bad_argument where the frame can't give what the plan asks for: a name it doesn't know, nothing to draw from, fewer
// records than strata. A plan that asks for more records than there are gets all.
base::Result<Sample> draw(Frame frame, const Plan& plan);

}  // namespace sampling
