#include <algorithm>

#include "reports/html_parts.h"
#include "reports/words.h"

namespace reports {
namespace {

constexpr std::size_t kNeedful = 10;
constexpr std::size_t kFlagsOfAKind = 100;
constexpr std::size_t kNotAudited = 1'000;

void section(Markup& page, std::string_view id, std::string_view title) {
  page.open("section").attribute("id", id).element("h2", title);
}

// The dimensions with that grade, as the start of a sentence; empty where there are none.
std::string dimensions_at(const Overview& all, const Brief& record, evaluation::Grade grade) {
  std::string out;
  for (std::size_t i = 0; i < record.grades.size(); ++i) {
    if (record.grades[i] != grade) continue;
    out += (out.empty() ? std::string(words_for(grade)) + ": " : ", ") + all.dimensions[i].title;
  }
  return out.empty() ? out : out + ". ";
}

// Why this record is in the list.
std::string why(const Overview& all, const Brief& record) {
  std::string out = dimensions_at(all, record, evaluation::Grade::inadequate);
  if (out.empty()) out = dimensions_at(all, record, evaluation::Grade::requires_improvement);
  out += counted(record.not_met, "item") + " not met";
  if (record.flags > 0) out += ", " + counted(record.flags, "flag");
  if (record.unsure > 0) out += ", " + counted(record.unsure, "unsure rating");
  if (!record.parts.empty()) out += ", read only in part";
  return out + ".";
}

bool needs_attention(const Brief& record) {
  auto low = [](const std::optional<evaluation::Grade>& grade) { return grade && *grade < evaluation::Grade::good; };
  return low(record.overall.grade) || std::any_of(record.grades.begin(), record.grades.end(), low) ||
         record.flags > 0 || !record.parts.empty();
}

}  // namespace

void attention_part(Markup& page, const Overview& all) {
  if (all.documents.empty()) return;
  section(page, "attention", "Which records need attention first");
  std::vector<Brief> records = by_need(all);
  std::erase_if(records, [](const Brief& record) { return !needs_attention(record); });
  if (records.empty()) {
    page.element("p", "No record has a grade below good or a flag, and all were read whole.").close();
    return;
  }
  page.element("p", "Lowest overall grade first, then lowest score, then most flags.", "note");
  page.open("ol", "attention");
  for (std::size_t i = 0; i < std::min(kNeedful, records.size()); ++i) {
    page.open("li");
    grade_chip(page, records[i].overall.grade);
    page.open("div");
    record_link(page, records[i].number, records[i].path);
    page.element("p", why(all, records[i]), "note").close().close();
  }
  page.close().close();
}

void in_part_part(Markup& page, const Overview& all) {
  if (all.in_part == 0) return;
  section(page, "in-part", "What was read only in part");
  page.element("p",
               "A limit was reached, or the file was damaged: the audit is of what could be read, and every rating of "
               "these records is unsure.",
               "note");
  page.open("ul", "near");
  std::size_t listed = 0;
  for (const Brief& record : all.documents) {
    if (record.parts.empty() || ++listed > kNotAudited) continue;
    page.open("li");
    record_link(page, record.number, record.path);
    for (const std::string& part : record.parts) page.element("p", part, "unsure");
    page.close();
  }
  page.close();
  if (listed > kNotAudited) page.element("p", "The others are in findings.csv.", "note");
  page.close();
}

void not_audited_part(Markup& page, const Overview& all) {
  if (all.not_audited.empty()) return;
  section(page, "not-audited", "What was not audited");
  page.element(
      "p", "Refused: a record that could not be read, so nothing is known of it. Skipped: a file that is no record.",
      "note");
  page.open("div", "scroll").attribute("role", "region").attribute("aria-label", "Refused and skipped files");
  page.attribute("tabindex", "0").open("table", "lines").open("thead").open("tr");
  for (const char* head : {"File", "Status", "Reason"}) page.open("th").attribute("scope", "col").text(head).close();
  page.close().close().open("tbody");
  for (std::size_t i = 0; i < std::min(kNotAudited, all.not_audited.size()); ++i) {
    const NotAudited& file = all.not_audited[i];
    page.open("tr").open("th", "path").attribute("scope", "row").attribute("dir", "auto").text(file.path).close();
    page.element("td", file.standing == evaluation::Standing::refused ? "Refused" : "Skipped");
    page.element("td", file.reason).close();
  }
  page.close().close().close();
  if (all.not_audited.size() > kNotAudited) page.element("p", "The others are in findings.csv.", "note");
  page.close();
}

void flags_part(Markup& page, const Overview& all) {
  if (all.flags.empty()) return;
  section(page, "flags", "Flags");
  page.element("p", "Signs of copying, contradiction or gaps. A flag takes no points; it asks somebody to look.",
               "note");
  for (std::size_t first = 0; first < all.flags.size();) {
    std::size_t end = first;
    while (end < all.flags.size() && all.flags[end].flag.id == all.flags[first].flag.id) ++end;
    std::string words = flag_words(all.flags[first].flag.id);
    page.open("details", "flag").open("summary").open("h3").text(all.flags[first].flag.id);
    if (!words.empty()) page.text(" " + words);
    page.close().element("span", std::to_string(end - first) + " found", "note").close().open("ul");
    for (std::size_t i = first; i < std::min(end, first + kFlagsOfAKind); ++i) {
      page.open("li");
      record_link(page, all.flags[i].number, all.flags[i].path);
      page.element("p", all.flags[i].flag.reason).foreign("blockquote", all.flags[i].flag.quote).close();
    }
    page.close();
    if (end - first > kFlagsOfAKind) page.element("p", "The others are in findings.jsonl.", "note");
    page.close();
    first = end;
  }
  page.close();
}

void run_part(Markup& page, const Run& run, const Overview& all) {
  const store::RunFacts& facts = run.facts;
  section(page, "run", "About this run");
  page.open("dl");
  auto line = [&](const char* term, const std::string& value) {
    if (!value.empty()) page.element("dt", term).element("dd", value);
  };
  line("Checklist", facts.checklist_title + " (" + facts.checklist_id + "), version " + facts.checklist_version);
  line("Checklist SHA-256", facts.checklist_sha256);
  line("Program", "auditor " + facts.program_version);
  line("Started", time_words(facts.started));
  line("Finished", time_words(facts.finished));
  std::string in_part = all.in_part == 0 ? "" : " (" + std::to_string(all.in_part) + " read only in part)";
  line("Files", std::to_string(all.audited) + " audited" + in_part + ", " + std::to_string(all.refused) + " refused, " +
                    std::to_string(all.skipped) + " skipped");
  std::string types;
  for (const auto& [type, count] : all.types) {
    types += (types.empty() ? "" : "; ") + type_words(type) + " " + std::to_string(count);
  }
  line("Types", types);
  line("Records compared",
       facts.across ? "Yes: flags that compare records ran" : "No: flags that compare records did not run");
  line("Reading", facts.sandbox.empty() ? "" : "Sandbox: " + facts.sandbox);
  if (facts.interrupted) line("Interrupted", "The run was stopped before its end; this is what was finished.");
  page.close().close();
}

}  // namespace reports
