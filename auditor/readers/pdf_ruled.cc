#include "readers/pdf_ruled.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace readers::pdf {
namespace {

constexpr double touching = 3.0;              // points: lines that meet, double lines, lines drawn in pieces
constexpr double shortest = 4.0;              // points: less is a dot or a part of a sign
constexpr std::size_t most_rules = 3'000;     // whole lines of a page, in each direction; more are a drawing
constexpr std::size_t most_fields = 100'000;  // rows times columns
constexpr double covered = 0.6;               // of a cell's side, so that it has a line there

// A line by its place and the stretch it covers.
struct Line {
  double at = 0;
  double from = 0;
  double to = 0;
};

std::vector<Line> whole_lines(const Page& page, bool level) {
  std::vector<Line> lines;
  for (const Rule& rule : page.rules) {
    if (rule.level != level) continue;
    const Box& b = rule.box;
    lines.push_back(level ? Line{b.middle(), b.left, b.right} : Line{(b.left + b.right) / 2, b.top, b.bottom});
  }
  // Lines of one place stand together, then by where they begin.
  std::sort(lines.begin(), lines.end(), [](const Line& a, const Line& b) { return a.at < b.at; });
  double place = -1e9;
  for (Line& line : lines) {
    if (line.at - place > 1.0) place = line.at;
    line.at = place;
  }
  std::sort(lines.begin(), lines.end(),
            [](const Line& a, const Line& b) { return a.at != b.at ? a.at < b.at : a.from < b.from; });
  std::vector<Line> whole;
  for (const Line& line : lines) {
    if (!whole.empty() && whole.back().at == line.at && line.from <= whole.back().to + touching) {
      whole.back().to = std::max(whole.back().to, line.to);
    } else {
      whole.push_back(line);
    }
  }
  std::erase_if(whole, [](const Line& line) { return line.to - line.from < shortest; });
  return whole;
}

// Sets that grow together.
class Groups {
 public:
  explicit Groups(std::size_t count) : parent_(count) { std::iota(parent_.begin(), parent_.end(), std::size_t{0}); }
  std::size_t of(std::size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void join(std::size_t a, std::size_t b) { parent_[of(a)] = of(b); }

 private:
  std::vector<std::size_t> parent_;
};

// Places that stand closer than lines meet count as one.
std::vector<double> places(std::vector<double> all) {
  std::sort(all.begin(), all.end());
  std::vector<double> result;
  for (double at : all) {
    if (result.empty() || at - result.back() > touching) result.push_back(at);
  }
  return result;
}

std::size_t nearest(const std::vector<double>& places, double at) {
  auto after = std::lower_bound(places.begin(), places.end(), at);
  if (after == places.begin()) return 0;
  if (after == places.end() || at - *(after - 1) < *after - at) --after;
  return static_cast<std::size_t>(after - places.begin());
}

// The field that holds the place; -1 outside.
std::ptrdiff_t field(const std::vector<double>& places, double at) {
  auto after = std::upper_bound(places.begin(), places.end(), at);
  if (after == places.begin() || after == places.end()) return -1;
  return after - places.begin() - 1;
}

class GridMaker {
 public:
  GridMaker(std::vector<Line> levels, std::vector<Line> uprights)
      : levels_(std::move(levels)), uprights_(std::move(uprights)) {}

  // The tables that the lines make, if any: several where grids of other columns stand on top of each other.
  std::vector<RuledTable> make() {
    RuledTable all;
    if (!find_places(all) || !mark_sides(all)) return {};
    std::vector<RuledTable> tables;
    std::size_t begin = 0;
    std::vector<bool> used = sides_in(0, 1);
    std::vector<std::pair<std::size_t, std::size_t>> parts;
    for (std::size_t r = 1; r < rows_; ++r) {
      std::vector<bool> own = sides_in(r, r + 1);
      bool shared = false;
      bool any = false;
      bool any_above = false;
      for (std::size_t c = 0; c + 1 < columns_; ++c) {
        shared = shared || (own[c] && used[c]);
        any = any || own[c];
        any_above = any_above || used[c];
      }
      if (any && any_above && !shared && is_closed(r - 1)) {
        parts.emplace_back(begin, r);
        begin = r;
        used = own;
      } else {
        for (std::size_t c = 0; c + 1 < columns_; ++c) used[c] = used[c] || own[c];
      }
    }
    parts.emplace_back(begin, rows_);
    bool several = parts.size() > 1;
    for (const auto& [from, to] : parts) {
      RuledTable table = several ? part(all, from, to) : all;
      if (several && !mark_sides(table)) continue;
      merge(table);
      table.box = {table.columns.front(), table.rows.front(), table.columns.back(), table.rows.back()};
      if (table.cells.size() >= 2) tables.push_back(std::move(table));
      if (several) mark_sides(all);
    }
    return tables;
  }

 private:
  bool mark_sides(const RuledTable& table) {
    rows_ = table.rows.size() - 1;
    columns_ = table.columns.size() - 1;
    if (columns_ < 2 || rows_ < 1 || rows_ * columns_ > most_fields) return false;
    right_side_.assign(rows_ * columns_, false);
    lower_side_.assign(rows_ * columns_, false);
    for (const Line& line : uprights_) mark(line, table.columns, table.rows, true);
    for (const Line& line : levels_) mark(line, table.rows, table.columns, false);
    return true;
  }

  // Which columns have a line at their right, in any of the rows.
  std::vector<bool> sides_in(std::size_t from, std::size_t to) const {
    std::vector<bool> sides(columns_, false);
    for (std::size_t at = from * columns_; at < to * columns_; ++at) {
      if (right_side_[at]) sides[at % columns_] = true;
    }
    return sides;
  }

  // Whether a line runs under the whole row.
  bool is_closed(std::size_t row) const {
    for (std::size_t c = 0; c < columns_; ++c) {
      if (!lower_side_[row * columns_ + c]) return false;
    }
    return true;
  }

  // Some of the rows, with only the columns that they have.
  RuledTable part(const RuledTable& all, std::size_t from, std::size_t to) const {
    RuledTable table;
    table.rows.assign(all.rows.begin() + static_cast<std::ptrdiff_t>(from),
                      all.rows.begin() + static_cast<std::ptrdiff_t>(to) + 1);
    std::vector<bool> sides = sides_in(from, to);
    table.columns.push_back(all.columns.front());
    for (std::size_t c = 0; c + 1 < columns_; ++c) {
      if (sides[c]) table.columns.push_back(all.columns[c + 1]);
    }
    table.columns.push_back(all.columns.back());
    return table;
  }

  bool find_places(RuledTable& table) const {
    std::vector<double> across;
    std::vector<double> down;
    for (const Line& line : uprights_) across.push_back(line.at);
    for (const Line& line : levels_) down.push_back(line.at);
    table.columns = places(across);
    table.rows = places(down);
    if (table.columns.empty() || table.rows.size() < 2) return false;
    // Tables that are open at their sides: the level lines tell how far they reach.
    double left = table.columns.front();
    double right = table.columns.back();
    for (const Line& line : levels_) {
      left = std::min(left, line.from);
      right = std::max(right, line.to);
    }
    if (left < table.columns.front() - 2 * touching) table.columns.insert(table.columns.begin(), left);
    if (right > table.columns.back() + 2 * touching) table.columns.push_back(right);
    return true;
  }

  // Notes along which fields the line runs. `across`: the places of lines of its kind; `along`: of the others.
  void mark(const Line& line, const std::vector<double>& across, const std::vector<double>& along, bool upright) {
    std::size_t at = nearest(across, line.at);
    if (std::abs(across[at] - line.at) > touching) return;  // of another part
    if (at == 0 || at + 1 >= across.size()) return;         // the table's own sides
    for (std::size_t f = 0; f + 1 < along.size(); ++f) {
      double shared = std::min(line.to, along[f + 1]) - std::max(line.from, along[f]);
      if (shared < covered * (along[f + 1] - along[f])) continue;
      if (upright) {
        right_side_[f * columns_ + at - 1] = true;
      } else {
        lower_side_[(at - 1) * columns_ + f] = true;
      }
    }
  }

  void merge(RuledTable& table) {
    Groups groups(rows_ * columns_);
    for (std::size_t r = 0; r < rows_; ++r) {
      for (std::size_t c = 0; c < columns_; ++c) {
        std::size_t at = r * columns_ + c;
        if (c + 1 < columns_ && !right_side_[at]) groups.join(at, at + 1);
        if (r + 1 < rows_ && !lower_side_[at]) groups.join(at, at + columns_);
      }
    }
    struct Extent {
      std::size_t top = SIZE_MAX;
      std::size_t left = SIZE_MAX;
      std::size_t bottom = 0;
      std::size_t right = 0;
      std::size_t count = 0;
    };
    std::vector<Extent> extents(rows_ * columns_);
    for (std::size_t at = 0; at < extents.size(); ++at) {
      Extent& extent = extents[groups.of(at)];
      extent.top = std::min(extent.top, at / columns_);
      extent.left = std::min(extent.left, at % columns_);
      extent.bottom = std::max(extent.bottom, at / columns_);
      extent.right = std::max(extent.right, at % columns_);
      ++extent.count;
    }
    for (std::size_t at = 0; at < extents.size(); ++at) {
      std::size_t r = at / columns_;
      std::size_t c = at % columns_;
      const Extent& extent = extents[groups.of(at)];
      std::size_t height = extent.bottom - extent.top + 1;
      std::size_t width = extent.right - extent.left + 1;
      bool whole = height * width == extent.count;
      if (whole && (r != extent.top || c != extent.left)) continue;
      RuledCell cell;
      cell.row = r;
      cell.column = c;
      if (whole) {
        cell.row_span = height;
        cell.column_span = width;
      }
      table.cells.push_back(std::move(cell));
    }
  }

  std::vector<Line> levels_;
  std::vector<Line> uprights_;
  std::size_t rows_ = 0;
  std::size_t columns_ = 0;
  std::vector<bool> right_side_;
  std::vector<bool> lower_side_;
};

// For each field of the grid, the index of its cell.
std::vector<std::size_t> cells_of_fields(const RuledTable& table) {
  std::size_t columns = table.columns.size() - 1;
  std::vector<std::size_t> cells((table.rows.size() - 1) * columns, 0);
  for (std::size_t i = 0; i < table.cells.size(); ++i) {
    const RuledCell& cell = table.cells[i];
    for (std::size_t r = cell.row; r < cell.row + cell.row_span; ++r) {
      for (std::size_t c = cell.column; c < cell.column + cell.column_span; ++c) cells[r * columns + c] = i;
    }
  }
  return cells;
}

bool holds(const Box& outer, const Box& inner) {
  return inner.left > outer.left - touching && inner.right < outer.right + touching &&
         inner.top > outer.top - touching && inner.bottom < outer.bottom + touching;
}

// Moves the words that stand in the table's cells out of `words`, into them.
void fill(const Page& page, std::vector<std::size_t>& words, RuledTable& table) {
  std::vector<std::size_t> cells = cells_of_fields(table);
  std::size_t columns = table.columns.size() - 1;
  std::vector<std::size_t> others;
  for (std::size_t w : words) {
    const Word& word = page.words[w];
    std::ptrdiff_t row = field(table.rows, word.baseline - 0.25 * word.size);
    std::ptrdiff_t column = field(table.columns, (word.box.left + word.box.right) / 2);
    if (row < 0 || column < 0 || word.turn != 0) {
      others.push_back(w);
    } else {
      std::size_t at = static_cast<std::size_t>(row) * columns + static_cast<std::size_t>(column);
      table.cells[cells[at]].words.push_back(w);
    }
  }
  words = std::move(others);
}

// A grid with nothing written along its head or its left side is a chart, or a frame.
bool is_table(const RuledTable& table) {
  std::size_t filled = 0;
  for (const RuledCell& cell : table.cells) filled += cell.words.empty() ? 0u : 1u;
  return filled >= 2;
}

double area(const RuledTable& table) {
  return table.box.width() * table.box.height();
}

// Small ones first. Without words.
std::vector<RuledTable> grids_of(const Page& page) {
  std::vector<RuledTable> tables;
  std::vector<Line> levels = whole_lines(page, true);
  std::vector<Line> uprights = whole_lines(page, false);
  if (levels.size() > most_rules || uprights.size() > most_rules) return tables;
  Groups groups(levels.size() + uprights.size());
  for (std::size_t l = 0; l < levels.size(); ++l) {
    for (std::size_t u = 0; u < uprights.size(); ++u) {
      bool meet = uprights[u].at >= levels[l].from - touching && uprights[u].at <= levels[l].to + touching &&
                  levels[l].at >= uprights[u].from - touching && levels[l].at <= uprights[u].to + touching;
      if (meet) groups.join(l, levels.size() + u);
    }
  }
  std::vector<std::pair<std::vector<Line>, std::vector<Line>>> parts(levels.size() + uprights.size());
  for (std::size_t l = 0; l < levels.size(); ++l) parts[groups.of(l)].first.push_back(levels[l]);
  for (std::size_t u = 0; u < uprights.size(); ++u) {
    parts[groups.of(levels.size() + u)].second.push_back(uprights[u]);
  }
  for (auto& [level, upright] : parts) {
    if (level.size() < 2 || upright.empty()) continue;
    std::vector<RuledTable> made = GridMaker(std::move(level), std::move(upright)).make();
    std::move(made.begin(), made.end(), std::back_inserter(tables));
  }
  std::sort(tables.begin(), tables.end(), [&](const RuledTable& a, const RuledTable& b) { return area(a) < area(b); });
  return tables;
}

}  // namespace

std::vector<Box> ruled_fields(const Page& page) {
  std::vector<Box> fields;
  for (const RuledTable& grid : grids_of(page)) {
    for (const RuledCell& cell : grid.cells) {
      fields.push_back({grid.columns[cell.column], grid.rows[cell.row], grid.columns[cell.column + cell.column_span],
                        grid.rows[cell.row + cell.row_span]});
    }
  }
  return fields;
}

std::vector<RuledTable> ruled_tables(const Page& page, const std::vector<std::size_t>& words) {
  // Small ones first, so that an inner table's words are its own.
  std::vector<RuledTable> tables = grids_of(page);
  std::vector<std::size_t> left = words;
  for (RuledTable& table : tables) {
    std::vector<std::size_t> before = left;
    fill(page, left, table);
    if (is_table(table)) continue;
    left = std::move(before);
    table.cells.clear();
  }
  std::erase_if(tables, [](const RuledTable& table) { return table.cells.empty(); });
  std::sort(tables.begin(), tables.end(), [&](const RuledTable& a, const RuledTable& b) {
    return a.box.top != b.box.top ? a.box.top < b.box.top : area(a) > area(b);
  });
  for (std::size_t inner = 0; inner < tables.size(); ++inner) {
    for (std::size_t outer = 0; outer < tables.size(); ++outer) {
      RuledTable& table = tables[inner];
      bool smaller = area(table) < 0.95 * area(tables[outer]);
      bool nearer = table.inside < 0 || area(tables[outer]) < area(tables[static_cast<std::size_t>(table.inside)]);
      if (outer == inner || !smaller || !nearer || !holds(tables[outer].box, table.box)) continue;
      std::ptrdiff_t row = field(tables[outer].rows, table.box.middle());
      std::ptrdiff_t column = field(tables[outer].columns, (table.box.left + table.box.right) / 2);
      if (row < 0 || column < 0) continue;
      std::size_t columns = tables[outer].columns.size() - 1;
      table.inside = static_cast<std::int32_t>(outer);
      table.inside_cell =
          cells_of_fields(tables[outer])[static_cast<std::size_t>(row) * columns + static_cast<std::size_t>(column)];
    }
  }
  return tables;
}

}  // namespace readers::pdf
