#include <cstdio>

#include "base/csv.h"
#include "base/json.h"
#include "base/utf8.h"
#include "sampling/list.h"
#include "sampling/list_sum.h"

namespace sampling {
namespace {

// At most three decimals, none that are zero.
std::string decimal(double number) {
  char text[64];
  std::snprintf(text, sizeof text, "%.3f", number);
  std::string out = text;
  while (out.back() == '0') out.pop_back();
  if (out.back() == '.') out.pop_back();
  return out;
}

std::vector<std::pair<std::string, std::string>> facts_of(const Sample& sample) {
  const Method& method = sample.method;
  std::vector<std::pair<std::string, std::string>> out;
  auto fact = [&](const char* name, std::string value) { out.emplace_back(name, std::move(value)); };
  fact("source", method.source);
  for (const LeftOut& one : method.left_out) fact("left_out", std::to_string(one.records) + " " + one.reason);
  fact("asked", std::to_string(method.asked));
  if (method.share > 0) fact("share", decimal(100 * method.share) + "%");
  if (method.margin > 0) fact("margin", decimal(100 * method.margin) + "%");
  if (!method.quota_of.empty()) fact("quota_of", method.quota_of);
  for (const std::string& name : method.by) fact("by", name);
  if (method.dip) fact("dip", "yes");
  fact("seed", std::to_string(method.seed));
  fact("drawn_on", "on " + method.day);
  fact("program", "version " + method.program_version);
  for (const std::string& argument : method.arguments) fact("argument", "is " + argument);
  fact("frame_sum", "sha256 " + method.frame_sha256);
  for (const Stratum& one : method.strata) {
    fact("stratum", std::to_string(one.of) + " held, " + std::to_string(one.drawn) + " drawn, " +
                        std::to_string(one.reserve) + " in reserve: " + one.name);
  }
  std::vector<SummedRow> rows;
  for (const Member& member : sample.members) {
    rows.push_back({rows.size() + 1, member.reserve, base::repaired_utf8(method.strata[member.stratum].name),
                    base::repaired_utf8(sample.frame.candidates[member.candidate].path)});
  }
  fact("list_sum", "sha256 " + list_sum(std::move(rows)));
  return out;
}

void member(base::JsonWriter& json, const Sample& sample, const Member& member, std::size_t order) {
  const Candidate& candidate = sample.frame.candidates[member.candidate];
  json.begin_object().key("use").string(member.reserve ? "reserve" : "drawn");
  json.key("order").number(static_cast<std::int64_t>(order));
  json.key("stratum").string(sample.method.strata[member.stratum].name).key("path").string(candidate.path);
  if (!candidate.child.empty()) json.key("child").string(candidate.child);
  if (!member.reserve) json.key("stands_for").number(member.stands_for, 3);
  json.end_object();
}

void candidate(base::JsonWriter& json, const Frame& frame, const Candidate& candidate) {
  json.begin_object().key("path").string(candidate.path);
  if (!candidate.child.empty()) json.key("child").string(candidate.child);
  for (std::size_t i = 0; i < frame.names.size(); ++i) {
    if (!candidate.values[i].empty()) json.key(frame.names[i]).string(candidate.values[i]);
  }
  if (!candidate.last_audited.empty()) json.key("last_audited").string(candidate.last_audited);
  json.end_object();
}

}  // namespace

std::string list_csv(const Sample& sample) {
  std::vector<std::string> head{"use", "order", "stratum", "path", "child", "stands_for", "unfit"};
  head.insert(head.end(), sample.frame.names.begin(), sample.frame.names.end());
  head.emplace_back("last_audited");
  std::string out = std::string(base::byte_order_mark) + base::csv_row(head);
  std::size_t order = 0;
  for (const Member& member : sample.members) {
    const Candidate& candidate = sample.frame.candidates[member.candidate];
    std::vector<std::string> row{member.reserve ? "reserve" : "drawn",
                                 std::to_string(++order),
                                 sample.method.strata[member.stratum].name,
                                 candidate.path,
                                 candidate.child,
                                 member.reserve ? "" : decimal(member.stands_for),
                                 ""};
    row.insert(row.end(), candidate.values.begin(), candidate.values.end());
    row.push_back(candidate.last_audited);
    out += base::csv_row(row);
  }
  auto further = [&](const char* use, const std::string& name, const std::string& value) {
    std::vector<std::string> row{use, "", name, value};
    row.resize(head.size());
    out += base::csv_row(row);
  };
  for (const auto& [term, words] : statement(sample.method, {})) further("method", term, words);
  for (const auto& [name, value] : facts_of(sample)) further("fact", name, value);
  return out;
}

std::string list_json(const Sample& sample) {
  const Method& method = sample.method;
  base::JsonWriter json;
  auto count = [&](const char* name, std::size_t number) { json.key(name).number(static_cast<std::int64_t>(number)); };
  json.begin_object().key("drawn_on").string(method.day).key("seed").string(std::to_string(method.seed));
  json.key("program_version").string(method.program_version).key("source").string(method.source);
  json.key("method").begin_array();
  for (const auto& [term, words] : statement(method, {})) {
    json.begin_object().key("term").string(term).key("words").string(words).end_object();
  }
  json.end_array().key("left_out").begin_array();
  for (const LeftOut& one : method.left_out) {
    json.begin_object().key("reason").string(one.reason);
    count("records", one.records);
    json.end_object();
  }
  json.end_array();
  count("could_be_drawn", method.frame);
  count("drawn", method.drawn());
  count("in_reserve", method.reserve());
  json.key("margin");
  std::optional<double> margin = margin_of(method, false);
  margin ? json.number(*margin, 4) : json.null();
  json.key("strata").begin_array();
  for (const Stratum& one : method.strata) {
    json.begin_object().key("name").string(one.name);
    count("of", one.of);
    count("drawn", one.drawn);
    count("in_reserve", one.reserve);
    json.end_object();
  }
  json.end_array().key("list").begin_array();
  for (std::size_t i = 0; i < sample.members.size(); ++i) member(json, sample, sample.members[i], i + 1);
  json.end_array().key("frame_sha256").string(method.frame_sha256).key("frame").begin_array();
  for (const Candidate& one : sample.frame.candidates) candidate(json, sample.frame, one);
  return json.end_array().end_object().take() + "\n";
}

}  // namespace sampling
