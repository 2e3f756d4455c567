// The ratings of a record: each item with its reason, its quotes, and what came near.
#include <algorithm>

#include "reports/html_parts.h"
#include "reports/html_record_parts.h"
#include "reports/view.h"
#include "reports/words.h"

namespace reports {
namespace {

using evaluation::Answer;
using evaluation::Rating;

std::string anchor_address(std::size_t anchor) {
  return "#h" + std::to_string(anchor);
}

void looked_in(Markup& page, const Answer& answer) {
  if (answer.looked_in.empty()) return;
  page.open("p", "note").text("Looked in: ");
  for (std::size_t i = 0; i < answer.looked_in.size(); ++i) {
    if (i > 0) page.text("; ");
    page.element("bdi", answer.looked_in[i]);
  }
  page.text(".").close();
}

void near_misses(Markup& page, const RecordView& view, std::size_t item) {
  const Answer& answer = view.outcome.items[item];
  bool wanting = answer.by_auditor() == Rating::not_met || answer.by_auditor() == Rating::partly;
  if (answer.near_misses.empty()) {
    if (wanting && answer.evidence.empty()) page.element("p", "Nothing came near.", "note");
    return;
  }
  page.element("p", "Came near, and was not taken:", "note").open("ul", "quotes near");
  for (std::size_t i = 0; i < answer.near_misses.size(); ++i) {
    const auto& miss = answer.near_misses[i];
    page.open("li").element("b", miss.reason).text(": ");
    record_quote(page, miss.quote, miss.where, view.marks.anchor(MarkKind::near_miss, item, i));
    page.close();
  }
  page.close();
}

// What people rated, the one that counts first, and the auditor's own rating where that does not count.
void opinions(Markup& page, const Answer& answer) {
  if (answer.opinions.empty()) return;
  page.open("ul", "people");
  for (const auto& opinion : answer.opinions) {
    page.open("li").foreign("b", opinion.rater).text(": ");
    rating_chip(page, opinion.rating);
    if (!opinion.comment.empty()) page.text(" ").foreign("span", opinion.comment);
    page.close();
  }
  page.open("li").element("b", "The auditor").text(": ");
  rating_chip(page, answer.by_auditor());
  page.text(answer.auditor ? " overruled; what follows is what it rests on" : " as the person who counts").close();
  page.close();
}

void item(Markup& page, const RecordView& view, std::size_t index, const Asked& about) {
  const Answer& answer = view.outcome.items[index];
  page.open("details", "item").attribute("data-k", answer.item).attribute("data-dimension", about.dimension);
  page.attribute("data-rating", evaluation::name_of(answer.rating));
  const bool unsure = !answer.unsure.empty() && answer.opinions.empty();
  if (unsure) page.attribute("data-unsure");
  page.open("summary").open("span", "chips");
  rating_chip(page, answer.rating);
  if (unsure) page.text(" ").element("span", "Unsure", "r ru");
  if (answer.auditor) page.text(" ").element("span", "Overruled", "r ru");
  page.close().open("span", "q").element("b", answer.item).text(" " + about.question).close();
  if (!answer.reason.empty()) page.foreign("span", answer.reason, "reason");
  page.close();
  page.open("div", "why").attribute("id", "item-" + answer.item);
  opinions(page, answer);
  if (!answer.unsure.empty()) page.open("p", "unsure").element("b", "Unsure: ").text(answer.unsure).close();
  if (!answer.evidence.empty()) {
    page.open("ul", "quotes");
    for (std::size_t i = 0; i < answer.evidence.size(); ++i) {
      page.open("li");
      record_quote(page, answer.evidence[i].quote, answer.evidence[i].where,
                   view.marks.anchor(MarkKind::evidence, index, i));
      page.close();
    }
    page.close();
  }
  looked_in(page, answer);
  near_misses(page, view, index);
  page.close().close();
}

void dimension(Markup& page, const RecordView& view, const evaluation::DimensionScore& score) {
  page.open("section", "dimension").attribute("data-dimension", score.id);
  page.attribute("aria-labelledby", "dimension-" + score.id);
  page.open("h3").attribute("id", "dimension-" + score.id).text(score.title);
  if (score.possible > 0) {
    page.text(" ");
    grade_chip(page, score.grade);
  }
  page.text(" ").element("small", points_words(score)).close();
  for (std::size_t i = 0; i < view.outcome.items.size(); ++i) {
    Asked about = asked_by(view.facts, view.outcome, view.outcome.items[i].item);
    if (about.dimension == score.id) item(page, view, i, about);
  }
  page.close();
}

// Ratings that a person should look at before the others.
void unsure_first(Markup& page, const RecordView& view) {
  std::vector<const Answer*> unsure;
  for (const Answer& answer : view.outcome.items) {
    if (!answer.unsure.empty() && answer.opinions.empty()) unsure.push_back(&answer);
  }
  if (unsure.empty()) return;
  page.open("p", "unsure").attribute("id", "first");
  page.element("b", "Look first at what is unsure: ");
  for (const Answer* answer : unsure) {
    if (answer != unsure.front()) page.text(", ");
    page.open("a").attribute("href", "#item-" + answer->item).text(answer->item).close();
  }
  page.close();
}

void choice(Markup& page, std::string_view value, std::string_view words) {
  page.open("option").attribute("value", value).text(words).close();
}

// Hidden until the script, which does the filtering, has run.
void filter(Markup& page, const RecordView& view) {
  page.open("div", "filter").attribute("id", "filter").attribute("role", "group").attribute("hidden");
  page.attribute("aria-label", "Which ratings to show");
  page.open("select").attribute("id", "f-dimension").attribute("aria-label", "Dimension");
  choice(page, "", "Every dimension");
  for (const auto& score : view.outcome.dimensions) choice(page, score.id, score.title);
  page.close().open("select").attribute("id", "f-rating").attribute("aria-label", "Rating");
  choice(page, "", "Every rating");
  for (Rating rating : {Rating::met, Rating::partly, Rating::not_met, Rating::not_applicable}) {
    choice(page, evaluation::name_of(rating), words_for(rating));
  }
  choice(page, "unsure", "Unsure");
  page.close().open("button").attribute("type", "button").attribute("id", "f-open").text("Open all").close();
  page.open("output").attribute("id", "f-count").attribute("role", "status").close().close();
}

}  // namespace

void record_quote(Markup& page, const std::string& quote, const evaluation::Place& where, std::size_t anchor) {
  if (anchor > 0) {
    page.open("a", "to").attribute("href", anchor_address(anchor)).attribute("dir", "auto").text(quote).close();
  } else {
    page.foreign("span", quote, "quote");
  }
  std::string place = place_words(where);
  if (!place.empty()) page.text(" ").foreign("cite", place);
}

void record_flags(Markup& page, const RecordView& view) {
  const auto& flags = view.outcome.flags;
  if (flags.empty()) return;
  page.open("section", "flags").attribute("id", "flags").attribute("aria-labelledby", "flags-title");
  page.open("h3").attribute("id", "flags-title").text("Flags").close().open("ul", "quotes");
  for (std::size_t i = 0; i < flags.size(); ++i) {
    std::string key = "flag-" + std::to_string(i + 1);
    page.open("li").attribute("id", key).attribute("data-k", key).attribute("tabindex", "-1");
    page.element("b", flags[i].id + " " + flag_words(flags[i].id)).text(": ").element("bdi", flags[i].reason);
    std::size_t anchor = view.marks.anchor(MarkKind::flag, i, 0);
    if (anchor > 0 && flags[i].reason.find(flags[i].quote) != std::string::npos) {
      page.text(" ").open("a").attribute("href", anchor_address(anchor)).text("Show it").close();
    } else if (!flags[i].quote.empty()) {
      page.text(" ");
      record_quote(page, flags[i].quote, {}, anchor);
    }
    std::size_t twin = view.place.number_of && !flags[i].twin.empty() ? view.place.number_of(flags[i].twin) : 0;
    if (twin > 0) {
      page.text(" ").open("a", "twin").attribute("href", std::to_string(twin) + ".html");
      page.text("Open the other record").close();
    }
    page.close();
  }
  page.close().close();
}

void record_ratings(Markup& page, const RecordView& view) {
  page.open("section").attribute("id", "ratings").attribute("aria-labelledby", "ratings-title");
  page.open("h2").attribute("id", "ratings-title").text("Ratings").close();
  filter(page, view);
  unsure_first(page, view);
  record_flags(page, view);
  for (const auto& score : view.outcome.dimensions) dimension(page, view, score);
  page.close();
}

}  // namespace reports
