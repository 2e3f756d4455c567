// The list of records: controls for its script, the first rows for whoever has none, and the data of all.
#include "reports/html_parts.h"
#include "reports/words.h"

namespace reports {
namespace {

using evaluation::Grade;

constexpr std::array<Grade, 4> kBestFirst{Grade::outstanding, Grade::good, Grade::requires_improvement,
                                          Grade::inadequate};

void choice(Markup& page, std::string_view value, std::string_view words) {
  page.open("option").attribute("value", value).text(words).close();
}

void open_choices(Markup& page, const char* id, const char* label, const char* none) {
  page.open("label").element("span", label).open("select").attribute("id", id);
  choice(page, "", none);
}

void grade_choices(Markup& page) {
  choice(page, "outstanding,good", "Good or better");
  choice(page, "requires_improvement,inadequate", "Below good");
  for (Grade grade : kBestFirst) choice(page, name_of(grade), words_for(grade));
}

void text_field(Markup& page) {
  page.open("label", "wide").element("span", "Path, child, worker, team or words of a flag");
  page.lone("input").attribute("type", "search").attribute("id", "f-text").attribute("autocomplete", "off");
  page.attribute("spellcheck", "false").close();
}

void ratings(Markup& page, const Overview& all) {
  page.open("div", "pair");
  open_choices(page, "f-dimension", "Dimension", "Any");
  for (const DimensionTally& dimension : all.dimensions) choice(page, dimension.id, dimension.title);
  page.close().close();
  open_choices(page, "f-dimension-value", "Its grade", "Any");
  grade_choices(page);
  page.close().close().close().open("div", "pair");
  open_choices(page, "f-item", "Item", "Any");
  for (const ItemTally& item : all.items) choice(page, item.id, item.id + " " + item.question);
  page.close().close();
  open_choices(page, "f-item-value", "Its rating", "Any");
  choice(page, "not_met,partly", "Not met or partly met");
  for (const char* rating : {"not_met", "partly", "met", "na"}) {
    choice(page, rating,
           std::string(rating) == "not_met"  ? "Not met"
           : std::string(rating) == "partly" ? "Partly met"
           : std::string(rating) == "met"    ? "Met"
                                             : "Does not apply");
  }
  choice(page, "unsure", "Unsure");
  page.close().close().close();
}

void kinds(Markup& page, const Overview& all) {
  if (!all.teams.empty()) {
    open_choices(page, "f-team", "Team", "Any");
    for (const auto& [team, count] : all.teams) choice(page, team, team + " (" + std::to_string(count) + ")");
    choice(page, "-", "No team told");
    page.close().close();
  }
  if (all.checklists.size() > 1) {
    open_choices(page, "f-checklist", "Checklist", "Any");
    for (const ChecklistTally& each : all.checklists) {
      choice(page, each.id, each.title + " (" + std::to_string(each.audited) + ")");
    }
    page.close().close();
  }
  open_choices(page, "f-type", "Type", "Any");
  for (const auto& [type, count] : all.types) {
    choice(page, type.empty() ? "-" : type, type_words(type) + " (" + std::to_string(count) + ")");
  }
  page.close().close();
  open_choices(page, "f-flag", "Flag", "Any or none");
  choice(page, "any", "Any flag");
  std::string before;
  for (const FlagFound& found : all.flags) {
    if (found.flag.id != before) choice(page, found.flag.id, found.flag.id + " " + flag_words(found.flag.id));
    before = found.flag.id;
  }
  page.close().close();
  open_choices(page, "f-time", "Timeliness", "Any");
  choice(page, "late", "Late");
  choice(page, "in_time", "Within the limit");
  choice(page, "unknown", "Cannot be told");
  page.close().close();
}

void tick(Markup& page, const char* id, const char* words) {
  page.open("label", "tick").lone("input").attribute("type", "checkbox").attribute("id", id).text(words).close();
}

// Hidden until the script, which does the filtering, has run.
void filter(Markup& page, const Overview& all) {
  page.open("div", "filter").attribute("role", "search").attribute("aria-label", "Records");
  page.attribute("id", "filter").attribute("hidden");
  text_field(page);
  open_choices(page, "f-grade", "Overall grade", "Any");
  grade_choices(page);
  page.close().close();
  ratings(page, all);
  kinds(page, all);
  page.open("div", "ticks");
  if (!all.unsure.empty()) tick(page, "f-unsure", " With unsure ratings");
  if (all.in_part > 0) tick(page, "f-part", " Read only in part");
  page.close().close();
  page.open("div", "found").attribute("id", "found").attribute("hidden");
  page.open("output").attribute("id", "count").attribute("role", "status").attribute("for", "filter").close();
  page.open("span", "note").attribute("id", "f-also").attribute("hidden").close();
  page.open("button").attribute("type", "button").attribute("id", "f-clear").text("Show all again").close().close();
}

void heads(Markup& page, const Overview& all) {
  auto head = [&](std::string_view words, std::string_view title, std::string_view classes, std::string_view sort) {
    page.open("th", classes).attribute("scope", "col").attribute("data-sort", sort);
    if (!title.empty()) page.attribute("title", title);
    page.text(words).close();
  };
  page.open("thead").open("tr");
  head("Record", "", "", "path");
  head("Type", "", "", "type");
  if (!all.teams.empty()) head("Team", "", "", "team");
  head("Overall", "", "", "need");
  for (const DimensionTally& dimension : all.dimensions) {
    head(dimension.own_id, dimension.title, dimension.other() ? "c other" : "c", dimension.id);
  }
  head("Days", "Working days taken", "n", "days");
  head("Not met", "Items not met", "n", "not_met");
  head("Flags", "", "n", "flags");
  head("Unsure", "Ratings of low confidence", "n", "unsure");
  page.close().close();
}

void row(Markup& page, const Overview& all, const Brief& record) {
  page.open("tr").attribute("data-d", record.number).open("th").attribute("scope", "row");
  record_link(page, all, record.number, record.path);
  std::string about;
  for (const std::string& child : record.children) about += (about.empty() ? "" : ", ") + child;
  if (!about.empty()) page.foreign("small", about);
  if (!record.parts.empty()) page.element("small", "Read only in part");
  page.close().element("td", type_words(record.type));
  if (!all.teams.empty()) page.foreign("td", record.team.empty() ? "\u2013" : record.team);
  page.open("td");
  grade_chip(page, record.overall.grade);
  page.close();
  for (std::size_t i = 0; i < record.grades.size(); ++i) {
    const std::optional<Grade>& grade = record.grades[i];
    page.open("td", all.dimensions[i].other() ? "c other" : "c");
    if (grade) {
      page.element("span", letters_for(*grade), "g g" + std::to_string(static_cast<int>(*grade)));
    } else {
      page.text("\u2013");
    }
    page.close();
  }
  std::string taken = !record.timeliness          ? "\u2013"
                      : record.timeliness->late() ? std::to_string(record.timeliness->working_days) + " late"
                                                  : std::to_string(record.timeliness->working_days);
  page.element("td", taken, "n nobreak");
  for (std::size_t count : {record.not_met, record.flags, record.unsure}) {
    page.element("td", std::to_string(count), count == 0 ? "n zero" : "n");
  }
  page.close();
}

void letters(Markup& page, const Overview& all) {
  page.open("p", "note key-line");
  for (Grade grade : kBestFirst) {
    page.open("span", "nobreak");
    page.element("span", letters_for(grade), "g g" + std::to_string(static_cast<int>(grade)));
    page.text(std::string(" ") + words_for(grade)).close();
  }
  for (const DimensionTally& dimension : all.dimensions) {
    page.open("span", "nobreak").element("b", dimension.id).text(" " + dimension.title).close();
  }
  page.close();
}

}  // namespace

void records_part(Markup& page, const Overview& all) {
  if (all.documents.empty()) return;
  section(page, "records", "Records");
  filter(page, all);
  letters(page, all);
  std::vector<const Brief*> records = by_need(all);
  if (records.size() > listed_at_most) {
    records.resize(listed_at_most);
    page.open("p", "note").attribute("id", "list-note");
    page.text("The " + std::to_string(listed_at_most) + " of " + std::to_string(all.documents.size()) +
              " records that need attention first. Where scripts run, all are listed here; findings.csv lists all, and "
              "the folder \u201Crecords\u201D has a page of each.");
    page.close();
  }
  if (all.checklists.size() > 1) {
    page.element("p", "On paper, grades in the dimensions of other checklists stand on each record\u2019s page alone.",
                 "note");
  }
  page.open("div", "scroll").attribute("role", "region").attribute("aria-label", "Table of records");
  page.attribute("tabindex", "0").open("table", "lines records").attribute("id", "record-table");
  heads(page, all);
  page.open("tbody");
  for (const Brief* record : records) row(page, all, *record);
  page.close().close().close();
  page.open("p", "screen").attribute("id", "more-line").attribute("hidden");
  page.open("button").attribute("type", "button").attribute("id", "more").text("Show more").close().text(" ");
  page.open("button").attribute("type", "button").attribute("id", "more-all").text("Show all").close().close();
  page.data("list-data", list_data(all));
  page.close();
}

}  // namespace reports
