#include "cli/terminal.h"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(cli_terminal)

BOOST_AUTO_TEST_CASE(progress_tells_count_rate_and_time_left) {
  BOOST_TEST(cli::progress_line(0, 50, 0) == "  0 of 50 records");
  BOOST_TEST(cli::progress_line(10, 50, 5) == "  10 of 50 records, 2.0 a second, 20 s left");
  BOOST_TEST(cli::progress_line(1'000, 100'000, 10) == "  1000 of 100000 records, 100 a second, 16 min 30 s left");
  BOOST_TEST(cli::progress_line(1, 10'000, 1) == "  1 of 10000 records, 1.0 a second, 2 h 46 min left");
}

BOOST_AUTO_TEST_SUITE_END()
