// Loading, linking and looking up. What is written in XML is kept as it stands until finish(), when every file has been
// seen: terms may use forms and concepts of files that come later.
#include "lexicon/lexicon.h"

#include <algorithm>
#include <cassert>
#include <functional>

#include "base/limits.h"
#include "base/utf8.h"
#include "lexicon/classify.h"
#include "lexicon/content.h"

namespace lexicon {
namespace {

constexpr std::size_t help_words = 10 * base::limits::term_words;  // of one help text; the longest of ours has some 50

// The words of a sentence, folded, without numbers, marks and {placeholders}.
std::string words_of(std::string_view sentence) {
  std::string out;
  bool placeholder = false;
  for (const Token& token : tokens_of(sentence)) {
    const std::string_view written = token.at.of(sentence);
    placeholder = written == "{" || (placeholder && written != "}");
    if (token.kind == TokenKind::word && !placeholder) out += (out.empty() ? "" : " ") + folded_word(written);
  }
  return out;
}

Written written_at(const base::xml::Element& element, std::string text, const std::string& file) {
  return {{}, std::move(text), &file, element.line, element.column};
}

base::Error misplaced(const base::xml::Element& element, const std::string& file, const std::string& message,
                      const std::string& advice) {
  return {base::ErrorCode::bad_checklist, file, element.line, element.column, message, advice};
}

// Columns that a character takes in the file: of those that XML must escape, those of its reference.
std::uint32_t columns_of(char c) {
  if (c == '&') return 5;
  return c == '<' ? 4 : 1;
}

// The terms of <terms>, <headings> or <labels>, each with the place where it begins.
void read_rows(const base::xml::Element& element, Entry& entry, const std::string& file) {
  std::uint32_t line = element.line;
  std::uint32_t column = element.column + static_cast<std::uint32_t>(element.name.size()) + 2;
  Written written{{}, "", &file, line, column};
  auto flush = [&] {
    written.text = base::on_one_line(written.text);
    if (!written.text.empty()) entry.terms.push_back(written);
    written.text.clear();
  };
  for (char c : element.text) {
    if (c == ';' || c == '\n') {
      flush();
    } else {
      bool blank = c == ' ' || c == '\t' || c == '\r';
      if (written.text.empty() && !blank) {
        written.line = line;
        written.column = column;
      }
      if (!written.text.empty() || !blank) written.text += c;
    }
    column = c == '\n' ? 1 : column + columns_of(c);
    line += c == '\n' ? 1 : 0;
  }
  flush();
}

base::Status read_terms(Entry& entry) {
  for (Written& written : entry.terms) {
    if (is_plain_term(written.text)) continue;
    base::Result<std::vector<TermSpec>> specs = parse_term(written.text);
    if (!specs) return written.error(specs.error());
    written.specs = std::move(specs).value();
  }
  return base::Done{};
}

// Hits of the tokens [begin, end) by first token, longer ones first, then by concept: first counted into their tokens,
// then sorted there.
std::vector<Hit> ordered(const std::vector<Hit>& hits, std::size_t begin, std::size_t end) {
  std::vector<std::uint32_t> from(end - begin + 1, 0);
  for (const Hit& hit : hits) ++from[hit.first - begin + 1];
  for (std::size_t i = 1; i < from.size(); ++i) from[i] += from[i - 1];
  std::vector<std::uint32_t> next = from;
  std::vector<Hit> out(hits.size());
  for (const Hit& hit : hits) out[next[hit.first - begin]++] = hit;
  for (std::size_t i = 0; i + 1 < from.size(); ++i) {
    std::sort(out.begin() + from[i], out.begin() + from[i + 1], [](const Hit& a, const Hit& b) {
      return a.last != b.last ? a.last > b.last : a.concept_id < b.concept_id;
    });
  }
  return out;
}

}  // namespace

Lexicon::Lexicon() : content_(std::make_unique<Content>()) {}
Lexicon::~Lexicon() = default;
Lexicon::Lexicon(Lexicon&&) noexcept = default;
Lexicon& Lexicon::operator=(Lexicon&&) noexcept = default;

base::Status Lexicon::Content::read_entry(const base::xml::Element& element, Entry& entry, const std::string& file) {
  if (entry.line == 0) {
    entry.file = file;
    entry.line = element.line;
  }
  std::string_view examples = element.attribute("examples");
  if (!examples.empty()) {
    if (examples != "none" || base::trimmed(element.attribute("reason")).empty()) {
      return misplaced(element, file, "'" + entry.name + "' says examples=\"" + std::string(examples) + "\"",
                       "write examples=\"none\", and why in reason=\"...\"");
    }
    entry.without_examples = true;
  }
  for (const auto& attribute : element.attributes) {
    if (attribute.first != "name" && attribute.first != "examples" && attribute.first != "reason") {
      entry.attributes.push_back(attribute);
    }
  }
  const std::size_t before = entry.terms.size() + entry.patterns.size();
  for (const base::xml::Element& child : element.children) {
    if (child.name == "terms" || child.name == "headings" || child.name == "labels") {
      read_rows(child, entry, file);
    } else if (child.name == "term" || child.name == "heading" || child.name == "label") {
      entry.terms.push_back(written_at(child, base::on_one_line(child.text), file));
    } else if (child.name == "words" && element.name == "section") {
      if (base::Status status = read_entry(child, section_words.entry(entry.name), file); !status) return status;
    } else if (child.name == "pattern") {
      entry.patterns.push_back(written_at(child, std::string(base::trimmed(child.text)), file));
      entry.patterns.back().exact_case = child.attribute("case") == "exact";
    } else if (child.name == "hit" || child.name == "miss") {
      entry.examples.push_back({written_at(child, base::on_one_line(child.text), file), child.name == "hit"});
    } else {
      return misplaced(child, file, "<" + child.name + "> has no meaning in <" + element.name + ">",
                       element.name == "section" ? "use headings, heading, words, hit or miss"
                                                 : "use terms, term, pattern, hit or miss");
    }
  }
  terms += entry.terms.size() + entry.patterns.size() - before;
  return base::Done{};
}

// What strangers wrote may be of any size; ids have 16 bits, and each term costs time with every start.
base::Status Lexicon::Content::bounded(const base::xml::Element& element, const std::string& file) const {
  for (const Register* all : {&concepts, &sections, &fields, &section_words}) {
    if (all->entries.size() - 1 <= base::limits::lexicon_names) continue;
    return misplaced(element, file,
                     "there are more than " + std::to_string(base::limits::lexicon_names) + " of this kind",
                     "put terms that mean the same under one name");
  }
  if (terms > base::limits::lexicon_terms) {
    return misplaced(element, file,
                     "the lexicons have more than " + std::to_string(base::limits::lexicon_terms) + " terms",
                     "leave out what is hardly ever written");
  }
  return base::Done{};
}

base::Status Lexicon::add(const base::xml::Element& root, const std::string& given_file) {
  if (root.name != "lexicon")
    return misplaced(root, given_file, "the file is no <lexicon>", "name a lexicon file here");
  const std::string& file = content_->files.emplace_back(given_file);  // which what is written refers to
  for (const base::xml::Element& element : root.children) {
    base::Status status = base::Done{};
    std::string name(element.attribute("name"));
    if (element.name == "forms") {
      std::vector<std::string> forms;
      for (const Token& token : tokens_of(element.text)) forms.push_back(folded_word(token.at.of(element.text)));
      content_->vocabulary.add_forms(folded_word(element.attribute("of")), forms);
    } else if (element.name == "short") {
      for (const Token& token : tokens_of(element.text))
        content_->vocabulary.add_short(folded_word(token.at.of(element.text)), folded_word(element.attribute("for")));
    } else if (element.name == "help") {
      content_->helps.terms.push_back(written_at(element, base::on_one_line(element.text), file));
    } else if (element.name == "helps") {
      Entry& helps = content_->helps;
      for (const base::xml::Element& help : element.children) {
        helps.terms.push_back(written_at(help, base::on_one_line(help.text), file));
      }
    } else if (name.empty()) {
      return misplaced(element, file, "<" + element.name + "> has no name", "give it a name attribute");
    } else if (element.name == "concept") {
      status = content_->read_entry(element, content_->concepts.entry(name), file);
    } else if (element.name == "section") {
      status = content_->read_entry(element, content_->sections.entry(name), file);
    } else if (element.name == "field") {
      status = content_->read_entry(element, content_->fields.entry(name), file);
    } else {
      return misplaced(element, file, "<" + element.name + "> has no meaning in a lexicon",
                       "use concept, section, field, forms, short or help");
    }
    if (!status) return status;
    if (base::Status small = content_->bounded(element, file); !small) return small;
  }
  return base::Done{};
}

base::Result<Term> Lexicon::Content::link(const TermSpec& spec, std::uint16_t owner) {
  Term term;
  term.slots.reserve(spec.slots.size());
  term.owner = owner;
  term.at_start = spec.at_start;
  for (const SlotSpec& written : spec.slots) {
    Slot slot;
    slot.kind = written.kind;
    slot.optional = written.optional;
    slot.longest = written.longest;
    for (const SlotWord& word : written.words) vocabulary.add_symbols(word.text, word.kind, slot.symbols);
    std::sort(slot.symbols.begin(), slot.symbols.end());
    if (written.kind == SlotSpec::Kind::reference) {
      slot.concept_id = concepts.find(written.name);
      if (slot.concept_id == 0) {
        return base::Error{base::ErrorCode::bad_checklist,
                           "",
                           0,
                           0,
                           "there is no concept '" + written.name + "'",
                           "name a concept of this checklist's lexicons"};
      }
    }
    term.slots.push_back(std::move(slot));
  }
  return term;
}

Term Lexicon::Content::link_plain(std::string_view rest, std::uint16_t owner) {
  Term term;
  term.owner = owner;
  term.slots.reserve(static_cast<std::size_t>(std::count(rest.begin(), rest.end(), ' ')) + 1);
  const auto next = [](std::string_view& from, char mark) {
    const std::string_view part = from.substr(0, from.find(mark));
    from.remove_prefix(std::min(from.size(), part.size() + 1));
    return part;
  };
  while (!rest.empty()) {
    std::string_view words = next(rest, ' ');
    Slot slot;
    slot.optional = words.back() == '?';
    if (slot.optional) words.remove_suffix(1);
    slot.symbols.reserve(static_cast<std::size_t>(std::count(words.begin(), words.end(), '|')) + 1);
    while (!words.empty()) {
      std::string_view word = next(words, '|');
      const SlotWord::Kind kind = word.back() == '~'   ? SlotWord::Kind::inflected
                                  : word.back() == '*' ? SlotWord::Kind::prefix
                                                       : SlotWord::Kind::exact;
      if (kind != SlotWord::Kind::exact) word.remove_suffix(1);
      vocabulary.add_symbols(word, kind, slot.symbols);
    }
    std::sort(slot.symbols.begin(), slot.symbols.end());
    term.slots.push_back(std::move(slot));
  }
  return term;
}

base::Status Lexicon::Content::link_all(const Entry& entry, std::uint16_t owner, Pool& pool) {
  for (const Written& written : entry.terms) {
    if (written.specs.empty()) pool.add(link_plain(written.text, owner));
    for (const TermSpec& spec : written.specs) {
      base::Result<Term> term = link(spec, owner);
      if (!term) return written.error(term.error());
      pool.add(std::move(term).value());
    }
  }
  return base::Done{};
}

base::Status Lexicon::Content::link_patterns(const Entry& entry, ConceptId owner) {
  for (const Written& written : entry.patterns) {
    base::Status added = patterns.add(written.text, written.exact_case, owner);
    if (!added) return written.error(added.error());
  }
  return base::Done{};
}

// A concept's level is one more than the highest that its terms refer to; a circle has none.
base::Status Lexicon::Content::order_concepts(std::vector<std::size_t>& level_of) {
  std::vector<std::vector<std::uint16_t>> uses(concepts.entries.size());
  for (std::size_t id = 1; id < concepts.entries.size(); ++id) {
    for (const Written& written : concepts.entries[id].terms) {
      if (written.specs.empty()) continue;
      for (const SlotSpec& slot : written.specs.front().slots) {
        if (slot.kind != SlotSpec::Kind::reference) continue;
        std::uint16_t other = concepts.find(slot.name);
        if (other == 0) {
          return written.error({base::ErrorCode::bad_checklist, "", 0, 0, "there is no concept '" + slot.name + "'",
                                "name a concept of this checklist's lexicons"});
        }
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

base::Status Lexicon::finish() {
  Content& c = *content_;
  for (Register* all : {&c.concepts, &c.sections, &c.fields, &c.section_words}) {
    for (Entry& entry : all->entries) {
      if (base::Status status = read_terms(entry); !status) return status;
    }
  }
  // "a.b.c" is of the families "a.b.c", "a.b" and "a".
  for (std::size_t id = 1; id < c.concepts.entries.size(); ++id) {
    const std::string& name = c.concepts.entries[id].name;
    for (std::size_t end = name.size(); end != std::string::npos && end > 0; end = name.rfind('.', end - 1)) {
      c.families[name.substr(0, end)].push_back(static_cast<ConceptId>(id));
    }
  }
  c.referred.assign(c.concepts.entries.size(), false);
  std::vector<std::size_t> level_of(c.concepts.entries.size(), 0);
  if (base::Status status = c.order_concepts(level_of); !status) return status;
  c.levels.assign(1 + *std::max_element(level_of.begin(), level_of.end()), Pool());
  for (std::size_t id = 1; id < c.concepts.entries.size(); ++id) {
    const Entry& entry = c.concepts.entries[id];
    auto owner = static_cast<std::uint16_t>(id);
    if (base::Status status = c.link_all(entry, owner, c.levels[level_of[id]]); !status) return status;
    if (base::Status status = c.link_patterns(entry, owner); !status) return status;
  }
  auto link_register = [&](const Register& all, Pool& pool) -> base::Status {
    for (std::size_t id = 1; id < all.entries.size(); ++id) {
      base::Status status = c.link_all(all.entries[id], static_cast<std::uint16_t>(id), pool);
      if (!status) return status;
    }
    return base::Done{};
  };
  if (base::Status status = link_register(c.sections, c.section_pool); !status) return status;
  if (base::Status status = link_register(c.fields, c.field_pool); !status) return status;
  if (base::Status status = link_register(c.section_words, c.words_pool); !status) return status;
  for (const Written& help : c.helps.terms) {
    TermSpec spec;
    for (const Token& token : tokens_of(help.text)) {
      if (token.kind == TokenKind::punctuation) continue;
      SlotSpec slot;
      slot.words.push_back({folded_word(token.at.of(help.text)), SlotWord::Kind::exact});
      spec.slots.push_back(std::move(slot));
    }
    if (spec.slots.empty()) continue;
    if (spec.slots.size() > help_words) {
      return help.error({base::ErrorCode::bad_checklist, "", 0, 0,
                         "a help text has more than " + std::to_string(help_words) + " words",
                         "leave out its end: a text that begins with it is known"});
    }
    base::Result<Term> term = c.link(spec, 1);
    if (!term) return help.error(term.error());
    c.help_pool.add(std::move(term).value());
  }
  for (Pool& level : c.levels) level.finish(c.vocabulary);
  for (Pool* pool : {&c.section_pool, &c.field_pool, &c.help_pool, &c.words_pool}) pool->finish(c.vocabulary);
  return base::Done{};
}

ConceptId Lexicon::find_concept(std::string_view name) const {
  return content_->concepts.find(name);
}
SectionId Lexicon::find_section(std::string_view name) const {
  return content_->sections.find(name);
}
FieldId Lexicon::find_field(std::string_view name) const {
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

std::vector<ConceptId> Lexicon::family(std::string_view family) const {
  auto found = content_->families.find(family);
  return found == content_->families.end() ? std::vector<ConceptId>() : found->second;
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
std::vector<Hit> Lexicon::Content::pattern_hits(std::string_view text, const Scan& scan) const {
  std::vector<Hit> out;
  for (const Patterns::Match& match : patterns.matches(text)) {
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
                                 std::vector<Hit>& out) const {
  const auto first_token = tokens.begin() + static_cast<std::ptrdiff_t>(begin);
  std::vector<Token> part(first_token, tokens.begin() + static_cast<std::ptrdiff_t>(end));
  const Words words = words_into(text, part, vocabulary);
  Earlier earlier(part.size());
  for (const Pool& level : levels) {
    for (std::size_t i = 0; i < part.size(); ++i) {
      level.match_at(words, i, &earlier, [&](const Term& term, std::size_t last) {
        out.push_back({{part[i].at.begin, part[last].at.end},
                       term.owner,
                       static_cast<std::uint32_t>(begin + i),
                       static_cast<std::uint32_t>(begin + last)});
        if (referred[term.owner]) earlier.add(term.owner, i, last);
      });
    }
  }
  std::copy(part.begin(), part.end(), first_token);
}

Scan Lexicon::scan(std::string_view text) const {
  const Content& c = *content_;
  Scan scan;
  scan.tokens = tokens_of(text);
  scan.index(text.size());
  const std::vector<Hit> by_patterns = c.pattern_hits(text, scan);
  auto pattern = by_patterns.begin();
  Covered covered(scan.tokens.size(), c.concepts.entries.size());
  scan.hits_from.assign(scan.tokens.size() + 1, 0);
  std::vector<Hit> part;
  for (std::size_t begin = 0, end = 0; begin < scan.tokens.size(); begin = end) {
    end = part_end(scan.tokens, begin);
    make_room(scan.hits, begin, scan.tokens.size());
    part.clear();
    c.term_hits(text, scan.tokens, begin, end, part);
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
  const Scan found = scan(text);
  return std::any_of(found.hits.begin(), found.hits.end(), [&](const Hit& hit) { return hit.concept_id == id; });
}

SectionId Lexicon::section_of(std::string_view heading) const {
  return classify(heading, content_->section_pool, content_->vocabulary);
}

SectionId Lexicon::section_by_words(std::string_view heading) const {
  const std::uint16_t words = sole_owner(heading, content_->words_pool, content_->vocabulary);
  return words == 0 ? SectionId{0} : find_section(content_->section_words.entries[words].name);
}

FieldId Lexicon::field_of(std::string_view label) const {
  return classify(label, content_->field_pool, content_->vocabulary);
}

bool Lexicon::is_label(std::string_view text) const {
  return is_term(text, content_->field_pool, content_->vocabulary);
}

bool Lexicon::is_listed_help(std::string_view text) const {
  return begins_with_term(text, content_->help_pool, content_->vocabulary);
}

void Lexicon::add_wording(std::string_view sentence) {
  std::string words = words_of(sentence);
  if (!words.empty()) content_->wording.insert(std::move(words));
}

bool Lexicon::is_wording(std::string_view sentence) const {
  return content_->wording.contains(words_of(sentence));
}

WordId Lexicon::word(std::string_view folded) const {
  return content_->vocabulary.word(folded);
}

std::vector<std::string> Lexicon::terms(ConceptId id) const {
  std::vector<std::string> out;
  const Entry& entry = content_->concepts.entries.at(id);
  for (const Written& written : entry.terms) out.push_back(written.text);
  for (const Written& written : entry.patterns) out.push_back("/" + written.text + "/");
  return out;
}

}  // namespace lexicon
