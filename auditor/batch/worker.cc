#include "batch/worker.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <csignal>
#include <exception>
#include <new>
#include <optional>

#include "base/file.h"
#include "base/limits.h"
#include "batch/channel.h"
#include "batch/wire.h"

namespace batch {
namespace {

constexpr int worker_socket = 3;

// Keeps the socket, as descriptor 3, and closes everything else that was inherited: stores, other workers' sockets.
// What a failed assertion prints could hold a record's words, so it goes nowhere.
void keep_only(int socket) {
  int nowhere = ::open("/dev/null", O_RDWR);
  ::dup2(nowhere, STDIN_FILENO);
  ::dup2(nowhere, STDOUT_FILENO);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  ::dup2(nowhere, STDERR_FILENO);
#endif
  ::dup2(socket, worker_socket);
#ifdef SYS_close_range
  if (::syscall(SYS_close_range, worker_socket + 1, ~0u, 0u) == 0) return;
#endif
  for (int descriptor = worker_socket + 1; descriptor < 4096; ++descriptor) ::close(descriptor);
}

// A crash ends this process whatever handlers it inherited; an interrupt is the supervisor's business.
void take_default_signals() {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  for (int crash : {SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGILL, SIGSYS, SIGXCPU, SIGXFSZ}) std::signal(crash, SIG_DFL);
#endif
  std::signal(SIGINT, SIG_IGN);
  std::signal(SIGHUP, SIG_DFL);
  std::signal(SIGTERM, SIG_DFL);
  std::signal(SIGPIPE, SIG_IGN);
}

evaluation::Outcome audited(const Task& task, const Audit& audit) {
  base::Result<std::string> bytes = base::read_descriptor(task.file.get(), base::limits::input_bytes, task.path);
  if (!bytes) return outcome_of(bytes.error(), task.path, task.named);
  return audit(bytes.value(), task.path, task.named);
}

}  // namespace

evaluation::Outcome outcome_of(const base::Error& error, const std::string& path, bool named) {
  evaluation::Outcome outcome;
  outcome.path = path;
  outcome.error = error;
  if (outcome.error.file.empty()) outcome.error.file = path;
  bool skipped = error.code == base::ErrorCode::not_a_record && !named;
  outcome.standing = skipped ? evaluation::Standing::skipped : evaluation::Standing::refused;
  return outcome;
}

void work(int socket, const Bounds& bounds, const Audit& audit, bool keep_text) {
  take_default_signals();
  keep_only(socket);
  std::string in_force = confine(bounds);
  if (!send_reply(worker_socket, in_force, false)) ::_exit(1);
  while (std::optional<Task> task = receive_task(worker_socket)) {
    allow_processor_seconds(bounds.cpu_seconds);
    evaluation::Outcome outcome;
    bool parting = false;  // after an anomaly this process is not to be trusted with another document
    try {
      outcome = audited(*task, audit);
    } catch (const std::bad_alloc&) {
      parting = true;
      outcome = outcome_of({base::ErrorCode::over_limit, task->path, 0, 0, "needs too much memory", "split it"},
                           task->path, true);
    } catch (const std::exception&) {
      parting = true;
      outcome = outcome_of({base::ErrorCode::crashed, task->path, 0, 0, "made the program fail", "please report it"},
                           task->path, true);
    }
    task->file.reset();
    if (!keep_text) {
      outcome.document.text.clear();
      outcome.document.blocks.clear();
      outcome.document.tables.clear();
    }
    if (!send_reply(worker_socket, wire::encode(outcome), parting) || parting) break;
  }
  ::_exit(0);
}

}  // namespace batch
