// The comparison as tables, and as one JSON object.
#include <cassert>
#include <cstdio>
#include <filesystem>

#include "base/csv.h"
#include "base/file.h"
#include "base/json.h"
#include "reports/comparison_parts.h"
#include "reports/comparison_words.h"

namespace reports {
namespace {

using comparison::Measure;
using comparison::Row;
using comparison::Share;
using comparison::Verdict;

constexpr int digits = 6;

std::string share(double value) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%.6f", value);
  return buffer;
}

const char* verdict(Verdict verdict) {
  static constexpr const char* names[] = {"none", "too_few", "chance", "higher", "lower"};
  return names[static_cast<std::size_t>(verdict)];
}

std::vector<std::string> share_cells(const Share& of) {
  const statistics::Interval interval = of.interval();
  if (of.of == 0) return {"0", "0", "", "", ""};
  return {std::to_string(of.hits), std::to_string(of.of), share(of.share()), share(interval.low), share(interval.high)};
}

void append(std::vector<std::string>& row, const std::vector<std::string>& cells) {
  row.insert(row.end(), cells.begin(), cells.end());
}

std::string comparison_csv(const ComparisonReport& report) {
  std::string out(base::byte_order_mark);
  out += base::csv_row({"checklist", "measure", "title", "group", "hits", "n", "share", "low", "high", "others_hits",
                        "others_n", "others_share", "others_low", "others_high", "difference", "difference_low",
                        "difference_high", "verdict"});
  for (const Row& row : report.groups.rows) {
    const Measure& measure = report.records.measures()[row.measure];
    const std::string group =
        report.before.empty() ? report.groups.groups[row.group].name : std::string("against " + report.before);
    std::vector<std::string> cells = {measure.checklist, measure.id, measure_words(measure), group};
    append(cells, share_cells(row.here));
    append(cells, share_cells(row.others));
    if (row.difference) {
      append(cells, {share(row.difference->difference), share(row.difference->interval.low),
                     share(row.difference->interval.high)});
    } else {
      append(cells, {"", "", ""});
    }
    cells.push_back(verdict(row.verdict));
    out += base::csv_row(cells);
  }
  return out;
}

std::string trends_csv(const ComparisonReport& report) {
  std::string out(base::byte_order_mark);
  out += base::csv_row({"checklist", "measure", "title", "period", "hits", "n", "share", "low", "high", "median"});
  for (const comparison::Trend& trend : report.trends) {
    const Measure& measure = report.records.measures()[trend.measure];
    for (const comparison::Point& point : trend.points) {
      std::vector<std::string> cells = {measure.checklist, measure.id, measure_words(measure), point.period};
      append(cells, share_cells(point.share));
      cells.push_back(share(trend.chart.median));
      out += base::csv_row(cells);
    }
  }
  return out;
}

std::string councils_csv(const ComparisonReport& report) {
  std::string out(base::byte_order_mark);
  out += base::csv_row(
      {"measure", "council", "period", "share", "n", "own_hits", "own_n", "own_share", "own_low", "own_high"});
  for (const comparison::Figure& figure : report.councils) {
    std::vector<std::string> cells = {figure.measure, figure.council, figure.period, share(figure.share),
                                      figure.of == 0 ? "" : std::to_string(figure.of)};
    append(cells, share_cells(own_share(report.records, figure)));
    out += base::csv_row(cells);
  }
  return out;
}

void share_object(base::JsonWriter& json, const Share& of) {
  json.begin_object();
  json.key("hits").number(static_cast<std::int64_t>(of.hits)).key("n").number(static_cast<std::int64_t>(of.of));
  if (of.of > 0) {
    const statistics::Interval interval = of.interval();
    json.key("share").number(of.share(), digits);
    json.key("interval").begin_array().number(interval.low, digits).number(interval.high, digits).end_array();
  }
  json.end_object();
}

void measure_keys(base::JsonWriter& json, const Measure& measure) {
  if (!measure.checklist.empty()) json.key("checklist").string(measure.checklist);
  json.key("measure").string(measure.id).key("title").string(measure_words(measure));
}

}  // namespace

std::string comparison_json(const ComparisonReport& report) {
  base::JsonWriter json;
  json.begin_object().key("run").string(report.source);
  if (!report.before.empty()) json.key("before").string(report.before);
  if (report.before.empty()) json.key("by").string(comparison::name_of(report.by));
  if (!report.sampled.empty()) json.key("sampled").string(report.sampled);
  json.key("judged").number(static_cast<std::int64_t>(report.groups.judged));
  json.key("groups").begin_array();
  for (const comparison::Group& group : report.groups.groups) {
    json.begin_object().key("name").string(group.name);
    if (group.left_out) {
      json.key("left_out").boolean(true);
    } else {
      json.key("records").number(static_cast<std::int64_t>(group.records));
    }
    json.end_object();
  }
  json.end_array().key("comparisons").begin_array();
  for (const Row& row : report.groups.rows) {
    json.begin_object();
    measure_keys(json, report.records.measures()[row.measure]);
    if (report.before.empty()) json.key("group").string(report.groups.groups[row.group].name);
    json.key("here");
    share_object(json, row.here);
    json.key("others");
    share_object(json, row.others);
    if (row.difference) {
      json.key("difference").number(row.difference->difference, digits).key("interval").begin_array();
      json.number(row.difference->interval.low, digits).number(row.difference->interval.high, digits).end_array();
    }
    json.key("verdict").string(verdict(row.verdict)).end_object();
  }
  json.end_array().key("trends").begin_array();
  for (const comparison::Trend& trend : report.trends) {
    json.begin_object();
    measure_keys(json, report.records.measures()[trend.measure]);
    json.key("median").number(trend.chart.median, digits).key("points").begin_array();
    for (const comparison::Point& point : trend.points) {
      json.begin_object().key("period").string(point.period).key("of");
      share_object(json, point.share);
      json.end_object();
    }
    json.end_array().end_object();
  }
  json.end_array().key("councils").begin_array();
  for (const comparison::Figure& figure : report.councils) {
    json.begin_object().key("council").string(figure.council).key("measure").string(figure.measure);
    if (!figure.period.empty()) json.key("period").string(figure.period);
    json.key("share").number(figure.share, digits);
    if (figure.of > 0) json.key("n").number(static_cast<std::int64_t>(figure.of));
    json.key("own");
    share_object(json, own_share(report.records, figure));
    json.end_object();
  }
  json.end_array().end_object();
  return json.take() + "\n";
}

base::Status write_comparison_tables(const ComparisonReport& report, const std::string& folder) {
  const std::filesystem::path at(folder);
  if (base::Status done = base::write_file(at / "comparison.csv", comparison_csv(report)); !done) return done;
  if (base::Status done = base::write_file(at / "trends.csv", trends_csv(report)); !done) return done;
  if (report.councils.empty()) return base::Done{};
  return base::write_file(at / "councils.csv", councils_csv(report));
}

std::vector<std::string> comparison_formats() {
  return {"csv", "html", "json"};
}

base::Status write_comparison(const std::string& format, const ComparisonReport& report, const std::string& folder) {
  if (format == "csv") return write_comparison_tables(report, folder);
  if (format == "html") return write_comparison_page(report, folder);
  assert(format == "json");
  return base::write_file(std::filesystem::path(folder) / "comparison.json", comparison_json(report));
}

}  // namespace reports
