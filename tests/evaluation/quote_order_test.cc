// In which order places of a record are quoted, and which parts of a row may be.
#include "evaluation/quote_order.h"

#include <boost/test/unit_test.hpp>

#include "base/xml.h"
#include "checklist/checklist.h"
#include "evaluation/analysed.h"
#include "readers/format.h"

namespace {

using Sort = evaluation::Quotable::Sort;

struct Likely {
  base::Span at;
  Sort sort;
  double likeness;
  double preference = 0;
};

const checklist::Checklist& words() {
  static const checklist::Checklist loaded =
      std::move(checklist::load(std::string(AUDITOR_SOURCE_DIR) + "/checklists/assessment.xml")).value();
  return loaded;
}

// As a reader leaves it: places are in its text, not in the file's.
const document::Document read =
    std::move(readers::read_text("Child: Tom Reed\n\nTom told me that he hates the noise, the smell and the long wait "
                                 "for the lift. He is nine.\n\nAnalysis\n\nThe lift is out of order.\n",
                                 "t.txt"))
        .value();
const std::string& text = read.text;

base::Span place(const std::string& quote) {
  auto begin = static_cast<std::uint32_t>(text.find(quote));
  return {begin, begin + static_cast<std::uint32_t>(quote.size())};
}

// The places of the record in the order of a model of one item, with what it is worth to have each property.
std::vector<std::string> ordered(const std::string& order, const std::vector<Likely>& places,
                                 const evaluation::Taken& taken = {{}, {}, evaluation::Rating::partly}) {
  const std::string xml =
      "<second-reading items=\"CV2\" weighs=\"\" partly-from=\"0.8\" met-from=\"1.5\" unsure-within=\"0.2\">"
      "<weighing of=\"CV2\">0 0 0 0 0 0 0 0 0 0 0 0 0 0</weighing>" +
      order +
      "<aspects step=\"1\">0</aspects><likeness of=\"CV2\">0 0</likeness><strength of=\"CV2\">0 "
      "0</strength><preference of=\"CV2\">0 0</preference></second-reading>";
  const checklist::Likeness model =
      std::move(checklist::Likeness::read(base::xml::load(xml, "m").value(), "m", words().lexicon, {"CV2"})).value();
  evaluation::Analysed analysed(read, words());
  const checklist::Record record = analysed.record();
  const evaluation::QuoteOrder quote_order(record, model);
  std::vector<evaluation::Quotable> known;
  for (const Likely& place : places) known.push_back(quote_order.place(place.at, place.sort, true));
  std::vector<evaluation::Ranked> ranked;
  for (std::size_t i = 0; i < places.size(); ++i)
    ranked.push_back({&known[i], places[i].likeness, places[i].preference});
  std::vector<std::string> out;
  for (const evaluation::Ranked& one : quote_order.best_first(ranked, taken, 0)) out.emplace_back(one.at().of(text));
  return out;
}

const base::Span told = place("Tom told me that he hates the noise, the smell and the long wait for the lift.");
const base::Span clause = place("he hates the noise");
const base::Span age = place("He is nine.");

std::vector<std::string> quotes(std::initializer_list<base::Span> spans) {
  std::vector<std::string> out;
  for (base::Span at : spans) out.emplace_back(at.of(text));
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(evaluation_quote_order)

BOOST_AUTO_TEST_CASE(likelier_places_come_first) {
  const std::string order = "<order of=\"likeness\">1</order>";
  BOOST_TEST(ordered(order, {{age, Sort::sentence, -3}, {told, Sort::sentence, 1}}) == quotes({told, age}));
  BOOST_TEST(ordered(order, {{age, Sort::sentence, 2}, {told, Sort::sentence, 1}}) == quotes({age, told}));
}

BOOST_AUTO_TEST_CASE(of_places_as_likely_the_one_that_readers_prefer_comes_first) {
  const std::vector<Likely> places = {{age, Sort::sentence, 1, -2}, {told, Sort::sentence, 1, 1}};
  BOOST_TEST(ordered("<order of=\"likeness\">1</order>", places) == quotes({age, told}));
  BOOST_TEST(ordered("<order of=\"preferred\">1</order>", places) == quotes({told, age}));
  BOOST_TEST(ordered("<order of=\"unpreferred\">1</order>", places) == quotes({age, told}));
}

// Of a long sentence and the clause in it one is shown.
BOOST_AUTO_TEST_CASE(clause_stands_for_its_sentence_where_it_is_the_better_quote) {
  const std::vector<Likely> places = {{told, Sort::sentence, 1}, {clause, Sort::clause, 1}};
  BOOST_TEST(ordered("<order of=\"words 4\">-1</order>", places) == quotes({clause}));
  BOOST_TEST(ordered("<order of=\"sort clause\">-1</order>", places) == quotes({told}));
}

BOOST_AUTO_TEST_CASE(where_a_place_stands_counts) {
  const base::Span lift = place("The lift is out of order.");
  const std::vector<Likely> places = {{age, Sort::sentence, 0}, {lift, Sort::sentence, 0}};
  BOOST_TEST(ordered("", places) == quotes({age, lift}));
  BOOST_TEST(ordered("<order of=\"section analysis\">1</order>", places) == quotes({lift, age}));
  BOOST_TEST(ordered("<order of=\"tenth 8\">1</order>", places) == quotes({lift, age}));
  BOOST_TEST(ordered("<order of=\"tenth 9\">1</order>", places) == quotes({age, lift}));
}

BOOST_AUTO_TEST_CASE(what_rules_made_of_a_place_counts) {
  const std::vector<Likely> places = {{told, Sort::sentence, 0}, {age, Sort::sentence, 0}};
  const evaluation::Taken quoted{{age}, {}, evaluation::Rating::partly};
  const evaluation::Taken two{{told, age}, {}, evaluation::Rating::met};
  const evaluation::Taken part{{clause}, {}, evaluation::Rating::partly};
  const evaluation::Taken near{{}, {told}, evaluation::Rating::not_met};
  BOOST_TEST(ordered("<order of=\"quoted\">1</order>", places, quoted) == quotes({age, told}));
  BOOST_TEST(ordered("<order of=\"quoted 1\">1</order>", places, two) == quotes({age, told}));
  BOOST_TEST(ordered("<order of=\"quoted as whole\">-1</order>", places, part) == quotes({age, told}));
  BOOST_TEST(ordered("<order of=\"near where not_met\">-1</order>", places, near) == quotes({age, told}));
  BOOST_TEST(ordered("<order of=\"untaken where partly\">1</order>", places, quoted) == quotes({told, age}));
}

BOOST_AUTO_TEST_CASE(cells_of_a_row_are_quoted_with_their_neighbours) {
  const std::string row = "x\nRing the GP\tMum\t4 May\n";
  auto parts = evaluation::neighbouring_cells({2, static_cast<std::uint32_t>(row.size() - 1)}, row);
  std::vector<std::string> out;
  for (base::Span at : parts) out.emplace_back(at.of(row));
  BOOST_TEST(out == (std::vector<std::string>{"Ring the GP", "Ring the GP\tMum", "Mum", "Mum\t4 May", "4 May"}));
  BOOST_TEST(evaluation::neighbouring_cells({0, 7}, "Owner\tMum").empty());  // a label and its value
  // A number or two letters alone are no quote.
  const std::string number = "1\tGP\tMum";
  parts = evaluation::neighbouring_cells({0, static_cast<std::uint32_t>(number.size())}, number);
  out.clear();
  for (base::Span at : parts) out.emplace_back(at.of(number));
  BOOST_TEST(out == (std::vector<std::string>{"1\tGP", "GP\tMum", "Mum"}));
  // Nothing begins or ends in a blank cell.
  const std::string blank = "Ring\t\t4 May";
  parts = evaluation::neighbouring_cells({0, static_cast<std::uint32_t>(blank.size())}, blank);
  BOOST_TEST(parts.size() == 2u);
}

BOOST_AUTO_TEST_SUITE_END()
