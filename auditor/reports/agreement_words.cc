#include "reports/agreement_words.h"

#include <cmath>
#include <cstdio>

#include "reports/words.h"

namespace reports {
namespace {

using agreement::Pairing;

const char* const kDash = "\u2013";

std::string two_places(double value) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%.2f", value + 0.0);
  return std::string(buffer) == "-0.00" ? "0.00" : buffer;
}

std::string whole(double share) {
  return std::to_string(std::lround(share * 100));
}

}  // namespace

std::string words_for(const Pairing& pairing) {
  switch (pairing.kind) {
    case Pairing::auditor_and_people:
      return "Auditor with people";
    case Pairing::auditor_and_person:
      return "Auditor with " + pairing.second;
    case Pairing::people:
      return "People with one another";
    case Pairing::two_people:
      return pairing.first + " with " + pairing.second;
  }
  return "";
}

const char* name_of(Pairing::Kind kind) {
  switch (kind) {
    case Pairing::auditor_and_people:
      return "auditor_and_people";
    case Pairing::auditor_and_person:
      return "auditor_and_person";
    case Pairing::people:
      return "people";
    case Pairing::two_people:
      return "two_people";
  }
  return "";
}

std::string coefficient_words(const agreement::Coefficient& coefficient) {
  if (!coefficient.value) return kDash;
  std::string out = two_places(*coefficient.value);
  if (coefficient.interval) {
    out += " (" + two_places(coefficient.interval->low) + " to " + two_places(coefficient.interval->high) + ")";
  }
  return out;
}

std::string same_words(const agreement::Figures& figures) {
  if (figures.pairs == 0) return kDash;
  return whole(static_cast<double>(figures.same) / static_cast<double>(figures.pairs)) + "% (" +
         whole(figures.same_interval.low) + " to " + whole(figures.same_interval.high) + "%)";
}

std::string share_words(const agreement::Share& share) {
  if (share.of == 0) return kDash;
  std::string out = whole(static_cast<double>(share.yes) / static_cast<double>(share.of)) + "%";
  if (share.corrected) {
    out += ", corrected " + whole(share.corrected->share) + "% (" + whole(share.corrected->interval.low) + " to " +
           whole(share.corrected->interval.high) + "%)";
  }
  return out;
}

std::vector<std::string> agreement_notes() {
  return {
      "n counts pairs of ratings of the same item of the same record. Kappa and AC2 are of the pairs in which neither "
      "rater says that the item does not apply; both weigh a difference by its square.",
      "Kappa falls where nearly all records are rated alike, however well raters agree; AC2 does not. Published kappas "
      "of "
      "two trained people on case notes lie between 0.32 and 0.70.",
      "Brackets are 95% intervals: for kappa and AC2 from drawing the records again, for shares by Wilson\u2019s "
      "method.",
      "An item is relied on where the lower limit of AC2 is above 0.60, of 20 records or more, and people\u2019s "
      "ratings "
      "were not nearly all the same; not relied on where the upper limit is no higher than 0.60, or AC2 is 0.40 or "
      "less.",
      "A share corrected for the auditor\u2019s own error holds only where the records that people rated were drawn by "
      "chance from those audited.",
  };
}

std::string agreement_summary(const Agreement& agreement) {
  const agreement::Counted& counted = agreement.counted;
  if (counted.ratings == 0) return "Nobody has rated a record of this run yet.";
  return reports::counted(counted.raters.size(), "person", "people") + " rated " +
         reports::counted(counted.records, "record") + " (" + reports::counted(counted.ratings, "rating") + "); " +
         (counted.doubled == 0
              ? "none was rated by two people."
              : reports::counted(counted.doubled, "record was", "records were") + " rated by two people or more.");
}

}  // namespace reports
