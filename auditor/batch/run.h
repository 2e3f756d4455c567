// Many inputs to a sink: worker processes, outcomes in the order of the inputs whatever the number of workers. A crash,
// a hang or too much memory costs one document, which comes out as refused and says so.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "batch/worker.h"
#include "checklist/choice.h"
#include "document/document.h"
#include "evaluation/sink.h"
#include "intake/walk.h"
#include "readers/reader.h"

namespace batch {

struct Options {
  unsigned jobs = 0;                                                // worker processes; 0: as many as there are cores
  bool keep_text = true;                                            // outcomes carry the record's text and blocks
  bool keep_passages = false;                                       // and what Across compares
  bool keep_own_facts = false;                                      // and what a list or return is compared with
  std::function<void(std::size_t done, std::size_t all)> progress;  // called as outcomes are delivered; may be empty
  std::string only;                       // of an archive's files, the one with this path and nothing else; empty: all
  std::string temporary_folder = "/tmp";  // for what is unpacked
  bool ocr = false;                       // PDFs that hold no text are read by text recognition
  // What the caller has of a file with this path and sum already: an outcome that stands for it, made by
  // standing_for(). Asked in the workers, who see the caller's memory as it was at the start. May be empty.
  std::function<std::optional<evaluation::Outcome>(const std::string& path, const std::string& sha256)> already;
  const std::atomic<bool>* stop = nullptr;  // set when the person interrupts: what is finished is delivered
};

struct Summary {
  std::size_t audited = 0;
  std::size_t refused = 0;
  std::size_t skipped = 0;
  bool interrupted = false;
  std::string sandbox;  // which protections were in force, for run.json
};

// Forks its workers itself; the caller must not have threads. An error is the sink's, or that no worker could be made.
base::Result<Summary> run(const intake::Found& found, checklist::Choice& choice, const Options& options,
                          evaluation::Sink& sink);

// An outcome in the place of one that the caller has already, which passes through a run instead of an audit: path,
// sum, how it stands, and the checklist that rated it.
evaluation::Outcome standing_for(const std::string& path, const std::string& sha256, evaluation::Standing standing,
                                 const base::Error& error, const std::string& checklist);
bool stands_for_another(const evaluation::Outcome& outcome);

// The archive that holds the file of such a path ("batch.zip!/a/b.docx"), or the path itself where it holds no "!/" or
// there is a file of that very name.
std::string container_of(const std::string& path);

// One file as read, by a worker process, for `auditor text`; the error is the refusal. Of an archive, one of its files.
base::Result<document::Document> read(const std::string& path, const std::string& temporary_folder, bool ocr);

// One file's audit by a worker process, likewise, for `auditor show`: a refusal is an outcome.
base::Result<evaluation::Outcome> audit(const std::string& path, checklist::Choice& choice,
                                        const std::string& temporary_folder, bool ocr);

// One input in this process, without a worker: for workers and tests. Never fails: a refusal is an outcome.
evaluation::Outcome audit_bytes(std::string_view bytes, const Known& known, checklist::Choice& choice,
                                const readers::Means& means = {});

}  // namespace batch
