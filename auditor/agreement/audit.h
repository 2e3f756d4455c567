// What people's ratings are held against: a run's items, and how the auditor rated them in each record.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "evaluation/outcome.h"
#include "store/store.h"

namespace agreement {

// The same id in two checklists is two items, and two dimensions.
struct Dimension {
  std::string checklist, id, title;
};

struct Item {
  std::string checklist, id, dimension, question;
};

struct Record {
  std::size_t number = 0;  // place in the run, from 1, as every report shows it
  std::string path, sha256, checklist;
  // By the auditor, in the order of Audit::items; none where the record was not asked.
  std::vector<std::optional<evaluation::Rating>> ratings;
};

struct Audit {
  std::vector<std::pair<std::string, std::string>> checklists;  // id, sha256
  std::vector<Dimension> dimensions;                            // in their checklists' order
  std::vector<Item> items;                                      // likewise
  std::vector<Record> records;                                  // those that were audited, in order

  // The item's place in `items`; none of that id.
  std::optional<std::size_t> item(std::string_view checklist, std::string_view id) const;
  // The record's place in `records`; none of that number.
  std::optional<std::size_t> record(std::size_t number) const;
  // Of the checklist; empty where the run has none of that id.
  std::string sum_of(std::string_view checklist) const;
  // "CV1", or "contact CV1" where the run has several checklists.
  std::string name_of_item(std::size_t item) const;
};

// An audit without its records, from what the run says of itself.
Audit audit_of(const store::RunFacts& facts);
// The record as it came out of the run.
Record record(const Audit& audit, const evaluation::Outcome& outcome, std::size_t number);
base::Result<Audit> audit_of(const store::Store& store);

// A person's rating of one item of one record.
struct Given {
  std::size_t record = 0;  // place in Audit::records
  std::size_t item = 0;    // place in Audit::items
  std::string rater;
  evaluation::Rating rating = evaluation::Rating::not_met;
  std::string comment;     // may be empty
  std::string when;        // it was taken in, UTC; empty where it has not been yet
  std::string file, cell;  // where it stood
};

// Those that a store keeps, by record, item and rater; one that the run has no item or record for is left out.
base::Result<std::vector<Given>> given_in(const store::Store& store, const Audit& audit);

// The name by which spellings of one rater are the same.
std::string rater_key(std::string_view name);

}  // namespace agreement
