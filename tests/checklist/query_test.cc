#include "checklist/query.h"

#include <boost/test/unit_test.hpp>

namespace {

checklist::Candidate candidate(std::uint32_t begin, std::uint32_t end, int strength) {
  checklist::Candidate c;
  c.at = {begin, end};
  c.strength = strength;
  return c;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(checklist_query)

BOOST_AUTO_TEST_CASE(order_puts_the_strongest_first_and_drops_overlaps) {
  std::vector<checklist::Candidate> all = {candidate(0, 5, 1), candidate(10, 20, 3), candidate(12, 15, 2),
                                           candidate(30, 40, 3)};
  checklist::order(all);
  BOOST_REQUIRE(all.size() == 3u);
  BOOST_TEST(all[0].at.begin == 10u);
  BOOST_TEST(all[1].at.begin == 30u);
  BOOST_TEST(all[2].at.begin == 0u);
}

BOOST_AUTO_TEST_CASE(one_failed_condition_is_a_near_miss) {
  checklist::Candidate denied = candidate(0, 5, 1);
  denied.fail(checklist::Condition::polarity);
  BOOST_TEST(denied.is_near_miss());
  BOOST_TEST(denied.near_reason() == "denied");
  checklist::Candidate twice = denied;
  twice.fail(checklist::Condition::mood);
  BOOST_TEST(!twice.is_near_miss());
  checklist::Candidate wordless = candidate(6, 9, 1);
  wordless.fail(checklist::Condition::concept_found);
  BOOST_TEST(!wordless.is_near_miss());
  checklist::Found found = checklist::found_of({denied, twice, wordless});
  BOOST_TEST(!found.holds);
  BOOST_TEST(found.near.size() == 1u);
}

BOOST_AUTO_TEST_SUITE_END()
