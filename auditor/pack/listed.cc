#include "pack/listed.h"

#include <algorithm>

#include "base/json.h"

namespace pack {
namespace {

constexpr std::size_t sum_digits = 64;

bool is_digest(std::string_view text) {
  return text.size() == sum_digits &&
         std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

void sort(std::vector<Listed>& files) {
  std::sort(files.begin(), files.end(), [](const Listed& a, const Listed& b) { return a.path < b.path; });
}

// The path of a line that begins with a backslash.
std::string unescaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\' || i + 1 == text.size()) {
      out += text[i];
      continue;
    }
    char next = text[++i];
    out += next == 'n' ? '\n' : next == 'r' ? '\r' : next;
  }
  return out;
}

bool read_line(std::string_view line, Sums& sums) {
  bool escaped = line.starts_with('\\');
  if (escaped) line.remove_prefix(1);
  if (line.size() < sum_digits + 3 || !is_digest(line.substr(0, sum_digits)) || line.substr(sum_digits, 2) != "  ")
    return false;
  std::string_view path = line.substr(sum_digits + 2);
  sums.lines.push_back({escaped ? unescaped(path) : std::string(path), 0, std::string(line.substr(0, sum_digits))});
  return true;
}

}  // namespace

bool is_safe(std::string_view path) {
  char before = '/';
  for (char c : path) {
    bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    if (before == '/' && !letter) return false;
    if (!letter && c != '.' && c != '/') return false;
    before = c;
  }
  return before != '/';
}

std::string sum_line(std::string_view sha256, std::string_view path) {
  std::string escaped;
  for (char c : path) {
    if (c == '\\') {
      escaped += "\\\\";
    } else if (c == '\n') {
      escaped += "\\n";
    } else if (c == '\r') {
      escaped += "\\r";
    } else {
      escaped += c;
    }
  }
  return (escaped == path ? "" : "\\") + std::string(sha256) + "  " + escaped + "\n";
}

Sums read_sums(std::string_view text) {
  Sums sums;
  while (!text.empty()) {
    std::size_t end = text.find('\n');
    if (end == std::string_view::npos) sums.whole = false;
    if (!read_line(text.substr(0, end), sums)) sums.whole = false;
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return sums;
}

std::string sums_of(std::vector<Listed> files) {
  sort(files);
  std::string out;
  for (const Listed& file : files) out += sum_line(file.sha256, file.path);
  return out;
}

std::string manifest_entry(const Listed& file) {
  base::JsonWriter json;
  json.begin_object().key("path").string(file.path).key("bytes").number(static_cast<std::int64_t>(file.bytes));
  json.key("sha256").string(file.sha256).end_object();
  return json.take();
}

std::string manifest_files(std::vector<Listed> files) {
  sort(files);
  std::string out = "\"files\":[";
  for (std::size_t i = 0; i < files.size(); ++i) out += (i > 0 ? "," : "") + manifest_entry(files[i]);
  return out + "]";
}

}  // namespace pack
