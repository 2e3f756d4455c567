// The folder that a run's reports go to. It is built beside the place where it is to be, and put there whole at the
// end: who looks sees the old run or the new one.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "cli/after_kill.h"
#include "intake/walk.h"

namespace cli {

// What the place may hold before: a run of ours, or views of one without the run itself.
enum class Holding { run, views };

// What becomes of a folder that is not put in place.
enum class Ending {
  removed,  // whatever ends the program, a kill too
  kept,     // after a kill it stays, for who goes on with the run; an error removes it where leave() was not called
};

// What is done about a run that a killed program left beside the place.
enum class Leftover {
  kept,
  removed,
  taken_over,  // its folder becomes the one that is built
};

class OutputFolder {
 public:
  // Claims the place: it must be free, an empty folder, or hold what `may_hold` says. Nothing there is touched yet.
  // What killed programs left beside it is removed, but for a run that `leftover` saves.
  static base::Result<OutputFolder> claim(const std::string& path, Holding may_hold = Holding::run,
                                          Ending ending = Ending::removed, Leftover leftover = Leftover::removed);
  ~OutputFolder();
  OutputFolder(OutputFolder&& other) noexcept;
  OutputFolder& operator=(OutputFolder&&) = delete;

  const std::string& building() const { return building_; }  // where the run is being made
  // Gives the new folder what the place holds, but for entries of these names: as links, or as copies where the file
  // system has no links.
  base::Status keep_all_but(const std::vector<std::string>& names) const;
  base::Status put_in_place();
  void leave();                                          // as it is, for who goes on with the run
  const std::string& target() const { return target_; }  // the place, absolute

 private:
  OutputFolder(std::string target, std::string building, Holding may_hold, std::unique_ptr<AfterKill> after_kill,
               int lock);

  std::string target_;
  std::string building_;  // empty once in place
  Holding may_hold_;
  int lock_ = -1;  // held on the folder being built: who can take it knows that nobody builds there any more
  std::unique_ptr<AfterKill> after_kill_;
};

// Takes out of what was found in the named paths whatever lies in the output folder, since a run is no record. An error
// where a named path itself lies in it.
base::Status leave_out(intake::Found& found, const std::vector<std::string>& named, const std::string& out);

// Likewise of a store's file, and of what stands beside it while runs are written into it.
void leave_out_store(intake::Found& found, const std::string& store);

}  // namespace cli
