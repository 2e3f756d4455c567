// Subject children seen for the assessment, as sentences tell it.
#include <algorithm>

#include "facts/parts.h"
#include "facts/seen.h"
#include "facts/seen_entries.h"

namespace facts {
namespace {

using language::Mood;
using language::Role;
using language::Source;
using language::Statement;

constexpr std::size_t near_before = 8, near_after = 9;  // words between the doer, the meeting and the child
constexpr std::size_t near_told = 4;                    // words behind the one who is told
constexpr std::size_t short_entry = 8;                  // words of a line that gives an entry its day
constexpr std::size_t row_front = 6;                    // words of a row's first cell that asks
constexpr std::size_t opening = 4;                      // words of a sentence within which its doer stands

// A sentence's parts between colons and semicolons: "It isn't so that he was not seen: on 1 October we had an hour".
std::vector<base::Span> parts_of(const Gathering& record, base::Span at) {
  std::vector<base::Span> out;
  auto [first, last] = record.language.scan.range(at);
  std::uint32_t begin = at.begin;
  for (std::size_t i = first; i < last; ++i) {
    const lexicon::Token& token = record.language.scan.tokens[i];
    if (token.kind != lexicon::TokenKind::punctuation) continue;
    std::string_view mark = record.text(token.at);
    bool between_figures =
        i > first && i + 1 < last && record.language.scan.tokens[i + 1].kind == lexicon::TokenKind::number;
    if ((mark != ":" && mark != ";") || between_figures) continue;
    if (token.at.begin > begin) out.push_back({begin, token.at.begin});
    begin = token.at.end;
  }
  if (at.end > begin) out.push_back({begin, at.end});
  return out;
}

bool past_and_real(const Statement& s) {
  return (s.mood == Mood::asserted || s.mood == Mood::hedged) && !s.general && !s.process &&
         s.time != language::Time::future && s.standing == language::Standing::current && s.source != Source::policy &&
         s.source != Source::form;
}

class Telling {
 public:
  Telling(const Gathering& r, const language::Sentence& s)
      : record(r), sentence(s), main(r.language.statements[s.statement_begin]) {}

  void gather(Facts& facts) {
    const form::Unit& unit = record.form.units[sentence.unit];
    // "3. Actions taken": a plan's heading, but what it holds has been.
    if (record.in_section(unit, {"plan", "contingency", "review", "decision"}) && main.time != language::Time::past)
      return;
    bool told_by_others = main.source == Source::parent || main.source == Source::relative ||
                          main.source == Source::policy || main.source == Source::form;
    if (told_by_others) return;
    const std::size_t known = facts.seen.size();
    for (base::Span part : parts_of(record, sentence.at)) {
      // What stands before a colon is as it was, whatever the words behind it wish or suppose.
      const bool noted = part.end < sentence.at.end && main.source != Source::policy && !main.general;
      if (past_and_real(main) || (noted && opens_with_child(record, part))) gather_part(part, facts);
    }
    // Of what a history tells only what it dates within the time of this assessment was seen for it.
    if (facts.seen.size() == known || !record.in_section(unit, {"previous", "chronology", "history"})) return;
    const Day referred = referred_on(record, facts);
    const auto of_before = [&](const Seen& seen) {
      return seen.when == language::no_day || referred == language::no_day || seen.when < referred;
    };
    facts.seen.erase(
        std::remove_if(facts.seen.begin() + static_cast<std::ptrdiff_t>(known), facts.seen.end(), of_before),
        facts.seen.end());
  }

 private:
  const Gathering& record;
  const language::Sentence& sentence;
  const Statement& main;

  std::size_t token_at(std::uint32_t offset) const {
    return record.language.scan.range({offset, sentence.at.end}).first;
  }

  // Whom the words nearest before `place` name: the worker, a subject child, or somebody else.
  enum class Doer : std::uint8_t { nobody, worker, child, other };
  Doer doer_before(base::Span part, std::uint32_t place) const {
    std::size_t there = token_at(place);
    Doer doer = Doer::nobody;
    std::uint32_t best = 0;
    bool found = false;
    auto consider = [&](base::Span at, Doer who) {
      if (at.begin >= place || there - token_at(at.begin) > near_before) return;
      if (found && at.begin < best) return;
      found = true;
      best = at.begin;
      doer = who;
    };
    for (const language::Mention& mention : record.mentions({part.begin, place})) {
      if (mention.possessive) continue;
      const language::Entity* who = record.entity(mention.who);
      bool worker = who != nullptr && (who->role == Role::worker || who->role == Role::manager);
      consider(mention.at, worker ? Doer::worker : is_child(mention) ? Doer::child : Doer::other);
    }
    for (const lexicon::Hit& hit : hits(part, "seen.worker")) consider(hit.at, Doer::worker);
    return doer;
  }

  std::vector<lexicon::Hit> hits(base::Span at, std::string_view name) const {
    lexicon::ConceptId id = record.lexicon.find_concept(name);
    std::vector<lexicon::Hit> out;
    for (const lexicon::Hit& hit : record.language.scan.within(at)) {
      if (hit.concept_id == id) out.push_back(hit);
    }
    return out;
  }

  bool is_child(const language::Mention& mention) const {
    if (record.is_subject(mention.who)) return true;
    return mention.plural && mention.who == language::nobody && main.about == language::About::child;
  }

  bool child_after(base::Span part, std::uint32_t place) const {
    std::size_t there = token_at(place);
    for (const language::Mention& mention : record.mentions({place, part.end})) {
      if (is_child(mention) && !mention.possessive && token_at(mention.at.begin) - there <= near_after) return true;
    }
    return false;
  }

  // "Maja was seen", and no "by officers" after it.
  bool passive(base::Span part) const {
    base::Span intended = record.find(part, "seen.intended");
    for (const lexicon::Hit& hit : hits(part, "seen.passive")) {
      if (!intended.empty() && intended.overlaps(hit.at)) continue;
      Doer before = doer_before(part, hit.at.begin);
      bool opens = before == Doer::nobody && token_at(hit.at.begin) <= token_at(part.begin) + 2;
      if ((before == Doer::child || opens) && !by_outsiders({hit.at.end, part.end})) return true;
    }
    return false;
  }

  // "by officers from the station"; "by herself" names nobody.
  bool by_outsiders(base::Span after) const {
    const auto& tokens = record.language.scan.tokens;
    auto [first, last] = record.language.scan.range(after);
    for (std::size_t i = first; i + 1 < std::min(last, first + 8); ++i) {
      if (record.text(tokens[i].at) != "by" || record.text(tokens[i + 1].at).ends_with("self") ||
          record.text(tokens[i + 1].at).ends_with("selves"))
        continue;
      base::Span who = {tokens[i + 1].at.begin, tokens[std::min(last - 1, i + 8)].at.end};
      if (record.has(who, "seen.worker") || record.person(who, {Role::worker, Role::manager}) >= 0) return false;
      return record.person(who, {Role::agency, Role::professional, Role::parent, Role::relative, Role::unknown}) >= 0;
    }
    return false;
  }

  bool active(base::Span part) const {
    const base::Span intended = record.find(part, "seen.intended");
    for (const lexicon::Hit& hit : hits(part, "seen.meeting")) {
      if (intended.overlaps(hit.at) && intended.begin <= hit.at.begin) continue;  // "I was going to see you"
      Doer before = doer_before(part, hit.at.begin);
      bool opens = before == Doer::nobody && token_at(hit.at.begin) <= token_at(part.begin) + 1;
      const bool for_us = before == Doer::other && record.has(part, "seen.for-us");
      if (before != Doer::worker && !opens && !for_us) continue;
      if (child_after(part, hit.at.end) || relative_before(part, hit.at.begin) || child_in_front(part, hit.at.begin))
        return true;
    }
    return false;
  }

  bool names_child(const language::Mention& mention) const {
    return record.is_subject(mention.who) && !mention.possessive && !mention.pronoun;
  }

  // "Artie I saw at home": the child stands right before the worker.
  bool child_in_front(base::Span part, std::uint32_t place) const {
    for (const lexicon::Hit& worker : hits({part.begin, place}, "seen.worker")) {
      for (const language::Mention& mention : record.mentions({part.begin, worker.at.begin})) {
        if (names_child(mention) && token_at(mention.at.end) == token_at(worker.at.begin)) return true;
      }
    }
    return false;
  }

  // "I have had Oskar for twenty minutes in the Rainbow Room on his own": the worker does it, the child is by itself.
  bool had_alone(base::Span part) const {
    const base::Span self = record.find(part, "seen.by-self");
    const bool done = main.time == language::Time::past && main.source == Source::worker && !main.told &&
                      (main.frame == language::Frame::act || main.frame == language::Frame::see);
    const bool somewhere = record.has(part, "seen.place") || !record.language.dates_in(part).empty();
    if (self.empty() || !done || !somewhere || record.has(part, "seen.left-alone")) return false;
    const std::vector<lexicon::Hit> workers = hits({part.begin, self.begin}, "seen.worker");
    if (workers.empty() || token_at(workers.front().at.begin) > token_at(part.begin) + opening) return false;
    return child_after({part.begin, self.begin}, workers.front().at.end);
  }

  // "25/1 - Nikol at the High School, in the pastoral office, by herself": an entry without a verb.
  bool entry_alone(base::Span part, const Seen& fact) const {
    const base::Span self = record.find(part, "seen.by-self");
    if (!fact.dated || self.empty() || main.frame != language::Frame::none || main.source != Source::worker)
      return false;
    const std::vector<language::Mention> before = record.mentions({part.begin, self.begin});
    return std::any_of(before.begin(), before.end(), [&](const language::Mention& m) { return names_child(m); });
  }

  // "On the 24th he took me off to see the hens."
  bool led(base::Span part) const {
    for (const lexicon::Hit& hit : hits(part, "seen.led")) {
      if (doer_before(part, hit.at.begin) == Doer::child) return true;
    }
    return false;
  }

  // "Rosalind, whom I saw by herself".
  bool relative_before(base::Span part, std::uint32_t place) const {
    std::string_view before = record.text({part.begin, place});
    return before.find("whom") != std::string_view::npos && doer_before(part, place) == Doer::worker;
  }

  // "Amara seen undressed", "Otis and I had the corner to ourselves".
  bool beside_name(base::Span part) const {
    for (const lexicon::Hit& hit : hits(part, "seen.bare")) {
      for (const language::Mention& mention : record.mentions({part.begin, hit.at.begin})) {
        if (is_child(mention) && !mention.possessive && token_at(hit.at.begin) - token_at(mention.at.end - 1) <= 1)
          return true;
      }
    }
    return false;
  }

  // Whom a part is about that names no child: the label's or heading's child, the sentence's, or the only one there is.
  std::vector<EntityId> understood() const {
    const form::Unit& unit = record.form.units[sentence.unit];
    if (record.is_subject(main.addressee)) return {main.addressee};
    bool group = false;
    if (std::vector<EntityId> named = children_in(record, unit.label, group); !named.empty()) return named;
    if (unit.section >= 0) {
      base::Span heading = record.form.sections[static_cast<std::size_t>(unit.section)].heading;
      if (std::vector<EntityId> named = children_in(record, heading, group); named.size() == 1) return named;
    }
    std::vector<EntityId> named = children_in(record, sentence.at, group);
    if (!named.empty()) return named;
    // "Darcey. Seen by herself": whom the paragraph named last.
    const base::Span unit_before = {unit.at.begin, sentence.at.begin};
    for (const language::Sentence& before : record.language.sentences_over(unit_before)) {
      if (before.unit != sentence.unit || before.at.begin >= sentence.at.begin) continue;
      if (std::vector<EntityId> found = children_in(record, before.at, group); found.size() == 1) named = found;
    }
    if (!named.empty()) return named;
    if (record.is_subject(main.about_who)) return {main.about_who};
    if (record.language.subjects.size() == 1) return record.language.subjects;
    return {};
  }

  void gather_part(base::Span part, Facts& facts) {
    bool group = false;
    std::vector<EntityId> named = children_in(record, part, group);
    bool intended = record.has(part, "seen.intended"), absent = record.has(part, "seen.not-seen");
    // "Artie I saw at home, at three he is not of an age to be seen without her."
    absent = absent && !(record.has(part, "seen.why-not-alone") && active(part));
    // "I've met you both on your own", "saw both, Tuesday, at home"
    const bool of_all = record.language.subjects.size() > 1 && record.has(part, "seen.of-all") &&
                        main.source == Source::worker && !main.told;
    if (of_all) {
      group = true;
      if (record.is_subject(main.addressee)) named.clear();  // "you both"
    }
    // "I never did speak to the nurse."
    if (main.polarity == language::Polarity::denied && named.empty() && !group && !absent && !asked_here() &&
        !record.has(part, "seen.why-not-alone") && record.language.dates_in(part).empty())
      return;
    Seen fact;
    fact.at = sentence.at;
    date_seen(record, part, fact);
    if (!fact.dated) date_seen(record, sentence.at, fact);
    if (!fact.dated && asked_here() && opens_with_day(record, sentence.at)) fact.dated = true;
    bool worker = record.has(part, "seen.worker") || record.person(part, {Role::worker, Role::manager}) >= 0;
    bool place = record.has(part, "seen.place");
    base::Span shared_words;
    // "What I fear is that she will drink it while her mother is out": nobody was with anybody.
    const bool was = main.time == language::Time::past || main.frame == language::Frame::none || fact.dated;
    bool shared = was && aloneness(record, part, false, &shared_words) == Aloneness::alone && (worker || fact.dated);
    // Where and when somebody was with the worker, not what they told of: "you told me you want no questions in the
    // car".
    const bool here = main.told ? placed(telling_of(part)) : fact.dated || place;
    bool told_worker = main.told && main.source == Source::child && worker && here;
    bool to_me = fact.dated && worker && !named.empty() && main.about == language::About::child &&
                 record.is_subject(main.about_who) && !main.told && came_to_worker(part);
    bool together = record.has(part, "seen.together") && (here || shared || asked_here()) &&
                    (!named.empty() || group || (record.is_subject(main.addressee) && !names_grown_up(part)));
    const bool led_there = fact.dated && led(part);
    if (!fact.dated && asked_here() && main.frame == language::Frame::none && (!named.empty() || group))
      entry_day(fact);
    // "11/04 both, home, mum in."
    if (asked_here() && record.language.subjects.size() > 1 && named.empty() && record.has(part, "seen.all-there"))
      group = true;
    const bool remote =
        record.has(part, "seen.remote") && aloneness(record, part, false, &shared_words) == Aloneness::unsaid;
    const bool entry = asked_here() && !intended && fact.dated && !remote &&
                       (!named.empty() || group ||
                        (record.language.subjects.size() == 1 &&
                         (bare_days(record, part) || record.form.units[sentence.unit].kind == form::UnitKind::row ||
                          (place && !of_grown_ups(part))))) &&
                       !absent_here(part);
    // "Ned (1 July, school, by himself): ...": what stands before the colon tells how his views were had.
    const form::Unit& unit = record.form.units[sentence.unit];
    const bool note = part.end < sentence.at.end || main.frame == language::Frame::none;
    const bool all_met =
        of_all && !intended && (!hits(part, "seen.meeting").empty() || !hits(part, "seen.bare").empty());
    const bool opened = note && !intended && fact.dated && main.source != Source::agency &&
                        (asked_here() || record.in_section(unit, {"views", "visits"})) &&
                        opens_with_child(record, part) && !absent_here(part);
    // "19 May, clinic, I went with them to the scan": as near as anybody comes to seeing a child who is not born.
    const bool at_scan = fact.dated && !intended && record.has(part, "unborn.observed") && not_born();
    if (at_scan && named.empty()) named = record.language.subjects;
    bool seeing = at_scan || passive(part) || active(part) || led_there || beside_name(part) || shared || told_worker ||
                  to_me || together || had_alone(part) || entry_alone(part, fact) || entry || opened || all_met;
    // "Seen by the nurse, 3 May": what an agency saw was not seen for this assessment.
    seeing = seeing && (!of_agency() || worker || record.has(part, "seen.for-us"));
    if (absent) {
      // "Not seen alone" says that the child was seen.
      base::Span where;
      const Aloneness said = aloneness(record, part, true, &where);
      const base::Span with = record.find(part, "seen.not-alone");
      bool not_alone = (said == Aloneness::not_alone || said == Aloneness::reason_why_not) &&
                       (record.has(with, "seen.by-self") || record.has(with, "seen.apart"));
      fact.seen = not_alone;
      if (!not_alone) fact.dated = false;
      if (not_alone) fact.alone = aloneness(record, part, true, &fact.alone_at);
      if (not_alone && named.empty() && !group) named = understood();
      if (!named.empty() || group) add_seen(record, named, group, fact, facts);
      return;
    }
    if (!seeing) {
      // A reason that stands by itself: "Oscar is too young to be spoken to".
      // "too young to be spoken to" speaks of no intention, although the words are the same.
      base::Span reason = record.find(part, "seen.why-not-alone");
      bool planned = intended && record.find(part, "seen.intended").begin < reason.begin;
      const lexicon::Name seeing_of = asked_here() ? lexicon::Name("seen.of-seeing") : lexicon::Name("seen.being-seen");
      if (planned || reason.empty() || !record.has(part, seeing_of)) return;
      if (main.about != language::About::child && named.empty()) return;
      fact.dated = fact.dated && worker;
      fact.alone = Aloneness::reason_why_not;
      fact.alone_at = reason;
    } else {
      if (intended && !passive(part) && !active(part) && !led_there) return;
      fact.alone = aloneness(record, part, true, &fact.alone_at);
      if (fact.alone == Aloneness::unsaid) fact.alone = aloneness(record, sentence.at, true, &fact.alone_at);
      if (fact.alone == Aloneness::unsaid && (opened || entry)) same_as_before(record, part, facts.seen, fact);
      if (fact.alone == Aloneness::unsaid && only_two(record, part)) {
        fact.alone = Aloneness::alone;
        fact.alone_at = part;
      }
    }
    if (opened && part.end < sentence.at.end && named.size() > 1) named = std::vector<EntityId>{named.front()};
    if (told_worker && named.size() > 1 && record.is_subject(main.source_who)) named = {main.source_who};
    if (named.empty() && !group && of_another_child(part)) return;
    if (named.empty() && !group) named = understood();
    if (named.empty() && !group) return;
    // "Tom seen on his own. All three with their mother": what is said of one is not said of all.
    if (group && !named.empty() && !group_first(part)) {
      add_seen(record, named, false, fact, facts);
      named.clear();
      fact.alone = Aloneness::unsaid;
    }
    add_seen(record, named, group, fact, facts);
  }

  // Told by a body or a professional who is known; "Worker visited" may be the writer.
  bool of_agency() const {
    const language::Entity* who = record.entity(main.source_who);
    return main.source == Source::agency && who != nullptr && who->name != who->relation;
  }

  bool placed(base::Span at) const {
    return record.has(at, "seen.place") || !record.language.dates_in(at).empty() || record.has(at, "contribution.day");
  }

  // What stands before the told, and right behind the one who was told: "On 3 May in the car you told me on the way".
  base::Span telling_of(base::Span part) const {
    const std::vector<lexicon::Hit> workers = hits(part, "seen.worker");
    if (workers.empty()) return part;
    const auto& tokens = record.language.scan.tokens;
    const std::size_t last = record.language.scan.range(part).second;
    std::size_t end = token_at(workers.front().at.begin) + 1;
    for (std::size_t k = 0; k < near_told && end < last; ++k, ++end) {
      if (record.text(tokens[end].at) == "that" || tokens[end].kind == lexicon::TokenKind::punctuation) break;
    }
    return {part.begin, tokens[end - 1].at.end};
  }

  // Whether the record is about one child who is not born yet.
  bool not_born() const {
    if (record.language.subjects.size() != 1) return false;
    const language::Entity* child = record.entity(record.language.subjects.front());
    return child != nullptr &&
           std::find(child->aliases.begin(), child->aliases.end(), "unborn") != child->aliases.end();
  }

  // "Tom came to me on 3 May", and not "His tutor rang me on 3 May": nobody else stands before the worker.
  bool came_to_worker(base::Span part) const {
    const std::vector<lexicon::Hit> workers = hits(part, "seen.worker");
    return workers.empty() || doer_before(part, workers.front().at.begin) != Doer::other;
  }

  // "18/4 R at school": the child opens a dated entry and is where the worker went; "Joint visit. R at school" says
  // that the child was missed.
  bool absent_here(base::Span part) const {
    if (!record.has(part, "seen.absent")) return false;
    // The row is about the child: "with Dad" says who else was there.
    if (record.form.units[sentence.unit].kind == form::UnitKind::row) return record.has(part, "seen.not-in");
    const std::vector<language::Mention> mentions = record.mentions(part);
    const auto days = record.language.dates_in(part);
    const bool opens = !days.empty() && token_at(days.front().at.begin) <= token_at(part.begin) && !mentions.empty() &&
                       is_child(mentions.front()) &&
                       token_at(mentions.front().at.begin) <= token_at(days.front().at.end) + 1;
    return !opens || record.has(part, "seen.visit") || record.has(part, "seen.not-in");
  }

  // "20/4 h/v pm. R + J in their bedroom": the day opens the sentence before, which names none of them.
  void entry_day(Seen& fact) const {
    const auto& sentences = record.language.sentences;
    const auto here = static_cast<std::size_t>(&sentence - sentences.data());
    if (here == 0 || sentences[here - 1].unit != sentence.unit) return;
    const language::Sentence& above = sentences[here - 1];
    bool group = false;
    const auto days = record.language.dates_in(above.at);
    if (days.empty() || days.front().at.begin > above.at.begin + 2 || record.words(above.at) > short_entry ||
        !children_in(record, above.at, group).empty() || record.has(above.at, "seen.intended"))
      return;
    date_seen(record, above.at, fact);
  }

  static bool grown_up(const language::Entity& who) {
    return who.role == Role::parent || who.role == Role::relative || who.role == Role::other;
  }

  // "I talked to your dad by himself", in a letter to the child.
  bool names_grown_up(base::Span part) const {
    const std::vector<language::Mention> mentions = record.mentions(part);
    return std::any_of(mentions.begin(), mentions.end(), [&](const language::Mention& mention) {
      const language::Entity* who = record.entity(mention.who);
      return who != nullptr && !mention.possessive && grown_up(*who);
    });
  }

  // Whether an entry is about a grown-up: "Mrs Reed was seen at home on 3 May"; not "3 May, visit at the Reeds".
  bool of_grown_ups(base::Span part) const {
    for (const language::Mention& mention : record.mentions(part)) {
      const language::Entity* who = record.entity(mention.who);
      if (who == nullptr || mention.possessive) continue;
      const std::size_t at = token_at(mention.at.begin), before = at > 2 ? at - 2 : 0;
      const base::Span words = {record.language.scan.tokens[before].at.begin, mention.at.begin};
      const bool governed = record.has(words, "word.preposition");
      return !governed && grown_up(*who);
    }
    return false;
  }

  // "I spoke to him on his own", where "him" is a brother whom the record isn't about.
  bool of_another_child(base::Span part) const {
    const std::vector<language::Mention> mentions = record.mentions(part);
    return std::any_of(mentions.begin(), mentions.end(), [&](const language::Mention& mention) {
      const language::Entity* who = record.entity(mention.who);
      return who != nullptr && who->role == language::Role::sibling && !mention.possessive;
    });
  }

  bool group_first(base::Span part) const {
    for (const language::Mention& mention : record.mentions(part)) {
      if (record.is_subject(mention.who) || mention.plural) return mention.plural;
    }
    return false;
  }

  // Whether the section, or the label, asks who was seen and when.
  bool asked_here() const {
    const form::Unit& unit = record.form.units[sentence.unit];
    // "Seeing Kavin | 12 Oct, school library, alone": a row that says at its front what it tells of.
    if (unit.kind == form::UnitKind::row) {
      const base::Span first = unit.cell_begin < unit.cell_end ? record.form.cells[unit.cell_begin].at : unit.label;
      const base::Span front = unit.label.empty() ? first : unit.label;
      bool group = false;
      return record.words(front) <= row_front && record.has(front, "seen.asked-child") &&
             !front.overlaps(sentence.at) &&
             (record.has(front, "word.child") || !children_in(record, front, group).empty() || group);
    }
    if (record.has(unit.label, "seen.asked")) return true;
    // The form's question in a line of its own above the answer.
    if (sentence.unit > 0) {
      const form::Unit& above = record.form.units[sentence.unit - 1];
      const bool asks =
          above.kind == form::UnitKind::help && above.section == unit.section && record.text(above.at).ends_with("?");
      if (asks && record.has(above.at, "seen.asked")) return true;
    }
    if (unit.section < 0) return false;
    base::Span heading = record.form.sections[static_cast<std::size_t>(unit.section)].heading;
    return record.in_section(unit, {"visits"}) || record.has(heading, "seen.asked");
  }
};

}  // namespace

void gather_seen_told(const Gathering& record, Facts& facts) {
  for (const language::Sentence& sentence : record.language.sentences) {
    if (sentence.statement_begin != sentence.statement_end) Telling(record, sentence).gather(facts);
  }
}

}  // namespace facts
