#include <algorithm>

#include "reports/reports.h"
#include "reports/terminal.h"
#include "reports/view.h"
#include "reports/words.h"

namespace reports {
namespace {

using evaluation::Answer;
using evaluation::Outcome;

const std::string kMargin(10, ' ');
constexpr std::size_t kMisses = 3;  // best first; the report has all

std::string placed(const evaluation::Place& place) {
  std::string words = printable(place_words(place));
  return words.empty() ? "" : " [" + words + "]";
}

std::string item(const Answer& answer, const std::string& question, bool colour) {
  std::string rating = padded(std::string(symbol_for(answer.rating)) + " " + words_for(answer.rating), 17);
  std::string out = "  " + inked(padded(printable(answer.item), 5), Ink::strong, colour) + " " +
                    inked(rating, ink_of(answer.rating), colour) + printable(question) + "\n";
  if (!answer.reason.empty()) out += wrapped(kMargin, printable(answer.reason));
  for (const auto& evidence : answer.evidence) {
    out += wrapped(kMargin + "> ", "\u201C" + printable(evidence.quote) + "\u201D" + placed(evidence.where));
  }
  if (!answer.unsure.empty()) out += wrapped(kMargin + "unsure: ", printable(answer.unsure));
  if (answer.rating != evaluation::Rating::not_met && answer.rating != evaluation::Rating::partly) return out;
  if (!answer.looked_in.empty()) {
    std::string sections;
    for (const std::string& section : answer.looked_in) sections += (sections.empty() ? "" : "; ") + printable(section);
    out += wrapped(kMargin + "looked in: ", sections);
  }
  for (std::size_t i = 0; i < std::min(kMisses, answer.near_misses.size()); ++i) {
    const auto& miss = answer.near_misses[i];
    out += wrapped(kMargin + "not taken: ",
                   printable(miss.reason) + ": \u201C" + printable(miss.quote) + "\u201D" + placed(miss.where));
  }
  return out;
}

std::string dimension_head(const evaluation::DimensionScore& score, bool colour) {
  std::string out = "\n" + inked(printable(score.title), Ink::strong, colour) + ": ";
  if (score.possible == 0) return out + "no item applies\n";
  out += inked(words_for(score.grade), ink_of(score.grade), colour) + ", " + std::to_string(score.points) + " of " +
         counted(score.possible, "point");
  if (!score.limited_by.empty()) out += " (grade limited by " + printable(score.limited_by) + ")";
  if (!score.in_overall) out += " (not part of the overall grade)";
  return out + "\n";
}

// What is to be read before all else.
std::string notices(const Outcome& outcome, bool colour) {
  std::string out;
  for (const auto& flag : outcome.flags) {
    if (!flag.first) continue;
    out += inked(wrapped("LOOK AT THIS FIRST: ", printable(flag.id + ", " + flag.reason)), Ink::worst, colour);
  }
  return out.empty() ? out : out + "\n";
}

std::string head(const Outcome& outcome, bool colour) {
  std::string out = inked(printable(outcome.path), Ink::strong, colour) + "\n";
  std::string facts =
      type_words(printable(outcome.type)) + ", " + counted(outcome.words, "word") + ", " + printable(outcome.format);
  for (std::size_t i = 0; i < outcome.children.size(); ++i) {
    facts += (i == 0 ? "; about " : ", ") + printable(outcome.children[i]);
  }
  if (!outcome.checklist.empty()) facts += "; by the checklist " + printable(outcome.checklist);
  out += wrapped("", facts);
  for (const auto& note : outcome.document.notes) {
    bool part = document::tells_of_a_part(note);
    out += inked(wrapped(part ? "READ ONLY IN PART: " : "note: ", printable(note.message)),
                 part ? Ink::worst : Ink::plain, colour);
  }
  out += "\nOverall: " + inked(words_for(outcome.overall.grade), ink_of(outcome.overall.grade), colour) + ", " +
         score_words(outcome.overall.score);
  if (!outcome.overall.limited_by.empty()) out += " (grade limited by " + printable(outcome.overall.limited_by) + ")";
  return out + "\n";
}

}  // namespace

std::string show(const Outcome& outcome, const store::RunFacts& facts, bool colour) {
  if (outcome.standing != evaluation::Standing::audited) {
    return wrapped(
        "", printable(outcome.path) + ": " + name_of(outcome.standing) + ": " + printable(reason_of(outcome.error)));
  }
  std::string out = notices(outcome, colour) + head(outcome, colour);
  auto items_of = [&](const std::string& dimension) {
    for (const Answer& answer : outcome.items) {
      const Asked about = asked_by(facts, outcome, answer.item);
      if (about.dimension == dimension) out += item(answer, about.question, colour);
    }
  };
  for (const auto& score : outcome.dimensions) {
    out += dimension_head(score, colour);
    items_of(score.id);
  }
  items_of("");  // items that the facts don't name
  if (!outcome.flags.empty()) out += "\n" + inked("Flags", Ink::strong, colour) + "\n";
  for (const auto& flag : outcome.flags) {
    out += wrapped("  " + padded(printable(flag.id), 5) + " ",
                   printable(flag.reason) + ": \u201C" + printable(flag.quote) + "\u201D");
  }
  if (!outcome.unknown_sections.empty()) {
    std::string sections;
    for (const auto& section : outcome.unknown_sections)
      sections += (sections.empty() ? "" : "; ") + printable(section);
    out += "\n" + wrapped("Sections not recognised: ", sections);
  }
  return out + "\nIt advises; people judge.\n";
}

}  // namespace reports
