#include <cstdio>

#include "reports/html_parts.h"
#include "reports/words.h"

namespace reports {
namespace {

using evaluation::Grade;

void choice(Markup& page, std::string_view value, std::string_view words) {
  page.open("option").attribute("value", value).text(words).close();
}

// Hidden until the script, which does the filtering, has run.
void filter(Markup& page, const Overview& all) {
  page.open("div", "filter").attribute("role", "search").attribute("id", "filter").attribute("hidden");
  page.open("label").text("Text ").lone("input").attribute("type", "search").attribute("id", "f-text").close();
  page.open("label").text("Overall grade ").open("select").attribute("id", "f-grade");
  choice(page, "", "All");
  for (Grade grade : {Grade::outstanding, Grade::good, Grade::requires_improvement, Grade::inadequate}) {
    choice(page, name_of(grade), words_for(grade));
  }
  page.close().close().open("label").text("Type ").open("select").attribute("id", "f-type");
  choice(page, "", "All");
  for (const auto& [type, count] : all.types) {
    choice(page, type.empty() ? "-" : type, type_words(type) + " (" + std::to_string(count) + ")");
  }
  page.close().close().open("output").attribute("id", "f-count").attribute("role", "status").close().close();
}

std::string sort_key(std::optional<Grade> grade, std::optional<double> score) {
  if (!grade) return "-1";
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%.4f", static_cast<double>(*grade) * 10 + score.value_or(0));
  return buffer;
}

void grade_cell(Markup& page, std::optional<Grade> grade, std::optional<double> score, bool whole) {
  page.open("td", whole ? "" : "c").attribute("data-k", sort_key(grade, score));
  if (!grade) {
    page.text("\u2013");
  } else if (whole) {
    grade_chip(page, *grade);
  } else {
    page.element("span", letters_for(*grade), "g g" + std::to_string(static_cast<int>(*grade)));
  }
  page.close();
}

void heads(Markup& page, const Overview& all) {
  auto head = [&](std::string_view words, std::string_view title, std::string_view classes) {
    page.open("th", classes).attribute("scope", "col");
    if (!title.empty()) page.attribute("title", title);
    page.text(words).close();
  };
  page.open("thead").open("tr");
  head("Record", "", "");
  head("Type", "", "");
  head("Overall", "", "");
  for (const DimensionTally& dimension : all.dimensions) head(dimension.id, dimension.title, "c");
  head("Not met", "Items not met", "n");
  head("Flags", "", "n");
  head("Unsure", "Ratings of low confidence", "n");
  page.close().close();
}

}  // namespace

void record_table(Markup& page, const Overview& all) {
  filter(page, all);
  page.open("p", "note key-line");
  for (Grade grade : {Grade::outstanding, Grade::good, Grade::requires_improvement, Grade::inadequate}) {
    page.open("span", "nobreak");
    page.element("span", letters_for(grade), "g g" + std::to_string(static_cast<int>(grade)));
    page.text(std::string(" ") + words_for(grade)).close();
  }
  for (const DimensionTally& dimension : all.dimensions) {
    page.open("span", "nobreak").element("b", dimension.id).text(" " + dimension.title).close();
  }
  page.close();
  page.open("div", "scroll").attribute("role", "region").attribute("aria-label", "Table of records");
  page.attribute("tabindex", "0").open("table", "lines records").attribute("id", "record-table");
  heads(page, all);
  page.open("tbody");
  for (const Brief& record : all.documents) {
    page.open("tr").attribute("data-d", record.number).attribute("data-grade", name_of(record.overall.grade));
    page.attribute("data-type", record.type.empty() ? "-" : record.type);
    page.open("th").attribute("scope", "row");
    record_link(page, record.number, record.path);
    if (!record.parts.empty()) page.text(" ").element("small", "read only in part");
    page.close().element("td", type_words(record.type));
    grade_cell(page, record.overall.grade, record.overall.score, true);
    for (std::size_t i = 0; i < record.grades.size(); ++i) {
      grade_cell(page, record.grades[i], record.scores[i], false);
    }
    for (std::size_t count : {record.not_met, record.flags, record.unsure}) {
      page.element("td", std::to_string(count), count == 0 ? "n zero" : "n");
    }
    page.close();
  }
  page.close().close().close();
}

}  // namespace reports
