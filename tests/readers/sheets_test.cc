#include "readers/sheets.h"

#include <boost/test/unit_test.hpp>

#include "base/limits.h"
#include "readers/package_maker.h"

using readers::Sheet;

namespace {

const std::string main_space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const std::string relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const std::string package_relations = "http://schemas.openxmlformats.org/package/2006/relationships";

std::string related(const std::string& entries) {
  return "<Relationships xmlns='" + package_relations + "'>" + entries + "</Relationships>";
}

std::string relation(const std::string& id, const std::string& type, const std::string& target) {
  return "<Relationship Id='" + id + "' Type='" + relations + "/" + type + "' Target='" + target + "'/>";
}

// Sheets Moderation, with these rows, and Notes, with one; `shared` holds what stands in <sst>.
std::string workbook(const std::string& rows, const std::string& shared, const std::string& before = "") {
  readers_test::Parts parts{
      {"_rels/.rels", related(relation("r1", "officeDocument", "xl/workbook.xml"))},
      {"xl/workbook.xml", "<workbook xmlns='" + main_space + "' xmlns:r='" + relations +
                              "'><sheets><sheet name='Moderation' sheetId='9' r:id='a'/><sheet name='Notes' "
                              "sheetId='2' state='hidden' r:id='b'/></sheets></workbook>"},
      {"xl/_rels/workbook.xml.rels", related(relation("b", "worksheet", "worksheets/other.xml") +
                                             relation("a", "worksheet", "/xl/worksheets/one.xml") +
                                             relation("c", "sharedStrings", "sharedStrings.xml"))},
      {"xl/sharedStrings.xml", "<sst xmlns='" + main_space + "'>" + shared + "</sst>"},
      {"xl/worksheets/one.xml",
       before + "<worksheet xmlns='" + main_space + "'><sheetData>" + rows + "</sheetData></worksheet>"},
      {"xl/worksheets/other.xml",
       "<worksheet xmlns='" + main_space + "'><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>"}};
  return readers_test::package(parts);
}

std::string dump(const base::Result<std::vector<Sheet>>& sheets) {
  if (!sheets) return sheets.error().one_line();
  std::string out;
  for (const Sheet& sheet : sheets.value()) {
    for (const auto& row : sheet.rows) {
      for (const auto& [column, text] : row.cells) {
        out += readers::cell_name(sheet.name, row.number, column) + "=" + text + "|";
      }
    }
  }
  return out;
}

bool every(const Sheet&) {
  return true;
}

std::string read(const std::string& bytes) {
  return dump(readers::read_sheets(bytes, "a", every));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(readers_sheets)

BOOST_AUTO_TEST_CASE(workbook_cells_of_every_kind) {
  std::string rows =
      "<row r='1'><c r='A1' t='s'><v>1</v></c><c r='C1' t='inlineStr'><is><r><t>Your "
      "</t></r><r><t>rating</t></r></is></c>"
      "</row><row r='4' hidden='1'><c r='B4' t='str'><f>A1&amp;1</f><v>met_x005F_x</v></c><c><v>12.5</v></c>"
      "<c t='b'><v>1</v></c><c t='e'><v>#REF!</v></c></row><row><c t='s'><v>7</v></c><c r='AB5' "
      "t='s'><v>0</v></c></row>";
  std::string shared =
      "<si><t>caf\u00e9 &amp; co_x000A_</t></si><si><r><t>I</t></r><r><t>tem</t></r><rPh><t>no</t></rPh></si>";
  BOOST_TEST(read(workbook(rows, shared)) ==
             "Moderation!A1=Item|Moderation!C1=Your rating|Moderation!B4=met_x|Moderation!C4=12.5|Moderation!D4=1|"
             "Moderation!E4=#REF!|Moderation!AB5=caf\u00e9 & co\n|Notes!A1=1|");
}

BOOST_AUTO_TEST_CASE(sheets_that_are_not_wanted_are_left) {
  std::string rows;
  for (int i = 0; i < 50; ++i) rows += "<row><c><v>" + std::to_string(i) + "</v></c></row>";
  std::string bytes = workbook(rows, "");
  std::size_t asked = 0;
  auto found = readers::read_sheets(bytes, "a", [&](const Sheet& head) {
    ++asked;
    BOOST_TEST(head.rows.size() == (head.name == "Notes" ? 1u : readers::heads));
    return head.name == "Notes";
  });
  BOOST_TEST(asked == 2u);
  BOOST_TEST(dump(found) == "Notes!A1=1|");
}

BOOST_AUTO_TEST_CASE(workbooks_that_are_none) {
  BOOST_TEST(read("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") ==
             "a: is an old workbook (.xls), or one with a password; save it as .xlsx without a password");
  BOOST_TEST(read(readers_test::package(
                 {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, {"content.xml", "<x/>"}}, true)) ==
             "a: is an OpenDocument file; save it as .xlsx (Excel 2007-365) or as CSV");
  BOOST_TEST(read(readers_test::word("")).find("is no workbook") != std::string::npos);
  BOOST_TEST(read("PK\x03\x04 broken").find("a: ") == 0u);
  BOOST_TEST(read(readers_test::package({{"a.txt", "x"}})).find("lacks a part of itself") != std::string::npos);
  std::string whole = workbook("<row><c><v>1</v></c></row>", "");
  for (std::size_t size = 0; size < whole.size(); size += 7) {
    // Cut off anywhere: an error, or what was there before; never a crash.
    BOOST_TEST(!read(whole.substr(0, size)).starts_with("Moderation!A1=2"));
  }
}

BOOST_AUTO_TEST_CASE(hostile_workbooks_are_refused) {
  std::string bomb = "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]>";
  BOOST_TEST(read(workbook("<row><c t='str'><v>&b;</v></c></row>", "", bomb)).find("a:") == 0u);
  BOOST_TEST(read(workbook("<row r='99999999'><c><v>1</v></c></row>", "")) == "Moderation!A1=1|Notes!A1=1|");
  BOOST_TEST(read(workbook("<row><c r='XFE1'><v>1</v></c></row>", "")).find("in a column that no spreadsheet has") !=
             std::string::npos);
  BOOST_TEST(read(workbook("<row><c t='s'><v>4294967297</v></c></row>", "<si><t>x</t></si>")) == "Notes!A1=1|");
  // One long text that many cells share.
  std::string rows;
  for (int i = 0; i < 400; ++i) rows += "<row><c t='s'><v>0</v></c></row>";
  std::string shared;
  for (std::uint32_t i = 0; i < 1'000'000; ++i) shared += static_cast<char>('a' + (i * i >> 5) % 26);
  BOOST_TEST(read(workbook(rows, "<si><t>" + shared + "</t></si>")).find("has too many cells") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(csv_with_any_separator_and_encoding) {
  BOOST_TEST(read("Item,Your rating\r\nCV1,\"a \"\"b\"\",\nc\"\r\n\r\n,met\r\n") ==
             "A1=Item|B1=Your rating|A2=CV1|B2=a \"b\",\nc|B4=met|");
  BOOST_TEST(read("\xEF\xBB\xBFItem;Your rating\nCV1;\"a\";x") == "A1=Item|B1=Your rating|A2=CV1|B2=a|C2=x|");
  BOOST_TEST(read(std::string("\xFF\xFEI\0t\0;\0x\0\n\0", 12)) == "A1=It|B1=x|");
  BOOST_TEST(read("\"never closed,\n a") == "A1=never closed,\n a|");
  BOOST_TEST(read("") == "");
  BOOST_TEST(read(std::string("a\0b", 3)).find("is no spreadsheet") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(names_of_cells) {
  BOOST_TEST(readers::cell_name("Moderation 2", 17, 5) == "Moderation 2!F17");
  for (std::uint32_t column : {0u, 25u, 26u, 701u, 702u, 16'383u}) {
    BOOST_TEST(readers::column_of(readers::cell_name("", 1, column)) == column);
  }
  BOOST_TEST(readers::column_of("XFE1") >= base::limits::sheet_columns);
  BOOST_TEST(readers::column_of("7") >= base::limits::sheet_columns);
}

BOOST_AUTO_TEST_SUITE_END()
