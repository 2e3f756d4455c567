// The table of formats, and the doors that take a store.
#include <memory>

#include "agreement/overrule.h"
#include "reports/csv.h"
#include "reports/html.h"
#include "reports/html_pages.h"
#include "reports/jsonl.h"
#include "reports/output_file.h"
#include "reports/reports.h"
#include "reports/summary.h"
#include "reports/view.h"
#include "reports/words.h"
#include "reports/workbook.h"

namespace reports {
namespace {

base::Status write_run_json(const Run& run, const Write& write) {
  Counts counts;
  base::Status status = run.each([&](const evaluation::Outcome& outcome) -> base::Status {
    const bool audited = outcome.standing == evaluation::Standing::audited;
    ++(audited ? counts.audited : outcome.standing == evaluation::Standing::refused ? counts.refused : counts.skipped);
    if (audited && !parts_of(outcome).empty()) ++counts.in_part;
    return base::Done{};
  });
  if (!status) return status;
  return write(run_json(run, counts));
}

template <base::Status (*writer)(const Run&, const Write&)>
base::Status streamed(const Run& run, OutputFile& out) {
  return writer(run, [&out](std::string_view bytes) { return out.write(bytes); });
}

struct Writer {
  const char* format;
  const char* file;
  base::Status (*write)(const Run&, OutputFile&);
  // A folder of files beside it, where there is one; written first, so that what links to them is never without them.
  const char* beside = nullptr;
  base::Status (*write_beside)(const Run&, const std::string& folder) = nullptr;
};

constexpr Writer kWriters[] = {
    {"jsonl", "findings.jsonl", streamed<write_jsonl>},
    {"csv", "findings.csv", streamed<write_csv>},
    {"json", "run.json", streamed<write_run_json>},
    {"html", "index.html", streamed<write_html>, "records", write_record_pages},
#ifdef AUDITOR_XLSX
    {"xlsx", "findings.xlsx", [](const Run& run, OutputFile& out) { return write_workbook(run, out.path()); }},
#endif
};

// The store's documents, with people's ratings where there are any.
std::function<base::Status(const Use&)> counting(const store::Store& store, agreement::Overruling people) {
  if (!people.any()) return [&store](const Use& use) { return store.each(use); };
  auto overruling = std::make_shared<const agreement::Overruling>(std::move(people));
  return [&store, overruling](const Use& use) {
    std::size_t number = 0;
    return store.each([&](const evaluation::Outcome& outcome) {
      if (!overruling->any(++number)) return use(outcome);
      evaluation::Outcome own = outcome;
      overruling->apply(own, number);
      return use(own);
    });
  };
}

}  // namespace

base::Result<Run> stored(const store::Store& store) {
  base::Result<store::RunFacts> facts = store.facts();
  if (!facts) return facts.error();
  base::Result<agreement::Overruling> people = agreement::Overruling::of(store);
  if (!people) return people.error();
  Run run{std::move(facts).value(), counting(store, std::move(people).value())};
  if (run.facts.sample == 0) return run;
  base::Result<store::Sample> sample = store::sample(store, run.facts.sample);
  if (!sample) return sample.error();
  run.sample = std::move(sample).value();
  return run;
}

std::vector<std::string> formats() {
  std::vector<std::string> out;
  for (const Writer& writer : kWriters) out.emplace_back(writer.format);
  return out;
}

std::vector<std::string> entries_of(const std::string& format) {
  std::vector<std::string> out;
  for (const Writer& writer : kWriters) {
    if (format != writer.format) continue;
    out.emplace_back(writer.file);
    if (writer.beside != nullptr) out.emplace_back(writer.beside);
  }
  return out;
}

base::Status write(const std::string& format, const store::Store& store, const std::string& folder) {
  for (const Writer& writer : kWriters) {
    if (format != writer.format) continue;
    base::Result<Run> run = stored(store);
    if (!run) return run.error();
    if (writer.write_beside != nullptr) {
      if (base::Status status = writer.write_beside(run.value(), folder); !status) return status;
    }
    base::Result<OutputFile> file = OutputFile::create(folder + "/" + writer.file);
    if (!file) return file.error();
    base::Status status = writer.write(run.value(), file.value());
    if (!status) return status;
    return file.value().finish();
  }
  return base::Error{base::ErrorCode::bad_argument, "", 0, 0, "there is no report format \"" + format + "\"",
                     "use html, xlsx, csv or jsonl"};
}

base::Result<std::string> summary(const store::Store& store, bool colour) {
  base::Result<Run> run = stored(store);
  if (!run) return run.error();
  base::Result<Overview> all = overview(run.value());
  if (!all) return all.error();
  return summary(all.value(), colour);
}

}  // namespace reports
