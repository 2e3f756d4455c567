// What looks like a name and is nobody's.
#include <algorithm>

#include "language/names.h"

namespace language {
namespace {

// "HCC", "FGM"
bool stands_for_words(std::string_view text) {
  return text.size() >= 3 && text.size() <= 4 && text.find_first_of("AEIOUY") == std::string_view::npos &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// "born 5 Tishrei 5776": the month of another calendar.
bool of_date(const Words& words, const PersonName& name) {
  if (name.first != name.last || name.first < 2 || name.last + 1 >= words.size()) return false;
  const auto number = [&](std::size_t token) {
    return words.scan().tokens[token].kind == lexicon::TokenKind::number ? words.text_of(token).size() : 0;
  };
  const std::size_t day = number(name.first - 1);
  return (day == 1 || day == 2) && number(name.last + 1) == 4 &&
         words.is_any(name.first - 2, {"born", "dob", "birth", "on", "from"});
}

// "File Note", "Case Summary": several words, each of which a form's own.
bool of_form_words(const Words& words, const PersonName& name) {
  const lexicon::Lexicon& lexicon = words.vocabulary().lexicon();
  const lexicon::ConceptId of_form = lexicon.find_concept("form.no-name");
  const lexicon::ConceptId first_name = lexicon.find_concept("name.first");
  if (of_form == 0) return false;
  for (std::size_t i = name.first; i <= name.last; ++i) {
    const base::Span at = words.scan().tokens[i].at;
    if (!words.scan().has(at, of_form) || (first_name != 0 && words.scan().has(at, first_name))) return false;
  }
  return true;
}

}  // namespace

bool names_nobody(const Words& words, const PersonName& name) {
  if (std::any_of(name.shown.begin(), name.shown.end(), [](char ch) { return ch >= '0' && ch <= '9'; })) return true;
  if (name.unborn) return false;
  if (name.shown.size() == 1) return false;                                              // "B": a letter for a name
  if (words.scan().has(name.at, words.vocabulary().cue(Cue::label_birth))) return true;  // "D.O.B"
  for (const lexicon::Hit& hit : words.scan().starting_at(name.first)) {  // "YOUNG PERSON", "Family Worker"
    const RoleWord* role = words.vocabulary().role(hit.concept_id);
    if (role != nullptr && hit.last == name.last && hit.last > hit.first) return true;
  }
  // "VISIT Fri 11.3.05"
  const bool dated =
      name.last + 1 < words.size() && words.scan().tokens[name.last + 1].kind == lexicon::TokenKind::number;
  if (dated &&
      words.is_any(name.last, {"mon", "tue", "tues", "wed", "weds", "thu", "thur", "thurs", "fri", "sat", "sun"}))
    return true;
  if (of_date(words, name)) return true;
  if (name.first != name.last) return words.is(name.last, "people") || of_form_words(words, name);
  if (stands_for_words(name.shown)) return true;
  const lexicon::Lexicon& lexicon = words.vocabulary().lexicon();
  const base::Span at = words.scan().tokens[name.first].at;
  const lexicon::ConceptId known = lexicon.find_concept("name.first");
  if (known != 0 && words.scan().has(at, known)) return false;
  const auto says = [&](lexicon::ConceptId id) { return id != 0 && words.scan().has(at, id); };
  if (says(lexicon.find_concept("form.no-name")) || says(lexicon.find_concept("form.nobody"))) return true;
  return lexicon.field_of(at.of(words.text())) != 0 || lexicon.section_of(at.of(words.text())) != 0;
}

}  // namespace language
