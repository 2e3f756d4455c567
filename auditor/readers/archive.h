// A ZIP archive of documents, as people send them: its files one by one, each bounded by base/limits.h. Names are
// labels for people and reports, never paths to write to.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace readers {

// One file of an archive.
struct Member {
  std::string name;  // as shown: '/' between its parts, unique in the archive, nothing in it that climbs or commands
  bool renamed = false;   // the archive's own name climbed, was absolute, held control or direction characters, ...
  bool repeated = false;  // the archive holds another file of that name before this one
  bool whole = true;      // false where it is cut off or fails its check sum: the bytes are what could be unpacked
  bool given = true;      // false where `error` tells why its bytes are not
  base::Error error;      // not_a_record where it is to be skipped: a link, a hidden file
};

// How much more may come out of an archive.
struct Room {
  std::uint64_t bytes;
  std::uint32_t members;
};

// Whether a name alone says that the file is no record, so that it isn't unpacked.
using Pass = std::function<std::optional<base::Error>(std::string_view name)>;
// Takes a member and its bytes; false where no more are wanted.
using Take = std::function<bool(const Member& member, std::string&& bytes)>;

// Calls `take` for every file of the archive, in the archive's order; folders are left out. Errors tell what is wrong
// with the archive as a whole, once those that could be read were taken: damaged, empty, over_limit. `name` is for
// them.
base::Status unpack(std::string_view bytes, const std::string& name, const Room& room, const Pass& pass,
                    const Take& take);

// A name of an archive as a label; `renamed` is set where more than the slashes changed.
std::string label_of(std::string_view name, bool& renamed);

}  // namespace readers
