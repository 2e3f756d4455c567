// libarchive's ZIP reader as values: entries one after another, and bytes that are counted while they are inflated.
// Sizes that the package declares are never believed.
#pragma once

#include <archive.h>
#include <archive_entry.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace readers::zip {

struct ArchiveFree {
  void operator()(archive* a) const { archive_read_free(a); }
};
using Archive = std::unique_ptr<archive, ArchiveFree>;

// Null where libarchive finds nothing that it can read. The bytes must outlive the archive.
Archive opened(std::string_view bytes);

// Whether the directory at the file's end is there; without it, entries are found one by one from the beginning.
bool has_directory(std::string_view bytes);

enum class Inflation { whole, broken, unknown_method, part_too_large, all_too_large, too_dense };

struct Caps {
  std::uint64_t part;  // bytes of one entry
  std::uint64_t all;   // bytes over all entries
};

// Inflates the entry at hand, adding its bytes to `into` (or only counting them where that is null) and to `inflated`.
// Stops at a cap of `caps`, or at the limit of its ratio.
Inflation inflate(archive* reader, const Caps& caps, std::uint64_t& inflated, std::string* into);

}  // namespace readers::zip
