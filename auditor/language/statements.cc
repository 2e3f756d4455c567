#include "language/statements.h"

#include <algorithm>

#include "language/content.h"
#include "language/generality.h"
#include "language/polarity.h"
#include "language/tense.h"

namespace language {
namespace {

base::Span span_of(const Words& words, std::size_t first, std::size_t last) {
  const auto& tokens = words.scan().tokens;
  if (first >= last) return {};
  return {tokens[first].at.begin, tokens[last - 1].at.end};
}

// The clause's tokens without joining words and marks at its ends.
std::pair<std::size_t, std::size_t> trimmed_clause(const Words& words, const Reading& reading, const Group& group) {
  std::size_t first = group.begin;
  if (!group.subject.empty() && !group.coordinated) first = std::min(first, group.subject.first);
  std::size_t last = std::min(group.end, reading.last);
  const auto joint = [&](std::size_t i) {
    return words[i].tag == Tag::comma || words[i].tag == Tag::stop || words[i].tag == Tag::coordinator ||
           words[i].tag == Tag::subordinator || words[i].tag == Tag::relative;
  };
  while (last > group.at.last + 1 && joint(last - 1)) --last;
  while (first < group.at.first && joint(first)) ++first;
  return {first, last};
}

bool quoted(const Words& words, std::size_t first, std::size_t last) {
  std::size_t marks = 0;
  for (std::size_t i = first; i < last; ++i) {
    if (words.is_any(i, {"\"", "“", "”"})) ++marks;
  }
  return marks >= 2;
}

Statement from_clause(const Scene& scene, const Reading& reading, const Group* clause, bool general) {
  Statement out;
  out.unit = reading.unit;
  out.general = general;
  out.addressee = reading.addressee;
  const Tensing tensing =
      clause == nullptr ? tense_of_phrase(scene, reading) : tense_of(scene, reading, *clause, general);
  out.mood = tensing.mood;
  out.time = tensing.time;
  return out;
}

// Joining words that a reader takes as a link of thought.
bool links(const Words& words, std::size_t token) {
  return words.is_any(token, {"because", "but", "so", "although", "though", "as", "since", "however", "therefore",
                              "whereas", "despite", "cos", "while"});
}

void attribute(Statement& out, const Scene& scene, const Reading& reading, const Group* clause, SourceOf source,
               const Voice& voice) {
  if (voice.given && (!source.decided || source.weak)) source = {voice.source, voice.who, true, false};
  out.source = source.source;
  out.source_who = source.who;
  if (out.general) {
    out.about = About::nobody;
    out.about_who = nobody;
    return;
  }
  const AboutOf about = about_of(scene, reading, clause, source);
  out.about = about.about;
  out.about_who = about.who;
  out.group = about.group;
}

// A question that stands alone and names nobody is the form's, not somebody's words.
bool lone_question(const Scene& scene, const Reading& reading) {
  if (!scene.words.is(reading.last - 1, "?")) return false;
  const form::Unit& unit = scene.form.units[reading.unit];
  if (unit.kind != form::UnitKind::prose) return false;
  const auto [first, last] = scene.words.scan().range(unit.at);
  if (reading.first != first || reading.last != last) return false;
  for (std::size_t i = first; i < last; ++i) {
    if (scene.is_name[i] || scene.words[i].tag == Tag::quote) return false;
  }
  return true;
}

// "Dear [parent/carer name], ...": the form's own text with its gap left open.
bool has_placeholder(const Scene& scene, const Reading& reading) {
  const Words& words = scene.words;
  const lexicon::ConceptId id = words.vocabulary().lexicon().find_concept("placeholder");
  for (std::size_t i = reading.first; i + 2 < reading.last; ++i) {
    if (!words.is(i, "[")) continue;
    bool asks = false;
    for (std::size_t k = i + 1; k < std::min(reading.last, i + 8); ++k) {
      asks =
          asks || words.is_any(k, {"name", "names", "date", "insert", "enter", "delete", "type", "details", "address"});
      if (words[k].tag == Tag::number) break;
      if (words.is(k, "]") && asks) return true;
    }
  }
  // "Child aware of the assessment: Y / N (circle one)": alternatives that nobody chose.
  for (std::size_t i = reading.first; i + 4 < reading.last; ++i) {
    const bool pair =
        words.is_any(i, {"y", "yes"}) && words.is_any(i + 1, {"/", "or"}) && words.is_any(i + 2, {"n", "no"});
    if (pair && words.is(i + 3, "(") && words.is_any(i + 4, {"circle", "tick", "delete", "please", "select", "choose"}))
      return true;
  }
  const auto& tokens = words.scan().tokens;
  return id != 0 && words.scan().has({tokens[reading.first].at.begin, tokens[reading.last - 1].at.end}, id);
}

}  // namespace

std::vector<Statement> statements_of(const Scene& scene, const Reading& reading, bool general, const Voice& voice,
                                     std::uint32_t index, std::int32_t base) {
  const Words& words = scene.words;
  std::vector<Statement> out;
  const Group* fact = reading.group(reading.fact);
  const Group* reporter = reading.group(reading.reporter);
  const SourceOf source = source_of(scene, reading, general);

  Statement main = from_clause(scene, reading, fact, general);
  main.at = span_of(words, reading.first, reading.last);
  main.sentence = index;
  main.told = reporter != nullptr;
  main.frame = reporter != nullptr ? reporter->frame : fact != nullptr ? fact->frame : Frame::none;
  if (reading.gesture && reading.group(reading.main) != nullptr) main.frame = reading.group(reading.main)->frame;
  main.told_frame = reporter != nullptr && fact != nullptr ? fact->frame : Frame::none;
  if (reading.phrase != npos && reporter != nullptr) main.mood = Mood::asserted, main.time = Time::present;
  main.told_polarity = told_polarity(scene, reading);
  main.polarity = fact_polarity(scene, reading);
  main.standing = standing_of(scene, reading);
  main.quoted = quoted(words, reading.first, reading.last);
  main.content = content_of(scene, reading.first, reading.last);
  main.process = words.has(Cue::process, reading.first, reading.last) && main.content <= 3;
  attribute(main, scene, reading, fact, source, voice);
  if (lone_question(scene, reading)) {
    main.source = Source::form;
    main.content = 0;
  }
  if (has_placeholder(scene, reading)) {
    main.source = Source::form;
    main.general = false;
    main.about = About::nobody;
    main.about_who = nobody;
    main.content = 0;
  }
  if (links(words, reading.first) && base > 0) main.back = base - 1;
  out.push_back(main);

  for (std::size_t g = 0; g < reading.groups.size(); ++g) {
    const Group& group = reading.groups[g];
    const auto id = static_cast<std::int32_t>(g);
    if (!group.finite || id == reading.fact || id == reading.reporter) continue;
    if (group.intro == Intro::relative || group.intro == Intro::condition) continue;
    const auto [first, last] = trimmed_clause(words, reading, group);
    if (last <= first + 1) continue;
    Reading part = reading;
    part.main = part.fact = id;
    part.reporter = group.inside;
    part.gesture = false;
    if (group.inside >= 0) part.reporter_subject = reading.groups[static_cast<std::size_t>(group.inside)].subject;
    Statement more = from_clause(scene, part, &group, general);
    more.main = false;
    more.at = span_of(words, first, last);
    more.sentence = index;
    more.told = group.inside >= 0;
    more.frame = more.told ? reading.groups[static_cast<std::size_t>(group.inside)].frame : group.frame;
    more.told_frame = more.told ? group.frame : Frame::none;
    more.told_polarity = told_polarity(scene, part);
    more.polarity = fact_polarity(scene, part);
    more.standing = main.standing;
    more.quoted = quoted(words, first, last);
    more.content = content_of(scene, first, last);
    more.process = words.has(Cue::process, first, last) && more.content <= 3;
    SourceOf own = source_of(scene, part, general);
    if (!own.decided && source.decided && (group.coordinated || group.intro == Intro::subordinate)) own = source;
    attribute(more, scene, part, &group, own, voice);
    const std::size_t joint = group.begin > reading.first ? group.begin - 1 : group.begin;
    if (links(words, joint) || links(words, group.begin)) more.back = base;
    out.push_back(more);
  }
  return out;
}

Statement statement_of(const Scene& scene, std::size_t first, std::size_t last, std::uint32_t unit, EntityId addressee,
                       const Voice& voice) {
  SentenceTokens sentence;
  sentence.first = first;
  sentence.last = last;
  sentence.unit = unit;
  const Reading reading = read_sentence(scene, sentence, addressee);
  return statements_of(scene, reading, is_general(scene, reading), voice, 0, 0).front();
}

}  // namespace language
