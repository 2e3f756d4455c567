// A message or web archive as the tree of its parts. No part is decoded before it is asked for; views are into the
// bytes that the caller owns.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "readers/mime_headers.h"

namespace readers::mime {

struct Entity {
  Headers headers;
  std::string type;  // "text/html"; "text/plain" where it isn't told
  std::string_view body;
  std::vector<Entity> parts;  // of a multipart
  bool cut_off = false;       // a multipart that ends without its last boundary

  bool is_multipart() const { return type.starts_with("multipart/"); }
  bool is_attached() const;      // meant to be saved, not to be read in its place
  std::string content() const;   // the body decoded to the bytes that were sent
  std::string charset() const;   // as told by Content-Type
  std::string id() const;        // Content-ID without its brackets
  std::string location() const;  // Content-Location
};

// Parts nested deeper than 20 levels, and those beyond 10,000, are left out, and `all` is then false.
Entity entity_of(std::string_view bytes, bool& all);

}  // namespace readers::mime
