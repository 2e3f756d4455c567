#include "base/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace base {
namespace {

Error failed(const std::string& path, const char* what) {
  Error error;
  error.code = errno == ENOENT ? ErrorCode::not_found : ErrorCode::unreadable;
  error.file = path;
  error.message = std::string(what) + ": " + std::strerror(errno);
  return error;
}

class Descriptor {
 public:
  explicit Descriptor(int value) : value_(value) {}
  ~Descriptor() {
    if (value_ >= 0) ::close(value_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return value_; }
  int release() { return std::exchange(value_, -1); }

 private:
  int value_;
};

}  // namespace

Result<std::string> read_slice(int descriptor, std::uint64_t from, std::size_t size, const std::string& name) {
  std::string bytes(size, '\0');
  std::size_t done = 0;
  while (done < size) {
    ssize_t n = ::pread(descriptor, bytes.data() + done, size - done, static_cast<off_t>(from + done));
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return failed(name, "cannot be read");
    if (n == 0) break;
    done += static_cast<std::size_t>(n);
  }
  bytes.resize(done);
  return bytes;
}

namespace {

Result<std::string> read_as_it_is(int descriptor, const struct stat& facts, std::size_t limit,
                                  const std::string& name) {
  if (!S_ISREG(facts.st_mode)) {
    return Error{ErrorCode::unreadable, name, 0, 0, "is not an ordinary file", "give a file or a folder"};
  }
  auto size = static_cast<std::size_t>(facts.st_size);
  if (size > limit) {
    constexpr std::size_t mebibyte = 1u << 20;
    return Error{ErrorCode::over_limit,
                 name,
                 0,
                 0,
                 "is " + std::to_string((size + mebibyte - 1) >> 20) + " MiB large, and no more than " +
                     std::to_string(limit >> 20) + " MiB are read",
                 "split it or leave it out"};
  }
  return read_slice(descriptor, 0, size, name);
}

}  // namespace

Result<std::string> read_settled(int descriptor, const std::string& name,
                                 const std::function<Result<std::string>(const struct stat&)>& read) {
  constexpr int attempts = 3;
  for (int attempt = 0; attempt < attempts; ++attempt) {
    struct stat before {
    }, after{};
    if (::fstat(descriptor, &before) != 0) return failed(name, "cannot be read");
    Result<std::string> bytes = read(before);
    if (!bytes) return bytes;
    if (::fstat(descriptor, &after) != 0) return failed(name, "cannot be read");
    bool same = before.st_size == after.st_size && before.st_mtim.tv_sec == after.st_mtim.tv_sec &&
                before.st_mtim.tv_nsec == after.st_mtim.tv_nsec;
    if (same) return bytes;
  }
  return Error{ErrorCode::unreadable,         name, 0, 0, "was being changed while it was read",
               "audit it when it is finished"};
}

Result<std::string> read_descriptor(int descriptor, std::size_t limit, const std::string& name) {
  return read_settled(descriptor, name,
                      [&](const struct stat& facts) { return read_as_it_is(descriptor, facts, limit, name); });
}

Result<std::string> read_file(const std::filesystem::path& path, std::size_t limit) {
  Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (file.get() < 0) return failed(path.string(), "cannot be opened");
  return read_descriptor(file.get(), limit, path.string());
}

Status write_file(const std::filesystem::path& path, const std::string& bytes) {
  std::string beside = path.string() + ".part";
  Descriptor file(::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
  if (file.get() < 0) return failed(path.string(), "cannot be written");
  std::size_t done = 0;
  while (done < bytes.size()) {
    ssize_t n = ::write(file.get(), bytes.data() + done, bytes.size() - done);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) {
      Error error = failed(path.string(), "cannot be written");
      ::unlink(beside.c_str());
      return error;
    }
    done += static_cast<std::size_t>(n);
  }
  if (::close(file.release()) != 0 || ::rename(beside.c_str(), path.c_str()) != 0) {
    Error error = failed(path.string(), "cannot be written");
    ::unlink(beside.c_str());
    return error;
  }
  return Done{};
}

}  // namespace base
