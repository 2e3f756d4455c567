#include "cli/comparing.h"

#include <map>
#include <optional>

#include "base/file.h"
#include "base/limits.h"
#include "cli/commands.h"
#include "manifest/table.h"
#include "reports/sample_words.h"
#include "reports/view.h"
#include "store/case_facts.h"

namespace cli {
namespace {

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

base::Status take(const store::Store& store, const reports::Run& run, std::size_t side, comparison::Records& records) {
  base::Result<std::map<std::size_t, std::string>> days = completed_days(store);
  if (!days) return days.error();
  std::size_t number = 0;
  return run.each([&](const evaluation::Outcome& outcome) -> base::Status {
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
  return comparison::figures_from(rows.value(), file);
}

std::string name_of(const std::string& source, std::int64_t run) {
  return run > 0 ? source + ", run " + std::to_string(run) : source;
}

// What a report of something else than the sample says of it: how it was drawn, from what, and how sure it is.
std::string sampled(const reports::Run& run) {
  std::string out;
  for (const auto& [term, words] : reports::sample_words(run)) {
    if (term != "How it was drawn" && term != "Drawn from" && term != "How sure") continue;
    out += (out.empty() ? "" : " ") + words;
  }
  return out;
}

}  // namespace

base::Result<Compared> gathered(const store::Store& store, const reports::Run& run, const Options& options) {
  const std::string& source = options.operands.front();
  const std::int64_t number = options.compare.against;
  std::string before = options.operands.size() == 2 ? options.operands[1] : options.compare.before;
  if (before.empty() && number > 0) before = source;

  comparison::Records::Titles titles;
  add_titles(run.facts, titles);
  std::optional<store::Store> other;
  std::optional<reports::Run> earlier;
  if (!before.empty()) {
    base::Result<store::Store> opened = opened_run(before, number);
    if (!opened) return opened.error();
    other.emplace(std::move(opened.value()));
    base::Result<reports::Run> seen = reports::stored(*other);
    if (!seen) return seen.error();
    earlier = std::move(seen.value());
    add_titles(earlier->facts, titles);
  }
  Compared out{comparison::Records(std::move(titles)), {}, name_of(source, options.run), "", sampled(run)};
  if (base::Status taken = take(store, run, 0, out.records); !taken) return taken.error();
  if (earlier) {
    out.before = name_of(before, number);
    if (base::Status taken = take(*other, *earlier, 1, out.records); !taken) return taken.error();
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
  return {compared.records,       groups,
          options.compare.by,     {},
          options.compare.period, 0,
          compared.councils,      compared.source,
          compared.before,        compared.sampled,
          options.small_numbers};
}

}  // namespace cli
