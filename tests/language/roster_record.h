// Records made for tests of who is who, and what is asked of them.
#pragma once

#include "record.h"

namespace language_tests {

inline std::string subjects(const Record& record) {
  std::string out;
  for (const language::EntityId id : record.annotations.subjects) {
    out += (out.empty() ? "" : ", ") + record.annotations.people[static_cast<std::size_t>(id)].name;
  }
  return out;
}

inline std::string role_of(const Record& record, std::string_view name) {
  for (const language::Entity& entity : record.annotations.people) {
    if (entity.name == name) return name_of(entity.role);
  }
  return "nobody";
}

inline Record of_table(const Rows& rows, bool heading_row) {
  document::Builder builder("test");
  add_heading(builder, "Assessment record");
  add_table(builder, rows, heading_row);
  add_heading(builder, "Analysis");
  builder.add(document::BlockKind::paragraph, "The home was warm and there was food in.");
  return Record(builder.take());
}

inline Record of_lines(const std::vector<std::string>& lines) {
  document::Builder builder("test");
  for (const std::string& line : lines) builder.add(document::BlockKind::paragraph, line);
  return Record(builder.take());
}

}  // namespace language_tests
