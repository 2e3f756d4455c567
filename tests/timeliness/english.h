// The limits and days that the tests of this room count by.
#pragma once

#include <boost/test/unit_test.hpp>

#include "timeliness/limits.h"
#include "timeliness/work.h"

namespace timeliness {

inline Limits english(const std::string& council = "") {
  const std::string data = AUDITOR_SOURCE_DIR "/checklists";
  base::Result<Limits> limits = load_limits(data + "/limits.xml", data, council);
  BOOST_REQUIRE_MESSAGE(limits.ok(), (limits.ok() ? "" : limits.error().one_line()));
  return std::move(limits).value();
}

inline manifest::Case piece(const char* type, const char* referral, const char* start, const char* completed,
                            const char* closed = "") {
  manifest::Case out;
  out.child = "C1";
  out.type = type;
  out.referral = referral;
  out.start = start;
  out.completed = completed;
  out.closed = closed;
  return out;
}

inline language::Day day(const char* iso) {
  return language::iso_day(iso);
}

}  // namespace timeliness
