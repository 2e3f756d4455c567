// <characteristic>, <contribution>, <action>, <seen>, <decision>, <feedback>, <children>, <type>: records of fact.
#include "checklist/kinds/conditions.h"

namespace checklist::kinds {
namespace {

constexpr std::size_t long_sentence = 24;  // tokens

// Fails the candidate's shape where a fact's answer is not the one asked for.
void expect(const std::optional<bool>& asked, bool is, Candidate& candidate, const char* why) {
  if (!asked || *asked == is) return;
  candidate.fail(Condition::shape);
  candidate.why = why;
}

std::string described(const base::xml::Element& element, const char* noun) {
  std::string out = noun;
  for (const auto& [name, value] : element.attributes) out.append(", ").append(name).append(" ").append(value);
  return out;
}

std::string_view name_of(const Record& record, language::EntityId who) {
  return who < 0 ? std::string_view() : record.language.people[static_cast<std::size_t>(who)].name;
}

class CharacteristicQuery : public Query {
 public:
  std::vector<bool> fields;
  std::string written;

  std::vector<Candidate> candidates(const Record& record, const Scope& scope) const override {
    std::vector<Candidate> out;
    for (const facts::Characteristic& fact : record.facts.characteristics) {
      if (!in_table(fields, fact.field)) continue;
      Candidate c;
      c.at = quotable(record, fact.at);
      c.group = c.name = record.lexicon.field_name(fact.field);
      if (scope.child >= 0 && fact.child >= 0 && fact.child != scope.child) c.fail(Condition::about);
      out.push_back(c);
    }
    return out;
  }
  // One sentence may hold several of them ("Ghanaian, and speaks English"): none is dropped as a repetition here.
  Found find(const Record& record, const Scope& scope) const override {
    Found found;
    for (const Candidate& c : candidates(record, scope)) (c.passed() ? found.evidence : found.near).push_back(c);
    found.holds = !found.evidence.empty();
    return found;
  }
  std::string describe() const override { return written; }
};

class ContributionQuery : public Query {
 public:
  std::optional<bool> contributed, gap, explained, no_concerns, dated, told_how, specific;
  bool public_too = false;
  WordsAsked words;
  SectionsAsked sections;
  std::string written;

  std::vector<Candidate> candidates(const Record& record, const Scope&) const override {
    std::vector<Candidate> out;
    for (const facts::Contribution& fact : record.facts.contributions) {
      if (fact.public_referrer && !public_too) continue;
      Candidate c;
      c.at = quotable(record, fact.at);
      c.name = fact.name;
      c.group = fact.name;
      expect(contributed, fact.contributed, c, "listed, without a sign that it contributed");
      expect(gap, fact.gap, c, "");
      expect(explained, fact.gap_explained, c, "the gap is left unexplained");
      expect(no_concerns, fact.no_concerns, c, "");
      expect(dated, fact.when != language::no_day || !fact.when_at.empty(), c, "without a date");
      if (dated.value_or(false)) c.at = quotable(record, up_to_date(record, fact));
      expect(told_how, fact.means != facts::Means::unknown, c, "");
      expect(specific, !fact.says.empty(), c, "nothing specific is attributed to it");
      if (specific.value_or(false) && !fact.says.empty()) c.at = quotable(record, fact.says.front());
      words.check(record, fact.at, c);
      sections.check(record, record.form.unit_at(fact.at.begin), c);
      c.strength = static_cast<std::int32_t>(fact.says.size()) + (fact.when_at.empty() ? 0 : 2);
      out.push_back(c);
    }
    return out;
  }
  std::string describe() const override { return written; }

 private:
  // Of a long sentence what leads up to the date: "The clinic wrote on 4 May".
  static base::Span up_to_date(const Record& record, const facts::Contribution& fact) {
    auto [first, last] = record.language.scan.range(fact.at);
    bool inside = !fact.when_at.empty() && fact.at.contains(fact.when_at);
    return inside && last - first > long_sentence ? base::Span{fact.at.begin, fact.when_at.end} : fact.at;
  }
};

class ActionQuery : public Query {
 public:
  std::optional<bool> owned, bounded, vague, review, tells_referrer;
  Range content;
  WordsAsked words;
  SectionsAsked sections;
  std::string written;

  std::vector<Candidate> candidates(const Record& record, const Scope&) const override {
    std::vector<Candidate> out;
    for (const facts::Action& fact : record.facts.actions) {
      Candidate c;
      c.at = quotable(record, fact.at);
      expect(vague, fact.vague, c, "too vague to be checked");
      expect(review, fact.review, c, "");
      expect(tells_referrer, fact.tells_referrer, c, "");
      expect(owned, fact.owned, c, fact.owner.empty() ? "nobody is named" : "names nobody in particular");
      expect(bounded, fact.bounded, c, fact.due.empty() ? "no time is said" : "no bounded time");
      if (!content.holds(fact.content)) c.fail(Condition::content);
      words.check(record, fact.at, c);
      sections.check(record, static_cast<std::int32_t>(fact.unit), c);
      c.strength = fact.content;
      if (!c.passed() && !c.is_near_miss()) continue;
      c.name = record.composed.keep(words_at(record, quotable(record, fact.what)));
      c.group = record.composed.keep(std::to_string(fact.at.begin));
      out.push_back(c);
    }
    return out;
  }
  std::string describe() const override { return written; }
};

class SeenQuery : public Query {
 public:
  std::optional<bool> seen, dated;
  std::uint32_t alone = UINT32_MAX;
  std::string written;

  std::vector<Candidate> candidates(const Record& record, const Scope& scope) const override {
    std::vector<Candidate> out;
    for (const facts::Seen& fact : record.facts.seen) {
      if (scope.child >= 0 && fact.child >= 0 && fact.child != scope.child) continue;
      Candidate c;
      c.at = quotable(record, fact.at);
      c.group = c.name = name_of(record, fact.child);
      expect(seen, fact.seen, c, "not seen");
      expect(dated, fact.dated, c, "without a date");
      if ((alone & (1u << static_cast<unsigned>(fact.alone))) == 0) {
        c.fail(Condition::shape);
        c.why = fact.alone == facts::Aloneness::not_alone ? "seen with others" : "nothing on whether alone";
      }
      c.strength = (fact.dated ? 2 : 0) + (fact.alone != facts::Aloneness::unsaid ? 2 : 0) + (fact.child >= 0 ? 1 : 0);
      out.push_back(c);
    }
    return out;
  }
  std::string describe() const override { return written; }
};

class DecisionQuery : public Query {
 public:
  std::optional<bool> named, dated, reasoned;
  std::string written;

  std::vector<Candidate> candidates(const Record& record, const Scope&) const override {
    std::vector<Candidate> out;
    for (const facts::Decision& fact : record.facts.decisions) {
      Candidate c;
      c.at = quotable(record, fact.at);
      c.name = record.composed.keep(words_at(record, fact.name));
      expect(named, !fact.name.empty(), c, "no name");
      expect(dated, !fact.date.empty(), c, "no date");
      expect(reasoned, fact.reasoned, c, "no reason or direction");
      c.strength = (fact.reasoned ? 4 : 0) + (fact.date.empty() ? 0 : 1);
      base::Span signature = base::join(fact.name, fact.date);
      auto [first, last] = record.language.scan.range(signature);
      if (fact.reasoned && !fact.name.empty() && !fact.date.empty() && last - first <= long_sentence) {
        Candidate who = c;
        who.at = signature;
        --who.strength;
        out.push_back(who);
      }
      out.push_back(c);
    }
    return out;
  }
  std::string describe() const override { return written; }
};

class FeedbackQuery : public Query {
 public:
  std::optional<bool> told, dated, how, why_not;
  std::string written;

  std::vector<Candidate> candidates(const Record& record, const Scope&) const override {
    std::vector<Candidate> out;
    for (const facts::Feedback& fact : record.facts.feedback) {
      Candidate c;
      c.at = quotable(record, fact.at);
      expect(told, fact.told, c, "only intended");
      expect(dated, fact.dated, c, "without a date");
      expect(how, fact.how, c, "nothing on how");
      expect(why_not, fact.why_not, c, "");
      c.strength = (fact.told ? 2 : 0) + (fact.dated ? 1 : 0) + (fact.how ? 1 : 0);
      out.push_back(c);
    }
    return out;
  }
  std::string describe() const override { return written; }
};

class ChildrenQuery : public Query {
 public:
  Range wanted;
  std::string written;

  std::vector<Candidate> candidates(const Record&, const Scope&) const override { return {}; }
  Found find(const Record& record, const Scope&) const override {
    Found out;
    out.words["children"] = std::to_string(record.language.subjects.size());
    out.holds = wanted.holds(static_cast<std::uint32_t>(record.language.subjects.size()));
    return out;
  }
  std::string describe() const override { return written; }
};

class TypeQuery : public Query {
 public:
  std::vector<std::string> types;
  std::string written;

  std::vector<Candidate> candidates(const Record&, const Scope&) const override { return {}; }
  Found find(const Record& record, const Scope&) const override {
    Found out;
    for (const std::string& type : types) out.holds = out.holds || type == record.facts.type;
    return out;
  }
  std::string describe() const override { return written; }
};

}  // namespace

base::Result<QueryPointer> make_characteristic(const base::xml::Element& element, const Compiling& compiling) {
  Attributes a(element, compiling.file);
  auto query = std::make_shared<CharacteristicQuery>();
  query->fields = fields_named(a.words("fields"), a, compiling);
  if (base::Status status = a.finish(); !status) return status.error();
  query->written = described(element, "a recorded characteristic");
  return QueryPointer(query);
}

base::Result<QueryPointer> make_contribution(const base::xml::Element& element, const Compiling& compiling) {
  Attributes a(element, compiling.file);
  auto query = std::make_shared<ContributionQuery>();
  query->contributed = a.yes_no("contributed");
  query->gap = a.yes_no("gap");
  query->explained = a.yes_no("explained");
  query->no_concerns = a.yes_no("no-concerns");
  query->dated = a.yes_no("dated");
  query->told_how = a.yes_no("told-how");
  query->specific = a.yes_no("specific");
  query->public_too = a.yes_no("public-too").value_or(false);
  query->words = WordsAsked::read(a, compiling);
  query->sections = SectionsAsked::read(a, compiling);
  if (base::Status status = a.finish(); !status) return status.error();
  query->written = described(element, "an agency's contribution");
  return QueryPointer(query);
}

base::Result<QueryPointer> make_action(const base::xml::Element& element, const Compiling& compiling) {
  Attributes a(element, compiling.file);
  auto query = std::make_shared<ActionQuery>();
  query->owned = a.yes_no("owned");
  query->bounded = a.yes_no("bounded");
  query->vague = a.yes_no("vague");
  query->review = a.text("review", "no") == "any" ? std::nullopt : std::optional(a.text("review", "no") == "yes");
  query->tells_referrer =
      a.text("tells-referrer", "no") == "any" ? std::nullopt : std::optional(a.text("tells-referrer", "no") == "yes");
  query->content = a.range("content");
  query->words = WordsAsked::read(a, compiling);
  query->sections = SectionsAsked::read(a, compiling);
  if (base::Status status = a.finish(); !status) return status.error();
  query->written = described(element, "an action");
  return QueryPointer(query);
}

base::Result<QueryPointer> make_seen(const base::xml::Element& element, const Compiling& compiling) {
  Attributes a(element, compiling.file);
  auto query = std::make_shared<SeenQuery>();
  query->seen = a.yes_no("seen");
  if (!query->seen) query->seen = true;
  query->dated = a.yes_no("dated");
  using facts::Aloneness;
  auto bit = [](Aloneness value) { return 1u << static_cast<unsigned>(value); };
  query->alone = a.choice("alone",
                          {{"unsaid", bit(Aloneness::unsaid)},
                           {"alone", bit(Aloneness::alone)},
                           {"not-alone", bit(Aloneness::not_alone)},
                           {"reason", bit(Aloneness::reason_why_not)}},
                          UINT32_MAX);
  if (base::Status status = a.finish(); !status) return status.error();
  query->written = described(element, "the child seen");
  return QueryPointer(query);
}

base::Result<QueryPointer> make_decision(const base::xml::Element& element, const Compiling& compiling) {
  Attributes a(element, compiling.file);
  auto query = std::make_shared<DecisionQuery>();
  query->named = a.yes_no("named");
  query->dated = a.yes_no("dated");
  query->reasoned = a.yes_no("reasoned");
  if (base::Status status = a.finish(); !status) return status.error();
  query->written = described(element, "a manager's decision");
  return QueryPointer(query);
}

base::Result<QueryPointer> make_feedback(const base::xml::Element& element, const Compiling& compiling) {
  Attributes a(element, compiling.file);
  auto query = std::make_shared<FeedbackQuery>();
  query->told = a.yes_no("told");
  query->dated = a.yes_no("dated");
  query->how = a.yes_no("how");
  query->why_not = a.yes_no("why-not");
  if (base::Status status = a.finish(); !status) return status.error();
  query->written = described(element, "word to the referrer");
  return QueryPointer(query);
}

base::Result<QueryPointer> make_children(const base::xml::Element& element, const Compiling& compiling) {
  Attributes a(element, compiling.file);
  auto query = std::make_shared<ChildrenQuery>();
  query->wanted = a.range("of", {1, UINT32_MAX});
  if (base::Status status = a.finish(); !status) return status.error();
  query->written = described(element, "subject children");
  return QueryPointer(query);
}

base::Result<QueryPointer> make_type(const base::xml::Element& element, const Compiling& compiling) {
  Attributes a(element, compiling.file);
  auto query = std::make_shared<TypeQuery>();
  query->types = a.words("is");
  if (base::Status status = a.finish(); !status) return status.error();
  query->written = described(element, "a record of the type");
  return QueryPointer(query);
}

}  // namespace checklist::kinds
