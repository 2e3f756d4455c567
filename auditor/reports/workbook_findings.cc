// The sheets with a row per document and item: Findings and Moderation.
#include "agreement/headings.h"
#include "reports/words.h"
#include "reports/workbook_parts.h"

namespace reports {
namespace {

using agreement::Heading;
using evaluation::Answer;
using evaluation::Outcome;
using evaluation::Rating;

std::string quoted(const std::string& quote, const evaluation::Place& where) {
  std::string place = place_words(where);
  return "\u201C" + quote + "\u201D" + (place.empty() ? "" : " (" + place + ")");
}

std::string quotes_of(const Answer& answer) {
  std::string out;
  for (const auto& evidence : answer.evidence) {
    out += (out.empty() ? "" : "\n") + quoted(evidence.quote, evidence.where);
  }
  return out;
}

std::string near_misses_of(const Answer& answer) {
  std::string out;
  for (const auto& miss : answer.near_misses) {
    out += (out.empty() ? "" : "\n") + quoted(miss.quote, miss.where) + ": " + miss.reason;
  }
  return out;
}

std::string looked_in_of(const Answer& answer) {
  std::string out;
  for (const std::string& section : answer.looked_in) out += (out.empty() ? "" : "; ") + section;
  return out;
}

// A row for each rating of each document.
std::size_t ratings_of(const Overview& overview) {
  std::size_t out = 0;
  for (const ItemTally& item : overview.items) {
    for (std::size_t count : item.ratings) out += count;
  }
  return out;
}

const std::string& sum_of_checklist(const Workbook& workbook, const Outcome& outcome) {
  const std::string& id = checklist_of(outcome, workbook.facts);
  for (const ChecklistTally& each : workbook.overview.checklists) {
    if (each.id == id) return each.sha256;
  }
  return workbook.facts.checklist_sha256;
}

enum ModerationColumn : std::size_t { kPersonsRating = 8 };

}  // namespace

Table findings_table(const Workbook& workbook) {
  TableLayout layout;
  layout.name = "Findings";
  layout.still = 3;
  layout.columns = {{"No.", 6},
                    {"Document", 24},
                    {"Item", 6},
                    {"Dimension", 14},
                    {"Question", 26},
                    {"Rating", 11, true},
                    {"Confidence", 10},
                    {"Why it is low", 18},
                    {"Reason", 28},
                    {"Quotes and where they stand", 52},
                    {"Looked in", 18},
                    {"What came near, and why it was not taken", 36},
                    {"Auditor\u2019s rating, where a person\u2019s counts", 14, true},
                    {"Whose rating counts", 16},
                    {"That person\u2019s comment", 28}};
  return Table(workbook.book, std::move(layout), ratings_of(workbook.overview), workbook.limits);
}

void finding_rows(Table& table, const Workbook& workbook, const Outcome& outcome, std::size_t number) {
  for (const Answer& answer : outcome.items) {
    const ItemTally* item = workbook.item(outcome, answer.item);
    const std::string own = asked_by(workbook.facts, outcome, answer.item).dimension;
    const std::string dimension = own.empty() ? "" : workbook.dimension_title(outcome, own);
    table.number(static_cast<double>(number)).text(outcome.path, Look::name).text(answer.item).text(dimension);
    table.text(item == nullptr ? "" : item->question).text(words_for(answer.rating));
    table.text(answer.unsure.empty() ? "" : "Low").text(answer.unsure).text(answer.reason);
    table.text(quotes_of(answer)).text(looked_in_of(answer)).text(near_misses_of(answer));
    const evaluation::Opinion* person = answer.opinions.empty() ? nullptr : &answer.opinions.front();
    table.text(answer.auditor ? words_for(*answer.auditor) : "").text(person == nullptr ? "" : person->rater);
    table.text(person == nullptr ? "" : person->comment);
    table.end_row();
  }
}

void choose_rating(Table& table, std::size_t column) {
  std::vector<std::string> values;
  std::string listed;
  for (Rating rating : {Rating::met, Rating::partly, Rating::not_met, Rating::not_applicable}) {
    values.emplace_back(words_for(rating));
    listed += (listed.empty() ? "" : rating == Rating::not_applicable ? " or " : ", ") + values.back();
  }
  table.choose(column, values, "Your rating",
               "Choose from the list: " + listed + ". Leave it empty where you have not rated.");
}

Table moderation_table(const Workbook& workbook) {
  TableLayout layout;
  layout.name = "Moderation";
  layout.still = 3;
  layout.columns = {{Heading::number, 6},
                    {Heading::document, 24},
                    {Heading::item, 6},
                    {Heading::question, 26},
                    {"Auditor\u2019s rating", 11, true},
                    {"Unsure because", 16},
                    {"Auditor\u2019s reason", 28},
                    {"Quotes and where they stand", 50},
                    {Heading::rating, 14, true, Look::entry_head},
                    {Heading::comment, 30, false, Look::entry_head},
                    {Heading::name, 16, false, Look::entry_head}};
  layout.printed = layout.columns.size();
  for (const char* key : {Heading::key_run, Heading::key_checklist, Heading::key_document}) {
    layout.columns.push_back({key, 20});
  }
  Table table(workbook.book, std::move(layout), ratings_of(workbook.overview), workbook.limits);
  choose_rating(table, kPersonsRating);
  return table;
}

void moderation_rows(Table& table, const Workbook& workbook, const Outcome& outcome, std::size_t number) {
  const std::string& checklist = sum_of_checklist(workbook, outcome);
  for (const Answer& answer : outcome.items) {
    const ItemTally* item = workbook.item(outcome, answer.item);
    table.number(static_cast<double>(number)).text(outcome.path, Look::name).text(answer.item);
    table.text(item == nullptr ? "" : item->question).text(words_for(answer.by_auditor())).text(answer.unsure);
    table.text(answer.reason).text(quotes_of(answer));
    const evaluation::Opinion* counts = answer.opinions.empty() ? nullptr : &answer.opinions.front();
    table.text(counts == nullptr ? "" : words_for(counts->rating), Look::entry);
    table.text(counts == nullptr ? "" : counts->comment, Look::entry);
    table.text(counts == nullptr ? "" : counts->rater, Look::entry);
    table.text(workbook.facts.finished, Look::key).text(checklist, Look::key);
    table.text(outcome.sha256, Look::key);
    table.end_row();
  }
}

}  // namespace reports
