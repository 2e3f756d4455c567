// Compound files (OLE2, [MS-CFB]): the container of Word 97-2003 documents, of encrypted Office files and of property
// sets. A small file system: sectors chained by an allocation table (FAT), small streams in sectors of their own, and a
// directory that is a tree. All of it may lie: every chain and tree is walked with a bound.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace readers {

struct CompoundEntry {
  std::string name;  // UTF-8
  bool storage = false;
  std::int32_t parent = -1;  // index of the storage that holds it; -1 for the root's own entries and for strays
  bool reached = false;      // by way of the directory's tree; a stray is found by no walk, as in damaged files
  std::uint32_t first = 0;   // sector
  std::uint64_t size = 0;    // in bytes, as the directory claims
};

struct CompoundStream {
  std::string bytes;
  bool whole = true;  // false where the chain ends before the size that the directory claims
};

class CompoundFile {
 public:
  static bool begins(std::string_view bytes);  // whether the bytes have a compound file's signature

  // Reads the tables and the directory. Damaged where there is no directory to be found. The bytes must outlive the
  // file; `name` is for errors.
  static base::Result<CompoundFile> open(std::string_view bytes, const std::string& name);

  const std::vector<CompoundEntry>& entries() const { return entries_; }
  // The root's stream or storage of that name (ASCII case aside), or nullptr. Strays count where the tree has none.
  const CompoundEntry* find(std::string_view name) const;

  // A stream's bytes: never more than the file has.
  CompoundStream read(const CompoundEntry& entry) const;

 private:
  explicit CompoundFile(std::string_view bytes) : bytes_(bytes) {}
  bool read_tables();
  void read_directory(std::uint32_t first);
  void walk_tree();
  std::string_view sector(std::uint32_t number) const;
  std::uint32_t after(std::uint32_t number) const;
  CompoundStream chain(std::uint32_t first, std::uint64_t size) const;

  struct Links {  // of a directory entry
    std::uint32_t left = 0;
    std::uint32_t right = 0;
    std::uint32_t child = 0;
  };

  std::string_view bytes_;
  std::size_t sector_size_ = 512;
  std::size_t small_sector_size_ = 64;
  std::uint64_t small_limit_ = 4'096;  // streams below it are kept in small sectors
  std::vector<std::uint32_t> fat_;     // a sector's successor
  std::vector<std::uint32_t> small_fat_;
  std::vector<CompoundEntry> entries_;
  std::vector<Links> links_;
  std::string small_sectors_;
};

}  // namespace readers
