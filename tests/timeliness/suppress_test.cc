#include "timeliness/suppress.h"

#include <boost/test/unit_test.hpp>

namespace timeliness {
namespace {

// Which groups' completed work is shown: "+" or "-" for each.
std::string kept(const std::vector<std::size_t>& completed) {
  std::vector<Group> groups(completed.size());
  for (std::size_t i = 0; i < completed.size(); ++i) {
    groups[i].figures.by_standing[static_cast<std::size_t>(Standing::in_time)] = completed[i];
    groups[i].figures.by_standing[static_cast<std::size_t>(Standing::overdue)] = 5;
  }
  std::string out;
  for (const Shown& one : shown(groups)) {
    BOOST_TEST(one.unfinished);
    out += one.completed ? '+' : '-';
  }
  return out;
}

BOOST_AUTO_TEST_SUITE(suppressing)

BOOST_AUTO_TEST_CASE(small_groups_and_what_would_give_them_away) {
  BOOST_TEST(kept({}) == "");
  BOOST_TEST(kept({5, 10, 0}) == "+++");
  BOOST_TEST(kept({4, 10, 7}) == "-+-");  // the total less the others would tell the 4
  BOOST_TEST(kept({4, 1, 7}) == "--+");
  BOOST_TEST(kept({4, 0}) == "-+");
  BOOST_TEST(kept({3}) == "-");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace timeliness
