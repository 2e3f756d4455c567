// Writing JSON, compactly and always valid: the writer puts the commas, and escapes what must be escaped.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace base {

// Builds one JSON text in memory. Calls must nest properly (a defect otherwise); `text()` is complete once every
// object and array is closed. Strings that aren't UTF-8 are repaired with U+FFFD.
class JsonWriter {
 public:
  JsonWriter& begin_object();
  JsonWriter& end_object();
  JsonWriter& begin_array();
  JsonWriter& end_array();
  JsonWriter& key(std::string_view name);

  JsonWriter& string(std::string_view value);
  JsonWriter& number(std::int64_t value);
  // Rounded to `digits` decimal places, trailing zeros kept off; not finite becomes null.
  JsonWriter& number(double value, int digits);
  JsonWriter& boolean(bool value);
  JsonWriter& null();
  // A value that is JSON already.
  JsonWriter& raw(std::string_view json);

  const std::string& text() const { return out_; }
  std::string take();

 private:
  void separate();

  std::string out_;
  std::vector<bool> started_;  // one for each open container: whether it holds something yet
  bool after_key_ = false;
};

// The string as a JSON literal, quotes included; control characters and U+2028/2029 are escaped.
std::string json_quoted(std::string_view value);

}  // namespace base
