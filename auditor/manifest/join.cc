#include "manifest/join.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdlib>
#include <optional>

#include "base/utf8.h"
#include "language/calendar.h"
#include "manifest/headings.h"

namespace manifest {
namespace {

constexpr std::size_t least_id = 4;       // signs of an ID that is looked for in file names
constexpr std::size_t most_id_parts = 4;  // of an ID with marks in it: "CH-401-17"
constexpr int far_days = 60;

std::string tidy_path(const std::string& path) {
  std::string out = base::fold_case(base::repaired_utf8(path));
  std::replace(out.begin(), out.end(), '\\', '/');
  return out;
}

std::string name_of_file(const std::string& path) {
  return path.substr(path.rfind('/') + 1);
}

// A short ending of letters and figures behind the last dot.
std::string stem_of(const std::string& name) {
  constexpr std::size_t longest = 5;
  const std::size_t dot = name.rfind('.');
  if (dot == std::string::npos || dot == 0 || name.size() - dot - 1 > longest || dot + 1 == name.size()) return name;
  bool plain_ending = std::all_of(name.begin() + static_cast<std::ptrdiff_t>(dot) + 1, name.end(),
                                  [](unsigned char c) { return std::isalnum(c) != 0; });
  return plain_ending ? name.substr(0, dot) : name;
}

// How many parts of two paths are the same, from the end; that of the file name may lack its ending in one of them.
std::size_t same_parts(const std::string& a, const std::string& b) {
  const std::string name = name_of_file(a), other = name_of_file(b);
  if (name != other && stem_of(name) != other && name != stem_of(other)) return 0;
  std::size_t parts = 1;
  std::size_t i = a.size() - name.size(), j = b.size() - other.size();
  while (i > 0 && j > 0) {
    const std::size_t from = i < 2 ? 0 : a.rfind('/', i - 2) + 1, other_from = j < 2 ? 0 : b.rfind('/', j - 2) + 1;
    if (a.substr(from, i - from) != b.substr(other_from, j - other_from)) break;
    ++parts;
    i = from;
    j = other_from;
  }
  return parts;
}

// Runs of letters and figures, folded, and neighbouring ones joined.
std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> runs(1);
  for (char c : base::fold_case(text)) {
    if (std::isalnum(static_cast<unsigned char>(c)) != 0)
      runs.back() += c;
    else if (!runs.back().empty())
      runs.emplace_back();
  }
  std::vector<std::string> out;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    std::string joined;
    for (std::size_t n = 0; n < most_id_parts && i + n < runs.size(); ++n) {
      joined += runs[i + n];
      out.push_back(joined);
    }
  }
  return out;
}

bool is_assessment(const std::string& type) {
  constexpr std::array<std::string_view, 4> kinds = {"initial_assessment", "core_assessment", "single_assessment",
                                                     "unknown"};
  return std::find(kinds.begin(), kinds.end(), type) != kinds.end();
}

language::Day day(const std::string& iso) {
  int year = 0, month = 0, number = 0;
  if (std::sscanf(iso.c_str(), "%4d-%2d-%2d", &year, &month, &number) != 3) return language::no_day;
  return language::day_of(year, month, number);
}

// Days of the record against the same days of a case: how many agree, and how near the nearest is; none where no two
// can be compared.
struct Nearness {
  std::size_t agree = 0;
  std::optional<int> nearest;
};
Nearness nearness(const evaluation::OwnFacts& own, const Case& one) {
  Nearness out;
  for (const evaluation::OwnFact& fact : own.facts) {
    const std::string* listed = fact.what == "referral" || fact.what == "contact" ? &one.referral
                                : fact.what == "start" || fact.what == "strategy" ? &one.start
                                : fact.what == "completion" || fact.what == "authorisation" || fact.what == "conference"
                                    ? &one.completed
                                    : nullptr;
    const language::Day a = day(fact.value), b = listed == nullptr ? language::no_day : day(*listed);
    if (a == language::no_day || b == language::no_day) continue;
    out.agree += a == b ? 1u : 0u;
    out.nearest = std::min(out.nearest.value_or(std::abs(a - b)), std::abs(a - b));
  }
  return out;
}

}  // namespace

const char* name_of(By by) {
  constexpr std::array<const char*, 4> names = {"nothing", "file_name", "id_in_name", "id_in_record"};
  return names[static_cast<std::size_t>(by)];
}

By by_of(const std::string& name) {
  for (By by : {By::document, By::id_in_name, By::id_in_record}) {
    if (name == name_of(by)) return by;
  }
  return By::nothing;
}

bool same_work(const std::string& record, const std::string& listed) {
  if (listed.empty() || record == listed || record == "unknown") return true;
  if (listed == "s47_enquiry" || listed == "strategy_discussion")
    return record == "s47_enquiry" || record == "strategy_discussion";
  return listed == "single_assessment" && is_assessment(record);
}

Join::Join(const Manifest& manifest) : manifest_(manifest) {
  for (std::size_t i = 0; i < manifest.cases.size(); ++i) {
    const Case& one = manifest.cases[i];
    if (!one.document.empty()) {
      const std::string name = name_of_file(tidy_path(one.document));
      by_stem_[name].push_back(i);
      if (stem_of(name) != name) by_stem_[stem_of(name)].push_back(i);
    }
    if (!one.child.empty()) by_child_[plain(one.child)].push_back(i);
  }
}

Match Join::by_document(const evaluation::Outcome& outcome) const {
  const std::string path = tidy_path(outcome.path);
  const std::string name = name_of_file(path);
  Match match;
  std::size_t best = 0;
  for (const std::string& key : {name, stem_of(name)}) {
    auto found = by_stem_.find(key);
    if (found == by_stem_.end()) continue;
    for (std::size_t i : found->second) {
      const std::size_t parts = same_parts(path, tidy_path(manifest_.cases[i].document));
      if (parts == 0 || parts < best || std::find(match.cases.begin(), match.cases.end(), i) != match.cases.end())
        continue;
      if (parts > best) match.cases.clear();
      best = parts;
      match.cases.push_back(i);
    }
  }
  if (match.cases.empty()) return match;
  match.by = By::document;
  // Rows for several children belong to the record all; two for one child are two pieces of work.
  std::vector<std::size_t> chosen;
  std::vector<std::string> children;
  for (std::size_t i : match.cases) {
    const std::string child = plain(manifest_.cases[i].child);
    if (std::find(children.begin(), children.end(), child) != children.end()) continue;
    children.push_back(child);
    std::vector<std::size_t> rows;
    for (std::size_t j : match.cases) {
      if (plain(manifest_.cases[j].child) == child) rows.push_back(j);
    }
    if (rows.size() == 1) {
      chosen.push_back(i);
      continue;
    }
    Match one;
    choose(outcome, rows, true, one);
    if (one.by == By::nothing) return one;
    chosen.insert(chosen.end(), one.cases.begin(), one.cases.end());
  }
  match.cases = chosen;
  return match;
}

std::vector<std::size_t> Join::of_ids(const std::vector<std::string>& words, bool& several) const {
  std::vector<std::size_t> out;
  std::string id;
  several = false;
  for (const std::string& word : words) {
    bool figure = std::any_of(word.begin(), word.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
    auto found = word.size() < least_id || !figure ? by_child_.end() : by_child_.find(word);
    if (found == by_child_.end() || found->first == id) continue;
    if (!id.empty()) several = true;
    id = found->first;
    out = found->second;
  }
  return out;
}

void Join::choose(const evaluation::Outcome& outcome, std::vector<std::size_t> candidates, bool told_by_name,
                  Match& match) const {
  const std::size_t all = candidates.size();
  std::erase_if(candidates, [&](std::size_t i) { return !same_work(outcome.type, manifest_.cases[i].type); });
  if (candidates.empty()) {
    match.doubt = "the child's " + std::to_string(all) + (all == 1 ? " case is" : " cases are") + " of another kind";
    return;
  }
  std::size_t most = 0;
  for (std::size_t i : candidates) most = std::max(most, nearness(outcome.own_facts, manifest_.cases[i]).agree);
  if (candidates.size() > 1 && most > 0) {
    std::erase_if(candidates,
                  [&](std::size_t i) { return nearness(outcome.own_facts, manifest_.cases[i]).agree < most; });
  }
  if (candidates.size() > 1) {
    match.doubt = std::to_string(candidates.size()) + " cases fit it alike";
    return;
  }
  const Nearness near = nearness(outcome.own_facts, manifest_.cases[candidates.front()]);
  if (!told_by_name && near.nearest && *near.nearest > far_days) {
    match.doubt = "no case of the child has its dates";
    return;
  }
  match.cases = candidates;
  match.by = told_by_name ? By::document : By::id_in_name;
}

Match Join::match(const evaluation::Outcome& outcome) const {
  Match match = by_document(outcome);
  if (match.by != By::nothing || !match.doubt.empty()) return match;
  const std::string name = name_of_file(tidy_path(outcome.path));
  bool several = false;
  std::vector<std::size_t> cases = of_ids(words_of(stem_of(name)), several);
  By by = By::id_in_name;
  if (cases.empty()) {
    std::vector<std::string> words;
    for (const evaluation::OwnFact& fact : outcome.own_facts.facts) {
      if (fact.what != "id") continue;
      for (std::string& word : words_of(fact.value)) words.push_back(std::move(word));
    }
    cases = of_ids(words, several);
    by = By::id_in_record;
  }
  if (cases.empty()) return match;
  if (several) {
    match.doubt = std::string("the IDs of several children stand in its ") +
                  (by == By::id_in_name ? "name" : "own field for them");
    return match;
  }
  choose(outcome, std::move(cases), false, match);
  if (match.by != By::nothing) match.by = by;
  return match;
}

}  // namespace manifest
