// What lies at a place, found without a look at the whole record: a long one has tens of thousands of everything.
#include "language/annotations.h"

#include <algorithm>

namespace language {

// Neither dates nor sentences overlap one another.
std::span<const Date> Annotations::dates_in(base::Span at) const {
  const auto before = [](const Date& date, std::uint32_t offset) { return date.at.begin < offset; };
  const auto first = std::lower_bound(dates.begin(), dates.end(), at.begin, before);
  auto last = std::lower_bound(first, dates.end(), at.end, before);
  if (last != first && std::prev(last)->at.end > at.end) --last;
  return {first, last};
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
