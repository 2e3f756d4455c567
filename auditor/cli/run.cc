#include "cli/run.h"

#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <system_error>

#include "batch/run.h"
#include "cli/commands.h"
#include "cli/options.h"
#include "cli/terminal.h"
#include "evaluation/score.h"
#include "readers/ocr.h"

namespace cli {

int fail(const base::Error& error) {
  complain("auditor: " + error.one_line());
  return nothing_done;
}

base::Result<checklist::Checklist> loaded(const std::string& name_or_path) {
  base::Result<std::string> file = checklist::find(name_or_path);
  if (!file) return file.error();
  return checklist::load(file.value());
}

base::Result<checklist::Choice> choice_of(const std::string& name_or_path) {
  base::Result<std::string> file = checklist::find(name_or_path.empty() ? standard_checklist : name_or_path);
  if (!file) return file.error();
  if (name_or_path.empty()) return checklist::Choice::by_type(file.value());
  base::Result<checklist::Checklist> only = checklist::load(file.value());
  if (!only) return only.error();
  return checklist::Choice(std::move(only).value());
}

std::string now() {
  std::time_t seconds = std::time(nullptr);
  std::tm parts{};
  ::gmtime_r(&seconds, &parts);
  char text[32];
  std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
  return text;
}

std::string program_version() {
  return AUDITOR_VERSION;
}

store::RunFacts facts_of(const checklist::Checklist& checklist) {
  store::RunFacts facts;
  facts.program_version = AUDITOR_VERSION;
  facts.ocr_library = readers::ocr::library();
  facts.limits = base::unusual_limits();
  store::ChecklistFacts used = checklist_facts(checklist);
  facts.checklist_id = used.id;
  facts.checklist_title = used.title;
  facts.checklist_version = used.version;
  facts.checklist_sha256 = used.sha256;
  facts.dimensions = std::move(used.dimensions);
  facts.items = std::move(used.items);
  facts.scoring = std::move(used.scoring);
  return facts;
}

store::ChecklistFacts checklist_facts(const checklist::Checklist& checklist) {
  store::ChecklistFacts facts;
  facts.id = checklist.id;
  facts.title = checklist.title;
  facts.version = checklist.version;
  facts.sha256 = checklist.sha256;
  for (const auto& dimension : checklist.dimensions) facts.dimensions.emplace_back(dimension.id, dimension.title);
  for (const auto& item : checklist.items) facts.items.push_back({item.id, item.dimension, item.asks});
  facts.scoring = evaluation::text_of(evaluation::scoring_of(*checklist.program));
  return facts;
}

std::string temporary_folder() {
  const char* named = std::getenv("TMPDIR");
  return named != nullptr && *named != '\0' ? named : "/tmp";
}

base::Status check_file(const std::string& path) {
  if (batch::container_of(path) != path) return base::Done{};
  std::error_code error;
  std::filesystem::file_status status = std::filesystem::status(path, error);
  if (!std::filesystem::exists(status)) {
    return base::Error{base::ErrorCode::not_found, path, 0, 0, "there is no such file", "check the spelling"};
  }
  if (std::filesystem::is_directory(status)) {
    return base::Error{base::ErrorCode::bad_argument, path, 0, 0, "is a folder", "name one file"};
  }
  return base::Done{};
}

int run(const std::vector<std::string>& arguments) {
  base::Result<Options> parsed = parse(arguments);
  if (!parsed) return fail(parsed.error());
  const Options& options = parsed.value();
  if (options.version) {
    std::string ocr = readers::ocr::library();
    std::string text =
        "auditor " AUDITOR_VERSION "\nText recognition (--ocr): " + (ocr.empty() ? "not built in" : ocr) + "\n";
    return print(text) ? all_audited : nothing_done;
  }
  if (options.help) return print(help(options.verb)) ? all_audited : nothing_done;
  base::set_limits(options.limit_settings);
  if (options.verb == "audit") return audit(options, arguments);
  if (options.verb == "sample") return sample(options, arguments);
  if (options.verb == "agree") return agree(options);
  if (options.verb == "report") return options.for_board ? board(options) : report(options);
  if (options.verb == "text") return text(options);
  if (options.verb == "show") return show(options);
  if (options.verb == "pack") return pack(options);
  if (options.verb == "timeliness") return timeliness(options);
  if (options.verb == "runs") return runs(options);
  if (options.verb == "purge") return purge(options);
  if (options.verb == "compare") return compare(options);
  return checklists(options);
}

}  // namespace cli
