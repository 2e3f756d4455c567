// <wrong-name>: the record calls the child by a name that is nobody's in it, a sign that a passage was copied from
// another child's record. A capitalised word counts where it has the place of a person (before a verb, or as owner),
// what is said is a child's matter, no entry or table knows the name, and nothing tells whose it is ("her friend",
// "called").
#include <algorithm>
#include <map>
#include <set>

#include "checklist/kinds/contradiction.h"

namespace checklist::kinds {
namespace {

using lexicon::Token;
using lexicon::TokenKind;

constexpr std::size_t most_occurrences = 6;  // who is spoken of more often belongs to the record, introduced or not
constexpr std::size_t short_cell_words = 8;  // a cell as short as this lists and does not tell

// Letters that must change to make one word of another, up to `most` + 1.
std::size_t distance(const std::string& a, const std::string& b, std::size_t most) {
  if (a.size() > b.size() + most || b.size() > a.size() + most) return most + 1;
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      std::size_t above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0u : 1u)});
      diagonal = above;
    }
  }
  return row[b.size()];
}

// "Sam" for Samira, "Beth" for Elizabeth, "Aleksander" for Alexander, "Ollie" for Oliver.
bool may_be_short_for(const std::string& called, const std::string& name) {
  if (called == name) return true;
  std::size_t misspelt = std::min(called.size(), name.size()) >= 6 ? 2u : 1u;
  if (called.front() == name.front() && distance(called, name, misspelt) <= misspelt) return true;
  std::string root = called;
  for (std::string_view ending : {"ie", "y", "i", "e"}) {
    if (root.size() > ending.size() + 2 && root.ends_with(ending)) {
      root.resize(root.size() - ending.size());
      break;
    }
  }
  if (root.size() > 2 && root[root.size() - 1] == root[root.size() - 2]) root.pop_back();
  return root.size() >= 2 && (name.starts_with(root) || (root.size() >= 3 && name.find(root) != std::string::npos) ||
                              (name.size() >= 3 && called.starts_with(name)));
}

struct Occurrence {
  std::size_t token = 0;
  std::size_t sentence = 0;
  bool owner = false;  // "X's bedroom"
  bool does = false;   // a verb in a person's form stands behind it: "attends", "is", "often plays"
};

class WrongName : public Query {
 public:
  std::vector<bool> names, matters, introducing, verbs, reports;
  std::vector<bool> needing;
  std::vector<bool> common;  // words that name nobody
  SectionsAsked of_child;    // sections where every sentence is about the child
  SectionsAsked elsewhere;

  std::vector<Candidate> candidates(const Record& record, const Scope&) const override {
    std::vector<Candidate> out;
    if (record.language.subjects.empty()) return out;
    const std::set<std::string> known = known_words(record);
    std::set<std::string> others;  // names that the text tells whose they are
    std::map<std::string, std::vector<Occurrence>> found;
    std::map<std::string, std::size_t> times;
    listed(record, others);
    for (std::size_t s = 0; s < record.language.sentences.size(); ++s) read(record, s, known, others, found, times);
    for (const auto& [name, places] : found) {
      if (others.count(name) != 0 || times[name] > std::min(most_occurrences, subject_mentions(record))) continue;
      if (std::any_of(known.begin(), known.end(),
                      [&, &name = name](const std::string& k) { return may_be_short_for(name, k); }))
        continue;
      for (const Occurrence& place : places) {
        Candidate c;
        c.at = quotable(record, record.language.sentences[place.sentence].at);
        c.name = std::string(record.language.scan.tokens[place.token].at.of(record.document.text));
        if (std::none_of(out.begin(), out.end(), [&](const Candidate& o) { return o.at == c.at; })) out.push_back(c);
      }
    }
    return out;
  }
  std::string describe() const override { return "a child called by a name that is nobody's in the record"; }

 private:
  static std::string word(const Record& record, std::size_t token) {
    return lexicon::folded_word(record.language.scan.tokens[token].at.of(record.document.text));
  }
  static bool hit_at(const Record& record, std::size_t token, const std::vector<bool>& table) {
    for (const lexicon::Hit& hit : record.language.scan.starting_at(token)) {
      if (in_table(table, hit.concept_id)) return true;
    }
    return false;
  }
  static bool hit_in(const Record& record, base::Span at, const std::vector<bool>& table) {
    for (const lexicon::Hit& hit : record.language.scan.within(at)) {
      if (in_table(table, hit.concept_id)) return true;
    }
    return false;
  }
  static bool within(const Record& record, const SectionsAsked& sections, std::uint32_t unit) {
    Candidate c;
    sections.check(record, static_cast<std::int32_t>(unit), c);
    return c.passed();
  }

  // How often the record names its children: whoever it names more often is one of them, whatever its fields say.
  static std::size_t subject_mentions(const Record& record) {
    std::size_t out = 0;
    for (const language::Mention& m : record.language.mentions) {
      out += !m.pronoun && !m.plural && is_subject(record, m.who) ? 1u : 0u;
    }
    return out;
  }

  static std::set<std::string> known_words(const Record& record) {
    std::set<std::string> out;
    auto add = [&](std::string_view text) {
      std::string part;
      for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i == text.size() || text[i] == ' ' || text[i] == '-' || text[i] == '(' || text[i] == ')') {
          if (part.size() > 1) out.insert(lexicon::folded_word(part));
          part.clear();
        } else {
          part += text[i];
        }
      }
    };
    for (const language::Entity& person : record.language.people) {
      add(person.name);
      for (const std::string& alias : person.aliases) add(alias);
    }
    return out;
  }

  bool name_like(const Record& record, std::size_t token) const {
    const Token& t = record.language.scan.tokens[token];
    std::string_view text = t.at.of(record.document.text);
    if (t.kind != TokenKind::word || !t.capital || text.size() < 3) return false;
    return std::any_of(text.begin() + 1, text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  }

  // Names in fields, headings and short cells: the form knows them.
  void listed(const Record& record, std::set<std::string>& others) const {
    auto take = [&](base::Span at) {
      auto [first, last] = record.language.scan.range(at);
      for (std::size_t i = first; i < last; ++i) {
        if (name_like(record, i)) others.insert(word(record, i));
      }
    };
    auto is_short = [&](base::Span at) {
      auto [first, last] = record.language.scan.range(at);
      return last - first <= short_cell_words;
    };
    for (const form::Unit& unit : record.form.units) {
      if (unit.kind == form::UnitKind::heading) take(unit.at);
      if (unit.kind == form::UnitKind::field && is_short(unit.value)) take(unit.value);
      for (std::uint32_t c = unit.cell_begin; c < unit.cell_end; ++c) {
        base::Span cell = record.form.cells[c].at;
        bool told = std::any_of(record.form.passages.begin(), record.form.passages.end(),
                                [&](const form::Passage& p) { return p.at.overlaps(cell); });
        if (is_short(cell) && !told) take(cell);
      }
    }
  }

  // Whether the words beside a name tell whose it is: "her friend Chloe", "a boy called Sam", "Rex (dog)", "Jo, her
  // aunt".
  bool told_whose(const Record& record, std::size_t token, std::size_t first, std::size_t last) const {
    const auto& tokens = record.language.scan.tokens;
    std::size_t steps = 0;
    for (std::size_t i = token; i > first && steps < 3; ++steps) {
      --i;
      for (std::size_t from = i > first + 2 ? i - 2 : first; from <= i; ++from) {
        for (const lexicon::Hit& hit : record.language.scan.starting_at(from)) {
          if (hit.last == i && in_table(introducing, hit.concept_id)) return true;
        }
      }
      std::string_view text = tokens[i].at.of(record.document.text);
      bool passed_over = tokens[i].kind == TokenKind::punctuation || text == "and" || tokens[i].capital;
      if (!passed_over || text == "." || text == ";") break;
    }
    if (token + 1 >= last) return false;
    std::string_view next = tokens[token + 1].at.of(record.document.text);
    if (next == ":" && token == first) return true;  // who has a line of their own is known to the record
    if (next != "," && next != "(" && next != "-" && next != "\u2013") return false;
    if (next == "(") return true;
    for (std::size_t i = token + 2; i < std::min(last, token + 6); ++i) {
      if (hit_at(record, i, introducing)) return true;
    }
    return false;
  }

  void read(const Record& record, std::size_t index, const std::set<std::string>& known, std::set<std::string>& others,
            std::map<std::string, std::vector<Occurrence>>& found, std::map<std::string, std::size_t>& times) const {
    const language::Sentence& sentence = record.language.sentences[index];
    if (sentence.statement_begin == sentence.statement_end) return;
    const language::Statement& main = record.language.statements[sentence.statement_begin];
    bool workers = main.source == language::Source::worker || main.source == language::Source::unknown ||
                   main.source == language::Source::agency;
    auto [first, last] = record.language.scan.range(sentence.at);
    const auto& tokens = record.language.scan.tokens;
    for (std::size_t i = first; i < last; ++i) {
      if (!name_like(record, i)) continue;
      std::string name = word(record, i);
      if (known.count(name) != 0) continue;
      bool beside_name =
          (i + 1 < last && name_like(record, i + 1)) || (i > first && tokens[i - 1].capital && i - 1 > first);
      bool family_told =
          main.told && (main.source == language::Source::child || main.source == language::Source::parent ||
                        main.source == language::Source::relative);
      if (beside_name || family_told || told_whose(record, i, first, last)) {
        others.insert(name);
        continue;
      }
      ++times[name];
      if ((main.told && !workers) || main.general || main.quoted) continue;
      // What is to be done is done by somebody: only who is offered something ("Naveed should be offered") is a child.
      bool ahead = main.mood == language::Mood::intended || main.mood == language::Mood::directed;
      if ((ahead && !needs(record, i, last)) || !within(record, elsewhere, sentence.unit)) continue;
      if (std::optional<Occurrence> place = as_person(record, i, first, last, index)) {
        if (counts(record, *place, sentence)) found[name].push_back(*place);
      }
    }
  }

  // The name opens its clause and a verb follows, or something of its own.
  std::optional<Occurrence> as_person(const Record& record, std::size_t token, std::size_t first, std::size_t last,
                                      std::size_t sentence) const {
    const auto& tokens = record.language.scan.tokens;
    if (token + 1 >= last) return std::nullopt;
    auto text = [&](std::size_t i) { return tokens[i].at.of(record.document.text); };
    if (token > first && tokens[token - 1].kind != TokenKind::punctuation) {
      static const std::set<std::string, std::less<>> openers = {
          "and", "but", "that", "because", "while", "as", "although", "though", "so", "of", "in", "for", "says"};
      if (openers.count(word(record, token - 1)) == 0) return std::nullopt;
    }
    Occurrence out{token, sentence, false};
    std::string next = word(record, token + 1);
    if (next == "'s" && token + 2 < last && tokens[token + 2].kind == TokenKind::word && !tokens[token + 2].capital) {
      out.owner = true;
      return out;
    }
    if (token > first && (text(token - 1) == "of" || text(token - 1) == "in" || text(token - 1) == "for"))
      return std::nullopt;
    if (tokens[token + 1].kind != TokenKind::word || tokens[token + 1].capital) return std::nullopt;
    bool inflected = next.size() > 3 && (next.ends_with("s") || next.ends_with("ed")) && !next.ends_with("ss");
    static const std::set<std::string, std::less<>> auxiliaries = {"is", "was", "has", "had", "does", "did"};
    const bool verb = hit_at(record, token + 1, verbs);
    out.does = (inflected && verb) || auxiliaries.count(next) != 0;  // "New glasses came" names nobody
    if (verb || inflected || out.does) return out;
    // "Sam often asks"
    if (next.ends_with("ly") || next == "often" || next == "always" || next == "also" || next == "still" ||
        next == "now") {
      out.does = true;
      if (token + 2 < last && tokens[token + 2].kind == TokenKind::word) return out;
    }
    return std::nullopt;
  }

  // "should be offered", "needs", "would benefit": said of those for whom a plan is.
  bool needs(const Record& record, std::size_t token, std::size_t last) const {
    if (!hit_at(record, token, names)) return false;
    base::Span next{record.language.scan.tokens[token + 1].at.begin,
                    record.language.scan.tokens[std::min(last, token + 5) - 1].at.end};
    return token + 1 < last && hit_in(record, next, needing);
  }

  static bool in_small_letters(const Record& record, std::size_t token) {
    const std::string name = word(record, token);
    for (const Token& t : record.language.scan.tokens) {
      if (t.kind == TokenKind::word && !t.capital && t.at.size() == name.size() &&
          lexicon::folded_word(t.at.of(record.document.text)) == name) {
        return true;
      }
    }
    return false;
  }

  bool counts(const Record& record, const Occurrence& place, const language::Sentence& sentence) const {
    bool first_name = hit_at(record, place.token, names);
    std::size_t next = place.token + (place.owner ? 2u : 1u);
    base::Span rest{record.language.scan.tokens[next].at.begin, sentence.at.end};
    bool matter = hit_in(record, rest, matters);
    bool section = within(record, of_child, sentence.unit);
    if (first_name) {
      // Whoever reports may be a colleague called by the first name, unless it is a child's own section.
      if (!place.owner && word(record, next) != "has" && hit_at(record, next, reports)) return section;
      return matter || section;
    }
    // An unlisted word must be somebody's by what is said at once ("X's bedroom", "X attends"), and be no word of the
    // language or of the field, nor stand anywhere in small letters.
    const std::string name = word(record, place.token);
    if (!place.owner && (name.ends_with("ed") || name.ends_with("ing"))) return false;  // "Devoted parents"
    if (!place.owner && !place.does) return false;                                      // "Gas bottle heater"
    return hit_at(record, next, matters) && !hit_at(record, place.token, common) &&
           !in_small_letters(record, place.token);
  }
};

}  // namespace

base::Result<QueryPointer> make_wrong_name(const base::xml::Element& element, const Compiling& compiling) {
  Attributes a(element, compiling.file);
  auto query = std::make_shared<WrongName>();
  query->names = concepts_named(a.words("names"), a, compiling);
  query->matters = concepts_named(a.words("matters"), a, compiling);
  query->needing = concepts_named({"child.needs"}, a, compiling);
  query->introducing = concepts_named(a.words("introduced"), a, compiling);
  query->verbs = concepts_named({"frame", "verb", "word.modal", "form.past", "form.same"}, a, compiling);
  query->reports = concepts_named({"report"}, a, compiling);
  query->common = concepts_named({"word", "pronoun", "cue", "role", "agency", "form", "report", "frame"}, a, compiling);
  SectionsAsked asked = SectionsAsked::read(a, compiling);
  query->of_child.in = asked.in;
  query->elsewhere.out = asked.out;
  if (base::Status status = a.finish(); !status) return status.error();
  return QueryPointer(query);
}

}  // namespace checklist::kinds
