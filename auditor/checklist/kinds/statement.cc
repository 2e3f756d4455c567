// <statement>: who says or does what, about whom. Unless asked otherwise it is affirmed (what is told, where something
// is told), asserted or hedged, current, about this record, and more than a process claim.
#include <algorithm>
#include <array>

#include "checklist/kinds/conditions.h"
#include "checklist/kinds/contributors.h"

namespace checklist::kinds {
namespace {

using language::Statement;

using Table = std::vector<std::pair<std::string_view, std::uint32_t>>;

template <typename Enum>
constexpr std::uint32_t bit(Enum value) {
  return 1u << static_cast<unsigned>(value);
}

template <typename Enum>
Table table_of(std::initializer_list<Enum> values) {
  Table table;
  for (Enum value : values) table.emplace_back(language::name_of(value), bit(value));
  return table;
}

const Table& abouts() {
  using A = language::About;
  static const Table table = table_of({A::unknown, A::child, A::sibling, A::parent, A::agency, A::other, A::nobody});
  return table;
}
const Table& sources() {
  using S = language::Source;
  static const Table table =
      table_of({S::unknown, S::child, S::parent, S::relative, S::agency, S::worker, S::form, S::policy});
  return table;
}
const Table& frames() {
  using F = language::Frame;
  static const Table table = table_of({F::none, F::say, F::want, F::feel, F::show, F::see, F::ask, F::tell, F::act,
                                       F::happen, F::judge, F::plan, F::refuse, F::cause, F::be});
  return table;
}
const Table& moods() {
  using M = language::Mood;
  static const Table table = table_of({M::asserted, M::hedged, M::intended, M::directed, M::conditional, M::asked});
  return table;
}
const Table& times() {
  using T = language::Time;
  static const Table table = table_of({T::past, T::present, T::future});
  return table;
}
const Table& polarities() {
  static const Table table = table_of({language::Polarity::affirmed, language::Polarity::denied});
  return table;
}
const Table& standings() {
  static const Table table = table_of({language::Standing::current, language::Standing::superseded});
  return table;
}

class StatementQuery : public Query {
 public:
  std::uint32_t about = UINT32_MAX, source = UINT32_MAX, frame = UINT32_MAX, told_frame = UINT32_MAX;
  std::uint32_t polarity = 0, told = 0, mood = 0, time = UINT32_MAX, standing = 0;
  bool to_child = false, to_child_asked = false, general = false, general_asked = true;
  bool process = false, process_asked = true;
  std::optional<bool> quoted, group, dated, earlier;
  bool clauses = false;
  bool names_agency = false;  // the sentence names somebody outside the family and the team
  std::vector<bool> agencies;
  Range content;
  WordsAsked words;
  SectionsAsked sections;
  std::string written;

  std::vector<Candidate> candidates(const Record& record, const Scope& scope) const override {
    std::vector<Candidate> out;
    const std::optional<Contributors> contributors = contributors_of(record);
    if (scope.shortlists == nullptr) {
      each_asked(record, [&](std::uint32_t s) {
        judge({record, scope, contributors}, record.language.statements[s], out);
      });
    } else {
      for (std::uint32_t s : shortlist(record, contributors, *scope.shortlists))
        judge({record, scope, contributors}, record.language.statements[s], out);
    }
    return out;
  }

  std::string describe() const override { return written; }

 private:
  // Calls `each` with the index of every statement that may hold the words asked for, in order.
  template <typename Each>
  void each_asked(const Record& record, Each each) const {
    const std::vector<Statement>& statements = record.language.statements;
    if (clauses || words.groups == 0) {
      for (std::uint32_t s = 0; s < statements.size(); ++s) {
        if ((statements[s].main || clauses) && words.may_hold(statements[s])) each(s);
      }
      return;
    }
    for (std::uint32_t sentence : words.sentences(record)) {
      const language::Sentence& of = record.language.sentences[sentence];
      for (std::uint32_t s = of.statement_begin; s < of.statement_end; ++s) {
        if (statements[s].main) each(s);
      }
    }
  }

  // What statements are judged by.
  struct Asked {
    const Record& record;
    const Scope& scope;
    const std::optional<Contributors>& contributors;  // where agencies are asked for
  };
  std::optional<Contributors> contributors_of(const Record& record) const {
    return names_agency ? std::optional<Contributors>(record) : std::nullopt;
  }

  // Adds the statement where it passes or nearly does.
  void judge(const Asked& asked, const Statement& s, std::vector<Candidate>& out) const {
    const std::uint32_t failed = failed_by_itself(asked.record, asked.scope, s);
    if (hopeless(failed)) return;
    Candidate candidate = judged(asked, s, failed);
    if (candidate.passed() || candidate.is_near_miss()) out.push_back(candidate);
  }

  // Those that pass or nearly do where no child is asked about: a child only adds a condition that may fail.
  const std::vector<std::uint32_t>& shortlist(const Record& record, const std::optional<Contributors>& contributors,
                                              Shortlists& lists) const {
    const auto [place, added] = lists.try_emplace(this);
    std::vector<std::uint32_t>& list = place->second;
    if (!added) return list;
    std::vector<Candidate> taken;
    each_asked(record, [&](std::uint32_t s) {
      judge({record, {}, contributors}, record.language.statements[s], taken);
      if (!taken.empty()) list.push_back(s);
      taken.clear();
    });
    return list;
  }

  // The conditions that fail by what is known of a statement: cheap to ask, and asked first.
  std::uint32_t failed_by_itself(const Record& record, const Scope& scope, const Statement& s) const {
    struct {
      std::uint32_t failed = 0;
      void fail(Condition condition) { failed |= bit(condition); }
    } c;
    if ((bit(s.frame) & frame) == 0 && !(s.told && (bit(s.told_frame) & frame) != 0)) c.fail(Condition::frame);
    if ((bit(s.told_frame) & told_frame) == 0) c.fail(Condition::frame);
    if ((bit(s.about) & about) == 0) c.fail(Condition::about);
    if (group && *group != s.group) c.fail(Condition::about);
    if (scope.child != language::nobody && s.about_who != scope.child && s.source_who != scope.child &&
        s.addressee != scope.child) {
      c.fail(Condition::about);
    }
    if (to_child_asked && to_child != is_subject(record, s.addressee)) c.fail(Condition::about);
    if ((bit(source_of(record, s)) & source) == 0) c.fail(Condition::source);
    if ((bit(s.polarity) & polarity) == 0 && !(s.told && told_counts())) c.fail(Condition::polarity);
    if (s.told && (bit(s.told_polarity) & told) == 0) c.fail(Condition::polarity);
    if ((bit(s.mood) & mood) == 0) c.fail(Condition::mood);
    if ((bit(s.time) & time) == 0) c.fail(Condition::time);
    if ((bit(s.standing) & standing) == 0) c.fail(Condition::standing);
    if (general_asked && s.general != general) c.fail(Condition::general);
    if (process_asked && s.process != process) c.fail(Condition::process);
    if (quoted && *quoted != s.quoted) c.fail(Condition::content);
    if (!content.holds(s.content)) c.fail(Condition::content);
    return c.failed;
  }

  // A candidate that is neither taken nor a near miss may come back half judged.
  Candidate judged(const Asked& asked, const Statement& s, std::uint32_t failed) const {
    const Record& record = asked.record;
    Candidate c;
    c.failed = failed;
    const language::Sentence& sentence = record.language.sentences[s.sentence];
    const base::Span at = s.main ? sentence.at : s.at;
    if (!words.tells_of(s)) {
      // What is not to be found is not there.
    } else if (s.main) {
      words.check(record.holding.in(s.sentence), c);
    } else {
      words.check(record, at, c);
    }
    if (hopeless(c.failed)) return c;
    sections.check(record, static_cast<std::int32_t>(s.unit), c);
    if (dated && *dated != has_date(record, at)) {
      c.fail(Condition::shape);
      c.why = *dated ? "without a date" : "";
    }
    if (earlier && *earlier != has_earlier_time(record, at)) {
      c.fail(Condition::time);
      c.why = *earlier ? "tells no earlier time" : "";
    }
    if (hopeless(c.failed)) return c;
    if (names_agency && !agency_in(record, *asked.contributors, sentence.at)) c.fail(Condition::about);
    c.at = quotable(record, at);
    c.strength += s.content;
    if (s.about_who >= 0) {
      c.name = record.language.people[static_cast<std::size_t>(s.about_who)].name;
      c.group = c.name;
    }
    return c;
  }

  // Failed what no near miss fails, or more than one condition.
  static bool hopeless(std::uint32_t failed) {
    return (failed & (bit(Condition::frame) | bit(Condition::concept_found))) != 0 || (failed & (failed - 1)) != 0;
  }

  // An agency or one of its people: by a term, by the roster, or by the name under which it contributed.
  bool agency_in(const Record& record, const Contributors& contributors, base::Span at) const {
    for (const lexicon::Hit& hit : record.language.scan.within(at)) {
      if (in_table(agencies, hit.concept_id)) return true;
    }
    for (const language::Mention& mention : record.language.mentions_from(at)) {
      if (mention.who < 0 || mention.pronoun) continue;
      language::Role role = record.language.people[static_cast<std::size_t>(mention.who)].role;
      if (role == language::Role::professional || contributors.has(mention.who)) return true;
    }
    return contributors.any_named_in(at.of(record.document.text));
  }

  // "He said he doesn't want to" is a view: where something is told, it is the telling that must be affirmed.
  bool told_counts() const { return polarity == bit(language::Polarity::affirmed); }

  // The child is one whom the record is about: what a brother of theirs says, who has his own record, is a relative's.
  static language::Source source_of(const Record& record, const Statement& s) {
    const bool of_sibling = s.source_who >= 0 && record.language.people[static_cast<std::size_t>(s.source_who)].role ==
                                                     language::Role::sibling;
    return s.source == language::Source::child && of_sibling ? language::Source::relative : s.source;
  }

  static bool is_subject(const Record& record, language::EntityId who) {
    return who >= 0 && record.language.people[static_cast<std::size_t>(who)].role == language::Role::subject_child;
  }
};

}  // namespace

base::Result<QueryPointer> make_statement(const base::xml::Element& element, const Compiling& compiling) {
  Attributes a(element, compiling.file);
  auto query = std::make_shared<StatementQuery>();
  using language::Mood;
  using language::Polarity;
  using language::Standing;
  query->about = a.choice("about", abouts(), UINT32_MAX);
  query->source = a.choice("source", sources(), ~(bit(language::Source::form) | bit(language::Source::policy)));
  query->frame = a.choice("frame", frames(), UINT32_MAX);
  query->told_frame = a.choice("told-frame", frames(), UINT32_MAX);
  query->polarity = a.choice("polarity", polarities(), bit(Polarity::affirmed));
  query->told = a.choice("told", polarities(), bit(Polarity::affirmed));
  query->mood = a.choice("mood", moods(), bit(Mood::asserted) | bit(Mood::hedged));
  query->time = a.choice("time", times(), UINT32_MAX);
  query->standing = a.choice("standing", standings(), bit(Standing::current));
  std::string addressee = a.text("addressee");
  if (!addressee.empty() && addressee != "child" && addressee != "other") {
    a.fail("'" + addressee + "' is no addressee", "write child or other");
  }
  query->to_child_asked = !addressee.empty();
  query->to_child = addressee == "child";
  std::string general = a.text("general", "no");
  query->general_asked = general != "any";
  query->general = general == "yes";
  std::string process = a.text("process", "no");
  query->process_asked = process != "any";
  query->process = process == "yes";
  query->quoted = a.yes_no("quoted");
  query->group = a.yes_no("group");
  query->dated = a.yes_no("dated");
  query->earlier = a.yes_no("earlier");
  query->clauses = a.yes_no("clauses").value_or(false);
  std::string names = a.text("names");
  if (!names.empty() && names != "agency") a.fail("'" + names + "' cannot be asked for by name", "write agency");
  query->names_agency = names == "agency";
  if (query->names_agency) {
    query->agencies = compiling.lexicon.family_table("agency");
    for (std::size_t id = 1; id < query->agencies.size(); ++id) {
      auto concept_id = static_cast<lexicon::ConceptId>(id);
      if (compiling.lexicon.attribute(concept_id, "team") == "yes") query->agencies[id] = false;
      if (compiling.lexicon.attribute(concept_id, "contributor") == "no") query->agencies[id] = false;
    }
  }
  query->content = a.range("content");
  query->words = WordsAsked::read(a, compiling);
  query->sections = SectionsAsked::read(a, compiling);
  a.text("id");
  if (base::Status status = a.finish(); !status) return status.error();
  query->written = "a statement";
  for (const auto& [name, value] : element.attributes) {
    if (name == "has" || name == "with" || name == "also" || name == "lacks" || name == "sections" || name == "id")
      continue;
    query->written.append(", ").append(name).append(" ").append(value);
  }
  query->written += query->words.written + query->sections.written;
  return QueryPointer(query);
}

}  // namespace checklist::kinds
