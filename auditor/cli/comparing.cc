#include "cli/comparing.h"

#include <filesystem>
#include <map>

#include "base/file.h"
#include "base/limits.h"
#include "cli/commands.h"
#include "manifest/table.h"
#include "reports/sample_words.h"
#include "reports/view.h"
#include "store/case_facts.h"

namespace cli {
namespace {

namespace fs = std::filesystem;

void add_titles(const store::RunFacts& facts, comparison::Records::Titles& titles) {
  for (const store::ChecklistFacts& checklist : facts.checklists()) {
    for (const auto& [id, title] : checklist.dimensions) titles[{checklist.id, id}] = title;
    for (const auto& [id, dimension, question] : checklist.items) titles[{checklist.id, id}] = question;
  }
}

// The day of completion that a list or return gives, by document.
base::Result<std::map<std::size_t, std::string>> completed_days(const store::Store& run) {
  base::Result<std::vector<store::CaseFact>> facts = store::case_facts(run);
  if (!facts) return facts.error();
  std::map<std::size_t, std::string> out;
  for (const store::CaseFact& fact : facts.value()) {
    if (fact.document > 0 && !fact.completed.empty()) out[fact.document] = fact.completed;
  }
  return out;
}

base::Status take(const store::Store& run, std::size_t side, comparison::Records& records) {
  base::Result<reports::Run> shown = reports::stored(run);
  if (!shown) return shown.error();
  base::Result<std::map<std::size_t, std::string>> days = completed_days(run);
  if (!days) return days.error();
  std::size_t number = 0;
  return shown.value().each([&](const evaluation::Outcome& outcome) -> base::Status {
    const auto day = days.value().find(++number);
    records.take(outcome, side, day == days.value().end() ? std::string() : day->second);
    return base::Done{};
  });
}

base::Result<std::vector<comparison::Figure>> councils(const std::string& file) {
  base::Result<std::string> bytes = base::read_file(file, base::limits::checklist_bytes);
  if (!bytes) return bytes.error();
  base::Result<std::vector<manifest::Row>> rows = manifest::read_table(bytes.value(), file);
  if (!rows) return rows.error();
  std::vector<comparison::TableRow> table;
  for (manifest::Row& row : rows.value()) table.push_back({row.line, std::move(row.cells)});
  return comparison::figures_from(table, file);
}

std::string name_of(const std::string& source, std::int64_t run) {
  return run > 0 ? source + ", run " + std::to_string(run) : source;
}

}  // namespace

base::Result<Compared> gathered(const Options& options) {
  const std::string& source = options.operands.front();
  base::Result<store::Store> run = opened_run(source, options.run);
  if (!run) return run.error();
  base::Result<store::RunFacts> facts = run.value().facts();
  if (!facts) return facts.error();
  std::string before = options.operands.size() == 2 ? options.operands[1] : options.compare.before;
  const std::int64_t number = options.compare.against;
  if (before.empty() && number > 0) before = source;

  comparison::Records::Titles titles;
  add_titles(facts.value(), titles);
  Compared out{comparison::Records(), {}, name_of(source, options.run), "", ""};
  if (before.empty()) {
    out.records = comparison::Records(std::move(titles));
    if (base::Status taken = take(run.value(), 0, out.records); !taken) return taken.error();
  } else {
    base::Result<store::Store> other = opened_run(before, number);
    if (!other) return other.error();
    base::Result<store::RunFacts> earlier = other.value().facts();
    if (!earlier) return earlier.error();
    add_titles(earlier.value(), titles);
    out.before = name_of(before, number);
    out.records = comparison::Records(std::move(titles));
    if (base::Status taken = take(run.value(), 0, out.records); !taken) return taken.error();
    if (base::Status taken = take(other.value(), 1, out.records); !taken) return taken.error();
  }
  base::Result<reports::Run> shown = reports::stored(run.value());
  if (!shown) return shown.error();
  for (const auto& [term, words] : reports::sample_words(shown.value())) {
    if (term == "How it was drawn" || term == "Drawn from" || term == "How sure") {
      out.sampled += (out.sampled.empty() ? "" : " ") + words;
    }
  }
  if (!options.compare.comparators.empty()) {
    base::Result<std::vector<comparison::Figure>> figures = councils(options.compare.comparators);
    if (!figures) return figures.error();
    out.councils = std::move(figures.value());
  }
  return out;
}

reports::ComparisonReport report_of(const Compared& compared, const comparison::Comparison& groups,
                                    const Options& options) {
  reports::ComparisonReport out{compared.records,       groups,
                                options.compare.by,     {},
                                options.compare.period, 0,
                                compared.councils,      compared.source,
                                compared.before,        compared.sampled,
                                options.small_numbers};
  out.trends = comparison::trends(compared.records, options.compare.period, out.undated);
  return out;
}

base::Status make_folder(const std::string& folder) {
  std::error_code error;
  if (fs::is_directory(folder, error)) return base::Done{};
  fs::create_directories(folder, error);
  if (error) {
    return base::Error{base::ErrorCode::unreadable,     folder, 0, 0, "cannot be made: " + error.message(),
                       "name another folder with --out"};
  }
  fs::permissions(folder, fs::perms::owner_all, error);
  return base::Done{};
}

}  // namespace cli
