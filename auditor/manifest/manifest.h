// The door of this room's first half: a council's lists (CSV) and its children in need census (XML) as cases, and what
// is to be said of how they were read. Such files are the user's own, named on the command line, and are read in this
// process; they are checked all the same, since another system wrote them.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/result.h"
#include "manifest/case.h"
#include "manifest/headings.h"

namespace manifest {

// How one file was read.
struct Source {
  std::string file;                      // as the user gave it
  bool census = false;                   // XML; otherwise a list
  std::map<Fact, std::string> headings;  // of a list: the heading of each fact that it gives, as written
  std::size_t cases = 0;
  // What could not be read or used, by line and column heading; never values. Each is a line for people.
  std::vector<base::Error> remarks;
};

using Use = std::function<base::Status(Case&&)>;

// Hands over the file's cases in its order, one at a time: a census is read piece by piece, so that its size costs no
// memory. The error is that the file cannot be used at all (unreadable, no table, no heading that is known), or what
// `use` gave.
base::Result<Source> read(const std::string& file, const Headings& headings, const Use& use);

struct Manifest {
  std::vector<Source> sources;
  std::vector<Case> cases;
};
base::Result<Manifest> load(const std::vector<std::string>& files, const Headings& headings);

// The remarks as lines for people, at most so many of a file and then their number.
std::vector<std::string> told(const Source& source, std::size_t most);

}  // namespace manifest
