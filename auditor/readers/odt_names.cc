#include "readers/odt_names.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <unordered_map>

namespace readers::odt {
namespace {

using Names = std::unordered_map<std::string_view, Tag>;

const Names& office_names() {
  static const Names names = {{"document", Tag::document},
                              {"document-content", Tag::document},
                              {"styles", Tag::styles},
                              {"automatic-styles", Tag::automatic_styles},
                              {"master-styles", Tag::master_styles},
                              {"body", Tag::body},
                              {"text", Tag::text_document},
                              {"spreadsheet", Tag::other_document},
                              {"presentation", Tag::other_document},
                              {"drawing", Tag::other_document},
                              {"chart", Tag::other_document},
                              {"forms", Tag::forms},
                              {"annotation", Tag::annotation},
                              {"binary-data", Tag::unread},
                              {"event-listeners", Tag::unread},
                              {"settings", Tag::unread},
                              {"change-info", Tag::unread}};
  return names;
}

const Names& text_names() {
  static const Names names = {{"p", Tag::p},
                              {"h", Tag::h},
                              {"list", Tag::list},
                              {"ordered-list", Tag::list},
                              {"unordered-list", Tag::list},
                              {"list-item", Tag::list_item},
                              {"list-header", Tag::list_header},
                              {"numbered-paragraph", Tag::numbered_paragraph},
                              {"number", Tag::number},
                              {"section", Tag::section},
                              {"section-source", Tag::section_source},
                              {"soft-page-break", Tag::soft_page_break},
                              {"note", Tag::note},
                              {"footnote", Tag::footnote},
                              {"endnote", Tag::endnote},
                              {"note-citation", Tag::unread},
                              {"footnote-citation", Tag::unread},
                              {"endnote-citation", Tag::unread},
                              {"span", Tag::span},
                              {"a", Tag::link},
                              {"s", Tag::space},
                              {"tab", Tag::tab},
                              {"tab-stop", Tag::tab},
                              {"line-break", Tag::line_break},
                              {"hidden-text", Tag::hidden_text},
                              {"hidden-paragraph", Tag::hidden_paragraph},
                              {"page-number", Tag::page_number},
                              {"page-count", Tag::page_number},
                              {"variable-set", Tag::variable},
                              {"variable-get", Tag::variable},
                              {"variable-input", Tag::variable},
                              {"user-field-get", Tag::variable},
                              {"sequence", Tag::variable},
                              {"database-next", Tag::unread},
                              {"database-row-select", Tag::unread},
                              {"script", Tag::unread},
                              {"ruby-text", Tag::unread},
                              {"tracked-changes", Tag::tracked_changes},
                              {"changed-region", Tag::changed_region},
                              {"deletion", Tag::deletion},
                              {"change-start", Tag::change_start},
                              {"change-end", Tag::change_end},
                              {"sender-initials", Tag::unread},
                              {"table-of-content-source", Tag::unread},
                              {"illustration-index-source", Tag::unread},
                              {"table-index-source", Tag::unread},
                              {"object-index-source", Tag::unread},
                              {"user-index-source", Tag::unread},
                              {"alphabetical-index-source", Tag::unread},
                              {"bibliography-source", Tag::unread},
                              {"notes-configuration", Tag::unread},
                              {"linenumbering-configuration", Tag::unread},
                              {"bibliography-configuration", Tag::unread},
                              {"list-style", Tag::list_style},
                              {"outline-style", Tag::outline_style},
                              {"list-level-style-number", Tag::level_number},
                              {"outline-level-style", Tag::level_number},
                              {"list-level-style-bullet", Tag::level_bullet},
                              {"list-level-style-image", Tag::level_bullet}};
  return names;
}

const Names& table_names() {
  static const Names names = {
      {"table", Tag::table},   {"sub-table", Tag::table}, {"table-header-rows", Tag::header_rows},
      {"table-row", Tag::row}, {"table-cell", Tag::cell}, {"covered-table-cell", Tag::covered_cell},
      {"title", Tag::unread},  {"desc", Tag::unread},     {"tracked-changes", Tag::tracked_changes}};
  return names;
}

const Names& draw_names() {
  static const Names names = {{"frame", Tag::frame},
                              {"text-box", Tag::text_box},
                              {"object", Tag::object},
                              {"object-ole", Tag::foreign_object},
                              {"plugin", Tag::foreign_object},
                              {"applet", Tag::foreign_object},
                              {"floating-frame", Tag::foreign_object},
                              {"control", Tag::control}};
  return names;
}

const Names& style_names() {
  static const Names names = {{"style", Tag::style},
                              {"default-style", Tag::default_style},
                              {"text-properties", Tag::text_properties},
                              {"paragraph-properties", Tag::paragraph_properties},
                              {"properties", Tag::text_properties},
                              {"master-page", Tag::master_page},
                              {"header", Tag::header},
                              {"header-left", Tag::header},
                              {"header-first", Tag::header},
                              {"footer", Tag::footer},
                              {"footer-left", Tag::footer},
                              {"footer-first", Tag::footer},
                              {"font-face", Tag::font_face},
                              {"font-decl", Tag::font_face}};
  return names;
}

const Names& form_names() {
  static const Names names = {{"checkbox", Tag::form_box},       {"radio", Tag::form_radio},
                              {"text", Tag::form_text},          {"formatted-text", Tag::form_text},
                              {"number", Tag::form_text},        {"date", Tag::form_text},
                              {"time", Tag::form_text},          {"combobox", Tag::form_text},
                              {"textarea", Tag::form_area},      {"listbox", Tag::form_list},
                              {"option", Tag::form_option},      {"fixed-text", Tag::form_label},
                              {"frame", Tag::form_label},        {"password", Tag::form_silent},
                              {"file", Tag::form_silent},        {"button", Tag::form_silent},
                              {"image", Tag::form_silent},       {"image-frame", Tag::form_silent},
                              {"hidden", Tag::form_silent},      {"grid", Tag::form_silent},
                              {"value-range", Tag::form_silent}, {"generic-control", Tag::form_silent},
                              {"properties", Tag::unread}};
  return names;
}

const Names& extension_names() {
  static const Names names = {{"header-first", Tag::header},
                              {"footer-first", Tag::footer},
                              {"content-control", Tag::content_control},
                              {"sender-initials", Tag::unread}};
  return names;
}

const Names& field_names() {
  static const Names names = {{"fieldmark", Tag::field_mark},
                              {"fieldmark-start", Tag::field_mark_start},
                              {"fieldmark-separator", Tag::field_mark_separator},
                              {"fieldmark-end", Tag::field_mark_end},
                              {"param", Tag::field_parameter}};
  return names;
}

Tag found_in(const Names& names, std::string_view name) {
  auto at = names.find(name);
  return at == names.end() ? Tag::other : at->second;
}

// "text" of "urn:oasis:names:tc:opendocument:xmlns:text:1.0" and of "http://openoffice.org/2000/text".
std::string_view vocabulary(std::string_view space) {
  constexpr std::string_view old = "http://openoffice.org/2000/";
  if (space.starts_with(old)) return space.substr(old.size());
  constexpr std::string_view mark = ":xmlns:";
  std::size_t at = space.find(mark);
  if (at == std::string_view::npos) return {};
  space.remove_prefix(at + mark.size());
  return space.substr(0, space.find(':'));
}

}  // namespace

Tag tag_of(std::string_view space, std::string_view name) {
  std::string_view words = vocabulary(space);
  if (words == "text") return found_in(text_names(), name);
  if (words == "table") return found_in(table_names(), name);
  if (words == "style") return found_in(style_names(), name);
  if (words == "drawing") return found_in(draw_names(), name);
  if (words == "office") return found_in(office_names(), name);
  if (words == "form") return found_in(form_names(), name);
  if (words == "loext") return found_in(extension_names(), name);
  if (words == "field") return found_in(field_names(), name);
  if (words == "svg-compatible" || space == "http://www.w3.org/2000/svg") {
    return name == "title" || name == "desc" ? Tag::unread : Tag::other;
  }
  if (words == "manifest" || space == "http://openoffice.org/2001/manifest") {
    if (name == "file-entry") return Tag::file_entry;
    return name == "encryption-data" ? Tag::encryption : Tag::other;
  }
  // Calligra keeps what was deleted where it stood.
  if (space == "http://www.deltaxml.com/ns/track-changes/delta-namespace") {
    return name == "removed-content" || name.ends_with("-partial-content") || name == "intermediate-content"
               ? Tag::removed
               : Tag::other;
  }
  if (words == "meta") return name == "date-string" ? Tag::unread : Tag::other;
  if (space == "http://purl.org/dc/elements/1.1/") return name == "title" ? Tag::title : Tag::unread;
  if (space == "http://openoffice.org/2004/office" || space == "http://openoffice.org/2000/script") {
    return name == "module" || name == "source-code" ? Tag::scripts_module : Tag::other;
  }
  // A formula's letters are text like any other, and stand a second time in its annotation.
  if (space == "http://www.w3.org/1998/Math/MathML") {
    if (name == "mi" || name == "mn" || name == "mo" || name == "mtext") return Tag::formula_text;
    return name == "annotation" ? Tag::unread : Tag::other;
  }
  return Tag::other;
}

std::string_view attribute(const std::vector<base::xml::Attribute>& attributes, std::string_view name) {
  for (const base::xml::Attribute& a : attributes) {
    if (a.name == name) return a.value;
  }
  return {};
}

bool has_attribute(const std::vector<base::xml::Attribute>& attributes, std::string_view name) {
  return std::any_of(attributes.begin(), attributes.end(),
                     [&](const base::xml::Attribute& a) { return a.name == name; });
}

bool is_true(const std::vector<base::xml::Attribute>& attributes, std::string_view name) {
  return attribute(attributes, name) == "true";
}

int number(const std::vector<base::xml::Attribute>& attributes, std::string_view name, int otherwise, int low,
           int high) {
  std::string_view value = attribute(attributes, name);
  if (!value.empty() && value.front() == '+') value.remove_prefix(1);
  int out = otherwise;
  auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), out);
  if (error == std::errc::result_out_of_range) return value.front() == '-' ? low : high;
  return error == std::errc() ? std::clamp(out, low, high) : otherwise;
}

}  // namespace readers::odt
