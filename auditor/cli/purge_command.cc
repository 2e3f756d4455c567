// `auditor purge`: a run, a case or a record leaves a store for good.
#include <filesystem>
#include <optional>

#include "batch/spool.h"
#include "cli/commands.h"
#include "cli/resume.h"
#include "cli/terminal.h"
#include "reports/words.h"
#include "store/runs.h"

namespace cli {
namespace {

// What a run that is not finished keeps beside the store goes too. An error where a process is at work on it.
base::Status purge_parts(const std::string& store, std::int64_t run) {
  const std::string path = parts_of(store, run);
  std::error_code error;
  if (!std::filesystem::exists(path, error)) return base::Done{};
  base::Result<batch::Spool> parts = batch::Spool::named(path);
  if (!parts) {
    return base::Error{base::ErrorCode::bad_argument,
                       store,
                       0,
                       0,
                       "run " + std::to_string(run) + " is being written",
                       "interrupt it first, or wait for its end"};
  }
  std::filesystem::remove(path, error);
  return base::Done{};
}

// Names and hashed words of a case may stand in the parts of any run that is not finished: those begin anew.
base::Status purge_all_parts(const std::string& store) {
  base::Result<std::vector<store::RunSummary>> runs = store::runs(store);
  if (!runs) return runs.error();
  for (const store::RunSummary& run : runs.value()) {
    if (base::Status gone = purge_parts(store, run.run); !gone) return gone;
  }
  return base::Done{};
}

}  // namespace

int purge(const Options& options) {
  const std::string& store = options.operands.front();
  std::error_code error;
  if (std::filesystem::is_directory(store, error)) {
    return fail({base::ErrorCode::bad_argument, store, 0, 0, "is the folder of one run, with its reports",
                 "delete the folder to be rid of it"});
  }
  if (!is_store(store)) {
    return fail(
        {base::ErrorCode::not_found, store, 0, 0, "is no store of this program", "name one that audit --store made"});
  }
  base::Status parts = options.run > 0 ? purge_parts(store, options.run) : purge_all_parts(store);
  if (!parts) return fail(parts.error());
  base::Result<store::Purged> purged = options.run > 0          ? store::purge_run(store, options.run)
                                       : !options.child.empty() ? store::purge_child(store, options.child)
                                                                : store::purge_document(store, options.record);
  if (!purged) return fail(purged.error());
  const store::Purged& gone = purged.value();
  std::string out = "Purged: ";
  if (gone.runs > 0) out += "run " + std::to_string(options.run) + ", ";
  out += reports::counted(gone.documents, "audit") + " of records\n" +
         "Reports and packs that were made of them before are other files: delete those yourself.\n";
  return print(out) ? all_audited : nothing_done;
}

}  // namespace cli
