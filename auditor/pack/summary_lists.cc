// The tables of summary.html.
#include <cmath>
#include <map>
#include <set>

#include "pack/summary_parts.h"
#include "reports/html_pages.h"
#include "reports/html_parts.h"
#include "reports/words.h"
#include "statistics/interval.h"

namespace pack {
namespace {

using evaluation::Grade;
using reports::Markup;
using reports::Overview;

constexpr std::size_t weakest_items = 10;

void number(Markup& page, std::size_t value) {
  page.element("td", std::to_string(value), "n");
}

std::string percent(double share) {
  return std::to_string(std::lround(100 * share)) + "%";
}

void record(Markup& page, std::size_t number, const std::string& words, const char* classes, Links links) {
  if (links == Links::none) {
    page.foreign("span", words, classes);
    return;
  }
  page.open("a", classes).attribute("href", reports::page_address(number)).attribute("dir", "auto").text(words).close();
}

void records_with(Markup& page, const std::set<std::size_t>& numbers, Links links) {
  page.open("td");
  bool first = true;
  for (std::size_t number : numbers) {
    if (!first) page.text(", ");
    first = false;
    record(page, number, std::to_string(number), "", links);
  }
  page.close();
}

void grade_row(Markup& page, const std::string& title, const std::array<std::size_t, 4>& grades) {
  std::size_t all = grades[0] + grades[1] + grades[2] + grades[3];
  page.open("tr").open("th").attribute("scope", "row").text(title).close();
  number(page, all);
  for (std::size_t i = 4; i-- > 0;) number(page, grades[i]);
  page.element(
      "td", all == 0 ? "\u2013" : percent(static_cast<double>(grades[2] + grades[3]) / static_cast<double>(all)), "n");
  statistics::Interval between = statistics::wilson(grades[2] + grades[3], all);
  page.element("td", all == 0 ? "\u2013" : percent(between.low) + " to " + percent(between.high), "n").close();
}

}  // namespace

void begin_table(Markup& page, const char* label, const std::vector<std::string>& heads) {
  page.open("div", "scroll").attribute("role", "region").attribute("aria-label", label).attribute("tabindex", "0");
  page.open("table").open("thead").open("tr");
  for (const std::string& head : heads) {
    bool of_numbers = head.starts_with('#');
    page.open("th", of_numbers ? "n" : "").attribute("scope", "col").text(head.substr(of_numbers ? 1 : 0)).close();
  }
  page.close().close().open("tbody");
}

void end_table(Markup& page) {
  page.close().close().close();
}

void look_first_part(Markup& page, const Overview& all, Links links) {
  const auto first = reports::shown_first(all);
  if (first.empty()) return;
  page.open("section", "look-first").attribute("id", "look-first").element("h2", "Look at this first");
  page.element(
      "p",
      "Words of a record that may tell of a child in danger now, beside which nothing was found that says what "
      "was done about them. It is no score and no finding.");
  page.open("ul");
  for (const reports::FlagFound& found : first) {
    page.open("li");
    record(page, found.number, found.path, "path", links);
    page.text(": ").element("bdi", found.flag.reason).close();
  }
  page.close().close();
}

void grades_part(Markup& page, const Overview& all) {
  page.open("section").attribute("id", "grades").element("h2", "Grades by dimension");
  begin_table(page, "Grades by dimension",
              {"Dimension", "#Records", "#Outstanding", "#Good", "#Requires improvement", "#Inadequate",
               "#Good or better", "#95% interval"});
  grade_row(page, "Overall", all.overall);
  for (const reports::DimensionTally& dimension : all.dimensions) grade_row(page, dimension.title, dimension.grades);
  end_table(page);
  page.element("p",
               "A record counts in a dimension only where one of its items applies. The interval (Wilson) says how far "
               "the share may be from that of all records like these, if these were drawn at random from them.",
               "note");
  page.close();
}

void weakest_part(Markup& page, const Overview& all) {
  std::vector<reports::ItemTally> items = reports::weakest(all, weakest_items);
  page.open("section").attribute("id", "weakest").element("h2", "What is weakest");
  if (items.empty()) {
    page.element("p", "Every item that applies was met in every record.").close();
    return;
  }
  begin_table(page, "The weakest items",
              {"Item", "Question", "#Applies to", "#Met", "#Partly", "#Not met", "#Share met", "#95% interval"});
  for (const reports::ItemTally& item : items) {
    std::size_t met = item.ratings[2];
    statistics::Interval between = statistics::wilson(met, item.applies());
    page.open("tr").open("th").attribute("scope", "row").text(item.id).close().element("td", item.question);
    for (std::size_t value : {item.applies(), met, item.ratings[1], item.ratings[0]}) number(page, value);
    page.element("td", percent(static_cast<double>(met) / static_cast<double>(item.applies())), "n");
    page.element("td", percent(between.low) + " to " + percent(between.high), "n").close();
  }
  end_table(page);
  page.close();
}

void flags_part(Markup& page, const Overview& all, Links links) {
  page.open("section").attribute("id", "flags").element("h2", "Flags");
  if (all.flags.empty()) {
    page.element("p", "None was raised.").close();
    return;
  }
  page.element("p", "Signs of copying, contradiction or gaps. A flag takes no points; it asks somebody to look.",
               "note");
  std::map<std::string, std::pair<std::size_t, std::set<std::size_t>>> by_id;
  for (const reports::FlagFound& found : all.flags) {
    auto& [count, records] = by_id[found.flag.id];
    ++count;
    records.insert(found.number);
  }
  begin_table(page, "Flags", {"Flag", "What it is about", "#Found", "In records"});
  for (const auto& [id, found] : by_id) {
    page.open("tr").open("th").attribute("scope", "row").text(id).close().element("td", reports::flag_words(id));
    number(page, found.first);
    records_with(page, found.second, links);
    page.close();
  }
  end_table(page);
  page.close();
}

void records_part(Markup& page, const Overview& all, Links links) {
  page.open("section").attribute("id", "records").element("h2", "Records");
  if (all.documents.empty()) {
    page.element("p", "No record in this pack could be audited.").close();
    return;
  }
  begin_table(page, "Records", {"#No.", "Record", "Type", "Overall", "#Score", "#Not met", "#Unsure", "#Flags"});
  for (const reports::Brief& document : all.documents) {
    page.open("tr");
    number(page, document.number);
    page.open("td");
    record(page, document.number, document.path, "path", links);
    for (const std::string& part : document.parts) page.element("div", part, "unsure");
    page.close().element("td", reports::type_words(document.type)).open("td");
    reports::grade_chip(page, document.overall.grade);
    page.close().element("td", reports::score_words(document.overall.score), "n");
    for (std::size_t value : {document.not_met, document.unsure, document.flags}) number(page, value);
    page.close();
  }
  end_table(page);
  page.close();
}

void not_audited_part(Markup& page, const Overview& all) {
  if (all.not_audited.empty()) return;
  page.open("section").attribute("id", "not-audited").element("h2", "What was not audited");
  page.element("p", "Refused: a record that could not be read. Skipped: a file that is no record.", "note");
  begin_table(page, "Refused and skipped files", {"File", "Status", "Reason"});
  for (const reports::NotAudited& file : all.not_audited) {
    page.open("tr").open("th", "path").attribute("scope", "row").attribute("dir", "auto").text(file.path).close();
    page.element("td", file.standing == evaluation::Standing::refused ? "Refused" : "Skipped");
    page.element("td", file.reason).close();
  }
  end_table(page);
  page.close();
}

}  // namespace pack
