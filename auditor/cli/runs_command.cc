// `auditor runs`: what runs a store holds.
#include <filesystem>

#include "base/csv.h"
#include "base/json.h"
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

std::string checklists_of(const store::RunSummary& run) {
  std::string out;
  for (const std::string& id : run.checklists) out += (out.empty() ? "" : ", ") + id;
  return out;
}

std::string lines_of(const store::RunSummary& run) {
  std::string counts = reports::counted(run.audited, "record") + " audited";
  if (run.refused > 0) counts += ", " + std::to_string(run.refused) + " refused";
  if (run.skipped > 0) counts += ", " + std::to_string(run.skipped) + " skipped";
  if (run.rated_by_people > 0) counts += ", " + std::to_string(run.rated_by_people) + " rated by people";
  if (run.sample > 0) counts += ", sample " + std::to_string(run.sample);
  const std::string number = std::to_string(run.run);
  return std::string(number.size() < 4 ? 4 - number.size() : 0, ' ') + number + "  " + run.started + "  " +
         state_of(run) + ": " + counts + " (" + checklists_of(run) + ")\n      " + command_of(run) + "\n";
}

std::string csv_of(const std::vector<store::RunSummary>& all) {
  std::string out(base::byte_order_mark);
  out += base::csv_row({"run", "state", "started", "finished", "checklists", "audited", "refused", "skipped",
                        "rated_by_people", "sample", "command"});
  for (const store::RunSummary& run : all) {
    out += base::csv_row({std::to_string(run.run), state_of(run), run.started, run.finished, checklists_of(run),
                          std::to_string(run.audited), std::to_string(run.refused), std::to_string(run.skipped),
                          std::to_string(run.rated_by_people), run.sample > 0 ? std::to_string(run.sample) : "",
                          command_of(run)});
  }
  return out;
}

std::string json_of(const std::vector<store::RunSummary>& all) {
  base::JsonWriter json;
  auto count = [&json](const char* key, std::size_t value) { json.key(key).number(static_cast<std::int64_t>(value)); };
  json.begin_object().key("runs").begin_array();
  for (const store::RunSummary& run : all) {
    json.begin_object().key("run").number(run.run).key("state").string(state_of(run));
    json.key("started").string(run.started).key("finished");
    run.finished.empty() ? json.null() : json.string(run.finished);
    json.key("checklists").begin_array();
    for (const std::string& id : run.checklists) json.string(id);
    json.end_array();
    count("audited", run.audited);
    count("refused", run.refused);
    count("skipped", run.skipped);
    count("rated_by_people", run.rated_by_people);
    json.key("sample");
    run.sample > 0 ? json.number(run.sample) : json.null();
    json.key("arguments").begin_array();
    for (const std::string& argument : run.arguments) json.string(argument);
    json.end_array().end_object();
  }
  json.end_array().end_object();
  return json.take() + "\n";
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
  if (options.formats == std::vector<std::string>{"csv"}) {
    return print(csv_of(found.value())) ? all_audited : nothing_done;
  }
  if (options.formats == std::vector<std::string>{"json"}) {
    return print(json_of(found.value())) ? all_audited : nothing_done;
  }
  std::string out;
  for (const store::RunSummary& run : found.value()) out += lines_of(run);
  if (found.value().empty()) out = "no runs\n";
  return print(out) ? all_audited : nothing_done;
}

}  // namespace cli
