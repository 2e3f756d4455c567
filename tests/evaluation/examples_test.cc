// The gate of `auditor checklist test`: a checklist that does not show each of its ratings fails.
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <map>

#include "checklist/program.h"
#include "evaluation/evaluate.h"
#include "readers/format.h"

namespace {

namespace fs = std::filesystem;

const char* const items_head =
    "<checklist id='c' title='C' version='1'>\n<use lexicon='words.xml'/>\n<dimension id='D' title='Dim'/>\n";

// What the gate says of a small checklist, a line for each thing missing. How its examples rate is not asked: its
// lexicon is too small to read by.
std::string gate(const std::string& items, const std::string& words) {
  std::string name = (fs::temp_directory_path() / "auditor-gate-XXXXXX").string();
  BOOST_REQUIRE(::mkdtemp(name.data()) != nullptr);
  fs::path folder = name;
  fs::copy(fs::path(AUDITOR_SOURCE_DIR) / "checklists" / "checklist.rng", folder / "checklist.rng");
  std::ofstream(folder / "words.xml") << "<lexicon>" << words << "</lexicon>";
  std::ofstream(folder / "c.xml") << items_head << items << "</checklist>";
  auto loaded = checklist::load((folder / "c.xml").string());
  fs::remove_all(folder);
  BOOST_REQUIRE_MESSAGE(loaded.ok(), (loaded.ok() ? "" : loaded.error().one_line()));
  std::string out;
  for (const evaluation::FailedExample& failed : evaluation::run_examples(loaded.value(), &readers::read_text).failed) {
    if (failed.message.find("the example says") == 0) continue;
    out += fs::path(failed.file).filename().string() + ":" + std::to_string(failed.line) + ": " + failed.item + ": " +
           failed.message + "\n";
  }
  return out;
}

const std::string shown =
    "<concept name='a'><terms>alpha</terms><hit>alpha</hit><miss>alphabet</miss></concept>"
    "<concept name='b'><terms>beta</terms><hit>beta</hit><miss>betas</miss></concept>";

std::string example(const std::string& rating) {
  return "<example rating='" + rating + "'>The nurse saw him at the clinic.</example>";
}

const std::string rules =
    "<item id='D1' dimension='D' asks='Why?'><met because='so'><mark has='a'/></met>"
    "<partly because='so'><mark has='b'/></partly><not-met because='none'/>";
const std::string whole = rules + example("met") + example("partly") + example("not_met") + "</item>";

}  // namespace

BOOST_AUTO_TEST_SUITE(evaluation_examples)

BOOST_AUTO_TEST_CASE(a_rating_that_no_example_shows_fails_at_the_item) {
  std::string met = example("met");
  std::string partly = example("partly");
  std::string not_met = example("not_met");
  BOOST_TEST(gate(whole, shown) == "");
  BOOST_TEST(gate(rules + met + not_met + "</item>", shown) == "c.xml:4: D1: no example rates partly\n");
  BOOST_TEST(gate("\n" + rules + met + partly + "</item>", shown) == "c.xml:5: D1: no example rates not_met\n");
  BOOST_TEST(gate(rules + "<na because='x'><mark has='b'/></na>" + met + not_met + "</item>", shown) ==
             "c.xml:4: D1: no example rates partly\nc.xml:4: D1: no example rates na\n");
}

BOOST_AUTO_TEST_CASE(a_flag_shows_both_ratings_unless_it_compares_documents) {
  std::string head = whole + "<flag id='F1' title='T'>";
  std::string rule = "<found because='so'><mark has='a'/></found>";
  std::string found = example("found");
  std::string clean = example("not_found");
  BOOST_TEST(gate(head + rule + found + clean + "</flag>", shown) == "");
  BOOST_TEST(gate(head + rule + found + "</flag>", shown) == "c.xml:4: F1: no example rates not_found\n");
  BOOST_TEST(gate(head + rule + clean + "</flag>", shown) == "c.xml:4: F1: no example rates found\n");
  BOOST_TEST(gate(head + "</flag>", shown) == "");
}

BOOST_AUTO_TEST_CASE(a_concept_without_examples_fails_the_checklist) {
  BOOST_TEST(gate(whole, shown + "\n<concept name='c'><terms>gamma</terms></concept>") ==
             "words.xml:2: lexicon: concept 'c' has no <hit>\nwords.xml:2: lexicon: concept 'c' has no <miss>\n");
  BOOST_TEST(gate(whole, shown + "<concept name='c' examples='none' reason='closed'><terms>the</terms></concept>") ==
             "");
}

BOOST_AUTO_TEST_CASE(each_item_of_the_default_checklist_has_four_examples_of_a_rating) {
  auto loaded = checklist::load(std::string(AUDITOR_SOURCE_DIR) + "/checklists/assessment.xml");
  BOOST_REQUIRE(loaded.ok());
  for (const checklist::Item& item : loaded.value().program->items) {
    std::map<std::string, int> count;
    for (const checklist::Example& one : item.examples) ++count[one.rating];
    for (const char* rating : {"met", "partly", "not_met"}) {
      BOOST_TEST(count[rating] >= 4, item.id << " has " << count[rating] << " examples that rate " << rating);
    }
  }
  BOOST_TEST(loaded.value().lexicon.unexampled_count() <= 55u);
}

BOOST_AUTO_TEST_SUITE_END()
