// The limits that a person may set for a run (--limit pages=10000), and how a refusal or a cut says so. They are set
// once, by the command line, before any worker is begun, and are the same for every reader and worker from then on;
// bounds that nobody may set are in base/limits.h.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace base {

enum class Limit : std::uint8_t {
  file,          // bytes of a file
  part,          // bytes of one part of a package, counted while inflating
  unpacked,      // bytes of all parts read of a package
  ratio,         // bytes out per byte in, while inflating
  parts,         // entries of a package, files of an archive
  archive,       // bytes of all files in a ZIP of records, nested ones counted
  text,          // bytes of text kept of a document
  paragraph,     // bytes of one paragraph or cell
  paragraphs,    // of a document
  cells,         // over all tables of a document
  repeats,       // cells made by repeating one that holds text
  pages,         // of a PDF
  drawing,       // operators on one page of a PDF; what else a page may hold follows it
  structure,     // nodes of a PDF's structure tree
  seconds,       // of processor time, for a document of no great length
  memory,        // bytes of a worker's address space
  ocr_page,      // seconds of processor time for the recognition of a page
  ocr_document,  // likewise for all pages of a document
};
inline constexpr std::size_t limit_count = 18;

namespace limit_values {
extern std::array<std::uint64_t, limit_count> in_force;
}

// What is in force.
inline std::uint64_t limit(Limit which) {
  return limit_values::in_force[static_cast<std::size_t>(which)];
}

// The most that may be set.
std::uint64_t most(Limit which);

using LimitSettings = std::vector<std::pair<Limit, std::uint64_t>>;

// "pages=10000", as typed; numbers are in the unit that the table tells. bad_argument tells what is wrong in one line.
Result<std::pair<Limit, std::uint64_t>> limit_setting(std::string_view typed);

// Puts settings in force, instead of all that were before. Where a size is raised, the memory and the time of a
// document rise with it, up to eight times, unless they are set themselves.
void set_limits(const LimitSettings& settings);

// Those in force that are not the usual ones, as typed: "pages=10000".
std::vector<std::string> unusual_limits();

// "64 MiB", "5000": what is in force, in words.
std::string limit_words(Limit which);

// What to do about a limit that was met: `otherwise`, and how to raise it where it can be raised. Where it is known,
// `needed` is how much would do.
std::string advice_to_raise(Limit which, const std::string& otherwise, std::uint64_t needed = 0);

// A note on what was cut, with how to raise the limit behind it in brackets.
std::string cut_at(Limit which, const std::string& note, std::uint64_t needed = 0);

// The table of `auditor audit --help`.
std::string limits_help();

}  // namespace base
