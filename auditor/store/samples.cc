#include "store/samples.h"

#include <optional>

#include "store/content.h"

namespace store {
namespace {

bool write(const Database& database, const Sample& sample, std::int64_t& number) {
  // SQLite's integers have a sign; the seed's bits are kept.
  if (!Statement(database, "INSERT INTO sample VALUES (NULL,?,?,?)")
           .bind(sample.made, sample.method, static_cast<std::int64_t>(sample.seed))
           .run()) {
    return false;
  }
  number = ::sqlite3_last_insert_rowid(database.get());
  Statement argument(database, "INSERT INTO sample_argument VALUES (?,?,?)");
  for (std::size_t i = 0; i < sample.arguments.size(); ++i) {
    if (!argument.bind(number, i, sample.arguments[i]).run()) return false;
  }
  Statement member(database, "INSERT INTO sample_member VALUES (?,?,?,?,?)");
  for (std::size_t i = 0; i < sample.members.size(); ++i) {
    const SampleMember& m = sample.members[i];
    if (!member.bind(number, i, m.path, m.child, m.stratum).run()) return false;
  }
  return true;
}

}  // namespace

base::Result<std::int64_t> add(Store& store, const Sample& sample) {
  Database& database = store.content().database;
  std::int64_t number = 0;
  if (!database.together([&] { return write(database, sample, number); })) return database.error();
  return number;
}

base::Status set_sample(Store& store, std::int64_t sample) {
  Database& database = store.content().database;
  bool done = Statement(database, "UPDATE run SET sample = ? WHERE run = ?").bind(sample, store.run()).run();
  return done ? base::Status(base::Done{}) : base::Status(database.error());
}

base::Result<Sample> sample(const Store& store, std::int64_t number) {
  const Database& database = store.content().database;
  Statement row(database, "SELECT sample, made, method, seed FROM sample WHERE sample = ?");
  if (!row.bind(number).next()) {
    if (row.failed()) return database.error();
    return base::Error{
        base::ErrorCode::not_found, database.path(), 0, 0, "holds no sample " + std::to_string(number), ""};
  }
  Sample out;
  out.sample = row.number();
  out.made = row.text();
  out.method = row.text();
  out.seed = static_cast<std::uint64_t>(row.number());
  Statement argument(database, "SELECT argument FROM sample_argument WHERE sample = ? ORDER BY position");
  argument.bind(number);
  while (argument.next()) out.arguments.push_back(argument.text());
  Statement member(database, "SELECT path, child, stratum FROM sample_member WHERE sample = ? ORDER BY position");
  member.bind(number);
  while (member.next()) {
    SampleMember& m = out.members.emplace_back();
    m.path = member.text();
    m.child = member.text();
    m.stratum = member.text();
  }
  if (argument.failed() || member.failed()) return database.error();
  return out;
}

base::Result<std::vector<Sample>> samples(const Store& store) {
  const Database& database = store.content().database;
  std::vector<Sample> out;
  Statement row(database, "SELECT sample FROM sample ORDER BY sample");
  row.bind();
  while (row.next()) {
    base::Result<Sample> found = sample(store, row.number());
    if (!found) return found.error();
    out.push_back(std::move(found).value());
  }
  if (row.failed()) return database.error();
  return out;
}

}  // namespace store
