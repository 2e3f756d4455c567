// Which stretches of the main stream have which properties ([MS-DOC] 2.4.6, 2.8): pages of 512 bytes (FKP) that a table
// lists, for paragraphs (PAPX) and for characters (CHPX).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "readers/doc_fib.h"

namespace readers::doc {

struct Run {
  std::uint32_t begin = 0;  // offsets in the main stream
  std::uint32_t end = 0;
  std::uint16_t style = 0;   // of a paragraph
  std::string_view changes;  // in the main stream
};

class Runs {
 public:
  // `pages` is TableId::paragraph_pages or TableId::character_pages. The streams must outlive the runs.
  static Runs read(const Fib& fib, TableId pages, std::string_view main, std::string_view table);

  // The run that holds the offset, or nullptr.
  const Run* at(std::uint32_t offset) const;
  // The first offset behind `offset` where a run begins, or 0xFFFFFFFF.
  std::uint32_t next_begin(std::uint32_t offset) const;
  bool empty() const { return runs_.empty(); }

 private:
  void read_page(bool paragraphs, bool old, std::string_view page);

  std::vector<Run> runs_;  // in the order of their begins
};

}  // namespace readers::doc
