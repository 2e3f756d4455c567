// Whether a document is the record of anybody: a form that nobody filled in, a policy, a handout or a list of terms may
// hold every word that an assessment holds and is none. Somebody is told by a filled name, birth date or case number,
// by a subject who bears a name, or by a telling of what happened; not where the document calls itself guidance.
#include <algorithm>

#include "facts/parts.h"

namespace facts {
namespace {

constexpr std::size_t front_units = 4;  // where a document says what it is
constexpr std::size_t least_told = 3;   // past facts about particular people
constexpr std::size_t least_named = 4;  // sentences that tell of a person by name: no guidance has so many
constexpr std::size_t a_note = 9;       // sentences
constexpr std::size_t told_in = 6;      // at least one sentence of so many

bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// A word that no lexicon knows, or a first name.
bool bears_name(const Gathering& record, std::string_view text) {
  const lexicon::Scan& scan = record.scans.brief(text);
  lexicon::ConceptId first_name = record.lexicon.find_concept("name.first");
  for (std::size_t i = 0; i < scan.tokens.size(); ++i) {
    const lexicon::Token& token = scan.tokens[i];
    if (token.kind != lexicon::TokenKind::word || !token.capital) continue;
    if (token.word == 0) return true;
    for (const lexicon::Hit& hit : scan.starting_at(i)) {
      if (first_name != 0 && hit.concept_id == first_name) return true;
    }
  }
  return false;
}

// What a field that identifies a child holds.
bool identifies(const Gathering& record, lexicon::FieldId field, base::Span value) {
  if (field == 0 || value.empty() || record.blank(value)) return false;
  if (record.is_field(field, {"name"})) return bears_name(record, record.text(value));
  if (record.is_field(field, {"date-of-birth", "expected-date-of-delivery", "case-number"})) {
    return has_digit(record.text(value));
  }
  return false;
}

bool filled_in(const Gathering& record) {
  for (const form::Unit& unit : record.form.units) {
    if (unit.kind == form::UnitKind::help) continue;
    if (identifies(record, unit.field, unit.value)) return true;
    for (std::uint32_t c = unit.cell_begin; c < unit.cell_end; ++c) {
      const form::Cell& cell = record.form.cells[c];
      if (identifies(record, cell.field, cell.at) || identifies(record, unit.field, cell.at)) return true;
    }
  }
  return false;
}

bool named_subject(const Gathering& record) {
  return std::any_of(record.language.subjects.begin(), record.language.subjects.end(),
                     [&](EntityId child) { return bears_name(record, record.entity(child)->name); });
}

// Past facts told by one who was there, or of one person.
bool tells(const Gathering& record) {
  std::size_t told = 0;
  std::size_t sentences = 0;
  for (const language::Sentence& sentence : record.language.sentences) {
    if (sentence.statement_begin == sentence.statement_end) continue;
    ++sentences;
    const language::Statement& main = record.language.statements[sentence.statement_begin];
    bool ours = !main.general && main.source != language::Source::policy && main.source != language::Source::form;
    bool past = main.mood == language::Mood::asserted && main.time == language::Time::past;
    told += ours && past && record.has(sentence.at, "record.particular") ? 1u : 0u;
  }
  return told >= least_told && told * told_in >= sentences;
}

// "She still can't say it": one person is meant, whoever it is; not the "he/she" and "his/her" of forms.
bool one_person(const Gathering& record, base::Span sentence) {
  std::string_view text = record.text(sentence);
  constexpr std::size_t longest_pronoun = 6;  // bytes, whatever its letters' case
  std::string room;
  for (const lexicon::Token& token : lexicon::tokens_of(text)) {
    if (token.at.size() > longest_pronoun) continue;
    const std::string_view word = lexicon::folded_in(token.at.of(text), room);
    if (word != "he" && word != "she" && word != "him" && word != "her" && word != "his") continue;
    bool before = token.at.begin > 0 && text[token.at.begin - 1] == '/';
    bool behind = token.at.end < text.size() && text[token.at.end] == '/';
    if (!before && !behind) return true;
  }
  return false;
}

// Sentences that tell of somebody by name, or also as "he" and "she"; an empty form or a policy has none, or an
// example.
struct Telling {
  std::size_t sentences = 0, by_name = 0, by_pronoun = 0;
};

Telling telling(const Gathering& record) {
  Telling out;
  for (const language::Sentence& sentence : record.language.sentences) {
    if (sentence.statement_begin == sentence.statement_end) continue;
    ++out.sentences;
    const language::Statement& main = record.language.statements[sentence.statement_begin];
    bool ours = !main.general && main.source != language::Source::policy && main.source != language::Source::form &&
                main.mood != language::Mood::asked && main.mood != language::Mood::conditional;
    if (!ours) continue;
    bool named = false;
    // "Any service will suit the family's faith", "the caller left no name": of these people and not of people.
    bool meant = main.mood != language::Mood::directed &&
                 (record.has(sentence.at, "record.these-people") || one_person(record, sentence.at));
    for (const language::Mention& mention : record.mentions(sentence.at)) {
      const language::Entity* who = record.entity(mention.who);
      if (who == nullptr || who->role == language::Role::agency) continue;
      bool worker = who->role == language::Role::worker || who->role == language::Role::manager;
      bool self = worker && mention.pronoun;  // "I" of a form's own text tells nothing
      if (!mention.pronoun && bears_name(record, record.text(mention.at))) named = true;
      // "I prefer the log", "I recommend a conference because": a judgement in a case.
      bool judged = self && main.frame == language::Frame::judge;
      meant = meant || judged || (self ? main.time == language::Time::past : mention.pronoun);
    }
    out.by_name += named && main.frame != language::Frame::none ? 1u : 0u;
    out.by_pronoun += named || meant ? 1u : 0u;
  }
  return out;
}

// "Practice standards", "A guide for practitioners", "Training handout" at its head.
bool calls_itself_guidance(const Gathering& record) {
  const auto& units = record.form.units;
  for (std::size_t i = 0; i < units.size() && i < front_units; ++i) {
    if (record.words(units[i].at) <= 30 && record.has(units[i].at, "record.guidance")) return true;
  }
  lexicon::ConceptId id = record.lexicon.find_concept("record.guidance");
  lexicon::Scan title = record.lexicon.scan(record.document.title);
  return std::any_of(title.hits.begin(), title.hits.end(),
                     [&](const lexicon::Hit& hit) { return id != 0 && hit.concept_id == id; });
}

}  // namespace

void gather_subject(const Gathering& record, Facts& facts) {
  const Telling said = telling(record);
  if (filled_in(record) || said.by_name >= least_named) {
    facts.about_somebody = true;
  } else if (calls_itself_guidance(record)) {
    facts.about_somebody = false;
  } else {
    facts.about_somebody = named_subject(record) || tells(record) || (said.sentences <= a_note && said.by_pronoun > 0);
  }
}

}  // namespace facts
