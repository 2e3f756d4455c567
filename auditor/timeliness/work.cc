#include "timeliness/work.h"

#include <algorithm>

namespace timeliness {

using language::Day;
using language::no_day;

std::uint32_t Words::number_of(const std::string& word) {
  auto [at, added] = numbers_.try_emplace(word, static_cast<std::uint32_t>(words_.size()));
  if (added) words_.push_back(word);
  return at->second;
}

void Gathered::take(const manifest::Case& one) {
  Work out;
  auto day = [&out](const std::string& text) {
    Day read = text.empty() ? no_day : language::iso_day(text);
    if (!text.empty() && read == no_day) out.unreadable = true;
    return read;
  };
  out.child = one.child;
  out.document = one.document;
  out.type = words.number_of(one.type);
  out.team = words.number_of(one.team);
  out.worker = words.number_of(one.worker);
  out.manager = words.number_of(one.manager);
  out.file = words.number_of(one.place.file);
  out.line = one.place.line;
  out.referral = day(one.referral);
  out.start = day(one.start);
  out.completed = day(one.completed);
  out.closed = day(one.closed);
  out.no_conference = one.no_conference;
  work.push_back(std::move(out));
}

void Gathered::take(const evaluation::Outcome& outcome) {
  if (outcome.standing != evaluation::Standing::audited) return;
  Work out;
  out.audited = true;
  out.document = outcome.path;
  out.type = words.number_of(outcome.type);
  out.team = words.number_of(outcome.particulars.team);
  out.worker = words.number_of(outcome.particulars.worker);
  out.manager = words.number_of(outcome.particulars.manager);
  if (outcome.timeliness) {
    const evaluation::Timeliness& told = *outcome.timeliness;
    bool from_start = told.clock == "start" || told.clock == "strategy";
    out.measured = Measured{from_start ? Clock::start : Clock::referral, static_cast<int>(told.working_days),
                            static_cast<int>(told.limit)};
    (from_start ? out.start : out.referral) = language::iso_day(told.from);
    out.completed = language::iso_day(told.completed);
  }
  work.push_back(std::move(out));
}

Day latest_day(const Gathered& gathered, const language::Calendar& calendar) {
  Day latest = no_day;
  for (const Work& work : gathered.work) {
    for (Day day : {work.referral, work.start, work.completed, work.closed}) {
      if (day >= calendar.first_known() && day <= calendar.last_known()) latest = std::max(latest, day);
    }
  }
  return latest;
}

}  // namespace timeliness
