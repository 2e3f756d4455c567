// The workbook that a rater of a double audit fills in.
#include <filesystem>

#include "agreement/headings.h"
#include "reports/rating_sheet.h"
#include "reports/words.h"
#include "reports/workbook_parts.h"
#include "reports/workbook_time.h"

namespace reports {

using agreement::Heading;

base::Status write_rating_workbook(const RatingSheet& sheet, const std::string& path, const WorkbookLimits& limits) {
  std::size_t rows = 0;
  for (std::size_t place : sheet.records) {
    for (const auto& rating : sheet.audit.records[place].ratings) rows += rating ? 1U : 0U;
  }
  Book book(path, std::filesystem::absolute(path).parent_path());
  TableLayout layout;
  layout.name = "Moderation";
  layout.still = 3;
  layout.columns = {{Heading::number, 6},
                    {Heading::document, 30},
                    {Heading::item, 6},
                    {Heading::question, 44},
                    {Heading::rating, 14, true, Look::entry_head},
                    {Heading::comment, 44, false, Look::entry_head},
                    {Heading::name, 18, false, Look::entry_head}};
  layout.printed = layout.columns.size();
  for (const char* key : {Heading::key_run, Heading::key_checklist, Heading::key_document}) {
    layout.columns.push_back({key, 20});
  }
  constexpr std::size_t rating_column = 4;
  Table table(book, std::move(layout), rows, limits);
  choose_rating(table, rating_column);
  for (std::size_t place : sheet.records) {
    const agreement::Record& record = sheet.audit.records[place];
    for (std::size_t i = 0; i < sheet.audit.items.size(); ++i) {
      if (!record.ratings[i]) continue;
      table.number(static_cast<double>(record.number)).text(record.path, Look::name).text(sheet.audit.items[i].id);
      table.text(sheet.audit.items[i].question).blank(Look::entry).blank(Look::entry).text(sheet.rater, Look::entry);
      table.text(sheet.facts.finished, Look::key).text(sheet.audit.sum_of(record.checklist), Look::key);
      table.text(record.sha256, Look::key);
      table.end_row();
    }
  }
  book.describe("Records to rate", time_of(sheet.facts.finished));
  return book.close();
}

}  // namespace reports
