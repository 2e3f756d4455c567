#include "readers/docx_styles.h"

#include <algorithm>

#include "base/utf8.h"
#include "base/xml.h"
#include "readers/docx_names.h"

namespace readers::docx {
namespace {

// Chains of styles end somewhere in honest files; rings are cut here.
constexpr int longest_chain = 64;

}  // namespace

std::uint8_t heading_of_outline(int outline) {
  return outline >= 0 && outline < 9 ? static_cast<std::uint8_t>(outline + 1) : std::uint8_t{0};
}

// "heading 3", "Überschrift" being called so by its id only: names in the file are always the English ones.
std::uint8_t heading_by_name(const std::string& folded) {
  if (folded == "title") return 1;
  if (folded == "subtitle") return 2;
  if (folded.size() == 9 && folded.starts_with("heading ") && folded[8] >= '1' && folded[8] <= '9') {
    return static_cast<std::uint8_t>(folded[8] - '0');
  }
  return 0;
}

Role role_by_name(const std::string& folded) {
  if (folded == "table heading") return Role::table_heading;
  if (folded == "list heading" || folded == "definition term") return Role::term;
  if (folded == "list contents" || folded == "definition") return Role::definition;
  return Role::plain;
}

std::uint8_t list_by_name(const std::string& folded) {
  if (role_by_name(folded) != Role::plain) return 0;
  if (folded != "list" && !folded.starts_with("list ")) return 0;
  char last = folded.back();
  return last >= '2' && last <= '9' ? static_cast<std::uint8_t>(last - '0') : 1;
}

class StylesHandler : public base::xml::Handler {
 public:
  explicit StylesHandler(Styles& styles) : styles_(styles) {}

  bool start(std::string_view space, std::string_view name,
             const std::vector<base::xml::Attribute>& attributes) override {
    Tag tag = tag_of(space, name);
    Tag parent = open_.empty() ? Tag::other : open_.back();
    open_.push_back(tag);
    if (tag == Tag::style) {
      style_ = Styles::Raw{};
      style_.id = attribute(attributes, "styleId");
      std::string_view is_default = attribute(attributes, "default");
      if (attribute(attributes, "type") == "paragraph" && (is_default == "1" || is_default == "true")) {
        styles_.default_paragraph_ = style_.id;
      }
      return true;
    }
    // Conditional formats of table styles (w:tblStylePr) lie deeper and are passed over.
    Styles::Raw& into = within(Tag::doc_defaults) ? styles_.defaults_ : style_;
    switch (tag) {
      case Tag::name:
        if (parent == Tag::style) style_.name = base::fold_case(base::on_one_line(attribute(attributes, "val")));
        break;
      case Tag::based_on:
        style_.based_on = attribute(attributes, "val");
        break;
      case Tag::outline_lvl:
        if (directly(Tag::p_pr)) style_.outline = number(attributes, 9);
        break;
      case Tag::num_id:
        if (parent == Tag::num_pr) style_.numbering_id = number(attributes, 0);
        break;
      case Tag::ilvl:
        if (parent == Tag::num_pr) style_.numbering_level = number(attributes, 0);
        break;
      case Tag::b:
        if (directly(Tag::r_pr)) into.bold = is_on(attributes);
        break;
      case Tag::i:
        if (directly(Tag::r_pr)) into.italic = is_on(attributes);
        break;
      case Tag::vanish:
        if (directly(Tag::r_pr)) into.hidden = is_on(attributes);
        break;
      default:
        break;
    }
    return true;
  }

  bool end(std::string_view, std::string_view) override {
    if (open_.back() == Tag::style) styles_.raw_[style_.id] = std::move(style_);
    open_.pop_back();
    return true;
  }
  bool text(std::string_view) override { return true; }

 private:
  bool within(Tag tag) const { return std::find(open_.begin(), open_.end(), tag) != open_.end(); }
  // Whether the element at hand stands in `parent`, which stands in a style or among the defaults (in w:rPrDefault).
  bool directly(Tag parent) const {
    std::size_t n = open_.size();
    if (n < 3 || open_[n - 2] != parent) return false;
    return open_[n - 3] == Tag::style || within(Tag::doc_defaults);
  }

  Styles& styles_;
  Styles::Raw style_;
  std::vector<Tag> open_;
};

Styles Styles::parse(std::string_view xml, bool* readable) {
  Styles styles;
  StylesHandler handler(styles);
  base::Status status = base::xml::parse(xml, "styles", handler);
  if (readable != nullptr) *readable = status.ok();
  styles.resolve();
  return styles;
}

Styles::Styles() {
  for (std::size_t level = 0; level < headings_.size(); ++level) {
    headings_[level].heading = static_cast<std::uint8_t>(level + 1);
  }
}

void Styles::resolve() {
  none_.bold = defaults_.bold.value_or(false);
  none_.italic = defaults_.italic.value_or(false);
  none_.hidden = defaults_.hidden.value_or(false);
  for (const auto& [id, own] : raw_) {
    StyleFacts facts = none_;
    std::optional<bool> bold, italic, hidden;
    std::optional<int> outline;
    const Raw* style = &own;
    for (int step = 0; step < longest_chain && style != nullptr; ++step) {
      if (!bold) bold = style->bold;
      if (!italic) italic = style->italic;
      if (!hidden) hidden = style->hidden;
      if (!outline) outline = style->outline;
      if (!facts.numbering_id && style->numbering_id) {
        facts.numbering_id = style->numbering_id;
        facts.numbering_level = style->numbering_level;
      }
      if (facts.heading == 0 && !outline) facts.heading = heading_by_name(style->name);
      if (facts.role == Role::plain) facts.role = role_by_name(style->name);
      if (facts.list_depth == 0) facts.list_depth = list_by_name(style->name);
      auto base = raw_.find(style->based_on);
      style = base == raw_.end() ? nullptr : &base->second;
    }
    if (outline) facts.heading = heading_of_outline(*outline);
    facts.heading = heading_by_name(own.name) > 0 ? heading_by_name(own.name) : facts.heading;
    facts.bold = bold.value_or(none_.bold);
    facts.italic = italic.value_or(none_.italic);
    facts.hidden = hidden.value_or(none_.hidden);
    facts_[id] = facts;
  }
}

const StyleFacts& Styles::of(const std::string& id) const {
  auto at = facts_.find(id);
  if (at != facts_.end()) return at->second;
  // Where the styles are missing, the usual ids ("Heading2") still tell.
  static constexpr std::string_view usual = "Heading";
  const bool heading = id.size() == usual.size() + 1 && id.starts_with(usual) && id.back() >= '1' && id.back() <= '9';
  return heading ? headings_[static_cast<std::size_t>(id.back() - '1')] : none_;
}

}  // namespace readers::docx
