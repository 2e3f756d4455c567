#include "agreement/share.h"

#include <boost/test/unit_test.hpp>
#include <cmath>

#include "agreement/made.h"

BOOST_AUTO_TEST_SUITE(agreement_share)

BOOST_AUTO_TEST_CASE(refused_where_people_have_rated_too_few) {
  agreement::Audit run = audit("m.. n.. p.. -..");
  agreement::ItemShares shares = agreement::shares(run, given(0, "A", "mnm-")).at(0);
  BOOST_TEST(shares.met.yes == 1u);
  BOOST_TEST(shares.met.of == 3u);
  BOOST_TEST(!shares.met.corrected);
  BOOST_TEST(shares.met.refused == "too few ratings: 2 with it and 1 without, of 20 each");
  BOOST_TEST(shares.not_met.refused == "too few ratings: 1 with it and 2 without, of 20 each");
}

// By hand: sensitivity 20/25 = 0.8, specificity 24/25 = 0.96; 100 records of which the auditor says 40 are met:
// (0.4 + 0.96 - 1) / (0.8 + 0.96 - 1) = 0.4737.
BOOST_AUTO_TEST_CASE(corrected_by_the_auditors_own_error) {
  std::string records, persons;
  for (int i = 0; i < 100; ++i) {
    bool said = i < 40;
    records += said ? "m.. " : "n.. ";
    persons += i < 20 ? "m" : i == 20 ? "p" : i >= 40 && i < 45 ? "m" : i >= 45 && i < 69 ? "n" : ".";
  }
  agreement::Audit run = audit(records);
  agreement::Share met = agreement::shares(run, given(0, "A", persons)).at(0).met;
  BOOST_TEST(met.truly == 25u);
  BOOST_TEST(met.truly_not == 25u);
  BOOST_REQUIRE(met.corrected.has_value());
  BOOST_TEST(std::abs(met.corrected->share - 0.36 / 0.76) < 1e-12);
  BOOST_TEST(met.corrected->interval.low < met.corrected->share);
  // Somebody else's rating of the same record, taken in later, is the one that counts.
  auto later = given(0, "B", "n");
  later[0].when = "2026-11-27T00:00:00Z";
  agreement::Share changed = agreement::shares(run, given(0, "A", persons) + later).at(0).met;
  BOOST_TEST(changed.truly == 24u);
}

BOOST_AUTO_TEST_SUITE_END()
