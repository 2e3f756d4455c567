#include "language/tense.h"

#include <algorithm>

#include "language/standing.h"

namespace language {
namespace {

class Reader {
 public:
  Reader(const Scene& scene, const Reading& reading, const Group& clause, bool general)
      : scene_(scene), words_(scene.words), reading_(reading), clause_(clause), general_(general) {
    from_ = std::min(clause.begin, clause.at.first);
    to_ = std::max(clause.end, clause.at.last + 1);
    if (!clause.finite) to_ = reading.last;
    const auto& tokens = words_.scan().tokens;
    if (from_ < to_) dates_ = scene.dates_in({tokens[from_].at.begin, tokens[to_ - 1].at.end});
  }

  Tensing run() const {
    if (reading_.gesture && &clause_ == reading_.group(reading_.fact)) return plain();
    if (question()) return {Mood::asked, plain().time};
    if (general_) return norm();
    if (possible_by_reporter()) return {Mood::hedged, plain().time};
    if (words_.is(clause_.at.first, "be") && clause_.finite && !clause_.subject.empty())
      return {Mood::directed, Time::future};
    if (stative()) return {Mood::asserted, Time::present};
    if (clause_.modal != npos) return modal();
    if (fragment()) return unfinished();
    if (!clause_.finite) return unfinished();
    if (unreal_condition()) return {Mood::conditional, Time::present};
    if (planned()) return {Mood::intended, Time::future};
    if (directed()) return {Mood::directed, Time::future};
    if (hedged()) return {Mood::hedged, plain().time};
    if (conditional() && clause_.tense == Tense::present && !general_) return {Mood::conditional, Time::present};
    if (without_cause() && clause_.tense == Tense::present && !general_ && clause_.frame != Frame::want) return plain();
    return plain();
  }

 private:
  // A norm holds now, whatever the tense of the study or law that it cites; unless it says "may", or depends on an
  // "if".
  Tensing norm() const {
    const bool hedge = clause_.modal != npos && words_.is_any(clause_.modal, {"may", "might", "could", "would"});
    const bool depends = std::any_of(reading_.groups.begin(), reading_.groups.end(), [&](const Group& group) {
      return group.finite && group.intro == Intro::condition && group.begin > reading_.first &&
             words_.is(group.begin - 1, "if");
    });
    if (hedge) return {Mood::hedged, Time::present};
    if (depends) return {Mood::conditional, Time::present};
    return {Mood::asserted, Time::present};
  }

  // "Not registered there", "Discussed with the manager": a past form that opens a note.
  bool fragment() const {
    return clause_.finite && clause_.subject.empty() && clause_.tense == Tense::past &&
           words_[clause_.at.first].tag == Tag::verb && clause_.at.first <= reading_.first + 2 && !clause_.coordinated;
  }

  bool question() const {
    return reading_.last > reading_.first && words_.is(reading_.last - 1, "?") && reading_.reporter < 0;
  }

  // The tense of the verb alone.
  Tensing plain() const {
    // "told me that you read your part on 1 November": a form that is both, with a day and a report of the past.
    const bool either_form = clause_.tense == Tense::present && clause_.at.first == clause_.verb &&
                             words_[clause_.verb].has(Class::same) && words_[clause_.verb].form == Form::base &&
                             told_in_past() && has_date() && !words_.has(Cue::ahead, from_, to_);
    if (either_form) return {Mood::asserted, Time::past};
    if (clause_.tense == Tense::past) {
      // "settled better since the night light"
      const bool since =
          words_[clause_.verb].tag == Tag::verb && words_[clause_.verb].form == Form::past && since_behind();
      return {Mood::asserted, since ? Time::present : Time::past};
    }
    const bool perfect = clause_.perfect && clause_.tense == Tense::present;
    // "hasn't stopped seeing him", "has never given up smoking": it goes on.
    const std::size_t behind = clause_.at.last + 1;
    if (perfect && clause_.negation != npos && words_.is_any(clause_.verb, {"stopped", "ceased", "quit"}) &&
        behind < reading_.last && words_[behind].form == Form::ing)
      return {Mood::asserted, Time::present};
    if (perfect && !clause_.progressive && !reaching_to_now()) return {Mood::asserted, Time::past};
    return {Mood::asserted, Time::present};
  }

  bool since_behind() const {
    for (std::size_t i = clause_.at.last + 1; i < to_; ++i) {
      if (words_.is(i, "since") && words_[i].tag == Tag::preposition) return true;
    }
    return false;
  }
  bool reaching_to_now() const { return words_.has(Cue::to_now, clause_.at.first, reading_.last); }

  // A condition that stands in the sentence, or "without her nan" before "would".
  bool conditional() const {
    for (const Group& group : reading_.groups) {
      if (group.finite && group.intro == Intro::condition && &group != &clause_ && same_part(group)) return true;
    }
    const lexicon::Hit* hit = words_.find(Cue::condition, part_first(), part_last());
    if (hit == nullptr) return false;
    if (words_.has(Cue::no_condition, hit->first > reading_.first + 4 ? hit->first - 4 : reading_.first,
                   std::min<std::size_t>(reading_.last, hit->last + 3)))
      return false;
    return !words_.is_any(hit->first, {"if", "unless"}) || clause_condition(hit->first);
  }
  // An "if" that no group took for its clause ("if needed") is no condition of weight.
  bool clause_condition(std::size_t token) const {
    return std::any_of(reading_.groups.begin(), reading_.groups.end(),
                       [&](const Group& group) { return group.intro == Intro::condition && group.begin == token + 1; });
  }
  bool without_cause() const { return false; }

  // Semicolons part a sentence into statements of their own.
  std::size_t part_first() const {
    std::size_t i = std::min(clause_.at.first, reading_.last);
    while (i > reading_.first && !words_.is(i - 1, ";")) --i;
    return i;
  }
  std::size_t part_last() const {
    std::size_t i = clause_.at.last + 1;
    while (i < reading_.last && !words_.is(i, ";")) ++i;
    return i;
  }
  bool same_part(const Group& group) const { return group.at.first >= part_first() && group.at.first < part_last(); }

  // "Were his weight to drop", "Had she asked": the clause itself is a condition put as an inversion.
  bool unreal_condition() const { return clause_.intro == Intro::condition && clause_.inverted; }

  // "Were it to drop, they would want him in": the wish hangs on what is not so.
  bool unreal_around() const {
    return std::any_of(reading_.groups.begin(), reading_.groups.end(), [](const Group& group) {
      return group.finite && group.intro == Intro::condition && group.inverted;
    });
  }

  bool child_wants() const {
    const lexicon::Hit* hit = words_.find(Cue::would_wish, clause_.modal, std::min(reading_.last, clause_.modal + 5));
    return hit != nullptr && hit->first == clause_.modal;
  }
  bool refuses() const {
    const lexicon::Hit* hit = words_.find(Cue::would_refuse, clause_.modal, std::min(reading_.last, clause_.modal + 5));
    // An unborn child refuses nothing: "Baby would not go home with him" is a plan's condition.
    const Mention* subject = mention_in(scene_, clause_.subject);
    const bool unborn =
        words_.is_any(clause_.subject.empty() ? clause_.at.first : clause_.subject.last, {"baby", "unborn"}) ||
        (subject != nullptr && subject->who != nobody && scene_.roster[subject->who].name.starts_with("Unborn"));
    return hit != nullptr && hit->first == clause_.modal && clause_.negation != npos && !clause_.passive &&
           !clause_.perfect && !clause_.progressive && !unborn;
  }

  // "told us that in a larger class he would be lost": what would be so of somebody else, without a day, is no promise.
  bool would_be_so() const {
    const Group* reporter = reading_.group(reading_.reporter);
    if (reporter == nullptr || reporter == &clause_ || clause_.perfect || clause_.progressive) return false;
    const Mention* subject = mention_in(scene_, clause_.subject);
    const Mention* speaker = mention_in(scene_, reading_.reporter_subject);
    const bool own = subject != nullptr && speaker != nullptr && subject->who == speaker->who;
    const bool state =
        words_[clause_.verb].tag == Tag::be || words_.is_any(clause_.verb, {"lost", "frightened", "scared", "hurt"});
    return state && !own && !has_date() && !has_weekday() && !words_.has(Cue::ahead, from_, to_) && !infinitive_near();
  }

  // "rang to say she'd not be letting him in"
  bool rang_to_say(const Group& reporter) const {
    const Group* main = reading_.group(reading_.main);
    return reporter.infinitive && main != nullptr && main->tense == Tense::past && main->at.first < reporter.at.first;
  }

  Tensing modal() const {
    const std::size_t m = clause_.modal;
    const bool would = words_.is_any(m, {"would", "'d", "’d"});
    const Group* reporter = reading_.group(reading_.reporter);
    if (would) {
      if (child_wants() && !unreal_around()) return {Mood::asserted, Time::present};
      if (conditional()) return {Mood::conditional, Time::present};
      if (refuses()) return {Mood::asserted, Time::past};
      if (would_be_so()) return {Mood::conditional, Time::present};
      if (reporter != nullptr && reporter != &clause_ &&
          (reporter->tense == Tense::past || reporter->perfect || rang_to_say(*reporter)))
        return words_[reporter->verb].has(Class::thinks) && !words_[reporter->verb].has(Class::says)
                   ? Tensing{Mood::conditional, Time::present}
                   : Tensing{Mood::intended, Time::future};
      return {Mood::conditional, Time::present};
    }
    if (words_.is_any(m, {"will", "'ll", "’ll", "wo", "shall"})) {
      if (conditional()) return {Mood::conditional, Time::future};
      return {Mood::intended, Time::future};
    }
    if (words_.is_any(m, {"may", "might"})) return {Mood::hedged, clause_.perfect ? Time::past : Time::present};
    if (words_.is(m, "could")) {
      if (conditional()) return {Mood::conditional, Time::present};
      if (clause_.negation != npos) return {Mood::asserted, Time::past};
      const lexicon::Hit* hit = words_.find(Cue::hedge, m, std::min(reading_.last, clause_.at.last + 2));
      if (hit != nullptr && hit->first == m) return {Mood::hedged, Time::present};
      const Word& verb = words_[clause_.verb];
      if (words_.is_any(m + 1, {"only", "just", "barely"}) && words_[clause_.verb].tag != Tag::be)
        return {Mood::asserted, Time::past};
      return verb.has(Class::perceives) || verb.has(Class::thinks) || verb.has(Class::says)
                 ? Tensing{Mood::asserted, Time::past}
                 : Tensing{Mood::hedged, Time::present};
    }
    if (words_.is_any(m, {"should", "must", "ought"})) {
      if (general_) return {Mood::asserted, Time::present};
      if (conditional() && !words_.is(m, "must")) return {Mood::conditional, Time::present};
      return {Mood::directed, Time::future};
    }
    // can, cannot; "we can't rule out that he"
    if (hedged() && clause_.negation != npos) return {Mood::hedged, Time::present};
    if (conditional() && (!general_ || hedged())) return {Mood::conditional, Time::present};
    return {Mood::asserted, Time::present};
  }

  // "Interpreter needed", "No further action required": a note of what is wanted now.
  bool stative() const {
    return clause_.finite && clause_.at.first == clause_.at.last && words_[clause_.at.first].tag == Tag::verb &&
           clause_.at.last + 2 >= reading_.last &&
           words_.is_any(clause_.verb, {"needed", "required", "wanted", "awaited"});
  }

  // "It's possible that", "there is a chance that he"
  bool possible_by_reporter() const {
    const Group* reporter = reading_.group(reading_.reporter);
    return reporter != nullptr && reporter != &clause_ && reporter->frame == Frame::be &&
           reporter->at.first < clause_.at.first &&
           words_.has(Cue::hedge, reporter->at.first, std::max(clause_.begin, reporter->at.last + 1));
  }

  bool hedged() const {
    const lexicon::Hit* hit = words_.find(Cue::hedge, from_, to_);
    if (hit == nullptr) return false;
    return hit->first + 4 > clause_.at.first && hit->first <= clause_.at.last + 3;
  }

  bool infinitive_at(std::size_t token) const {
    return std::any_of(reading_.groups.begin(), reading_.groups.end(),
                       [&](const Group& group) { return group.infinitive && group.at.first == token; });
  }
  bool infinitive_near() const {
    return std::any_of(reading_.groups.begin(), reading_.groups.end(), [&](const Group& group) {
      return group.infinitive && group.at.first > clause_.at.last && group.at.first <= clause_.at.last + 4;
    });
  }

  // "is to ring", "are going to", "plans to", "is booked in for", "starts next week".
  bool planned() const {
    if (general_) return false;
    const std::size_t next = clause_.at.last + 1;
    const bool be = words_[clause_.verb].tag == Tag::be && !clause_.passive;
    const bool past = clause_.tense == Tense::past;
    // "I've been to see her" tells of what was done.
    if (be && !clause_.perfect && next < reading_.last && infinitive_at(skip_adverbs(next)) &&
        !words_.has(Cue::negates, clause_.at.first, std::min(reading_.last, next + 3)))
      return !past || told_in_past();
    if (clause_.passive && !past && !clause_.perfect &&
        words_.is_any(clause_.verb,
                      {"planned", "booked", "arranged", "scheduled", "pencilled", "proposed", "intended", "expected"}))
      return true;
    if (clause_.passive && !past && !clause_.perfect &&
        words_.is_any(clause_.verb, {"confirmed", "agreed", "set", "fixed", "reserved", "held", "allocated"}) &&
        from_date())
      return true;
    // "The taster day is Tues 3rd", "the review is on 4 May"
    if (be && !past && !clause_.perfect && clause_.negation == npos && date_follows(next)) return true;
    if (words_.is(clause_.verb, "going") && next < reading_.last && infinitive_at(next)) return !past || told_in_past();
    const lexicon::Hit* hit =
        words_.find(Cue::intended, clause_.at.first, std::min(reading_.last, clause_.at.last + 5));
    if (hit != nullptr && hit->first <= clause_.at.last + 3 &&
        !words_.is_any(hit->first, {"will", "shall", "'ll", "wo", "is", "are", "am", "'m", "'re", "'s"})) {
      // "has been promised a bike": done, unless what was promised is an act or has its day.
      const bool fixes =
          words_.is_any(clause_.verb, {"pencilled", "booked", "arranged", "scheduled", "lined", "planned"});
      if (clause_.perfect && !fixes && !infinitive_near() && dates_.empty() && !words_.has(Cue::ahead, from_, to_))
        return false;
      if (!past) return true;
      // "agreed to attend", "booked in for the 4th", "planned to go": still ahead unless the day is past.
      return !day_is_past() && (infinitive_near() || date_ahead());
    }
    if (past) return false;
    if (clause_.perfect) {
      return words_.is_any(clause_.verb, {"booked", "pencilled", "arranged", "scheduled", "planned", "lined",
                                          "earmarked", "reserved", "listed", "fixed", "timetabled", "diarised"}) &&
             !day_is_past() && (has_date() || words_.has(Cue::ahead, from_, to_));
    }
    if (clause_.progressive && (words_.has(Cue::ahead, from_, to_) || from_date() || date_ahead())) return true;
    const bool sets_out = words_.is_any(
        clause_.verb, {"starts", "start", "begins", "begin", "moves", "move", "goes", "go", "returns", "return",
                       "leaves", "finishes", "ends", "comes", "opens", "closes", "resumes", "changes", "joins"});
    if (sets_out && (has_date() || has_weekday()) && !day_is_past()) return true;
    const bool appointment = clause_.frame == Frame::act && words_[clause_.verb].tag == Tag::have &&
                             words_.has(Cue::ahead, clause_.at.first, to_);
    return appointment ||
           ((words_.has(Cue::ahead, clause_.at.first, to_) || date_ahead()) && clause_.frame != Frame::be);
  }

  std::size_t skip_adverbs(std::size_t i) const {
    while (i < reading_.last && (words_[i].tag == Tag::adverb || words_[i].tag == Tag::negation)) ++i;
    return i;
  }

  bool told_in_past() const {
    const Group* reporter = reading_.group(reading_.reporter);
    return reporter != nullptr && reporter != &clause_ && reporter->tense == Tense::past;
  }

  // A date of the clause that lies behind the record's own day.
  bool date_ahead() const {
    if (scene_.record_day == no_day) return false;
    return std::any_of(dates_.begin(), dates_.end(),
                       [&](const Date& date) { return date.day != no_day && date.day > scene_.record_day; });
  }
  bool date_follows(std::size_t token) const {
    std::size_t i = token;
    while (i < to_ && words_.is_any(i, {"on", "at", "in", "for", "the", "now", "next"})) ++i;
    if (i >= to_) return false;
    if (words_.is_any(clause_.at.first > from_ ? clause_.at.first - 1 : from_, {"birthday", "dob", "date", "birth"}))
      return false;
    const auto& tokens = words_.scan().tokens;
    const bool weekday = words_.is_any(i, {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
                                           "mon", "tues", "tue", "wed", "weds", "thurs", "thu", "fri", "sat", "sun"});
    const bool date = std::any_of(dates_.begin(), dates_.end(),
                                  [&](const Date& d) { return d.at.begin == tokens[i].at.begin && d.has_day; });
    return (weekday || date) && !day_is_past();
  }
  bool has_weekday() const {
    for (std::size_t i = from_; i < to_; ++i) {
      if (words_.is_any(i, {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}) &&
          (i == from_ || !words_.is_any(i - 1, {"last", "every", "each"})))
        return true;
    }
    return false;
  }
  bool has_date() const { return !dates_.empty(); }
  bool day_is_past() const {
    if (scene_.record_day == no_day) return false;
    return std::any_of(dates_.begin(), dates_.end(), [&](const Date& date) {
      return date.has_day && date.day != no_day && date.day < scene_.record_day;
    });
  }
  // "from 6 January" with a progressive: an arrangement.
  bool from_date() const {
    const auto& tokens = words_.scan().tokens;
    return std::any_of(dates_.begin(), dates_.end(), [&](const Date& date) {
      const auto [first, last] = words_.scan().range(date.at);
      (void)last;
      return first > from_ && words_.is_any(first - 1, {"from", "on", "until", "by"}) &&
             tokens[first].at.begin > tokens[clause_.at.first].at.begin;
    });
  }

  // "needs applying for", "has to be done by Friday": in a plan, or with a day.
  bool directed() const {
    if (general_ || clause_.tense == Tense::past) return false;
    const lexicon::Hit* hit =
        words_.find(Cue::directed, clause_.at.first, std::min(reading_.last, clause_.at.last + 3));
    if (hit == nullptr || hit->first > clause_.at.last) return false;
    if (words_.is_any(hit->first, {"should", "must", "ought"})) return false;
    const form::Unit& unit = scene_.form.units[reading_.unit];
    const bool gerund =
        hit->last > hit->first && words_.is_any(hit->first, {"needs", "need"}) && !words_.is(hit->last, "to");
    const Mention* subject = mention_in(scene_, clause_.subject);
    const bool child =
        subject != nullptr && subject->who != nobody && scene_.roster[subject->who].role == Role::subject_child;
    return gerund || ((scene_.plans(unit) || scene_.directs(unit)) && !child) ||
           (words_.has(Cue::ahead, from_, to_) && !child) || by_date();
  }
  bool by_date() const {
    return std::any_of(dates_.begin(), dates_.end(), [&](const Date& date) {
      const auto [first, last] = words_.scan().range(date.at);
      (void)last;
      return first > from_ && words_.is_any(first - 1, {"by", "before"});
    });
  }

  // "brought by his nan every day", "collected late most Fridays": what a participle tells of as a habit.
  bool habitual() const {
    if (words_[clause_.verb].form != Form::past && words_[clause_.verb].form != Form::participle) return false;
    for (std::size_t i = clause_.at.last + 1; i < reading_.last; ++i) {
      if (words_[i].tag == Tag::stop) return false;
      if (words_.is_any(i, {"daily", "weekly", "usually", "always", "regularly"})) return true;
      if (words_.is_any(i, {"every", "each", "most"}) && i + 1 < reading_.last &&
          words_.is_any(i + 1,
                        {"day", "morning", "afternoon", "evening", "night", "week", "weekend", "days", "mornings",
                         "nights", "weeks", "session", "monday", "friday", "mondays", "fridays", "time"}))
        return true;
    }
    return false;
  }

  // "Mrs Pocock to ring Gas Safe", "Seen by himself", "Not known", "Awaiting health".
  Tensing unfinished() const {
    if (conditional() && clause_.infinitive) return {Mood::conditional, Time::future};
    if (clause_.infinitive) return {Mood::intended, Time::future};
    const Word& verb = words_[clause_.verb];
    if (verb.form == Form::ing)
      return words_.has(Cue::ahead, reading_.first, reading_.last) ? Tensing{Mood::intended, Time::future}
                                                                   : Tensing{Mood::asserted, Time::present};
    if (verb.form == Form::base && clause_.at.first == reading_.first) return {Mood::directed, Time::future};
    const bool state = words_.is_any(
        clause_.verb,
        {"known",     "registered", "allocated", "based",    "closed",   "married",     "employed", "placed",
         "diagnosed", "separated",  "divorced",  "needed",   "required", "awaited",     "unknown",  "involved",
         "enrolled",  "settled",    "supposed",  "bothered", "scared",   "frightened",  "worried",  "interested",
         "pleased",   "excited",    "tired",     "bored",    "ashamed",  "embarrassed", "concerned"});
    if (state || habitual()) return {Mood::asserted, Time::present};
    if (words_.is_any(clause_.verb, {"booked", "planned", "arranged", "scheduled", "pencilled"}) && !day_is_past())
      return {Mood::intended, Time::future};
    if (reading_.groups.size() > 1) {
      for (const Group& group : reading_.groups) {
        if (group.infinitive && group.at.first > clause_.at.last && !words_[clause_.verb].has(Class::says)) {
          return clause_.at.first == reading_.first ? Tensing{Mood::asserted, Time::past}
                                                    : Tensing{Mood::intended, Time::future};
        }
      }
    }
    return {Mood::asserted, Time::past};
  }

  const Scene& scene_;
  const Words& words_;
  const Reading& reading_;
  const Group& clause_;
  bool general_;
  std::size_t from_ = 0, to_ = 0;
  std::span<const Date> dates_;  // those of the clause
};

}  // namespace

Tensing tense_of(const Scene& scene, const Reading& reading, const Group& clause, bool general) {
  Tensing out = Reader(scene, reading, clause, general).run();
  // An imperative in a plan is a direction; elsewhere a form's or a letter's request.
  const bool imperative = clause.finite && clause.subject.empty() && !clause.inverted &&
                          clause.tense == Tense::present && scene.words[clause.verb].tag == Tag::verb &&
                          scene.words[clause.verb].form == Form::base && clause.begin <= reading.first + 1;
  if (imperative && out.mood == Mood::asserted && !general) out = {Mood::directed, Time::future};
  return out;
}

Tensing tense_of_phrase(const Scene& scene, const Reading& reading) {
  const Words& words = scene.words;
  if (words.has(Cue::hedge, reading.first, reading.last)) return {Mood::hedged, Time::present};
  const lexicon::Hit* hit = words.find(Cue::intended, reading.first, reading.last);
  if (words.has(Cue::ahead, reading.first, std::min(reading.last, reading.first + 4)))
    return {Mood::intended, Time::future};
  if (hit != nullptr && !words.is_any(hit->first, {"is", "are", "am", "'m", "'re", "'s"}))
    return {Mood::intended, Time::future};
  return {Mood::asserted, Time::present};
}

Standing standing_of(const Scene& scene, const Reading& reading) {
  const Words& words = scene.words;
  const lexicon::ConceptId id = words.vocabulary().cue(Cue::superseded);
  for (std::size_t i = reading.first; i < reading.last; ++i) {
    for (const lexicon::Hit& hit : words.scan().starting_at(i)) {
      if (hit.concept_id != id || hit.last >= reading.last) continue;
      // "is used to", "getting used to": accustomed.
      if (words.is(i, "used") && i > reading.first &&
          (words[i - 1].tag == Tag::be || words.is_any(i - 1, {"get", "gets", "getting", "got", "be", "being"}) ||
           words[i - 1].tag == Tag::adverb))
        continue;
      if (still_holds(scene, reading, hit)) continue;
      // Not of what is planned or denied: "has not changed her mind".
      const Group* main = reading.group(reading.main);
      if (main != nullptr && main->negation != npos && main->negation + 2 >= i &&
          !words.is_any(i, {"not", "n't", "no", "does", "do"}) && main->negation < i)
        continue;
      return Standing::superseded;
    }
  }
  if (overtaken(scene, reading)) return Standing::superseded;
  // "The referral said Lily was five; she is two": what a paper had, and what is so.
  const Group* main = reading.group(reading.main);
  if (main != nullptr && main->tense == Tense::past && !main->subject.empty() && main->negation == npos) {
    bool paper = false;
    for (std::size_t i = main->subject.first; i <= main->subject.last; ++i) {
      paper = paper || words.is_any(i, {"referral", "form", "file", "chronology", "book", "letter", "letters", "report",
                                        "reports", "sheet", "system", "record", "records", "notes", "minutes", "entry",
                                        "assessment", "database", "caf"});
    }
    for (const Group& group : reading.groups) {
      const bool part = paper && group.finite && group.at.first > main->at.last && group.tense == Tense::present &&
                        group.modal == npos && group.begin > reading.first && words.is(group.begin - 1, ";");
      if (part) return Standing::superseded;
    }
  }
  const lexicon::Hit* earlier = words.find(Cue::earlier_record, reading.first, reading.last);
  if (earlier != nullptr) {
    const lexicon::Hit* now = words.find(Cue::but_now, earlier->last + 1, reading.last);
    if (now != nullptr) return Standing::superseded;
  }
  // 'From the assessment of November 2023: "..."', "In the 2021 assessment it is recorded that": what another paper
  // said.
  if (words.is_any(reading.first, {"from", "in", "extract"})) {
    bool paper = false, year = false;
    for (std::size_t i = reading.first; i + 1 < std::min(reading.last, reading.first + 14); ++i) {
      paper = paper || words.is_any(i, {"assessment", "report", "record", "plan", "conference", "minutes"});
      year = year || (words[i].tag == Tag::number && words.text_of(i).size() == 4);
      if (words.is(i, ":") && paper && words[i + 1].tag == Tag::quote) return Standing::superseded;
      if (paper && year && words.is_any(i, {"recorded", "noted", "said", "quoted", "reported", "says", "written"}))
        return Standing::superseded;
    }
  }
  return Standing::current;
}

}  // namespace language
