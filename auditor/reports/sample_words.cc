#include "reports/sample_words.h"

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

}  // namespace reports
