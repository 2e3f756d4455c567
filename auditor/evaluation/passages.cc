#include "evaluation/passages.h"

#include <algorithm>
#include <array>

#include "evaluation/answer.h"

namespace evaluation {
namespace {

// What systems copy from one record to the next by design.
constexpr std::array<std::string_view, 4> copied_sections = {"reason", "household", "details", "chronology"};
// What brothers and sisters share.
constexpr std::array<std::string_view, 2> history_sections = {"history", "previous"};

template <std::size_t N>
bool in_section(const checklist::Record& record, const form::Unit& unit, const std::array<std::string_view, N>& kinds) {
  for (std::int32_t s = unit.section; s >= 0; s = record.form.sections[static_cast<std::size_t>(s)].parent) {
    const form::Section& section = record.form.sections[static_cast<std::size_t>(s)];
    for (lexicon::SectionId id : {section.own, section.kind}) {
      if (id != 0 && std::find(kinds.begin(), kinds.end(), record.lexicon.section_name(id)) != kinds.end()) return true;
    }
  }
  return false;
}

std::uint32_t hash_of(std::string_view word) {
  std::uint32_t hash = 2166136261u;
  for (char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return hash;
}

class Reader {
 public:
  explicit Reader(const checklist::Record& record)
      : record_(record), named_(record.language.scan.tokens.size(), false) {
    // Names and pronouns change when a passage is copied; so do titles, which a mention holds.
    for (const language::Mention& mention : record.language.mentions) {
      auto [first, last] = record.language.scan.range(mention.at);
      for (std::size_t i = first; i < last; ++i) {
        const language::Role role = mention.who == language::nobody
                                        ? language::Role::unknown
                                        : record.language.people[static_cast<std::size_t>(mention.who)].role;
        named_[i] = named_[i] || mention.pronoun || role != language::Role::agency;
      }
    }
  }

  void add(base::Span at, Passage& passage, std::uint32_t& ordinal) const {
    const lexicon::Scan& scan = record_.language.scan;
    auto [first, last] = scan.range(at);
    bool opening = true;
    for (std::size_t i = first; i < last; ++i) {
      const lexicon::Token& token = scan.tokens[i];
      std::string_view text = token.at.of(record_.document.text);
      if (token.kind == lexicon::TokenKind::punctuation) {
        opening = opening || text == "." || text == "?" || text == "!" || text == ":";
        continue;
      }
      bool changes = named_[i] || token.kind == lexicon::TokenKind::number || (token.capital && !opening) ||
                     text == "'s" || text == "\u2019s";
      if (!changes) passage.words.push_back({hash_of(lexicon::folded_in(text, room_)), token.at.begin, ordinal});
      ++ordinal;
      opening = false;
    }
  }

 private:
  const checklist::Record& record_;
  std::vector<bool> named_;
  mutable std::string room_;  // of a word that is folded
};

}  // namespace

std::vector<Passage> passages(const checklist::Record& record) {
  std::vector<Passage> out;
  Reader reader(record);
  std::uint32_t ordinal = 0;
  std::int64_t last_unit = -2;
  std::int32_t last_section = -1;
  bool open = false;
  auto close = [&] {
    if (open && ordinal < least_passage_words) out.pop_back();
    open = false;
  };
  for (const form::Passage& passage : record.form.passages) {
    const form::Unit& unit = record.form.units[passage.unit];
    if (unit.kind == form::UnitKind::help || in_section(record, unit, copied_sections)) continue;
    bool goes_on = open && passage.cell < 0 && unit.kind == form::UnitKind::prose && unit.section == last_section &&
                   static_cast<std::int64_t>(passage.unit) - last_unit <= 1;
    if (!goes_on) {
      close();
      ordinal = 0;
      Passage& made = out.emplace_back();
      made.at = passage.at;
      made.section = place_of(record, passage.at).section;
      made.history = in_section(record, unit, history_sections);
      open = true;
    }
    out.back().at.end = passage.at.end;
    reader.add(passage.at, out.back(), ordinal);
    last_unit = unit.kind == form::UnitKind::prose && passage.cell < 0 ? static_cast<std::int64_t>(passage.unit) : -2;
    last_section = unit.section;
  }
  close();
  return out;
}

}  // namespace evaluation
