#include "cli/after_kill.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <filesystem>
#include <system_error>
#include <vector>

namespace cli {
namespace {

// The kernel sends SIGTERM when the parent is gone. The same signal from anybody else is not heeded while it is there.
[[noreturn]] void watch(pid_t parent, const std::string& folder, const sigset_t& signals) {
  ::setsid();  // what ends the parent's whole group does not end this
  ::close_range(0, ~0U, 0);
  ::prctl(PR_SET_NAME, "auditor-tidy");
  ::prctl(PR_SET_PDEATHSIG, SIGTERM);
  while (::getppid() == parent) {
    int signal = 0;
    ::sigwait(&signals, &signal);
  }
  // A worker that is still ending may hold a file there for a moment.
  for (int attempt = 0; attempt < 20; ++attempt) {
    std::error_code error;
    std::filesystem::remove_all(folder, error);
    if (!error) break;
    ::usleep(50'000);
  }
  ::_exit(0);
}

}  // namespace

AfterKill::AfterKill(const std::string& folder) {
  sigset_t all, before;
  ::sigfillset(&all);
  ::pthread_sigmask(SIG_SETMASK, &all, &before);
  const pid_t parent = ::getpid();
  watcher_ = ::fork();
  if (watcher_ == 0) watch(parent, folder, all);
  ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
}

AfterKill::~AfterKill() {
  if (watcher_ <= 0) return;
  ::kill(watcher_, SIGKILL);
  while (::waitpid(watcher_, nullptr, 0) < 0 && errno == EINTR) continue;
}

int lock_folder(const std::string& folder) {
  int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  if (descriptor < 0 || ::flock(descriptor, LOCK_EX | LOCK_NB) == 0) return descriptor;
  int why = errno;
  ::close(descriptor);
  errno = why;
  return -1;
}

std::vector<std::string> left_behind(const std::string& prefix) {
  namespace fs = std::filesystem;
  std::error_code error;
  std::vector<std::string> out;
  for (const fs::directory_entry& entry : fs::directory_iterator(fs::path(prefix).parent_path(), error)) {
    std::string path = entry.path().string();
    bool ours = path.starts_with(prefix) && path.size() > prefix.size() &&
                path.find_first_not_of("0123456789", prefix.size()) == std::string::npos;
    if (ours) out.push_back(std::move(path));
  }
  return out;
}

void remove_stale(const std::string& prefix, const std::function<bool(const std::string& folder)>& keep) {
  std::error_code error;
  for (const std::string& folder : left_behind(prefix)) {
    int lock = lock_folder(folder);
    if (lock < 0) continue;
    if (!keep(folder)) std::filesystem::remove_all(folder, error);
    ::close(lock);
  }
}

}  // namespace cli
