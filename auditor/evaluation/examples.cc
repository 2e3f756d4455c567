// The examples that a checklist holds, each rated as a record of its own.
#include <algorithm>

#include "base/utf8.h"
#include "checklist/program.h"
#include "evaluation/analysed.h"
#include "evaluation/answer.h"
#include "evaluation/evaluate.h"

namespace evaluation {
namespace {

// The text without the indentation that the XML around it has.
std::string dedented(const std::string& text) {
  std::string out;
  std::size_t begin = 0;
  while (begin < text.size()) {
    std::size_t end = text.find('\n', begin);
    if (end == std::string::npos) end = text.size();
    out += std::string(base::trimmed(std::string_view(text).substr(begin, end - begin))) + "\n";
    begin = end + 1;
  }
  return out;
}

// The gate: an item or a flag must show each of its ratings.
template <typename Judged>
void require(const Judged& judged, const std::vector<std::string>& ratings, ExampleReport& report) {
  for (const std::string& rating : ratings) {
    bool shown = std::any_of(judged.examples.begin(), judged.examples.end(),
                             [&](const checklist::Example& example) { return example.rating == rating; });
    if (!shown) report.failed.push_back({judged.id, judged.file, judged.line, "no example rates " + rating});
  }
}

}  // namespace

ExampleReport run_examples(const checklist::Checklist& checklist, ExampleReader reader) {
  ExampleReport report;
  for (const base::Error& failed : checklist.lexicon.failed_examples())
    report.failed.push_back({"lexicon", failed.file, failed.line, failed.message});
  for (const base::Error& missing : checklist.lexicon.missing_examples())
    report.failed.push_back({"lexicon", missing.file, missing.line, missing.message});
  report.run = checklist.lexicon.example_count();
  report.exempt = checklist.lexicon.unexampled_count();
  auto rated = [&](const std::string& id, const std::string& file, const checklist::Example& example, auto rate) {
    ++report.run;
    base::Result<document::Document> document = reader(dedented(example.text), id);
    if (!document) {
      report.failed.push_back({id, file, example.line, "the example can't be read: " + document.error().message});
      return;
    }
    Analysed analysed(document.value(), checklist);
    if (!example.type.empty()) analysed.facts.type = example.type;
    std::string got = rate(analysed.record());
    if (got == example.rating) return;
    report.failed.push_back({id, file, example.line, "the example says " + example.rating + " and rates " + got});
  };
  for (const checklist::Item& item : checklist.program->items) {
    std::vector<std::string> ratings = {"met", "partly", "not_met"};
    if (!item.not_applicable.empty()) ratings.push_back("na");
    require(item, ratings, report);
    for (const checklist::Example& example : item.examples) {
      rated(item.id, item.file, example,
            [&](const checklist::Record& record) { return std::string(name_of(answer(item, record).rating)); });
    }
  }
  for (const checklist::Flag& flag : checklist.program->flags) {
    // A flag without rules compares documents, which no single record can show.
    if (!flag.rules.empty()) require(flag, {"found", "not_found"}, report);
    for (const checklist::Example& example : flag.examples) {
      rated(flag.id, flag.file, example, [&](const checklist::Record& record) {
        return std::string(flags(flag, record).empty() ? "not_found" : "found");
      });
    }
  }
  return report;
}

}  // namespace evaluation
