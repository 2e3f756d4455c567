// The header lines of a MIME entity (RFC 5322, 2045, 2047, 2231), as far as reading its text needs them. Views are into
// the bytes that the caller owns.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace readers::mime {

class Headers {
 public:
  // Takes the header lines off the front of `entity`, and the empty line that ends them. A line that is no header ends
  // them too, and stays. At most 2,000 fields are kept.
  static Headers take(std::string_view& entity);

  // The first field of that name (in lower case), unfolded and as it was written; empty where there is none.
  std::string_view field(std::string_view name) const;
  bool empty() const { return fields_.empty(); }

 private:
  std::vector<std::pair<std::string, std::string>> fields_;
};

// "text/html" of "Text/HTML; charset=utf-8", in lower case.
std::string media_type(std::string_view field);

// The parameter of a field such as Content-Type, in UTF-8; its continuations (name*0, name*1*) joined. Empty where it
// has none of that name.
std::string parameter(std::string_view field, std::string_view name);

// A field for people to read, in UTF-8: its encoded words (=?utf-8?q?...?=) decoded.
std::string readable(std::string_view field);

}  // namespace readers::mime
