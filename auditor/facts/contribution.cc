#include "facts/contribution.h"

#include <algorithm>
#include <span>
#include <utility>

namespace facts {
namespace {

constexpr std::uint8_t specific_content = 2;
constexpr std::uint8_t beyond_nothing_known = 3;  // content that a sentence with "no concerns" in it needs more
constexpr std::size_t sentences_following = 3;    // where what follows from a gap may stand
constexpr Day days_before_referral = 75;
constexpr Day days_before_completion = 300;  // where no referral is dated

Means means_of(const Gathering& record, base::Span at, base::Span* where) {
  static const std::pair<std::string_view, Means> names[] = {
      {"contribution.means.referral", Means::referral},   {"contribution.means.report", Means::report},
      {"contribution.means.letter", Means::letter},       {"contribution.means.email", Means::email},
      {"contribution.means.telephone", Means::telephone}, {"contribution.means.meeting", Means::meeting},
      {"contribution.means.visit", Means::visit},         {"contribution.means.check", Means::check}};
  for (const auto& [name, means] : names) {
    base::Span found = record.find(at, name);
    if (found.empty()) continue;
    *where = found;
    return means;
  }
  return Means::unknown;
}

// Words of a stretch that tell something: without names, agencies, dates, ways of contact and verbs of telling.
std::size_t telling_words(const Gathering& record, base::Span at) {
  static constexpr std::string_view framing[] = {"word.function",    "word.stock",         "word.month",
                                                 "agency",           "contribution.means", "contribution.told-by",
                                                 "form.person-title"};
  const lexicon::Scan& scan = record.language.scan;
  auto [first, last] = scan.range(at);
  std::vector<bool> empty(last - first, false);
  auto cover = [&, first = first, last = last](base::Span part) {
    auto [from, to] = scan.range(part);
    for (std::size_t i = std::max(from, first); i < std::min(to, last); ++i) empty[i - first] = true;
  };
  std::vector<bool> frame(record.lexicon.concept_count() + 1, false);
  for (std::string_view name : framing) {
    lexicon::ConceptId exact = record.lexicon.find_concept(name);
    for (lexicon::ConceptId id : record.lexicon.family(name)) frame[id] = true;
    if (exact != 0) frame[exact] = true;
  }
  for (std::size_t i = first; i < last; ++i) {
    for (const lexicon::Hit& hit : scan.starting_at(i)) {
      // Long terms with gaps would swallow what is told.
      if (frame[hit.concept_id] && hit.last < i + 3) cover(hit.at);
    }
  }
  for (const language::Date& date : record.language.dates_from(at.begin)) {
    if (date.at.begin >= at.end) break;
    cover(date.at);
  }
  for (const language::Mention& mention : record.mentions(at)) {
    const language::Entity* who = record.entity(mention.who);
    bool outsider =
        who != nullptr && (who->role == language::Role::professional || who->role == language::Role::agency);
    if (mention.pronoun || outsider) cover(mention.at);
  }
  std::size_t count = 0;
  for (std::size_t i = first; i < last; ++i) {
    count += scan.tokens[i].kind != lexicon::TokenKind::punctuation && !empty[i - first] ? 1u : 0u;
  }
  return count;
}

}  // namespace

Contribution contribution_of(const Gathering& record, const Outsiders& outsiders, const Naming& naming, base::Span at) {
  Contribution out;
  out.who = naming.who;
  out.agency = naming.agency;
  out.name = outsiders.shown(naming, at);
  out.at = at;
  out.means = means_of(record, at, &out.means_at);
  return out;
}

void date_from(const Gathering& record, base::Span at, Contribution& contribution) {
  for (const language::Date& date : record.language.dates_in(at)) {
    if (!date.has_day || date.impossible) continue;
    contribution.when = date.day;
    contribution.when_at = date.at;
    return;
  }
}

std::size_t behind_day(const Gathering& record, base::Span at) {
  const lexicon::Scan& scan = record.language.scan;
  auto [first, last] = scan.range(at);
  bool day = false;
  std::size_t i = first;
  while (i < last) {
    const lexicon::Token& token = scan.tokens[i];
    const std::span<const language::Date> dates = record.language.dates_from(token.at.begin);
    if (!dates.empty() && dates.front().at.begin == token.at.begin && dates.front().has_day) {
      i = std::max(i + 1, scan.range(dates.front().at).second);
      day = true;
    } else if (token.kind != lexicon::TokenKind::word || record.has(token.at, "word.weekday")) {
      ++i;
    } else {
      break;
    }
  }
  return day ? i : first;
}

void add_says(const Gathering& record, base::Span at, Contribution& contribution) {
  if (record.has(at, "contribution.none-known")) contribution.no_concerns = true;
  bool sentences = false;
  for (const language::Sentence& sentence : record.language.sentences_over(at)) {
    base::Span part = {std::max(sentence.at.begin, at.begin), std::min(sentence.at.end, at.end)};
    sentences = true;
    bool nothing = record.has(part, "contribution.none-known");
    if (record.has(part, "contribution.gap")) continue;
    std::size_t content = telling_words(record, part);
    if (content >= specific_content + (nothing ? beyond_nothing_known : 0)) contribution.says.push_back(sentence.at);
  }
  // A cell of a few words is no sentence, and may say a good deal.
  bool told = !sentences && !record.has(at, "contribution.gap") && !contribution.no_concerns;
  if (told && telling_words(record, at) >= specific_content) contribution.says.push_back(at);
}

void mark_gap(const Gathering& record, base::Span at, base::Span following, Contribution& contribution) {
  contribution.gap = true;
  base::Span wider = base::join(at, following);
  contribution.gap_explained = record.has(wider, "contribution.gap-consequence");
}

base::Span first_sentence(const Gathering& record, base::Span at) {
  for (const language::Sentence& sentence : record.language.sentences_over(at)) {
    if (at.contains(sentence.at)) return sentence.at;
  }
  return at;
}

bool bare(const Gathering& record, base::Span value) {
  return record.blank(value) || (record.words(value) < 2 && record.content(value) < 2);
}

void judge_answer(const Gathering& record, base::Span words, base::Span whole, bool answered, Contribution& fact) {
  base::Span opening = first_sentence(record, words);
  bool filled = record.has(whole, "contribution.gap-filled");
  add_says(record, words, fact);
  if (record.has(words, "contribution.gap") && !filled) mark_gap(record, whole, words, fact);
  bool begins_with_gap = fact.gap && record.has(opening, "contribution.gap");
  fact.contributed = answered && !begins_with_gap;
  if (begins_with_gap) fact.says.clear();
}

std::uint32_t next_sentence_end(const Gathering& record, const Outsiders& outsiders, base::Span at) {
  const auto& sentences = record.language.sentences;
  std::size_t i = 0;
  while (i < sentences.size() && sentences[i].at.end < at.end) ++i;
  std::uint32_t end = at.end;
  for (std::size_t next = i + 1; next < sentences.size() && next <= i + sentences_following; ++next) {
    if (sentences[next].unit != sentences[i].unit) break;
    Naming other = outsiders.first_in(sentences[next].at);
    auto [first, last] = record.language.scan.range(sentences[next].at);
    const language::Date* dated = record.date(sentences[next].at);
    if (dated != nullptr && dated->at.begin == sentences[next].at.begin) break;  // the next entry
    bool follows = record.has(sentences[next].at, "contribution.gap-consequence");
    if (other.last > 0 && other.first < first + 2 && last > first && !follows) break;  // begins to tell of another
    end = sentences[next].at.end;
  }
  return end;
}

bool nearest_section(const Gathering& record, const form::Unit& unit, std::initializer_list<std::string_view> kinds) {
  for (std::int32_t section = unit.section; section >= 0;) {
    const form::Section& s = record.form.sections[static_cast<std::size_t>(section)];
    if (s.own != 0) {
      std::string_view name = record.lexicon.section_name(s.own);
      return std::find(kinds.begin(), kinds.end(), name) != kinds.end();
    }
    section = s.parent;
  }
  return false;
}

Day horizon(const Gathering& record, const Facts& facts) {
  Day first = language::no_day;
  for (const RecordDate& date : facts.dates) {
    if (date.day == language::no_day || date.impossible) continue;
    if (!record.is_field(date.field, {"referral-date", "contact-date", "start-date", "strategy-date"})) continue;
    if (first == language::no_day || date.day < first) first = date.day;
  }
  if (first != language::no_day) return first - days_before_referral;
  return record.language.record_day == language::no_day ? language::no_day
                                                        : record.language.record_day - days_before_completion;
}

}  // namespace facts
