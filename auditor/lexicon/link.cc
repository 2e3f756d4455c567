// From what is written to terms that can be matched, once every file has been seen: terms may use forms and concepts of
// files that come later.
#include <algorithm>
#include <array>
#include <functional>

#include "base/limits.h"
#include "lexicon/content.h"
#include "lexicon/plain_term.h"

namespace lexicon {
namespace {

constexpr std::size_t help_words = 10 * base::limits::term_words;  // of one help text; the longest of ours has some 50

// Of the concepts that form, and who reads its fields, ask labels, lines and values for.
constexpr std::array<std::string_view, 8> brief_families = {"form",      "help",     "type",        "name.first",
                                                            "yes-value", "no-value", "blank-value", "placeholder"};

base::Error no_concept(std::string_view name) {
  return {base::ErrorCode::bad_checklist,
          "",
          0,
          0,
          "there is no concept '" + std::string(name) + "'",
          "name a concept of this checklist's lexicons"};
}

}  // namespace

// The first term that can't be read.
base::Status Lexicon::Content::check_terms() const {
  for (const Register* all : {&concepts, &sections, &fields, &section_words}) {
    for (const Entry& entry : all->entries) {
      for (const Written& written : entry.terms) {
        base::Result<std::vector<TermSpec>> specs = parse_term(written.text);
        if (!specs) return written.error(specs.error());
      }
    }
  }
  return base::Done{};
}

// A concept's level is one more than the highest that its terms refer to; a circle has none.
base::Status Lexicon::Content::order_concepts(std::vector<std::size_t>& level_of,
                                              std::vector<std::vector<std::uint16_t>>& uses) {
  for (std::size_t id = 1; id < concepts.entries.size(); ++id) {
    for (const Written& written : concepts.entries[id].terms) {
      if (written.text.find('{') == std::string_view::npos) continue;
      const base::Result<std::vector<TermSpec>> specs = parse_term(written.text);
      if (!specs) return written.error(specs.error());
      for (const SlotSpec& slot : specs.value().front().slots) {
        if (slot.kind != SlotSpec::Kind::reference) continue;
        std::uint16_t other = concepts.find(slot.name);
        if (other == 0) return written.error(no_concept(slot.name));
        uses[id].push_back(other);
        referred[other] = true;
      }
    }
  }
  enum : std::uint8_t { fresh, open, done };
  std::vector<std::uint8_t> state(uses.size(), fresh);
  std::function<bool(std::size_t)> visit = [&](std::size_t id) {
    if (state[id] == done) return true;
    if (state[id] == open) return false;
    state[id] = open;
    for (std::uint16_t other : uses[id]) {
      if (!visit(other)) return false;
      level_of[id] = std::max(level_of[id], level_of[other] + 1);
    }
    state[id] = done;
    return true;
  };
  for (std::size_t id = 1; id < uses.size(); ++id) {
    if (visit(id)) continue;
    const Entry& entry = concepts.entries[id];
    return entry.terms.front().error({base::ErrorCode::bad_checklist, "", 0, 0,
                                      "the concept '" + entry.name + "' refers to itself", "break the circle"});
  }
  return base::Done{};
}

// Marks what is asked of short texts; what that refers to, too, is the result.
std::vector<bool> Lexicon::Content::choose_brief(const std::vector<std::vector<std::uint16_t>>& uses) {
  is_brief.assign(concepts.entries.size(), false);
  for (std::string_view family : brief_families) {
    const auto found = families.find(family);
    if (found == families.end()) continue;
    for (ConceptId id : found->second) is_brief[id] = true;
  }
  std::vector<bool> needed = is_brief;
  std::vector<std::uint16_t> open;
  for (std::size_t id = 1; id < needed.size(); ++id) {
    if (needed[id]) open.push_back(static_cast<std::uint16_t>(id));
  }
  while (!open.empty()) {
    const std::uint16_t id = open.back();
    open.pop_back();
    for (std::uint16_t other : uses[id]) {
      if (!needed[other]) open.push_back(other);
      needed[other] = true;
    }
  }
  return needed;
}

base::Status Lexicon::Content::link(const TermSpec& spec) {
  draft.at_start = spec.at_start;
  for (const SlotSpec& written : spec.slots) {
    Slot slot;
    slot.kind = written.kind;
    slot.optional = written.optional;
    slot.longest = written.longest;
    for (const SlotWord& word : written.words)
      vocabulary.add_symbols(word.text, hash_of(word.text), word.kind, draft.symbols);
    if (written.kind == SlotSpec::Kind::reference) {
      slot.concept_id = concepts.find(written.name);
      if (slot.concept_id == 0) return no_concept(written.name);
    }
    draft.close(slot);
  }
  return base::Done{};
}

// To a pool, and to another that has these terms too.
base::Status Lexicon::Content::link_all(const Entry& entry, std::uint16_t owner, Pool& pool, Pool* too) {
  const auto add = [&] {
    pool.add(draft);
    if (too != nullptr) too->add(draft);
  };
  for (const Written& written : entry.terms) {
    draft.begin(owner);
    if (read_plain(written.text, vocabulary, concepts, draft)) {
      add();
      continue;
    }
    const base::Result<std::vector<TermSpec>> specs = parse_term(written.text);
    if (!specs) return written.error(specs.error());
    for (const TermSpec& spec : specs.value()) {
      draft.begin(owner);
      if (base::Status linked = link(spec); !linked) return written.error(linked.error());
      add();
    }
  }
  return base::Done{};
}

base::Status Lexicon::Content::link_patterns(const Entry& entry, ConceptId owner) {
  for (const Written& written : entry.patterns) {
    base::Status added = patterns.add(std::string(written.text), written.exact_case, owner, is_brief[owner]);
    if (!added) return written.error(added.error());
  }
  return base::Done{};
}

base::Status Lexicon::Content::link_register(const Register& all, Pool& pool) {
  std::size_t count = 0;
  for (const Entry& entry : all.entries) count += entry.terms.size();
  pool.expect(count);
  for (std::size_t id = 1; id < all.entries.size(); ++id) {
    base::Status status = link_all(all.entries[id], static_cast<std::uint16_t>(id), pool);
    if (!status) return status;
  }
  return base::Done{};
}

base::Status Lexicon::Content::link_helps() {
  for (const Written& help : helps.terms) {
    draft.begin(1);
    for (const Token& token : tokens_of(help.text)) {
      if (token.kind == TokenKind::punctuation) continue;
      const std::string word = folded_word(token.at.of(help.text));
      vocabulary.add_symbols(word, hash_of(word), SlotWord::Kind::exact, draft.symbols);
      draft.close({});
    }
    if (draft.slots.empty()) continue;
    if (draft.slots.size() > help_words) {
      return help.error({base::ErrorCode::bad_checklist, "", 0, 0,
                         "a help text has more than " + std::to_string(help_words) + " words",
                         "leave out its end: a text that begins with it is known"});
    }
    help_pool.add(draft);
  }
  return base::Done{};
}

base::Status Lexicon::Content::link_concepts() {
  // "a.b.c" is of the families "a.b.c", "a.b" and "a".
  for (std::size_t id = 1; id < concepts.entries.size(); ++id) {
    const std::string_view name = concepts.entries[id].name;
    for (std::size_t end = name.size(); end != std::string::npos && end > 0; end = name.rfind('.', end - 1)) {
      const std::string_view family = name.substr(0, end);
      auto place = families.find(family);
      if (place == families.end()) place = families.emplace(family, std::vector<ConceptId>()).first;
      place->second.push_back(static_cast<ConceptId>(id));
    }
  }
  referred.assign(concepts.entries.size(), false);
  std::vector<std::size_t> level_of(concepts.entries.size(), 0);
  std::vector<std::vector<std::uint16_t>> uses(concepts.entries.size());
  if (base::Status status = order_concepts(level_of, uses); !status) return status;
  std::vector<Pool>& levels = everything.levels;
  levels.assign(1 + *std::max_element(level_of.begin(), level_of.end()), Pool());
  const std::vector<bool> briefly = choose_brief(uses);
  brief.patterns = Patterns::Choice::brief;
  std::size_t brief_levels = 1;
  for (std::size_t id = 1; id < level_of.size(); ++id) {
    if (briefly[id]) brief_levels = std::max(brief_levels, level_of[id] + 1);
  }
  brief.levels.assign(brief_levels, Pool());
  std::vector<std::size_t> counts(levels.size(), 0);
  for (std::size_t id = 1; id < level_of.size(); ++id) counts[level_of[id]] += concepts.entries[id].terms.size();
  for (std::size_t level = 0; level < levels.size(); ++level) levels[level].expect(counts[level]);
  for (std::size_t id = 1; id < concepts.entries.size(); ++id) {
    const Entry& entry = concepts.entries[id];
    auto owner = static_cast<std::uint16_t>(id);
    const std::size_t level = level_of[id];
    Pool* const too = briefly[id] ? &brief.levels[level] : nullptr;
    if (base::Status status = link_all(entry, owner, levels[level], too); !status) return status;
    if (base::Status status = link_patterns(entry, owner); !status) return status;
  }
  return base::Done{};
}

base::Status Lexicon::Content::link_everything() {
  if (base::Status status = link_concepts(); !status) return status;
  if (base::Status status = link_register(sections, section_pool); !status) return status;
  if (base::Status status = link_register(fields, field_pool); !status) return status;
  if (base::Status status = link_register(section_words, words_pool); !status) return status;
  return link_helps();
}

base::Status Lexicon::finish() {
  Content& c = *content_;
  if (base::Status status = c.link_everything(); !status) {
    // A term that can't be read comes first, wherever it stands.
    base::Status readable = c.check_terms();
    return readable ? status : readable;
  }
  for (Among* among : {&c.everything, &c.brief}) {
    for (Pool& level : among->levels) level.finish(c.vocabulary);
  }
  for (Pool* pool : {&c.section_pool, &c.field_pool, &c.help_pool, &c.words_pool}) pool->finish(c.vocabulary);
  return base::Done{};
}

}  // namespace lexicon
