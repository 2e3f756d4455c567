#include "readers/rtf_grid.h"

#include <algorithm>
#include <cstdint>

#include "base/limits.h"

namespace readers::rtf {
namespace {

constexpr int tolerance = 40;  // twips (0.7 mm): edges drawn by hand that are meant to be one

// Whether all rows have equally many cells: then the first cells are one column, wherever their edges were dragged to.
bool is_regular(const docx::Table& table) {
  std::size_t cells = table.rows.front().cells.size();
  return std::all_of(table.rows.begin(), table.rows.end(),
                     [&](const docx::Row& row) { return row.cells.size() == cells; });
}

// The places where columns begin or end, from the left; those within the tolerance of another are one.
std::vector<int> edges_of(const std::vector<std::shared_ptr<const RowShape>>& shapes) {
  std::vector<const RowShape*> distinct;
  for (const auto& shape : shapes) {
    if (shape != nullptr && !shape->cells.empty() && (distinct.empty() || distinct.back() != shape.get())) {
      distinct.push_back(shape.get());
    }
  }
  if (distinct.empty()) return {};
  int first_right = distinct.front()->cells.front().right;
  for (const RowShape* shape : distinct) first_right = std::min(first_right, shape->cells.front().right);
  std::vector<int> all;
  int left = first_right - tolerance - 1;
  for (const RowShape* shape : distinct) {
    // A row that merely begins a little to the right of others has no empty place before it.
    if (shape->left >= first_right - tolerance) {
      all.push_back(shape->left);
    } else {
      left = std::min(left, shape->left);
    }
    for (const RowShape::Cell& cell : shape->cells) all.push_back(cell.right);
  }
  all.push_back(left);
  std::sort(all.begin(), all.end());
  std::vector<int> edges;
  for (int edge : all) {
    if (edges.empty() || edge - edges.back() > tolerance) edges.push_back(edge);
  }
  return edges;
}

// The index of the edge that stands for `place`.
std::uint32_t index_of(const std::vector<int>& edges, int place) {
  auto after = std::upper_bound(edges.begin(), edges.end(), place);
  return after == edges.begin() ? 0 : static_cast<std::uint32_t>(after - edges.begin() - 1);
}

void span(docx::Row& row, const RowShape& shape, const std::vector<int>& edges) {
  const auto widest = static_cast<std::uint32_t>(base::limits::table_columns);
  std::uint32_t column = std::min(index_of(edges, shape.left), widest);
  row.columns_before = column;
  for (std::size_t c = 0; c < row.cells.size(); ++c) {
    std::uint32_t end = column + 1;
    if (c < shape.cells.size()) end = std::max(end, index_of(edges, shape.cells[c].right));
    row.cells[c].column_span = std::clamp<std::uint32_t>(end - column, 1, widest);
    column = end;
  }
}

}  // namespace

void arrange(Drawn& drawn) {
  auto& [table, shapes] = drawn;
  bool regular = is_regular(table);
  std::vector<int> edges = regular ? std::vector<int>() : edges_of(shapes);
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    docx::Row& row = table.rows[r];
    const RowShape* shape = shapes[r].get();
    if (shape == nullptr) continue;
    if (!regular) span(row, *shape, edges);
    for (std::size_t c = 0; c < std::min(row.cells.size(), shape->cells.size()); ++c) {
      row.cells[c].joins_left = c > 0 && shape->cells[c].joins_left;
      row.cells[c].down = shape->cells[c].down;
    }
  }
}

}  // namespace readers::rtf
