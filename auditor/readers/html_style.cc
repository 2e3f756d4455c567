#include "readers/html_style.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/utf8.h"

namespace readers::html {
namespace {

constexpr auto blocks = std::to_array<std::string_view>(
    {"address", "article", "aside",   "blockquote", "body",     "caption",  "center",     "dd",     "details",
     "dialog",  "dir",     "div",     "dl",         "dt",       "fieldset", "figcaption", "figure", "footer",
     "form",    "h1",      "h2",      "h3",         "h4",       "h5",       "h6",         "header", "hr",
     "html",    "legend",  "li",      "main",       "menu",     "nav",      "ol",         "p",      "pre",
     "search",  "section", "summary", "table",      "tbody",    "td",       "tfoot",      "th",     "thead",
     "tr",      "ul",      "xmp",     "listing",    "plaintext"});
constexpr auto dropped = std::to_array<std::string_view>({"script", "style", "template", "iframe", "svg", "datalist",
                                                          "audio", "video", "canvas", "annotation", "annotation-xml"});

// The value of one property of a style attribute, in lower case without blanks; empty where it isn't set.
std::string property(std::string_view style, std::string_view name) {
  while (!style.empty()) {
    std::size_t end = style.find(';');
    std::string_view one = style.substr(0, end);
    style = end == std::string_view::npos ? std::string_view() : style.substr(end + 1);
    std::size_t colon = one.find(':');
    if (colon == std::string_view::npos) continue;
    if (base::fold_case(base::trimmed(one.substr(0, colon))) != name) continue;
    std::string value;
    for (char c : base::fold_case(one.substr(colon + 1))) {
      if (c != ' ' && c != '\t' && c != '\n' && c != '\r') value += c;
    }
    if (value.ends_with("!important")) value.resize(value.size() - 10);
    return value;
  }
  return {};
}

// Notes at a page's end, as Word, pandoc and others mark them.
document::Part part_of(std::string_view tag, const Attributes& attributes, document::Part inherited) {
  using document::Part;
  if (tag != "div" && tag != "section" && tag != "aside" && tag != "li") return inherited;
  const std::string element = word_element(attributes);
  if (element == "header") return Part::header;
  if (element == "footer") return Part::footer;
  if (element == "comment" || element == "comment-list") return Part::comment;
  if (element.starts_with("footnote") || element.starts_with("endnote")) return Part::footnote;
  const std::string_view role = attribute(attributes, "role");
  if (role.starts_with("doc-footnote") || role.starts_with("doc-endnote")) return Part::footnote;
  return inherited;
}

}  // namespace

std::string_view attribute(const Attributes& attributes, std::string_view name, std::string_view otherwise) {
  for (const auto& [key, value] : attributes) {
    if (key == name) return value;
  }
  return otherwise;
}

bool has_attribute(const Attributes& attributes, std::string_view name) {
  return std::any_of(attributes.begin(), attributes.end(), [&](const auto& a) { return a.first == name; });
}

std::uint32_t count_of(std::string_view value) {
  std::uint32_t count = 0;
  for (char c : base::trimmed(value)) {
    if (c < '0' || c > '9' || count > 100'000) break;
    count = count * 10 + static_cast<std::uint32_t>(c - '0');
  }
  return std::max<std::uint32_t>(count, 1);
}

bool is_block(std::string_view tag) {
  return std::find(blocks.begin(), blocks.end(), tag) != blocks.end();
}

bool is_dropped(std::string_view tag) {
  return std::find(dropped.begin(), dropped.end(), tag) != dropped.end();
}

Look look_of(std::string_view tag, const Attributes& attributes, Look look) {
  if (tag == "b" || tag == "strong") look.bold = true;
  if (tag == "i" || tag == "em") look.italic = true;
  if (tag == "del") look.deleted = true;
  if (attributes.empty()) return look;
  if (has_attribute(attributes, "hidden") && attribute(attributes, "hidden") != "until-found") look.hidden = true;
  if (tag == "font" && base::fold_case(attribute(attributes, "face")).starts_with("wingdings")) look.symbols = true;
  look.part = part_of(tag, attributes, look.part);
  std::string_view style = attribute(attributes, "style");
  if (style.empty()) return look;
  std::string weight = property(style, "font-weight");
  if (!weight.empty()) look.bold = weight == "bold" || weight == "bolder" || (weight[0] >= '6' && weight[0] <= '9');
  std::string slant = property(style, "font-style");
  if (!slant.empty()) look.italic = slant.starts_with("italic") || slant.starts_with("oblique");
  if (property(style, "display") == "none" || property(style, "visibility") == "hidden") look.hidden = true;
  if (property(style, "mso-hide") == "all") look.hidden = true;
  std::string space = property(style, "white-space");
  if (!space.empty()) look.keeps_lines = space.starts_with("pre");
  std::string font = property(style, "font-family");
  if (!font.empty()) look.symbols = font.find("wingdings") < 2;
  return look;
}

bool is_styled_as_block(const Attributes& attributes) {
  std::string display = property(attribute(attributes, "style"), "display");
  return display == "block" || display == "flex" || display == "grid" || display == "list-item";
}

std::string word_element(const Attributes& attributes) {
  std::string_view style = attribute(attributes, "style");
  return style.find("mso-element") == std::string_view::npos ? std::string() : property(style, "mso-element");
}

std::string list_style_type(const Attributes& attributes) {
  return property(attribute(attributes, "style"), "list-style-type");
}

unsigned list_level(const Attributes& attributes) {
  std::string list = property(attribute(attributes, "style"), "mso-list");
  std::size_t at = list.find("level");
  if (at == std::string::npos || at + 5 >= list.size()) return 0;
  char digit = list[at + 5];
  return digit >= '1' && digit <= '9' ? static_cast<unsigned>(digit - '0') : 1;
}

std::string symbols_as_unicode(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    char32_t c = base::next_code_point(text, at);
    switch (c >= 0xF000 && c <= 0xF0FF ? c - 0xF000 : c) {
      case 0xFE:
        out += "☑";
        break;
      case 0xFD:
      case 'x':
        out += "☒";
        break;
      case 0xA8:
      case 'o':
      case 'q':
        out += "☐";
        break;
      case 0xFC:
        out += "✓";
        break;
      case 0xFB:
        out += "✗";
        break;
      case 0xA7:
      case 'n':
      case 'l':
        out += "•";
        break;
      default:
        base::append_utf8(out, c);
    }
  }
  return out;
}

}  // namespace readers::html
