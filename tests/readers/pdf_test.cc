#include <boost/test/unit_test.hpp>

#include "readers/format.h"
#include "readers/goldens.h"
#include "readers/pdf_maker.h"
#include "readers/reader.h"

namespace {

using base::ErrorCode;
using document::Document;

base::Result<document::Document> read_locked(const std::string& name) {
  auto bytes = base::read_file(std::string(AUDITOR_SOURCE_DIR) + "/fixtures/readers/pdf-locked/" + name, 1 << 20);
  BOOST_TEST_REQUIRE(bytes.ok());
  return readers::read(bytes.value(), name);
}

// A form, to be drawn by the name that the resources of its user give it.
std::string form(const std::string& resources) {
  return "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources <<" + resources + ">>";
}

constexpr const char* helvetica = "/Font <</F1 <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>>>";

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

BOOST_AUTO_TEST_CASE(goldens) {
  check_goldens("pdf", ".pdf", readers::read_pdf);
}

BOOST_AUTO_TEST_CASE(a_password_is_named_unless_none_is_needed) {
  auto locked = read_locked("needs-password.pdf");
  BOOST_TEST_REQUIRE(!locked.ok());
  BOOST_TEST((locked.error().code == ErrorCode::encrypted));
  auto open = read_locked("opens-without.pdf");
  BOOST_TEST_REQUIRE(open.ok());
  BOOST_TEST(open.value().text == "She was seen.");
}

BOOST_AUTO_TEST_CASE(forms_that_draw_each_other_end) {
  PdfMaker maker;
  std::string words = pdf_line(72, 700, "She was seen.");
  int next = maker.add_stream(form(helvetica), words);
  for (int depth = 0; depth < 30; ++depth) {
    std::string draws;
    for (int i = 0; i < 10; ++i) draws += "/X Do ";
    next = maker.add_stream(form("/XObject <</X " + std::to_string(next) + " 0 R>>"), draws);
  }
  int page = maker.add_page(words + "/X Do\n");
  maker.replace(page, "<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents " + std::to_string(page - 1) +
                          " 0 R /Resources <<" + helvetica + " /XObject <</X " + std::to_string(next) + " 0 R>>>>>>");
  Document document = read(maker.file());
  BOOST_TEST(document.text == "She was seen.");
  BOOST_TEST_REQUIRE(document.notes.size() == 1U);
  BOOST_TEST((document.notes[0].kind == document::NoteKind::cut));
}

BOOST_AUTO_TEST_CASE(loops_and_depth_end) {
  PdfMaker maker;
  int page = maker.add_page(pdf_line(72, 700, "Once.") + "/X Do\n" + std::string(100'000, '['));
  int loop = maker.add_stream(form(""), "");
  maker.replace(loop, "<</Length 6 " + form("/XObject <</X " + std::to_string(loop) + " 0 R>>") +
                          ">>\nstream\n/X Do \nendstream");
  maker.replace(page, "<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents " + std::to_string(page - 1) +
                          " 0 R /Resources <<" + helvetica + " /XObject <</X " + std::to_string(loop) + " 0 R>>>>>>");
  BOOST_TEST(read(maker.file()).text == "Once.");
}

BOOST_AUTO_TEST_CASE(a_crowded_page_takes_no_time) {
  std::string content;
  for (int i = 0; i < 20'000; ++i) content += pdf_line(i * 7 % 590, i * 11 % 840, "w" + std::to_string(i), "F1", 2);
  for (int i = 0; i < 8'000; ++i) {
    content += std::to_string(i % 97 * 6) + " " + std::to_string(i / 97 * 3) + " 6 3 re S\n";
  }
  BOOST_TEST(!read(one_page(content)).text.empty());
}

BOOST_AUTO_TEST_CASE(places_without_measure_do_no_harm) {
  std::string huge = "1" + std::string(200, '0');
  Document document = read(one_page("BT /F1 11 Tf " + huge + " 0 0 " + huge + " 0 0 Tm (huge) Tj ET\n" +
                                    pdf_line(72, 600, "Ordinary words.")));
  BOOST_TEST(document.text == "Ordinary words.");
}

BOOST_AUTO_TEST_CASE(a_page_that_cannot_be_read_is_named) {
  PdfMaker maker;
  maker.add_page(pdf_line(72, 700, "First."));
  int second = maker.add_page("");
  maker.replace(second, "<</Type /Page /Parent 2 0 R /MediaBox 7 /Contents 8 /Resources 9 /Annots 3>>");
  Document document = read(maker.file());
  BOOST_TEST(document.text == "First.");
  BOOST_TEST_REQUIRE(document.notes.size() == 1U);
  BOOST_TEST((document.notes[0].kind == document::NoteKind::salvaged));
}

BOOST_AUTO_TEST_CASE(what_is_not_read_is_named) {
  PdfMaker maker;
  maker.add_page(pdf_line(72, 700, "She was seen."));
  auto document = readers::read(maker.file("/OpenAction <</S /JavaScript /JS (x)>> /Names <</EmbeddedFiles <<>>>> "
                                           "/AcroForm <</XFA (<x/>)>>"),
                                "t.pdf");
  BOOST_TEST_REQUIRE(document.ok());
  BOOST_TEST(document.value().notes.size() == 3U);
}

BOOST_AUTO_TEST_SUITE_END()
