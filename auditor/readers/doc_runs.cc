#include "readers/doc_runs.h"

#include <algorithm>
#include <set>

#include "readers/little_endian.h"

namespace readers::doc {
namespace {

constexpr std::size_t page_size = 512;
constexpr std::uint32_t page_mask = 0x3FFFFF;

std::vector<std::uint32_t> pages_of(const Fib& fib, TableId id, std::string_view table) {
  Place place = fib.place(id);
  std::string_view plc = stretch(table, place.at, place.size);
  const std::size_t number_size = fib.old() ? 2 : 4;
  const std::size_t count = place.size < 4 ? 0 : (place.size - 4) / (4 + number_size);
  std::vector<std::uint32_t> pages;
  for (std::size_t i = 0; i < count; ++i) {
    std::size_t at = (count + 1) * 4 + i * number_size;
    if (at + number_size > plc.size()) break;
    pages.push_back(fib.old() ? u16_at(plc, at) : u32_at(plc, at) & page_mask);
  }
  for (std::uint32_t next = static_cast<std::uint32_t>(pages.size()); next < fib.page_count(id); ++next) {
    pages.push_back(fib.first_page(id) + next);
  }
  return pages;
}

}  // namespace

Runs Runs::read(const Fib& fib, TableId id, std::string_view main, std::string_view table) {
  Runs runs;
  std::set<std::uint32_t> seen;
  for (std::uint32_t number : pages_of(fib, id, table)) {
    if (!seen.insert(number).second) continue;
    std::string_view page = stretch(main, std::size_t{number} * page_size, page_size);
    if (page.size() == page_size) runs.read_page(id == TableId::paragraph_pages, fib.old(), page);
  }
  std::stable_sort(runs.runs_.begin(), runs.runs_.end(), [](const Run& a, const Run& b) { return a.begin < b.begin; });
  return runs;
}

void Runs::read_page(bool paragraphs, bool old, std::string_view page) {
  const std::size_t count = u8_at(page, page_size - 1);
  const std::size_t place_size = paragraphs ? (old ? 7 : 13) : 1;  // of what says where a run's properties stand
  if ((count + 1) * 4 + count * place_size >= page_size) return;
  for (std::size_t i = 0; i < count; ++i) {
    Run run;
    run.begin = u32_at(page, i * 4);
    run.end = u32_at(page, i * 4 + 4);
    if (run.end <= run.begin) continue;
    std::size_t at = std::size_t{2} * u8_at(page, (count + 1) * 4 + i * place_size);
    if (at > 0) {
      std::size_t size = u8_at(page, at++);
      if (paragraphs) {
        if (size == 0 && !old) {
          size = std::size_t{2} * u8_at(page, at++);
        } else if (size > 0) {
          size = old ? size * 2 : size * 2 - 1;
        }
        run.style = size < 2 ? std::uint16_t{0} : u16_at(page, at);
        at += 2;
        size = size < 2 ? 0 : size - 2;
      }
      run.changes = stretch(page.substr(0, page_size - 1), at, size);
    }
    runs_.push_back(run);
  }
}

const Run* Runs::at(std::uint32_t offset) const {
  auto after = std::upper_bound(runs_.begin(), runs_.end(), offset,
                                [](std::uint32_t position, const Run& run) { return position < run.begin; });
  if (after == runs_.begin()) return nullptr;
  const Run& run = *(after - 1);
  return offset < run.end ? &run : nullptr;
}

std::uint32_t Runs::next_begin(std::uint32_t offset) const {
  auto after = std::upper_bound(runs_.begin(), runs_.end(), offset,
                                [](std::uint32_t position, const Run& run) { return position < run.begin; });
  return after == runs_.end() ? 0xFFFFFFFF : after->begin;
}

}  // namespace readers::doc
