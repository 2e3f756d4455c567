// Where two records of a batch may hold the same passage: fingerprints of runs of words, gathered in buckets on disk
// and compared bucket by bucket, so that neither time nor memory grows faster than the batch.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/result.h"
#include "batch/spool.h"
#include "evaluation/outcome.h"

namespace batch {

// The place of a word in a batch: record, passage, word; all from 0.
struct WordPlace {
  std::uint32_t record = 0, passage = 0, word = 0;
  bool operator==(const WordPlace&) const = default;
};

// A run of words that stands at two places, in different records.
struct Repeat {
  WordPlace here, there;
};

// The stretch that two passages share around a run that both hold: words [begin, end) of each.
struct Shared {
  std::size_t begin = 0, end = 0;              // of the one
  std::size_t other_begin = 0, other_end = 0;  // of the other
};

class Repeats {
 public:
  static base::Result<Repeats> create(const std::string& folder);

  base::Status add(std::uint32_t record, const std::vector<evaluation::Passage>& passages);
  // For each record, places where a passage of it may stand elsewhere: in the order of the records, a few for each
  // passage, both directions. What stands in most records of the batch is form text and left out. Empties the buckets.
  base::Result<std::vector<Repeat>> find(std::uint32_t records);

 private:
  explicit Repeats(std::vector<Spool> buckets) : buckets_(std::move(buckets)) {}
  std::vector<Spool> buckets_;
};

using PassageWords = std::vector<evaluation::Passage::Word>;

// Grows a common run in both directions, over changes of a word or two. `word` and `other_word` begin equal words.
Shared grown(const PassageWords& one, std::size_t word, const PassageWords& other, std::size_t other_word);

}  // namespace batch
