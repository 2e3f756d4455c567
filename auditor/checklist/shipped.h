// The checklist files that stood beside this program when it was built. Each is tried against the schema by the tests,
// so that loading them needn't be: that is most of what loading costs. A file that anybody changed is not among them.
#pragma once

#include <string_view>

namespace checklist {

// Whether a file of these bytes (their sha256) was there; of the schema too.
bool is_shipped(std::string_view sha256);

}  // namespace checklist
