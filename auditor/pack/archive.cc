#include "pack/archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string_view>

#include "base/limits.h"
#include "base/sha256.h"
#include "base/utf8.h"

namespace pack {
namespace {

using base::Error;
using base::ErrorCode;
namespace limits = base::limits;

constexpr std::size_t block_bytes = 1u << 16;
constexpr const char* ask_again = "ask for the pack again";

struct ArchiveFree {
  void operator()(archive* a) const { archive_read_free(a); }
};
using Reader = std::unique_ptr<archive, ArchiveFree>;

Error refused(ErrorCode code, const std::string& path, std::string message, std::string advice = ask_again) {
  return {code, path, 0, 0, std::move(message), std::move(advice)};
}

Error cannot_read(const std::string& path) {
  ErrorCode code = errno == ENOENT ? ErrorCode::not_found : ErrorCode::unreadable;
  return refused(code, path, std::string("cannot be read: ") + std::strerror(errno), "check the path and its rights");
}

// Size and sum of the file as a whole, and whether it ends with a ZIP's directory.
base::Result<Listed> sum_whole(int file, const std::string& path) {
  struct stat facts {};
  if (::fstat(file, &facts) != 0) return cannot_read(path);
  if (!S_ISREG(facts.st_mode)) return refused(ErrorCode::bad_argument, path, "is not an ordinary file", "name a pack");
  if (static_cast<std::uint64_t>(facts.st_size) > limits::pack_bytes) {
    return refused(ErrorCode::over_limit, path,
                   "is larger than the " + std::to_string(limits::pack_bytes >> 20) + " MiB that a pack can have");
  }
  base::Sha256 sum;
  Listed whole{path, 0, ""};
  std::string block(block_bytes, '\0');
  std::string tail;
  while (true) {
    ssize_t n = ::pread(file, block.data(), block.size(), static_cast<off_t>(whole.bytes));
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return cannot_read(path);
    if (n == 0) break;
    std::string_view bytes(block.data(), static_cast<std::size_t>(n));
    sum.add(bytes);
    whole.bytes += bytes.size();
    tail += bytes;
    if (tail.size() > 2 * block_bytes) tail.erase(0, tail.size() - block_bytes - 22);
  }
  whole.sha256 = sum.take();
  if (tail.find("PK\x05\x06") == std::string::npos) {
    return refused(ErrorCode::damaged, path, "is no ZIP file, or is cut off");
  }
  return whole;
}

base::Result<Reader> reading(int file, const std::string& path) {
  Reader reader(archive_read_new());
  if (!reader) return refused(ErrorCode::unreadable, path, "cannot be read: no memory", "");
  archive_read_support_format_zip_seekable(reader.get());
  if (::lseek(file, 0, SEEK_SET) != 0 || archive_read_open_fd(reader.get(), file, block_bytes) != ARCHIVE_OK) {
    return refused(ErrorCode::damaged, path, "is no ZIP file, or is damaged");
  }
  return reader;
}

// A name that a list can show and that climbs nowhere.
bool is_plain(std::string_view name) {
  if (name.empty() || name.size() > limits::archive_name_bytes || !base::is_utf8(name)) return false;
  if (name.front() == '/' || name.find('\\') != std::string_view::npos) return false;
  for (std::size_t at = 0; at < name.size();) {
    char32_t c = base::next_code_point(name, at);
    bool turns =
        c == 0x61C || c == 0x200E || c == 0x200F || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    if (c < 0x20 || (c >= 0x7F && c < 0xA0) || turns) return false;
  }
  for (std::size_t at = 0; at <= name.size();) {
    std::size_t end = std::min(name.find('/', at), name.size());
    std::string_view step = name.substr(at, end - at);
    if (step == ".." || step == "." || (step.empty() && end != name.size())) return false;
    at = end + 1;
  }
  return name.size() < 2 || name[1] != ':';
}

std::string name_of(archive_entry* entry) {
  const char* name = archive_entry_pathname(entry);
  if (name == nullptr) name = archive_entry_pathname_utf8(entry);
  return name == nullptr ? std::string() : std::string(name);
}

using Take = std::function<bool(std::string_view bytes)>;  // false where no more are wanted

// The bytes of the entry at hand, block by block; `all` counts those of every entry. False where they are damaged.
base::Result<bool> inflate(archive* reader, const std::string& path, std::uint64_t& all, const Take& take) {
  std::uint64_t size = 0;
  la_int64_t first = -1;
  while (true) {
    const void* block = nullptr;
    std::size_t length = 0;
    la_int64_t offset = 0;
    int status = archive_read_data_block(reader, &block, &length, &offset);
    if (status == ARCHIVE_EOF) return true;
    if (status < ARCHIVE_OK) return false;
    la_int64_t now = archive_filter_bytes(reader, 0);
    if (first < 0) first = now;
    auto taken = static_cast<std::uint64_t>(std::max<la_int64_t>(now - first, 1));
    if (size > limits::ratio_free_bytes && size / limits::pack_ratio > taken) {
      return refused(ErrorCode::over_limit, path,
                     "holds a file that inflates to more than " + std::to_string(limits::pack_ratio) +
                         " times its size, which no pack does");
    }
    size += length;
    all += length;
    if (all > limits::pack_bytes) {
      return refused(ErrorCode::over_limit, path,
                     "holds more than the " + std::to_string(limits::pack_bytes >> 20) + " MiB that a pack can have");
    }
    if (!take({static_cast<const char*>(block), length})) return true;
  }
}

// What no pack holds; nothing where the entry is a member like another.
std::optional<Error> unwanted(archive_entry* entry, const std::string& name, const std::string& path) {
  if (!is_plain(name)) {
    return refused(ErrorCode::damaged, path, "holds a file whose name is unsafe, which no pack does");
  }
  if (archive_entry_is_encrypted(entry) != 0) {
    return refused(ErrorCode::encrypted, path, "holds files with a password, which no pack does");
  }
  if (archive_entry_filetype(entry) != AE_IFREG && archive_entry_filetype(entry) != 0) {
    return refused(ErrorCode::damaged, path, "holds a link or device, which no pack does");
  }
  return std::nullopt;
}

bool is_list(const std::string& name) {
  return name == manifest_path || name == sums_path || name == sources_path;
}

}  // namespace

Descriptor::~Descriptor() {
  if (value_ >= 0) ::close(value_);
}

base::Result<Descriptor> opened(const std::string& path) {
  Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (file.get() < 0) return cannot_read(path);
  return file;
}

base::Result<Archive> read_archive(int descriptor, const std::string& path) {
  base::Result<Listed> whole = sum_whole(descriptor, path);
  if (!whole) return whole.error();
  base::Result<Reader> reader = reading(descriptor, path);
  if (!reader) return reader.error();
  archive* zip = reader.value().get();
  Archive out;
  out.whole = whole.value();
  std::set<std::string> names;
  std::uint64_t all = 0;
  while (true) {
    archive_entry* entry = nullptr;
    int status = archive_read_next_header(zip, &entry);
    if (status == ARCHIVE_EOF) break;
    if (status < ARCHIVE_WARN) return refused(ErrorCode::damaged, path, "is a damaged ZIP file");
    std::string name = name_of(entry);
    if (!names.insert(name).second) {
      return refused(ErrorCode::damaged, path, "holds two files of one name, which no pack does");
    }
    if (names.size() > limits::pack_files) {
      return refused(ErrorCode::over_limit, path,
                     "holds more than the " + std::to_string(limits::pack_files) + " files that a pack can have");
    }
    if (name.ends_with('/') && is_plain(name)) continue;  // a folder, where somebody packed the files anew
    if (std::optional<Error> error = unwanted(entry, name, path)) return *error;
    Member member{{name, 0, ""}, true};
    base::Sha256 sum;
    std::string* text = is_list(name) ? &out.texts[name] : nullptr;
    base::Result<bool> inflated = inflate(zip, path, all, [&](std::string_view bytes) {
      sum.add(bytes);
      member.file.bytes += bytes.size();
      if (text != nullptr) text->append(bytes);
      return text == nullptr || text->size() <= limits::pack_list_bytes;
    });
    if (!inflated) return inflated.error();
    if (text != nullptr && text->size() > limits::pack_list_bytes) {
      return refused(ErrorCode::over_limit, path,
                     "holds a list of more than " + std::to_string(limits::pack_list_bytes >> 20) + " MiB");
    }
    member.whole = inflated.value();
    member.file.sha256 = sum.take();
    out.members.push_back(std::move(member));
  }
  return out;
}

base::Result<Archive> read_archive(const std::string& path) {
  base::Result<Descriptor> file = opened(path);
  if (!file) return file.error();
  return read_archive(file.value().get(), path);
}

base::Result<bool> is_pack(const std::string& path) {
  base::Result<Descriptor> file = opened(path);
  if (!file) return file.error();
  base::Result<Reader> reader = reading(file.value().get(), path);
  if (!reader) return false;
  for (std::size_t entries = 0; entries < limits::pack_files; ++entries) {
    archive_entry* entry = nullptr;
    if (archive_read_next_header(reader.value().get(), &entry) < ARCHIVE_WARN) return false;
    if (entry == nullptr) return false;
    if (name_of(entry) != manifest_path) continue;
    std::string begin;
    std::uint64_t all = 0;
    base::Result<bool> read = inflate(reader.value().get(), path, all, [&](std::string_view bytes) {
      begin.append(bytes.substr(0, 1'000));
      return begin.size() < std::strlen(manifest_begin);
    });
    return read && begin.starts_with(manifest_begin);
  }
  return false;
}

}  // namespace pack
