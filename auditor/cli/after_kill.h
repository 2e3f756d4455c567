// A folder that must not outlive its process, however that ends.
#pragma once

#include <sys/types.h>

#include <functional>
#include <string>
#include <vector>

namespace cli {

// While this lives, a process of its own waits for the end of this one and then removes the folder with all in it: a
// kill that cannot be caught leaves no records behind. Where no process can be started there is no such protection. To
// be made while the program has one thread.
class AfterKill {
 public:
  explicit AfterKill(const std::string& folder);
  ~AfterKill();  // the folder stays as it is
  AfterKill(const AfterKill&) = delete;
  AfterKill& operator=(const AfterKill&) = delete;

 private:
  pid_t watcher_ = -1;
};

// Locks a folder for as long as the descriptor is open: who can lock it knows that no process is at work in it. -1
// where another process has it, or where that cannot be told.
int lock_folder(const std::string& folder);

// What is called `prefix` and a number, folders and files, whether or not a process is at work there.
std::vector<std::string> left_behind(const std::string& prefix);

// Removes those folders of them that no process has locked, and that are not to be kept: a program left them that was
// killed, or ended by a power cut.
void remove_stale(const std::string& prefix, const std::function<bool(const std::string& folder)>& keep);

}  // namespace cli
