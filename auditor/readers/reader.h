// The door of the readers: bytes of a file to a Document, whatever the format. Hostile bytes are expected; readers run
// in a worker process and touch nothing but the bytes they are given.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "document/document.h"
#include "readers/ocr.h"

namespace readers {

// What the bytes are, by content; the name's extension is only a hint where content cannot tell (text, XML).
enum class Type : std::uint8_t {
  unknown,
  docx,
  html,
  text,
  xml,
  empty,  // no bytes at all
  odt,
  doc,
  rtf,
  pdf,
  mhtml,
  word_xml,
  zip,
  encrypted_office,  // recognised, and not built yet or not readable
  picture,
  lock_file,
  program,
  other_office,
  database,
  data,  // no records
};

Type sniff(std::string_view bytes, std::string_view name);
// Whether the bytes are an archive whose files are documents of their own: for unpack() of readers/archive.h.
bool is_archive(std::string_view bytes, std::string_view name);
const char* name_of(Type type);  // "docx", "html", ...

// What a reader may use beside the bytes.
struct Means {
  const ocr::Model* ocr = nullptr;  // where given, pages of a PDF that hold no text are read by text recognition
  // Called before work that needs time of its own, with the seconds of processor time that it may take; may be empty.
  std::function<void(std::uint32_t seconds)> allow_time;
};

// Reads one file's bytes. Refusals: unsupported (a known type that isn't built), encrypted, damaged, empty (no text),
// over_limit; not_a_record for pictures, lock files and the like. `name` is for the extension and for errors.
base::Result<document::Document> read(std::string_view bytes, const std::string& name, const Means& means = {});

// Opens for good what libraries open on first use. To be called before files come out of reach.
void warm_up();

// The formats that read() can read, for messages and --help.
std::vector<std::string> supported();

}  // namespace readers
