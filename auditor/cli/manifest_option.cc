#include "cli/manifest_option.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "base/sha256.h"
#include "checklist/checklist.h"
#include "cli/terminal.h"

namespace cli {
namespace {

constexpr std::size_t most_remarks = 20;  // lines of one file

// The file as it is now, told by the name that it was asked for or, of the program's own data, by where it stands
// there.
base::Result<store::ListFacts> list_facts(const std::string& file, const std::string& name) {
  base::Result<std::string> sum = base::sha256_of_file(file);
  if (!sum) return sum.error();
  return store::ListFacts{name, std::move(sum).value()};
}

// Lists, then what says how they are read.
base::Result<std::vector<store::ListFacts>> files_of(const Options& options, const std::string& data) {
  namespace fs = std::filesystem;
  std::vector<std::pair<std::string, std::string>> wanted;
  for (const std::string& file : options.manifests) wanted.emplace_back(file, file);
  if (!options.manifest_map.empty()) wanted.emplace_back(options.manifest_map, options.manifest_map);
  const std::size_t given = wanted.size();
  std::error_code error;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(data) / "manifests", error)) {
    if (entry.path().extension() != ".xml") continue;
    wanted.emplace_back(entry.path().string(), entry.path().lexically_relative(data).generic_string());
  }
  std::sort(wanted.begin() + static_cast<std::ptrdiff_t>(given), wanted.end());
  std::vector<store::ListFacts> out;
  for (const auto& [file, name] : wanted) {
    base::Result<store::ListFacts> one = list_facts(file, name);
    if (!one) return one.error();
    out.push_back(std::move(one).value());
  }
  return out;
}

}  // namespace

base::Result<std::unique_ptr<Listed>> load_listed(const Options& options) {
  if (options.manifests.empty()) return std::unique_ptr<Listed>();
  const std::string data = checklist::data_folder();
  base::Result<manifest::Headings> headings = manifest::Headings::load(data, options.manifest_map);
  if (!headings) return headings.error();
  base::Result<manifest::Codes> codes = manifest::Codes::load(data);
  if (!codes) return codes.error();
  base::Result<std::vector<store::ListFacts>> files = files_of(options, data);
  if (!files) return files.error();
  base::Result<manifest::Manifest> loaded = manifest::load(options.manifests, headings.value());
  if (!loaded) return loaded.error();
  for (const manifest::Source& source : loaded.value().sources) {
    for (const std::string& line : manifest::told(source, most_remarks)) complain("manifest: " + line);
  }
  return std::make_unique<Listed>(
      Listed{std::move(loaded).value(), std::move(codes).value(), std::move(files).value()});
}

std::vector<store::CaseFact> case_facts(const manifest::Manifest& manifest, const manifest::Joined& joined) {
  std::vector<store::CaseFact> out;
  for (const manifest::Joined::Belonging& each : joined.belongings()) {
    const manifest::Case& one = manifest.cases[each.of];
    store::CaseFact fact;
    fact.document = each.document;
    fact.record = one.document;
    fact.child = one.child;
    fact.referral_id = one.referral_id;
    fact.team = one.team;
    fact.worker = one.worker;
    fact.manager = one.manager;
    fact.type = one.type;
    fact.referral = one.referral;
    fact.start = one.start;
    fact.review = one.review;
    fact.child_seen = one.child_seen;
    fact.completed = one.completed;
    fact.closed = one.closed;
    fact.born = one.born;
    fact.ethnicity = one.ethnicity;
    fact.disability = one.disability;
    fact.factors = one.factors;
    fact.no_conference = one.no_conference;
    fact.file = one.place.file;
    fact.line = one.place.line;
    fact.column = one.place.column;
    out.push_back(std::move(fact));
  }
  return out;
}

}  // namespace cli
