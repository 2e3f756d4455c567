#include "readers/pdf_headings.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <set>

#include "readers/pdf_signs.h"

namespace readers::pdf {
namespace {

using document::BlockKind;

constexpr double larger = 1.12;            // than the text, in parts of its size
constexpr std::size_t longest_bold = 100;  // characters of a heading that is only bold
constexpr std::size_t longest = 200;

// Set apart from the text by its size or, if short and on its own, by its weight.
bool is_heading(const Laid& laid, const Laid* next, const Looks& looks) {
  const auto* paragraph = std::get_if<Paragraph>(&laid.item);
  if (paragraph == nullptr || laid.lines > 3) return false;
  if (paragraph->kind == BlockKind::list_item && !paragraph->bold) return false;
  std::size_t length = characters(paragraph->text);
  const std::string& text = paragraph->text;
  if (length > longest || text.empty() || text.back() == ';' || text.back() == ',') return false;
  if (std::none_of(text.begin(), text.end(),
                   [](unsigned char c) { return (c | 0x20) >= 'a' || c >= 0x80 || (c >= '0' && c <= '9'); })) {
    return false;
  }
  if (laid.size >= larger * looks.size) return text.back() != '.' || paragraph->bold;
  if (!paragraph->bold || laid.size < 0.9 * looks.size || length > longest_bold) return false;
  if (text.back() == '.' || text.back() == ':' || next == nullptr) return false;
  const auto* below = std::get_if<Paragraph>(&next->item);
  return below == nullptr || !below->bold || next->size > laid.size + 0.4 || below->part != paragraph->part;
}

long rank(double size) {
  return std::lround(size * 2);
}

enum class Weight : std::uint8_t { empty, bold, plain };

Weight weight_of(const Cell& cell) {
  Weight weight = Weight::empty;
  for (const Item& item : cell.content) {
    const auto* paragraph = std::get_if<Paragraph>(&item);
    if (paragraph == nullptr || !paragraph->bold) return Weight::plain;
    weight = Weight::bold;
  }
  return weight;
}

}  // namespace

void mark_headers(Table& table) {
  if (table.rows.size() < 2) return;
  bool row_bold = true;
  bool column_bold = true;
  bool body_plain = false;
  std::size_t bold_labels = 0;
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    const std::vector<Cell>& cells = table.rows[r].cells;
    for (std::size_t c = 0; c < cells.size(); ++c) {
      Weight weight = weight_of(cells[c]);
      if (r == 0) row_bold = row_bold && weight != Weight::plain;
      if (r > 0 && c == 0) {
        column_bold = column_bold && weight != Weight::plain;
        bold_labels += weight == Weight::bold ? 1 : 0;
      }
      if (r > 0 && c > 0) body_plain = body_plain || weight == Weight::plain;
    }
  }
  bool first_plain = false;
  for (std::size_t c = 1; c < table.rows[0].cells.size(); ++c) {
    first_plain = first_plain || weight_of(table.rows[0].cells[c]) == Weight::plain;
  }
  if (row_bold && body_plain) {
    for (Cell& cell : table.rows[0].cells) cell.header = true;
  }
  if (!column_bold || bold_labels == 0 || !(body_plain || first_plain)) return;
  for (Row& row : table.rows) {
    if (!row.cells.empty() && weight_of(row.cells[0]) == Weight::bold) row.cells[0].header = true;
  }
}

void infer_headings(std::vector<Laid>& laid, const Looks& looks) {
  std::vector<bool> heading(laid.size(), false);
  std::set<long, std::greater<>> sizes;
  for (std::size_t i = laid.size(); i-- > 0;) {
    const Laid* next = i + 1 < laid.size() ? &laid[i + 1] : nullptr;
    bool next_is_heading = next != nullptr && heading[i + 1];
    heading[i] = is_heading(laid[i], next, looks);
    // A bold line above a bold heading of its own kind.
    if (!heading[i] && next_is_heading) {
      const auto& below = std::get<Paragraph>(next->item);
      Laid plain = *next;
      std::get<Paragraph>(plain.item).bold = false;
      heading[i] = below.bold && is_heading(laid[i], &plain, looks);
    }
    if (heading[i]) sizes.insert(rank(laid[i].size));
  }
  std::vector<long> ranks(sizes.begin(), sizes.end());
  for (std::size_t i = 0; i < laid.size(); ++i) {
    if (!heading[i]) continue;
    auto& paragraph = std::get<Paragraph>(laid[i].item);
    auto place = std::find(ranks.begin(), ranks.end(), rank(laid[i].size)) - ranks.begin();
    paragraph.kind = BlockKind::heading;
    paragraph.level = static_cast<std::uint8_t>(std::min<std::ptrdiff_t>(place + 1, 6));
    paragraph.bold = paragraph.italic = false;
  }
}

}  // namespace readers::pdf
