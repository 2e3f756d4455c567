#include "sampling/allocate.h"

#include <boost/test/unit_test.hpp>
#include <numeric>

#include "statistics/bootstrap.h"

using Numbers = std::vector<std::size_t>;

static std::string text(const Numbers& numbers) {
  std::string out;
  for (std::size_t number : numbers) out += (out.empty() ? "" : " ") + std::to_string(number);
  return out;
}

BOOST_AUTO_TEST_CASE(allocation_by_hand) {
  struct Row {
    Numbers strata;
    std::size_t drawn;
    const char* expected;
  };
  const Row rows[] = {
      {{50, 30, 20}, 10, "5 3 2"},
      {{50, 30, 20}, 5, "3 1 1"},      // 2.5, 1.5, 1: the tie goes to the larger
      {{52, 35, 13}, 10, "5 4 1"},     // 5.2, 3.5, 1.3
      {{97, 1, 1, 1}, 10, "7 1 1 1"},  // the small ones are given one, at the cost of the large
      {{60, 37, 1, 1, 1}, 10, "4 3 1 1 1"},
      {{10, 10, 10}, 4, "2 1 1"},  // alike: the earlier
      {{3, 2}, 5, "3 2"},
      {{1, 1}, 2, "1 1"},
      {{400}, 30, "30"},
  };
  for (const Row& row : rows) BOOST_TEST(text(sampling::proportional(row.strata, row.drawn)) == row.expected);
}

BOOST_AUTO_TEST_CASE(allocation_holds_its_promises) {
  statistics::Random random(11);
  for (int round = 0; round < 3000; ++round) {
    Numbers strata(1 + random.below(12));
    for (std::size_t& stratum : strata) stratum = 1 + random.below(random.below(3) == 0 ? 200 : 8);
    const std::size_t all = std::accumulate(strata.begin(), strata.end(), std::size_t{0});
    const std::size_t drawn = strata.size() + random.below(all - strata.size() + 1);
    const Numbers out = sampling::proportional(strata, drawn);
    BOOST_TEST(std::accumulate(out.begin(), out.end(), std::size_t{0}) == drawn);
    for (std::size_t i = 0; i < strata.size(); ++i) {
      BOOST_TEST(out[i] >= 1u);
      BOOST_TEST(out[i] <= strata[i]);
      // Never above its share, rounded up, but where that is less than one.
      BOOST_TEST(out[i] <= std::max<std::size_t>(1, (drawn * strata[i] + all - 1) / all));
    }
  }
}
