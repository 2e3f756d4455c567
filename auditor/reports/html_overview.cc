#include "reports/html_parts.h"
#include "reports/words.h"

namespace reports {
namespace {

using evaluation::Grade;

constexpr std::size_t kWeakest = 7;

void grade_head(Markup& page, Grade grade) {
  page.open("th", "n").attribute("scope", "col");
  page.open("span", "key k" + std::to_string(static_cast<int>(grade))).attribute("aria-hidden", "true").close();
  page.element("span", words_for(grade), "long");
  page.open("span", "short").attribute("aria-hidden", "true").text(letters_for(grade)).close().close();
}

void grade_row(Markup& page, const std::string& title, const char* remark, const std::array<std::size_t, 4>& grades) {
  page.open("tr").open("th").attribute("scope", "row").text(title);
  if (*remark != '\0') page.text(" ").element("small", remark);
  page.close().open("td", "b");
  grade_bar(page, grades);
  page.close();
  for (std::size_t i = 4; i-- > 0;) {
    page.element("td", std::to_string(grades[i]), grades[i] == 0 ? "n zero" : "n");
  }
  page.close();
}

void grade_table(Markup& page, const Overview& all) {
  page.open("div", "card").open("h3").attribute("id", "grades").text("Grades by dimension").close();
  page.open("table", "grades").attribute("aria-labelledby", "grades").open("thead").open("tr");
  page.open("th").attribute("scope", "col").text("Dimension").close();
  page.open("td", "b").close();
  for (Grade grade : {Grade::outstanding, Grade::good, Grade::requires_improvement, Grade::inadequate}) {
    grade_head(page, grade);
  }
  page.close().close().open("tbody");
  grade_row(page, "Overall", "", all.overall);
  bool without = false;
  for (const DimensionTally& dimension : all.dimensions) {
    grade_row(page, dimension.title.empty() ? dimension.id : dimension.title,
              dimension.in_overall ? "" : "not in the overall grade", dimension.grades);
    without = without || dimension.without > 0;
  }
  page.close().close();
  if (without) page.element("p", "A record counts in a dimension only where one of its items applies.", "note");
  page.close();
}

void weakest_list(Markup& page, const Overview& all) {
  page.open("div", "card").element("h3", "What is weakest");
  std::vector<ItemTally> items = weakest(all, kWeakest);
  if (items.empty()) page.element("p", "Every item that applies was met in every record.");
  page.open("ol", "weakest");
  for (const ItemTally& item : items) {
    page.open("li").open("p").element("b", item.id).text(" " + item.question).close();
    rating_bar(page, item.ratings);
    page.element("p",
                 std::to_string(item.ratings[0]) + " not met, " + std::to_string(item.ratings[1]) + " partly, " +
                     std::to_string(item.ratings[2]) + " met",
                 "note");
    page.close();
  }
  page.close().close();
}

void tile(Markup& page, std::size_t count, const char* what, const char* link = "") {
  page.open("li").element("b", std::to_string(count)).text(" ");
  if (*link != '\0' && count > 0) {
    page.open("a").attribute("href", link).text(what).close();
  } else {
    page.text(what);
  }
  page.close();
}

std::string headline(const Overview& all) {
  if (all.audited == 0) return "No record could be audited";
  std::size_t fine = all.overall[2] + all.overall[3];
  if (all.audited == 1) return std::string("The record is graded ") + words_for(all.documents.front().overall.grade);
  if (fine == all.audited) return "All " + std::to_string(fine) + " records are good or better overall";
  if (fine == 0) return "None of the " + std::to_string(all.audited) + " records is good or better overall";
  return std::to_string(fine) + " of " + std::to_string(all.audited) +
         (fine == 1 ? " records is good or better overall" : " records are good or better overall");
}

}  // namespace

void overview_part(Markup& page, const Overview& all) {
  page.open("section").attribute("id", "overview").attribute("aria-labelledby", "overview-h");
  page.open("h2", "headline").attribute("id", "overview-h").text(headline(all)).close();
  page.open("ul", "tiles");
  tile(page, all.audited, "audited", "#records");
  if (all.overall[0] > 0) tile(page, all.overall[0], "inadequate overall", "#attention");
  tile(page, all.flags.size(), all.flags.size() == 1 ? "flag" : "flags", "#flags");
  if (all.in_part > 0) tile(page, all.in_part, "read only in part", "#in-part");
  tile(page, all.refused, "refused", "#not-audited");
  if (all.skipped > 0) tile(page, all.skipped, "skipped", "#not-audited");
  page.close();
  if (all.audited > 0) {
    page.open("div", "two");
    grade_table(page, all);
    weakest_list(page, all);
    page.close();
  }
  page.close();
}

}  // namespace reports
