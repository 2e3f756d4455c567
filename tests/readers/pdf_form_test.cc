#include <boost/test/unit_test.hpp>

#include "readers/format.h"
#include "readers/pdf_maker.h"

namespace {

using document::Document;
using document::Part;

// A page with printed text and the annotations given, each as dictionary entries.
Document read(const std::string& content, const std::vector<std::string>& annotations) {
  PdfMaker maker;
  std::string list;
  for (const std::string& annotation : annotations) {
    list += std::to_string(maker.add("<</Type /Annot " + annotation + ">>")) + " 0 R ";
  }
  maker.add_page(content, "/Annots [" + list + "]");
  auto document = readers::read_pdf(maker.file("/AcroForm <</Fields [" + list + "]>>"), "t.pdf");
  BOOST_TEST_REQUIRE(document.ok());
  return document.value();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(pdf_form)

BOOST_AUTO_TEST_CASE(values_stand_after_their_labels) {
  Document document =
      read(pdf_line(72, 700, "Name:") + pdf_line(72, 660, "Seen alone?") + pdf_line(72, 620, "Worker:"),
           {"/Subtype /Widget /FT /Tx /T (n) /V (Kayleigh Marsden) /Rect [110 695 300 711]",
            "/Subtype /Widget /FT /Ch /T (s) /V (y) /Opt [[(y) (Yes)] [(n) (No)]] /Rect [140 655 300 671]",
            "/Subtype /Widget /FT /Tx /T (w) /V <FEFF00420065007400680020013D> /Rect [120 615 300 631]"});
  BOOST_TEST(document.text == "Name: Kayleigh Marsden\nSeen alone? Yes\nWorker: Beth \xC4\xBD");
}

BOOST_AUTO_TEST_CASE(long_values_in_low_boxes_stay_beside_their_labels) {
  Document document = read(
      pdf_line(50, 700, "Child's views") + pdf_line(50, 670, "Seen alone") + pdf_line(50, 640, "Legal status"),
      {"/Subtype /Widget /FT /Tx /Ff 4096 /V (She wants to live\\rwith her nan, and says so) /Rect [150 695 300 712]",
       "/Subtype /Widget /FT /Btn /AS /On /Rect [150 665 165 680]",
       "/Subtype /Widget /FT /Ch /V (Section 20) /Rect [150 635 300 652]"});
  BOOST_TEST(document.text ==
             "Child's views\tShe wants to live with her nan, and says so\nSeen alone\t\xE2\x98\x92\n"
             "Legal status\tSection 20");
}

BOOST_AUTO_TEST_CASE(values_in_tall_boxes_stand_on_the_line_of_their_labels) {
  // As LibreOffice writes them: the frame is drawn around the field, the label stands at the foot of it.
  Document document =
      read("1 1 1 rg 0 0 0 RG 139.7 747.6 126 20.3 re B* 0 g " + pdf_line(56.8, 747.6, "Name of child:", "F1", 12) +
               pdf_line(56.8, 724.8, "Seen alone", "F1", 12) + "1 g 98 664 134 26 re B* 0 g " +
               pdf_line(56.8, 664, "Views:", "F1", 12),
           {"/Subtype /Widget /FT /Tx /V (Tom Reed) /Rect [142.2 750.1 263.3 765.4]",
            "/Subtype /Widget /FT /Btn /AS /On /Rect [124 725.6 132 733.7]",
            "/Subtype /Widget /FT /Tx /V (He hates weekends.) /Rect [100.2 666.5 230.3 687.8]"});
  BOOST_TEST(document.text == "Name of child: Tom Reed\nSeen alone \xE2\x98\x92\nViews: He hates weekends.");
}

BOOST_AUTO_TEST_CASE(boxes_within_a_printed_line_part_its_words) {
  // One line as it is drawn: spaces leave room for the boxes.
  Document document = read("BT /F1 12 Tf 56.8 573.7 Td (Was the child seen?     Yes     No) Tj ET",
                           {"/Subtype /Widget /FT /Btn /AS /On /Rect [168 574.5 176 582.6]",
                            "/Subtype /Widget /FT /Btn /AS /Off /Rect [206 574.5 214 582.6]"});
  BOOST_TEST(document.text == "Was the child seen? \xE2\x98\x92 Yes \xE2\x98\x90 No");
}

BOOST_AUTO_TEST_CASE(frames_of_fields_are_no_lines_of_tables) {
  // A table of two columns; the field in the second has a frame of its own, which ends before the column does.
  std::string content = "0 0 0 RG 0.5 w ";
  for (const char* level : {"740", "716", "692"}) {
    content += std::string("56 ") + level + " m 560 " + level + " l S ";
  }
  for (const char* upright : {"56", "228", "560"}) {
    content += std::string(upright) + " 692 m " + upright + " 740 l S ";
  }
  Document document =
      read(content + "230 718 126 20 re S 230 694 126 20 re S " + pdf_line(60, 724, "School") + pdf_line(60, 700, "GP"),
           {"/Subtype /Widget /FT /Tx /V (Hill Road) /Rect [232 720 354 736]",
            "/Subtype /Widget /FT /Tx /V (Dr Shah) /Rect [232 696 354 712]"});
  BOOST_TEST(document.text == "School\tHill Road\nGP\tDr Shah");
}

BOOST_AUTO_TEST_CASE(boxes_show_whether_they_are_ticked) {
  Document document = read(pdf_line(90, 700, "Yes") + pdf_line(150, 700, "No"),
                           {"/Subtype /Widget /FT /Btn /AS /Off /Rect [76 698 88 710]",
                            "/Subtype /Widget /FT /Btn /AS /On /Rect [136 698 148 710]",
                            "/Subtype /Widget /FT /Btn /Ff 65536 /Rect [200 698 250 710]"});
  BOOST_TEST(document.text == "\xE2\x98\x90 Yes \xE2\x98\x92 No");
}

BOOST_AUTO_TEST_CASE(a_field_without_a_printed_label_has_the_forms_own) {
  Document document = read(pdf_line(72, 780, "Record"),
                           {"/Subtype /Widget /FT /Tx /TU (Date of birth) /V (14/02/2002) /Rect [200 500 300 516]",
                            "/Subtype /Widget /FT /Tx /TU (Left blank) /Rect [200 400 300 416]",
                            "/Subtype /Widget /FT /Tx /F 2 /TU (Hidden) /V (secret) /Rect [200 300 300 316]",
                            "/Subtype /Widget /FT /Tx /Ff 8192 /TU (Password) /V (secret) /Rect [200 200 300 216]"});
  BOOST_TEST(document.text == "Record\nDate of birth: 14/02/2002");
}

BOOST_AUTO_TEST_CASE(long_values_wrap_and_values_of_parents_are_found) {
  PdfMaker maker;
  int parent = maker.add("<</FT /Tx /T (p) /V (It was teatime and they had had sausage and beans when I came in.)>>");
  int widget =
      maker.add("<</Type /Annot /Subtype /Widget /Parent " + std::to_string(parent) + " 0 R /Rect [72 600 200 690]>>");
  maker.replace(parent, "<</FT /Tx /T (p) /Kids [" + std::to_string(widget) +
                            " 0 R] /V (It was teatime and they had had sausage and beans when I came in.)>>");
  maker.add_page(pdf_line(72, 700, "Basic care"), "/Annots [" + std::to_string(widget) + " 0 R]");
  auto document = readers::read_pdf(maker.file("/AcroForm <</Fields [" + std::to_string(parent) + " 0 R]>>"), "t.pdf");
  BOOST_TEST_REQUIRE(document.ok());
  BOOST_TEST(document.value().text.find("It was teatime and they had had sausage and beans when I came in.") !=
             std::string::npos);
}

BOOST_AUTO_TEST_CASE(typed_notes_stand_in_place_and_comments_are_marked) {
  Document document =
      read(pdf_line(72, 700, "Signed:"), {"/Subtype /FreeText /Contents (B Nuttall) /Rect [120 695 220 711]",
                                          "/Subtype /Text /Contents (Check the date) /Rect [500 700 520 720]",
                                          "/Subtype /Link /Contents (a link) /Rect [72 695 100 711]"});
  BOOST_TEST(document.text == "Signed: B Nuttall\nCheck the date");
  BOOST_TEST((document.blocks.back().part == Part::comment));
}

BOOST_AUTO_TEST_CASE(a_field_of_the_structure_tree_is_read_where_the_tree_has_it) {
  PdfMaker maker;
  int widget = maker.add("<</Type /Annot /Subtype /Widget /FT /Tx /V (Beth) /Rect [400 100 500 116]>>");
  int page = maker.add_page("/P <</MCID 0>> BDC\n" + pdf_line(72, 700, "Worker:") + "EMC\n/P <</MCID 1>> BDC\n" +
                                pdf_line(72, 600, "The end of the record as it was printed, which is long.") + "EMC\n",
                            "/Annots [" + std::to_string(widget) + " 0 R]");
  std::string on_page = " /Pg " + std::to_string(page) + " 0 R ";
  int form = maker.add("<</S /Form" + on_page + "/K <</Type /OBJR /Obj " + std::to_string(widget) + " 0 R>>>>");
  int first = maker.add("<</S /P" + on_page + "/K [0 " + std::to_string(form) + " 0 R]>>");
  int last = maker.add("<</S /P" + on_page + "/K 1>>");
  int root =
      maker.add("<</Type /StructTreeRoot /K [" + std::to_string(first) + " 0 R " + std::to_string(last) + " 0 R]>>");
  auto document = readers::read_pdf(maker.file("/StructTreeRoot " + std::to_string(root) + " 0 R"), "t.pdf");
  BOOST_TEST_REQUIRE(document.ok());
  BOOST_TEST(document.value().text == "Worker: Beth\nThe end of the record as it was printed, which is long.");
}

BOOST_AUTO_TEST_CASE(of_a_tagged_table_that_is_read_by_layout_no_empty_grid_is_left) {
  PdfMaker maker;
  int widget =
      maker.add("<</Type /Annot /Subtype /Widget /FT /Tx /V (Hill Road Primary School) /Rect [200 696 400 712]>>");
  int page = maker.add_page("/P <</MCID 0>> BDC\n" + pdf_line(72, 700, "School") + "EMC\n",
                            "/Annots [" + std::to_string(widget) + " 0 R]");
  std::string on_page = " /Pg " + std::to_string(page) + " 0 R ";
  int label = maker.add("<</S /TD" + on_page + "/K 0>>");
  int value = maker.add("<</S /TD" + on_page + ">>");
  int row = maker.add("<</S /TR /K [" + std::to_string(label) + " 0 R " + std::to_string(value) + " 0 R]>>");
  int table = maker.add("<</S /Table /K " + std::to_string(row) + " 0 R>>");
  int root = maker.add("<</Type /StructTreeRoot /K [" + std::to_string(table) + " 0 R]>>");
  auto document = readers::read_pdf(maker.file("/StructTreeRoot " + std::to_string(root) + " 0 R"), "t.pdf");
  BOOST_TEST_REQUIRE(document.ok());
  for (const document::Block& block : document.value().blocks) BOOST_TEST(!block.at.empty());
}

BOOST_AUTO_TEST_SUITE_END()
