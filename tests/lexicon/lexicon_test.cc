#include "lexicon/lexicon.h"

#include <boost/test/unit_test.hpp>
#include <string>

#include "base/xml.h"

namespace {

base::Result<lexicon::Lexicon> loaded(const std::string& xml) {
  auto root = base::xml::load(xml, "words.xml");
  if (!root) return root.error();
  lexicon::Lexicon lexicon;
  if (auto status = lexicon.add(root.value(), "words.xml"); !status) return status.error();
  if (auto status = lexicon.finish(); !status) return status.error();
  return lexicon;
}

// "name[words] name[words]": hits in order.
std::string hits(const lexicon::Lexicon& lexicon, std::string_view text) {
  std::string out;
  for (const lexicon::Hit& hit : lexicon.scan(text).hits) {
    if (!out.empty()) out += ' ';
    out += std::string(lexicon.concept_name(hit.concept_id)) + "[" + std::string(hit.at.of(text)) + "]";
  }
  return out;
}

const char* const words = R"(<lexicon>
  <forms of="say">said says saying</forms>
  <concept name="say"><terms>say~; tell~ {person}; make~ it clear</terms></concept>
  <concept name="person" role="parent"><terms>me|him|her; the class|form teacher</terms></concept>
  <concept name="alone"><terms>on his|her own; just ... two of us; by ...2 self; step-dad|stepdad; ^ seen</terms></concept>
  <concept name="worry"><terms>worr*|anxious; very? scared</terms></concept>
  <concept name="gap"><pattern>\[insert[^\]]*\]</pattern><pattern case="exact">\bXX+\b</pattern><hit>[insert view]</hit><miss>inserted</miss></concept>
  <section name="views" title="Child's views"><headings>child 's views; wishes and feelings; voice</headings></section>
  <section name="plan"><headings>plan; what needs to happen</headings></section>
  <field name="dob"><labels>date of birth; dob; d o b; born</labels></field>
  <help>Describe the child's wishes</help>
</lexicon>)";

}  // namespace

BOOST_AUTO_TEST_SUITE(lexicon_lexicon)

// With a capital a short form may be a name: there it is read in full where the text also has it without.
BOOST_AUTO_TEST_CASE(short_forms_are_read_in_full) {
  auto lexicon = loaded(R"(<lexicon>
  <short for="mother">mo</short><short for="with">w/</short>
  <concept name="mother"><terms>with? mother</terms></concept>
</lexicon>)");
  BOOST_REQUIRE(lexicon.ok());
  BOOST_TEST(hits(lexicon.value(), "Seen w/mo. Mo cross.") == "mother[w/mo] mother[Mo]");
  BOOST_TEST(hits(lexicon.value(), "Mo rang. He is 6 mo old.") == "");
}

BOOST_AUTO_TEST_CASE(a_long_text_is_scanned_as_its_lines_are) {
  auto lexicon = loaded(words);
  BOOST_REQUIRE(lexicon.ok());
  const std::string line = "He says just the two of us [insert\nview] told me it was scared\n";
  const lexicon::Scan once = lexicon.value().scan(line);
  constexpr std::size_t lines = 4'000;  // several parts of a text
  std::string text;
  for (std::size_t i = 0; i < lines; ++i) text += line;
  const lexicon::Scan all = lexicon.value().scan(text);
  BOOST_REQUIRE(!once.hits.empty());
  BOOST_REQUIRE(all.tokens.size() == lines * once.tokens.size());
  BOOST_REQUIRE(all.hits.size() == lines * once.hits.size());
  std::size_t differing = 0;
  for (std::size_t i = 0; i < all.hits.size(); ++i) {
    const std::size_t n = i / once.hits.size();
    const lexicon::Hit& one = once.hits[i % once.hits.size()];
    const lexicon::Hit& hit = all.hits[i];
    const bool same = hit.concept_id == one.concept_id && hit.first == one.first + n * once.tokens.size() &&
                      hit.last == one.last + n * once.tokens.size() && hit.at.begin == one.at.begin + n * line.size();
    differing += same ? 0u : 1u;
  }
  BOOST_TEST(differing == 0u);
  BOOST_TEST(all.hits_from.back() == all.hits.size());
}

BOOST_AUTO_TEST_CASE(a_pattern_of_two_concepts_is_found_for_both) {
  auto lexicon = loaded(R"(<lexicon>
    <concept name="a" examples="none" reason="test"><pattern>\bab+\b</pattern></concept>
    <concept name="b" examples="none" reason="test"><pattern>\bab+\b</pattern></concept>
    <concept name="c" examples="none" reason="test"><pattern case="exact">\bab+\b</pattern></concept></lexicon>)");
  BOOST_REQUIRE(lexicon.ok());
  BOOST_TEST(hits(lexicon.value(), "abb ABB") == "a[abb] b[abb] c[abb] a[ABB] b[ABB]");
  BOOST_TEST(lexicon.value().finds("ABB", lexicon.value().find_concept("b")));
  BOOST_TEST(!lexicon.value().finds("ABB", lexicon.value().find_concept("c")));
}

BOOST_AUTO_TEST_CASE(size_is_bounded) {
  auto said = [](const std::string& xml) {
    auto lexicon = loaded(xml);
    return lexicon ? std::string("loads") : lexicon.error().one_line();
  };
  auto repeated = [](std::size_t times, auto&& piece) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out += piece(i);
    return out;
  };
  auto terms = [&](std::size_t times) {
    return "<lexicon>\n<concept name='a'><terms>" +
           repeated(times, [](std::size_t i) { return "t" + std::to_string(i) + ";"; }) +
           "</terms></concept></lexicon>";
  };
  BOOST_TEST(said(terms(100'000)) == "loads");
  BOOST_TEST(said(terms(100'001)) ==
             "words.xml:2:1: the lexicons have more than 100000 terms; leave out what is hardly ever written");
  auto words = [&](std::size_t times) {
    return "<lexicon>\n<concept name='a'><term>" + repeated(times, [](std::size_t) { return "a "; }) +
           "</term></concept></lexicon>";
  };
  BOOST_TEST(said(words(100)) == "loads");
  BOOST_TEST(said(words(101)) == "words.xml:2:19: a term has more than 100 words; put ; between terms");
  auto term = [&](const std::string& written) {
    return said("<lexicon>\n<concept name='a'><term>" + written + "</term></concept></lexicon>");
  };
  // One word as written, many in texts.
  BOOST_TEST(term(repeated(99, [](std::size_t) { return "a-"; }) + "a") == "loads");
  BOOST_TEST(term(repeated(100, [](std::size_t) { return "a-"; }) + "a") ==
             "words.xml:2:19: a term has more than 100 words; put ; between terms");
  // As many readings as are let pass, times as many again as would fill any memory.
  const std::string many = repeated(255, [](std::size_t) { return "a-b|"; }) + "a-b";
  BOOST_TEST(term(many) == "loads");
  BOOST_TEST(term(many + " " + repeated(200'000, [](std::size_t) { return "c-d|"; }) + "c-d").find("readings") !=
             std::string::npos);
  auto help = [&](std::size_t times) {
    return said("<lexicon>\n<help>" + repeated(times, [](std::size_t) { return "say "; }) + "</help></lexicon>");
  };
  BOOST_TEST(help(1'000) == "loads");
  BOOST_TEST(help(1'001).find("words.xml:2:1: a help text has more than 1000 words") == 0u);
  std::string error = said(
      "<lexicon>" +
      repeated(10'001,
               [](std::size_t i) { return "\n<field name='f" + std::to_string(i) + "'><label>x</label></field>"; }) +
      "</lexicon>");
  BOOST_TEST(error.find("words.xml:10002:1: there are more than 10000 of this kind") == 0u);
}

BOOST_AUTO_TEST_CASE(scan_table) {
  auto lexicon = loaded(words);
  BOOST_REQUIRE(lexicon.ok());
  const std::pair<const char*, const char*> cases[] = {
      {"He SAID so", "say[SAID]"},
      {"[Insert view] XXX xxx", "gap[[Insert view]] gap[XXX]"},  // one pattern's case is not the others'
      {"told the class teacher", "person[the class teacher]"},   // "told" is an irregular form that nobody listed
      {"She tells me", "say[tells me] person[me]"},
      {"made it clear", ""},
      {"makes it clear", "say[makes it clear]"},
      {"seen on her own", "alone[seen] alone[on her own] person[her]"},
      {"was seen. Seen twice", "alone[Seen]"},
      {"just the other two of us", "alone[just the other two of us]"},
      {"by her. self", "person[her]"},
      {"his step-dad and stepdad", "alone[step-dad] alone[stepdad]"},
      {"worrying, worried \u2018anxious\u2019", "worry[worrying] worry[worried] worry[anxious]"},
      {"very scared", "worry[very scared]"},
      {"on\nher own", "person[her]"},
      {"on \"her\" own", "alone[on \"her\" own] person[her]"},
      {"see [insert view] here", "gap[[insert view]]"},
  };
  for (const auto& [text, expected] : cases) {
    BOOST_TEST(hits(lexicon.value(), text) == expected, text << " gave " << hits(lexicon.value(), text));
  }
}

BOOST_AUTO_TEST_CASE(terms_that_go_astray_give_up) {
  // Twenty gaps have more ways through a sentence than can be tried; a term that is found at once is found all the
  // same.
  std::string gaps, text = "go on";
  for (int i = 0; i < 20; ++i) gaps += " ...12 on";
  for (int i = 0; i < 300; ++i) text += " on";
  auto lexicon =
      loaded("<lexicon><concept name='far'><term>go" + gaps + " home</term></concept>" +
             "<concept name='near'><term>go ...12 ...12 ...12 ...12 ...12 ...12 ...12 on</term></concept></lexicon>");
  BOOST_REQUIRE(lexicon.ok());
  const std::string found = hits(lexicon.value(), text);
  BOOST_TEST(found.find("near[go on") == 0u);
  BOOST_TEST(found.find("far") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(section_of_table) {
  auto lexicon = loaded(words);
  BOOST_REQUIRE(lexicon.ok());
  const std::pair<const char*, const char*> cases[] = {
      {"3. Child's Views:", "views"},
      {"Wishes and feelings (see guidance)", "views"},
      {"B) PLAN", "plan"},
      {"What needs to happen?", "plan"},
      {"Health", ""},
      {"Voice of the child", "views"},
      {"The plan for housing repairs and arrears", ""},
  };
  for (const auto& [text, expected] : cases) {
    auto id = lexicon.value().section_of(text);
    std::string_view name = id == 0 ? "" : lexicon.value().section_name(id);
    BOOST_TEST(name == expected, text << " gave " << name);
  }
}

BOOST_AUTO_TEST_CASE(section_by_words_takes_the_one_section_whose_words_stand_there) {
  auto lexicon = loaded(
      "<lexicon><section name='views'><headings>views</headings><words><terms>like being me</terms><hit>What it's like "
      "being me</hit><miss>Like this</miss></words></section>"
      "<section name='risk'><headings>risk</headings><words><terms>risk|risks</terms></words></section>"
      "<section name='analysis'><words><terms>analys*; analysis ...3 risk; weigh~</terms></words></section></lexicon>");
  BOOST_REQUIRE(lexicon.ok());
  const std::pair<const char*, const char*> cases[] = {
      {"4. What it is like being me", "views"},
      {"iv. Analysis of need and risk", "analysis"},
      {"Weighing it", "analysis"},
      {"Weighing the risks", ""},  // two sections
      {"Health", ""},
  };
  for (const auto& [text, expected] : cases) {
    auto id = lexicon.value().section_by_words(text);
    BOOST_TEST((id == 0 ? "" : lexicon.value().section_name(id)) == expected, text);
  }
  BOOST_TEST(lexicon.value().section_of("What it's like being me") == 0);
  BOOST_TEST(lexicon.value().failed_examples().empty());
  // A hit and a miss, of three sections and two rows of words.
  BOOST_TEST(lexicon.value().missing_examples().size() == 10u);
}

BOOST_AUTO_TEST_CASE(names_and_attributes_are_found) {
  auto lexicon = loaded(words);
  BOOST_REQUIRE(lexicon.ok());
  auto person = lexicon.value().find_concept("person");
  BOOST_TEST(lexicon.value().attribute(person, "role") == "parent");
  BOOST_TEST(lexicon.value().find_concept("nothing") == 0);
  BOOST_TEST(lexicon.value().field_of("D.O.B.") == lexicon.value().find_field("dob"));
  BOOST_TEST(lexicon.value().field_of("DOB *") == lexicon.value().find_field("dob"));
  BOOST_TEST(lexicon.value().is_listed_help("Describe the child\u2019s wishes and how you know."));
  BOOST_TEST(!lexicon.value().is_listed_help("The child's wishes"));
}

BOOST_AUTO_TEST_CASE(wording_is_known_without_its_placeholders) {
  lexicon::Lexicon lexicon;
  lexicon.add_wording("the review has a date, {days}, but no forum: {quote}");
  BOOST_TEST(lexicon.is_wording("The review has a date but no forum."));
  BOOST_TEST(!lexicon.is_wording("The review has a date but no chair."));
  BOOST_TEST(!lexicon.is_wording(""));
}

BOOST_AUTO_TEST_CASE(examples_are_run) {
  auto good = loaded(words);
  BOOST_REQUIRE(good.ok());
  BOOST_TEST(good.value().example_count() == 2u);
  BOOST_TEST(good.value().failed_examples().empty());
  auto bad = loaded("<lexicon><concept name='a'><terms>cat</terms><hit>dog</hit></concept></lexicon>");
  BOOST_REQUIRE(bad.ok());
  BOOST_REQUIRE(bad.value().failed_examples().size() == 1u);
  BOOST_TEST(bad.value().failed_examples()[0].one_line() == "words.xml:1: concept 'a' misses 'dog'");
}

BOOST_AUTO_TEST_CASE(mistakes_are_told_with_their_place) {
  const std::pair<const char*, const char*> cases[] = {
      {"<lexicon>\n <concept name='a'>\n  <terms>x {b}</terms></concept></lexicon>",
       "words.xml:3:10: there is no concept 'b'; name a concept of this checklist's lexicons"},
      {"<lexicon>\n<concept/></lexicon>", "words.xml:2:1: <concept> has no name; give it a name attribute"},
      {"<lexicon><concept name='a'><terms>\nok\n... x</terms></concept></lexicon>",
       "words.xml:3:1: the term '... x' begins or ends with a gap; remove the outer ..."},
      {"<lexicon><concept name='a'><term>{b}</term></concept><concept name='b'><term>{a}</term></concept></lexicon>",
       "words.xml:1:28: the concept 'a' refers to itself; break the circle"},
      {"<lexicon><concept name='a'><word>x</word></concept></lexicon>",
       "words.xml:1:28: <word> has no meaning in <concept>; use terms, term, pattern, hit or miss"},
  };
  for (const auto& [xml, expected] : cases) {
    auto lexicon = loaded(xml);
    BOOST_REQUIRE(!lexicon.ok());
    BOOST_TEST(lexicon.error().one_line() == expected);
  }
}

BOOST_AUTO_TEST_SUITE_END()
