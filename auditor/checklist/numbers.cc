#include "checklist/numbers.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <optional>

namespace checklist {
namespace {

constexpr double largest = 1e9;  // sums of many such are numbers yet, in a float too

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// A number at the beginning of the text, and where it ends; nothing where there is none. One of few digits, as trained
// weights are, is told by its digits and the place of its point: both are exact, and so one division rounds rightly.
std::optional<double> number_at(const char*& at, const char* end) {
  static constexpr std::array powers = {1.0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};
  const char* next = at;
  const bool minus = next != end && *next == '-';
  if (minus) ++next;
  const char* const first = next;
  std::uint64_t digits = 0;
  for (; next != end && is_digit(*next) && next - first < 9; ++next)
    digits = 10 * digits + static_cast<std::uint64_t>(*next - '0');
  std::size_t places = 0;
  if (next != first && next != end && *next == '.') {
    for (++next; next != end && is_digit(*next) && places + 1 < powers.size(); ++next, ++places)
      digits = 10 * digits + static_cast<std::uint64_t>(*next - '0');
  }
  const bool ended = next == end || *next == ' ' || *next == '\n';
  if (next != first && ended && digits < (std::uint64_t{1} << 53)) {
    at = next;
    const double value = static_cast<double>(digits) / powers[places];
    return minus ? -value : value;
  }
  double value = 0;
  const auto [behind, error] = std::from_chars(at, end, value);
  at = behind;
  const bool countable = std::abs(value) <= largest;  // no infinity, and what is no number at all neither
  return error == std::errc{} && countable ? std::optional(value) : std::nullopt;
}

}  // namespace

void read_numbers(std::string_view text, std::vector<double>& out) {
  out.clear();
  const char* const end = text.data() + text.size();
  for (const char* at = text.data(); at != end;) {
    if (*at == ' ' || *at == '\n' || *at == '\t' || *at == '\r') {
      ++at;
      continue;
    }
    const std::optional<double> value = number_at(at, end);
    if (!value) return out.clear();
    out.push_back(*value);
  }
}

std::vector<double> numbers(std::string_view text) {
  std::vector<double> out;
  read_numbers(text, out);
  return out;
}

}  // namespace checklist
