// Views of a stored run. Every writer reads the store; none computes a rating.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "evaluation/outcome.h"
#include "reports/view.h"
#include "store/store.h"

namespace reports {

// Formats that write() knows, in the order they are written: "jsonl", "csv", "json", "html", and "xlsx" where the
// program was built with libxlsxwriter.
std::vector<std::string> formats();

// Writes findings.jsonl, findings.csv, run.json, index.html with records/<number>.html, or findings.xlsx into `folder`
// from the store.
base::Status write(const std::string& format, const store::Store& run, const std::string& folder);

// The names that write() may make in the folder for a format: a file, and a folder of files beside it.
std::vector<std::string> entries_of(const std::string& format);

// One document as a line of findings.jsonl, without the line feed; for streaming too.
std::string findings_line(const evaluation::Outcome& outcome);

// run.json's text.
struct Counts {
  std::size_t audited = 0, refused = 0, skipped = 0;
  std::size_t in_part = 0;  // of those audited: read only in part
};
std::string run_json(const Run& run, const Counts& counts);

// What the terminal shows at the end: grades by dimension, the weakest items, what was refused. Colours where asked.
base::Result<std::string> summary(const store::Store& run, bool colour);

// `auditor show`: one document's ratings with evidence, reason and place, for reading at the terminal.
std::string show(const evaluation::Outcome& outcome, const store::RunFacts& facts, bool colour);

}  // namespace reports
