#include "reports/summary.h"

#include <algorithm>

#include "reports/terminal.h"
#include "reports/words.h"

namespace reports {
namespace {

constexpr std::size_t kBar = 24;
constexpr std::size_t kTitle = 30;  // at least
constexpr std::size_t kWeakest = 5;
constexpr std::size_t kReasons = 20;  // more are in the report

constexpr std::array<const char*, 4> kShades{"\u2588", "\u2593", "\u2592",
                                             "\u2591"};  // best to worst, told apart uncoloured

// Counts best to worst as a bar of kBar characters; whatever is there at all gets at least one.
std::array<std::size_t, 4> lengths(const std::array<std::size_t, 4>& counts) {
  std::array<std::size_t, 4> out{};
  std::size_t total = counts[0] + counts[1] + counts[2] + counts[3];
  if (total == 0) return out;
  std::size_t used = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    if (counts[i] > 0) out[i] = std::max<std::size_t>(1, counts[i] * kBar / total);
    used += out[i];
  }
  std::size_t largest = static_cast<std::size_t>(std::max_element(out.begin(), out.end()) - out.begin());
  out[largest] = out[largest] + kBar - used;
  return out;
}

std::string grade_row(const std::string& title, const std::array<std::size_t, 4>& grades, bool colour) {
  std::array<std::size_t, 4> best_first{grades[3], grades[2], grades[1], grades[0]};
  std::array<std::size_t, 4> bar = lengths(best_first);
  std::string out = "  " + padded(title, kTitle) + " ";
  std::size_t drawn = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    std::string part;
    for (std::size_t n = 0; n < bar[i]; ++n) part += kShades[i];
    drawn += bar[i];
    if (!part.empty()) out += inked(part, ink_of(static_cast<evaluation::Grade>(3 - i)), colour);
  }
  out += std::string(kBar - drawn, ' ');
  for (std::size_t i = 0; i < 4; ++i) {
    std::string number = best_first[i] == 0 ? "\u00B7" : std::to_string(best_first[i]);
    out += std::string(9 - std::min<std::size_t>(8, columns_of(number)), ' ') + number;
  }
  return out + "\n";
}

std::string grades(const Overview& all, bool colour) {
  std::string out = "  " + padded("Grades", kTitle) + " " + std::string(kBar, ' ');
  const std::array<const char*, 4> heads{"outst.", "good", "req.imp.", "inadeq."};
  for (const char* head : heads) out += padded("", 9 - columns_of(head)) + head;
  out = inked(out, Ink::faint, colour) + "\n";
  out += grade_row("Overall", all.overall, colour);
  for (const DimensionTally& dimension : all.dimensions) {
    std::string title = printable(dimension.title.empty() ? dimension.id : dimension.title);
    out += grade_row(title + (dimension.in_overall ? "" : " *"), dimension.grades, colour);
  }
  bool apart = std::any_of(all.dimensions.begin(), all.dimensions.end(), [](const auto& d) { return !d.in_overall; });
  if (apart) out += inked("  * graded, and not part of the overall grade", Ink::faint, colour) + "\n";
  return out;
}

std::string weakest_items(const Overview& all, bool colour) {
  std::vector<ItemTally> items = weakest(all, kWeakest);
  if (items.empty()) return "";
  std::string out = "\n  " + inked("Weakest", Ink::strong, colour) + "\n";
  std::size_t width = 5;
  for (const ItemTally& item : items) width = std::max(width, columns_of(printable(item.id)));
  for (const ItemTally& item : items) {
    std::string counts = std::to_string(item.ratings[0]) + " not met, " + std::to_string(item.ratings[1]) +
                         " partly, " + std::to_string(item.ratings[2]) + " met of " + std::to_string(item.applies());
    out += "  " + padded(printable(item.id), width) + " " + padded(printable(item.question), 50) + "  " + counts + "\n";
  }
  return out;
}

// What is to be read before all else. No words of a record: they are a link away, in the report.
std::string notices(const Overview& all, bool colour) {
  std::string out;
  std::size_t listed = 0;
  for (const FlagFound& found : shown_first(all)) {
    if (++listed > kReasons) break;
    out += wrapped("  ", printable(found.path) + ": " + printable(flag_words(found.flag.id)) + " (" +
                             printable(found.flag.id) + ")");
  }
  if (listed > kReasons) out += "  and more, listed in the report\n";
  return out.empty() ? out : inked("LOOK AT THIS FIRST", Ink::worst, colour) + "\n" + out + "\n";
}

std::string in_part(const Overview& all, bool colour) {
  if (all.in_part == 0) return "";
  std::string out = "\n  " + inked("Read only in part", Ink::strong, colour) + "\n";
  std::size_t listed = 0;
  for (const Brief& document : all.documents) {
    if (document.parts.empty() || ++listed > kReasons) continue;
    out += wrapped("  ", printable(document.path) + ": " + printable(document.parts.front()));
  }
  if (listed > kReasons) out += "  and " + std::to_string(listed - kReasons) + " more, listed in the report\n";
  return out;
}

std::string not_audited(const Overview& all, bool colour) {
  std::string out;
  std::size_t shown = 0;
  for (const NotAudited& file : all.not_audited) {
    if (file.standing != evaluation::Standing::refused) continue;
    if (shown == 0) out += "\n  " + inked("Refused", Ink::strong, colour) + "\n";
    if (++shown > kReasons) continue;
    out += wrapped("  ", printable(file.path) + ": " + printable(file.reason));
  }
  if (shown > kReasons) out += "  and " + std::to_string(shown - kReasons) + " more, listed in the report\n";
  return out;
}

}  // namespace

std::string summary(const Overview& all, bool colour) {
  std::string head = counted(all.audited, "record") + " audited";
  if (all.in_part > 0) head += " (" + std::to_string(all.in_part) + " read only in part)";
  if (all.refused > 0) head += ", " + std::to_string(all.refused) + " refused";
  if (all.skipped > 0) head += ", " + std::to_string(all.skipped) + " skipped";
  std::string out = notices(all, colour) + inked(head, Ink::strong, colour) + "\n";
  if (all.checklists.size() > 1) {
    std::string by;
    for (const ChecklistTally& each : all.checklists) {
      by += (by.empty() ? "" : ", ") + printable(each.id) + " " + std::to_string(each.audited);
    }
    out += wrapped("Rated by the checklist for their type: ", by);
  }
  if (all.audited > 0) {
    out += "\n" + grades(all, colour) + weakest_items(all, colour);
    if (!all.flags.empty()) {
      std::size_t documents = 0;
      for (const Brief& document : all.documents) documents += document.flags > 0 ? 1 : 0;
      out += "\n  " + counted(all.flags.size(), "flag") + " in " + counted(documents, "record") + "\n";
    }
  }
  out += in_part(all, colour) + not_audited(all, colour);
  if (all.audited > 0) out += "\n  It advises; people judge.\n";
  return out;
}

}  // namespace reports
