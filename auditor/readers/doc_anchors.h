// What hangs on the text of a Word 97-2003 document: footnotes, endnotes, comments and text boxes, read and put where
// they are referred to.
#pragma once

#include <string_view>

#include "readers/doc_fib.h"
#include "readers/doc_story.h"

namespace readers::doc {

// Reads the notes of the kind into `notes` and their references into `anchors`.
void read_notes(const Fib& fib, std::string_view table, docx::NoteReference::Kind kind, Source& source, Met& met,
                Anchors& anchors, docx::Notes& notes);

// Reads the text boxes of the body or of the headers (`boxes` says which). Gives those that stand nowhere.
docx::Flow read_boxes(const Fib& fib, std::string_view table, StoryKind boxes, Source& source, Met& met,
                      Anchors& anchors);

}  // namespace readers::doc
