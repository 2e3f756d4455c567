#include <algorithm>
#include <array>
#include <cassert>

#include "base/utf8.h"
#include "readers/format.h"
#ifdef AUDITOR_PDF
#include "readers/pdf_file.h"
#endif
#include "readers/reader.h"

namespace readers {
namespace {

using base::Error;
using base::ErrorCode;

// What a type that isn't read is told. Types without a row are read.
struct Refusal {
  Type type;
  ErrorCode code;
  const char* message;
  const char* advice;
};

constexpr std::array refusals = {
    Refusal{Type::empty, ErrorCode::empty, "is empty", "export it again"},
#ifndef AUDITOR_PDF
    Refusal{Type::pdf, ErrorCode::unsupported, "is a PDF, and this program was built without a PDF reader",
            "install libpoppler-private-dev and build it again, or export the record as .docx"},
#endif
    Refusal{Type::zip, ErrorCode::unsupported, "is a ZIP archive: each file in it is a document of its own",
            "unpack it, or audit the archive"},
    Refusal{Type::encrypted_office, ErrorCode::encrypted, "is password-protected", "save it without a password"},
    Refusal{Type::picture, ErrorCode::not_a_record, "is a picture, not a record",
            "a scanned record needs its text, as .docx"},
    Refusal{Type::lock_file, ErrorCode::not_a_record, "is a lock file of an open document, not a record", ""},
    Refusal{Type::program, ErrorCode::not_a_record, "is a program, not a record", ""},
    Refusal{Type::other_office, ErrorCode::not_a_record,
            "is a spreadsheet, presentation or other office file, not a record",
            "give the record as .docx, .odt, .pdf, .rtf, .html or text"},
    Refusal{Type::database, ErrorCode::not_a_record, "is a database, not a record", "export its records as documents"},
    Refusal{Type::data, ErrorCode::not_a_record, "is a table or data file, not a record", ""},
    Refusal{Type::unknown, ErrorCode::not_a_record, "is of no type that is known here",
            "give the record as .docx, .odt, .pdf, .rtf, .html or text"},
};

// Who reads what: a new format is one file and one line here.
struct Format {
  Type type;
  const char* name;  // as messages and --help call it
  base::Result<document::Document> (*read)(std::string_view bytes, const std::string& name);
};

constexpr std::array formats = {
    Format{Type::doc, "doc", read_doc},    Format{Type::docx, "docx", read_docx},
    Format{Type::html, "html", read_html}, Format{Type::mhtml, "mhtml", read_mhtml},
    Format{Type::odt, "odt", read_odt},    Format{Type::rtf, "rtf", read_rtf},
    Format{Type::text, "text", read_text}, Format{Type::word_xml, "word_xml", read_word_xml},
    Format{Type::xml, "xml", read_xml},
#ifdef AUDITOR_PDF
    Format{Type::pdf, "pdf", nullptr},
#endif
};

base::Result<document::Document> read_as(Type type, std::string_view bytes, const std::string& name,
                                         const Means& means) {
#ifdef AUDITOR_PDF
  if (type == Type::pdf) return read_pdf(bytes, name, means);  // the only one that has use for means
#else
  static_cast<void>(means);
#endif
  const auto* format = std::find_if(formats.begin(), formats.end(), [&](const Format& f) { return f.type == type; });
  assert(format != formats.end());  // every type either refuses or is read
  return format->read(bytes, name);
}

}  // namespace

base::Result<document::Document> read(std::string_view bytes, const std::string& name, const Means& means) {
  Type type = sniff(bytes, name);
  for (const Refusal& refusal : refusals) {
    if (refusal.type == type) return Error{refusal.code, name, 0, 0, refusal.message, refusal.advice};
  }
  base::Result<document::Document> result = read_as(type, bytes, name, means);
  if (result && base::on_one_line(result.value().text).empty()) {
    return Error{ErrorCode::empty,
                 name,
                 0,
                 0,
                 "holds no text",
                 "if it is made of pictures, such as scanned pages, give its text"};
  }
  return result;
}

void warm_up() {
#ifdef AUDITOR_PDF
  pdf::warm_up();
#endif
}

std::vector<std::string> supported() {
  std::vector<std::string> names;
  for (const Format& format : formats) names.emplace_back(format.name);
  return names;
}

}  // namespace readers
