#include "cli/manifest_option.h"

#include <utility>

#include "checklist/checklist.h"
#include "cli/terminal.h"

namespace cli {
namespace {

constexpr std::size_t most_remarks = 20;  // lines of one file

}  // namespace

base::Result<std::unique_ptr<Listed>> load_listed(const Options& options) {
  if (options.manifests.empty()) return std::unique_ptr<Listed>();
  const std::string data = checklist::data_folder();
  base::Result<manifest::Headings> headings = manifest::Headings::load(data, options.manifest_map);
  if (!headings) return headings.error();
  base::Result<manifest::Codes> codes = manifest::Codes::load(data);
  if (!codes) return codes.error();
  base::Result<manifest::Manifest> loaded = manifest::load(options.manifests, headings.value());
  if (!loaded) return loaded.error();
  for (const manifest::Source& source : loaded.value().sources) {
    for (const std::string& line : manifest::told(source, most_remarks)) complain("manifest: " + line);
  }
  return std::make_unique<Listed>(Listed{std::move(loaded).value(), std::move(codes).value()});
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

base::Status keep_cases(const std::string& database, std::int64_t run, const std::vector<store::CaseFact>& cases) {
  if (cases.empty()) return base::Done{};
  base::Result<store::Store> store = store::Store::open_to_add(database, run);
  if (!store) return store.error();
  return store::add(store.value(), cases);
}

}  // namespace cli
