// The folder that a run's reports go to. It is built beside the place where it is to be, and put there whole at the
// end: who looks sees the old run or the new one.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "intake/walk.h"

namespace cli {

class OutputFolder {
 public:
  // Claims the place: it must be free, an empty folder, or hold a run of ours. Nothing there is touched yet.
  static base::Result<OutputFolder> claim(const std::string& path);
  ~OutputFolder();  // what is not put in place is removed
  OutputFolder(OutputFolder&& other) noexcept;
  OutputFolder& operator=(OutputFolder&&) = delete;

  const std::string& building() const { return building_; }  // where the run is being made
  base::Status put_in_place();

 private:
  OutputFolder(std::string target, std::string building);

  std::string target_;
  std::string building_;  // empty once in place
};

// Takes out of what was found in the named paths whatever lies in the output folder, since a run is no record. An error
// where a named path itself lies in it.
base::Status leave_out(intake::Found& found, const std::vector<std::string>& named, const std::string& out);

}  // namespace cli
