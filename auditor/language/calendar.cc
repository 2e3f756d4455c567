#include "language/calendar.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace language {
namespace {

constexpr std::array<const char*, 12> kMonths = {"January", "February", "March",     "April",   "May",      "June",
                                                 "July",    "August",   "September", "October", "November", "December"};

bool is_leap(int year) {
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int days_in(int year, int month) {
  constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

}  // namespace

// Days from the civil calendar, by the usual arithmetic on years that begin in March.
Day day_of(int year, int month, int day) {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > days_in(year, month)) return no_day;
  const int shifted = month <= 2 ? year - 1 : year;
  const int era = shifted / 400;
  const int year_of_era = shifted - era * 400;
  const int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

YearMonthDay parts_of(Day day) {
  const int shifted = day + 719468;
  const int era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  const int day_of_era = shifted - era * 146097;
  const int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int month_from_march = (5 * day_of_year + 2) / 153;
  const int month = month_from_march + (month_from_march < 10 ? 3 : -9);
  return {year_of_era + era * 400 + (month <= 2 ? 1 : 0), month, day_of_year - (153 * month_from_march + 2) / 5 + 1};
}

int weekday_of(Day day) {
  const int from_monday = (day + 3) % 7;  // 1 January 1970 was a Thursday
  return from_monday < 0 ? from_monday + 7 : from_monday;
}

std::string iso_of(Day day) {
  const YearMonthDay parts = parts_of(day);
  char text[40];
  std::snprintf(text, sizeof text, "%04d-%02d-%02d", parts.year, parts.month, parts.day);
  return text;
}

Day iso_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return no_day;
  int number[3] = {0, 0, 0};
  int part = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i == 4 || i == 7) {
      ++part;
    } else if (text[i] >= '0' && text[i] <= '9') {
      number[part] = number[part] * 10 + (text[i] - '0');
    } else {
      return no_day;
    }
  }
  return day_of(number[0], number[1], number[2]);
}

std::string in_words(Day day) {
  const YearMonthDay parts = parts_of(day);
  return std::to_string(parts.day) + " " + kMonths[static_cast<std::size_t>(parts.month - 1)] + " " +
         std::to_string(parts.year);
}

base::Result<Calendar> Calendar::load(const base::xml::Element& calendar, const std::string& file) {
  const auto refused = [&file](const base::xml::Element& at, std::string message, std::string advice) {
    return base::Error{base::ErrorCode::bad_checklist, file, at.line, at.column, std::move(message), std::move(advice)};
  };
  if (calendar.name != "calendar") {
    return refused(calendar, "the root element is <" + calendar.name + ">", "a calendar's root is <calendar>");
  }
  Calendar made;
  for (const base::xml::Element& holiday : calendar.children) {
    if (holiday.name != "holiday") {
      return refused(holiday, "<" + holiday.name + "> doesn't belong in a calendar", "use <holiday date=\"...\">");
    }
    const Day day = iso_day(holiday.attribute("date"));
    if (day == no_day) {
      return refused(holiday, "the date of this holiday can't be read", "write it as in date=\"2010-04-02\"");
    }
    made.holidays_.push_back(day);
  }
  if (made.holidays_.empty()) return refused(calendar, "the calendar holds no holidays", "add <holiday> elements");
  std::sort(made.holidays_.begin(), made.holidays_.end());
  made.first_ = day_of(parts_of(made.holidays_.front()).year, 1, 1);
  made.last_ = day_of(parts_of(made.holidays_.back()).year, 12, 31);
  return made;
}

bool Calendar::is_working_day(Day day) const {
  return weekday_of(day) < 5 && !std::binary_search(holidays_.begin(), holidays_.end(), day);
}

int Calendar::working_days(Day from, Day to) const {
  if (from == no_day || to == no_day || to <= from) return 0;
  // Whole weeks at once: a record may hold dates that are centuries apart.
  const int days = to - from;
  int count = days / 7 * 5;
  for (Day day = to - days % 7 + 1; day <= to; ++day) count += weekday_of(day) < 5 ? 1 : 0;
  const auto first = std::upper_bound(holidays_.begin(), holidays_.end(), from);
  const auto last = std::upper_bound(first, holidays_.end(), to);
  count -= static_cast<int>(std::count_if(first, last, [](Day holiday) { return weekday_of(holiday) < 5; }));
  return count;
}

Day Calendar::after(Day from, int days) const {
  Day day = from;
  for (int counted = 0; counted < days;) counted += is_working_day(++day) ? 1 : 0;
  return day;
}

}  // namespace language
