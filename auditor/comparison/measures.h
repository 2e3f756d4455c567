// What can be said, yes or no, of a record: what shares of records are compared by. Plain values.
#pragma once

#include <cstdint>
#include <string>

namespace comparison {

enum class MeasureKind : std::uint8_t {
  grade,      // good or better over all
  in_time,    // completed within its limit
  dimension,  // good or better in it
  item,       // met; partly met and not met are no
  flag,       // raised at least once
};

struct Measure {
  MeasureKind kind = MeasureKind::grade;
  std::string checklist;  // whose dimension or item it is; empty for the others
  std::string id;         // "CV", "CV1", "F1"; "grade", "in_time"
  std::string title;      // the dimension's title, the item's question; empty where the id says it
  // Whether other records were rated by other checklists, so that it must be said whose dimension or item it is.
  bool of_several = false;

  bool wanted() const { return kind != MeasureKind::flag; }  // whether more of it is better
  friend bool operator==(const Measure&, const Measure&) = default;
};

// `not_asked` where the question does not arise: an item that is n/a, a record whose days are not known.
enum class Said : std::uint8_t { not_asked, no, yes };

}  // namespace comparison
