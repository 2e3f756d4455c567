#include "pseudonyms/pseudonymiser.h"

#include <algorithm>
#include <cassert>
#include <set>

#include "base/utf8.h"
#include "pseudonyms/cells.h"
#include "pseudonyms/files.h"
#include "pseudonyms/strings.h"

namespace pseudonyms {
namespace {

using document::Document;
using evaluation::Outcome;

// Every string that may hold a name, but for text, paths and quotes that the text holds.
template <typename Any, typename Use>
void each_string(Any& outcome, bool with_quotes, const Use& use) {
  use(outcome.document.title);
  use(outcome.particulars.team);
  use(outcome.particulars.worker);
  use(outcome.particulars.manager);
  for (auto& note : outcome.document.notes) use(note.message);
  for (auto& section : outcome.unknown_sections) use(section);
  for (auto& answer : outcome.items) {
    use(answer.reason);
    use(answer.unsure);
    for (auto& opinion : answer.opinions) use(opinion.comment);
    for (auto& heading : answer.looked_in) use(heading);
    for (auto& evidence : answer.evidence) {
      use(evidence.where.section);
      if (with_quotes) use(evidence.quote);
    }
    for (auto& miss : answer.near_misses) {
      use(miss.where.section);
      use(miss.reason);
      if (with_quotes) use(miss.quote);
    }
  }
  for (auto& flag : outcome.flags) {
    if (flag.twin.empty()) use(flag.reason);
    if (with_quotes) use(flag.quote);
  }
  use(outcome.error.message);
  use(outcome.error.advice);
}

std::vector<evaluation::Person> labelled(const Known& known) {
  std::vector<evaluation::Person> out;
  const auto& people = known.circle.people();
  for (std::size_t i = 0; i < people.size() && i < known.labels.size(); ++i) {
    if (!people[i].roster) continue;
    static constexpr const char* roles[] = {"subject_child", "parent", "relative", "worker", "professional", "other"};
    evaluation::Person person;
    person.role = roles[static_cast<std::size_t>(people[i].kind)];
    person.name = known.labels[i];
    person.forms = {base::fold_case(person.name)};
    person.gender = people[i].gender;
    out.push_back(std::move(person));
  }
  return out;
}

}  // namespace

void Pseudonymiser::learn(const Outcome& outcome) {
  for (const auto& answer : outcome.items) {
    for (const auto& opinion : answer.opinions) raters_.emplace(opinion.rater, raters_.size() + 1);
  }
  const auto [place, made] = numbers_.try_emplace(outcome.path, records_.size());
  if (!made) return;
  Known& known = records_.emplace_back(outcome);
  paths_.push_back(outcome.path);
  for (const evaluation::Person& person : outcome.people) {
    if (!person.born.empty()) known.births.insert(person.born);
  }
  learn_cells(outcome, known);
  const bool text = !outcome.document.text.empty();
  if (text) learn_text(outcome.document.text, barriers_of(outcome.document), known, register_);
  each_string(outcome, !text, [&](const std::string& said) {
    if (!text && !said.empty()) learn_text(said, {}, known, register_);
  });
}

void Pseudonymiser::settle() {
  register_.settle(records_);
  std::set<std::string> used;
  for (std::size_t i = 0; i < paths_.size(); ++i) {
    const std::string& path = paths_[i];
    const std::size_t slash = path.rfind('/');
    // A folder's name goes by the circle of the first record in it.
    std::string folder = slash == std::string::npos ? "" : path.substr(0, slash + 1);
    std::string& there = renamed_folders_[folder];
    if (there.empty() && !folder.empty()) there = renamed_path(folder, &records_[i], register_);
    std::string name = renamed_path(path.substr(folder.size()), &records_[i], register_);
    const std::size_t stop = std::min(name.rfind('.'), name.size());
    std::string made = there + name;
    for (unsigned n = 2; !used.insert(made).second; ++n)
      made = there + name.substr(0, stop) + " (" + std::to_string(n) + ")" + name.substr(stop);
    renamed_paths_[path] = made;
  }
}

std::string Pseudonymiser::path_of(const std::string& path) const {
  if (const auto found = renamed_paths_.find(path); found != renamed_paths_.end()) return found->second;
  const std::string folder = path.ends_with('/') ? path : path + "/";
  if (const auto found = renamed_folders_.find(folder); found != renamed_folders_.end()) {
    return path.ends_with('/') ? found->second : found->second.substr(0, found->second.size() - 1);
  }
  return renamed_path(path, nullptr, register_);
}

// A reason names the other record by its path, which is no sentence to look for names in.
std::string Pseudonymiser::said(const std::string& text, const std::string& twin, const Known& known) const {
  const std::string path = base::repaired_utf8(twin);
  const std::size_t at = path.empty() ? std::string::npos : text.find(path);
  if (at == std::string::npos) return pseudonyms::renamed(text, known, register_);
  return pseudonyms::renamed(text.substr(0, at), known, register_) + path_of(twin) +
         pseudonyms::renamed(text.substr(at + path.size()), known, register_);
}

std::string Pseudonymiser::rater(const std::string& name) const {
  auto found = raters_.find(name);
  return found == raters_.end() ? "Rater" : "Rater " + std::to_string(found->second);
}

evaluation::Opinion Pseudonymiser::renamed(const evaluation::Opinion& opinion, const std::string& path) const {
  const auto found = numbers_.find(path);
  assert(found != numbers_.end());
  return {rater(opinion.rater), opinion.rating,
          pseudonyms::renamed(opinion.comment, records_[found->second], register_)};
}

Outcome Pseudonymiser::renamed(const Outcome& outcome) const {
  const auto found = numbers_.find(outcome.path);
  assert(found != numbers_.end());
  const Known& known = records_[found->second];
  Outcome out = outcome;
  const bool text = !outcome.document.text.empty();
  if (text) {
    const auto barriers = barriers_of(outcome.document);
    const Edited edited(outcome.document.text, edits_of(outcome.document.text, barriers, known, register_));
    const auto move = [&](base::Span& at) { at = edited.moved(at); };
    out.document.text = edited.text();
    for (document::Block& block : out.document.blocks) {
      move(block.at);
      move(block.label);
    }
    const auto quote = [&](auto& place) {
      move(place.at);
      place.quote = std::string(place.at.of(out.document.text));
    };
    for (auto& answer : out.items) {
      std::for_each(answer.evidence.begin(), answer.evidence.end(), quote);
      std::for_each(answer.near_misses.begin(), answer.near_misses.end(), quote);
    }
    std::for_each(out.flags.begin(), out.flags.end(), quote);
  }
  each_string(out, !text, [&](std::string& words) { words = pseudonyms::renamed(words, known, register_); });
  for (evaluation::Flag& flag : out.flags) {
    if (flag.twin.empty()) continue;
    flag.reason = said(flag.reason, flag.twin, known);
    flag.twin = path_of(flag.twin);
  }
  if (!text) {
    const auto fit = [](auto& place) {
      place.at.end = place.at.begin + static_cast<std::uint32_t>(place.quote.size());
    };
    for (auto& answer : out.items) {
      std::for_each(answer.evidence.begin(), answer.evidence.end(), fit);
      std::for_each(answer.near_misses.begin(), answer.near_misses.end(), fit);
    }
    std::for_each(out.flags.begin(), out.flags.end(), fit);
  }
  for (std::string& child : out.children) {
    child = pseudonyms::renamed(child, known, register_);
  }
  for (evaluation::Answer& answer : out.items) {
    for (evaluation::Opinion& opinion : answer.opinions) opinion.rater = rater(opinion.rater);
  }
  out.people = labelled(known);
  out.path = path_of(outcome.path);
  if (!outcome.error.file.empty()) out.error.file = path_of(outcome.error.file);
  out.passages.clear();
  return out;
}

std::vector<std::string> Pseudonymiser::renamed(std::vector<std::string> arguments) const {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    std::string& argument = arguments[i];
    const std::size_t equals = argument.find('=');
    if (!argument.starts_with("-")) {
      if (i > 0) argument = path_of(argument);
    } else if (equals != std::string::npos) {
      argument = argument.substr(0, equals + 1) + path_of(argument.substr(equals + 1));
    }
  }
  return arguments;
}

store::RunFacts Pseudonymiser::renamed(const store::RunFacts& facts) const {
  store::RunFacts out = facts;
  out.arguments = renamed(out.arguments);
  out.lists.clear();
  return out;
}

store::Sample Pseudonymiser::renamed(const store::Sample& sample) const {
  store::Sample out = sample;
  // "--only team=North" is two arguments, or one with another '='.
  for (std::size_t i = 0; i < out.arguments.size(); ++i) {
    std::string& argument = out.arguments[i];
    const std::string option = argument.substr(0, argument.find('='));
    if (option != "--only" && option != "--except") continue;
    const bool apart = argument == option && i + 1 < out.arguments.size();
    std::string& said = apart ? out.arguments[++i] : argument;
    const std::size_t equals = said.find('=', apart ? 0 : option.size() + 1);
    if (equals != std::string::npos) said.resize(equals);
  }
  out.arguments = renamed(out.arguments);
  std::map<std::string, std::string> groups;
  for (store::SampleMember& member : out.members) {
    member.path = path_of(member.path);
    member.child.clear();
    if (member.stratum.empty()) continue;
    std::string& group = groups[member.stratum];
    if (group.empty()) group = "group " + std::to_string(groups.size());
    member.stratum = group;
  }
  return out;
}

std::string Pseudonymiser::key() const {
  std::string out = "label\tstands for\n";
  for (const auto& [label, names] : register_.key()) {
    out += label;
    for (const std::string& name : names) out += "\t" + base::on_one_line(name);
    out += "\n";
  }
  for (const auto& [name, number] : raters_) {
    out += "Rater " + std::to_string(number) + "\t" + base::on_one_line(name) + "\n";
  }
  for (const auto& [path, renamed] : renamed_paths_) out += renamed + "\t" + base::repaired_utf8(path) + "\n";
  return out;
}

}  // namespace pseudonyms
