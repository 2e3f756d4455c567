#include "reports/workbook_table.h"

#include <algorithm>
#include <cassert>

#include "reports/words.h"

namespace reports {
namespace {

// A row is as high as its longest cell needs, up to so many lines: a very long quote would push all else off the
// screen. Spreadsheets show the whole of a cell above the table.
constexpr std::size_t kMostLines = 12;
constexpr double kLineHeight = 15;  // points
constexpr std::size_t kHeadLines = 3;

constexpr std::uint8_t kA4 = 9;  // ECMA-376 18.3.1.63, paperSize

using evaluation::Grade;
using evaluation::Rating;

// The words that each colour stands behind, worst first.
std::vector<std::string> words_of_colour(std::size_t which) {
  switch (which) {
    case 0:
      return {words_for(Rating::not_met), words_for(Grade::inadequate)};
    case 1:
      return {words_for(Rating::partly), words_for(Grade::requires_improvement)};
    case 2:
      return {words_for(Grade::good)};
    default:
      return {words_for(Rating::met), words_for(Grade::outstanding)};
  }
}

lxw_col_t column_number(std::size_t column) {
  return static_cast<lxw_col_t>(column);
}

}  // namespace

Table::Table(Book& book, TableLayout layout, std::size_t rows, const WorkbookLimits& limits)
    : book_(book), layout_(std::move(layout)), limits_(limits) {
  assert(limits.rows > 1);
  std::size_t most = limits.rows - 1;
  do {
    Page page;
    page.rows = std::min(rows, most);
    rows -= page.rows;
    std::string number = sheets_.empty() ? "" : " " + std::to_string(sheets_.size() + 1);
    page.sheet = book_.add(layout_.name + number);
    if (page.sheet != nullptr) set_up(page);
    sheets_.push_back(page);
  } while (rows > 0);
}

void Table::set_up(const Page& page) {
  lxw_worksheet* sheet = page.sheet;
  auto last_row = static_cast<lxw_row_t>(page.rows);
  auto last = column_number(layout_.columns.size() - 1);
  auto last_printed = layout_.printed == 0 ? last : column_number(layout_.printed - 1);
  for (std::size_t i = 0; i < layout_.columns.size(); ++i) {
    const TableColumn& column = layout_.columns[i];
    book_.note(worksheet_set_column(sheet, column_number(i), column_number(i), column.width, nullptr));
    book_.note(worksheet_write_string(sheet, 0, column_number(i), column.head.c_str(), book_.format(column.head_look)));
  }
  book_.note(worksheet_set_row(sheet, 0, kLineHeight * static_cast<double>(kHeadLines), nullptr));
  worksheet_freeze_panes(sheet, 1, column_number(layout_.still));
  book_.note(worksheet_autofilter(sheet, 0, 0, last_row, last));
  worksheet_set_landscape(sheet);
  worksheet_set_paper(sheet, kA4);
  worksheet_set_margins(sheet, 0.4, 0.4, 0.5, 0.6);
  worksheet_fit_to_pages(sheet, 1, 0);
  book_.note(worksheet_repeat_rows(sheet, 0, 0));
  book_.note(worksheet_print_area(sheet, 0, 0, last_row, last_printed));
  book_.note(worksheet_set_footer(sheet, "&L&A&RPage &P of &N"));
  if (page.rows == 0) return;
  std::string all = "A2:XFD" + std::to_string(page.rows + 1);
  book_.note(worksheet_ignore_errors(sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, all.c_str()));
  set_colours(page);
}

void Table::set_colours(const Page& page) {
  for (std::size_t i = 0; i < layout_.columns.size(); ++i) {
    if (!layout_.columns[i].coloured) continue;
    for (std::size_t which = 0; which < colours; ++which) {
      for (const std::string& words : words_of_colour(which)) {
        std::string own = '"' + words + '"';
        lxw_conditional_format rule{};
        rule.type = LXW_CONDITIONAL_TYPE_CELL;
        rule.criteria = LXW_CONDITIONAL_CRITERIA_EQUAL_TO;
        rule.value_string = own.data();
        rule.format = book_.colour(which);
        auto column = column_number(i);
        auto last_row = static_cast<lxw_row_t>(page.rows);
        book_.note(worksheet_conditional_format_range(page.sheet, 1, column, last_row, column, &rule));
      }
    }
  }
}

Table& Table::text(std::string_view value, Look look) {
  if (value.empty()) return blank(look);
  CellText cell = cell_text(value, limits_.characters);
  if (cell.cut) ++cells_cut_;
  bool wraps = look == Look::words || look == Look::name || look == Look::entry;
  if (wraps) lines_ = std::max(lines_, lines_of(cell.text, layout_.columns[column_].width));
  if (here() != nullptr) {
    book_.note(worksheet_write_string(here(), row_, column_, cell.text.c_str(), book_.format(look, cell.formula)));
  }
  ++column_;
  return *this;
}

Table& Table::number(double value, Look look) {
  if (here() != nullptr) book_.note(worksheet_write_number(here(), row_, column_, value, book_.format(look)));
  ++column_;
  return *this;
}

Table& Table::blank(Look look) {
  // What people type stays text, "=" at its beginning or not.
  bool text = look == Look::entry;
  if (here() != nullptr) book_.note(worksheet_write_blank(here(), row_, column_, book_.format(look, text)));
  ++column_;
  return *this;
}

Table& Table::link(const std::string& address, std::string_view shown) {
  if (links_ == limits_.links) {
    ++links_left_out_;
    return text(shown);
  }
  ++links_;
  if (here() != nullptr) {
    book_.note(worksheet_write_url_opt(here(), row_, column_, address.c_str(), book_.format(Look::link),
                                       std::string(shown).c_str(), nullptr));
  }
  ++column_;
  return *this;
}

void Table::end_row() {
  assert(column_ == layout_.columns.size());
  if (here() != nullptr) {
    double height = kLineHeight * static_cast<double>(std::min(lines_, kMostLines));
    book_.note(worksheet_set_row(here(), row_, height, nullptr));
  }
  column_ = 0;
  lines_ = 1;
  ++row_;
  if (row_ == limits_.rows && at_ + 1 < sheets_.size()) {
    ++at_;
    row_ = 1;
    links_ = 0;
  }
}

void Table::choose(std::size_t column, const std::vector<std::string>& values, const std::string& title,
                   const std::string& message) {
  std::vector<std::string> own = values;
  std::vector<char*> list;
  for (std::string& value : own) list.push_back(value.data());
  list.push_back(nullptr);
  std::string own_title = title, own_message = message;
  lxw_data_validation validation{};
  validation.validate = LXW_VALIDATION_TYPE_LIST;
  validation.value_list = list.data();
  validation.error_type = LXW_VALIDATION_ERROR_TYPE_STOP;
  validation.input_title = validation.error_title = own_title.data();
  validation.input_message = validation.error_message = own_message.data();
  for (const Page& page : sheets_) {
    if (page.sheet == nullptr || page.rows == 0) continue;
    auto at = column_number(column);
    auto last_row = static_cast<lxw_row_t>(page.rows);
    book_.note(worksheet_data_validation_range(page.sheet, 1, at, last_row, at, &validation));
  }
}

}  // namespace reports
