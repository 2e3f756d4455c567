// A parser's events written as a text of XML again: to cut one document into several, or to give elements other names.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/xml.h"

namespace readers::xml {

class Writer {
 public:
  // Elements after the end of the first one are dropped, so that the text is always well-formed.
  void start(std::string_view space, std::string_view name, const std::vector<base::xml::Attribute>& attributes = {});
  void end();
  void text(std::string_view characters);
  bool empty() const { return body_.empty(); }

  // The text, with what is still open ended.
  std::string take();

 private:
  void put_name(std::string_view space, std::string_view name);

  std::map<std::string, std::string, std::less<>> prefixes_;  // by namespace
  std::string body_;
  std::size_t declarations_ = 0;  // where in `body_` the namespaces are to be declared
  std::vector<std::string> open_;
  std::size_t dropped_ = 0;  // depth in elements after the first
};

}  // namespace readers::xml
