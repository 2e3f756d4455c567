#include "store/person_ratings.h"

#include "store/content.h"
#include "store/names.h"

namespace store {

base::Status add(Store& store, const std::vector<PersonRating>& ratings) {
  Database& database = store.content().database;
  std::size_t unknown = 0;
  bool done = database.together([&] {
    Statement document(database, "SELECT document FROM document WHERE run = ? AND position = ?");
    Statement rating(database, "INSERT OR REPLACE INTO person_rating VALUES (?,?,?,?,?,?,?,?,?)");
    for (const PersonRating& r : ratings) {
      if (!document.bind(store.run(), static_cast<std::int64_t>(r.document) - 1).next()) {
        if (!document.failed()) unknown = r.document;
        return false;
      }
      const std::int64_t number = document.number();
      if (!rating
               .bind(number, r.checklist, r.item, r.rater, evaluation::name_of(r.rating), r.comment, r.when, r.file,
                     r.cell)
               .run()) {
        return false;
      }
    }
    return true;
  });
  if (done) return base::Done{};
  if (unknown == 0) return database.error();
  return base::Error{
      base::ErrorCode::not_found,  database.path(), 0, 0, "the run has no document " + std::to_string(unknown),
      "rate documents of this run"};
}

base::Result<std::vector<PersonRating>> person_ratings(const Store& store) {
  const Database& database = store.content().database;
  Statement row(database,
                "SELECT d.position, r.checklist, r.item, r.rater, r.rating, r.comment, r.rated, r.file, r.cell"
                " FROM document AS d JOIN person_rating AS r USING (document) WHERE d.run = ?"
                " ORDER BY d.position, r.checklist, r.item, r.rater");
  std::vector<PersonRating> out;
  row.bind(store.run());
  while (row.next()) {
    PersonRating& r = out.emplace_back();
    r.document = static_cast<std::size_t>(row.number()) + 1;
    r.checklist = row.text();
    r.item = row.text();
    r.rater = row.text();
    r.rating = named(row.text(), evaluation::Rating::not_applicable);
    r.comment = row.text();
    r.when = row.text();
    r.file = row.text();
    r.cell = row.text();
  }
  if (row.failed()) return database.error();
  return out;
}

}  // namespace store
