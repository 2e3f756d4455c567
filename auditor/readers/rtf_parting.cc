// Two tables that stand against each other are told apart by their edges alone, unless their writer numbers its rows.
#include <algorithm>
#include <set>
#include <utility>

#include "readers/rtf_grid.h"

namespace readers::rtf {
namespace {

constexpr int same_edge = 20;  // twips: programs draw an edge that goes on at one place

// The edges between the cells of the rows of one table so far.
class Edges {
 public:
  void add(const RowShape& shape) {
    for (std::size_t c = 0; c + 1 < shape.cells.size(); ++c) inner_.insert(shape.cells[c].right);
    if (!shape.cells.empty()) right_ = shape.cells.back().right;
  }
  void clear() { inner_.clear(); }

  // How many of the row's edges the rows above have too.
  std::size_t shared(const RowShape& shape) const {
    std::size_t count = 0;
    for (std::size_t c = 0; c + 1 < shape.cells.size(); ++c) {
      auto at = inner_.lower_bound(shape.cells[c].right - same_edge);
      if (at != inner_.end() && *at <= shape.cells[c].right + same_edge) ++count;
    }
    return count;
  }
  bool none() const { return inner_.empty(); }
  bool ends_alike(const RowShape& shape) const {
    return shape.cells.empty() || std::abs(shape.cells.back().right - right_) <= same_edge;
  }

 private:
  std::set<int> inner_;
  int right_ = 0;
};

bool is_heading(const docx::Row& row) {
  return std::all_of(row.cells.begin(), row.cells.end(), [](const docx::Cell& cell) {
    return std::all_of(cell.content.begin(), cell.content.end(), [](const docx::Item& item) {
      const auto* paragraph = std::get_if<docx::Paragraph>(&item);
      return paragraph != nullptr && paragraph->role == docx::Role::table_heading;
    });
  });
}

bool goes_on_from_above(const RowShape& shape) {
  return std::any_of(shape.cells.begin(), shape.cells.end(),
                     [](const RowShape::Cell& cell) { return cell.down == docx::Cell::Merge::follow; });
}

// Whether the row `r` begins another table than the one `so_far`.
bool parts(const Drawn& rows, std::size_t r, const Drawn& so_far, const Edges& edges) {
  const RowShape* above = so_far.shapes.back().get();
  const RowShape* here = rows.shapes[r].get();
  if (above == nullptr || here == nullptr || above == here) return false;
  if (above->index >= 0 && here->index > above->index) return false;
  if (edges.none() || here->cells.size() < 2 || goes_on_from_above(*here)) return false;
  bool headed = is_heading(rows.table.rows[r]) && !is_heading(so_far.table.rows.back());
  std::size_t shared = edges.shared(*here);
  if (shared > 0) return headed && shared + 1 < here->cells.size();
  // Edges that were dragged: the cells are the same ones.
  bool same_cells = above->cells.size() == here->cells.size() && edges.ends_alike(*here);
  return !same_cells || above->last || headed;
}

}  // namespace

std::vector<Drawn> parted(Drawn rows) {
  std::vector<Drawn> tables(1);
  Edges edges;
  const RowShape* last = nullptr;
  for (std::size_t r = 0; r < rows.table.rows.size(); ++r) {
    if (r > 0 && parts(rows, r, tables.back(), edges)) {
      tables.emplace_back();
      edges.clear();
      last = nullptr;
    }
    const RowShape* shape = rows.shapes[r].get();
    if (shape != nullptr && shape != last) edges.add(*shape);
    last = shape;
    tables.back().table.rows.push_back(std::move(rows.table.rows[r]));
    tables.back().shapes.push_back(rows.shapes[r]);
  }
  return tables;
}

}  // namespace readers::rtf
