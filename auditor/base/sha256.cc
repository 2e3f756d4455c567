#include "base/sha256.h"

#include <array>
#include <cstdint>
#include <fstream>
#include <vector>

namespace base {

Sha256::Sha256() {
  sha256_init(&context_);
}

void Sha256::add(std::string_view bytes) {
  sha256_update(&context_, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
}

std::string Sha256::take() {
  std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
  sha256_digest(&context_, digest.size(), digest.data());
  static constexpr char digits[] = "0123456789abcdef";
  std::string out;
  for (std::uint8_t byte : digest) {
    out += digits[byte >> 4];
    out += digits[byte & 15];
  }
  return out;
}

std::string sha256(std::string_view bytes) {
  Sha256 sum;
  sum.add(bytes);
  return sum.take();
}

Result<std::string> sha256_of_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  Sha256 sum;
  std::vector<char> part(1u << 16);
  while (in) {
    in.read(part.data(), static_cast<std::streamsize>(part.size()));
    sum.add({part.data(), static_cast<std::size_t>(in.gcount())});
  }
  if (in.bad() || !in.eof()) return Error{ErrorCode::unreadable, path, 0, 0, "cannot be read", "look at its rights"};
  return sum.take();
}

}  // namespace base
