// The files that a checklist is made of, as bytes: what it is compiled from, where no file can be opened any more too.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "checklist/checklist.h"

namespace checklist {

using Bytes = std::shared_ptr<const std::string>;

struct Source {
  struct Used {
    std::string kind;  // "lexicon", "calendar", "items"; empty: the checklist itself
    std::string file;  // as opened
    std::string path;  // seen from the checklist's folder
    Bytes bytes;
  };
  std::string id;                  // as the checklist gives it
  std::vector<std::string> types;  // those of record that it says it is for
  std::vector<Used> files;         // its own first, then in the order they are named
  std::string schema_file;         // empty where there is no schema beside it: then none is held against it
};

// Files by the name under which they were opened: what several checklists name is read once.
using Opened = std::map<std::string, Bytes>;

// Reads a checklist's file and those that it names, which lie beside it, never outside its folder. Looks no further
// into them than to find these; an error where one cannot be read.
base::Result<Source> read_source(const std::string& file, Opened& opened);

// The schema of checklists as this program knows it. The one beside a checklist is for editors and people: strangers
// may have written it, and a schema can be made that no memory is large enough for.
extern const char* const schema;

// Validates against the schema and compiles. The first mistake is the error.
base::Result<Checklist> compile(const Source& source);

}  // namespace checklist
