// Days as people and programs write them in lists, in the British order.
#pragma once

#include <string>
#include <string_view>

namespace manifest {

struct ReadDay {
  std::string day;    // "2024-03-31"; empty where the value is blank or no day
  std::string fault;  // why no day can be read, as a phrase without the value itself; empty where it is blank or a day
};

// 31/03/2024, 31.3.24, 31-Mar-24, 31st March 2024, Mar 31 2024, 2024-03-31, 20240331, each with or without a weekday
// before and a time behind. Of two figures, 00 to 69 is in this century. A spreadsheet's serial number is refused,
// since it may as well be something else.
ReadDay read_day(std::string_view value);

}  // namespace manifest
