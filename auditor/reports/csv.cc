#include "reports/csv.h"

#include <algorithm>
#include <cstdio>
#include <type_traits>

#include "reports/terminal.h"
#include "reports/words.h"

namespace reports {
namespace {

using evaluation::Outcome;
using evaluation::Rating;

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

// What one row is about.
struct Row {
  const Outcome& outcome;
  const std::string& flags;
  const evaluation::Answer* answer = nullptr;  // null where the document was not audited
  const std::string dimension, question;       // of the item
  const std::string checklist;                 // that the item is of

  const evaluation::Evidence* quotation() const {
    return answer == nullptr || answer->evidence.empty() ? nullptr : &answer->evidence.front();
  }
};

std::string points(const Row& row) {
  bool rated = row.answer != nullptr && row.answer->by_auditor() != Rating::not_applicable;
  return rated ? std::to_string(static_cast<int>(row.answer->by_auditor())) : "";
}

// Scores by the auditor's ratings alone, or by those that count.
enum class By { auditor, counting };

template <By Whose>
const std::vector<evaluation::DimensionScore>& dimensions(const Row& row) {
  bool alone = Whose == By::auditor && row.outcome.auditors;
  return alone ? row.outcome.auditors->dimensions : row.outcome.dimensions;
}

template <By Whose>
const evaluation::Overall& overall(const Row& row) {
  bool alone = Whose == By::auditor && row.outcome.auditors;
  return alone ? row.outcome.auditors->overall : row.outcome.overall;
}

template <By Whose>
std::string dimension_grade(const Row& row) {
  if (row.answer == nullptr) return "";
  for (const auto& score : dimensions<Whose>(row)) {
    if (score.id == row.dimension && score.possible > 0) return name_of(score.grade);
  }
  return "";
}

template <By Whose>
std::string overall_score(const Row& row) {
  if (row.answer == nullptr) return "";
  char score[32];
  std::snprintf(score, sizeof score, "%.4f", overall<Whose>(row).score);
  return score;
}

template <By Whose>
std::string overall_grade(const Row& row) {
  return row.answer == nullptr ? "" : name_of(overall<Whose>(row).grade);
}

// The person's whose rating counts; null where nobody has rated.
const evaluation::Opinion* opinion(const Row& row) {
  return row.answer == nullptr || row.answer->opinions.empty() ? nullptr : &row.answer->opinions.front();
}

template <auto Member>
std::string particular(const Row& row) {
  return row.outcome.particulars.*Member;
}
template <auto Member>
std::string time(const Row& row) {
  if (!row.outcome.timeliness) return "";
  if constexpr (std::is_same_v<decltype(Member), std::uint32_t evaluation::Timeliness::*>) {
    return std::to_string((*row.outcome.timeliness).*Member);
  } else {
    return (*row.outcome.timeliness).*Member;
  }
}
template <auto Member>
std::string place(const Row& row) {
  const evaluation::Evidence* first = row.quotation();
  return first == nullptr ? "" : above_zero(first->where.*Member);
}

struct Column {
  const char* name;
  const char* meaning;
  std::string (*value)(const Row&);
};

// The order never changes; new ones come last.
constexpr Column kColumns[] = {
    {"path", "the document, as it was named", [](const Row& r) { return r.outcome.path; }},
    {"status", "audited, refused or skipped", [](const Row& r) { return std::string(name_of(r.outcome.standing)); }},
    {"type", "of record, such as core_assessment; empty where it is not told",
     [](const Row& r) { return r.outcome.type; }},
    {"children", "names, parted by ';'", [](const Row& r) { return joined(r.outcome.children, "; "); }},
    {"item", "the item that was rated, such as CV1; empty where the document was not audited",
     [](const Row& r) { return r.answer == nullptr ? "" : r.answer->item; }},
    {"dimension", "of the item, such as CV", [](const Row& r) { return r.dimension; }},
    {"question", "that the item asks", [](const Row& r) { return r.question; }},
    {"rating", "met, partly, not_met or na",
     [](const Row& r) { return std::string(r.answer == nullptr ? "" : name_of(r.answer->by_auditor())); }},
    {"points", "2, 1 or 0; empty for na", points},
    {"reason", "of the rating; or why the document was not audited",
     [](const Row& r) { return r.answer == nullptr ? reason_of(r.outcome.error) : r.answer->reason; }},
    {"quote", "the first quotation that the rating rests on",
     [](const Row& r) { return r.quotation() == nullptr ? "" : r.quotation()->quote; }},
    {"section", "the heading above that quotation",
     [](const Row& r) { return r.quotation() == nullptr ? "" : r.quotation()->where.section; }},
    {"page", "where it stands, from 1; empty where the format has no pages", place<&evaluation::Place::page>},
    {"table", "likewise, where it stands in a table", place<&evaluation::Place::table>},
    {"row", "of that table", place<&evaluation::Place::row>},
    {"quotes", "how many quotations the rating rests on",
     [](const Row& r) { return r.answer == nullptr ? "" : std::to_string(r.answer->evidence.size()); }},
    {"confidence", "low where the rating is unsure, else empty",
     [](const Row& r) { return std::string(r.answer == nullptr || r.answer->unsure.empty() ? "" : "low"); }},
    {"confidence_reason", "why it is unsure", [](const Row& r) { return r.answer == nullptr ? "" : r.answer->unsure; }},
    {"dimension_grade", "outstanding, good, requires_improvement or inadequate", dimension_grade<By::auditor>},
    {"overall_score", "of the document, from 0 to 1", overall_score<By::auditor>},
    {"overall_grade", "of the document", overall_grade<By::auditor>},
    {"flags", "found in the document, each once, parted by blanks",
     [](const Row& r) { return r.answer == nullptr ? "" : r.flags; }},
    {"sha256", "of the file", [](const Row& r) { return r.outcome.sha256; }},
    {"read_in_part", "what kept part of the record from being read; empty where it was read whole",
     [](const Row& r) { return r.answer == nullptr ? "" : joined(parts_of(r.outcome), "; "); }},
    {"team", "as the record's form says; empty where it does not", particular<&evaluation::Particulars::team>},
    {"worker", "who wrote it, likewise", particular<&evaluation::Particulars::worker>},
    {"manager", "likewise", particular<&evaluation::Particulars::manager>},
    {"clock", "what the count of days begins with: referral, contact, start or strategy; empty where none is told",
     time<&evaluation::Timeliness::clock>},
    {"clock_from", "that day, as 2009-10-13", time<&evaluation::Timeliness::from>},
    {"completed", "the day that the count ends with", time<&evaluation::Timeliness::completed>},
    {"working_days", "between the two; the first day is day 0", time<&evaluation::Timeliness::working_days>},
    {"working_days_limit", "for the type of record: late where working_days is more",
     time<&evaluation::Timeliness::limit>},
    {"checklist", "id of the one that rated the document; item ids are its own",
     [](const Row& r) { return r.checklist; }},
    {"counts", "the rating that counts: a person's where one has rated, else the auditor's, which rating tells",
     [](const Row& r) { return std::string(r.answer == nullptr ? "" : name_of(r.answer->rating)); }},
    {"rater", "the person whose rating counts; empty where nobody has rated",
     [](const Row& r) { return opinion(r) == nullptr ? "" : opinion(r)->rater; }},
    {"rater_comment", "that person's", [](const Row& r) { return opinion(r) == nullptr ? "" : opinion(r)->comment; }},
    {"counting_dimension_grade", "by the ratings that count", dimension_grade<By::counting>},
    {"counting_overall_score", "likewise", overall_score<By::counting>},
    {"counting_overall_grade", "likewise", overall_grade<By::counting>},
};

std::string written(const Row& row) {
  std::string out;
  for (const Column& column : kColumns) out += csv_value(column.value(row)) + ",";
  out.back() = '\r';
  return out + "\n";
}

std::string rows(const Outcome& outcome, const store::RunFacts& facts) {
  std::string flags = flag_ids(outcome);
  if (outcome.standing != evaluation::Standing::audited) return written({outcome, flags, nullptr, "", "", ""});
  std::string out;
  for (const auto& answer : outcome.items) {
    Asked about = asked_by(facts, outcome, answer.item);
    out += written(
        {outcome, flags, &answer, std::move(about.dimension), std::move(about.question), checklist_of(outcome, facts)});
  }
  return out;
}

}  // namespace

std::string csv_columns() {
  std::size_t width = 0;
  for (const Column& column : kColumns) width = std::max(width, std::string_view(column.name).size());
  std::string out;
  for (const Column& column : kColumns) out += wrapped("  " + padded(column.name, width + 2), column.meaning);
  return out;
}

base::Status write_csv(const Run& run, const Write& write) {
  std::string head = "\uFEFF";
  for (const Column& column : kColumns) head += std::string(column.name) + ",";
  head.back() = '\r';
  base::Status status = write(head + "\n");
  if (!status) return status;
  return run.each([&](const Outcome& outcome) { return write(rows(outcome, run.facts)); });
}

}  // namespace reports
