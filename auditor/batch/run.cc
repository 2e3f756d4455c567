#include "batch/run.h"

#include <sys/stat.h>

#include <utility>

#include "base/sha256.h"
#include "batch/supervise.h"
#include "evaluation/evaluate.h"
#include "readers/reader.h"

namespace batch {
namespace {

// What is known of how the bytes were come by stands before what the reader says.
base::Result<document::Document> read_known(std::string_view bytes, const Known& known) {
  base::Result<document::Document> document = readers::read(bytes, known.path);
  if (!document) return document;
  std::vector<document::Note>& notes = document.value().notes;
  notes.insert(notes.begin(), known.notes.begin(), known.notes.end());
  return document;
}

struct Last : evaluation::Sink {
  base::Status take(const evaluation::Outcome& outcome) override {
    taken = outcome;
    there = true;
    return base::Done{};
  }
  evaluation::Outcome taken;
  bool there = false;
};

// The one file through a worker.
base::Result<evaluation::Outcome> alone(const std::string& path, const Audit& audit, const std::string& folder) {
  Options options;
  options.only = path;
  options.temporary_folder = folder;
  intake::Found found;
  found.inputs.push_back({container_of(path), true});
  Last last;
  base::Result<Summary> summary = supervise(found, audit, options, Bounds(), last);
  if (!summary) return summary.error();
  // What is wrong with an archive is told of a file that isn't found in it.
  bool other = last.there && last.taken.path != path && last.taken.standing == evaluation::Standing::audited;
  if (!last.there || other) {
    return base::Error{base::ErrorCode::not_found,
                       path,
                       0,
                       0,
                       "there is no such file in the archive",
                       "check the spelling; small and capital letters differ"};
  }
  return std::move(last.taken);
}

bool is_file(const std::string& path) {
  struct stat facts {};
  return ::stat(path.c_str(), &facts) == 0 && S_ISREG(facts.st_mode);
}

}  // namespace

std::string container_of(const std::string& path) {
  if (is_file(path)) return path;
  for (std::size_t at = path.find("!/"); at != std::string::npos; at = path.find("!/", at + 1)) {
    if (is_file(path.substr(0, at))) return path.substr(0, at);
  }
  return path;
}

evaluation::Outcome audit_bytes(std::string_view bytes, const Known& known, const checklist::Checklist& checklist) {
  base::Result<document::Document> document = read_known(bytes, known);
  evaluation::Outcome outcome = document ? evaluation::evaluate(std::move(document).value(), checklist)
                                         : outcome_of(document.error(), known.path, known.named);
  if (outcome.format.empty()) outcome.format = readers::name_of(readers::sniff(bytes, known.path));
  outcome.path = known.path;
  outcome.sha256 = base::sha256(bytes);
  outcome.bytes = bytes.size();
  return outcome;
}

base::Result<Summary> run(const intake::Found& found, const checklist::Checklist& checklist, const Options& options,
                          evaluation::Sink& sink) {
  auto audit = [&](std::string_view bytes, const Known& known) {
    evaluation::Outcome outcome = audit_bytes(bytes, known, checklist);
    if (!options.keep_passages) outcome.passages.clear();
    return outcome;
  };
  return supervise(found, audit, options, Bounds(), sink);
}

base::Result<document::Document> read(const std::string& path, const std::string& temporary_folder) {
  auto only_read = [](std::string_view bytes, const Known& known) {
    base::Result<document::Document> document = read_known(bytes, known);
    if (!document) return outcome_of(document.error(), known.path, known.named);
    evaluation::Outcome outcome;
    outcome.document = std::move(document).value();
    return outcome;
  };
  base::Result<evaluation::Outcome> outcome = alone(path, only_read, temporary_folder);
  if (!outcome) return outcome.error();
  if (outcome.value().standing != evaluation::Standing::audited) return outcome.value().error;
  return std::move(outcome.value().document);
}

base::Result<evaluation::Outcome> audit(const std::string& path, const checklist::Checklist& checklist,
                                        const std::string& temporary_folder) {
  auto audit = [&](std::string_view bytes, const Known& known) { return audit_bytes(bytes, known, checklist); };
  return alone(path, audit, temporary_folder);
}

}  // namespace batch
