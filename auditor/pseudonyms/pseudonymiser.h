// A run with its people and whatever would give them away replaced by labels that stay the same through the run: "Child
// A", "Parent 2", "School 1", "[phone 1]". Learn every record, settle, then rename each. Works from stored outcomes
// alone, without a checklist. Measured, not certain: tests/accuracy/README.md says how much is left over.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "evaluation/outcome.h"
#include "pseudonyms/register.h"
#include "store/samples.h"
#include "store/store.h"

namespace pseudonyms {

class Pseudonymiser {
 public:
  // Each outcome of the run once, in its order.
  void learn(const evaluation::Outcome& outcome);
  // When all are learned.
  void settle();

  // The outcome with every string renamed: text and spans, quotes (still what their spans hold), reasons, flags, path,
  // people, notes. The outcome must have been learned. Where the text was not kept, spans keep their begins and end
  // with their quotes.
  evaluation::Outcome renamed(const evaluation::Outcome& outcome) const;
  // What a person said of a learned record of that path; who it was becomes "Rater 1".
  evaluation::Opinion renamed(const evaluation::Opinion& opinion, const std::string& path) const;
  store::RunFacts renamed(const store::RunFacts& facts) const;
  // Groups become numbers, children's IDs go, and so do the values that records were chosen by.
  store::Sample renamed(const store::Sample& sample) const;

  // Each label with the names that it stands for, one a line, tab between them. As secret as the records.
  std::string key() const;

 private:
  std::string said(const std::string& text, const std::string& twin, const Known& known) const;
  std::string rater(const std::string& name) const;
  std::string path_of(const std::string& path) const;
  std::vector<std::string> renamed(std::vector<std::string> arguments) const;

  std::map<std::string, std::size_t> numbers_;  // by path
  std::vector<Known> records_;
  std::vector<std::string> paths_;
  std::map<std::string, std::string> renamed_paths_, renamed_folders_;
  std::map<std::string, std::size_t> raters_;  // by name: a number from 1, in the order in which they are met
  Register register_;
};

}  // namespace pseudonyms
