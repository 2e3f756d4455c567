#include "comparison/comparators.h"

#include <array>
#include <charconv>
#include <cmath>

namespace comparison {
namespace {

enum Column : std::size_t { council, measure, period, value, number, columns };
constexpr std::array<std::string_view, columns> headings = {"council", "measure", "period", "value", "n"};
constexpr std::size_t missing = static_cast<std::size_t>(-1);

std::string folded(std::string_view words) {
  std::string out;
  for (char c : words) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (c != ' ') out += c;
  }
  return out;
}

base::Error wrong(const std::string& file, std::uint32_t line, std::string message, std::string advice) {
  return {base::ErrorCode::bad_argument, file, line, 0, std::move(message), std::move(advice)};
}

bool number_of(std::string_view words, double& out) {
  const auto [end, error] = std::from_chars(words.data(), words.data() + words.size(), out);
  return error == std::errc() && end == words.data() + words.size();
}

}  // namespace

base::Result<std::vector<Figure>> figures_from(const std::vector<manifest::Row>& rows, const std::string& file) {
  if (rows.empty()) {
    return wrong(file, 0, "holds no figures", "give it a row of headings: council, measure, period, value, n");
  }
  std::array<std::size_t, columns> at;
  at.fill(missing);
  for (std::size_t i = 0; i < rows[0].cells.size(); ++i) {
    for (std::size_t column = 0; column < columns; ++column) {
      if (folded(rows[0].cells[i]) == headings[column]) at[column] = i;
    }
  }
  for (Column column : {council, measure, value}) {
    if (at[column] == missing) {
      return wrong(file, rows[0].line, "has no heading '" + std::string(headings[column]) + "'",
                   "the headings are council, measure, period, value, n");
    }
  }
  std::vector<Figure> out;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const manifest::Row& row = rows[i];
    const auto cell = [&row, &at](Column column) {
      return at[column] < row.cells.size() ? row.cells[at[column]] : std::string();
    };
    Figure figure{cell(council), cell(measure), cell(period), 0, 0, row.line};
    if (figure.council.empty() || figure.measure.empty()) {
      return wrong(file, row.line, figure.council.empty() ? "names no council" : "names no measure",
                   "fill the cell, or take the row out");
    }
    std::string words = cell(value);
    if (words.ends_with('%')) words.pop_back();
    while (words.ends_with(' ')) words.pop_back();
    double percent = 0;
    if (!number_of(words, percent) || !std::isfinite(percent) || percent < 0 || percent > 100) {
      return wrong(file, row.line, "has a value that is no share in percent", "write 87 or 87.5%");
    }
    if (percent > 0 && percent < 1 && !cell(value).ends_with('%')) {
      return wrong(file, row.line, "has a value below 1, which may be a share or a percent",
                   "write percent: 87, not 0.87; or 0.87%");
    }
    figure.share = percent / 100;
    if (const std::string many = cell(number); !many.empty()) {
      double count = 0;
      if (!number_of(many, count) || count < 1 || count > 1e9 || count != std::floor(count)) {
        return wrong(file, row.line, "has an n that is no whole number", "write how many records, or leave it out");
      }
      figure.of = static_cast<std::size_t>(count);
    }
    out.push_back(std::move(figure));
  }
  return out;
}

std::size_t measure_of(const Figure& figure, const std::vector<Measure>& measures) {
  const std::string asked = folded(figure.measure);
  std::size_t found = measures.size();
  for (std::size_t i = 0; i < measures.size(); ++i) {
    const Measure& one = measures[i];
    if (!one.checklist.empty() && folded(one.checklist + "/" + one.id) == asked) return i;
    if (folded(one.id) == asked && found == measures.size()) found = i;
  }
  return found;
}

}  // namespace comparison
