// A table of a workbook: a sheet with a head that stays, a filter and a print layout; more sheets of the same kind
// where one would be too long. Cells are written from left to right, row after row.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "reports/workbook_book.h"
#include "reports/workbook_text.h"

namespace reports {

struct TableColumn {
  std::string head;
  double width = 10;      // in characters
  bool coloured = false;  // holds ratings or grades in words
  Look head_look = Look::head;
};

struct TableLayout {
  std::string name;  // of the sheet, at most 28 characters: further sheets get a number
  std::vector<TableColumn> columns;
  std::size_t still = 0;    // columns that stay when scrolled
  std::size_t printed = 0;  // columns that are printed; 0: all
};

class Table {
 public:
  // `rows`: how many will be written, the head not counted. The book outlives the table.
  Table(Book& book, TableLayout layout, std::size_t rows, const WorkbookLimits& limits);

  Table& text(std::string_view value, Look look = Look::words);
  Table& number(double value, Look look = Look::number);
  Table& blank(Look look);
  // Shows `shown` and leads to `address`, relative to the workbook; only shows it where a sheet has no room for links.
  Table& link(const std::string& address, std::string_view shown);
  void end_row();

  // Lets the column's cells take one of the values only, from a list that drops down.
  void choose(std::size_t column, const std::vector<std::string>& values, const std::string& title,
              const std::string& message);

  std::size_t sheets() const { return sheets_.size(); }
  std::size_t cells_cut() const { return cells_cut_; }
  std::size_t links_left_out() const { return links_left_out_; }

 private:
  struct Page {
    lxw_worksheet* sheet = nullptr;  // null where it could not be made: nothing is written then
    std::size_t rows = 0;            // to be written, the head not counted
  };
  void set_up(const Page& page);
  void set_colours(const Page& page);
  lxw_worksheet* here() const { return sheets_[at_].sheet; }

  Book& book_;
  TableLayout layout_;
  WorkbookLimits limits_;
  std::vector<Page> sheets_;
  std::size_t at_ = 0;  // the sheet being written
  lxw_row_t row_ = 1;
  lxw_col_t column_ = 0;
  std::size_t lines_ = 1;  // of the highest cell of the row
  std::size_t links_ = 0;  // on this sheet
  std::size_t cells_cut_ = 0, links_left_out_ = 0;
};

}  // namespace reports
