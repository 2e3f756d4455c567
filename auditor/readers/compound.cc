#include "readers/compound.h"

#include <algorithm>

#include "base/utf8.h"
#include "readers/little_endian.h"

namespace readers {
namespace {

constexpr std::string_view signature = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
constexpr std::size_t header_size = 512;
constexpr std::size_t entry_size = 128;
constexpr std::uint32_t last_regular = 0xFFFFFFFA;  // larger numbers are marks: end of chain, free, table
constexpr std::uint32_t end_of_chain = 0xFFFFFFFE;
constexpr std::uint32_t unknown = 0xFFFFFFFB;  // ours: the table's sector is missing
constexpr std::size_t header_fat_sectors = 109;

std::string name_of_entry(std::string_view entry) {
  std::size_t length = std::min<std::size_t>(u16_at(entry, 64), 64);  // bytes, with the closing zero
  std::string name;
  for (std::size_t i = 0; i + 1 < length; i += 2) {
    std::uint16_t unit = u16_at(entry, i);
    if (unit == 0) break;
    base::append_utf8(name, unit >= 0xD800 && unit <= 0xDFFF ? 0xFFFD : char32_t{unit});
  }
  return name;
}

bool same_name(std::string_view a, std::string_view b) {
  auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return a.size() == b.size() &&
         std::equal(a.begin(), a.end(), b.begin(), [&](char x, char y) { return lower(x) == lower(y); });
}

void append_numbers(std::string_view bytes, std::vector<std::uint32_t>& out) {
  for (std::size_t at = 0; at + 4 <= bytes.size(); at += 4) out.push_back(u32_at(bytes, at));
}

}  // namespace

bool CompoundFile::begins(std::string_view bytes) {
  return bytes.starts_with(signature);
}

base::Result<CompoundFile> CompoundFile::open(std::string_view bytes, const std::string& name) {
  auto damaged = [&](const char* message) {
    return base::Error{base::ErrorCode::damaged, name, 0, 0, message, "copy or export it again"};
  };
  if (!begins(bytes) || bytes.size() < header_size) return damaged("is cut off in its first bytes");
  CompoundFile file(bytes);
  if (!file.read_tables()) return damaged("is damaged: its sectors cannot be told apart");
  file.read_directory(u32_at(bytes, 48));
  if (file.entries_.empty()) return damaged("is damaged or cut off: it has no directory of its parts");
  file.walk_tree();
  const CompoundEntry& root = file.entries_[0];
  file.small_sectors_ = file.chain(root.first, root.size).bytes;
  return file;
}

std::string_view CompoundFile::sector(std::uint32_t number) const {
  if (number > last_regular) return {};
  // The header takes the place of one sector, also where sectors are larger than it.
  return stretch(bytes_, (std::size_t{number} + 1) * sector_size_, sector_size_);
}

// Where the table that would tell is missing, files are mostly written in one go.
std::uint32_t CompoundFile::after(std::uint32_t number) const {
  if (number >= fat_.size() || fat_[number] == unknown) return number + 1;
  return fat_[number];
}

bool CompoundFile::read_tables() {
  std::uint16_t shift = u16_at(bytes_, 30);
  std::uint16_t small_shift = u16_at(bytes_, 32);
  if (shift < 7 || shift > 16 || small_shift >= shift || small_shift < 2) return false;
  sector_size_ = std::size_t{1} << shift;
  small_sector_size_ = std::size_t{1} << small_shift;
  small_limit_ = u32_at(bytes_, 56);
  const std::size_t sectors = bytes_.size() / sector_size_ + 1;  // an upper bound of those there are
  const std::size_t numbers = sector_size_ / 4;
  const std::size_t most_fat_sectors = sectors / numbers + 1;

  std::vector<std::uint32_t> fat_sectors;
  append_numbers(bytes_.substr(76, header_fat_sectors * 4), fat_sectors);
  std::uint32_t more = u32_at(bytes_, 68);
  for (std::size_t step = 0; more <= last_regular && step <= most_fat_sectors / (numbers - 1) + 1; ++step) {
    std::string_view list = sector(more);
    if (list.size() < sector_size_) break;
    append_numbers(list.substr(0, sector_size_ - 4), fat_sectors);
    more = u32_at(list, sector_size_ - 4);
  }
  for (std::uint32_t number : fat_sectors) {
    if (fat_.size() >= most_fat_sectors * numbers) break;
    if (number > last_regular) continue;
    std::size_t before = fat_.size();
    append_numbers(sector(number), fat_);
    fat_.resize(before + numbers, unknown);
  }
  std::uint32_t small = u32_at(bytes_, 60);
  append_numbers(chain(small, bytes_.size()).bytes, small_fat_);
  return true;
}

CompoundStream CompoundFile::chain(std::uint32_t first, std::uint64_t size) const {
  CompoundStream stream;
  std::uint64_t left = std::min<std::uint64_t>(size, bytes_.size());
  stream.whole = left == size;
  std::vector<bool> seen(bytes_.size() / sector_size_ + 1, false);
  for (std::uint32_t at = first; left > 0; at = after(at)) {
    std::string_view part = sector(at).substr(0, static_cast<std::size_t>(left));
    if (part.empty() || seen[at]) {
      stream.whole = false;
      break;
    }
    seen[at] = true;
    stream.bytes += part;
    left -= part.size();
  }
  return stream;
}

void CompoundFile::read_directory(std::uint32_t first) {
  const std::string directory = chain(first, bytes_.size()).bytes;
  for (std::size_t at = 0; at + entry_size <= directory.size(); at += entry_size) {
    std::string_view raw = std::string_view(directory).substr(at, entry_size);
    std::uint8_t type = u8_at(raw, 66);
    // Other types are free places; a directory that runs on into other data ends here.
    if (type > 5 || (at == 0 && type != 5)) break;
    CompoundEntry entry;
    entry.name = name_of_entry(raw);
    entry.storage = type == 1 || type == 5;
    entry.first = u32_at(raw, 116);
    entry.size = u32_at(raw, 120);
    // Small sectors' files leave rubbish in the upper half.
    if (sector_size_ > 512) entry.size |= std::uint64_t{u32_at(raw, 124)} << 32;
    if (type == 0 || type == 3 || type == 4) entry.name.clear();
    entries_.push_back(std::move(entry));
    links_.push_back({u32_at(raw, 68), u32_at(raw, 72), u32_at(raw, 76)});
  }
}

// Each entry is visited once, so that rings end.
void CompoundFile::walk_tree() {
  std::vector<std::pair<std::uint32_t, std::int32_t>> open = {{links_[0].child, -1}};
  entries_[0].reached = true;
  while (!open.empty()) {
    auto [index, parent] = open.back();
    open.pop_back();
    if (index >= entries_.size() || entries_[index].reached) continue;
    entries_[index].reached = true;
    entries_[index].parent = parent;
    open.emplace_back(links_[index].right, parent);
    open.emplace_back(links_[index].left, parent);
    if (entries_[index].storage) open.emplace_back(links_[index].child, static_cast<std::int32_t>(index));
  }
}

const CompoundEntry* CompoundFile::find(std::string_view name) const {
  for (bool reached : {true, false}) {
    for (std::size_t i = 1; i < entries_.size(); ++i) {
      const CompoundEntry& entry = entries_[i];
      if (entry.reached == reached && entry.parent < 0 && same_name(entry.name, name)) return &entry;
    }
  }
  return nullptr;
}

CompoundStream CompoundFile::read(const CompoundEntry& entry) const {
  if (entry.storage) return {};
  if (entry.size >= small_limit_) return chain(entry.first, entry.size);
  CompoundStream stream;
  std::uint64_t left = std::min<std::uint64_t>(entry.size, small_sectors_.size());  // rings of sectors end here
  stream.whole = left == entry.size;
  std::uint32_t at = entry.first;
  while (left > 0) {
    std::string_view part = stretch(small_sectors_, std::size_t{at} * small_sector_size_,
                                    std::min<std::size_t>(small_sector_size_, static_cast<std::size_t>(left)));
    if (at > last_regular || part.empty()) {
      stream.whole = false;
      break;
    }
    stream.bytes += part;
    left -= part.size();
    at = at < small_fat_.size() ? small_fat_[at] : end_of_chain;
  }
  return stream;
}

}  // namespace readers
