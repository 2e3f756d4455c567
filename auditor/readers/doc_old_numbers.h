// Numbers of lists as Word 6 keeps them (ANLD, [MS-DOC] 2.9.4 for those kept by Word 97): each paragraph describes its
// own, and a paragraph without one ends the list.
#pragma once

#include <string>
#include <string_view>

namespace readers::doc {

class OldNumbers {
 public:
  // The next number, as the paragraph describes it; empty for bullets.
  std::string next(std::string_view description, bool old);
  void stop() { running_ = false; }

 private:
  bool running_ = false;
  int count_ = 0;
};

}  // namespace readers::doc
