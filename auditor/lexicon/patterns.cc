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

base::Status Patterns::add(const std::string& written, bool exact_case, std::uint16_t concept_id) {
  const auto number = static_cast<std::uint32_t>(all_.size());
  const auto [same, is_new] = numbers_.try_emplace({written, exact_case}, number);
  if (is_new) {
    base::Result<Pattern> pattern = Pattern::compile(written, exact_case);
    if (!pattern) return pattern.error();
    Required required = required_of(written);
    for (std::string& literal : required.one_of) literals_.add(std::move(literal), number);
    if (required.one_of.empty()) unrequired_.push_back(number);
    all_.push_back(
        {std::move(pattern).value(), {}, !required.one_of.empty(), required.bytes_before, required.breaks_before});
  }
  all_[same->second].owners.push_back(concept_id);
  return base::Done{};
}

std::vector<Patterns::Match> Patterns::matches(std::string_view text) const {
  std::vector<Match> out;
  Searched searched(text);
  if (has_odd_case(text)) {
    for (std::uint32_t i = 0; i < all_.size(); ++i) find(i, searched, {}, out);
    return out;
  }
  std::vector<Place> places;
  literals_.each(text, [&](std::uint32_t pattern, std::size_t at) {
    places.push_back({pattern, static_cast<std::uint32_t>(at)});
  });
  std::stable_sort(places.begin(), places.end(), [](const Place& a, const Place& b) { return a.pattern < b.pattern; });
  auto unrequired = unrequired_.begin();
  for (std::size_t first = 0, last = 0; first < places.size(); first = last) {
    const std::uint32_t pattern = places[first].pattern;
    for (; unrequired != unrequired_.end() && *unrequired < pattern; ++unrequired) find(*unrequired, searched, {}, out);
    while (last < places.size() && places[last].pattern == pattern) ++last;
    find(pattern, searched, std::span<const Place>(places).subspan(first, last - first), out);
  }
  for (; unrequired != unrequired_.end(); ++unrequired) find(*unrequired, searched, {}, out);
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
  Searched searched(text);
  return std::any_of(all_.begin(), all_.end(), [&](const Known& known) {
    const bool its = std::find(known.owners.begin(), known.owners.end(), concept_id) != known.owners.end();
    return its && !known.pattern.find_all(searched).empty();
  });
}

}  // namespace lexicon
