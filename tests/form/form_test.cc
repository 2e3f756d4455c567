// What forms ask and what was answered, by line and by table: small documents to dumps.
#include "form/form.h"

#include <boost/test/unit_test.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "document/builder.h"
#include "form/form_lexicon.h"

using document::BlockKind;

namespace {

struct Case {
  const char* input;     // lines: "# heading", "/ italic", "** bold", "- list item", else a paragraph
  const char* expected;  // dump
};

document::Document document_of(std::string_view lines) {
  document::Builder builder("test");
  while (!lines.empty()) {
    std::size_t end = lines.find('\n');
    std::string_view line = lines.substr(0, end);
    lines = end == std::string_view::npos ? std::string_view() : lines.substr(end + 1);
    document::Style style;
    if (line.starts_with("# ")) {
      style.level = 2;
      builder.add(BlockKind::heading, line.substr(2), style);
    } else if (line.starts_with("/ ")) {
      style.italic = true;
      builder.add(BlockKind::paragraph, line.substr(2), style);
    } else if (line.starts_with("** ")) {
      style.bold = true;
      builder.add(BlockKind::paragraph, line.substr(3), style);
    } else if (line.starts_with("- ")) {
      style.level = 1;
      builder.add(BlockKind::list_item, line.substr(2), style);
    } else {
      builder.add(BlockKind::paragraph, line, style);
    }
  }
  return builder.take();
}

std::string dumped(const document::Document& document) {
  return form::dump(form::read(document, form_tests::form_lexicon()), document, form_tests::form_lexicon());
}

void check(const std::vector<Case>& cases) {
  for (const Case& c : cases) BOOST_TEST(dumped(document_of(c.input)) == c.expected);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(form)

BOOST_AUTO_TEST_CASE(lexicon_form_examples_all_hold) {
  for (const base::Error& failed : form_tests::form_lexicon().failed_examples()) BOOST_ERROR(failed.one_line());
  BOOST_TEST(form_tests::form_lexicon().example_count() > 200u);
}

BOOST_AUTO_TEST_CASE(fields_inside_a_paragraph_are_told_apart) {
  check({
      {"Date referral received: 10/04/2017. Date assessment completed: 22/06/2017. Social worker: Ann Oake.",
       "field =referral-date [Date referral received:] -> [10/04/2017.]\n"
       "field =completion-date [Date assessment completed:] -> [22/06/2017.]\n"
       "field =worker [Social worker:] -> [Ann Oake.]\n"},
      {"Name: Ada Lock DOB: 14/02/2002 Gender: F",
       "field =name [Name:] -> [Ada Lock]\nfield =date-of-birth [DOB:] -> [14/02/2002]\nfield =gender [Gender:] -> "
       "[F]\n"},
      {"Religion: N/K", "field =religion blank [Religion:] -> [N/K]\n"},
      {"Date of referral 12/03/2019", "field =referral-date [Date of referral] -> [12/03/2019]\n"},
      {"Case number:\n55812", "field =case-number [Case number:] -> [55812]\n"},
  });
}

BOOST_AUTO_TEST_CASE(colons_in_prose_make_no_fields) {
  check({
      {"Toys were seen: a garage, bricks and a kitchen in the yard.",
       "prose [Toys were seen: a garage, bricks and a kitchen in the yard.]\n"},
      {"School: no concerns were raised about him.", "prose [School: no concerns were raised about him.]\n"},
      {"5 September: came home with one trainer and would not say why.",
       "prose [5 September: came home with one trainer and would not say why.]\n"},
      {"\"Name: nobody\", he wrote on the card.", "prose [\"Name: nobody\", he wrote on the card.]\n"},
  });
}

BOOST_AUTO_TEST_CASE(guidance_is_told_from_what_somebody_wrote) {
  check({
      {"# Child's views\nDescribe the child's wishes and feelings.\nHe told me that he hates the stairs.",
       "heading {views} [Child's views]\nhelp {views} [Describe the child's wishes and feelings.]\n"
       "prose {views} [He told me that he hates the stairs.]\n"},
      {"# Child's views\nDescribe the child's day. He gets up at six and feeds the dog.",
       "heading {views} [Child's views]\nhelp {views} [Describe the child's day.]\n"
       "prose {views} [He gets up at six and feeds the dog.]\n"},
      {"# Plan\nComplete the safety plan with Dad.",
       "heading {plan} [Plan]\nprose {plan} [Complete the safety plan with Dad.]\n"},
      {"# Identity\n/ \"I am the only one with red hair.\"",
       "heading {identity} [Identity]\nprose {identity} [\"I am the only one with red hair.\"]\n"},
      {"# Identity\nMum was asked. Describe it as she did: a quiet Irish house.",
       "heading {identity} [Identity]\nprose {identity} [Mum was asked. Describe it as she did: a quiet Irish "
       "house.]\n"},
      {"# Health\nEnter text here", "heading {health} [Health]\nprose {health} blank [Enter text here]\n"},
  });
}

BOOST_AUTO_TEST_CASE(questions_keep_their_answers) {
  check({
      {"** Was the child seen alone?\nYes, on 3 May.",
       "question =seen-alone [Was the child seen alone?] -> [Yes, on 3 May.]\n"},
      {"# Analysis\nWhat does the history tell us? The three contacts are one event.",
       "heading {analysis} [Analysis]\n"
       "question {analysis} [What does the history tell us?] -> [The three contacts are one event.]\n"
       "  ~ [The three contacts are one event.]\n"},
  });
}

BOOST_AUTO_TEST_CASE(headings_are_found_however_they_are_set) {
  check({
      {"** Reason for referral\nHe was out at night.",
       "heading {reason} [Reason for referral]\nprose {reason} [He was out at night.]\n"},
      {"REASON FOR REFERRAL\nHe was out at night.",
       "heading {reason} [REASON FOR REFERRAL]\nprose {reason} [He was out at night.]\n"},
      {"3. Reason for referral:\nHe was out at night.",
       "heading {reason} [3. Reason for referral:]\nprose {reason} [He was out at night.]\n"},
      {"A. Children\nTwo boys live here now.",
       "heading {details} [A. Children]\nprose {details} [Two boys live here now.]\n"},
      {"# Parenting capacity\n** Something nobody listed\nShe sings to him.",
       "heading {parenting} [Parenting capacity]\nheading {parenting} [Something nobody listed]\n"
       "prose {parenting} [She sings to him.]\n"},
  });
}

BOOST_AUTO_TEST_CASE(who_and_when_beside_an_action_are_owner_and_time) {
  document::Builder builder("test");
  builder.begin_table();
  for (const std::vector<const char*>& row :
       {std::vector<const char*>{"What", "Who", "When"}, {"Ring the clinic", "Mum", "by 4 May"}, {"", "", ""}}) {
    builder.begin_row();
    for (const char* cell : row) {
      builder.begin_cell();
      builder.add(BlockKind::paragraph, cell);
      builder.end_cell();
    }
    builder.end_row();
  }
  builder.end_table();
  std::string out = dumped(builder.take());
  BOOST_TEST(out ==
             "heading [What\\tWho\\tWhen]\nrow | @information [Ring the clinic] | @who [Mum] | @date [by 4 May]\n");

  document::Builder planned("test");
  planned.add(BlockKind::heading, "Plan", {2, false, false, false, document::Part::body, 0});
  planned.begin_table();
  for (const std::vector<const char*>& row :
       {std::vector<const char*>{"What", "Who", "When"}, {"Ring the clinic", "Mum", "by 4 May"}}) {
    planned.begin_row();
    for (const char* cell : row) {
      planned.begin_cell();
      planned.add(BlockKind::paragraph, cell);
      planned.end_cell();
    }
    planned.end_row();
  }
  planned.end_table();
  out = dumped(planned.take());
  BOOST_TEST(out ==
             "heading {plan} [Plan]\nheading {plan} [What\\tWho\\tWhen]\n"
             "row {plan} | @action [Ring the clinic] | @owner [Mum] | @due [by 4 May]\n");

  document::Builder by("test");
  by.add(BlockKind::heading, "Plan", {2, false, false, false, document::Part::body, 0});
  by.begin_table();
  for (const std::vector<const char*>& row :
       {std::vector<const char*>{"Action", "By", "When"}, {"Ring the clinic", "Mum", "by 4 May"}}) {
    by.begin_row();
    for (const char* cell : row) {
      by.begin_cell();
      by.add(BlockKind::paragraph, cell);
      by.end_cell();
    }
    by.end_row();
  }
  by.end_table();
  BOOST_TEST(dumped(by.take()) ==
             "heading {plan} [Plan]\nheading {plan} [Action\\tBy\\tWhen]\n"
             "row {plan} | @action [Ring the clinic] | @owner [Mum] | @due [by 4 May]\n");
}

BOOST_AUTO_TEST_CASE(values_before_a_label_stay_with_their_own) {
  check({{"Ethnicity: White and Asian Religion: not known First language: English Disability: none",
          "field =ethnicity [Ethnicity:] -> [White and Asian]\n"
          "field =religion blank [Religion:] -> [not known]\n"
          "field =first-language [First language:] -> [English]\n"
          "field =disability [Disability:] -> [none]\n"},
         {"Name: Kay Marsh Date of birth: 9 March 2014 Assessment started: 11 June 2018",
          "field =name [Name:] -> [Kay Marsh]\n"
          "field =date-of-birth [Date of birth:] -> [9 March 2014]\n"
          "field =start-date [Assessment started:] -> [11 June 2018]\n"},
         {"Children: Kay Marsh (DOB: 3/3/2010) and Lee Marsh (DOB: 4/4/2012)",
          "field =name [Children:] -> [Kay Marsh (DOB: 3/3/2010) and Lee Marsh (DOB: 4/4/2012)]\n"},
         {"Child: Kay Marsh | School: Lea Bank",
          "field =name [Child:] -> [Kay Marsh]\nfield =school [School:] -> [Lea Bank]\n"}});
}

BOOST_AUTO_TEST_CASE(lists_of_people_under_column_headings) {
  const auto table = [](const std::vector<std::vector<const char*>>& rows, bool marked) {
    document::Builder builder("test");
    builder.begin_table();
    for (std::size_t r = 0; r < rows.size(); ++r) {
      builder.begin_row();
      for (const char* cell : rows[r]) {
        document::CellShape shape;
        shape.header = marked && r == 0;
        builder.begin_cell(shape);
        builder.add(BlockKind::paragraph, cell);
        builder.end_cell();
      }
      builder.end_row();
    }
    builder.end_table();
    return dumped(builder.take());
  };
  BOOST_TEST(table({{"Relationship", "DOB", "Full name", "Gender"},
                    {"Child", "12/01/2006", "Kay Marsh", "F"},
                    {"Mother", "11/11/1982", "Jo Marsh", "F"}},
                   false) ==
             "heading [Relationship\\tDOB\\tFull name\\tGender]\n"
             "row | @relationship [Child] | @date-of-birth [12/01/2006] | @name [Kay Marsh] | @gender [F]\n"
             "row | @relationship [Mother] | @date-of-birth [11/11/1982] | @name [Jo Marsh] | @gender [F]\n");
  BOOST_TEST(table({{"Name", "DOB", "Address"},
                    {"Kay Marsh", "14.09.2016", "3 Canal St"},
                    {"Parent", "Relationship", "PR"},
                    {"Jo Marsh", "aunt", "Y"}},
                   false) ==
             "heading [Name\\tDOB\\tAddress]\n"
             "row | @name [Kay Marsh] | @date-of-birth [14.09.2016] | @address [3 Canal St]\n"
             "heading [Parent\\tRelationship\\tPR]\n"
             "row | @adult [Jo Marsh] | @relationship [aunt] | @parental-responsibility [Y]\n");
  BOOST_TEST(
      table({{"Name", "Kay Marsh", "Social worker", "Ann Fox"}, {"DOB", "12/11/2011", "Manager", "Bill Hunt"}}, true) ==
      "field =name [Name] -> [Kay Marsh]\nfield =worker [Social worker] -> [Ann Fox]\n"
      "field =date-of-birth [DOB] -> [12/11/2011]\nfield =manager [Manager] -> [Bill Hunt]\n");
}

BOOST_AUTO_TEST_CASE(blank_values_are_no_answers) {
  for (const char* value : {"", " - ", "N/K", "tbc", "Not known.", "[insert name]", "____", "Not recorded", "N/A", "?",
                            "2. KEY DATES", "11) ABOUT YOU"}) {
    BOOST_TEST(form::is_blank_value(value, form_tests::form_lexicon()), value);
  }
  for (const char* value :
       {"None", "No", "No religion", "English", "Dr Known", "7", "2. Key dates", "12. 3. 09", "2."}) {
    BOOST_TEST(!form::is_blank_value(value, form_tests::form_lexicon()), value);
  }
}

BOOST_AUTO_TEST_SUITE_END()
