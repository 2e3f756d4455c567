// What of a record is read as a list of things to do though no heading says so: a paragraph that opens with "Jobs
// agreed:", or one whose sentences are nearly all tasks. And the parts of a sentence that are one task each.
#include <algorithm>

#include "facts/action.h"

namespace facts {
namespace {

using language::Mood;
using language::Sentence;
using language::Statement;
using language::Time;

// Where a plan may stand under a heading that names none: not where visits, views or the history are told.
bool may_hold_plan(const Gathering& record, const form::Unit& unit) {
  std::string_view kind = innermost_section(record, unit);
  return kind.empty() || kind == "outcome" || kind == "letter" || kind == "analysis" || kind == "review";
}

enum class Likeness { none, candidate, strong };

// How much a part reads as a task: strongly where it is ordered or intended, or says when.
Likeness likeness(const Gathering& record, base::Span at, const Statement& main) {
  bool past = main.time == Time::past && main.mood == Mood::asserted;
  bool unfit = main.mood == Mood::asked || main.mood == Mood::conditional || main.process;
  // "Dr Marsh writes the birth plan" tells nothing.
  bool told = (main.told && main.told_frame != language::Frame::none) || main.source == language::Source::child ||
              main.source == language::Source::parent;
  if (is_over(record, at)) return Likeness::none;  // "Martin Doran, 17 March 2003"
  if (past || unfit || told || record.has(at, "contingency.opening")) return Likeness::none;
  bool timed = !bounded_time(record, at).empty();
  bool directed = main.mood == Mood::intended || main.mood == Mood::directed;
  bool verb = record.has(at, "action.verb") || record.has(at, "action.vague");
  const base::Span who = doer(record, at);
  bool owned = !who.empty();
  bool noun = main.frame == language::Frame::none && owned;
  // "He can't read much past an eight year old", "There's no money until Friday": how things are.
  const std::vector<language::Mention> named = record.mentions(who);
  bool child = !named.empty() && record.is_subject(named.front().who);
  bool state = !directed && (main.polarity == language::Polarity::denied || child ||
                             (main.frame == language::Frame::be && record.date(at) == nullptr));
  if (state && !noun) return Likeness::none;
  if (!(directed && (verb || owned)) && !(verb && owned) && !(noun && timed)) return Likeness::none;
  return timed || directed ? Likeness::strong : Likeness::candidate;
}

// The paragraph's first words, or the unknown heading or label that it stands under, announce things to do.
bool is_announced(const Gathering& record, const form::Unit& unit) {
  base::Span opening{unit.at.begin, std::min<std::uint32_t>(unit.at.end, unit.at.begin + 70)};
  base::Span hit = record.find(opening, "plan.opening");
  if (!hit.empty() && hit.begin <= unit.at.begin + 24) return true;
  if (unit.section < 0) return false;
  const form::Section& section = record.form.sections[static_cast<std::size_t>(unit.section)];
  return section.kind == 0 && !section.heading.empty() && record.has(section.heading, "plan.opening");
}

// A list item with the items around it is one paragraph for this; a list within an item is another. Of each unit, the
// first of its paragraph.
std::vector<std::uint32_t> runs_of(const Gathering& record) {
  std::vector<std::uint32_t> firsts;
  int above = 0;
  for (std::uint32_t unit = 0; unit < record.form.units.size(); ++unit) {
    const int level = list_level(record, record.form.units[unit]);
    const bool goes_on =
        level > 0 && level == above && record.form.units[unit - 1].section == record.form.units[unit].section;
    firsts.push_back(goes_on ? firsts.back() : unit);
    above = level;
  }
  return firsts;
}

// "The plan." or "What we agreed:" in a line of its own, right before a list.
bool is_announced_before(const Gathering& record, std::uint32_t first) {
  constexpr std::size_t longest = 8;  // words
  if (first == 0) return false;
  const form::Unit& line = record.form.units[first - 1];
  const bool list = list_level(record, record.form.units[first]) > 0;
  // "what im asking for", and the tasks in the paragraph below
  const bool opens =
      record.find(line.at, "plan.opening").begin == line.at.begin && !record.text(line.at).ends_with('.');
  if (!list && !opens) return false;
  return line.section == record.form.units[first].section && line.kind != form::UnitKind::row &&
         record.words(line.at) <= longest && record.has(line.at, "plan.opening");
}

// "me to ring", "i will ask", "dad to fit": somebody and a word that says that they are to do something, with no stop
// or "and" before them.
bool starts_task(const Gathering& record, std::size_t i, std::size_t last) {
  const auto& tokens = record.language.scan.tokens;
  if (i == 0 || i + 2 >= last || tokens[i - 1].kind == lexicon::TokenKind::punctuation) return false;
  if (record.has(tokens[i - 1].at, "word.unfinished")) return false;
  const std::string_view word = record.text(tokens[i].at);
  const std::string_view next = record.text(tokens[i + 1].at);
  const bool me = (word == "me" && next == "to") ||
                  ((word == "i" || word == "I") && (next == "will" || next == "'ll" || next == "’ll"));
  if (me) return true;
  if (next != "to" && next != "will") return false;
  const std::vector<language::Mention> mentions = record.mentions({tokens[i].at.begin, tokens[i + 1].at.begin});
  return !mentions.empty() && !mentions.front().pronoun && !mentions.front().possessive &&
         !record.is_subject(mentions.front().who) && mentions.front().at.begin == tokens[i].at.begin &&
         record.has({tokens[i + 1].at.begin, tokens[i + 2].at.end + 20}, "action.verb");
}

}  // namespace

std::vector<Sentence> task_parts(const Gathering& record, const Sentence& sentence, bool announced) {
  std::vector<Sentence> out;
  const bool outcome = record.has(sentence.at, "outcome.announced") || record.has(sentence.at, "outcome.if-works");
  if (record.has(sentence.at, "contingency.opening")) return {sentence};  // what follows the trigger belongs to it
  auto [first, last] = record.language.scan.range(sentence.at);
  std::uint32_t begin = sentence.at.begin;
  auto part = [&](std::uint32_t end) {
    if (end <= begin) return;
    Sentence piece = sentence;
    piece.at = {begin, end};
    for (std::uint32_t s = sentence.statement_begin; s < sentence.statement_end; ++s) {
      const Statement& statement = record.language.statements[s];
      if (!statement.main && statement.at.begin >= begin && statement.at.end <= end) {
        piece.statement_begin = s;
        break;
      }
    }
    if (record.words(piece.at) > 0) out.push_back(piece);
  };
  int depth = 0;  // of brackets
  // "(a) ... (b) ...": the letters of a list run on in one paragraph.
  auto letter = [&, past = last](std::size_t i) {
    return i + 2 < past && record.text(record.language.scan.tokens[i].at) == "(" &&
           record.language.scan.tokens[i + 1].at.size() == 1 &&
           record.text(record.language.scan.tokens[i + 2].at) == ")";
  };
  const bool directed_here = !announced && stands_in(record, record.form.units[sentence.unit], {"manager"});
  const bool runs_on = !outcome && (announced || stands_in(record, record.form.units[sentence.unit], {"plan"}));
  std::size_t letters = 0;
  for (std::size_t i = first; i < last; ++i) letters += letter(i) ? 1u : 0u;
  for (std::size_t i = first; i < last; ++i) {
    std::string_view token = record.text(record.language.scan.tokens[i].at);
    base::Span at = record.language.scan.tokens[i].at;
    if (letters >= 2 && letter(i)) {
      part(at.begin);
      i += 2;
      begin = i + 1 < last ? record.language.scan.tokens[i + 1].at.begin : at.end;
      continue;
    }
    if (token == "(") ++depth;
    if (token == ")") --depth;
    // "What we'll do: ..." announces and is no task itself.
    bool opener = announced && token == ":" && record.has({begin, at.begin}, "plan.opening");
    bool bracket = announced && token == ")" && i + 1 < last && record.language.scan.tokens[i + 1].capital;
    // "I don't think that it should go further yet: Ms Snaith is to see each of them by 21 May."
    bool directs = token == ":" && directed_here && record.words({begin, at.begin}) >= 6 &&
                   record.has({at.end, sentence.at.end}, "action.announced");
    // "Agreed: gas man Tuesday, bins out by Thursday": a time in each piece makes it a task.
    bool comma = announced && token == "," && depth <= 0 && !bounded_time(record, {begin, at.begin}).empty() &&
                 !bounded_time(record, {at.end, sentence.at.end}).empty() && record.words({begin, at.begin}) >= 3;
    // "gran has her weds from this week fine me to ring the gp": where nobody sets a stop, the next who is to do
    // something.
    if (runs_on && depth <= 0 && starts_task(record, i, last) && record.words({begin, at.begin}) >= 4) {
      part(at.begin);
      begin = at.begin;
    }
    bool semicolon = (token == ";" && depth <= 0) || directs || comma;
    if (semicolon) part(at.begin);
    if (bracket) part(at.end);
    if (opener || semicolon || bracket) begin = i + 1 < last ? record.language.scan.tokens[i + 1].at.begin : at.end;
  }
  if (begin == sentence.at.begin) return {sentence};
  part(sentence.at.end);
  return out;
}

std::vector<bool> plans_by_their_words(const Gathering& record) {
  std::vector<bool> out(record.form.units.size(), false);
  struct Count {
    std::size_t parts = 0, tasks = 0, strong = 0;
    bool announced = false;
  };
  const std::vector<std::uint32_t> firsts = runs_of(record);
  std::vector<Count> runs(record.form.units.size());
  for (const Sentence& sentence : record.language.sentences) {
    const form::Unit& unit = record.form.units[sentence.unit];
    if (unit.kind == form::UnitKind::row || unit.kind == form::UnitKind::help || !may_hold_plan(record, unit)) continue;
    if (sentence.statement_begin == sentence.statement_end) continue;
    const std::uint32_t first = firsts[sentence.unit];
    Count& run = runs[first];
    // "17. What happens next" among the numbered questions of a form announces its own answer.
    const bool own = is_announced(record, unit);
    if (own && first != sentence.unit) out[sentence.unit] = true;
    run.announced = run.announced || (own && first == sentence.unit) || is_announced_before(record, first);
    for (const Sentence& part : task_parts(record, sentence, run.announced || own)) {
      if (record.content(part.at) == 0 || part.at.size() <= 3) continue;  // "1." and "Jobs."
      Likeness like = likeness(record, part.at, record.language.statements[part.statement_begin]);
      ++run.parts;
      run.tasks += like != Likeness::none ? 1 : 0;
      run.strong += like == Likeness::strong ? 1 : 0;
    }
  }
  for (std::uint32_t unit = 0; unit < out.size(); ++unit) {
    const Count& run = runs[firsts[unit]];
    bool mostly = run.strong >= 2 && run.tasks * 3 >= run.parts * 2;
    bool wholly = run.strong >= 1 && run.tasks >= 3 && run.tasks == run.parts;
    out[unit] = out[unit] || run.announced || mostly || wholly;
  }
  return out;
}

}  // namespace facts
