// What a file of many runs knows of each record: what it was audited as last, and when.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "store/store.h"

namespace store {

// One record, told from others by its path. What lists say of its case goes before what it says itself.
struct Known {
  std::string path, sha256;
  std::string child;  // the ID that a list gives it; may be empty, as all that follow
  std::string team, worker, manager, type, grade;
  std::string completed;  // a day
  std::string audited;    // the day of the latest finished run that audited it
  // The day when people last looked: of the latest run over a sample that holds it, or of somebody's own rating.
  std::string looked_at;
};

// Every record that a finished run of the store's file audited, as the latest of them has it; bytewise order of path.
base::Result<std::vector<Known>> history(const Store& store);

}  // namespace store
