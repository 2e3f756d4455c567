#include "reports/html.h"

#include <array>

#include "base/sha256.h"
#include "reports/assets.h"
#include "reports/base64.h"
#include "reports/html_parts.h"
#include "reports/words.h"

namespace reports {
namespace {

// How a content security policy names an inline style or script: any other will not run.
std::string allowed(const Markup::Asset& asset) {
  std::string hexadecimal = base::sha256(asset.text());
  std::string bytes;
  auto digit = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
  for (std::size_t i = 0; i < hexadecimal.size(); i += 2) {
    bytes += static_cast<char>(digit(hexadecimal[i]) * 16 + digit(hexadecimal[i + 1]));
  }
  return "'sha256-" + base64(bytes) + "'";
}

void head(Markup& page, const std::string& title) {
  page.doctype().open("html").attribute("lang", "en-GB").open("head");
  page.lone("meta").attribute("charset", "utf-8");
  page.lone("meta").attribute("http-equiv", "Content-Security-Policy");
  page.attribute("content", "default-src 'none'; style-src " + allowed(report_style) + "; script-src " +
                                allowed(report_script) + "; base-uri 'none'; form-action 'none'");
  auto meta = [&](const char* name, const char* content) {
    page.lone("meta").attribute("name", name).attribute("content", content);
  };
  meta("viewport", "width=device-width, initial-scale=1");
  meta("color-scheme", "light dark");
  meta("referrer", "no-referrer");
  meta("robots", "noindex");
  page.element("title", title).embed("style", report_style).close();
}

void banner(Markup& page, const Run& run, const Overview& all) {
  page.open("a", "skip").attribute("href", "#overview").text("Skip to the overview").close();
  page.open("header").open("div").element("h1", "Assessment audit");
  std::string what = run.facts.checklist_title;
  if (!run.facts.checklist_version.empty()) what += ", version " + run.facts.checklist_version;
  std::string when = run.facts.finished.empty() ? run.facts.started : run.facts.finished;
  if (!when.empty()) what += ". " + time_words(when);
  page.element("p", what, "note").close();
  page.open("p", "advice").element("strong", "It advises; people judge.");
  page.text(" Ratings come from the text alone. Read the quotes before you act on a grade.").close().close();
  page.open("nav").attribute("aria-label", "Parts of this page").open("ul");
  auto link = [&](bool there, const char* to, const char* words) {
    if (there) page.open("li").open("a").attribute("href", to).text(words).close().close();
  };
  link(true, "#overview", "Overview");
  link(!all.documents.empty(), "#attention", "Attention first");
  link(!all.not_audited.empty(), "#not-audited", "Not audited");
  link(!all.flags.empty(), "#flags", "Flags");
  link(!all.documents.empty(), "#records", "Records");
  link(true, "#run", "About this run");
  page.close().close();
}

std::set<std::size_t> shown_in_full(const Overview& all) {
  std::set<std::size_t> out;
  for (const Brief& record : by_need(all)) {
    if (out.size() == html_records) break;
    out.insert(record.number);
  }
  return out;
}

base::Status records(Markup& page, const Run& run, const Overview& all, const std::set<std::size_t>& shown,
                     const Write& write) {
  page.open("section").attribute("id", "records").element("h2", "Records");
  record_table(page, all, shown);
  if (shown.size() < all.audited) {
    page.element("p", "Shown in full below: the " + std::to_string(shown.size()) +
                          " records that need attention first. The others are in findings.csv and findings.jsonl.");
  }
  page.element("p", "Printing includes the records that are open.", "note screen");
  std::size_t number = 0;
  base::Status status = run.each([&](const evaluation::Outcome& outcome) -> base::Status {
    if (!shown.contains(++number)) return base::Done{};
    record_part(page, outcome, number, run.facts);
    return write(page.drain());
  });
  page.close();
  return status;
}

}  // namespace

base::Status write_html(const Run& run, const Write& write) {
  base::Result<Overview> counted_up = overview(run);
  if (!counted_up) return counted_up.error();
  const Overview& all = counted_up.value();
  std::set<std::size_t> shown = shown_in_full(all);

  Markup page;
  head(page, "Assessment audit: " + counted(all.audited, "record"));
  page.open("body");
  banner(page, run, all);
  page.open("main");
  overview_part(page, all);
  attention_part(page, all, shown);
  in_part_part(page, all, shown);
  not_audited_part(page, all);
  flags_part(page, all, shown);
  if (all.audited > 0) {
    if (base::Status status = records(page, run, all, shown, write); !status) return status;
  }
  run_part(page, run, all);
  page.close().open("footer");
  page.element("p", "This page holds quotations from records about children. Keep it as safe as the records.").close();
  page.embed("script", report_script).close().close();
  return write(page.drain());
}

}  // namespace reports
