#include "manifest/days.h"

#include <array>
#include <cctype>
#include <vector>

#include "base/utf8.h"
#include "language/calendar.h"

namespace manifest {
namespace {

constexpr int earliest_year = 1900, latest_year = 2099;

// Figures and words of a value, with the mark before each; other marks are passed over.
struct Part {
  std::string text;
  char before = ' ';
  bool figures() const { return text[0] >= '0' && text[0] <= '9'; }
  int number() const { return text.size() > 8 ? -1 : std::stoi(text); }
};

bool is_figure(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z');
}

std::vector<Part> parts_of(const std::string& value) {
  std::vector<Part> out;
  char before = ' ';
  for (std::size_t at = 0; at < value.size();) {
    auto same = [&](char c) { return is_figure(value[at]) ? is_figure(c) : is_letter(c); };
    if (!is_figure(value[at]) && !is_letter(value[at])) {
      before = value[at++];
      continue;
    }
    std::size_t end = at;
    while (end < value.size() && same(value[end])) ++end;
    out.push_back({value.substr(at, end - at), before});
    before = '\0';
    at = end;
  }
  return out;
}

int month_of(const std::string& word) {
  constexpr std::array<std::string_view, 12> months = {"january",   "february", "march",    "april",
                                                       "may",       "june",     "july",     "august",
                                                       "september", "october",  "november", "december"};
  if (word.size() < 3) return 0;
  for (std::size_t i = 0; i < months.size(); ++i) {
    if (months[i].starts_with(word) || (word == "sept" && i == 8)) return static_cast<int>(i) + 1;
  }
  return 0;
}

bool is_weekday(const std::string& word) {
  constexpr std::array<std::string_view, 7> days = {"monday", "tuesday",  "wednesday", "thursday",
                                                    "friday", "saturday", "sunday"};
  for (std::string_view day : days) {
    if (word.size() >= 3 && day.starts_with(word)) return true;
  }
  return word == "tues" || word == "thurs";
}

// What stands behind a day and is no part of it: "00:00:00", "T10:15:00.000Z", "12:00 AM".
bool is_time(const std::vector<Part>& parts, std::size_t from) {
  for (std::size_t i = from; i < parts.size(); ++i) {
    const std::string& text = parts[i].text;
    bool word = text == "t" || text == "z" || text == "am" || text == "pm" || text == "utc" || text == "bst";
    bool clock = parts[i].figures() && (text.size() <= 3 || parts[i].before == '.');
    if (!word && !clock) return false;
  }
  return true;
}

int full_year(const Part& part) {
  constexpr int turn = 69;
  if (!part.figures()) return -1;
  if (part.text.size() == 4) return part.number();
  if (part.text.size() == 2) return part.number() + (part.number() <= turn ? 2000 : 1900);
  return -1;
}

ReadDay made(int year, int month, int day) {
  if (year < earliest_year || year > latest_year) return {"", "no year between 1900 and 2099"};
  if (month > 12 && day <= 12) return {"", "month and day may stand in the American order, which is not read"};
  const language::Day found = language::day_of(year, month, day);
  if (found == language::no_day) return {"", "no such day"};
  return {language::iso_of(found), ""};
}

}  // namespace

ReadDay read_day(std::string_view value) {
  const std::string folded = base::fold_case(base::trimmed(value));
  std::vector<Part> parts = parts_of(folded);
  if (parts.empty()) return {};
  if (!parts.front().figures() && is_weekday(parts.front().text)) parts.erase(parts.begin());
  if (parts.empty()) return {"", "no day"};
  const std::string& first = parts.front().text;
  if (parts.front().figures() && (parts.size() == 1 || is_time(parts, 1)) && (first.size() == 5 || first.size() == 8)) {
    if (first.size() == 5) return {"", "a spreadsheet's serial number, which may as well be something else"};
    return made(std::stoi(first.substr(0, 4)), std::stoi(first.substr(4, 2)), std::stoi(first.substr(6, 2)));
  }
  // "31st": an ending belongs to the figures before it.
  for (std::size_t i = 1; i < parts.size(); ++i) {
    const std::string& text = parts[i].text;
    if (parts[i].before != '\0' || !parts[i - 1].figures()) continue;
    if (text == "st" || text == "nd" || text == "rd" || text == "th")
      parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(i));
  }
  if (parts.size() < 3 || !is_time(parts, 3)) return {"", "no day"};
  const Part &a = parts[0], &b = parts[1], &c = parts[2];
  if (a.figures() && b.figures() && c.figures()) {
    if (a.text.size() == 4 && b.text.size() <= 2 && c.text.size() <= 2) return made(a.number(), b.number(), c.number());
    if (a.text.size() <= 2 && b.text.size() <= 2 && full_year(c) > 0) return made(full_year(c), b.number(), a.number());
  }
  if (a.figures() && !b.figures() && c.figures() && month_of(b.text) > 0 && a.text.size() <= 2 && full_year(c) > 0)
    return made(full_year(c), month_of(b.text), a.number());
  if (!a.figures() && month_of(a.text) > 0 && b.figures() && b.text.size() <= 2 && full_year(c) > 0)
    return made(full_year(c), month_of(a.text), b.number());
  return {"", "no day"};
}

}  // namespace manifest
