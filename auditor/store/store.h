// One run in one SQLite file (mode 0600): the run's facts, documents with text and blocks, ratings, evidence, flags.
// SQLite's one door. Written by one process; readers may open it at any time after close().
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "evaluation/sink.h"

namespace store {

// What run.json says of a run.
struct RunFacts {
  std::string program_version;
  std::string checklist_id, checklist_title, checklist_version, checklist_sha256;
  std::vector<std::string> arguments;  // as given on the command line
  std::string started, finished;       // UTC, "2026-11-26T10:57:43Z"
  std::string sandbox;
  std::string ocr_library;  // text recognition that is built in: "Tesseract 5.3.0"; empty: none
  bool ocr_asked = false;
  unsigned jobs = 0;
  bool interrupted = false;
  bool across = false;  // whether the flags that compare documents ran
  bool text_kept = true;
  std::vector<std::pair<std::string, std::string>> dimensions;  // id, title
  std::vector<std::array<std::string, 3>> items;                // id, dimension, question
};

class Store : public evaluation::Sink {
 public:
  ~Store() override;
  Store(Store&&) noexcept;

  // Makes a new file; it must not exist.
  static base::Result<Store> create(const std::string& path, bool keep_text);
  // Opens an existing run for reading. The error tells a file that is none from an older, a newer and a damaged one.
  static base::Result<Store> open(const std::string& path);
  // Whether the file is a run of this program, of whatever version.
  static bool is_run(const std::string& path);

  base::Status take(const evaluation::Outcome& outcome) override;
  // Writes the run's facts and makes the file complete.
  base::Status finish(const RunFacts& facts);

  base::Result<RunFacts> facts() const;
  // Every document in the order it was taken, one at a time.
  base::Status each(const std::function<base::Status(const evaluation::Outcome&)>& use) const;

 private:
  Store();
  struct Content;
  std::unique_ptr<Content> content_;
};

}  // namespace store
