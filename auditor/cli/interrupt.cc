#include "cli/interrupt.h"

#include <csignal>

namespace cli {
namespace {

std::atomic<bool> interrupted_flag = false;  // a signal handler has nowhere else to write

static_assert(std::atomic<bool>::is_always_lock_free);

void note(int) {
  interrupted_flag.store(true);
}

}  // namespace

const std::atomic<bool>* notice_interrupts() {
  struct sigaction action {};
  action.sa_handler = note;
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  ::sigemptyset(&action.sa_mask);
  ::sigaction(SIGINT, &action, nullptr);
  ::sigaction(SIGTERM, &action, nullptr);
  return &interrupted_flag;
}

}  // namespace cli
