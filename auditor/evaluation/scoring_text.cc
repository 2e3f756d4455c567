// The rules of scoring as lines, blanks between words, a title at the end of its line:
//
//   cut good 7 10
//   above_lowest 1
//   dimension CV overall Child's views
//   item CV1
//   grade_limit CV CV2 not_met requires_improvement
//   overall_limit RA inadequate inadequate CV PC
#include <sstream>

#include "evaluation/scoring.h"

namespace evaluation {
namespace {

template <typename Kind>
bool read_name(std::istream& line, Kind& into, std::initializer_list<Kind> kinds) {
  std::string word;
  line >> word;
  for (Kind kind : kinds) {
    if (word != name_of(kind)) continue;
    into = kind;
    return true;
  }
  return false;
}

bool read(std::istream& line, Rating& into) {
  return read_name(line, into, {Rating::not_met, Rating::partly, Rating::met, Rating::not_applicable});
}

bool read(std::istream& line, Grade& into) {
  return read_name(line, into, {Grade::inadequate, Grade::requires_improvement, Grade::good, Grade::outstanding});
}

bool read_dimension(std::istream& line, Scoring& into) {
  Scoring::Dimension dimension;
  std::string overall;
  line >> dimension.id >> overall;
  dimension.in_overall = overall == "overall";
  if (!line || (!dimension.in_overall && overall != "apart")) return false;
  line.get();
  std::getline(line, dimension.title);
  into.dimensions.push_back(std::move(dimension));
  return true;
}

bool read_line(std::istream& line, Scoring& into) {
  std::string kind;
  line >> kind;
  if (kind == "cut") {
    Grade grade{};
    if (!read(line, grade)) return false;
    Scoring::Cut& cut = into.cuts[static_cast<std::size_t>(grade)];
    line >> cut.over >> cut.under;
    return !line.fail() && cut.under > 0;
  }
  if (kind == "above_lowest") {
    unsigned grades = 0;
    line >> grades;
    into.above_lowest = static_cast<std::uint8_t>(grades);
    return !line.fail() && grades <= 3;
  }
  if (kind == "dimension") return read_dimension(line, into);
  if (kind == "item") {
    if (into.dimensions.empty()) return false;
    line >> into.dimensions.back().items.emplace_back();
    return !line.fail();
  }
  if (kind == "grade_limit") {
    Scoring::GradeLimit& limit = into.grade_limits.emplace_back();
    line >> limit.dimension >> limit.item;
    return read(line, limit.rating) && read(line, limit.at_most);
  }
  if (kind == "overall_limit") {
    Scoring::OverallLimit& limit = into.overall_limits.emplace_back();
    line >> limit.dimension;
    if (!read(line, limit.grade) || !read(line, limit.at_most)) return false;
    for (std::string dimension; line >> dimension;) limit.and_any.push_back(dimension);
    return true;
  }
  return false;
}

}  // namespace

std::string text_of(const Scoring& scoring) {
  std::ostringstream out;
  for (std::size_t grade = 0; grade < scoring.cuts.size(); ++grade) {
    const Scoring::Cut& cut = scoring.cuts[grade];
    out << "cut " << name_of(static_cast<Grade>(grade)) << ' ' << cut.over << ' ' << cut.under << '\n';
  }
  out << "above_lowest " << static_cast<unsigned>(scoring.above_lowest) << '\n';
  for (const Scoring::Dimension& dimension : scoring.dimensions) {
    out << "dimension " << dimension.id << (dimension.in_overall ? " overall " : " apart ") << dimension.title << '\n';
    for (const std::string& item : dimension.items) out << "item " << item << '\n';
  }
  for (const Scoring::GradeLimit& limit : scoring.grade_limits) {
    out << "grade_limit " << limit.dimension << ' ' << limit.item << ' ' << name_of(limit.rating) << ' '
        << name_of(limit.at_most) << '\n';
  }
  for (const Scoring::OverallLimit& limit : scoring.overall_limits) {
    out << "overall_limit " << limit.dimension << ' ' << name_of(limit.grade) << ' ' << name_of(limit.at_most);
    for (const std::string& dimension : limit.and_any) out << ' ' << dimension;
    out << '\n';
  }
  return out.str();
}

std::optional<Scoring> scoring_from(std::string_view text) {
  Scoring out;
  std::istringstream lines{std::string(text)};
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    if (!read_line(words, out)) return std::nullopt;
  }
  if (out.dimensions.empty()) return std::nullopt;
  return out;
}

}  // namespace evaluation
