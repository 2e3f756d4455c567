// The tables of agreement.
#include <cstdio>

#include "reports/agreement_words.h"
#include "reports/csv.h"
#include "reports/terminal.h"
#include "reports/words.h"

namespace reports {
namespace {

using agreement::Figures;
using agreement::Pairing;
using agreement::Scope;
using evaluation::Rating;

std::string exact(double value) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%.6f", value);
  return buffer;
}

std::string exact(const std::optional<double>& value) {
  return value ? exact(*value) : std::string();
}

struct Row {
  const Agreement& all;
  const Pairing& pairing;
  Scope scope;
  const Figures& figures;

  bool is_item() const { return scope.kind == Scope::item; }
  // What is only told of the auditor with people as a whole, by item.
  bool is_judged() const { return is_item() && pairing.kind == Pairing::auditor_and_people; }
  const agreement::ItemShares& shares() const { return all.shares[scope.at]; }
};

template <agreement::Coefficient Figures::*Member>
std::string value(const Row& row) {
  return exact((row.figures.*Member).value);
}
template <agreement::Coefficient Figures::*Member>
std::string low(const Row& row) {
  const auto& interval = (row.figures.*Member).interval;
  return interval ? exact(interval->low) : std::string();
}
template <agreement::Coefficient Figures::*Member>
std::string high(const Row& row) {
  const auto& interval = (row.figures.*Member).interval;
  return interval ? exact(interval->high) : std::string();
}
template <agreement::Share agreement::ItemShares::*Member>
std::string share(const Row& row) {
  if (!row.is_judged() || (row.shares().*Member).of == 0) return "";
  return exact(static_cast<double>((row.shares().*Member).yes) / static_cast<double>((row.shares().*Member).of));
}
template <agreement::Share agreement::ItemShares::*Member>
std::string corrected(const Row& row) {
  const auto& found = (row.shares().*Member).corrected;
  return row.is_judged() && found ? exact(found->share) : std::string();
}
template <agreement::Share agreement::ItemShares::*Member>
std::string corrected_low(const Row& row) {
  const auto& found = (row.shares().*Member).corrected;
  return row.is_judged() && found ? exact(found->interval.low) : std::string();
}
template <agreement::Share agreement::ItemShares::*Member>
std::string corrected_high(const Row& row) {
  const auto& found = (row.shares().*Member).corrected;
  return row.is_judged() && found ? exact(found->interval.high) : std::string();
}
template <agreement::Share agreement::ItemShares::*Member>
std::string refused(const Row& row) {
  return row.is_judged() ? (row.shares().*Member).refused : std::string();
}

struct Column {
  const char* name;
  const char* meaning;
  std::string (*value)(const Row&);
};

using agreement::ItemShares;

// The order never changes; new ones come last. The table's counts stand behind them.
constexpr Column kColumns[] = {
    {"raters", "auditor_and_people, auditor_and_person, people (with one another), two_people",
     [](const Row& r) { return std::string(name_of(r.pairing.kind)); }},
    {"first", "the first rater's name; empty for the auditor, and for people as a whole",
     [](const Row& r) { return r.pairing.first; }},
    {"second", "the second rater's, likewise", [](const Row& r) { return r.pairing.second; }},
    {"scope", "all, dimension or item",
     [](const Row& r) {
       return std::string(r.scope.kind == Scope::all ? "all" : r.is_item() ? "item" : "dimension");
     }},
    {"checklist", "of the dimension or item",
     [](const Row& r) {
       return r.scope.kind == Scope::all ? ""
              : r.is_item()              ? r.all.audit.items[r.scope.at].checklist
                                         : r.all.audit.dimensions[r.scope.at].checklist;
     }},
    {"id", "such as CV, or CV1",
     [](const Row& r) {
       return r.scope.kind == Scope::all ? ""
              : r.is_item()              ? r.all.audit.items[r.scope.at].id
                                         : r.all.audit.dimensions[r.scope.at].id;
     }},
    {"n", "pairs of ratings of the same item of the same record",
     [](const Row& r) { return std::to_string(r.figures.pairs); }},
    {"records", "that they are of", [](const Row& r) { return std::to_string(r.figures.records); }},
    {"same", "pairs that are alike", [](const Row& r) { return std::to_string(r.figures.same); }},
    {"exact", "their share; then its 95% interval (Wilson)",
     [](const Row& r) {
       return r.figures.pairs == 0 ? ""
                                   : exact(static_cast<double>(r.figures.same) / static_cast<double>(r.figures.pairs));
     }},
    {"exact_low", "", [](const Row& r) { return r.figures.pairs == 0 ? "" : exact(r.figures.same_interval.low); }},
    {"exact_high", "", [](const Row& r) { return r.figures.pairs == 0 ? "" : exact(r.figures.same_interval.high); }},
    {"n_ordered", "pairs in which neither says na: of these are kappa and AC2",
     [](const Row& r) { return std::to_string(r.figures.ordered); }},
    {"records_ordered", "that those are of", [](const Row& r) { return std::to_string(r.figures.ordered_records); }},
    {"kappa", "with quadratic weights; then its 95% interval (bootstrap over records)", value<&Figures::kappa>},
    {"kappa_low", "", low<&Figures::kappa>},
    {"kappa_high", "", high<&Figures::kappa>},
    {"ac2", "Gwet's AC2 with quadratic weights, likewise", value<&Figures::ac2>},
    {"ac2_low", "", low<&Figures::ac2>},
    {"ac2_high", "", high<&Figures::ac2>},
    {"reliance", "rely, check, do_not_rely or too_few; of items, for the auditor with people",
     [](const Row& r) {
       return r.is_judged() ? std::string(name_of(r.all.judgements[r.scope.at].reliance)) : std::string();
     }},
    {"reliance_reason", "why",
     [](const Row& r) { return r.is_judged() ? r.all.judgements[r.scope.at].why : std::string(); }},
    {"met", "share of the run's records that the auditor rates met, of those that the item applies to",
     share<&ItemShares::met>},
    {"met_corrected", "corrected for the auditor's own error (Rogan and Gladen); then its 95% interval",
     corrected<&ItemShares::met>},
    {"met_corrected_low", "", corrected_low<&ItemShares::met>},
    {"met_corrected_high", "", corrected_high<&ItemShares::met>},
    {"met_refused", "why it was not corrected", refused<&ItemShares::met>},
    {"not_met", "likewise for not met", share<&ItemShares::not_met>},
    {"not_met_corrected", "", corrected<&ItemShares::not_met>},
    {"not_met_corrected_low", "", corrected_low<&ItemShares::not_met>},
    {"not_met_corrected_high", "", corrected_high<&ItemShares::not_met>},
    {"not_met_refused", "", refused<&ItemShares::not_met>},
};

constexpr Rating kRatings[] = {Rating::met, Rating::partly, Rating::not_met, Rating::not_applicable};

// A negative number is a number, and no formula to be made harmless.
std::string field(const std::string& value) {
  bool number = !value.empty() && value.find_first_not_of("-.0123456789") == std::string::npos;
  return number ? value : csv_value(value);
}

std::string written(const Row& row) {
  std::string out;
  for (const Column& column : kColumns) out += field(column.value(row)) + ",";
  for (Rating first : kRatings) {
    for (Rating second : kRatings) {
      out += std::to_string(row.figures.table[static_cast<std::size_t>(first)][static_cast<std::size_t>(second)]) + ",";
    }
  }
  out.back() = '\r';
  return out + "\n";
}

std::string quotes_of(const evaluation::Answer& answer) {
  std::string out;
  for (const auto& evidence : answer.evidence) {
    const std::string place = place_words(evidence.where);
    out +=
        (out.empty() ? "\u201C" : "\n\u201C") + evidence.quote + "\u201D" + (place.empty() ? "" : " (" + place + ")");
  }
  return out;
}

}  // namespace

std::string agreement_csv_columns() {
  std::string out;
  for (const Column& column : kColumns) {
    if (*column.meaning != '\0') out += wrapped("  " + padded(column.name, 24), column.meaning);
  }
  return out + wrapped("  " + padded("met_met ... na_na", 24),
                       "how often the first rater said the one, the second the other: the table that all is made from");
}

std::string agreement_csv(const Agreement& all) {
  std::string out = "\uFEFF";
  for (const Column& column : kColumns) out += std::string(column.name) + ",";
  for (Rating first : kRatings) {
    for (Rating second : kRatings) out += std::string(name_of(first)) + "_" + name_of(second) + ",";
  }
  out.back() = '\r';
  out += "\n";
  for (const Pairing& pairing : all.counted.pairings) {
    out += written({all, pairing, {Scope::all, 0}, pairing.all});
    for (std::size_t i = 0; i < pairing.dimensions.size(); ++i) {
      out += written({all, pairing, {Scope::dimension, i}, pairing.dimensions[i]});
    }
    for (std::size_t i = 0; i < pairing.items.size(); ++i) {
      out += written({all, pairing, {Scope::item, i}, pairing.items[i]});
    }
  }
  return out;
}

std::string differences_csv(const Agreement& all) {
  std::string out =
      "\uFEFFnumber,path,checklist,item,question,apart,auditor,auditor_reason,auditor_quotes,rater,rating,comment,"
      "counts\r\n";
  for (const agreement::Difference& one : all.differences) {
    const agreement::Item& item = all.audit.items[one.item];
    for (const evaluation::Opinion& opinion : one.opinions) {
      out += std::to_string(one.number) + "," + csv_value(one.path) + "," + csv_value(item.checklist) + "," +
             csv_value(item.id) + "," + csv_value(item.question) + "," + std::to_string(one.apart) + "," +
             evaluation::name_of(one.answer.by_auditor()) + "," + csv_value(one.answer.reason) + "," +
             csv_value(quotes_of(one.answer)) + "," + csv_value(opinion.rater) + "," +
             evaluation::name_of(opinion.rating) + "," + csv_value(opinion.comment) + "," +
             (&opinion == &one.opinions.front() ? "yes" : "") + "\r\n";
    }
  }
  return out;
}

}  // namespace reports
