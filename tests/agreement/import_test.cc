#include "agreement/import.h"

#include <boost/test/unit_test.hpp>
#include <sstream>

#include "agreement/made.h"

using agreement::Imported;

namespace {

const std::string sum1 = '1' + std::string(63, '0'), sum2 = '2' + std::string(63, '0');
const std::string of_checklist(64, 'c');
// "1 CV1 m A 'comment' @B2; ..." or the faults, a line each.
std::string read(const std::string& csv, const std::string& rater = "") {
  base::Result<Imported> imported = agreement::import(csv, audit("mpn nn- mm."), "a.csv", rater);
  if (!imported) return imported.error().one_line();
  std::ostringstream out;
  for (const auto& fault : imported.value().faults) out << fault.cell << ": " << fault.message << "\n";
  if (!imported.value().faults.empty()) BOOST_TEST(imported.value().given.empty());
  for (const auto& one : imported.value().given) {
    out << one.record + 1 << " " << std::vector<std::string>{"CV1", "CV2", "RA1"}[one.item] << " " << letter(one.rating)
        << " " << one.rater << " '" << one.comment << "' @" << one.cell << "; ";
  }
  return out.str();
}

const std::string keyed =
    "No.,Document,Item,Question,Your rating,Your comment,Your name,\"Key, leave as it is: SHA-256 of the "
    "document\",\"Key, leave as it is: SHA-256 of the checklist\"\n";

}  // namespace

BOOST_AUTO_TEST_SUITE(agreement_import)

BOOST_AUTO_TEST_CASE(rows_with_ratings_are_taken) {
  BOOST_TEST(read(keyed + "1,exports/1.docx,CV1,Was the child seen?,Met,\" seen\nonce \",Ann Lee," + sum1 + "," +
                  of_checklist + "\n1,exports/1.docx,CV2,,not_met,,ann  lee," + sum1 + "," + of_checklist +
                  "\n2,,RA1,,N/A,,," + sum2 + "\n2,,CV1,,,remark,," + sum2 + "\n") ==
             "1 CV1 m Ann Lee 'seen\nonce' @E2; 1 CV2 n Ann Lee '' @E3; 2 RA1 - Ann Lee '' @E4; ");
}

BOOST_AUTO_TEST_CASE(columns_may_have_moved_and_rows_may_stand_anywhere) {
  BOOST_TEST(
      read("For October,,,\nYour  Rating,,ITEM,document\nPARTLY MET,,CV2,exports/2.docx\nmet,,CV1,exports/1.docx\n",
           "B") == "2 CV2 p B '' @A3; 1 CV1 m B '' @A4; ");
}

BOOST_AUTO_TEST_CASE(spellings_of_ratings) {
  const std::vector<std::pair<std::string, char>> known = {
      {"met", 'm'},     {" MET ", 'm'},   {"Partly met", 'p'},     {"partly", 'p'},
      {"Not met", 'n'}, {"not_met", 'n'}, {"does not apply", '-'}, {"not applicable", '-'},
      {"n/a", '-'},     {"NA", '-'},      {"not\u00a0met", 'n'}};
  for (const auto& [words, wanted] : known) {
    BOOST_REQUIRE(agreement::rating_of(words).has_value());
    BOOST_TEST(letter(*agreement::rating_of(words)) == wanted);
  }
  for (const char* words : {"", "2", "yes", "m", "partially", "met?", "not  sure", "#REF!"}) {
    BOOST_TEST(!agreement::rating_of(words));
  }
}

BOOST_AUTO_TEST_CASE(every_fault_is_told_and_nothing_is_taken) {
  BOOST_TEST(read(keyed + "1,,CV1,,Mett,,A," + sum1 + "\n1,,CV9,,met,,A," + sum1 +
                  "\n1,,CV1,,met,,A,ffff\n1,,CV1,,met,,A,\n" + "3,,RA1,,met,,A,3" + std::string(63, '0') +
                  "\n1,,CV2,,met,,A," + sum1 + ",dddd\n1,,CV1,,met,,A," + sum1 + "\n1,,CV1,,partly,,a," + sum1 +
                  "\n2,,CV1,,met,,B," + sum2 + "\n2,,CV2,,met,,," + sum2 + "\n") ==
             "E2: is none of Met, Partly met, Not met, Does not apply\n"
             "C3: names no item that was asked of this document\n"
             "H4: is the key of no document of this run\n"
             "H5: is empty: it would say which document the row is about\n"
             "C6: names no item that was asked of this document\n"
             "I7: is the key of another checklist than the run's: the ratings answer other questions\n"
             "E9: is another rating of the same item by the same person than E8\n"
             "E11: says not who rated, and the sheet names several people\n");
  BOOST_TEST(read("Document,Item,Your rating\nexports/1.docx,CV1,met\n") ==
             "C2: says not who rated: write it into the column Your name, or give --rater NAME\n");
}

BOOST_AUTO_TEST_CASE(rows_that_were_sorted_apart) {
  BOOST_TEST(read(keyed + "1,exports/2.docx,CV1,,met,,A," + sum1 + "\n") ==
             "B2: does not belong to the key of its row: were only some columns sorted?\n");
  BOOST_TEST(read(keyed + "1,exports/1.docx,CV1,Is the risk told?,met,,A," + sum1 + "\n") ==
             "C2: does not belong to the question beside it: were only some columns sorted?\n");
  BOOST_TEST(read("No.,Document,Item,Your rating\n2,exports/1.docx,CV1,met\n", "A") ==
             "B2: does not belong to the number of its row: were only some columns sorted?\n");
  // Words of another version of the question are no other question.
  BOOST_TEST(read(keyed + "1,elsewhere/1.docx,CV1,Was the child seen at all?,met,,A," + sum1 + "\n") ==
             "1 CV1 m A '' @E2; ");
}

BOOST_AUTO_TEST_CASE(documents_without_keys) {
  BOOST_TEST(read("Document,Item,Your rating\n'exports/1.docx,CV1,met\n", "A") == "1 CV1 m A '' @C2; ");
  BOOST_TEST(read("No.,Item,Your rating\n2.0,CV1,met\n9,CV1,met\n", "A") ==
             "A3: names no audited document of this run\n");
  BOOST_TEST(read("Item,Your rating\nCV1,met\n", "A") ==
             "A1: has no column beside it that says which document a row is about; keep the columns as they were\n");
}

BOOST_AUTO_TEST_CASE(sheets_without_ratings) {
  BOOST_TEST(read("Document,Item,Rating\nexports/1.docx,CV1,met\n") ==
             ": holds no ratings: no sheet has columns with the headings Item and Your rating\n");
  BOOST_TEST(read("Document,Item,Your rating,Your rating\nexports/1.docx,CV1,met\n", "A") ==
             "D1: is the second column with this heading; leave one of them\n");
}

BOOST_AUTO_TEST_CASE(the_same_row_twice_counts_once) {
  BOOST_TEST(read("Document,Item,Your rating\nexports/1.docx,CV1,met\nexports/1.docx,CV1,Met\n", "A") ==
             "1 CV1 m A '' @C2; ");
}

// Two files with the same bytes are told apart by path, else by number.
BOOST_AUTO_TEST_CASE(copies_of_one_file) {
  agreement::Audit two = audit("mpn nn-");
  two.records[1].sha256 = two.records[0].sha256;
  auto record = [&](const std::string& row) {
    auto imported = agreement::import(keyed + row + sum1 + "\n", two, "a.csv", "A");
    return imported.value().given.at(0).record;
  };
  BOOST_TEST(record("1,exports/2.docx,CV1,,met,,A,") == 1u);
  BOOST_TEST(record("2,,CV1,,met,,A,") == 1u);
  BOOST_TEST(record("7,,CV1,,met,,A,") == 0u);
}

BOOST_AUTO_TEST_SUITE_END()
