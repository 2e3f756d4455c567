// A checklist as loaded and compiled: items that query statements and facts, flags, weights, limits on grades, time
// limits, and the lexicon they use. Immutable; shared by all workers. Its files are data in checklists/.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "language/calendar.h"
#include "lexicon/lexicon.h"

namespace checklist {

struct Program;  // the compiled items; program.h, for the evaluation room

struct ItemFacts {
  std::string id;         // "CV1"
  std::string dimension;  // "CV"
  std::string asks;       // the question, for people
};

struct DimensionFacts {
  std::string id;
  std::string title;
  bool in_overall = true;
};

class Checklist {
 public:
  Checklist();
  ~Checklist();
  Checklist(Checklist&&) noexcept;
  Checklist& operator=(Checklist&&) noexcept;

  std::string id;  // "assessment"
  std::string title;
  std::string version;
  std::vector<std::string> types;  // of record that it is for, as it says: "referral_record"; may be empty
  std::string sha256;              // over every file it is made of, in the order they are named
  std::string file;                // where it was loaded from
  std::vector<std::string> files;  // every file it is made of, in the order they are named, seen from that one's folder
  std::vector<DimensionFacts> dimensions;
  std::vector<ItemFacts> items;
  lexicon::Lexicon lexicon;
  language::Calendar calendar;
  std::unique_ptr<Program> program;
};

// Loads, validates against the schema beside it, and compiles. The first mistake is the error: file, line, column,
// what, and how to mend it. Included lexicons are found beside the file, never outside its folder.
base::Result<Checklist> load(const std::string& file);

// A file of a checklist, by its path seen from the checklist's folder.
struct File {
  std::string path, bytes;
};
// The files of a loaded checklist, read again. An error where they are no longer those that it was loaded from.
base::Result<std::vector<File>> files_of(const Checklist& checklist);

// The file of a checklist by name ("assessment") or path. Names are looked for in the installed folder, the folder of
// the running program's source tree, and ./checklists.
base::Result<std::string> find(const std::string& name_or_path);

// The default folder: where the checklists stand, their schemas, and other data such as the calendar.
std::string data_folder();

// Names of the checklists in the default folder, in bytewise order. Other data that stands there is none.
std::vector<std::string> list();
// The files of a folder that are checklists, likewise.
std::vector<std::string> checklists_in(const std::string& folder);

// A readable rendering, in Markdown: items with what each rating needs, flags, limits, scales.
std::string describe(const Checklist& checklist);

}  // namespace checklist
