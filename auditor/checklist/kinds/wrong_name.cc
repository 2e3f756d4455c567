// <wrong-name>: the record calls the child by a name that is nobody's in it, a sign that a passage was copied from
// another child's record. A capitalised word counts where it has the place of a person (before a verb, or as owner),
// what is said is a child's matter, no entry or table knows the name, and nothing tells whose it is ("her friend",
// "called").
#include <algorithm>
#include <map>
#include <set>

#include "checklist/kinds/contradiction.h"
#include "checklist/kinds/short_names.h"

namespace checklist::kinds {
namespace {

using lexicon::Token;
using lexicon::TokenKind;

constexpr std::size_t most_occurrences = 6;  // who is spoken of more often belongs to the record, introduced or not
constexpr std::size_t most_left_over = 2;    // a name left over from another record stands once, or twice
constexpr std::size_t thing_reach = 2;       // words from an owner to what is owned: "Tom's emotional needs"
constexpr std::size_t short_cell_words = 8;  // a cell as short as this lists and does not tell

struct Occurrence {
  std::size_t token = 0;
  std::size_t sentence = 0;
  bool owner = false;    // "X's bedroom"
  bool does = false;     // a verb in a person's form stands behind it: "attends", "is", "often plays"
  bool plainly = false;  // what is said can hardly be of anybody but a child: "will need support with reading"
  bool once = false;     // enough where the name stands nowhere else: "Tom is often late"
};

class WrongName : public Query {
 public:
  std::vector<bool> names, matters, introducing, verbs, reports;
  std::vector<bool> needing;
  std::vector<bool> plain, things;  // what is said plainly of a child, and what is a child's own
  std::vector<bool> objects;        // what is done to a child, before the name: "to keep Tom safe"
  std::vector<bool> adult;          // what is told of grown-ups alone: "was sentenced"
  std::vector<bool> grown, tells;   // what grown-ups and colleagues do; "says", "asks"
  std::vector<bool> meeting;        // what a worker does with the child: "she saw Tom"
  std::vector<bool> presenting;     // "is her friend": behind the name
  std::vector<bool> pronouns;       // "he", "her": behind an unlisted name they tell that it is somebody's
  std::vector<bool> common;         // words that name nobody
  SectionsAsked of_child;           // sections where every sentence is about the child
  SectionsAsked elsewhere;

  std::vector<Candidate> candidates(const Record& record, const Scope&) const override {
    std::vector<Candidate> out;
    if (record.language.subjects.empty()) return out;
    const std::set<std::string> known = known_words(record, false);
    const std::set<std::string> people = known_words(record, true);  // those who may be called by a short form
    std::set<std::string> others;                                    // names that the text tells whose they are
    std::map<std::string, std::vector<Occurrence>> found;
    std::map<std::string, std::size_t> times;
    listed(record, others);
    for (std::size_t s = 0; s < record.language.sentences.size(); ++s) read(record, s, known, others, found, times);
    for (const auto& [name, places] : found) {
      if (others.count(name) != 0 || times[name] > std::min(most_occurrences, subject_mentions(record))) continue;
      if (std::any_of(people.begin(), people.end(),
                      [&, &name = name](const std::string& k) { return may_be_short_for(name, k); }))
        continue;
      for (const Occurrence& place : places) {
        if ((place.plainly && times[name] > most_left_over) || (place.once && times[name] > 1)) continue;
        Candidate c;
        c.at = quotable(record, record.language.sentences[place.sentence].at);
        c.name = record.language.scan.tokens[place.token].at.of(record.document.text);
        if (std::none_of(out.begin(), out.end(), [&](const Candidate& o) { return o.at == c.at; })) out.push_back(c);
      }
    }
    return out;
  }
  std::string describe() const override { return "a child called by a name that is nobody's in the record"; }

 private:
  static bool hit_at(const Record& record, std::size_t token, const std::vector<bool>& table) {
    for (const lexicon::Hit& hit : record.language.scan.starting_at(token)) {
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

  static std::set<std::string> known_words(const Record& record, bool people_only) {
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
      if (people_only && !person.named) continue;
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
        if (name_like(record, i)) others.insert(word_of(record, i));
      }
    };
    auto is_short = [&](base::Span at) {
      auto [first, last] = record.language.scan.range(at);
      return last - first <= short_cell_words;
    };
    auto is_told = [&](base::Span at) {
      return std::any_of(record.form.passages.begin(), record.form.passages.end(),
                         [&](const form::Passage& p) { return p.at.overlaps(at); });
    };
    // "Children: Kay Marsh (8), baby Marsh ("Lee" in the red book)": whoever stands where the children are named.
    auto names_children = [&](base::Span at) {
      const auto& subjects = record.language.subjects;
      return std::any_of(subjects.begin(), subjects.end(), [&](language::EntityId child) {
        return at.contains(record.language.people[static_cast<std::size_t>(child)].first.begin);
      });
    };
    for (const form::Unit& unit : record.form.units) {
      if (unit.kind == form::UnitKind::heading) take(unit.at);
      if (unit.kind == form::UnitKind::field && names_children(unit.value)) take(unit.value);
      if (unit.kind == form::UnitKind::field && is_short(unit.value) && !is_told(unit.value)) take(unit.value);
      for (std::uint32_t c = unit.cell_begin; c < unit.cell_end; ++c) {
        base::Span cell = record.form.cells[c].at;
        if (is_short(cell) && !is_told(cell)) take(cell);
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
      bool passed_over = tokens[i].kind == TokenKind::punctuation || text == "and" || text == "is" || text == "was" ||
                         tokens[i].capital;
      // "Friends: Chloe, Sam", but "Health visitor: Sam is up to date" tells of Sam.
      bool clause = text == ":" && token + 1 < last && hit_at(record, token + 1, verbs);
      if (!passed_over || text == "." || text == ";" || clause) break;
    }
    if (token + 1 >= last) return false;
    if (hit_at(record, token + 1, presenting) || told_behind(record, token, last)) return true;
    std::string_view next = tokens[token + 1].at.of(record.document.text);
    if (next == ":" && token == first) return true;  // who has a line of their own is known to the record
    if (next != "," && next != "(" && next != "-" && next != "\u2013") return false;
    if (next == "(") return true;
    for (std::size_t i = token + 2; i < std::min(last, token + 6); ++i) {
      if (hit_at(record, i, introducing)) return true;
    }
    return false;
  }

  // "Lee takes him (uncle)": a bracket of the sentence says who it is.
  bool told_behind(const Record& record, std::size_t token, std::size_t last) const {
    for (std::size_t i = token + 1; i + 2 < last; ++i) {
      if (word_of(record, i) != "(") continue;
      for (const lexicon::Hit& hit : record.language.scan.starting_at(i + 1)) {
        if (in_table(introducing, hit.concept_id) && word_of(record, hit.last + 1u) == ")") return true;
      }
    }
    return false;
  }

  // Somebody beside another of whom the record knows nothing ("Bowlby and Solomon"), or to whom the child does
  // something ("He bit Lee").
  bool of_others(const Record& record, std::size_t token, std::size_t first, const std::set<std::string>& known) const {
    if (token < first + 2) return false;
    const std::string before = word_of(record, token - 1);
    const std::string two_before = word_of(record, token - 2);
    if (before == "and" && token > first + 2) {
      return name_like(record, token - 2) && !record.language.scan.tokens[token - 3].capital &&
             known.count(two_before) == 0 && !hit_at(record, token - 2, names) &&
             !hit_at(record, token - 2, introducing);
    }
    return (two_before == "he" || two_before == "she") && hit_at(record, token - 1, verbs) &&
           !hit_at(record, token - 1, tells) && !hit_at(record, token - 1, meeting);
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
      std::string name = word_of(record, i);
      if (known.count(name) != 0) continue;
      bool beside_name =
          (i + 1 < last && name_like(record, i + 1)) || (i > first && tokens[i - 1].capital && i - 1 > first);
      bool family_told =
          main.told && (main.source == language::Source::child || main.source == language::Source::parent ||
                        main.source == language::Source::relative);
      // Of friends and relatives children tell; what a grown-up tells of how a child does is told of this one.
      bool childs = family_told && main.source != language::Source::child && within(record, of_child, sentence.unit) &&
                    hit_at(record, i, names);
      if (name.ends_with("ly") && !hit_at(record, i, names)) continue;  // "Permanently excluded"
      if (beside_name || (family_told && !childs) || told_whose(record, i, first, last) ||
          of_others(record, i, first, known)) {
        others.insert(name);
        continue;
      }
      ++times[name];
      if ((main.told && !workers && !childs) || main.general || main.quoted) continue;
      std::optional<Occurrence> place = as_person(record, i, first, last, index);
      if (!place && hit_at(record, i, names) && child_alone(record, i, first, last, main, sentence)) {
        found[name].push_back({i, index, false, false, false, true});
        continue;
      }
      if (!place) {
        if (childs) others.insert(name);
        continue;
      }
      place->plainly = plainly(record, *place, sentence);
      if (childs && !place->plainly && !said(record, *place, sentence, matters)) {
        others.insert(name);
        continue;
      }
      // What is to be done is done by somebody: only who is offered something ("Naveed should be offered") is a child.
      bool ahead = main.mood == language::Mood::intended || main.mood == language::Mood::directed;
      bool usual = (!ahead || needs(record, i, last)) && within(record, elsewhere, sentence.unit);
      if (place->plainly || (usual && counts(record, *place, sentence))) {
        found[name].push_back(*place);
      } else if (hit_at(record, i, names) && child_alone(record, i, first, last, main, sentence)) {
        place->once = true;
        found[name].push_back(*place);
      }
    }
  }

  // A listed name that the record has only here: whether what is said of it may be said of a child and of no colleague.
  bool child_alone(const Record& record, std::size_t token, std::size_t first, std::size_t last,
                   const language::Statement& main, const language::Sentence& sentence) const {
    if (token + 1 >= last) return false;
    const auto& tokens = record.language.scan.tokens;
    base::Span behind{tokens[token + 1].at.begin, sentence.at.end};
    base::Span near{tokens[token + 1].at.begin, tokens[std::min(last, token + 5) - 1].at.end};
    bool matter = holds(record, behind, matters) || holds(record, behind, things) || holds(record, near, plain);
    bool somebody = holds(record, behind, pronouns);
    if (done_to(record, token, first)) return matter || somebody || word_of(record, token + 1) == "'s";
    bool ahead = main.mood == language::Mood::intended || main.mood == language::Mood::directed;
    if (!subject_of_verb(record, token, first) || (ahead && !holds(record, near, plain))) return false;
    return matter || holds(record, {sentence.at.begin, tokens[token].at.begin}, matters) ||
           (somebody && !holds(record, behind, adult) && within(record, elsewhere, sentence.unit));
  }
  // Words of `objects` right before the name.
  bool done_to(const Record& record, std::size_t token, std::size_t first) const {
    constexpr std::size_t longest = 5;
    for (std::size_t i = token > first + longest ? token - longest : first; i < token; ++i) {
      for (const lexicon::Hit& hit : record.language.scan.starting_at(i)) {
        if (hit.last + 1u == token && in_table(objects, hit.concept_id)) return true;
      }
    }
    return false;
  }
  // A verb stands behind it, none of a grown-up's or of whoever reports, and neither a preposition nor another name
  // joins it to what stands before.
  bool subject_of_verb(const Record& record, std::size_t token, std::size_t first) const {
    const auto& tokens = record.language.scan.tokens;
    if (token > first) {
      static const std::set<std::string, std::less<>> joining = {"with", "to",   "by",  "from", "at",   "about", "like",
                                                                 "of",   "near", "for", "in",   "than", "beside"};
      std::string before = word_of(record, token - 1);
      if (joining.count(before) != 0 || before == "'s") return false;
      if (before == "and" && token > first + 1 && tokens[token - 2].capital) return false;
    }
    if (tokens[token + 1].kind != TokenKind::word || tokens[token + 1].capital) return false;
    for (std::size_t i = token + 1; i < std::min(tokens.size(), token + 3); ++i) {
      if (hit_at(record, i, grown) || hit_at(record, i, tells)) return false;
    }
    return hit_at(record, token + 1, verbs) || hit_at(record, token + 1, plain);
  }

  // "will need support", "Tom's attendance": said of a child, whatever the section. A word that no list knows as a name
  // must be somebody's by a pronoun behind it.
  bool plainly(const Record& record, const Occurrence& place, const language::Sentence& sentence) const {
    const auto& tokens = record.language.scan.tokens;
    std::size_t next = place.token + (place.owner ? 2u : 1u);
    auto [first, last] = record.language.scan.range(sentence.at);
    bool found = false;
    for (std::size_t i = next; i < std::min(last, next + thing_reach) && !found; ++i) {
      found = hit_at(record, i, place.owner ? things : plain);
    }
    if (!found || hit_at(record, place.token, names)) return found;
    return is_no_word(record, place.token) && holds(record, {tokens[next].at.begin, sentence.at.end}, pronouns);
  }
  // Behind the name, in the same sentence.
  static bool said(const Record& record, const Occurrence& place, const language::Sentence& sentence,
                   const std::vector<bool>& table) {
    return holds(record, {record.language.scan.tokens[place.token].at.end, sentence.at.end}, table);
  }

  // The name opens its clause and a verb follows, or something of its own.
  std::optional<Occurrence> as_person(const Record& record, std::size_t token, std::size_t first, std::size_t last,
                                      std::size_t sentence) const {
    const auto& tokens = record.language.scan.tokens;
    if (token + 1 >= last) return std::nullopt;
    auto text = [&](std::size_t i) { return tokens[i].at.of(record.document.text); };
    bool opens = token == first || tokens[token - 1].kind == TokenKind::punctuation;
    if (!opens) {
      static const std::set<std::string, std::less<>> openers = {
          "and", "but", "that", "because", "while", "as", "although", "though", "so", "of", "in", "for", "says"};
      opens = openers.count(word_of(record, token - 1)) != 0;
    }
    Occurrence out{token, sentence};
    std::string next = word_of(record, token + 1);
    if (next == "'s" && token + 2 < last && tokens[token + 2].kind == TokenKind::word && !tokens[token + 2].capital) {
      out.owner = true;
      // "I discussed Tom's presentation with her": of a child by what is owned, wherever it stands.
      if (!opens && !(hit_at(record, token, names) && hit_at(record, token + 2, things))) return std::nullopt;
      return out;
    }
    if (!opens) return std::nullopt;
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
    return token + 1 < last && holds(record, next, needing);
  }

  static bool in_small_letters(const Record& record, std::size_t token) {
    const std::string name = word_of(record, token);
    std::string room;
    for (const Token& t : record.language.scan.tokens) {
      if (t.kind == TokenKind::word && !t.capital && t.at.size() == name.size() &&
          lexicon::folded_in(t.at.of(record.document.text), room) == name) {
        return true;
      }
    }
    return false;
  }

  bool counts(const Record& record, const Occurrence& place, const language::Sentence& sentence) const {
    bool first_name = hit_at(record, place.token, names);
    std::size_t next = place.token + (place.owner ? 2u : 1u);
    base::Span rest{record.language.scan.tokens[next].at.begin, sentence.at.end};
    bool matter = holds(record, rest, matters);
    bool section = within(record, of_child, sentence.unit);
    if (first_name) {
      // Whoever reports may be a colleague called by the first name, unless it is a child's own section.
      if (!place.owner && word_of(record, next) != "has" && hit_at(record, next, reports)) return section;
      return matter || section;
    }
    // An unlisted word must be somebody's by what is said at once ("X's bedroom", "X attends").
    const std::string name = word_of(record, place.token);
    if (!place.owner && (name.ends_with("ed") || name.ends_with("ing"))) return false;  // "Devoted parents"
    if (!place.owner && !place.does) return false;                                      // "Gas bottle heater"
    return hit_at(record, next, matters) && is_no_word(record, place.token);
  }
  // No word of the language or of the field, and nowhere in small letters.
  bool is_no_word(const Record& record, std::size_t token) const {
    return !hit_at(record, token, common) && !in_small_letters(record, token);
  }
};

}  // namespace

base::Result<QueryPointer> make_wrong_name(const base::xml::Element& element, const Compiling& compiling) {
  Attributes a(element, compiling.file);
  auto query = std::make_shared<WrongName>();
  query->names = concepts_named(a.words("names"), a, compiling);
  query->matters = concepts_named(a.words("matters"), a, compiling);
  query->needing = concepts_named({"child.needs"}, a, compiling);
  query->plain = concepts_named(a.words("plainly"), a, compiling);
  query->things = concepts_named(a.words("owned"), a, compiling);
  query->objects = concepts_named(a.words("objects"), a, compiling);
  query->meeting = concepts_named(a.words("meeting"), a, compiling);
  query->grown = concepts_named(a.words("grown"), a, compiling);
  query->adult = concepts_named(a.words("adult"), a, compiling);
  query->presenting = concepts_named(a.words("presented"), a, compiling);
  query->pronouns = concepts_named({"pronoun.he", "pronoun.she"}, a, compiling);
  query->introducing = concepts_named(a.words("introduced"), a, compiling);
  query->verbs = concepts_named({"frame", "verb", "word.modal", "form.past", "form.same"}, a, compiling);
  query->reports = concepts_named({"report"}, a, compiling);
  query->tells = concepts_named({"report.say", "report.ask", "report.deny"}, a, compiling);
  query->common = concepts_named({"word", "pronoun", "cue", "role", "agency", "form", "report", "frame"}, a, compiling);
  SectionsAsked asked = SectionsAsked::read(a, compiling);
  query->of_child.in = asked.in;
  query->elsewhere.out = asked.out;
  if (base::Status status = a.finish(); !status) return status.error();
  return QueryPointer(query);
}

}  // namespace checklist::kinds
