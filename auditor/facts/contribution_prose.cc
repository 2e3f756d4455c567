// Contributions told in sentences: an agency that says something, one that the worker spoke with, a name with a colon
// behind it, and what the sentences after it go on to tell.
#include <algorithm>

#include "facts/contribution.h"
#include "facts/parts.h"

namespace facts {
namespace {

using language::Mood;
using language::Polarity;
using language::Source;
using language::Statement;

constexpr std::size_t head_words = 20;    // from a sentence's beginning to the colon behind who says it
constexpr std::size_t verb_reach = 12;    // from a naming to what it did, past what stands in brackets or commas
constexpr std::size_t date_reach = 7;     // from the verb to its date
constexpr std::size_t listing_start = 3;  // a sentence begins with a naming that stands among its first words

class Prose {
 public:
  Prose(const Gathering& record, const Outsiders& outsiders, Facts& facts)
      : record_(record), outsiders_(outsiders), facts_(facts), horizon_(horizon(record, facts)) {}

  void run() {
    for (const language::Sentence& sentence : record_.language.sentences) {
      if (sentence.unit != unit_) open_ = -1;
      unit_ = sentence.unit;
      if (sentence.statement_begin != sentence.statement_end && admitted(sentence)) read(sentence);
    }
  }

 private:
  std::string_view word(std::size_t token) const {
    return record_.text(record_.language.scan.tokens[token].at);
  }
  const Statement& main_of(const language::Sentence& sentence) const {
    return record_.language.statements[sentence.statement_begin];
  }
  bool admitted(const language::Sentence& sentence) const;
  bool at_token(std::size_t token, std::string_view concept_or_family) const;
  void read(const language::Sentence& sentence);
  bool headed(const language::Sentence& sentence, const Naming& naming, std::size_t* colon) const;
  bool speaks(const language::Sentence& sentence, const Naming& naming, std::size_t* verb) const;
  bool spoken_with(const language::Sentence& sentence, const Naming& naming, std::size_t* at) const;
  bool somebody_else(std::size_t token, const Naming& naming) const;
  bool only_planned(const language::Sentence& sentence, std::size_t token) const;
  bool reported_by_family(const language::Sentence& sentence, const Naming& naming) const;
  void date_near(const language::Sentence& sentence, std::size_t from, std::size_t to, Contribution& fact) const;
  void go_on(const language::Sentence& sentence);

  const Gathering& record_;
  const Outsiders& outsiders_;
  Facts& facts_;
  Day horizon_;
  std::uint32_t unit_ = UINT32_MAX;
  std::int32_t open_ = -1;      // the contribution that the unit's next sentences may go on with
  bool open_headed_ = false;    // it stands behind a colon
};

bool Prose::admitted(const language::Sentence& sentence) const {
  const Statement& main = main_of(sentence);
  if (main.general || main.source == Source::policy || main.source == Source::form) return false;
  if (main.standing == language::Standing::superseded) return false;
  const form::Unit& unit = record_.form.units[sentence.unit];
  if (nearest_section(record_, unit, {"plan", "contingency", "review", "previous"})) return false;
  if (record_.is_field(unit.field, {"referrer-informed", "review-date", "worker"})) return false;
  bool agency_row = record_.cell(unit, {"agency", "professional", "agency-person", "agency-name"}) != nullptr;
  if (unit.kind == form::UnitKind::row && agency_row) return false;
  return true;
}

bool Prose::at_token(std::size_t token, std::string_view name) const {
  lexicon::ConceptId exact = record_.lexicon.find_concept(name);
  for (const lexicon::Hit& hit : record_.language.scan.starting_at(token)) {
    if (exact != 0 ? hit.concept_id == exact : record_.lexicon.concept_name(hit.concept_id).starts_with(name)) return true;
  }
  return false;
}

// "Sister Maddox on 15 November: both admissions ...": nothing but who, when and how before the colon.
bool Prose::headed(const language::Sentence& sentence, const Naming& naming, std::size_t* colon) const {
  auto [first, last] = record_.language.scan.range(sentence.at);
  if (naming.first > first + 2) return false;
  for (std::size_t i = naming.last + 1; i < last && i < first + head_words; ++i) {
    if (word(i) == ":" || ((word(i) == "-" || word(i) == "–" || word(i) == "—") && i < first + head_words / 2)) {
      *colon = i;
      return i + 1 < last;
    }
    if (word(i) == ";" || word(i) == "?") return false;
  }
  return false;
}

// "The school nurse, Mrs Bell, rang to say ...": the naming is the subject of a verb of telling.
bool Prose::speaks(const language::Sentence& sentence, const Naming& naming, std::size_t* verb) const {
  auto [first, last] = record_.language.scan.range(sentence.at);
  if (naming.first > first && at_token(naming.first - 1, "contribution.object-marker")) return false;
  if (naming.first > first + 1 && at_token(naming.first - 2, "contribution.object-marker")) return false;
  std::size_t depth = 0;
  bool relative = false;  // "Sam, who is his officer at probation, told me ..."
  for (std::size_t i = naming.last + 1; i < last && i < naming.last + 1 + verb_reach; ++i) {
    if (word(i) == "(") ++depth;
    if (word(i) == ")" && depth > 0) --depth;
    if (word(i) == "'s" || word(i) == "’s") {
      if (i == naming.last + 1 && !(i + 1 < last && at_token(i + 1, "contribution.paper"))) return false;
      continue;
    }
    bool passive = i > first && at_token(i - 1, "contribution.passive");
    if (at_token(i, "contribution.told-by") && !passive) {
      *verb = i;
      return true;
    }
    if (word(i) == "who" || word(i) == "which" || word(i) == "whom") relative = true;
    // Another subject has come in between.
    if (depth > 0 || i <= naming.last + 1) continue;
    if (word(i) == "I" || word(i) == "we" || word(i) == ";") return false;
    if (!relative && somebody_else(i, naming)) return false;
  }
  return false;
}

bool Prose::somebody_else(std::size_t token, const Naming& naming) const {
  base::Span at = record_.language.scan.tokens[token].at;
  for (const language::Mention& mention : record_.mentions(at)) {
    if (mention.at.begin == at.begin && !mention.possessive && mention.who != naming.who) return true;
  }
  return false;
}

// "I spoke with the nursery on 3 May", "a letter from the clinic", "Mrs Gadd was phoned", "the school by email".
bool Prose::spoken_with(const language::Sentence& sentence, const Naming& naming, std::size_t* at) const {
  auto [first, last] = record_.language.scan.range(sentence.at);
  std::size_t from = naming.first > first + 5 ? naming.first - 5 : first;
  for (std::size_t i = from; i < naming.first; ++i) {
    for (const lexicon::Hit& hit : record_.language.scan.starting_at(i)) {
      if (record_.lexicon.concept_name(hit.concept_id) != "contribution.spoken-with") continue;
      if (hit.last + 3 < naming.first || hit.last >= naming.first) continue;
      *at = i;
      return true;
    }
  }
  bool object = naming.first > first && (at_token(naming.first - 1, "contribution.object-marker") ||
                                         (naming.first > first + 1 &&
                                          at_token(naming.first - 2, "contribution.object-marker")));
  for (std::size_t i = naming.last + 1; i < last && i < naming.last + 9 && !object; ++i) {
    if (i > naming.last + 1 && somebody_else(i, naming)) break;
    if (!at_token(i, "contribution.was-asked")) continue;
    *at = i;
    return true;
  }
  return false;
}

bool Prose::only_planned(const language::Sentence& sentence, std::size_t token) const {
  std::uint32_t offset = record_.language.scan.tokens[token].at.begin;
  const Statement* innermost = nullptr;
  for (std::uint32_t s = sentence.statement_begin; s < sentence.statement_end; ++s) {
    const Statement& statement = record_.language.statements[s];
    if (statement.at.begin > offset || statement.at.end <= offset) continue;
    if (innermost == nullptr || statement.at.size() <= innermost->at.size()) innermost = &statement;
  }
  if (innermost == nullptr) innermost = &main_of(sentence);
  return innermost->mood == Mood::intended || innermost->mood == Mood::directed ||
         innermost->mood == Mood::conditional || innermost->mood == Mood::asked ||
         innermost->time == language::Time::future;
}

// "Mum says the school never rang her": her account, and no contribution.
bool Prose::reported_by_family(const language::Sentence& sentence, const Naming& naming) const {
  const Statement& main = main_of(sentence);
  if (main.source != Source::parent && main.source != Source::child && main.source != Source::relative) return false;
  std::uint32_t begin = record_.language.scan.tokens[naming.first].at.begin;
  for (const language::Mention& mention : record_.mentions(sentence.at)) {
    if (mention.at.begin >= begin) return false;
    if (mention.who == main.source_who) return true;
  }
  return false;
}

void Prose::date_near(const language::Sentence& sentence, std::size_t from, std::size_t to, Contribution& fact) const {
  const lexicon::Scan& scan = record_.language.scan;
  auto [first, last] = scan.range(sentence.at);
  std::size_t end = std::min(last, to + 1 + date_reach);
  for (std::size_t i = to + 1; i < end; ++i) {
    if (word(i) == ":" || word(i) == "that" || word(i) == "\"" || word(i) == "“") end = i;
  }
  std::size_t begin = from > first + 5 ? from - 5 : first;
  if (end <= begin) return;
  base::Span near = {scan.tokens[begin].at.begin, scan.tokens[end - 1].at.end};
  if (const language::Date* date = record_.date(near)) {
    fact.when = date->day;
    fact.when_at = date->at;
  }
}

// What the sentences behind a contribution add to it.
void Prose::go_on(const language::Sentence& sentence) {
  if (open_ < 0) return;
  const Statement& main = main_of(sentence);
  bool theirs = main.source == Source::agency || (open_headed_ && main.source == Source::worker);
  auto [first, last] = record_.language.scan.range(sentence.at);
  bool ours = first < last && (word(first) == "I" || word(first) == "We");
  if (!theirs || ours) {
    open_ = -1;
    return;
  }
  Contribution& fact = facts_.contributions[static_cast<std::size_t>(open_)];
  add_says(record_, sentence.at, fact);
}

void Prose::read(const language::Sentence& sentence) {
  const form::Unit& unit = record_.form.units[sentence.unit];
  bool agencies_section = record_.in_section(unit, {"agencies"});
  bool past_section = nearest_section(record_, unit, {"history", "chronology"});
  std::vector<Naming> namings = outsiders_.in(sentence.at);
  auto [first, last] = record_.language.scan.range(sentence.at);
  bool gap = record_.has(sentence.at, "contribution.gap") && !record_.has(sentence.at, "contribution.gap-filled") &&
             !record_.has(sentence.at, "contribution.all-replied");
  bool found = false;
  for (const Naming& naming : namings) {
    if (reported_by_family(sentence, naming)) continue;
    std::size_t at = naming.first;
    bool head = headed(sentence, naming, &at);
    std::size_t verb = 0, contact = 0;
    bool spoke = !head && speaks(sentence, naming, &verb);
    bool asked = !head && !spoke && spoken_with(sentence, naming, &contact);
    bool begins = agencies_section && naming.first < first + listing_start &&
                  record_.has(sentence.at, "contribution.means");
    if (gap && !head) {
      bool beside = naming.first < first + 8 || agencies_section;
      if (!beside || found || past_section) continue;
      Contribution fact = contribution_of(record_, outsiders_, naming, sentence.at);
      std::uint32_t end = next_sentence_end(record_, outsiders_, sentence.at);
      mark_gap(record_, sentence.at, {sentence.at.begin, end}, fact);
      facts_.contributions.push_back(std::move(fact));
      open_ = -1;
      found = true;
      continue;
    }
    if (!head && !spoke && !asked && !begins) continue;
    std::size_t told = head ? at : spoke ? verb : asked ? contact : naming.last;
    if (!head && only_planned(sentence, told)) continue;
    if (!head && main_of(sentence).told && main_of(sentence).told_polarity == Polarity::denied && !spoke) continue;
    Contribution fact = contribution_of(record_, outsiders_, naming, sentence.at);
    if (head) {
      date_near(sentence, first, at - 1, fact);
    } else {
      date_near(sentence, naming.first, std::max(told, naming.last), fact);
    }
    if (fact.when != language::no_day && horizon_ != language::no_day && fact.when < horizon_) continue;
    if (past_section && fact.when == language::no_day && !head) continue;
    fact.public_referrer = record_.has(sentence.at, "public-referrer") && naming.agency == 0;
    base::Span words = sentence.at;
    if (head) words.begin = record_.language.scan.tokens[at].at.end;
    if (head && gap) {
      std::uint32_t end = next_sentence_end(record_, outsiders_, sentence.at);
      mark_gap(record_, words, {words.begin, std::max(words.end, end)}, fact);
    } else {
      fact.contributed = true;
      add_says(record_, words, fact);
      open_ = static_cast<std::int32_t>(facts_.contributions.size());
      open_headed_ = head;
    }
    facts_.contributions.push_back(std::move(fact));
    found = true;
    if (head) break;
  }
  if (!found) go_on(sentence);
  (void)last;
}

}  // namespace

void contributions_of_prose(const Gathering& record, const Outsiders& outsiders, Facts& facts) {
  if (record.language.scan.hits_from.empty()) return;
  Prose(record, outsiders, facts).run();
}

}  // namespace facts
