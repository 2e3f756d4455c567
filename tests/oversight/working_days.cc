// Prints the working days between the two days of each line of standard input, "2009-10-13 2009-11-02", by a calendar.
//     working_days CALENDAR.xml
#include <iostream>

#include "base/file.h"
#include "base/limits.h"
#include "language/calendar.h"

int main(int count, char** arguments) {
  if (count != 2) return 2;
  const std::string file = arguments[1];
  const base::Result<std::string> bytes = base::read_file(file, base::limits::checklist_bytes);
  if (!bytes) return 2;
  const base::Result<base::xml::Element> root = base::xml::load(bytes.value(), file);
  if (!root) return 2;
  const base::Result<language::Calendar> calendar = language::Calendar::load(root.value(), file);
  if (!calendar) return 2;
  for (std::string from, to; std::cin >> from >> to;) {
    std::cout << calendar.value().working_days(language::iso_day(from), language::iso_day(to)) << '\n';
  }
  return 0;
}
