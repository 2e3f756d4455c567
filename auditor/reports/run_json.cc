#include <cstdlib>

#include "base/json.h"
#include "reports/reports.h"
#include "sampling/method.h"

namespace reports {
namespace {

void contents(base::JsonWriter& json, const store::ChecklistFacts& checklist) {
  json.key("dimensions").begin_array();
  for (const auto& [id, title] : checklist.dimensions) {
    json.begin_object().key("id").string(id).key("title").string(title).end_object();
  }
  json.end_array().key("items").begin_array();
  for (const auto& [id, dimension, question] : checklist.items) {
    json.begin_object().key("id").string(id).key("dimension").string(dimension);
    json.key("question").string(question).end_object();
  }
  json.end_array();
}

void checklist(base::JsonWriter& json, const store::ChecklistFacts& checklist) {
  json.begin_object().key("id").string(checklist.id).key("title").string(checklist.title);
  json.key("version").string(checklist.version).key("sha256").string(checklist.sha256);
  contents(json, checklist);
  json.end_object();
}

void sample_part(base::JsonWriter& json, const Run& run) {
  const store::Sample& sample = run.sample;
  json.key("sample").begin_object().key("drawn_on").string(sample.made.substr(0, 10));
  json.key("seed").number(static_cast<std::int64_t>(sample.seed)).key("command").begin_array();
  for (const std::string& argument : sample.arguments) json.string(argument);
  json.end_array().key("method").begin_array();
  for (const auto& [term, words] : sampling::from_text(sample.method)) {
    json.begin_object().key("term").string(term).key("words").string(words).end_object();
  }
  json.end_array().key("records").begin_array();
  for (const store::SampleMember& member : sample.members) {
    json.begin_object().key("path").string(member.path).key("stratum").string(member.stratum).end_object();
  }
  json.end_array().end_object();
}

void manifest_part(base::JsonWriter& json, const store::RunFacts& facts) {
  const store::JoiningCounts& c = *facts.joining;
  auto count = [&json](const char* key, std::size_t value) { json.key(key).number(static_cast<std::int64_t>(value)); };
  json.key("manifest").begin_object().key("files").begin_array();
  for (const store::ListFacts& list : facts.lists) {
    json.begin_object().key("file").string(list.file).key("sha256").string(list.sha256).end_object();
  }
  json.end_array();
  count("records", c.records);
  count("joined", c.joined());
  json.key("joined_by").begin_object();
  count("file_name", c.by_file_name);
  count("id_in_name", c.by_id_in_name);
  count("id_in_record", c.by_id_in_record);
  json.end_object();
  count("in_doubt", c.in_doubt);
  count("without_row", c.without_row);
  count("rows", c.rows);
  count("rows_without_record", c.rows_without_record);
  count("rows_of_several_records", c.rows_of_several);
  json.end_object();
}

}  // namespace

std::string run_json(const Run& run, const Counts& counts) {
  const store::RunFacts& facts = run.facts;
  base::JsonWriter json;
  json.begin_object().key("program").string("auditor").key("version").string(facts.program_version);
  json.key("checklist").begin_object();
  json.key("id").string(facts.checklist_id).key("title").string(facts.checklist_title);
  json.key("version").string(facts.checklist_version).key("sha256").string(facts.checklist_sha256).end_object();
  json.key("arguments").begin_array();
  for (const std::string& argument : facts.arguments) json.string(argument);
  json.end_array();
  json.key("started").string(facts.started).key("finished").string(facts.finished);
  json.key("interrupted").boolean(facts.interrupted);
  json.key("counts").begin_object();
  json.key("audited").number(static_cast<std::int64_t>(counts.audited));
  json.key("refused").number(static_cast<std::int64_t>(counts.refused));
  json.key("skipped").number(static_cast<std::int64_t>(counts.skipped));
  json.key("read_in_part").number(static_cast<std::int64_t>(counts.in_part)).end_object();
  json.key("jobs").number(static_cast<std::int64_t>(facts.jobs));
  json.key("sandbox").string(facts.sandbox);
  json.key("ocr").begin_object().key("library");
  facts.ocr_library.empty() ? json.null() : json.string(facts.ocr_library);
  json.key("used").boolean(facts.ocr_asked).end_object();
  json.key("limits").begin_object();
  for (const std::string& setting : facts.limits) {
    const std::size_t equals = setting.find('=');
    json.key(setting.substr(0, equals)).number(std::strtoll(setting.c_str() + equals + 1, nullptr, 10));
  }
  json.end_object();
  json.key("across").boolean(facts.across).key("text_kept").boolean(facts.text_kept);
  if (!run.sample.method.empty()) sample_part(json, run);
  if (facts.joining) manifest_part(json, facts);
  contents(json, facts.checklists().front());
  json.key("checklists").begin_array();
  for (const store::ChecklistFacts& each : facts.checklists()) checklist(json, each);
  json.end_array().end_object();
  return json.take() + "\n";
}

}  // namespace reports
