// Paths hold children's names as well. Folders and numbers stay readable: "team-north/01-Child A.docx".
#pragma once

#include <string>
#include <string_view>

#include "pseudonyms/register.h"

namespace pseudonyms {

// The path of a record whose circle is known, with whatever is nobody's business replaced. '/' and "!/" stay where they
// are, and so does the ending. What is no ordinary word and nobody's name becomes "x".
std::string renamed_path(std::string_view path, const Known* known, const Register& things);

}  // namespace pseudonyms
