#include "cli/sample_options.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <optional>

#include "base/utf8.h"
#include "cli/bad_argument.h"
#include "cli/options.h"

namespace cli {
namespace {

constexpr std::uint64_t most_seed = 999'999'999'999'999;  // a spreadsheet keeps fifteen digits
constexpr std::uint64_t most_records = 1'000'000'000;
constexpr std::uint64_t most_months = 1'200;

std::optional<std::uint64_t> number(std::string_view text, std::uint64_t least, std::uint64_t most) {
  std::uint64_t out = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  bool whole = error == std::errc() && end == text.data() + text.size();
  return whole && out >= least && out <= most ? std::optional(out) : std::nullopt;
}

// "7.5%" as 0.075; nothing where it is no such thing, or not between 0 and 100.
std::optional<double> percent(std::string_view text) {
  if (!text.ends_with('%')) return std::nullopt;
  text.remove_suffix(1);
  double out = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out, std::chars_format::fixed);
  bool whole = error == std::errc() && end == text.data() + text.size();
  return whole && out > 0 && out < 100 ? std::optional(out / 100) : std::nullopt;
}

std::vector<std::string> parted(std::string_view text) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at <= text.size();) {
    std::size_t end = std::min(text.find(',', at), text.size());
    std::string_view one = base::trimmed(text.substr(at, end - at));
    if (!one.empty()) out.emplace_back(one);
    at = end + 1;
  }
  return out;
}

base::Status add_named(Options& options, const std::string& value, const char* option, bool except) {
  std::size_t equals = value.find('=');
  std::vector<std::string> values;
  if (equals != std::string::npos) values = parted(std::string_view(value).substr(equals + 1));
  if (values.empty() || equals == 0) {
    return bad(std::string(option) + " takes a name and its values", std::string(option) + " team=North,South");
  }
  options.sampling.plan.only.push_back({base::fold_case(value.substr(0, equals)), values, except});
  return base::Done{};
}

std::optional<std::chrono::year_month_day> day_of(const std::string& text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  std::string_view all = text;
  auto year = number(all.substr(0, 4), 1, 9999), month = number(all.substr(5, 2), 1, 12),
       day = number(all.substr(8), 1, 31);
  if (!year || !month || !day) return std::nullopt;
  std::chrono::year_month_day out{std::chrono::year(static_cast<int>(*year)),
                                  std::chrono::month(static_cast<unsigned>(*month)),
                                  std::chrono::day(static_cast<unsigned>(*day))};
  return out.ok() ? std::optional(out) : std::nullopt;
}

}  // namespace

base::Status set_size(Options& options, const std::string& value) {
  sampling::Plan& plan = options.sampling.plan;
  if (std::optional<double> share = percent(value)) {
    plan.share = *share;
  } else if (std::optional<std::uint64_t> size = number(value, 1, most_records)) {
    plan.size = *size;
  } else {
    return bad("--size takes a number of records, or a share of them", "--size 30, or --size 5%");
  }
  return base::Done{};
}

base::Status set_margin(Options& options, const std::string& value) {
  std::optional<double> margin = percent(value);
  if (!margin || *margin >= 0.5) return bad("--margin takes points above 0% and below 50%", "--margin 10%");
  options.sampling.plan.margin = *margin;
  return base::Done{};
}

base::Status set_quota(Options& options, const std::string& value) {
  std::size_t equals = value.find('=');
  std::optional<std::uint64_t> quota;
  if (equals != std::string::npos && equals > 0) quota = number(value.substr(equals + 1), 1, most_records);
  if (!quota) return bad("--quota takes a name and how many records each is to give", "--quota manager=3");
  options.sampling.plan.quota_of = base::fold_case(value.substr(0, equals));
  options.sampling.plan.quota = *quota;
  return base::Done{};
}

base::Status set_dip(Options& options, const std::string& value) {
  std::optional<std::uint64_t> size = number(value, 1, most_records);
  if (!size) return bad("--dip takes a number of records", "--dip 10");
  options.sampling.dip = *size;
  return base::Done{};
}

base::Status set_by(Options& options, const std::string& value) {
  std::vector<std::string> names = parted(base::fold_case(value));
  if (names.empty()) return bad("--by takes names, parted by commas", "--by team,type");
  for (const std::string& name : names) {
    if (std::count(names.begin(), names.end(), name) > 1) return bad("--by names " + name + " twice", "once is enough");
  }
  options.sampling.plan.by = std::move(names);
  return base::Done{};
}

base::Status add_only(Options& options, const std::string& value) {
  return add_named(options, value, "--only", false);
}

base::Status add_except(Options& options, const std::string& value) {
  return add_named(options, value, "--except", true);
}

base::Status set_months(Options& options, const std::string& value) {
  std::optional<std::uint64_t> months = number(value, 1, most_months);
  if (!months) return bad("--not-audited-in takes a number of months", "--not-audited-in 12");
  options.sampling.months = static_cast<unsigned>(*months);
  return base::Done{};
}

base::Status set_reserve(Options& options, const std::string& value) {
  std::optional<std::uint64_t> reserve = number(value, 0, most_records);
  if (!reserve) return bad("--reserve takes a number of records for each group", "--reserve 2");
  options.sampling.plan.reserve = *reserve;
  return base::Done{};
}

base::Status set_seed(Options& options, const std::string& value) {
  std::optional<std::uint64_t> seed = number(value, 0, most_seed);
  if (!seed) return bad("--seed takes a number of at most fifteen digits", "leave it out, and one is made and told");
  options.sampling.plan.seed = *seed;
  options.sampling.seed_given = true;
  return base::Done{};
}

base::Status set_day(Options& options, const std::string& value) {
  if (!day_of(value)) return bad("--on takes a day", "--on 2026-11-27");
  options.sampling.plan.day = value;
  return base::Done{};
}

base::Status set_list(Options& options, const std::string& value) {
  if (value.empty() || value == "-") return bad("--out takes the file for the list", "--out sample.csv");
  options.sampling.list = value;
  return base::Done{};
}

base::Status check_sample(const Options& options) {
  const sampling::Plan& plan = options.sampling.plan;
  const int sizes =
      (plan.size > 0) + (plan.share > 0) + (plan.margin > 0) + (plan.quota > 0) + (options.sampling.dip > 0);
  if (sizes == 0) return bad("nothing says how many to draw", "give --size, --margin, --quota or --dip");
  if (sizes > 1) return bad("--size, --margin, --quota and --dip don't go together", "give one of them");
  if (options.operands.empty() && options.history.empty() && options.manifests.empty()) {
    return bad("nothing to draw from", "name the files or folders of records, a --manifest, or a --store");
  }
  if (options.sampling.months > 0 && options.history.empty()) {
    return bad("--not-audited-in needs to know of earlier audits", "name their run or store with --store");
  }
  if (plan.quota > 0 && std::count(plan.by.begin(), plan.by.end(), plan.quota_of) > 0) {
    return bad("--by names what --quota is for", "leave it out of --by");
  }
  for (const std::string& format : options.formats) {
    if (format != "csv" && format != "json") return bad("a list is csv or json, not " + format, "--format csv,json");
  }
  return base::Done{};
}

std::string months_before(const std::string& day, unsigned months) {
  using namespace std::chrono;
  year_month_day then = day_of(day).value_or(year_month_day{}) - std::chrono::months(months);
  if (!then.ok()) then = then.year() / then.month() / last;
  char text[32];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(then.year()), static_cast<unsigned>(then.month()),
                static_cast<unsigned>(then.day()));
  return text;
}

std::string sample_help() {
  return "\nWhat groups can be made by: folder, of files; team, worker, manager, type and month (2026-10), of a list "
         "or a "
         "store;\nethnicity and disability, of a list; grade, of a store.\n"
         "\nExamples:\n"
         "  auditor sample exports --size 30                        thirty, each record as likely as any other\n"
         "  auditor sample exports --margin 10%                     as many as it takes to be within ten points\n"
         "  auditor sample exports --manifest list4.csv --by team --size 5%\n"
         "                                                          files that a list tells the team of\n"
         "  auditor sample exports --store audits.db --by team,type --size 40\n"
         "                                                          each team and type by its size, and one at least\n"
         "  auditor sample exports --store audits.db --quota manager=3 --by worker --not-audited-in 12\n"
         "                                                          three for each manager, of different workers\n"
         "  auditor sample --store audits.db --only grade=good --dip 5\n"
         "                                                          a quick look at five that were graded good\n"
         "  auditor audit --sample sample.csv --out november        audits what was drawn; its reports say how\n"
         "\nThe list opens in a spreadsheet. Write under 'unfit' why a record can't be used: the audit takes the next "
         "of the\n"
         "reserve of its group. The same records, options and --seed draw the same list. In a folder, a record counts "
         "as\n"
         "audited by any run of the store; drawn from the store itself, by a run over a sample or by somebody's own "
         "rating.\n";
}

}  // namespace cli
