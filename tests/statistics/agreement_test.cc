#include "statistics/agreement.h"

#include <boost/test/unit_test.hpp>
#include <cmath>

#include "statistics/bootstrap.h"
#include "statistics/table.h"

using statistics::Confusion;

BOOST_AUTO_TEST_CASE(kappa_and_ac2_are_what_other_programs_say) {
  for (const Row& row : table("agreement.csv")) {
    Confusion counts = confusion(row);
    std::optional<double> kappa = statistics::weighted_kappa(counts);
    BOOST_TEST(kappa.has_value() == !row[2].empty());
    if (kappa) BOOST_TEST(std::abs(*kappa - row[2][0]) < 1e-9);
    BOOST_TEST(std::abs(statistics::gwet_ac2(counts).value() - row[3][0]) < 1e-9);
  }
}

// Kappa misleads where one category is nearly everything: the worked case of K. L. Gwet, "Kappa statistic is not
// satisfactory for assessing the extent of agreement between raters" (2002): 118, 5, 2 and 0 of 125. For two categories
// AC2 is his AC1.
BOOST_AUTO_TEST_CASE(lopsided_items) {
  Confusion counts(2);
  counts.add(0, 0, 118);
  counts.add(0, 1, 5);
  counts.add(1, 0, 2);
  BOOST_TEST(std::abs(statistics::exact(counts).value() - 0.944) < 1e-12);
  BOOST_TEST(std::abs(statistics::weighted_kappa(counts).value() - -0.0234) < 5e-5);
  BOOST_TEST(std::abs(statistics::gwet_ac2(counts).value() - 0.9408) < 5e-5);
}

BOOST_AUTO_TEST_CASE(nothing_rated_has_no_figure) {
  Confusion none(3);
  BOOST_TEST(!statistics::exact(none));
  BOOST_TEST(!statistics::weighted_kappa(none));
  BOOST_TEST(!statistics::gwet_ac2(none));
  Confusion same(3);
  same.add(2, 2, 9);
  BOOST_TEST(!statistics::weighted_kappa(same));
  BOOST_TEST(statistics::gwet_ac2(same).value() == 1.0);
}

BOOST_AUTO_TEST_CASE(bootstrap_intervals_agree_to_two_digits) {
  for (const Row& row : table("bootstrap.csv")) {
    Confusion counts = confusion(row);
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    for (std::size_t a = 0; a < counts.categories(); ++a) {
      for (std::size_t b = 0; b < counts.categories(); ++b) pairs.insert(pairs.end(), counts.at(a, b), {a, b});
    }
    auto figure = [&](const std::vector<std::size_t>& units) {
      Confusion drawn(counts.categories());
      for (std::size_t unit : units) drawn.add(pairs[unit].first, pairs[unit].second);
      return statistics::weighted_kappa(drawn);
    };
    std::optional<statistics::Interval> interval = statistics::bootstrap(pairs.size(), figure, 20'000);
    BOOST_REQUIRE(interval.has_value());
    BOOST_TEST(std::abs(interval->low - row[2][0]) < 0.015);
    BOOST_TEST(std::abs(interval->high - row[3][0]) < 0.015);
  }
}

BOOST_AUTO_TEST_CASE(bootstrap_takes_the_middle_of_the_draws_that_have_a_figure) {
  int draws = 0;
  auto numbered = [&](const std::vector<std::size_t>&) { return std::optional<double>(draws++); };
  std::optional<statistics::Interval> interval = statistics::bootstrap(2, numbered, 41);
  BOOST_REQUIRE(interval.has_value());
  BOOST_TEST(interval->low == 1);
  BOOST_TEST(interval->high == 39);
  auto some = [&](int of_ten) {
    int drawn = 0;
    auto figure = [&](const std::vector<std::size_t>&) {
      return drawn++ < of_ten ? std::optional<double>(7) : std::nullopt;
    };
    return statistics::bootstrap(2, figure, 10).has_value();
  };
  BOOST_TEST(some(5));
  BOOST_TEST(!some(4));
}

BOOST_AUTO_TEST_CASE(the_same_seed_draws_the_same) {
  statistics::Random first(5);
  statistics::Random second(5);
  for (int i = 0; i < 10; ++i) BOOST_TEST(first.below(1000) == second.below(1000));
  // The generator's published first number for seed 1234567.
  BOOST_TEST(statistics::Random(1234567).next() == 6457827717110365317U);
  // Where numbers from the last, incomplete stretch come up half of the time, they are drawn again.
  const std::size_t below = (std::size_t{1} << 63) + 1;
  statistics::Random plain(7);
  statistics::Random fair(7);
  for (int i = 0; i < 20; ++i) {
    std::uint64_t wanted = plain.next();
    while (wanted >= below) wanted = plain.next();
    BOOST_TEST(fair.below(below) == wanted);
  }
  auto mean = [](const std::vector<std::size_t>& units) { return std::optional<double>(units.size()); };
  BOOST_TEST(!statistics::bootstrap(1, mean));
}
