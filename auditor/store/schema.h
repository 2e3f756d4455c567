// The text of schema.sql, built into the program.
#pragma once

namespace store {

extern const char* const schema;
inline constexpr int schema_version = 5;           // SQLite's user_version; see schema.sql
inline constexpr int application_id = 0x41554452;  // "AUDR"

}  // namespace store
