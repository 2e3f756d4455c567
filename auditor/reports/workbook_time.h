// When a workbook says that it was made.
#pragma once

#include <ctime>
#include <string>

namespace reports {

// "2026-11-26T10:57:43Z" as a time; where it is anything else, the start of 1980: never now, which would make other
// bytes of the same run.
std::time_t time_of(const std::string& utc);

}  // namespace reports
