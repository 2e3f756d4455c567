#include "readers/rtf_boxes.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <utility>

#include "readers/rtf_grid.h"

namespace readers::rtf {
namespace {

constexpr std::size_t fewest = 6;  // boxes that make a page; letters have a few for the address and the date
constexpr int same_line = 60;      // twips: 3 points

void move_all(docx::Flow& from, docx::Flow& into) {
  std::move(from.begin(), from.end(), std::back_inserter(into));
}

void append_table(Drawn rows, docx::Flow& flow) {
  if (rows.table.rows.empty()) return;
  for (Drawn& drawn : parted(std::move(rows))) {
    arrange(drawn);
    drawn.table.inferred = true;
    flow.emplace_back(std::make_unique<docx::Table>(std::move(drawn.table)));
  }
}

// Boxes from `begin` to `end` stand beside each other: each cell reaches to the next, the last to the page's `right`.
void add_row(std::vector<PlacedBox>& boxes, std::size_t begin, std::size_t end, int right, Drawn& rows) {
  RowShape shape;
  docx::Row row;
  shape.left = boxes[begin].place.left;
  for (std::size_t i = begin; i < end; ++i) {
    row.cells.emplace_back();
    row.cells.back().content = std::move(boxes[i].content);
    RowShape::Cell cell;
    cell.right = i + 1 < end ? boxes[i + 1].place.left : right;
    shape.cells.push_back(cell);
  }
  rows.table.rows.push_back(std::move(row));
  rows.shapes.push_back(std::make_shared<const RowShape>(std::move(shape)));
}

void lay_out(std::vector<PlacedBox>& boxes, docx::Flow& flow) {
  std::stable_sort(boxes.begin(), boxes.end(),
                   [](const PlacedBox& a, const PlacedBox& b) { return a.place.top < b.place.top; });
  int right = 0;
  for (const PlacedBox& box : boxes) right = std::max(right, box.place.right);
  Drawn rows;
  for (std::size_t begin = 0; begin < boxes.size();) {
    std::size_t end = begin + 1;
    while (end < boxes.size() && boxes[end].place.top - boxes[begin].place.top <= same_line) ++end;
    std::stable_sort(boxes.begin() + static_cast<std::ptrdiff_t>(begin),
                     boxes.begin() + static_cast<std::ptrdiff_t>(end),
                     [](const PlacedBox& a, const PlacedBox& b) { return a.place.left < b.place.left; });
    if (end - begin > 1) {
      add_row(boxes, begin, end, right, rows);
    } else {
      append_table(std::exchange(rows, {}), flow);
      move_all(boxes[begin].content, flow);
    }
    begin = end;
  }
  append_table(std::move(rows), flow);
}

}  // namespace

void append_boxes(std::vector<PlacedBox> boxes, bool alone, docx::Flow& flow) {
  bool placed = alone && boxes.size() >= fewest &&
                std::all_of(boxes.begin(), boxes.end(), [](const PlacedBox& box) { return box.place.on_page(); });
  if (placed) return lay_out(boxes, flow);
  for (PlacedBox& box : boxes) move_all(box.content, flow);
}

}  // namespace readers::rtf
