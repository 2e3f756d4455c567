#include "readers/rtf_fields.h"

#include <charconv>
#include <cstdint>

#include "base/utf8.h"
#include "readers/docx_symbols.h"
#include "readers/rtf_code_pages.h"

namespace readers::rtf {
namespace {

// The next word of an instruction, without its quotes.
std::string_view next_word(std::string_view& text) {
  text = base::trimmed(text);
  bool quoted = text.starts_with('"');
  if (quoted) text.remove_prefix(1);
  std::size_t end = text.find(quoted ? '"' : ' ');
  std::string_view word = text.substr(0, end);
  text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  return word;
}

std::uint32_t number_of(std::string_view word) {
  int base = 10;
  if (word.starts_with("0x") || word.starts_with("0X")) {
    word.remove_prefix(2);
    base = 16;
  }
  std::uint32_t value = 0;
  std::from_chars(word.data(), word.data() + word.size(), value, base);
  return value;
}

}  // namespace

std::optional<std::string> state_of(const FormField& form) {
  int result = form.result == FormField::undecided ? form.preset : form.result;
  if (form.type == 1) return std::string(result > 0 ? docx::ticked_box : docx::unticked_box);
  if (form.type != 2 || result < 0 || static_cast<std::size_t>(result) >= form.entries.size()) return std::nullopt;
  return form.entries[static_cast<std::size_t>(result)];
}

std::optional<std::string> symbol_of(std::string_view instruction) {
  if (base::fold_case(next_word(instruction)) != "symbol") return std::nullopt;
  std::uint32_t code = number_of(next_word(instruction));
  docx::SymbolFont font = docx::SymbolFont::none;
  bool unicode = false;
  while (!base::trimmed(instruction).empty()) {
    std::string_view option = next_word(instruction);
    if (option == "\\f") font = docx::symbol_font(next_word(instruction));
    if (option == "\\u") unicode = true;
  }
  std::string shown;
  if (font == docx::SymbolFont::none && code < 0x100 && !unicode) {
    char byte = static_cast<char>(code);
    Decoder().decode(1'252, {&byte, 1}, shown);
  } else if (char32_t c = docx::symbol(font, code); c != 0) {
    base::append_utf8(shown, c);
  }
  return shown;
}

}  // namespace readers::rtf
