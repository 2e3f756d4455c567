#include "evaluation/score.h"

#include <algorithm>
#include <numeric>

namespace evaluation {
namespace {

// A non-negative fraction in lowest terms; points and items are few, so 64 bits hold every sum.
struct Exact {
  std::uint64_t over = 0;
  std::uint64_t under = 1;

  void add(std::uint64_t o, std::uint64_t u) {
    over = over * u + o * under;
    under *= u;
    std::uint64_t common = std::gcd(over, under);
    if (common > 1) {
      over /= common;
      under /= common;
    }
  }
};

Grade grade_of(const checklist::Program& program, std::uint64_t over, std::uint64_t under) {
  for (std::size_t grade = 3; grade > 0; --grade) {
    const checklist::Fraction& cut = program.cuts[grade];
    if (over * cut.under >= cut.over * under) return static_cast<Grade>(grade);
  }
  return Grade::inadequate;
}

const Answer* answer_of(const Outcome& outcome, const std::string& item) {
  for (const Answer& answer : outcome.items) {
    if (answer.item == item) return &answer;
  }
  return nullptr;
}

DimensionScore dimension_score(const checklist::Program& program, const checklist::Dimension& dimension,
                               const Outcome& outcome) {
  DimensionScore out;
  out.id = dimension.id;
  out.title = dimension.title;
  out.in_overall = dimension.in_overall;
  for (const checklist::Item& item : program.items) {
    const Answer* answer = item.dimension == dimension.id ? answer_of(outcome, item.id) : nullptr;
    if (answer == nullptr || answer->rating == Rating::not_applicable) continue;
    out.points += static_cast<std::uint32_t>(answer->rating);
    out.possible += 2;
  }
  if (out.possible == 0) return out;
  out.grade = grade_of(program, out.points, out.possible);
  for (const checklist::GradeLimit& limit : program.grade_limits) {
    const Answer* answer = limit.dimension == dimension.id ? answer_of(outcome, limit.item) : nullptr;
    if (answer == nullptr || limit.rating != name_of(answer->rating)) continue;
    auto most = static_cast<Grade>(limit.at_most);
    if (out.grade <= most) continue;
    out.grade = most;
    out.limited_by = limit.item;
  }
  return out;
}

}  // namespace

void score(const checklist::Program& program, Outcome& outcome) {
  outcome.dimensions.clear();
  outcome.overall = Overall();
  Exact sum;
  std::uint64_t counted = 0;
  const DimensionScore* lowest = nullptr;
  for (const checklist::Dimension& dimension : program.dimensions) {
    outcome.dimensions.push_back(dimension_score(program, dimension, outcome));
  }
  for (const DimensionScore& d : outcome.dimensions) {
    if (!d.in_overall || d.possible == 0) continue;
    sum.add(d.points, d.possible);
    ++counted;
    if (lowest == nullptr || d.grade < lowest->grade) lowest = &d;
  }
  if (counted == 0) return;
  Overall& overall = outcome.overall;
  overall.score = static_cast<double>(sum.over) / static_cast<double>(sum.under * counted);
  overall.grade = grade_of(program, sum.over, sum.under * counted);
  auto most = static_cast<std::uint8_t>(std::min(3, static_cast<int>(lowest->grade) + program.above_lowest));
  if (overall.grade > static_cast<Grade>(most)) {
    overall.grade = static_cast<Grade>(most);
    overall.limited_by = lowest->id;
  }
  auto grade_in = [&](const std::string& id, std::uint8_t grade) {
    return std::any_of(outcome.dimensions.begin(), outcome.dimensions.end(), [&](const DimensionScore& d) {
      return d.id == id && d.possible > 0 && static_cast<std::uint8_t>(d.grade) == grade;
    });
  };
  for (const checklist::OverallLimit& limit : program.overall_limits) {
    bool joined = limit.and_any.empty() || std::any_of(limit.and_any.begin(), limit.and_any.end(),
                                                       [&](const auto& id) { return grade_in(id, limit.grade); });
    if (!grade_in(limit.dimension, limit.grade) || !joined) continue;
    if (overall.grade <= static_cast<Grade>(limit.at_most)) continue;
    overall.grade = static_cast<Grade>(limit.at_most);
    overall.limited_by = limit.dimension;
  }
}

}  // namespace evaluation
