#include "reports/output_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace reports {
namespace {

constexpr std::size_t kFlushAt = 1u << 20;

std::string beside(const std::filesystem::path& target) {
  return target.string() + ".part";
}

}  // namespace

OutputFile::OutputFile(std::filesystem::path target, int descriptor)
    : target_(std::move(target)), descriptor_(descriptor) {}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : target_(std::move(other.target_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      nameless_(other.nameless_),
      waiting_(std::move(other.waiting_)) {}

OutputFile::~OutputFile() {
  if (descriptor_ < 0) return;
  ::close(descriptor_);
  if (!nameless_) ::unlink(beside(target_).c_str());
}

base::Error OutputFile::failed() const {
  return base::Error{
      base::ErrorCode::unreadable,    target_.string(), 0, 0, std::string("cannot be written: ") + std::strerror(errno),
      "give another place with --out"};
}

base::Result<OutputFile> OutputFile::create(const std::filesystem::path& target) {
  OutputFile file(target, ::open(beside(target).c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600));
  if (file.descriptor_ < 0) return file.failed();
  return file;
}

base::Result<OutputFile> OutputFile::create_nameless(const std::filesystem::path& target) {
  std::filesystem::path folder = target.parent_path().empty() ? "." : target.parent_path();
  OutputFile file(target, ::open(folder.c_str(), O_WRONLY | O_TMPFILE | O_CLOEXEC, 0600));
  if (file.descriptor_ < 0) return create(target);
  file.nameless_ = true;
  return file;
}

// Gives a nameless file its name beside the target.
bool OutputFile::name() {
  if (!nameless_) return true;
  ::unlink(beside(target_).c_str());
  std::string open_file = "/proc/self/fd/" + std::to_string(descriptor_);
  nameless_ = ::linkat(AT_FDCWD, open_file.c_str(), AT_FDCWD, beside(target_).c_str(), AT_SYMLINK_FOLLOW) != 0;
  return !nameless_;
}

base::Status OutputFile::flush() {
  std::string_view rest = waiting_;
  while (!rest.empty()) {
    ssize_t n = ::write(descriptor_, rest.data(), rest.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return failed();
    rest.remove_prefix(static_cast<std::size_t>(n));
  }
  waiting_.clear();
  return base::Done{};
}

base::Status OutputFile::write(std::string_view bytes) {
  waiting_ += bytes;
  return waiting_.size() < kFlushAt ? base::Status(base::Done{}) : flush();
}

std::string OutputFile::path() const {
  return beside(target_);
}

base::Status OutputFile::finish() {
  if (base::Status status = flush(); !status) return status;
  if (!name()) return failed();
  int closed = ::close(std::exchange(descriptor_, -1));
  if (closed != 0 || ::rename(beside(target_).c_str(), target_.c_str()) != 0) {
    base::Error error = failed();
    ::unlink(beside(target_).c_str());
    return error;
  }
  return base::Done{};
}

}  // namespace reports
