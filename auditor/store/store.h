// Runs in one SQLite file (mode 0600): their facts, documents with text and blocks, ratings, evidence, flags. SQLite's
// one door. A Store is one run of the file. What else is kept with runs has headers of its own: people's ratings
// (person_ratings.h), samples (samples.h), what lists say of cases (case_facts.h).
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "base/result.h"
#include "evaluation/sink.h"
#include "store/run_facts.h"

namespace store {

class Store : public evaluation::Sink {
 public:
  ~Store() override;
  Store(Store&&) noexcept;

  // Makes a new file with one run; it must not exist.
  static base::Result<Store> create(const std::string& path, bool keep_text);
  // Opens a run of the file for reading: the one of that number, or the latest that is finished. A file of an older
  // version of this program is brought up to date. The error tells a file that is none from one that is too old, too
  // new, or damaged, and from one that has no such run.
  static base::Result<Store> open(const std::string& path, std::int64_t run = 0);
  // Likewise, for adding to it what has a header of its own.
  static base::Result<Store> open_to_add(const std::string& path, std::int64_t run = 0);
  // Whether the file is a run of this program, of whatever version.
  static bool is_run(const std::string& path);

  base::Status take(const evaluation::Outcome& outcome) override;
  // Writes the run's facts and makes the file complete.
  base::Status finish(const RunFacts& facts);

  base::Result<RunFacts> facts() const;
  // Every document in the order it was taken, one at a time.
  base::Status each(const std::function<base::Status(const evaluation::Outcome&)>& use) const;

  std::int64_t run() const;  // the run's number, from 1

  struct Content;  // for the files of this room
  const Content& content() const { return *content_; }
  Content& content() { return *content_; }

 private:
  Store();
  static base::Result<Store> open_run(const std::string& path, std::int64_t run, bool to_add);
  std::unique_ptr<Content> content_;
};

}  // namespace store
