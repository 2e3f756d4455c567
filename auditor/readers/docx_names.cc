#include "readers/docx_names.h"

#include <charconv>
#include <unordered_map>

namespace readers::docx {
namespace {

using Names = std::unordered_map<std::string_view, Tag>;

const Names& word_names() {
  static const Names names = {{"body", Tag::body},
                              {"p", Tag::p},
                              {"r", Tag::r},
                              {"t", Tag::t},
                              {"tab", Tag::tab},
                              {"ptab", Tag::ptab},
                              {"br", Tag::br},
                              {"cr", Tag::cr},
                              {"noBreakHyphen", Tag::no_break_hyphen},
                              {"sym", Tag::sym},
                              {"hdr", Tag::hdr},
                              {"ftr", Tag::ftr},
                              {"footnote", Tag::footnote},
                              {"endnote", Tag::endnote},
                              {"comment", Tag::comment},
                              {"tbl", Tag::tbl},
                              {"tr", Tag::tr},
                              {"tc", Tag::tc},
                              {"tblPr", Tag::tbl_pr},
                              {"trPr", Tag::tr_pr},
                              {"tcPr", Tag::tc_pr},
                              {"gridSpan", Tag::grid_span},
                              {"vMerge", Tag::v_merge},
                              {"hMerge", Tag::h_merge},
                              {"tblHeader", Tag::tbl_header},
                              {"gridBefore", Tag::grid_before},
                              {"pPr", Tag::p_pr},
                              {"rPr", Tag::r_pr},
                              {"pStyle", Tag::p_style},
                              {"rStyle", Tag::r_style},
                              {"b", Tag::b},
                              {"i", Tag::i},
                              {"vanish", Tag::vanish},
                              {"rFonts", Tag::r_fonts},
                              {"outlineLvl", Tag::outline_lvl},
                              {"numPr", Tag::num_pr},
                              {"numId", Tag::num_id},
                              {"ilvl", Tag::ilvl},
                              {"sectPr", Tag::sect_pr},
                              {"headerReference", Tag::header_reference},
                              {"footerReference", Tag::footer_reference},
                              {"titlePg", Tag::title_pg},
                              {"sdt", Tag::sdt},
                              {"sdtPr", Tag::sdt_pr},
                              {"sdtContent", Tag::sdt_content},
                              {"alias", Tag::alias},
                              {"fldChar", Tag::fld_char},
                              {"ffData", Tag::ff_data},
                              {"checkBox", Tag::check_box},
                              {"checked", Tag::checked},
                              {"default", Tag::default_},
                              {"ddList", Tag::dd_list},
                              {"result", Tag::result},
                              {"listEntry", Tag::list_entry},
                              {"footnoteReference", Tag::footnote_reference},
                              {"endnoteReference", Tag::endnote_reference},
                              {"commentReference", Tag::comment_reference},
                              {"txbxContent", Tag::txbx_content},
                              {"object", Tag::object},
                              {"altChunk", Tag::alt_chunk},
                              {"subDoc", Tag::sub_doc},
                              {"rt", Tag::ruby_text},
                              {"del", Tag::del},
                              {"moveFrom", Tag::move_from},
                              {"instrText", Tag::instr_text},
                              {"delText", Tag::del_text},
                              {"delInstrText", Tag::del_instr_text},
                              {"rPrChange", Tag::property_change},
                              {"pPrChange", Tag::property_change},
                              {"tblPrChange", Tag::property_change},
                              {"trPrChange", Tag::property_change},
                              {"tcPrChange", Tag::property_change},
                              {"sectPrChange", Tag::property_change},
                              {"tblGridChange", Tag::property_change},
                              {"tblPrExChange", Tag::property_change},
                              {"numberingChange", Tag::property_change},
                              {"style", Tag::style},
                              {"name", Tag::name},
                              {"basedOn", Tag::based_on},
                              {"docDefaults", Tag::doc_defaults},
                              {"abstractNum", Tag::abstract_num},
                              {"num", Tag::num},
                              {"abstractNumId", Tag::abstract_num_id},
                              {"lvl", Tag::lvl},
                              {"lvlOverride", Tag::lvl_override},
                              {"start", Tag::start},
                              {"startOverride", Tag::start_override},
                              {"numFmt", Tag::num_fmt},
                              {"lvlText", Tag::lvl_text},
                              {"suff", Tag::suff},
                              {"isLgl", Tag::is_lgl},
                              {"lvlRestart", Tag::lvl_restart},
                              {"numStyleLink", Tag::num_style_link},
                              {"styleLink", Tag::style_link},
                              {"pict", Tag::pict}};
  return names;
}

}  // namespace

Tag tag_of(std::string_view space, std::string_view name) {
  if (space == "http://schemas.openxmlformats.org/wordprocessingml/2006/main" ||
      space == "http://purl.oclc.org/ooxml/wordprocessingml/main") {
    auto at = word_names().find(name);
    return at == word_names().end() ? Tag::other : at->second;
  }
  if (space.ends_with("/markup-compatibility/2006")) {
    if (name == "AlternateContent") return Tag::alternate_content;
    if (name == "Choice") return Tag::choice;
    if (name == "Fallback") return Tag::fallback;
  }
  if (space == "http://schemas.microsoft.com/office/word/2010/wordml") {
    if (name == "checkbox") return Tag::w14_checkbox;
    if (name == "checked") return Tag::w14_checked;
  }
  // A formula's letters are text like any other.
  if (space.ends_with("/officeDocument/2006/math") || space.ends_with("/officeDocument/math")) {
    if (name == "t") return Tag::t;
    if (name == "r") return Tag::r;
  }
  return Tag::other;
}

std::string_view attribute(const std::vector<base::xml::Attribute>& attributes, std::string_view name) {
  for (const base::xml::Attribute& a : attributes) {
    if (a.name == name) return a.value;
  }
  return {};
}

bool is_on(const std::vector<base::xml::Attribute>& attributes) {
  std::string_view value = attribute(attributes, "val");
  return value != "false" && value != "0" && value != "off" && value != "none";
}

int number(const std::vector<base::xml::Attribute>& attributes, int otherwise, std::string_view name) {
  std::string_view value = attribute(attributes, name);
  int out = otherwise;
  auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), out);
  return error == std::errc() ? out : otherwise;
}

}  // namespace readers::docx
