#include "reports/json_value.h"

#include <algorithm>
#include <cmath>
#include <regex>
#include <stdexcept>

#include "base/utf8.h"

namespace reports_tests {
namespace {

using Array = JsonValue::Array;
using Object = JsonValue::Object;

class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  JsonValue whole() {
    JsonValue out = value();
    blanks();
    if (at_ != text_.size()) fail();
    return out;
  }

 private:
  [[noreturn]] void fail() const { throw std::runtime_error("not JSON at byte " + std::to_string(at_)); }
  void blanks() {
    while (at_ < text_.size() && std::string_view(" \t\r\n").find(text_[at_]) != std::string_view::npos) ++at_;
  }
  bool took(std::string_view wanted) {
    blanks();
    if (text_.substr(at_, wanted.size()) != wanted) return false;
    at_ += wanted.size();
    return true;
  }
  void must(std::string_view wanted) {
    if (!took(wanted)) fail();
  }

  JsonValue value() {
    if (took("null")) return {};
    if (took("true")) return {true, {}};
    if (took("false")) return {false, {}};
    if (took("{")) return object();
    if (took("[")) return array();
    if (took("\"")) return {string(), {}};
    std::size_t end = text_.find_first_not_of("-+.eE0123456789", at_);
    std::string digits(text_.substr(at_, end == std::string_view::npos ? end : end - at_));
    if (digits.empty()) fail();
    at_ += digits.size();
    return {std::stod(digits), {}};
  }

  JsonValue object() {
    JsonValue out{Object{}, {}};
    if (took("}")) return out;
    do {
      must("\"");
      std::string name = string();
      must(":");
      if (!std::get<Object>(out.value).emplace(name, value()).second) fail();
      out.names.push_back(name);
    } while (took(","));
    must("}");
    return out;
  }

  JsonValue array() {
    JsonValue out{Array{}, {}};
    if (took("]")) return out;
    do {
      std::get<Array>(out.value).push_back(value());
    } while (took(","));
    must("]");
    return out;
  }

  std::string string() {
    static constexpr std::string_view names = "\"\\/bfnrt", meanings = "\"\\/\b\f\n\r\t";
    std::string out;
    for (;;) {
      if (at_ >= text_.size() || static_cast<unsigned char>(text_[at_]) < 0x20) fail();
      char c = text_[at_++];
      if (c == '"') return out;
      if (c != '\\') {
        out += c;
      } else if (std::size_t known = names.find(text_.at(at_)); known != std::string_view::npos) {
        out += meanings[known];
        ++at_;
      } else if (text_[at_] == 'u') {
        base::append_utf8(out, static_cast<char32_t>(std::stoul(std::string(text_.substr(at_ + 1, 4)), nullptr, 16)));
        at_ += 5;
      } else {
        fail();
      }
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

class Checker {
 public:
  explicit Checker(const JsonValue& root) : root_(root) {}

  void check(const JsonValue& schema, const JsonValue& value, const std::string& place) {
    if (const bool* all = std::get_if<bool>(&schema.value)) {
      if (!*all) wrong(place, "may not be here");
      return;
    }
    for (const std::string& keyword : schema.names) apply(keyword, schema, value, place);
  }

  std::vector<std::string> errors;

 private:
  void wrong(const std::string& place, const std::string& what) { errors.push_back(place + ": " + what); }

  bool fits(const JsonValue& schema, const JsonValue& value) const {
    Checker trial(root_);
    trial.check(schema, value, "");
    return trial.errors.empty();
  }

  static bool of_type(const std::string& type, const JsonValue& value) {
    static const std::vector<std::string> types{"null", "boolean", "number", "string", "array", "object"};
    if (type == "integer") return value.value.index() == 2 && std::floor(value.number()) == value.number();
    return types.at(value.value.index()) == type;
  }

  void apply(const std::string& keyword, const JsonValue& schema, const JsonValue& value, const std::string& place) {
    const JsonValue& told = schema[keyword];
    const Object* object = std::get_if<Object>(&value.value);
    const Array* array = std::get_if<Array>(&value.value);
    const std::string* text = std::get_if<std::string>(&value.value);
    const double* number = std::get_if<double>(&value.value);
    if (keyword == "type") {
      Array types = told.value.index() == 4 ? std::get<Array>(told.value) : Array{told};
      if (std::none_of(types.begin(), types.end(), [&](const JsonValue& t) { return of_type(t.text(), value); })) {
        wrong(place, "has the wrong type");
      }
    } else if (keyword == "enum") {
      const Array& values = std::get<Array>(told.value);
      if (std::find(values.begin(), values.end(), value) == values.end()) wrong(place, "is none of the values allowed");
    } else if (keyword == "const") {
      if (!(told == value)) wrong(place, "is not the value wanted");
    } else if (keyword == "required") {
      for (const JsonValue& name : std::get<Array>(told.value)) {
        if (object && !object->contains(name.text())) wrong(place, "lacks " + name.text());
      }
    } else if (keyword == "dependentRequired") {
      for (const auto& [name, others] : std::get<Object>(told.value)) {
        if (object && object->contains(name)) {
          for (const JsonValue& other : std::get<Array>(others.value)) {
            if (!object->contains(other.text())) wrong(place, "lacks " + other.text());
          }
        }
      }
    } else if (keyword == "properties") {
      for (const auto& [name, inner] : std::get<Object>(told.value)) {
        if (object && object->contains(name)) check(inner, object->at(name), place + "/" + name);
      }
    } else if (keyword == "additionalProperties") {
      if (std::get<bool>(told.value)) throw std::runtime_error("additionalProperties can only be false");
      for (std::size_t i = 0; object && i < value.names.size(); ++i) {
        if (!schema["properties"].has(value.names[i])) wrong(place, "may not have " + value.names[i]);
      }
    } else if (keyword == "items") {
      for (std::size_t i = 0; array && i < array->size(); ++i)
        check(told, (*array)[i], place + "/" + std::to_string(i));
    } else if (keyword == "minItems") {
      if (array && static_cast<double>(array->size()) < told.number()) wrong(place, "has too few items");
    } else if (keyword == "minLength") {
      if (text && text->empty()) wrong(place, "is empty");
    } else if (keyword == "pattern") {
      if (text && !std::regex_search(*text, std::regex(told.text()))) wrong(place, "doesn't fit its pattern");
    } else if (keyword == "minimum") {
      if (number && *number < told.number()) wrong(place, "is too small");
    } else if (keyword == "maximum") {
      if (number && *number > told.number()) wrong(place, "is too large");
    } else if (keyword == "anyOf") {
      const Array& ways = std::get<Array>(told.value);
      if (std::none_of(ways.begin(), ways.end(), [&](const JsonValue& way) { return fits(way, value); })) {
        wrong(place, "fits none of the ways allowed");
      }
    } else if (keyword == "allOf") {
      for (const JsonValue& part : std::get<Array>(told.value)) check(part, value, place);
    } else if (keyword == "if") {
      const char* branch = fits(told, value) ? "then" : "else";
      if (schema.has(branch)) check(schema[branch], value, place);
    } else if (keyword == "$ref") {
      const std::string prefix = "#/$defs/";
      if (told.text().substr(0, prefix.size()) != prefix) throw std::runtime_error("unknown reference");
      check(root_["$defs"][told.text().substr(prefix.size())], value, place);
    } else if (keyword != "$schema" && keyword != "title" && keyword != "description" && keyword != "$defs" &&
               keyword != "then" && keyword != "else") {
      throw std::runtime_error("unknown keyword " + keyword);
    }
  }

  const JsonValue& root_;
};

}  // namespace

const JsonValue& JsonValue::operator[](const std::string& name) const {
  return std::get<Object>(value).at(name);
}
bool JsonValue::has(const std::string& name) const {
  return std::get<Object>(value).contains(name);
}

JsonValue parse_json(std::string_view text) {
  return Parser(text).whole();
}

std::vector<std::string> schema_errors(const JsonValue& schema, const JsonValue& value) {
  Checker checker(schema);
  checker.check(schema, value, "");
  return checker.errors;
}

}  // namespace reports_tests
