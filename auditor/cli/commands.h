// One function for each verb: options to exit status. Each tells its own errors on standard error.
#pragma once

#include <string>
#include <vector>

#include "base/error.h"
#include "base/result.h"
#include "checklist/checklist.h"
#include "checklist/choice.h"
#include "cli/options.h"
#include "store/store.h"

namespace cli {

enum ExitCode : int { all_audited = 0, some_refused = 1, nothing_done = 2, interrupted = 130 };

int audit(const Options& options, const std::vector<std::string>& arguments);
int sample(const Options& options, const std::vector<std::string>& arguments);
int agree(const Options& options);
int report(const Options& options);
int text(const Options& options);
int show(const Options& options);
int checklists(const Options& options);
int pack(const Options& options);
int timeliness(const Options& options);
int runs(const Options& options);
int purge(const Options& options);
int compare(const Options& options);
int board(const Options& options);  // report --for board

// Says why nothing is done, in one line, and gives the status for it.
int fail(const base::Error& error);

// Finds, loads and compiles the checklist of that name or file.
base::Result<checklist::Checklist> loaded(const std::string& name_or_path);

// What records are rated by: that checklist, or where none is named the one for each record's type.
base::Result<checklist::Choice> choice_of(const std::string& name_or_path);

// The time in UTC, "2026-11-26T10:57:43Z".
std::string now();

// The program's version, "0.1.0".
std::string program_version();

// The facts that come from the program and the checklist alone.
store::RunFacts facts_of(const checklist::Checklist& checklist);
// What a run keeps of one of its checklists.
store::ChecklistFacts checklist_facts(const checklist::Checklist& checklist);

// Every format that is asked for, in the order of formats(), and run.json always.
std::vector<std::string> formats_asked(const Options& options);

// Opens the run in a folder that `audit` made, or in a store: the one of that number, or the latest that is finished.
// The error says what is wrong with it and names it.
base::Result<store::Store> opened_run(const std::string& folder_or_store, std::int64_t run = 0);
// Whether it is a store's file rather than a folder.
bool is_store(const std::string& path);

// Opens a file of runs: the file itself, or the folder that holds its run.db.
base::Result<store::Store> opened_store(const std::string& place);

// Says where the reports are, after the summary; nothing where it is to be quiet.
void tell_reports(const store::Store& run, const Options& options, const std::string& folder);

// Where temporary files go that belong to no output folder: TMPDIR, or /tmp.
std::string temporary_folder();

// An error where the path is not one file that is there, or a file of an archive that is there.
base::Status check_file(const std::string& path);

}  // namespace cli
