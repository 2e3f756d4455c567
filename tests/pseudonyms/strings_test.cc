#include <boost/test/unit_test.hpp>

#include "pseudonyms/pseudonymiser.h"

namespace {

// A record of the Wilson family; its text renamed.
evaluation::Outcome record(const std::string& text, const std::string& path = "a.txt") {
  evaluation::Outcome outcome;
  outcome.path = path;
  outcome.document.text = text;
  outcome.people = {
      {"subject_child", "Jack Wilson", {"jack wilson", "jack", "jacko"}, "", "", "male", "2012-05-03"},
      {"subject_child", "Grace Wilson", {"grace wilson", "grace"}, "", "", "female", ""},
      {"parent", "Sharon Wilson", {"sharon wilson", "sharon"}, "mother", "", "female", ""},
      {"parent", "Dean Wilson", {"dean wilson", "dean"}, "father", "", "male", ""},
      {"worker", "Bashir Khan", {"bashir khan", "bashir"}, "", "", "", ""},
      {"professional", "Mrs Orme", {"orme"}, "", "agency.school", "female", ""},
  };
  return outcome;
}

std::string renamed(const std::string& text) {
  pseudonyms::Pseudonymiser names;
  names.learn(record(text));
  names.settle();
  return names.renamed(record(text)).document.text;
}

struct Case {
  const char* text;
  const char* renamed;
};

void check(std::initializer_list<Case> cases) {
  for (const Case& one : cases) BOOST_TEST(renamed(one.text) == one.renamed);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(pseudonyms_strings)

BOOST_AUTO_TEST_CASE(people_are_labelled_however_they_are_written) {
  check({
      {"Jack told me that he doesn't like Jack's room.", "Child A told me that he doesn't like Child A's room."},
      {"I saw JACK WILSON and Jacko.", "I saw Child A and Child A."},
      {"WILSON, Jack", "Child A"},
      {"J. Wilson and B Khan signed.", "Child A and Worker 1 signed."},
      {"Mrs Wilson rang; Mr Wilson did not.", "Parent 1 rang; Parent 2 did not."},
      {"Mr and Mrs Wilson came.", "Parent 2 and Parent 1 came."},
      {"the Wilson family and the Wilsons", "the Family 1 family and the Family 1"},
      {"He met BK at home.", "He met Worker 1 at home."},
      {"Then sharon rang.", "Then Parent 1 rang."},
      {"Sharron said no.", "Parent 1 said no."},
      {"Sharon\u00A0Wilson", "Parent 1"},
  });
}

BOOST_AUTO_TEST_CASE(words_that_are_names_too_stay_where_they_are_words) {
  check({
      {"Grace said so. By the grace of God.", "Child B said so. By the grace of God."},
      {"Will this do? In May we mark it.", "Will this do? In May we mark it."},
      {"Mum has a Jack Russell.", "Mum has a Jack Russell."},
      {"CAMHS and Barnardo's know the Polish Muslim family.", "CAMHS and Barnardo's know the Polish Muslim family."},
      {"Child Protection Plan", "Child Protection Plan"},
  });
}

BOOST_AUTO_TEST_CASE(strangers_are_found_by_how_names_are_written) {
  check({
      {"Her friend Joyce Applegarth came, and Joyce stayed.", "Her friend Person 1 came, and Person 1 stayed."},
      {"I rang Dr Penhallow about it.", "I rang Professional 2 about it."},
      {"a man called Deacon", "a man called Person 1"},
      {"TJ told me so. I saw TJ.", "Person 1 told me so. I saw Person 1."},
      {"Uncle Mateusz rang.", "Uncle Relative 1 rang."},
      {"They moved to Saltby from Saltby.", "They moved to Place 1 from Place 1."},
  });
}

BOOST_AUTO_TEST_CASE(numbers_and_places_are_labelled_and_other_dates_stay) {
  check({
      {"Jack was born on 3 May 2012, seen 3 June 2020.", "Child A was born on [date of birth 1], seen 3 June 2020."},
      {"Tel 01632 960147 or (01632) 960147", "Tel [phone 1] or [phone 1]"},
      {"NHS number 943 476 5919", "NHS number [NHS number 1]"},
      {"UPN A801200001009, NI QQ123456C", "UPN [pupil number 1], NI QQ123456C"},  // no such letters are given out
      {"NI AB 12 34 56 C", "NI [insurance number 1]"},
      {"e-mail jack.wilson@example.org", "e-mail [e-mail 1]"},
      {"Lives at 12 High Street, Saltby SA1 2BC now.", "Lives at Address 1 now."},
      {"He attends Hillside Primary School.", "He attends School 1."},
      {"Case number: 204417", "Case number: [reference 1]"},
      {"He is 8 and weighs 24.5 kg.", "He is 8 and weighs 24.5 kg."},
  });
}

BOOST_AUTO_TEST_SUITE_END()
