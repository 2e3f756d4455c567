// Days, and English working days. Bank holidays are data (checklists/calendar.xml), from 2000 on.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/xml.h"

namespace language {

using Day = std::int32_t;  // days since 1 January 1970; no_day where unknown
inline constexpr Day no_day = INT32_MIN;

Day day_of(int year, int month, int day);  // no_day where there is no such day ("31 April")
struct YearMonthDay {
  int year = 0, month = 0, day = 0;
};
YearMonthDay parts_of(Day day);
int weekday_of(Day day);             // 0 Monday to 6 Sunday
std::string iso_of(Day day);         // "2009-10-13"
Day iso_day(std::string_view text);  // of "2009-10-13" exactly; no_day for anything else
std::string in_words(Day day);       // "13 October 2009"

class Calendar {
 public:
  // From a <calendar> element of <holiday date="2010-04-02">Good Friday</holiday>; errors with line and column.
  static base::Result<Calendar> load(const base::xml::Element& calendar, const std::string& file);

  bool is_working_day(Day day) const;
  // Working days from `from` (day 0) to `to`; 0 where `to` is not after `from`. A first day that is no working day
  // counts as day 0 all the same.
  int working_days(Day from, Day to) const;
  // The working day that is so many after `from`: the last in time for a limit of as many. `from` itself for none.
  Day after(Day from, int days) const;
  Day first_known() const { return first_; }
  Day last_known() const { return last_; }

 private:
  std::vector<Day> holidays_;  // sorted
  Day first_ = no_day, last_ = no_day;
};

}  // namespace language
