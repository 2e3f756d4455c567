// Where flags that are raised after a record's own stand among them.
#pragma once

#include <algorithm>
#include <iterator>
#include <vector>

#include "evaluation/outcome.h"

namespace evaluation {

// Puts flags of one id, in order of place, among the record's: behind those that are shown first, by id.
inline void put_among(std::vector<Flag>& flags, std::vector<Flag> raised) {
  if (raised.empty()) return;
  auto place = std::find_if(flags.begin(), flags.end(),
                            [&](const Flag& flag) { return !flag.first && flag.id > raised.front().id; });
  flags.insert(place, std::make_move_iterator(raised.begin()), std::make_move_iterator(raised.end()));
}

}  // namespace evaluation
