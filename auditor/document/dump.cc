#include "document/dump.h"

#include "base/json.h"

namespace document {
namespace {

std::string shown(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace

const char* name_of(BlockKind kind) {
  switch (kind) {
    case BlockKind::heading:
      return "heading";
    case BlockKind::paragraph:
      return "paragraph";
    case BlockKind::list_item:
      return "list_item";
    case BlockKind::cell:
      return "cell";
    case BlockKind::field:
      return "field";
  }
  return "";
}

const char* name_of(Part part) {
  switch (part) {
    case Part::body:
      return "body";
    case Part::header:
      return "header";
    case Part::footer:
      return "footer";
    case Part::footnote:
      return "footnote";
    case Part::comment:
      return "comment";
  }
  return "";
}

const char* name_of(NoteKind kind) {
  switch (kind) {
    case NoteKind::cut:
      return "cut";
    case NoteKind::salvaged:
      return "salvaged";
    case NoteKind::left_out:
      return "left_out";
    case NoteKind::tidied:
      return "tidied";
    case NoteKind::recognised:
      return "recognised";
  }
  return "";
}

std::string structure_json(const Document& document) {
  base::JsonWriter json;
  json.begin_object().key("format").string(document.format).key("title").string(document.title);
  json.key("text").string(document.text).key("blocks").begin_array();
  std::string_view section;
  for (const Block& block : document.blocks) {
    json.begin_object().key("kind").string(name_of(block.kind));
    json.key("start").number(static_cast<std::int64_t>(block.at.begin));
    json.key("end").number(static_cast<std::int64_t>(block.at.end));
    json.key("text").string(block.at.of(document.text));
    if (block.kind == BlockKind::heading) section = block.at.of(document.text);
    if (!section.empty()) json.key("section").string(section);
    if (block.level > 0) json.key("level").number(std::int64_t{block.level});
    if (!block.label.empty()) json.key("label").string(block.label.of(document.text));
    if (block.part != Part::body) json.key("part").string(name_of(block.part));
    if (block.bold) json.key("bold").boolean(true);
    if (block.italic) json.key("italic").boolean(true);
    if (block.inferred) json.key("inferred").boolean(true);
    if (block.parent >= 0) json.key("parent").number(std::int64_t{block.parent});
    if (block.kind == BlockKind::cell) {
      json.key("table").number(std::int64_t{block.table});
      json.key("row").number(std::int64_t{block.row}).key("column").number(std::int64_t{block.column});
      if (block.header) json.key("header").boolean(true);
      if (block.row_span > 1) json.key("row_span").number(std::int64_t{block.row_span});
      if (block.column_span > 1) json.key("column_span").number(std::int64_t{block.column_span});
    }
    if (block.page > 0) json.key("page").number(std::int64_t{block.page});
    json.end_object();
  }
  json.end_array().key("tables").begin_array();
  for (const Table& table : document.tables) {
    json.begin_object().key("rows").number(std::int64_t{table.rows}).key("columns").number(std::int64_t{table.columns});
    if (table.parent >= 0) json.key("parent").number(std::int64_t{table.parent});
    if (table.inferred) json.key("inferred").boolean(true);
    json.end_object();
  }
  json.end_array().key("notes").begin_array();
  for (const Note& note : document.notes) {
    json.begin_object().key("kind").string(name_of(note.kind)).key("message").string(note.message).end_object();
  }
  json.end_array().end_object();
  return json.take() + "\n";
}

std::string dump(const Document& document) {
  std::string out;
  for (const Block& block : document.blocks) {
    if (block.parent >= 0) out += "  ";
    out += name_of(block.kind);
    if (block.level > 0) out += " " + std::to_string(block.level);
    if (block.kind == BlockKind::cell) {
      out +=
          " t" + std::to_string(block.table) + " r" + std::to_string(block.row) + " c" + std::to_string(block.column);
      if (block.row_span > 1) out += " rows=" + std::to_string(block.row_span);
      if (block.column_span > 1) out += " columns=" + std::to_string(block.column_span);
      if (block.header) out += " header";
    }
    if (block.part != Part::body) out += std::string(" ") + name_of(block.part);
    if (block.bold) out += " bold";
    if (block.italic) out += " italic";
    if (block.inferred) out += " inferred";
    if (block.page > 0) out += " page=" + std::to_string(block.page);
    if (!block.label.empty()) out += " label=[" + shown(block.label.of(document.text)) + "]";
    out += " [" + shown(block.at.of(document.text)) + "]\n";
  }
  for (const Note& note : document.notes) out += std::string("note ") + name_of(note.kind) + " " + note.message + "\n";
  return out;
}

}  // namespace document
