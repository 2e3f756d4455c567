// How people rated items of a run's documents, beside the auditor's own ratings.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "evaluation/outcome.h"
#include "store/store.h"

namespace store {

struct PersonRating {
  std::size_t document = 0;  // its number in the run, from 1, as reports count
  std::string checklist;     // id of the one that the item is of
  std::string item;          // "CV1"
  std::string rater;
  evaluation::Rating rating = evaluation::Rating::not_met;
  std::string comment;  // may be empty
  std::string when;     // UTC, "2026-11-26T10:57:43Z"
  std::string file;     // that it was read from,
  std::string cell;     // and where in it: "Moderation!O12", "line 12"
};

// Adds all of them to the run, or none. One that the same person gave before for the same item of the same document is
// replaced. The store must have been opened to add. not_found where the run has no such document.
base::Status add(Store& store, const std::vector<PersonRating>& ratings);

// Those of the run, by document, checklist, item and rater.
base::Result<std::vector<PersonRating>> person_ratings(const Store& store);

}  // namespace store
