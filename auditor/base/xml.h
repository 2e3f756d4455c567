// The project's door to libxml2's XML parser: events for records that strangers wrote, and a small tree with places for
// checklists. Nothing outside the given bytes is ever read: no DTD, no external entity, no network. A document type
// declaration with an internal subset is refused, since that is where entity bombs live; one without is let pass.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace base::xml {

struct Attribute {
  std::string_view space;  // namespace URI; empty where there is none
  std::string_view name;   // local name
  std::string value;       // entities resolved, UTF-8
};

// What a refusal says of a tag with more attributes than base/limits.h allows.
std::string too_many_attributes();

// Receives a document in order. Views are valid during the call only. Returning false from any call stops the parse,
// which then succeeds: the handler has what it wanted.
class Handler {
 public:
  virtual ~Handler() = default;
  virtual bool start(std::string_view space, std::string_view name, const std::vector<Attribute>& attributes) = 0;
  virtual bool end(std::string_view space, std::string_view name) = 0;
  virtual bool text(std::string_view characters) = 0;
};

// Parses well-formed XML in any encoding that libxml2 knows. `file` is for errors only, which carry line and column.
// Refuses depth and attribute counts beyond base/limits.h. The handler keeps what it got before an error.
Status parse(std::string_view bytes, const std::string& file, Handler& handler);

// One element of a loaded tree, with the place of its start tag.
struct Element {
  std::string name;
  std::vector<std::pair<std::string, std::string>> attributes;  // in document order
  std::vector<Element> children;
  std::string text;          // the element's own character data, joined
  std::uint32_t line = 0;    // from 1
  std::uint32_t column = 0;  // from 1, in bytes

  // The attribute's value, or `otherwise`.
  std::string_view attribute(std::string_view name, std::string_view otherwise = {}) const;
  bool has_attribute(std::string_view name) const;
};

// The whole document as a tree; namespaces are dropped.
Result<Element> load(std::string_view bytes, const std::string& file);

// Checks `bytes` against a RELAX NG schema. The first violation is the error, with line and column.
Status validate(std::string_view bytes, const std::string& file, std::string_view schema,
                const std::string& schema_file);

}  // namespace base::xml
