// Children whom a record's head names in few words: letters, ages, families, words for several, mothers' names.
#include "language/roster.h"
#include "roster_record.h"

namespace {

using language_tests::of_lines;
using language_tests::of_table;
using language_tests::Record;
using language_tests::role_of;
using language_tests::subjects;

using Cases = std::vector<std::pair<std::vector<std::string>, std::string>>;

void expect(const Cases& cases) {
  for (const auto& [lines, expected] : cases) {
    const std::string found = subjects(of_lines(lines));
    BOOST_TEST(found == expected, lines.front() << " / " << lines.back() << " gives " << found);
  }
}

// What a field for the child's name is answered with.
std::string answered(const std::string& name) {
  return subjects(of_table({{"Child's name", name}, {"Date of birth", "14/02/2012"}, {"Worker", "Ian Torr"}}, false));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(roster_lists)

BOOST_AUTO_TEST_CASE(letters_with_what_brackets_tell_of_them) {
  expect({{{"Single assessment", "K (girl, 03.04.2006), B (boy, 5.6.2010), N (boy, 07.08.2014)", "Seen 02.03.2017."},
           "K, B, N"},
          {{"Single assessment", "KM (12), LM (9) and ZM (4)", "They were seen at home."}, "KM, LM, ZM"},
          {{"Single assessment", "Re: K. (boy, 12) and L. (girl, 8)", "They were seen at home."}, "K, L"},
          {{"Who is who", "K, girl, 12.05.2005", "B, boy, 30.09.2008", "They were seen on 4/5/2017."}, "K, B"},
          {{"Single assessment", "Brothers: K (7), L (5)", "They were seen at home."}, ""},
          {{"Single assessment", "Room K (ground floor), L", "They were seen at home."}, ""}});
}

BOOST_AUTO_TEST_CASE(lines_that_a_name_and_an_age_fill) {
  expect({{{"Who is who", "Ann Marsh (31) mother", "Ellie 11", "Lee 8", "Baby Zoe 10 months", "Ellie and Lee came in."},
           "Ellie, Lee, Baby Zoe"},
          {{"Notes", "Visit 1", "Visit 2", "A visit was made."}, ""},
          {{"Notes", "Level 3", "Stage 2", "The stage was high."}, ""}});
}

BOOST_AUTO_TEST_CASE(a_child_who_is_called_by_letters) {
  const Record record = of_table({{"Children", "K.T.; L.T."}, {"DOB", "11.06.2012"}, {"Mother", "Kelly T, 29"}}, false);
  BOOST_TEST(subjects(record) == "K.T., L.T.");
}

BOOST_AUTO_TEST_CASE(names_behind_a_word_for_several) {
  expect({{{"Single assessment", "Boys Kit Marsh and Lee Marsh", "They were seen at home."}, "Kit Marsh, Lee Marsh"},
          {{"Single assessment", "The girls Kay Marsh and Zoe Moss", "They were seen."}, "Kay Marsh, Zoe Moss"},
          {{"Single assessment", "Boys Kit Marsh and Lee Marsh dates of birth overleaf", "Seen."},
           "Kit Marsh, Lee Marsh"}});
}

BOOST_AUTO_TEST_CASE(families_before_first_names) {
  for (const auto& [name, expected] : std::vector<std::pair<std::string, std::string>>{
           {"Marsh, Zoe / Kelly-Ann / Lee", "Zoe Marsh, Kelly-Ann Marsh, Lee Marsh"},
           {"Twins MARSH - Kit & Lee", "Kit Marsh, Lee Marsh"},
           {"MARSH - Kit, Kay and Lee", "Kit Marsh, Kay Marsh, Lee Marsh"},
           {"Marsh twins: Kit and Lee", "Kit Marsh, Lee Marsh"},
           {"MARSH family: Kit (9), Lee (7)", "Kit Marsh, Lee Marsh"}}) {
    BOOST_TEST(answered(name) == expected, name << " gives " << answered(name));
  }
  expect({{{"About: Kay (12) and Lee (8) Moreno Vidal", "Born 3 May 2010, 4 June 2014"},
           "Kay Moreno Vidal, Lee Moreno Vidal"},
          {{"Family: DE LA MARE MARSH", "Child 1: Kay", "Child 2: Lee", "They were seen at home."},
           "Kay De La Mare Marsh, Lee De La Mare Marsh"}});
}

BOOST_AUTO_TEST_CASE(children_called_by_their_mothers_name) {
  for (const auto& [label, expected] :
       std::vector<std::pair<std::string, std::string>>{{"Baby of", "Baby of Jo Marsh"},
                                                        {"Unborn of:", "Unborn of Jo Marsh"},
                                                        {"Unborn baby of", "Unborn baby of Jo Marsh"}}) {
    const Record record = of_table({{label, "Jo Marsh (dob 6.2.1995)"}, {"Expected", "2.9.2013"}}, false);
    BOOST_TEST(subjects(record) == expected, label << " gives " << subjects(record));
    BOOST_TEST(role_of(record, "Jo Marsh") == "parent");
  }
}

BOOST_AUTO_TEST_CASE(babies_without_a_name_of_their_own) {
  expect({{{"SINGLE ASSESSMENT (UNBORN)", "Baby MARSH (unborn) EDD 11/08/2017", "Mum: Jo Moss"}, "Baby Marsh"},
          {{"Single assessment", "Baby Girl Marsh, b. approx 02:00 on 09/10/2024", "She is well."}, "Baby Girl Marsh"},
          {{"Pre-birth", "Baby MARSH-MOSS", "EDD 2nd week of August", "Referral from the midwife."}, "Baby Marsh-Moss"},
          {{"PRE-BIRTH ASSESSMENT (UNBORN)", "The midwife rang."}, "Unborn"}});
}

BOOST_AUTO_TEST_CASE(names_that_are_other_words_too) {
  for (const auto& [name, expected] :
       std::vector<std::pair<std::string, std::string>>{{"Deacon MARSH", "Deacon Marsh"},
                                                        {"Deacon (9) and Kay Marsh (4)", "Deacon Marsh, Kay Marsh"},
                                                        {"MARSH, Kofi Junior", "Kofi Junior Marsh"},
                                                        {"Kay (Kit) Yip", "Kay (Kit) Yip"},
                                                        {"Kay Haf Marsh", "Kay Haf Marsh"},
                                                        {"Jan Marsh", "Jan Marsh"},
                                                        {"Kit (birth name on the system Katherine) Marsh", "Kit Marsh"},
                                                        {"Žofie Marsh", "Žofie Marsh"},
                                                        {"Šárka and Łucja Marsh", "Šárka Marsh, Łucja Marsh"},
                                                        {"Ọlá Marsh", "Ọlá Marsh"}}) {
    BOOST_TEST(answered(name) == expected, name << " gives " << answered(name));
  }
}

BOOST_AUTO_TEST_CASE(what_a_form_prints_beside_the_child_is_nobody) {
  expect({{{"CORE ASSESSMENT", "1. CHILD Kay Marsh F DOB 11/04/1998 (12)",
            "2. DATES Started 07/06/2010 Completed 23/07/2010", "She was seen."},
           "Kay Marsh"},
          {{"Child 1: Kay Marsh", "Child 2: Lee", "Seen", "School", "Lee Y4 is well."}, "Kay Marsh, Lee"}});
}

BOOST_AUTO_TEST_CASE(linked_brothers_and_sisters_with_birth_dates) {
  expect({{{"Name: Kay Marsh", "DOB: 22/05/2006", "Siblings (linked): Lee Marsh 11/12/2008"}, "Kay Marsh, Lee Marsh"},
          {{"Name: Kay Marsh", "DOB: 22/05/2006", "Siblings: Lee Marsh 11/12/2008"}, "Kay Marsh"}});
}

BOOST_AUTO_TEST_SUITE_END()
