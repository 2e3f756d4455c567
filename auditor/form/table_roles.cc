// A format's own header cells are believed; without them, a row or a column is one of labels when most of it names
// something that forms ask for, and what stands beside or below does not.
#include <algorithm>
#include <optional>

#include "form/tables.h"
#include "form/text.h"
#include "form/ticks.h"

namespace form {
namespace {

constexpr std::size_t longest_row_label = 12;  // words

// How much of some cells are labels.
struct Share {
  std::size_t labels = 0;
  std::size_t filled = 0;
  bool at_least(double part) const {
    return filled > 0 && static_cast<double>(labels) >= part * static_cast<double>(filled);
  }
  bool none() const { return labels == 0; }
};

class Judge {
 public:
  Judge(const Segment& segment, std::string_view text, const Cues& cues) : segment_(segment), text_(text), cues_(cues) {
    for (const TableRow& row : segment.rows) {
      std::vector<bool> labels;
      for (const TableCell& cell : row.cells) labels.push_back(label(cell));
      // "What it all adds up to | She does the nights ...": a heading that no list knows, beside its narrative.
      if (row.cells.size() == 2 && !labels[0]) labels[0] = heads_beside(row.cells[0], row.cells[1]);
      labels_.push_back(std::move(labels));
    }
    count_below();
    // "Agency | Date | Method | Said", and the rows of as many cells below it: "School" and "Phone" are labels
    // elsewhere.
    for (std::size_t r = 0; r < segment_.rows.size(); ++r) {
      const bool below = r > 0 && cells(r).size() == cells(r - 1).size();
      below_heads_.push_back(below && (below_heads_[r - 1] || only_heads(r - 1)));
    }
    for (std::size_t r = 0; r + 1 < segment_.rows.size(); ++r) {
      if (answered_beside(r)) labels_[r] = {true, false, true, false};  // whatever marks it as a header
    }
    count_below();
    for (std::size_t r = 0; r < segment_.rows.size(); ++r) answered_.push_back(answered_beside(r));
  }

  Reading run() {
    Reading reading;
    reading.roles.resize(segment_.rows.size(), RowRole::listed);
    bool header = false;
    std::size_t below = 0;                   // rows from here on stand under the last header
    std::size_t end = segment_.rows.size();  // of these
    for (std::size_t r = 0; r < segment_.rows.size(); ++r) {
      RowRole& role = reading.roles[r];
      if (header && ends_list(r, below - 1)) {
        header = false;
        end = r;
      }
      if (empty(r)) {
        role = RowRole::empty;
      } else if (marked_header(r) || (header && heads_again(r, below - 1)) || (header && same_text(r, below - 1)) ||
                 (!header && made_header(r))) {
        role = RowRole::header;
        header = true;
        below = r + 1;
        end = segment_.rows.size();
      } else if ((!header && pairs(r)) || (header && (signed_row(r) || says_more(r, below)))) {
        role = RowRole::pairs;
      }
    }
    if (below > 0) reading.labelled_rows = row_labels(below - 1, below, end);
    if (below == 0) reading.labelled_rows = row_labels(end, 0, end);
    return reading;
  }

 private:
  const std::vector<TableCell>& cells(std::size_t row) const { return segment_.rows[row].cells; }
  std::string_view of(const TableCell& cell) const { return cell.at.of(text_); }

  bool label(const TableCell& cell) const {
    std::string_view text = of(cell);
    std::size_t words = word_count(text);
    if (words == 0 || words > longest_row_label || has_date(text) || text.front() == '[') return false;
    if (cell.header || cell.bold) return true;
    if (ends_with_any(text, ":?") || text.back() == '*') return true;
    return (!ends_with_any(text, ".!") || cues_.field(text) != 0) && cues_.known_label(text);  // "D.O.B."
  }

  bool heads_beside(const TableCell& cell, const TableCell& narrative) const {
    const std::string_view text = of(cell);
    return !has_more_words(text, longest_row_label) && begins_with_capital(text) && !ends_with_any(text, ".!,;") &&
           cues_.sentences(of(narrative)) && cues_.section_by_words(text) != 0;
  }

  bool empty(std::size_t row) const {
    return std::all_of(cells(row).begin(), cells(row).end(), [](const TableCell& cell) { return cell.at.empty(); });
  }

  bool marked_header(std::size_t row) const {
    bool some = false;
    for (const TableCell& cell : cells(row)) {
      if (!cell.header && (!cell.at.empty() || cell.column > 0)) return false;
      some = some || (cell.header && !cell.at.empty());
    }
    if (!some || cells(row).size() < 2 || colons_down(row) || answered_[row]) return false;
    // A table whose every cell is marked so says nothing by it; a lone row of header cells heads nothing here.
    if (!some_unmarked_) {
      some_unmarked_ = std::any_of(segment_.rows.begin(), segment_.rows.end(), [](const TableRow& each) {
        return std::any_of(each.cells.begin(), each.cells.end(),
                           [](const TableCell& cell) { return !cell.header && !cell.at.empty(); });
      });
    }
    return *some_unmarked_ || made_header(row);
  }

  bool same_text(std::size_t a, std::size_t b) const {
    if (cells(a).size() != cells(b).size()) return false;
    for (std::size_t c = 0; c < cells(a).size(); ++c) {
      if (of(cells(a)[c]) != of(cells(b)[c])) return false;
    }
    return true;
  }

  Share of_row(std::size_t row) const {
    Share share;
    for (std::size_t c = 0; c < cells(row).size(); ++c) count(row, c, share);
    return share;
  }

  // First cells, and every other cell, from each row on: asked for each row of tables that may have ten thousand.
  void count_below() {
    firsts_.assign(segment_.rows.size() + 1, {});
    even_ = firsts_;
    odd_ = firsts_;
    for (std::size_t r = segment_.rows.size(); r > 0; --r) {
      firsts_[r - 1] = firsts_[r];
      even_[r - 1] = even_[r];
      odd_[r - 1] = odd_[r];
      if (!cells(r - 1).empty()) count(r - 1, 0, firsts_[r - 1]);
      for (std::size_t c = 0; c < cells(r - 1).size(); ++c) count(r - 1, c, c % 2 == 0 ? even_[r - 1] : odd_[r - 1]);
    }
  }

  // First cells of the rows of two, whatever other rows the table has.
  Share of_pairs() const {
    if (pairs_) return *pairs_;
    pairs_.emplace();
    for (std::size_t r = 0; r < segment_.rows.size(); ++r) {
      if (cells(r).size() == 2) count(r, 0, *pairs_);
    }
    return *pairs_;
  }

  void count(std::size_t row, std::size_t column, Share& share) const {
    if (cells(row)[column].at.empty()) return;
    ++share.filled;
    share.labels += labels_[row][column] ? 1u : 0u;
  }

  // Short cells, each of which could head a column.
  bool plain(std::size_t row) const {
    std::size_t filled = 0;
    for (const TableCell& cell : cells(row)) {
      if (cell.at.empty()) continue;
      ++filled;
      if (has_more_words(of(cell), 8) || has_date(of(cell)) || cues_.blank(of(cell)) ||
          (ends_with_any(of(cell), ".!") && !cues_.known_label(of(cell)))) {
        return false;
      }
    }
    return filled >= 2;
  }

  // Colons down the first column are labels' own.
  bool colons_down(std::size_t row) const {
    return row + 1 < segment_.rows.size() && !cells(row).empty() && ends_with_any(of(cells(row)[0]), ":") &&
           !cells(row + 1).empty() && ends_with_any(of(cells(row + 1)[0]), ":");
  }

  bool made_header(std::size_t row) const {
    if (row + 1 >= segment_.rows.size() || cells(row).size() < 2 || !plain(row) || answered_[row]) return false;
    const std::vector<TableCell>& heads = cells(row);
    if (colons_down(row)) return false;
    bool bold = true;
    std::size_t column_heads = 0;
    std::size_t filled = 0;
    for (const TableCell& cell : heads) {
      if (cell.at.empty()) continue;
      ++filled;
      bold = bold && (cell.bold || cell.header);
      column_heads += cues_.column_head(of(cell)) || cues_.row_head(of(cell)) ? 1u : 0u;
    }
    Share next = of_row(row + 1);
    if (bold && !next.at_least(0.99)) return true;
    if (bold && cells(row + 1).size() == heads.size() && !cells(row + 1)[1].bold) return true;
    bool first_is_row_head = !heads[0].at.empty() && cues_.row_head(of(heads[0]));
    if (first_is_row_head || heads[0].at.empty()) {
      // "Field | Child 1 | Child 2": the labels stand below the first cell.
      return firsts_[row + 1].at_least(0.5);
    }
    if (filled == 2) return column_heads == 2 && !alternating(row + 1);
    Share here = of_row(row);
    // Labels side by side over values: the first column may hold words that are labels elsewhere ("Mother").
    if (filled >= 3 && here.at_least(0.99) && !labels_[row + 1].empty() && next.labels * 2 <= next.filled &&
        !odd_[row + 1].at_least(0.2))
      return true;
    if (only_heads(row)) return true;
    if (column_heads * 2 >= filled && here.at_least(0.6) && !(heads.size() % 2 == 0 && alternating(row))) return true;
    return here.at_least(0.6) && !next.at_least(0.6) && !(heads.size() % 2 == 0 && alternating(row));
  }

  // Three or more headings of columns, most of them known as such, over cells that are none. Where "Date" stands over a
  // day, or all are known, no value stands beside a label.
  bool only_heads(std::size_t row) const {
    if (row + 1 >= segment_.rows.size() || cells(row).size() < 3 || !plain(row)) return false;
    const std::vector<TableCell>& heads = cells(row);
    const std::vector<TableCell>& next = cells(row + 1);
    std::size_t known = 0, filled = 0;
    bool dated = false;
    for (std::size_t c = 0; c < heads.size(); ++c) {
      const bool head = cues_.column_head(of(heads[c]));
      filled += heads[c].at.empty() ? 0u : 1u;
      known += head ? 1u : 0u;
      if (c >= next.size()) continue;
      dated = dated || (head && c % 2 != 0 && has_date(of(next[c])));
      if (cues_.column_head(of(next[c])) && !cues_.speaker(of(next[c]))) return false;
    }
    return filled >= 3 && (known == filled || (dated && known * 2 >= filled));
  }

  // "Parent/carer | Contact | PR" below a list of children: a second list begins in the same table.
  bool heads_again(std::size_t row, std::size_t header) const {
    if (row + 1 >= segment_.rows.size() || cells(row).size() < 3 || cells(row).size() != cells(header).size())
      return false;
    const bool labels = std::all_of(cells(row).begin(), cells(row).end(), [&](const TableCell& cell) {
      return !cell.at.empty() && !has_more_words(of(cell), 4) && !has_date(of(cell)) && cues_.known_label(of(cell)) &&
             cues_.all_known(of(cell)) && !cues_.names_person(of(cell));
    });
    return labels && of_row(row + 1).labels == 0 && cells(row + 1).size() == cells(row).size();
  }

  // "Subject | Kay Marsh | Worker | Ann Fox", and so in the rows below or in one right above or below: values stand
  // beside labels.
  bool answered_beside(std::size_t row) const {
    if (!labels_alternate(row)) return false;
    const bool marked = ends_with_any(of(cells(row)[0]), ":") || of(cells(row)[0]).back() == '*';
    if (!marked && below_heads_[row]) return false;
    return marked || alternating(row + 1) || (row > 0 && labels_alternate(row - 1)) ||
           (row + 1 < segment_.rows.size() && labels_alternate(row + 1));
  }

  bool labels_alternate(std::size_t row) const {
    if (cells(row).size() != 4) return false;
    for (std::size_t c = 0; c < 4; ++c) {
      const std::string_view text = of(cells(row)[c]);
      const bool label = !text.empty() && !has_date(text) && cues_.known_label(text);
      if (label != (c % 2 == 0)) return false;
    }
    return true;
  }

  // A label beside one cell as wide as several columns, or labels beside values: no row of the list above any more.
  bool ends_list(std::size_t row, std::size_t header) const {
    const std::vector<TableCell>& c = cells(row);
    if (answered_[row] && cells(header).size() == 4) return true;
    return c.size() == 2 && cells(header).size() >= 3 && c[1].column_span + 1 >= cells(header).size() &&
           c[1].column_span > 1 && c[0].column_span == 1 && labels_[row][0];
  }

  // Labels in every other cell, from a row on.
  bool alternating(std::size_t from) const {
    from = std::min(from, segment_.rows.size());
    return even_[from].at_least(0.6) && !odd_[from].at_least(0.4);
  }

  bool pairs(std::size_t row) const {
    std::size_t size = cells(row).size();
    if (size < 2) return false;
    bool marks = true;  // header cells in every other place, as in <th><td><th><td>
    for (std::size_t c = 0; c < size; ++c)
      marks = marks && (cells(row)[c].at.empty() || cells(row)[c].header == (c % 2 == 0));
    if (marks && size % 2 == 0 && cells(row)[0].header) return true;
    if (size % 2 != 0) return false;
    if (answered_[row]) return true;
    if (size == 2) {
      if (answers_beside() && !has_more_words(of(cells(row)[0]), longest_row_label)) return true;
      const Share firsts = of_pairs();
      if (labels_[row][0]) return firsts.at_least(0.4) || ends_with_any(of(cells(row)[0]), ":?");
      return firsts.at_least(0.5) && !has_more_words(of(cells(row)[0]), longest_row_label);
    }
    if (!alternating(0)) return false;
    return labels_[row][0] || cells(row)[0].at.empty();
  }

  // "Team manager | A. B. | Date | 02/05/2011" below a list: labels beside values after all.
  bool signed_row(std::size_t row) const {
    const std::vector<TableCell>& c = cells(row);
    return c.size() == 4 && labels_[row][0] && labels_[row][2] && !labels_[row][1] && has_date(of(c[3])) &&
           cues_.field(of(c[0])) != 0 && cues_.date_field(cues_.field(of(c[2])));
  }

  // "Manager | Agreed. The debt is ... |" below a list whose rows have no labels: a section's name with what it says.
  bool says_more(std::size_t row, std::size_t below) const {
    const std::vector<TableCell>& c = cells(row);
    if (c.size() < 3 || row <= below || labels_[row - 1][0] || cues_.section(of(c[0])) == 0) return false;
    if (!labels_[row][0] || !cues_.sentences(of(c[1]))) return false;
    return std::all_of(c.begin() + 2, c.end(), [](const TableCell& cell) { return cell.at.empty(); });
  }

  // Boxes, or yes and no, in the second of two columns.
  bool answers_beside() const {
    if (answers_beside_) return *answers_beside_;
    Share answers;
    for (std::size_t r = 0; r < segment_.rows.size(); ++r) {
      if (cells(r).size() != 2 || cells(r)[1].at.empty()) continue;
      ++answers.filled;
      bool beside = has_mark(of(cells(r)[1])) && lone_mark(of(cells(r)[1])) < 0;
      answers.labels += (beside || cues_.yes_or_no(of(cells(r)[1]))) && lone_mark(of(cells(r)[0])) < 0 ? 1u : 0u;
    }
    answers_beside_ = answers.at_least(0.5);
    return *answers_beside_;
  }

  // A header cell at the start of a row whose other cells are none: a row of header cells names columns.
  bool marked_label(std::size_t row) const {
    const std::vector<TableCell>& c = cells(row);
    return c[0].header &&
           !std::all_of(c.begin() + 1, c.end(), [](const TableCell& cell) { return cell.header && !cell.at.empty(); });
  }

  // Whether the first column names its rows: "Health", "Date of birth", below an empty or a general heading.
  bool row_labels(std::size_t header, std::size_t from, std::size_t to) const {
    Share first;
    for (std::size_t r = from; r < to; ++r) {
      if (!cells(r).empty() && !empty(r)) count(r, 0, first);
    }
    bool marked = first.filled > 0;
    for (std::size_t r = from; r < to; ++r) {
      if (!cells(r).empty() && !empty(r)) marked = marked && (cells(r)[0].at.empty() || marked_label(r));
    }
    if (marked) return true;
    if (header >= segment_.rows.size()) return first.at_least(0.6) && first.filled > 1;
    const TableCell& head = cells(header)[0];
    if (head.at.empty() || cues_.row_head(of(head))) return true;
    if (cues_.column_head(of(head))) return false;
    return first.at_least(0.6);
  }

  const Segment& segment_;
  std::string_view text_;
  const Cues& cues_;
  std::vector<std::vector<bool>> labels_;
  std::vector<bool> answered_;     // of each row: answered_beside
  std::vector<bool> below_heads_;  // whether it has as many cells as a row of columns' headings above it
  std::vector<Share> firsts_;      // of the first cells of each row and of those below it
  std::vector<Share> even_;        // of their first, third, ... cells
  std::vector<Share> odd_;
  // What is asked of the whole table, once it has been.
  mutable std::optional<Share> pairs_;
  mutable std::optional<bool> answers_beside_;
  mutable std::optional<bool> some_unmarked_;
};

}  // namespace

Reading read_roles(const Segment& segment, std::string_view text, const Cues& cues) {
  return Judge(segment, text, cues).run();
}

}  // namespace form
