// Ctrl-C as a flag that can be looked at.
#pragma once

#include <atomic>

namespace cli {

// From now on the first interrupt or request to end sets the flag; a second one ends the program at once.
const std::atomic<bool>* notice_interrupts();

}  // namespace cli
