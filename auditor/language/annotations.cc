// What lies at a place, found without a look at the whole record: a long one has tens of thousands of everything.
#include "language/annotations.h"

#include <algorithm>

namespace language {

// Neither dates nor sentences overlap one another.
std::span<const Date> Annotations::dates_from(std::uint32_t offset) const {
  const auto before = [](const Date& date, std::uint32_t place) { return date.at.begin < place; };
  return {std::lower_bound(dates.begin(), dates.end(), offset, before), dates.end()};
}

std::span<const Date> Annotations::dates_in(base::Span at) const {
  const std::span<const Date> from = dates_from(at.begin);
  std::size_t count = from.size() - dates_from(std::max(at.begin, at.end)).size();
  if (count > 0 && from[count - 1].at.end > at.end) --count;
  return from.first(count);
}

std::span<const Mention> Annotations::mentions_from(base::Span at) const {
  const auto before = [](const Mention& mention, std::uint32_t place) { return mention.at.begin < place; };
  const auto first = std::lower_bound(mentions.begin(), mentions.end(), at.begin, before);
  // Those within are few, or wanted one and all.
  return {first, std::find_if_not(first, mentions.end(), [&](const Mention& m) { return before(m, at.end); })};
}

std::span<const Sentence> Annotations::sentences_over(base::Span at) const {
  const auto first =
      std::upper_bound(sentences.begin(), sentences.end(), at.begin,
                       [](std::uint32_t offset, const Sentence& sentence) { return offset < sentence.at.end; });
  const auto last =
      std::lower_bound(first, sentences.end(), at.end,
                       [](const Sentence& sentence, std::uint32_t offset) { return sentence.at.begin < offset; });
  return {first, last};
}

}  // namespace language
