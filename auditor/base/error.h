// Why an operation failed: what, where, and how to mend it. Never holds a document's words, since errors reach logs.
#pragma once

#include <cstdint>
#include <string>

namespace base {

enum class ErrorCode : std::uint8_t {
  bad_argument,   // the command line, or an option's value
  not_found,      // a path, checklist or concept that isn't there
  unreadable,     // a path that exists and can't be read or written
  not_a_record,   // a picture, a lock file: skipped rather than refused
  unsupported,    // a format that this program doesn't read
  encrypted,      // password-protected
  damaged,        // cut off or malformed
  empty,          // no text to audit
  over_limit,     // a bound of base/limits.h was reached
  bad_checklist,  // a checklist or lexicon that can't be used
  crashed,        // a worker died on the document
  timed_out,      // a worker took too long
  interrupted,    // the person at the keyboard stopped the run
};

struct Error {
  ErrorCode code = ErrorCode::unreadable;
  std::string file;          // path as the user gave it; may be empty
  std::uint32_t line = 0;    // from 1; 0 where there is none
  std::uint32_t column = 0;  // from 1; 0 where there is none
  std::string message;       // what is wrong, without a full stop
  std::string advice;        // how to mend it; may be empty

  // "file:line:column: message; advice" on one line; control characters, and those that turn
  // the direction of what follows, become '?'.
  std::string one_line() const;
};

// The code's stable name in outputs, such as "damaged".
const char* name_of(ErrorCode code);

}  // namespace base
