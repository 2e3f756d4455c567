#include <boost/test/unit_test.hpp>
#include <sstream>

#include "reports/demo.h"
#include "reports/reports.h"
#include "reports/terminal.h"

namespace reports_tests {
namespace {

BOOST_AUTO_TEST_SUITE(reports)

BOOST_AUTO_TEST_CASE(show_reads_as_it_should) {
  std::string text = ::reports::show(demo_outcomes()[3], demo_facts(), false);
  BOOST_TEST(text == golden("show.txt", text));
}

BOOST_AUTO_TEST_CASE(show_tells_what_was_read_only_in_part) {
  std::string text = ::reports::show(demo_outcomes()[2], demo_facts(), false);
  BOOST_TEST(text.find("READ ONLY IN PART: The file was damaged; what could be read was audited\n") !=
             std::string::npos);
}

BOOST_AUTO_TEST_CASE(show_refused_is_one_line) {
  BOOST_TEST(::reports::show(demo_outcomes()[9], demo_facts(), false) ==
             "exports/c-10.docx: refused: is protected by a password; remove the password and try again\n");
}

BOOST_AUTO_TEST_CASE(show_stays_within_its_columns_and_commands_no_terminal) {
  for (evaluation::Outcome outcome : demo_outcomes()) {
    if (outcome.standing == evaluation::Standing::audited) {
      outcome.items[0].evidence.push_back({{0, 0}, "a\033]0;title\007 \u202E b \u0085 c", {"S\033[2J", 0, -1, -1}});
      outcome.items[0].reason = "\033[31mred";
    }
    std::string text = ::reports::show(outcome, demo_facts(), false);
    BOOST_TEST(text.find('\033') == std::string::npos);
    BOOST_TEST(text.find('\007') == std::string::npos);
    BOOST_TEST(text.find("\u202E") == std::string::npos);
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
      BOOST_TEST(::reports::columns_of(line) <= ::reports::terminal_columns, line);
    }
  }
}

BOOST_AUTO_TEST_CASE(show_has_colours_only_where_asked) {
  BOOST_TEST(::reports::show(demo_outcomes()[3], demo_facts(), true).find("\033[31m") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(wrapped_keeps_words_and_margin) {
  std::string words;
  for (int i = 0; i < 30; ++i) words += "seven77 ";
  std::string text = ::reports::wrapped("> ", words);
  BOOST_TEST(text.substr(0, 10) == "> seven77 ");
  BOOST_TEST(text.find("\n  seven77") != std::string::npos);
  BOOST_TEST(::reports::wrapped("x: ", "") == "x: \n");
}

BOOST_AUTO_TEST_CASE(padded_cuts_what_is_too_long) {
  BOOST_TEST(::reports::padded("ab", 4) == "ab  ");
  BOOST_TEST(::reports::padded("abcdef", 4) == "abc\u2026");
  BOOST_TEST(::reports::padded("\U0001F600\U0001F600\U0001F600", 4) == "\U0001F600\u2026 ");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace reports_tests
