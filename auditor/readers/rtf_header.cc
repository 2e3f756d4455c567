#include "readers/rtf_header.h"

#include <array>
#include <utility>

#include "base/utf8.h"
#include "readers/rtf_code_pages.h"

namespace readers::rtf {
namespace {

constexpr int windows_latin = 1'252;
constexpr int longest_chain = 16;  // of styles, more than Word allows; rings are cut here
constexpr std::size_t longest_name = 256;

// The name without what follows it: "Arial;" ends there.
void append_name(std::string& name, std::string_view characters) {
  if (!name.empty() && name.back() == ';') return;
  std::size_t end = characters.find(';');
  name += characters.substr(0, end == std::string_view::npos ? end : end + 1);
  if (name.size() > longest_name) name.resize(longest_name);
}

std::string without_end(const std::string& name) {
  std::string_view bare = name;
  if (!bare.empty() && bare.back() == ';') bare.remove_suffix(1);
  return base::on_one_line(bare);
}

// Windows 3 had a font for each alphabet: "Times New Roman CYR".
int code_page_by_name(const std::string& folded) {
  static constexpr std::array<std::pair<std::string_view, int>, 9> endings = {{{" cyr", 1251},
                                                                               {" ce", 1250},
                                                                               {" greek", 1253},
                                                                               {" tur", 1254},
                                                                               {" baltic", 1257},
                                                                               {" (hebrew)", 1255},
                                                                               {" (arabic)", 1256},
                                                                               {" (vietnamese)", 1258},
                                                                               {" (thai)", 874}}};
  for (auto [ending, code_page] : endings) {
    if (folded.ends_with(ending)) return code_page;
  }
  return 0;
}

}  // namespace

void Fonts::begin(int number) {
  open_ = &fonts_[number];
  *open_ = {};
}

void Fonts::charset(int charset) {
  if (open_ == nullptr) return;
  open_->charset = charset;
  charsets_differ_ = charsets_differ_ || (charset != 0 && code_page_of_charset(charset) != 0);
}

void Fonts::code_page(int code_page) {
  if (open_ != nullptr) open_->code_page = code_page;
}

void Fonts::name(std::string_view characters) {
  if (open_ == nullptr) return;
  append_name(open_->name, characters);
  std::string name = without_end(open_->name);
  open_->symbols = docx::symbol_font(name);
  open_->code_page_by_name = code_page_by_name(base::fold_case(name));
}

int Fonts::code_page_of(int font, int document) const {
  auto at = fonts_.find(font);
  if (at == fonts_.end()) return document;
  const Font& facts = at->second;
  if (facts.symbols != docx::SymbolFont::none) return code_page_latin1;
  if (facts.code_page > 0) return facts.code_page;
  if (facts.charset <= 1 && facts.code_page_by_name > 0) return facts.code_page_by_name;
  // Programs that know one charset only write it for every font, and mean the document's code page.
  if (facts.charset == 0) return charsets_differ_ && document != code_page_utf8 ? windows_latin : document;
  int code_page = code_page_of_charset(facts.charset);
  return code_page == 0 ? document : code_page;
}

docx::SymbolFont Fonts::symbols_of(int font) const {
  auto at = fonts_.find(font);
  return at == fonts_.end() ? docx::SymbolFont::none : at->second.symbols;
}

void Styles::name(std::string_view characters) {
  append_name(open_.name, characters);
}

void Styles::end() {
  if (open_.of_paragraphs) {
    // "heading 1,H1;": other names follow.
    std::string name = without_end(open_.name);
    name = base::fold_case(name.substr(0, name.find(',')));
    open_.by_name = {docx::heading_by_name(name), docx::list_by_name(name), docx::role_by_name(name)};
    styles_[open_.number] = std::move(open_);
  }
  open_ = {};
  facts_.clear();
}

const StyleFacts& Styles::of(int style) {
  auto [at, missing] = facts_.try_emplace(style);
  if (missing) at->second = resolved(style);
  return at->second;
}

StyleFacts Styles::resolved(int style) const {
  StyleFacts facts;
  auto at = styles_.find(style);
  if (at == styles_.end()) return facts;
  StyleFacts own = at->second.by_name;
  facts.role = own.role;
  std::optional<int> outline;
  for (int step = 0; step < longest_chain && at != styles_.end(); ++step) {
    if (!outline) outline = at->second.outline;
    if (facts.heading == 0 && !outline) facts.heading = at->second.by_name.heading;
    if (facts.list_depth == 0) facts.list_depth = at->second.by_name.list_depth;
    at = styles_.find(at->second.based_on);
  }
  if (outline) facts.heading = docx::heading_of_outline(*outline);
  if (own.heading > 0) facts.heading = own.heading;
  return facts;
}

}  // namespace readers::rtf
