// What was audited and how it was chosen: what somebody must know before they quote a figure.
#include "reports/html_parts.h"
#include "reports/sample_words.h"
#include "reports/words.h"

namespace reports {
namespace {

void counts(Markup& page, const char* term, const char* key,
            const std::vector<std::pair<std::string, std::string>>& named, const std::vector<std::size_t>& found) {
  if (named.empty()) return;
  page.element("dt", term).open("dd");
  for (std::size_t i = 0; i < named.size(); ++i) {
    if (i > 0) page.text("; ");
    page.foreign("span", named[i].second).text(" ");
    figure(page, found[i], asked(key, named[i].first));
  }
  page.close();
}

std::string files(const Overview& all) {
  std::string out =
      std::to_string(all.audited + all.refused + all.skipped) + " given: " + std::to_string(all.audited) + " audited";
  if (all.in_part > 0) out += " (" + std::to_string(all.in_part) + " read only in part)";
  out += ", " + std::to_string(all.refused) + " refused";
  if (all.skipped > 0) out += ", " + std::to_string(all.skipped) + " skipped";
  return out;
}

}  // namespace

void run_part(Markup& page, const Run& run, const Overview& all) {
  const store::RunFacts& facts = run.facts;
  section(page, "run", "What was audited");
  page.open("dl");
  auto line = [&](const char* term, const std::string& value) {
    if (!value.empty()) page.element("dt", term).element("dd", value);
  };
  line("Files", files(all));
  const auto sample = sample_words(run);
  line("Sample", sample.empty() ? "All files given were audited; no sample was drawn."
                                : "A sample that was drawn by chance; what follows says how.");
  for (const auto& [term, words] : sample) line(term.c_str(), words);
  line("Lists and returns", joining_words(facts));
  line("People\u2019s ratings", people_words(all.by_people, all.overruled, all.unscored));
  if (facts.interrupted) line("Interrupted", "The run was stopped before its end; this is what was finished.");
  if (!all.folder.empty()) {
    page.element("dt", "Paths begin").open("dd").attribute("id", "folder").attribute("dir", "auto");
    page.text(all.folder).close();
  }
  std::vector<std::pair<std::string, std::string>> named;
  std::vector<std::size_t> found;
  for (const auto& [team, count] : all.teams) {
    named.emplace_back(team, team);
    found.push_back(count);
  }
  counts(page, "Teams", "team", named, found);
  named.clear();
  found.clear();
  for (const auto& [type, count] : all.types) {
    named.emplace_back(type.empty() ? "-" : type, type_words(type));
    found.push_back(count);
  }
  counts(page, "Types", "type", named, found);
  const bool several = all.checklists.size() > 1;
  for (const ChecklistTally& checklist : all.checklists) {
    page.element("dt", "Checklist").open("dd");
    page.text(checklist.title + " (" + checklist.id + "), version " + checklist.version);
    if (several) {
      page.text(": ");
      figure(page, checklist.audited, counted(checklist.audited, "record"), asked("checklist", checklist.id));
    }
    page.close();
    line("Checklist sha256", checklist.sha256);
  }
  if (several) line("Chosen", "Each record was rated by the checklist for its type, or else by the first.");
  line("Started", time_words(facts.started));
  line("Finished", time_words(facts.finished));
  line("Program", "Assessment Auditor " + facts.program_version);
  std::string arguments;
  for (const std::string& argument : facts.arguments) arguments += (arguments.empty() ? "" : " ") + argument;
  line("Arguments", arguments);
  line("Compared", facts.across ? "Yes: flags that compare records ran" : "No: flags that compare records did not run");
  if (facts.ocr_asked) line("Scanned pages", "Read by text recognition (" + facts.ocr_library + ")");
  std::string limits;
  for (const std::string& setting : facts.limits) limits += (limits.empty() ? "" : ", ") + setting;
  if (!limits.empty()) line("Limits set", limits);
  line("Protection", facts.sandbox);
  page.close().close();
}

}  // namespace reports
