// agreement.html: how far people and the auditor agree, to read and to print.
#include "reports/agreement_words.h"
#include "reports/assets.h"
#include "reports/html_head.h"
#include "reports/html_parts.h"
#include "reports/words.h"

namespace reports {
namespace {

using agreement::Figures;
using agreement::Pairing;
using agreement::Reliance;
using evaluation::Rating;

constexpr Rating kRatings[] = {Rating::met, Rating::partly, Rating::not_met, Rating::not_applicable};

void part(Markup& page, std::string_view id, std::string_view title) {
  page.open("section").attribute("id", id).element("h2", title);
}

void table(Markup& page, std::string_view caption, std::initializer_list<const char*> heads) {
  page.open("div", "scroll").open("table").element("caption", caption).open("thead").open("tr");
  for (const char* head : heads) page.open("th").attribute("scope", "col").text(head).close();
  page.close().close().open("tbody");
}

void end_table(Markup& page) {
  page.close().close().close();
}

void figures_cells(Markup& page, const Figures& figures) {
  page.element("td", std::to_string(figures.pairs), "n").element("td", same_words(figures), "n");
  page.element("td", coefficient_words(figures.kappa), "n").element("td", coefficient_words(figures.ac2), "n");
}

void pairs_part(Markup& page, const Agreement& all) {
  part(page, "raters", "Who agrees with whom");
  table(page, "All ratings", {"Raters", "n", "Same rating", "Kappa", "AC2"});
  for (const Pairing& pairing : all.counted.pairings) {
    page.open("tr").open("th").attribute("scope", "row").text(words_for(pairing)).close();
    figures_cells(page, pairing.all);
    page.close();
  }
  end_table(page);
  const Pairing& auditor = all.counted.pairings.front();
  const Pairing* people = all.counted.of(Pairing::people);
  table(page, "By dimension: the auditor with people",
        {"Dimension", "n", "Same rating", "Kappa", "AC2", "People with one another, AC2"});
  for (std::size_t i = 0; i < all.audit.dimensions.size(); ++i) {
    if (auditor.dimensions[i].pairs == 0) continue;
    page.open("tr").open("th").attribute("scope", "row").text(all.audit.dimensions[i].title).close();
    figures_cells(page, auditor.dimensions[i]);
    page.element("td", people == nullptr ? "" : coefficient_words(people->dimensions[i].ac2), "n").close();
  }
  end_table(page);
  page.close();
}

void reliance_part(Markup& page, const Agreement& all) {
  const Pairing& auditor = all.counted.pairings.front();
  const Pairing* people = all.counted.of(Pairing::people);
  part(page, "reliance", "Can the auditor be relied on here?");
  page.element(
      "p",
      "Rely: its ratings of this item may stand. Check: look at each before it is used. Don\u2019t rely: rate the "
      "item yourselves.",
      "note");
  table(page, "By item: the auditor with people",
        {"Item", "Question", "", "Why", "n", "Same rating", "Kappa", "AC2", "People with one another, AC2", "Met"});
  for (std::size_t i = 0; i < all.audit.items.size(); ++i) {
    if (auditor.items[i].pairs == 0) continue;
    page.open("tr").open("th").attribute("scope", "row").text(all.audit.name_of_item(i)).close();
    page.element("td", all.audit.items[i].question);
    page.open("td").element("strong", words_for(all.judgements[i].reliance)).close();
    page.element("td", all.judgements[i].why);
    figures_cells(page, auditor.items[i]);
    page.element("td", people == nullptr ? "" : coefficient_words(people->items[i].ac2), "n");
    page.element("td", share_words(all.shares[i].met), "n").close();
  }
  end_table(page);
  page.element(
      "p",
      "Met is the share of all records audited that the item applies to. It is corrected for the auditor\u2019s own "
      "error only where people rated 20 records or more that meet the item, and as many that do not.",
      "note");
  page.close();
}

void confusion(Markup& page, const std::string& caption, const std::string& first, const std::string& second,
               const Figures& figures) {
  page.open("table").element("caption", caption).open("thead").open("tr");
  page.open("th").attribute("scope", "col").text(first + " \u2193 " + second + " \u2192").close();
  for (Rating rating : kRatings) page.open("th").attribute("scope", "col").text(words_for(rating)).close();
  page.close().close().open("tbody");
  for (Rating one : kRatings) {
    page.open("tr").open("th").attribute("scope", "row").text(words_for(one)).close();
    for (Rating other : kRatings) {
      const std::size_t count = figures.table[static_cast<std::size_t>(one)][static_cast<std::size_t>(other)];
      page.element("td", std::to_string(count), one == other ? "n alike" : "n");
    }
    page.close();
  }
  page.close().close();
}

void confusion_part(Markup& page, const Agreement& all) {
  part(page, "tables", "Who said what");
  page.open("div", "tables");
  for (const Pairing& pairing : all.counted.pairings) {
    if (pairing.all.pairs == 0) continue;
    bool by_auditor = pairing.kind == Pairing::auditor_and_people || pairing.kind == Pairing::auditor_and_person;
    std::string first = by_auditor ? "Auditor" : pairing.first.empty() ? "First" : pairing.first;
    std::string second = !pairing.second.empty() ? pairing.second : by_auditor ? "People" : "Second";
    confusion(page, words_for(pairing), first, second, pairing.all);
  }
  page.close();
  const Pairing& auditor = all.counted.pairings.front();
  page.open("details").element("summary", "The auditor with people, item by item").open("div", "tables");
  for (std::size_t i = 0; i < all.audit.items.size(); ++i) {
    if (auditor.items[i].pairs > 0) {
      confusion(page, all.audit.name_of_item(i), "Auditor", "People", auditor.items[i]);
    }
  }
  page.close().close().close();
}

void difference(Markup& page, const Agreement& all, const agreement::Difference& one) {
  page.open("div", "difference").open("h3").text(all.audit.name_of_item(one.item) + ", No. ");
  page.text(std::to_string(one.number) + " ").foreign("span", one.path, "path").close();
  page.element("p", all.audit.items[one.item].question, "note");
  page.open("p").text("Auditor: ");
  rating_chip(page, one.answer.by_auditor());
  page.text(" ").foreign("span", one.answer.reason).close();
  for (const auto& evidence : one.answer.evidence) {
    page.open("blockquote").foreign("span", "\u201C" + evidence.quote + "\u201D");
    const std::string place = place_words(evidence.where);
    if (!place.empty()) page.text(" ").foreign("small", place);
    page.close();
  }
  for (const auto& opinion : one.opinions) {
    page.open("p").foreign("strong", opinion.rater).text(": ");
    rating_chip(page, opinion.rating);
    if (!opinion.comment.empty()) page.text(" ").foreign("span", opinion.comment);
    page.close();
  }
  page.close();
}

void differences_part(Markup& page, const Agreement& all) {
  part(page, "differences", "Where raters differ");
  page.element("p",
               all.differences.empty()
                   ? std::string("Nowhere.")
                   : counted(all.differences.size(), "rating") +
                         ", the widest apart first. The person named first is the one whose rating counts: the one "
                         "taken in last, or of those taken in together the least favourable.");
  for (const agreement::Difference& one : all.differences) difference(page, all, one);
  page.close();
}

}  // namespace

std::string agreement_html(const Agreement& all) {
  Markup page;
  page_head(page, "Second opinions", {&base_style, &agreement_style}, nullptr);
  page.open("body").open("header").element("h1", "Second opinions: people and the auditor");
  page.element("p", agreement_summary(all));
  std::string run = all.facts.checklist_title + ", version " + all.facts.checklist_version;
  if (!all.facts.finished.empty()) run += ". Audited " + time_words(all.facts.finished);
  page.element("p", run, "note").close().open("main");
  if (!all.counted.pairings.empty()) {
    reliance_part(page, all);
    pairs_part(page, all);
    confusion_part(page, all);
    differences_part(page, all);
  }
  part(page, "how", "How to read the figures");
  page.open("ul");
  for (const std::string& note : agreement_notes()) page.element("li", note);
  page.close().close().close().close().close();
  return page.drain();
}

}  // namespace reports
