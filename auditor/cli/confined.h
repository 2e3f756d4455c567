// Reading a stranger's file with a verb that has no workers: in a process of its own, which can open no file, reach no
// network and run no program.
#pragma once

#include <functional>
#include <string>

#include "base/result.h"

namespace cli {

// How the confined process speaks; what it says is said by the program in its order.
class Said {
 public:
  explicit Said(int line) : line_(line) {}
  void out(const std::string& text) const { send('o', text); }       // as print()
  void complain(const std::string& line) const { send('e', line); }  // as complain()

 private:
  void send(char kind, const std::string& text) const;
  int line_;
};

// The exit status that `work` gives, or nothing_done with a complaint about `path` where it was ended for using too
// much or crashed. Nothing but what is said comes back from it.
int confined(const std::string& path, const std::function<int(const Said&)>& work);

// What `work` gives, of which an error's code, message and advice come back; or an error about `path` where it was
// ended.
base::Result<std::string> confined(const std::string& path, const std::function<base::Result<std::string>()>& work);

}  // namespace cli
