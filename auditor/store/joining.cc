#include "store/joining.h"

#include <charconv>
#include <string>
#include <vector>

#include "store/names.h"

namespace store {
namespace {

std::size_t number_of(const std::string& text) {
  std::size_t out = 0;
  std::from_chars(text.data(), text.data() + text.size(), out);
  return out;
}

}  // namespace

bool add_joining(const Database& database, std::int64_t document, const Joining& joining) {
  std::vector<std::string> numbers;
  for (std::size_t each : joining.cases) numbers.push_back(std::to_string(each));
  const std::string cases = lines_of(numbers);
  return Statement(database, "INSERT INTO joining VALUES (?,?,?,?)")
      .bind(document, joining.by, cases, joining.doubt)
      .run();
}

bool read_joinings(const Database& database, std::int64_t run, std::unordered_map<std::int64_t, Joining>& found) {
  Statement row(database,
                "SELECT j.document, j.way, j.cases, j.doubt FROM joining AS j JOIN document AS d USING (document)"
                " WHERE d.run = ?");
  row.bind(run);
  while (row.next()) {
    Joining& joining = found[row.number()];
    joining.by = row.text();
    for (const std::string& number : values_of(row.text())) joining.cases.push_back(number_of(number));
    joining.doubt = row.text();
  }
  return !row.failed();
}

bool write_lists(const Database& database, std::int64_t run, const RunFacts& facts) {
  for (const char* table : {"manifest_file", "joining_count"}) {
    if (!Statement(database, std::string("DELETE FROM ") + table + " WHERE run = ?").bind(run).run()) return false;
  }
  Statement list(database, "INSERT INTO manifest_file VALUES (?,?,?,?)");
  for (std::size_t i = 0; i < facts.lists.size(); ++i) {
    if (!list.bind(run, i, facts.lists[i].file, facts.lists[i].sha256).run()) return false;
  }
  if (!facts.joining) return true;
  const JoiningCounts& c = *facts.joining;
  return Statement(database, "INSERT INTO joining_count VALUES (?,?,?,?,?,?,?,?,?,?)")
      .bind(run, c.records, c.by_file_name, c.by_id_in_name, c.by_id_in_record, c.in_doubt, c.without_row, c.rows,
            c.rows_without_record, c.rows_of_several)
      .run();
}

bool read_lists(const Database& database, std::int64_t run, RunFacts& facts) {
  Statement list(database, "SELECT file, sha256 FROM manifest_file WHERE run = ? ORDER BY position");
  list.bind(run);
  while (list.next()) {
    ListFacts& one = facts.lists.emplace_back();
    one.file = list.text();
    one.sha256 = list.text();
  }
  Statement counts(database,
                   "SELECT records, by_file_name, by_id_in_name, by_id_in_record, in_doubt, without_row, row_count,"
                   " rows_without_record, rows_of_several FROM joining_count WHERE run = ?");
  if (counts.bind(run).next()) {
    JoiningCounts& c = facts.joining.emplace();
    for (std::size_t* value : {&c.records, &c.by_file_name, &c.by_id_in_name, &c.by_id_in_record, &c.in_doubt,
                               &c.without_row, &c.rows, &c.rows_without_record, &c.rows_of_several}) {
      *value = static_cast<std::size_t>(counts.number());
    }
  }
  return !list.failed() && !counts.failed();
}

}  // namespace store
