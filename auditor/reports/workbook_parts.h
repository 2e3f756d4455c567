// The sheets of findings.xlsx. Each table is made empty, sized by the overview, and gets its rows document by document.
#pragma once

#include <map>
#include <string>

#include "reports/view.h"
#include "reports/workbook_table.h"

namespace reports {

// What every sheet is made from; the run, the overview and the book outlive it.
struct Workbook {
  Book& book;
  const Run& run;
  const store::RunFacts& facts;
  const Overview& overview;
  const WorkbookLimits& limits;
  using Own = std::pair<std::string, std::string>;  // a checklist's id, and an id of its own
  std::map<Own, const ItemTally*> items{};
  std::map<Own, const DimensionTally*> dimensions{};

  // Null where the run doesn't tell of it.
  const ItemTally* item(const evaluation::Outcome& outcome, const std::string& own_id) const;
  // Its title, or the id where the run doesn't tell of it.
  std::string dimension_title(const evaluation::Outcome& outcome, const std::string& own_id) const;
};

Table documents_table(const Workbook& workbook);
void document_row(Table& table, const Workbook& workbook, const evaluation::Outcome& outcome, std::size_t number);

Table items_table(const Workbook& workbook);  // with its rows
Table flags_table(const Workbook& workbook);  // likewise
Table not_audited_table(const Workbook& workbook);

Table findings_table(const Workbook& workbook);
void finding_rows(Table& table, const Workbook& workbook, const evaluation::Outcome& outcome, std::size_t number);

// Lets the column's cells take a rating only, from a list that drops down.
void choose_rating(Table& table, std::size_t column);

Table moderation_table(const Workbook& workbook);
void moderation_rows(Table& table, const Workbook& workbook, const evaluation::Outcome& outcome, std::size_t number);

// The sheet is there already, so that it comes first; it is written last, since it tells what had to be left out.
struct LeftOut {
  std::size_t cells_cut = 0, links = 0;
  bool further_sheets = false;
};
void summary_sheet(lxw_worksheet* sheet, const Workbook& workbook, const LeftOut& left_out);

}  // namespace reports
