// Whether whoever referred was told the outcome: by the word "referrer", or by who that is in this record.
#include "facts/feedback.h"

#include <algorithm>

#include "facts/contribution.h"
#include "facts/parts.h"

namespace facts {
namespace {

using language::Mood;
using language::Role;
using language::Statement;

constexpr std::uint32_t behind_reach = 160;  // bytes from where the referrer is named to "she was told"
constexpr std::size_t told_words = 14;       // of an answer below a heading
constexpr std::size_t short_order = 9;       // words of "School to be told." and the like, which say nothing else

// "Referrer informed: ☒ Yes ☐ No  Date:": nothing but what is ticked, and a day behind it, is an answer.
bool from_ticks(const Gathering& record, const form::Unit& unit, base::Span value, Facts& facts) {
  bool asked = false, yes = false;
  for (std::uint32_t o = unit.option_begin; o < unit.option_end; ++o) {
    const form::Option& option = record.form.options[o];
    if (!record.has(option.text, "yes-value") && !record.has(option.text, "no-value")) continue;
    asked = true;
    yes = yes || (option.ticked && record.has(option.text, "yes-value"));
  }
  if (!asked) return false;
  Feedback fact;
  fact.at = unit.at;
  fact.told = true;
  fact.dated = told_when(record, value);
  fact.how = told_how(record, value);
  if (yes) facts.feedback.push_back(fact);
  return yes || !fact.dated;
}

void from_field(const Gathering& record, const form::Unit& unit, base::Span value, Facts& facts) {
  if (record.blank(value) || from_ticks(record, unit, value, facts)) return;
  Feedback fact;
  fact.at = unit.at;
  fact.dated = told_when(record, value);
  fact.how = told_how(record, value);
  fact.why_not = record.has(value, "referrer.why-not");
  bool not_yet = record.has(value, "feedback.not-told") || record.has(value, "referrer.to-be-told");
  if (!fact.why_not && !fact.dated && record.has(value, "no-value")) return;
  fact.told =
      fact.dated || ((fact.how || record.has(value, "yes-value") || record.has(value, "referrer.told")) && !not_yet);
  if (fact.why_not) fact.told = false;
  facts.feedback.push_back(fact);
}

class Telling {
 public:
  // `earliest`: what was told before that day was told of something else.
  Telling(const Gathering& record, const Outsiders& outsiders, const Referrers& referrers, Day earliest)
      : record_(record), outsiders_(outsiders), referrers_(referrers), earliest_(earliest) {}

  // What a sentence says of telling the referrer; false where it says nothing of that.
  bool read(const language::Sentence& sentence, Feedback& fact) const {
    if (sentence.statement_begin == sentence.statement_end) return false;
    const Statement& main = record_.language.statements[sentence.statement_begin];
    const form::Unit& unit = record_.form.units[sentence.unit];
    if (main.general || main.source == language::Source::policy || main.mood == Mood::conditional) return false;
    if (nearest_section(record_, unit, {"previous", "chronology", "history", "contingency"})) return false;
    base::Span at = sentence.at;
    // "Have you gone back to Mr Sowerby?", "please check the police had a reply": to do, for all that is known.
    if (record_.has(at, "feedback.asks-whether") &&
        (names_referrer(record_, at, referrers_) || record_.has(at, "feedback.referrer")) &&
        nearest_section(record_, unit, {"manager", "outcome", "referrer", "plan", "analysis"})) {
      fact.at = at;
      return true;
    }
    const language::Date* first = record_.date(at);
    if (first != nullptr && first->has_year && earliest_ != language::no_day && first->day < earliest_) return false;
    bool section = nearest_section(record_, unit, {"referrer"}) && !long_section(unit);
    bool word = record_.has(at, "feedback.referrer") || section;
    bool outcome = record_.has(at, "feedback.outcome") || record_.has(at, "feedback.label");
    bool ordered = record_.has(at, "referrer.to-be-told");
    bool aware = record_.has(at, "feedback.aware");
    // "Miss Hill to be advised about routines", "Referrers must be told within a week."
    if (!section && ordered && !outcome && !record_.has(at, "feedback.referrer") && record_.has(at, "feedback.of-else"))
      return false;
    if (record_.has(at, "feedback.referrers-in-general")) return false;
    bool verb = record_.has(at, "feedback.verb") || ordered || aware;
    bool only_that = record_.words(at) <= short_order;
    if (!verb || !addressed(at, word, outcome || aware, ordered, only_that)) return false;
    if (nearest_section(record_, unit, {"reason"}) && !outcome && !aware && !section) return false;
    // "The referrer rang": that was to us. "Was rung for more": to ask, and not to tell.
    bool why_not = record_.has(at, "referrer.why-not") &&
                   (outcome || record_.has(at, "feedback.not-told") || main.polarity == language::Polarity::denied);
    bool thanked = record_.has(at, "feedback.thanked");
    // "The referrer was told by letter on 3 June": of what, goes without saying.
    bool simply_told =
        word && record_.has(at, "feedback.was-told") && (told_when(record_, at) || told_how(record_, at));
    if (!section && !outcome && !only_that && !ordered && !aware && !why_not && !thanked && !simply_told) return false;
    // "Referrer: rang Ms Lund" is a label, and what we did.
    const base::Span did = record_.find(at, "feedback.referrer-did");
    const bool theirs_was = !did.empty() && record_.text(did).find(':') == std::string_view::npos;
    if (theirs_was && !record_.has(at, "feedback.outcome-told")) return false;
    bool done = record_.has(at, "feedback.done");
    bool noted = record_.date(at) != nullptr && !ordered && !nearest_section(record_, unit, {"plan", "review"});
    bool to_come = main.mood == Mood::intended || main.mood == Mood::directed || main.time == language::Time::future;
    bool ahead = ordered ? to_come || !done || record_.has(at, "feedback.will-be")
                         : to_come && !done && !(noted && record_.has(at, "feedback.noted"));
    bool denied =
        record_.has(at, "feedback.not-told") || (main.polarity == language::Polarity::denied && !main.told && !done);
    fact.at = at;
    fact.why_not = (why_not || (denied && record_.has(at, "feedback.why"))) && (denied || !done);
    if (denied && !fact.why_not) return false;
    bool unsure = main.mood == Mood::hedged || record_.has(at, "feedback.unsure") || (aware && !done);
    fact.told = !ahead && !denied && !fact.why_not && !unsure;
    fact.dated = told_when(record_, at);
    fact.how = told_how(record_, at);
    // What an agency or a parent told others is no word of ours to the referrer.
    bool theirs = main.source == language::Source::agency || main.source == language::Source::parent;
    bool ours = word || thanked || (only_that && told_at_end(at)) || record_.has(at, "feedback.told-briefly") ||
                record_.has(at, "feedback.noted") || record_.has(at, "feedback.from-us") || met_with(at);
    return !(fact.told && theirs && !ours);
  }

 private:
  // Whether it is the referrer who is told: by that word, by name, or by "she" right behind who it was.
  bool addressed(base::Span at, bool word, bool outcome, bool ordered, bool only_that) const {
    bool person = names_referrer(record_, at, referrers_);
    bool somebody = outsiders_.first_in(at).last > 0 ||
                    (record_.has(at, "form.person-title") && record_.person(at, {Role::parent, Role::relative}) < 0);
    bool behind = false;
    for (std::uint32_t end : referrers_.told_in) {
      behind = behind || (end <= at.begin && at.begin - end < behind_reach && record_.has(at, "feedback.pronoun"));
      behind = behind || (end == at.end && outcome);
    }
    if (word || record_.has(at, "feedback.thanked")) return true;
    if (unreached(at)) return true;
    if (person && (outcome || (only_that && (ordered || told_at_end(at))))) return true;
    if (behind && (outcome || (record_.has(at, "referrer.why-not") && !names_family(at)))) return true;
    if (record_.has(at, "public-referrer") && record_.has(at, "referrer.why-not") &&
        record_.has(at, "feedback.not-told")) {
      return true;
    }
    // Where it is known who referred, it is they who must be told; "I rang Miss Hill and told her" tells whom we owed
    // it.
    std::string_view first = record_.text(record_.language.scan.tokens[record_.language.scan.range(at).first].at);
    bool mine = first == "I" || first == "We";
    if (somebody && (mine || referrers_.empty()) && record_.has(at, "feedback.outcome-told")) return true;
    if (somebody && ordered && outcome) return true;
    return ordered && only_that &&
           (record_.has(at, "feedback.outcome-to-tell") || (somebody && outcome) ||
            record_.has(at, "form.person-title"));
  }
  // "Not been able to ring the lady back as she left no number": somebody who rang us, and none of the family.
  bool unreached(base::Span at) const {
    return record_.has(at, "feedback.not-told") && record_.has(at, "feedback.no-way-back") && !names_family(at);
  }
  bool names_family(base::Span at) const {
    for (const language::Mention& mention : record_.mentions(at)) {
      const language::Entity* who = record_.entity(mention.who);
      const bool family = who != nullptr && (who->role == Role::parent || who->role == Role::subject_child ||
                                             who->role == Role::sibling || who->role == Role::relative);
      if (family && !mention.pronoun) return true;
    }
    return false;
  }
  // "PC Wragg informed.", and not "she told the truth".
  bool told_at_end(base::Span at) const {
    auto [first, last] = record_.language.scan.range(at);
    while (last > first && record_.language.scan.tokens[last - 1].kind == lexicon::TokenKind::punctuation) --last;
    return last > first && record_.has(record_.language.scan.tokens[last - 1].at, "feedback.told-bare");
  }
  // "Feedback" over pages of a record is another heading.
  bool long_section(const form::Unit& unit) const {
    constexpr std::size_t most_units = 12;
    const auto& units = record_.form.units;
    const std::size_t here = static_cast<std::size_t>(&unit - units.data());
    const std::size_t first = here < most_units ? 0 : here - most_units;
    const std::size_t last = std::min(units.size(), here + most_units);
    std::size_t together = 0;
    for (std::size_t i = first; i < last; ++i) together += units[i].section == unit.section && !units[i].blank;
    return together > most_units;
  }
  // "She was in the room when we agreed the plan."
  bool met_with(base::Span at) const { return record_.has(at, "feedback.present"); }

  const Gathering& record_;
  const Outsiders& outsiders_;
  const Referrers& referrers_;
  Day earliest_;
};

// "School told", "Fire service informed": a label that names who referred.
bool asks_if_told(const Gathering& record, base::Span label, const Referrers& referrers) {
  constexpr std::size_t label_words = 6;
  const lexicon::Scan& scan = record.language.scan;
  auto [first, last] = scan.range(label);
  while (last > first && scan.tokens[last - 1].kind == lexicon::TokenKind::punctuation) --last;
  return last > first && record.words(label) <= label_words &&
         (record.has(scan.tokens[last - 1].at, "feedback.told-bare") ||
          (record.has(label, "feedback.told-bare") && record.has(label, "feedback.outcome"))) &&
         (names_referrer(record, label, referrers) || record.has(label, "feedback.referrer"));
}

// "Copy: midwife, by hand 24/07", where the midwife referred; "Copies to: Mother Y, referrer N" tells nothing of one.
void from_copies(const Gathering& record, const form::Unit& unit, base::Span answer, const Referrers& referrers,
                 Facts& facts) {
  constexpr std::size_t copy_words = 24;
  const base::Span value = answer.empty() ? answer : first_sentence(record, answer);
  if (value.empty() || record.words(value) > copy_words || record.blank(value)) return;
  if (!names_referrer(record, value, referrers) && !record.has(value, "feedback.referrer")) return;
  if (record.has(value, "referrer.to-be-told") || record.has(value, "feedback.to-do") || record.has(value, "no-value"))
    return;
  Feedback fact;
  fact.at = unit.at;
  fact.told = true;
  fact.dated = told_when(record, value);
  fact.how = told_how(record, value);
  // "Feedback: Mrs Lund says that he is late" is hers.
  const bool copy = record.has({unit.at.begin, value.begin}, "feedback.copy-label");
  if (copy || (fact.dated && fact.how)) facts.feedback.push_back(fact);
}

// "School told? - Ann to confirm", "Fire service told: copy sent 4/8" within a paragraph.
bool from_label_within(const Gathering& record, const language::Sentence& sentence, const Referrers& referrers,
                       Facts& facts) {
  constexpr std::size_t label_tokens = 12;
  const form::Unit& unit = record.form.units[sentence.unit];
  if (unit.cell_begin < unit.cell_end || unit.kind == form::UnitKind::heading) return false;
  const lexicon::Scan& scan = record.language.scan;
  const std::size_t first = scan.range(sentence.at).first;
  const std::size_t last = scan.range({sentence.at.begin, unit.at.end}).second;
  for (std::size_t i = first + 1; i < std::min(last, first + label_tokens); ++i) {
    const std::string_view mark = record.text(scan.tokens[i].at);
    if (mark != ":" && mark != "?" && mark != "-") continue;
    std::size_t from = i + 1;
    while (from < last && scan.tokens[from].kind == lexicon::TokenKind::punctuation) ++from;
    if (from < last && record.has({sentence.at.begin, scan.tokens[i].at.begin}, "feedback.copy-label")) {
      const std::size_t before = facts.feedback.size();
      from_copies(record, unit, {scan.tokens[from].at.begin, sentence.at.end}, referrers, facts);
      return facts.feedback.size() > before;
    }
    if (from >= last || !asks_if_told(record, {sentence.at.begin, scan.tokens[i].at.begin}, referrers)) return false;
    std::size_t end = from;
    while (end + 1 < last && record.text(scan.tokens[end].at) != ".") ++end;
    const std::size_t before = facts.feedback.size();
    from_field(record, unit, {scan.tokens[from].at.begin, scan.tokens[end].at.end}, facts);
    if (facts.feedback.size() == before) return false;
    facts.feedback.back().at = {sentence.at.begin, scan.tokens[end].at.end};
    return true;
  }
  return false;
}

// "☒ letter to referrer ☐ ...": ticked is done; not ticked is to do only where that is said.
void from_options(const Gathering& record, const form::Unit& unit, Facts& facts) {
  for (std::uint32_t o = unit.option_begin; o < unit.option_end; ++o) {
    const form::Option& option = record.form.options[o];
    if (!record.has(option.text, "feedback.referrer") || record.words(option.text) > short_order) continue;
    Feedback fact;
    fact.at = option.text;
    fact.told = option.ticked;
    fact.how = told_how(record, option.text);
    fact.dated = told_when(record, option.text);
    if (option.ticked || record.has(option.text, "feedback.to-do")) facts.feedback.push_back(fact);
  }
}

}  // namespace

void gather_feedback(const Gathering& record, const Outsiders& outsiders, Facts& facts) {
  const Day since = horizon(record, facts);
  Referrers referrers = referrers_of(record, outsiders, since, facts);
  Telling telling(record, outsiders, referrers, since);
  Closing closing(record, outsiders, referrers);
  for (const form::Unit& unit : record.form.units) {
    if (unit.kind == form::UnitKind::help) continue;
    from_options(record, unit, facts);
    Feedback line;
    const std::size_t index = static_cast<std::size_t>(&unit - record.form.units.data());
    if (closing.read_label(unit.label, unit.value, line) || closing.read_message(index, line))
      facts.feedback.push_back(line);
    // "Referrer notified of outcome" set as a heading, and below it "Ms Orr by telephone, 20/06/2011".
    const form::Unit* above = &unit == record.form.units.data() ? nullptr : &unit - 1;
    const bool headed = above != nullptr && above->kind == form::UnitKind::heading &&
                        unit.kind == form::UnitKind::prose && record.words(unit.at) <= told_words;
    if (headed && unit.option_begin == unit.option_end &&
        (record.has(above->at, "feedback.label") || record.has(above->at, "feedback.referrer-told") ||
         record.is_field(record.lexicon.field_of(record.text(above->at)), {"referrer-informed"}))) {
      from_field(record, unit, unit.at, facts);
      continue;
    }
    bool told_to = !unit.label.empty() && record.has(unit.label, "feedback.label");
    const bool labelled = unit.kind == form::UnitKind::field || unit.kind == form::UnitKind::question;
    told_to = told_to || (labelled && asks_if_told(record, unit.label, referrers));
    // "Referrer: to be informed."
    told_to =
        told_to || (record.is_field(unit.field, {"referrer"}) &&
                    (record.has(unit.value, "referrer.to-be-told") || record.has(unit.value, "feedback.outcome-told")));
    if (record.is_field(unit.field, {"referrer-informed"}) || told_to) {
      from_field(record, unit, unit.value.empty() ? base::Span{unit.label.end, unit.at.end} : unit.value, facts);
    }
    if (!told_to && labelled &&
        (record.has(unit.label, "feedback.copy-label") || record.has(unit.label, "feedback.back-label")))
      from_copies(record, unit, unit.value, referrers, facts);
    // "Told the person who raised it? | Miss Orrell, 15/10/09": a row that its first cell labels.
    if (unit.cell_end - unit.cell_begin >= 2 && record.has(record.form.cells[unit.cell_begin].at, "feedback.label"))
      from_field(record, unit,
                 {record.form.cells[unit.cell_begin + 1].at.begin, record.form.cells[unit.cell_end - 1].at.end}, facts);
    for (std::uint32_t c = unit.cell_begin; c < unit.cell_end; ++c) {
      const form::Cell& cell = record.form.cells[c];
      if (record.is_field(cell.field, {"referrer-informed"})) from_field(record, unit, cell.at, facts);
    }
  }
  for (const language::Sentence& sentence : record.language.sentences) {
    const form::Unit& unit = record.form.units[sentence.unit];
    if (record.is_field(unit.field, {"referrer-informed"})) continue;
    if (unit.kind != form::UnitKind::help && from_label_within(record, sentence, referrers, facts)) continue;
    Feedback fact, last;
    const bool told = telling.read(sentence, fact);
    if (closing.read(sentence, last)) {
      last.told = last.told || (told && fact.told);
      last.dated = last.dated || (told && fact.dated);
      last.how = last.how || (told && fact.how);
      last.why_not = last.why_not || (told && fact.why_not);
      facts.feedback.push_back(last);
    } else if (told) {
      facts.feedback.push_back(fact);
    }
  }
}

}  // namespace facts
