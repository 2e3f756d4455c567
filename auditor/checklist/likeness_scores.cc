// What a statement is, as rows of weights, and their sums.
#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "checklist/column_sums.h"
#include "checklist/likeness.h"
#include "language/annotate.h"
#include "language/plain_words.h"

namespace checklist {
namespace {

using language::Statement;

constexpr float full_content = 8;  // content words beyond which more count for nothing

}  // namespace

Likeness::WordRows Likeness::word_rows(const Record& record) const {
  WordRows out;
  const std::vector<std::string> plain = language::plain_words(record.language, record.document.text);
  out.reserve(plain.size());
  for (const std::string& word : plain) {
    auto at = word.empty() ? words_.end() : words_.find(word);
    out.push_back(at == words_.end() ? 0 : at->second);
  }
  return out;
}

void Likeness::hold(const Record& record, const Place& place, const WordRows& words, Held& held) const {
  const Statement& s = *place.statement;
  held.clear();
  for (const lexicon::Hit& hit : record.language.scan.within(s.at)) {
    held.take(concept_rows_[hit.concept_id]);
    held.take(family_rows_[hit.concept_id]);
  }
  for (base::Span head : language::heads_of(record.form, s)) {
    for (const lexicon::Hit& hit : record.language.scan.within(head)) held.take(under_rows_[hit.concept_id]);
  }
  const form::Unit& unit = record.form.units[s.unit];
  lexicon::SectionId section = record.form.section_kind(unit);
  if (section < section_rows_.size()) held.take(section_rows_[section]);
  for (lexicon::FieldId field : language::fields_of(record.form, s)) {
    if (field < field_rows_.size()) held.take(field_rows_[field]);
  }
  const auto row = [](const Rows& rows, auto value) { return rows[static_cast<std::size_t>(value)]; };
  const auto take_telling = [&](const Telling& rows, const Statement& of) {
    held.take(row(rows.frame, of.frame));
    held.take(row(rows.source, of.source));
    held.take(row(rows.about, of.about));
    held.take(row(rows.mood, of.mood));
    held.take(row(rows.time, of.time));
  };
  take_telling(traits_.telling, s);
  if (s.told) held.take(row(traits_.told_frame, s.told_frame));
  held.take(row(traits_.polarity, s.polarity));
  held.take(row(traits_.standing, s.standing));
  held.take(row(traits_.unit, unit.kind));
  held.take(row(traits_.length, language::length_of(record.language, s)));
  if (s.main) held.take(traits_.main);
  if (s.general) held.take(traits_.general);
  if (s.process) held.take(traits_.process);
  const auto named = language::named_in(record.language, s.at);
  for (std::size_t role = 0; role < named.size(); ++role) {
    if (named[role] > 0) held.take(traits_.names[role]);
    if (named[role] > 1) held.take(traits_.names_two[role]);
  }
  for (std::size_t item : place.quoted_for) held.take(quoted_rows_[item]);
  for (auto [i, last] = record.language.scan.range(s.at); i < last; ++i) held.take(words[i]);
  for (const auto& [rows, other] : {std::pair(&before_, place.before), std::pair(&after_, place.after)}) {
    if (other == nullptr) continue;
    for (const lexicon::Hit& hit : record.language.scan.within(other->at))
      held.take(rows->concept_rows[hit.concept_id]);
    take_telling(rows->telling, *other);
  }
}

// How much of its row a statement's content counts for; it is summed last.
float Likeness::content_of(const Place& place) const {
  return traits_.content == 0 ? 0.0F
                              : std::min(static_cast<float>(place.statement->content), full_content) / full_content;
}

// In whole steps, a part of the rows at a time so that no sum overflows; no aspect is had to less than nothing.
void Likeness::degrees(std::span<const std::uint32_t> rows, float content, std::vector<float>& out) const {
  using Sums = ColumnSums<std::int16_t>;
  constexpr std::size_t most_rows = INT16_MAX / Aspects::most_steps;
  const std::int16_t* last = weights_of(traits_.content);
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = content * static_cast<float>(last[i]);
  std::array<std::int16_t, Sums::columns> part{};
  while (!rows.empty()) {
    const std::span<const std::uint32_t> some = rows.first(std::min(most_rows, rows.size()));
    rows = rows.subspan(some.size());
    for (std::size_t from = 0; from < stride_; from += Sums::columns) {
      Sums sums;
      for (const std::uint32_t row : some) sums.add(weights_of(row) + from);
      sums.put(part.data());
      for (std::size_t i = 0; i < part.size(); ++i) out[from + i] += static_cast<float>(part[i]);
    }
  }
  for (std::size_t i = 0; i < aspects_.count(); ++i) {
    out[i] = std::max(aspects_.base(i) + aspects_.step() * out[i], 0.0F);
  }
}

Likeness::Scores Likeness::scores(const Record& record, const std::vector<Place>& places, const WordRows& words) const {
  Scores out(items_.size(), places.size());
  Held held(names_.size());
  std::vector<float> had(stride_), sums;
  for (std::size_t place = 0; place < places.size(); ++place) {
    hold(record, places[place], words, held);
    degrees(held.rows(), content_of(places[place]), had);
    aspects_.log_odds(had, sums);
    float* to = out.sums_.data() + place;
    for (std::size_t column = 0; column < sorts * items_.size(); ++column, to += places.size()) *to = sums[column];
  }
  return out;
}

std::vector<std::string> Likeness::grounds(const Record& record, const Place& place, const WordRows& words,
                                           std::string_view item, std::size_t most) const {
  int at = column(item);
  if (at < 0) return {};
  Held held(names_.size());
  hold(record, place, words, held);
  std::vector<float> had(stride_);
  degrees(held.rows(), content_of(place), had);
  std::vector<std::pair<float, std::uint32_t>> parts;
  // Exact, since what is had of an aspect is a sum.
  const auto take = [&](std::uint32_t row, float value) {
    float part = 0;
    for (std::size_t i = 0; i < aspects_.count(); ++i) {
      if (had[i] > 0)
        part += value * static_cast<float>(weights_of(row)[i]) * aspects_.worth(i, static_cast<std::size_t>(at));
    }
    if (row != 0 && part > 0) parts.emplace_back(-part, row);
  };
  for (const std::uint32_t row : held.rows()) take(row, 1.0F);
  take(traits_.content, content_of(place));
  std::sort(parts.begin(), parts.end());
  std::vector<std::string> out;
  for (std::size_t i = 0; i < parts.size() && i < most; ++i) out.push_back(names_[parts[i].second]);
  return out;
}

}  // namespace checklist
