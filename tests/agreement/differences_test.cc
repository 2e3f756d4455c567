#include "agreement/differences.h"

#include <boost/test/unit_test.hpp>
#include <sstream>

#include "agreement/made.h"

namespace {

evaluation::Outcome outcome(const std::string& ratings, std::size_t number) {
  evaluation::Outcome out;
  out.path = "exports/" + std::to_string(number) + ".docx";
  out.checklist = "assessment";
  const char* ids[] = {"CV1", "CV2", "RA1"};
  for (std::size_t i = 0; i < ratings.size(); ++i) {
    if (ratings[i] == '.') continue;
    evaluation::Answer answer;
    answer.item = ids[i];
    answer.rating = rating(ratings[i]);
    answer.reason = "because " + answer.item;
    out.items.push_back(answer);
  }
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(agreement_differences)

BOOST_AUTO_TEST_CASE(widest_first_with_what_each_rests_on) {
  agreement::Audit run = audit("mpn pn- m..");
  auto ratings = given(0, "Ann", "mnn") + given(0, "Bo", "m.m") + given(1, "Ann", "pn.") + given(2, "Ann", ".m.");
  ratings[2].comment = "not seen at all";
  agreement::Differences differences(run, ratings);
  const char* records[] = {"mpn", "pn-", "m.."};
  for (std::size_t i = 0; i < 3; ++i) differences.look(outcome(records[i], i + 1), i + 1);
  std::ostringstream out;
  for (const auto& one : differences.found()) {
    out << one.number << " " << one.answer.item << " " << letter(one.answer.rating) << " '" << one.answer.reason << "'";
    for (const auto& opinion : one.opinions)
      out << " " << opinion.rater << "=" << letter(opinion.rating) << opinion.comment;
    out << (one.with_auditor ? " auditor" : "") << (one.among_people ? " people" : "") << " " << one.apart << "\n";
  }
  BOOST_TEST(out.str() ==
             "3 CV1 m 'because CV1' Ann=nnot seen at all Bo=m auditor people 2\n"
             "2 CV1 p 'because CV1' Ann=n auditor 1\n"
             "2 RA1 - 'because RA1' Ann=m auditor 1\n");
}

BOOST_AUTO_TEST_SUITE_END()
