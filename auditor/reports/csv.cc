#include "reports/csv.h"

#include <array>
#include <cstdio>
#include <map>

#include "base/utf8.h"
#include "reports/words.h"

namespace reports {
namespace {

using evaluation::Outcome;
using evaluation::Rating;

constexpr std::string_view kColumns =
    "path,status,type,children,item,dimension,question,rating,points,reason,quote,section,page,table,row,quotes,"
    "confidence,confidence_reason,dimension_grade,overall_score,overall_grade,flags,sha256,"
    "read_in_part\r\n";

std::string above_zero(std::int64_t number) {
  return number > 0 ? std::to_string(number) : std::string();
}

std::string joined(const std::vector<std::string>& values, const char* between) {
  std::string out;
  for (const std::string& value : values) out += (out.empty() ? "" : between) + value;
  return out;
}

std::string flag_ids(const Outcome& outcome) {
  std::vector<std::string> ids;
  for (const auto& flag : outcome.flags) {
    if (ids.empty() || ids.back() != flag.id) ids.push_back(flag.id);
  }
  return joined(ids, " ");
}

template <std::size_t N>
std::string row(const std::array<std::string, N>& values) {
  std::string out;
  for (const std::string& value : values) out += csv_value(value) + ",";
  out.back() = '\r';
  return out + "\n";
}

// Item id to its dimension's id and its question.
using Questions = std::map<std::string, std::pair<std::string, std::string>>;

std::string item_row(const Outcome& outcome, const evaluation::Answer& answer, const Questions& questions,
                     const std::string& flags) {
  auto known = questions.find(answer.item);
  std::string dimension = known == questions.end() ? "" : known->second.first;
  std::string question = known == questions.end() ? "" : known->second.second;
  std::string grade;
  for (const auto& score : outcome.dimensions) {
    if (score.id == dimension && score.possible > 0) grade = name_of(score.grade);
  }
  evaluation::Evidence first = answer.evidence.empty() ? evaluation::Evidence{} : answer.evidence.front();
  bool rated = answer.rating != Rating::not_applicable;
  char score[32];
  std::snprintf(score, sizeof score, "%.4f", outcome.overall.score);
  return row(std::array<std::string, 24>{outcome.path,
                                         name_of(outcome.standing),
                                         outcome.type,
                                         joined(outcome.children, "; "),
                                         answer.item,
                                         dimension,
                                         question,
                                         name_of(answer.rating),
                                         rated ? std::to_string(static_cast<int>(answer.rating)) : "",
                                         answer.reason,
                                         first.quote,
                                         first.where.section,
                                         above_zero(first.where.page),
                                         above_zero(first.where.table),
                                         above_zero(first.where.row),
                                         std::to_string(answer.evidence.size()),
                                         answer.unsure.empty() ? "" : "low",
                                         answer.unsure,
                                         grade,
                                         score,
                                         name_of(outcome.overall.grade),
                                         flags,
                                         outcome.sha256,
                                         joined(parts_of(outcome), "; ")});
}

std::string rows(const Outcome& outcome, const Questions& questions) {
  if (outcome.standing != evaluation::Standing::audited) {
    std::array<std::string, 24> values;
    values[0] = outcome.path;
    values[1] = name_of(outcome.standing);
    values[9] = reason_of(outcome.error);
    values[22] = outcome.sha256;
    return row(values);
  }
  std::string flags = flag_ids(outcome);
  std::string out;
  for (const auto& answer : outcome.items) out += item_row(outcome, answer, questions, flags);
  return out;
}

}  // namespace

bool would_be_formula(std::string_view value) {
  if (value.empty()) return false;
  if (std::string_view("=+-@\t\r\n").find(value[0]) != std::string_view::npos) return true;
  for (std::string_view wide : {"\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"}) {
    if (value.substr(0, wide.size()) == wide) return true;
  }
  return false;
}

std::string csv_value(std::string_view value) {
  std::string inert = base::repaired_utf8(value);
  if (would_be_formula(inert)) inert.insert(0, 1, '\'');
  if (inert.find_first_of(",\"\r\n") == std::string::npos) return inert;
  std::string out = "\"";
  for (char c : inert) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

base::Status write_csv(const Run& run, const Write& write) {
  Questions questions;
  for (const auto& [id, dimension, question] : run.facts.items) questions[id] = {dimension, question};
  base::Status status = write("\uFEFF" + std::string(kColumns));
  if (!status) return status;
  return run.each([&](const Outcome& outcome) { return write(rows(outcome, questions)); });
}

}  // namespace reports
