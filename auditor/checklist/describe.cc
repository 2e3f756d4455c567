// A checklist as Markdown, for people: what each rating needs, in the words of the program that runs.
#include "checklist/checklist.h"
#include "checklist/program.h"

namespace checklist {
namespace {

void rules(std::string& out, const char* rating, const std::vector<Rule>& rules) {
  for (const Rule& rule : rules) {
    out += std::string("- **") + rating + "**: " + rule.query->describe() + "  \n  *" + rule.because + "*\n";
  }
}

const char* grade_name(std::uint8_t grade) {
  static const char* const names[] = {"inadequate", "requires improvement", "good", "outstanding"};
  return names[grade & 3];
}

}  // namespace

std::string describe(const Checklist& checklist) {
  std::string out = "# " + checklist.title + " (" + checklist.id + ", version " + checklist.version + ")\n\n";
  out += "sha256 " + checklist.sha256 + "\n";
  for (const Dimension& dimension : checklist.program->dimensions) {
    out += "\n## " + dimension.id + " " + dimension.title +
           (dimension.in_overall ? "" : " (not in the overall grade)") + "\n";
    for (const Item& item : checklist.program->items) {
      if (item.dimension != dimension.id) continue;
      out += "\n### " + item.id + " " + item.asks + "\n\n";
      rules(out, "n/a", item.not_applicable);
      rules(out, "met", item.met);
      rules(out, "partly", item.partly);
      out += "- **not met**: otherwise  \n  *" + item.absent + "*\n";
    }
  }
  out += "\n## Flags\n\n";
  for (const Flag& flag : checklist.program->flags) {
    out += "- **" + flag.id + "** " + flag.title + (flag.first ? " (shown before all else)" : "") + "\n";
    for (const Rule& rule : flag.rules) out += "  - " + rule.query->describe() + "\n";
  }
  out += "\n## Grades\n\n";
  for (std::uint8_t grade = 3; grade > 0; --grade) {
    const Fraction& cut = checklist.program->cuts[grade];
    out += std::string("- ") + grade_name(grade) + ": score at least " + std::to_string(cut.over) + "/" +
           std::to_string(cut.under) + "\n";
  }
  for (const GradeLimit& limit : checklist.program->grade_limits) {
    out += "- " + limit.dimension + " is at most " + grade_name(limit.at_most) + " where " + limit.item + " is " +
           limit.rating + "\n";
  }
  out += "- overall: at most " + std::to_string(checklist.program->above_lowest) + " above the lowest dimension\n";
  return out;
}

}  // namespace checklist
