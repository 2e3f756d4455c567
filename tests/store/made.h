// A folder for run.db, facts that differ from the defaults, and a run of the outcomes given.
#pragma once

#include <stdlib.h>

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "store/store.h"

namespace store_tests {

struct Folder {
  explicit Folder(const std::filesystem::path& in = std::filesystem::temp_directory_path()) {
    std::string name = (in / "store-XXXXXX").string();
    path = ::mkdtemp(name.data());
  }
  ~Folder() { std::filesystem::remove_all(path); }
  std::string file(const std::string& name = "run.db") const { return path + "/" + name; }
  std::string path;
};

inline store::RunFacts some_facts() {
  store::RunFacts facts;
  facts.program_version = "1.2.3";
  facts.checklist_id = "assessment";
  facts.checklist_title = "Title";
  facts.checklist_version = "4";
  facts.checklist_sha256 = "abc";
  facts.arguments = {"a b", "c\xFF", ""};
  facts.started = "2026-11-26T10:57:43Z";
  facts.finished = "2026-11-26T10:58:43Z";
  facts.sandbox = "rlimits";
  facts.ocr_library = "Tesseract 5.3.0";
  facts.ocr_asked = true;
  facts.limits = {"pages=12000", "memory=6144"};
  facts.jobs = 3;
  facts.interrupted = true;
  facts.across = true;
  facts.text_kept = false;
  facts.dimensions = {{"CV", "Child's views"}, {"RM", "Reasoning"}};
  facts.items = {{"CV1", "CV", "Was the child seen?"}};
  facts.scoring = "cuts 90 70 40";
  // The same item id as in the first: two items.
  facts.further = {{"contact", "Other", "2", "def", {{"CV", "Child"}}, {{"CV1", "CV", "Was the child named?"}}, ""}};
  return facts;
}

inline store::Store made(const Folder& folder, const std::vector<evaluation::Outcome>& outcomes,
                         bool keep_text = true) {
  auto store = store::Store::create(folder.file(), keep_text);
  BOOST_REQUIRE(store.ok());
  for (const auto& outcome : outcomes) BOOST_REQUIRE(store.value().take(outcome).ok());
  return std::move(store).value();
}

}  // namespace store_tests
