// Quotations that run over several sentences: "He said: "I hate it. I want to go home."": the second sentence begins
// inside what the first has opened, and is the same speaker's.
#pragma once

#include <cstddef>
#include <vector>

#include "language/mentions.h"
#include "language/statements.h"

namespace language {

inline constexpr std::size_t no_sentence = static_cast<std::size_t>(-1);

// For each sentence the one in which the quotation was opened that it begins inside of; no_sentence for most. A mark
// that is not closed within the passage, or very late, opens nothing.
std::vector<std::size_t> opened_before(const Words& words, const std::vector<SentenceTokens>& sentences);

// Gives statements inside such a quotation the source of whoever's words its opening is, where nothing else did.
// `opened`: opened_before of the sentences.
void give_quotes(const Scene& scene, const std::vector<SentenceTokens>& sentences,
                 const std::vector<std::size_t>& opened, Annotations& out);

}  // namespace language
