// `auditor agree`: people's ratings taken in, held against the auditor's and each other's, and shared out.
#include <unistd.h>

#include <algorithm>
#include <filesystem>

#include "agreement/gather.h"
#include "agreement/import.h"
#include "base/file.h"
#include "base/limits.h"
#include "cli/agree.h"
#include "cli/commands.h"
#include "cli/confined.h"
#include "cli/terminal.h"
#include "reports/agreement.h"
#include "reports/words.h"
#include "store/person_ratings.h"

namespace cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_faults_told = 500;

// The file is read in a process that can do nothing else: anybody may have made it.
base::Result<agreement::Imported> imported(const std::string& file, const agreement::Audit& audit,
                                           const std::string& rater) {
  base::Result<std::string> bytes = base::read_file(file, base::limits::input_bytes);
  if (!bytes) return bytes.error();
  auto read = [&]() -> base::Result<std::string> {
    base::Result<agreement::Imported> found = agreement::import(bytes.value(), audit, file, rater);
    if (!found) return found.error();
    return agreement::text_of(found.value());
  };
  base::Result<std::string> text = confined(file, read);
  if (!text) return text.error();
  return agreement::imported_from(text.value(), audit);
}

int tell_faults(const agreement::Gathered& gathered) {
  std::size_t told = 0;
  for (const auto& [file, fault] : gathered.faults) {
    if (++told > most_faults_told) break;
    complain("auditor: " + file + ": " + (fault.cell.empty() ? "" : fault.cell + " ") + fault.message);
  }
  if (gathered.faults.size() > most_faults_told) {
    complain("auditor: and " + std::to_string(gathered.faults.size() - most_faults_told) + " faults more");
  }
  complain("auditor: nothing was imported: " + reports::counted(gathered.faults.size(), "fault") +
           " to mend in the file first");
  return nothing_done;
}

std::vector<store::PersonRating> to_keep(const agreement::Audit& audit, const std::vector<agreement::Given>& fresh) {
  const std::string when = now();
  std::vector<store::PersonRating> out;
  for (const agreement::Given& given : fresh) {
    const agreement::Item& item = audit.items[given.item];
    out.push_back({audit.records[given.record].number, item.checklist, item.id, given.rater, given.rating,
                   given.comment, when, given.file, given.cell});
  }
  return out;
}

int import(const Options& options) {
  const std::string& place = options.operands.front();
  base::Result<store::Store> store = opened_to_agree(options, true);
  if (!store) return fail(store.error());
  base::Result<agreement::Audit> audit = agreement::audit_of(store.value());
  if (!audit) return fail(audit.error());
  base::Result<std::vector<agreement::Given>> kept = agreement::given_in(store.value(), audit.value());
  if (!kept) return fail(kept.error());
  std::vector<std::string> files = options.agreement.files;
  files.insert(files.end(), options.operands.begin() + 1, options.operands.end());
  std::vector<std::pair<std::string, agreement::Imported>> read;
  std::size_t only_remark = 0;
  for (const std::string& file : files) {
    base::Result<agreement::Imported> one = imported(file, audit.value(), options.agreement.rater);
    if (!one) return fail(one.error());
    only_remark += one.value().only_remark;
    read.emplace_back(file, std::move(one).value());
  }
  agreement::Gathered gathered = agreement::gather(read, kept.value());
  if (!gathered.faults.empty()) return tell_faults(gathered);
  if (gathered.added + gathered.changed + gathered.unchanged == 0) {
    return fail({base::ErrorCode::empty, files.front(), 0, 0, "holds no rating yet",
                 "fill in the column Your rating, save, and import again"});
  }
  base::Status added = store::add(store.value(), to_keep(audit.value(), gathered.fresh));
  if (!added) return fail(added.error());
  if (options.quiet) return all_audited;
  std::string said = "Imported: " + reports::counted(gathered.added, "new rating") + ", " +
                     std::to_string(gathered.changed) + " changed, " + std::to_string(gathered.unchanged) +
                     " as before\n";
  if (only_remark > 0) {
    said += "Not taken: " + reports::counted(only_remark, "comment") + " without a rating beside it\n";
  }
  said += "Next: auditor agree " + place + " for the figures, auditor report " + place +
          " for reports in which these ratings count\n";
  return print(said) ? all_audited : nothing_done;
}

base::Result<reports::Agreement> counted(const store::Store& store) {
  base::Result<store::RunFacts> facts = store.facts();
  if (!facts) return facts.error();
  base::Result<agreement::Audit> audit = agreement::audit_of(store);
  if (!audit) return audit.error();
  base::Result<std::vector<agreement::Given>> given = agreement::given_in(store, audit.value());
  if (!given) return given.error();
  reports::Agreement out;
  out.facts = std::move(facts).value();
  out.audit = std::move(audit).value();
  out.counted = agreement::count(out.audit, given.value());
  out.shares = agreement::shares(out.audit, given.value());
  const agreement::Pairing* pairing = out.counted.of(agreement::Pairing::auditor_and_people);
  for (std::size_t i = 0; i < out.audit.items.size(); ++i) {
    out.judgements.push_back(agreement::judge(pairing == nullptr ? agreement::Figures() : pairing->items[i]));
  }
  agreement::Differences differences(out.audit, given.value());
  std::size_t number = 0;
  base::Status looked = store.each([&](const evaluation::Outcome& outcome) -> base::Status {
    differences.look(outcome, ++number);
    return base::Done{};
  });
  if (!looked) return looked.error();
  out.differences = differences.found();
  return out;
}

base::Status write(const Options& options, const reports::Agreement& agreement) {
  if (base::Status made = made_folder(options.out, false); !made) return made;
  const fs::path folder = options.out;
  auto asked = [&](const char* format) {
    return options.formats.empty() ||
           std::find(options.formats.begin(), options.formats.end(), format) != options.formats.end();
  };
  std::vector<std::pair<const char*, std::string>> files;
  if (asked("csv")) files.emplace_back("agreement.csv", reports::agreement_csv(agreement));
  if (asked("csv")) files.emplace_back("differences.csv", reports::differences_csv(agreement));
  if (asked("json")) files.emplace_back("agreement.json", reports::agreement_json(agreement));
  if (asked("html")) files.emplace_back("agreement.html", reports::agreement_html(agreement));
  for (const auto& [name, bytes] : files) {
    if (base::Status written = base::write_file(folder / name, bytes); !written) return written;
  }
  return base::Done{};
}

int figures(const Options& options) {
  base::Result<store::Store> store = opened_to_agree(options, false);
  if (!store) return fail(store.error());
  base::Result<reports::Agreement> agreement = counted(store.value());
  if (!agreement) return fail(agreement.error());
  if (options.out_given) {
    if (base::Status written = write(options, agreement.value()); !written) return fail(written.error());
  }
  if (options.quiet) return all_audited;
  std::string said = reports::agreement_text(agreement.value(), colour_wanted(STDOUT_FILENO));
  if (options.out_given) said += "\nWritten to " + options.out + "\n";
  return print(said) ? all_audited : nothing_done;
}

}  // namespace

int agree(const Options& options) {
  if (options.agreement.allocate > 0) return allocate_to_raters(options);
  return options.agreement.files.empty() ? figures(options) : import(options);
}

}  // namespace cli
