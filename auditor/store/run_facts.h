// What a run says of itself: facts about the program, the machine, and the checklists. What run.json is made from.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace store {

struct ChecklistFacts {
  std::string id, title, version, sha256;
  std::vector<std::pair<std::string, std::string>> dimensions;  // id, title
  std::vector<std::array<std::string, 3>> items;                // id, dimension, question
  std::string scoring;  // how ratings become scores and grades, in a form of its writer's; empty where not kept
};

// A list or return that documents were joined to, or a file that says what its headings and codes mean.
struct ListFacts {
  std::string file, sha256;
  bool operator==(const ListFacts&) const = default;
};

// How one document was joined to the cases of lists and returns.
struct Joining {
  std::string by;                  // file_name, id_in_name, id_in_record; nothing
  std::vector<std::size_t> cases;  // the manifest's, by number from 0
  std::string doubt;               // why it has none though something was found; empty otherwise
};

// What came of joining a run's documents: records = by_file_name + by_id_in_name + by_id_in_record + in_doubt +
// without_row.
struct JoiningCounts {
  std::size_t records = 0;
  std::size_t by_file_name = 0, by_id_in_name = 0, by_id_in_record = 0;
  std::size_t in_doubt = 0;     // several rows fit it alike, or the child's rows are of other work
  std::size_t without_row = 0;  // nothing in the lists fits it
  std::size_t rows = 0;         // of the lists, each piece of work of a census one
  std::size_t rows_without_record = 0;
  std::size_t rows_of_several = 0;  // that more than one record was joined to
  std::size_t joined() const { return by_file_name + by_id_in_name + by_id_in_record; }
};

struct RunFacts {
  std::int64_t run = 0;  // its number in the store, from 1; the store gives it
  std::string program_version;
  // The checklist that documents are rated by where no other suits them better.
  std::string checklist_id, checklist_title, checklist_version, checklist_sha256;
  std::vector<std::string> arguments;  // as given on the command line
  std::string started, finished;       // UTC, "2026-11-26T10:57:43Z"
  std::string sandbox;
  std::string ocr_library;  // text recognition that is built in: "Tesseract 5.3.0"; empty: none
  bool ocr_asked = false;
  std::vector<std::string> limits = {};  // those that were not the usual ones: "pages=10000"
  unsigned jobs = 0;
  bool interrupted = false;
  bool across = false;  // whether the flags that compare documents ran
  bool text_kept = true;
  std::vector<std::pair<std::string, std::string>> dimensions;  // of that checklist: id, title
  std::vector<std::array<std::string, 3>> items;                // likewise: id, dimension, question
  std::string scoring = {};                                     // likewise
  std::vector<ChecklistFacts> further = {};   // other checklists that documents of the run were rated by
  std::int64_t sample = 0;                    // the sample that was audited, in the same store; 0: none
  std::vector<ListFacts> lists = {};          // what its documents were joined by; none without a manifest
  std::optional<JoiningCounts> joining = {};  // once it is finished

  // All of them, that one first.
  std::vector<ChecklistFacts> checklists() const;
};

}  // namespace store
