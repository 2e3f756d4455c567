#include "timeliness/checks.h"

#include "english.h"

namespace timeliness {
namespace {

std::string found(const manifest::Case& one, const char* at) {
  Gathered gathered;
  gathered.take(one);
  const Limits limits = english();
  const Kind* kind = limits.kind(one.type);
  std::string out;
  for (Check check : checked(gathered.work.front(), kind, limits, day(at))) {
    const std::string rule = rule_of(check, kind == nullptr ? Ending::completed : kind->ending);
    out += (out.empty() ? "" : " ") + (rule.empty() ? std::string(name_of(check)) : rule);
  }
  return out;
}

BOOST_AUTO_TEST_SUITE(checking)

BOOST_AUTO_TEST_CASE(days_that_are_well) {
  BOOST_TEST(found(piece("single_assessment", "2026-01-05", "2026-01-05", "2026-01-05", "2026-01-05"), "2026-03-31") ==
             "");
  BOOST_TEST(found(piece("single_assessment", "2026-01-05", "", ""), "2026-01-31") == "");
}

BOOST_AUTO_TEST_CASE(days_out_of_order) {
  const auto check = [](const char* referral, const char* start, const char* completed, const char* closed) {
    return found(piece("single_assessment", referral, start, completed, closed), "2026-12-31");
  };
  BOOST_TEST(check("2026-01-05", "2026-01-02", "2026-01-30", "") == "1103");
  BOOST_TEST(check("2026-01-05", "2026-01-06", "2026-01-05", "") == "8608");
  BOOST_TEST(check("2026-01-05", "", "2026-01-02", "") == "end_before_referral");
  BOOST_TEST(check("2026-01-05", "2026-01-06", "2026-01-30", "2026-01-29") == "completed_after_closure");
  BOOST_TEST(check("2026-01-05", "2026-01-06", "2026-01-30", "2026-01-02") ==
             "completed_after_closure closed_before_referral");
}

BOOST_AUTO_TEST_CASE(what_was_never_completed) {
  manifest::Case assessment = piece("single_assessment", "2025-12-01", "2026-01-06", "");
  BOOST_TEST(found(assessment, "2026-03-10") == "");  // 45 working days from the start, and more from the referral
  BOOST_TEST(found(assessment, "2026-03-11") == "8670Q");
  assessment.closed = "2026-02-01";
  BOOST_TEST(found(assessment, "2026-03-10") == "8867");
  BOOST_TEST(found(assessment, "2026-03-11") == "8670Q 8867");
  BOOST_TEST(found(assessment, "2026-01-31") == "");
  manifest::Case enquiry = piece("s47_enquiry", "2026-01-05", "2026-01-06", "");
  BOOST_TEST(found(enquiry, "2026-01-27") == "");
  BOOST_TEST(found(enquiry, "2026-01-28") == "8675Q");
  enquiry.closed = "2026-01-28";
  BOOST_TEST(found(enquiry, "2026-01-28") == "8675Q 8868");
  enquiry.no_conference = true;
  BOOST_TEST(found(enquiry, "2026-01-28") == "");
}

BOOST_AUTO_TEST_CASE(days_that_are_none_or_unlikely) {
  BOOST_TEST(found(piece("single_assessment", "", "", "2026-01-30"), "2026-03-31") == "no_beginning");
  BOOST_TEST(found(piece("single_assessment", "2026-02-30", "", ""), "2026-03-31") == "no_day");
  BOOST_TEST(found(piece("single_assessment", "1926-01-05", "2026-01-06", "2026-01-30"), "2026-03-31") ==
             "day_out_of_range");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace timeliness
