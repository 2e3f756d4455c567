#include <array>

#include "base/utf8.h"
#include "readers/format.h"
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

constexpr std::array<Refusal, 16> refusals = {{
    {Type::empty, ErrorCode::empty, "is empty", "export it again"},
    {Type::odt, ErrorCode::unsupported, "is an OpenDocument text (.odt), which isn't read yet", "save it as .docx"},
    {Type::doc, ErrorCode::unsupported, "is a Word 97-2003 document (.doc), which isn't read yet", "save it as .docx"},
    {Type::rtf, ErrorCode::unsupported, "is a Rich Text document (.rtf), which isn't read yet", "save it as .docx"},
    {Type::pdf, ErrorCode::unsupported, "is a PDF, which isn't read yet", "export the record as .docx, .html or text"},
    {Type::mhtml, ErrorCode::unsupported, "is an e-mail or web archive (.mht), which isn't read yet",
     "save it as .html or .docx"},
    {Type::word_xml, ErrorCode::unsupported, "is a Word XML document, which isn't read yet", "save it as .docx"},
    {Type::zip, ErrorCode::unsupported, "is a ZIP archive, which isn't opened yet", "unpack it and name the folder"},
    {Type::encrypted_office, ErrorCode::encrypted, "is password-protected", "save it without a password"},
    {Type::picture, ErrorCode::not_a_record, "is a picture, not a record", "a scanned record needs its text, as .docx"},
    {Type::lock_file, ErrorCode::not_a_record, "is a lock file of an open document, not a record", ""},
    {Type::program, ErrorCode::not_a_record, "is a program, not a record", ""},
    {Type::other_office, ErrorCode::not_a_record, "is a spreadsheet, presentation or other office file, not a record",
     "give the record as .docx, .html or text"},
    {Type::database, ErrorCode::not_a_record, "is a database, not a record", "export its records as documents"},
    {Type::data, ErrorCode::not_a_record, "is a table or data file, not a record", ""},
    {Type::unknown, ErrorCode::not_a_record, "is of no type that is known here",
     "give the record as .docx, .html or text"},
}};

base::Result<document::Document> read_as(Type type, std::string_view bytes, const std::string& name) {
  switch (type) {
    case Type::docx:
      return read_docx(bytes, name);
    case Type::html:
      return read_html(bytes, name);
    case Type::xml:
      return read_xml(bytes, name);
    default:
      return read_text(bytes, name);
  }
}

}  // namespace

base::Result<document::Document> read(std::string_view bytes, const std::string& name) {
  Type type = sniff(bytes, name);
  for (const Refusal& refusal : refusals) {
    if (refusal.type == type) return Error{refusal.code, name, 0, 0, refusal.message, refusal.advice};
  }
  base::Result<document::Document> result = read_as(type, bytes, name);
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

std::vector<std::string> supported() {
  return {"docx", "html", "text", "xml"};
}

}  // namespace readers
