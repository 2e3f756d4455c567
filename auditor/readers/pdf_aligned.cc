#include "readers/pdf_aligned.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace readers::pdf {
namespace {

constexpr double narrowest_gutter = 1.5;      // points between two columns
constexpr double farthest = 3.0;              // white between two rows, in parts of the size
constexpr std::size_t look_ahead = 3;         // bands
constexpr std::size_t most_columns = 100;     // of a table without rules; more are a drawing
constexpr std::size_t most_segments = 6'000;  // of a page that may hold such tables
constexpr double widest_pitch = 1.28;         // from line to line as fonts have it, in parts of the size

Columns merged(Columns sides) {
  std::sort(sides.begin(), sides.end(), [](const Box& a, const Box& b) { return a.left < b.left; });
  Columns columns;
  for (const Box& side : sides) {
    if (!columns.empty() && side.left - columns.back().right < narrowest_gutter) {
      columns.back().include(side);
    } else {
      columns.push_back(side);
    }
  }
  return columns;
}

Columns columns_of(const Band& band) {
  Columns sides;
  for (const Segment& segment : band.segments) sides.push_back(segment.box);
  return merged(std::move(sides));
}

Columns together(const Columns& a, const Columns& b) {
  Columns all = a;
  all.insert(all.end(), b.begin(), b.end());
  return merged(std::move(all));
}

double size_of(const Band& band) {
  double size = 0;
  for (const Segment& segment : band.segments) size = std::max(size, segment.size);
  return size;
}

bool is_bold(const Band& band) {
  return std::all_of(band.segments.begin(), band.segments.end(), [](const Segment& s) { return s.bold; });
}

// Within a cell, lines follow each other at the document's pitch; rows stand farther apart.
// What is wider than any font's own pitch and narrower than one and a half lines is the pitch of rows of one line each.
double cell_pitch(double size, const Looks& looks) {
  bool of_rows = looks.tight > widest_pitch && looks.tight < 1.45;
  return (of_rows ? 1.2 : looks.tight) * size * 1.05 + 0.2;
}

// Where a segment stands: its first column, and how many it reaches over.
std::pair<std::size_t, std::size_t> place(const Columns& columns, const Box& box) {
  std::size_t first = columns.size();
  std::size_t last = 0;
  std::size_t nearest = 0;
  double least = 1e9;
  for (std::size_t c = 0; c < columns.size(); ++c) {
    double shared = std::min(columns[c].right, box.right) - std::max(columns[c].left, box.left);
    if (shared > 1 || (shared > 0 && shared >= 0.9 * box.width())) {
      first = std::min(first, c);
      last = c;
    }
    if (-shared < least) {
      least = -shared;
      nearest = c;
    }
  }
  if (first == columns.size()) return {nearest, 1};
  return {first, last - first + 1};
}

class RowMaker {
 public:
  RowMaker(const Page& page, const std::vector<Band>& bands, const Stretch& table, const Looks& looks)
      : page_(page), bands_(bands), table_(table), looks_(looks) {}

  // How many rows stand apart from each other.
  std::size_t count() { return starts().size(); }

  std::vector<AlignedRow> make() {
    std::vector<std::size_t> starts = this->starts();
    // Rows set as tightly as lines: then each begins with its first column.
    if (!parted_ && complete_bands() >= 2 && !runs_on()) {
      starts.assign(1, table_.begin);
      bool first_column = begins_in_first_column();
      for (std::size_t b = table_.begin + 1; b < table_.end; ++b) {
        bool begins = first_column ? holds(b, 0) && bands_[b].segments.size() > 1 : true;
        if (begins) starts.push_back(b);
      }
    }
    std::vector<AlignedRow> rows;
    for (std::size_t s = 0; s < starts.size(); ++s) {
      rows.push_back(row(starts[s], s + 1 < starts.size() ? starts[s + 1] : table_.end));
    }
    return rows;
  }

 private:
  std::size_t column(const Segment& segment) const { return place(table_.columns, segment.box).first; }

  bool holds(std::size_t band, std::size_t wanted) const {
    return std::any_of(bands_[band].segments.begin(), bands_[band].segments.end(),
                       [&](const Segment& s) { return column(s) == wanted; });
  }

  // The bands that begin a row.
  std::vector<std::size_t> starts() {
    std::vector<std::size_t> starts;
    Held held;
    for (std::size_t b = table_.begin; b < table_.end; ++b) {
      if (starts.empty() || !same_row(held, b)) {
        starts.push_back(b);
        held.start = b;
        held.last.assign(table_.columns.size(), -1);
        held.bold.assign(table_.columns.size(), false);
      }
      hold(b, held);
    }
    return starts;
  }

  // Whether most lines go on from the line above in mid-sentence.
  bool runs_on() const {
    std::size_t small = 0;
    std::size_t all = 0;
    for (std::size_t b = table_.begin + 1; b < table_.end; ++b) {
      for (const Segment& segment : bands_[b].segments) {
        char first = page_.words[segment.words.front()].text.front();
        small += first >= 'a' && first <= 'z' ? 1u : 0u;
        ++all;
      }
    }
    return small * 5 >= all * 2;
  }

  std::size_t complete_bands() const {
    std::size_t fullest = 2;
    for (std::size_t b = table_.begin; b < table_.end; ++b) fullest = std::max(fullest, bands_[b].segments.size());
    std::size_t count = 0;
    for (std::size_t b = table_.begin; b < table_.end; ++b) count += bands_[b].segments.size() == fullest ? 1u : 0u;
    return count;
  }

  bool begins_in_first_column() const {
    std::size_t count = 0;
    for (std::size_t b = table_.begin; b < table_.end; ++b) count += holds(b, 0) ? 1u : 0u;
    return count * 3 >= table_.end - table_.begin;
  }

  // What the row at hand holds so far, column by column.
  struct Held {
    std::size_t start = 0;
    std::vector<double> last;  // the lowest baseline; -1 for none
    std::vector<bool> bold;    // whether that line is
  };

  void hold(std::size_t band, Held& held) const {
    for (const Segment& segment : bands_[band].segments) {
      std::size_t c = column(segment);
      if (segment.baseline < held.last[c]) continue;
      held.last[c] = segment.baseline;
      held.bold[c] = segment.bold;
    }
  }

  bool same_row(const Held& held, std::size_t band) {
    bool shared = false;
    for (const Segment& below : bands_[band].segments) {
      std::size_t c = column(below);
      double last = held.last[c];
      if (last < 0) continue;
      shared = true;
      bool close = below.baseline - last <= cell_pitch(below.size, looks_);
      // Lines set wide: where each has as many parts as the other, they are rows.
      std::size_t filled = bands_[band].segments.size();
      bool both_whole = band == held.start + 1 && filled >= 2 && filled == bands_[held.start].segments.size();
      if (both_whole && below.baseline - last > widest_pitch * below.size) close = false;
      if (close && held.bold[c] == below.bold) return true;
      parted_ = parted_ || !close;
    }
    if (shared) return false;
    const Band& upper = bands_[band - 1];
    const Band& lower = bands_[band];
    double size = size_of(lower);
    return lower.top + 0.5 * size - upper.bottom < 0.95 * looks_.pitch * size;
  }

  AlignedRow row(std::size_t begin, std::size_t end) const {
    AlignedRow cells(table_.columns.size());
    for (std::size_t b = begin; b < end; ++b) {
      for (const Segment& segment : bands_[b].segments) {
        auto [first, span] = place(table_.columns, segment.box);
        cells[first].lines.push_back(&segment);
        cells[first].span = std::max(cells[first].span, span);
      }
    }
    for (AlignedCell& cell : cells) put_in_order(cell.lines);
    // What a wide cell reaches over is no cell of its own, unless something stands there.
    for (std::size_t c = 0; c < cells.size(); ++c) {
      std::size_t reach = 1;
      while (reach < cells[c].span && cells[c + reach].lines.empty()) ++reach;
      cells[c].span = reach;
    }
    return cells;
  }

  const Page& page_;
  const std::vector<Band>& bands_;
  const Stretch& table_;
  const Looks& looks_;
  bool parted_ = false;  // some rows stand farther apart than lines
};

class Finder {
 public:
  Finder(const Page& page, const std::vector<Band>& bands, const Looks& looks, const Columns* above)
      : page_(page), bands_(bands), looks_(looks), above_(above) {
    for (const Band& band : bands_) own_.push_back(pdf::columns_of(band));
    find_text_left();
  }

  std::vector<Stretch> find() {
    std::size_t at = 0;
    std::size_t free = 0;  // the first band that no stretch holds yet
    while (at < bands_.size()) {
      Stretch table;
      bool found = false;
      if (at == 0 && above_ != nullptr) {
        table = grown(0, 0, above_);
        found = table.end > 0;
      }
      if (!found && own_[at].size() >= 2) {
        table = grown(at, free, nullptr);
        found = is_table(table);
      }
      if (!found) {
        ++at;
        continue;
      }
      if (table.begin > free) result_.push_back({Stretch::Kind::lines, free, table.begin, {}});
      at = free = table.end;
      result_.push_back(std::move(table));
    }
    if (free < bands_.size()) result_.push_back({Stretch::Kind::lines, free, bands_.size(), {}});
    return std::move(result_);
  }

 private:
  // Where most long lines begin that stand alone: the text's own left side, from which tables often stand in a little.
  void find_text_left() {
    std::map<long, std::size_t> lefts;  // in halves of a point
    double widest = 0;
    for (const Columns& own : own_) widest = std::max(widest, own.back().right - own.front().left);
    for (const Columns& own : own_) {
      if (own.size() == 1 && own[0].width() > 0.6 * widest) ++lefts[std::lround(own[0].left * 2)];
    }
    std::size_t most = 0;
    for (const auto& [left, count] : lefts) {
      if (count > most) text_left_ = static_cast<double>(left) / 2;
      most = std::max(most, count);
    }
  }

  // A row of which only the first column is filled: it stands in as the table does, and the text does not.
  bool is_label_row(std::size_t band, const Columns& columns, double size) const {
    const Segment& segment = bands_[band].segments[0];
    double left = columns[0].left;
    return text_left_ >= 0 && std::abs(left - text_left_) > 0.8 && std::abs(segment.box.left - left) < 0.3 &&
           std::abs(segment.size - size) < 0.05 * size && segment.box.right < columns[1].left;
  }

  // Whether the band keeps to the columns: of as many as a band before it has, none is lost.
  bool fits(const Columns& columns, std::size_t most, std::size_t band, Columns& united) const {
    united = together(columns, own_[band]);
    return united.size() >= std::max(most, own_[band].size());
  }

  // From the band of the next one's first line to this one's last, in the column that both share; -1 for none.
  double line_distance(std::size_t upper, std::size_t lower, const Columns& columns) const {
    for (const Segment& below : bands_[lower].segments) {
      double last = -1;
      for (const Segment& above : bands_[upper].segments) {
        if (column_at(columns, above.box) == column_at(columns, below.box)) last = std::max(last, above.baseline);
      }
      if (last >= 0) return below.baseline - last;
    }
    return -1;
  }

  static std::size_t column_at(const Columns& columns, const Box& box) {
    std::size_t best = 0;
    double most = -1e9;
    for (std::size_t c = 0; c < columns.size(); ++c) {
      double shared = std::min(columns[c].right, box.right) - std::max(columns[c].left, box.left);
      if (shared > most) {
        most = shared;
        best = c;
      }
    }
    return best;
  }

  bool continues(std::size_t upper, std::size_t lower, const Columns& columns) const {
    double distance = line_distance(upper, lower, columns);
    return distance > 0 && distance <= cell_pitch(size_of(bands_[lower]), looks_);
  }

  Stretch grown(std::size_t at, std::size_t free, const Columns* seed) const {
    Stretch table;
    table.kind = Stretch::Kind::table;
    table.begin = at;
    table.columns = seed != nullptr ? *seed : own_[at];
    std::size_t most = table.columns.size();  // of one band's own columns
    double size = size_of(bands_[at]);
    // Lines of a cell that begins higher than what stands beside it.
    while (seed == nullptr && table.begin > free && own_[table.begin - 1].size() == 1) {
      Columns united;
      if (!fits(table.columns, most, table.begin - 1, united)) break;
      bool label_row = is_label_row(table.begin - 1, table.columns, size) && !is_bold(bands_[table.begin]) &&
                       bands_[table.begin].top - bands_[table.begin - 1].bottom < 1.2 * size;
      if (!continues(table.begin - 1, table.begin, united) && !label_row) break;
      if (std::abs(size_of(bands_[table.begin - 1]) - size) > 0.08 * size) break;
      table.columns = std::move(united);
      --table.begin;
    }
    std::size_t sure = seed != nullptr ? at : at + 1;  // the end of what is surely the table's
    Columns sure_columns = table.columns;
    std::size_t next = sure;
    bool bold_body = false;
    for (; next < bands_.size(); ++next) {
      const Band& band = bands_[next];
      if (next > 0 && next > at && band.top - bands_[next - 1].bottom > farthest * size) break;
      bool single = own_[next].size() == 1;
      if (std::abs(size_of(band) - size) > 0.12 * size && single) break;
      Columns united;
      bool fit = fits(table.columns, most, next, united);
      if (single) {
        bool flush = false;
        if (fit) {
          const Box& column = united[column_at(united, band.segments[0].box)];
          double middle = (column.left + column.right) / 2;
          const Box& box = band.segments[0].box;
          flush = std::abs(box.left - column.left) < 0.5 * size || std::abs((box.left + box.right) / 2 - middle) < 2;
          // A line that widens its column is hardly of the table, unless it goes on from the line above.
          bool widens = united.back().right > table.columns.back().right + 2 * size;
          if (widens && !(next > at && continues(next - 1, next, united))) fit = false;
        }
        if (!fit || !flush) {
          // Unless it opens a tall cell, beside which others stand lower down.
          std::size_t end = fits(table.columns, most, next, united) ? tall_cell(next, united, most) : 0;
          if (end == 0) break;
          table.columns = std::move(united);
          sure = next = end;
          sure_columns = table.columns;
          --next;
          continue;
        }
        if (is_bold(band) && !bold_body && next > at + 1 && column_at(united, band.segments[0].box) == 0) break;
        table.columns = std::move(united);
        bool label_row = table.columns.size() > 1 && is_label_row(next, table.columns, size) && next > at &&
                         band.top - bands_[next - 1].bottom < 1.2 * size;
        if (next > at && (continues(next - 1, next, table.columns) || label_row) && sure == next) {
          sure = next + 1;
          sure_columns = table.columns;
        }
        continue;
      }
      if (!fit) {
        if (!spans(next, table.columns, most)) break;
        sure = next + 1;
        continue;
      }
      if (is_bold(band) && next > at + 1) bold_body = true;
      // A heading row in the midst of others begins a table of its own.
      if (is_bold(band) && next > sure && sure > at + 1 && band.top - bands_[next - 1].bottom > 1.6 * size) break;
      table.columns = std::move(united);
      most = std::max(most, own_[next].size());
      sure = next + 1;
      sure_columns = table.columns;
    }
    table.end = sure;
    table.columns = std::move(sure_columns);
    return table;
  }

  // The end of the row that begins with this lone line: the lines that go on from it, up to the first that has others
  // beside it. 0 where there is none.
  std::size_t tall_cell(std::size_t band, Columns& columns, std::size_t most) const {
    for (std::size_t next = band + 1; next < bands_.size(); ++next) {
      Columns united;
      if (!continues(next - 1, next, columns) || !fits(columns, most, next, united)) return 0;
      columns = std::move(united);
      if (own_[next].size() > 1) return next + 1;
    }
    return 0;
  }

  // A row with a cell that reaches over several columns: the rows after it keep to the columns again.
  bool spans(std::size_t band, const Columns& columns, std::size_t most) const {
    if (columns.size() < 3) return false;
    std::size_t end = std::min(band + 1 + look_ahead, bands_.size());
    for (std::size_t next = band + 1; next < end; ++next) {
      if (own_[next].size() < 3) continue;
      Columns united;
      return fits(columns, most, next, united);
    }
    return false;
  }

  bool is_table(Stretch& table) const {
    std::size_t rows = 0;
    for (std::size_t b = table.begin; b < table.end; ++b) {
      if (own_[b].size() >= 2) ++rows;
    }
    if (table.columns.size() < 2 || table.columns.size() > most_columns) return false;
    if (is_running_text(table)) {
      table.kind = Stretch::Kind::columns;
      return true;
    }
    return rows >= 2 || table.columns.size() >= 3 || table.end - table.begin >= 2;
  }

  // Two or three columns of many full lines.
  bool is_running_text(const Stretch& table) const {
    if (table.columns.size() > 3) return false;
    std::vector<std::size_t> lines(table.columns.size(), 0);
    std::vector<std::size_t> full(table.columns.size(), 0);
    for (std::size_t b = table.begin; b < table.end; ++b) {
      for (const Segment& segment : bands_[b].segments) {
        std::size_t c = column_at(table.columns, segment.box);
        ++lines[c];
        const Box& column = table.columns[c];
        if (segment.box.right > column.right - 0.15 * column.width() && segment.words.size() >= 3) ++full[c];
      }
    }
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      if (lines[c] < 8 || full[c] * 10 < lines[c] * 5) return false;
    }
    // A table's rows stand apart in all columns at once.
    constexpr std::size_t lines_of_a_row = 12;
    std::size_t rows = RowMaker(page_, bands_, table, looks_).count();
    return rows <= 2 || rows * lines_of_a_row <= *std::max_element(lines.begin(), lines.end());
  }

  const Page& page_;
  const std::vector<Band>& bands_;
  const Looks& looks_;
  const Columns* above_;
  std::vector<Columns> own_;
  double text_left_ = -1;
  std::vector<Stretch> result_;
};

}  // namespace

std::vector<Stretch> stretches_of(const Page& page, const std::vector<Band>& bands, const Looks& looks,
                                  const Columns* above) {
  std::size_t segments = 0;
  for (const Band& band : bands) segments += band.segments.size();
  if (segments > most_segments) return {{Stretch::Kind::lines, 0, bands.size(), {}}};
  return Finder(page, bands, looks, above).find();
}

bool agree(const Columns& above, const Columns& below) {
  return together(above, below).size() >= std::max(above.size(), below.size());
}

std::vector<AlignedRow> rows_of(const Page& page, const std::vector<Band>& bands, const Stretch& table,
                                const Looks& looks) {
  return RowMaker(page, bands, table, looks).make();
}

}  // namespace readers::pdf
