#include "cli/confined.h"

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <string_view>

#include "batch/sandbox.h"
#include "cli/commands.h"
#include "cli/terminal.h"

namespace cli {
namespace {

// Processor time: the largest pack takes about a minute.
constexpr std::uint32_t most_seconds = 300;

// Writes to the line; what it gives is the process's exit status.
using Work = std::function<int(int line)>;

[[noreturn]] void work_confined(int line, const Work& work) {
  batch::Bounds bounds;
  bounds.cpu_seconds = most_seconds;
  batch::confine(bounds);
  batch::allow_processor_seconds(most_seconds);
  ::_exit(work(line));
}

bool send_all(int line, std::string_view bytes) {
  for (std::size_t done = 0; done < bytes.size();) {
    ssize_t n = ::write(line, bytes.data() + done, bytes.size() - done);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return false;
    done += static_cast<std::size_t>(n);
  }
  return true;
}

// Everything that comes down the line until it closes.
std::string everything(int line) {
  std::string out;
  std::array<char, 1u << 14> block{};
  while (true) {
    ssize_t n = ::read(line, block.data(), block.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return out;
    out.append(block.data(), static_cast<std::size_t>(n));
  }
}

// Each saying is its kind, its text, and a NUL.
void repeat(const std::string& said) {
  for (std::size_t at = 0; at < said.size();) {
    std::size_t end = std::min(said.find('\0', at), said.size());
    std::string text = said.substr(at + 1, end - at - 1);
    said[at] == 'o' ? static_cast<void>(print(text)) : complain(text);
    at = end + 1;
  }
}

struct Ended {
  int status = 0;       // that it gave itself
  std::string written;  // on the line
};

// The error is about `path`: no process could be made, or it was ended for using too much or crashed.
base::Result<Ended> run_confined(const std::string& path, const Work& work) {
  std::array<int, 2> line{};
  batch::warm_up();
  pid_t child = -1;
  if (::pipe(line.data()) == 0) child = ::fork();
  if (child == 0) {
    ::close(line[0]);
    work_confined(line[1], work);
  }
  if (child < 0) {
    return base::Error{base::ErrorCode::unreadable, path, 0, 0, "cannot be read: no process can be made", ""};
  }
  ::close(line[1]);
  Ended ended;
  ended.written = everything(line[0]);
  ::close(line[0]);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (WIFEXITED(status)) {
    ended.status = WEXITSTATUS(status);
    return ended;
  }
  bool slow = WTERMSIG(status) == SIGXCPU;
  base::ErrorCode code = slow ? base::ErrorCode::timed_out : base::ErrorCode::crashed;
  std::string what =
      slow ? "takes longer than " + std::to_string(most_seconds) + " seconds to read" : "made its reader crash";
  return base::Error{code, path, 0, 0, what, "it is damaged, or made to do harm: ask for it again"};
}

}  // namespace

void Said::send(char kind, const std::string& text) const {
  send_all(line_, kind + text + '\0');
}

int confined(const std::string& path, const std::function<int(const Said&)>& work) {
  base::Result<Ended> ended = run_confined(path, [&](int line) { return work(Said(line)); });
  if (!ended) {
    fail(ended.error());
    return some_refused;
  }
  repeat(ended.value().written);
  return ended.value().status;
}

base::Result<std::string> confined(const std::string& path, const std::function<base::Result<std::string>()>& work) {
  constexpr int failed = 1;
  base::Result<Ended> ended = run_confined(path, [&](int line) {
    base::Result<std::string> made = work();
    if (made) return send_all(line, made.value()) ? 0 : failed;
    const base::Error& error = made.error();
    send_all(line, static_cast<char>(error.code) + error.message + '\0' + error.advice);
    return failed;
  });
  if (!ended) return ended.error();
  std::string& written = ended.value().written;
  if (ended.value().status == 0) return std::move(written);
  const std::size_t end = written.find('\0', 1);
  if (end == std::string::npos) {
    return base::Error{base::ErrorCode::unreadable, path, 0, 0, "cannot be read", "try again"};
  }
  return base::Error{
      static_cast<base::ErrorCode>(written[0]), path, 0, 0, written.substr(1, end - 1), written.substr(end + 1)};
}

}  // namespace cli
