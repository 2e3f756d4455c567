// Frames from what there is: files, and what a store knows of them.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "intake/walk.h"
#include "manifest/case.h"
#include "sampling/frame.h"
#include "store/history.h"

namespace sampling {

// The names that lists and stores can tell of a record, in this order: team, worker, manager, type, month (of
// completion, "2009-10"), grade.
const std::vector<std::string>& told_names();

// A frame of the files of a walk. What their names say is no record (a picture, a table), and archives, whose records
// can't be drawn one by one, are left out. It tells the folder, below what all paths have in common.
Frame frame_of(const intake::Found& found);

// A frame of what a store knows. The day of the last audit is that when people last looked: a run over everything does
// not take a record out of the running.
Frame frame_of(const std::vector<store::Known>& known);

// A frame of the records that lists name. It tells what told_names() does but for the grade, then ethnicity and
// disability. Cases without a record are left out.
Frame frame_of(const std::vector<manifest::Case>& cases);

// Adds what lists say to the candidates: `of` gives the places of a path's cases, the first of which counts. It goes
// before what is known otherwise. Cases that belong to none of the candidates are counted among those left out.
void add_cases(Frame& frame, const std::vector<manifest::Case>& cases,
               const std::function<std::vector<std::size_t>(const std::string& path)>& of);

// Adds what the store knows to the candidates that it knows by path, or by the sha256 of the file, which `sum` gives
// for a path (empty where it can't be read; asked only where the path is not known). The day of the last audit is that
// of any run.
void add_known(Frame& frame, const std::vector<store::Known>& known,
               const std::function<std::string(const std::string& path)>& sum);

}  // namespace sampling
