#include "reports/jsonl.h"

#include "base/json.h"
#include "base/utf8.h"
#include "document/dump.h"
#include "reports/base64.h"
#include "reports/reports.h"
#include "reports/words.h"

namespace reports {
namespace {

using base::JsonWriter;
using evaluation::Outcome;
using evaluation::Rating;

void string_or_null(JsonWriter& json, const char* key, const std::string& value) {
  json.key(key);
  value.empty() ? json.null() : json.string(value);
}

void number_or_null(JsonWriter& json, const char* key, std::int64_t value) {
  json.key(key);
  value > 0 ? json.number(value) : json.null();
}

void strings(JsonWriter& json, const char* key, const std::vector<std::string>& values) {
  json.key(key).begin_array();
  for (const std::string& value : values) json.string(value);
  json.end_array();
}

void span(JsonWriter& json, base::Span at) {
  json.key("start").number(static_cast<std::int64_t>(at.begin));
  json.key("end").number(static_cast<std::int64_t>(at.end));
}

void where(JsonWriter& json, const evaluation::Place& place) {
  json.key("where").begin_object();
  string_or_null(json, "section", place.section);
  number_or_null(json, "page", place.page);
  number_or_null(json, "table", place.table);
  number_or_null(json, "row", place.row);
  json.end_object();
}

void dimension(JsonWriter& json, const evaluation::DimensionScore& score) {
  json.begin_object().key("id").string(score.id).key("title").string(score.title);
  json.key("score");
  score.possible > 0 ? json.number(static_cast<double>(score.points) / score.possible, 4) : json.null();
  json.key("grade");
  score.possible > 0 ? json.string(name_of(score.grade)) : json.null();
  string_or_null(json, "limited_by", score.limited_by);
  json.end_object();
}

void opinion(JsonWriter& json, const evaluation::Opinion& opinion) {
  json.begin_object().key("rating").string(name_of(opinion.rating)).key("rater").string(opinion.rater);
  if (!opinion.comment.empty()) json.key("comment").string(opinion.comment);
  json.end_object();
}

void scores(JsonWriter& json, const evaluation::Overall& overall,
            const std::vector<evaluation::DimensionScore>& dimensions) {
  json.key("overall").begin_object().key("score").number(overall.score, 4);
  json.key("grade").string(name_of(overall.grade));
  string_or_null(json, "limited_by", overall.limited_by);
  json.end_object();
  json.key("dimensions").begin_array();
  for (const auto& score : dimensions) dimension(json, score);
  json.end_array();
}

void item(JsonWriter& json, const evaluation::Answer& answer) {
  json.begin_object().key("id").string(answer.item).key("rating").string(name_of(answer.by_auditor()));
  json.key("reason").string(answer.reason);
  json.key("evidence").begin_array();
  for (const auto& evidence : answer.evidence) {
    json.begin_object().key("quote").string(evidence.quote);
    span(json, evidence.at);
    where(json, evidence.where);
    json.end_object();
  }
  json.end_array();
  if (!answer.unsure.empty()) json.key("confidence").string("low").key("confidence_reason").string(answer.unsure);
  if (answer.by_auditor() == Rating::not_met || answer.by_auditor() == Rating::partly) {
    strings(json, "looked_in", answer.looked_in);
    json.key("near_misses").begin_array();
    for (const auto& miss : answer.near_misses) {
      json.begin_object().key("quote").string(miss.quote);
      span(json, miss.at);
      json.key("reason").string(miss.reason);
      where(json, miss.where);
      json.end_object();
    }
    json.end_array();
  }
  if (answer.auditor) opinion(json.key("overruled"), answer.opinions.front());
  if (!answer.opinions.empty()) {
    json.key("people").begin_array();
    for (const auto& one : answer.opinions) opinion(json, one);
    json.end_array();
  }
  json.end_object();
}

// Only what the record tells.
void particulars(JsonWriter& json, const Outcome& outcome) {
  const evaluation::Particulars& made = outcome.particulars;
  for (const auto& [key, value] :
       {std::pair("team", &made.team), std::pair("worker", &made.worker), std::pair("manager", &made.manager)}) {
    if (!value->empty()) json.key(key).string(*value);
  }
  if (!outcome.timeliness) return;
  const evaluation::Timeliness& time = *outcome.timeliness;
  json.key("timeliness").begin_object().key("clock").string(time.clock);
  json.key("from").string(time.from).key("completed").string(time.completed);
  json.key("working_days").number(static_cast<std::int64_t>(time.working_days));
  json.key("limit").number(static_cast<std::int64_t>(time.limit)).end_object();
}

void audited(JsonWriter& json, const Outcome& outcome) {
  string_or_null(json, "type", outcome.type);
  if (!outcome.checklist.empty()) json.key("checklist").string(outcome.checklist);
  strings(json, "children", outcome.children);
  particulars(json, outcome);
  // What the auditor's ratings come to; what those that count come to stands beside it, where it differs.
  if (outcome.auditors) {
    scores(json, outcome.auditors->overall, outcome.auditors->dimensions);
    json.key("moderated").begin_object();
    scores(json, outcome.overall, outcome.dimensions);
    json.end_object();
  } else {
    scores(json, outcome.overall, outcome.dimensions);
  }
  json.key("items").begin_array();
  for (const auto& answer : outcome.items) item(json, answer);
  json.end_array().key("flags").begin_array();
  for (const auto& flag : outcome.flags) {
    json.begin_object().key("id").string(flag.id).key("quote").string(flag.quote);
    span(json, flag.at);
    json.key("reason").string(flag.reason);
    if (!flag.twin.empty()) json.key("twin").string(flag.twin);
    if (flag.first) json.key("first").boolean(true);
    json.end_object();
  }
  json.end_array().key("cuts").begin_array();
  for (const auto& note : outcome.document.notes) json.string(note.message);
  json.end_array();
  json.key("read_in_part").boolean(!parts_of(outcome).empty());
  json.key("notes").begin_array();
  for (const auto& note : outcome.document.notes) {
    json.begin_object().key("kind").string(name_of(note.kind)).key("message").string(note.message).end_object();
  }
  json.end_array();
  strings(json, "unknown_sections", outcome.unknown_sections);
  json.key("words").number(static_cast<std::int64_t>(outcome.words));
}

}  // namespace

std::string findings_line(const Outcome& outcome) {
  JsonWriter json;
  json.begin_object().key("path").string(outcome.path);
  if (!base::is_utf8(outcome.path)) json.key("path_base64").string(base64(outcome.path));
  string_or_null(json, "sha256", outcome.sha256);
  string_or_null(json, "format", outcome.format);
  json.key("status").string(name_of(outcome.standing));
  if (outcome.standing == evaluation::Standing::audited) {
    audited(json, outcome);
  } else {
    json.key("reason").string(reason_of(outcome.error)).key("code").string(name_of(outcome.error.code));
  }
  json.end_object();
  return json.take();
}

base::Status write_jsonl(const Run& run, const Write& write) {
  return run.each([&](const Outcome& outcome) { return write(findings_line(outcome) + "\n"); });
}

}  // namespace reports
