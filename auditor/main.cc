// Arguments to cli::run; what escapes it is a defect, told in one line.
#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include "cli/run.h"

int main(int argc, char** argv) {
  try {
    return cli::run(std::vector<std::string>(argv + 1, argv + argc));
  } catch (const std::exception& defect) {
    std::fprintf(stderr, "auditor: internal error: %s; please report it\n", defect.what());
    return 2;
  }
}
