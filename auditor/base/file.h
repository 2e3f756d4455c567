// Whole files in and out. Errors name the path and the system's reason.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

#include "base/result.h"

struct stat;

namespace base {

// The file's bytes, at most `limit` of them (over_limit beyond). Only regular files are read.
Result<std::string> read_file(const std::filesystem::path& path, std::size_t limit);

// The bytes of an open descriptor from its start, never half of one state of the file and half of another: what is
// written to meanwhile is read again, and refused as unreadable where that goes on; the caller keeps and closes the
// descriptor. `name` is for the error.
Result<std::string> read_descriptor(int descriptor, std::size_t limit, const std::string& name);

// What `read` makes of the file in the state it is told, called anew where the file has another size or time
// afterwards; refused as unreadable where that happens three times. read_descriptor is this with the file's bytes; a
// test gives a `read` that meets a change, which two threads do not promise.
Result<std::string> read_settled(int descriptor, const std::string& name,
                                 const std::function<Result<std::string>(const struct stat&)>& read);

// So many bytes of an open descriptor from a place on, fewer where the file ends before; not counted against a limit.
Result<std::string> read_slice(int descriptor, std::uint64_t from, std::size_t size, const std::string& name);

// Writes beside the target and renames over it, mode 0600: the target is the old file or the whole new one.
Status write_file(const std::filesystem::path& path, const std::string& bytes);

}  // namespace base
