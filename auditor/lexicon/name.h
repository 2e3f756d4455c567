// A name of the lexicon's that is asked for, with its hash: a literal's is reckoned when the program is compiled.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace lexicon {

constexpr std::uint64_t no_bytes = 0xcbf29ce484222325u;
// FNV-1a, byte by byte: the hash of a text is that of what stands before its last byte, and that byte.
constexpr std::uint64_t hashed(std::uint64_t hash, char c) {
  return (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
}
constexpr std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = no_bytes;
  for (char c : text) hash = hashed(hash, c);
  return hash;
}

class Name {
 public:
  template <std::size_t size>
  consteval Name(const char (&name)[size]) : Name(std::string_view(name, size - 1)) {}
  constexpr Name(std::string_view name) : text_(name), hash_(hash_of(name)) {}
  Name(const std::string& name) : Name(std::string_view(name)) {}

  std::string_view text() const { return text_; }
  std::uint64_t hash() const { return hash_; }

 private:
  std::string_view text_;  // which the caller keeps
  std::uint64_t hash_;
};

}  // namespace lexicon
