// From the paths that a user names to the inputs of a run, in stable order.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/result.h"
#include "intake/inputs.h"

namespace intake {

// Something met on the way that is no input: a lock file, a socket, an unreadable folder, a link that leads in a
// circle.
struct Passed {
  std::string path;
  base::Error error;  // not_a_record where it is to be listed as skipped; anything else where it is refused
};

struct Found {
  Inputs inputs;               // bytewise order of path, each file once however it was named
  std::vector<Passed> passed;  // bytewise order of path
};

// Walks files and folders (recursively; links to files are followed, links to folders once). A named path that does not
// exist is an error and nothing is walked. Hidden files, lock files ("~$a.docx", ".~lock.a.odt#"), thumbnails and
// folders beginning with a dot are skipped. FIFOs, sockets and devices are never opened.
base::Result<Found> walk(const std::vector<std::string>& paths);

}  // namespace intake
