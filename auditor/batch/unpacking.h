// What comes out of an archive, as the supervisor keeps it until it is audited: bytes in a private temporary file that
// has no name. The supervisor never looks into them.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "base/result.h"
#include "batch/spool.h"
#include "readers/archive.h"

namespace batch {

// What all archives of one input, nested ones too, have given so far.
struct Yield {
  std::uint64_t bytes = 0;
  std::uint64_t members = 0;
};

// Bytes and archives kept at this moment, over the whole run.
struct Kept {
  std::uint64_t bytes = 0;
  std::size_t archives = 0;
};

// The bytes of one archive's files, until the last of them is audited.
class Unpacked {
 public:
  static base::Result<std::shared_ptr<Unpacked>> create(const std::string& folder, std::shared_ptr<Yield> yield,
                                                        Kept& kept);
  ~Unpacked();
  Unpacked(const Unpacked&) = delete;
  Unpacked& operator=(const Unpacked&) = delete;

  base::Status add(std::string_view bytes);
  std::uint64_t size() const { return spool_.size(); }
  base::Result<Descriptor> reader() { return spool_.reader(); }
  const std::shared_ptr<Yield>& yield() const { return yield_; }

 private:
  Unpacked(Spool spool, std::shared_ptr<Yield> yield, Kept& kept);

  Spool spool_;
  std::shared_ptr<Yield> yield_;
  Kept& kept_;
};

// How much more may come out of an input that has given so much.
readers::Room room_after(const Yield& yield);

// One archive while it is being unpacked: takes its pieces in the order in which they come.
class Unpacking {
 public:
  explicit Unpacking(std::shared_ptr<Unpacked> into) : into_(std::move(into)) {}

  struct Whole {
    readers::Member member;
    std::uint64_t from = 0, size = 0;
  };

  // A file begins; the one before it, if any, is whole and returned. The bytes of a file that isn't `wanted` are
  // dropped, and it is never returned.
  std::optional<Whole> begin(readers::Member member, bool wanted);
  // Over_limit where the input has given more than it may, whatever its worker was told; or what the file system says.
  base::Status add(std::string_view bytes);
  // No file follows: the last one.
  std::optional<Whole> end();

  std::size_t members() const { return members_; }  // begun so far
  const std::shared_ptr<Unpacked>& into() const { return into_; }

 private:
  std::shared_ptr<Unpacked> into_;
  std::optional<Whole> current_;
  std::size_t members_ = 0;
};

}  // namespace batch
