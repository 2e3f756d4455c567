#include "store/history.h"

#include <algorithm>
#include <map>

#include "store/content.h"

namespace store {

base::Result<std::vector<Known>> history(const Store& store) {
  const Database& database = store.content().database;
  Statement row(database,
                "SELECT d.path, d.sha256, coalesce(c.child, ''), coalesce(nullif(c.team, ''), d.team),"
                " coalesce(nullif(c.worker, ''), d.worker), coalesce(nullif(c.manager, ''), d.manager),"
                " coalesce(nullif(c.type, ''), d.type), d.grade,"
                " coalesce(nullif(c.completed_day, ''), t.completed_day, ''), substr(r.finished, 1, 10),"
                " r.sample IS NOT NULL,"
                " coalesce((SELECT max(substr(rated, 1, 10)) FROM person_rating p WHERE p.document = d.document), '')"
                " FROM run r JOIN document d ON d.run = r.run"
                " LEFT JOIN timeliness t ON t.document = d.document"
                " LEFT JOIN case_fact c ON c.case_fact ="
                " (SELECT min(case_fact) FROM case_fact WHERE document = d.document)"
                " WHERE r.state = 'finished' AND d.standing = 'audited' ORDER BY r.run, d.position");
  std::map<std::string, Known> by_path;
  row.bind();
  while (row.next()) {
    Known found;
    for (std::string* value : {&found.path, &found.sha256, &found.child, &found.team, &found.worker, &found.manager,
                               &found.type, &found.grade, &found.completed, &found.audited}) {
      *value = row.text();
    }
    if (row.truth()) found.looked_at = found.audited;
    found.looked_at = std::max(found.looked_at, row.text());
    Known& kept = by_path[found.path];
    found.audited = std::max(found.audited, kept.audited);
    found.looked_at = std::max(found.looked_at, kept.looked_at);
    kept = std::move(found);
  }
  if (row.failed()) return database.error();
  std::vector<Known> out;
  for (auto& [path, known] : by_path) out.push_back(std::move(known));
  return out;
}

}  // namespace store
