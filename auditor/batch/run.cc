#include "batch/run.h"

#include <sys/stat.h>

#include <optional>
#include <utility>

#include "base/limit.h"
#include "base/limits.h"
#include "base/sha256.h"
#include "batch/supervise.h"
#include "evaluation/evaluate.h"
#include "readers/reader.h"

namespace batch {
namespace {

// Text recognition, where it is asked for; its data is read here, before workers lose sight of files.
class Recognition {
 public:
  static base::Result<Recognition> begin(bool asked) {
    Recognition recognition;
    if (!asked) return recognition;
    base::Result<readers::ocr::Model> model = readers::ocr::load();
    if (!model) return model.error();
    recognition.model_ = std::move(model).value();
    return recognition;
  }
  // Valid as long as this is.
  readers::Means means() const { return {model_ ? &*model_ : nullptr, allow_processor_seconds}; }

 private:
  std::optional<readers::ocr::Model> model_;
};

// To compile a checklist that a record's type asks for: half a second as a rule, longer where memory is checked.
constexpr std::uint32_t checklist_seconds = 20;

// A long text has time by its length. A checklist that a record's type asks for is compiled in time of its own.
void allow_time(const document::Document& document, checklist::Choice& choice, const readers::Means& means) {
  const std::size_t length = document.text.size();
  const std::uint32_t seconds = Bounds().cpu_seconds_for(length);
  if (length >= base::limits::worker_bytes_a_second) means.allow_time(seconds);
  choice.compiling = [allow = means.allow_time, seconds](bool begins) { allow(begins ? checklist_seconds : seconds); };
}

// What is done to a document in a worker.
Audit auditing(checklist::Choice& choice, const readers::Means& means) {
  return
      [&choice, means](std::string_view bytes, const Known& known) { return audit_bytes(bytes, known, choice, means); };
}

// A page in recognition is allowed its own processor time; the clock on the wall is one for all.
Bounds bounds_of(bool ocr) {
  Bounds bounds;
  bounds.wall_seconds += checklist_seconds;
  if (ocr) bounds.wall_seconds += 2 * static_cast<std::uint32_t>(base::limit(base::Limit::ocr_document));
  return bounds;
}

// What is known of how the bytes were come by stands before what the reader says.
base::Result<document::Document> read_known(std::string_view bytes, const Known& known, const readers::Means& means) {
  base::Result<document::Document> document = readers::read(bytes, known.path, means);
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
base::Result<evaluation::Outcome> alone(const std::string& path, const Audit& audit, const std::string& folder,
                                        bool ocr) {
  Options options;
  options.only = path;
  options.temporary_folder = folder;
  intake::Found found;
  found.inputs.push_back({container_of(path), true});
  Last last;
  base::Result<Summary> summary = supervise(found, audit, options, bounds_of(ocr), last);
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

evaluation::Outcome standing_for(const std::string& path, const std::string& sha256, evaluation::Standing standing,
                                 const base::Error& error, const std::string& checklist) {
  evaluation::Outcome outcome;
  outcome.path = path;
  outcome.sha256 = sha256;
  outcome.standing = standing;
  outcome.error = error;
  outcome.checklist = checklist;
  return outcome;
}

// An audit gives every outcome that has a sum a format too.
bool stands_for_another(const evaluation::Outcome& outcome) {
  return outcome.format.empty() && !outcome.sha256.empty();
}

std::string container_of(const std::string& path) {
  if (is_file(path)) return path;
  for (std::size_t at = path.find("!/"); at != std::string::npos; at = path.find("!/", at + 1)) {
    if (is_file(path.substr(0, at))) return path.substr(0, at);
  }
  return path;
}

evaluation::Outcome audit_bytes(std::string_view bytes, const Known& known, checklist::Choice& choice,
                                const readers::Means& means) {
  base::Result<document::Document> document = read_known(bytes, known, means);
  if (document && means.allow_time) allow_time(document.value(), choice, means);
  evaluation::Outcome outcome = document ? evaluation::evaluate(std::move(document).value(), choice)
                                         : outcome_of(document.error(), known.path, known.named);
  if (outcome.format.empty()) outcome.format = readers::name_of(readers::sniff(bytes, known.path));
  outcome.path = known.path;
  outcome.sha256 = base::sha256(bytes);
  outcome.bytes = bytes.size();
  return outcome;
}

base::Result<Summary> run(const intake::Found& found, checklist::Choice& choice, const Options& options,
                          evaluation::Sink& sink) {
  base::Result<Recognition> recognition = Recognition::begin(options.ocr);
  if (!recognition) return recognition.error();
  const readers::Means means = recognition.value().means();
  const Audit audited = auditing(choice, means);
  auto audit = [&](std::string_view bytes, const Known& known) {
    // What is known of how the bytes were come by is part of the outcome: such a file is read again.
    if (options.already && known.notes.empty()) {
      if (auto there = options.already(known.path, base::sha256(bytes))) return *std::move(there);
    }
    evaluation::Outcome outcome = audited(bytes, known);
    if (!options.keep_passages) outcome.passages.clear();
    if (!options.keep_own_facts) outcome.own_facts = {};
    return outcome;
  };
  return supervise(found, audit, options, bounds_of(options.ocr), sink);
}

base::Result<document::Document> read(const std::string& path, const std::string& temporary_folder, bool ocr) {
  base::Result<Recognition> recognition = Recognition::begin(ocr);
  if (!recognition) return recognition.error();
  const readers::Means means = recognition.value().means();
  auto only_read = [&means](std::string_view bytes, const Known& known) {
    base::Result<document::Document> document = read_known(bytes, known, means);
    if (!document) return outcome_of(document.error(), known.path, known.named);
    evaluation::Outcome outcome;
    outcome.document = std::move(document).value();
    return outcome;
  };
  base::Result<evaluation::Outcome> outcome = alone(path, only_read, temporary_folder, ocr);
  if (!outcome) return outcome.error();
  if (outcome.value().standing != evaluation::Standing::audited) return outcome.value().error;
  return std::move(outcome.value().document);
}

base::Result<evaluation::Outcome> audit(const std::string& path, checklist::Choice& choice,
                                        const std::string& temporary_folder, bool ocr) {
  base::Result<Recognition> recognition = Recognition::begin(ocr);
  if (!recognition) return recognition.error();
  const readers::Means means = recognition.value().means();
  const Audit audit = auditing(choice, means);
  return alone(path, audit, temporary_folder, ocr);
}

}  // namespace batch
