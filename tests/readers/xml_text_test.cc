#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "base/file.h"
#include "document/dump.h"
#include "readers/reader.h"
#include "readers/xml_labels.h"

namespace {

std::string dump(const std::string& xml) {
  base::Result<document::Document> read = readers::read(xml, "a.xml");
  return read ? document::dump(read.value()) : read.error().one_line();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(readers)

BOOST_AUTO_TEST_CASE(xml_labels_of_element_names) {
  const std::vector<std::pair<std::string, std::string>> cases = {{"dateOfBirth", "Date of birth"},
                                                                  {"DateOfBirth", "Date of birth"},
                                                                  {"date_of_birth", "Date of birth"},
                                                                  {"DATE-OF-BIRTH", "Date of birth"},
                                                                  {"childDOB", "Child DOB"},
                                                                  {"NHSNumber", "NHS number"},
                                                                  {"DOB", "DOB"},
                                                                  {"address1", "Address 1"},
                                                                  {"views", "Views"}};
  for (const auto& [name, label] : cases) BOOST_TEST(readers::xml::label_of(name) == label);
}

BOOST_AUTO_TEST_CASE(xml_lines_lose_markup_put_in_as_text) {
  auto joined = [](const std::string& value) {
    std::string out;
    for (const std::string& line : readers::xml::lines_of(value)) out += line + "|";
    return out;
  };
  BOOST_TEST(joined("<p>One<br/>two</p><p>th<b>r</b>ee &amp; four&nbsp;5</p>") == "One|two|three & four 5|");
  BOOST_TEST(joined("a < b and c > d") == "a < b and c > d|");
  BOOST_TEST(joined("<insert name>") == "<insert name>|");
  BOOST_TEST(joined("one\n\n  two") == "one|two|");
}

BOOST_AUTO_TEST_CASE(xml_shapes_become_blocks) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      // Simple elements are fields; groups are headings; an empty answer is kept as a question without one.
      {"<assessment><child><firstName>Ann</firstName><dateOfBirth>2003-04-05</dateOfBirth><ethnicity/></child></"
       "assessment>",
       "heading 1 [Assessment]\nheading 2 [Child]\nfield label=[First name:] [First name: Ann]\n"
       "field label=[Date of birth:] [Date of birth: 2003-04-05]\nfield label=[Ethnicity:] [Ethnicity:]\n"},
      // Labels from attributes and from a neighbouring element.
      {"<form><field label=\"Case number\">17</field><item name=\"Worker\" value=\"B. Ray\"/>"
       "<q><Question>Seen alone?</Question><Answer>Yes</Answer></q></form>",
       "heading 1 [Form]\nfield label=[Case number:] [Case number: 17]\nfield label=[Worker:] [Worker: B. Ray]\n"
       "field label=[Seen alone?] [Seen alone? Yes]\n"},
      // Records alike are a table.
      {"<r><visits><visit><date>2010-01-02</date><who>Ann</who></visit><visit "
       "type=\"Home\"><date>2010-02-03</date></visit></visits></r>",
       "heading 1 [R]\nheading 2 [Visits]\ncell t0 r0 c0 header [Date]\ncell t0 r0 c1 header [Who]\ncell t0 r0 c2 "
       "header [Type]\n"
       "cell t0 r1 c0 [2010-01-02]\ncell t0 r1 c1 [Ann]\ncell t0 r1 c2 []\n"
       "cell t0 r2 c0 [2010-02-03]\ncell t0 r2 c1 []\ncell t0 r2 c2 [Home]\n"},
      // One record is no table.
      {"<r><visit><date>2010-01-02</date><who>Ann</who></visit></r>",
       "heading 1 [R]\nheading 2 [Visit]\nfield label=[Date:] [Date: 2010-01-02]\nfield label=[Who:] [Who: Ann]\n"},
      // Prose: several paragraphs, mixed content, mark-up in CDATA.
      {"<r><childsViews>First line.\nSecond line.</childsViews><a>Some <b>bold</b> words.</a>"
       "<c><![CDATA[<p>One.</p><p>Two.</p>]]></c></r>",
       "heading 1 [R]\nheading 2 [Childs views]\nparagraph [First line.]\nparagraph [Second line.]\n"
       "field label=[A:] [A: Some bold words.]\nheading 2 [C]\nparagraph [One.]\nparagraph [Two.]\n"},
      // A section that names itself; attributes that say something, and those that only programs need.
      {"<r completed=\"2010-03-04\" id=\"9\" type=\"string\"><section title=\"Child's "
       "views\"><note>Fine</note></section>"
       "<section><title>Health</title><gp code=\"7\" since=\"2009\">Dr Roe</gp></section></r>",
       "heading 1 [R]\nfield label=[Completed:] [Completed: 2010-03-04]\nheading 2 [Child's views]\nfield "
       "label=[Note:] [Note: Fine]\n"
       "heading 2 [Health]\nfield label=[Gp:] [Gp: Dr Roe]\nfield label=[Gp since:] [Gp since: 2009]\n"},
  };
  for (const auto& [xml, expected] : cases) BOOST_TEST(dump("<?xml version=\"1.0\"?>" + xml) == expected);
}

BOOST_AUTO_TEST_CASE(xml_slips_of_writers_cost_nothing) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      // Encodings: told, not told, told wrongly, told although it is another.
      {"<?xml version=\"1.0\" encoding=\"windows-1252\"?><form><views>mum\x92s</views></form>", "mum’s"},
      {"<?xml version=\"1.0\"?><form><views>mum\x92s caf\xE9</views></form>", "mum’s café"},
      {"<?xml version=\"1.0\" encoding=\"utf-16\"?><form><views>Zoë</views></form>", "Zoë"},
      {"<?xml version=\"1.0\" encoding=\"us-ascii\"?><form><views>Zoë</views></form>", "Zoë"},
      {"<?xml version=\"1.0\" encoding=\"unheard-of\"?><form><views>Zoë</views></form>", "Zoë"},
      {"\n\n<?xml version=\"1.0\"?><form><views>late</views></form>", "late"},
      // References, and what looks like one.
      {"<?xml version=\"1.0\"?><form><views>Fish &amp; chips &pound;2 &#x41; &lt;</views></form>",
       "Fish & chips £2 A <"},
      {"<?xml version=\"1.0\"?><form><views>R&D at AT&T & more &;</views></form>", "R&D at AT&T & more &;"},
      {"<?xml version=\"1.0\"?><form><views><![CDATA[R&D <now>]]></views></form>", "R&D <now>"},
      {"<?xml version=\"1.0\"?><form><views>one\x0Btwo</views></form>", "one two"},
      // Declarations without entities, with a bracket in a quoted value.
      {"<?xml version=\"1.0\"?><!DOCTYPE form [<!ELEMENT form (views)><!ATTLIST views c CDATA \"]\"><!-- ] ' "
       "-->]><form><views>Text</views></form>",
       "Text"},
      {"<?xml version=\"1.0\"?><?xml-stylesheet href=\"http://x/y.xsl\"?><!DOCTYPE form SYSTEM "
       "\"http://x/a.dtd\"><form><views>Text"
       "</views></form>",
       "Text"},
  };
  for (const auto& [xml, value] : cases)
    BOOST_TEST(dump(xml) == "heading 1 [Form]\nfield label=[Views:] [Views: " + value + "]\n");
}

BOOST_AUTO_TEST_CASE(xml_cut_off_is_read_up_to_the_fault) {
  const std::string note = "note salvaged the file is cut off or damaged: the text after the fault is missing\n";
  BOOST_TEST(dump("<?xml version=\"1.0\"?><form><views>One</views><plan>Tw") ==
             "heading 1 [Form]\nfield label=[Views:] [Views: One]\nfield label=[Plan:] [Plan: Tw]\n" + note);
  BOOST_TEST(dump("<?xml version=\"1.0\"?><form><views>One</views></plan><end>Two</end></form>") ==
             "heading 1 [Form]\nfield label=[Views:] [Views: One]\n" + note);
}

BOOST_AUTO_TEST_CASE(xml_entity_declarations_are_refused) {
  std::string bomb = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"bbbb\">]><a>&b;</a>";
  BOOST_TEST((readers::read(bomb, "a.xml").error().code == base::ErrorCode::over_limit));
}

BOOST_AUTO_TEST_CASE(xml_golden_files) {
  std::size_t seen = 0;
  for (const auto& entry : std::filesystem::directory_iterator(AUDITOR_SOURCE_DIR "/fixtures/readers/xml")) {
    if (entry.path().extension() != ".xml") continue;
    ++seen;
    std::filesystem::path golden = entry.path();
    golden.replace_extension(".dump");
    BOOST_TEST_CONTEXT(entry.path().filename().string()) {
      BOOST_TEST(dump(base::read_file(entry.path(), 1u << 20).value()) == base::read_file(golden, 1u << 20).value());
    }
  }
  BOOST_TEST(seen >= 1u);
}

BOOST_AUTO_TEST_SUITE_END()
