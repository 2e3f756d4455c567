#include <boost/test/unit_test.hpp>

#include "readers/format.h"
#include "readers/pdf_maker.h"
#include "readers/reader.h"

namespace {

using base::ErrorCode;
using document::Document;

std::string one_page(const std::string& content, const std::string& entries = "") {
  PdfMaker maker;
  maker.add_page(content, entries);
  return maker.file();
}

Document read(const std::string& bytes) {
  auto document = readers::read(bytes, "t.pdf");
  BOOST_TEST_REQUIRE(document.ok());
  return document.value();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(pdf)

BOOST_AUTO_TEST_CASE(lines_become_paragraphs_marked_as_guessed) {
  Document document = read(one_page(pdf_line(72, 700, "She was seen on her own at the family home and at school ") +
                                    pdf_line(72, 686, "on two days.") + pdf_line(72, 650, "Dad was not seen.")));
  BOOST_TEST(document.text ==
             "She was seen on her own at the family home and at school on two days.\nDad was not seen.");
  BOOST_TEST(document.blocks[0].inferred);
  BOOST_TEST(document.blocks[0].page == 1U);
  BOOST_TEST(document.format == "pdf");
}

BOOST_AUTO_TEST_CASE(a_page_without_text_is_told_from_a_scanned_one) {
  auto blank = readers::read(one_page(""), "t.pdf");
  BOOST_TEST_REQUIRE(!blank.ok());
  BOOST_TEST((blank.error().code == ErrorCode::empty));
  BOOST_TEST(blank.error().message == "holds no text");
  PdfMaker maker;
  int picture = maker.add_stream(
      "/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray", "x");
  int page = maker.add_page("/P1 Do\n");
  maker.replace(page, "<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents " + std::to_string(page - 1) +
                          " 0 R /Resources <</XObject <</P1 " + std::to_string(picture) + " 0 R>>>>>>");
  auto scanned = readers::read(maker.file(), "t.pdf");
  BOOST_TEST_REQUIRE(!scanned.ok());
  BOOST_TEST((scanned.error().code == ErrorCode::empty));
  BOOST_TEST(scanned.error().message == "holds scanned pages, no text");
}

BOOST_AUTO_TEST_CASE(damage_is_mended_or_named) {
  std::string whole = one_page(pdf_line(72, 700, "Still here."));
  std::string cut = whole.substr(0, whole.find("xref\n"));
  Document document = read(cut);
  BOOST_TEST(document.text == "Still here.");
  BOOST_TEST_REQUIRE(document.notes.size() == 1U);
  BOOST_TEST((document.notes[0].kind == document::NoteKind::salvaged));
  auto nothing = readers::read("%PDF-1.7\nnothing else", "t.pdf");
  BOOST_TEST_REQUIRE(!nothing.ok());
  BOOST_TEST((nothing.error().code == ErrorCode::damaged));
}

BOOST_AUTO_TEST_SUITE_END()
