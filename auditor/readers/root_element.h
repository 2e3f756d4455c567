// The first element of a marked-up text, found without parsing: enough to tell one vocabulary from another.
#pragma once

#include <string>
#include <string_view>

namespace readers {

struct RootElement {
  std::string name;       // local name; empty where the text does not begin with mark-up
  std::string qualified;  // with its prefix
  std::string tag;        // the whole start tag, as far as it is given
  bool declared = false;  // an XML declaration stands before it
};

// `head` is the beginning of the text; white space, comments, declarations and instructions before the element are
// passed over.
RootElement root_element(std::string_view head);

}  // namespace readers
