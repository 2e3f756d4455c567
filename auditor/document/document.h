// One record as read: its UTF-8 text in reading order, and the blocks that the text is made of. Every reader fills this
// model through Builder, whatever the format; every later room sees only this. Immutable once built; plain values.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/span.h"

namespace document {

enum class BlockKind : std::uint8_t {
  heading,    // marked as a heading by the format (a bold line is a paragraph with `bold` set: form decides)
  paragraph,  //
  list_item,  //
  cell,       // of a table; its span holds everything in it
  field,      // a label that the format itself ties to a value (XML element, content control, form field)
};

enum class Part : std::uint8_t { body, header, footer, footnote, comment };

// A stretch of the text. Blocks are in the order of their begins; those inside a cell follow it and name it as parent.
struct Block {
  BlockKind kind = BlockKind::paragraph;
  Part part = Part::body;
  base::Span at;                  // without the separator that follows; may be empty for a cell or a field's value
  base::Span label;               // field only: the label within `at`; the value is the rest
  std::uint8_t level = 0;         // heading: 1 to 9; list item: depth from 1
  bool bold = false;              // the whole block is set so
  bool italic = false;            // the whole block is set so
  bool inferred = false;          // the structure was guessed from layout, not told by the format
  bool header = false;            // cell only: marked as heading its column or row
  std::int32_t parent = -1;       // index of the cell that this block stands in, or -1
  std::int32_t table = -1;        // cell only: index into Document::tables
  std::uint32_t row = 0;          // cell only: grid place, from 0
  std::uint32_t column = 0;       // cell only
  std::uint32_t row_span = 1;     // cell only
  std::uint32_t column_span = 1;  // cell only
  std::uint32_t page = 0;         // from 1; 0 where the format has no pages
};

struct Table {
  std::int32_t parent = -1;  // index of the cell block that this table is nested in, or -1
  std::uint32_t rows = 0;
  std::uint32_t columns = 0;
  bool inferred = false;
};

enum class NoteKind : std::uint8_t {
  cut,         // text of its own was left out, mostly because of a limit: the audit is of a part
  salvaged,    // the file was damaged; what could be read was
  left_out,    // hidden or deleted text, embedded objects, macros: named, not read
  tidied,      // invisible or direction-changing characters were removed
  recognised,  // text was read from pictures (OCR), which errs
};

// What a person should know about the reading; never holds the record's words.
struct Note {
  NoteKind kind = NoteKind::left_out;
  std::string message;
};

// Whether the note says that part of the record was not read, by a limit or by damage.
constexpr bool tells_of_a_part(const Note& note) {
  return note.kind == NoteKind::cut || note.kind == NoteKind::salvaged;
}

struct Document {
  std::string text;  // UTF-8; cells of a row are parted by a tab, rows and blocks by line feeds
  std::vector<Block> blocks;
  std::vector<Table> tables;
  std::vector<Note> notes;
  std::string title;   // from the file's properties or <title>; not part of the text
  std::string format;  // "docx", "html", "text", "xml", ...
};

}  // namespace document
