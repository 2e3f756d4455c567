// What gives a family away besides names: numbers, addresses, schools. Found by their shape, without a lexicon.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace pseudonyms {

enum class What : std::uint8_t {
  address,
  street,
  school,
  nursery,
  surgery,
  hospital,
  church,
  centre,
  place,
  postcode,
  phone,
  email,
  web,
  account,
  birth,
  nhs_number,
  upn,
  insurance,
  registration,
  reference,
};
const char* name_of(What what);  // "Address", "phone", ...
// Whether its label stands in brackets: "[phone 1]", but "School 1".
bool in_brackets(What what);

struct Mark {
  base::Span at;
  What what = What::reference;
  std::string same;  // two marks of a kind with the same value are one thing
};

// In order, not overlapping. `births` are the record's dates of birth ("2009-05-03"): other dates are no marks.
std::vector<Mark> marks_in(std::string_view text, const std::set<std::string>& births);

// Dates that the text says somebody was born on.
std::set<std::string> births_in(std::string_view text);
// The date that begins at an offset; empty where none does.
base::Span date_at(std::string_view text, std::uint32_t from);
// The date that the text is, day and month and year, as "2009-05-03"; empty where it is none.
std::string date_of(std::string_view text);

// Schools, surgeries, churches and the like, addresses and streets: see places.cc.
std::vector<Mark> places_in(std::string_view text);

}  // namespace pseudonyms
