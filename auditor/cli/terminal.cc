#include "cli/terminal.h"

#include <unistd.h>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "base/utf8.h"

namespace cli {
namespace {

constexpr std::chrono::milliseconds between_updates(100);

bool dumb() {
  const char* kind = std::getenv("TERM");
  return kind != nullptr && std::strcmp(kind, "dumb") == 0;
}

std::string duration(double seconds) {
  auto whole = static_cast<unsigned long>(std::lround(seconds));
  if (whole < 60) return std::to_string(whole) + " s";
  if (whole < 3'600) return std::to_string(whole / 60) + " min " + std::to_string(whole % 60) + " s";
  return std::to_string(whole / 3'600) + " h " + std::to_string(whole / 60 % 60) + " min";
}

}  // namespace

bool colour_wanted(int descriptor) {
  const char* no_colour = std::getenv("NO_COLOR");
  return ::isatty(descriptor) == 1 && (no_colour == nullptr || *no_colour == '\0') && !dumb();
}

bool print(const std::string& text) {
  return std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
}

void complain(const std::string& line) {
  std::string text = base::repaired_utf8(line) + "\n";
  std::fwrite(text.data(), 1, text.size(), stderr);
}

Progress::Progress(bool wanted) : on_(wanted && ::isatty(STDERR_FILENO) == 1 && !dumb()) {}

void Progress::show(std::size_t done, std::size_t all) {
  Clock::time_point now = Clock::now();
  if (!on_ || now - last_ < between_updates) return;
  last_ = now;
  shown_ = true;
  std::string line = "\r\033[K" + progress_line(done, all, std::chrono::duration<double>(now - begun_).count());
  std::fwrite(line.data(), 1, line.size(), stderr);
}

void Progress::clear() {
  if (!shown_) return;
  std::fputs("\r\033[K", stderr);
  shown_ = false;
}

std::string progress_line(std::size_t done, std::size_t all, double seconds) {
  std::string line = "  " + std::to_string(done) + " of " + std::to_string(all) + " records";
  if (done == 0 || seconds <= 0) return line;
  double rate = static_cast<double>(done) / seconds;
  char number[32];
  std::snprintf(number, sizeof number, rate < 10 ? "%.1f" : "%.0f", rate);
  return line + ", " + number + " a second, " + duration(static_cast<double>(all - done) / rate) + " left";
}

}  // namespace cli
