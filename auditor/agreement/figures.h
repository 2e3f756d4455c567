// How far raters of the same items of the same records agree: the auditor with people, and people with one another.
//
// Not met, partly and met are ordered; "does not apply" is not. So exact agreement is of all pairs of ratings, kappa
// and AC2 are of those pairs in which neither says "does not apply", and each figure tells the count that it is of.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "agreement/audit.h"
#include "statistics/agreement.h"
#include "statistics/interval.h"

namespace agreement {

struct Coefficient {
  std::optional<double> value;
  // Bootstrapped over records, since ratings of one record hang together. None of fewer than two records.
  std::optional<statistics::Interval> interval;
};

struct Figures {
  std::array<std::array<std::size_t, 4>, 4> table{};  // how often the first said one, the second another, by Rating
  std::size_t pairs = 0;                              // of ratings, all of `table`
  std::size_t ordered = 0;                            // of those, in which neither says "does not apply"
  std::size_t records = 0;                            // that the pairs are of
  std::size_t ordered_records = 0;                    // that those in `ordered` are of
  std::size_t same = 0;                               // pairs
  statistics::Interval same_interval;                 // of same / pairs: Wilson's, 95%
  Coefficient kappa, ac2;                             // quadratic weights; of `ordered`
};

// What the figures are of: everything, a dimension, or an item.
struct Scope {
  enum Kind { all, dimension, item } kind = all;
  std::size_t at = 0;  // place in Audit::dimensions or Audit::items
};

// One rater with another.
struct Pairing {
  enum Kind {
    auditor_and_people,  // the auditor with every person
    auditor_and_person,
    people,  // every two people
    two_people
  } kind = auditor_and_people;
  std::string first, second;  // raters; empty where it is the auditor, or people as a whole
  Figures all;
  std::vector<Figures> dimensions;  // in the order of Audit::dimensions
  std::vector<Figures> items;       // in the order of Audit::items
};

struct Counted {
  std::vector<std::string> raters;  // in the order of their keys
  std::size_t records = 0;          // that a person has rated
  std::size_t ratings = 0;          // by people
  std::size_t doubled = 0;          // records of which two people or more have rated an item
  // The auditor with people first, then with each of them where there are several; then people with one another where
  // they have rated the same, then each two.
  std::vector<Pairing> pairings;
  const Pairing* of(Pairing::Kind kind) const;  // the first of that kind, or null
};

// `given` as given_in() gives it: at most one rating of an item of a record by one rater. `resamples`: of the
// bootstrap.
Counted count(const Audit& audit, const std::vector<Given>& given, std::size_t resamples = 2'000);

}  // namespace agreement
