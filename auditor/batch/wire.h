// An Outcome, and whatever else passes between supervisor and worker, as versioned bytes. Both ends are the same
// program, but the worker has read a stranger's file, so decoding trusts nothing: every length is checked against what
// is left, every enumeration and index against its range, every span against the text.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/limit.h"
#include "batch/channel.h"
#include "evaluation/outcome.h"
#include "readers/archive.h"

namespace batch::wire {

inline constexpr std::uint8_t version = 8;

// One message is a length (8 bytes, least significant first) and so many bytes of payload.
inline constexpr std::size_t header_bytes = 8;

// The most that a payload may have: what comes of the longest text, with room to spare.
inline std::uint64_t payload_limit() {
  constexpr std::uint64_t usual = 512u << 20;
  constexpr std::uint64_t bytes_of_a_byte = 8;  // places of blocks, statements, evidence
  return std::max(usual, bytes_of_a_byte * base::limit(base::Limit::text));
}

std::string encode(const evaluation::Outcome& outcome);

// Nothing where the bytes are not exactly one outcome of this version that holds together.
std::optional<evaluation::Outcome> decode(std::string_view bytes);

// A task's values, but for its descriptor; false where the bytes are no task.
std::string encode(const Task& task);
bool decode(std::string_view bytes, Task& task);

std::string encode(const readers::Member& member);
std::optional<readers::Member> decode_member(std::string_view bytes);

// The header of a message with so large a payload, and back.
std::string header(std::uint64_t payload_bytes);
std::uint64_t payload_bytes(std::string_view header);

}  // namespace batch::wire
