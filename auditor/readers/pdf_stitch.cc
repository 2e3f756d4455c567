#include "readers/pdf_stitch.h"

#include <algorithm>
#include <cmath>

#include "readers/pdf_aligned.h"
#include "readers/pdf_headings.h"
#include "readers/pdf_signs.h"

namespace readers::pdf {
namespace {

// Words to be laid out on a page: all of it, or what the tree leaves out.
std::vector<std::size_t> words_to_lay(const Page& page, std::size_t index, const Tagged& tagged,
                                      const Margins& margins) {
  std::vector<std::size_t> words;
  if (!tagged.by_layout[index]) {
    words = tagged.outside[index];
  } else {
    words.resize(page.words.size());
    for (std::size_t i = 0; i < words.size(); ++i) words[i] = i;
  }
  std::erase_if(words, [&](std::size_t w) { return margins.taken[index][w]; });
  return words;
}

bool ends_sentence(const std::string& text) {
  std::size_t end = text.find_last_not_of("\"')] ");
  return end == std::string::npos || std::string_view(".!?:;").find(text[end]) != std::string_view::npos;
}

bool begins_small(const std::string& text) {
  return !text.empty() && text[0] >= 'a' && text[0] <= 'z';
}

// A paragraph that the page's end cut in two.
bool run_on(Laid& last, Laid& next, const Joins& joins) {
  auto* above = std::get_if<Paragraph>(&last.item);
  auto* below = std::get_if<Paragraph>(&next.item);
  if (above == nullptr || below == nullptr || below->kind != document::BlockKind::paragraph) return false;
  if (above->bold != below->bold || std::abs(last.size - next.size) > 0.05 * last.size) return false;
  if (ends_sentence(above->text) || !(last.lines_full || begins_small(below->text))) return false;
  if (!begins_small(below->text) && last.lines < 2) return false;
  std::size_t space = below->text.find(' ');
  joins.next_line(above->text, below->text.substr(0, space), false);
  if (space != std::string::npos) above->text += below->text.substr(space);
  last.lines += next.lines;
  last.lines_full = next.lines_full;
  return true;
}

std::string text_of(const Cell& cell) {
  std::string text;
  for (const Item& item : cell.content) {
    const auto* paragraph = std::get_if<Paragraph>(&item);
    if (paragraph != nullptr) text += paragraph->text + "\n";
  }
  return text;
}

bool same_text(const Row& a, const Row& b) {
  return a.cells.size() == b.cells.size() &&
         std::equal(a.cells.begin(), a.cells.end(), b.cells.begin(),
                    [](const Cell& x, const Cell& y) { return text_of(x) == text_of(y); });
}

// The rest of a row that the page's end cut: every cell in mid-sentence.
bool is_rest(const Row& last, const Row& row) {
  if (last.cells.size() != row.cells.size() || row.cells.empty()) return false;
  bool any = false;
  bool small = true;
  bool first_empty = text_of(row.cells[0]).empty();
  for (std::size_t c = 0; c < row.cells.size(); ++c) {
    std::string text = text_of(row.cells[c]);
    if (text.empty()) continue;
    any = true;
    if (text_of(last.cells[c]).empty()) return false;
    small = small && (begins_small(text) || (first_empty && !ends_sentence(text_of(last.cells[c]))));
  }
  return any && small;
}

void append(Cell& cell, Cell& rest, const Joins& joins) {
  for (Item& item : rest.content) {
    auto* above = cell.content.empty() ? nullptr : std::get_if<Paragraph>(&cell.content.back());
    auto* below = std::get_if<Paragraph>(&item);
    bool joined = above != nullptr && below != nullptr && &item == &rest.content.front() &&
                  below->kind == document::BlockKind::paragraph;
    if (!joined) {
      cell.content.push_back(std::move(item));
      continue;
    }
    std::size_t space = below->text.find(' ');
    joins.next_line(above->text, below->text.substr(0, space), false);
    if (space != std::string::npos) above->text += below->text.substr(space);
  }
}

// A table that goes on at the head of the next page, perhaps under a repeated heading row.
bool goes_on(Laid& last, Laid& next, const Joins& joins) {
  auto* above = std::get_if<Table>(&last.item);
  auto* below = std::get_if<Table>(&next.item);
  if (above == nullptr || below == nullptr || !agree(last.columns, next.columns)) return false;
  if (last.columns.size() != next.columns.size()) return false;
  auto row = below->rows.begin();
  bool repeated = row != below->rows.end() && !above->rows.empty() && same_text(above->rows.front(), *row);
  if (repeated) ++row;
  if (row != below->rows.end() && !above->rows.empty() && is_rest(above->rows.back(), *row)) {
    for (std::size_t c = 0; c < row->cells.size(); ++c) append(above->rows.back().cells[c], row->cells[c], joins);
    ++row;
  }
  std::move(row, below->rows.end(), std::back_inserter(above->rows));
  for (Row& marked : above->rows) {
    for (Cell& cell : marked.cells) cell.header = false;
  }
  mark_headers(*above);
  last.columns = next.columns;
  return true;
}

}  // namespace

Flow stitched(const std::vector<Page>& pages, Tagged tagged, const Margins& margins, const Looks& looks,
              const Joins& joins) {
  std::vector<Laid> laid;
  for (std::size_t p = 0; p < pages.size(); ++p) {
    std::vector<std::size_t> words = words_to_lay(pages[p], p, tagged, margins);
    if (words.empty()) continue;
    bool follows = !laid.empty() && p > 0 && tagged.by_layout[p] && tagged.by_layout[p - 1];
    const std::vector<Box>* above = follows && !laid.back().columns.empty() ? &laid.back().columns : nullptr;
    auto number = static_cast<std::uint32_t>(p) + 1;
    std::vector<Laid> page = lay_out(pages[p], words, number, looks, joins, above);
    bool joined = follows && !page.empty() &&
                  (run_on(laid.back(), page.front(), joins) || goes_on(laid.back(), page.front(), joins));
    std::size_t from = joined ? 1 : 0;
    std::move(page.begin() + static_cast<std::ptrdiff_t>(from), page.end(), std::back_inserter(laid));
  }
  infer_headings(laid, looks);
  // What is laid out goes before the first that the tree puts on a later page.
  Flow flow;
  std::size_t next = 0;
  std::uint32_t page = 0;
  for (Item& item : tagged.flow) {
    page = std::max(page, page_of(item));
    while (next < laid.size() && page_of(laid[next].item) < page) flow.push_back(std::move(laid[next++].item));
    flow.push_back(std::move(item));
  }
  while (next < laid.size()) flow.push_back(std::move(laid[next++].item));
  return flow;
}

}  // namespace readers::pdf
