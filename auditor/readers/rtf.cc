// Rich Text Format, of whichever program and age: headers, the body with its notes, footers.
#include "base/utf8.h"
#include "readers/format.h"
#include "readers/rtf_reader.h"

namespace readers {

using base::Error;
using base::ErrorCode;

base::Result<document::Document> read_rtf(std::string_view bytes, const std::string& name) {
  document::Document document = rtf::Reader(bytes).read();
  if (!base::on_one_line(document.text).empty()) return document;
  for (const document::Note& note : document.notes) {
    if (note.kind != document::NoteKind::salvaged) continue;
    return Error{ErrorCode::damaged, name, 0, 0, "is damaged: no text can be read", "copy or export it again"};
  }
  return document;
}

}  // namespace readers
