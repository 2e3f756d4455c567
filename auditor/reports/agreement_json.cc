// agreement.json.
#include "base/json.h"
#include "reports/agreement_words.h"
#include "reports/words.h"

namespace reports {
namespace {

using agreement::Figures;
using agreement::Pairing;
using base::JsonWriter;
using evaluation::Rating;

constexpr int kPlaces = 6;

std::int64_t whole(std::size_t count) {
  return static_cast<std::int64_t>(count);
}

void interval(JsonWriter& json, const std::optional<statistics::Interval>& found) {
  json.key("interval");
  if (!found) {
    json.null();
    return;
  }
  json.begin_array().number(found->low, kPlaces).number(found->high, kPlaces).end_array();
}

void coefficient(JsonWriter& json, const char* key, const agreement::Coefficient& found) {
  json.key(key).begin_object().key("value");
  found.value ? json.number(*found.value, kPlaces) : json.null();
  interval(json, found.interval);
  json.end_object();
}

void figures(JsonWriter& json, const Figures& found) {
  json.key("n").number(whole(found.pairs)).key("records").number(whole(found.records));
  json.key("exact").begin_object().key("same").number(whole(found.same)).key("value");
  found.pairs == 0 ? json.null()
                   : json.number(static_cast<double>(found.same) / static_cast<double>(found.pairs), kPlaces);
  interval(json, found.pairs == 0 ? std::nullopt : std::optional(found.same_interval));
  json.end_object();
  json.key("n_ordered").number(whole(found.ordered)).key("records_ordered").number(whole(found.ordered_records));
  coefficient(json, "kappa", found.kappa);
  coefficient(json, "ac2", found.ac2);
  json.key("table").begin_object();
  for (Rating first : {Rating::met, Rating::partly, Rating::not_met, Rating::not_applicable}) {
    json.key(evaluation::name_of(first)).begin_object();
    for (Rating second : {Rating::met, Rating::partly, Rating::not_met, Rating::not_applicable}) {
      json.key(evaluation::name_of(second))
          .number(whole(found.table[static_cast<std::size_t>(first)][static_cast<std::size_t>(second)]));
    }
    json.end_object();
  }
  json.end_object();
}

void share(JsonWriter& json, const char* key, const agreement::Share& found) {
  json.key(key).begin_object().key("auditor").number(whole(found.yes)).key("of").number(whole(found.of));
  json.key("corrected");
  if (found.corrected) {
    json.begin_object().key("value").number(found.corrected->share, kPlaces);
    interval(json, found.corrected->interval);
    json.end_object();
  } else {
    json.null().key("refused").string(found.refused);
  }
  json.end_object();
}

void pairing(JsonWriter& json, const Agreement& all, const Pairing& found) {
  json.begin_object().key("raters").string(name_of(found.kind));
  json.key("first").string(found.first).key("second").string(found.second);
  json.key("all").begin_object();
  figures(json, found.all);
  json.end_object().key("dimensions").begin_array();
  for (std::size_t i = 0; i < found.dimensions.size(); ++i) {
    const agreement::Dimension& dimension = all.audit.dimensions[i];
    json.begin_object().key("checklist").string(dimension.checklist).key("id").string(dimension.id);
    figures(json, found.dimensions[i]);
    json.end_object();
  }
  json.end_array().key("items").begin_array();
  for (std::size_t i = 0; i < found.items.size(); ++i) {
    const agreement::Item& item = all.audit.items[i];
    json.begin_object().key("checklist").string(item.checklist).key("id").string(item.id);
    figures(json, found.items[i]);
    json.end_object();
  }
  json.end_array().end_object();
}

void difference(JsonWriter& json, const Agreement& all, const agreement::Difference& found) {
  const agreement::Item& item = all.audit.items[found.item];
  json.begin_object().key("number").number(whole(found.number)).key("path").string(found.path);
  json.key("checklist").string(item.checklist).key("item").string(item.id);
  json.key("apart").number(static_cast<std::int64_t>(found.apart));
  json.key("auditor").begin_object().key("rating").string(evaluation::name_of(found.answer.by_auditor()));
  json.key("reason").string(found.answer.reason).key("quotes").begin_array();
  for (const auto& evidence : found.answer.evidence) json.string(evidence.quote);
  json.end_array().end_object().key("people").begin_array();
  for (const auto& opinion : found.opinions) {
    json.begin_object().key("rater").string(opinion.rater).key("rating").string(evaluation::name_of(opinion.rating));
    json.key("comment").string(opinion.comment).end_object();
  }
  json.end_array().end_object();
}

}  // namespace

std::string agreement_json(const Agreement& all) {
  JsonWriter json;
  json.begin_object().key("run_finished").string(all.facts.finished).key("people").begin_array();
  for (const std::string& rater : all.counted.raters) json.string(rater);
  json.end_array().key("records").number(whole(all.counted.records));
  json.key("ratings").number(whole(all.counted.ratings)).key("doubled").number(whole(all.counted.doubled));
  json.key("pairings").begin_array();
  for (const Pairing& found : all.counted.pairings) pairing(json, all, found);
  json.end_array().key("items").begin_array();
  for (std::size_t i = 0; i < all.audit.items.size(); ++i) {
    const agreement::Item& item = all.audit.items[i];
    json.begin_object().key("checklist").string(item.checklist).key("id").string(item.id);
    json.key("reliance").string(name_of(all.judgements[i].reliance)).key("reason").string(all.judgements[i].why);
    share(json, "met", all.shares[i].met);
    share(json, "not_met", all.shares[i].not_met);
    json.end_object();
  }
  json.end_array().key("differences").begin_array();
  for (const agreement::Difference& found : all.differences) difference(json, all, found);
  json.end_array().end_object();
  return json.take() + "\n";
}

}  // namespace reports
