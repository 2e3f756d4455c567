// `auditor sample`: what is to be audited, drawn by chance, with the words that say how.
#include <sys/random.h>

#include <algorithm>
#include <ctime>
#include <filesystem>

#include "base/file.h"
#include "base/limits.h"
#include "base/sha256.h"
#include "cli/commands.h"
#include "cli/manifest_option.h"
#include "cli/terminal.h"
#include "intake/walk.h"
#include "manifest/join.h"
#include "reports/terminal.h"
#include "sampling/list.h"
#include "sampling/sources.h"
#include "store/history.h"

namespace cli {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t seeds = 1'000'000'000;  // nine digits can be read out
constexpr std::size_t most_strata_shown = 40;

std::string today() {
  std::time_t seconds = std::time(nullptr);
  std::tm parts{};
  ::localtime_r(&seconds, &parts);
  char text[32];
  std::strftime(text, sizeof text, "%Y-%m-%d", &parts);
  return text;
}

base::Result<std::uint64_t> any_seed() {
  std::uint64_t out = 0;
  if (::getrandom(&out, sizeof out, 0) != sizeof out) {
    return base::Error{base::ErrorCode::unreadable, "", 0, 0, "the system gives no random number", "give --seed"};
  }
  return out % seeds;
}

std::string sum_of(const std::string& path) {
  base::Result<std::string> bytes = base::read_file(path, base::limits::input_bytes);
  return bytes ? base::sha256(bytes.value()) : std::string();
}

base::Result<std::vector<store::Known>> known_to(const std::string& place) {
  if (place.empty()) return std::vector<store::Known>();
  base::Result<store::Store> store = opened_store(place);
  if (!store) return store.error();
  return store::history(store.value());
}

// By the files' names: what stands in the records is not looked at before they are drawn.
void add_listed(sampling::Frame& frame, const manifest::Manifest& manifest) {
  const manifest::Join join(manifest);
  sampling::add_cases(frame, manifest.cases, [&](const std::string& path) {
    evaluation::Outcome named;
    named.path = path;
    return join.match(named).cases;
  });
}

base::Result<sampling::Frame> frame_of(const Options& options) {
  base::Result<std::vector<store::Known>> known = known_to(options.history);
  if (!known) return known.error();
  base::Result<std::unique_ptr<Listed>> listed = load_listed(options);
  if (!listed) return listed.error();
  const bool lists = listed.value() != nullptr;
  if (options.operands.empty() && !lists) return sampling::frame_of(known.value());
  sampling::Frame frame;
  if (options.operands.empty()) {
    frame = sampling::frame_of(listed.value()->manifest.cases);
  } else {
    base::Result<intake::Found> found = intake::walk(options.operands);
    if (!found) return found.error();
    frame = sampling::frame_of(found.value());
    if (lists) add_listed(frame, listed.value()->manifest);
  }
  if (!options.history.empty()) sampling::add_known(frame, known.value(), sum_of);
  return frame;
}

// The files to write, by format.
std::vector<std::pair<std::string, std::string>> files_of(const Options& options) {
  std::vector<std::pair<std::string, std::string>> out;
  for (const char* format : {"csv", "json"}) {
    bool asked = options.formats.empty() ? std::string_view(format) == "csv"
                                         : std::count(options.formats.begin(), options.formats.end(), format) > 0;
    if (!asked) continue;
    fs::path path = options.sampling.list;
    if (path.extension() != "." + std::string(format) && (options.formats.size() > 1 || path.extension() == ".csv")) {
      path.replace_extension(format);
    }
    out.emplace_back(format, path.string());
  }
  return out;
}

// A list that is there already may have been filled in.
base::Status check_free(const std::vector<std::pair<std::string, std::string>>& files) {
  for (const auto& [format, path] : files) {
    std::error_code error;
    if (fs::exists(fs::symlink_status(path, error))) {
      return base::Error{base::ErrorCode::bad_argument,
                         path,
                         0,
                         0,
                         "is there already, and may be in use",
                         "name another file with --out, or move it away"};
    }
  }
  return base::Done{};
}

std::string told(const sampling::Sample& sample) {
  std::string out;
  for (const auto& [term, words] : sampling::statement(sample.method, {})) {
    out += reports::wrapped("  " + reports::padded(term, 18), words);
  }
  const std::vector<sampling::Stratum>& strata = sample.method.strata;
  if (strata.size() > 1) out += "\n  Groups: drawn of all\n";
  for (std::size_t i = 0; i < strata.size() && strata.size() > 1 && i < most_strata_shown; ++i) {
    out += "    " + std::to_string(strata[i].drawn) + " of " + std::to_string(strata[i].of) + "  " +
           reports::printable(strata[i].name) + "\n";
  }
  if (strata.size() > most_strata_shown) {
    out += "    and " + std::to_string(strata.size() - most_strata_shown) + " further groups, in the list\n";
  }
  return out;
}

}  // namespace

int sample(const Options& options, const std::vector<std::string>& arguments) {
  const auto files = files_of(options);
  if (base::Status free = check_free(files); !free) return fail(free.error());
  sampling::Plan plan = options.sampling.plan;
  plan.dip = options.sampling.dip > 0;
  if (plan.dip) plan.size = options.sampling.dip;
  if (plan.day.empty()) plan.day = today();
  if (options.sampling.months > 0) plan.audited_before = months_before(plan.day, options.sampling.months);
  if (!options.sampling.seed_given) {
    base::Result<std::uint64_t> seed = any_seed();
    if (!seed) return fail(seed.error());
    plan.seed = seed.value();
  }
  base::Result<sampling::Frame> frame = frame_of(options);
  if (!frame) return fail(frame.error());
  base::Result<sampling::Sample> sample = sampling::draw(std::move(frame).value(), plan);
  if (!sample) return fail(sample.error());
  sample.value().method.program_version = program_version();
  sample.value().method.arguments = arguments;
  std::string written;
  for (const auto& [format, path] : files) {
    base::Status status = base::write_file(
        path, format == "csv" ? sampling::list_csv(sample.value()) : sampling::list_json(sample.value()));
    if (!status) return fail(status.error());
    written += (written.empty() ? "List: " : ", ") + path;
  }
  if (options.quiet) return all_audited;
  std::string next = "\n" + written + "\n";
  if (files.front().first == "csv") next += "Next: auditor audit --sample " + files.front().second + "\n";
  return print(told(sample.value()) + next) ? all_audited : nothing_done;
}

}  // namespace cli
