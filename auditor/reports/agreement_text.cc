// The terminal's view of agreement.
#include <algorithm>

#include "reports/agreement_words.h"
#include "reports/terminal.h"
#include "reports/words.h"

namespace reports {
namespace {

using agreement::Figures;
using agreement::Pairing;
using agreement::Reliance;

constexpr std::size_t kTitle = 34;
constexpr std::size_t kDifferences = 10;  // more are in differences.csv

std::string head(const std::string& title, bool colour) {
  return inked("  " + padded(title, kTitle) + padded("n", 7) + padded("same rating", 20) + padded("kappa", 22) + "AC2",
               Ink::faint, colour) +
         "\n";
}

std::string line(const std::string& title, const Figures& figures) {
  std::string n = std::to_string(figures.pairs);
  std::string kappa = coefficient_words(figures.kappa), ac2 = coefficient_words(figures.ac2);
  return "  " + padded(printable(title), kTitle) + padded(n, 7) + padded(same_words(figures), 20) + padded(kappa, 22) +
         ac2 + "\n";
}

std::string items(const Agreement& all, bool colour) {
  const Pairing& pairing = all.counted.pairings.front();
  std::string out;
  for (Reliance reliance : {Reliance::rely, Reliance::check, Reliance::do_not_rely}) {
    for (std::size_t i = 0; i < all.audit.items.size(); ++i) {
      if (all.judgements[i].reliance != reliance) continue;
      if (out.empty()) out = "\n" + inked("  Can the auditor be relied on here? By item", Ink::strong, colour) + "\n";
      Ink ink = reliance == Reliance::rely ? Ink::best : reliance == Reliance::check ? Ink::poor : Ink::worst;
      out += "  " + padded(all.audit.name_of_item(i), 12) + inked(padded(words_for(reliance), 12), ink, colour) +
             "n=" + padded(std::to_string(pairing.items[i].pairs), 6) + all.judgements[i].why + "\n";
    }
  }
  std::string few;
  for (std::size_t i = 0; i < all.audit.items.size(); ++i) {
    if (all.judgements[i].reliance != Reliance::too_few) continue;
    few += (few.empty() ? "" : ", ") + all.audit.name_of_item(i) + " (" +
           std::to_string(pairing.items[i].ordered_records) + ")";
  }
  if (!few.empty()) {
    out +=
        "\n" + wrapped("  Too few ratings, of " + std::to_string(agreement::least_records) + " records each:  ", few);
  }
  return out;
}

std::string corrected(const Agreement& all, bool colour) {
  std::string out;
  for (std::size_t i = 0; i < all.shares.size(); ++i) {
    const agreement::Share& met = all.shares[i].met;
    if (!met.corrected) continue;
    if (out.empty()) {
      out = "\n" + inked("  Share met, corrected for the auditor\u2019s own error", Ink::strong, colour) + "\n";
    }
    out += "  " + padded(all.audit.name_of_item(i), 12) + share_words(met) + ", n=" + std::to_string(met.of) + "\n";
  }
  return out;
}

std::string differences(const Agreement& all, bool colour) {
  if (all.differences.empty()) return "";
  std::string out = "\n" +
                    inked("  Raters differ over " + counted(all.differences.size(), "rating") + ", the widest first",
                          Ink::strong, colour) +
                    "\n";
  for (std::size_t i = 0; i < std::min(kDifferences, all.differences.size()); ++i) {
    const agreement::Difference& one = all.differences[i];
    std::string said = "auditor " + std::string(words_for(one.answer.by_auditor()));
    for (const auto& opinion : one.opinions) {
      said += "; " + printable(opinion.rater) + " " + words_for(opinion.rating);
    }
    out += wrapped("  " + padded(all.audit.name_of_item(one.item), 12),
                   "No. " + std::to_string(one.number) + " " + printable(one.path) + ": " + said);
  }
  if (all.differences.size() > kDifferences) out += "  All are in differences.csv and the page: --out DIR.\n";
  return out;
}

}  // namespace

std::string agreement_text(const Agreement& all, bool colour) {
  std::string out = inked(agreement_summary(all), Ink::strong, colour) + "\n";
  if (all.counted.pairings.empty()) return out;
  out += "\n" + head("Raters", colour);
  for (const Pairing& pairing : all.counted.pairings) out += line(words_for(pairing), pairing.all);
  const Pairing& pairing = all.counted.pairings.front();
  out += "\n" + head("Auditor with people, by dimension", colour);
  for (std::size_t i = 0; i < all.audit.dimensions.size(); ++i) {
    if (pairing.dimensions[i].pairs > 0) out += line(all.audit.dimensions[i].title, pairing.dimensions[i]);
  }
  out += items(all, colour) + corrected(all, colour) + differences(all, colour) + "\n";
  for (const std::string& note : agreement_notes()) out += wrapped("  ", note);
  return out;
}

}  // namespace reports
