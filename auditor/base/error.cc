#include "base/error.h"

#include <string_view>

namespace base {
namespace {

// Marks that turn the direction of what follows, by the last two of their bytes in UTF-8: U+200E, U+200F, U+202A to
// U+202E, U+2066 to U+2069.
bool turns_direction(std::string_view text) {
  if (text.size() < 3 || text[0] != '\xE2') return false;
  auto last = static_cast<unsigned char>(text[2]);
  if (text[1] == '\x80') return last == 0x8E || last == 0x8F || (last >= 0xAA && last <= 0xAE);
  return text[1] == '\x81' && last >= 0xA6 && last <= 0xA9;
}

std::string printable(std::string_view text) {
  std::string out;
  for (; !text.empty(); text.remove_prefix(1)) {
    auto c = static_cast<unsigned char>(text[0]);
    bool control = c < 0x20 || c == 0x7F || (c == 0xC2 && text.size() > 1 && (text[1] & 0xE0) == 0x80);
    bool turns = turns_direction(text);
    out += control || turns ? '?' : text[0];
    if (turns) text.remove_prefix(2);
    if (control && c == 0xC2) text.remove_prefix(1);
  }
  return out;
}

}  // namespace

std::string Error::one_line() const {
  std::string out;
  if (!file.empty()) {
    out += printable(file);
    if (line > 0) out += ":" + std::to_string(line);
    if (column > 0) out += ":" + std::to_string(column);
    out += ": ";
  }
  out += printable(message);
  if (!advice.empty()) out += "; " + printable(advice);
  return out;
}

const char* name_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::bad_argument:
      return "bad_argument";
    case ErrorCode::not_found:
      return "not_found";
    case ErrorCode::unreadable:
      return "unreadable";
    case ErrorCode::not_a_record:
      return "not_a_record";
    case ErrorCode::unsupported:
      return "unsupported";
    case ErrorCode::encrypted:
      return "encrypted";
    case ErrorCode::damaged:
      return "damaged";
    case ErrorCode::empty:
      return "empty";
    case ErrorCode::over_limit:
      return "over_limit";
    case ErrorCode::bad_checklist:
      return "bad_checklist";
    case ErrorCode::crashed:
      return "crashed";
    case ErrorCode::timed_out:
      return "timed_out";
    case ErrorCode::interrupted:
      return "interrupted";
  }
  return "unknown";
}

}  // namespace base
