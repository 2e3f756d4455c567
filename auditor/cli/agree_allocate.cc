// `auditor agree --allocate`: records shared out among people who rate them unswayed.
#include <algorithm>
#include <filesystem>

#include "agreement/allocate.h"
#include "base/file.h"
#include "cli/agree.h"
#include "cli/commands.h"
#include "cli/terminal.h"
#include "cli/written.h"
#include "reports/csv.h"
#include "reports/rating_sheet.h"
#include "reports/words.h"

namespace cli {
namespace {

namespace fs = std::filesystem;

#ifdef AUDITOR_XLSX
constexpr const char* usual_format = "xlsx";
#else
constexpr const char* usual_format = "csv";
#endif

// "Ann Lee" -> "ann-lee": letters and digits of ASCII, the rest as one '-'.
std::string file_name(const std::string& rater) {
  std::string out;
  for (char c : rater) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (kept) {
      out += c;
    } else if (!out.empty() && out.back() != '-') {
      out += '-';
    }
  }
  while (!out.empty() && out.back() == '-') out.pop_back();
  return out;
}

// Who has which record: for who allocates, not for raters.
std::string allocation_csv(const agreement::Audit& audit, const agreement::Allocation& allocation) {
  std::string out = "\uFEFFnumber,path,sha256,raters\r\n";
  for (std::size_t place : allocation.drawn) {
    const agreement::Record& record = audit.records[place];
    std::string raters;
    for (std::size_t i = 0; i < allocation.raters.size(); ++i) {
      const auto& own = allocation.records[i];
      if (std::find(own.begin(), own.end(), place) == own.end()) continue;
      raters += (raters.empty() ? "" : "; ") + allocation.raters[i];
    }
    out += std::to_string(record.number) + "," + reports::csv_value(record.path) + "," + record.sha256 + "," +
           reports::csv_value(raters) + "\r\n";
  }
  return out;
}

base::Status write_sheet(const reports::RatingSheet& sheet, const fs::path& path, const std::string& format) {
#ifdef AUDITOR_XLSX
  if (format == "xlsx") {
    base::Status written = reports::write_rating_workbook(sheet, path.string());
    std::error_code error;
    if (written) fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write, error);
    return written;
  }
#else
  static_cast<void>(format);
#endif
  return base::write_file(path, reports::rating_csv(sheet));
}

}  // namespace

base::Result<store::Store> opened_to_agree(const Options& options, bool to_add) {
  const std::string& place = options.operands.front();
  base::Result<store::Store> run = opened_run(place, options.run);
  if (!run || !to_add) return run;
  const std::int64_t number = run.value().run();
  std::error_code error;
  const bool folder = fs::is_directory(place, error);
  return store::Store::open_to_add(folder ? (fs::path(place) / "run.db").string() : place, number);
}

// A new folder for its owner alone, or one that is there; an error where it must be empty, and isn't.
base::Status made_folder(const std::string& path, bool must_be_empty) {
  std::error_code error;
  const bool there = fs::is_directory(path, error);
  if (there && must_be_empty && !fs::is_empty(path, error)) {
    return base::Error{base::ErrorCode::bad_argument, path, 0, 0, "holds something already",
                       "name a new folder with --out"};
  }
  return make_folder(path);
}

int allocate_to_raters(const Options& options) {
  base::Result<store::Store> store = opened_to_agree(options, false);
  if (!store) return fail(store.error());
  base::Result<store::RunFacts> facts = store.value().facts();
  base::Result<agreement::Audit> audit = agreement::audit_of(store.value());
  if (!audit) return fail(audit.error());
  const AgreeOptions& asked = options.agreement;
  base::Result<agreement::Allocation> allocation =
      agreement::allocate(audit.value().records.size(), asked.allocate, asked.raters, asked.seed);
  if (!allocation) return fail(allocation.error());
  if (base::Status made = made_folder(options.out, true); !made) return fail(made.error());
  std::vector<std::string> formats = options.formats;
  if (formats.empty()) formats = {usual_format};
  std::string said;
  for (std::size_t i = 0; i < asked.raters.size(); ++i) {
    const reports::RatingSheet sheet{facts.value(), audit.value(), allocation.value().records[i], asked.raters[i]};
    for (const std::string& format : formats) {
      const fs::path path = fs::path(options.out) /
                            ("ratings-" + std::to_string(i + 1) + "-" + file_name(asked.raters[i]) + "." + format);
      if (base::Status written = write_sheet(sheet, path, format); !written) return fail(written.error());
      said += "  " + asked.raters[i] + ": " + reports::counted(sheet.records.size(), "record") + ", " + path.string() +
              "\n";
    }
  }
  base::Status kept =
      base::write_file(fs::path(options.out) / "allocation.csv", allocation_csv(audit.value(), allocation.value()));
  if (!kept) return fail(kept.error());
  if (options.quiet) return all_audited;
  said = "Allocated " + reports::counted(asked.allocate, "record") + ", " +
         std::to_string(allocation.value().doubled.size()) + " of them to two raters (seed " +
         std::to_string(asked.seed) + ")\n" + said +
         "Raters see neither the auditor\u2019s ratings nor which records are doubled; allocation.csv says who has "
         "which: keep it back.\nNext: auditor agree " +
         options.operands.front() + " --import FILE...\n";
  return print(said) ? all_audited : nothing_done;
}

}  // namespace cli
