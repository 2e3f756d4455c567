// The record's own dates, by label, column and sentence.
#include <boost/test/unit_test.hpp>

#include "facts/gathered.h"

namespace {

using facts_tests::Row;

// "referral-date 2016-03-02, completion-date blank", in the order of the record.
std::string dates(const std::string& text) {
  facts_tests::Gathered record("Child: Tom Reed\n" + text);
  std::string out;
  for (const facts::RecordDate& fact : record.facts.dates) {
    if (!out.empty()) out += ", ";
    out += std::string(facts_tests::words().field_name(fact.field)) + " " +
           (fact.impossible ? "impossible"
            : fact.blank    ? "blank"
                            : language::iso_of(fact.day));
  }
  return out.empty() ? "none" : out;
}

void check(std::initializer_list<Row> rows) {
  for (const Row& row : rows) BOOST_TEST(dates(row.record) == row.expected, row.record << " -> " << dates(row.record));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(facts_dates)

BOOST_AUTO_TEST_CASE(labels_name_dates) {
  check({{"Date of referral: 2 March 2016\nDate assessment completed:\n",
          "referral-date 2016-03-02, completion-date blank"},
         {"Referred: 2 March 2016\nEnded: 27 April 2016\n", "referral-date 2016-03-02, completion-date 2016-04-27"},
         {"Date of referral: 31/02/2016\n", "referral-date impossible"},
         {"Date of birth: 4 May 2009\n", "none"}});
}

BOOST_AUTO_TEST_CASE(sentences_and_messages_date_the_record) {
  check({{"It was begun on 7 February 2011 and I finished it on 25 March 2011.\n",
          "start-date 2011-02-07, completion-date 2011-03-25"},
         {"Ref in 14 May 2015, started 18 May 2015.\n", "referral-date 2015-05-14, start-date 2015-05-18"},
         {"Sent: 11 November 2022\n\nHello Tom,\n\nHis tutor phoned our front door on 15 September 2022.\n",
          "referral-date 2022-09-15, completion-date 2022-11-11"}});
}

BOOST_AUTO_TEST_CASE(referrers_date_the_referral) {
  check({{"Referred by: Mrs Bell, Elm Primary, 02/03/2016\nCompleted: 27/04/2016\n",
          "referral-date 2016-03-02, completion-date 2016-04-27"}});
}

BOOST_AUTO_TEST_CASE(plans_and_births_do_not_date_the_record) {
  check({{"Start date: 2 March 2016\n\n## Plan\n\n| Action | Who | Start date |\n| Homework club | School | 9 May 2016 "
          "|\n",
          "start-date 2016-03-02"},
         {"Written for Kay Marsh (born 14 February 2012) and her brother\n\nFinished 27 April 2016\n",
          "completion-date 2016-04-27"}});
}

BOOST_AUTO_TEST_CASE(other_records_dates_are_left_out) {
  check(
      {{"## Core Assessment Record\nDate initial assessment completed: 1 September 2010\n"
        "Date core assessment completed: 11 October 2010\n",
        "completion-date 2010-10-11"}});
}

BOOST_AUTO_TEST_CASE(sentences_date_what_no_label_does) {
  check(
      {{"\n## About this\nThe referral was received on 4 June 2018. This assessment was completed on 7 August 2018.\n",
        "referral-date 2018-06-04, completion-date 2018-08-07"}});
}

BOOST_AUTO_TEST_CASE(headings_name_the_date_below) {
  check({{"## Date and time of strategy discussion\n10/10/2016, 15:20, by telephone\n", "strategy-date 2016-10-10"},
         {"## Date of strategy discussion and who was there\nThe police came. On 10/10/2016 the police and the school "
          "and the nurse all spoke of what had been found on the Monday.\n",
          "none"}});
}

BOOST_AUTO_TEST_SUITE_END()
