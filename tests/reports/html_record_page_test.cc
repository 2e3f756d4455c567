#include "reports/html_record_page.h"

#include <boost/test/unit_test.hpp>
#include <regex>
#include <set>

#include "reports/demo.h"
#include "reports/html_record_marks.h"
#include "reports/record_sample.h"

namespace reports_tests {
namespace {

using ::reports::Marks;
using ::reports::RecordPages;
using ::reports::RecordPlace;

std::string page_of(const evaluation::Outcome& outcome, const RecordPlace& place = {3, 2, 5, 2, 4, {}}) {
  return RecordPages(demo_facts()).page(outcome, place);
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::string inside(const std::string& text, const std::string& from, const std::string& to) {
  std::size_t begin = text.find(from);
  BOOST_REQUIRE_MESSAGE(begin != std::string::npos, from);
  return text.substr(begin, text.find(to, begin) + to.size() - begin);
}

std::string demo_page(std::size_t number) {
  return page_of(demo_outcomes().at(number - 1), {number, 0, 0, 0, 0, {}});
}

// What a reader sees of some HTML.
std::string text_of(const std::string& html) {
  std::string out = std::regex_replace(html, std::regex("<a class=\"t[^>]*>[^<]*</a>|<[^>]*>"), "");
  for (const auto& [name, sign] :
       {std::pair("&lt;", "<"), {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}}) {
    out = std::regex_replace(out, std::regex(name), sign);
  }
  return out;
}

// "begin-end#anchor:marks" of each piece.
std::string dump(const Marks& marks) {
  std::string out;
  for (const auto& piece : marks.pieces()) {
    out += std::to_string(piece.at.begin) + "-" + std::to_string(piece.at.end);
    if (piece.anchor > 0) out += "#" + std::to_string(piece.anchor);
    for (std::size_t mark : piece.covering) out += " " + std::to_string(mark);
    out += "\n";
  }
  return out;
}

evaluation::Outcome marked(const std::string& text, const std::vector<base::Span>& spans) {
  evaluation::Outcome out;
  out.document.text = text;
  out.items.emplace_back();
  for (base::Span at : spans) out.items[0].evidence.push_back({at, "", {}});
  return out;
}

BOOST_AUTO_TEST_SUITE(reports)

BOOST_AUTO_TEST_CASE(marks_are_cut_where_others_begin_and_end) {
  //                            0         1         2
  //                            0123456789012345678901234
  const std::string text = "one two three four, f\u00FCnf .";
  struct Case {
    std::vector<base::Span> spans;
    std::string pieces;
  };
  for (const Case& each : std::vector<Case>{
           {{{4, 7}}, "4-7#1 0\n"},
           {{{0, 7}, {4, 13}}, "0-4#1 0\n4-7#2 0 1\n7-13 1\n"},
           {{{4, 13}, {4, 7}}, "4-7#1 0 1\n7-13 0\n"},         // two begin together
           {{{0, 3}, {8, 13}}, "0-3#1 0\n8-13#2 1\n"},         // nothing between
           {{{3, 8}}, "4-7#1 0\n"},                            // blanks at the ends
           {{{9, 11}}, "8-13#1 0\n"},                          // parts of a word
           {{{21, 22}}, "20-25#1 0\n"},                        // half of a character
           {{{4, 7}, {40, 50}, {7, 8}, {0, 0}}, "4-7#1 0\n"},  // places that aren't there
       }) {
    BOOST_TEST(dump(Marks(marked(text, each.spans))) == each.pieces);
  }
  Marks marks(marked(text, {{4, 13}, {0, 7}}));
  BOOST_TEST(marks.anchor(::reports::MarkKind::evidence, 0, 0) == 2u);
  BOOST_TEST(marks.anchor(::reports::MarkKind::evidence, 0, 1) == 1u);
  BOOST_TEST(marks.anchor(::reports::MarkKind::evidence, 0, 2) == 0u);
}

BOOST_AUTO_TEST_CASE(record_page_whole) {
  std::string text = page_of(record_sample());
  // Style and script are looked at elsewhere, and would change this file too often.
  text = std::regex_replace(text, std::regex("sha256-[^&]*"), "sha256-");
  for (const std::string element : {"style", "script"}) {
    for (std::size_t at = 0; (at = text.find("<" + element + ">", at)) != std::string::npos;) {
      at += element.size() + 2;
      text.erase(at, text.find("</" + element, at) - at);
    }
  }
  for (const std::string end :
       {"</li>", "</p>", "</details>", "</tr>", "</h3>", "</h4>", "</h2>", "</div>", "</style>"}) {
    text = std::regex_replace(text, std::regex(end), end + "\n");
  }
  BOOST_TEST(text == golden("record.html", text));
}

BOOST_AUTO_TEST_CASE(record_page_shows_every_word_of_the_record) {
  evaluation::Outcome sample = record_sample();
  std::string text = page_of(sample);
  text = text_of(text.substr(text.find("<div class=\"paper\">")));
  std::size_t from = 0;
  for (const auto& block : sample.document.blocks) {
    if (block.kind == document::BlockKind::cell && block.at.of(sample.document.text).find('\t') != std::string::npos)
      continue;
    std::size_t found = text.find(block.at.of(sample.document.text), from);
    BOOST_TEST((found != std::string::npos), block.at.of(sample.document.text));
    from = found == std::string::npos ? from : found;
  }
}

BOOST_AUTO_TEST_CASE(record_page_links_lead_somewhere) {
  for (const std::string& text : {page_of(record_sample()), demo_page(3), demo_page(9)}) {
    std::set<std::string> ids;
    const std::regex id(" id=\"([^\"]*)\"");
    for (std::sregex_iterator at(text.begin(), text.end(), id), end; at != end; ++at) {
      BOOST_TEST(ids.insert((*at)[1]).second, (*at)[1]);
    }
    const std::regex link("href=\"#([^\"]*)\"");
    for (std::sregex_iterator at(text.begin(), text.end(), link), end; at != end; ++at) {
      BOOST_TEST(ids.contains((*at)[1]), (*at)[1]);
    }
  }
}

BOOST_AUTO_TEST_CASE(record_page_leads_to_its_neighbours) {
  std::string text = page_of(record_sample());
  BOOST_TEST(holds(text, "<a href=\"2.html\" rel=\"prev\">"));
  BOOST_TEST(holds(text, "<a href=\"5.html\" rel=\"next\">"));
  BOOST_TEST(holds(text, "<a href=\"../index.html#records\" rel=\"up\">"));
  BOOST_TEST(holds(text, "Record 2 of 4"));
  std::string alone = page_of(record_sample(), {1, 0, 0, 1, 1, {}});
  BOOST_TEST(!holds(alone, "rel=\"prev\""));
  BOOST_TEST(!holds(alone, "rel=\"next\""));
}

BOOST_AUTO_TEST_CASE(record_page_leads_to_the_twin_where_it_has_a_page) {
  for (std::size_t number : {0u, 7u}) {
    auto number_of = [number](const std::string& path) { return path == "b.docx" ? number : 0; };
    std::string text = page_of(record_sample(), {3, 2, 5, 2, 4, number_of});
    BOOST_TEST(holds(text, "stand again in b.docx"));
    BOOST_TEST(holds(text, "href=\"7.html\">Open the other record</a>") == (number == 7));
  }
}

BOOST_AUTO_TEST_CASE(record_page_says_the_essentials) {
  BOOST_TEST(holds(demo_page(3), "Sections not recognised"));
  BOOST_TEST(holds(demo_page(3), "<b>Read only in part: </b>The file was damaged; what could be read was audited"));
  BOOST_TEST(!holds(demo_page(1), "only in part"));
  for (const char* part : {"Came near, and was not taken:", "Two readings of \u201Ctalked\u201D are possible",
                           "href=\"../index.html#records\"", "Looked in: <bdi>"}) {
    BOOST_TEST(holds(demo_page(4), part), part);
  }
  BOOST_TEST(holds(demo_page(1), "<cite dir=\"auto\">Child\u2019s views, page 2</cite>"));
}

BOOST_AUTO_TEST_CASE(record_page_shows_the_text_of_strangers_as_text) {
  for (const std::string& text : {demo_page(9), page_of(record_sample())}) {
    BOOST_TEST(!holds(text, "<script>alert"));
    BOOST_TEST(!holds(text, "<img"));
    BOOST_TEST(!holds(text, "<north>"));
  }
  BOOST_TEST(holds(demo_page(9),
                   "dir=\"auto\">&lt;script&gt;alert(1)&lt;/script&gt; &quot;he said&quot; &amp; &#39;she&#39; said<"));
}

BOOST_AUTO_TEST_CASE(record_page_without_text_keeps_the_quotes) {
  evaluation::Outcome sample = record_sample();
  sample.document.text.clear();
  sample.document.blocks.clear();
  sample.document.tables.clear();
  store::RunFacts facts = demo_facts();
  facts.text_kept = false;
  std::string text = RecordPages(facts).page(sample, {1, 0, 0, 1, 1, {}});
  BOOST_TEST(holds(text, "text was not kept (--no-text)"));
  BOOST_TEST(holds(text, "<span class=\"quote\" dir=\"auto\">drew Gran</span>"));
  BOOST_TEST(!holds(text, "<mark"));
  BOOST_TEST(!holds(text, "href=\"#h"));
}

BOOST_AUTO_TEST_CASE(record_page_runs_its_own_style_and_script_alone) {
  std::string text = page_of(record_sample());
  std::string policy = inside(text, "http-equiv=\"Content-Security-Policy\"", ">");
  BOOST_TEST(
      std::regex_search(
          policy,
          std::regex(
              "content=\"default-src &#39;none&#39;; style-src( &#39;sha256-[A-Za-z0-9+/=]*&#39;){2}; "
              "script-src &#39;sha256-[A-Za-z0-9+/=]*&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;\"")),
      policy);
  for (const char* part : {" src=", "url(", "@import", " style=\"", " onclick", "<link", "<iframe", "<form"}) {
    BOOST_TEST(!holds(text, part), part);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace reports_tests
