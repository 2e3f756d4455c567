// <all>, <any>, <none>, <count>, <share>, <each-child>, <use>: queries made of queries.
#include <algorithm>
#include <set>

#include "checklist/kinds/conditions.h"

namespace checklist::kinds {
namespace {

void append(std::vector<Candidate>& to, std::vector<Candidate> from) {
  if (to.empty()) {
    to = std::move(from);
  } else {
    to.insert(to.end(), from.begin(), from.end());
  }
}

std::string listed(const std::vector<QueryPointer>& parts, std::string_view word) {
  std::string out;
  for (const QueryPointer& part : parts) {
    if (!out.empty()) out += " " + std::string(word) + " ";
    out += part->describe();
  }
  return parts.size() > 1 ? "(" + out + ")" : out;
}

class Combination : public Query {
 public:
  std::vector<QueryPointer> children;

  std::vector<Candidate> candidates(const Record& record, const Scope& scope) const override {
    std::vector<Candidate> out;
    for (const QueryPointer& child : children) append(out, child->candidates(record, scope));
    return out;
  }
  std::vector<const Query*> parts() const override {
    std::vector<const Query*> out;
    for (const QueryPointer& child : children) out.push_back(child.get());
    return out;
  }
};

class All : public Combination {
 public:
  Found find(const Record& record, const Scope& scope) const override {
    Found out;
    out.holds = true;
    for (const QueryPointer& child : children) {
      Found part = child->find(record, scope);
      out.holds = out.holds && part.holds;
      // The strongest of each part comes first, so that a short list of quotes shows every part.
      for (std::size_t i = 0; i < part.evidence.size(); ++i) part.evidence[i].strength = 1'000 - static_cast<int>(i);
      append(out.evidence, std::move(part.evidence));
      append(out.near, std::move(part.near));
      out.words.merge(part.words);
    }
    order(out.evidence);
    order(out.near);
    if (!out.holds) {
      for (Candidate& candidate : out.evidence) {
        candidate.fail(Condition::shape);
        candidate.why = "only a part of what is needed";
        out.near.push_back(candidate);
      }
      out.evidence.clear();
    }
    return out;
  }
  std::string describe() const override { return listed(children, "and"); }
};

class Any : public Combination {
 public:
  Found find(const Record& record, const Scope& scope) const override {
    Found out;
    for (const QueryPointer& child : children) {
      Found part = child->find(record, scope);
      append(out.near, std::move(part.near));
      for (auto& [name, value] : part.words) {
        if (part.holds || out.words.find(name) == out.words.end()) out.words[name] = value;
      }
      if (!part.holds) continue;
      out.holds = true;
      append(out.evidence, std::move(part.evidence));
    }
    order(out.evidence);
    order(out.near);
    return out;
  }
  std::string describe() const override { return listed(children, "or"); }
};

class None : public Combination {
 public:
  Found find(const Record& record, const Scope& scope) const override {
    Found out;
    out.holds = true;
    for (const QueryPointer& child : children) out.holds = out.holds && !child->find(record, scope).holds;
    return out;
  }
  std::string describe() const override { return "none of " + listed(children, "or"); }
};

// Distinct names of the candidates that passed, in order of place.
std::vector<Candidate> distinct(std::vector<Candidate> candidates, bool by_group) {
  if (!by_group) {
    order(candidates);
    return candidates;
  }
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) { return a.strength > b.strength; });
  std::vector<Candidate> out;
  std::set<std::string_view> seen;
  for (Candidate& candidate : candidates) {
    if (seen.insert(candidate.group).second) out.push_back(candidate);
  }
  return out;
}

std::string names_of(const std::vector<Candidate>& candidates) {
  std::vector<std::string_view> names;
  for (const Candidate& c : candidates) {
    if (!c.name.empty() && std::find(names.begin(), names.end(), c.name) == names.end()) names.push_back(c.name);
  }
  std::string out;
  for (std::size_t i = 0; i < names.size() && i < 6; ++i) {
    if (i > 0) out += i + 1 == names.size() ? " and " : ", ";
    out += names[i];
  }
  if (names.size() > 6) out += " and others";
  return out;
}

std::vector<Candidate> passed_of(std::vector<Candidate> all) {
  std::erase_if(all, [](const Candidate& c) { return !c.passed(); });
  return all;
}

class Count : public Combination {
 public:
  Range wanted;
  bool by_group = false;

  Found find(const Record& record, const Scope& scope) const override {
    Found out;
    std::vector<Candidate> all;
    for (const QueryPointer& child : children) {
      Found part = child->find(record, scope);
      // One sentence may tell of several: they are counted before a quote is made of them once.
      append(all, by_group ? passed_of(child->candidates(record, scope)) : std::move(part.evidence));
      append(out.near, std::move(part.near));
      out.words.merge(part.words);
    }
    std::vector<Candidate> counted = distinct(std::move(all), by_group);
    out.holds = wanted.holds(static_cast<std::uint32_t>(counted.size()));
    out.words["count"] = std::to_string(counted.size());
    out.words["names"] = names_of(counted);
    order(counted);  // quotes once, however much they tell
    if (out.holds) {
      out.evidence = std::move(counted);
    } else {
      for (Candidate& c : counted) {
        c.fail(Condition::shape);
        c.why = "too few of them";
        out.near.insert(out.near.begin(), c);
      }
    }
    return out;
  }
  std::string describe() const override {
    std::string bound = wanted.most == UINT32_MAX ? "at least " + std::to_string(wanted.least)
                                                  : std::to_string(wanted.least) + " to " + std::to_string(wanted.most);
    return bound + (by_group ? " different of " : " of ") + listed(children, "or");
  }
};

class Share : public Combination {
 public:
  Fraction at_least;
  bool more_than = false;
  bool by_group = false;

  Found find(const Record& record, const Scope& scope) const override {
    Found out;
    std::vector<Candidate> whole = distinct(passed_of(children[0]->candidates(record, scope)), by_group);
    std::vector<Candidate> part = distinct(passed_of(children[1]->candidates(record, scope)), by_group);
    auto hits = static_cast<std::uint64_t>(part.size());
    auto all = static_cast<std::uint64_t>(std::max(whole.size(), part.size()));
    out.words["hits"] = std::to_string(hits);
    out.words["all"] = std::to_string(all);
    out.words["names"] = names_of(part);
    bool enough =
        more_than ? hits * at_least.under > at_least.over * all : hits * at_least.under >= at_least.over * all;
    out.holds = all > 0 && hits > 0 && enough;
    for (const Candidate& c : children[1]->candidates(record, scope)) {
      if (c.is_near_miss()) out.near.push_back(c);
    }
    if (out.holds) out.evidence = std::move(part);
    order(out.near);
    return out;
  }
  std::string describe() const override {
    return (more_than ? "more than " : "at least ") + std::to_string(at_least.over) + "/" +
           std::to_string(at_least.under) + " of " + children[0]->describe() + " are " + children[1]->describe();
  }
};

class EachChild : public Combination {
 public:
  bool some = false;  // at least one child rather than all

  Found find(const Record& record, const Scope&) const override {
    Found out;
    std::vector<language::EntityId> subjects = record.language.subjects;
    if (subjects.empty()) subjects.push_back(language::nobody);
    std::size_t held = 0;
    std::string missing;
    Shortlists shortlists;
    for (language::EntityId child : subjects) {
      const Scope scope = subjects.size() > 1 ? Scope{child, &shortlists} : Scope{};
      Found part = children[0]->find(record, scope);
      if (part.holds) {
        ++held;
        if (!part.evidence.empty()) part.evidence.front().strength += 100;  // one of each child first
        append(out.evidence, std::move(part.evidence));
      } else if (child >= 0) {
        missing += (missing.empty() ? "" : ", ") + record.language.people[static_cast<std::size_t>(child)].name;
      }
      append(out.near, std::move(part.near));
    }
    out.holds = some ? held > 0 : held == subjects.size();
    out.words["missing"] = missing;
    out.words["children"] = std::to_string(subjects.size());
    if (!out.holds) out.evidence.clear();
    order(out.evidence);
    order(out.near);
    return out;
  }
  std::string describe() const override {
    return std::string(some ? "for some child: " : "for each child: ") + children[0]->describe();
  }
};

base::Result<std::vector<QueryPointer>> parts_of(const base::xml::Element& element, const Compiling& compiling,
                                                 std::size_t least, std::size_t most) {
  std::vector<QueryPointer> out;
  for (const base::xml::Element& child : element.children) {
    base::Result<QueryPointer> part = compiling.compile(child);
    if (!part) return part.error();
    out.push_back(std::move(part).value());
  }
  if (out.size() < least || out.size() > most) {
    return mistake(element, compiling.file, "<" + element.name + "> holds " + std::to_string(out.size()) + " queries",
                   least == most ? "give it " + std::to_string(least) : "give it at least " + std::to_string(least));
  }
  return out;
}

template <typename Made>
base::Result<QueryPointer> made(const base::xml::Element& element, const Compiling& compiling, Attributes& attributes,
                                std::shared_ptr<Made> query, std::size_t least, std::size_t most) {
  if (base::Status status = attributes.finish(); !status) return status.error();
  base::Result<std::vector<QueryPointer>> parts = parts_of(element, compiling, least, most);
  if (!parts) return parts.error();
  query->children = std::move(parts).value();
  return QueryPointer(query);
}

constexpr std::size_t many = 1'000;

}  // namespace

base::Result<QueryPointer> make_all(const base::xml::Element& element, const Compiling& compiling) {
  Attributes a(element, compiling.file);
  return made(element, compiling, a, std::make_shared<All>(), 1, many);
}

base::Result<QueryPointer> make_any(const base::xml::Element& element, const Compiling& compiling) {
  Attributes a(element, compiling.file);
  return made(element, compiling, a, std::make_shared<Any>(), 1, many);
}

base::Result<QueryPointer> make_none(const base::xml::Element& element, const Compiling& compiling) {
  Attributes a(element, compiling.file);
  return made(element, compiling, a, std::make_shared<None>(), 1, many);
}

base::Result<QueryPointer> make_count(const base::xml::Element& element, const Compiling& compiling) {
  Attributes a(element, compiling.file);
  auto query = std::make_shared<Count>();
  query->wanted = a.range("of", {1, UINT32_MAX});
  query->by_group = a.text("distinct") == "name";
  return made(element, compiling, a, query, 1, many);
}

base::Result<QueryPointer> make_share(const base::xml::Element& element, const Compiling& compiling) {
  Attributes a(element, compiling.file);
  auto query = std::make_shared<Share>();
  query->more_than = element.has_attribute("more-than");
  query->at_least = query->more_than ? a.fraction("more-than", {0, 1}) : a.fraction("at-least", {1, 1});
  query->by_group = a.text("distinct") == "name";
  return made(element, compiling, a, query, 2, 2);
}

base::Result<QueryPointer> make_each_child(const base::xml::Element& element, const Compiling& compiling) {
  Attributes a(element, compiling.file);
  auto query = std::make_shared<EachChild>();
  std::string which = a.text("which", "all");
  query->some = which == "some";
  if (which != "some" && which != "all") a.fail("'" + which + "' is no choice of which", "write all or some");
  return made(element, compiling, a, query, 1, 1);
}

base::Result<QueryPointer> make_use(const base::xml::Element& element, const Compiling& compiling) {
  Attributes a(element, compiling.file);
  std::string name = a.text("name");
  auto found = compiling.lets.find(name);
  if (found == compiling.lets.end()) {
    std::vector<std::string> names;
    for (const auto& [known, query] : compiling.lets) names.push_back(known);
    std::string near = suggestion(name, names);
    a.fail("nothing above is named '" + name + "'", near.empty() ? "define it with <let>" : near);
  }
  if (base::Status status = a.finish(); !status) return status.error();
  return found->second;
}

}  // namespace checklist::kinds
