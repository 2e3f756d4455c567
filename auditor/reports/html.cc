#include "reports/html.h"

#include "reports/assets.h"
#include "reports/html_head.h"
#include "reports/html_parts.h"
#include "reports/words.h"

namespace reports {
namespace {

void banner(Markup& page, const Run& run, const Overview& all) {
  page.open("a", "skip").attribute("href", "#overview").text("Skip to the overview").close();
  page.open("header").open("div").element("h1", "Assessment audit");
  std::string what;
  for (const ChecklistTally& checklist : all.checklists) {
    what += (what.empty() ? "" : "; ") + checklist.title;
    if (!checklist.version.empty()) what += ", version " + checklist.version;
  }
  std::string when = run.facts.finished.empty() ? run.facts.started : run.facts.finished;
  if (!when.empty()) what += ". " + time_words(when);
  page.element("p", what, "note").close();
  page.open("p", "advice").element("strong", "It advises; people judge.");
  page.text(" Ratings come from the text alone. Read the quotes before you act on a grade.").close().close();
  page.open("nav").attribute("aria-label", "Parts of this page").open("ul");
  auto link = [&](bool there, const char* to, const char* words) {
    if (there) page.open("li").open("a").attribute("href", to).text(words).close().close();
  };
  bool any = !all.documents.empty();
  link(true, "#overview", "Overview");
  link(true, "#run", "What was audited");
  link(any && !all.items.empty(), "#items", "Items");
  link(any && !all.items.empty(), "#heat", "Records by items");
  link(any, "#timeliness", "Timeliness");
  link(!all.flags.empty(), "#flags", "Flags");
  link(!all.unsure.empty(), "#unsure", "Unsure");
  link(!all.not_audited.empty(), "#not-audited", "Not audited");
  link(any, "#records", "All records");
  page.close().close();
}

}  // namespace

base::Status write_html(const Run& run, const Write& write) {
  base::Result<Overview> counted_up = overview(run);
  if (!counted_up) return counted_up.error();
  const Overview& all = counted_up.value();

  // Given away part by part: of a large run the page is long.
  Markup page;
  base::Status status = base::Done{};
  auto given = [&] {
    if (status) status = write(page.drain());
  };
  page_head(page, "Assessment audit: " + counted(all.audited, "record"), {&base_style, &report_style}, &report_script);
  page.open("body");
  banner(page, run, all);
  page.open("main");
  overview_part(page, all);
  run_part(page, run, all);
  if (all.audited > 0) items_part(page, all);
  given();
  heat_part(page, all);
  timeliness_part(page, all);
  flags_part(page, all);
  given();
  unsure_part(page, all);
  not_audited_part(page, all);
  in_part_part(page, all);
  given();
  records_part(page, all);
  page.close().open("footer");
  page.element("p", "This page holds quotations from records about children. Keep it as safe as the records.").close();
  page.embed("script", report_script).close().close();
  given();
  return status;
}

}  // namespace reports
