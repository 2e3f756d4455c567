// What a record's page begins with: what the record is, what it was graded, how it was read.
#include <algorithm>

#include "reports/html_parts.h"
#include "reports/html_record_parts.h"
#include "reports/view.h"
#include "reports/words.h"

namespace reports {
namespace {

using evaluation::Outcome;

// The file's name large, the folder that it is in above it.
void title(Markup& page, const Outcome& outcome) {
  std::size_t slash = outcome.path.rfind('/');
  bool in_folder = slash != std::string::npos && slash + 1 < outcome.path.size();
  if (in_folder) page.foreign("p", outcome.path.substr(0, slash + 1), "note path");
  page.foreign("h1", in_folder ? outcome.path.substr(slash + 1) : outcome.path, "path");
}

void fact(Markup& page, std::string_view name, std::string_view value) {
  page.open("div").element("dt", name).foreign("dd", value).close();
}

void list_of(Markup& page, std::string_view name, const std::vector<std::string>& values) {
  if (values.empty()) return;
  page.open("div").element("dt", name).open("dd");
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (i > 0) page.text("; ");
    page.element("bdi", values[i]);
  }
  page.close().close();
}

std::string checklist_title(const RecordView& view) {
  const std::string& id = checklist_of(view.outcome, view.facts);
  for (const store::ChecklistFacts& other : view.facts.further) {
    if (other.id == id) return other.title + " (" + id + ")";
  }
  return view.facts.checklist_title + " (" + id + ")";
}

void facts(Markup& page, const RecordView& view) {
  const Outcome& outcome = view.outcome;
  page.open("dl", "facts");
  list_of(page, outcome.children.size() > 1 ? "Children" : "Child", outcome.children);
  fact(page, "Type", type_words(outcome.type));
  if (!view.facts.further.empty()) fact(page, "Checklist", checklist_title(view));
  fact(page, "Read as", outcome.format + ", " + counted(outcome.words, "word"));
  list_of(page, "Sections not recognised", outcome.unknown_sections);
  page.open("div", "hash").element("dt", "SHA-256").open("dd").element("code", outcome.sha256).close().close();
  page.close();
}

void grades(Markup& page, const RecordView& view) {
  const Outcome& outcome = view.outcome;
  page.open("ul", "grades").attribute("aria-label", "Grades");
  page.open("li", "whole").element("span", "Overall");
  grade_chip(page, outcome.overall.grade);
  std::string score = "score " + score_words(outcome.overall.score);
  if (!outcome.overall.limited_by.empty()) score += ", limited by " + outcome.overall.limited_by;
  page.element("small", score).close();
  for (const auto& dimension : outcome.dimensions) {
    page.open("li").open("a").attribute("href", "#dimension-" + dimension.id).text(dimension.title).close();
    if (dimension.possible > 0) grade_chip(page, dimension.grade);
    page.element("small", points_words(dimension)).close();
  }
  page.close();
}

// That people's ratings count, and what the auditor's alone come to.
void overruled(Markup& page, const Outcome& outcome) {
  std::size_t changed = 0, by_people = 0;
  for (const auto& answer : outcome.items) {
    changed += answer.auditor ? 1U : 0U;
    by_people += answer.opinions.empty() ? 0U : 1U;
  }
  const std::string words = people_words(by_people, changed, changed > 0 && !outcome.auditors ? 1 : 0);
  if (words.empty()) return;
  page.open("p", "note").attribute("id", "people").text(words);
  if (outcome.auditors) {
    page.text(" By the auditor\u2019s ratings alone: ");
    grade_chip(page, outcome.auditors->overall.grade);
    page.text(" score " + score_words(outcome.auditors->overall.score) + ".");
  }
  page.close();
}

void notes(Markup& page, const Outcome& outcome) {
  for (const auto& note : outcome.document.notes) {
    const char* what = document::tells_of_a_part(note) ? "Read only in part: " : "Reading: ";
    page.open("p", document::tells_of_a_part(note) ? "unsure" : "note").element("b", what).text(note.message).close();
  }
}

// What is to be read before all else; each leads to its flag below.
void notices(Markup& page, const Outcome& outcome) {
  for (std::size_t i = 0; i < outcome.flags.size(); ++i) {
    const auto& flag = outcome.flags[i];
    if (!flag.first) continue;
    page.open("div", "look-first").open("p").element("b", "Look at this first: ").element("bdi", flag.reason).text(" ");
    page.open("a").attribute("href", "#flag-" + std::to_string(i + 1)).text("Show it").close().close().close();
  }
}

}  // namespace

std::string points_words(const evaluation::DimensionScore& score) {
  if (score.possible == 0) return "no item applies";
  std::string out = std::to_string(score.points) + " of " + counted(score.possible, "point");
  if (!score.limited_by.empty()) out += ", limited by " + score.limited_by;
  return out;
}

void record_head(Markup& page, const RecordView& view) {
  page.open("header", "head");
  title(page, view.outcome);
  notices(page, view.outcome);
  grades(page, view);
  overruled(page, view.outcome);
  facts(page, view);
  notes(page, view.outcome);
  page.close();
}

}  // namespace reports
