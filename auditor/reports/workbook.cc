#include "reports/workbook.h"

#include <cstdio>
#include <filesystem>

#include "reports/workbook_parts.h"
#include "reports/workbook_time.h"

namespace reports {

using evaluation::Outcome;

std::time_t time_of(const std::string& utc) {
  constexpr std::time_t start_of_1980 = 315'532'800;
  std::tm parts{};
  int read = std::sscanf(utc.c_str(), "%4d-%2d-%2dT%2d:%2d:%2d", &parts.tm_year, &parts.tm_mon, &parts.tm_mday,
                         &parts.tm_hour, &parts.tm_min, &parts.tm_sec);
  if (read != 6) return start_of_1980;
  parts.tm_year -= 1900;
  parts.tm_mon -= 1;
  return ::timegm(&parts);
}

base::Status write_workbook(const Run& run, const std::string& path, const WorkbookLimits& limits) {
  base::Result<Overview> counted = overview(run);
  if (!counted) return counted.error();
  const Overview& all = counted.value();
  Book book(path, std::filesystem::absolute(path).parent_path());
  Workbook workbook{book, run, run.facts, all, limits};
  for (const ItemTally& item : all.items) workbook.items[{item.checklist, item.own_id}] = &item;
  for (const DimensionTally& dimension : all.dimensions) {
    workbook.dimensions[{dimension.checklist, dimension.own_id}] = &dimension;
  }

  // In the order that people see them.
  lxw_worksheet* summary = book.add("Summary");
  Table documents = documents_table(workbook);
  Table items = items_table(workbook);
  Table findings = findings_table(workbook);
  Table flags = flags_table(workbook);
  Table not_audited = not_audited_table(workbook);
  Table moderation = moderation_table(workbook);
  std::size_t place = 0;
  base::Status status = run.each([&](const Outcome& outcome) -> base::Status {
    std::size_t number = run.number(++place);
    if (outcome.standing != evaluation::Standing::audited) return base::Done{};
    document_row(documents, workbook, outcome, number);
    finding_rows(findings, workbook, outcome, number);
    moderation_rows(moderation, workbook, outcome, number);
    return base::Done{};
  });
  if (!status) return status;

  LeftOut left_out;
  left_out.links = documents.links_left_out();
  for (const Table* table : {&documents, &items, &findings, &flags, &not_audited, &moderation}) {
    left_out.cells_cut += table->cells_cut();
    left_out.further_sheets = left_out.further_sheets || table->sheets() > 1;
  }
  summary_sheet(summary, workbook, left_out);
  book.describe("Audit of assessment records", time_of(run.facts.finished));
  return book.close();
}

}  // namespace reports
