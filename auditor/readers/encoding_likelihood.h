// How likely a text is to have been written by people, whatever their language: the measure by which one decoding of
// bytes is preferred to another.
#pragma once

#include <string_view>

namespace readers {

// The natural logarithm of the text's likelihood in the language that fits best. Sums over the characters, so that
// decodings of the same bytes can be compared, also where they have fewer characters. At most 0.
double likelihood(std::u32string_view text);

}  // namespace readers
