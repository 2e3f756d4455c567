// Statements of sentences, and of whole units: fields, questions, ticks, rows and help text.
#pragma once

#include <vector>

#include "document/document.h"
#include "language/attribution.h"
#include "language/reading.h"

namespace language {

// Whose words a unit's text is where the text itself doesn't say: a row's agency, a label's person, a question's child.
struct Voice {
  Source source = Source::worker;
  EntityId who = nobody;
  bool given = false;
};

// `index`: of the unit; `cell`: of the form's cells, which a row's text stands in, or -1.
Voice voice_of(const Scene& scene, std::uint32_t index, std::int32_t cell = -1);

// Statements of one sentence: the main fact first, spanning the sentence; then each further clause's own. `index` is
// the sentence's; `base` the number of statements made so far (for `back`).
std::vector<Statement> statements_of(const Scene& scene, const Reading& reading, bool general, const Voice& voice,
                                     std::uint32_t index, std::int32_t base);

// The statement of a unit that is no prose, as a whole.
Statement unit_statement(const Scene& scene, const document::Document& document, std::uint32_t unit);

// The main statement of any stretch of tokens of a unit, read as one sentence.
Statement statement_of(const Scene& scene, std::size_t first, std::size_t last, std::uint32_t unit, EntityId addressee,
                       const Voice& voice = {});

// Gives the sentences of a paragraph the source that a bracketed remark behind them names.
void give_sources(const Scene& scene, const std::vector<SentenceTokens>& sentences, Annotations& out);

}  // namespace language
