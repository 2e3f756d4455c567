#include "batch/run.h"

#include <utility>

#include "base/sha256.h"
#include "batch/supervise.h"
#include "evaluation/evaluate.h"
#include "readers/reader.h"

namespace batch {

evaluation::Outcome audit_bytes(std::string_view bytes, const std::string& path, bool named,
                                const checklist::Checklist& checklist) {
  base::Result<document::Document> document = readers::read(bytes, path);
  evaluation::Outcome outcome = document ? evaluation::evaluate(std::move(document).value(), checklist)
                                         : outcome_of(document.error(), path, named);
  if (outcome.format.empty()) outcome.format = readers::name_of(readers::sniff(bytes, path));
  outcome.path = path;
  outcome.sha256 = base::sha256(bytes);
  outcome.bytes = bytes.size();
  return outcome;
}

base::Result<Summary> run(const intake::Found& found, const checklist::Checklist& checklist, const Options& options,
                          evaluation::Sink& sink) {
  auto audit = [&](std::string_view bytes, const std::string& path, bool named) {
    evaluation::Outcome outcome = audit_bytes(bytes, path, named, checklist);
    if (!options.keep_passages) outcome.passages.clear();
    return outcome;
  };
  return supervise(found, audit, options, Bounds(), sink);
}

base::Result<document::Document> read(const std::string& path) {
  struct Last : evaluation::Sink {
    base::Status take(const evaluation::Outcome& outcome) override {
      taken = outcome;
      return base::Done{};
    }
    evaluation::Outcome taken;
  };
  auto only_read = [](std::string_view bytes, const std::string& name, bool named) {
    base::Result<document::Document> document = readers::read(bytes, name);
    if (!document) return outcome_of(document.error(), name, named);
    evaluation::Outcome outcome;
    outcome.document = std::move(document).value();
    return outcome;
  };
  intake::Found found;
  found.inputs.push_back({path, true});
  Last last;
  base::Result<Summary> summary = supervise(found, only_read, Options(), Bounds(), last);
  if (!summary) return summary.error();
  if (last.taken.standing != evaluation::Standing::audited) return last.taken.error;
  return std::move(last.taken.document);
}

}  // namespace batch
