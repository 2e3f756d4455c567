#include "reports/html.h"

#include <boost/test/unit_test.hpp>
#include <regex>
#include <set>

#include "base/sha256.h"
#include "reports/base64.h"
#include "reports/demo.h"
#include "reports/html_pages.h"
#include "reports/html_parts.h"

namespace reports_tests {
namespace {

std::size_t times(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

std::string between(const std::string& text, const std::string& from, const std::string& to) {
  std::size_t begin = text.find(from);
  BOOST_REQUIRE_MESSAGE(begin != std::string::npos, from);
  begin += from.size();
  return text.substr(begin, text.find(to, begin) - begin);
}

std::string page() {
  static const std::string held = written(::reports::write_html, demo_run());
  return held;
}

// Every start and end tag, each closed by its own; what is wrong first, or nothing.
std::string nesting_error(std::string text) {
  for (const std::string element : {"style", "script"}) {
    for (std::size_t at = 0; (at = text.find("<" + element + ">", at)) != std::string::npos;) {
      at += element.size() + 2;
      text.erase(at, text.find("</" + element, at) - at);
    }
  }
  static const std::set<std::string> lone{"meta", "input", "br", "!DOCTYPE"};
  std::vector<std::string> open;
  const std::regex tag("<(/?)([!A-Za-z0-9]+)((?: [a-zA-Z0-9-]+(?:=\"[^\"<]*\")?| html)*)>");
  std::string rest = std::regex_replace(text, tag, "");
  if (rest.find_first_of("<>") != std::string::npos) return "stray bracket";
  for (std::sregex_iterator at(text.begin(), text.end(), tag), end; at != end; ++at) {
    std::string name = (*at)[2];
    if (lone.contains(name)) continue;
    if ((*at)[1].length() == 0) {
      open.push_back(name);
    } else if (open.empty() || open.back() != name) {
      return "</" + name + ">";
    } else {
      open.pop_back();
    }
  }
  return open.empty() ? "" : "open: " + open.back();
}

BOOST_AUTO_TEST_SUITE(reports)

BOOST_AUTO_TEST_CASE(html_is_well_formed) {
  BOOST_TEST(nesting_error(page()) == "");
}

BOOST_AUTO_TEST_CASE(html_policy_allows_its_own_style_and_script_alone) {
  std::string policy = between(page(), "http-equiv=\"Content-Security-Policy\" content=\"", "\">");
  auto hash = [](const std::string& text, const char* element) {
    std::string content = between(text, std::string("<") + element + ">", std::string("</") + element + ">");
    BOOST_TEST(content.size() > 500u);
    std::string hexadecimal = base::sha256(content);
    std::string bytes;
    for (std::size_t i = 0; i < 64; i += 2)
      bytes += static_cast<char>(std::stoi(hexadecimal.substr(i, 2), nullptr, 16));
    return "&#39;sha256-" + ::reports::base64(bytes) + "&#39;";
  };
  std::string second = page().substr(page().find("</style>") + 1);
  BOOST_TEST(policy == "default-src &#39;none&#39;; style-src " + hash(page(), "style") + " " + hash(second, "style") +
                           "; script-src " + hash(page(), "script") +
                           "; base-uri &#39;none&#39;; form-action &#39;none&#39;");
}

BOOST_AUTO_TEST_CASE(html_needs_nothing_from_elsewhere) {
  for (const char* part :
       {"src=", "http://", "https://", "url(", "@import", "style=\"", " onclick", "<link", "<iframe"}) {
    std::size_t of_records = part == std::string("src=") ? 2u : 0u;
    BOOST_TEST(times(page(), part) == of_records, part);  // the demonstration's quotation, as text and in the data
  }
}

BOOST_AUTO_TEST_CASE(html_text_of_strangers_is_inert) {
  BOOST_TEST(times(page(), "<script>") == 1u);  // the page's own
  BOOST_TEST(times(page(), "<img") == 0u);
  BOOST_TEST(times(page(), "</title>") == 1u);
  BOOST_TEST(times(page(), "&lt;img src=x onerror=alert(1)&gt;") == 1u);  // in the list of flags
}

BOOST_AUTO_TEST_CASE(html_links_lead_somewhere) {
  std::string text = page();
  std::set<std::string> items;
  for (const auto& [id, dimension, question] : demo_facts().items) items.insert("#item-" + id);
  const std::regex link("href=\"([^\"]*)\"");
  std::size_t links = 0;
  for (std::sregex_iterator at(text.begin(), text.end(), link), end; at != end; ++at, ++links) {
    std::string target = (*at)[1];
    if (target.starts_with("records/")) {
      std::size_t number = std::stoul(target.substr(8));
      BOOST_TEST(target.starts_with(::reports::page_address(number)));
      std::string item = target.substr(::reports::page_address(number).size());
      BOOST_TEST((demo_outcomes().at(number - 1).standing == evaluation::Standing::audited));
      if (!item.empty()) BOOST_TEST(items.contains(item), target);
      continue;
    }
    BOOST_TEST(target.substr(0, 1) == "#");
    BOOST_TEST(times(text, "id=\"" + target.substr(1) + "\"") == 1u, target);
  }
  BOOST_TEST(links > 20u);
}

BOOST_AUTO_TEST_CASE(html_headings_never_skip_a_level) {
  std::string text = page();
  const std::regex heading("<h([1-6])[ >]");
  int before = 0;
  for (std::sregex_iterator at(text.begin(), text.end(), heading), end; at != end; ++at) {
    int level = std::stoi((*at)[1]);
    BOOST_TEST(level <= before + 1);
    before = level;
  }
  BOOST_TEST(times(text, "<h1") == 1u);
}

BOOST_AUTO_TEST_CASE(html_says_the_essentials) {
  for (const char* part :
       {"<html lang=\"en-GB\">", "It advises; people judge.", "4 of 9 records are good or better overall",
        "is protected by a password; remove the password and try again", ">7 not met</a>, ", "met in 0% (0 to 30%)",
        "All files given were audited; no sample was drawn.", "Does the work respond to identity?",
        "The file was damaged; what could be read was audited"}) {
    BOOST_TEST(times(page(), part) > 0u, part);
  }
}

BOOST_AUTO_TEST_CASE(html_tells_what_was_read_only_in_part) {
  std::string text = page();
  BOOST_TEST(times(text, "<a href=\"#in-part\"><b>1</b> read only in part</a>") == 1u);
  BOOST_TEST(times(text, "The file was damaged; what could be read was audited") == 1u);
  BOOST_TEST(times(text, "<small>Read only in part</small>") == 1u);
  BOOST_TEST(times(text, "9 audited (1 read only in part)") == 1u);
  std::string whole = written(::reports::write_html, run_of({demo_outcomes()[0]}, demo_facts()));
  BOOST_TEST(times(whole, "only in part") == 1u);  // the script's
}

BOOST_AUTO_TEST_CASE(html_every_head_of_a_table_has_a_scope) {
  std::string text = page();
  const std::regex head("<th(?= |>)[^>]*>");
  for (std::sregex_iterator at(text.begin(), text.end(), head), end; at != end; ++at) {
    BOOST_TEST(at->str().find(" scope=\"") != std::string::npos, at->str());
  }
}

BOOST_AUTO_TEST_CASE(html_of_a_run_without_audited_records_still_says_why) {
  auto outcomes = demo_outcomes();
  std::string text = written(::reports::write_html, run_of({outcomes[9]}, demo_facts()));
  BOOST_TEST(nesting_error(text) == "");
  BOOST_TEST(times(text, "No record could be audited") == 1u);
  BOOST_TEST(times(text, "is protected by a password") == 1u);
}

BOOST_AUTO_TEST_CASE(html_tells_timeliness_by_type_and_limit_and_teams) {
  auto outcomes = demo_outcomes();
  std::uint32_t days = 33;
  for (std::size_t i : {0u, 1u, 6u}) {  // core assessments
    outcomes[i].timeliness = evaluation::Timeliness{"start", "2010-03-01", "2010-04-16", days, 35};
    outcomes[i].particulars.team = "North & West";
    days += 2;
  }
  std::string text = written(::reports::write_html, run_of(outcomes, demo_facts()));
  BOOST_TEST(nesting_error(text) == "");
  for (const char* part : {"data-list=\"time=in_time\">2 within the limit</a>", "data-list=\"time=late\">1 late</a>",
                           "data-list=\"time=unknown\">6 cannot be told</a>", "<h3>Core assessment, limit 35 days</h3>",
                           "data-list=\"type=core_assessment&amp;limit=35&amp;days=31-35\">2</a>",
                           "data-list=\"type=core_assessment&amp;limit=35&amp;days=36-40\">1</a>", ">limit 35 </text>",
                           "data-list=\"team=North%20%26%20West\">3</a>", "<b>1</b> late</a>"}) {
    BOOST_TEST(times(text, part) == 1u, part);
  }
}

BOOST_AUTO_TEST_CASE(html_of_a_large_run_lists_the_needful_and_holds_all_as_data) {
  evaluation::Outcome fine = demo_outcomes()[1];
  std::vector<evaluation::Outcome> many(::reports::listed_at_most + 3, fine);
  many.back() = demo_outcomes()[2];
  std::string text = written(::reports::write_html, run_of(std::move(many), demo_facts()));
  const std::string last = std::to_string(::reports::listed_at_most + 3);
  BOOST_TEST(times(text, "<tr data-d=") == 2 * ::reports::listed_at_most);  // the list, and records by items
  BOOST_TEST(times(text, "<tr data-d=\"" + last + "\"") == 2u);
  BOOST_TEST(times(text, "The 200 of 203 records that need attention first.") == 1u);
  BOOST_TEST(times(text, "Below: the 200 of 203 records that need attention first") == 1u);
  std::string data = between(text, "id=\"list-data\">", "</script>");
  BOOST_TEST(times(data, "\"a-02.docx\"") == ::reports::listed_at_most + 2);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace reports_tests
