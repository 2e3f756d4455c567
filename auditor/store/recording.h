// A run while it is being written, in a file that may hold others. What is committed outlives this process, whatever
// ends it, and another can go on with the run. Two processes may write runs into one file at once.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "evaluation/outcome.h"
#include "store/case_facts.h"
#include "store/run_facts.h"

namespace store {

// A document that a run has from before it broke off.
struct Already {
  std::int64_t document = 0;
  evaluation::Standing standing = evaluation::Standing::audited;
  base::Error error;                    // why it was refused or skipped
  std::string checklist;                // id of the one that rated it; empty where it was not audited
  std::optional<Joining> joining = {};  // none where it was joined to nothing
};

class Recording {
 public:
  // Adds a run with these facts to the file, which is made (mode 0600) where there is none.
  static base::Result<Recording> begin(const std::string& path, const RunFacts& facts);
  // Goes on with that run of the file. Its documents wait to be taken over, in whatever order.
  static base::Result<Recording> resume(const std::string& path, std::int64_t run, const RunFacts& facts);
  ~Recording();
  Recording(Recording&&) noexcept;

  std::int64_t run() const;
  // What waited to be taken over at the start, where the file's sum is known; none for a new run.
  const Already* already(const std::string& path, const std::string& sha256) const;
  std::size_t waiting() const;  // how many

  // The run's next document: a new one, or one that is there already (a defect where it isn't). To be committed.
  void take(evaluation::Outcome outcome);
  void take_over(const std::string& path, const std::string& sha256);
  // How the new document that is taken next was joined to lists.
  void joined(Joining joining);
  // Says that documents are rated by this checklist beside the first; with the next commit.
  void rated_by(ChecklistFacts checklist);
  std::size_t uncommitted() const;  // documents
  // Writes what was taken since the last time, all or nothing.
  base::Status commit();

  // The text of a document that was committed, by its position; empty where the run keeps none.
  base::Result<std::string> text(std::int64_t position);
  struct Source {
    std::string path, sha256;
  };
  base::Result<Source> source(std::int64_t position);
  // Puts flags that compare documents among those of a committed document, in the place of such flags from before.
  base::Status raise(std::int64_t position, std::vector<evaluation::Flag> flags);

  // Commits, and says that the run is finished. Documents that nobody took over are gone then; where the run was
  // interrupted, they follow the others. `cases`: what lists say of the run's documents, instead of what it had of
  // that.
  base::Status finish(const RunFacts& facts, const std::vector<CaseFact>& cases = {});
  // Makes the file one file, for a store that will not be written again soon. To be called after finish().
  base::Status settle();

 private:
  Recording();
  struct Content;
  static base::Result<Recording> at(const std::string& path, std::int64_t run, const RunFacts& facts);
  std::unique_ptr<Content> content_;
};

// Facts of the runs that are not finished, or were interrupted, the latest first; with `all`, of every run. An error
// where the file is no store; none where there is no file.
base::Result<std::vector<RunFacts>> resumable(const std::string& path, bool all);

}  // namespace store
