#include "agreement/headings.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"

namespace agreement {
namespace {

std::string folded(std::string_view text) {
  return base::fold_case(base::on_one_line(text));
}

constexpr std::pair<const char*, Column Columns::*> kColumns[] = {
    {Heading::number, &Columns::number},
    {Heading::document, &Columns::document},
    {Heading::item, &Columns::item},
    {Heading::question, &Columns::question},
    {Heading::rating, &Columns::rating},
    {Heading::comment, &Columns::comment},
    {Heading::name, &Columns::name},
    {Heading::key_checklist, &Columns::key_checklist},
    {Heading::key_document, &Columns::key_document},
};

}  // namespace

std::optional<Columns> columns_of(const readers::Sheet& sheet) {
  for (std::size_t i = 0; i < std::min(sheet.rows.size(), readers::heads); ++i) {
    Columns columns;
    columns.row = sheet.rows[i].number;
    for (const auto& [at, text] : sheet.rows[i].cells) {
      const std::string heading = folded(text);
      for (const auto& [wanted, column] : kColumns) {
        if (!(columns.*column) && heading == folded(wanted)) columns.*column = at;
      }
    }
    if (columns.item && columns.rating) return columns;
  }
  return std::nullopt;
}

std::vector<Fault> faults_of(const readers::Sheet& sheet, const Columns& columns) {
  std::vector<Fault> out;
  auto row = std::find_if(sheet.rows.begin(), sheet.rows.end(), [&](const auto& r) { return r.number == columns.row; });
  for (const auto& [at, text] : row->cells) {
    const std::string heading = folded(text);
    for (const auto& [wanted, column] : kColumns) {
      if (heading != folded(wanted) || columns.*column == at) continue;
      out.push_back({readers::cell_name(sheet.name, columns.row, at),
                     "is the second column with this heading; leave one of them"});
    }
  }
  if (!columns.key_document && !columns.document && !columns.number) {
    out.push_back({readers::cell_name(sheet.name, columns.row, *columns.item),
                   "has no column beside it that says which document a row is about; keep the columns as they were"});
  }
  return out;
}

}  // namespace agreement
