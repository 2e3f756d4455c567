#include "store/case_facts.h"

#include <optional>

#include "store/content.h"
#include "store/document_keys.h"
#include "store/names.h"

namespace store {

bool put_cases(const Database& database, std::int64_t run, const std::vector<CaseFact>& facts) {
  if (!Statement(database, "DELETE FROM case_fact WHERE run = ?").bind(run).run()) return false;
  DocumentKeys keys(database, run);
  Statement row(database, "INSERT INTO case_fact VALUES (NULL,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
  for (const CaseFact& f : facts) {
    std::optional<std::int64_t> number;
    if (f.document > 0) number = keys.of(f.document);
    if (f.document > 0 && !number) return false;
    const std::string factors = lines_of(f.factors);
    if (!row.bind(run, number, f.record, f.child, f.referral_id, f.team, f.worker, f.manager, f.type, f.referral,
                  f.start, f.review, f.child_seen, f.completed, f.closed, f.born, f.ethnicity, f.disability, factors,
                  f.no_conference, f.file, f.line, f.column)
             .run()) {
      return false;
    }
  }
  return true;
}

base::Result<std::vector<CaseFact>> case_facts(const Store& store) {
  const Database& database = store.content().database;
  Statement row(database,
                "SELECT coalesce(d.position + 1, 0), c.record, c.child, c.referral_id, c.team, c.worker, c.manager,"
                " c.type, c.referral_day, c.start_day, c.review_day, c.child_seen_day, c.completed_day, c.closed_day,"
                " c.born, c.ethnicity, c.disability, c.factors, c.no_conference, c.file, c.line, c.column_number"
                " FROM case_fact AS c LEFT JOIN document AS d USING (document) WHERE c.run = ? ORDER BY c.case_fact");
  std::vector<CaseFact> out;
  row.bind(store.run());
  while (row.next()) {
    CaseFact& f = out.emplace_back();
    f.document = static_cast<std::size_t>(row.number());
    for (std::string* value :
         {&f.record, &f.child, &f.referral_id, &f.team, &f.worker, &f.manager, &f.type, &f.referral, &f.start,
          &f.review, &f.child_seen, &f.completed, &f.closed, &f.born, &f.ethnicity, &f.disability}) {
      *value = row.text();
    }
    f.factors = values_of(row.text());
    f.no_conference = row.truth();
    f.file = row.text();
    f.line = row.count();
    f.column = row.count();
  }
  if (row.failed()) return database.error();
  return out;
}

}  // namespace store
