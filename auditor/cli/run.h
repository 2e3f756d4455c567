// The program: arguments to exit status. main() only forwards.
#pragma once

#include <string>
#include <vector>

namespace cli {

// Exit status as in the command-line contract: 0 all audited, 1 some refused, 2 nothing done, 130 interrupted.
int run(const std::vector<std::string>& arguments);

}  // namespace cli
