#include "manifest/days.h"

#include <boost/test/unit_test.hpp>
#include <string>
#include <utility>
#include <vector>

BOOST_AUTO_TEST_SUITE(manifest_days)

BOOST_AUTO_TEST_CASE(usual_shapes_are_read_in_the_british_order) {
  const std::vector<std::pair<std::string, std::string>> shapes = {
      {"31/03/2024", "2024-03-31"},
      {"1/3/24", "2024-03-01"},
      {"31.03.2024", "2024-03-31"},
      {"31-03-2024", "2024-03-31"},
      {"31-Mar-24", "2024-03-31"},
      {"31 March 2024", "2024-03-31"},
      {"31st March 2024", "2024-03-31"},
      {"Sunday, 31 Mar 2024", "2024-03-31"},
      {"March 31, 2024", "2024-03-31"},
      {"2 Sept 98", "1998-09-02"},
      {"2024-03-31", "2024-03-31"},
      {"2024/03/31", "2024-03-31"},
      {"20240331", "2024-03-31"},
      {"2024-03-31T00:00:00", "2024-03-31"},
      {"2024-03-31 10:15:00.000", "2024-03-31"},
      {"31/03/2024 00:00", "2024-03-31"},
      {"31/03/2024 12:00:00 AM", "2024-03-31"},
      {" 29/02/2024 ", "2024-02-29"},
      {"", ""},
      {"-", ""},
  };
  for (const auto& [written, day] : shapes) {
    manifest::ReadDay read = manifest::read_day(written);
    BOOST_TEST_CONTEXT(written) {
      BOOST_TEST(read.day == day);
      BOOST_TEST(read.fault == "");
    }
  }
}

BOOST_AUTO_TEST_CASE(what_is_no_day_says_why) {
  const std::vector<std::pair<std::string, std::string>> faults = {
      {"29/02/2023", "no such day"},
      {"31/04/2024", "no such day"},
      {"03/31/2024", "month and day may stand in the American order, which is not read"},
      {"45382", "a spreadsheet's serial number, which may as well be something else"},
      {"31/03/1824", "no year between 1900 and 2099"},
      {"Yes", "no day"},
      {"March 2024", "no day"},
      {"31/03/2024 and 2/4/2024", "no day"},
      {"2024", "no day"},
      {"31/03/024", "no day"},
      {"Mar 3 then", "no day"},
      {"Mar3init", "no day"},
  };
  for (const auto& [written, fault] : faults) {
    manifest::ReadDay read = manifest::read_day(written);
    BOOST_TEST_CONTEXT(written) {
      BOOST_TEST(read.day == "");
      BOOST_TEST(read.fault == fault);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
