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
  if (there.limits != facts.limits) return false;
  base::Result<Options> asked = parse(there.arguments);
  return asked && asked.value().operands == options.operands && asked.value().list == options.list &&
         asked.value().checklist.empty() == options.checklist.empty();
}

// The first list that is not what it was; the lists differ.
std::string changed_list(const std::vector<store::ListFacts>& then, const std::vector<store::ListFacts>& now) {
  for (const store::ListFacts& list : now) {
    if (std::find(then.begin(), then.end(), list) == then.end()) return list.file;
  }
  return now.empty() ? "the manifest that is not given now" : "the order or number of the lists";
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

base::Result<Sought> broken_off(const std::string& database, const store::RunFacts& facts, checklist::Choice& choice,
                                const Options& options, bool finished_too) {
  Sought sought;
  base::Result<std::vector<store::RunFacts>> found = store::resumable(database, finished_too);
  if (!found) return found.error();
  for (store::RunFacts& run : found.value()) {
    if (!same(run, facts, choice, options)) continue;
    if (run.lists != facts.lists) {
      if (sought.changed.empty()) sought.changed = changed_list(run.lists, facts.lists);
      continue;
    }
    base::Result<batch::Spool> parts = batch::Spool::named(parts_of(database, run.run));
    if (!parts && parts.error().code == base::ErrorCode::interrupted) continue;
    if (!parts) return parts.error();
    return Sought{BrokenOff{std::move(run), std::move(parts).value()}};
  }
  return sought;
}

}  // namespace cli
