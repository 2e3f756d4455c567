#include "reports/html_record.h"

#include "reports/html_parts.h"
#include "reports/words.h"

namespace reports {
namespace {

using evaluation::Answer;
using evaluation::Outcome;
using evaluation::Rating;

void quoted(Markup& page, const std::string& quote, const evaluation::Place& where) {
  page.foreign("span", quote, "quote");
  std::string place = place_words(where);
  if (!place.empty()) page.text(" ").foreign("cite", place);
}

void not_found(Markup& page, const Answer& answer) {
  if (answer.looked_in.empty() && answer.near_misses.empty()) return;
  page.open("p", "note");
  for (std::size_t i = 0; i < answer.looked_in.size(); ++i) {
    page.text(i == 0 ? "Looked in: " : "; ").foreign("span", answer.looked_in[i]);
  }
  if (!answer.looked_in.empty()) page.text(". ");
  page.text(answer.near_misses.empty() ? "Nothing came close." : "Came close, and was not taken:").close();
  if (answer.near_misses.empty()) return;
  page.open("ul", "near");
  for (const auto& miss : answer.near_misses) {
    page.open("li").element("b", miss.reason).text(": ");
    quoted(page, miss.quote, miss.where);
    page.close();
  }
  page.close();
}

void item(Markup& page, const Answer& answer, const std::string& question) {
  page.open("li", "i");
  rating_chip(page, answer.rating);
  page.open("div").open("p", "q").element("b", answer.item).text(" " + question).close();
  if (!answer.reason.empty()) page.element("p", answer.reason);
  for (const auto& evidence : answer.evidence) {
    page.open("blockquote");
    quoted(page, evidence.quote, evidence.where);
    page.close();
  }
  if (!answer.unsure.empty()) page.open("p", "unsure").element("b", "Unsure: ").text(answer.unsure).close();
  if (answer.rating == Rating::not_met || answer.rating == Rating::partly) not_found(page, answer);
  page.close().close();
}

struct Asked {
  std::string dimension, question;
};

Asked asked(const store::RunFacts& facts, const std::string& id) {
  for (const auto& [item_id, dimension, question] : facts.items) {
    if (item_id == id) return {dimension, question};
  }
  return {};
}

void items(Markup& page, const Outcome& outcome, const std::string& dimension, const store::RunFacts& facts) {
  page.open("ul", "items");
  for (const Answer& answer : outcome.items) {
    Asked about = asked(facts, answer.item);
    if (about.dimension == dimension) item(page, answer, about.question);
  }
  page.close();
}

void dimension(Markup& page, const evaluation::DimensionScore& score) {
  page.open("h2").text(score.title + " ");
  if (score.possible == 0) {
    page.element("span", "no item applies", "note");
  } else {
    grade_chip(page, score.grade);
    std::string points = " " + std::to_string(score.points) + " of " + counted(score.possible, "point");
    if (!score.limited_by.empty()) points += ", grade limited by " + score.limited_by;
    page.element("span", points, "note");
  }
  page.close();
}

void about(Markup& page, const Outcome& outcome) {
  page.open("p", "note").text(type_words(outcome.type) + ", " + counted(outcome.words, "word") + ", " + outcome.format);
  for (std::size_t i = 0; i < outcome.children.size(); ++i) {
    page.text(i == 0 ? ". About " : ", ").foreign("span", outcome.children[i]);
  }
  page.text(". Overall score " + score_words(outcome.overall.score));
  if (!outcome.overall.limited_by.empty()) page.text(", grade limited by " + outcome.overall.limited_by);
  page.text(".").close();
  for (const auto& note : outcome.document.notes) {
    const char* what = document::tells_of_a_part(note) ? "Read only in part: " : "Reading: ";
    page.open("p", "unsure").element("b", what).text(note.message).close();
  }
  if (outcome.unknown_sections.empty()) return;
  page.open("p", "note").text("Sections not recognised: ");
  for (std::size_t i = 0; i < outcome.unknown_sections.size(); ++i) {
    if (i > 0) page.text("; ");
    page.foreign("span", outcome.unknown_sections[i]);
  }
  page.text(".").close();
}

void flags(Markup& page, const Outcome& outcome) {
  if (outcome.flags.empty()) return;
  page.element("h2", "Flags").open("ul", "near");
  for (const auto& flag : outcome.flags) {
    page.open("li").element("b", flag.id + " " + flag_words(flag.id)).text(": " + flag.reason + " ");
    page.foreign("span", flag.quote, "quote").close();
  }
  page.close();
}

}  // namespace

void record_part(Markup& page, const Outcome& outcome, const store::RunFacts& facts) {
  page.open("p");
  grade_chip(page, outcome.overall.grade);
  if (!parts_of(outcome).empty()) page.text(" ").element("span", "read only in part", "note");
  page.close();
  about(page, outcome);
  flags(page, outcome);
  for (const auto& score : outcome.dimensions) {
    dimension(page, score);
    items(page, outcome, score.id, facts);
  }
}

}  // namespace reports
