#include "reports/sample_words.h"

#include "reports/words.h"
#include "sampling/method.h"

namespace reports {

std::vector<std::pair<std::string, std::string>> sample_words(const Run& run) {
  std::vector<std::pair<std::string, std::string>> out = sampling::from_text(run.sample.method);
  if (out.empty() || run.sample.arguments.empty()) return out;
  std::string command = "auditor";
  for (const std::string& argument : run.sample.arguments) command += " " + argument;
  out.emplace_back("Drawn by", command);
  return out;
}

std::string joining_words(const store::RunFacts& facts) {
  if (!facts.joining) return "";
  const store::JoiningCounts& c = *facts.joining;
  std::string out = std::to_string(c.joined()) + " of " + counted(c.records, "record") + " joined to a row; " +
                    std::to_string(c.without_row) + " without a row";
  if (c.in_doubt > 0) out += ", " + std::to_string(c.in_doubt) + " in doubt and not joined";
  out += ". " + std::to_string(c.rows_without_record) + " of " + counted(c.rows, "row") + " without a record";
  if (c.rows_of_several > 0) out += ", " + std::to_string(c.rows_of_several) + " joined to several records";
  return out + ".";
}

}  // namespace reports
