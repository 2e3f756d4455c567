#include "reports/workbook.h"

#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <filesystem>

#include "base/file.h"
#include "reports/demo.h"
#include "reports/words.h"
#include "reports/workbook_reader.h"

namespace reports_tests {
namespace {

struct Written {
  explicit Written(const ::reports::Run& run, const ::reports::WorkbookLimits& limits = {}) {
    std::string pattern = (std::filesystem::temp_directory_path() / "workbook-XXXXXX").string();
    folder = ::mkdtemp(pattern.data());
    base::Status status = ::reports::write_workbook(run, folder + "/a.xlsx", limits);
    BOOST_REQUIRE_MESSAGE(status.ok(), (status.ok() ? "" : status.error().one_line()));
    auto files = std::filesystem::directory_iterator(folder);
    BOOST_TEST(std::distance(begin(files), end(files)) == 1);
  }
  ~Written() { std::filesystem::remove_all(folder); }
  ReadWorkbook read() const { return ReadWorkbook(folder + "/a.xlsx"); }
  std::string bytes() const { return base::read_file(folder + "/a.xlsx", 1u << 24).value(); }

  std::string folder;
};

std::string cell(const Part& sheet, const std::string& place) {
  return sheet.one("//s:c[@r='" + place + "']");
}

const std::vector<std::string> kSheets{"Summary", "Documents",   "Items",     "Findings",
                                       "Flags",   "Not audited", "Moderation"};

BOOST_AUTO_TEST_SUITE(reports)

BOOST_AUTO_TEST_CASE(workbook_has_its_sheets_with_head_filter_and_print_layout) {
  Written written(demo_run());
  ReadWorkbook book = written.read();
  BOOST_TEST(book.sheets() == kSheets);
  Part workbook = book.part("xl/workbook.xml");
  BOOST_TEST(workbook.all("//s:definedName[@name='_xlnm.Print_Area']").size() == kSheets.size());
  BOOST_TEST(workbook.all("//s:definedName[@name='_xlnm.Print_Titles']").size() == kSheets.size() - 1);
  BOOST_TEST(workbook.one("//s:definedName[@name='_xlnm.Print_Area' and @localSheetId='6']") ==
             "Moderation!$A$1:$K$271");
  struct Case {
    const char *name, *corner, *filter;
  };
  for (const Case& each :
       {Case{"Documents", "C2", "A1:AE10"}, Case{"Items", "B2", "A1:K31"}, Case{"Findings", "D2", "A1:O271"},
        Case{"Flags", "C2", "A1:F7"}, Case{"Not audited", "B2", "A1:C4"}, Case{"Moderation", "D2", "A1:N271"}}) {
    Part sheet = book.sheet(each.name);
    BOOST_TEST(sheet.one("//s:pane[@state='frozen']/@topLeftCell") == each.corner);
    BOOST_TEST(sheet.one("//s:autoFilter/@ref") == each.filter);
    BOOST_TEST(sheet.one("//s:pageSetup/@paperSize") == "9");
    BOOST_TEST(sheet.one("//s:pageSetup/@orientation") == "landscape");
    BOOST_TEST(sheet.one("//s:pageSetup/@fitToHeight") == "0");
    BOOST_TEST(sheet.one("//s:sheetPr/s:pageSetUpPr/@fitToPage") == "1");
  }
}

BOOST_AUTO_TEST_CASE(workbook_says_what_the_run_says) {
  Written written(demo_run());
  ReadWorkbook book = written.read();
  Part documents = book.sheet("Documents");
  BOOST_TEST(cell(documents, "B2") == "exports/a-01.docx");
  BOOST_TEST(cell(documents, "F3") == "Outstanding");
  BOOST_TEST(cell(documents, "S4") == "F1 F2");
  BOOST_TEST(cell(documents, "T4") == "The file was damaged; what could be read was audited");
  BOOST_TEST(book.raw("xl/worksheets/_rels/sheet2.xml.rels").find("Target=\"records/9.html\"") != std::string::npos);
  Part items = book.sheet("Items");
  BOOST_TEST(cell(items, "C2") == "Was the child seen, when, and alone?");
  BOOST_TEST(cell(items, "D2") == "6");  // met
  BOOST_TEST(cell(items, "G2") == "0");  // does not apply
  BOOST_TEST(cell(items, "H2") == "9");  // of so many
  Part findings = book.sheet("Findings");
  BOOST_TEST(cell(findings, "C2") == "CV1");
  BOOST_TEST(cell(findings, "F2") == "Met");
  BOOST_TEST(cell(findings, "I2") == "Seen on 3 March 2010, alone");
  BOOST_TEST(cell(findings, "J2") ==
             "\u201CI saw Ella at school on 3 March 2010, on her own.\u201D (Child\u2019s views, page 2)");
  BOOST_TEST(cell(findings, "K5") == "Analysis; Conclusion");
  BOOST_TEST(
      cell(findings, "L5") ==
      "\u201CThe child\u2019s voice is central to our work.\u201D (Analysis, page 2): a claim about the process");
  BOOST_TEST(cell(findings, "F6") == "Does not apply");
  BOOST_TEST(cell(findings, "G94") == "Low");
  BOOST_TEST(cell(findings, "H94") == "Two readings of \u201Ctalked\u201D are possible");
  BOOST_TEST(cell(book.sheet("Flags"), "C2") == "F1");
  BOOST_TEST(cell(book.sheet("Not audited"), "B4") == "Skipped");
  std::vector<std::string> summary = book.sheet("Summary").all("//s:c");
  for (const char* words :
       {"Quality of assessments (core, version 1)", "26 November 2026, 10:57 UTC", "How to moderate"}) {
    BOOST_TEST((std::find(summary.begin(), summary.end(), words) != summary.end()), words);
  }
}

BOOST_AUTO_TEST_CASE(workbook_moderation_asks_for_a_rating_from_a_list_and_keeps_the_keys) {
  Written written(demo_run());
  Part sheet = written.read().sheet("Moderation");
  BOOST_TEST(sheet.one("//s:dataValidation/@sqref") == "I2:I271");
  BOOST_TEST(sheet.one("//s:dataValidation[@type='list']/s:formula1") == "\"Met,Partly met,Not met,Does not apply\"");
  BOOST_TEST(sheet.one("//s:dataValidation/@allowBlank") == "1");
  BOOST_TEST(sheet.all("//s:dataValidation/@errorStyle").empty());  // stop, the default
  BOOST_TEST(sheet.all("//s:row").size() == 271u);
  for (const char* entry : {"I2", "J2", "K2", "I271"}) BOOST_TEST(cell(sheet, entry) == "");
  BOOST_TEST(cell(sheet, "I1") == "Your rating");
  BOOST_TEST(cell(sheet, "A271") == "9");
  BOOST_TEST(cell(sheet, "C271") == "TO3");
  BOOST_TEST(cell(sheet, "L271") == demo_facts().finished);
  BOOST_TEST(cell(sheet, "M271") == demo_facts().checklist_sha256);
  BOOST_TEST(cell(sheet, "N271") == demo_outcomes()[8].sha256);
  BOOST_TEST(sheet.all("//s:sheetProtection").empty());
  BOOST_TEST(sheet.all("//s:conditionalFormatting/@sqref") == (std::vector<std::string>{"E2:E271", "I2:I271"}));
}

BOOST_AUTO_TEST_CASE(workbook_keeps_what_strangers_wrote_as_text) {
  std::vector<evaluation::Outcome> outcomes = demo_outcomes();
  const std::vector<std::string> hostile{
      "=HYPERLINK(\"http://x\",\"y\")", "@SUM(1+1)", "+1", "-1", "\t=1", "\r=1", "</t></is></c>", "_x0041_",
      std::string("nul\0\x1F", 5),      "{=1}"};
  for (std::size_t i = 0; i < hostile.size(); ++i) {
    outcomes[0].items[i].reason = hostile[i];
    outcomes[0].items[i].unsure = hostile[i];
  }
  outcomes[0].path = "=cmd|' /C calc'!A0.docx";
  outcomes[0].children = {"=Ella"};
  store::RunFacts facts = demo_facts();
  facts.checklist_title = "=1+1";
  facts.items[0][2] = "=1+1";
  facts.dimensions[0].second = "=1+1";
  Written written(run_of(outcomes, facts));
  ReadWorkbook book = written.read();
  for (const std::string& name : kSheets) {
    Part sheet = book.sheet(name);
    BOOST_TEST(sheet.all("//s:c/s:f").empty(), name);
    BOOST_TEST(sheet.all("//s:c[s:is and not(@t='inlineStr')]").empty(), name);
  }
  Part findings = book.sheet("Findings");
  BOOST_TEST(cell(findings, "I2") == hostile[0]);
  BOOST_TEST(cell(findings, "I8") == "</t></is></c>");
  BOOST_TEST(cell(findings, "I9") == "_x005F_x0041_");
  BOOST_TEST(cell(findings, "I10") == "nul\uFFFD\uFFFD");
  // The format Text (49 of ECMA-376 18.8.30) keeps it text when it is edited.
  Part styles = book.part("xl/styles.xml");
  for (const char* place : {"I2", "I3", "I4", "I5", "I6", "I7", "B2"}) {
    std::size_t style = std::stoul(findings.one("//s:c[@r='" + std::string(place) + "']/@s"));
    BOOST_TEST(styles.one("//s:cellXfs/s:xf[" + std::to_string(style + 1) + "]/@numFmtId") == "49", place);
  }
  for (const std::string& part : book.names()) {
    BOOST_TEST(part.find("vba") == std::string::npos);
    BOOST_TEST(part.find("externalLink") == std::string::npos);
  }
}

BOOST_AUTO_TEST_CASE(workbook_goes_on_in_further_sheets_and_says_what_it_cut) {
  ::reports::WorkbookLimits limits;
  limits.rows = 101;
  limits.characters = 60;
  limits.links = 4;
  Written written(demo_run(), limits);
  ReadWorkbook book = written.read();
  const std::vector<std::string> wanted{"Summary",    "Documents",    "Items",       "Findings",
                                        "Findings 2", "Findings 3",   "Flags",       "Not audited",
                                        "Moderation", "Moderation 2", "Moderation 3"};
  BOOST_TEST(book.sheets() == wanted);
  BOOST_TEST(book.sheet("Moderation").all("//s:row").size() == 101u);
  Part last = book.sheet("Moderation 3");
  BOOST_TEST(last.all("//s:row").size() == 71u);
  BOOST_TEST(cell(last, "C1") == "Item");
  BOOST_TEST(cell(last, "A71") == "9");
  BOOST_TEST(cell(last, "C71") == "TO3");
  BOOST_TEST(last.one("//s:dataValidation/@sqref") == "I2:I71");
  BOOST_TEST(book.sheet("Documents").all("//s:hyperlink").size() == 4u);
  std::string told;
  for (const std::string& words : book.sheet("Summary").all("//s:c")) told += words + "\n";
  BOOST_TEST(told.find("5 links were left out") != std::string::npos);
  BOOST_TEST(told.find("texts were longer than a cell can hold") != std::string::npos);
  BOOST_TEST(told.find("sheets of the same name with a number") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(workbook_of_a_run_is_always_the_same_and_names_nobody) {
  Written one(demo_run()), two(demo_run());
  BOOST_TEST((one.bytes() == two.bytes()));
  std::string core = one.read().raw("docProps/core.xml");
  BOOST_TEST(core.find("2026-11-26T10:57:51Z") != std::string::npos);
  BOOST_TEST(core.find("<dc:creator></dc:creator>") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(workbook_of_nothing_has_its_sheets) {
  Written written(run_of({}, demo_facts()));
  ReadWorkbook book = written.read();
  BOOST_TEST(book.sheets() == kSheets);
  BOOST_TEST(book.sheet("Moderation").all("//s:row").size() == 1u);
}

BOOST_AUTO_TEST_CASE(workbook_that_cannot_be_written_is_told) {
  base::Status status = ::reports::write_workbook(demo_run(), "/nonexistent/a.xlsx");
  BOOST_REQUIRE(!status.ok());
  BOOST_TEST(status.error().file == "/nonexistent/a.xlsx");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace reports_tests
