#include "evaluation/whole.h"

#include <boost/test/unit_test.hpp>

#include "support/outcomes.h"

namespace {

// Whether an outcome that holds together still does after a change.
bool holds(void (*change)(evaluation::Outcome&)) {
  evaluation::Outcome outcome = support::full_outcome();
  outcome.own_facts.facts = {{"referral", "2010-03-01", "Kian", {45, 49}, "last"}};
  outcome.passages = {{{14, 40}, "Child's views", true, {{7, 14, 0}, {8, 39, 1}}}};
  change(outcome);
  return evaluation::holds_together(outcome);
}

using Outcome = evaluation::Outcome;

}  // namespace

BOOST_AUTO_TEST_SUITE(evaluation_whole)

BOOST_AUTO_TEST_CASE(what_stands_within_its_bounds_holds) {
  BOOST_TEST(holds([](Outcome&) {}));
  BOOST_TEST(holds([](Outcome& o) { o.document.blocks[1].row = 3; }));
  BOOST_TEST(holds([](Outcome& o) { o.document.blocks[1].column = 2; }));
  BOOST_TEST(
      holds([](Outcome& o) { o.document.blocks[0].at.end = static_cast<std::uint32_t>(o.document.text.size()); }));
  BOOST_TEST(holds([](Outcome& o) { o.document.tables[1].parent = 2; }));
  BOOST_TEST(holds([](Outcome& o) { o.items[0].evidence[0].at = {40, 40}; }));
  // Where the text wasn't kept, spans can only be in order.
  auto textless = [](Outcome& o) {
    o.document.text.clear();
    o.document.blocks.clear();
    o.document.tables.clear();
  };
  BOOST_TEST(holds(textless));
  BOOST_TEST(!holds([](Outcome& o) {
    o.document = {};
    o.flags[0].at = {9, 8};
  }));
}

BOOST_AUTO_TEST_CASE(what_stands_out_of_them_does_not) {
  BOOST_TEST(!holds([](Outcome& o) { o.document.blocks[0].at = {5, 4}; }));
  BOOST_TEST(!holds([](Outcome& o) { o.document.blocks[0].at.end = 5'000; }));
  BOOST_TEST(!holds([](Outcome& o) { o.document.blocks[2].label = {5, 4}; }));
  BOOST_TEST(!holds([](Outcome& o) { o.document.blocks[2].label.end = 5'000; }));
  BOOST_TEST(!holds([](Outcome& o) { o.document.text.clear(); }));
  BOOST_TEST(!holds([](Outcome& o) { o.document.blocks[1].parent = 1; }));  // a block's parent stands before it
  BOOST_TEST(!holds([](Outcome& o) { o.document.blocks[1].parent = -2; }));
  BOOST_TEST(!holds([](Outcome& o) { o.document.blocks[1].table = 2; }));
  BOOST_TEST(!holds([](Outcome& o) { o.document.blocks[1].row = 4; }));
  BOOST_TEST(!holds([](Outcome& o) { o.document.blocks[1].column = 3; }));
  BOOST_TEST(!holds([](Outcome& o) { o.document.tables[1].parent = 3; }));
  BOOST_TEST(!holds([](Outcome& o) { o.items[0].evidence[0].at.end = 5'000; }));
  BOOST_TEST(!holds([](Outcome& o) { o.items[1].near_misses[0].at.end = 5'000; }));
  BOOST_TEST(!holds([](Outcome& o) { o.flags[1].at = {1, 0}; }));
  BOOST_TEST(!holds([](Outcome& o) { o.own_facts.facts[0].at.end = 5'000; }));
  BOOST_TEST(!holds([](Outcome& o) { o.passages[0].at.end = 5'000; }));
  BOOST_TEST(!holds([](Outcome& o) { o.passages[0].words[0].begin = 13; }));
  BOOST_TEST(!holds([](Outcome& o) { o.passages[0].words[1].begin = 40; }));
}

BOOST_AUTO_TEST_SUITE_END()
