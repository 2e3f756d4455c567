#include "base/json.h"

#include <array>
#include <cassert>
#include <cmath>
#include <cstdio>

#include "base/utf8.h"

namespace base {

namespace {

// Bytes that stand in a string as they are.
constexpr std::array<bool, 256> as_it_is = [] {
  std::array<bool, 256> out{};
  for (std::size_t byte = ' '; byte < 0x7F; ++byte) out[byte] = byte != '"' && byte != '\\';
  return out;
}();

void append_quoted(std::string& out, std::string_view value) {
  out += '"';
  char buffer[8];
  for (std::size_t i = 0; i < value.size();) {
    std::size_t plain = i;
    while (plain < value.size() && as_it_is[static_cast<unsigned char>(value[plain])]) ++plain;
    out.append(value, i, plain - i);
    i = plain;
    if (i == value.size()) break;
    char32_t c = next_code_point(value, i);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += static_cast<char>(c);
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else if (c < 0x20 || c == 0x7F || c == 0x2028 || c == 0x2029) {
      std::snprintf(buffer, sizeof buffer, "\\u%04x", static_cast<unsigned>(c));
      out += buffer;
    } else {
      append_utf8(out, c);
    }
  }
  out += '"';
}

}  // namespace

std::string json_quoted(std::string_view value) {
  std::string out;
  out.reserve(value.size() + 2);
  append_quoted(out, value);
  return out;
}

void JsonWriter::separate() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (started_.empty()) return;
  if (started_.back()) out_ += ',';
  started_.back() = true;
}

JsonWriter& JsonWriter::begin_object() {
  separate();
  out_ += '{';
  started_.push_back(false);
  return *this;
}

JsonWriter& JsonWriter::end_object() {
  assert(!started_.empty() && !after_key_);
  started_.pop_back();
  out_ += '}';
  return *this;
}

JsonWriter& JsonWriter::begin_array() {
  separate();
  out_ += '[';
  started_.push_back(false);
  return *this;
}

JsonWriter& JsonWriter::end_array() {
  assert(!started_.empty() && !after_key_);
  started_.pop_back();
  out_ += ']';
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  assert(!after_key_);
  separate();
  append_quoted(out_, name);
  out_ += ':';
  after_key_ = true;
  return *this;
}

JsonWriter& JsonWriter::string(std::string_view value) {
  separate();
  append_quoted(out_, value);
  return *this;
}

JsonWriter& JsonWriter::number(std::int64_t value) {
  return raw(std::to_string(value));
}

JsonWriter& JsonWriter::number(double value, int digits) {
  if (!std::isfinite(value)) return null();
  char buffer[64];
  std::snprintf(buffer, sizeof buffer, "%.*f", digits, value);
  std::string text = buffer;
  if (text.find('.') != std::string::npos) {
    while (text.back() == '0') text.pop_back();
    if (text.back() == '.') text.pop_back();
  }
  return raw(text == "-0" ? "0" : text);
}

JsonWriter& JsonWriter::boolean(bool value) {
  return raw(value ? "true" : "false");
}

JsonWriter& JsonWriter::null() {
  return raw("null");
}

JsonWriter& JsonWriter::raw(std::string_view json) {
  separate();
  out_ += json;
  return *this;
}

std::string JsonWriter::take() {
  assert(started_.empty());
  return std::move(out_);
}

}  // namespace base
