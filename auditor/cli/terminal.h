// What is written while a run goes on: lines to standard error, and a progress bar where that is a terminal.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

namespace cli {

// Whether coloured output suits the descriptor: a terminal, and the person has not said no (NO_COLOR, TERM=dumb).
bool colour_wanted(int descriptor);

// Writes to standard output; false where that failed (a full disk; a closed pipe ends the program).
bool print(const std::string& text);

// One line to standard error. Bytes that are not UTF-8 become U+FFFD.
void complain(const std::string& line);

class Progress {
 public:
  explicit Progress(bool wanted);
  ~Progress() { clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void show(std::size_t done, std::size_t all);
  void clear();  // before another line is written

 private:
  using Clock = std::chrono::steady_clock;
  bool on_;
  bool shown_ = false;
  Clock::time_point begun_ = Clock::now();
  Clock::time_point last_{};
};

// The bar's text: "  1200 of 5000 records, 310 a second, 12 s left".
std::string progress_line(std::size_t done, std::size_t all, double seconds);

}  // namespace cli
