#include "readers/encoding.h"
#include "readers/format.h"
#include "readers/html_page.h"

namespace readers {

base::Result<document::Document> read_html(std::string_view bytes, const std::string& name) {
  document::Builder builder("html");
  Decoded page = to_utf8(bytes, Declares::markup);
  if (page.repaired) builder.note(document::NoteKind::salvaged, "bytes that don't fit the encoding were replaced");
  base::Result<html::Page> read = html::read_page(std::move(page.text), name, builder);
  if (!read) return read.error();
  if (!read.value().frames.empty()) {
    builder.note(document::NoteKind::left_out, "pages shown in frames are not part of this file and were not read");
  }
  return builder.take();
}

}  // namespace readers
