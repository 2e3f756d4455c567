// Looking up and scanning.
#include "lexicon/lexicon.h"

#include <algorithm>

#include "lexicon/classify.h"
#include "lexicon/content.h"

namespace lexicon {
namespace {

// The words of a sentence, folded, without numbers, marks and {placeholders}; so many of them at most.
std::string words_of(std::string_view sentence, std::size_t most) {
  std::string out, room;
  bool placeholder = false;
  std::size_t count = 0;
  for (const Token& token : tokens_of(sentence)) {
    const std::string_view written = token.at.of(sentence);
    placeholder = written == "{" || (placeholder && written != "}");
    if (token.kind != TokenKind::word || placeholder || count == most) continue;
    if (count++ > 0) out += ' ';
    out += folded_in(written, room);
  }
  return out;
}

constexpr std::size_t all_words = static_cast<std::size_t>(-1);
constexpr std::size_t first_words = 3;
// Where the beginning of a sentence ends that holds its first words, as most do.
std::size_t head_of(std::string_view sentence) {
  constexpr std::size_t bytes = 40;
  return std::min(sentence.find(' ', std::min(bytes, sentence.size())), sentence.size());
}

// Hits of the tokens [begin, end) by first token, longer ones first, then by concept: counted into their tokens, and
// there put among those that stand there already, which are few.
std::vector<Hit> ordered(const std::vector<Hit>& hits, std::size_t begin, std::size_t end) {
  std::vector<std::uint32_t> from(end - begin + 1, 0);
  for (const Hit& hit : hits) ++from[hit.first - begin + 1];
  for (std::size_t i = 1; i < from.size(); ++i) from[i] += from[i - 1];
  std::vector<std::uint32_t> next = from;
  std::vector<Hit> out(hits.size());
  for (const Hit& hit : hits) {
    const std::uint32_t first = from[hit.first - begin];
    std::uint32_t place = next[hit.first - begin]++;
    for (; place > first; --place) {
      const Hit& before = out[place - 1];
      if (before.last > hit.last || (before.last == hit.last && before.concept_id <= hit.concept_id)) break;
      out[place] = before;
    }
    out[place] = hit;
  }
  return out;
}

}  // namespace

Lexicon::Lexicon() : content_(std::make_unique<Content>()) {}
Lexicon::~Lexicon() = default;
Lexicon::Lexicon(Lexicon&&) noexcept = default;
Lexicon& Lexicon::operator=(Lexicon&&) noexcept = default;

ConceptId Lexicon::find_concept(Name name) const {
  return content_->concepts.find(name);
}
SectionId Lexicon::find_section(Name name) const {
  return content_->sections.find(name);
}
FieldId Lexicon::find_field(Name name) const {
  return content_->fields.find(name);
}

std::string_view Lexicon::concept_name(ConceptId id) const {
  return content_->concepts.entries.at(id).name;
}
std::string_view Lexicon::section_name(SectionId id) const {
  return content_->sections.entries.at(id).name;
}
std::string_view Lexicon::field_name(FieldId id) const {
  return content_->fields.entries.at(id).name;
}
std::size_t Lexicon::concept_count() const {
  return content_->concepts.entries.size() - 1;
}

std::string_view Lexicon::section_title(SectionId id) const {
  const Entry& entry = content_->sections.entries.at(id);
  for (const auto& [key, value] : entry.attributes) {
    if (key == "title") return value;
  }
  return entry.name;
}

std::string_view Lexicon::attribute(ConceptId id, std::string_view name) const {
  for (const auto& [key, value] : content_->concepts.entries.at(id).attributes) {
    if (key == name) return value;
  }
  return {};
}

const std::vector<ConceptId>& Lexicon::family(std::string_view family) const {
  static const std::vector<ConceptId> none;
  auto found = content_->families.find(family);
  return found == content_->families.end() ? none : found->second;
}

std::vector<bool> Lexicon::family_table(std::string_view name) const {
  std::vector<bool> table(content_->concepts.entries.size(), false);
  for (ConceptId id : family(name)) table[id] = true;
  return table;
}

namespace {

// Of one concept's hits, those inside an earlier or longer one say nothing new. Hits come in the order of their first
// token, longer ones first.
class Covered {
 public:
  Covered(std::size_t tokens, std::size_t concepts) {
    if (tokens > few_tokens) last_.assign(concepts, -1);
  }
  bool adds(const Hit& hit, const std::vector<Hit>& kept) {
    if (last_.empty()) {
      const auto same = std::find_if(kept.rbegin(), kept.rend(),
                                     [&](const Hit& other) { return other.concept_id == hit.concept_id; });
      return same == kept.rend() || hit.last > same->last;
    }
    if (static_cast<std::int64_t>(hit.last) <= last_[hit.concept_id]) return false;
    last_[hit.concept_id] = hit.last;
    return true;
  }

 private:
  static constexpr std::size_t few_tokens = 24;  // a short text has fewer hits than there are concepts
  std::vector<std::int64_t> last_;               // by concept
};

// Where the next part of a long text ends: no term matches across the start of a line.
std::size_t part_end(const std::vector<Token>& tokens, std::size_t begin) {
  constexpr std::size_t least = 1u << 14;  // tokens; what is kept of their words stays in the cache
  std::size_t end = begin + least;
  while (end < tokens.size() && !tokens[end].line_start) ++end;
  return std::min(end, tokens.size());
}

// Room for the hits of a long text, foreseen by those of its first `done` tokens: a vector that doubles what it has
// would hold three times as many for a while.
void make_room(std::vector<Hit>& hits, std::size_t done, std::size_t all) {
  constexpr std::size_t long_text = 1u << 17;  // tokens
  if (done == 0 || all < long_text) return;
  const std::size_t foreseen = hits.size() + hits.size() * (all - done) / done;
  if (foreseen + foreseen / 16 > hits.capacity()) hits.reserve(foreseen + foreseen / 8);
}

}  // namespace

// Hits of patterns, which may run over lines, in the order of their first token.
std::vector<Hit> Lexicon::Content::pattern_hits(std::string_view text, const Scan& scan,
                                                Patterns::Choice choice) const {
  std::vector<Hit> out;
  for (const Patterns::Match& match : patterns.matches(text, choice)) {
    const auto [first, end] = scan.range(match.at);
    if (first == end) continue;
    for (ConceptId owner : patterns.owners(match.pattern)) {
      out.push_back({match.at, owner, static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(end - 1)});
    }
  }
  std::stable_sort(out.begin(), out.end(), [](const Hit& a, const Hit& b) { return a.first < b.first; });
  return out;
}

// Hits of the terms in a part of the tokens, `begin` being the first; puts the words' ids into the tokens.
void Lexicon::Content::term_hits(std::string_view text, std::vector<Token>& tokens, std::size_t begin, std::size_t end,
                                 const std::vector<Pool>& levels, std::vector<Hit>& out) const {
  const auto first_token = tokens.begin() + static_cast<std::ptrdiff_t>(begin);
  std::vector<Token> part(first_token, tokens.begin() + static_cast<std::ptrdiff_t>(end));
  Words words = words_into(text, part, vocabulary);
  Earlier earlier(part.size());
  for (const Pool& level : levels) {
    for (std::size_t i = 0; i < part.size(); ++i) {
      level.match_at(words, i, &earlier, [&](const Term& term, std::size_t last) {
        out.push_back({{part[i].at.begin, part[last].at.end},
                       term.owner,
                       static_cast<std::uint32_t>(begin + i),
                       static_cast<std::uint32_t>(begin + last)});
        if (!referred[term.owner]) return;
        earlier.add(term.owner, i, last);
        words.begins(term.owner, i);
      });
    }
  }
  std::copy(part.begin(), part.end(), first_token);
}

Scan Lexicon::scan(std::string_view text) const {
  return scan_for(text, content_->everything);
}

Scan Lexicon::scan_brief(std::string_view text) const {
  return scan_for(text, content_->brief);
}

bool Lexicon::is_brief(ConceptId id) const {
  return content_->is_brief.at(id);
}

Scan Lexicon::scan_for(std::string_view text, const Among& among) const {
  const Content& c = *content_;
  Scan scan;
  scan.tokens = tokens_of(text);
  scan.index(text.size());
  const std::vector<Hit> by_patterns = c.pattern_hits(text, scan, among.patterns);
  auto pattern = by_patterns.begin();
  Covered covered(scan.tokens.size(), c.concepts.entries.size());
  scan.hits_from.assign(scan.tokens.size() + 1, 0);
  std::vector<Hit> part;
  for (std::size_t begin = 0, end = 0; begin < scan.tokens.size(); begin = end) {
    end = part_end(scan.tokens, begin);
    make_room(scan.hits, begin, scan.tokens.size());
    part.clear();
    c.term_hits(text, scan.tokens, begin, end, among.levels, part);
    for (; pattern != by_patterns.end() && pattern->first < end; ++pattern) part.push_back(*pattern);
    for (const Hit& hit : ordered(part, begin, end)) {
      if (!covered.adds(hit, scan.hits)) continue;
      scan.hits.push_back(hit);
      ++scan.hits_from[hit.first + 1];
    }
  }
  for (std::size_t i = 1; i < scan.hits_from.size(); ++i) scan.hits_from[i] += scan.hits_from[i - 1];
  return scan;
}

bool Lexicon::finds(std::string_view text, ConceptId id) const {
  if (id == 0) return false;
  const Content& c = *content_;
  if (c.concepts.entries[id].terms.empty() && !c.patterns.finds(text, id)) return false;
  const Scan found = is_brief(id) ? scan_brief(text) : scan(text);
  return std::any_of(found.hits.begin(), found.hits.end(), [&](const Hit& hit) { return hit.concept_id == id; });
}

Lexicon::Named Lexicon::named(std::string_view label) const {
  const Owners owners = classify(label, content_->section_pool, content_->field_pool, content_->vocabulary);
  return {owners.first, owners.second};
}

SectionId Lexicon::section_of(std::string_view heading) const {
  return named(heading).section;
}

SectionId Lexicon::section_by_words(std::string_view heading) const {
  const std::uint16_t words = sole_owner(heading, content_->words_pool, content_->vocabulary);
  return words == 0 ? SectionId{0} : find_section(content_->section_words.entries[words].name);
}

FieldId Lexicon::field_of(std::string_view label) const {
  return named(label).field;
}

bool Lexicon::is_label(std::string_view text) const {
  return is_term(text, content_->field_pool, content_->vocabulary);
}

bool Lexicon::is_listed_help(std::string_view text) const {
  return begins_with_term(text, content_->help_pool, content_->vocabulary);
}

void Lexicon::add_wording(std::string_view sentence) {
  std::string words = words_of(sentence, all_words);
  if (words.empty()) return;
  content_->wording_begins.insert(words_of(sentence, first_words));
  content_->wording.insert(std::move(words));
}

bool Lexicon::is_wording(std::string_view sentence) const {
  // What begins with other words is none, and most sentences do.
  const std::string begins = words_of(sentence.substr(0, head_of(sentence)), first_words);
  const bool all_three = std::count(begins.begin(), begins.end(), ' ') + 1 == first_words;
  if (all_three && !content_->wording_begins.contains(begins)) return false;
  return content_->wording.contains(words_of(sentence, all_words));
}

WordId Lexicon::word(std::string_view folded) const {
  return content_->vocabulary.word(folded);
}

std::vector<std::string> Lexicon::terms(ConceptId id) const {
  std::vector<std::string> out;
  const Entry& entry = content_->concepts.entries.at(id);
  for (const Written& written : entry.terms) out.emplace_back(written.text);
  for (const Written& written : entry.patterns) out.push_back("/" + std::string(written.text) + "/");
  return out;
}

}  // namespace lexicon
