#include "pseudonyms/pseudonymiser.h"

#include <boost/test/unit_test.hpp>

#include "support/outcomes.h"

namespace {

evaluation::Outcome of(const std::string& path, std::vector<evaluation::Person> people) {
  evaluation::Outcome outcome;
  outcome.path = path;
  outcome.people = std::move(people);
  return outcome;
}

evaluation::Person person(const std::string& role, const std::string& name, const std::string& born = "") {
  std::vector<std::string> forms;
  return {role, name, forms, "", "", "", born};
}

// "path: label label ..." for each record, in order.
std::string labels(const std::vector<evaluation::Outcome>& outcomes) {
  pseudonyms::Pseudonymiser names;
  for (const auto& outcome : outcomes) names.learn(outcome);
  names.settle();
  std::string out;
  for (const auto& outcome : outcomes) {
    const auto renamed = names.renamed(outcome);
    out += renamed.path + ":";
    for (const auto& one : renamed.people) out += " " + one.name + ",";
    out += "\n";
  }
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(pseudonyms_)

BOOST_AUTO_TEST_CASE(siblings_in_two_records_are_the_same_children) {
  BOOST_TEST(labels({of("a/1.txt", {person("subject_child", "Mia Holt"), person("sibling", "Jack Holt"),
                                    person("parent", "Carol Holt"), person("worker", "Bashir Khan")}),
                     of("a/2.txt", {person("subject_child", "Jack Holt"), person("sibling", "Mia Holt"),
                                    person("parent", "Carol Holt"), person("manager", "Bashir Khan")})}) ==
             "a/1.txt: Child A, Child B, Parent 1, Worker 1,\na/2.txt: Child B, Child A, Parent 1, Worker 1,\n");
}

BOOST_AUTO_TEST_CASE(children_of_one_name_in_two_families_are_two) {
  BOOST_TEST(labels({of("1.txt", {person("subject_child", "Jack Holt"), person("parent", "Carol Holt")}),
                     of("2.txt", {person("subject_child", "Jack Holt"), person("parent", "Ann Reed")}),
                     of("3.txt", {person("subject_child", "Jack", "2010-01-02")})}) ==
             "1.txt: Child A, Parent 1,\n2.txt: Child B, Parent 2,\n3.txt: Child C,\n");
  BOOST_TEST(labels({of("1.txt", {person("subject_child", "Jack Holt", "2010-01-02")}),
                     of("2.txt", {person("sibling", "Jack Holt", "2010-01-02")}),
                     of("3.txt", {person("sibling", "Jack Holt", "2011-01-02")})}) ==
             "1.txt: Child A,\n2.txt: Child A,\n3.txt: Child B,\n");
}

BOOST_AUTO_TEST_CASE(paths_keep_their_folders_and_lose_their_names) {
  BOOST_TEST(labels({of("exports/team-north/01-holt.docx", {person("subject_child", "Mia Holt")}),
                     of("exports/team-north/HOLT Mia assessment.docx", {person("subject_child", "Mia Holt", "")}),
                     of("exports.zip!/Kovalenko/02.docx", {})}) ==
             "exports/team-north/01-Child A.docx: Child A,\nexports/team-north/Child B assessment.docx: Child B,\n"
             "exports.zip!/x/02.docx:\n");
}

BOOST_AUTO_TEST_CASE(a_sample_loses_whom_it_was_drawn_by) {
  pseudonyms::Pseudonymiser names;
  names.learn(of("exports/01-holt.docx", {person("subject_child", "Mia Holt")}));
  names.learn(of("exports/02.docx", {}));
  names.settle();
  store::Sample sample;
  sample.method = "How it was drawn: At random.";
  sample.arguments = {"sample", "exports/01-holt.docx", "--only", "worker=Jo Field", "--except=team=North", "--seed",
                      "4"};
  sample.members = {{"exports/02.docx", "C2", "worker Jo Field"},
                    {"exports/01-holt.docx", "C1", "worker Al Dean"},
                    {"exports/01-holt.docx", "", "worker Jo Field"},
                    {"exports/02.docx", "", ""}};
  const store::Sample renamed = names.renamed(sample);
  BOOST_TEST(renamed.method == sample.method);
  BOOST_TEST((renamed.arguments == std::vector<std::string>{"sample", "exports/01-Child A.docx", "--only", "worker",
                                                            "--except=team", "--seed", "4"}));
  std::string members;
  for (const store::SampleMember& one : renamed.members)
    members += one.path + "," + one.child + "," + one.stratum + ";";
  BOOST_TEST(members ==
             "exports/02.docx,,group 1;exports/01-Child A.docx,,group 2;exports/01-Child A.docx,,group 1;"
             "exports/02.docx,,;");
}

BOOST_AUTO_TEST_CASE(everything_moves_with_the_text) {
  evaluation::Outcome outcome = support::full_outcome("records/kian-dale.docx");
  outcome.document.text = "Kian's views\nMum said Kian likes school.\tYes\nKian Dale";
  outcome.document.title = "Kian Dale";
  outcome.document.blocks[0].at = {0, 12};
  outcome.document.blocks[1].at = {13, 44};
  outcome.document.blocks[2].at = {13, 40};
  outcome.document.blocks[2].label = {13, 16};
  for (auto& answer : outcome.items) {
    answer.evidence.clear();
    answer.near_misses.clear();
    answer.reason = "seen with Kian Dale";
  }
  outcome.items[0].evidence = {{{13, 40}, "Mum said Kian likes school.", {"Kian's views", 1, -1, -1}}};
  outcome.flags = {{"F4",
                    {45, 54},
                    "Kian Dale",
                    "45 words stand again in records/kian-dale.docx, under \u201CKian\u201D",
                    "records/kian-dale.docx"}};
  outcome.particulars = {"Saltby Duty Team", "Bashir Khan", "R. Tapsell"};
  pseudonyms::Pseudonymiser names;
  names.learn(outcome);
  names.settle();
  const evaluation::Outcome renamed = names.renamed(outcome);
  BOOST_TEST(renamed.document.text == "Child A's views\nMum said Child A likes school.\tYes\nChild A");
  BOOST_TEST(renamed.document.blocks[0].at.of(renamed.document.text) == "Child A's views");
  BOOST_TEST(renamed.document.blocks[2].at.of(renamed.document.text) == "Mum said Child A likes school.");
  BOOST_TEST(renamed.items[0].evidence[0].quote == "Mum said Child A likes school.");
  BOOST_TEST(renamed.items[0].evidence[0].at.of(renamed.document.text) == renamed.items[0].evidence[0].quote);
  BOOST_TEST(renamed.items[0].evidence[0].where.section == "Child A's views");
  BOOST_TEST(renamed.items[0].reason == "seen with Child A");
  BOOST_TEST(renamed.flags[0].quote == "Child A");
  BOOST_TEST(renamed.flags[0].reason == "45 words stand again in records/Child A.docx, under \u201CChild A\u201D");
  BOOST_TEST(renamed.particulars.worker == "Worker 1");
  BOOST_TEST(renamed.particulars.manager == "Worker 2");
  BOOST_TEST(renamed.flags[0].twin == "records/Child A.docx");
  BOOST_TEST(renamed.children[0] == "Child A");
  BOOST_TEST(renamed.document.title == "Child A");
  BOOST_TEST(renamed.path == "records/Child A.docx");
  BOOST_TEST(names.key().find("Child A\tKian Dale\n") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(heads_of_tables_tell_names_and_dates_of_birth) {
  evaluation::Outcome outcome;
  outcome.path = "a.html";
  outcome.document.text = "Name\tDate of birth\tSeen\nReef\t4.5.2012\t6.7.2020\nStorm\t\t\nReef is well.";
  const auto cell = [&](std::uint32_t begin, std::uint32_t end, std::uint32_t row, std::uint32_t column) {
    document::Block block;
    block.kind = document::BlockKind::cell;
    block.at = {begin, end};
    block.table = 0;
    block.row = row;
    block.column = column;
    outcome.document.blocks.push_back(block);
  };
  outcome.document.tables = {{-1, 3, 3, false}};
  cell(0, 4, 0, 0);
  cell(5, 18, 0, 1);
  cell(19, 23, 0, 2);
  cell(24, 28, 1, 0);
  cell(29, 37, 1, 1);
  cell(38, 46, 1, 2);
  cell(47, 52, 2, 0);
  pseudonyms::Pseudonymiser names;
  names.learn(outcome);
  names.settle();
  BOOST_TEST(names.renamed(outcome).document.text ==
             "Name\tDate of birth\tSeen\nPerson 1\t[date of birth 1]\t6.7.2020\nPerson 2\t\t\nPerson 1 is well.");
}

BOOST_AUTO_TEST_CASE(without_text_quotes_are_renamed_by_themselves) {
  evaluation::Outcome outcome = support::full_outcome();
  outcome.document.text.clear();
  outcome.document.blocks.clear();
  outcome.items[0].evidence = {{{100, 115}, "Kian likes school", {}}};
  pseudonyms::Pseudonymiser names;
  names.learn(outcome);
  names.settle();
  const auto renamed = names.renamed(outcome);
  BOOST_TEST(renamed.items[0].evidence[0].quote == "Child A likes school");
  BOOST_TEST((renamed.items[0].evidence[0].at == base::Span{100, 120}));
}

BOOST_AUTO_TEST_SUITE_END()
