#include "agreement/made.h"

#include <sstream>

using evaluation::Rating;

Rating rating(char letter) {
  return letter == 'm'   ? Rating::met
         : letter == 'p' ? Rating::partly
         : letter == 'n' ? Rating::not_met
                         : Rating::not_applicable;
}

char letter(Rating rating) {
  return "npm-"[static_cast<std::size_t>(rating)];
}

agreement::Audit audit(const std::string& records) {
  agreement::Audit out;
  out.checklists = {{"assessment", std::string(64, 'c')}};
  out.dimensions = {{"assessment", "CV", "Child's views"}, {"assessment", "RA", "Risk"}};
  out.items = {{"assessment", "CV1", "CV", "Was the child seen?"},
               {"assessment", "CV2", "CV", "Is it told what the child said?"},
               {"assessment", "RA1", "RA", "Is the risk told?"}};
  std::istringstream words(records);
  for (std::string word; words >> word;) {
    std::size_t number = out.records.size() + 1;
    std::string sum(64, '0');
    sum.replace(0, std::to_string(number).size(), std::to_string(number));
    agreement::Record record{number, "exports/" + std::to_string(number) + ".docx", sum, "assessment", {}};
    for (char c : word) record.ratings.push_back(c == '.' ? std::nullopt : std::optional(rating(c)));
    record.ratings.resize(out.items.size());
    out.records.push_back(record);
  }
  return out;
}

std::vector<agreement::Given> given(std::size_t item, const std::string& rater, const std::string& letters) {
  std::vector<agreement::Given> out;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    if (letters[i] != '.') out.push_back({i, item, rater, rating(letters[i]), "", "2026-11-26T10:00:00Z", "", ""});
  }
  return out;
}

std::vector<agreement::Given> operator+(std::vector<agreement::Given> a, const std::vector<agreement::Given>& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}
