// <contradiction of="...">: two statements of fact that cannot both hold.
#include "checklist/kinds/contradiction.h"

#include <algorithm>
#include <set>

namespace checklist::kinds {
namespace {

constexpr std::size_t answer_tokens = 20;  // longer answers are read by their sentences

class Contradiction : public Query {
 public:
  using Finder = std::vector<Opposed> (*)(const Record&, const Opposites&);
  Finder finder = nullptr;
  Opposites words;
  std::string of;

  std::vector<Candidate> candidates(const Record& record, const Scope&) const override {
    std::vector<Candidate> out;
    std::set<std::pair<std::uint32_t, std::uint32_t>> quoted;
    for (const Opposed& pair : finder(record, words)) {
      for (base::Span at : {pair.one, pair.other}) {
        Candidate c;
        c.at = quotable(record, at);
        if (!quoted.emplace(c.at.begin, c.at.end).second) continue;
        c.name = record.composed.keep(pair.on);
        out.push_back(c);
      }
    }
    return out;
  }
  std::string describe() const override { return "statements that cannot both hold, on " + of; }
};

}  // namespace

bool holds(const Record& record, base::Span at, const std::vector<bool>& concepts) {
  const lexicon::Scan& scan = record.language.scan;
  if (scan.hits_from.empty()) return false;
  auto [first, last] = scan.range(at);
  const auto hits = std::span(scan.hits).subspan(scan.hits_from[first], scan.hits_from[last] - scan.hits_from[first]);
  return std::any_of(hits.begin(), hits.end(), [&](const lexicon::Hit& hit) {
    return hit.at.end <= at.end && in_table(concepts, hit.concept_id);
  });
}

bool is_subject(const Record& record, language::EntityId who) {
  const auto& subjects = record.language.subjects;
  return who != language::nobody && std::find(subjects.begin(), subjects.end(), who) != subjects.end();
}

bool is_account(const Record& record, const language::Sentence& sentence) {
  if (sentence.statement_begin == sentence.statement_end) return false;
  const language::Statement& main = record.language.statements[sentence.statement_begin];
  return !main.general && main.standing == language::Standing::current && main.mood == language::Mood::asserted &&
         main.time != language::Time::future && main.source != language::Source::policy &&
         main.source != language::Source::form;
}

namespace {

// "There are no other children in this family." sounds like a rule and is none.
bool denies_existence(const Record& record, const language::Sentence& sentence, const Opposites& words) {
  if (sentence.statement_begin == sentence.statement_end) return false;
  const language::Statement& main = record.language.statements[sentence.statement_begin];
  return main.general && main.mood == language::Mood::asserted && holds(record, sentence.at, words.existence);
}

// The sentence up to the reason that is given behind the denial.
base::Span denying_part(const Record& record, base::Span sentence, const Opposites& words) {
  std::uint32_t denied = sentence.end;
  for (const lexicon::Hit& hit : record.language.scan.within(sentence)) {
    if (in_table(words.denies, hit.concept_id)) denied = std::min(denied, hit.at.end);
  }
  std::uint32_t end = sentence.end;
  for (const lexicon::Hit& hit : record.language.scan.within({denied, sentence.end})) {
    if (in_table(words.reasons, hit.concept_id)) end = std::min(end, hit.at.begin);
  }
  return {sentence.begin, end};
}

}  // namespace

std::vector<base::Span> denials(const Record& record, const Opposites& words) {
  std::vector<base::Span> out;
  const bool denied = record.holding.any_found(words.denying);
  if (!denied && !record.holding.any_found(words.barely)) return out;
  for (const form::Unit& unit : record.form.units) {
    bool row = unit.kind == form::UnitKind::row && !unit.label.empty();
    if (unit.kind != form::UnitKind::field && unit.kind != form::UnitKind::question && !row) continue;
    base::Span value = row ? base::Span{unit.label.end, unit.at.end} : unit.value;
    if (value.empty()) continue;
    auto [first, last] = record.language.scan.range(value);
    bool bare = first < last && holds(record, unit.label, words.labels) &&
                holds(record, record.language.scan.tokens[first].at, words.bare) && (!row || last - first == 1);
    const bool denies = bare || (!row && last - first < answer_tokens && holds(record, value, words.denies));
    if (denies && !holds(record, value, words.except)) out.push_back(unit.at);
  }
  if (!denied) return out;
  for (const language::Sentence& sentence : record.language.sentences) {
    if (sentence.statement_begin == sentence.statement_end) continue;
    const language::Statement& main = record.language.statements[sentence.statement_begin];
    if (main.main && !main.concepts.may_meet(words.denied)) continue;
    if (!holds(record, sentence.at, words.denies) || main.told) continue;
    if (!is_account(record, sentence) && !denies_existence(record, sentence, words)) continue;
    if (holds(record, denying_part(record, sentence.at, words), words.except)) continue;
    if (std::none_of(out.begin(), out.end(), [&](base::Span o) { return o.overlaps(sentence.at); }))
      out.push_back(sentence.at);
  }
  return out;
}

bool is_name_like(const Record& record, std::size_t token) {
  const lexicon::Token& t = record.language.scan.tokens[token];
  std::string_view text = t.at.of(record.document.text);
  if (t.kind != lexicon::TokenKind::word || !t.capital || text.size() < 3) return false;
  return std::any_of(text.begin() + 1, text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

language::Role role_of(const Record& record, language::EntityId who) {
  return who == language::nobody ? language::Role::unknown : record.language.people[static_cast<std::size_t>(who)].role;
}

std::string_view text_of(const Record& record, std::size_t token) {
  return record.language.scan.tokens[token].at.of(record.document.text);
}

std::string word_of(const Record& record, std::size_t token) {
  return lexicon::folded_word(text_of(record, token));
}

std::vector<language::Mention> mentions_in(const Record& record, base::Span at) {
  const auto& all = record.language.mentions;
  auto begin = std::lower_bound(all.begin(), all.end(), at.begin,
                                [](const language::Mention& m, std::uint32_t offset) { return m.at.begin < offset; });
  std::vector<language::Mention> out;
  for (auto m = begin; m != all.end() && m->at.begin < at.end; ++m) out.push_back(*m);
  return out;
}

base::Result<QueryPointer> make_contradiction(const base::xml::Element& element, const Compiling& compiling) {
  static const std::map<std::string, Contradiction::Finder> finders = {
      {"birth-dates", opposed_birth_dates}, {"seeing", opposed_seeing},         {"siblings", opposed_siblings},
      {"household", opposed_household},     {"statements", opposed_statements}, {"figures", opposed_figures},
      {"meeting", opposed_meeting},         {"residence", opposed_residence},   {"father", opposed_father},
      {"living-with", opposed_carers},      {"numbers", opposed_numbers},       {"schools", opposed_schools}};
  Attributes a(element, compiling.file);
  auto query = std::make_shared<Contradiction>();
  query->of = a.text("of");
  auto finder = finders.find(query->of);
  if (finder == finders.end()) {
    a.fail("of=\"" + query->of + "\" is no subject of contradictions",
           "use birth-dates, seeing, siblings, household, residence, living-with, father, figures, numbers, schools, "
           "meeting or statements");
  } else {
    query->finder = finder->second;
  }
  query->words.denies = concepts_named(a.words("denies"), a, compiling);
  query->words.denying = ids_in(query->words.denies);
  for (const lexicon::ConceptId id : query->words.denying) query->words.denied.add(id);
  query->words.affirms = concepts_named(a.words("affirms"), a, compiling);
  query->words.affirming = ids_in(query->words.affirms);
  query->words.except = concepts_named(a.words("except"), a, compiling);
  query->words.who = concepts_named(a.words("who"), a, compiling);
  query->words.labels = concepts_named(a.words("labels"), a, compiling);
  query->words.bare = concepts_named(a.words("bare"), a, compiling);
  query->words.barely = ids_in(query->words.bare);
  const std::vector<std::string> beside = a.words("beside");
  query->words.in_home = !beside.empty();
  query->words.beside = concepts_named(beside, a, compiling);
  query->words.sole = concepts_named(a.words("sole"), a, compiling);
  query->words.reasons = concepts_named({"against.reason"}, a, compiling);
  query->words.existence = concepts_named({"against.existence"}, a, compiling);
  query->words.about_child = a.text("about", "any") == "child";
  query->words.denied_too = a.text("polarity", "affirmed") == "any";
  query->words.any_mood = a.text("mood", "asserted") == "any";
  const std::string same = a.text("same", "no");
  if (same == "child") query->words.same = Opposites::Same::child;
  if (same == "person") query->words.same = Opposites::Same::person;
  query->words.own = a.text("source", "any") == "own";
  query->words.apart = a.text("apart", "1") == "2" ? 2 : 1;
  if (query->of == "schools") query->words.apart = 0;
  query->words.on = a.text("on", "");
  if (base::Status status = a.finish(); !status) return status.error();
  return QueryPointer(query);
}

}  // namespace checklist::kinds
