// Which column of a sheet of ratings holds what, by its headings; and what those headings are.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "agreement/import.h"
#include "readers/sheets.h"

namespace agreement {

// The headings of the moderation workbook, as it writes and reads them.
struct Heading {
  static constexpr const char* number = "No.";
  static constexpr const char* document = "Document";
  static constexpr const char* item = "Item";
  static constexpr const char* question = "Question";
  static constexpr const char* rating = "Your rating";
  static constexpr const char* comment = "Your comment";
  static constexpr const char* name = "Your name";
  static constexpr const char* key_run = "Key, leave as it is: run finished";
  static constexpr const char* key_checklist = "Key, leave as it is: SHA-256 of the checklist";
  static constexpr const char* key_document = "Key, leave as it is: SHA-256 of the document";
};

using Column = std::optional<std::uint32_t>;

struct Columns {
  std::uint32_t row = 0;  // that the headings stand in
  Column number, document, item, question, rating, comment, name, key_checklist, key_document;
};

// None where the sheet holds no ratings.
std::optional<Columns> columns_of(const readers::Sheet& sheet);

// Where one heading stands twice, or nothing tells which document a row is about.
std::vector<Fault> faults_of(const readers::Sheet& sheet, const Columns& columns);

}  // namespace agreement
