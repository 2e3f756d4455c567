#include "readers/docx_numbering.h"

#include <algorithm>

#include "base/xml.h"
#include "readers/docx_names.h"
#include "readers/numerals.h"

namespace readers::docx {
namespace {

std::string shown(int value, const std::string& format) {
  if (format == "none" || format == "bullet") return "";
  if (value < 1 || value > 4'999) return std::to_string(value);
  if (format == "lowerLetter") return numerals::repeated_letters(value, 'a');
  if (format == "upperLetter") return numerals::repeated_letters(value, 'A');
  if (format == "lowerRoman") return numerals::roman(value);
  if (format == "upperRoman") return numerals::upper(numerals::roman(value));
  if (format == "decimalZero" && value < 10) return "0" + std::to_string(value);
  if (format == "ordinal") return numerals::ordinal(value);
  return std::to_string(value);
}

}  // namespace

class NumberingHandler : public base::xml::Handler {
 public:
  explicit NumberingHandler(Numbering& numbering) : numbering_(numbering) {}

  bool start(std::string_view space, std::string_view name,
             const std::vector<base::xml::Attribute>& attributes) override {
    Tag tag = tag_of(space, name);
    Tag parent = open_.empty() ? Tag::other : open_.back();
    open_.push_back(tag);
    switch (tag) {
      case Tag::abstract_num:
        list_ = &numbering_.lists_[number(attributes, -1, "abstractNumId")];
        instance_ = nullptr;
        break;
      case Tag::num:
        instance_ = &numbering_.instances_[number(attributes, -1, "numId")];
        list_ = nullptr;
        break;
      case Tag::abstract_num_id:
        if (instance_ != nullptr) instance_->list = number(attributes, -1);
        break;
      case Tag::style_link:
        if (list_ != nullptr) list_->style_link = attribute(attributes, "val");
        break;
      case Tag::num_style_link:
        if (list_ != nullptr) list_->num_style_link = attribute(attributes, "val");
        break;
      case Tag::lvl_override:
        override_ = number(attributes, -1, "ilvl");
        break;
      case Tag::start_override:
        if (instance_ != nullptr && override_ >= 0 && override_ < Numbering::levels) {
          instance_->start[static_cast<std::size_t>(override_)] = number(attributes, 1);
        }
        break;
      case Tag::lvl:
        begin_level(number(attributes, -1, "ilvl"));
        break;
      default:
        if (parent == Tag::lvl && level_ != nullptr) detail(tag, attributes);
    }
    return true;
  }
  bool end(std::string_view, std::string_view) override {
    if (open_.back() == Tag::lvl) level_ = nullptr;
    open_.pop_back();
    return true;
  }
  bool text(std::string_view) override { return true; }

 private:
  void begin_level(int index) {
    level_ = nullptr;
    if (index < 0 || index >= Numbering::levels) return;
    if (list_ != nullptr) level_ = &list_->level[static_cast<std::size_t>(index)];
    if (instance_ != nullptr) level_ = &instance_->replaced[index];
    if (level_ != nullptr) level_->known = true;
  }
  void detail(Tag tag, const std::vector<base::xml::Attribute>& attributes) {
    switch (tag) {
      case Tag::start:
        level_->start = number(attributes, 1);
        break;
      case Tag::num_fmt:
        level_->format = attribute(attributes, "val");
        break;
      case Tag::lvl_text:
        level_->text = attribute(attributes, "val");
        break;
      case Tag::lvl_restart:
        level_->restart = number(attributes, -1);
        break;
      case Tag::p_style:
        level_->style = attribute(attributes, "val");
        break;
      case Tag::is_lgl:
        level_->legal = is_on(attributes);
        break;
      default:
        break;
    }
  }

  Numbering& numbering_;
  Numbering::List* list_ = nullptr;
  Numbering::Instance* instance_ = nullptr;
  Numbering::Level* level_ = nullptr;
  int override_ = -1;
  std::vector<Tag> open_;
};

Numbering Numbering::parse(std::string_view xml) {
  Numbering numbering;
  NumberingHandler handler(numbering);
  // What was read before an error still counts.
  static_cast<void>(base::xml::parse(xml, "numbering", handler).ok());
  numbering.resolve_links();
  return numbering;
}

Numbering Numbering::of(std::map<int, List> lists, std::map<int, Instance> instances) {
  Numbering numbering;
  numbering.lists_ = std::move(lists);
  numbering.instances_ = std::move(instances);
  return numbering;
}

const char* Numbering::format_of_code(int code) {
  switch (code) {
    case 1:
      return "upperRoman";
    case 2:
      return "lowerRoman";
    case 3:
      return "upperLetter";
    case 4:
      return "lowerLetter";
    case 5:
      return "ordinal";
    case 22:
      return "decimalZero";
    case 23:
      return "bullet";
    case 255:
      return "none";
    default:
      return "decimal";
  }
}

// Lists that only name a numbering style are replaced by the list that defines it.
void Numbering::resolve_links() {
  std::map<std::string, int> defined;
  for (const auto& [key, list] : lists_) {
    if (!list.style_link.empty()) defined.emplace(list.style_link, key);
  }
  for (auto& [id, instance] : instances_) {
    auto list = lists_.find(instance.list);
    if (list == lists_.end()) continue;
    auto target = defined.find(list->second.num_style_link);
    if (target != defined.end()) instance.list = target->second;
  }
}

int Numbering::list_of(int id) const {
  auto instance = instances_.find(id);
  return instance == instances_.end() ? -1 : instance->second.list;
}

const Numbering::Level* Numbering::level_of(int id, int level) const {
  auto instance = instances_.find(id);
  if (instance == instances_.end()) return nullptr;
  auto replaced = instance->second.replaced.find(level);
  if (replaced != instance->second.replaced.end()) return &replaced->second;
  auto list = lists_.find(list_of(id));
  if (list == lists_.end()) return nullptr;
  const Level& found = list->second.level[static_cast<std::size_t>(level)];
  return found.known ? &found : nullptr;
}

std::optional<int> Numbering::level_of_style(int id, const std::string& style) const {
  auto list = lists_.find(list_of(id));
  if (list == lists_.end()) return std::nullopt;
  for (int level = 0; level < levels; ++level) {
    if (list->second.level[static_cast<std::size_t>(level)].style == style) return level;
  }
  return std::nullopt;
}

Numbering::Label Numbering::next(int id, int level) {
  auto at = instances_.find(id);
  if (at == instances_.end() || level < 0 || level >= levels) return {};
  Instance& instance = at->second;
  const Level* here = level_of(id, level);
  if (here == nullptr) return {};
  auto& counts = counts_[list_of(id)];
  // A start of its own counts from the instance's first paragraph of that level; other levels go on.
  const auto place = static_cast<std::size_t>(level);
  if (!instance.started[place] && instance.start[place]) counts[place].reset();
  instance.started[place] = true;
  auto start_of = [&](int l) {
    const Level* facts = level_of(id, l);
    return instance.start[static_cast<std::size_t>(l)].value_or(facts == nullptr ? 1 : facts->start);
  };
  auto& count = counts[place];
  count = count ? std::min(*count, 1'000'000) + 1 : start_of(level);
  for (int deeper = level + 1; deeper < levels; ++deeper) {
    const Level* facts = level_of(id, deeper);
    if (facts == nullptr || facts->restart == -1 || (facts->restart > 0 && level < facts->restart)) {
      counts[static_cast<std::size_t>(deeper)].reset();
    }
  }
  Label label;
  label.known = true;
  if (here->format == "bullet") return label;
  for (std::size_t i = 0; i < here->text.size(); ++i) {
    char c = here->text[i];
    char digit = i + 1 < here->text.size() ? here->text[i + 1] : '\0';
    if (c != '%' || digit < '1' || digit > '9') {
      label.text += c;
      continue;
    }
    int other = digit - '1';
    const Level* facts = level_of(id, other);
    int value = counts[static_cast<std::size_t>(other)].value_or(start_of(other));
    label.text += shown(value, here->legal || facts == nullptr ? "decimal" : facts->format);
    ++i;
  }
  return label;
}

}  // namespace readers::docx
