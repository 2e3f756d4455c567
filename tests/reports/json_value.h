// Reading JSON back, strictly, and checking it against a JSON Schema: as much of 2020-12 as findings.schema.json uses
// (any other keyword throws).
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace reports_tests {

struct JsonValue {
  using Array = std::vector<JsonValue>;
  using Object = std::map<std::string, JsonValue>;
  std::variant<std::nullptr_t, bool, double, std::string, Array, Object> value = nullptr;
  std::vector<std::string> names;  // an object's, in the order written

  const JsonValue& operator[](const std::string& name) const;  // throws where there is none
  const JsonValue& operator[](std::size_t at) const { return std::get<Array>(value).at(at); }
  bool has(const std::string& name) const;
  std::size_t size() const { return std::get<Array>(value).size(); }
  const std::string& text() const { return std::get<std::string>(value); }
  double number() const { return std::get<double>(value); }
  bool null() const { return value.index() == 0; }
  friend bool operator==(const JsonValue& a, const JsonValue& b) { return a.value == b.value; }
};

// Throws std::runtime_error on anything that isn't one JSON value.
JsonValue parse_json(std::string_view text);

// What is wrong, one line each with the place; empty where the value fits the schema.
std::vector<std::string> schema_errors(const JsonValue& schema, const JsonValue& value);

}  // namespace reports_tests
