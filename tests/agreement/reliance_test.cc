#include "agreement/reliance.h"

#include <boost/test/unit_test.hpp>

#include "agreement/made.h"

namespace {

std::string judged(const std::string& auditors, const std::string& persons) {
  std::string records;
  for (char c : auditors) records += std::string(1, c) + ".. ";
  auto counted = agreement::count(audit(records), given(0, "A", persons));
  agreement::Judgement judgement = agreement::judge(counted.pairings.at(0).items.at(0));
  return std::string(name_of(judgement.reliance)) + ": " + judgement.why;
}

std::string times(const std::string& some, int n) {
  std::string out;
  for (int i = 0; i < n; ++i) out += some;
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(agreement_reliance)

BOOST_AUTO_TEST_CASE(nothing_is_said_of_few_records) {
  BOOST_TEST(judged(times("mn", 9), times("mn", 9)) == "too_few: 18 of 20 records");
  BOOST_TEST(judged(times("mn", 9) + "--", times("mn", 9) + "--") == "too_few: 18 of 20 records");
  BOOST_TEST(judged(times("mn", 10), times("mn", 10)).starts_with("rely: agreement is at least 1.00"));
}

BOOST_AUTO_TEST_CASE(much_agreement_that_is_sure) {
  BOOST_TEST(judged(times("mnp", 15) + "mpm", times("mnp", 15) + "pnp").starts_with("rely: "));
}

BOOST_AUTO_TEST_CASE(agreement_that_may_be_little) {
  BOOST_TEST(judged(times("mnpm", 5), times("mnpp", 3) + times("mnnm", 1) + "mmpm")
                 .starts_with("check: agreement may be as low as "));
}

BOOST_AUTO_TEST_CASE(little_agreement) {
  BOOST_TEST(judged(times("mnpm", 10), times("nmpp", 10)).starts_with("do_not_rely: agreement is "));
}

// The auditor says met of everything and people nearly do: full agreement, and no test of the other ratings.
BOOST_AUTO_TEST_CASE(items_that_are_always_rated_alike) {
  BOOST_TEST(judged(times("m", 30), times("m", 29) + "p") ==
             "check: people rated 29 of 30 alike: whether the auditor sees the others is untested");
}

BOOST_AUTO_TEST_SUITE_END()
