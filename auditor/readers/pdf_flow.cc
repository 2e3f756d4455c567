#include "readers/pdf_flow.h"

namespace readers::pdf {

std::uint32_t page_of(const Item& item) {
  const auto* paragraph = std::get_if<Paragraph>(&item);
  return paragraph != nullptr ? paragraph->page : std::get<Table>(item).page;
}

void emit(const Flow& flow, document::Builder& builder) {
  for (const Item& item : flow) {
    if (builder.full()) return;
    if (const auto* paragraph = std::get_if<Paragraph>(&item)) {
      document::Style style;
      style.level = paragraph->level;
      style.bold = paragraph->bold;
      style.italic = paragraph->italic;
      style.inferred = paragraph->inferred;
      style.part = paragraph->part;
      style.page = paragraph->page;
      builder.add(paragraph->kind, paragraph->text, style);
      continue;
    }
    const Table& table = std::get<Table>(item);
    document::Style style;
    style.inferred = table.inferred;
    style.page = table.page;
    builder.begin_table(style);
    for (const Row& row : table.rows) {
      builder.begin_row();
      for (const Cell& cell : row.cells) {
        builder.begin_cell({cell.header, cell.row_span, cell.column_span, cell.page});
        emit(cell.content, builder);
        builder.end_cell();
      }
      builder.end_row();
    }
    builder.end_table();
  }
}

}  // namespace readers::pdf
