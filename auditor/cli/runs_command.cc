// `auditor runs`: what runs a store holds.
#include <filesystem>

#include "base/utf8.h"
#include "cli/commands.h"
#include "cli/terminal.h"
#include "reports/words.h"
#include "store/runs.h"

namespace cli {
namespace {

std::string state_of(const store::RunSummary& run) {
  if (!run.is_finished) return "unfinished";
  return run.interrupted ? "interrupted" : "finished";
}

// The command as it was given, on one line.
std::string command_of(const store::RunSummary& run) {
  std::string out = "auditor";
  for (const std::string& argument : run.arguments) out += " " + base::on_one_line(argument);
  return out;
}

std::string lines_of(const store::RunSummary& run) {
  std::string checklists;
  for (const std::string& id : run.checklists) checklists += (checklists.empty() ? "" : ", ") + id;
  std::string counts = reports::counted(run.audited, "record") + " audited";
  if (run.refused > 0) counts += ", " + std::to_string(run.refused) + " refused";
  if (run.skipped > 0) counts += ", " + std::to_string(run.skipped) + " skipped";
  if (run.rated_by_people > 0) counts += ", " + std::to_string(run.rated_by_people) + " rated by people";
  if (run.sample > 0) counts += ", sample " + std::to_string(run.sample);
  const std::string number = std::to_string(run.run);
  return std::string(number.size() < 4 ? 4 - number.size() : 0, ' ') + number + "  " + run.started + "  " +
         state_of(run) + ": " + counts + " (" + checklists + ")\n      " + command_of(run) + "\n";
}

}  // namespace

int runs(const Options& options) {
  std::string file = options.operands.front();
  std::error_code error;
  if (std::filesystem::is_directory(file, error)) file += "/run.db";
  if (!std::filesystem::exists(file, error)) {
    return fail({base::ErrorCode::not_found, file, 0, 0, "there is no such file", "check the spelling"});
  }
  base::Result<std::vector<store::RunSummary>> found = store::runs(file);
  if (!found) return fail(found.error());
  std::string out;
  for (const store::RunSummary& run : found.value()) out += lines_of(run);
  if (found.value().empty()) out = "no runs\n";
  return print(out) ? all_audited : nothing_done;
}

}  // namespace cli
