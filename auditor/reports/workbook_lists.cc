// The sheets that list: documents, items, flags, what was not audited.
#include <algorithm>
#include <cmath>
#include <map>

#include "reports/html_pages.h"
#include "reports/words.h"
#include "reports/workbook_parts.h"
#include "statistics/interval.h"

namespace reports {
namespace {

using evaluation::Outcome;
using evaluation::Rating;

std::string joined(const std::vector<std::string>& values, const char* between) {
  std::string out;
  for (const std::string& value : values) out += (out.empty() ? "" : between) + value;
  return out;
}

// Two places, as score_words() has it: what is shown never reaches a grade that the score doesn't.
double shown_score(double score) {
  return std::floor(score * 100 + 1e-9) / 100;
}

std::size_t count_of(const Outcome& outcome, Rating rating) {
  return static_cast<std::size_t>(std::count_if(outcome.items.begin(), outcome.items.end(),
                                                [&](const auto& answer) { return answer.rating == rating; }));
}

std::string flag_ids(const Outcome& outcome) {
  std::vector<std::string> ids;
  for (const auto& flag : outcome.flags) {
    if (ids.empty() || ids.back() != flag.id) ids.push_back(flag.id);
  }
  return joined(ids, " ");
}

// Null where no item of the dimension applies.
const evaluation::DimensionScore* scored(const Workbook& workbook, const Outcome& outcome,
                                         const DimensionTally& dimension) {
  if (checklist_of(outcome, workbook.facts) != dimension.checklist) return nullptr;
  for (const auto& score : outcome.dimensions) {
    if (score.id == dimension.own_id && score.possible > 0) return &score;
  }
  return nullptr;
}

}  // namespace

const ItemTally* Workbook::item(const Outcome& outcome, const std::string& own_id) const {
  auto found = items.find({checklist_of(outcome, facts), own_id});
  return found == items.end() ? nullptr : found->second;
}

std::string Workbook::dimension_title(const Outcome& outcome, const std::string& own_id) const {
  auto found = dimensions.find({checklist_of(outcome, facts), own_id});
  return found == dimensions.end() ? own_id : found->second->title;
}

Table documents_table(const Workbook& workbook) {
  TableLayout layout;
  layout.name = "Documents";
  layout.still = 2;
  layout.columns = {{"No.", 5}, {"Document", 30}, {"Its page", 7}, {"Type", 15}, {"Children", 16}};
  layout.columns.push_back({"Overall grade", 12, true});
  layout.columns.push_back({"Overall score", 8});
  for (const DimensionTally& dimension : workbook.overview.dimensions) {
    layout.columns.push_back({dimension.title + ": grade", 12, true});
  }
  for (Rating rating : {Rating::met, Rating::partly, Rating::not_met, Rating::not_applicable}) {
    layout.columns.push_back({words_for(rating), 7});
  }
  layout.columns.push_back({"Unsure ratings", 8});
  layout.columns.push_back({"Flags", 8});
  layout.columns.push_back({"Read only in part", 20});
  layout.printed = layout.columns.size();
  layout.columns.push_back({"Overall grade held back by", 16});
  for (const DimensionTally& dimension : workbook.overview.dimensions) {
    layout.columns.push_back({dimension.title + ": score", 12});
  }
  layout.columns.push_back({"Checklist", 12});
  layout.columns.push_back({"Format", 8});
  layout.columns.push_back({"Words", 8});
  layout.columns.push_back({"SHA-256 of the file", 20});
  return Table(workbook.book, std::move(layout), workbook.overview.audited, workbook.limits);
}

void document_row(Table& table, const Workbook& workbook, const Outcome& outcome, std::size_t number) {
  table.number(static_cast<double>(number)).text(outcome.path, Look::name);
  table.link(page_address(number), "Open").text(type_words(outcome.type)).text(joined(outcome.children, "; "));
  table.text(words_for(outcome.overall.grade)).number(shown_score(outcome.overall.score), Look::score);
  for (const DimensionTally& dimension : workbook.overview.dimensions) {
    const auto* score = scored(workbook, outcome, dimension);
    table.text(score == nullptr ? "" : words_for(score->grade));
  }
  for (Rating rating : {Rating::met, Rating::partly, Rating::not_met, Rating::not_applicable}) {
    table.number(static_cast<double>(count_of(outcome, rating)));
  }
  auto unsure = std::count_if(outcome.items.begin(), outcome.items.end(),
                              [](const auto& answer) { return !answer.unsure.empty(); });
  table.number(static_cast<double>(unsure)).text(flag_ids(outcome)).text(joined(parts_of(outcome), "\n"));
  table.text(workbook.dimension_title(outcome, outcome.overall.limited_by));
  for (const DimensionTally& dimension : workbook.overview.dimensions) {
    const auto* score = scored(workbook, outcome, dimension);
    if (score == nullptr) {
      table.blank(Look::score);
    } else {
      table.number(shown_score(static_cast<double>(score->points) / score->possible), Look::score);
    }
  }
  table.text(checklist_of(outcome, workbook.facts));
  table.text(outcome.format).number(outcome.words).text(outcome.sha256, Look::key);
  table.end_row();
}

Table items_table(const Workbook& workbook) {
  TableLayout layout;
  layout.name = "Items";
  layout.still = 1;
  layout.columns = {{"Item", 7},
                    {"Dimension", 24},
                    {"Question", 60},
                    {words_for(Rating::met), 9},
                    {words_for(Rating::partly), 9},
                    {words_for(Rating::not_met), 9},
                    {words_for(Rating::not_applicable), 9},
                    {"Records it applies to", 11},
                    {"Share met", 9},
                    {"95% interval from", 10},
                    {"95% interval to", 10}};
  Table table(workbook.book, std::move(layout), workbook.overview.items.size(), workbook.limits);
  std::map<std::string, std::string> titles;
  for (const DimensionTally& dimension : workbook.overview.dimensions) titles[dimension.id] = dimension.title;
  for (const ItemTally& item : workbook.overview.items) {
    auto rated = [&](Rating rating) { return item.ratings[static_cast<std::size_t>(rating)]; };
    table.text(item.id).text(titles[item.dimension]).text(item.question);
    for (Rating rating : {Rating::met, Rating::partly, Rating::not_met, Rating::not_applicable}) {
      table.number(static_cast<double>(rated(rating)));
    }
    table.number(static_cast<double>(item.applies()));
    if (item.applies() == 0) {
      table.blank(Look::share).blank(Look::share).blank(Look::share);
    } else {
      statistics::Interval interval = statistics::wilson(rated(Rating::met), item.applies());
      table.number(static_cast<double>(rated(Rating::met)) / static_cast<double>(item.applies()), Look::share);
      table.number(interval.low, Look::share).number(interval.high, Look::share);
    }
    table.end_row();
  }
  return table;
}

Table flags_table(const Workbook& workbook) {
  TableLayout layout;
  layout.name = "Flags";
  layout.still = 2;
  layout.columns = {{"No.", 6}, {"Document", 40}, {"Flag", 7}, {"What it is about", 30}, {"Quote", 60}, {"Reason", 50}};
  Table table(workbook.book, std::move(layout), workbook.overview.flags.size(), workbook.limits);
  for (const FlagFound& found : workbook.overview.flags) {
    table.number(static_cast<double>(found.number)).text(found.path, Look::name);
    table.text(found.flag.id).text(flag_words(found.flag.id)).text(found.flag.quote).text(found.flag.reason);
    table.end_row();
  }
  return table;
}

Table not_audited_table(const Workbook& workbook) {
  TableLayout layout;
  layout.name = "Not audited";
  layout.still = 1;
  layout.columns = {{"Document", 60}, {"What became of it", 18}, {"Reason", 90}};
  Table table(workbook.book, std::move(layout), workbook.overview.not_audited.size(), workbook.limits);
  for (const NotAudited& each : workbook.overview.not_audited) {
    bool refused = each.standing == evaluation::Standing::refused;
    table.text(each.path, Look::name).text(refused ? "Refused" : "Skipped").text(each.reason);
    table.end_row();
  }
  return table;
}

}  // namespace reports
