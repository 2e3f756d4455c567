#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "readers/compound_maker.h"
#include "readers/package_maker.h"
#include "readers/reader.h"

BOOST_AUTO_TEST_SUITE(readers)

BOOST_AUTO_TEST_CASE(read_refuses_with_reason_and_advice) {
  struct Case {
    std::string bytes;
    std::string name;
    std::string code;
    std::string line;
  };
  const std::vector<Case> cases = {
      {"", "a.docx", "empty", "a.docx: is empty; export it again"},
      {readers_test::compound({{"EncryptedPackage", "x"}}), "a.docx", "encrypted",
       "a.docx: is password-protected; save it without a password"},
      {readers_test::compound({{"Workbook", "x"}}), "a.doc", "not_a_record",
       "a.doc: is a spreadsheet, presentation or other office file, not a record; give the record as .docx, .odt, "
       ".pdf, "
       ".rtf, .html or text"},
#ifdef AUDITOR_PDF
      {"%PDF-1.4", "a.pdf", "damaged",
       "a.pdf: is damaged: its table of pages cannot be found; copy or export it again"},
#else
      {"%PDF-1.4", "a.pdf", "unsupported",
       "a.pdf: is a PDF, and this program was built without a PDF reader; install libpoppler-private-dev and build it "
       "again, or export the record as .docx"},
#endif
      {"GIF89a", "a.docx", "not_a_record",
       "a.docx: is a picture, not a record; a scanned record needs its text, as .docx"},
      {"x", "~$a.docx", "not_a_record", "~$a.docx: is a lock file of an open document, not a record"},
      {"\x01\x02\x03\x04", "a.bin", "not_a_record",
       "a.bin: is of no type that is known here; give the record as .docx, .odt, .pdf, .rtf, .html or text"},
      {readers_test::word("<w:p/>"), "a.docx", "empty",
       "a.docx: holds no text; if it is made of pictures, such as scanned pages, give its text"},
      {"<?xml version=\"1.0\"?><a><b></a>", "a.xml", "damaged", "a.xml:1:32: is not well-formed XML; export it again"},
  };
  for (const Case& c : cases) {
    base::Result<document::Document> read = readers::read(c.bytes, c.name);
    BOOST_REQUIRE(!read.ok());
    BOOST_TEST(base::name_of(read.error().code) == c.code);
    BOOST_TEST(read.error().one_line() == c.line);
  }
}

BOOST_AUTO_TEST_CASE(read_chooses_by_content) {
  BOOST_TEST(readers::read(readers_test::word(readers_test::p("Text")), "a.xml").value().format == "docx");
  BOOST_TEST(readers::read("<?xml version=\"1.0\"?><a><b>Text</b></a>", "a.docx").value().format == "xml");
}

BOOST_AUTO_TEST_SUITE_END()
