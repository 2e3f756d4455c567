// The tally as one JSON object; its lists are in the tables.
#include "base/json.h"
#include "reports/timeliness_parts.h"
#include "reports/timeliness_words.h"

namespace reports {
namespace {

using timeliness::Figures;
using timeliness::KindTally;
using timeliness::Standing;

constexpr int share_digits = 6;

void count(base::JsonWriter& json, const char* name, std::size_t value) {
  json.key(name).number(static_cast<std::int64_t>(value));
}

// Null for what is left out.
void figures(base::JsonWriter& json, const Figures& of, timeliness::Shown shown, bool unfinished) {
  if (!shown.completed) {
    json.key("completed").null();
  } else {
    count(json, "completed", of.completed());
    count(json, "in_time", of.of(Standing::in_time));
    count(json, "late", of.of(Standing::late));
    if (of.completed() > 0) {
      json.key("share").number(of.share(), share_digits);
      json.key("interval").begin_array();
      json.number(of.interval().low, share_digits).number(of.interval().high, share_digits).end_array();
      json.key("median_days").number(of.median(), 1);
    }
  }
  if (!unfinished) return;
  if (!shown.unfinished) {
    json.key("open").null();
    return;
  }
  count(json, "open", of.of(Standing::open));
  count(json, "overdue", of.of(Standing::overdue));
}

void limits(base::JsonWriter& json, const KindTally& kind) {
  json.key("limits").begin_array();
  for (const timeliness::Limit& limit : kind.limits) {
    json.begin_object();
    json.key("working_days").number(std::int64_t{limit.days});
    json.key("from").begin_array();
    for (timeliness::Clock clock : limit.from) {
      json.string(clock == timeliness::Clock::referral ? "referral" : "start");
    }
    json.end_array();
    if (limit.since != language::no_day) json.key("since").string(day_or_nothing(limit.since));
    if (limit.until != language::no_day) json.key("until").string(day_or_nothing(limit.until));
    json.key("source").string(limit.source).end_object();
  }
  json.end_array();
}

void histograms(base::JsonWriter& json, const KindTally& kind) {
  json.key("histograms").begin_array();
  for (const timeliness::Histogram& histogram : kind.histograms) {
    json.begin_object();
    json.key("limit").number(std::int64_t{histogram.limit});
    json.key("days").begin_array();
    for (const auto& [days, completed] : histogram.days) {
      json.begin_array().number(std::int64_t{days}).number(static_cast<std::int64_t>(completed)).end_array();
    }
    json.end_array();
    if (histogram.span > 0) {
      json.key("span").number(std::int64_t{histogram.span});
      count(json, "before_limit", histogram.before);
      count(json, "after_limit", histogram.after);
      json.key("piles_up").boolean(histogram.piles_up());
    }
    json.end_object();
  }
  json.end_array();
}

void groups(base::JsonWriter& json, const TimelinessReport& report, const KindTally& kind) {
  const std::vector<timeliness::Shown> shown = timeliness::shown(kind.teams);
  json.key("teams").begin_array();
  for (std::size_t i = 0; i < kind.teams.size(); ++i) {
    json.begin_object().key("name").string(kind.teams[i].name);
    figures(json, kind.teams[i].figures, report.small_numbers ? timeliness::Shown() : shown[i], true);
    json.end_object();
  }
  json.end_array().key("months").begin_array();
  for (const timeliness::Group& month : kind.months) {
    json.begin_object().key("name").string(month.name);
    figures(json, month.figures, {}, false);
    json.end_object();
  }
  json.end_array();
}

void kind_object(base::JsonWriter& json, const TimelinessReport& report, const KindTally& kind) {
  json.begin_object();
  json.key("type").string(kind.type).key("title").string(kind_words(kind));
  if (!report.measured) limits(json, kind);
  figures(json, kind.all, {}, true);
  for (Standing standing : {Standing::closed_unfinished, Standing::not_needed, Standing::undated, Standing::no_limit}) {
    count(json, timeliness::name_of(standing), kind.all.of(standing));
  }
  const timeliness::Counts& counts = kind.counts;
  json.key("from_referral").begin_object();
  count(json, "known", counts.from_referral);
  count(json, "within", counts.within_from_referral);
  count(json, "judged_by", counts.judged_by_referral);
  json.end_object().key("from_start").begin_object();
  count(json, "known", counts.from_start);
  count(json, "within", counts.within_from_start);
  count(json, "judged_by", counts.judged_by_start);
  json.end_object();
  histograms(json, kind);
  groups(json, report, kind);
  json.end_object();
}

}  // namespace

std::string timeliness_json(const TimelinessReport& report) {
  base::JsonWriter json;
  json.begin_object();
  json.key("source").string(report.source).key("as_at").string(day_or_nothing(report.tally.at));
  json.key("day_asked_for").boolean(report.day_given);
  json.key("limits_file").string(report.measured ? "" : report.limits.file);
  json.key("council").string(report.limits.council);
  json.key("first_day").number(std::int64_t{report.limits.first_day});
  count(json, "work", report.tally.work);
  count(json, "children", report.tally.children);
  count(json, "later", report.tally.later);
  count(json, "undecided", report.tally.undecided);
  json.key("kinds").begin_array();
  for (const KindTally& kind : report.tally.kinds) kind_object(json, report, kind);
  json.end_array().key("checks").begin_object();
  for (std::size_t i = 0; i < timeliness::checks; ++i) {
    count(json, timeliness::name_of(static_cast<timeliness::Check>(i)), report.tally.by_check[i]);
  }
  json.end_object().end_object();
  return json.take() + "\n";
}

}  // namespace reports
