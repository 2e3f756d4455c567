// What a name alone says is no record: lock files, hidden files, what desktops leave beside people's files.
#pragma once

#include <optional>
#include <string_view>

#include "base/error.h"

namespace intake {

bool is_lock_file(std::string_view name);  // "~$a.docx", ".~lock.a.odt#"
bool is_hidden(std::string_view name);
bool is_thumbnail(std::string_view name);  // "Thumbs.db" and the like, without case

// For a path within an archive, whose folders can't be looked at: not_a_record where it is to be skipped.
std::optional<base::Error> passed_by_name(std::string_view path);

}  // namespace intake
