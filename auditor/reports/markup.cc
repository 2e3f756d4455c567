#include "reports/markup.h"

#include <cassert>
#include <utility>

#include "base/utf8.h"

namespace reports {
namespace {

// HTML forbids control characters even as references; a stranger's become U+FFFD.
void append_escaped(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    char32_t c = base::next_code_point(text, at);
    switch (c) {
      case U'&':
        out += "&amp;";
        break;
      case U'<':
        out += "&lt;";
        break;
      case U'>':
        out += "&gt;";
        break;
      case U'"':
        out += "&quot;";
        break;
      case U'\'':
        out += "&#39;";
        break;
      case U'\t':
      case U'\n':
        out += static_cast<char>(c);
        break;
      default:
        if (c < 0x20 || (c >= 0x7F && c <= 0x9F)) c = 0xFFFD;
        base::append_utf8(out, c);
    }
  }
}

}  // namespace

void Markup::end_tag_head() {
  if (in_tag_) out_ += '>';
  in_tag_ = false;
}

Markup& Markup::open(Name element, std::string_view classes) {
  end_tag_head();
  out_ += '<';
  out_ += element.text();
  open_.push_back(element.text());
  in_tag_ = true;
  if (!classes.empty()) attribute("class", classes);
  return *this;
}

Markup& Markup::attribute(Name name, std::string_view value) {
  attribute(name);
  out_ += "=\"";
  append_escaped(out_, value);
  out_ += '"';
  return *this;
}

Markup& Markup::attribute(Name name, std::size_t value) {
  return attribute(name, std::string_view(std::to_string(value)));
}

Markup& Markup::attribute(Name name) {
  assert(in_tag_);
  out_ += ' ';
  out_ += name.text();
  return *this;
}

Markup& Markup::text(std::string_view text) {
  end_tag_head();
  append_escaped(out_, text);
  return *this;
}

Markup& Markup::close() {
  assert(!open_.empty());
  end_tag_head();
  out_ += "</";
  out_ += open_.back();
  out_ += '>';
  open_.pop_back();
  return *this;
}

Markup& Markup::lone(Name element) {
  end_tag_head();
  out_ += '<';
  out_ += element.text();
  in_tag_ = true;
  return *this;
}

Markup& Markup::element(Name element, std::string_view text, std::string_view classes) {
  return open(element, classes).text(text).close();
}

Markup& Markup::foreign(Name element, std::string_view text, std::string_view classes) {
  return open(element, classes).attribute("dir", "auto").text(text).close();
}

Markup& Markup::embed(Name element, const Asset& asset) {
  open(element);
  end_tag_head();
  out_ += asset.text();
  return close();
}

Markup& Markup::data(std::string_view id, std::string_view json) {
  open("script").attribute("type", "application/json").attribute("id", id);
  end_tag_head();
  for (char c : json) {
    switch (c) {  // these can only be inside of a string
      case '<':
        out_ += "\\u003c";
        break;
      case '>':
        out_ += "\\u003e";
        break;
      default:
        out_ += c;
    }
  }
  return close();
}

Markup& Markup::doctype() {
  out_ += "<!DOCTYPE html>\n";
  return *this;
}

std::string Markup::drain() {
  return std::exchange(out_, {});
}

}  // namespace reports
