// What is no answer: nothing, a dash, "N/K", a placeholder that nobody replaced.
#include <algorithm>
#include <vector>

#include "form/form.h"
#include "form/guidance.h"
#include "form/text.h"

namespace form {

bool is_next_heading(std::string_view value) {
  value = trimmed(value);
  std::size_t digits = 0;
  while (digits < value.size() && value[digits] >= '0' && value[digits] <= '9') ++digits;
  if (digits == 0 || digits > 2 || digits == value.size() || (value[digits] != '.' && value[digits] != ')'))
    return false;
  value.remove_prefix(digits + 1);
  const auto written = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  return std::none_of(value.begin(), value.end(), written);
}

bool is_blank_value(std::string_view value, const lexicon::Remembered& scans) {
  const lexicon::Lexicon& lexicon = scans.lexicon();
  value = trimmed(value);
  if (!has_letter_or_digit(value)) {
    // Marks that answer: a ticked box, a quotation mark alone is none. Boxes are read before anybody asks here.
    return true;
  }
  if (has_more_words(value, 14)) return false;
  if (is_next_heading(value) && value.back() != '.' && value.back() != ')') return true;  // "2." may be how many
  // "[mother's name]": still as the form printed it, unless something was taken out.
  if (value.front() == '[' && value.find(']') == value.size() - 1) {
    lexicon::ConceptId redacted = asked_briefly(lexicon, "form.redacted");
    const lexicon::Scan& inside = scans.brief(value);
    return std::none_of(inside.hits.begin(), inside.hits.end(),
                        [&](const lexicon::Hit& hit) { return redacted != 0 && hit.concept_id == redacted; });
  }
  // "Date ............": a label with room for an answer.
  for (std::size_t i = 0; i < value.size(); ++i) {
    std::size_t length = begins_leader(value[i]) ? leader(value, i) : 0;
    if (length > 0 && !has_letter_or_digit(value.substr(i + length)) && !has_more_words(value.substr(0, i), 6))
      return true;
  }
  lexicon::ConceptId blank = asked_briefly(lexicon, "blank-value");
  lexicon::ConceptId placeholder = asked_briefly(lexicon, "placeholder");
  const lexicon::Scan& scan = scans.brief(value);
  std::vector<bool> covered(scan.tokens.size(), false);
  for (const lexicon::Hit& hit : scan.hits) {
    if (hit.concept_id != blank && hit.concept_id != placeholder) continue;
    for (std::size_t i = hit.first; i <= hit.last; ++i) covered[i] = true;
  }
  for (std::size_t i = 0; i < scan.tokens.size(); ++i) {
    if (scan.tokens[i].kind != lexicon::TokenKind::punctuation && !covered[i]) return false;
  }
  return true;
}

bool is_blank_value(std::string_view value, const lexicon::Lexicon& lexicon) {
  return is_blank_value(value, lexicon::Remembered(lexicon));
}

}  // namespace form
