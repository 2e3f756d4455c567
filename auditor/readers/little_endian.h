// Numbers in binary formats, least byte first. Reading beyond the end gives 0, so that a reader only checks sizes where
// a zero would mean something.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace readers {

inline std::uint8_t u8_at(std::string_view bytes, std::size_t at) {
  return at < bytes.size() ? static_cast<std::uint8_t>(bytes[at]) : std::uint8_t{0};
}

inline std::uint16_t u16_at(std::string_view bytes, std::size_t at) {
  if (at >= bytes.size() || bytes.size() - at < 2) return 0;
  return static_cast<std::uint16_t>(u8_at(bytes, at) | (u8_at(bytes, at + 1) << 8));
}

inline std::uint32_t u32_at(std::string_view bytes, std::size_t at) {
  if (at >= bytes.size() || bytes.size() - at < 4) return 0;
  return u16_at(bytes, at) | (static_cast<std::uint32_t>(u16_at(bytes, at + 2)) << 16);
}

// The stretch [at, at + size) as far as the bytes go.
inline std::string_view stretch(std::string_view bytes, std::size_t at, std::size_t size) {
  return at >= bytes.size() ? std::string_view() : bytes.substr(at, size);
}

}  // namespace readers
