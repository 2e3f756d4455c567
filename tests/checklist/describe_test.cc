#include <boost/test/unit_test.hpp>

#include "checklist/checklist.h"

BOOST_AUTO_TEST_CASE(checklist_describe_tells_every_item) {
  auto loaded = checklist::load(std::string(AUDITOR_SOURCE_DIR) + "/checklists/assessment.xml");
  BOOST_REQUIRE(loaded.ok());
  std::string text = checklist::describe(loaded.value());
  for (const checklist::ItemFacts& item : loaded.value().items) {
    BOOST_TEST(text.find("### " + item.id + " " + item.asks) != std::string::npos);
  }
  BOOST_TEST(loaded.value().items.size() == 30u);
  BOOST_TEST(text.find("- good: score at least 7/10") != std::string::npos);
  BOOST_TEST(text.find("CV is at most requires improvement where CV2 is not_met") != std::string::npos);
}
