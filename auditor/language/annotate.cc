#include "language/annotate.h"

#include <algorithm>

#include "language/content.h"
#include "language/dates.h"
#include "language/generality.h"
#include "language/mentions.h"
#include "language/open_quotes.h"
#include "language/reading.h"
#include "language/roster.h"
#include "language/sentences.h"
#include "language/small_letters.h"
#include "language/standing.h"
#include "language/statements.h"
#include "language/unrelated.h"
#include "language/vocabulary.h"
#include "language/words.h"

namespace language {
namespace {

// The label or column heading that a place of the text stands under; empty where there is none.
base::Span label_of(const form::Form& form, std::uint32_t offset) {
  const std::int32_t index = form.unit_at(offset);
  if (index < 0) return {};
  const form::Unit& unit = form.units[static_cast<std::size_t>(index)];
  if (unit.kind == form::UnitKind::row) {
    for (std::uint32_t c = unit.cell_begin; c < unit.cell_end; ++c) {
      if (form.cells[c].at.contains(offset)) return form.cells[c].heading.empty() ? unit.label : form.cells[c].heading;
    }
  }
  return unit.label;
}

// The record's own day: when it was completed, else (not `completed`) the latest date of its fields that isn't a
// birthday or still ahead: it may be the referral's, and what the record tells lies behind it.
struct RecordDay {
  Day day = no_day;
  bool completed = false;
};
RecordDay record_day_of(const form::Form& form, const Words& words, const std::vector<WrittenDate>& written) {
  const auto cue = [&](Cue c) { return words.vocabulary().cue(c); };
  const lexicon::FieldId completion = words.vocabulary().lexicon().find_field("completion-date");
  Day completed = no_day, latest = no_day;
  for (const WrittenDate& date : written) {
    const Day day = full_day(date, no_day);
    if (day == no_day) continue;
    const std::int32_t index = form.unit_at(date.at.begin);
    if (index < 0) continue;
    const form::Unit& unit = form.units[static_cast<std::size_t>(index)];
    if (unit.kind == form::UnitKind::help) continue;
    const base::Span label = label_of(form, date.at.begin);
    bool done = completion != 0 && unit.field == completion;
    for (std::uint32_t c = unit.cell_begin; c < unit.cell_end; ++c)
      done = done || (form.cells[c].at.contains(date.at) && completion != 0 && form.cells[c].field == completion);
    done = done || (!label.empty() && words.scan().has(label, cue(Cue::label_completed)));
    if (!done && unit.kind == form::UnitKind::prose) {
      const base::Span before = {date.at.begin > unit.at.begin + 40 ? date.at.begin - 40 : unit.at.begin,
                                 date.at.begin};
      done = date.at.begin < unit.at.begin + 400 && words.scan().has(before, cue(Cue::label_completed));
    }
    // The last completion counts: a record may hold an earlier assessment's too.
    if (done && (completed == no_day || day > completed)) completed = day;
    const bool birth = !label.empty() && words.scan().has(label, cue(Cue::label_birth));
    const bool ahead = !label.empty() && words.scan().has(label, cue(Cue::label_ahead));
    const bool field = unit.kind == form::UnitKind::field || unit.kind == form::UnitKind::question;
    if (field && !birth && !ahead && (latest == no_day || day > latest)) latest = day;
  }
  if (completed != no_day) return {completed, true};
  return {latest, false};
}

std::vector<Date> resolve_dates(const form::Form& form, const Scene& scene, const std::vector<WrittenDate>& written,
                                RecordDay record_day) {
  std::vector<Date> out;
  Day earlier = no_day;
  std::int32_t unit = -1;
  for (const WrittenDate& date : written) {
    const std::int32_t here = form.unit_at(date.at.begin);
    if (here != unit) earlier = no_day;
    unit = here;
    const bool ahead = here >= 0 && (scene.plans(form.units[static_cast<std::size_t>(here)]) ||
                                     scene.directs(form.units[static_cast<std::size_t>(here)]));
    const Reach reach = ahead ? Reach::ahead : record_day.completed ? Reach::before : Reach::around;
    out.push_back(resolved(date, record_day.day, earlier, reach));
    if (out.back().day != no_day) earlier = out.back().day;
  }
  return out;
}

void note_births(const form::Form& form, const Words& words, const std::vector<Date>& dates, Roster& roster,
                 const Mentions& mentions) {
  const lexicon::FieldId birth = words.vocabulary().lexicon().find_field("date-of-birth");
  const lexicon::ConceptId cue = words.vocabulary().cue(Cue::label_birth);
  for (const Date& date : dates) {
    const std::int32_t index = form.unit_at(date.at.begin);
    if (index < 0 || date.day == no_day) continue;
    const form::Unit& unit = form.units[static_cast<std::size_t>(index)];
    const base::Span label = label_of(form, date.at.begin);
    bool born = birth != 0 && unit.field == birth;
    born = born || (!label.empty() && words.scan().has(label, cue));
    for (std::uint32_t c = unit.cell_begin; c < unit.cell_end; ++c)
      born = born || (form.cells[c].at.contains(date.at) && birth != 0 && form.cells[c].field == birth);
    if (!born) continue;
    EntityId who = nobody;
    if (unit.kind == form::UnitKind::row) {
      const auto [first, last] = words.scan().range(unit.at);
      for (std::size_t i = first; i < last && who == nobody; ++i) {
        if (const Mention* mention = mentions.at(i); mention != nullptr && !mention->pronoun) who = mention->who;
      }
    }
    if (who == nobody && roster.subjects().size() == 1) who = roster.subjects().front();
    if (who != nobody && roster[who].born == no_day) roster[who].born = date.day;
  }
}

// All that begin in a statement, those that go on behind it too.
void trace_concepts(Annotations& out) {
  if (out.scan.hits_from.empty()) return;
  for (Statement& s : out.statements) {
    const base::Span at = s.main ? out.sentences[s.sentence].at : s.at;
    const auto [first, last] = out.scan.range(at);
    for (std::size_t i = out.scan.hits_from[first]; i < out.scan.hits_from[last]; ++i) {
      s.concepts.add(out.scan.hits[i].concept_id);
    }
  }
}

// As annotate(), of a text scanned already; the units that are about nobody of this record go to `unrelated`, unless it
// is null. Where there are some, nothing but the scan is of use: the record is to be read again without them.
Annotations read(const document::Document& document, const form::Form& form, const Vocabulary& vocabulary,
                 lexicon::Scan scan, std::vector<std::uint32_t>* unrelated) {
  Annotations out;
  out.scan = std::move(scan);
  Words words(document.text, out.scan, vocabulary);
  const std::vector<WrittenDate> written = written_dates(document.text, out.scan);
  Roster roster = read_roster(document, form, words, written);
  std::vector<bool> is_name(words.size(), false);
  Mentions mentions = find_mentions(form, words, roster, is_name);

  std::vector<bool> is_person(words.size(), false);
  for (std::size_t i = 0; i < words.size(); ++i) is_person[i] = mentions.covered(i);

  const RecordDay record_day = record_day_of(form, words, written);
  out.record_day = record_day.day;

  std::vector<SentenceTokens> sentences;
  std::vector<bool> tagged(words.size(), false);
  SentenceRules rules;
  for (std::size_t p = 0; p < form.passages.size(); ++p) {
    const form::Passage& passage = form.passages[p];
    for (const base::Span at : rules.sentences_of(document.text, passage.at)) {
      const auto [first, last] = out.scan.range(at);
      if (first >= last) continue;
      sentences.push_back({first, last, passage.unit, static_cast<std::uint32_t>(p)});
      out.sentences.push_back({at, static_cast<std::uint32_t>(p), passage.unit, 0, 0});
      words.tag(first, last, is_name, is_person);
      std::fill(tagged.begin() + static_cast<std::ptrdiff_t>(first), tagged.begin() + static_cast<std::ptrdiff_t>(last),
                true);
    }
  }
  // What is no passage is tagged too, unit by unit, for labels and short answers.
  for (const form::Unit& unit : form.units) {
    if (unit.kind == form::UnitKind::prose) continue;
    const auto tag = [&](base::Span at) {
      const auto [first, last] = out.scan.range(at);
      if (first < last && !tagged[first] && !tagged[last - 1]) words.tag(first, last, is_name, is_person);
    };
    if (unit.kind == form::UnitKind::row) {
      for (std::uint32_t c = unit.cell_begin; c < unit.cell_end; ++c) tag(form.cells[c].at);
    } else if (!unit.label.empty() || !unit.value.empty()) {
      if (!unit.label.empty()) tag(unit.label);
      if (!unit.value.empty()) tag(unit.value);
      for (std::uint32_t o = unit.option_begin; o < unit.option_end; ++o) tag(form.options[o].text);
    } else {
      tag(unit.at);
    }
  }

  std::vector<EntityId> addressee;
  const std::vector<std::size_t> opened = opened_before(words, sentences);
  resolve_pronouns(form, words, sentences, opened, roster, mentions, addressee);
  const Scene scene{form, words, roster, mentions, is_name, out.dates, out.record_day};
  out.dates = resolve_dates(form, scene, written, record_day);
  note_births(form, words, out.dates, roster, mentions);

  std::vector<Reading> readings;
  readings.reserve(sentences.size());
  for (std::size_t s = 0; s < sentences.size(); ++s)
    readings.push_back(read_sentence(scene, sentences[s], addressee[s]));
  const std::vector<bool> general = general_ones(scene, sentences, readings);
  if (unrelated != nullptr) {
    *unrelated = unrelated_units(scene, sentences, readings, general);
    if (!unrelated->empty()) return out;
  }
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    const Voice voice = voice_of(scene, sentences[s].unit, form.passages[sentences[s].passage].cell);
    const auto made = statements_of(scene, readings[s], general[s], voice, static_cast<std::uint32_t>(s),
                                    static_cast<std::int32_t>(out.statements.size()));
    out.sentences[s].statement_begin = static_cast<std::uint32_t>(out.statements.size());
    out.statements.insert(out.statements.end(), made.begin(), made.end());
    out.sentences[s].statement_end = static_cast<std::uint32_t>(out.statements.size());
  }
  give_quotes(scene, sentences, opened, out);
  give_sources(scene, sentences, out);
  take_back(scene, sentences, out);
  trace_concepts(out);
  for (std::uint32_t u = 0; u < form.units.size(); ++u) {
    const form::Unit& unit = form.units[u];
    const bool printed_row = unit.kind == form::UnitKind::heading && unit.table >= 0;
    if (unit.kind == form::UnitKind::prose || (unit.kind == form::UnitKind::heading && !printed_row)) continue;
    out.unit_statements.push_back(unit_statement(scene, document, u));
  }

  out.people = std::move(roster.people());
  out.subjects = std::move(roster.subjects());
  out.mentions = std::move(mentions.all());
  std::stable_sort(out.mentions.begin(), out.mentions.end(),
                   [](const Mention& a, const Mention& b) { return a.at.begin < b.at.begin; });
  return out;
}

}  // namespace

Annotations annotate(const document::Document& document, form::Form& form, const lexicon::Lexicon& lexicon) {
  std::vector<std::uint32_t> unrelated;
  const Vocabulary vocabulary(lexicon);
  lexicon::Scan scan = lexicon.scan(document.text);
  raise_names(document.text, lexicon, scan);
  Annotations out = read(document, form, vocabulary, std::move(scan), &unrelated);
  if (unrelated.empty()) return out;
  form::make_help(form, unrelated);
  return read(document, form, vocabulary, std::move(out.scan), nullptr);
}

}  // namespace language
