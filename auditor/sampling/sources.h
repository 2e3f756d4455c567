// Frames from what there is: files, and what a store knows of them.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "intake/walk.h"
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

// Adds what the store knows to the candidates that it knows by path, or by the sha256 of the file, which `sum` gives
// for a path (empty where it can't be read; asked only where the path is not known). The day of the last audit is that
// of any run.
void add_known(Frame& frame, const std::vector<store::Known>& known,
               const std::function<std::string(const std::string& path)>& sum);

}  // namespace sampling
