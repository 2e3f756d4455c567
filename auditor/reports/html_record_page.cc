#include "reports/html_record_page.h"

#include <array>

#include "reports/assets.h"
#include "reports/html_head.h"
#include "reports/html_record_parts.h"
#include "reports/words.h"

namespace reports {
namespace {

void beside(Markup& page, std::size_t number, const char* which, const char* words) {
  if (number == 0) return;
  page.open("a").attribute("href", std::to_string(number) + ".html").attribute("rel", which).text(words).close();
}

void way(Markup& page, const RecordPlace& place) {
  page.open("nav", "way").attribute("aria-label", "Records").open("div");
  page.open("a").attribute("href", place.list).attribute("rel", "up").text("All records").close();
  beside(page, place.previous, "prev", "\u2039 Previous");
  if (place.count > 0) {
    page.element("span", "Record " + std::to_string(place.position) + " of " + std::to_string(place.count), "note");
  }
  beside(page, place.next, "next", "Next \u203A");
  page.open("span", "aside").open("output").attribute("id", "said").attribute("role", "status").close();
  page.open("a", "to-record").attribute("href", "#ratings").text("Ratings").close();
  page.open("a", "to-record").attribute("href", "#record").text("Record").close();
  page.open("button").attribute("type", "button").attribute("id", "keys-button").attribute("hidden");
  page.text("Keys ").element("kbd", "?").close().close().close().close();
}

void legend(Markup& page, const RecordView& view) {
  if (view.marks.marks().empty()) return;
  auto sign = [&](const char* classes, const char* word, const char* words) {
    page.open("span", std::string(classes) + "-sign").element("span", word, classes).text(words).close();
  };
  page.open("p", "note legend");
  sign("e", "Underlined", ": what a rating rests on. ");
  sign("n", "Dashed", ": what came near. ");
  if (!view.outcome.flags.empty()) sign("f", "Doubled", ": a flag. ");
  page.text("The letters behind a quote lead to its item; the quote there leads back.").close();
}

void as_read(Markup& page, const RecordView& view) {
  page.open("section").attribute("id", "record").attribute("aria-labelledby", "record-title");
  page.open("h2").attribute("id", "record-title").text("The record as read").close();
  if (view.outcome.document.text.empty()) {
    page.element("p",
                 view.facts.text_kept
                     ? "The record has no text."
                     : "The record\u2019s text was not kept (--no-text): only the quotes, with each rating, are here.");
  } else {
    legend(page, view);
    page.open("div", "paper");
    record_text(page, view);
    page.close();
  }
  page.close();
}

}  // namespace

void record_keys(Markup& page) {
  static constexpr std::array<std::array<const char*, 3>, 6> keys{{
      {"n", "j", "the next highlight"},
      {"p", "k", "the highlight before"},
      {"i", "", "from a highlight to its item, and back"},
      {"Esc", "", "let go of the item"},
      {"[", "]", "the record before, the next record"},
      {"?", "", "this help"},
  }};
  page.open("dialog").attribute("id", "keys").attribute("aria-labelledby", "keys-title");
  page.open("h2").attribute("id", "keys-title").text("Keys").close().open("dl");
  for (const auto& [key, other, words] : keys) {
    page.open("dt").element("kbd", key);
    if (*other != '\0') page.text(" ").element("kbd", other);
    page.close().element("dd", words);
  }
  page.close().open("p").open("label").lone("input").attribute("type", "checkbox").attribute("id", "keys-on");
  page.attribute("checked").text(" Use these keys").close().close();
  page.open("button").attribute("type", "button").attribute("id", "keys-close").text("Close").close().close();
}

RecordPages::RecordPages(store::RunFacts facts) : facts_(std::move(facts)) {}

std::string RecordPages::page(const evaluation::Outcome& outcome, const RecordPlace& place) const {
  Marks marks(outcome);
  RecordView view{outcome, facts_, place, marks};
  Markup page;
  page_head(page, "Record " + std::to_string(place.number), {&base_style, &record_style}, &record_script);
  page.open("body").open("a", "skip").attribute("href", "#ratings").text("Skip to the ratings").close();
  page.open("a", "skip").attribute("href", "#record").text("Skip to the record").close();
  way(page, place);
  page.open("main");
  record_head(page, view);
  page.open("div", "both");
  record_ratings(page, view);
  as_read(page, view);
  page.close().close().open("footer");
  page.element(
      "p", "This page holds a record about children. Keep it as safe as the record itself. It advises; people judge.");
  page.close();
  record_keys(page);
  page.embed("script", record_script).close().close();
  return page.drain();
}

}  // namespace reports
