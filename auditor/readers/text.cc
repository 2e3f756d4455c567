// Plain text in any encoding.
#include "base/utf8.h"
#include "readers/encoding.h"
#include "readers/format.h"
#include "readers/text_layout.h"

namespace readers {

base::Result<document::Document> read_text(std::string_view bytes, const std::string&) {
  document::Builder builder("text");
  Decoded text = to_utf8(bytes, Declares::nothing);
  if (text.repaired) builder.note(document::NoteKind::salvaged, "bytes that don't fit the encoding were replaced");
  lay_out_text(text.text, builder);
  return builder.take();
}

}  // namespace readers
