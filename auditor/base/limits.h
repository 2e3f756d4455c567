// Every bound that nobody may set, those of base/limit.h apart: value, unit and reason. Figures marked [E5] are from a
// survey of about 1,000 real exports (largest part 12.6 MB, ratio 79, 733 entries, XML depth 97, 42 attributes, HTML
// depth 143).
#pragma once

#include <cstddef>
#include <cstdint>

namespace base::limits {

inline constexpr std::size_t input_bytes = 256u << 20;     // a list, a workbook of ratings
inline constexpr std::size_t pack_list_bytes = 64u << 20;  // a list in an evidence pack
inline constexpr std::size_t printed_bytes = 64u << 20;    // a report printed as PDF
inline constexpr std::size_t pack_ratio = 200;             // in a pack: out per in, judged after ratio_free_bytes
inline constexpr std::size_t ratio_free_bytes = 4u << 20;  // small parts may be as repetitive as they like
inline constexpr std::size_t archive_depth = 3;            // ZIP archives in one another
inline constexpr std::size_t archive_name_bytes = 1'000;   // a file's name in an archive; longer ones are cut
inline constexpr std::size_t pack_files = 50'000;          // in an evidence pack: a plain ZIP holds 65,535
inline constexpr std::uint64_t pack_bytes = 7ull << 29;    // 3.5 GiB: all its files; a plain ZIP ends at 4 GiB
inline constexpr std::size_t markup_depth = 1'000;         // XML and HTML elements [E5]
inline constexpr std::size_t element_attributes = 1'000;   // [E5]
inline constexpr std::size_t table_columns = 1'000;        // HTML's own cap on colspan
inline constexpr std::uint32_t sheet_columns = 16'384;     // of a spreadsheet: Excel's own
inline constexpr std::uint32_t sheet_rows = 1'048'576;     // likewise
inline constexpr std::size_t sheet_cells = 4'000'000;      // kept of a spreadsheet: 9,000 records moderated in one
inline constexpr std::size_t repeated_spaces = 1'000;      // ODF repeat counts
inline constexpr std::size_t page_rules = 20'000;          // lines drawn on one page of a PDF
inline constexpr std::size_t page_annotations = 10'000;    // form fields and comments on one page of a PDF
inline constexpr std::size_t ocr_dots = 25'000'000;        // of the picture of a page; A3 at 300 an inch has 17
inline constexpr std::size_t sentence_bytes = 2'048;       // longer ones are cut for pattern matching
inline constexpr std::size_t worker_bytes_a_second = 256u << 10;  // of text, for each a second more
inline constexpr std::size_t worker_text_of_file = 16;            // bytes of text that a byte of a file may stand for
inline constexpr std::uint32_t worker_documents = 500;            // a worker is replaced after so many
inline constexpr std::uint32_t folder_depth = 64;                 // nested folders walked
inline constexpr std::size_t checklist_bytes = 16u << 20;         // one checklist or lexicon file
inline constexpr std::size_t lexicon_terms = 100'000;             // of a checklist's lexicons; ours have 21,000
inline constexpr std::size_t lexicon_names = 10'000;              // concepts, sections and fields each; ours have 900
inline constexpr std::size_t checklist_parts = 2'000;  // items, flags and what else stands beside them; ours have 100
inline constexpr std::size_t term_words = 100;         // in one term, gaps counted
inline constexpr std::size_t pattern_match_limit = 200'000;  // PCRE2 match steps before a pattern gives up
inline constexpr std::size_t pattern_depth_limit = 1'000;    // PCRE2 nesting

}  // namespace base::limits
