// The flags that compare the records of a run with each other: what comparing needs of each record is gathered as
// records come, and compared when the last is in.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "batch/repeats.h"
#include "batch/spool.h"
#include "checklist/checklist.h"
#include "evaluation/outcome.h"

namespace batch {

// Whether the checklist has a flag for which records are compared.
bool compares_records(const checklist::Checklist& checklist);

class Comparison {
 public:
  // The text of a record, by its number.
  using TextOf = std::function<base::Result<std::string>(std::uint32_t record)>;
  // Takes the flags raised of a record, in order of place.
  using Raise = std::function<base::Status(std::uint32_t record, std::vector<evaluation::Flag> flags)>;

  // Temporary files go to `folder`.
  static base::Result<Comparison> create(const std::string& folder);
  // Likewise, but that what is needed of each record goes to `parts`, where an earlier process may have begun: records
  // that are in it are known, and need not be read again.
  static base::Result<Comparison> continued(const std::string& folder, Spool parts);

  // The next record, from number 0; needs path, sha256, children and passages of it.
  base::Status add(const evaluation::Outcome& outcome);
  bool knows(const std::string& path, const std::string& sha256) const;
  // The next record is one that is known.
  base::Status add_known(const std::string& path, const std::string& sha256);
  // Everything added so far is in the file, though perhaps not on the disk.
  base::Status flush() { return parts_.flush(); }

  // Compares, and raises flags record by record, in order. To be called once.
  base::Status finish(const TextOf& text_of, const Raise& raise);

 private:
  struct Place {
    std::uint64_t from = 0;
    std::uint32_t bytes = 0;
  };
  Comparison(Spool parts, Repeats repeats) : parts_(std::move(parts)), repeats_(std::move(repeats)) {}
  base::Status find_known();
  base::Result<evaluation::Outcome> part(std::uint32_t record);
  base::Result<std::vector<evaluation::Flag>> raised(std::span<const Repeat> repeats, const std::string& text);

  Spool parts_;
  Repeats repeats_;
  std::vector<Place> records_;
  std::unordered_map<std::string, Place> known_;  // by path and sum
};

}  // namespace batch
