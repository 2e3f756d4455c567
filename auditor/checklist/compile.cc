#include "checklist/compile.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "base/limits.h"
#include "base/utf8.h"

namespace checklist {
namespace {

using base::xml::Element;

std::uint8_t grade_of(Attributes& a, std::string_view name) {
  static const std::vector<std::pair<std::string_view, std::uint32_t>> grades = {
      {"inadequate", 1}, {"requires_improvement", 2}, {"good", 4}, {"outstanding", 8}};
  std::uint32_t bits = a.choice(name, grades, 0);
  for (std::uint8_t grade = 0; grade < 4; ++grade) {
    if (bits == 1u << grade) return grade;
  }
  a.fail(std::string(name) + " must be one grade", "write inadequate, requires_improvement, good or outstanding");
  return 0;
}

language::Day day_in(Attributes& a, std::string_view name) {
  std::string text = a.text(name);
  if (text.empty()) return language::no_day;
  int year = 0, month = 0, day = 0;
  if (text.size() == 10 && text[4] == '-' && text[7] == '-') {
    std::from_chars(text.data(), text.data() + 4, year);
    std::from_chars(text.data() + 5, text.data() + 7, month);
    std::from_chars(text.data() + 8, text.data() + 10, day);
  }
  language::Day out = language::day_of(year, month, day);
  if (out == language::no_day) a.fail("'" + text + "' is no date", "write it as 2010-04-01");
  return out;
}

// A run keeps ids in lines of words: see evaluation/scoring_text.cc.
void check_id(Attributes& a, const std::string& id) {
  const bool one_word = !id.empty() && id.find_first_of(" \t\r\n") == std::string::npos;
  if (!one_word) a.fail("'" + id + "' is no id", "write one word");
}

// The named queries, rules and examples of one item or flag.
class Parts {
 public:
  Parts(const std::string& file, const lexicon::Lexicon& lexicon, const std::vector<TimeLimit>& limits,
        const std::map<std::string, QueryPointer>& shared)
      : lets_(shared), compiling_{file, lexicon, lets_, limits, [this](const Element& e) { return query(e); }} {}

  base::Result<QueryPointer> query(const Element& element) const {
    for (const kinds::Kind& kind : kinds::table()) {
      if (kind.element == element.name) return kind.make(element, compiling_);
    }
    std::vector<std::string> names;
    for (const kinds::Kind& kind : kinds::table()) names.emplace_back(kind.element);
    std::string near = suggestion(element.name, names);
    return mistake(element, compiling_.file, "<" + element.name + "> is no kind of query",
                   near.empty() ? "see the schema for the kinds" : near);
  }

  base::Result<QueryPointer> only_query(const Element& element) const {
    if (element.children.size() != 1) {
      return mistake(element, compiling_.file,
                     "<" + element.name + "> holds " + std::to_string(element.children.size()) + " queries",
                     "give it one; join several with all or any");
    }
    return query(element.children.front());
  }

  base::Status let(const Element& element) {
    Attributes a(element, compiling_.file);
    std::string name = a.text("name");
    if (name.empty()) a.fail("<let> has no name", "give it one");
    if (base::Status status = a.finish(); !status) return status;
    base::Result<QueryPointer> made = only_query(element);
    if (!made) return made.error();
    lets_[name] = std::move(made).value();
    return base::Done{};
  }

  base::Status rule(const Element& element, std::vector<Rule>& to) const {
    Attributes a(element, compiling_.file);
    Rule rule;
    rule.because = a.text("because");
    rule.line = element.line;
    if (rule.because.empty()) a.fail("<" + element.name + "> gives no reason", "add because=\"...\"");
    if (base::Status status = a.finish(); !status) return status;
    base::Result<QueryPointer> made = only_query(element);
    if (!made) return made.error();
    rule.query = std::move(made).value();
    to.push_back(std::move(rule));
    return base::Done{};
  }

  base::Status example(const Element& element, const std::vector<std::string>& ratings,
                       std::vector<Example>& to) const {
    Attributes a(element, compiling_.file);
    Example example;
    example.rating = a.text("rating");
    example.type = a.text("type");
    example.text = element.text;
    example.line = element.line;
    bool known = false;
    for (const std::string& rating : ratings) known = known || rating == example.rating;
    if (!known) a.fail("'" + example.rating + "' is no rating here", "see the schema");
    if (base::trimmed(example.text).empty()) a.fail("the example is empty", "write a small record in it");
    if (base::Status status = a.finish(); !status) return status;
    to.push_back(std::move(example));
    return base::Done{};
  }

  const std::map<std::string, QueryPointer>& lets() const { return lets_; }

 private:
  std::map<std::string, QueryPointer> lets_;
  kinds::Compiling compiling_;
};

}  // namespace

base::Status Compiler::add(const Element& element, const std::string& file) {
  if (++parts_ > base::limits::checklist_parts) {
    return mistake(element, file,
                   "more than " + std::to_string(base::limits::checklist_parts) + " items, flags and other parts",
                   "make two checklists of it");
  }
  if (element.name == "dimension") return add_dimension(element, file);
  if (element.name == "grades") return add_grades(element, file);
  if (element.name == "grade-limit") return add_grade_limit(element, file);
  if (element.name == "overall-limit") return add_overall_limit(element, file);
  if (element.name == "time-limit") return add_time_limit(element, file);
  if (element.name == "let") {
    Parts parts(file, lexicon_, program_.time_limits, shared_);
    base::Status status = parts.let(element);
    if (status) shared_ = parts.lets();
    return status;
  }
  if (element.name == "second-reading") return add_second_reading(element, file);
  if (element.name == "item") return add_item(element, file);
  if (element.name == "flag") return add_flag(element, file);
  return mistake(element, file, "<" + element.name + "> has no meaning in a checklist", "see the schema");
}

base::Status Compiler::add_dimension(const Element& element, const std::string& file) {
  Attributes a(element, file);
  Dimension dimension;
  dimension.id = a.text("id");
  dimension.title = base::on_one_line(a.text("title"));
  check_id(a, dimension.id);
  dimension.in_overall = a.yes_no("overall").value_or(true);
  for (const Dimension& other : program_.dimensions) {
    if (other.id == dimension.id) a.fail("the dimension '" + dimension.id + "' stands twice", "rename one");
  }
  program_.dimensions.push_back(std::move(dimension));
  return a.finish();
}

base::Status Compiler::add_grades(const Element& element, const std::string& file) {
  Attributes a(element, file);
  program_.cuts[0] = {0, 1};
  program_.cuts[1] = a.fraction("requires_improvement", {2, 5});
  program_.cuts[2] = a.fraction("good", {7, 10});
  program_.cuts[3] = a.fraction("outstanding", {9, 10});
  constexpr std::uint32_t all = 3;  // there are no more grades above the lowest
  program_.above_lowest = static_cast<std::uint8_t>(std::min(all, a.range("above-lowest", {all, all}).least));
  return a.finish();
}

base::Status Compiler::add_grade_limit(const Element& element, const std::string& file) {
  Attributes a(element, file);
  GradeLimit limit;
  limit.dimension = a.text("dimension");
  limit.item = a.text("item");
  limit.rating = a.text("rating", "not_met");
  static const std::vector<std::string> ratings = {"met", "partly", "not_met", "na"};
  if (std::find(ratings.begin(), ratings.end(), limit.rating) == ratings.end()) {
    a.fail("'" + limit.rating + "' is no rating", "write met, partly, not_met or na");
  }
  limit.at_most = grade_of(a, "at-most");
  program_.grade_limits.push_back(std::move(limit));
  return a.finish();
}

base::Status Compiler::add_overall_limit(const Element& element, const std::string& file) {
  Attributes a(element, file);
  OverallLimit limit;
  limit.dimension = a.text("dimension");
  limit.grade = grade_of(a, "is");
  limit.and_any = a.words("and-any");
  limit.at_most = grade_of(a, "at-most");
  program_.overall_limits.push_back(std::move(limit));
  return a.finish();
}

base::Status Compiler::add_time_limit(const Element& element, const std::string& file) {
  Attributes a(element, file);
  TimeLimit limit;
  limit.type = a.text("type");
  limit.days = static_cast<int>(a.range("days").least);
  for (auto [name, to] : {std::pair("from", &limit.from), std::pair("to", &limit.to)}) {
    for (const std::string& word : a.words(name)) {
      lexicon::FieldId id = lexicon_.find_field(word);
      if (id == 0) a.fail("there is no field '" + word + "'", "define it in a lexicon");
      to->push_back(id);
    }
  }
  limit.since = day_in(a, "since");
  limit.until = day_in(a, "until");
  a.text("source");
  program_.time_limits.push_back(std::move(limit));
  return a.finish();
}

base::Status Compiler::add_second_reading(const Element& element, const std::string& file) {
  if (!program_.likeness.empty()) return mistake(element, file, "a second <second-reading>", "keep one");
  std::vector<std::string> ids;
  for (const Item& item : program_.items) ids.push_back(item.id);
  base::Result<Likeness> likeness = Likeness::read(element, file, lexicon_, ids);
  if (!likeness) return likeness.error();
  program_.likeness = std::move(likeness).value();
  return base::Done{};
}

base::Status Compiler::add_item(const Element& element, const std::string& file) {
  Attributes a(element, file);
  Item item;
  item.id = a.text("id");
  item.dimension = a.text("dimension");
  item.asks = a.text("asks");
  item.file = file;
  item.line = element.line;
  for (const Item& other : program_.items) {
    if (other.id == item.id) a.fail("the item '" + item.id + "' stands twice", "rename one");
  }
  bool known = false;
  for (const Dimension& dimension : program_.dimensions) known = known || dimension.id == item.dimension;
  if (!known) a.fail("there is no dimension '" + item.dimension + "'", "define it above the items");
  if (item.id.empty() || item.asks.empty()) a.fail("the item has no id or question", "add id and asks");
  check_id(a, item.id);
  if (base::Status status = a.finish(); !status) return status;
  Parts parts(file, lexicon_, program_.time_limits, shared_);
  for (const Element& child : element.children) {
    base::Status status = base::Done{};
    if (child.name == "let") {
      status = parts.let(child);
    } else if (child.name == "na") {
      status = parts.rule(child, item.not_applicable);
    } else if (child.name == "met") {
      status = parts.rule(child, item.met);
    } else if (child.name == "partly") {
      status = parts.rule(child, item.partly);
    } else if (child.name == "not-met") {
      Attributes b(child, file);
      item.absent = b.text("because");
      status = b.finish();
    } else if (child.name == "look") {
      Attributes b(child, file);
      for (const std::string& word : b.words("sections")) {
        lexicon::SectionId id = lexicon_.find_section(word);
        if (id == 0) b.fail("there is no section '" + word + "'", "define it in a lexicon");
        item.look.push_back(id);
      }
      item.nearest = b.range("nearest", {3, 3}).least;
      status = b.finish();
    } else if (child.name == "example") {
      status = parts.example(child, {"met", "partly", "not_met", "na"}, item.examples);
    } else {
      status = mistake(child, file, "<" + child.name + "> has no meaning in an item",
                       "use let, na, met, partly, not-met, look or example");
    }
    if (!status) return status;
  }
  if (item.met.empty()) return mistake(element, file, "the item '" + item.id + "' can never be met", "add <met>");
  if (item.absent.empty()) {
    return mistake(element, file, "the item '" + item.id + "' has no reason for not_met", "add <not-met because=\"\">");
  }
  program_.items.push_back(std::move(item));
  return base::Done{};
}

base::Status Compiler::add_flag(const Element& element, const std::string& file) {
  Attributes a(element, file);
  Flag flag;
  flag.id = a.text("id");
  flag.title = a.text("title");
  flag.first = a.yes_no("first").value_or(false);
  flag.file = file;
  flag.line = element.line;
  if (base::Status status = a.finish(); !status) return status;
  Parts parts(file, lexicon_, program_.time_limits, shared_);
  for (const Element& child : element.children) {
    base::Status status = base::Done{};
    if (child.name == "let") {
      status = parts.let(child);
    } else if (child.name == "found") {
      status = parts.rule(child, flag.rules);
    } else if (child.name == "example") {
      status = parts.example(child, {"found", "not_found"}, flag.examples);
    } else {
      status = mistake(child, file, "<" + child.name + "> has no meaning in a flag", "use let, found or example");
    }
    if (!status) return status;
  }
  program_.flags.push_back(std::move(flag));
  return base::Done{};
}

base::Status Compiler::finish(const std::string& file) const {
  auto bad = [&](std::string message) {
    return base::Error{base::ErrorCode::bad_checklist, file, 0, 0, std::move(message), "mend the name"};
  };
  auto has_dimension = [&](const std::string& id) {
    for (const Dimension& d : program_.dimensions) {
      if (d.id == id) return true;
    }
    return false;
  };
  for (const GradeLimit& limit : program_.grade_limits) {
    bool known = false;
    for (const Item& item : program_.items) known = known || item.id == limit.item;
    if (!known) return bad("a grade limit names the item '" + limit.item + "', which is not there");
    if (!has_dimension(limit.dimension)) return bad("a grade limit names no dimension: '" + limit.dimension + "'");
  }
  for (const OverallLimit& limit : program_.overall_limits) {
    if (!has_dimension(limit.dimension)) return bad("an overall limit names no dimension: '" + limit.dimension + "'");
  }
  if (program_.items.empty()) return bad("the checklist has no items");
  return base::Done{};
}

}  // namespace checklist
