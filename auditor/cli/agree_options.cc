#include "cli/agree_options.h"

#include <algorithm>
#include <charconv>

#include "base/utf8.h"
#include "cli/bad_argument.h"
#include "cli/options.h"
#include "reports/agreement.h"

namespace cli {
namespace {

constexpr std::size_t most_allocated = 10'000;

template <typename Number>
bool whole_number(const std::string& text, Number& into) {
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), into);
  return error == std::errc() && end == text.data() + text.size();
}

bool only(const std::vector<std::string>& formats, std::initializer_list<const char*> known) {
  return std::all_of(formats.begin(), formats.end(), [&](const std::string& format) {
    return std::any_of(known.begin(), known.end(), [&](const char* one) { return format == one; });
  });
}

}  // namespace

base::Status add_import(Options& options, const std::string& value) {
  if (value.empty()) return bad("--import takes a file", "name a workbook or CSV that people have rated in");
  options.agreement.files.push_back(value);
  return base::Done{};
}

base::Status set_rater(Options& options, const std::string& value) {
  options.agreement.rater = base::on_one_line(value);
  if (options.agreement.rater.empty()) return bad("--rater takes a name", "--rater \"Ann Lee\"");
  return base::Done{};
}

base::Status set_allocate(Options& options, const std::string& value) {
  std::size_t& wanted = options.agreement.allocate;
  if (!whole_number(value, wanted) || wanted == 0 || wanted > most_allocated) {
    return bad("--allocate takes a number of records from 1 to " + std::to_string(most_allocated), "--allocate 30");
  }
  return base::Done{};
}

base::Status set_raters(Options& options, const std::string& value) {
  for (std::size_t at = 0; at <= value.size();) {
    std::size_t end = std::min(value.find(',', at), value.size());
    std::string name = base::on_one_line(value.substr(at, end - at));
    if (!name.empty()) options.agreement.raters.push_back(std::move(name));
    at = end + 1;
  }
  return base::Done{};
}

base::Status set_agree_seed(Options& options, const std::string& value) {
  if (!whole_number(value, options.agreement.seed)) return bad("--seed takes a number", "--seed 7");
  return base::Done{};
}

base::Status check_agree(const Options& options) {
  const AgreeOptions& asked = options.agreement;
  const bool imports = !asked.files.empty();
  if (options.operands.size() > 1 && !imports) {
    return bad("one name too many: '" + options.operands[1] + "'", "files of ratings come after --import");
  }
  if (!imports && !asked.rater.empty()) return bad("--rater goes with --import only", "add --import FILE");
  if (asked.allocate == 0) {
    if (!asked.raters.empty()) return bad("--raters goes with --allocate only", "add --allocate 30");
    if (imports && (options.out_given || !options.formats.empty())) {
      return bad("--import writes no report", "import first, then ask for the figures");
    }
    if (!options.formats.empty() && !options.out_given) return bad("nowhere to write to", "give --out a folder");
    if (!only(options.formats, {"html", "csv", "json"})) {
      return bad("agreement is written as html, csv and json", "choose from these");
    }
  } else {
    if (imports) return bad("--allocate and --import are two things", "do one after the other");
    if (!options.out_given) return bad("nowhere to write to", "give --out a new folder");
    if (!only(options.formats, {"xlsx", "csv"}))
      return bad("allocations are written as xlsx and csv", "choose from these");
  }
  if (options.out_given && options.out == "-") return bad("agreement cannot be streamed", "give --out a folder");
  return base::Done{};
}

std::string agree_help() {
  return "\nExamples:\n"
         "  auditor agree audit-report --allocate 30 --raters 'Ann Lee,Bo Adeyemi' --out to-rate\n"
         "  auditor agree audit-report --import to-rate/ratings-1-ann-lee.xlsx to-rate/ratings-2-bo-adeyemi.xlsx\n"
         "  auditor agree audit-report --out second-opinions\n"
         "\nColumns of agreement.csv, a row for each two raters and each scope:\n" +
         reports::agreement_csv_columns();
}

}  // namespace cli
