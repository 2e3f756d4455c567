// pack.json: what a pack holds, for programs and for --verify.
#include "base/json.h"
#include "base/utf8.h"
#include "pack/contents.h"
#include "reports/html_pages.h"
#include "reports/sample_words.h"
#include "reports/words.h"

namespace pack {
namespace {

using base::JsonWriter;
using evaluation::Outcome;

std::int64_t count(std::size_t number) {
  return static_cast<std::int64_t>(number);
}

void counts(JsonWriter& json, std::size_t audited, std::size_t refused, std::size_t skipped) {
  json.key("audited").number(count(audited)).key("refused").number(count(refused));
  json.key("skipped").number(count(skipped));
}

void checklist(JsonWriter& json, const Contents& contents) {
  const store::RunFacts& facts = contents.run.facts;
  json.key("checklist").begin_object().key("id").string(facts.checklist_id);
  json.key("title").string(facts.checklist_title).key("version").string(facts.checklist_version);
  json.key("sha256").string(facts.checklist_sha256).key("in_pack").boolean(!contents.checklist.empty());
  if (contents.checklist.empty()) {
    json.key("note").string("The checklist's files are not in the pack: no checklist with this sha256 was at hand.");
  }
  json.end_object();
}

// All that records were rated by, where there are several.
void further(JsonWriter& json, const store::RunFacts& facts) {
  if (facts.further.empty()) return;
  json.key("checklists").begin_array();
  for (const store::ChecklistFacts& each : facts.checklists()) {
    json.begin_object().key("id").string(each.id).key("title").string(each.title);
    json.key("version").string(each.version).key("sha256").string(each.sha256).end_object();
  }
  json.end_array();
}

void run(JsonWriter& json, const Contents& contents) {
  const store::RunFacts& facts = contents.run.facts;
  json.key("run").begin_object().key("program_version").string(facts.program_version);
  json.key("arguments").begin_array();
  for (const std::string& argument : facts.arguments) json.string(argument);
  json.end_array().key("started").string(facts.started).key("finished").string(facts.finished);
  json.key("interrupted").boolean(facts.interrupted).key("across").boolean(facts.across);
  json.key("text_kept").boolean(facts.text_kept).key("documents").number(count(contents.choice.of));
  counts(json, contents.choice.audited, contents.choice.refused, contents.choice.skipped);
  json.end_object();
}

void sample(JsonWriter& json, const Contents& contents) {
  json.key("sample").begin_object().key("how").string(sample_words(contents));
  json.key("all").boolean(contents.choice.all);
  const auto words = reports::sample_words(contents.run);
  if (!words.empty()) json.key("method").begin_array();
  for (const auto& [term, said] : words) {
    json.begin_object().key("term").string(term).key("words").string(said).end_object();
  }
  if (!words.empty()) json.end_array();
  if (!contents.choice.all && !contents.pseudonymised) {
    json.key("asked_for").begin_array();
    for (const std::string& word : contents.words) json.string(word);
    json.end_array();
  }
  json.end_object();
}

void document(JsonWriter& json, const Outcome& outcome, std::size_t number) {
  json.begin_object().key("number").number(count(number)).key("path").string(outcome.path);
  json.key("page").string(reports::page_address(number)).key("sha256").string(outcome.sha256);
  json.key("score").number(outcome.overall.score, 4).key("grade").string(name_of(outcome.overall.grade));
  json.key("read_in_part").boolean(!reports::parts_of(outcome).empty()).end_object();
}

void passed(JsonWriter& json, const Outcome& outcome, std::size_t number) {
  json.begin_object().key("number").number(count(number)).key("path").string(outcome.path);
  json.key("status").string(name_of(outcome.standing)).key("code").string(name_of(outcome.error.code));
  json.key("reason").string(reports::reason_of(outcome.error)).end_object();
}

}  // namespace

base::Result<Documents> documents(const Contents& contents) {
  Documents out;
  JsonWriter audited, others, sources;
  audited.begin_array();
  others.begin_array();
  sources.begin_array();
  std::size_t place = 0;
  base::Status status = contents.run.each([&](const Outcome& outcome) -> base::Status {
    std::size_t number = contents.run.number(++place);
    if (outcome.standing == evaluation::Standing::audited) {
      document(audited, outcome, number);
    } else {
      passed(others, outcome, number);
    }
    if (!outcome.sha256.empty()) {
      sources.begin_object().key("path").string(outcome.path).key("bytes").number(count(outcome.bytes));
      sources.key("sha256").string(outcome.sha256).end_object();
      out.sums += sum_line(outcome.sha256, outcome.path);
    }
    return base::Done{};
  });
  if (!status) return status.error();
  out.documents = audited.end_array().take();
  out.not_audited = others.end_array().take();
  out.sources = sources.end_array().take();
  return out;
}

std::string manifest(const Contents& contents, const reports::Overview& overview, const Documents& documents,
                     const std::string& without_pdf, const std::vector<Listed>& listed) {
  JsonWriter json;
  json.begin_object().key("program").string("auditor").key("version").string(contents.program_version);
  json.key("pseudonymised").boolean(contents.pseudonymised);
  json.key("names").string(contents.pseudonymised
                               ? "People, places, numbers and dates of birth are replaced by labels, by program: look "
                                 "for what it missed before you hand the pack on."
                               : "THIS PACK HOLDS REAL NAMES. Keep it as safe as the records themselves.");
  checklist(json, contents);
  further(json, contents.run.facts);
  run(json, contents);
  sample(json, contents);
  json.key("counts")
      .begin_object()
      .key("documents")
      .number(count(overview.audited + overview.refused + overview.skipped));
  counts(json, overview.audited, overview.refused, overview.skipped);
  json.key("read_in_part").number(count(overview.in_part)).end_object();
  json.key("documents").raw(documents.documents).key("not_audited").raw(documents.not_audited);
  json.key("sources").raw(documents.sources);
  if (!without_pdf.empty()) json.key("without_pdf").string(without_pdf);
  json.end_object();
  std::string text = json.take();
  // Its beginning and its list of files are what --verify looks for, made by the same functions there.
  return manifest_begin + text.substr(1, text.size() - 2) + "," + manifest_files(listed) + "}\n";
}

}  // namespace pack
