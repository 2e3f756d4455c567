#include "comparison/compare.h"

#include <algorithm>
#include <map>

namespace comparison {
namespace {

void judge(Row& row, std::size_t& judged) {
  if (row.here.of == 0 || row.others.of == 0) return;
  row.difference = statistics::difference(row.here.hits, row.here.of, row.others.hits, row.others.of);
  if (row.here.of < least_compared || row.others.of < least_compared) {
    row.verdict = Verdict::too_few;
    return;
  }
  ++judged;
  const statistics::Interval& interval = row.difference->interval;
  row.verdict = interval.low > 0 ? Verdict::higher : interval.high < 0 ? Verdict::lower : Verdict::chance;
}

// A single group that is left out could be worked out from the whole: then the next smallest is left out with it.
void leave_out(std::vector<Group>& groups) {
  std::size_t out = 0;
  for (Group& group : groups) {
    group.left_out = group.records < least_compared;
    if (group.left_out) ++out;
  }
  if (out != 1) return;
  Group* next = nullptr;
  for (Group& group : groups) {
    if (!group.left_out && (next == nullptr || group.records < next->records)) next = &group;
  }
  if (next != nullptr) next->left_out = true;
}

}  // namespace

Said answer(const Record& record, std::size_t number, const Measure& measure) {
  const Said said = record.of(number);
  return said == Said::not_asked && measure.kind == MeasureKind::flag ? Said::no : said;
}

void count(Share& share, Said said) {
  if (said == Said::not_asked) return;
  ++share.of;
  if (said == Said::yes) ++share.hits;
}

Share share_of(const Records& records, std::size_t measure, std::size_t run) {
  Share out;
  for (const Record& record : records.records()) {
    if (record.run == run) count(out, answer(record, measure, records.measures()[measure]));
  }
  return out;
}

Comparison by_group(const Records& records, By by, bool small_numbers) {
  Comparison out;
  std::map<std::string, std::size_t> sizes;
  for (const Record& record : records.records()) {
    if (record.run == 0) ++sizes[group_of(record, by)];
  }
  std::map<std::string, std::size_t> numbers;
  for (const auto& [name, size] : sizes) {
    if (!name.empty()) {
      numbers[name] = out.groups.size();
      out.groups.push_back({name, size});
    }
  }
  if (const auto unnamed = sizes.find(""); unnamed != sizes.end()) {
    numbers[""] = out.groups.size();
    out.groups.push_back({"", unnamed->second});
  }
  if (!small_numbers) leave_out(out.groups);

  const std::vector<Measure>& measures = records.measures();
  std::vector<std::vector<Share>> shares(measures.size(), std::vector<Share>(out.groups.size()));
  std::vector<Share> all(measures.size());
  for (const Record& record : records.records()) {
    if (record.run != 0) continue;
    const std::size_t group = numbers[group_of(record, by)];
    for (std::size_t measure = 0; measure < measures.size(); ++measure) {
      const Said said = answer(record, measure, measures[measure]);
      count(shares[measure][group], said);
      count(all[measure], said);
    }
  }
  for (std::size_t measure : records.in_order()) {
    for (std::size_t group = 0; group < out.groups.size(); ++group) {
      const Share& here = shares[measure][group];
      if (out.groups[group].left_out || here.of == 0) continue;
      Row row{measure, group, here, {all[measure].hits - here.hits, all[measure].of - here.of}, std::nullopt, {}};
      judge(row, out.judged);
      out.rows.push_back(row);
    }
  }
  return out;
}

Comparison by_run(const Records& records) {
  Comparison out;
  out.groups.push_back({"", records.of_run(0)});
  for (std::size_t measure : records.in_order()) {
    Row row{measure, 0, share_of(records, measure, 0), share_of(records, measure, 1), std::nullopt, {}};
    judge(row, out.judged);
    out.rows.push_back(row);
  }
  return out;
}

}  // namespace comparison
