#include "base/error.h"

namespace base {
namespace {

std::string printable(const std::string& text) {
  std::string out;
  for (char c : text) out += (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) ? '?' : c;
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
