#include "form/guidance.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "form/text.h"

namespace form {
namespace {

constexpr std::size_t longest = 160;   // words: more is a narrative
constexpr std::size_t few_topics = 3;  // in a list that says by itself that it is one

bool in_brackets(std::string_view text) {
  return text.size() > 2 &&
         ((text.front() == '(' && text.back() == ')') || (text.front() == '[' && text.back() == ']'));
}

bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// "Y30 The young person has a positive view of self. Y31 ... knowledge of their culture": a form's statements by their
// codes, to be ticked elsewhere; two at the least, counting up, and no box among them.
bool coded_items(std::string_view text) {
  char letter = 0;
  int last = -1;
  std::size_t found = 0;
  for (std::size_t i = 0; i + 2 < text.size(); ++i) {
    if (text[i] == '[') return false;
    const bool starts = i == 0 || text[i - 1] == ' ' || text[i - 1] == '\n';
    if (!starts || text[i] < 'A' || text[i] > 'Z') continue;
    std::size_t end = i + 1;
    int number = 0;
    while (end < text.size() && end < i + 4 && text[end] >= '0' && text[end] <= '9')
      number = number * 10 + (text[end++] - '0');
    if (end == i + 1 || end + 1 >= text.size() || text[end] != ' ') continue;
    if (found > 0 && (text[i] != letter || number <= last)) return false;
    if (found == 0 && i != 0) return false;
    letter = text[i];
    last = number;
    ++found;
  }
  return found >= 2;
}

}  // namespace

Guidance::Guidance(const lexicon::Remembered& scans)
    : scans_(scans),
      lexicon_(scans.lexicon()),
      imperative_(asked_briefly(lexicon_, "help.imperative")),
      writes_(asked_briefly(lexicon_, "help.writes")),
      example_(asked_briefly(lexicon_, "help.example")),
      norm_(asked_briefly(lexicon_, "help.norm")),
      of_form_(asked_briefly(lexicon_, "help.of-form")),
      question_(asked_briefly(lexicon_, "help.question")),
      past_(asked_briefly(lexicon_, "help.past-fact")),
      first_person_(asked_briefly(lexicon_, "help.first-person")),
      title_(asked_briefly(lexicon_, "form.person-title")),
      name_(asked_briefly(lexicon_, "name.first")),
      topic_(asked_briefly(lexicon_, "help.topic")),
      finite_(asked_briefly(lexicon_, "help.finite")),
      telling_(asked_briefly(lexicon_, "help.telling")),
      relative_(asked_briefly(lexicon_, "help.relative")),
      gap_(asked_briefly(lexicon_, "form.gap")) {}

// A person's title, a first name, or a capital word inside the sentence that no term of the lexicon knows.
bool Guidance::names_somebody(std::string_view sentence, const lexicon::Scan& scan) const {
  bool first = true;
  for (std::size_t i = 0; i < scan.tokens.size(); ++i) {
    const lexicon::Token& token = scan.tokens[i];
    if (token.kind != lexicon::TokenKind::word) {
      std::string_view mark = token.at.of(sentence);
      first =
          first || mark == "(" || mark == "\"" || mark == ":" || mark == "-" || mark == "\xE2\x80\x93" || mark == "/";
      continue;
    }
    for (const lexicon::Hit& hit : scan.starting_at(i)) {
      if (hit.concept_id == title_ || (hit.concept_id == name_ && name_ != 0 && token.capital)) return true;
    }
    if (token.capital && !first && token.word == 0 && !in_capitals(token.at.of(sentence)) && token.at.size() > 2) {
      return true;
    }
    first = false;
  }
  return false;
}

// "Nature of early attachments; temperament; response to stress": topics without a verb of their own, and nothing that
// tells one child from another. A verb behind "who", "what" or "whether" belongs to a topic.
bool Guidance::lists_topics(std::string_view sentence, const lexicon::Scan& scan) const {
  if (has_digit(sentence)) return false;
  std::size_t parts = 1;
  std::size_t with_topic = 0;
  bool topic = false;
  bool behind = false;
  bool behind_some = false;
  for (std::size_t i = 0; i < scan.tokens.size(); ++i) {
    if (scan.tokens[i].kind != lexicon::TokenKind::word) {
      std::string_view mark = scan.tokens[i].at.of(sentence);
      if (mark == ";" || mark == "," || mark == ":" || mark == ".") {
        behind = false;
        with_topic += topic ? 1u : 0u;
        topic = false;
        parts += i + 1 < scan.tokens.size() ? 1u : 0u;
      }
      continue;
    }
    for (const lexicon::Hit& hit : scan.starting_at(i)) {
      if (hit.concept_id == telling_ || (hit.concept_id == finite_ && !behind)) return false;
      topic = topic || hit.concept_id == topic_;
      behind = behind || hit.concept_id == relative_;
      behind_some = behind_some || behind;
    }
  }
  with_topic += topic ? 1u : 0u;
  return parts >= few_topics ? with_topic * 2 >= parts : behind_some && with_topic > 0;
}

Guidance::Sentence Guidance::read(std::string_view text) const {
  Sentence out;
  const lexicon::Scan& scan = scans_.brief(text);
  bool start = true;
  for (std::size_t i = 0; i < scan.tokens.size(); ++i) {
    if (scan.tokens[i].kind != lexicon::TokenKind::word) continue;
    for (const lexicon::Hit& hit : scan.starting_at(i)) {
      out.writes = out.writes || (start && hit.concept_id == writes_);
      out.imperative = out.imperative || (start && (hit.concept_id == imperative_ || hit.concept_id == writes_));
      out.example = out.example || (start && hit.concept_id == example_);
      out.asks = out.asks || (start && hit.concept_id == question_);
      out.norm = out.norm || hit.concept_id == norm_ || hit.concept_id == of_form_;
      out.of_form = out.of_form || hit.concept_id == of_form_;
      out.told = out.told || hit.concept_id == past_;
      out.self = out.self || hit.concept_id == first_person_;
    }
    start = false;
  }
  out.question = ends_with_any(text, "?");
  out.named = !out.example && names_somebody(text, scan);
  out.topics = !out.named && !out.self && !out.question && lists_topics(text, scan);
  return out;
}

bool Guidance::prompts(std::string_view text) const {
  constexpr std::size_t longest_prompt = 30;  // words
  if (has_more_words(text, longest_prompt) || has_digit(text) || begins_with_quote(text)) return false;
  Sentence s = read(text);
  return !s.named && !s.self && !(s.told && !s.asks);
}

bool Guidance::has_gaps(std::string_view sentence) const {
  return lexicon_.finds(sentence, gap_);
}

bool Guidance::reads(std::string_view text, Place place, bool italic) const {
  text = trimmed(text);
  std::size_t words = word_count(text, longest + 1);
  if (words < 2 || words > longest) return false;
  if (coded_items(text) && !lexicon_.finds(text, name_)) return true;
  bool listed = lexicon_.is_listed_help(text);
  bool bracketed = in_brackets(text);
  if (bracketed) text = trimmed(text.substr(1, text.size() - 2));
  std::size_t number = 0;
  numbering(text, &number);
  text = text.substr(number);
  if (text.empty() || begins_with_quote(text) || has_date(text)) return false;
  const bool anywhere = place == Place::text && !listed && !italic && !bracketed;
  bool guidance = listed;
  std::size_t told = 0;
  bool first = listed;  // the listed text is the first sentence; what follows is weighed
  for (base::Span at : sentences_of({0, static_cast<std::uint32_t>(text.size())}, text)) {
    std::string_view written = at.of(text);
    if (std::exchange(first, false)) continue;
    Sentence s = read(written);
    if (s.named && !(italic && (s.imperative || s.question || s.norm))) return false;
    if (anywhere) {
      // Far from a heading only what speaks of the form, or asks without answering, is sure to be the form's.
      bool asked = s.question && s.asks && !s.self;
      if (!(asked || (s.of_form && !s.told && !s.self))) return false;
      guidance = true;
    } else if (s.example) {
      guidance = true;
    } else if (s.imperative && (italic || !s.self) &&
               (place != Place::under_plan || italic || bracketed || (s.writes && !has_digit(written)))) {
      guidance = true;
    } else if (s.question && (s.asks || italic || place == Place::label) && (italic || !s.self)) {
      guidance = true;
    } else if (s.norm && !s.told && !s.self) {
      guidance = true;
    } else if (s.topics) {
      guidance = guidance || place != Place::text || bracketed || italic;
    } else if (s.told || s.self) {
      return false;
    } else {
      told += word_count(written);
    }
  }
  // Fragments beside guidance belong to it ("SMART actions only: ..."); a statement doesn't.
  return guidance && (told == 0 || (told * 2 < words) || italic);
}

}  // namespace form
