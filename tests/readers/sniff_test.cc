#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "readers/compound_maker.h"
#include "readers/package_maker.h"
#include "readers/reader.h"

namespace {

std::string wide(const std::string& ascii, bool big_endian = false) {
  std::string out;
  for (char c : ascii) out += big_endian ? std::string{'\0', c} : std::string{c, '\0'};
  return out;
}

std::string compound(const std::string& stream) {
  return readers_test::compound({{stream, "x"}});
}

std::string types(const std::string& type) {
  return readers_test::package(
      {{"[Content_Types].xml", "<Types><Override PartName=\"/x/main.xml\" ContentType=\"" + type + "\"/></Types>"},
       {"x/main.xml", "<x/>"}});
}

}  // namespace

BOOST_AUTO_TEST_SUITE(readers)

BOOST_AUTO_TEST_CASE(sniff_by_content) {
  struct Case {
    std::string bytes;
    std::string name;
    std::string type;
  };
  const std::string main = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
  using readers_test::package;
  const std::vector<Case> cases = {
      {"", "a.docx", "empty"},
      {package({{"word/document.xml", "<x/>"}}), "a.bin", "docx"},
      {types(main + "document.main+xml"), "a", "docx"},
      {types(main + "template.main+xml"), "a.dotx", "docx"},
      {types("application/vnd.ms-word.document.macroEnabled.main+xml"), "a.docm", "docx"},
      {package({{"xl/workbook.xml", "<x/>"}}), "a.docx", "other_office"},
      {package({{"ppt/presentation.xml", "<x/>"}}), "a.pptx", "other_office"},
      {package({{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", "<x/>"}}), "a.docx", "odt"},
      {package({{"mimetype", "application/vnd.sun.xml.writer"}, {"content.xml", "<x/>"}}), "a.sxw", "odt"},
      {package({{"content.xml", "<x/>"}, {"styles.xml", "<x/>"}}), "a.zip", "odt"},
      {package({{"mimetype", "application/vnd.sun.xml.calc"}, {"content.xml", "<x/>"}}), "a.sxc", "other_office"},
      {package({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}}), "a.ods", "other_office"},
      {package({{"notes.txt", "text"}}), "a.docx", "zip"},
      {compound("WordDocument"), "a.docx", "doc"},
      {compound("EncryptedPackage"), "a.docx", "encrypted_office"},
      {compound("Workbook"), "a.doc", "other_office"},
      {compound("Contents"), "a.doc", "doc"},  // a document that has lost its text, and is to be refused
      {compound("Contents"), "a.wps", "other_office"},
      {readers_test::compound({{"Workbook", "x"}, {"Embedded/", ""}, {"WordDocument", "x"}}), "a.doc", "other_office"},
      {compound("WordDocument").substr(0, 600), "a.doc", "doc"},
      {compound("WordDocument").substr(0, 600), "a.xls", "other_office"},
      {compound("WordDocument").substr(0, 512) + "\xec\xa5\xc1" + std::string(40, '\0'), "a", "doc"},
      {"\xdb\xa5\x2d" + std::string(40, '\0'), "a.doc", "doc"},
      {"%PDF-1.7\n", "a.docx", "pdf"},
      {"junk\n%PDF-1.4\n", "a", "pdf"},
      {"{\\rtf1\\ansi text}", "a.doc", "rtf"},
      {"From: a\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\nx", "a.doc", "mhtml"},
      {"Received: by x\nFrom: a\nSubject: b\n\nText", "a.eml", "mhtml"},
      {"From: a\nSubject: b\n\nText", "a.txt", "text"},
      {"<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?><w:wordDocument xmlns:w=\"w\"/>", "a.xml",
       "word_xml"},
      {"<?xml version=\"1.0\"?><pkg:package xmlns:pkg=\"http://schemas.microsoft.com/office/2006/xmlPackage\"/>",
       "a.xml", "word_xml"},
      {"<?xml version=\"1.0\"?>\n<!-- note -->\n<assessment><child/></assessment>", "a.txt", "xml"},
      {"\xef\xbb\xbf<assessment><child/></assessment>\n", "a.dat", "xml"},
      {"\xff\xfe" + wide("<?xml version=\"1.0\"?><assessment/>"), "a.dat", "xml"},
      {"<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"/>", "a.xml", "html"},
      {"<!DOCTYPE html><title>x</title>", "a.doc", "html"},
      {"<?xml version=\"1.0\"?><!DOCTYPE r [<!ATTLIST r " + std::string(100'000, 'a'), "a.xml", "xml"},
      {"<HTML><BODY>x</BODY></HTML>", "a", "html"},
      {"<table border=1><tr><td>x</table>", "a.doc", "html"},
      {"words <b>and</b> tags", "a.html", "html"},
      {"<insert name> was seen on 3 March.", "a.txt", "text"},
      {"<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "a.svg", "picture"},
      {"\x89PNG\r\n\x1a\n....", "a.docx", "picture"},
      {"\xff\xd8\xff\xe0", "a.jpg", "picture"},
      {"GIF89a..", "a", "picture"},
      {std::string("II*\0....", 8), "a.tif", "picture"},
      {std::string("RIFF\0\0\0\0WEBP", 12), "a", "picture"},
      {"\x7f"
       "ELF....",
       "a.docx", "program"},
      {"MZ" + std::string(100, '\0'), "a.docx", "program"},
      {"SQLite format 3" + std::string(1, '\0'), "run.db", "database"},
      {"Some words", "~$a.docx", "lock_file"},
      {",Ann,host", ".~lock.a.odt#", "lock_file"},
      {"The child was seen.\n", "a", "text"},
      {"Caf\xe9 in windows-1252\n", "a.txt", "text"},
      {"MZ is how this text begins, and no program is so readable in its first bytes, or is it?", "a.txt", "text"},
      {"\xff\xfe" + wide("The child was seen."), "a.txt", "text"},
      {wide("The child was seen."), "a.txt", "text"},
      {wide("The child was seen.", true), "a.txt", "text"},
      {std::string("\x01\x02\x03\x04\x05\x06\x07\x0e\x0f\x10", 10), "a.txt", "unknown"},
      {std::string(64, '\0'), "a.docx", "unknown"},
  };
  for (const Case& c : cases) {
    BOOST_TEST_CONTEXT(c.name << " " << c.bytes.substr(0, 24)) {
      BOOST_TEST(readers::name_of(readers::sniff(c.bytes, c.name)) == c.type);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
