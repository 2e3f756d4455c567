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

const std::string aspects =
    "<aspects step=\"0.25\">0 -0.5</aspects><likeness of=\"CV2\">-3 1 0</likeness><likeness of=\"RA1\">-4 0 "
    "2</likeness>"
    "<strength of=\"CV2\">-5 0 0</strength><strength of=\"RA1\">-6 0.5 0.5</strength>"
    "<preference of=\"CV2\">-2 0 1</preference><preference of=\"RA1\">-7 0 0</preference>";

// Two items by way of two aspects; the weighing of the first may be replaced, and the aspects.
std::string model(const std::string& weights, const std::string& weighing = "-1 0 1 2 2 2 1 1 3 0.5 0.5 0.4 1 2",
                  const std::string& by = aspects) {
  return "<second-reading items=\"CV2 RA1\" weighs=\"CV2\" partly-from=\"0.8\" met-from=\"1.5\" unsure-within=\"0.2\">"
         "<weighing of=\"CV2\">" +
         weighing + "</weighing><weighing of=\"RA1\">0 0 0 0 0 0 0 0 0 0 0 0 0 0</weighing>" + by + weights +
         "</second-reading>";
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
  BOOST_TEST(mistake(model("<weights of=\"word loud\">~?</weights>")) == "none");
  BOOST_TEST(mistake(model("<weights of=\"word loud\">_</weights>")) == "there are 1 weights");
  BOOST_TEST(mistake(model("<weights of=\"word loud\">_5</weights>")) == "a sign is no weight");
  BOOST_TEST(mistake(model("<weights of=\"weather fine\">__</weights>")) ==
             "'weather fine' is nothing that is known of a statement");
  BOOST_TEST(mistake(model("", "0.5")) == "the weighing has 1 numbers");
  BOOST_TEST(mistake(model("<weighing of=\"RA1\">0 0 0 0 0 0 0 0 0 0 0 0 0 0</weighing>")) ==
             "a second weighing of one item");
  BOOST_TEST(mistake(model("<weighing of=\"TO1\">0 0 0 0 0 0 0 0 0 0 0 0 0 0</weighing>")) == "there is no item 'TO1'");
  BOOST_TEST(
      mistake("<second-reading items=\"CV2\" weighs=\"\" partly-from=\"0.8\" met-from=\"1.5\" unsure-within=\"0\"/>") ==
      "an item has no <weighing>");
  BOOST_TEST(mistake(model("<order of=\"quoted\">1 2</order>")) == "none");
  BOOST_TEST(mistake(model("<order of=\"quoted\">1 2 3 4</order>")) == "'quoted' has 4 numbers");
  BOOST_TEST(mistake("<second-reading items=\"XX9\" partly-from=\"1\" met-from=\"2\" unsure-within=\"0\"/>") ==
             "there is no item 'XX9'");
  // A concept that the lexicon has no longer is a row that nothing finds.
  BOOST_TEST(mistake(model("<weights of=\"concept gone.away\">__</weights>")) == "none");
}

BOOST_AUTO_TEST_CASE(mistakes_of_aspects_are_told) {
  const auto told = [](const std::string& by) { return mistake(model("", "-1 0 1 2 2 2 1 1 3 0.5 0.5 0.4 1 2", by)); };
  const std::string wrong_count = "the aspects are told twice, or are not 1 to 512 numbers";
  BOOST_TEST(told("") == "an item has no <likeness>, <strength> or <preference>");
  BOOST_TEST(told("<aspects step=\"0.25\">0 0</aspects><likeness of=\"CV2\">1 2 3</likeness>") ==
             "an item has no <likeness>, <strength> or <preference>");
  BOOST_TEST(told(aspects + "<aspects step=\"1\">0 0</aspects>") == wrong_count);
  BOOST_TEST(told("<aspects step=\"1\"></aspects>") == wrong_count);
  BOOST_TEST(told("<aspects step=\"1\">0 nan</aspects>") == wrong_count);
  BOOST_TEST(told("<aspects step=\"much\">0 0</aspects>") == "the step of the weights is no number");
  BOOST_TEST(told("<aspects step=\"1\">0 0</aspects><strength of=\"CV2\">1 2</strength>") == "there are 2 numbers");
  BOOST_TEST(told("<likeness of=\"CV2\">1 2 3</likeness>") == "there are 3 numbers");
  BOOST_TEST(told("<likeness of=\"TO1\">1 2 3</likeness>") == "there is no item 'TO1'");
  BOOST_TEST(mistake(model("<weights of=\"word loud\">__</weights>", "-1 0 1 2 2 2 1 1 3 0.5 0.5 0.4 1 2", "")) ==
             "there are 2 weights");
}

// What a stranger's file may hold: none of it is a number that sums could be made of.
BOOST_AUTO_TEST_CASE(numbers_are_finite) {
  for (const char* none : {"nan", "inf", "-inf", "1e300", "1e999", "-99999999999", "0x10", "1e", "--1", ""}) {
    const std::string text(none);
    BOOST_TEST_CONTEXT(text) {
      const std::string left = text.empty() ? "2" : "0";
      BOOST_TEST(mistake(model("", "-1 0 1 2 2 2 1 1 3 0.5 0.5 0.4 1 2",
                               "<aspects step=\"1\">0 0</aspects><likeness of=\"CV2\">1 " + text + " 3</likeness>")) ==
                 "there are " + left + " numbers");
      BOOST_TEST(mistake(model("<order of=\"quoted\">" + text + " </order>")) == "'quoted' has 0 numbers");
      BOOST_TEST(mistake(model("", "-1 0 1 2 2 2 1 1 3 0.5 0.5 0.4 1 " + text)) ==
                 "the weighing has " + std::string(text.empty() ? "13" : "0") + " numbers");
      std::string cuts = model("");
      cuts.replace(cuts.find("0.8"), 3, text);
      BOOST_TEST(mistake(cuts) == "partly-from, met-from and unsure-within are a number each");
    }
  }
  BOOST_TEST(mistake(model("<order of=\"quoted\">1e-05 +0</order>")) == "'quoted' has 0 numbers");
  BOOST_TEST(mistake(model("<order of=\"quoted\">-1000000000 1e-05</order>")) == "none");
}

BOOST_AUTO_TEST_CASE(items_and_rows_stand_once) {
  const auto changed = [](const std::string& from, const std::string& to) {
    std::string xml = model("");
    return mistake(xml.replace(xml.find(from), from.size(), to));
  };
  BOOST_TEST(changed("\"CV2 RA1\"", "\"CV2 RA1 CV2\"") == "the item 'CV2' stands twice");
  BOOST_TEST(changed("\"CV2 RA1\"", "\"\"") == "the second reading has no items");
  BOOST_TEST(changed("weighs=\"CV2\"", "weighs=\"CV3\"") == "weighs 'CV3', which is none of its items");
  BOOST_TEST(mistake(model("<weights of=\"word loud\">__</weights><weights of=\"word loud\">__</weights>")) ==
             "'word loud' stands twice");
  BOOST_TEST(mistake(model("<strength of=\"CV2\">0 0 0</strength>")) == "a second <strength> of one item");
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
          // Steps of a quarter: 'c' is 1, 'g' 2, 'a' a half.
          read(model("<weights of=\"section views\">c_</weights><weights of=\"source child\">gc</weights>"
                     "<weights of=\"source parent\">~~</weights><weights of=\"under gone.away\">~~</weights>"
                     // It has seven words.
                     "<weights of=\"length 2\">_a</weights><weights of=\"length 1\">~~</weights>")))
          .value();
  checklist::Likeness::Scores scores = likeness.scores(record, {{&said, nullptr, nullptr}}, likeness.word_rows(record));
  BOOST_TEST(scores.likeness(0)[0] == 0.0F);
  BOOST_TEST(scores.likeness(1)[0] == -2.0F);
  BOOST_TEST(scores.strength(0)[0] == -5.0F);
  BOOST_TEST(scores.strength(1)[0] == -4.0F);
  BOOST_TEST(scores.preference(0)[0] == -1.0F);
  BOOST_TEST(scores.preference(1)[0] == -7.0F);
  BOOST_TEST(likeness.grounds(record, {&said, nullptr, nullptr}, likeness.word_rows(record), "CV2", 5) ==
                 (std::vector<std::string>{"source child", "section views"}),
             boost::test_tools::per_element());
  BOOST_TEST(likeness.weighs("CV2"));
  BOOST_TEST(!likeness.weighs("RA1"));
  BOOST_TEST(likeness.column("RA1") == 1);
  BOOST_TEST(likeness.column("TO1") == -1);
}

// An aspect is never had to less than nothing. Plain words count by their stem, names don't; what stands beside a
// statement counts as what stands beside it.
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
      std::move(
          read(model("<weights of=\"word bang\">c_</weights><weights of=\"word tom\">~~</weights>"
                     "<weights of=\"after frame tell\">_g</weights><weights of=\"after frame feel\">~~</weights>")))
          .value();
  const checklist::Likeness::WordRows rows = likeness.word_rows(record);
  const auto scores = likeness.scores(record, {{hates, nullptr, told}, {told, hates, nullptr}}, rows);
  BOOST_TEST(scores.likeness(0) == (std::vector<float>{-2.0F, -3.0F}), boost::test_tools::per_element());
  BOOST_TEST(scores.likeness(1) == (std::vector<float>{-1.0F, -4.0F}), boost::test_tools::per_element());
}

// Whom a statement names counts by role, each once; and for which items the rules quote it.
BOOST_AUTO_TEST_CASE(scores_read_whom_it_names_and_what_the_rules_quote) {
  document::Document document =
      std::move(
          readers::read_text("Child: Tom Reed\nChild: Ann Reed\n\n## Child's views\nTom and Ann told Mum that Tom "
                             "hates the noise.\nShe listened.\n",
                             "t.txt"))
          .value();
  evaluation::Analysed analysed(document, words());
  const checklist::Record record = analysed.record();
  const language::Statement& told = analysed.language.statements.front();
  const language::Statement& listened = analysed.language.statements.back();
  const auto named = language::named_in(analysed.language, told.at);
  BOOST_TEST(named[static_cast<std::size_t>(language::Role::subject_child)] == 2);
  BOOST_TEST(named[static_cast<std::size_t>(language::Role::parent)] == 1);
  BOOST_TEST(named[static_cast<std::size_t>(language::Role::worker)] == 0);
  // A pronoun names nobody.
  for (std::uint8_t count : language::named_in(analysed.language, listened.at)) BOOST_TEST(count == 0);

  const auto first_of = [&](const std::string& trait, const checklist::Likeness::Place& place) {
    const auto model_of = std::move(read(model("<weights of=\"" + trait + "\">c_</weights>"))).value();
    return model_of.scores(record, {place}, model_of.word_rows(record)).likeness(0)[0];
  };
  const float without = first_of("names worker", {&told, nullptr, nullptr});
  BOOST_TEST(first_of("names parent", {&told, nullptr, nullptr}) == without + 1.0F);
  BOOST_TEST(first_of("names two subject_child", {&told, nullptr, nullptr}) == without + 1.0F);
  BOOST_TEST(first_of("names two parent", {&told, nullptr, nullptr}) == without);
  const checklist::Likeness::Place quoted{&told, nullptr, nullptr, {1}};
  BOOST_TEST(first_of("quoted RA1", quoted) == without + 1.0F);
  BOOST_TEST(first_of("quoted CV2", quoted) == without);
}

// By hand: one statement of even odds, nothing strong, and the rules say partly by no quote: score
// 0 + 2 * 0.45 + 0.5 * 0.5 = 1.15; logistic(0.15) + logistic(-0.85). By one quote 0.4 / 4 more; and where they say met
// and it is strong too, 1 + 0.9 + 0.25 + 3 * 0.45 + 0.25 + 0.4 = 4.15.
BOOST_AUTO_TEST_CASE(weighing_expects_points) {
  const checklist::Likeness likeness = std::move(read(model(""))).value();
  const checklist::Weighing& weighing = likeness.weighing();
  BOOST_TEST(weighing.expected(0, {1, 0}, {0.0}, {}) == 0.836863, boost::test_tools::tolerance(1e-4));
  BOOST_TEST(weighing.expected(0, {1, 1}, {0.0}, {}) == 0.882998, boost::test_tools::tolerance(1e-4));
  BOOST_TEST(weighing.expected(0, {2, 4}, {0.0}, {0.0}) == 1.854577, boost::test_tools::tolerance(1e-4));
  BOOST_TEST(weighing.expected(0, {2, 9}, {0.0}, {0.0}) == weighing.expected(0, {2, 4}, {0.0}, {0.0}));
  // What is as good as none adds nothing, however much of it there is.
  BOOST_TEST(weighing.expected(0, {1, 0}, {0.0, -2.5, -3, -4}, {-2.5}) == weighing.expected(0, {1, 0}, {0.0}, {}));
  BOOST_TEST(weighing.points(0.8) == 0);
  BOOST_TEST(weighing.points(0.81) == 1);
  BOOST_TEST(weighing.points(1.51) == 2);
  BOOST_TEST(weighing.unsure(0.95));
  BOOST_TEST(!weighing.unsure(1.15));
}

BOOST_AUTO_TEST_SUITE_END()
