#include "readers/xml_source.h"

#include <libxml/HTMLparser.h>

#include <algorithm>

#include "base/utf8.h"
#include "readers/encoding.h"

namespace readers::xml {
namespace {

constexpr std::size_t longest_name = 40;

void blank_out(std::string& text, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i) {
    if (text[i] != '\n' && text[i] != '\r') text[i] = ' ';
  }
}

// The encoding was dealt with: <?xml ... ?> would have the parser do so again.
void blank_declaration(std::string& text) {
  if (!text.starts_with("<?xml") || text.size() < 6 || (text[5] != ' ' && text[5] != '\t' && text[5] != '\n')) return;
  const std::size_t end = text.find("?>");
  if (end != std::string::npos) blank_out(text, 0, end + 2);
}

// Where the subset that begins behind '[' ends; npos where it doesn't. Quoted text may hold brackets.
std::size_t end_of_subset(std::string_view text, std::size_t at) {
  char quote = 0;
  for (; at < text.size(); ++at) {
    if (quote != 0) {
      if (text[at] == quote) quote = 0;
    } else if (text.substr(at).starts_with("<!--")) {
      at = text.find("-->", at);
      if (at == std::string_view::npos) return at;
    } else if (text[at] == '"' || text[at] == '\'') {
      quote = text[at];
    } else if (text[at] == ']') {
      return at;
    }
  }
  return std::string_view::npos;
}

void blank_subset(std::string& text) {
  const std::size_t type = text.find("<!DOCTYPE");
  if (type == std::string::npos) return;
  const std::size_t open = text.find_first_of("[>", type);
  if (open == std::string::npos || text[open] != '[') return;
  const std::size_t close = end_of_subset(text, open + 1);
  if (close == std::string::npos) return;
  const std::string_view subset = std::string_view(text).substr(open, close - open);
  if (subset.find("<!ENTITY") != std::string_view::npos || subset.find('%') != std::string_view::npos) return;
  blank_out(text, open, close + 1);
}

bool is_name_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
         c == '.' || c == ':' || static_cast<unsigned char>(c) >= 0x80;
}

// What to write for the '&' at `at`, whose reference, if it is one, ends before `end`.
std::string reference(std::string_view text, std::size_t at, std::size_t& end) {
  end = at + 1;
  if (end < text.size() && text[end] == '#') ++end;
  while (end < text.size() && end - at < longest_name && is_name_letter(text[end])) ++end;
  const std::string name(text.substr(at + 1, end - at - 1));
  if (end == text.size() || text[end] != ';' || name.empty() || name == "#") {
    end = at + 1;
    return "&amp;";
  }
  ++end;
  for (const char* own : {"amp", "lt", "gt", "quot", "apos"}) {
    if (name == own) return "&" + name + ";";
  }
  if (name[0] != '#') {
    const htmlEntityDesc* known = htmlEntityLookup(reinterpret_cast<const xmlChar*>(name.c_str()));
    std::string character;
    if (known != nullptr) base::append_utf8(character, known->value);
    return known != nullptr ? character : "&" + name + ";";
  }
  return "&" + name + ";";
}

std::string with_references(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 64);
  // Entities that the file declares are the parser's business.
  const bool declares = text.find("<!ENTITY") != std::string_view::npos;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = text.substr(at);
    const std::string_view closing = rest.starts_with("<!--") ? "-->" : rest.starts_with("<![CDATA[") ? "]]>" : "";
    if (!closing.empty()) {
      const std::size_t end = text.find(closing, at);
      const std::size_t size = end == std::string_view::npos ? rest.size() : end + closing.size() - at;
      out += rest.substr(0, size);
      at += size;
    } else if (text[at] == '&' && !declares) {
      std::size_t end = at;
      out += reference(text, at, end);
      at = end;
    } else {
      const auto c = static_cast<unsigned char>(text[at++]);
      out += c < 0x20 && c != '\t' && c != '\n' && c != '\r' ? ' ' : static_cast<char>(c);
    }
  }
  return out;
}

}  // namespace

std::string source_of(std::string_view bytes) {
  std::string text = to_utf8(bytes, Declares::markup).text;
  // Blank lines before the declaration are a slip that parsers do not forgive.
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first != std::string::npos && first > 0 && text.compare(first, 5, "<?xml") == 0) {
    std::string lines;
    std::copy_if(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(first), std::back_inserter(lines),
                 [](char c) { return c == '\n'; });
    text.erase(0, first);
    blank_declaration(text);
    text.insert(0, lines);
  } else {
    blank_declaration(text);
  }
  blank_subset(text);
  return with_references(text);
}

}  // namespace readers::xml
