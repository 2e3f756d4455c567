#include "checklist/attributes.h"

#include <algorithm>
#include <charconv>

#include "base/letters.h"

namespace checklist {
namespace {

std::optional<std::uint32_t> number_of(std::string_view text) {
  std::uint32_t value = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace

std::string suggestion(std::string_view wrong, const std::vector<std::string>& right) {
  std::size_t best = 3;
  std::string out;
  for (const std::string& name : right) {
    if (best == 0) break;
    const std::size_t d = base::letters_apart(wrong, name, best - 1);
    if (d < best) {
      best = d;
      out = "did you mean '" + name + "'?";
    }
  }
  return out;
}

std::string Attributes::text(std::string_view name, std::string_view otherwise) {
  asked_.emplace(name);
  return std::string(element_.attribute(name, otherwise));
}

std::vector<std::string> Attributes::words(std::string_view name, std::string_view otherwise) {
  std::vector<std::string> out;
  std::string current;
  for (char c : text(name, otherwise) + " ") {
    if (c != ' ' && c != '\n' && c != '\t') {
      current += c;
    } else if (!current.empty()) {
      out.push_back(std::move(current));
      current.clear();
    }
  }
  return out;
}

std::optional<bool> Attributes::yes_no(std::string_view name) {
  std::string value = text(name);
  if (value.empty()) return std::nullopt;
  if (value != "yes" && value != "no") fail("'" + value + "' is no value of " + std::string(name), "write yes or no");
  return value == "yes";
}

Range Attributes::range(std::string_view name, Range otherwise) {
  std::string value = text(name);
  if (value.empty()) return otherwise;
  Range out;
  std::size_t dots = value.find("..");
  auto least = number_of(value.substr(0, dots));
  out.least = least.value_or(0);
  bool good = least.has_value();
  if (dots != std::string::npos && dots + 2 < value.size()) {
    auto most = number_of(value.substr(dots + 2));
    good = good && most.has_value();
    out.most = most.value_or(0);
  }
  if (!good || out.least > out.most) fail("'" + value + "' is no range", "write 3, 3.. or 0..2");
  return out;
}

Fraction Attributes::fraction(std::string_view name, Fraction otherwise) {
  std::string value = text(name);
  if (value.empty()) return otherwise;
  std::size_t slash = value.find('/');
  if (slash != std::string::npos) {
    auto over = number_of(value.substr(0, slash));
    auto under = number_of(value.substr(slash + 1));
    if (over && under && *under > 0) return {*over, *under};
  } else {
    std::size_t point = value.find('.');
    std::string digits = value;
    std::uint64_t under = 1;
    if (point != std::string::npos) {
      digits.erase(point, 1);
      for (std::size_t i = point + 1; i < value.size() && under < 1'000'000; ++i) under *= 10;
    }
    if (auto over = number_of(digits)) return {*over, under};
  }
  fail("'" + value + "' is no share", "write 4/5 or 0.8");
  return otherwise;
}

std::uint32_t Attributes::choice(std::string_view name,
                                 const std::vector<std::pair<std::string_view, std::uint32_t>>& table,
                                 std::uint32_t otherwise) {
  std::vector<std::string> chosen = words(name);
  if (chosen.empty()) return otherwise;
  std::uint32_t bits = 0;
  for (const std::string& word : chosen) {
    if (word == "any") return UINT32_MAX;
    auto found = std::find_if(table.begin(), table.end(), [&](const auto& row) { return row.first == word; });
    if (found == table.end()) {
      std::vector<std::string> names;
      std::string list;
      for (const auto& row : table) {
        names.emplace_back(row.first);
        list += (list.empty() ? "" : ", ") + std::string(row.first);
      }
      std::string near = suggestion(word, names);
      fail("'" + word + "' is no value of " + std::string(name), near.empty() ? "choose from " + list : near);
      return otherwise;
    }
    bits |= found->second;
  }
  return bits;
}

base::Error mistake(const base::xml::Element& element, const std::string& file, std::string message,
                    std::string advice) {
  return {base::ErrorCode::bad_checklist, file, element.line, element.column, std::move(message), std::move(advice)};
}

void Attributes::fail(std::string message, std::string advice) {
  if (!error_) error_ = mistake(element_, file_, std::move(message), std::move(advice));
}

base::Status Attributes::finish() {
  for (const auto& attribute : element_.attributes) {
    if (asked_.find(attribute.first) != asked_.end()) continue;
    std::string near = suggestion(attribute.first, std::vector<std::string>(asked_.begin(), asked_.end()));
    fail("<" + element_.name + "> has no attribute '" + attribute.first + "'",
         near.empty() ? "remove it, or see the schema" : near);
  }
  if (error_) return *error_;
  return base::Done{};
}

}  // namespace checklist
