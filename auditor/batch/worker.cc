#include "batch/worker.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <exception>
#include <new>
#include <optional>

#include "base/file.h"
#include "base/limit.h"
#include "base/limits.h"
#include "batch/channel.h"
#include "batch/wire.h"
#include "intake/names.h"
#include "readers/archive.h"
#include "readers/reader.h"

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

constexpr std::size_t piece_bytes = 1u << 20;  // of a member, in one reply

std::uint64_t size_of(int descriptor) {
  struct stat facts {};
  return ::fstat(descriptor, &facts) == 0 ? static_cast<std::uint64_t>(facts.st_size) : 0;
}

base::Result<std::string> file_bytes(const Task& task) {
  if (task.size == Task::whole_file) {
    base::Result<std::string> bytes = base::read_descriptor(task.file.get(), base::limit(base::Limit::file), task.path);
    if (bytes || bytes.error().code != base::ErrorCode::over_limit) return bytes;
    base::Error error = bytes.error();
    error.advice = base::advice_to_raise(base::Limit::file, "split it or leave it out", size_of(task.file.get()));
    return error;
  }
  return base::read_slice(task.file.get(), task.from, static_cast<std::size_t>(task.size), task.path);
}

std::vector<document::Note> notes_of(std::uint8_t marks) {
  using document::NoteKind;
  std::vector<document::Note> notes;
  if ((marks & broken) != 0) {
    notes.push_back({NoteKind::salvaged, "its ZIP archive is damaged: this is what could be unpacked of the file"});
  }
  if ((marks & renamed) != 0) {
    notes.push_back({NoteKind::tidied, "its name in the ZIP archive held what no name should, and was changed"});
  }
  if ((marks & repeated) != 0) {
    notes.push_back({NoteKind::tidied, "its ZIP archive holds another file of the same name before this one"});
  }
  return notes;
}

// Sends an archive's files as they are unpacked; the outcome is what there is to say of the archive itself.
evaluation::Outcome unpacked(const Task& task, std::string_view bytes) {
  auto send = [&](const readers::Member& member, std::string&& content) {
    if (!send_reply(worker_socket, ReplyKind::member, wire::encode(member))) return false;
    for (std::string_view rest = content; !rest.empty(); rest.remove_prefix(std::min(piece_bytes, rest.size()))) {
      if (!send_reply(worker_socket, ReplyKind::bytes, rest.substr(0, piece_bytes))) return false;
    }
    return true;
  };
  base::Status status =
      readers::unpack(bytes, task.path, {task.room_bytes, task.room_members}, intake::passed_by_name, send);
  if (!status) return outcome_of(status.error(), task.path, true);
  return {};
}

struct Answer {
  ReplyKind kind = ReplyKind::outcome;
  evaluation::Outcome outcome;
};

Answer answered(const Task& task, const Audit& audit, const Bounds& bounds) {
  base::Result<std::string> bytes = file_bytes(task);
  if (!bytes) {
    return {task.unpack ? ReplyKind::unpacked : ReplyKind::outcome, outcome_of(bytes.error(), task.path, task.named)};
  }
  if (task.unpack) return {ReplyKind::unpacked, unpacked(task, bytes.value())};
  if (readers::is_archive(bytes.value(), task.path)) return {ReplyKind::archive, {}};
  allow_processor_seconds(bounds.cpu_seconds_for(bytes.value().size()));
  return {ReplyKind::outcome, audit(bytes.value(), {task.path, task.named, notes_of(task.marks)})};
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

base::Error blame(base::ErrorCode code, const std::string& path, std::uint64_t bytes, const Bounds& bounds) {
  switch (code) {
    case base::ErrorCode::timed_out:
      return {code,
              path,
              0,
              0,
              "took too long: a document may have " + std::to_string(bounds.cpu_seconds) +
                  " seconds of processor time and one more for each " +
                  std::to_string(base::limits::worker_bytes_a_second >> 10) + " KiB of text, and " +
                  std::to_string(bounds.wall_seconds_for(bytes)) + " in all",
              base::advice_to_raise(base::Limit::seconds, "split it, or audit it alone while nothing else runs")};
    case base::ErrorCode::over_limit:
      return {code,
              path,
              0,
              0,
              "needs more than " + std::to_string(bounds.address_bytes >> 20) + " MiB of memory",
              base::advice_to_raise(base::Limit::memory, "split it")};
    default:
      return {base::ErrorCode::crashed,
              path,
              0,
              0,
              "made the worker that read it fail",
              "please report it, without the record; saved as .docx or .pdf it may be read"};
  }
}

void work(int socket, const Bounds& bounds, const Audit& audit, bool keep_text) {
  take_default_signals();
  keep_only(socket);
  std::string in_force = confine(bounds);
  if (!send_reply(worker_socket, ReplyKind::outcome, in_force)) ::_exit(1);
  while (std::optional<Task> task = receive_task(worker_socket)) {
    allow_processor_seconds(bounds.cpu_seconds);
    Answer answer;
    bool parting = false;  // after an anomaly this process is not to be trusted with another document
    try {
      answer = answered(*task, audit, bounds);
    } catch (const std::bad_alloc&) {
      parting = true;
      answer.outcome = outcome_of(blame(base::ErrorCode::over_limit, task->path, 0, bounds), task->path, true);
    } catch (const std::exception&) {
      parting = true;
      answer.outcome = outcome_of(blame(base::ErrorCode::crashed, task->path, 0, bounds), task->path, true);
    }
    task->file.reset();
    evaluation::Outcome& outcome = answer.outcome;
    if (!keep_text) {
      outcome.document.text.clear();
      outcome.document.blocks.clear();
      outcome.document.tables.clear();
    }
    std::string payload = answer.kind == ReplyKind::archive ? "" : wire::encode(outcome);
    if (!send_reply(worker_socket, answer.kind, payload, parting) || parting) break;
  }
  ::_exit(0);
}

}  // namespace batch
