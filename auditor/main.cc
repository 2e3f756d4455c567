// Arguments to cli::run; what escapes it is a defect, told in one line.
#include <sys/prctl.h>

#include <csignal>
#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include "cli/run.h"

namespace {

// After a crash no image of memory, which holds records, may land on a disk. The leak sanitizer needs to look into the
// process and is in no program that people use.
void leave_no_image() {
#ifndef __SANITIZE_ADDRESS__
  ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
}

}  // namespace

int main(int argc, char** argv) {
  leave_no_image();
  std::signal(SIGXFSZ, SIG_IGN);  // a limit on the size of files is told as a full disk is
  try {
    return cli::run(std::vector<std::string>(argv + 1, argv + argc));
  } catch (const std::exception& defect) {
    std::fprintf(stderr, "auditor: internal error: %s; please report it\n", defect.what());
    return 2;
  }
}
