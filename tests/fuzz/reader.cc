// One reader under libFuzzer: whatever the bytes, it returns. Which one is AUDITOR_FUZZED, an entry of formats.h.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "fuzz/formats.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const fuzz::Format* const format = fuzz::find(AUDITOR_FUZZED);
  if (format == nullptr) std::abort();
  fuzz::read(*format, {reinterpret_cast<const char*>(data), size});
  return 0;
}
