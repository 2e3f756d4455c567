#include "evaluation/evaluate.h"

#include <algorithm>

#include "base/utf8.h"
#include "checklist/program.h"
#include "evaluation/analysed.h"
#include "evaluation/answer.h"
#include "evaluation/passages.h"
#include "evaluation/people.h"
#include "evaluation/score.h"
#include "evaluation/second_reading.h"

namespace evaluation {
namespace {

// Why every rating is unsure: of a record that was read only in part, since what is missing may say otherwise, or by
// text recognition, since a word may be misread. Else empty.
std::string unsure_of_all(const document::Document& document) {
  std::string why;
  auto note = std::find_if(document.notes.begin(), document.notes.end(), document::tells_of_a_part);
  if (note != document.notes.end()) why = "the record could be read only in part: " + note->message;
  bool recognised = std::any_of(document.notes.begin(), document.notes.end(),
                                [](const document::Note& each) { return each.kind == document::NoteKind::recognised; });
  if (recognised) why += (why.empty() ? "" : "; ") + std::string("the record was read by text recognition (OCR)");
  return why;
}

Particulars particulars(const facts::Particulars& found, const std::string& text) {
  auto line = [&](base::Span at) { return base::on_one_line(at.of(text)); };
  return {line(found.team), line(found.worker), line(found.manager)};
}

std::optional<Timeliness> timeliness(const checklist::Record& record, const checklist::Program& program) {
  const checklist::Measured measured = checklist::measured(record, program.time_limits);
  if (!measured.told()) return std::nullopt;
  Timeliness out;
  out.clock = record.lexicon.field_name(measured.from->field);
  if (constexpr std::string_view end = "-date"; out.clock.ends_with(end))
    out.clock.resize(out.clock.size() - end.size());
  out.from = language::iso_of(measured.from->day);
  out.completed = language::iso_of(measured.to->day);
  out.working_days = static_cast<std::uint32_t>(measured.days);
  out.limit = static_cast<std::uint32_t>(measured.limit);
  return out;
}

// What the record comes to, but for the document itself.
Outcome rated(const Analysed& analysed) {
  Outcome outcome;
  const document::Document& document = analysed.document;
  const checklist::Checklist& checklist = analysed.checklist;
  const checklist::Record record = analysed.record();
  outcome.format = document.format;
  outcome.standing = Standing::audited;
  outcome.type = analysed.facts.type;
  outcome.checklist = checklist.id;
  outcome.children = analysed.facts.children;
  outcome.particulars = particulars(analysed.facts.particulars, document.text);
  outcome.timeliness = timeliness(record, *checklist.program);
  const std::vector<checklist::Item>& items = checklist.program->items;
  for (const checklist::Item& item : items) outcome.items.push_back(answer(item, record));
  const SecondReading second(record, checklist.program->likeness, outcome.items);
  const std::string unsure = unsure_of_all(document);
  for (std::size_t i = 0; i < items.size(); ++i) {
    Answer& answered = outcome.items[i];
    if (analysed.facts.about_somebody) second.weigh(items[i], answered);
    if (!unsure.empty()) answered.unsure = unsure + (answered.unsure.empty() ? "" : "; " + answered.unsure);
  }
  score(*checklist.program, outcome);
  for (const checklist::Flag& flag : checklist.program->flags) {
    for (Flag& raised : flags(flag, record)) outcome.flags.push_back(std::move(raised));
  }
  std::stable_partition(outcome.flags.begin(), outcome.flags.end(), [](const Flag& flag) { return flag.first; });
  for (const form::Section& section : analysed.form.sections) {
    if (section.recognised || section.heading.empty()) continue;
    outcome.unknown_sections.push_back(base::on_one_line(section.heading.of(document.text)));
  }
  for (const lexicon::Token& token : analysed.language.scan.tokens) {
    outcome.words += token.kind == lexicon::TokenKind::punctuation ? 0u : 1u;
  }
  outcome.people = people(analysed.language, checklist.lexicon);
  outcome.passages = passages(record);
  outcome.own_facts = own_facts(record);
  return outcome;
}

}  // namespace

Outcome evaluate(document::Document document, const checklist::Checklist& checklist) {
  Outcome outcome = rated(Analysed(document, checklist));
  outcome.document = std::move(document);
  return outcome;
}

Outcome evaluate(document::Document document, checklist::Choice& choice) {
  Outcome outcome;
  std::optional<Analysed> as_usual(std::in_place, document, choice.standard());
  const std::string type = as_usual->facts.type;
  const base::Result<const checklist::Checklist*> chosen = choice.for_type(type);
  if (!chosen) {
    outcome.format = document.format;
    outcome.standing = Standing::refused;
    outcome.error = chosen.error();
    return outcome;
  }
  if (chosen.value() == &choice.standard()) {
    outcome = rated(*as_usual);
  } else {
    // Another checklist has words of its own, by which the whole record is read again; what it is stands.
    as_usual.reset();
    Analysed again(document, *chosen.value());
    again.facts.type = type;
    outcome = rated(again);
  }
  outcome.document = std::move(document);
  return outcome;
}

}  // namespace evaluation
