// Sentences of a passage. ICU's rules find the candidates; abbreviations, dates, times and initials that the rules trip
// over are mended, and a line end closes a sentence always. The only door to ICU's break iterator.
#pragma once

#include <string_view>
#include <vector>

#include "base/span.h"

namespace language {

// Spans of the sentences in `at`, in order, without surrounding blanks; semicolons don't part sentences.
std::vector<base::Span> sentences_of(std::string_view text, base::Span at);

}  // namespace language
