// What a run says of itself: facts about the program, the machine, and the checklists. What run.json is made from.
#pragma once

#include <array>
#include <cstdint>
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
  unsigned jobs = 0;
  bool interrupted = false;
  bool across = false;  // whether the flags that compare documents ran
  bool text_kept = true;
  std::vector<std::pair<std::string, std::string>> dimensions;  // of that checklist: id, title
  std::vector<std::array<std::string, 3>> items;                // likewise: id, dimension, question
  std::string scoring = {};                                     // likewise
  std::vector<ChecklistFacts> further = {};  // other checklists that documents of the run were rated by
  std::int64_t sample = 0;                   // the sample that was audited, in the same store; 0: none

  // All of them, that one first.
  std::vector<ChecklistFacts> checklists() const;
};

}  // namespace store
