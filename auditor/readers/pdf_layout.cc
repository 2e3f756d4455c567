#include "readers/pdf_layout.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "readers/pdf_aligned.h"
#include "readers/pdf_headings.h"
#include "readers/pdf_paragraphs.h"
#include "readers/pdf_ruled.h"

namespace readers::pdf {

Looks looks_of(const std::vector<Page>& pages) {
  Looks looks;
  looks.spacing = spacing_of(pages);
  std::map<long, std::size_t> sizes;    // in half points
  std::map<long, std::size_t> pitches;  // in fiftieths of the size
  for (const Page& page : pages) {
    const Word* line_start = nullptr;
    for (const Word& word : page.words) {
      if (word.turn != 0) continue;
      sizes[std::lround(word.size * 2)] += word.text.size();
      if (line_start != nullptr && std::abs(word.baseline - line_start->baseline) < 0.3 * word.size) continue;
      if (line_start != nullptr && std::abs(line_start->size - word.size) < 0.1 &&
          std::abs(line_start->box.left - word.box.left) < 1) {
        double pitch = (word.baseline - line_start->baseline) / word.size;
        if (pitch > 0.9 && pitch < 2.6) ++pitches[std::lround(pitch * 50)];
      }
      line_start = &word;
    }
  }
  auto most = [](const std::map<long, std::size_t>& counts) {
    return std::max_element(counts.begin(), counts.end(),
                            [](const auto& a, const auto& b) { return a.second < b.second; })
        ->first;
  };
  looks.size = sizes.empty() ? 10 : static_cast<double>(most(sizes)) / 2;
  looks.pitch = pitches.empty() ? 1.2 : static_cast<double>(most(pitches)) / 50;
  std::size_t all = 0;
  for (const auto& [pitch, count] : pitches) all += count;
  looks.tight = looks.pitch;
  for (const auto& [pitch, count] : pitches) {
    if (count < 3 || count * 33 < all) continue;
    looks.tight = static_cast<double>(pitch) / 50;
    break;
  }
  return looks;
}

namespace {

class Layout {
 public:
  Layout(const Page& page, std::uint32_t number, const Looks& looks, const Joins& joins)
      : page_(page), number_(number), looks_(looks), paragraphs_(page, number, looks, joins) {}

  void region(std::vector<Segment> segments, const Columns* above, std::size_t depth, std::vector<Laid>& laid) const {
    std::vector<Band> bands = bands_of(std::move(segments));
    for (const Stretch& stretch : stretches_of(page_, bands, looks_, above)) {
      if (stretch.kind == Stretch::Kind::table) {
        laid.push_back(table(bands, stretch));
      } else if (stretch.kind == Stretch::Kind::columns && depth < deepest) {
        columns(bands, stretch, depth, laid);
      } else {
        lines(bands, stretch, laid);
      }
    }
  }

  // The page's ruled tables, and between them what stands outside.
  std::vector<Laid> page(std::vector<std::size_t> words, const Columns* above) const {
    std::vector<RuledTable> tables = ruled_tables(page_, words);
    std::vector<bool> taken(page_.words.size(), false);
    for (const RuledTable& table : tables) {
      for (const RuledCell& cell : table.cells) {
        for (std::size_t w : cell.words) taken[w] = true;
      }
    }
    std::erase_if(words, [&](std::size_t w) { return taken[w]; });
    std::vector<Segment> segments = segments_of(page_, words, looks_.spacing);
    std::vector<Laid> laid;
    for (std::size_t t = 0; t < tables.size(); ++t) {
      if (tables[t].inside >= 0) continue;
      double top = tables[t].box.top;
      auto below = std::stable_partition(segments.begin(), segments.end(),
                                         [&](const Segment& s) { return s.baseline - 0.25 * s.size < top; });
      region({segments.begin(), below}, laid.empty() ? above : nullptr, 0, laid);
      segments.erase(segments.begin(), below);
      laid.push_back(ruled(tables, t, 0));
    }
    region(std::move(segments), laid.empty() ? above : nullptr, 0, laid);
    return laid;
  }

 private:
  Laid ruled(const std::vector<RuledTable>& tables, std::size_t index, std::size_t depth) const {
    const RuledTable& source = tables[index];
    Laid laid;
    for (std::size_t c = 0; c + 1 < source.columns.size(); ++c) {
      // A little within the lines, so that columns do not touch.
      laid.columns.push_back({source.columns[c] + 1, source.box.top, source.columns[c + 1] - 1, source.box.bottom});
    }
    Table table;
    table.inferred = true;
    table.page = number_;
    for (std::size_t i = 0; i < source.cells.size(); ++i) {
      const RuledCell& from = source.cells[i];
      while (table.rows.size() <= from.row) table.rows.emplace_back();
      Cell cell;
      cell.page = number_;
      cell.row_span = static_cast<std::uint32_t>(from.row_span);
      cell.column_span = static_cast<std::uint32_t>(from.column_span);
      std::vector<Segment> segments = segments_of(page_, from.words, looks_.spacing);
      std::vector<const Segment*> lines;
      for (const Segment& segment : segments) lines.push_back(&segment);
      put_in_order(lines);
      double right = source.columns[from.column + from.column_span];
      for (Laid& inside : paragraphs_.of(lines, right)) cell.content.push_back(std::move(inside.item));
      for (std::size_t t = 0; t < tables.size() && depth < deepest; ++t) {
        bool here = tables[t].inside == static_cast<std::int32_t>(index) && tables[t].inside_cell == i;
        if (here) cell.content.push_back(ruled(tables, t, depth + 1).item);
      }
      table.rows[from.row].cells.push_back(std::move(cell));
    }
    mark_headers(table);
    laid.item = std::move(table);
    return laid;
  }

  static constexpr std::size_t deepest = 4;  // columns within columns

  void lines(const std::vector<Band>& bands, const Stretch& stretch, std::vector<Laid>& laid) const {
    double right = 0;
    std::vector<const Segment*> all;
    for (std::size_t b = stretch.begin; b < stretch.end; ++b) {
      for (const Segment& segment : bands[b].segments) {
        all.push_back(&segment);
        right = std::max(right, segment.box.right);
      }
    }
    std::vector<Laid> paragraphs = paragraphs_.of(all, right);
    std::move(paragraphs.begin(), paragraphs.end(), std::back_inserter(laid));
  }

  void columns(const std::vector<Band>& bands, const Stretch& stretch, std::size_t depth,
               std::vector<Laid>& laid) const {
    for (const Box& column : stretch.columns) {
      std::vector<Segment> inside;
      for (std::size_t b = stretch.begin; b < stretch.end; ++b) {
        for (const Segment& segment : bands[b].segments) {
          double middle = (segment.box.left + segment.box.right) / 2;
          if (middle >= column.left && middle <= column.right) inside.push_back(segment);
        }
      }
      region(std::move(inside), nullptr, depth + 1, laid);
    }
  }

  // The rows, and the table's columns without those that its heading row alone seems to have: a short heading in the
  // middle of a wide column need not stand over any of its texts.
  std::vector<AlignedRow> settled_rows(const std::vector<Band>& bands, Stretch& stretch) const {
    std::vector<AlignedRow> rows = rows_of(page_, bands, stretch, looks_);
    for (std::size_t c = 0; c + 1 < stretch.columns.size() && rows.size() > 2;) {
      bool both = false;
      std::size_t here = 0;
      std::size_t next = 0;
      for (const AlignedRow& row : rows) {
        both = both || (!row[c].lines.empty() && !row[c + 1].lines.empty());
        here += row[c].lines.empty() ? 0u : 1u;
        next += row[c + 1].lines.empty() ? 0u : 1u;
      }
      bool heads = (here == 1 && !rows[0][c].lines.empty()) || (next == 1 && !rows[0][c + 1].lines.empty());
      if (both || !heads || stretch.columns.size() == 2) {
        ++c;
        continue;
      }
      stretch.columns[c].include(stretch.columns[c + 1]);
      stretch.columns.erase(stretch.columns.begin() + static_cast<std::ptrdiff_t>(c) + 1);
      rows = rows_of(page_, bands, stretch, looks_);
    }
    return rows;
  }

  Laid table(const std::vector<Band>& bands, Stretch stretch) const {
    Laid laid;
    std::vector<AlignedRow> rows = settled_rows(bands, stretch);
    laid.columns = stretch.columns;
    Table table;
    table.inferred = true;
    table.page = number_;
    for (const AlignedRow& cells : rows) {
      Row row;
      for (std::size_t c = 0; c < cells.size(); c += cells[c].span) {
        Cell cell;
        cell.page = number_;
        cell.column_span = static_cast<std::uint32_t>(cells[c].span);
        double right = stretch.columns[c + cells[c].span - 1].right;
        for (Laid& inside : paragraphs_.of(cells[c].lines, right)) cell.content.push_back(std::move(inside.item));
        row.cells.push_back(std::move(cell));
      }
      table.rows.push_back(std::move(row));
    }
    mark_headers(table);
    laid.item = std::move(table);
    return laid;
  }

  const Page& page_;
  std::uint32_t number_;
  const Looks& looks_;
  Paragraphs paragraphs_;
};

}  // namespace

std::vector<Laid> lay_out(const Page& page, const std::vector<std::size_t>& words, std::uint32_t number,
                          const Looks& looks, const Joins& joins, const std::vector<Box>* above) {
  return Layout(page, number, looks, joins).page(words, above);
}

}  // namespace readers::pdf
