#include "form/series.h"

#include <cstdint>
#include <map>
#include <string>

#include "form/text.h"

namespace form {
namespace {

constexpr std::size_t fewest = 3;          // lines
constexpr std::size_t longest_line = 22;   // words
constexpr std::size_t longest_number = 6;  // bytes

// What a line's number is, and how it is written: "Q4.", "4)", "(4)", "D.", "iv.".
struct Number {
  std::string style;
  std::uint32_t value = 0;  // 0: the line has none
};

std::uint32_t roman(std::string_view letters) {
  static constexpr std::string_view ones[] = {"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"};
  for (std::uint32_t i = 0; i < std::size(ones); ++i) {
    if (letters == ones[i]) return i + 1;
  }
  return 0;
}

// The readings of a line's number: "i." is a letter and a Roman one.
std::vector<Number> numbers_of(std::string_view line) {
  std::size_t length = 0;
  if (numbering(line, &length) != 1 || length == 0 || length >= line.size()) return {};
  std::string before, after, core;
  for (char c : trimmed(line.substr(0, length))) {
    const bool figure = c >= '0' && c <= '9';
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (figure || letter) core += letter ? static_cast<char>(c | 0x20) : c;
    if (!figure && !letter) (core.empty() ? before : after) += c;
  }
  while (core.size() > 1 && core[0] >= 'a' && core[0] <= 'z' && core[1] >= '0' && core[1] <= '9') {
    before += core[0];  // "Q4"
    core.erase(0, 1);
  }
  std::vector<Number> out;
  if (core.empty() || core.size() > longest_number) return out;
  if (core[0] >= '0' && core[0] <= '9') {
    std::uint32_t value = 0;
    for (char c : core) {
      if (c < '0' || c > '9') return {};
      value = value * 10 + static_cast<std::uint32_t>(c - '0');
    }
    out.push_back({before + "1" + after, value});
    return out;
  }
  if (core.size() == 1) out.push_back({before + "a" + after, static_cast<std::uint32_t>(core[0] - 'a' + 1)});
  if (const std::uint32_t value = roman(core); value > 0) out.push_back({before + "i" + after, value});
  return out;
}

struct Run {
  std::uint32_t last = 0;
  std::vector<std::size_t> items;
  std::size_t parted = 0;  // lines with something between them and the one before
};

bool holds(const Run& run) {
  return run.items.size() >= fewest && 4 * run.parted >= 3 * (run.items.size() - 1);
}

}  // namespace

std::vector<bool> series_of(const std::vector<Item>& items, std::string_view text) {
  std::vector<bool> out(items.size(), false);
  std::map<std::string, Run> runs;
  const auto close = [&](Run& run) {
    if (holds(run)) {
      for (std::size_t item : run.items) out[item] = true;
    }
    run = {};
  };
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (items[i].kind != Item::Kind::line || items[i].line.part != document::Part::body) continue;
    const std::string_view line = items[i].line.at.of(text);
    if (has_more_words(line, longest_line) || ends_with_any(line, ".;,")) continue;
    for (const Number& number : numbers_of(line)) {
      Run& run = runs[number.style];
      if (number.value != run.last + 1 || run.items.empty()) close(run);
      if (!run.items.empty()) run.parted += i > run.items.back() + 1 ? 1u : 0u;
      run.items.push_back(i);
      run.last = number.value;
    }
  }
  for (auto& [style, run] : runs) close(run);
  return out;
}

}  // namespace form
