// The weights of a second reading: read with their mistakes told, summed over what a statement is.
#include "checklist/likeness.h"

#include <boost/test/unit_test.hpp>

#include "base/xml.h"
#include "checklist/checklist.h"
#include "evaluation/analysed.h"
#include "readers/format.h"

namespace {

const checklist::Checklist& words() {
  static const checklist::Checklist loaded =
      std::move(checklist::load(std::string(AUDITOR_SOURCE_DIR) + "/checklists/assessment.xml")).value();
  return loaded;
}

// Two items; the weighing of the first may be replaced.
std::string model(const std::string& weights, const std::string& weighing = "-1 0 1 2 1 0.5 0.5 1 2") {
  return "<second-reading items=\"CV2 RA1\" weighs=\"CV2\" partly-from=\"0.8\" met-from=\"1.5\" unsure-within=\"0.2\">"
         "<weighing of=\"CV2\">" +
         weighing + "</weighing><weighing of=\"RA1\">0 0 0 0 0 0 0 0 0</weighing>" + weights + "</second-reading>";
}

base::Result<checklist::Likeness> read(const std::string& xml) {
  return checklist::Likeness::read(base::xml::load(xml, "m.xml").value(), "m.xml", words().lexicon, {"CV2", "RA1"});
}

std::string mistake(const std::string& xml) {
  base::Result<checklist::Likeness> result = read(xml);
  return result ? "none" : result.error().message;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(checklist_likeness)

BOOST_AUTO_TEST_CASE(mistakes_are_told) {
  BOOST_TEST(mistake(model("<weights of=\"base\">1 2 3 4</weights>")) == "none");
  BOOST_TEST(mistake(model("<weights of=\"base\">1 2 3</weights>")) == "'base' has 3 weights");
  BOOST_TEST(mistake(model("<weights of=\"base\">1 2 3 x</weights>")) == "'base' has 0 weights");
  BOOST_TEST(mistake(model("<weights of=\"weather fine\">1 2 3 4</weights>")) ==
             "'weather fine' is nothing that is known of a statement");
  BOOST_TEST(mistake(model("<weights of=\"word loud\" at=\"0 3\">1 2</weights>")) == "none");
  BOOST_TEST(mistake(model("<weights of=\"word loud\" at=\"0 3\">1</weights>")) == "'word loud' has 1 weights");
  BOOST_TEST(mistake(model("<weights of=\"word loud\" at=\"0 4\">1 2</weights>")) ==
             "'word loud' has a weight at a place that there is not");
  BOOST_TEST(mistake(model("<weights of=\"word loud\" at=\"nan 3\">1 2</weights>")) ==
             "'word loud' has a weight at a place that there is not");
  BOOST_TEST(
      mistake(model("<weights of=\"word loud\" at=\"0\">1</weights><weights of=\"word loud\" at=\"1\">1</weights>")) ==
      "'word loud' stands twice");
  BOOST_TEST(mistake(model("", "0.5")) == "the weighing has 1 numbers");
  BOOST_TEST(mistake(model("<weighing of=\"RA1\">0 0 0 0 0 0 0 0 0</weighing>")) == "a second weighing of one item");
  BOOST_TEST(mistake(model("<weighing of=\"TO1\">0 0 0 0 0 0 0 0 0</weighing>")) == "there is no item 'TO1'");
  BOOST_TEST(
      mistake("<second-reading items=\"CV2\" weighs=\"\" partly-from=\"0.8\" met-from=\"1.5\" unsure-within=\"0\"/>") ==
      "an item has no <weighing>");
  BOOST_TEST(mistake(model("<order of=\"quoted\">1 2</order>")) == "none");
  BOOST_TEST(mistake(model("<order of=\"quoted\">1 2 3 4</order>")) == "'quoted' has 4 numbers");
  BOOST_TEST(mistake("<second-reading items=\"XX9\" partly-from=\"1\" met-from=\"2\" unsure-within=\"0\"/>") ==
             "there is no item 'XX9'");
  // A concept that the lexicon has no longer is a row that nothing finds.
  BOOST_TEST(mistake(model("<weights of=\"concept gone.away\">1 2 3 4</weights>")) == "none");
}

// What a stranger's file may hold: none of it is a number that sums could be made of.
BOOST_AUTO_TEST_CASE(numbers_are_finite) {
  for (const char* none : {"nan", "inf", "-inf", "1e300", "1e999", "-99999999999", "0x10", "1e", "--1", ""}) {
    const std::string text(none);
    BOOST_TEST_CONTEXT(text) {
      const std::size_t left = text.empty() ? 3 : 0;
      BOOST_TEST(mistake(model("<weights of=\"base\">1 2 " + text + " 4</weights>")) ==
                 "'base' has " + std::to_string(left) + " weights");
      BOOST_TEST(mistake(model("<order of=\"quoted\">" + text + " </order>")) == "'quoted' has 0 numbers");
      BOOST_TEST(mistake(model("", "-1 0 1 2 1 0.5 0.5 1 " + text)) ==
                 "the weighing has " + std::string(text.empty() ? "8" : "0") + " numbers");
      std::string cuts = model("");
      cuts.replace(cuts.find("0.8"), 3, text);
      BOOST_TEST(mistake(cuts) == "partly-from, met-from and unsure-within are a number each");
    }
  }
  BOOST_TEST(mistake(model("<weights of=\"base\">1e-05 -1000000000 1e9 +0</weights>")) == "'base' has 0 weights");
  BOOST_TEST(mistake(model("<weights of=\"base\">1e-05 -1000000000 1e9 -0</weights>")) == "none");
}

BOOST_AUTO_TEST_CASE(items_are_named_once_and_weights_bounded) {
  const auto changed = [](const std::string& from, const std::string& to) {
    std::string xml = model("");
    return mistake(xml.replace(xml.find(from), from.size(), to));
  };
  BOOST_TEST(changed("\"CV2 RA1\"", "\"CV2 RA1 CV2\"") == "the item 'CV2' stands twice");
  BOOST_TEST(changed("\"CV2 RA1\"", "\"\"") == "the second reading has no items");
  BOOST_TEST(changed("weighs=\"CV2\"", "weighs=\"CV3\"") == "weighs 'CV3', which is none of its items");
  // A file of a few megabytes with which a checklist of many items would take a thousand times that.
  std::string items, rows;
  std::vector<std::string> known;
  for (int i = 0; i < 2'000; ++i) items += (known.emplace_back("I" + std::to_string(i)) + " ");
  for (int i = 0; i < 5'000; ++i) rows += "<weights of=\"word w" + std::to_string(i) + "\" at=\"0\">1</weights>";
  const std::string many = "<second-reading items=\"" + items +
                           "\" weighs=\"\" partly-from=\"1\" met-from=\"1\" unsure-within=\"0\">" + rows +
                           "</second-reading>";
  const auto read = checklist::Likeness::read(base::xml::load(many, "m.xml").value(), "m.xml", words().lexicon, known);
  BOOST_REQUIRE(!read.ok());
  BOOST_TEST(read.error().message == "more than 16777216 weights");
}

BOOST_AUTO_TEST_CASE(order_has_a_number_for_each_item) {
  const checklist::Likeness likeness = std::move(read(model("<order of=\"words 3\">0.5 -1.5</order>"))).value();
  BOOST_TEST((*likeness.worth_of("words 3"))[0] == 0.5);
  BOOST_TEST((*likeness.worth_of("words 3"))[1] == -1.5);
  BOOST_TEST((likeness.worth_of("words 4") == nullptr));
}

BOOST_AUTO_TEST_CASE(scores_sum_what_a_statement_is) {
  document::Document document =
      std::move(
          readers::read_text("Child: Tom Reed\n\n## Child's views\nTom told me that he hates the noise.\n", "t.txt"))
          .value();
  evaluation::Analysed analysed(document, words());
  const checklist::Record record = analysed.record();
  BOOST_REQUIRE(!analysed.language.statements.empty());
  const language::Statement& said = analysed.language.statements.front();
  checklist::Likeness likeness =
      std::move(
          read(model("<weights of=\"base\">-3 -4 -5 -6</weights><weights of=\"section views\">1 0 0.5 0</weights>"
                     "<weights of=\"source child\">2 0.25 0 0</weights><weights of=\"source parent\">9 9 9 9</weights>"
                     "<weights of=\"under gone.away\">9 9 9 9</weights>"
                     // It has seven words.
                     "<weights of=\"length 2\">0 0 0 0.25</weights><weights of=\"length 1\">9 9 9 9</weights>")))
          .value();
  checklist::Likeness::Scores scores = likeness.scores(record, {{&said, nullptr, nullptr}}, likeness.word_rows(record));
  BOOST_TEST(scores.likeness(0)[0] == 0.0F);
  BOOST_TEST(scores.likeness(1)[0] == -3.75F);
  BOOST_TEST(scores.strength(0)[0] == -4.5F);
  BOOST_TEST(scores.strength(1)[0] == -5.75F);
  BOOST_TEST(likeness.grounds(record, {&said, nullptr, nullptr}, likeness.word_rows(record), "CV2", 5) ==
                 (std::vector<std::string>{"source child", "section views"}),
             boost::test_tools::per_element());
  BOOST_TEST(likeness.weighs("CV2"));
  BOOST_TEST(!likeness.weighs("RA1"));
  BOOST_TEST(likeness.column("RA1") == 1);
  BOOST_TEST(likeness.column("TO1") == -1);
}

// Plain words count by their stem, names don't; what stands beside a statement counts as what stands beside it.
BOOST_AUTO_TEST_CASE(scores_read_words_and_neighbours) {
  document::Document document =
      std::move(
          readers::read_text("Child: Tom Reed\n\n## Child's views\nTom hates the banging. Tom told me so.\n", "t.txt"))
          .value();
  evaluation::Analysed analysed(document, words());
  const checklist::Record record = analysed.record();
  BOOST_REQUIRE(analysed.language.statements.size() >= 2);
  const language::Statement* hates = &analysed.language.statements.front();
  const language::Statement* told = &analysed.language.statements.back();
  checklist::Likeness likeness =
      std::move(read(model("<weights of=\"base\">0 0 0 0</weights><weights of=\"word bang\" at=\"0\">1</weights>"
                           "<weights of=\"word tom\">9 9 9 9</weights>"
                           "<weights of=\"after frame tell\" at=\"1\">2</weights>"
                           "<weights of=\"after frame feel\" at=\"1\">9</weights>")))
          .value();
  const checklist::Likeness::WordRows rows = likeness.word_rows(record);
  const auto scores = likeness.scores(record, {{hates, nullptr, told}, {told, hates, nullptr}}, rows);
  BOOST_TEST(scores.likeness(0) == (std::vector<float>{1.0F, 0.0F}), boost::test_tools::per_element());
  BOOST_TEST(scores.likeness(1) == (std::vector<float>{2.0F, 0.0F}), boost::test_tools::per_element());
}

// By hand: one statement of even odds, nothing strong, and the rules say partly: score 0 + 2 * 0.45 + 0.5 * 0.5 = 1.15;
// logistic(0.15) + logistic(-0.85).
BOOST_AUTO_TEST_CASE(weighing_expects_points) {
  const checklist::Likeness likeness = std::move(read(model(""))).value();
  const checklist::Weighing& weighing = likeness.weighing();
  BOOST_TEST(weighing.expected(0, 1, {0.0}, {}) == 0.836863, boost::test_tools::tolerance(1e-4));
  // What is as good as none adds nothing, however much of it there is.
  BOOST_TEST(weighing.expected(0, 1, {0.0, -2.5, -3, -4}, {-2.5}) == weighing.expected(0, 1, {0.0}, {}));
  BOOST_TEST(weighing.points(0.8) == 0);
  BOOST_TEST(weighing.points(0.81) == 1);
  BOOST_TEST(weighing.points(1.51) == 2);
  BOOST_TEST(weighing.unsure(0.95));
  BOOST_TEST(!weighing.unsure(1.15));
}

BOOST_AUTO_TEST_SUITE_END()
