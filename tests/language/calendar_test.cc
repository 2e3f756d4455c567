#include "language/calendar.h"

#include <boost/test/unit_test.hpp>

#include "base/file.h"

namespace {

language::Calendar english() {
  const std::string path = AUDITOR_SOURCE_DIR "/checklists/calendar.xml";
  const auto bytes = base::read_file(path, 1 << 20);
  BOOST_REQUIRE(bytes.ok());
  const auto element = base::xml::load(bytes.value(), path);
  BOOST_REQUIRE(element.ok());
  auto calendar = language::Calendar::load(element.value(), path);
  BOOST_REQUIRE(calendar.ok());
  return std::move(calendar).value();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(calendar)

BOOST_AUTO_TEST_CASE(days_come_back_from_their_parts) {
  for (language::Day day = -800'000; day < 800'000; day += 37) {
    const language::YearMonthDay parts = language::parts_of(day);
    if (parts.year >= 1) BOOST_REQUIRE_EQUAL(language::day_of(parts.year, parts.month, parts.day), day);
  }
  BOOST_TEST(language::day_of(1970, 1, 1) == 0);
  BOOST_TEST(language::weekday_of(language::day_of(2010, 3, 18)) == 3);
  BOOST_TEST(language::in_words(language::day_of(2009, 10, 13)) == "13 October 2009");
  BOOST_TEST(language::iso_of(language::day_of(2000, 2, 29)) == "2000-02-29");
}

BOOST_AUTO_TEST_CASE(days_that_are_none) {
  for (const auto& [year, month, day] : {std::tuple{2010, 4, 31},
                                         {2011, 2, 29},
                                         {1900, 2, 29},
                                         {2010, 13, 1},
                                         {2010, 0, 1},
                                         {2010, 1, 0},
                                         {2010, 1, 32},
                                         {0, 1, 1}}) {
    BOOST_TEST(language::day_of(year, month, day) == language::no_day);
  }
}

BOOST_AUTO_TEST_CASE(working_days_of_the_worked_examples) {
  const language::Calendar calendar = english();
  const language::Day referral = language::day_of(2010, 3, 18);
  BOOST_TEST(calendar.working_days(referral, language::day_of(2010, 3, 29)) == 7);
  BOOST_TEST(calendar.working_days(referral, language::day_of(2010, 4, 1)) == 10);
  BOOST_TEST(calendar.working_days(referral, language::day_of(2010, 5, 11)) == 35);
  BOOST_TEST(calendar.working_days(referral, referral) == 0);
  BOOST_TEST(calendar.working_days(referral, referral - 1) == 0);
}

BOOST_AUTO_TEST_CASE(working_days_agree_with_counting_one_by_one) {
  const language::Calendar calendar = english();
  for (int from_offset = 0; from_offset < 400; from_offset += 3) {
    const language::Day from = language::day_of(2021, 11, 20) + from_offset;
    int counted = 0;
    for (language::Day to = from + 1; to < from + 120; ++to) {
      counted += calendar.is_working_day(to) ? 1 : 0;
      BOOST_REQUIRE_EQUAL(calendar.working_days(from, to), counted);
    }
  }
}

BOOST_AUTO_TEST_CASE(holidays_with_their_exceptions) {
  const language::Calendar calendar = english();
  const auto working = [&](int year, int month, int day) {
    return calendar.is_working_day(language::day_of(year, month, day));
  };
  BOOST_TEST(!working(2010, 4, 2));
  BOOST_TEST(!working(2002, 6, 4));
  BOOST_TEST(working(2002, 5, 27));
  BOOST_TEST(!working(2011, 4, 29));
  BOOST_TEST(!working(2020, 5, 8));
  BOOST_TEST(working(2020, 5, 4));
  BOOST_TEST(!working(2022, 9, 19));
  BOOST_TEST(!working(2023, 5, 8));
  BOOST_TEST(!working(2010, 12, 28));  // 26 December 2010 was a Sunday, 25 a Saturday
  BOOST_TEST(!working(2016, 12, 27));
  BOOST_TEST(working(2010, 3, 19));
  BOOST_TEST(!working(2010, 3, 20));
  BOOST_TEST(calendar.first_known() == language::day_of(2000, 1, 1));
  BOOST_TEST(calendar.last_known() == language::day_of(2027, 12, 31));
}

BOOST_AUTO_TEST_CASE(calendars_that_cannot_be_read) {
  for (const char* text : {"<calendar/>", "<days/>", "<calendar><holiday>x</holiday></calendar>",
                           "<calendar><holiday date='2010-02-30'>x</holiday></calendar>",
                           "<calendar><day date='2010-02-03'>x</day></calendar>"}) {
    const auto element = base::xml::load(text, "c.xml");
    BOOST_REQUIRE(element.ok());
    const auto calendar = language::Calendar::load(element.value(), "c.xml");
    BOOST_TEST(!calendar.ok());
    if (!calendar.ok()) BOOST_TEST(calendar.error().line == 1U);
  }
}

BOOST_AUTO_TEST_SUITE_END()
