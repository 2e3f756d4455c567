#include "base/capitals.h"

#include <unicode/uchar.h>

namespace base {

bool is_capital(char32_t letter) {
  if (letter < 0x80) return letter >= 'A' && letter <= 'Z';
  return u_isupper(static_cast<UChar32>(letter)) != 0;
}

}  // namespace base
