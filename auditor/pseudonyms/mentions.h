// Where a text names somebody or some place, by the record's circle and by how names are written.
#pragma once

#include <string>
#include <vector>

#include "base/span.h"
#include "pseudonyms/circle.h"
#include "pseudonyms/writing.h"

namespace pseudonyms {

struct Mention {
  base::Span at;
  std::vector<Written> names;  // two for "Mr and Mrs Smith"; none for a place
  std::string place;           // folded; empty where it is a person
  Kind kind = Kind::person;    // what the words around say of a stranger
};

// In order, not overlapping each other nor `taken`, which is sorted.
std::vector<Mention> mentions_in(const Writing& writing, const Circle& circle, const std::vector<base::Span>& taken);

}  // namespace pseudonyms
