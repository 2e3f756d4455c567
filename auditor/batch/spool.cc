#include "batch/spool.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

namespace batch {
namespace {

constexpr std::size_t most_waiting = 1u << 14;

base::Error failed(const char* what) {
  return {base::ErrorCode::unreadable,
          "",
          0,
          0,
          std::string(what) + ": " + std::strerror(errno),
          "make room for temporary files, or name another folder for them in TMPDIR"};
}

}  // namespace

base::Result<Spool> Spool::create(const std::string& folder) {
  // Without a name from the start where the file system can do that.
  int nameless = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
  if (nameless >= 0) return Spool(Descriptor(nameless));
  std::string name = folder + "/auditor-XXXXXX";
  int made = ::mkostemp(name.data(), O_CLOEXEC);
  if (made < 0) return failed("no temporary file can be made");
  ::unlink(name.c_str());
  return Spool(Descriptor(made));
}

base::Result<Spool> Spool::named(const std::string& path) {
  Descriptor file(::open(path.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600));
  auto cannot = [&](base::ErrorCode code, std::string what) {
    return base::Error{code, path, 0, 0, std::move(what), ""};
  };
  if (!file.open()) return cannot(base::ErrorCode::unreadable, std::string("cannot be made: ") + std::strerror(errno));
  if (::flock(file.get(), LOCK_EX | LOCK_NB) != 0) {
    return cannot(base::ErrorCode::interrupted, "is in use by another run of this program");
  }
  struct stat facts {};
  if (::fstat(file.get(), &facts) != 0) return cannot(base::ErrorCode::unreadable, "cannot be read");
  Spool spool(std::move(file));
  spool.size_ = static_cast<std::uint64_t>(facts.st_size);
  return spool;
}

base::Status Spool::cut(std::uint64_t size) {
  if (base::Status flushed = flush(); !flushed) return flushed;
  if (::ftruncate(file_.get(), static_cast<off_t>(size)) != 0) return failed("a temporary file cannot be written");
  size_ = size;
  return base::Done{};
}

base::Status Spool::flush() {
  std::string_view rest = waiting_;
  std::uint64_t at = size_ - waiting_.size();
  while (!rest.empty()) {
    ssize_t written = ::pwrite(file_.get(), rest.data(), rest.size(), static_cast<off_t>(at));
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return failed("a temporary file cannot be written");
    rest.remove_prefix(static_cast<std::size_t>(written));
    at += static_cast<std::uint64_t>(written);
  }
  waiting_.clear();
  return base::Done{};
}

base::Status Spool::add(std::string_view bytes) {
  waiting_ += bytes;
  size_ += bytes.size();
  if (waiting_.size() >= most_waiting) return flush();
  return base::Done{};
}

base::Result<Descriptor> Spool::reader() {
  if (base::Status flushed = flush(); !flushed) return flushed.error();
  // Opened anew where the system lets us, so that who gets it can't write; else another handle on the same file.
  std::string name = "/proc/self/fd/" + std::to_string(file_.get());
  Descriptor made(::open(name.c_str(), O_RDONLY | O_CLOEXEC));
  if (!made.open()) made = Descriptor(::fcntl(file_.get(), F_DUPFD_CLOEXEC, 0));
  if (!made.open()) return failed("a temporary file cannot be read");
  return made;
}

base::Result<std::string> Spool::read(std::uint64_t from, std::uint64_t count) {
  if (base::Status flushed = flush(); !flushed) return flushed.error();
  std::string out(count, '\0');
  std::size_t have = 0;
  while (have < out.size()) {
    ssize_t got = ::pread(file_.get(), out.data() + have, out.size() - have, static_cast<off_t>(from + have));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return failed("a temporary file cannot be read");
    have += static_cast<std::size_t>(got);
  }
  return out;
}

}  // namespace batch
