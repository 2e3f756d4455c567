#include <boost/test/unit_test.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document/dump.h"
#include "readers/format.h"
#include "readers/goldens.h"
#include "readers/text_lines.h"
#include "readers/text_signs.h"

namespace {

document::Document read(std::string_view text) {
  auto document = readers::read_text(text, "record.txt");
  BOOST_TEST_REQUIRE(document.ok());
  return std::move(document).value();
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(readers)

BOOST_AUTO_TEST_CASE(text_becomes_its_blocks) {
  check_goldens("text", ".txt", readers::read_text);
}

// A file of mixed widths: lines that end on a word that ends nothing, or before a small letter, go on.
BOOST_AUTO_TEST_CASE(lines_broken_within_a_sentence_are_joined) {
  BOOST_TEST(document::dump(read("Two trailers and a day room, and the department recognises that\n"
                                 "Travellers have traditions of their own. Kay came in.\n")) ==
             "paragraph [Two trailers and a day room, and the department recognises that Travellers have traditions of "
             "their own. Kay came in.]\n");
  BOOST_TEST(document::dump(read("The duty worker visited on 10/03/2009 (no reply, card left) and\n17/03/2009.\n")) ==
             "paragraph [The duty worker visited on 10/03/2009 (no reply, card left) and 17/03/2009.]\n");
  BOOST_TEST(document::dump(read("Jean Orme, who is the health visitor (report of 14\nMarch) weighed Kay.\n")) ==
             "paragraph [Jean Orme, who is the health visitor (report of 14 March) weighed Kay.]\n");
  BOOST_TEST(document::dump(read("Mr Lyle has agreed with us that from the sixth of May he will take it at Boots\n"
                                 "each morning, and with none to take home. He will go there on the High\n"
                                 "Road with his sister. The Sunday bottle will be held by his mother at her own\n"
                                 "flat, in a tin.\n")) ==
             "paragraph [Mr Lyle has agreed with us that from the sixth of May he will take it at Boots each morning, "
             "and with none to take home. He will go there on the High Road with his sister. The Sunday bottle will "
             "be held by his mother at her own flat, in a tin.]\n");
  BOOST_TEST(
      document::dump(read("Name: Kay Marsh\nAddress: 4 Tarn Road\n")) ==
      "field inferred label=[Name:] [Name: Kay Marsh]\nfield inferred label=[Address:] [Address: 4 Tarn Road]\n");
}

// Entries that no sign marks: numbers that rise by one, or a dash early in each of three lines.
BOOST_AUTO_TEST_CASE(entries_without_marks_are_lines_of_their_own) {
  BOOST_TEST(document::dump(read("1 Optician - Gran - by 27/3\n2 Counselling to start - school/Ms Bell - w/c 23/3\n"
                                 "3 Nursery place - HB - ring by 20/3\n")) ==
             "list_item 1 inferred [1 Optician - Gran - by 27/3]\n"
             "list_item 1 inferred [2 Counselling to start - school/Ms Bell - w/c 23/3]\n"
             "list_item 1 inferred [3 Nursery place - HB - ring by 20/3]\n");
  BOOST_TEST(
      document::dump(read("letter to the housing office about fleeing - GM\nbenefits to the new address - mum/Jo\n"
                          "nursery sessions, ask about lunch - Pam\n")) ==
      "paragraph [letter to the housing office about fleeing - GM]\n"
      "paragraph [benefits to the new address - mum/Jo]\n"
      "paragraph [nursery sessions, ask about lunch - Pam]\n");
  // Running text goes on though a dash stands in it.
  BOOST_TEST(document::dump(read("She said that she was sorry - and that she would\nring him the next day.\n")) ==
             "paragraph [She said that she was sorry - and that she would ring him the next day.]\n");
}

BOOST_AUTO_TEST_CASE(line_ends_of_any_kind_end_lines) {
  const std::string expected = "paragraph [One.]\nparagraph [Two.]\n";
  for (const char* text : {"One.\n\nTwo.", "One.\r\n\r\nTwo.\r\n", "One.\r\rTwo.\r"}) {
    BOOST_TEST(document::dump(read(text)) == expected);
  }
}

BOOST_AUTO_TEST_CASE(signs_around_a_line_make_it_a_heading) {
  const std::pair<const char*, const char*> cases[] = {
      {"== Child's views ==", "Child's views"},
      {"-- so what now? --", "so what now?"},
      {"[ Who does what ]", "Who does what"},
      {"[OUTCOME]", "OUTCOME"},
      {">>> Weighing it up <<<", "Weighing it up"},
      // Emphasis is left to who reads emphasis; remarks, sentences, fields and answers are no headings.
      {"**Plan**", ""},
      {"[names withheld]", ""},
      {"-- She said so. --", ""},
      {"== Worker: Ann Fox ==", ""},
      {"[ ] Yes", ""},
      {"-- N/K --", ""},
      {"- Mum to ring", ""},
  };
  for (const auto& [line, heading] : cases) BOOST_TEST(readers::text::heading_between_signs(line) == heading, line);
}

BOOST_AUTO_TEST_CASE(rule_under_a_line_makes_it_a_heading_where_it_is_as_long) {
  BOOST_TEST(readers::text::is_underlined_by("what Idris said", "~~~~~~~~~~~~~~~"));
  BOOST_TEST(readers::text::is_underlined_by("Plan", "....."));
  BOOST_TEST(!readers::text::is_underlined_by("Plan", "----------------------------------------"));
  BOOST_TEST(!readers::text::is_underlined_by("She was there.", "-------------"));
  BOOST_TEST(!readers::text::is_underlined_by("- Mum to ring", "-------------"));
}

BOOST_AUTO_TEST_CASE(dots_lead_from_a_label_to_its_value) {
  BOOST_TEST(readers::text::label_size("FINISHED .. 03/09/2010") == 11u);
  BOOST_TEST(readers::text::label_size("Father ... Ian Marsh") == 10u);
  BOOST_TEST(readers::text::label_size("She said ... and then nothing.") == 0u);
  BOOST_TEST(readers::text::label_size("He stopped... and went on") == 0u);
}

BOOST_AUTO_TEST_CASE(numbers_make_headings_of_lines_over_indented_text) {
  BOOST_TEST(document::dump(read("Q1 Who was asked?\n    The school and the GP, by letter.\nQ2 So what?\n    "
                                 "He needs a bed.\n"))
                 .find("heading") != std::string::npos);
  BOOST_TEST(document::dump(read("1. Mum will ring the school and tell\n   them on Monday.\n2. Dad will not.\n"))
                 .find("heading") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(line_alone_is_a_heading_only_if_it_reads_as_one) {
  for (const char* heading :
       {"Analysis", "3. Analysis", "4.2 Health", "A. Details", "WHAT ARE WE WORRIED ABOUT?", "Part 3: The parents",
        "Why are we involved?", "Q4. What is the child like?", "5 The parents"}) {
    BOOST_TEST(readers::text::reads_as_heading(heading), heading);
  }
  for (const char* other :
       {"See initial assessment.", "N/A", "Outcome: ☐ NFA", "Dear Jasleen,", "not known", "12/03/2010",
        "Enter text here", "Level of risk: low", "Do not copy it. What does it tell you?", "[insert name]"}) {
    BOOST_TEST(!readers::text::reads_as_heading(other), other);
  }
}

BOOST_AUTO_TEST_CASE(label_is_short_and_its_value_no_sentence) {
  BOOST_TEST(readers::text::label_size("Date of birth: 3 May") == 14u);
  BOOST_TEST(readers::text::label_size("Ethnicity:") == 10u);
  for (const char* other : {"at 10:30 he left", "he said: no", "Time 10:30", "A first sentence. Then: this",
                            "He then told me that he did not want to go: he cried", "No colon"}) {
    BOOST_TEST(readers::text::label_size(other) == 0u, other);
  }
  BOOST_TEST(readers::text::is_prose_value("he goes every day and likes it."));
  BOOST_TEST(!readers::text::is_prose_value("Not known."));
}

BOOST_AUTO_TEST_CASE(rule_cuts_between_words_of_wide_characters) {
  const std::vector<std::string> expected = {"母亲", "said so"};
  BOOST_TEST(readers::text::sliced("母亲  said so", {0, 6}) == expected, boost::test_tools::per_element());
  const std::vector<std::string> moved = {"longer", "than its column"};
  BOOST_TEST(readers::text::sliced("longer than its column", {0, 5}) == moved, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(broken_bytes_are_read_and_told) {
  document::Document document = read("Zo\xC3\xAB and Andr\xC3\xA9 \xE2\x80\n");
  BOOST_TEST(document.text == "Zoë and André \xEF\xBF\xBD");
  BOOST_TEST_REQUIRE(document.notes.size() == 1u);
  BOOST_TEST((document.notes[0].kind == document::NoteKind::salvaged));
}

BOOST_AUTO_TEST_CASE(shapes_made_to_be_slow_are_not) {
  for (const char* shape : {"---- ----\n", "|--|\n", "| a\n", "+--+\n|a|\n", "a:\tb\n", "Label:\n", "aaa  bbb\n x\n",
                            "_a ", "- x\n", "HEADING\n\n"}) {
    read(repeated(shape, 50'000));
  }
  read("+--+--+\n" + repeated("|\n", 50'000));
  BOOST_TEST(read(repeated("word ", 1'000'000)).text.size() == 4'999'999u);
}

BOOST_AUTO_TEST_SUITE_END()
