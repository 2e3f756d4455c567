#include "readers/mime_body.h"

#include <cstdint>

#include "base/utf8.h"

namespace readers::mime {
namespace {

int value_of_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

int value_of_letter(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  if (c == '+') return 62;
  return c == '/' ? 63 : -1;
}

}  // namespace

std::string from_base64(std::string_view text) {
  std::string out;
  out.reserve(text.size() / 4 * 3);
  std::uint32_t bits = 0;
  int held = 0;
  for (char c : text) {
    if (c == '=') {
      // Padding ends a run; some writers join several.
      bits = 0;
      held = 0;
      continue;
    }
    const int value = value_of_letter(c);
    if (value < 0) continue;
    bits = (bits << 6 | static_cast<std::uint32_t>(value)) & 0xFFFFFF;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    out += static_cast<char>(bits >> held & 0xFF);
  }
  return out;
}

std::string from_quoted_printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '=') {
      out += text[at];
      continue;
    }
    // '=' at the end of a line, whether or not mail left blanks behind it, joins the lines.
    std::size_t end = at + 1;
    while (end < text.size() && (text[end] == ' ' || text[end] == '\t')) ++end;
    if (end == text.size()) break;
    if (text[end] == '\r' || text[end] == '\n') {
      at = text[end] == '\r' && end + 1 < text.size() && text[end + 1] == '\n' ? end + 1 : end;
      continue;
    }
    const int high = value_of_digit(text[at + 1]);
    const int low = at + 2 < text.size() ? value_of_digit(text[at + 2]) : -1;
    if (high < 0 || low < 0) {
      out += '=';
      continue;
    }
    out += static_cast<char>(high << 4 | low);
    at += 2;
  }
  return out;
}

std::string decoded(std::string_view body, std::string_view transfer_encoding) {
  const std::string name = base::fold_case(base::trimmed(transfer_encoding));
  if (name == "base64") return from_base64(body);
  if (name == "quoted-printable") return from_quoted_printable(body);
  return std::string(body);
}

}  // namespace readers::mime
