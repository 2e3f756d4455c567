#include "cli/confined.h"

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>

#include "batch/sandbox.h"
#include "cli/commands.h"
#include "cli/terminal.h"

namespace cli {
namespace {

// Processor time: the largest pack takes about a minute.
constexpr std::uint32_t most_seconds = 300;

[[noreturn]] void work_confined(int line, const std::function<int(const Said&)>& work) {
  batch::Bounds bounds;
  bounds.cpu_seconds = most_seconds;
  batch::confine(bounds);
  batch::allow_processor_seconds(most_seconds);
  ::_exit(work(Said(line)));
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

}  // namespace

void Said::send(char kind, const std::string& text) const {
  std::string saying = kind + text + '\0';
  for (std::size_t done = 0; done < saying.size();) {
    ssize_t n = ::write(line_, saying.data() + done, saying.size() - done);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return;
    done += static_cast<std::size_t>(n);
  }
}

int confined(const std::string& path, const std::function<int(const Said&)>& work) {
  std::array<int, 2> line{};
  batch::warm_up();
  pid_t child = -1;
  if (::pipe(line.data()) == 0) child = ::fork();
  if (child == 0) {
    ::close(line[0]);
    work_confined(line[1], work);
  }
  if (child < 0) return fail({base::ErrorCode::unreadable, path, 0, 0, "cannot be read: no process can be made", ""});
  ::close(line[1]);
  std::string said = everything(line[0]);
  ::close(line[0]);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (WIFEXITED(status)) {
    repeat(said);
    return WEXITSTATUS(status);
  }
  bool slow = WTERMSIG(status) == SIGXCPU;
  base::ErrorCode code = slow ? base::ErrorCode::timed_out : base::ErrorCode::crashed;
  std::string what =
      slow ? "takes longer than " + std::to_string(most_seconds) + " seconds to read" : "made its reader crash";
  fail({code, path, 0, 0, what, "it is damaged, or made to do harm: ask for it again"});
  return some_refused;
}

}  // namespace cli
