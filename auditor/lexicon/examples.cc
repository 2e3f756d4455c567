// A lexicon's examples: whether they hold, and whether each concept and section has them.
#include <algorithm>

#include "lexicon/content.h"

namespace lexicon {
namespace {

constexpr std::size_t stem = 4;  // letters that near words have in common

base::Error failure(const std::string& file, std::uint32_t line, std::string message) {
  return {base::ErrorCode::bad_checklist, file, line, 0, std::move(message), ""};
}

bool holds(const Scan& scan, ConceptId id) {
  return std::any_of(scan.hits.begin(), scan.hits.end(), [&](const Hit& hit) { return hit.concept_id == id; });
}

bool alike(std::string_view a, std::string_view b) {
  return a == b || (a.size() >= stem && b.size() >= stem && a.substr(0, stem) == b.substr(0, stem));
}

// Words of an entry's terms and patterns, and the concepts that its terms refer to.
struct Vicinity {
  std::vector<std::string> words;
  std::vector<ConceptId> concepts;
};

Vicinity vicinity_of(const Entry& entry, const Register& concepts) {
  Vicinity out;
  for (const Written& written : entry.terms) {
    for (const TermSpec& spec : written.readings()) {
      for (const SlotSpec& slot : spec.slots) {
        for (const SlotWord& word : slot.words) out.words.push_back(word.text);
        if (slot.kind == SlotSpec::Kind::reference) out.concepts.push_back(concepts.find(slot.name));
      }
    }
  }
  for (const Written& written : entry.patterns) {
    for (const Token& token : tokens_of(written.text)) {
      if (token.kind != TokenKind::punctuation) out.words.push_back(folded_word(token.at.of(written.text)));
    }
  }
  return out;
}

bool near(std::string_view text, const Vicinity& vicinity, const Lexicon& lexicon) {
  Scan scan = lexicon.scan(text);
  for (const Token& token : scan.tokens) {
    std::string word = folded_word(token.at.of(text));
    for (const std::string& other : vicinity.words) {
      if (alike(word, other)) return true;
    }
  }
  return std::any_of(vicinity.concepts.begin(), vicinity.concepts.end(), [&](ConceptId id) { return holds(scan, id); });
}

}  // namespace

std::vector<base::Error> Lexicon::failed_examples() const {
  std::vector<base::Error> out;
  auto check = [&](const Register& all, const char* kind, auto matches) {
    for (std::size_t id = 1; id < all.entries.size(); ++id) {
      for (const Example& example : all.entries[id].examples) {
        if (matches(static_cast<std::uint16_t>(id), example.written.text) == example.hit) continue;
        out.push_back(failure(*example.written.file, example.written.line,
                              std::string(kind) + " '" + all.entries[id].name + "' " +
                                  (example.hit ? "misses" : "hits") + " '" + std::string(example.written.text) + "'"));
      }
    }
  };
  check(content_->concepts, "concept", [&](std::uint16_t id, std::string_view text) { return holds(scan(text), id); });
  check(content_->sections, "section", [&](std::uint16_t id, std::string_view text) { return section_of(text) == id; });
  check(content_->section_words, "words of section", [&](std::uint16_t id, std::string_view text) {
    return section_of(text) == 0 && section_by_words(text) == find_section(content_->section_words.entries[id].name);
  });
  check(content_->fields, "field", [&](std::uint16_t id, std::string_view text) { return field_of(text) == id; });
  return out;
}

std::size_t Lexicon::example_count() const {
  std::size_t count = 0;
  for (const Register* all : {&content_->concepts, &content_->sections, &content_->fields, &content_->section_words}) {
    for (const Entry& entry : all->entries) count += entry.examples.size();
  }
  return count;
}

std::vector<base::Error> Lexicon::missing_examples() const {
  std::vector<base::Error> out;
  auto check = [&](const Register& all, const char* kind) {
    for (std::size_t id = 1; id < all.entries.size(); ++id) {
      const Entry& entry = all.entries[id];
      if (entry.without_examples) continue;
      std::string name = std::string(kind) + " '" + entry.name + "'";
      bool hit = false;
      bool miss = false;
      bool near_miss = false;
      Vicinity vicinity = vicinity_of(entry, content_->concepts);
      for (const Example& example : entry.examples) {
        hit = hit || example.hit;
        miss = miss || !example.hit;
        near_miss = near_miss || (!example.hit && near(example.written.text, vicinity, *this));
      }
      if (!hit) out.push_back(failure(entry.file, entry.line, name + " has no <hit>"));
      if (!miss) out.push_back(failure(entry.file, entry.line, name + " has no <miss>"));
      if (miss && !near_miss) {
        out.push_back(failure(entry.file, entry.line, name + " has no near miss: no <miss> shares a word with a term"));
      }
    }
  };
  check(content_->concepts, "concept");
  check(content_->sections, "section");
  check(content_->section_words, "words of section");
  return out;
}

std::size_t Lexicon::unexampled_count() const {
  std::size_t count = 0;
  for (const Register* all : {&content_->concepts, &content_->sections, &content_->fields, &content_->section_words}) {
    for (const Entry& entry : all->entries) count += entry.without_examples ? 1u : 0u;
  }
  return count;
}

}  // namespace lexicon
