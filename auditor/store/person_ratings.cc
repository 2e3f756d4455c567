#include "store/person_ratings.h"

#include "store/content.h"
#include "store/document_keys.h"
#include "store/names.h"

namespace store {

base::Status add(Store& store, const std::vector<PersonRating>& ratings) {
  Database& database = store.content().database;
  DocumentKeys keys(database, store.run());
  bool done = database.together([&] {
    Statement rating(database, "INSERT OR REPLACE INTO person_rating VALUES (?,?,?,?,?,?,?,?,?)");
    for (const PersonRating& r : ratings) {
      const std::optional<std::int64_t> number = keys.of(r.document);
      if (!number) return false;
      if (!rating
               .bind(*number, r.checklist, r.item, r.rater, evaluation::name_of(r.rating), r.comment, r.when, r.file,
                     r.cell)
               .run()) {
        return false;
      }
    }
    return true;
  });
  return done ? base::Status(base::Done{}) : base::Status(keys.error("rate documents of this run"));
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
