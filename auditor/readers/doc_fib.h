// The first block of Word's main stream (FIB, [MS-DOC] 2.5): which Word wrote it, how long each story is, and where the
// tables lie. Word 97 to 2007 keep their tables in a stream of their own, Word 6 and 95 in the main stream.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace readers::doc {

// The stories, in the order in which their characters follow one another.
enum class StoryKind : std::uint8_t { main, footnotes, headers, macros, comments, endnotes, boxes, header_boxes };
inline constexpr std::size_t stories = 8;

// Tables by their place in the FIB's list ([MS-DOC] 2.5.6).
enum class TableId : std::uint8_t {
  styles = 1,
  footnote_references = 2,
  footnote_texts = 3,
  comment_references = 4,
  comment_texts = 5,
  sections = 6,
  header_texts = 11,
  character_pages = 12,
  paragraph_pages = 13,
  fonts = 15,
  document_properties = 31,
  pieces = 33,
  shapes = 40,
  header_shapes = 41,
  endnote_references = 46,
  endnote_texts = 47,
  box_texts = 56,
  header_box_texts = 58,
  lists = 73,
  list_overrides = 74,
};

struct Place {
  std::uint32_t at = 0;
  std::uint32_t size = 0;  // 0 where the document has no such table
};

class Fib {
 public:
  // From the start of the main stream. Refuses encrypted documents, and those of Word 2 and before.
  static base::Result<Fib> parse(std::string_view stream, const std::string& name);

  bool old() const { return old_; }                // Word 6 or 95
  bool mac() const { return mac_; }                // written on a Macintosh
  bool fast_saved() const { return fast_saved_; }  // the text's order is the piece table's alone
  const char* table_stream() const { return one_table_ ? "1Table" : "0Table"; }
  const char* other_table_stream() const { return one_table_ ? "0Table" : "1Table"; }
  std::uint32_t text_begin() const { return text_begin_; }  // in the main stream, of text that isn't in pieces
  std::uint16_t language() const { return language_; }      // a Windows LCID
  std::uint32_t length(StoryKind story) const { return lengths_[static_cast<std::size_t>(story)]; }  // characters
  std::uint64_t begin(StoryKind story) const;  // of its first character in the document's text
  Place place(TableId table) const;

  // Word 6 and 95 may leave their page tables incomplete: then the pages follow one another from the first.
  std::uint16_t first_page(TableId table) const;
  std::uint16_t page_count(TableId table) const;

 private:
  explicit Fib(std::string_view stream) : stream_(stream) {}

  std::string_view stream_;
  bool old_ = false;
  bool mac_ = false;
  bool fast_saved_ = false;
  bool one_table_ = false;
  std::uint32_t text_begin_ = 0;
  std::uint16_t language_ = 0;
  std::array<std::uint32_t, stories> lengths_{};
  std::size_t places_at_ = 0;  // of the list of tables
  std::size_t places_ = 0;     // tables listed
};

}  // namespace readers::doc
