#include "comparison/records.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace comparison {
namespace {

constexpr std::array<const char*, 7> names = {"team", "type", "checklist", "month", "quarter", "manager", "worker"};

bool good(evaluation::Grade grade) {
  return grade == evaluation::Grade::good || grade == evaluation::Grade::outstanding;
}

}  // namespace

const char* name_of(By by) {
  return names[static_cast<std::size_t>(by)];
}

bool by_of(std::string_view name, By& by) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return false;
  by = static_cast<By>(found - names.begin());
  return true;
}

std::string period_of(std::string_view day, By by) {
  if (day.size() < 7) return {};
  if (by == By::month) return std::string(day.substr(0, 7));
  const int month = (day[5] - '0') * 10 + (day[6] - '0');
  return std::string(day.substr(0, 4)) + " Q" + std::to_string((month + 2) / 3);
}

std::string group_of(const Record& record, By by) {
  switch (by) {
    case By::team:
      return record.team;
    case By::type:
      return record.type;
    case By::checklist:
      return record.checklist;
    case By::month:
    case By::quarter:
      return period_of(record.completed, by);
    case By::manager:
      return record.manager;
    case By::worker:
      return record.worker;
  }
  assert(false);
  return {};
}

Records::Records(Titles titles) : titles_(std::move(titles)) {
  number_of({MeasureKind::grade, "", "grade", "", false});
  number_of({MeasureKind::in_time, "", "in_time", "", false});
}

std::size_t Records::number_of(Measure measure) {
  const std::string key = measure.checklist + '\n' + std::to_string(static_cast<int>(measure.kind)) + measure.id;
  const auto [at, added] = numbers_.emplace(key, measures_.size());
  if (added) {
    const auto title = titles_.find({measure.checklist, measure.id});
    if (title != titles_.end()) measure.title = title->second;
    measures_.push_back(std::move(measure));
    note_checklist(measures_.back());
  }
  return at->second;
}

void Records::note_checklist(Measure& added) {
  if (added.checklist.empty()) return;
  const std::size_t before = checklists_.size();
  checklists_.insert(added.checklist);
  added.of_several = checklists_.size() > 1;
  if (before != 1 || checklists_.size() == 1) return;
  for (Measure& measure : measures_) measure.of_several = !measure.checklist.empty();
}

void Records::set(Record& record, std::size_t measure, bool yes) {
  if (record.said.size() <= measure) record.said.resize(measure + 1, Said::not_asked);
  if (record.said[measure] != Said::yes) record.said[measure] = yes ? Said::yes : Said::no;
}

void Records::take(const evaluation::Outcome& outcome, std::size_t run, const std::string& completed) {
  assert(run < 2);
  if (outcome.standing != evaluation::Standing::audited) {
    ++not_audited_[run];
    return;
  }
  Record record;
  record.run = run;
  record.team = outcome.particulars.team;
  record.worker = outcome.particulars.worker;
  record.manager = outcome.particulars.manager;
  record.type = outcome.type;
  record.checklist = outcome.checklist;
  record.completed = completed.empty() && outcome.timeliness ? outcome.timeliness->completed : completed;
  set(record, 0, good(outcome.overall.grade));
  if (outcome.timeliness) set(record, 1, !outcome.timeliness->late());
  for (const evaluation::DimensionScore& dimension : outcome.dimensions) {
    const std::size_t number =
        number_of({MeasureKind::dimension, outcome.checklist, dimension.id, dimension.title, false});
    if (dimension.possible > 0) set(record, number, good(dimension.grade));
  }
  for (const evaluation::Answer& answer : outcome.items) {
    const std::size_t number = number_of({MeasureKind::item, outcome.checklist, answer.item, "", false});
    if (answer.rating != evaluation::Rating::not_applicable) {
      set(record, number, answer.rating == evaluation::Rating::met);
    }
  }
  for (const evaluation::Flag& flag : outcome.flags)
    set(record, number_of({MeasureKind::flag, "", flag.id, "", false}), true);
  records_.push_back(std::move(record));
}

std::size_t Records::of_run(std::size_t run) const {
  return static_cast<std::size_t>(
      std::count_if(records_.begin(), records_.end(), [run](const Record& record) { return record.run == run; }));
}

std::vector<std::size_t> Records::in_order() const {
  std::vector<std::size_t> order(measures_.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  // Over all and in time first, then by checklist as they were met: dimensions before items, flags last and by id.
  std::stable_sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) {
    const Measure& left = measures_[a];
    const Measure& right = measures_[b];
    const bool flags = left.kind == MeasureKind::flag || right.kind == MeasureKind::flag;
    if (flags && left.kind == right.kind) return left.id < right.id;
    if (flags) return left.kind != MeasureKind::flag;
    if (left.checklist != right.checklist) return left.checklist < right.checklist;
    return left.kind < right.kind;
  });
  return order;
}

}  // namespace comparison
