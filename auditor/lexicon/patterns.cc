#include "lexicon/patterns.h"

#include <string.h>

#include <algorithm>

#include "lexicon/required.h"

namespace lexicon {
namespace {

// Of the ASCII letters, k and s are other characters' other cases too: literals don't tell of a text that has those.
bool has_odd_case(std::string_view text) {
  return text.find("\u212A") != std::string_view::npos || text.find("\u017F") != std::string_view::npos;
}

// Where the line begins that so many runs of line breaks lie between it and the place; not before `floor`.
std::size_t line_before(std::string_view text, std::size_t floor, std::size_t at, std::size_t breaks) {
  constexpr std::string_view blanks = " \t\n\v\f\r";
  while (at > floor) {
    const void* before = ::memrchr(text.data() + floor, '\n', at - floor);
    if (before == nullptr) return floor;
    const auto line_break = static_cast<std::size_t>(static_cast<const char*>(before) - text.data());
    if (breaks == 0) return line_break + 1;
    --breaks;
    const std::size_t last = text.find_last_not_of(blanks, line_break);
    if (last == std::string_view::npos) return floor;
    at = last + 1;
  }
  return floor;
}

}  // namespace

void Patterns::Index::add(const Known& known, std::uint32_t number) {
  for (const std::string& literal : known.literals) literals.add(literal, number);
  if (known.literals.empty()) unrequired.insert(std::upper_bound(unrequired.begin(), unrequired.end(), number), number);
}

base::Status Patterns::add(const std::string& written, bool exact_case, std::uint16_t concept_id, bool brief) {
  const auto number = static_cast<std::uint32_t>(all_.size());
  const auto [same, is_new] = numbers_.try_emplace({written, exact_case}, number);
  if (is_new) {
    base::Result<Pattern> pattern = Pattern::compile(written, exact_case);
    if (!pattern) return pattern.error();
    Required required = required_of(written);
    all_.push_back({std::move(pattern).value(),
                    {},
                    false,
                    std::move(required.one_of),
                    required.bytes_before,
                    required.breaks_before});
    all_index_.add(all_.back(), number);
  }
  Known& known = all_[same->second];
  if (brief && !known.brief) brief_index_.add(known, same->second);
  known.brief = known.brief || brief;
  known.owners.push_back(concept_id);
  of_concept_[concept_id].push_back(same->second);
  return base::Done{};
}

// Where the literals of patterns stand, pattern by pattern.
std::vector<Patterns::Place> Patterns::places_in(std::string_view text, const Index& index,
                                                 std::span<const std::uint32_t> only) const {
  std::vector<Place> places;
  index.literals.each(text, [&](std::uint32_t pattern, std::size_t at) {
    if (only.empty() || std::find(only.begin(), only.end(), pattern) != only.end())
      places.push_back({pattern, static_cast<std::uint32_t>(at)});
  });
  std::stable_sort(places.begin(), places.end(), [](const Place& a, const Place& b) { return a.pattern < b.pattern; });
  return places;
}

std::vector<Patterns::Match> Patterns::matches(std::string_view text, Choice choice) const {
  std::vector<Match> out;
  Searched searched(text);
  if (has_odd_case(text)) {
    for (std::uint32_t i = 0; i < all_.size(); ++i) {
      if (choice == Choice::all || all_[i].brief) find(i, searched, {}, out);
    }
    return out;
  }
  const Index& index = choice == Choice::all ? all_index_ : brief_index_;
  const std::vector<Place> places = places_in(text, index, {});
  auto unrequired = index.unrequired.begin();
  const auto until = [&](std::uint32_t pattern) {
    for (; unrequired != index.unrequired.end() && *unrequired < pattern; ++unrequired)
      find(*unrequired, searched, {}, out);
  };
  for (std::size_t first = 0, last = 0; first < places.size(); first = last) {
    const std::uint32_t pattern = places[first].pattern;
    until(pattern);
    while (last < places.size() && places[last].pattern == pattern) ++last;
    find(pattern, searched, std::span<const Place>(places).subspan(first, last - first), out);
  }
  until(static_cast<std::uint32_t>(all_.size()));
  return out;
}

// Near the places of its literals, or everywhere where there are none given.
void Patterns::find(std::uint32_t number, Searched& searched, std::span<const Place> places,
                    std::vector<Match>& out) const {
  const Known& known = all_[number];
  std::vector<base::Span> found;
  std::size_t from = 0;
  if (places.empty() || (known.bytes_before == Required::any && known.breaks_before == Required::any)) {
    found = known.pattern.find_all(searched);
  } else {
    const std::string_view text = searched.text();
    std::size_t done = 0;  // no other match begins before
    for (const Place& place : places) {
      if (place.at < done) continue;
      std::size_t begin = std::max(done, place.at - std::min<std::size_t>(place.at, known.bytes_before));
      if (known.breaks_before != Required::any) begin = line_before(text, begin, place.at, known.breaks_before);
      if (!known.pattern.find_in(searched, {static_cast<std::uint32_t>(begin), place.at}, from, found)) break;
      done = std::max<std::size_t>(from, place.at + 1);
    }
  }
  for (base::Span at : found) out.push_back({at, number});
}

bool Patterns::finds(std::string_view text, std::uint16_t concept_id) const {
  const auto its = of_concept_.find(concept_id);
  if (its == of_concept_.end()) return false;
  const std::vector<std::uint32_t>& numbers = its->second;
  Searched searched(text);
  std::vector<Match> out;
  std::vector<Place> places;
  const bool odd = has_odd_case(text);
  if (!odd) {
    const bool brief = std::all_of(numbers.begin(), numbers.end(), [&](std::uint32_t n) { return all_[n].brief; });
    places = places_in(text, brief ? brief_index_ : all_index_, numbers);
  }
  return std::any_of(numbers.begin(), numbers.end(), [&](std::uint32_t number) {
    const auto its_own = std::ranges::equal_range(places, number, {}, &Place::pattern);
    if (odd || all_[number].literals.empty() || !its_own.empty()) find(number, searched, its_own, out);
    return !out.empty();
  });
}

}  // namespace lexicon
