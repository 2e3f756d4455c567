// Names by the RTF specification 1.9.1, Word 97's for older ones, and those that LibreOffice and TextEdit add.
#include "readers/rtf_words.h"

#include <array>
#include <unordered_map>

namespace readers::rtf {
namespace {

using Names = std::unordered_map<std::string_view, Word>;

// Destinations that hold no text of the document, and may come without \*.
constexpr std::array skipped_names = {
    "aftncn",
    "aftnsep",
    "aftnsepc",
    "atnauthor",
    "atndate",
    "atnicn",
    "atnid",
    "atnparent",
    "atnref",
    "atntime",
    "atrfend",
    "atrfstart",
    "author",
    "background",
    "bkmkend",
    "bkmkstart",
    "blipuid",
    "buptim",
    "category",
    "colorschememapping",
    "colortbl",
    "comment",
    "company",
    "creatim",
    "datafield",
    "datastore",
    "defchp",
    "defpap",
    "docvar",
    "doccomm",
    "ebcstart",
    "ebcend",
    "factoidname",
    "falt",
    "fchars",
    "ffdeftext",
    "ffentrymcr",
    "ffexitmcr",
    "ffformat",
    "ffhelptext",
    "ffname",
    "ffstattext",
    "filetbl",
    "fname",
    "fontemb",
    "fontfile",
    "ftncn",
    "ftnsep",
    "ftnsepc",
    "generator",
    "gridtbl",
    "hlfr",
    "hlinkbase",
    "hlloc",
    "hlsrc",
    "hsv",
    "htmltag",
    "keycode",
    "keywords",
    "latentstyles",
    "lchars",
    "levelnumbers",
    "linkval",
    "listname",
    "listpicture",
    "liststylename",
    "lsdlockedexcept",
    "manager",
    "mhtmltag",
    "mmath",
    "mmathPict",
    "NeXTGraphic",
    "nextfile",
    "nonesttables",
    "nonshppict",
    "objalias",
    "objname",
    "objsect",
    "objtime",
    "oleclsid",
    "operator",
    "panose",
    "password",
    "passwordhash",
    "pgdsctbl",
    "pgptbl",
    "picprop",
    "pict",
    "pnseclvl",
    "pntxta",
    "pntxtb",
    "printim",
    "private",
    "propname",
    "protend",
    "protstart",
    "protusertbl",
    "pxe",
    "revtbl",
    "revtim",
    "rsidtbl",
    "rxe",
    "shppict",
    "shprslt",
    "sn",
    "staticval",
    "subject",
    "sv",
    "svb",
    "tc",
    "tcn",
    "template",
    "themedata",
    "txe",
    "userprops",
    "wgrffmtfilter",
    "windowcaption",
    "writereservation",
    "writereservhash",
    "xe",
    "xform",
    "xmlattrname",
    "xmlattrvalue",
    "xmlclose",
    "xmlname",
    "xmlnstbl",
    "xmlopen",
};

struct Character {
  const char* name;
  char32_t code;
};

constexpr std::array characters = {
    Character{"emdash", 0x2014},    Character{"endash", 0x2013},  Character{"emspace", 0x2003},
    Character{"enspace", 0x2002},   Character{"qmspace", 0x2005}, Character{"bullet", 0x2022},
    Character{"lquote", 0x2018},    Character{"rquote", 0x2019},  Character{"ldblquote", 0x201C},
    Character{"rdblquote", 0x201D}, Character{"zwj", 0x200D},     Character{"zwnj", 0x200C},
    Character{"zwbo", 0x200B},      Character{"zwnbo", 0x2060},   Character{"ltrmark", 0x200E},
    Character{"rtlmark", 0x200F},   Character{"chftn", 0},        Character{"chatn", 0},
    Character{"chpgn", 0},          Character{"sectnum", 0},      Character{"chdate", 0},
    Character{"chdpl", 0},          Character{"chdpa", 0},        Character{"chtime", 0},
    Character{"chftnsep", 0},       Character{"chftnsepc", 0},
};

const Names& names() {
  static const Names known = [] {
    Names names = {
        {"objclass", Word::object_class},
        {"objdata", Word::object_data},
        {"fonttbl", Word::font_table},
        {"stylesheet", Word::style_sheet},
        {"listtable", Word::list_table},
        {"listoverridetable", Word::list_overrides},
        {"info", Word::info},
        {"title", Word::title},
        {"header", Word::header},
        {"headerl", Word::header},
        {"headerr", Word::header},
        {"headerf", Word::header_first},
        {"footer", Word::footer},
        {"footerl", Word::footer},
        {"footerr", Word::footer},
        {"footerf", Word::footer_first},
        {"footnote", Word::footnote},
        {"annotation", Word::annotation},
        {"field", Word::field},
        {"fldinst", Word::field_instruction},
        {"fldrslt", Word::field_result},
        {"formfield", Word::form_field},
        {"ffl", Word::form_entry},
        {"listtext", Word::list_marker},
        {"pntext", Word::list_marker},
        {"pn", Word::old_numbering},
        {"shp", Word::shape},
        {"shpgrp", Word::shape},
        {"shpinst", Word::shape},
        {"do", Word::shape},
        {"sp", Word::shape},
        {"shptxt", Word::box},
        {"dptxbxtext", Word::box},
        {"object", Word::object},
        {"result", Word::object_result},
        {"nesttableprops", Word::nested_row},
        {"upr", Word::upr},
        {"ud", Word::ud},
        {"ansi", Word::ansi},
        {"ansicpg", Word::ansi_code_page},
        {"mac", Word::mac},
        {"pc", Word::pc},
        {"pca", Word::pca},
        {"deff", Word::default_font},
        {"u", Word::unicode},
        {"uc", Word::unicode_skip},
        {"sect", Word::section},
        {"sectd", Word::section_defaults},
        {"titlepg", Word::title_page},
        {"plain", Word::plain},
        {"b", Word::bold},
        {"i", Word::italic},
        {"v", Word::hidden},
        {"deleted", Word::deleted},
        {"mvf", Word::deleted},
        {"f", Word::font},
        {"par", Word::paragraph},
        {"pard", Word::paragraph_defaults},
        {"s", Word::style},
        {"outlinelevel", Word::outline_level},
        {"soutlvl", Word::outline_level},
        {"ls", Word::list},
        {"ilvl", Word::list_level},
        {"pnlvl", Word::old_level},
        {"pnlvlbody", Word::old_body},
        {"pnlvlblt", Word::old_bullet},
        {"li", Word::left_indent},
        {"fi", Word::first_indent},
        {"intbl", Word::in_table},
        {"itap", Word::nesting},
        {"shpleft", Word::box_left},
        {"shptop", Word::box_top},
        {"shpright", Word::box_right},
        {"shpbxpage", Word::box_of_page_across},
        {"shpbypage", Word::box_of_page_down},
        {"shpbxignore", Word::box_elsewhere},
        {"shpbyignore", Word::box_elsewhere},
        {"trowd", Word::row_defaults},
        {"trleft", Word::row_left},
        {"trhdr", Word::row_header},
        {"irow", Word::row_index},
        {"lastrow", Word::row_last},
        {"cellx", Word::cell_right},
        {"clmgf", Word::merge_first},
        {"clmrg", Word::merge_rest},
        {"clvmgf", Word::down_first},
        {"clvmrg", Word::down_rest},
        {"cell", Word::cell},
        {"row", Word::row},
        {"nestcell", Word::nested_cell},
        {"nestrow", Word::nested_row_end},
        {"fcharset", Word::charset},
        {"cpg", Word::code_page},
        {"sbasedon", Word::based_on},
        {"cs", Word::character_style},
        {"ds", Word::character_style},
        {"ts", Word::character_style},
        {"list", Word::list_entry},
        {"listid", Word::list_id},
        {"listlevel", Word::level_entry},
        {"levelnfc", Word::level_format},
        {"levelnfcn", Word::level_format},
        {"levelstartat", Word::level_start},
        {"leveltext", Word::level_text},
        {"listoverride", Word::override_entry},
        {"lfolevel", Word::override_level},
        {"listoverridestartat", Word::override_start},
        {"fftype", Word::form_type},
        {"ffres", Word::form_result},
        {"ffdefres", Word::form_default},
        {"ftnalt", Word::endnote},
        {"line", Word::line},
        {"lbr", Word::line},
        {"page", Word::page},
        {"column", Word::line},
        {"softline", Word::line},
        {"tab", Word::tab},
        {"pmartabql", Word::tab},
        {"pmartabqc", Word::tab},
        {"pmartabqr", Word::tab},
        {"pindtabql", Word::tab},
        {"pindtabqc", Word::tab},
        {"pindtabqr", Word::tab},
    };
    for (const char* name : skipped_names) names.emplace(name, Word::skipped);
    for (const Character& character : characters) names.emplace(character.name, Word::character);
    return names;
  }();
  return known;
}

}  // namespace

Word word_of(std::string_view name) {
  auto at = names().find(name);
  return at == names().end() ? Word::other : at->second;
}

char32_t character_of(std::string_view name) {
  for (const Character& character : characters) {
    if (name == character.name) return character.code;
  }
  return 0;
}

bool is_read_when_ignorable(Word word) {
  switch (word) {
    case Word::list_table:
    case Word::list_overrides:
    case Word::annotation:
    case Word::field_instruction:
    case Word::field_result:
    case Word::form_field:
    case Word::form_entry:
    case Word::old_numbering:
    case Word::shape:
    case Word::box:
    case Word::object_class:
    case Word::object_data:
    case Word::object_result:
    case Word::nested_row:
    case Word::footnote:
    case Word::ud:
    case Word::title:
      return true;
    default:
      return false;
  }
}

}  // namespace readers::rtf
