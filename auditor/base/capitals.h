// Whether a letter is a capital, in any script.
#pragma once

namespace base {

bool is_capital(char32_t letter);

}  // namespace base
