// Samples that were drawn: how, and what was drawn. A store keeps them whether or not they were audited; a run knows
// the sample that it audited by RunFacts::sample.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "store/store.h"

namespace store {

struct SampleMember {
  std::string path;     // of its record, as given to the audit; empty where only the list's case is known
  std::string child;    // the child's ID in the list that it was drawn from; may be empty
  std::string stratum;  // the group that it was drawn for; empty in a simple sample
};

struct Sample {
  std::int64_t sample = 0;  // its number in the store, from 1; the store gives it
  std::string made;         // UTC, "2026-11-26T10:57:43Z"
  std::string method;       // the statement that every report of this sample carries
  std::uint64_t seed = 0;
  std::vector<std::string> arguments;  // of the command that drew it
  std::vector<SampleMember> members;   // in the order in which they were drawn
};

// Adds it; its number. The store must have been opened to add.
base::Result<std::int64_t> add(Store& store, const Sample& sample);
// Says that the run audited that sample of the same file.
base::Status set_sample(Store& store, std::int64_t sample);

// The sample of that number; not_found where there is none.
base::Result<Sample> sample(const Store& store, std::int64_t number);
// Every sample of the file, in the order in which they were made.
base::Result<std::vector<Sample>> samples(const Store& store);

}  // namespace store
