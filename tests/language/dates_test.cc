#include "language/dates.h"

#include "record.h"

namespace {

using language::Reach;

// "2010-03-03" for each date of the text against a record of 20 April 2010; "?" impossible, "~" where the day of the
// month isn't said, "^" where the year isn't, "w" for a week.
std::string dates_in(const std::string& text, Reach reach = Reach::before) {
  const lexicon::Scan scan = language_tests::shipped_lexicon().scan(text);
  const language::Day record_day = language::day_of(2010, 4, 20);
  std::string out;
  language::Day earlier = language::no_day;
  for (const language::WrittenDate& written : language::written_dates(text, scan)) {
    const language::Date date = language::resolved(written, record_day, earlier, reach);
    if (date.day != language::no_day) earlier = date.day;
    out += out.empty() ? "" : " ";
    out += date.impossible ? "?" : date.day == language::no_day ? "-" : language::iso_of(date.day);
    out += std::string(date.has_day ? "" : "~") + (date.has_year ? "" : "^") + (date.week ? "w" : "");
  }
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(dates)

BOOST_AUTO_TEST_CASE(written_in_many_ways) {
  for (const char* text :
       {"3 March 2010", "3rd of March 2010", "March 3rd 2010", "March 3, 2010", "03/03/10", "3.3.2010", "03-03-2010",
        "2010-03-03", "2010-03-03T10:15:00", "3 Mar 10", "Wednesday 3 March 2010"}) {
    BOOST_TEST(dates_in(text) == "2010-03-03", text << " is read as " << dates_in(text));
  }
}

BOOST_AUTO_TEST_CASE(written_in_words_and_as_notes_have_them) {
  for (const char* text :
       {"the third of March 2010", "third March 2010", "3-MAR-10", "Wednesday the third of March 2010"}) {
    BOOST_TEST(dates_in(text) == "2010-03-03", text << " is read as " << dates_in(text));
  }
  BOOST_TEST(dates_in("monday the eighth of march") == "2010-03-08^");
  BOOST_TEST(dates_in("rang wednesday tenth") == "2010-04-10^");
  BOOST_TEST(dates_in("came on the twenty-first of March") == "2010-03-21^");
  BOOST_TEST(dates_in("copy sent 4/2") == "2010-02-04^");
  BOOST_TEST(dates_in("told by phone, 2/4") == "2010-04-02^");
  BOOST_TEST(dates_in("Rang Mr Dunn 4/6 to say") == "2009-06-04^");
  BOOST_TEST(dates_in("discussed with Anne (ATM) 4/6, she") == "2009-06-04^");
  BOOST_TEST(dates_in("saw him 4/6 times and rang at 1/2 term").empty());
  for (const char* text :
       {"the second child of three", "first of all", "by the fifth visit", "a third of it", "scored 4/5"}) {
    BOOST_TEST(dates_in(text).empty(), text << " is read as " << dates_in(text));
  }
}

BOOST_AUTO_TEST_CASE(days_of_a_record_that_writes_them_so) {
  const std::string sure = "Rang 24/2, 13/3 and 28/1. ";
  BOOST_TEST(dates_in(sure + "PRJ 8/3") == "2010-02-24^ 2010-03-13^ 2010-01-28^ 2010-03-08^");
  BOOST_TEST(dates_in("PRJ 8/3").empty());
  for (const char* score : {"he is at 7/10", "4/5 of it", "kept 6/8 sessions", "1/2 term"})
    BOOST_TEST(dates_in(sure + score) == "2010-02-24^ 2010-03-13^ 2010-01-28^", score);
}

BOOST_AUTO_TEST_CASE(with_parts_left_out) {
  BOOST_TEST(dates_in("Thursday 10 March") == "2010-03-10^");
  BOOST_TEST(dates_in("10 June") == "2009-06-10^");
  BOOST_TEST(dates_in("10 June", Reach::ahead) == "2010-06-10^");
  BOOST_TEST(dates_in("w/c 5 May", Reach::ahead) == "2010-05-05^w");
  BOOST_TEST(dates_in("seen on the 16th at home") == "2010-04-16^");
  BOOST_TEST(dates_in("on 14 March and again on the 29th") == "2010-03-14^ 2010-03-29^");
  BOOST_TEST(dates_in("March 2010") == "2010-03-01~");
  BOOST_TEST(dates_in("closed in March") == "2010-03-01~^");
  BOOST_TEST(dates_in("14 and 15 March 2010") == "2010-03-14 2010-03-15");
  BOOST_TEST(dates_in("29-31 August") == "2009-08-29^ 2009-08-31^");
  BOOST_TEST(dates_in("Phone 20/04; email 02/02") == "2010-04-20^ 2010-02-02^");
  BOOST_TEST(dates_in("born 13/10/98") == "1998-10-13");
  BOOST_TEST(dates_in("24.03 home, seen 16.02") == "2010-03-24^ 2010-02-16^");
  BOOST_TEST(dates_in("He was seen on 23.09, 07.10 and 19.10.") == "2009-09-23^ 2009-10-07^ 2009-10-19^");
  BOOST_TEST(dates_in("Seen 2/3, 9/3 (with carer), 21/3.") == "2010-03-02^ 2010-03-09^ 2010-03-21^");
  // A record that tells its referral's day only goes on behind it.
  BOOST_TEST(dates_in("seen on 22 May", Reach::around) == "2010-05-22^");
  BOOST_TEST(dates_in("seen on 2 December", Reach::around) == "2009-12-02^");
  BOOST_TEST(dates_in("born 4 may 2005") == "2005-05-04");
}

BOOST_AUTO_TEST_CASE(impossible_ones_are_flagged) {
  for (const char* text : {"31/02/2010", "31 June 2009", "31/11/2008", "13/14/2010", "2010-13-01"}) {
    BOOST_TEST(dates_in(text).starts_with("?"), text << " is read as " << dates_in(text));
  }
}

BOOST_AUTO_TEST_CASE(what_only_looks_like_a_date) {
  for (const char* text : {"aged 14",        "at 9.25am",
                           "01632 960118",   "W/118402",
                           "scaled at 4/10", "home 4/10, school 7/10",
                           "20/40 scan",     "on the 25th centile",
                           "12 May Street",  "he may 3 times",
                           "the 3rd time",   "No. 4",
                           "84.2%",          "12.05 to 12.40",
                           "10.10 am",       "at 09.10",
                           "it cost 12.10",  "10.10 - 11.00",
                           "1 to 3 days",    "half 5"}) {
    BOOST_TEST(dates_in(text).empty(), text << " is read as " << dates_in(text));
  }
}

BOOST_AUTO_TEST_CASE(the_record_has_a_day_of_its_own) {
  document::Builder builder("test");
  language_tests::add_table(builder,
                            {{"Child's name", "Sam Okafor"},
                             {"Date of birth", "03/02/2004"},
                             {"Date of referral", "05/10/2009"},
                             {"Date assessment completed", "13/10/2009"},
                             {"Date of next review", "10/01/2010"}},
                            false);
  const language_tests::Record record(builder.take());
  BOOST_TEST(record.annotations.record_day == language::day_of(2009, 10, 13));
  BOOST_REQUIRE_EQUAL(record.annotations.people.size(), 1U);
  BOOST_TEST(record.annotations.people[0].born == language::day_of(2004, 2, 3));
}

BOOST_AUTO_TEST_SUITE_END()
