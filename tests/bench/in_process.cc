// The audit of files in this one process, without workers and their confinement: what isolation is measured against,
// and what instructions are counted in. One line a record on standard output. Trusted files only.
//   audit_in_process CHECKLIST FILE-or-FOLDER...
#include <cstdio>
#include <string>
#include <vector>

#include "base/file.h"
#include "base/limits.h"
#include "batch/run.h"
#include "checklist/choice.h"
#include "intake/walk.h"
#include "reports/reports.h"

namespace {

int fail(const base::Error& error) {
  std::fputs((error.one_line() + "\n").c_str(), stderr);
  return 2;
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 3) {
    std::fputs("audit_in_process CHECKLIST FILE-or-FOLDER...\n", stderr);
    return 2;
  }
  base::Result<checklist::Checklist> checklist = checklist::load(arguments[1]);
  if (!checklist) return fail(checklist.error());
  checklist::Choice choice(std::move(checklist).value());
  base::Result<intake::Found> found = intake::walk(std::vector<std::string>(arguments + 2, arguments + count));
  if (!found) return fail(found.error());
  for (const intake::Input& input : found.value().inputs) {
    base::Result<std::string> bytes = base::read_file(input.path, base::limits::input_bytes);
    if (!bytes) return fail(bytes.error());
    batch::Known known;
    known.path = input.path;
    std::string line = reports::findings_line(batch::audit_bytes(bytes.value(), known, choice)) + "\n";
    std::fwrite(line.data(), 1, line.size(), stdout);
  }
  return 0;
}
