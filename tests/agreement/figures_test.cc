#include "agreement/figures.h"

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <sstream>

#include "agreement/made.h"

using agreement::Counted;
using agreement::Figures;
using agreement::Pairing;

namespace {

std::string number(const std::optional<double>& value) {
  if (!value) return "none";
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%.4f", *value);
  return buffer;
}

std::string dump(const Figures& figures) {
  std::ostringstream out;
  out << "n=" << figures.pairs << " ordered=" << figures.ordered << " records=" << figures.records << "/"
      << figures.ordered_records << " same=" << figures.same << " kappa=" << number(figures.kappa.value)
      << " ac2=" << number(figures.ac2.value) << " table=";
  for (const auto& row : figures.table) {
    for (std::size_t count : row) out << count;
    out << (&row == &figures.table.back() ? "" : " ");
  }
  return out.str();
}

std::string dump(const Counted& counted) {
  std::ostringstream out;
  out << "records=" << counted.records << " ratings=" << counted.ratings << " doubled=" << counted.doubled << "\n";
  for (const Pairing& pairing : counted.pairings) {
    static constexpr const char* kinds[] = {"auditor-people", "auditor-person", "people", "two"};
    out << kinds[pairing.kind] << " " << pairing.first << "/" << pairing.second << " " << dump(pairing.all) << "\n";
  }
  return out.str();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(agreement_figures)

// Worked out with Python's statsmodels (cohens_kappa, wt="quadratic") and, for AC2, from Gwet's formula in fractions.
BOOST_AUTO_TEST_CASE(auditor_and_one_person) {
  agreement::Audit run = audit("m.. m.. p.. n.. n.. m.. p.. m.. -.. n..");
  Counted counted = agreement::count(run, given(0, "Ann", "mmpnpmnm-m"), 200);
  BOOST_TEST(dump(counted) ==
             "records=10 ratings=10 doubled=0\n"
             "auditor-people / n=10 ordered=9 records=10/9 same=7 kappa=0.5500 ac2=0.5574 "
             "table=1110 1100 0040 0001\n");
  const Pairing& pairing = counted.pairings.at(0);
  BOOST_TEST(dump(pairing.items.at(0)) == dump(pairing.all));
  BOOST_TEST(dump(pairing.dimensions.at(0)) == dump(pairing.all));
  BOOST_TEST(pairing.items.at(1).pairs == 0u);
  BOOST_TEST(!pairing.items.at(1).kappa.value);
  BOOST_TEST(!pairing.items.at(1).ac2.interval);
  // Wilson's interval of 7 in 10, as statsmodels has it.
  BOOST_TEST(std::abs(pairing.all.same_interval.low - 0.396778) < 1e-6);
  BOOST_TEST(std::abs(pairing.all.same_interval.high - 0.892209) < 1e-6);
  BOOST_REQUIRE(pairing.all.kappa.interval.has_value());
  BOOST_TEST(pairing.all.kappa.interval->low < 0.55);
  BOOST_TEST(pairing.all.kappa.interval->high > 0.55);
}

BOOST_AUTO_TEST_CASE(several_people_with_the_auditor_and_with_one_another) {
  agreement::Audit run = audit("mm. mn. pp. n-.");
  Counted counted =
      agreement::count(run, given(0, "Bo", "mmp.") + given(0, "Ann", ".mnn") + given(1, "Ann", "m..m"), 50);
  BOOST_TEST(dump(counted) ==
             "records=4 ratings=8 doubled=2\n"
             "auditor-people / n=8 ordered=7 records=4/4 same=6 kappa=0.8923 ac2=0.9146 "
             "table=1000 1100 0040 0010\n"
             "auditor-person /Ann n=5 ordered=4 records=4/4 same=3 kappa=0.8571 ac2=0.8462 "
             "table=1000 1000 0020 0010\n"
             "auditor-person /Bo n=3 ordered=3 records=3/3 same=3 kappa=1.0000 ac2=1.0000 "
             "table=0000 0100 0020 0000\n"
             "people / n=2 ordered=2 records=2/2 same=1 kappa=0.6667 ac2=0.6667 "
             "table=0100 0000 0010 0000\n"
             "two Ann/Bo n=2 ordered=2 records=2/2 same=1 kappa=0.6667 ac2=0.6667 "
             "table=0100 0000 0010 0000\n");
}

// Ratings of one record hang together: ten items rated alike in each of four records say no more than four.
BOOST_AUTO_TEST_CASE(intervals_are_over_records) {
  agreement::Audit alone = audit("m.. n.. m.. n..");
  agreement::Audit thrice = audit("mmm nnn mmm nnn");
  auto width = [](const Counted& counted) {
    const auto& interval = counted.pairings.at(0).all.ac2.interval;
    return interval->high - interval->low;
  };
  Counted one = agreement::count(alone, given(0, "A", "mnpp"));
  Counted three = agreement::count(thrice, given(0, "A", "mnpp") + given(1, "A", "mnpp") + given(2, "A", "mnpp"));
  BOOST_TEST(std::abs(width(one) - width(three)) < 1e-12);
}

BOOST_AUTO_TEST_CASE(nobody_has_rated) {
  Counted counted = agreement::count(audit("mmm"), {});
  BOOST_TEST(counted.pairings.empty());
  BOOST_TEST(counted.of(Pairing::people) == nullptr);
}

BOOST_AUTO_TEST_SUITE_END()
