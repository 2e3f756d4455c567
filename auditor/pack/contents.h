// What goes into a pack, and the texts in it that say so.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "base/result.h"
#include "pack/choice.h"
#include "pack/listed.h"
#include "reports/view.h"

namespace pack {

// A file of the checklist: its path below checklist/.
struct ChecklistFile {
  std::string path, bytes;
};

struct Contents {
  reports::Run run;  // the chosen documents, named as they are to be shown
  Choice choice;
  std::vector<std::string> words;        // of --documents; told only where names are kept
  std::vector<ChecklistFile> checklist;  // those that the run used, as it did; empty where one isn't at hand
  bool pseudonymised = true;
  std::string program_version;  // of the program that packs
  // Makes a PDF of a page; an error where there is no browser, or it fails. May be empty: no PDF.
  std::function<base::Result<std::string>(const std::string& html)> print;
};

// How the documents came to be those, as a sentence or two.
std::string sample_words(const Contents& contents);
// The command that the run was made with, as one line.
std::string command_words(const store::RunFacts& facts);

// What pack.json says of the documents: the arrays "documents", "not_audited" and "sources".
struct Documents {
  std::string documents, not_audited, sources;  // JSON
  std::string sums;                             // sources.sha256
};
base::Result<Documents> documents(const Contents& contents);

// pack.json. `listed`: the files of the pack but the two lists; `without_pdf`: why summary.pdf is not among them.
std::string manifest(const Contents& contents, const reports::Overview& overview, const Documents& documents,
                     const std::string& without_pdf, const std::vector<Listed>& listed);

// summary.html: to read and to print on A4. `listed`: the files written before it. Without links it is what summary.pdf
// is made of, where a link would lead to the place that it was printed from.
enum class Links : std::uint8_t { none, to_records };
std::string summary(const Contents& contents, const reports::Overview& overview, const std::vector<Listed>& listed,
                    Links links);

// README.txt
std::string readme(const Contents& contents);

}  // namespace pack
