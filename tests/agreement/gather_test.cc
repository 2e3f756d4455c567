#include "agreement/gather.h"

#include <boost/test/unit_test.hpp>

#include "agreement/made.h"

using agreement::Gathered;
using agreement::Imported;

namespace {

Imported imported(std::vector<agreement::Given> ratings) {
  Imported out;
  out.given = std::move(ratings);
  for (auto& one : out.given) one.cell = "Moderation!I" + std::to_string(one.record + 2);
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(agreement_gather)

BOOST_AUTO_TEST_CASE(what_is_new_what_is_changed) {
  Gathered all =
      agreement::gather({{"a.xlsx", imported(given(0, "ann LEE", "mpn"))}, {"b.csv", imported(given(0, "Bo", "m"))}},
                        given(0, "Ann Lee", "mm"));
  BOOST_TEST(all.added == 2u);
  BOOST_TEST(all.changed == 1u);
  BOOST_TEST(all.unchanged == 1u);
  BOOST_REQUIRE(all.fresh.size() == 3u);
  BOOST_TEST(all.fresh[0].rater == "Ann Lee");
  BOOST_TEST(letter(all.fresh[0].rating) == 'p');
}

BOOST_AUTO_TEST_CASE(one_person_may_not_say_two_things) {
  Gathered all =
      agreement::gather({{"a.xlsx", imported(given(0, "Ann", "mp"))}, {"b.xlsx", imported(given(0, "ann", "mm"))}}, {});
  BOOST_TEST(all.fresh.empty());
  BOOST_REQUIRE(all.faults.size() == 1u);
  BOOST_TEST(all.faults[0].first == "b.xlsx");
  BOOST_TEST(all.faults[0].second.cell == "Moderation!I3");
}

BOOST_AUTO_TEST_CASE(faults_of_any_file_keep_all_out) {
  Imported faulty;
  faulty.faults.push_back({"Moderation!F17", "is none of them"});
  Gathered all = agreement::gather({{"a.xlsx", imported(given(0, "Ann", "mp"))}, {"b.xlsx", faulty}}, {});
  BOOST_TEST(all.fresh.empty());
  BOOST_TEST(all.faults.size() == 1u);
}

BOOST_AUTO_TEST_CASE(across_a_pipe_and_back) {
  agreement::Audit run = audit("mmm mmm");
  Imported one = imported(given(0, "Ann", "mp") + given(2, "Bo: 3", ".n"));
  one.given[1].comment = std::string("line\n3:x\0y", 10);
  one.without = 7;
  const std::string text = agreement::text_of(one);
  base::Result<Imported> back = agreement::imported_from(text, run);
  BOOST_REQUIRE(back.ok());
  BOOST_TEST(agreement::text_of(back.value()) == text);
  Imported faulty;
  faulty.faults.push_back({"A1", "is wrong"});
  BOOST_TEST(agreement::imported_from(agreement::text_of(faulty), run).value().faults.at(0).cell == "A1");
  for (std::size_t size = 0; size < text.size(); ++size) {
    base::Result<Imported> cut = agreement::imported_from(text.substr(0, size), run);
    if (cut) BOOST_TEST(cut.value().given.size() < one.given.size());
  }
  BOOST_TEST(!agreement::imported_from("1:0,", run));
  BOOST_TEST(!agreement::imported_from("99999999999999999999:0", run));
  // A record that the run has not.
  BOOST_TEST(!agreement::imported_from("1:01:01:01:21:01:00:0:0:0:", run));
}

BOOST_AUTO_TEST_SUITE_END()
