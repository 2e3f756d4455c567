// Who is who: subject children from fields, tables, titles, letters and prose; the household; workers; professionals.
#include "language/roster.h"

#include "roster_record.h"

namespace {

using language_tests::add_heading;
using language_tests::add_table;
using language_tests::of_lines;
using language_tests::of_table;
using language_tests::Record;
using language_tests::role_of;
using language_tests::Rows;
using language_tests::subjects;

}  // namespace

BOOST_AUTO_TEST_SUITE(roster)

// A row "Child" that names nobody in it; the program fell over this.
BOOST_AUTO_TEST_CASE(row_of_a_child_may_name_nobody) {
  const Record nobody = of_table({{"What was looked at", "What was found"}, {"Child", "", "Only child."}}, true);
  BOOST_TEST(subjects(nobody) == "");
  const Record ada = of_table(
      {{"What was looked at", "What was found", "So what"},
       {"Child", "Ada Quill, dob 04/04/2006. Seen by the nurse (Dr Oakes).", "Only child. Father Ian Quill, abroad."}},
      true);
  BOOST_TEST(subjects(ada) == "Ada Quill");
}

BOOST_AUTO_TEST_CASE(children_in_a_row_each) {
  const Record record = of_table(
      {{"Name", "DOB", "School"}, {"Kay Marsh", "14/02/2002", "St Ann's"}, {"Lee Marsh", "03/07/2006", "-"}}, true);
  BOOST_TEST(subjects(record) == "Kay Marsh, Lee Marsh");
}

BOOST_AUTO_TEST_CASE(children_in_a_column_each) {
  const Record record = of_table({{"", "Child 1", "Child 2"},
                                  {"Name", "Kay Marsh", "Lee Marsh"},
                                  {"Date of birth", "14/02/2002", "03/07/2006"},
                                  {"Disability", "None", "None"},
                                  {"School", "Lea Bank Primary", "Lea Bank Primary"}},
                                 true);
  BOOST_TEST(subjects(record) == "Kay Marsh, Lee Marsh");
}

BOOST_AUTO_TEST_CASE(a_child_in_a_field) {
  for (const char* label :
       {"Name of child/young person", "Child's full name *", "Young person", "This assessment is about", "Child"}) {
    const Record record =
        of_table({{label, "Kay Marsh"}, {"Date of birth", "14/02/2002"}, {"Social worker", "Ian Torr"}}, false);
    BOOST_TEST(subjects(record) == "Kay Marsh", label << " gives " << subjects(record));
    BOOST_TEST(role_of(record, "Ian Torr") == "worker");
  }
}

BOOST_AUTO_TEST_CASE(names_the_other_way_round) {
  BOOST_TEST(subjects(of_lines({"MARSH Kay (F) 15 yrs", "She was seen at school on 3 May 2019."})) == "Kay Marsh");
  BOOST_TEST(subjects(of_table({{"Child", "MARSH, Kay"}, {"DOB", "14/02/2002"}}, false)) == "Kay Marsh");
}

BOOST_AUTO_TEST_CASE(first_lines_that_list_the_children_with_their_births) {
  for (const auto& [line, expected] : std::vector<std::pair<std::string, std::string>>{
           {"WHO: Kay 4.7.09, Lee 12.3.12. Parents Lee snr and Marie Marsh.", "Kay, Lee"},
           {"Concerning: Kay Marsh, date of birth 9 May 2011", "Kay Marsh"},
           {"In respect of Kay MARSH (dob 12/11/2009) and Lee MARSH (dob 1/2/2013)", "Kay Marsh, Lee Marsh"},
           {"Who are we talking about? Kay (4 Sept 2013) and Lee Marsh (17 March 2017).", "Kay Marsh, Lee Marsh"},
           {"Kay Marsh and Lee Marsh, twins, dob 2 November 2018.", "Kay Marsh, Lee Marsh"},
           {"Kay Marsh - 14/02/2012 - Lea Bank School", "Kay Marsh"},
           {"Bronbury Council | Our assessment of Kay Marsh (born 12 February 2008)", "Kay Marsh"},
           {"KAY MARSH F b. 30/11/2006 14 yrs", "Kay Marsh"},
           {"Kay Marsh, aged 6 (12/3/2013), lives with his mother Lucy Marsh, aged 28 (2/2/1991)", "Kay Marsh"},
           {"This is about Kay Marsh (born 12 May 2006) and her brother Lee Marsh (born 4 July 2012).",
            "Kay Marsh, Lee Marsh"},
           {"Who this is about: Kay Marsh, who is 6 (born 23 July 2012), and Lee Marsh, who is 9 (born 5 May 2009)",
            "Kay Marsh, Lee Marsh"},
           {"Name: Kay Marsh (f) dob 14/02/2012; Lee Marsh (m) dob 03/07/2016", "Kay Marsh, Lee Marsh"},
           {"Kay Marsh-Lane (born 14/02/2012)", "Kay Marsh-Lane"},
           {"Unborn Marsh, EDD 19/06/2015", "Unborn Marsh"}}) {
    const Record record =
        of_lines({"Single assessment", line, "The home was warm when the worker called on 3 May 2019.",
                  "It was warm on 5 May 2019 too."});
    BOOST_TEST(subjects(record) == expected, line << " gives " << subjects(record));
  }
}

BOOST_AUTO_TEST_CASE(a_birth_date_below_the_name) {
  BOOST_TEST(subjects(of_lines({"Adolescent team", "Kay MARSH", "15 (19/01/2010)", "Begun 3 March 2025"})) ==
             "Kay Marsh");
  BOOST_TEST(subjects(of_lines({"Assessment / Kay and Lee Marsh", "Born 7 February 2011 and 23 October 2012."})) ==
             "Kay Marsh, Lee Marsh");
}

BOOST_AUTO_TEST_CASE(who_is_listed_and_is_no_subject) {
  for (const char* line : {"Ivy Marsh dob 3/5/2008 (half-sister, lives with nan)", "Mother Jean Marsh DOB 1/2/1985",
                           "Jean Marsh, 1/2/1985", "Siblings: Ivy Marsh, 4/5/2008", "Worker: Ian Torr, 1/2/2019",
                           "Adults: Jean Marsh (1/2/1985)"}) {
    const Record record = of_lines({"Kay Marsh dob 14/02/2012", line, "Seen on 3 May 2019 and on 5 May 2019."});
    BOOST_TEST(subjects(record) == "Kay Marsh", line << " gives " << subjects(record));
  }
}

BOOST_AUTO_TEST_CASE(names_with_another_name_within) {
  for (const char* name : {"Thomas (Tom) Marsh", "Thomas \"Tom\" Marsh", "Thomas (known as Tom) Marsh"}) {
    const Record record = of_table({{"Child", name}, {"Date of birth", "14/02/2002"}}, false);
    BOOST_TEST(subjects(record) == name, name << " gives " << subjects(record));
  }
  for (const char* name : {"Thomas Marsh, known as Tom", "Thomas Marsh aka Tom", "Thomas Marsh — known as Tom",
                           "Thomas Marsh (likes to be called Tom)", "Thomas Marsh (Tom)"}) {
    const Record record = of_table({{"Child", name}, {"Date of birth", "14/02/2002"}}, false);
    BOOST_TEST(subjects(record) == "Thomas Marsh", name << " gives " << subjects(record));
  }
}

BOOST_AUTO_TEST_CASE(letters_and_prose) {
  BOOST_TEST(subjects(of_lines({"Dear Ellie-Mae,",
                                "I came to see you at your house and we drew a map of it together."})) == "Ellie-Mae");
  BOOST_TEST(subjects(of_lines({"Ashton is 15 and lives with his mum in a flat above the shop."})) == "Ashton");
}

BOOST_AUTO_TEST_CASE(children_in_lines_each) {
  const std::string more = "The home was warm and there was food in.";
  BOOST_TEST(subjects(of_lines({"Kay Marsh, born 14 February 2002", "Lee Marsh, born 3 July 2006", more})) ==
             "Kay Marsh, Lee Marsh");
  BOOST_TEST(subjects(of_lines({"Kay Marsh, girl, 14/02/2002", "Lee Marsh, boy, 03/07/2006", more})) ==
             "Kay Marsh, Lee Marsh");
  BOOST_TEST(subjects(of_lines({"Kay Marsh 14/02/2002", "Lee Marsh 03/07/2006", more})) == "Kay Marsh, Lee Marsh");
  BOOST_TEST(subjects(of_lines({"Kay Marsh (f) 14.2.02", "Father: Ian Marsh, 44, roofer.", more})) == "Kay Marsh");
  BOOST_TEST(subjects(of_lines({"Babies: Kay Marsh and Lee Marsh, twins, born 2 April 2023 at 35 weeks", more})) ==
             "Kay Marsh, Lee Marsh");
}

BOOST_AUTO_TEST_CASE(a_surname_for_several) {
  BOOST_TEST(subjects(of_lines({"Dear Kay and Lee Marsh,", "I came to see you at your house and we drew a map."})) ==
             "Kay Marsh, Lee Marsh");
  BOOST_TEST(subjects(of_lines({"MARSH family - single assessment", "Children: Kay 12/04/2004, Lee 30/10/2007",
                                "Kay was out when I came."})) == "Kay Marsh, Lee Marsh");
  BOOST_TEST(subjects(of_table({{"Subject(s)", "Kay Marsh Lee Marsh", "dob 30/01/2000 dob 12/12/2003"},
                                {"Address", "41 Corporation Flats", ""}},
                               false)) == "Kay Marsh, Lee Marsh");
}

BOOST_AUTO_TEST_CASE(a_surname_that_a_cell_of_its_own_asks_for) {
  const Record record = of_table(
      {{"Child's surname", "MARSH", "Forename(s)", "Kay Ann"}, {"Date of birth", "14/02/2002", "Gender", "F"}}, false);
  BOOST_TEST(subjects(record) == "Kay Ann Marsh");
}

BOOST_AUTO_TEST_CASE(a_child_called_by_the_first_of_two_forenames) {
  document::Builder builder("test");
  add_heading(builder, "Assessment record");
  add_table(builder, {{"Surname", "MARSH", "Forename(s)", "Kay Ann"}, {"Date of birth", "14/02/2002", "Gender", "F"}},
            false);
  add_heading(builder, "Sources");
  add_table(builder, {{"Name", "Relationship", "Date"}, {"Jo Marsh", "Mother", "3 May"}, {"Kay", "subject", "4 May"}},
            true);
  BOOST_TEST(subjects(Record(builder.take())) == "Kay Ann Marsh");
}

BOOST_AUTO_TEST_CASE(children_in_cells_that_label_themselves) {
  BOOST_TEST(subjects(of_table({{"Single assessment", "Tarn Council"},
                                {"Young person: Kay Marsh\nDate of birth: 11/09/1997\nReligion: none",
                                 "Referral: 03/03/2014\nSocial worker: Joan Frost"}},
                               false)) == "Kay Marsh");
  BOOST_TEST(subjects(of_table({{"Children: Kay Marsh 08/05/2008, Lee Marsh 22/11/2010",
                                 "Carer: Ian Marsh (father, sole carer)", "Completed: 31/10/2018"}},
                               false)) == "Kay Marsh, Lee Marsh");
  BOOST_TEST(subjects(of_table({{"1.1", "Name of children", "Kay Marsh, Lee Marsh"},
                                {"1.2", "Dates of birth", "30.08.2000 / 17.01.2004"},
                                {"1.3", "Address", "41 Foundry Row"}},
                               false)) == "Kay Marsh, Lee Marsh");
  BOOST_TEST(subjects(of_table({{"Subject", "Born", "Sex", "School"},
                                {"Kay Marsh", "17.02.01", "F", "None at present"},
                                {"Lee Marsh", "30.08.02", "M", "None at present"}},
                               true)) == "Kay Marsh, Lee Marsh");
}

BOOST_AUTO_TEST_CASE(a_father_of_the_same_name) {
  const Record record = of_lines({"Children: Patrick Marsh 12/04/2004", "Parents: Jo Marsh, Patrick Marsh snr",
                                  "Patrick snr does tarmac. Patrick was out."});
  BOOST_TEST(subjects(record) == "Patrick Marsh");
  BOOST_TEST(role_of(record, "Patrick Marsh snr") == "parent");
}

BOOST_AUTO_TEST_CASE(siblings_who_are_no_subjects) {
  const Record record =
      of_table({{"Young person", "Ashton Delan"},
                {"DOB", "28.01.2005"},
                {"At home", "Mum (Lea Delan). Sister Kayla (6) is the subject of a separate assessment"}},
               false);
  BOOST_TEST(subjects(record) == "Ashton Delan");
  BOOST_TEST(role_of(record, "Kayla") == "sibling");
  BOOST_TEST(role_of(record, "Lea Delan") == "parent");
}

BOOST_AUTO_TEST_CASE(an_unborn_child) {
  const Record record = of_table(
      {{"Name *", "Unborn Pett"}, {"Expected date of delivery", "19/05/2019"}, {"Ethnicity", "White British"}}, false);
  BOOST_TEST(subjects(record) == "Unborn Pett");
  const Record mothers = of_table({{"Unborn baby of", "Lorna Pett"}, {"EDD", "09/08/2021"}}, false);
  BOOST_TEST(subjects(mothers) == "Unborn baby of Lorna Pett");
  BOOST_TEST(role_of(mothers, "Lorna Pett") == "parent");
}

BOOST_AUTO_TEST_CASE(the_household_by_its_relations) {
  const Record record = of_table({{"Name", "Relationship"},
                                  {"Jo Marsh", "Mother"},
                                  {"Carl Ibb", "Father of both"},
                                  {"Pauline Marsh", "MGM"},
                                  {"Stu Kerr", "Mother's partner"},
                                  {"Abi Rowe", "health visitor"}},
                                 true);
  BOOST_TEST(role_of(record, "Jo Marsh") == "parent");
  BOOST_TEST(role_of(record, "Carl Ibb") == "parent");
  BOOST_TEST(role_of(record, "Pauline Marsh") == "relative");
  BOOST_TEST(role_of(record, "Stu Kerr") == "relative");
  BOOST_TEST(role_of(record, "Abi Rowe") == "professional");
}

BOOST_AUTO_TEST_CASE(people_whom_prose_introduces) {
  const Record record =
      of_lines({"Kay is 9 and lives with her mum, Natalie Gaunt.", "I rang Mr Dunstan, learning mentor, on 3 May 2019.",
                "Her brothers Tariq (17) and Imran (14) were out."});
  BOOST_TEST(role_of(record, "Natalie Gaunt") == "parent");
  BOOST_TEST(role_of(record, "Mr Dunstan") == "professional");
  BOOST_TEST(role_of(record, "Tariq") == "sibling");
  BOOST_TEST(role_of(record, "Imran") == "sibling");
}

BOOST_AUTO_TEST_CASE(people_whom_a_sentence_names) {
  const Record record =
      of_lines({"Kay is 9.", "Mum is Natalie Gaunt. Dad's name is Wayne Cole. Her teacher is Mr Dunstan."});
  BOOST_TEST(role_of(record, "Natalie Gaunt") == "parent");
  BOOST_TEST(role_of(record, "Wayne Cole") == "parent");
  BOOST_TEST(role_of(record, "Mr Dunstan") == "professional");
}

BOOST_AUTO_TEST_CASE(titles_and_letters_name_children) {
  BOOST_TEST(subjects(of_lines({"Core assessment: Hamza Iqbal", "Hamza came back after the summer with a bruise."})) ==
             "Hamza Iqbal");
  BOOST_TEST(subjects(of_lines({"Ms Tina Moss, 4 Elm Road", "Dear Tina", "Assessment of Jake",
                                "I saw Jake at school and he showed me his den."})) == "Jake Moss");
}

BOOST_AUTO_TEST_CASE(bodies_are_no_persons) {
  const Record record = of_table({{"Agency", "Person", "Information"},
                                  {"St Hilda's Primary", "Mrs T Kilb, learning mentor",
                                   "She is a year behind in her reading and has a group for it."}},
                                 true);
  BOOST_TEST(role_of(record, "St Hilda") == "nobody");
  BOOST_TEST(role_of(record, "Mrs T Kilb") == "professional");
}

BOOST_AUTO_TEST_CASE(children_counted_before_they_are_named) {
  BOOST_TEST(subjects(of_lines({"Who is this CAF about? Two children, Kay Marsh (11) and her brother Lee Marsh (7)",
                                "Ethnicity: not recorded"})) == "Kay Marsh, Lee Marsh");
}

BOOST_AUTO_TEST_CASE(children_with_surnames_first_in_one_cell) {
  const Record record =
      of_table({{"Name", "Marsh, Kay Marsh, Lee Marsh, Ivy", "DOB 19.07.1998 DOB 02.03.2001 DOB 25.11.2004"},
                {"Address", "6 Kiln Lane", ""}},
               false);
  BOOST_TEST(subjects(record) == "Kay Marsh, Lee Marsh, Ivy Marsh");
}

BOOST_AUTO_TEST_CASE(children_named_behind_the_records_title) {
  BOOST_TEST(subjects(of_lines({"Lea Council: closing form. Re: MARSH, Kay (13) and MARSH, Noa (10)",
                                "Mum (Sian Marsh) and step-dad (Lee) live there."})) == "Kay Marsh, Noa Marsh");
}

BOOST_AUTO_TEST_CASE(child_whose_surname_is_a_body_too) {
  BOOST_TEST(subjects(of_lines({"Young person: James (Jimmy) Ward, born 02/12/2004"})) == "James (Jimmy) Ward");
  BOOST_TEST(subjects(of_lines({"Child: Amy Ward, born 02/12/2004"})) == "Amy Ward");
}

BOOST_AUTO_TEST_CASE(answers_about_a_child_name_no_subject) {
  const Record record = of_lines(
      {"Child: Kay Marsh, born 02/12/2004", "Child's lived experience: Lee told me that Kay is never off the Xbox."});
  BOOST_TEST(subjects(record) == "Kay Marsh");
}

BOOST_AUTO_TEST_CASE(letter_that_names_its_own_kind) {
  BOOST_TEST(subjects(of_lines({"Dear Kay", "This letter is your Child and Family Assessment. You are 15.",
                                "Your mum has a copy."})) == "Kay");
}

BOOST_AUTO_TEST_CASE(letter_that_says_hello) {
  const Record record =
      of_lines({"Lea Children and Families", "Hello Kay,", "I wrote this for you and your mum has a copy."});
  BOOST_TEST(subjects(record) == "Kay");
  BOOST_TEST(subjects(of_lines({"From: Rob Gates", "To: Ann Fox", "Hi Sanj", "The system is down again."})) != "Sanj");
}

BOOST_AUTO_TEST_CASE(messages_whose_subject_is_a_child) {
  const Record record = of_lines({"From: Ann Fox", "Sent: 3 May 2016", "To: Femi Ade",
                                  "Subject: RE: Kay Marsh 08/11/2003 - assessment due", "Kay lives with her dad."});
  BOOST_TEST(subjects(record) == "Kay Marsh");
}

BOOST_AUTO_TEST_CASE(messages_have_a_subject_that_is_no_child) {
  const Record record = of_lines({"From: Ann Fox", "Sent: 3 May 2012", "To: Femi Ade", "Subject: Bleak House visit",
                                  "Kay Marsh, born 02/12/2004, was seen today."});
  BOOST_TEST(subjects(record) == "Kay Marsh");
}

BOOST_AUTO_TEST_CASE(illness_is_no_title) {
  const Record record = of_lines({"Child: Kay Marsh, born 02/12/2004", "Mum has MS. She now uses a wheelchair."});
  BOOST_TEST(role_of(record, "MS. She") == "nobody");
}

BOOST_AUTO_TEST_CASE(headings_are_no_people) {
  const Record record =
      of_lines({"Child: Kay Marsh, born 02/12/2004", "Mum: Positives: warm. Reason: none. Act: none."});
  BOOST_TEST(role_of(record, "Positives") == "nobody");
  BOOST_TEST(role_of(record, "Reason") == "nobody");
}

// Notes call children by a letter and their writer by two: whom the letter names, and what letters are nobody's.
BOOST_AUTO_TEST_CASE(people_called_by_initials) {
  const auto initials = [](const std::vector<std::string>& notes) {
    std::vector<std::string> lines = {"Children: Reece Marsh, 11, and Jade Marsh, 7", "Social worker: Tom Sykes"};
    lines.insert(lines.end(), notes.begin(), notes.end());
    const Record record = of_lines(lines);
    std::string out;
    for (const language::Mention& mention : record.annotations.mentions) {
      const std::string text = record.text_of(mention.at);
      if (text.size() > 2 || mention.who == language::nobody || mention.pronoun) continue;
      out += text + "=" + record.annotations.people[static_cast<std::size_t>(mention.who)].name + ";";
    }
    return out;
  };
  BOOST_TEST(initials({"18/4 R at school. R + J seen by TS at home. J cried."}) ==
             "R=Reece Marsh;R=Reece Marsh;J=Jade Marsh;TS=Tom Sykes;J=Jade Marsh;");
  BOOST_TEST(initials({"J hides R's shoes. R shouts at J."}) ==
             "J=Jade Marsh;R=Reece Marsh;R=Reece Marsh;J=Jade Marsh;");
  BOOST_TEST(initials({"Jade is in Year R. Plan R. Class R went to M&S. R. Holt and J. Smith rang."}) == "");
  BOOST_TEST(initials({"The R stands for rain."}) == "");  // once, and nothing says that it is a name
  // Two letters of a child's, as long as nobody else's name begins with them.
  BOOST_TEST(initials({"RM seen at school. RM said that he is fine."}) == "RM=Reece Marsh;RM=Reece Marsh;");
  BOOST_TEST(initials({"RM seen once. JM was out."}) == "");
  BOOST_TEST(initials({"RM seen at school. Rita Moss, GP, rang. RM said that he is fine."}) == "GP=Rita Moss;");
}

BOOST_AUTO_TEST_CASE(a_label_that_ends_the_record) {
  const Record record = of_lines({"Children: Reece, 11, and Jade, 7", "Their surname:"});
  BOOST_TEST(record.annotations.subjects.size() == 2u);
}

// "A" before a verb is a child's letter, before a noun the article.
BOOST_AUTO_TEST_CASE(a_child_called_a) {
  const Record record = of_lines({"Children: Reece Marsh, 11, and Abbie Marsh, 7", "R and A were on together.",
                                  "A told me about the hens. A visit was cancelled."});
  std::string out;
  for (const language::Mention& mention : record.annotations.mentions) {
    if (record.text_of(mention.at) == "A")
      out += record.annotations.people[static_cast<std::size_t>(mention.who)].name + ";";
  }
  BOOST_TEST(out == "Abbie Marsh;Abbie Marsh;");
}

BOOST_AUTO_TEST_CASE(initial_of_a_titled_surname) {
  const Record record = of_lines(
      {"Child: Kay Marsh, born 02/12/2004", "I met Mrs Garrick on 3 May 2012. Mrs G says that she rents the flat."});
  std::string ladies;
  for (const language::Entity& entity : record.annotations.people) {
    if (entity.name.starts_with("Mrs")) ladies += entity.name + ";";
  }
  BOOST_TEST(ladies == "Mrs Garrick;");
}

BOOST_AUTO_TEST_CASE(pronouns_find_their_people) {
  const Record record = language_tests::cast_record(
      "prose", "", "Dana was tired. She had been up since five with Lily. Mike said he would help.");
  std::string found;
  for (const language::Mention& mention : record.annotations.mentions) {
    if (mention.pronoun && mention.who != language::nobody) {
      found += record.text_of(mention.at) + "=" +
               record.annotations.people[static_cast<std::size_t>(mention.who)].name + " ";
    }
  }
  BOOST_TEST(found == "She=Dana Okafor he=Mike Reed ");
}

// A first name that girls nearly always bear tells whom "she" means before a mother who was only there.
BOOST_AUTO_TEST_CASE(pronouns_go_by_first_names) {
  const Record record = of_lines({"Child: Ellie Marsh, 4 years", "I saw Ellie with her mum. She brought me her doll."});
  std::string found;
  for (const language::Mention& mention : record.annotations.mentions) {
    if (mention.pronoun && record.text_of(mention.at) == "She" && mention.who != language::nobody)
      found = record.annotations.people[static_cast<std::size_t>(mention.who)].name;
  }
  BOOST_TEST(found == "Ellie Marsh");
}

// Who was only with somebody isn't whom the rest of the sentence is about.
BOOST_AUTO_TEST_CASE(pronouns_pass_over_company) {
  const auto meant = [](const std::string& sentence) {
    const Record record =
        of_lines({"Child: Ellie Marsh, 4 years", "Father: Lee Marsh", "Brother: Tom Marsh", sentence});
    std::string found;
    for (const language::Mention& mention : record.annotations.mentions) {
      const std::string text = record.text_of(mention.at);
      if (mention.pronoun && !mention.possessive && (text == "she" || text == "he") && mention.who != language::nobody)
        found = record.annotations.people[static_cast<std::size_t>(mention.who)].name;
    }
    return found;
  };
  BOOST_TEST(meant("I saw Ellie with her mum, because she is four.") == "Ellie Marsh");
  BOOST_TEST(meant("I met Tom with his dad, as he would not let go of the coat.") == "Tom Marsh");
  BOOST_TEST(meant("I spoke with Lee and he said no.") == "Lee Marsh");
}

BOOST_AUTO_TEST_CASE(one_line_of_json_for_each_person) {
  const Record record = language_tests::cast_record("prose", "", "Sam was seen.");
  const std::string lines = language::people_jsonl(record.annotations);
  BOOST_TEST(lines.find("{\"role\":\"subject_child\",\"name\":\"Sam Okafor\",\"aliases\":[\"sam okafor\",\"sam\"]") ==
             0U);
  BOOST_TEST(static_cast<std::size_t>(std::count(lines.begin(), lines.end(), '\n')) ==
             record.annotations.people.size());
}

BOOST_AUTO_TEST_CASE(names_in_a_record_without_capitals) {
  const std::string rest =
      "went out on tuesday with tracey from duty and mum let us in. zara was on the settee in her uniform and it was "
      "gone ten. she said she had a tummy ache and then she said she hadnt really. mum said the bus pass ran out on "
      "friday and she gets paid on thursday so there we are. dr quennell has seen the baby twice for her chest";
  const Record small = of_lines(
      {"initial assessment", "re zara holt 4 5 06 and the little one ellie-mae holt 1 2 10, 6 mill lane", rest});
  BOOST_TEST(subjects(small) == "zara holt, ellie-mae holt");
  BOOST_TEST(role_of(small, "dr quennell") == "professional");
}

BOOST_AUTO_TEST_CASE(brothers_and_sisters_whom_the_record_adds) {
  const Rows rows = {
      {"Name", "DOB", "Relationship"}, {"Kay Marsh", "03/05/2006", "Subject"}, {"Lee Marsh", "03/05/2008", "Brother"}};
  const auto with = [&](const std::string& note) {
    document::Builder builder("test");
    add_heading(builder, "Assessment record");
    add_table(builder, rows, true);
    builder.add(document::BlockKind::paragraph, note);
    return subjects(Record(builder.take()));
  };
  BOOST_TEST(with("No form of his own was opened for Lee, he is to be added to this one.") == "Kay Marsh, Lee Marsh");
  BOOST_TEST(with("Lee is not included in this assessment.") == "Kay Marsh");
  BOOST_TEST(with("Lee goes to the same school.") == "Kay Marsh");
}

BOOST_AUTO_TEST_CASE(a_title_and_a_letter_for_whose_surname_begins_so) {
  const Rows rows = {
      {"Name", "DOB", "Relationship"}, {"Kay Marsh", "03/05/2006", "Subject"}, {"Lee Wardle", "03/05/1978", "Father"}};
  const auto with = [&](const std::string& note) {
    document::Builder builder("test");
    add_heading(builder, "Assessment record");
    add_table(builder, rows, true);
    builder.add(document::BlockKind::paragraph, note);
    return Record(builder.take());
  };
  BOOST_TEST(role_of(with("Mr W said that he works nights."), "Mr W") == "nobody");
  BOOST_TEST(role_of(with("Mrs W said that she works nights."), "Mrs W") == "unknown");
}

BOOST_AUTO_TEST_CASE(words_beside_a_body_that_are_no_people) {
  const Record record = of_lines({"Child: Kay Marsh", "Immunisations - preschool booster outstanding.",
                                  "Police Telford confirm it. A place at college ESOL.",
                                  "HV (Pat Ingamells) has not seen her. School nurse Jude weighed her."});
  for (const char* word : {"Immunisations", "Telford", "Esol", "ESOL"})
    BOOST_TEST(role_of(record, word) == "nobody", word);
  BOOST_TEST(role_of(record, "Pat Ingamells") == "professional");
  BOOST_TEST(role_of(record, "Jude") == "professional");
}

BOOST_AUTO_TEST_CASE(father_and_son_of_nearly_one_name) {
  const Record record = of_table({{"Name", "DOB", "Relationship"},
                                  {"John Paul Marsh", "01/02/1980", "Father"},
                                  {"John Marsh", "03/05/2006", "Subject"}},
                                 true);
  BOOST_TEST(subjects(record) == "John Marsh");
  BOOST_TEST(role_of(record, "John Paul Marsh") == "parent");
}

BOOST_AUTO_TEST_CASE(a_pronoun_behind_a_possessive_tells_nothing_of_the_owner) {
  const Record record =
      of_lines({"Children: Odo Varga (2 September 2010), Iriel Varga (30 January 2014)",
                "Odo told me that he holds Iriel's ears. He would like a den.", "Iriel I saw by herself on 3 May."});
  for (const language::Entity& entity : record.annotations.people) {
    if (entity.name.starts_with("Iriel")) BOOST_TEST((entity.gender == language::Gender::female));
  }
}

BOOST_AUTO_TEST_CASE(a_column_and_a_line_for_the_child) {
  document::Builder builder("test");
  add_heading(builder, "Assessment of Kay Marsh");
  builder.add(document::BlockKind::paragraph, "Child: Kay Marsh, female");
  builder.add(document::BlockKind::paragraph, "Father: Ian Marsh");
  add_table(builder,
            {{"Area", "What we know", "What Kay says or shows"},
             {"Nights", "Mr Marsh works from two until ten.", "\"I count the lorries.\" She is awake at six."}});
  const Record record(builder.take());
  const language::Statement& last = record.annotations.statements[record.annotations.sentences.back().statement_begin];
  BOOST_TEST((last.source == language::Source::child));
  BOOST_TEST((last.about == language::About::child));
}

BOOST_AUTO_TEST_SUITE_END()
