#include "timeliness/judge.h"

#include "english.h"

namespace timeliness {
namespace {

std::string shown(const std::optional<int>& days) {
  return days ? std::to_string(*days) : "-";
}

// "late by referral: 8 of 7; 8 from referral, 6 from start"
std::string judged(const manifest::Case& one, const char* at = "2027-06-30", const Limits& limits = english()) {
  Gathered gathered;
  gathered.take(one);
  const Judgement out = judge(gathered.work.front(), limits.kind(one.type), limits, day(at));
  std::string dump = name_of(out.standing);
  if (out.completed() || out.unfinished()) {
    dump += out.clock == Clock::referral ? " by referral: " : " by start: ";
    dump += std::to_string(out.days) + " of " + std::to_string(out.limit);
  }
  return dump + "; " + shown(out.from_referral) + " from referral, " + shown(out.from_start) + " from start";
}

BOOST_AUTO_TEST_SUITE(judging)

BOOST_AUTO_TEST_CASE(completed_work_within_and_beyond_its_limit) {
  BOOST_TEST(judged(piece("initial_assessment", "2010-03-18", "2010-03-19", "2010-03-29")) ==
             "in_time by referral: 7 of 7; 7 from referral, 6 from start");
  BOOST_TEST(judged(piece("initial_assessment", "2010-03-18", "2010-03-19", "2010-03-30")) ==
             "late by referral: 8 of 7; 8 from referral, 7 from start");
  // The newer limit goes by the day of the referral, not by that of completion.
  BOOST_TEST(judged(piece("initial_assessment", "2010-03-31", "", "2010-04-16")) ==
             "late by referral: 10 of 7; 10 from referral, - from start");
  BOOST_TEST(judged(piece("initial_assessment", "2010-04-01", "", "2010-04-19")) ==
             "in_time by referral: 10 of 10; 10 from referral, - from start");
  BOOST_TEST(judged(piece("core_assessment", "2010-03-01", "2010-03-18", "2010-05-11")) ==
             "in_time by start: 35 of 35; 48 from referral, 35 from start");
  BOOST_TEST(judged(piece("single_assessment", "", "2020-03-02", "2020-03-02")) ==
             "in_time by start: 0 of 45; - from referral, 0 from start");
}

BOOST_AUTO_TEST_CASE(a_day_that_is_asked_about) {
  const manifest::Case one = piece("initial_assessment", "2010-03-18", "2010-03-19", "2010-03-30");
  BOOST_TEST(judged(one, "2010-03-18") == "later; - from referral, - from start");
  BOOST_TEST(judged(one, "2010-03-19") == "open by referral: 1 of 7; 1 from referral, 0 from start");
  BOOST_TEST(judged(one, "2010-03-29") == "open by referral: 7 of 7; 7 from referral, 6 from start");
  BOOST_TEST(judged(one, "2010-03-30") == "late by referral: 8 of 7; 8 from referral, 7 from start");
}

BOOST_AUTO_TEST_CASE(work_that_is_not_completed) {
  BOOST_TEST(judged(piece("single_assessment", "2026-01-05", "2026-01-06", ""), "2026-03-10") ==
             "overdue by referral: 46 of 45; 46 from referral, 45 from start");
  BOOST_TEST(judged(piece("single_assessment", "2026-01-05", "2026-01-06", "", "2026-02-02"), "2026-03-10") ==
             "closed_unfinished; 46 from referral, 45 from start");
  BOOST_TEST(judged(piece("single_assessment", "2026-01-05", "2026-01-06", "", "2026-03-11"), "2026-03-10") ==
             "overdue by referral: 46 of 45; 46 from referral, 45 from start");
  manifest::Case enquiry = piece("s47_enquiry", "2026-01-05", "2026-01-06", "");
  BOOST_TEST(judged(enquiry, "2026-01-28") == "overdue by start: 16 of 15; 17 from referral, 16 from start");
  enquiry.no_conference = true;
  BOOST_TEST(judged(enquiry, "2026-01-28") == "not_needed; 17 from referral, 16 from start");
}

BOOST_AUTO_TEST_CASE(work_that_cannot_be_judged) {
  BOOST_TEST(judged(piece("single_assessment", "", "", "2026-01-06")) == "undated; - from referral, - from start");
  BOOST_TEST(judged(piece("single_assessment", "2026-02-05", "2026-01-05", "2026-01-30")) ==
             "undated; - from referral, 19 from start");
  BOOST_TEST(judged(piece("single_assessment", "soon", "", "2026-01-30")) == "undated; - from referral, - from start");
  BOOST_TEST(judged(piece("poem", "2026-01-05", "", "2026-01-06")) == "no_limit; 1 from referral, - from start");
}

BOOST_AUTO_TEST_CASE(what_an_audit_has_measured_stays) {
  evaluation::Outcome record;
  record.path = "a.docx";
  record.type = "initial_assessment";
  record.timeliness = evaluation::Timeliness{"contact", "2010-03-18", "2010-04-01", 10, 9};
  Gathered gathered;
  gathered.take(record);
  const Limits limits = english();
  const Work& work = gathered.work.front();
  Judgement out = judge(work, limits.kind("initial_assessment"), limits, day("2010-04-01"));
  BOOST_TEST(name_of(out.standing) == std::string("late"));
  BOOST_TEST(out.limit == 9);
  BOOST_TEST((out.clock == Clock::referral));
  out = judge(work, limits.kind("initial_assessment"), limits, day("2010-03-31"));
  BOOST_TEST(name_of(out.standing) == std::string("open"));
  BOOST_TEST(out.days == 9);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace timeliness
