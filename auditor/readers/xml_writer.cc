#include "readers/xml_writer.h"

namespace readers::xml {
namespace {

// Namespaces beyond these are no vocabulary that is read; one name for all of them keeps the declarations few.
constexpr std::size_t most_prefixes = 100;

void put_escaped(std::string& out, std::string_view text) {
  for (char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\r':
        out += "&#13;";
        break;
      case '\n':
        out += "&#10;";
        break;
      case '\t':
        out += "&#9;";
        break;
      default:
        out += c;
    }
  }
}

}  // namespace

void Writer::put_name(std::string_view space, std::string_view name) {
  if (!space.empty()) {
    auto at = prefixes_.find(space);
    if (at == prefixes_.end()) {
      const bool many = prefixes_.size() >= most_prefixes;
      at = prefixes_.emplace(many ? "urn:other" : space, "n" + std::to_string(prefixes_.size())).first;
    }
    body_ += at->second;
    body_ += ':';
  }
  body_ += name;
}

void Writer::start(std::string_view space, std::string_view name, const std::vector<base::xml::Attribute>& attributes) {
  if (dropped_ > 0 || (open_.empty() && !body_.empty())) {
    ++dropped_;
    return;
  }
  body_ += '<';
  const std::size_t from = body_.size();
  put_name(space, name);
  open_.push_back(body_.substr(from));
  if (open_.size() == 1) declarations_ = body_.size();
  for (const base::xml::Attribute& a : attributes) {
    if (a.space == "http://www.w3.org/XML/1998/namespace") continue;
    body_ += ' ';
    put_name(a.space, a.name);
    body_ += "=\"";
    put_escaped(body_, a.value);
    body_ += '"';
  }
  body_ += '>';
}

void Writer::end() {
  if (dropped_ > 0) {
    --dropped_;
    return;
  }
  if (open_.empty()) return;
  body_ += "</" + open_.back() + ">";
  open_.pop_back();
}

void Writer::text(std::string_view characters) {
  if (dropped_ == 0 && !open_.empty()) put_escaped(body_, characters);
}

std::string Writer::take() {
  while (!open_.empty()) end();
  std::string declarations;
  for (const auto& [space, prefix] : prefixes_) {
    declarations += " xmlns:" + prefix + "=\"";
    put_escaped(declarations, space);
    declarations += '"';
  }
  if (!body_.empty()) body_.insert(declarations_, declarations);
  return std::move(body_);
}

}  // namespace readers::xml
