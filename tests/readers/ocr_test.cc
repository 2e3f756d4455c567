// Scanned pages, read by Tesseract. Its words may differ between its releases, so these tests ask for what matters of
// them rather than for a dump.
#include <boost/test/unit_test.hpp>

#include "base/file.h"
#include "readers/goldens.h"
#include "readers/pdf_maker.h"
#include "readers/reader.h"

#ifdef __SANITIZE_ADDRESS__
// Fontconfig, which poppler asks for fonts, keeps what it read without a way to it.
extern "C" const char* __lsan_default_suppressions() {
  return "leak:libfontconfig\n";
}
#endif

namespace {

using document::Block;
using document::BlockKind;
using document::Document;

std::string bytes_of(const std::string& name) {
  auto bytes = base::read_file(std::string(AUDITOR_SOURCE_DIR) + "/fixtures/readers/pdf-scanned/" + name, 1 << 20);
  BOOST_TEST_REQUIRE(bytes.ok());
  return bytes.value();
}

// With text recognition.
base::Result<Document> recognised(const std::string& bytes, std::uint32_t* seconds = nullptr) {
  auto model = readers::ocr::load();
  BOOST_TEST_REQUIRE(model.ok());
  readers::Means means;
  means.ocr = &model.value();
  means.allow_time = [&](std::uint32_t allowed) {
    if (seconds != nullptr) *seconds = std::max(*seconds, allowed);
  };
  return readers::read(bytes, "t.pdf", means);
}

std::string text_of(const Document& document, const Block& block) {
  return document.text.substr(block.at.begin, block.at.end - block.at.begin);
}

bool holds(const std::string& text, const std::string& what) {
  return text.find(what) != std::string::npos;
}

std::vector<document::Note> notes_of(const Document& document, document::NoteKind kind) {
  std::vector<document::Note> notes;
  for (const document::Note& note : document.notes) {
    if (note.kind == kind) notes.push_back(note);
  }
  return notes;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(ocr)

BOOST_AUTO_TEST_CASE(scanned_pages_are_refused_unless_recognition_is_asked_for) {
  auto refused = readers::read(bytes_of("form.pdf"), "t.pdf");
  BOOST_TEST_REQUIRE(!refused.ok());
  BOOST_TEST((refused.error().code == base::ErrorCode::empty));
  BOOST_TEST(refused.error().one_line() ==
             "t.pdf: holds scanned pages, no text; give --ocr to have them read, or give its text as .docx");
}

BOOST_AUTO_TEST_CASE(a_page_that_lay_askew_is_read_with_its_table_and_ticks) {
  std::uint32_t seconds = 0;
  auto read = recognised(bytes_of("form.pdf"), &seconds);
  BOOST_TEST_REQUIRE(read.ok());
  const Document& document = read.value();
  BOOST_TEST(seconds >= 20U);
  std::vector<std::string> cells;
  for (const Block& block : document.blocks) {
    if (block.kind != BlockKind::cell) continue;
    BOOST_TEST(block.inferred);
    cells.push_back(text_of(document, block));
  }
  const std::vector<std::string> expected = {"Child",
                                             "Date of birth",
                                             "Seen alone",
                                             "Maisie Thornbury",
                                             "14/02/2012",
                                             "\u2612 Yes \u2610 No",
                                             "Oscar Thornbury",
                                             "03/07/2016",
                                             "\u2610 Yes \u2612 No"};
  BOOST_TEST(cells == expected, boost::test_tools::per_element());
  BOOST_TEST(holds(document.text, "in three mornings running without breakfast and in the same clothes."));
  BOOST_TEST(holds(document.text, "asked for an assessment of what the family needs."));  // parted at a line's end
  BOOST_TEST(holds(document.text, "I saw Maisie on her own at school on 8 October."));
}

BOOST_AUTO_TEST_CASE(recognition_is_noted_with_its_pages) {
  auto read = recognised(bytes_of("form.pdf"));
  BOOST_TEST_REQUIRE(read.ok());
  auto notes = notes_of(read.value(), document::NoteKind::recognised);
  BOOST_TEST_REQUIRE(notes.size() == 1U);
  BOOST_TEST(notes[0].message.starts_with(
      "page 1 was read from pictures by text recognition (OCR), which is sure of its words to 9"));
  for (const Block& block : read.value().blocks) BOOST_TEST(block.page == 1U);
}

BOOST_AUTO_TEST_CASE(among_pages_with_text_only_the_pictures_are_recognised) {
  auto plain = readers::read(bytes_of("mixed.pdf"), "t.pdf");
  BOOST_TEST_REQUIRE(plain.ok());
  BOOST_TEST(!holds(plain.value().text, "Maisie"));
  auto cut = notes_of(plain.value(), document::NoteKind::cut);
  BOOST_TEST_REQUIRE(cut.size() == 1U);
  BOOST_TEST(cut[0].message == "page 2 is scanned and is not read");
  auto read = recognised(bytes_of("mixed.pdf"));
  BOOST_TEST_REQUIRE(read.ok());
  BOOST_TEST(holds(read.value().text, "The pages that follow were scanned when the file was moved."));
  BOOST_TEST(holds(read.value().text, "Oscar Thornbury\t03/07/2016"));
  auto notes = notes_of(read.value(), document::NoteKind::recognised);
  BOOST_TEST_REQUIRE(notes.size() == 1U);
  BOOST_TEST(notes[0].message.starts_with("page 2 was read"));
  BOOST_TEST(notes_of(read.value(), document::NoteKind::cut).empty());
}

BOOST_AUTO_TEST_CASE(a_scanned_page_with_a_stamp_is_a_scanned_page) {
  std::string bytes = bytes_of("mixed.pdf");
  std::size_t font = bytes.find("/Font <<");
  std::string fonts = bytes.substr(font, bytes.find(">>>>", font) + 4 - font);
  std::size_t at = bytes.find("/XObject <<");
  bytes.insert(at, fonts);
  std::size_t drawn = bytes.find(" 0 0 cm /I Do");
  BOOST_TEST_REQUIRE(drawn != std::string::npos);
  std::size_t begin = bytes.rfind("stream", drawn) + 7;
  std::size_t end = bytes.find("endstream", drawn);
  bytes.replace(begin, end - begin,
                "q " + bytes.substr(begin, end - begin) + " Q BT /F1 8 Tf 350 20 Td (Bundle C45) Tj ET\n");
  std::size_t length = bytes.rfind("/Length", begin);
  bytes.replace(length, bytes.find(">>", length) - length, "/Length 90");
  auto plain = readers::read(bytes, "t.pdf");
  BOOST_TEST_REQUIRE(plain.ok());
  BOOST_TEST(holds(plain.value().text, "Bundle C45"));
  BOOST_TEST(!notes_of(plain.value(), document::NoteKind::cut).empty());
  auto read = recognised(bytes);
  BOOST_TEST_REQUIRE(read.ok());
  BOOST_TEST(holds(read.value().text, "C45"));
  BOOST_TEST(holds(read.value().text, "Oscar Thornbury"));
  BOOST_TEST(notes_of(read.value(), document::NoteKind::cut).empty());
}

BOOST_AUTO_TEST_CASE(a_page_on_its_side_is_turned) {
  std::string bytes = bytes_of("form.pdf");
  std::size_t at = bytes.find("/MediaBox");
  BOOST_TEST_REQUIRE(at != std::string::npos);
  bytes.insert(at, "/Rotate 90 ");  // the table of objects no longer holds, and is mended
  auto read = recognised(bytes);
  BOOST_TEST_REQUIRE(read.ok());
  BOOST_TEST(holds(read.value().text, "I saw Maisie on her own at school on 8 October."));
}

BOOST_AUTO_TEST_CASE(a_picture_without_words_is_refused_as_such) {
  PdfMaker maker;
  int picture = maker.add_stream(
      "/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray", "x");
  int page = maker.add_page("200 0 0 200 100 100 cm /P1 Do\n");
  maker.replace(page, "<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents " + std::to_string(page - 1) +
                          " 0 R /Resources <</XObject <</P1 " + std::to_string(picture) + " 0 R>>>>>>");
  auto read = recognised(maker.file());
  BOOST_TEST_REQUIRE(!read.ok());
  BOOST_TEST((read.error().code == base::ErrorCode::empty));
  BOOST_TEST(holds(read.error().message, "finds no words"));
}

BOOST_AUTO_TEST_CASE(a_page_that_takes_too_long_is_not_read) {
  auto model = readers::ocr::load();
  BOOST_TEST_REQUIRE(model.ok());
  readers::ocr::Picture picture;
  picture.width = 600;
  picture.height = 300;
  picture.dots_per_inch = 300;
  picture.grey.assign(std::size_t{600} * 300, 255);
  for (std::uint32_t y = 100; y < 160; ++y) {
    for (std::uint32_t x = 100; x < 400; x += 30) picture.grey[y * 600 + x] = picture.grey[y * 600 + x + 1] = 0;
  }
  auto read = readers::ocr::recognise(model.value(), picture, 0, {});
  BOOST_TEST_REQUIRE(read.ok());
  BOOST_TEST(read.value().words.empty());
}

BOOST_AUTO_TEST_CASE(data_that_is_none_is_named) {
  readers::ocr::Model model{"not trained at all"};
  readers::ocr::Picture picture{2, 2, {255, 255, 255, 255}, 300};
  auto read = readers::ocr::recognise(model, picture, 1, {});
  BOOST_TEST_REQUIRE(!read.ok());
  BOOST_TEST((read.error().code == base::ErrorCode::unsupported));
}

BOOST_AUTO_TEST_SUITE_END()
