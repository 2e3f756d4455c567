#include "readers/zip_entries.h"

#include <algorithm>

#include "base/limit.h"
#include "base/limits.h"

namespace readers::zip {

namespace limits = base::limits;

Archive opened(std::string_view bytes) {
  Archive reader(archive_read_new());
  if (!reader) return nullptr;
  archive_read_support_format_zip(reader.get());
  if (archive_read_open_memory(reader.get(), bytes.data(), bytes.size()) < ARCHIVE_WARN) return nullptr;
  return reader;
}

bool has_directory(std::string_view bytes) {
  std::size_t tail = std::min<std::size_t>(bytes.size(), 22 + 65'535);
  return bytes.substr(bytes.size() - tail).find("PK\x05\x06") != std::string_view::npos;
}

Inflation inflate(archive* reader, const Caps& caps, std::uint64_t& inflated, std::string* into) {
  std::uint64_t size = 0;
  la_int64_t first = -1;
  while (true) {
    const void* block = nullptr;
    std::size_t length = 0;
    la_int64_t offset = 0;
    int status = archive_read_data_block(reader, &block, &length, &offset);
    if (status == ARCHIVE_EOF) return Inflation::whole;
    if (status < ARCHIVE_OK) {
      const char* reason = archive_error_string(reader);
      bool method = reason != nullptr && std::string_view(reason).find("nsupported") != std::string_view::npos;
      return method ? Inflation::unknown_method : Inflation::broken;
    }
    // Judged by the blocks before this one, whose bytes are taken by now: a stored part comes as a single block.
    la_int64_t now = archive_filter_bytes(reader, 0);
    if (first < 0) first = now;
    auto taken = static_cast<std::uint64_t>(std::max<la_int64_t>(now - first, 1));
    if (size > limits::ratio_free_bytes && size / base::limit(base::Limit::ratio) > taken) return Inflation::too_dense;
    size += length;
    inflated += length;
    if (size > caps.part) return Inflation::part_too_large;
    if (inflated > caps.all) return Inflation::all_too_large;
    if (into != nullptr) into->append(static_cast<const char*>(block), length);
  }
}

}  // namespace readers::zip
