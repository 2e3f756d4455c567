// summary.html: the page that a pack is opened with, and printed from.
#include "pack/assets.h"
#include "pack/contents.h"
#include "pack/summary_parts.h"
#include "reports/html_head.h"
#include "reports/sample_words.h"
#include "reports/words.h"

namespace pack {
namespace {

using reports::Markup;
using reports::Overview;

void names(Markup& page, bool pseudonymised) {
  page.open("div", "names");
  if (pseudonymised) {
    page.element("p",
                 "People, places, numbers and dates of birth are replaced by labels, the same one for the same person "
                 "throughout. A program did this and may have missed some: keep the pack confidential.");
  } else {
    page.open("p").element("strong", "This pack holds real names.");
    page.text("Keep it as safe as the records themselves, and hand it only to those who may read them.").close();
  }
  page.close();
}

void head(Markup& page, const Contents& contents, const Overview& all) {
  const store::RunFacts& facts = contents.run.facts;
  page.open("header").element("h1", "Evidence pack: audit of assessment records");
  std::string what;
  for (const reports::ChecklistTally& checklist : all.checklists) {
    what += (what.empty() ? "" : "; ") + checklist.title;
    if (!checklist.version.empty()) what += ", version " + checklist.version;
  }
  if (!facts.finished.empty()) what += ". Audited " + reports::time_words(facts.finished);
  page.element("p", what, "note");
  page.open("p").element("strong", "It advises; people judge.");
  page.text(" Ratings come from the records\u2019 text alone. Read the quotes before you act on a grade.").close();
  names(page, contents.pseudonymised);
  page.close();
}

void sample(Markup& page, const Contents& contents, const Overview& all) {
  page.open("section").attribute("id", "sample").element("h2", "What was audited, and how it was chosen");
  page.element("p", sample_words(contents));
  std::string here = "In this pack: " + reports::counted(all.audited, "audited record") + ", " +
                     std::to_string(all.refused) + " refused, " + std::to_string(all.skipped) + " skipped";
  if (all.in_part > 0) here += "; of the audited, " + std::to_string(all.in_part) + " were read only in part";
  page.element("p", here + ".");
  const auto sample = reports::sample_words(contents.run);
  if (!sample.empty()) page.open("dl");
  for (const auto& [term, words] : sample) page.element("dt", term).element("dd", words);
  if (!sample.empty()) page.close();
  page.open("p").text("The audit was run as ").element("code", command_words(contents.run.facts)).text(".").close();
  page.close();
}

void method(Markup& page) {
  page.open("section").attribute("id", "method").element("h2", "How it was rated, and what that cannot tell");
  page.open("ul");
  for (const char* line :
       {"Each item of the checklist is rated met, partly, not met or not applicable, by rules that look for words in "
        "the record; where the checklist has a second reading, the record may be given another rating than by the "
        "rules, and the answer says so.",
        "Every met and partly rests on quotes, word for word, that each record\u2019s page shows in their place. Not "
        "met "
        "says where the program looked and what came near.",
        "A dimension\u2019s score is its points (2, 1, 0) out of what was possible; its grade goes by the score, "
        "within "
        "limits that the checklist sets.",
        "The program reads what is written, not what was done. It is wrong at times, also where it sounds sure: a "
        "person "
        "must judge before anything is concluded about a record, a worker or a child."}) {
    page.element("li", line);
  }
  page.close().close();
}

void sums(Markup& page, const Contents& contents, const std::vector<Listed>& listed) {
  const store::RunFacts& facts = contents.run.facts;
  page.open("section").attribute("id", "sums").element("h2", "Versions and check sums (SHA-256)");
  page.open("dl");
  auto line = [&](const std::string& term, const std::string& value, const char* classes = "") {
    page.element("dt", term).element("dd", value, classes);
  };
  line("Program",
       "auditor " + facts.program_version +
           (facts.program_version == contents.program_version ? "" : ", packed by " + contents.program_version));
  for (const store::ChecklistFacts& each : facts.checklists()) {
    line("Checklist", each.id + " " + each.version +
                          (contents.checklist.empty() ? " (its files were not at hand and are not in the pack)"
                                                      : " (in the folder checklist)"));
    line("Checklist\u2019s sum", each.sha256, "sum");
  }
  for (const Listed& file : listed) {
    bool whole_list = file.path.starts_with("findings.") || file.path == sources_path;
    if (whole_list) line(file.path, file.sha256, "sum");
  }
  page.close();
  page.element(
      "p",
      "SHA256SUMS lists every file of the pack, sources.sha256 every source file. \u201Cauditor pack --verify\u201D or "
      "\u201Csha256sum -c SHA256SUMS\u201D says whether anything was changed; compare the sum of the whole pack with "
      "the one in the covering letter.",
      "note");
  page.close();
}

}  // namespace

std::string summary(const Contents& contents, const Overview& overview, const std::vector<Listed>& listed,
                    Links links) {
  Markup page;
  reports::page_head(page, "Evidence pack", {&base_style, &summary_style}, nullptr);
  page.open("body");
  head(page, contents, overview);
  page.open("main");
  look_first_part(page, overview, links);
  sample(page, contents, overview);
  if (overview.audited > 0) {
    grades_part(page, overview);
    weakest_part(page, overview);
    flags_part(page, overview, links);
  }
  records_part(page, overview, links);
  not_audited_part(page, overview);
  method(page);
  sums(page, contents, listed);
  page.close().close().close();
  return page.drain();
}

}  // namespace pack
