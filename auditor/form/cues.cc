#include "form/cues.h"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "form/form.h"
#include "form/text.h"

namespace form {
namespace {

constexpr std::size_t longest_label = 14;           // words
constexpr std::size_t longest_worded_heading = 18;  // words

// "dateOfReferral", "seen_alone", as systems name what they export: "date Of Referral"; empty where it is one word.
std::string words_apart(std::string_view name) {
  std::string out;
  bool parted = false;
  while (!name.empty() && std::string_view(" *:").find(name.back()) != std::string_view::npos) name.remove_suffix(1);
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    const bool small_before = i > 0 && name[i - 1] >= 'a' && name[i - 1] <= 'z';
    if (blank(c)) return {};
    if (c == '_' && i > 0 && i + 1 < name.size()) {
      out += ' ';
      parted = true;
      continue;
    }
    if (small_before && c >= 'A' && c <= 'Z') {
      out += ' ';
      parted = true;
    }
    out += c;
  }
  return parted && name[0] != '_' ? out : std::string();
}

}  // namespace

Cues::Cues(const lexicon::Remembered& scans)
    : lexicon_(scans.lexicon()),
      scans_(scans),
      guidance_(scans_),
      question_(asked_briefly(lexicon_, "help.question")),
      salutation_(asked_briefly(lexicon_, "form.salutation")),
      speaker_(asked_briefly(lexicon_, "form.speaker")),
      column_head_(asked_briefly(lexicon_, "form.column-head")),
      row_head_(asked_briefly(lexicon_, "form.row-head")),
      body_(asked_briefly(lexicon_, "form.body")),
      help_label_(asked_briefly(lexicon_, "form.help-label")),
      choose_(asked_briefly(lexicon_, "form.choose-one")),
      first_name_(asked_briefly(lexicon_, "name.first")),
      yes_(asked_briefly(lexicon_, "yes-value")),
      no_(asked_briefly(lexicon_, "no-value")),
      arranged_(asked_briefly(lexicon_, "form.arranged")),
      types_(lexicon_.family_table("type")) {
  lexicon::ConceptId words = asked_briefly(lexicon_, "form.sentence-word");
  if (words == 0) return;
  for (const std::string& term : lexicon_.terms(words)) sentence_words_.insert(term);
}

lexicon::FieldId Cues::field(std::string_view label) const {
  std::size_t words = word_count(label, longest_label + 1);
  if (words == 0 || words > longest_label) return 0;
  const std::string apart = words == 1 ? words_apart(label) : std::string();
  return scans_.field_of(apart.empty() ? label : apart);
}

// "What Kieran said", "Seeing Azad": the same with "the child" for the name; empty where there is none beside words.
std::string Cues::without_names(std::string_view heading) const {
  const lexicon::Scan& scan = scans_.brief(heading);
  const auto is_name = [&](std::size_t i, bool inside) {
    const lexicon::Token& token = scan.tokens[i];
    if (token.kind != lexicon::TokenKind::word || !token.capital) return false;
    if (token.word == 0 && (inside || i > 0)) return true;
    const std::span<const lexicon::Hit> hits = scan.starting_at(i);
    return first_name_ != 0 && std::any_of(hits.begin(), hits.end(),
                                           [&](const lexicon::Hit& hit) { return hit.concept_id == first_name_; });
  };
  std::size_t first = 0;
  while (first < scan.tokens.size() && !is_name(first, false)) ++first;
  if (first == scan.tokens.size()) return {};
  std::string out;
  bool inside = false;
  bool words = false;
  for (std::size_t i = 0; i < scan.tokens.size(); ++i) {
    std::string_view text = scan.tokens[i].at.of(heading);
    const bool name = is_name(i, inside);
    if (!name) {
      if (!out.empty() && text.front() != '\'') out += ' ';
      out += text;
      words = words || scan.tokens[i].kind == lexicon::TokenKind::word;
    } else if (!inside) {
      out += out.empty() ? "the child" : " the child";
    }
    inside = name;
  }
  return words ? out : std::string();
}

lexicon::SectionId Cues::section(std::string_view heading) const {
  constexpr std::size_t longest_remembered = 200;  // bytes
  if (heading.size() > longest_remembered) return section_of(heading);
  if (const auto known = sections_.find(heading); known != sections_.end()) return known->second;
  const lexicon::SectionId found = section_of(heading);
  sections_.emplace(heading, found);
  return found;
}

lexicon::SectionId Cues::section_of(std::string_view heading) const {
  // "Information from agencies (name, date, what they told you)": named by what stands before the brackets.
  std::size_t bracket = trimmed(heading).ends_with(')') ? heading.find(" (") : std::string_view::npos;
  std::size_t words = word_count(heading.substr(0, bracket), longest_label + 1);
  if (words == 0 || words > longest_label) return 0;
  if (const std::string apart = words == 1 ? words_apart(heading) : std::string(); !apart.empty())
    return section_of(apart);
  lexicon::SectionId found = scans_.section_of(heading);
  if (found == 0 && bracket != std::string_view::npos) found = scans_.section_of(heading.substr(0, bracket));
  if (found == 0) found = scans_.section_of(without_names(heading.substr(0, bracket)));
  if (found != 0) return found;
  if (has_more_words(heading, longest_label)) return 0;
  lexicon::FieldId as_field = scans_.field_of(heading);
  // "Children", "A. The child": a name of the subject heads their details.
  if (as_field != 0 && lexicon_.field_name(as_field) == "name" && words <= 4 &&
      heading.find('\'') == std::string_view::npos && heading.find("\xE2\x80\x99") == std::string_view::npos) {
    std::size_t number = 0;
    numbering(heading, &number);
    if (!speaker(heading.substr(number))) return 0;
    return lexicon_.find_section("details");
  }
  return as_field == 0 ? lexicon::SectionId{0} : lexicon_.find_section(lexicon_.field_name(as_field));
}

lexicon::SectionId Cues::section_by_words(std::string_view heading) const {
  // "What we agreed at Gran's on 28 April": the day at the end says nothing of what stands below.
  if (const std::size_t on = heading.rfind(" on "); on != std::string_view::npos && has_date(heading.substr(on)))
    heading = heading.substr(0, on);
  const std::size_t words = word_count(heading, longest_worded_heading + 1);
  if (words < 1 || words > longest_worded_heading || has_date(heading) || lexicon_.is_label(heading)) return 0;
  if (names_body(heading)) return 0;
  const lexicon::SectionId found = lexicon_.section_by_words(heading);
  // "Early help manager" is somebody; any other section's words in a record's title are the title's.
  if (names_record(heading) && (found == 0 || lexicon_.section_name(found) != "manager")) return 0;
  return found != 0 ? found : lexicon_.section_by_words(without_names(heading));
}

bool Cues::whole(std::string_view text, lexicon::ConceptId concept_id) const {
  if (concept_id == 0) return false;
  const lexicon::Scan& scan = scans_.brief(text);
  std::size_t begin = 0;
  std::size_t end = scan.tokens.size();
  auto mark = [&](std::size_t i) { return scan.tokens[i].kind == lexicon::TokenKind::punctuation; };
  while (begin < end && mark(begin)) ++begin;
  while (end > begin && mark(end - 1)) --end;
  return std::any_of(scan.hits.begin(), scan.hits.end(), [&](const lexicon::Hit& hit) {
    return hit.concept_id == concept_id && hit.first <= begin && hit.last + 1 >= end;
  });
}

bool Cues::column_head(std::string_view text) const {
  return !has_more_words(text, 6) && whole(text, column_head_);
}
bool Cues::names_body(std::string_view text) const {
  if (body_ == 0 || !has_more_words(text, 1)) return false;
  const lexicon::Scan& scan = scans_.brief(text);
  std::size_t last = scan.tokens.size();
  while (last > 0 && scan.tokens[last - 1].kind == lexicon::TokenKind::punctuation) --last;
  return std::any_of(scan.hits.begin(), scan.hits.end(),
                     [&](const lexicon::Hit& hit) { return hit.concept_id == body_ && hit.last + 1 == last; });
}
bool Cues::row_head(std::string_view text) const {
  return !has_more_words(text, 4) && whole(text, row_head_);
}
bool Cues::asks_to_choose(std::string_view label) const {
  const lexicon::Scan& scan = scans_.brief(label);
  return std::any_of(scan.hits.begin(), scan.hits.end(),
                     [&](const lexicon::Hit& hit) { return choose_ != 0 && hit.concept_id == choose_; });
}
bool Cues::help_label(std::string_view text) const {
  return !has_more_words(text, 4) && whole(text, help_label_);
}
bool Cues::column_heads(std::string_view text) const {
  constexpr std::size_t longest_row = 14;  // words
  if (!has_more_words(text, 2) || has_more_words(text, longest_row) || ends_with_any(text, ".?!:,;")) return false;
  // Most heads that end at each token; 0 where no row of heads ends there.
  const lexicon::Scan& scan = scans_.brief(text);
  std::vector<std::size_t> heads(scan.tokens.size() + 1, 0);
  std::vector<bool> reached(scan.tokens.size() + 1, false);
  reached[0] = true;
  for (std::size_t i = 0; i < scan.tokens.size(); ++i) {
    if (!reached[i]) continue;
    if (scan.tokens[i].kind == lexicon::TokenKind::punctuation) {
      reached[i + 1] = true;
      heads[i + 1] = std::max(heads[i + 1], heads[i]);
      continue;
    }
    if (!scan.tokens[i].capital) continue;
    for (const lexicon::Hit& hit : scan.starting_at(i)) {
      if (hit.concept_id != column_head_ && hit.concept_id != row_head_) continue;
      reached[hit.last + 1] = true;
      heads[hit.last + 1] = std::max(heads[hit.last + 1], heads[i] + 1);
    }
  }
  return reached.back() && heads.back() >= 3;
}
bool Cues::speaker(std::string_view label) const {
  return !has_more_words(label, 5) && whole(label, speaker_);
}
bool Cues::salutation(std::string_view text) const {
  return !has_more_words(text, 8) && whole(text, salutation_);
}
bool Cues::names_person(std::string_view text) const {
  const lexicon::Scan& scan = scans_.brief(text);
  return first_name_ != 0 && std::any_of(scan.hits.begin(), scan.hits.end(), [&](const lexicon::Hit& hit) {
           return hit.concept_id == first_name_ && scan.tokens[hit.first].capital;
         });
}
bool Cues::all_known(std::string_view text) const {
  std::string room;
  for (const lexicon::Token& token : lexicon::tokens_of(text)) {
    if (token.kind == lexicon::TokenKind::word && lexicon_.word(lexicon::folded_in(token.at.of(text), room)) == 0)
      return false;
  }
  return true;
}
bool Cues::blank(std::string_view value) const {
  return is_blank_value(value, scans_);
}

bool Cues::names_record(std::string_view text) const {
  const lexicon::Scan& scan = scans_.brief(text);
  return std::any_of(scan.hits.begin(), scan.hits.end(),
                     [&](const lexicon::Hit& hit) { return types_[hit.concept_id]; });
}

bool Cues::yes_or_no(std::string_view text) const {
  return !has_more_words(text, 3) && (whole(text, yes_) || whole(text, no_));
}

bool Cues::short_field(lexicon::FieldId field) const {
  static constexpr std::array<std::string_view, 20> names = {
      "name",     "case-number", "address",      "school", "worker", "team",         "manager",
      "gender",   "age",         "agency",       "gp",     "role",   "professional", "who",
      "referrer", "adult",       "relationship", "where",  "owner",  "agency-person"};
  std::string_view name = field == 0 ? std::string_view() : lexicon_.field_name(field);
  return date_field(field) || std::find(names.begin(), names.end(), name) != names.end();
}

bool Cues::date_field(lexicon::FieldId field) const {
  if (field == 0) return false;
  std::string_view name = lexicon_.field_name(field);
  return name == "date" || name == "due" || name == "expected-date-of-delivery" || name == "date-of-birth" ||
         (name.size() > 5 && name.substr(name.size() - 5) == "-date");
}

bool Cues::plan_like(lexicon::SectionId section) const {
  if (section == 0) return false;
  static constexpr std::array<std::string_view, 8> names = {"plan",   "contingency", "outcome", "manager",
                                                            "review", "letter",      "views",   "communication"};
  std::string_view name = lexicon_.section_name(section);
  return std::find(names.begin(), names.end(), name) != names.end() && name != "views" && name != "communication";
}

bool Cues::arranges(std::string_view text) const {
  if (arranged_ == 0 || !has_date(text)) return false;
  const std::vector<lexicon::Hit>& hits = scans_.brief(text).hits;
  return std::any_of(hits.begin(), hits.end(), [&](const lexicon::Hit& hit) { return hit.concept_id == arranged_; });
}

bool Cues::has_gaps(std::string_view sentence) const {
  if (sentence.data() != gaps_asked_.data() || sentence.size() != gaps_asked_.size()) {
    gaps_asked_ = sentence;
    gaps_found_ = guidance_.has_gaps(sentence);
  }
  return gaps_found_;
}

bool Cues::has_sentence_word(std::string_view text) const {
  std::string room;
  for (const lexicon::Token& token : lexicon::tokens_of(text)) {
    if (token.kind != lexicon::TokenKind::word) continue;
    if (sentence_words_.contains(lexicon::folded_in(token.at.of(text), room))) return true;
  }
  return false;
}

bool Cues::sentences(std::string_view text, lexicon::FieldId field) const {
  std::size_t words = word_count(text);
  if (words < 3) return false;
  bool verb = has_sentence_word(text);
  bool ended = ends_with_any(text, ".!?");
  if (short_field(field)) return verb && words >= 6;
  std::size_t sentences = sentences_of({0, static_cast<std::uint32_t>(text.size())}, text).size();
  return (verb && (ended || words >= 6)) || (sentences >= 2 && words >= 6) || (ended && words >= 5) || words >= 12;
}

bool Cues::begins_question(std::string_view text) const {
  const lexicon::Scan& scan = scans_.brief(text);
  for (std::size_t i = 0; i < scan.tokens.size() && i < 4; ++i) {
    if (scan.tokens[i].kind != lexicon::TokenKind::word) continue;
    for (const lexicon::Hit& hit : scan.starting_at(i)) {
      if (hit.concept_id == question_) return true;
    }
    if (lexicon::folded_word(scan.tokens[i].at.of(text)).size() > 1) return false;
  }
  return false;
}

}  // namespace form
