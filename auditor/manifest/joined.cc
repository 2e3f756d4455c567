#include "manifest/joined.h"

#include <algorithm>

#include "base/utf8.h"
#include "manifest/differences.h"

namespace manifest {
namespace {

constexpr std::size_t most_named = 5;    // of paths or lines in one line
constexpr std::size_t most_doubts = 20;  // lines

std::string counted(std::size_t number, const char* one, const char* several) {
  return std::to_string(number) + " " + (number == 1 ? one : several);
}

// "a, b, c and 4 more"
std::string listed(const std::vector<std::string>& names) {
  std::string out;
  for (std::size_t i = 0; i < names.size() && i < most_named; ++i) out += (i == 0 ? "" : ", ") + names[i];
  if (names.size() > most_named) out += " and " + std::to_string(names.size() - most_named) + " more";
  return out;
}

void take_particular(const std::string& listed, std::string& own) {
  if (!listed.empty()) own = listed;
}

std::string without_place(const std::string& reason) {
  return reason.substr(0, reason.rfind(" ("));
}

// By place among themselves, and before the flags whose id is greater; brothers' and sisters' rows say the same once.
void add(std::vector<evaluation::Flag> raised, std::vector<evaluation::Flag>& flags) {
  std::vector<evaluation::Flag> fresh;
  for (evaluation::Flag& flag : raised) {
    bool known = std::any_of(fresh.begin(), fresh.end(), [&](const evaluation::Flag& other) {
      return other.at == flag.at && without_place(other.reason) == without_place(flag.reason);
    });
    if (!known) fresh.push_back(std::move(flag));
  }
  std::stable_sort(fresh.begin(), fresh.end(), [](const auto& a, const auto& b) { return a.at.begin < b.at.begin; });
  auto place = std::find_if(flags.begin(), flags.end(),
                            [](const evaluation::Flag& flag) { return !flag.first && flag.id > difference_flag; });
  flags.insert(place, std::make_move_iterator(fresh.begin()), std::make_move_iterator(fresh.end()));
}

}  // namespace

Joined::Joined(const Manifest& manifest, const Codes& codes, evaluation::Sink& next, Memory memory)
    : manifest_(&manifest), codes_(&codes), next_(&next), join_(manifest), memory_(std::move(memory)) {}

const Source& Joined::source_of(const Case& one) const {
  auto found = std::find_if(manifest_->sources.begin(), manifest_->sources.end(),
                            [&](const Source& source) { return source.file == one.place.file; });
  return *found;
}

void Joined::note(const Match& match, const std::string& path) {
  const std::string shown = base::on_one_line(base::repaired_utf8(path));
  ++counts_.records;
  if (match.by == By::document) ++counts_.by_file_name;
  if (match.by == By::id_in_name) ++counts_.by_id_in_name;
  if (match.by == By::id_in_record) ++counts_.by_id_in_record;
  if (!match.doubt.empty()) doubts_.push_back(shown + ": " + match.doubt);
  if (match.by == By::nothing && match.doubt.empty()) without_.push_back(shown);
  for (std::size_t i : match.cases) belongings_.push_back({documents_, i});
}

base::Status Joined::take(const evaluation::Outcome& outcome) {
  ++documents_;
  if (outcome.standing == evaluation::Standing::skipped) return next_->take(outcome);
  if (const auto known = memory_.known ? memory_.known(outcome) : std::nullopt) {
    note({by_of(known->by), known->cases, known->doubt}, outcome.path);
    return next_->take(outcome);
  }
  const Match match = join_.match(outcome);
  note(match, outcome.path);
  if (memory_.keep) memory_.keep({name_of(match.by), match.cases, match.doubt});
  evaluation::Outcome whole = outcome;
  if (whole.standing == evaluation::Standing::audited) {
    std::vector<evaluation::Flag> raised;
    for (auto i = match.cases.rbegin(); i != match.cases.rend(); ++i) {
      const Case& one = manifest_->cases[*i];
      take_particular(one.team, whole.particulars.team);
      take_particular(one.worker, whole.particulars.worker);
      take_particular(one.manager, whole.particulars.manager);
    }
    for (std::size_t i : match.cases) {
      const Case& one = manifest_->cases[i];
      for (evaluation::Flag& flag : differences(whole, one, source_of(one), *codes_)) raised.push_back(std::move(flag));
    }
    add(std::move(raised), whole.flags);
  }
  whole.own_facts = {};
  return next_->take(whole);
}

std::vector<std::string> Joined::rows_without_record() const {
  std::vector<bool> joined(manifest_->cases.size(), false);
  for (const Belonging& each : belongings_) joined[each.of] = true;
  std::vector<std::string> out;
  for (const Source& source : manifest_->sources) {
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < manifest_->cases.size(); ++i) {
      const Case& one = manifest_->cases[i];
      if (!joined[i] && one.place.file == source.file && !one.document.empty())
        lines.push_back(std::to_string(one.place.line));
    }
    if (lines.empty()) continue;
    out.push_back(source.file + ": " + counted(lines.size(), "row names a record", "rows name records") + " that " +
                  (lines.size() == 1 ? "is" : "are") + " not among those audited: line " + listed(lines));
  }
  return out;
}

std::map<std::size_t, std::size_t> Joined::records_by_row() const {
  std::map<std::size_t, std::size_t> records;
  for (const Belonging& each : belongings_) ++records[each.of];
  return records;
}

store::JoiningCounts Joined::counts() const {
  store::JoiningCounts out = counts_;
  out.in_doubt = doubts_.size();
  out.without_row = without_.size();
  out.rows = manifest_->cases.size();
  const auto records = records_by_row();
  out.rows_without_record = out.rows - records.size();
  for (const auto& [of, number] : records) out.rows_of_several += number > 1 ? 1u : 0u;
  return out;
}

std::vector<std::string> Joined::rows_of_several() const {
  std::vector<std::string> out;
  for (const auto& [of, number] : records_by_row()) {
    if (number > 1)
      out.push_back(in_words(manifest_->cases[of].place) + ": belongs to " + std::to_string(number) + " records");
  }
  return out;
}

std::vector<std::string> Joined::told() const {
  std::string first = "manifest: " + std::to_string(counts_.joined()) + " of " +
                      counted(counts_.records, "record", "records") + " joined";
  const std::pair<std::size_t, const char*> how[] = {{counts_.by_file_name, "by file name"},
                                                     {counts_.by_id_in_name, "by a child's ID in the name"},
                                                     {counts_.by_id_in_record, "by a child's ID in the record"}};
  std::string ways;
  for (const auto& [number, way] : how) {
    if (number > 0) ways += (ways.empty() ? ": " : ", ") + std::to_string(number) + " " + way;
  }
  std::vector<std::string> out = {first + ways};
  if (!without_.empty()) {
    out.push_back("manifest: " + counted(without_.size(), "record has", "records have") +
                  " no case: " + listed(without_));
  }
  for (const std::vector<std::string>& lines : {doubts_, rows_of_several()}) {
    for (std::size_t i = 0; i < lines.size() && i < most_doubts; ++i) out.push_back("manifest: " + lines[i]);
    if (lines.size() > most_doubts)
      out.push_back("manifest: and " + std::to_string(lines.size() - most_doubts) + " more like this");
  }
  for (const std::string& line : rows_without_record()) out.push_back("manifest: " + line);
  return out;
}

}  // namespace manifest
