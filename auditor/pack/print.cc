#include "pack/print.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string_view>
#include <vector>

#include "base/file.h"
#include "base/limits.h"

namespace pack {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr int look_every = 50;  // milliseconds

base::Error cannot(std::string message) {
  return {base::ErrorCode::unreadable, "", 0, 0, std::move(message), ""};
}

std::vector<std::string> command(const std::string& browser, const std::string& folder) {
  std::vector<std::string> out{browser,
                               "--headless",
                               "--disable-gpu",
                               "--disable-dev-shm-usage",
                               "--no-first-run",
                               "--no-default-browser-check",
                               "--disable-background-networking",
                               "--disable-component-update",
                               "--disable-default-apps",
                               "--disable-domain-reliability",
                               "--disable-extensions",
                               "--disable-sync",
                               "--disable-breakpad",
                               "--no-pings",
                               "--proxy-server=127.0.0.1:9",  // whatever it may ask for finds no way out
                               "--host-resolver-rules=MAP * ~NOTFOUND",
                               "--user-data-dir=" + folder + "/profile",
                               "--no-pdf-header-footer",
                               "--print-to-pdf=" + folder + "/page.pdf",
                               "file://" + folder + "/page.html"};
  // Its own sandbox refuses to work for root.
  if (::geteuid() == 0) out.insert(out.begin() + 1, "--no-sandbox");
  return out;
}

[[noreturn]] void become(const std::vector<std::string>& arguments, const std::string& folder) {
  int nowhere = ::open("/dev/null", O_RDWR);
  for (int descriptor : {0, 1, 2}) ::dup2(nowhere, descriptor);
  std::vector<std::string> settings{"HOME=" + folder,
                                    "TMPDIR=" + folder,
                                    "XDG_CONFIG_HOME=" + folder,
                                    "XDG_CACHE_HOME=" + folder,
                                    "XDG_RUNTIME_DIR=" + folder,
                                    "LANG=C.UTF-8",
                                    "TZ=UTC0"};
  if (const char* path = std::getenv("PATH")) settings.push_back(std::string("PATH=") + path);
  auto pointers = [](const std::vector<std::string>& words) {
    std::vector<char*> out;
    for (const std::string& word : words) out.push_back(const_cast<char*>(word.c_str()));
    out.push_back(nullptr);
    return out;
  };
  ::execve(arguments[0].c_str(), pointers(arguments).data(), pointers(settings).data());
  ::_exit(127);
}

// Runs until it ends, the time is over, or the other end of `line` is closed. Whether it ended by itself and well.
bool run(const std::vector<std::string>& arguments, const std::string& folder, unsigned seconds, int line) {
  pid_t child = ::fork();
  if (child < 0) return false;
  if (child == 0) {
    ::setpgid(0, 0);
    become(arguments, folder);
  }
  ::setpgid(child, child);
  Clock::time_point end = Clock::now() + std::chrono::seconds(seconds);
  int status = 0;
  bool ended = false;
  while (!ended && Clock::now() < end) {
    pollfd watched{line, 0, 0};  // only its closing is told
    ::poll(&watched, 1, look_every);
    ended = ::waitpid(child, &status, WNOHANG) == child;
    if (watched.revents != 0) break;
  }
  ::kill(-child, SIGKILL);
  if (!ended) ::waitpid(child, &status, 0);
  return ended && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

void send(int line, std::string_view bytes) {
  while (!bytes.empty()) {
    ssize_t n = ::write(line, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return;
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
}

// The keeper of the private folder, a process of its own: it outlives a program that is killed, and clears up.
[[noreturn]] void keep(const std::string& html, const Printing& printing, int line) {
  // What ends the program from the keyboard is not meant for the keeper, which sees the line close.
  ::setpgid(0, 0);
  ::signal(SIGPIPE, SIG_IGN);
  std::string folder = printing.folder + "/auditor-XXXXXX";
  if (::mkdtemp(folder.data()) == nullptr) ::_exit(1);
  if (base::write_file(folder + "/page.html", html) &&
      run(command(printing.browser, folder), folder, printing.seconds, line)) {
    base::Result<std::string> pdf = base::read_file(folder + "/page.pdf", base::limits::printed_bytes);
    if (pdf) send(line, pdf.value());
  }
  std::error_code ignored;
  fs::remove_all(folder, ignored);
  ::_exit(0);
}

std::optional<std::string> everything(int line, const std::function<bool()>& stopped) {
  std::string out;
  std::array<char, 1u << 16> block{};
  while (true) {
    if (stopped && stopped()) return std::nullopt;
    pollfd watched{line, POLLIN, 0};
    if (::poll(&watched, 1, look_every) <= 0) continue;
    ssize_t n = ::read(line, block.data(), block.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return out;
    out.append(block.data(), static_cast<std::size_t>(n));
  }
}

void set_date(std::string& pdf, std::string_view name, const std::string& digits) {
  std::string begin = std::string(name) + " (D:";
  std::size_t at = pdf.find(begin);
  if (at == std::string::npos || pdf.size() < at + begin.size() + digits.size()) return;
  pdf.replace(at + begin.size(), digits.size(), digits);
}

}  // namespace

std::string browser() {
  const char* path = std::getenv("PATH");
  std::string_view folders = path == nullptr ? "" : path;
  for (const char* name : {"chromium", "chromium-browser", "google-chrome"}) {
    for (std::size_t at = 0; at <= folders.size();) {
      std::size_t end = std::min(folders.find(':', at), folders.size());
      std::string file = std::string(folders.substr(at, end - at)) + "/" + name;
      if (end > at && ::access(file.c_str(), X_OK) == 0) return file;
      at = end + 1;
    }
  }
  return "";
}

std::string dated(std::string pdf, const std::string& utc) {
  std::string digits;
  for (char c : utc) {
    if (c >= '0' && c <= '9') digits += c;
  }
  if (digits.size() != 14) return pdf;
  set_date(pdf, "/CreationDate", digits);
  set_date(pdf, "/ModDate", digits);
  return pdf;
}

base::Result<std::string> print(const std::string& html, const std::string& utc, const Printing& printing) {
  std::array<int, 2> line{};
  // A socket rather than a pipe: each end sees the other close, whether it reads or writes.
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, line.data()) != 0)
    return cannot("the browser cannot be run");
  pid_t keeper = ::fork();
  if (keeper == 0) {
    ::close(line[0]);
    keep(html, printing, line[1]);
  }
  ::close(line[1]);
  std::optional<std::string> pdf;
  if (keeper > 0) pdf = everything(line[0], printing.stopped);
  ::close(line[0]);
  if (keeper < 0) return cannot("the browser cannot be run");
  int status = 0;
  while (::waitpid(keeper, &status, 0) < 0 && errno == EINTR) {
  }
  if (!pdf) return base::Error{base::ErrorCode::interrupted, "", 0, 0, "stopped", ""};
  if (!pdf->starts_with("%PDF-")) return cannot("the browser " + printing.browser + " gave no PDF");
  return dated(std::move(*pdf), utc);
}

}  // namespace pack
