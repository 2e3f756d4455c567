#include "base/csv.h"

#include <algorithm>

#include "base/utf8.h"

namespace base {

bool would_be_formula(std::string_view value) {
  if (value.empty()) return false;
  if (std::string_view("=+-@\t\r\n").find(value[0]) != std::string_view::npos) return true;
  for (std::string_view wide : {"\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"}) {
    if (value.substr(0, wide.size()) == wide) return true;
  }
  return false;
}

std::string csv_value(std::string_view value) {
  std::string inert = repaired_utf8(value);
  // Some spreadsheets overlook blanks before a formula.
  std::size_t begin = std::min(inert.find_first_not_of(' '), inert.size());
  if (would_be_formula(std::string_view(inert).substr(begin))) inert.insert(0, 1, '\'');
  if (inert.find_first_of(",\"\r\n") == std::string::npos) return inert;
  std::string out = "\"";
  for (char c : inert) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

std::string csv_row(const std::vector<std::string>& values) {
  std::string out;
  for (const std::string& value : values) out += (&value == &values.front() ? "" : ",") + csv_value(value);
  return out + "\r\n";
}

std::string typed(std::string_view value) {
  if (!value.starts_with('\'')) return std::string(value);
  std::size_t begin = std::min(value.find_first_not_of(' ', 1), value.size());
  return std::string(value.substr(would_be_formula(value.substr(begin)) ? 1 : 0));
}

}  // namespace base
