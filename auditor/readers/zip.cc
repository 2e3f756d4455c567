// Sizes that the package declares are never believed: what is inflated is counted.
#include "readers/zip.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <memory>

#include "base/limits.h"

namespace readers {
namespace {

using base::Error;
using base::ErrorCode;
namespace limits = base::limits;

struct ArchiveFree {
  void operator()(archive* a) const { archive_read_free(a); }
};
using Archive = std::unique_ptr<archive, ArchiveFree>;

Archive opened(std::string_view bytes) {
  Archive reader(archive_read_new());
  if (!reader) return nullptr;
  archive_read_support_format_zip(reader.get());
  if (archive_read_open_memory(reader.get(), bytes.data(), bytes.size()) < ARCHIVE_WARN) return nullptr;
  return reader;
}

std::string entry_name(archive_entry* entry) {
  const char* name = archive_entry_pathname_utf8(entry);
  if (name == nullptr) name = archive_entry_pathname(entry);
  return name == nullptr ? std::string() : Package::key_of(name);
}

bool has_directory(std::string_view bytes) {
  std::size_t tail = std::min<std::size_t>(bytes.size(), 22 + 65'535);
  return bytes.substr(bytes.size() - tail).find("PK\x05\x06") != std::string_view::npos;
}

enum class Outcome { whole, broken, too_large, too_dense };

// Inflates the entry at hand into `part`, or only counts where there is none.
Outcome inflate(archive* reader, std::size_t& inflated, PackagePart* part) {
  std::size_t size = 0;
  la_int64_t first = -1;
  while (true) {
    const void* block = nullptr;
    std::size_t length = 0;
    la_int64_t offset = 0;
    int status = archive_read_data_block(reader, &block, &length, &offset);
    if (status == ARCHIVE_EOF) return Outcome::whole;
    if (status < ARCHIVE_OK) return Outcome::broken;
    size += length;
    inflated += length;
    if (size > limits::part_bytes || inflated > limits::package_bytes) return Outcome::too_large;
    la_int64_t now = archive_filter_bytes(reader, 0);
    if (first < 0) first = now;
    auto taken = static_cast<std::size_t>(std::max<la_int64_t>(now - first, 1));
    if (size > limits::ratio_free_bytes && size / limits::inflate_ratio > taken) return Outcome::too_dense;
    if (part != nullptr) part->bytes.append(static_cast<const char*>(block), length);
  }
}

Error refusal(const std::string& name, Outcome outcome) {
  if (outcome == Outcome::too_dense) {
    return {ErrorCode::over_limit,
            name,
            0,
            0,
            "inflates to more than " + std::to_string(limits::inflate_ratio) + " times its size",
            "open it in its program and save it again"};
  }
  return {ErrorCode::over_limit,
          name,
          0,
          0,
          "holds a part that is larger than " + std::to_string(limits::part_bytes >> 20) + " MiB when inflated",
          "split the document"};
}

}  // namespace

std::string Package::key_of(std::string_view name) {
  while (!name.empty() && (name.front() == '/' || name.front() == '\\')) name.remove_prefix(1);
  std::string key(name);
  for (char& c : key) c = c == '\\' ? '/' : c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return key;
}

base::Result<Package> Package::open(std::string_view bytes, const std::string& name) {
  Package package(bytes, name);
  package.cut_off_ = !has_directory(bytes);
  Archive reader = opened(bytes);
  std::size_t entries = 0;
  std::size_t counted = 0;
  while (reader) {
    archive_entry* entry = nullptr;
    int status = archive_read_next_header(reader.get(), &entry);
    if (status == ARCHIVE_EOF) break;
    if (status < ARCHIVE_WARN) {
      package.cut_off_ = true;
      break;
    }
    if (++entries > limits::package_entries) {
      return Error{ErrorCode::over_limit,
                   name,
                   0,
                   0,
                   "holds more than " + std::to_string(limits::package_entries) + " parts",
                   "split it"};
    }
    package.names_.insert(entry_name(entry));
    // Without a directory the next entry is found only by inflating this one, unless its size was declared.
    if (package.cut_off_ && !archive_entry_size_is_set(entry)) {
      Outcome outcome = inflate(reader.get(), counted, nullptr);
      if (outcome == Outcome::too_large || outcome == Outcome::too_dense) return refusal(name, outcome);
    }
  }
  if (entries == 0) {
    return Error{ErrorCode::damaged,
                 name,
                 0,
                 0,
                 "is a ZIP package of which nothing can be read",
                 "export or copy the document again"};
  }
  return package;
}

Package Package::of(std::map<std::string, std::string> parts, const std::string& name, bool cut_off) {
  Package package({}, name);
  package.held_ = std::move(parts);
  for (const auto& [key, content] : package.held_) package.names_.insert(key);
  package.cut_off_ = cut_off;
  return package;
}

base::Result<std::map<std::string, PackagePart>> Package::read(const std::vector<std::string>& parts) {
  std::set<std::string> wanted;
  for (const std::string& part : parts) wanted.insert(key_of(part));
  std::map<std::string, PackagePart> found;
  for (const std::string& key : wanted) {
    if (auto at = held_.find(key); at != held_.end()) found[key].bytes = at->second;
  }
  if (!held_.empty()) return found;
  Archive reader = opened(bytes_);
  std::size_t counted = 0;
  while (reader) {
    archive_entry* entry = nullptr;
    int status = archive_read_next_header(reader.get(), &entry);
    if (status == ARCHIVE_EOF || status < ARCHIVE_WARN) break;
    std::string key = entry_name(entry);
    if (wanted.count(key) == 0) {
      if (cut_off_ && !archive_entry_size_is_set(entry)) {
        Outcome outcome = inflate(reader.get(), counted, nullptr);
        if (outcome == Outcome::too_large || outcome == Outcome::too_dense) return refusal(name_, outcome);
      }
      continue;
    }
    if (archive_entry_is_data_encrypted(entry) != 0) {
      return Error{ErrorCode::encrypted, name_, 0, 0, "is password-protected", "save it without a password"};
    }
    PackagePart part;
    Outcome outcome = inflate(reader.get(), inflated_, &part);
    if (outcome == Outcome::too_large || outcome == Outcome::too_dense) return refusal(name_, outcome);
    part.whole = outcome == Outcome::whole;
    auto [at, fresh] = found.try_emplace(key, std::move(part));
    if (!fresh && at->second.bytes != part.bytes) {
      return Error{ErrorCode::damaged,
                   name_,
                   0,
                   0,
                   "holds the part " + key + " twice with different content",
                   "open it in its program and save it again"};
    }
  }
  return found;
}

}  // namespace readers
