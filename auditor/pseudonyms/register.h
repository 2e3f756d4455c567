// Everybody and everything of a run, each with one label. Filled record by record, then settled: only then is known who
// is whose brother in another record.
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "pseudonyms/circle.h"
#include "pseudonyms/marks.h"

namespace pseudonyms {

// What has been learned of one record.
struct Known {
  explicit Known(const evaluation::Outcome& outcome) : circle(outcome) {}
  Circle circle;
  std::set<std::string> births;
  std::map<std::string, What> bodies;  // schools, surgeries and the like, by the words of their names
  std::vector<std::string> labels;     // of circle.people(), once the register is settled
};

class Register {
 public:
  // Things get their numbers in the order in which they are first met.
  void meet(What what, const std::string& same);
  void meet_family(const std::string& surname);
  // "[phone 1]"; of a thing that was never met the same without its number.
  std::string label(What what, const std::string& same) const;
  std::string family_label(const std::string& surname) const;

  // Finds the people who stand in several records, and gives everybody a label: the same person the same.
  // Full names are compared; of children with one name the dates of birth, or else the rest of the family, tell whether
  // they are the same child. Who has a first name alone is the same only within one family.
  void settle(std::vector<Known>& records);

  // Label and the names that it stands for, in the order of the labels' making.
  const std::vector<std::pair<std::string, std::vector<std::string>>>& key() const { return key_; }

 private:
  std::map<std::pair<What, std::string>, std::size_t> numbers_;
  std::map<What, std::size_t> counts_;
  std::map<std::string, std::size_t> families_;
  std::vector<std::pair<std::string, std::vector<std::string>>> key_;
};

}  // namespace pseudonyms
