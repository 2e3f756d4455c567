#include "agreement/places.h"

#include <algorithm>
#include <charconv>

#include "base/utf8.h"

namespace agreement {
namespace {

Places::Found wrong(std::optional<std::string> Named::*column, const char* message) {
  return {std::nullopt, column, message};
}

}  // namespace

std::string shown(std::string_view cell) {
  std::string out = base::on_one_line(cell);
  return out.size() > 1 && out[0] == '\'' ? out.substr(1) : out;
}

Places::Places(const Audit& audit) {
  for (std::size_t i = 0; i < audit.records.size(); ++i) {
    by_key_[audit.records[i].sha256].push_back(i);
    by_path_.emplace(shown(audit.records[i].path), i);
    by_number_.emplace(audit.records[i].number, i);
  }
}

std::optional<std::size_t> Places::numbered(const std::string& text) const {
  std::size_t number = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  // "3.0" is how some programs save a whole number.
  std::string_view rest(end, static_cast<std::size_t>(text.data() + text.size() - end));
  auto found = error == std::errc() && (rest.empty() || rest == ".0") ? by_number_.find(number) : by_number_.end();
  return found == by_number_.end() ? std::nullopt : std::optional<std::size_t>(found->second);
}

Places::Found Places::find(const Named& named) const {
  const auto by_path = by_path_.find(named.path.value_or(""));
  const std::optional<std::size_t> by_number = numbered(named.number.value_or(""));
  if (named.key && named.key->empty()) {
    return wrong(&Named::key, "is empty: it would say which document the row is about");
  }
  if (named.key) {
    auto found = by_key_.find(*named.key);
    if (found == by_key_.end()) return wrong(&Named::key, "is the key of no document of this run");
    const std::vector<std::size_t>& same = found->second;
    auto is_one = [&](std::size_t i) { return std::find(same.begin(), same.end(), i) != same.end(); };
    if (by_path != by_path_.end() && !is_one(by_path->second)) {
      return wrong(&Named::path, "does not belong to the key of its row: were only some columns sorted?");
    }
    // Copies of one file in several places are told apart by path, else by number.
    if (by_path != by_path_.end()) return {by_path->second};
    return {by_number && is_one(*by_number) ? by_number : same.front()};
  }
  if (by_path != by_path_.end()) {
    if (!by_number || *by_number == by_path->second) return {by_path->second};
    return wrong(&Named::path, "does not belong to the number of its row: were only some columns sorted?");
  }
  if (by_number && named.path.value_or("").empty()) return {by_number};
  return wrong(named.path ? &Named::path : &Named::number, "names no audited document of this run");
}

}  // namespace agreement
