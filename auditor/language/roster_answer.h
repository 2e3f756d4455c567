// The children whom the answer to a label names: one or several, with birth dates, surnames before or behind, brackets.
#pragma once

#include <vector>

#include "language/roster_room.h"

namespace language {

constexpr std::size_t kAnswer = 160;  // bytes: a longer answer tells more than names

class ChildrenAnswered : RosterRoom {
 public:
  // `without_names`: only children whom a field tells without a name.
  ChildrenAnswered(RosterState& state, bool without_names) : RosterRoom(state), without_names_(without_names) {}

  // Names that a label introduces: "Simran Kaur Gill, 2 May 2009; Jasleen Kaur Gill, 21 January 2015".
  void subjects_in(base::Span label, base::Span value, bool given_names_only = false);
  // "J", "not yet born, due 4 May": a child without a name.
  void nameless(base::Span label, base::Span value);

 private:
  void noted_unborn(std::vector<Listed>& found) const;
  bool opens_sentence(const Listed& person, std::size_t last) const;
  void also_named(std::size_t first, std::size_t last);
  void also_behind(std::size_t first, std::size_t last, std::size_t least = 1);
  std::size_t behind_label(std::size_t first, std::size_t last) const;
  std::size_t before_labels(std::size_t first, std::size_t last) const;
  static bool called_before(const std::vector<Listed>& found, std::size_t i);
  bool names_family(const PersonName& name, std::size_t last) const;
  bool asks_writer(base::Span label, base::Span value) const;
  void families_before(std::vector<Listed>& found) const;
  static bool of_two_families(std::vector<Listed>& found);
  bool counted(std::size_t first, std::size_t name) const;
  bool turned_round(std::vector<Listed>& found) const;
  std::size_t times(std::size_t token) const;
  bool turned_whole(std::vector<Listed>& found, std::size_t last, bool several, bool asked) const;
  bool apart(const PersonName& name, const std::vector<std::string>& family) const;

  bool without_names_ = false;
};

}  // namespace language
