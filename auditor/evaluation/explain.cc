// An item's rules one by one, as lines of text: what was asked, what matched, what came near and why it was not taken.
#include "base/utf8.h"
#include "checklist/program.h"
#include "evaluation/analysed.h"
#include "evaluation/answer.h"
#include "evaluation/evaluate.h"
#include "evaluation/second_reading.h"

namespace evaluation {
namespace {

constexpr std::size_t shown = 5;

class Explanation {
 public:
  Explanation(const checklist::Record& record) : record_(record) {}

  void rules(const char* rating, const std::vector<checklist::Rule>& rules, bool& decided) {
    for (const checklist::Rule& rule : rules) {
      checklist::Found found = rule.query->find(record_, {});
      bool decides = found.holds && !decided;
      line(0, std::string(rating) + " if " + rule.query->describe());
      line(1, decides       ? "holds, and decides: " + reason(rule.because, found, record_)
              : found.holds ? "holds, but an earlier rule has decided"
                            : "does not hold");
      query(*rule.query, 1);
      decided = decided || found.holds;
    }
  }

  void line(int depth, const std::string& text) {
    text_ += std::string(static_cast<std::size_t>(depth) * 2, ' ') + text + "\n";
  }
  std::string take() { return std::move(text_); }

 private:
  void query(const checklist::Query& query, int depth) {
    if (depth > 6) return;
    std::vector<const checklist::Query*> parts = query.parts();
    for (const checklist::Query* part : parts) {
      checklist::Found found = part->find(record_, {});
      line(depth, std::string(found.holds ? "+ " : "- ") + part->describe());
      this->query(*part, depth + 1);
    }
    if (!parts.empty()) return;
    checklist::Found found = query.find(record_, {});
    quotes("matched", found.evidence, depth, false);
    quotes("not taken", found.near, depth, true);
  }

  void quotes(const char* title, const std::vector<checklist::Candidate>& candidates, int depth, bool why) {
    std::size_t count = 0;
    for (const checklist::Candidate& candidate : candidates) {
      if (++count > shown) {
        line(depth + 1, "and " + std::to_string(candidates.size() - shown) + " more");
        return;
      }
      Place place = place_of(record_, candidate.at);
      std::string text =
          std::string(title) + ": \u201C" + base::on_one_line(candidate.at.of(record_.document.text)) + "\u201D";
      if (!place.section.empty()) text += " (" + place.section + ")";
      if (why) text += " \u2014 " + candidate.near_reason();
      line(depth + 1, text);
    }
  }

  const checklist::Record& record_;
  std::string text_;
};

}  // namespace

base::Result<std::string> explain(const document::Document& document, const checklist::Checklist& checklist,
                                  const std::string& wanted, const std::string& type) {
  for (const checklist::Item& item : checklist.program->items) {
    if (item.id != wanted) continue;
    Analysed analysed(document, checklist);
    if (!type.empty()) analysed.facts.type = type;
    const checklist::Record record = analysed.record();
    Explanation explanation(record);
    std::vector<Answer> answers;
    for (const checklist::Item& each : checklist.program->items) answers.push_back(answer(each, record));
    const SecondReading second(record, checklist.program->likeness, answers);
    Answer& result = answers[static_cast<std::size_t>(&item - checklist.program->items.data())];
    const Answer by_rules = result;
    if (analysed.facts.about_somebody) second.weigh(item, result);
    explanation.line(0, item.id + " " + item.asks);
    explanation.line(0, std::string("rated ") + name_of(result.rating) + ": " + result.reason);
    bool decided = false;
    explanation.rules("n/a", item.not_applicable, decided);
    explanation.rules("met", item.met, decided);
    explanation.rules("partly", item.partly, decided);
    explanation.line(0, decided ? "not met otherwise" : "not met: no rule holds");
    for (const std::string& line : second.explain(item, by_rules)) explanation.line(0, line);
    return explanation.take();
  }
  return base::Error{base::ErrorCode::bad_argument,
                     "",
                     0,
                     0,
                     "the checklist has no item '" + wanted + "'",
                     "see 'auditor checklist show " + checklist.id + "' for its items"};
}

}  // namespace evaluation
