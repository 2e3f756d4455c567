// What runs a store holds, and taking runs and cases out of it for good.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"

namespace store {

struct RunSummary {
  std::int64_t run = 0;
  bool is_finished = false;
  bool interrupted = false;
  std::string started, finished;        // UTC, "2026-11-26T10:57:43Z"; empty where it isn't finished
  std::vector<std::string> checklists;  // ids
  std::size_t audited = 0, refused = 0, skipped = 0;
  std::size_t rated_by_people = 0;  // documents that somebody has rated
  std::int64_t sample = 0;          // 0: none
  std::vector<std::string> arguments;
};

// All of them, in the order in which they were begun.
base::Result<std::vector<RunSummary>> runs(const std::string& path);

struct Purged {
  std::size_t runs = 0, documents = 0, cases = 0;
};

// Removes a run with all that hangs on it, and a sample that no other run audited.
base::Result<Purged> purge_run(const std::string& path, std::int64_t run);
// Removes a case from every run: the documents that lists join to the child's ID, and whatever lists say of it.
base::Result<Purged> purge_child(const std::string& path, const std::string& child);
// Removes documents from every run: those of that path (as reports show it) or sum.
base::Result<Purged> purge_document(const std::string& path, const std::string& document);
// After any of these nothing of what was removed is left in the file, or beside it in its log. not_found where there is
// no such thing and nothing is changed. An error of code `unreadable` where another process keeps the file from being
// written anew: what was removed is then gone from every view, and purging again wipes it.

}  // namespace store
