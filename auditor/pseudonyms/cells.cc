#include "pseudonyms/cells.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <tuple>

#include "base/utf8.h"
#include "lexicon/tokens.h"
#include "pseudonyms/marks.h"
#include "pseudonyms/vocabulary.h"

namespace pseudonyms {
namespace {

using document::Block;

// The head in small letters, without marks and brackets: "Child's name(s):" is "child's name".
std::string head_of(std::string_view text) {
  std::string folded = base::fold_case(base::on_one_line(text));
  folded.resize(std::min(folded.find('('), folded.size()));
  while (!folded.empty() && std::string_view(" :*.").find(folded.back()) != std::string_view::npos) folded.pop_back();
  return folded;
}

bool heads_names(const std::string& head) {
  static constexpr std::array<std::string_view, 20> heads = {"name",
                                                             "names",
                                                             "child's name",
                                                             "child name",
                                                             "name of child",
                                                             "full name",
                                                             "first name",
                                                             "forename",
                                                             "forenames",
                                                             "first names",
                                                             "known as",
                                                             "preferred name",
                                                             "also known as",
                                                             "child",
                                                             "young person",
                                                             "name of young person",
                                                             "name of child or young person",
                                                             "child/young person",
                                                             "children",
                                                             "child’s name"};
  return among(head, heads);
}

bool heads_births(const std::string& head) {
  static constexpr std::array<std::string_view, 8> heads = {
      "dob", "d.o.b", "date of birth", "birth date", "birthdate", "dates of birth", "date of birth/edd", "born"};
  return among(head, heads) || (head.size() < 40 && head.find("date of birth") != std::string::npos);
}

// The name that a cell is, or nothing: up to four words with capitals, and no more than an age behind them.
Written name_in(std::string_view cell) {
  Written name;
  if (cell.size() > 48) return name;
  for (const lexicon::Token& token : lexicon::tokens_of(cell)) {
    const std::string word = lexicon::folded_word(token.at.of(cell));
    if (token.kind != lexicon::TokenKind::word) {
      if (word == "." && !name.words.empty() && name.words.back().size() == 1) continue;
      break;
    }
    static constexpr std::array<std::string_view, 34> nobody = {
        "none",   "unknown", "not",     "yes",    "no",   "all",          "both",     "as",     "see",
        "same",   "other",   "details", "unborn", "baby", "child",        "children", "parent", "self",
        "family", "to",      "be",      "date",   "name", "relationship", "role",     "the",    "a",
        "gender", "male",    "female",  "boy",    "girl", "section",      "address"};
    if (name.words.empty() && is_title(word)) {
      name.title = word;
      continue;
    }
    if (!token.capital || among(word, nobody) || Vocabulary::get().kept(word) || name.words.size() == 4) return {};
    name.words.push_back(word);
  }
  if (name.words.size() == 1 && name.words[0].size() < 2) return {};
  return name;
}

void note(std::string_view cell, Known& known, Kind kind) {
  const Written name = name_in(cell);
  if (name.words.empty()) return;
  if (known.circle.meant(name).nobody()) known.circle.add_stranger(name, base::on_one_line(cell), kind);
}

using Grid = std::map<std::tuple<std::int32_t, std::uint32_t, std::uint32_t>, const Block*>;

}  // namespace

void learn_cells(const evaluation::Outcome& outcome, Known& known) {
  const document::Document& document = outcome.document;
  Grid grid;
  for (const Block& block : document.blocks) {
    if (block.kind == document::BlockKind::cell) grid[{block.table, block.row, block.column}] = &block;
    if (block.kind != document::BlockKind::field || block.label.empty()) continue;
    const std::string head = head_of(block.label.of(document.text));
    const std::string_view value = base::trimmed(base::Span{block.label.end, block.at.end}.of(document.text));
    if (heads_names(head)) note(value, known, Kind::child);
    if (heads_births(head)) {
      if (const std::string day = date_of(value); !day.empty() && value.size() < 24) known.births.insert(day);
    }
  }
  for (const auto& [place, block] : grid) {
    const auto [table, row, column] = place;
    const std::string head = head_of(block->at.of(document.text));
    const bool names = heads_names(head), births = heads_births(head);
    if (!names && !births) continue;
    // To the right of the head and below it, as far as what stands there is of that kind.
    for (const bool below : {false, true}) {
      std::uint32_t r = row, c = column;
      for (;;) {
        r += below ? block->row_span : 0;
        c += below ? 0 : block->column_span;
        const auto next = grid.find({table, r, c});
        if (next == grid.end()) break;
        const std::string_view said = base::trimmed(next->second->at.of(document.text));
        if (births) {
          const std::string day = said.size() < 40 ? date_of(said.substr(0, 20)) : "";
          if (day.empty()) break;
          known.births.insert(day);
        } else {
          const std::string other = head_of(said);
          if (said.empty() || heads_births(other) || heads_names(other)) break;
          const bool first = below ? row == 0 : column == 0 && row > 0;
          if (!first) break;
          note(said, known,
               head.find("child") != std::string::npos || head.find("young") != std::string::npos ? Kind::child
                                                                                                  : Kind::person);
          if (!below && c - column > 6) break;
        }
      }
    }
  }
}

}  // namespace pseudonyms
