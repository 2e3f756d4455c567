#include "reports/summary.h"

#include <boost/test/unit_test.hpp>

#include "reports/demo.h"

namespace reports_tests {
namespace {

BOOST_AUTO_TEST_SUITE(reports)

BOOST_AUTO_TEST_CASE(summary_reads_as_it_should) {
  std::string text = ::reports::summary(::reports::overview(demo_run()).value(), false);
  BOOST_TEST(text == golden("summary.txt", text));
}

BOOST_AUTO_TEST_CASE(summary_of_nothing_audited_has_reasons) {
  auto outcomes = demo_outcomes();
  auto all = ::reports::overview(run_of({outcomes[9], outcomes[11]}, demo_facts())).value();
  BOOST_TEST(::reports::summary(all, false) ==
             "0 records audited, 1 refused, 1 skipped\n\n  Refused\n"
             "  exports/c-10.docx: is protected by a password; remove the password and try again\n");
}

BOOST_AUTO_TEST_CASE(summary_colours_only_where_asked) {
  auto all = ::reports::overview(demo_run()).value();
  BOOST_TEST(::reports::summary(all, false).find('\033') == std::string::npos);
  BOOST_TEST(::reports::summary(all, true).find("\033[31m") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace reports_tests
