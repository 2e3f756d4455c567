// The text of schema.sql, and of migrations/, built into the program.
#pragma once

namespace store {

extern const char* const schema;
extern const char* const from_5;
extern const char* const from_6;
extern const char* const from_7;
inline constexpr int schema_version = 8;           // SQLite's user_version; see schema.sql
inline constexpr int oldest_version = 5;           // that can still be opened
inline constexpr int application_id = 0x41554452;  // "AUDR"

}  // namespace store
