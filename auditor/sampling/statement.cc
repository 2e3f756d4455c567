#include <algorithm>
#include <cassert>
#include <cmath>

#include "base/utf8.h"
#include "sampling/method.h"
#include "statistics/sample_size.h"

namespace sampling {
namespace {

std::string counted(std::size_t number, const char* one) {
  return std::to_string(number) + " " + one + (number == 1 ? "" : "s");
}

// "team, type and month"
std::string listed(const std::vector<std::string>& words) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) out += i + 1 == words.size() ? " and " : ", ";
    out += words[i];
  }
  return out;
}

// A share as whole points; never better than it is.
std::string points(double share) {
  return counted(static_cast<std::size_t>(std::ceil(100 * share - 1e-9)), "point");
}

std::string percent(double share) {
  auto tenths = static_cast<std::size_t>(std::lround(1000 * share));
  return std::to_string(tenths / 10) + (tenths % 10 == 0 ? "" : "." + std::to_string(tenths % 10)) + "%";
}

std::string of_all(const Method& method) {
  return std::to_string(method.drawn()) + " of " + counted(method.frame, "record");
}

std::string how(const Method& method) {
  std::string out = method.dip ? "A dip sample. " : "";
  if (!method.quota_of.empty()) {
    out += "At random, " + counted(method.asked, "record") + " for each " + method.quota_of +
           ", or all where there were fewer: " + of_all(method) + ".";
    if (!method.by.empty())
      out += " Each quota was spread over as many different values of " + listed(method.by) + " as it could be.";
    return out;
  }
  if (method.drawn() == method.frame) {
    out += "All " + counted(method.frame, "record") + " that could be drawn were taken.";
  } else if (method.by.empty()) {
    out += "At random: " + of_all(method) + ", each as likely as any other.";
  } else {
    out += "At random within each " + listed(method.by) + " (" + counted(method.strata.size(), "group") +
           "): " + of_all(method) + ". Each group gave records in proportion to its size, and at least one.";
  }
  return out;
}

std::string size(const Method& method) {
  if (!method.quota_of.empty()) return "";
  std::string out;
  if (method.margin > 0) {
    out = "A margin of " + points(method.margin) + " either way was asked for: of " + counted(method.frame, "record") +
          ", " + std::to_string(method.asked) +
          " must be read for that, whatever the share found (95 times of 100; corrected for a whole of this size).";
  } else if (method.share > 0) {
    out = percent(method.share) + " of the records was asked for.";
  } else {
    out = counted(method.asked, "record") + " asked for.";
  }
  if (method.drawn() > method.asked) out += " It was raised so that each group gives one.";
  if (method.drawn() < method.asked) out += " There were no more.";
  return out;
}

std::string from(const Method& method) {
  std::string out = counted(method.frame, "record") + " of " + method.source + ".";
  std::string left;
  for (const LeftOut& one : method.left_out) {
    left += (left.empty() ? " Left out before the draw: " : "; ") + std::to_string(one.records) + ", " + one.reason;
  }
  return out + left + (left.empty() ? " None was left out." : ".");
}

std::string replaced(const Use& use) {
  if (use.unfit == 0) return "";
  std::string out = std::to_string(use.unfit) + " of those drawn turned out to be unfit and " +
                    (use.unfit == 1 ? "is" : "are") + " marked so in the list, with the reason. ";
  if (use.replaced == 0) return out + "The reserve held none to replace them.";
  return out +
         (use.replaced == use.unfit ? (use.unfit == 1 ? "It was" : "All were")
                                    : std::to_string(use.replaced) + " could be") +
         " replaced, by the next of the reserve of the same group.";
}

std::string audited(const Method& method) {
  const std::size_t done = method.audited();
  std::string out = std::to_string(done) + " of " + counted(method.drawn(), "record") + " that the sample was to have";
  return out + (done < method.drawn()
                    ? "; the others could not be read, or were not come to, and no figure counts them."
                    : ".");
}

std::string sure(const Method& method, bool after) {
  std::optional<double> margin = margin_of(method, after);
  const bool weighted = !method.quota_of.empty();
  if (!margin)
    return "No margin can be given for all records: " +
           std::string(weighted ? "not every part of them had a chance to be seen."
                                : "some groups have no record that was read.");
  if (*margin == 0) return "All records that could be drawn are in it: no margin is needed for chance.";
  std::string out = weighted ? "Weighted by what each record stands for (in the list), a share" : "A share";
  out += " found in it lies within " + points(*margin) + " either way of that of all " +
         counted(method.frame, "record") + ", 95 times of 100; nearer where it is far from a half.";
  if (weighted) out += " The figures of the report are not weighted: they tell of the sample.";
  if (method.margin > 0 && after && *margin > method.margin + 1e-9) {
    out += " That is more than was asked for.";
  }
  return out;
}

std::string can(const Method& method) {
  if (method.dip) return "Whether something is found in such records at all, and where to look further.";
  if (!method.quota_of.empty()) return "Examples of every " + method.quota_of + "\u2019s records, chosen by nobody.";
  return "How common something is in the records that could be drawn, taken together, within that margin.";
}

std::string cannot(const Method& method) {
  std::string out;
  if (method.dip) out = "How common it is: no share of a dip sample should be quoted as that of all records. ";
  if (method.strata.size() > 1) {
    std::size_t least = method.frame;
    for (const Stratum& stratum : method.strata) least = std::min(least, stratum.drawn);
    out += "How single groups compare, where they gave few: the fewest gave " + std::to_string(least) + ". ";
  } else if (!method.dip && method.drawn() < method.frame) {
    out += "How teams or workers compare: each has few records in it. ";
  }
  return out +
         "Anything about records that were left out, or were never among those to draw from; or about work that nobody "
         "recorded.";
}

}  // namespace

std::size_t Method::drawn() const {
  std::size_t out = 0;
  for (const Stratum& stratum : strata) out += stratum.drawn;
  return out;
}

std::size_t Method::reserve() const {
  std::size_t out = 0;
  for (const Stratum& stratum : strata) out += stratum.reserve;
  return out;
}

std::size_t Method::audited() const {
  std::size_t out = 0;
  for (const Stratum& stratum : strata) out += stratum.audited;
  return out;
}

std::optional<double> margin_of(const Method& method, bool audited) {
  if (!method.quota_of.empty() && !method.by.empty()) return std::nullopt;
  std::vector<statistics::StratumSize> strata;
  for (const Stratum& stratum : method.strata) {
    const std::size_t read = audited ? stratum.audited : stratum.drawn;
    if (read == 0) return std::nullopt;
    strata.push_back({read, stratum.of});
  }
  return statistics::stratified_margin(strata);
}

std::string day_words(const std::string& day) {
  constexpr const char* months[] = {"January", "February", "March",     "April",   "May",      "June",
                                    "July",    "August",   "September", "October", "November", "December"};
  auto number = [&](std::size_t at, std::size_t size) {
    std::size_t out = 0;
    for (std::size_t i = at; i < at + size && i < day.size(); ++i) {
      if (day[i] < '0' || day[i] > '9') return std::size_t{0};
      out = out * 10 + static_cast<std::size_t>(day[i] - '0');
    }
    return out;
  };
  const std::size_t month = number(5, 2);
  if (day.size() != 10 || month < 1 || month > 12) return day;
  return std::to_string(number(8, 2)) + " " + months[month - 1] + " " + day.substr(0, 4);
}

Statement statement(const Method& method, const std::optional<Use>& use) {
  Statement out;
  auto line = [&](const char* term, std::string words) {
    if (!words.empty()) out.emplace_back(term, std::move(words));
  };
  line("How it was drawn", how(method));
  line("How many", size(method));
  line("Drawn from", from(method));
  line("Drawn on", day_words(method.day) + ", seed " + std::to_string(method.seed) + ", version " +
                       method.program_version +
                       ". The same records, plan and seed give the same list; the sum of what could be drawn is " +
                       method.frame_sha256 + " (SHA-256).");
  if (use && use->changed) {
    line("Changed by hand",
         "The list is not as it was drawn: records were added, moved or taken away. What is said here of chance and "
         "margin holds for the list as drawn, not for this one.");
  }
  if (use) {
    line("Replaced", replaced(*use));
    line("Audited", audited(method));
  } else if (method.reserve() > 0) {
    line("Reserve", counted(method.reserve(), "further record") +
                        " in the order of use: for one that turns out to be unfit, the next of the same group.");
  }
  line("How sure", sure(method, use.has_value()));
  line("It can show", can(method));
  line("It cannot show", cannot(method));
  return out;
}

std::string as_text(const Statement& statement) {
  std::string out;
  for (const auto& [term, words] : statement) out += term + ": " + base::on_one_line(words) + "\n";
  return out;
}

Statement from_text(const std::string& text) {
  Statement out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string line = text.substr(at, end - at);
    const std::size_t colon = line.find(": ");
    if (colon != std::string::npos) {
      out.emplace_back(line.substr(0, colon), line.substr(colon + 2));
    } else if (!out.empty()) {
      out.back().second += " " + line;
    } else if (!line.empty()) {
      out.emplace_back("How it was drawn", line);
    }
    at = end + 1;
  }
  return out;
}

}  // namespace sampling
