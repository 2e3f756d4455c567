// Sentences of a passage. ICU's rules find the candidates; abbreviations, dates, times and initials that the rules trip
// over are mended, and a line end closes a sentence always. The only door to ICU's break iterator.
#pragma once

#include <unicode/uversion.h>

#include <memory>
#include <string_view>
#include <vector>

#include "base/span.h"

U_NAMESPACE_BEGIN
class BreakIterator;
U_NAMESPACE_END

namespace language {

// Spans of the sentences in `at`, in order, without surrounding blanks; semicolons don't part sentences.
std::vector<base::Span> sentences_of(std::string_view text, base::Span at);

// The same of many passages, for which the rules are made ready once. For one thread.
class SentenceRules {
 public:
  SentenceRules();
  ~SentenceRules();
  SentenceRules(const SentenceRules&) = delete;
  SentenceRules& operator=(const SentenceRules&) = delete;

  std::vector<base::Span> sentences_of(std::string_view text, base::Span at);

 private:
  std::unique_ptr<icu::BreakIterator> breaks_;  // null where ICU has none
};

}  // namespace language
