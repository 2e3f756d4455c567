#include "cli/resume.h"

#include <algorithm>
#include <filesystem>
#include <utility>
#include <vector>

#include "cli/after_kill.h"
#include "store/recording.h"

namespace cli {
namespace {

constexpr const char* compared = "-compared-";

// Whether each checklist that the run there has used is what would be used now.
bool same_checklists(const store::RunFacts& there, checklist::Choice& choice) {
  for (const store::ChecklistFacts& used : there.checklists()) {
    base::Result<const checklist::Checklist*> now = choice.with_id(used.id);
    if (!now || now.value()->sha256 != used.sha256) return false;
  }
  return there.checklist_id == choice.standard().id;
}

// Whether what the one has kept of a document is what the other would make of it.
bool same(const store::RunFacts& there, const store::RunFacts& facts, checklist::Choice& choice,
          const Options& options) {
  if (there.program_version != facts.program_version || !same_checklists(there, choice)) return false;
  if (there.text_kept != facts.text_kept || there.across != facts.across) return false;
  if (there.ocr_asked != facts.ocr_asked || there.ocr_library != facts.ocr_library) return false;
  base::Result<Options> asked = parse(there.arguments);
  // What is taken over has lost the facts that it would be joined by.
  if (!options.manifests.empty() || (asked && !asked.value().manifests.empty())) return false;
  return asked && asked.value().operands == options.operands && asked.value().list == options.list &&
         asked.value().checklist.empty() == options.checklist.empty();
}

}  // namespace

std::string parts_of(const std::string& database, std::int64_t run) {
  return database + compared + std::to_string(run);
}

void remove_left_parts(const std::string& database) {
  std::error_code error;
  const std::string prefix = std::filesystem::absolute(database, error).string() + compared;
  // The files first and the runs then: a run that begins meanwhile has its row before its file.
  const std::vector<std::string> files = left_behind(prefix);
  if (files.empty()) return;
  base::Result<std::vector<store::RunFacts>> wanted = store::resumable(database, false);
  if (!wanted) return;
  for (const std::string& file : files) {
    const bool is_wanted = std::any_of(wanted.value().begin(), wanted.value().end(), [&](const store::RunFacts& run) {
      return file == prefix + std::to_string(run.run);
    });
    if (is_wanted || !batch::Spool::named(file)) continue;
    std::filesystem::remove(file, error);
  }
}

base::Result<std::optional<BrokenOff>> broken_off(const std::string& database, const store::RunFacts& facts,
                                                  checklist::Choice& choice, const Options& options,
                                                  bool finished_too) {
  base::Result<std::vector<store::RunFacts>> found = store::resumable(database, finished_too);
  if (!found) return found.error();
  for (store::RunFacts& run : found.value()) {
    if (!same(run, facts, choice, options)) continue;
    base::Result<batch::Spool> parts = batch::Spool::named(parts_of(database, run.run));
    if (!parts && parts.error().code == base::ErrorCode::interrupted) continue;
    if (!parts) return parts.error();
    return std::optional(BrokenOff{std::move(run), std::move(parts).value()});
  }
  return std::optional<BrokenOff>();
}

}  // namespace cli
