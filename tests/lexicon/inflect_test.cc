#include "lexicon/inflect.h"

#include <boost/test/unit_test.hpp>
#include <string>

namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(lexicon_inflect)

BOOST_AUTO_TEST_CASE(regular_forms_table) {
  BOOST_TEST(joined(lexicon::regular_forms("worry")) == "worried worries worry worrying");
  BOOST_TEST(joined(lexicon::regular_forms("like")) == "like liked likes liking");
  BOOST_TEST(joined(lexicon::regular_forms("stop")) == "stop stoped stoping stopped stopping stops");
  BOOST_TEST(joined(lexicon::regular_forms("watch")) == "watch watched watches watching");
  BOOST_TEST(joined(lexicon::regular_forms("play")) == "play played playing plays");
}

BOOST_AUTO_TEST_CASE(present_forms_leave_the_past_out) {
  BOOST_TEST(joined(lexicon::present_forms("see")) == "see seeing sees");
  BOOST_TEST(joined(lexicon::present_forms("lie")) == "lie lies lying");
}

BOOST_AUTO_TEST_SUITE_END()
