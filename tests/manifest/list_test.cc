#include "manifest/list.h"

#include <boost/test/unit_test.hpp>

#include "manifest/cases.h"

namespace {

// Cases, then remarks, a line each; or the error.
std::string read(const std::string& bytes, const manifest::Headings& known = headings()) {
  manifest::Source source;
  source.file = "list.csv";
  std::string out;
  base::Status status = manifest::read_list(bytes, known, source, [&](manifest::Case&& one) -> base::Status {
    out += dump(one);
    return base::Done{};
  });
  if (!status) return "error: " + status.error().one_line() + "\n";
  for (const base::Error& remark : source.remarks) {
    base::Error brief = remark;
    brief.advice.clear();
    out += brief.one_line() + "\n";
  }
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(manifest_list)

BOOST_AUTO_TEST_CASE(list_4_is_known_out_of_the_box) {
  BOOST_TEST(
      read("Child Unique ID,Gender,Ethnicity,Date of Birth,Age of Child (Years),Does the Child have a Disability,"
           "Continuous Assessment Start Date,Child Seen During Continuous Assessment,"
           "Continuous Assessment Date of Authorisation,Was the child assessed as requiring LA children's social "
           "care support?,Allocated Team,Allocated Worker\r\n"
           "40117,F,WBRI,04/05/2015,8,N,01/03/2024,05/03/2024,20-Mar-24,Y,\"North, duty\",A Fox\r\n") ==
      "2 child=40117 team=North, duty worker=A Fox type=single_assessment start=2024-03-01 child_seen=2024-03-05 "
      "seen=yes completed=2024-03-20 born=2015-05-04 ethnicity=WBRI disability=N\n");
  BOOST_TEST(
      read("ChildUniqueID,ContinuousAssessmentStart,ContinuousAssessmentAuthDate,AllocatedTeam\n7,2024-03-01,,East") ==
      "2 child=7 team=East type=single_assessment start=2024-03-01\n");
}

BOOST_AUTO_TEST_CASE(headings_may_be_written_in_many_ways) {
  const std::string row = "2 document=a.docx team=North type=core_assessment start=2010-03-01\n";
  BOOST_TEST(read("File name;TEAM;Assessment type;start_date\na.docx;North;Core;1.3.2010\n") == row);
  BOOST_TEST(
      read("\xEF\xBB\xBF\"file-name\"\t team \ttype\tStart  Date:\na.docx\tNorth\tcore assessment\t1 March 2010\n") ==
      row);
  BOOST_TEST(read("document|Team|type|started\rr\\a.docx|North|CA|2010-03-01\r") ==
             "2 document=r\\a.docx team=North type=core_assessment start=2010-03-01\n");
  // UTF-16 with its mark, as a spreadsheet's "Unicode text" has it.
  std::string wide = "\xFF\xFE";
  for (char c : std::string("File\tTeam\na.docx\tS\xFC"
                            "d\n"))
    wide += {c, '\0'};
  BOOST_TEST(read(wide) == "2 document=a.docx team=S\u00FCd\n");
  BOOST_TEST(read("File,Team\na.docx,S\xFC"
                  "d\n") == "2 document=a.docx team=S\u00FCd\n");
}

BOOST_AUTO_TEST_CASE(a_title_above_blank_rows_and_line_ends_in_values_do_no_harm) {
  BOOST_TEST(read("sep=;\nAssessments of March;;\n;;\nChild ID;Team;Factors\n\n7;\"North\nand East\";\"1A, 3B - "
                  "Domestic; 21\"\n") == "6 child=7 team=North and East factor=1A factor=3B factor=21\n");
}

BOOST_AUTO_TEST_CASE(nothing_is_dropped_without_a_word) {
  BOOST_TEST(read("Child ID,Team,Start date,Shoe size,Completed\n"
                  "7,North,31/02/2024,4,45382\n"
                  ",South,01/03/2024,,\n"
                  "8,East,n/k,,02/03/2024,surplus\n") ==
             "2 child=7 team=North\n"
             "4 child=8 team=East completed=2024-03-02\n"
             "list.csv:1: headings that are not known and not used: 'Shoe size'\n"
             "list.csv:2:3: 'Start date': no such day; not used\n"
             "list.csv:2:5: 'Completed': a spreadsheet's serial number, which may as well be something else; not used\n"
             "list.csv:3: has neither file name nor child ID; the row is not used\n"
             "list.csv:4:6: has 6 values where there are 5 headings; those behind are not used\n");
}

BOOST_AUTO_TEST_CASE(seen_may_be_a_day_or_yes_or_no) {
  BOOST_TEST(read("Child ID,Child seen\n7,Yes\n8,no\n9,2/3/2024\n") ==
             "2 child=7 seen=yes\n3 child=8 seen=no\n4 child=9 child_seen=2024-03-02 seen=yes\n");
}

BOOST_AUTO_TEST_CASE(enquiries_say_whether_a_conference_was_needed) {
  BOOST_TEST(
      read("Child Unique ID,Section 47 Enquiry Start Date,Date of Initial Child Protection Conference,"
           "Was an Initial Child Protection Conference deemed "
           "unnecessary?\n7,1/3/2024,,Y\n8,1/3/2024,9/3/2024,perhaps\n") ==
      "2 child=7 type=s47_enquiry start=2024-03-01 no_conference\n"
      "3 child=8 type=s47_enquiry start=2024-03-01 completed=2024-03-09\n"
      "list.csv:3:4: 'Was an Initial Child Protection Conference deemed unnecessary?': neither yes nor no; not used\n");
}

BOOST_AUTO_TEST_CASE(files_that_are_no_list_are_refused_in_a_line) {
  const std::string start = "error: list.csv:";
  BOOST_TEST(read("Shoe size,Hat size\n4,5\n").starts_with("error: list.csv:1: no row of headings is known here"));
  BOOST_TEST(read("").starts_with("error: list.csv: no row of headings is known here"));
  BOOST_TEST(read("Team,Worker\nNorth,A\n").starts_with("error: list.csv:1: has neither a file name nor a child ID"));
  BOOST_TEST(read("Child ID,Team,Team name\n7,North,East\n")
                 .starts_with("error: list.csv:1:3: 'Team' and 'Team name' both give team"));
  BOOST_TEST(read("Child ID,Team\n7,\"North\n8,East\n")
                 .starts_with("error: list.csv:2: a quotation mark opens here that nothing closes"));
  BOOST_TEST(read("PK\x03\x04zip").starts_with("error: list.csv: is a workbook, not a CSV file"));
}

BOOST_AUTO_TEST_SUITE_END()
