#include "readers/doc_paragraph.h"

#include <algorithm>

#include "readers/little_endian.h"

namespace readers::doc {
namespace {

constexpr std::size_t most_lists = 16;  // of changes: a list may name another, and rings end here

}  // namespace

void ParagraphChanges::apply(std::string_view changes, std::string_view data, bool old) {
  if (changes.empty() || lists.size() >= most_lists) return;
  lists.push_back(changes);
  Changes walk(changes, old);
  for (Change change; walk.next(change);) apply(change, data, old);
}

void ParagraphChanges::apply(const Change& change, std::string_view data, bool old) {
  switch (change.sprm) {
    case Sprm::p_style:
      style = u16_at(change.operand, 0);
      break;
    case Sprm::p_in_table:
      in_table = change.byte() != 0;
      break;
    case Sprm::p_row_end:
      row_end = change.byte() != 0;
      break;
    case Sprm::p_inner_cell:
      inner_cell = change.byte() != 0;
      break;
    case Sprm::p_inner_row_end:
      inner_row_end = change.byte() != 0;
      break;
    case Sprm::p_depth:
      nesting = static_cast<int>(std::min<std::uint32_t>(u32_at(change.operand, 0), 1'000));
      break;
    case Sprm::p_depth_change:
      nesting = std::clamp(nesting + static_cast<std::int16_t>(u16_at(change.operand, 0)), 0, 1'000);
      break;
    case Sprm::p_list:
      list = u16_at(change.operand, 0);
      break;
    case Sprm::p_list_level:
      list_level = change.byte();
      break;
    case Sprm::p_old_number:
      old_number = change.operand;
      break;
    case Sprm::p_old_number_level:
      old_number_level = change.byte();
      break;
    case Sprm::p_outline:
      outline = change.byte();
      break;
    case Sprm::p_huge:
    case Sprm::p_huge_old: {
      std::size_t at = u32_at(change.operand, 0);
      apply(stretch(data, at + 2, u16_at(data, at)), data, old);
      break;
    }
    default:
      break;
  }
}

std::size_t ParagraphChanges::depth() const {
  if (nesting > 0) return static_cast<std::size_t>(nesting);
  return in_table || row_end ? 1 : 0;
}

}  // namespace readers::doc
