// Actions told in sentences: items of plan lists, plans in prose and letters, managers' directions, and tasks with a
// date to come wherever they stand.
#include <algorithm>
#include <span>

#include "facts/action.h"

namespace facts {
namespace {

using language::Mood;
using language::Sentence;
using language::Statement;
using language::Time;

bool is_directed(const Statement& s) {
  return s.mood == Mood::intended || s.mood == Mood::directed;
}

// Whether the stretch stands under a label or column that asks for actions.
bool asked_for_actions(const Gathering& record, const form::Unit& unit, base::Span at) {
  if (record.is_field(unit.field, {"action"})) return true;
  for (std::uint32_t c = unit.cell_begin; c < unit.cell_end; ++c) {
    const form::Cell& cell = record.form.cells[c];
    if (cell.at.contains(at)) return record.is_field(cell.field, {"action"});
  }
  return false;
}

bool asked_for_something_else(const Gathering& record, const form::Unit& unit) {
  return record.is_field(unit.field, {"outcome-wanted", "contingency", "review", "review-date", "progress", "need",
                                      "outcome", "reason", "parent-views"});
}

bool is_list_item(const Gathering& record, const form::Unit& unit) {
  return list_level(record, unit) > 0;
}

// "Leaflet re Women's Aid.": a short line of its own among others under a plan, set without a bullet.
bool is_line(const Gathering& record, const form::Unit& unit, const Sentence& sentence) {
  constexpr std::size_t longest = 14;  // words
  auto brief = [&](const form::Unit& u) {
    return u.kind == form::UnitKind::prose && u.section == unit.section && record.words(u.at) <= longest;
  };
  if (!brief(unit) || sentence.at.begin != unit.at.begin || sentence.at.end + 2 < unit.at.end) return false;
  const auto& units = record.form.units;
  auto index = static_cast<std::size_t>(&unit - units.data());
  return (index > 0 && brief(units[index - 1])) || (index + 1 < units.size() && brief(units[index + 1]));
}

bool is_numbered(const Gathering& record, const Sentence& sentence) {
  return without_numbering(record, sentence.at).begin > sentence.at.begin;
}

// What a child will do or be, rather than a task: "Kian sleeps in his own bed", "We will know when ...".
bool tells_outcome(const Gathering& record, base::Span at, const Statement& main) {
  if (record.has(at, "outcome.announced") || record.has(at, "outcome.if-works")) return true;
  if (!record.has(at, "outcome.wanted") && !record.has(at, "outcome.generic")) return false;
  std::vector<language::Mention> mentions = record.mentions(at);
  // "Her health visitor is to measure her": not she, whose it is.
  bool child_first = !mentions.empty() && !mentions.front().possessive && record.is_subject(mentions.front().who);
  // "A young carer's card, so that she can leave the lesson, by 15 November": a thing, what for, and when.
  base::Span purpose = record.find(at, "outcome.purpose");
  bool thing = !purpose.empty() && (mentions.empty() || mentions.front().at.begin >= purpose.begin);
  if (thing && !bounded_time(record, at).empty()) return false;
  // "Dawn will see the GP", "Family to be supported": an adult's task, or a vague one.
  bool vague = record.has(at, "action.vague") && record.has(at, "action.passive");
  bool task =
      is_directed(main) && !child_first && record.has(at, "action.announced") && (vague || !doer(record, at).empty());
  if (!record.has(at, "action.verb")) return !task;
  return child_first && !is_directed(main);
}

// "28/02 HOME VISIT.": a line of a log, that begins with a day that has been.
bool is_logged(const Gathering& record, base::Span at, const Statement& main) {
  if (record.language.record_day == language::no_day || is_directed(main)) return false;
  const std::span<const language::Date> dates = record.language.dates_from(at.begin);
  if (dates.empty() || dates.front().at.begin > at.begin + 2) return false;
  const language::Date& date = dates.front();
  return date.has_day && date.day != language::no_day && date.day <= record.language.record_day;
}

bool may_be_asked(const Gathering& record, const language::Mention& mention) {
  return !mention.plural && !mention.possessive && !record.is_subject(mention.who) && names_role(record, mention.at);
}

// "I have asked the youth worker to take him to boxing on Mondays": who was asked, and to do what. Empty where nobody
// is.
base::Span asked_of(const Gathering& record, base::Span at) {
  base::Span request = record.find(at, "action.handed-on");
  if (request.empty()) return {};
  for (const language::Mention& mention : record.mentions(at)) {
    if (mention.at.begin > request.begin && mention.at.end <= request.end && may_be_asked(record, mention))
      return mention.at;
  }
  return {};
}

// "I fetched her the camp bed": somebody did something. With a time it may be a task still: "Solicitor booked 5 March".
bool tells_what_was_done(const Gathering& record, base::Span at, const Statement& main) {
  if (main.time != Time::past || main.mood != Mood::asserted || main.told) return false;
  if (main.frame == language::Frame::none || record.has(at, "action.announced")) return false;
  if (!bounded_time(record, at).empty()) return false;
  const base::Span who = doer(record, at);
  return !who.empty() && who.begin <= without_numbering(record, at).begin + 4;
}

// "Ann thinks the plan is fair", "Signs of Safety says that the family should own the plan": what somebody holds.
bool tells_opinion(const Gathering& record, base::Span at, const Statement& main) {
  if (!main.told || !bounded_time(record, at).empty()) return false;
  const bool holds = main.frame == language::Frame::feel || main.frame == language::Frame::judge;
  return (holds && !is_directed(main)) || (main.frame == language::Frame::say && doer(record, at).empty());
}

// "Manager: Tunde Bell 02/04/24."
bool is_signature(const Gathering& record, base::Span at) {
  constexpr std::size_t most = 7;  // words
  if (record.words(at) > most || record.has(at, "action.verb") || record.has(at, "action.announced")) return false;
  auto [first, last] = record.language.scan.range(at);
  for (std::size_t i = first + 1; i < last && i < first + 4; ++i) {
    const base::Span mark = record.language.scan.tokens[i].at;
    if (record.text(mark) != ":") continue;
    if (!record.has({at.begin, mark.begin}, "role.manager") || record.date(at) == nullptr) return false;
    for (std::size_t k = i + 1; k < last; ++k) {
      const lexicon::Token& token = record.language.scan.tokens[k];
      if (token.at.begin >= record.date(at)->at.begin) break;
      if (token.kind == lexicon::TokenKind::word && !token.capital) return false;
    }
    return true;
  }
  return false;
}

bool can_be_action(const Gathering& record, const form::Unit& unit, base::Span at, const Statement& main) {
  // "Could you please drop it in by Friday?" asks whom the letter is to.
  const bool request =
      main.mood == Mood::asked && stands_in(record, unit, {"letter"}) && record.has(at, "action.request");
  if (request) return !bounded_time(record, at).empty();
  if (main.general || main.process || main.mood == Mood::asked) return false;
  if (main.standing == language::Standing::superseded) return false;
  if (main.source == language::Source::policy || main.source == language::Source::form) return false;
  if (record.has(at, "contingency.opening") || record.has(at, "contingency.bare")) return false;
  // "Doesn't want to go to his uncle": a wish.
  if (main.frame == language::Frame::want && bounded_time(record, at).empty()) return false;
  // "(You asked to see it.)"
  if (record.text(at).starts_with('(') && bounded_time(record, at).empty()) return false;
  if (is_logged(record, at, main) || record.has(at, "action.needless") || is_signature(record, at)) return false;
  if (record.has(at, "plan.elsewhere") || record.has(at, "plan.norm") || record.has(at, "placeholder")) return false;
  if (asked_for_something_else(record, unit)) return false;
  if (stands_in(record, unit, {"contingency", "previous", "chronology", "history", "visits", "details", "household"})) {
    return asked_for_actions(record, unit, at);
  }
  return !tells_outcome(record, at, main);
}

// Whether a sentence reads as an action: somebody will do something, or an order.
bool reads_as_action(const Gathering& record, const form::Unit& unit, const Sentence& sentence, const Statement& main,
                     bool plan) {
  base::Span at = sentence.at;
  if (!can_be_action(record, unit, at, main)) return false;
  bool verb = record.has(at, "action.verb") || record.has(at, "action.vague");
  bool past = main.time == Time::past && main.mood == Mood::asserted;
  bool timed = !bounded_time(record, at).empty();
  const bool here = plan || stands_in(record, unit, {"manager", "letter", "outcome", "analysis"});
  if (here && verb && !asked_of(record, at).empty() && (plan || is_to_come(record, at))) return true;
  if (tells_what_was_done(record, at, main) || tells_opinion(record, at, main)) return false;
  if (asked_for_actions(record, unit, at)) return !past || verb || timed;
  if (is_over(record, at) && !is_to_come(record, at) && !(plan && is_directed(main))) return false;
  if (plan) {
    // A conclusion among tasks ("Substantiated", "likely to suffer significant harm") is none of them.
    bool concluded = record.has(at, "threshold.conclusion") && !timed && !is_directed(main);
    if (concluded && !stands_in(record, unit, {"plan"})) return false;
    bool item = (is_list_item(record, unit) || is_numbered(record, sentence)) && record.words(at) >= 2;
    // "Second skeletal survey on 4 December": no verb of its own, and nothing told.
    bool noun = main.frame == language::Frame::none && (timed || verb) && record.content(at) >= 2;
    if (past) return (item || noun) && (timed || verb) && !record.has(at, "frame.say");
    // "The nursery sews her a costume by Friday": somebody does something by a day, with whatever verb.
    bool deed = timed && main.time != Time::past && !main.told && record.content(at) >= 2 &&
                !doer(record, at).empty() && main.frame != language::Frame::be && main.frame != language::Frame::say &&
                main.frame != language::Frame::feel && main.frame != language::Frame::judge;
    bool line = main.frame == language::Frame::none && record.content(at) >= 2 && is_line(record, unit, sentence) &&
                stands_in(record, unit, {"plan"});
    return is_directed(main) || verb || item || noun || deed || line;
  }
  bool told = main.told || main.frame == language::Frame::say || main.frame == language::Frame::tell ||
              record.has(sentence.at, "frame.say") || main.source == language::Source::child ||
              main.source == language::Source::parent;
  bool to_come = is_to_come(record, at);
  if (to_come && is_numbered(record, sentence) && !past) return true;
  // "She has agreed that she will take him to the clinic on 8 March."
  if (!past && is_directed(main) && verb && timed && record.has(at, "action.agreed")) return true;
  if (past || told) return false;
  if (main.mood == Mood::asked) return true;  // a request with a time
  if (stands_in(record, unit, {"manager"}))
    return (is_directed(main) || record.has(at, "action.request")) && (verb || timed);
  // Elsewhere only what is plainly a task: intended or directed with a time, or a deed with a date to come.
  if (is_directed(main) && verb && to_come) return true;
  if (!stands_in(record, unit, {"outcome", "letter", "review", "analysis"}) &&
      !innermost_section(record, unit).empty()) {
    return false;
  }
  // "Recommendations" hold tasks beside conclusions.
  bool concludes = record.has(at, "threshold.conclusion") || record.has(at, "no-further-action");
  if (stands_in(record, unit, {"outcome"}) && is_directed(main) && verb && !concludes) return true;
  // "I'll ring the GP about her ears."
  const bool child = main.about == language::About::child;  // "You will stay at Nan's"
  bool promised =
      record.has(at, "action.promise") && !child && record.has(at, "action.verb") && !record.has(at, "action.vague");
  if (is_directed(main) && verb) return timed || promised || is_list_item(record, unit);
  return verb && to_come && main.time == Time::present;
}

// "Nana's nephew, 20 January." after "Door chain up high.": who and when of the item before.
bool is_afterword(const Gathering& record, const Sentence& sentence, const Statement& main) {
  if (record.words(sentence.at) > 8 || main.told) return false;
  if (record.has(sentence.at, "action.verb") || record.has(sentence.at, "action.announced")) return false;
  bool bracketed = record.text(sentence.at).starts_with("(");
  if (main.frame != language::Frame::none && !bracketed) return false;
  return !bounded_time(record, sentence.at).empty() && record.content(sentence.at) <= 5;
}

// "What happens now is, in no order.": says that tasks follow, and is none.
bool only_announces(const Gathering& record, base::Span at) {
  constexpr std::size_t most = 9;  // words
  return record.words(at) <= most && record.has(at, "plan.opening") && doer(record, at).empty() &&
         bounded_time(record, at).empty();
}

// "e) Debt advice. Step Change, 2 April at 11. Her sister is going.": the sentences of a numbered or bulleted item are
// one action, but for one that names somebody else who is to do something.
bool belongs_to_item(const Gathering& record, const Sentence& sentence, const Statement& main, const Action& action,
                     bool numbered) {
  if (record.has(sentence.at, "contingency.opening") || record.has(sentence.at, "outcome.announced")) return false;
  if (record.has(sentence.at, "action.review") || is_numbered(record, sentence)) return false;
  const base::Span who = doer(record, sentence.at);
  if (who.empty() || !action.owned) return true;
  const bool task = is_directed(main) || record.has(sentence.at, "action.verb");
  // "Risk assessment (their psychologist). Kay to commission by 4 May.": of an item that had no time.
  const bool completes = !action.bounded && !bounded_time(record, sentence.at).empty() && numbered;
  return !task || completes || record.line(who) == record.line(action.owner);
}

// "A lock for the box room. I'm ordering it by 4 May.": an item of a list that says in its next sentence who does it
// and when is one action.
bool goes_on(const Gathering& record, const Sentence& sentence, const Sentence& previous, const Action& action) {
  if (action.what.begin != previous.at.begin || action.bounded) return false;
  if (!is_list_item(record, record.form.units[sentence.unit])) return false;
  if (bounded_time(record, sentence.at).empty() || doer(record, sentence.at).empty()) return false;
  return record.has(sentence.at, "action.back") || !action.owned;
}

Action from_sentence(const Gathering& record, const Sentence& sentence) {
  Action action;
  action.at = action.what = sentence.at;
  action.unit = sentence.unit;
  base::Span who = asked_of(record, sentence.at);
  if (who.empty()) who = doer(record, sentence.at);
  const form::Unit& unit = record.form.units[sentence.unit];
  bool first = !unit.value.empty() && sentence.at.begin <= unit.value.begin + 2;
  if (who.empty() && first && names_role(record, unit.label)) who = unit.label;
  give(record, who, sentence.at, action);
  return action;
}

// Gives who and when to the action of the sentence before. False where that one is no action or has a time.
bool add_afterword(const Gathering& record, const Sentence& sentence, const Sentence& previous,
                   std::vector<Action>& out) {
  const bool elsewhere = asked_for_something_else(record, record.form.units[sentence.unit]);
  const bool taken = !out.empty() && out.back().what.begin == previous.at.begin;
  if (!taken && !elsewhere) out.push_back(from_sentence(record, previous));
  if ((!taken && elsewhere) || out.empty() || out.back().bounded) return false;
  Action& action = out.back();
  if (!action.owned && names_somebody(record, sentence.at)) {
    action.owner = sentence.at;
    action.owned = true;
  }
  action.due = bounded_time(record, sentence.at);
  action.bounded = true;
  action.at = base::join(action.at, sentence.at);
  describe(record, action);
  return true;
}

// Gives who and when to the item's action, where it had none.
void add_to_item(const Gathering& record, const Sentence& sentence, Action& action) {
  const base::Span due = bounded_time(record, sentence.at);
  base::Span who = action.owned ? base::Span{} : doer(record, sentence.at);
  if (!names_role(record, who) || record.has(sentence.at, "contingency.trigger")) who = {};  // "Aim: ..."
  if (who.empty() && !action.owned && is_names_and_time(record, sentence.at)) who = sentence.at;
  if (who.empty() && (due.empty() || action.bounded)) return;
  if (!who.empty()) {
    action.owner = who;
    action.owned = true;
  }
  if (!due.empty() && !action.bounded) {
    action.due = due;
    action.bounded = true;
  }
  action.at = action.what = base::join(action.at, sentence.at);
  describe(record, action);
}

}  // namespace

std::vector<Action> actions_of_sentences(const Gathering& record, const std::vector<bool>& dashed) {
  std::vector<Action> out;
  const std::vector<bool> plans = plans_by_their_words(record);
  const Sentence* before = nullptr;   // in the same unit
  const Sentence* opening = nullptr;  // the first of the unit
  for (const Sentence& sentence : record.language.sentences) {
    const Sentence* previous = before != nullptr && before->unit == sentence.unit ? before : nullptr;
    if (previous == nullptr) opening = &sentence;
    before = &sentence;
    if (sentence.statement_begin == sentence.statement_end) continue;
    const Statement& main = record.language.statements[sentence.statement_begin];
    const form::Unit& unit = record.form.units[sentence.unit];
    if (unit.kind == form::UnitKind::row && is_action_row(record, unit)) continue;
    if (dashed[sentence.unit]) continue;
    bool plan = plans[sentence.unit] || stands_in(record, unit, {"plan"});
    if (plan && only_announces(record, sentence.at)) continue;
    if (previous != nullptr && plan && is_afterword(record, sentence, main) &&
        add_afterword(record, sentence, *previous, out)) {
      continue;
    }
    if (previous != nullptr && plan && is_list_item(record, unit) && is_names(record, sentence.at)) {
      if (out.empty() || out.back().what.begin != previous->at.begin) continue;
      Action& action = out.back();
      if (!action.owned || !names_role(record, action.owner)) action.owner = sentence.at;
      action.owned = true;
      action.at = base::join(action.at, sentence.at);
      describe(record, action);
      continue;
    }
    if (previous != nullptr && plan && !out.empty() && goes_on(record, sentence, *previous, out.back())) {
      Action& action = out.back();
      if (!action.owned) action.owner = doer(record, sentence.at);
      action.owned = true;
      action.due = bounded_time(record, sentence.at);
      action.bounded = true;
      action.at = base::join(action.at, sentence.at);
      describe(record, action);
      continue;
    }
    const bool item = previous != nullptr && (is_list_item(record, unit) || is_numbered(record, *opening));
    if (item && plan && !out.empty() && out.back().unit == sentence.unit &&
        belongs_to_item(record, sentence, main, out.back(), is_numbered(record, *opening))) {
      add_to_item(record, sentence, out.back());
      continue;
    }
    for (const Sentence& part : task_parts(record, sentence, plans[sentence.unit])) {
      Statement its = record.language.statements[part.statement_begin];
      // An order after a colon, in a sentence that tells something else first.
      if (!part.at.contains(its.at) && record.has(part.at, "action.announced")) {
        its.told = false;
        its.source = language::Source::worker;
        its.frame = language::Frame::none;
        its.time = Time::future;
        its.mood = Mood::directed;
      }
      if (reads_as_action(record, unit, part, its, plan)) out.push_back(from_sentence(record, part));
    }
  }
  return out;
}

}  // namespace facts
