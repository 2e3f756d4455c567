// Cases and remarks as text, for tests.
#pragma once

#include <string>

#include "manifest/manifest.h"

inline const manifest::Headings& headings() {
  static const manifest::Headings loaded =
      std::move(manifest::Headings::load(std::string(AUDITOR_SOURCE_DIR) + "/checklists", "")).value();
  return loaded;
}

// "line fact=value ..." of whatever is given.
inline std::string dump(const manifest::Case& one) {
  std::string out = std::to_string(one.place.line);
  auto add = [&](const char* name, const std::string& value) {
    if (!value.empty()) out += std::string(" ") + name + "=" + value;
  };
  add("document", one.document);
  add("child", one.child);
  add("referral_id", one.referral_id);
  add("team", one.team);
  add("worker", one.worker);
  add("manager", one.manager);
  add("type", one.type);
  add("referral", one.referral);
  add("start", one.start);
  add("review", one.review);
  add("child_seen", one.child_seen);
  add("seen", one.seen);
  add("completed", one.completed);
  add("closed", one.closed);
  add("born", one.born);
  add("ethnicity", one.ethnicity);
  add("disability", one.disability);
  for (const std::string& factor : one.factors) add("factor", factor);
  if (one.no_conference) out += " no_conference";
  return out + "\n";
}
