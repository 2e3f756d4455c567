#include "evaluation/whole.h"

namespace evaluation {
namespace {

using base::Span;
using document::Block;
using document::Document;
using document::Table;

bool index_ok(std::int32_t index, std::size_t size) {
  return index == -1 || (index >= 0 && static_cast<std::size_t>(index) < size);
}

}  // namespace

bool holds_together(const Outcome& outcome) {
  const Document& document = outcome.document;
  auto span_ok = [&](Span at) {
    return at.begin <= at.end && (document.text.empty() || at.end <= document.text.size());
  };
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    if (!span_ok(block.at) || !span_ok(block.label)) return false;
    if (block.at.end > document.text.size() || block.label.end > document.text.size()) return false;
    if (!index_ok(block.parent, i) || !index_ok(block.table, document.tables.size())) return false;
    if (block.table < 0) continue;
    const Table& table = document.tables[static_cast<std::size_t>(block.table)];
    if (block.row >= table.rows || block.column >= table.columns) return false;
  }
  for (const Table& table : document.tables) {
    if (!index_ok(table.parent, document.blocks.size())) return false;
  }
  for (const Answer& answer : outcome.items) {
    for (const Evidence& evidence : answer.evidence) {
      if (!span_ok(evidence.at)) return false;
    }
    for (const NearMiss& miss : answer.near_misses) {
      if (!span_ok(miss.at)) return false;
    }
  }
  for (const Flag& flag : outcome.flags) {
    if (!span_ok(flag.at)) return false;
  }
  for (const OwnFact& fact : outcome.own_facts.facts) {
    if (!span_ok(fact.at)) return false;
  }
  for (const Passage& passage : outcome.passages) {
    if (!span_ok(passage.at)) return false;
    for (const Passage::Word& word : passage.words) {
      if (word.begin < passage.at.begin || word.begin >= passage.at.end) return false;
    }
  }
  return true;
}

}  // namespace evaluation
