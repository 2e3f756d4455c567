#include "readers/odt_styles.h"

#include <algorithm>
#include <charconv>

#include "base/utf8.h"
#include "base/xml.h"
#include "readers/odt_names.h"
#include "readers/odt_style_names.h"

namespace readers::odt {
namespace {

using Attributes = std::vector<base::xml::Attribute>;

constexpr std::string_view paragraph_family = "paragraph/";
constexpr std::string_view text_family = "text/";
constexpr std::string_view table_family = "table/";

std::optional<bool> weight(std::string_view value) {
  if (value.empty()) return std::nullopt;
  int figure = 0;
  std::from_chars(value.data(), value.data() + value.size(), figure);
  return value == "bold" || figure >= 600;
}

std::optional<bool> slant(std::string_view value) {
  if (value.empty()) return std::nullopt;
  return value != "normal";
}

// What stands around a number; text of any length would be repeated before every item.
std::string_view sign(std::string_view value) {
  constexpr std::size_t longest = 100;
  return value.size() <= longest ? value : std::string_view();
}

docx::SymbolFont font_named(std::string_view family) {
  family = base::trimmed(family);
  if (family.size() > 1 && (family.front() == '\'' || family.front() == '"')) {
    family = family.substr(1, family.size() - 2);
  }
  return docx::symbol_font(family);
}

}  // namespace

Look Look::over(const Look& under) const {
  return {bold ? bold : under.bold, italic ? italic : under.italic, hidden ? hidden : under.hidden,
          font ? font : under.font};
}

class StylesHandler : public base::xml::Handler {
 public:
  explicit StylesHandler(Styles& styles) : styles_(styles) {}

  bool start(std::string_view space, std::string_view name, const Attributes& attributes) override {
    Tag tag = tag_of(space, name);
    Tag parent = open_.empty() ? Tag::other : open_.back();
    open_.push_back(tag);
    switch (tag) {
      case Tag::body:
        return false;  // no styles follow
      case Tag::styles:
        layer_ = &styles_.common_;
        break;
      case Tag::automatic_styles:
        layer_ = &styles_.automatic_;
        break;
      case Tag::master_styles:
        layer_ = nullptr;
        break;
      case Tag::master_page:
        styles_.master_pages_.push_back(
            {std::string(attribute(attributes, "name")), std::string(attribute(attributes, "next-style-name"))});
        break;
      case Tag::font_face:
        font(attributes);
        break;
      case Tag::style:
        begin_style(attributes);
        break;
      case Tag::default_style:
        style_ = nullptr;
        own_ = attribute(attributes, "family") == "paragraph" ? &styles_.default_ : nullptr;
        break;
      case Tag::text_properties:
      case Tag::paragraph_properties:
        if (own_ != nullptr && (parent == Tag::style || parent == Tag::default_style)) properties(tag, attributes);
        break;
      case Tag::list_style:
        list_ = layer_ == nullptr ? nullptr : &layer_->lists[std::string(attribute(attributes, "name"))];
        if (list_ != nullptr) list_->consecutive = is_true(attributes, "consecutive-numbering");
        break;
      case Tag::outline_style:
        list_ = &styles_.outline_;
        break;
      case Tag::level_number:
      case Tag::level_bullet:
        if (list_ != nullptr) level(tag, attributes);
        break;
      default:
        break;
    }
    return true;
  }

  bool end(std::string_view, std::string_view) override {
    Tag tag = open_.back();
    open_.pop_back();
    if (tag == Tag::style || tag == Tag::default_style) own_ = nullptr, style_ = nullptr;
    if (tag == Tag::list_style || tag == Tag::outline_style) list_ = nullptr;
    return true;
  }
  bool text(std::string_view) override { return true; }

 private:
  void font(const Attributes& attributes) {
    docx::SymbolFont font = font_named(attribute(attributes, "font-family"));
    if (font != docx::SymbolFont::none) styles_.fonts_[std::string(attribute(attributes, "name"))] = font;
  }

  void begin_style(const Attributes& attributes) {
    own_ = nullptr;
    std::string_view family = attribute(attributes, "family");
    bool known = family == "paragraph" || family == "text" || family == "table";
    if (!known || layer_ == nullptr) return;
    std::string_view name = attribute(attributes, "name");
    Styles::Style& style = layer_->styles[std::string(family) + "/" + std::string(name)];
    style = {};
    style.parent = attribute(attributes, "parent-style-name");
    std::string_view shown = attribute(attributes, "display-name");
    std::string plain = plain_name(shown.empty() ? name : shown);
    if (std::uint8_t heading = heading_by_name(plain); heading > 0) style.heading = heading;
    style.facts.role = role_by_name(plain);
    if (has_attribute(attributes, "default-outline-level")) {
      // An empty one takes the style out of the outline, not out of what its name says.
      int outline = number(attributes, "default-outline-level", 0, 0, 9);
      style.outlined = outline > 0;
      style.heading = outline > 0 ? static_cast<std::uint8_t>(outline) : style.heading.value_or(0);
    }
    if (has_attribute(attributes, "list-style-name")) style.facts.list = attribute(attributes, "list-style-name");
    if (has_attribute(attributes, "master-page-name")) style.master_page = attribute(attributes, "master-page-name");
    style_ = &style;
    own_ = &style.facts;
  }

  void properties(Tag tag, const Attributes& attributes) {
    if (style_ != nullptr && has_attribute(attributes, "break-before")) {
      style_->page_before = attribute(attributes, "break-before") == "page";
    }
    if (tag != Tag::text_properties) return;
    Look& look = own_->look;
    if (auto bold = weight(attribute(attributes, "font-weight"))) look.bold = bold;
    if (auto italic = slant(attribute(attributes, "font-style"))) look.italic = italic;
    std::string_view display = attribute(attributes, "display");
    if (!display.empty()) look.hidden = display == "none";
    if (has_attribute(attributes, "font-name")) {
      auto font = styles_.fonts_.find(std::string(attribute(attributes, "font-name")));
      look.font = font == styles_.fonts_.end() ? docx::SymbolFont::none : font->second;
    } else if (has_attribute(attributes, "font-family")) {
      look.font = font_named(attribute(attributes, "font-family"));
    }
  }

  void level(Tag tag, const Attributes& attributes) {
    int index = number(attributes, "level", 0, 0, 1'000);
    if (index < 1 || index > static_cast<int>(list_levels)) return;
    ListLevel level;
    level.kind = tag == Tag::level_number ? ListLevel::Kind::number : ListLevel::Kind::bullet;
    level.format = attribute(attributes, "num-format");
    level.prefix = sign(attribute(attributes, "num-prefix"));
    level.suffix = sign(attribute(attributes, "num-suffix"));
    if (has_attribute(attributes, "num-list-format")) level.pattern = sign(attribute(attributes, "num-list-format"));
    level.start = number(attributes, "start-value", 1, 0, 1'000'000);
    level.shown_levels = number(attributes, "display-levels", 1, 1, static_cast<int>(list_levels));
    level.letters_in_step = is_true(attributes, "num-letter-sync");
    (*list_)[static_cast<std::size_t>(index - 1)] = std::move(level);
  }

  Styles& styles_;
  Styles::Layer* layer_ = nullptr;
  Styles::Style* style_ = nullptr;  // std::map keeps the addresses of its elements
  BlockFacts* own_ = nullptr;       // of that style, or the default for paragraphs
  ListStyle* list_ = nullptr;
  std::vector<Tag> open_;
};

bool Styles::read(std::string_view xml) {
  StylesHandler handler(*this);
  bool whole = base::xml::parse(xml, "styles", handler).ok();
  resolve();
  return whole;
}

Styles Styles::without_automatic() const {
  Styles out = *this;
  out.automatic_ = {};
  return out;
}

const Styles::Style* Styles::find(std::string_view family, const std::string& name) const {
  std::string key = std::string(family) + name;
  for (const Layer* layer : {&automatic_, &common_}) {
    auto at = layer->styles.find(key);
    if (at != layer->styles.end()) return &at->second;
  }
  return nullptr;
}

// What their names say of styles that a file uses without defining them, as pandoc does, or whose part is damaged.
void Styles::add_usual_names() {
  for (const char* name :
       {"Title", "Subtitle", "Heading_20_1", "Heading_20_2", "Heading_20_3", "Heading_20_4", "Heading_20_5",
        "Heading_20_6", "Table_20_Heading", "List_20_Heading", "List_20_Contents", "Definition_20_Term",
        "Definition_20_Term_20_Tight", "Definition_20_Definition", "Definition_20_Definition_20_Tight"}) {
    auto [at, fresh] = common_.styles.try_emplace(std::string(paragraph_family) + name);
    if (!fresh) continue;
    std::string plain = plain_name(name);
    if (std::uint8_t heading = heading_by_name(plain); heading > 0) at->second.heading = heading;
    at->second.facts.role = role_by_name(plain);
  }
}

void Styles::resolve() {
  add_usual_names();
  for (Layer* layer : {&common_, &automatic_}) {
    for (auto& [key, style] : layer->styles) resolve(style, std::string_view(key).substr(0, key.find('/') + 1));
  }
}

// Fills in what the style takes over from its parents, which are common ones. Each style is worked on once; a ring of
// parents is cut where it closes.
void Styles::resolve(Style& first, std::string_view family) {
  std::vector<Style*> open;
  Style* style = &first;
  while (style != nullptr && style->state == Style::State::own) {
    style->state = Style::State::at_work;
    open.push_back(style);
    auto parent =
        style->parent.empty() ? common_.styles.end() : common_.styles.find(std::string(family) + style->parent);
    style = parent == common_.styles.end() ? nullptr : &parent->second;
  }
  bool based = style != nullptr && style->state == Style::State::resolved;
  BlockFacts none;
  if (family == paragraph_family) none.look = default_.look;
  const BlockFacts* under = based ? &style->facts : &none;
  for (; !open.empty(); open.pop_back()) {
    Style& own = *open.back();
    BlockFacts& facts = own.facts;
    facts.look = facts.look.over(under->look);
    facts.heading = own.heading.value_or(under->heading);
    facts.outlined = own.outlined.value_or(under->outlined);
    if (facts.role == Role::plain) facts.role = under->role;
    if (!facts.list) facts.list = under->list;
    facts.master_page = own.master_page.value_or(under->master_page);
    facts.page_before = own.page_before.value_or(under->page_before);
    own.state = Style::State::resolved;
    under = &facts;
  }
}

const BlockFacts& Styles::paragraph(const std::string& name) const {
  const Style* style = find(paragraph_family, name);
  return style == nullptr ? default_ : style->facts;
}

const BlockFacts& Styles::table(const std::string& name) const {
  const Style* style = find(table_family, name);
  return style == nullptr ? default_ : style->facts;
}

const Look& Styles::text(const std::string& name) const {
  const Style* style = find(text_family, name);
  return style == nullptr ? no_look_ : style->facts.look;
}

const ListStyle* Styles::list(const std::string& name) const {
  for (const Layer* layer : {&automatic_, &common_}) {
    auto at = layer->lists.find(name);
    if (at != layer->lists.end()) return &at->second;
  }
  return nullptr;
}

}  // namespace readers::odt
