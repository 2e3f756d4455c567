#include "readers/rtf_lists.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "base/utf8.h"

namespace readers::rtf {
namespace {

constexpr std::size_t most_lists = 10'000;  // Word allows 2,047
constexpr std::size_t longest_label = 64;   // bytes

// Whether a printed marker shows no number or letter; "o" is a bullet that Word draws in Courier New.
bool is_sign(const std::string& printed) {
  if (printed == "o") return true;
  for (std::size_t at = 0; at < printed.size();) {
    if (u_isalnum(static_cast<UChar32>(base::next_code_point(printed, at)))) return false;
  }
  return true;
}

}  // namespace

void Lists::begin_list() {
  end_list();
  list_ = {};
  level_ = -1;
  in_override_ = false;
}

void Lists::list_id(int id) {
  if (in_override_) {
    override_.list = id;
  } else {
    list_id_ = id;
  }
}

void Lists::begin_level() {
  if (in_override_ || level_ + 1 >= docx::Numbering::levels) return;
  ++level_;
  list_.level[static_cast<std::size_t>(level_)].known = true;
}

void Lists::format(int code) {
  if (in_override_ || level_ < 0) return;
  list_.level[static_cast<std::size_t>(level_)].format = docx::Numbering::format_of_code(code);
}

void Lists::start(int number) {
  if (in_override_) {
    if (override_start_ && level_ >= 0) override_.start[static_cast<std::size_t>(level_)] = number;
  } else if (level_ >= 0) {
    list_.level[static_cast<std::size_t>(level_)].start = number;
  }
}

void Lists::text(std::string_view characters) {
  if (in_override_ || level_ < 0 || characters.empty()) return;
  std::string& label = list_.level[static_cast<std::size_t>(level_)].text;
  label.clear();
  std::size_t at = 0;
  base::next_code_point(characters, at);  // the count
  characters.remove_prefix(at);
  if (!characters.empty() && characters.back() == ';') characters.remove_suffix(1);
  for (char c : characters.substr(0, longest_label)) {
    if (c >= 0 && c < docx::Numbering::levels) {
      label += '%';
      label += static_cast<char>('1' + c);
    } else {
      label += c;
    }
  }
}

void Lists::end_list() {
  if (list_id_ >= 0 && lists_.size() < most_lists) lists_[list_id_] = list_;
  list_id_ = -1;
}

void Lists::begin_override() {
  end_list();
  end_override();
  override_ = {};
  override_number_ = -1;
  level_ = -1;
  in_override_ = true;
}

void Lists::begin_override_level() {
  if (level_ + 1 < docx::Numbering::levels) ++level_;
  override_start_ = false;
}

void Lists::overrides_start() {
  override_start_ = true;
}

void Lists::override_number(int number) {
  if (in_override_) override_number_ = number;
}

void Lists::end_override() {
  if (override_number_ > 0 && instances_.size() < most_lists) instances_[override_number_] = override_;
  override_number_ = -1;
}

void Lists::end_tables() {
  end_list();
  end_override();
  in_override_ = false;
  numbering_ = docx::Numbering::of(lists_, instances_);
}

bool Lists::is_bullet(int list, int level, const std::string& printed) const {
  auto instance = instances_.find(list);
  auto facts = instance == instances_.end() ? lists_.end() : lists_.find(instance->second.list);
  if (facts == lists_.end()) return is_sign(printed);
  return facts->second.level[static_cast<std::size_t>(level)].format == "bullet" || is_sign(printed);
}

Lists::Marker Lists::marker(int list, int level, std::string_view printed, bool has_printed) {
  printed_seen_ = printed_seen_ || has_printed;
  level = std::clamp(level, 0, docx::Numbering::levels - 1);
  if (has_printed) {
    std::string shown = base::on_one_line(printed);
    return {is_bullet(list, level, shown) ? std::string() : shown, true};
  }
  // A writer that prints markers printed none here.
  if (printed_seen_ || list <= 0) return {};
  docx::Numbering::Label label = numbering_.next(list, level);
  return {label.text, label.known};
}

}  // namespace readers::rtf
