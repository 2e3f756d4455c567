// Labels that people can read, from the names that a vocabulary gives to its elements; and plain text from mark-up that
// was put inside an element as text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace readers::xml {

// "dateOfBirth", "date_of_birth" and "DATE-OF-BIRTH" become "Date of birth"; "childDOB" becomes "Child DOB".
std::string label_of(std::string_view name);

// Lines of a value. HTML mark-up in it is taken off: block elements and <br> end a line, entities are resolved.
std::vector<std::string> lines_of(std::string_view value);

}  // namespace readers::xml
