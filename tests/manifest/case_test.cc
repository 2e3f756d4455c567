#include "manifest/case.h"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_CASE(place_told_with_its_line_where_there_is_one) {
  BOOST_TEST(manifest::in_words({"list4.csv", 14, 3}) == "list4.csv, line 14");
  BOOST_TEST(manifest::in_words({"list4.csv", 0, 0}) == "list4.csv");
}
