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

Grade grade_of(const Scoring& scoring, std::uint64_t over, std::uint64_t under) {
  for (std::size_t grade = 3; grade > 0; --grade) {
    const Scoring::Cut& cut = scoring.cuts[grade];
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

DimensionScore dimension_score(const Scoring& scoring, const Scoring::Dimension& dimension, const Outcome& outcome) {
  DimensionScore out;
  out.id = dimension.id;
  out.title = dimension.title;
  out.in_overall = dimension.in_overall;
  for (const std::string& item : dimension.items) {
    const Answer* answer = answer_of(outcome, item);
    if (answer == nullptr || answer->rating == Rating::not_applicable) continue;
    out.points += static_cast<std::uint32_t>(answer->rating);
    out.possible += 2;
  }
  if (out.possible == 0) return out;
  out.grade = grade_of(scoring, out.points, out.possible);
  for (const Scoring::GradeLimit& limit : scoring.grade_limits) {
    const Answer* answer = limit.dimension == dimension.id ? answer_of(outcome, limit.item) : nullptr;
    if (answer == nullptr || limit.rating != answer->rating || out.grade <= limit.at_most) continue;
    out.grade = limit.at_most;
    out.limited_by = limit.item;
  }
  return out;
}

Rating rating_named(const std::string& name) {
  for (Rating rating : {Rating::met, Rating::partly, Rating::not_applicable}) {
    if (name == name_of(rating)) return rating;
  }
  return Rating::not_met;
}

}  // namespace

Scoring scoring_of(const checklist::Program& program) {
  Scoring out;
  for (const checklist::Dimension& dimension : program.dimensions) {
    out.dimensions.push_back({dimension.id, dimension.title, dimension.in_overall, {}});
    for (const checklist::Item& item : program.items) {
      if (item.dimension == dimension.id) out.dimensions.back().items.push_back(item.id);
    }
  }
  for (std::size_t grade = 0; grade < out.cuts.size(); ++grade) {
    out.cuts[grade] = {program.cuts[grade].over, program.cuts[grade].under};
  }
  for (const checklist::GradeLimit& limit : program.grade_limits) {
    out.grade_limits.push_back(
        {limit.dimension, limit.item, rating_named(limit.rating), static_cast<Grade>(limit.at_most)});
  }
  for (const checklist::OverallLimit& limit : program.overall_limits) {
    out.overall_limits.push_back(
        {limit.dimension, static_cast<Grade>(limit.grade), limit.and_any, static_cast<Grade>(limit.at_most)});
  }
  out.above_lowest = program.above_lowest;
  return out;
}

void score(const Scoring& scoring, Outcome& outcome) {
  outcome.dimensions.clear();
  outcome.overall = Overall();
  Exact sum;
  std::uint64_t counted = 0;
  const DimensionScore* lowest = nullptr;
  for (const Scoring::Dimension& dimension : scoring.dimensions) {
    outcome.dimensions.push_back(dimension_score(scoring, dimension, outcome));
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
  overall.grade = grade_of(scoring, sum.over, sum.under * counted);
  auto most = static_cast<std::uint8_t>(std::min(3, static_cast<int>(lowest->grade) + scoring.above_lowest));
  if (overall.grade > static_cast<Grade>(most)) {
    overall.grade = static_cast<Grade>(most);
    overall.limited_by = lowest->id;
  }
  auto grade_in = [&](const std::string& id, Grade grade) {
    return std::any_of(outcome.dimensions.begin(), outcome.dimensions.end(),
                       [&](const DimensionScore& d) { return d.id == id && d.possible > 0 && d.grade == grade; });
  };
  for (const Scoring::OverallLimit& limit : scoring.overall_limits) {
    bool joined = limit.and_any.empty() || std::any_of(limit.and_any.begin(), limit.and_any.end(),
                                                       [&](const auto& id) { return grade_in(id, limit.grade); });
    if (!grade_in(limit.dimension, limit.grade) || !joined) continue;
    if (overall.grade <= limit.at_most) continue;
    overall.grade = limit.at_most;
    overall.limited_by = limit.dimension;
  }
}

}  // namespace evaluation
