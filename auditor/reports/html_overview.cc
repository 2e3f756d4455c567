// The first screen: a manager's three questions.
#include <algorithm>

#include "reports/html_parts.h"
#include "reports/words.h"

namespace reports {
namespace {

using evaluation::Grade;
using evaluation::Rating;

constexpr std::size_t kWeakest = 5;
constexpr std::size_t kNeedful = 5;
constexpr std::size_t kNotices = 20;
constexpr std::array<Grade, 4> kBestFirst{Grade::outstanding, Grade::good, Grade::requires_improvement,
                                          Grade::inadequate};

void letter_chip(Markup& page, Grade grade) {
  page.element("span", letters_for(grade), "g g" + std::to_string(static_cast<int>(grade)));
}

void grade_key(Markup& page) {
  page.open("p", "note key-line").attribute("aria-hidden", "true");
  for (Grade grade : kBestFirst) {
    page.open("span", "nobreak");
    letter_chip(page, grade);
    page.text(std::string(" ") + words_for(grade)).close();
  }
  page.close();
}

void grade_head(Markup& page, Grade grade) {
  page.open("th", "n").attribute("scope", "col").open("span").attribute("aria-hidden", "true");
  letter_chip(page, grade);
  page.close().element("span", words_for(grade), "unseen").close();
}

// `key` and `prefix` make the query of a grade: "grade" and "", "dimension" and "CV:".
void grade_row(Markup& page, const std::string& title, const char* remark, const std::array<std::size_t, 4>& grades,
               const char* key, const std::string& prefix) {
  page.open("tr").open("th").attribute("scope", "row").text(title);
  if (*remark != '\0') page.text(" ").element("small", remark);
  page.close();
  for (Grade grade : kBestFirst) {
    page.open("td", "n");
    figure(page, grades[static_cast<std::size_t>(grade)], asked(key, prefix + name_of(grade)));
    page.close();
  }
  page.close().open("tr", "bars").attribute("aria-hidden", "true").open("td").attribute("colspan", "5");
  grade_bar(page, grades);
  page.close().close();
}

void grade_table(Markup& page, const Overview& all) {
  page.open("div", "card").open("h3").attribute("id", "grades").text("How good is practice?").close();
  grade_key(page);
  page.open("table", "grades").attribute("aria-labelledby", "grades").open("thead").open("tr");
  page.open("th", "left").attribute("scope", "col").text("Dimension").close();
  for (Grade grade : kBestFirst) grade_head(page, grade);
  page.close().close().open("tbody");
  grade_row(page, "Overall", "", all.overall, "grade", "");
  bool without = false;
  for (const DimensionTally& dimension : all.dimensions) {
    grade_row(page, dimension.title.empty() ? dimension.id : dimension.title,
              dimension.in_overall ? "" : "not in the overall grade", dimension.grades, "dimension",
              dimension.id + ":");
    without = without || dimension.without > 0;
  }
  page.close().close();
  if (all.checklists.size() > 1) {
    page.element("p",
                 "Records were rated by the checklist for their type; an overall grade by one says something else than "
                 "the same grade by another.",
                 "note");
  }
  if (without) page.element("p", "A record counts in a dimension only where one of its items applies.", "note");
  page.close();
}

void weakest_list(Markup& page, const Overview& all) {
  page.open("div", "card").open("h3").attribute("id", "weakest").text("What is weakest?").close();
  std::vector<ItemTally> items = weakest(all, kWeakest);
  if (items.empty()) page.element("p", "Every item that applies was met in every record.");
  page.open("ol", "weakest");
  for (const ItemTally& item : items) {
    page.open("li").open("p").element("b", item.id).text(" " + item.question).close();
    rating_bar(page, item.ratings);
    page.open("p", "note");
    constexpr std::array<const char*, 3> words{" not met", " partly", " met"};
    for (std::size_t i = 0; i < 3; ++i) {
      if (i > 0) page.text(", ");
      figure(page, item.ratings[i], std::to_string(item.ratings[i]) + words[i],
             asked("item", item.id + ":" + name_of(static_cast<Rating>(i))));
    }
    page.text(": ")
        .element("span", "met in " + share_words(item.ratings[2], item.applies()), "nobreak")
        .close()
        .close();
  }
  page.close();
  page.open("p", "more").open("a").attribute("href", "#items").text("Every item").close();
  page.element("span", " In brackets: 95% interval", "note").close().close();
}

// The dimensions with that grade, in words; empty where there are none.
std::string dimensions_at(const Overview& all, const Brief& record, Grade grade) {
  std::string out;
  for (std::size_t i = 0; i < record.grades.size(); ++i) {
    if (record.grades[i] != grade) continue;
    out += (out.empty() ? std::string(words_for(grade)) + " in " : ", ") + all.dimensions[i].title;
  }
  return out;
}

// What counts against this record.
std::string counts_of(const Brief& record) {
  std::string out = counted(record.not_met, "item") + " not met";
  if (record.flags > 0) out += ", " + counted(record.flags, "flag");
  if (!record.parts.empty()) out += ", read only in part";
  return out;
}

void needful(Markup& page, const Overview& all, const Brief& record) {
  page.open("li").open("p");
  record_link(page, all, record.number, record.path);
  page.close().open("p", "note");
  grade_chip(page, record.overall.grade);
  page.text(" " + counts_of(record)).close();
  std::string low = dimensions_at(all, record, Grade::inadequate);
  if (low.empty()) low = dimensions_at(all, record, Grade::requires_improvement);
  if (!low.empty()) page.element("p", low, "note");
  page.close();
}

bool needs_attention(const Brief& record) {
  auto low = [](const std::optional<Grade>& grade) { return grade && *grade < Grade::good; };
  return low(record.overall.grade) || std::any_of(record.grades.begin(), record.grades.end(), low) ||
         record.flags > 0 || !record.parts.empty();
}

void attention_list(Markup& page, const Overview& all) {
  page.open("div", "card").open("h3").attribute("id", "attention").text("Which records need attention first?").close();
  std::vector<const Brief*> records = by_need(all);
  std::erase_if(records, [](const Brief* record) { return !needs_attention(*record); });
  if (records.empty()) {
    page.element("p", "No record has a grade below good or a flag, and all were read whole.").close();
    return;
  }
  page.open("ol", "attention");
  for (std::size_t i = 0; i < std::min(kNeedful, records.size()); ++i) {
    needful(page, all, *records[i]);
  }
  page.close().open("p", "more");
  figure(page, records.size(), "All, in this order", "sort=need");
  page.element("span", " Grade, then score, then flags", "note").close().close();
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

void tile(Markup& page, std::size_t count, const std::string& what, const std::string& query, const char* section) {
  page.open("li");
  if (*section != '\0') {
    page.open("a").attribute("href", section).element("b", std::to_string(count)).text(" " + what).close();
  } else {
    page.open("a").attribute("href", "#records").attribute("data-list", query);
    page.element("b", std::to_string(count)).text(" " + what).close();
  }
  page.close();
}

void tiles(Markup& page, const Overview& all) {
  std::size_t late = 0;
  for (const Brief& record : all.documents) late += record.timeliness && record.timeliness->late() ? 1u : 0u;
  page.open("ul", "tiles");
  if (all.audited > 0) tile(page, all.audited, "audited", "", "");
  if (all.overall[0] > 0) tile(page, all.overall[0], "inadequate overall", asked("grade", "inadequate"), "");
  if (late > 0) tile(page, late, "late", asked("time", "late"), "");
  if (!all.flags.empty()) tile(page, all.flags.size(), all.flags.size() == 1 ? "flag" : "flags", "", "#flags");
  if (all.unsure_ratings > 0) {
    tile(page, all.unsure_ratings, all.unsure_ratings == 1 ? "unsure rating" : "unsure ratings", "", "#unsure");
  }
  if (all.in_part > 0) tile(page, all.in_part, "read only in part", "", "#in-part");
  if (all.refused > 0) tile(page, all.refused, "refused", "", "#not-audited");
  if (all.skipped > 0) tile(page, all.skipped, "skipped", "", "#not-audited");
  page.close();
}

// What is to be read before all else, with its words; nothing where there is none.
void notices(Markup& page, const Overview& all) {
  const auto first = shown_first(all);
  if (first.empty()) return;
  page.open("div", "look-first").attribute("id", "look-first").open("h3");
  page.text("Look at this first: " + counted(first.size(), "notice") + " that a child may be in danger now").close();
  page.element("p",
               "Each is words of a record beside which nothing was found that says what was done about them. It is no "
               "score and no finding: read the record, and act as your procedures say.",
               "note");
  page.open("ul");
  for (std::size_t i = 0; i < std::min(kNotices, first.size()); ++i) {
    page.open("li");
    record_link(page, all, first[i].number, first[i].path);
    page.element("p", first[i].flag.reason).foreign("blockquote", first[i].flag.quote).close();
  }
  page.close();
  if (first.size() > kNotices) page.element("p", "The others stand first under Flags.", "note");
  page.close();
}

}  // namespace

void overview_part(Markup& page, const Overview& all) {
  page.open("section").attribute("id", "overview").attribute("aria-labelledby", "overview-h");
  page.open("div", "lead").open("h2", "headline").attribute("id", "overview-h").text(headline(all)).close();
  tiles(page, all);
  page.close();
  notices(page, all);
  if (all.audited > 0) {
    page.open("div", "three");
    grade_table(page, all);
    weakest_list(page, all);
    attention_list(page, all);
    page.close();
  }
  page.close();
}

}  // namespace reports
