// Labels inside lines: "Name: X  DOB: Y", "Date referral received: 10/04/2017. Social worker: L C.", "Name - X",
// "Date of referral 12/03/2009", and a label whose value stands in the next line.
#include <algorithm>
#include <array>

#include "form/pass.h"
#include "form/text.h"
#include "form/ticks.h"

namespace form {
namespace {

constexpr std::size_t longest_inline_label = 9;   // words
constexpr std::size_t longest_unknown_label = 4;  // words
constexpr std::size_t longest_unknown_value = 9;  // words
constexpr std::size_t longest_leader_label = 14;  // words

// Where the clause that ends at `end` begins: after a sentence end, a semicolon, a bar or a line end.
std::uint32_t clause_begin(base::Span at, std::uint32_t end, std::string_view text) {
  std::uint32_t begin = end;
  while (begin > at.begin) {
    char c = text[begin - 1];
    if (c == '\n' || c == '\t' || c == '|' || c == ';') break;
    if ((c == '.' || c == '?' || c == '!' || c == ')') && begin < end && blank(text[begin])) {
      if (c != ')') break;
    }
    --begin;
  }
  return begin;
}

// Where a mark with a blank before and behind it stands; blanks are many, so the mark is looked for.
std::size_t find_apart(std::string_view line, std::string_view mark) {
  const std::string_view bare = mark.substr(1);
  std::size_t at = line.find(bare);
  while (at != std::string_view::npos && (at == 0 || line[at - 1] != mark.front())) at = line.find(bare, at + 1);
  return at == std::string_view::npos ? at : at - 1;
}

}  // namespace

// "School: no concerns" is what the school said; "Health: ..." is that only where agencies speak.
bool Pass::speaks(std::string_view label) const {
  if (cues_.speaker(label)) return true;
  lexicon::SectionId section = cues_.section(label);
  if (section == 0 || kind_here() == 0) return false;
  std::string_view here = cues_.lexicon().section_name(kind_here());
  std::string_view name = cues_.lexicon().section_name(section);
  return here == "agencies" && (name == "health" || name == "education");
}

// "How serious:" is no "How": a question's first word names a field only where it is the whole label.
bool Pass::loose_question(std::string_view label) const {
  if (!has_more_words(label, 1) || !cues_.begins_question(label) || cues_.column_head(label)) return false;
  static constexpr std::array<std::string_view, 7> loose = {"means",       "who",    "date", "where",
                                                            "information", "action", "owner"};
  std::string_view name = cues_.lexicon().field_name(cues_.field(label));
  return std::find(loose.begin(), loose.end(), name) != loose.end();
}

// "White British Referral date 12/03/2019": the label of a date inside a value.
base::Span Pass::dated_label(base::Span value) const {
  if (has_more_words(of(value), 14)) return {};
  std::uint32_t digit = value.begin;
  while (digit < value.end && (text_[digit] < '0' || text_[digit] > '9')) ++digit;
  if (digit == value.end || !has_date(of({digit, value.end}))) return {};
  for (std::uint32_t k = value.begin + 1; k < digit; ++k) {
    if (!blank(text_[k - 1]) || blank(text_[k])) continue;
    base::Span label = trimmed(base::Span{k, digit}, text_);
    if (!has_more_words(of(label), 1) || has_more_words(of(label), 5) || !begins_with_capital(of(label))) continue;
    if (of(label).find(',') != std::string_view::npos) continue;
    // "Liam Brown dob 27.8.1998": the surname is no part of the label.
    std::uint32_t word = k - 1;
    while (word > value.begin && !blank(text_[word - 1])) --word;
    if (cues_.names_person(of({word, k})) || cues_.names_person(of(label))) continue;
    if (cues_.all_known(of(label)) && cues_.date_field(cues_.field(of(label)))) return label;
  }
  return {};
}

// "Given name", and "Child 2 DOB", whose last word is a field's.
bool Pass::starred(base::Span label) const {
  if (cues_.field(of(label)) != 0) return true;
  if (label.empty() || has_more_words(of(label), 5) || !cues_.all_known(of(label)) || cues_.names_person(of(label)))
    return false;
  std::uint32_t word = label.end;
  while (word > label.begin && !blank(text_[word - 1])) --word;
  return word > label.begin && cues_.field(of({word, label.end})) != 0;
}

bool Pass::in_bracket(base::Span line, std::uint32_t at) const {
  const std::size_t open = of({line.begin, at}).rfind('(');
  if (open == std::string_view::npos) return false;
  return of({line.begin + static_cast<std::uint32_t>(open), at}).find(')') == std::string_view::npos &&
         of({at, line.end}).find(')') != std::string_view::npos;
}

// "Ethnicity: White and Asian Religion: ...", "DOB: 9 March 2014 Assessment started: ...": what a value before a label
// wants is no part of the label.
base::Span Pass::without_value(base::Span label, base::Span value) const {
  base::Span bare = trimmed(label, text_);
  while (!bare.empty() && text_[bare.end - 1] == ':') --bare.end;
  if (bare.empty() || cues_.lexicon().is_label(of(bare))) return label;
  static constexpr std::array<std::string_view, 7> dangling = {" and", " or", " &", " of", ",", "/", " the"};
  const std::string_view said = of(trimmed(value, text_));
  const bool wants = said.empty() || std::any_of(dangling.begin(), dangling.end(),
                                                 [&](std::string_view end) { return said.ends_with(end); });
  for (std::uint32_t k = bare.begin + 1; k < bare.end; ++k) {
    const base::Span tail{k, bare.end};
    if (!blank(text_[k - 1]) || blank(text_[k]) || !begins_with_capital(of(tail))) continue;
    if (!cues_.lexicon().is_label(of(tail))) continue;
    const bool dated = has_date(of({value.begin, k})) && !has_date(said);
    return wants || dated ? base::Span{k, label.end} : label;
  }
  return label;
}

std::vector<Labelled> Pass::labelled(base::Span at, bool starts_line) const {
  std::vector<Labelled> out;
  at = trimmed(at, text_);
  if (at.empty() || begins_with_quote(of(at))) return out;
  std::vector<base::Span> labels;
  // Bars part the entries of a menu or a row, not labels from values.
  std::string_view whole_line = of(at);
  if (std::count(whole_line.begin(), whole_line.end(), '|') > 1 &&
      std::count(whole_line.begin(), whole_line.end(), ':') < 2) {
    return out;
  }
  std::uint32_t from = at.begin;
  const bool listed = std::count(whole_line.begin(), whole_line.end(), '(') > 1;
  for (std::uint32_t i = at.begin; i < at.end; ++i) {
    if (text_[i] != ':' && text_[i] != '*') continue;
    // "Kay Marsh (DOB: 3/3/2010) and Lee Marsh (DOB: 4/4/2012)" is a list of people.
    if (listed && text_[i] == ':' && in_bracket(at, i)) continue;
    // "Given name* Jordan": the star of a field that must be filled ends its label too.
    bool star = text_[i] == '*' && i > at.begin && i + 1 < at.end && starred(trimmed(base::Span{from, i}, text_));
    while (star && i + 1 < at.end && text_[i + 1] == '*') ++i;
    if ((text_[i] != ':' && !star) || (i + 1 < at.end && !blank(text_[i + 1]))) continue;
    std::uint32_t begin = std::max(from, clause_begin(at, i, text_));
    base::Span whole = trimmed(base::Span{begin, i}, text_);
    while (!whole.empty() && (text_[whole.begin] == '-' || text_[whole.begin] == '*')) {
      whole = trimmed(base::Span{whole.begin + 1, whole.end}, text_);
    }
    if (whole.empty()) continue;
    std::size_t words = word_count(of(whole));
    std::size_t number = 0;
    numbering(of(whole), &number);
    std::string_view bare = of(whole).substr(number);
    bool first = labels.empty();
    bool at_start = whole.begin == at.begin || begin == at.begin;
    base::Span rest = trimmed(base::Span{i + 1, at.end}, text_);
    bool taken = false;
    if (words <= longest_inline_label && begins_with_capital(bare)) {
      bool known = (cues_.field(bare) != 0 && !loose_question(bare)) || (at_start && cues_.section(bare) != 0);
      bool said = (speaks(bare) && cues_.sentences(of(rest))) || cues_.names_body(bare);
      if (known && !said && (at_start || !cues_.has_sentence_word(bare))) {
        labels.push_back({whole.begin, i + 1});
        taken = true;
      } else if (!known && !said && first && at_start && starts_line && words <= longest_unknown_label &&
                 !has_more_words(of(rest), longest_unknown_value) && !rest.empty() && !cues_.sentences(of(rest)) &&
                 !cues_.has_sentence_word(bare) && !has_date(bare)) {
        labels.push_back({whole.begin, i + 1});
        taken = true;
      }
    }
    // "17 Cobden Rise  Date of birth: ...": the label is the end of what stands before the colon.
    if (!taken && !first) {
      base::Span found;
      for (std::uint32_t k = whole.end; k > whole.begin; --k) {
        if (k - 1 != whole.begin && !blank(text_[k - 2])) continue;
        if (of({k - 1, whole.end}).find(',') != std::string_view::npos) break;
        base::Span tail{k - 1, whole.end};
        if (has_more_words(of(tail), 6) || !cues_.all_known(of(tail))) break;
        if (begins_with_capital(of(tail)) && cues_.field(of(tail)) != 0) found = tail;
      }
      if (!found.empty() && found.begin > from) {
        labels.push_back({found.begin, i + 1});
        taken = true;
      }
    }
    if (taken) from = i + 1;
  }
  if (labels.empty() && starts_line) {
    std::string_view line = of(at);
    for (std::string_view dash : {" - ", " \xE2\x80\x93 ", " \xE2\x80\x94 "}) {
      const std::size_t cut = find_apart(line, dash);
      if (cut == std::string_view::npos) continue;
      std::string_view head = line.substr(0, cut);
      if (has_more_words(head, 6) || !begins_with_capital(head) || has_date(head)) continue;
      std::string_view beside = line.substr(cut + dash.size());
      if (speaks(head) && (cues_.sentences(beside) || kind_here() != 0)) continue;
      if (!cues_.known_label(head) || !cues_.all_known(head) || cues_.names_body(head)) continue;
      std::uint32_t end = at.begin + static_cast<std::uint32_t>(cut + dash.size());
      labels.push_back({at.begin, end});
      break;
    }
  }
  if (labels.empty() && starts_line && !has_more_words(of(at), 12)) {
    // A date's label needs no mark: the figures end it.
    std::uint32_t digit = at.begin;
    while (digit < at.end && (text_[digit] < '0' || text_[digit] > '9')) ++digit;
    base::Span head = trimmed(base::Span{at.begin, digit}, text_);
    if (digit < at.end && !head.empty() && has_date(of({digit, at.end})) && begins_with_capital(of(head)) &&
        cues_.date_field(cues_.field(of(head))) && cues_.all_known(of(head)) && !cues_.has_sentence_word(of(head)) &&
        !cues_.names_person(of(head))) {
      labels.push_back(head);
    }
  }
  if (labels.empty()) return out;
  base::Span before = trimmed(base::Span{at.begin, labels.front().begin}, text_);
  if (!before.empty()) {
    if (!has_letter_or_digit(of(before)) || (!has_letter(of(before)) && numbering(of(before)) > 0)) {
      labels.front().begin = at.begin;  // a dash, a star or a number before the label
    } else {
      // One label late in a paragraph is a colon in a sentence.
      if (labels.size() == 1 && has_more_words(of(before), 6)) return out;
      out.push_back({{}, before});
    }
  }
  for (std::size_t k = 1; k < labels.size(); ++k) {
    labels[k] = without_value(labels[k], {labels[k - 1].end, labels[k].begin});
  }
  for (std::size_t k = 0; k < labels.size(); ++k) {
    std::uint32_t end = k + 1 < labels.size() ? labels[k + 1].begin : at.end;
    base::Span label = trimmed(labels[k], text_);
    base::Span value = trimmed(base::Span{label.end, end}, text_);
    while (!value.empty() && text_[value.end - 1] == '|')
      value = trimmed(base::Span{value.begin, value.end - 1}, text_);
    base::Span dated = dated_label(value);
    if (!dated.empty()) {
      out.push_back({label, trimmed(base::Span{value.begin, dated.begin}, text_)});
      out.push_back({dated, trimmed(base::Span{dated.end, value.end}, text_)});
    } else {
      out.push_back({label, value});
    }
  }
  return out;
}

// The label that a stretch ends with behind something else; empty where there is none or the whole may be one.
base::Span Pass::label_at_end(base::Span at) const {
  if (cues_.known_label(of(at)) && !cues_.names_person(of(at))) return {};
  base::Span found;
  for (std::uint32_t k = at.end; k > at.begin + 1; --k) {
    if (!blank(text_[k - 2]) && text_[k - 2] != '.') continue;
    base::Span tail{k - 1, at.end};
    if (has_more_words(of(tail), 5) || !cues_.all_known(of(tail)) || cues_.names_person(of(tail))) break;
    if (cues_.field(of(tail)) != 0 && cues_.known_label(of(tail))) found = tail;
  }
  return found;
}

// "Name ............ Date of birth ______": each leader ends a label; what stands behind it, if it is no label itself,
// is what was written there.
bool Pass::read_leaders(base::Span at, const Origin& origin) {
  std::vector<Labelled> found;
  std::uint32_t from = at.begin;
  for (std::uint32_t i = at.begin; i < at.end;) {
    const auto length = begins_leader(text_[i]) ? static_cast<std::uint32_t>(leader(of({i, at.end}), 0)) : 0u;
    if (length == 0) {
      ++i;
      continue;
    }
    base::Span before = trimmed(base::Span{from, i}, text_);
    if (has_more_words(of(before), longest_leader_label) || (found.empty() && !has_letter(of(before)))) return false;
    // "name ...... Tom Reed date of birth ......": what stands before the next label was written there.
    if (base::Span next = found.empty() ? base::Span{} : label_at_end(before); !next.empty()) {
      found.back().value = trimmed(base::Span{before.begin, next.begin}, text_);
      before = next;
    }
    if (has_letter(of(before)) || has_mark(of(before))) {
      found.push_back({{before.begin, i + length}, {i + length, i + length}});
    } else {
      found.back().label.end = i + length;  // "__/__/____"
    }
    i += length;
    from = i;
  }
  if (found.empty()) return false;
  base::Span rest = trimmed(base::Span{from, at.end}, text_);
  if (has_letter_or_digit(of(rest)) && !cues_.known_label(of(rest)) && !cues_.sentences(of(rest))) {
    found.back().value = rest;
  }
  for (const Labelled& piece : found) answer(piece.label, {piece.value}, false, origin);
  if (rest.empty() || found.back().value == rest) return true;
  if (cues_.sentences(of(rest)) && !cues_.help(of(rest), Place::label, false)) {
    prose(rest, origin);
  } else {
    answer(rest, {}, false, origin);
  }
  return true;
}

// "Date of referral" or "Case number:" on a line of its own, the value on the next; a question, then its answer.
bool Pass::label_then_value(std::size_t item) {
  const Line& line = items_[item].line;
  std::string_view text = of(line.at);
  std::size_t words = word_count(text);
  const Line* next = next_line(item);
  if (next == nullptr || item + 1 >= items_.size() || items_[item + 1].kind != Item::Kind::line) return false;
  std::vector<Labelled> own = labelled(line.at, true);
  if (own.size() > 1 || (own.size() == 1 && !own[0].value.empty())) return false;
  if (next->part != document::Part::body || next->kind == document::BlockKind::heading || begins_with_quote(text)) {
    return false;
  }
  bool question = ends_with_any(text, "?") && sentences_of(line.at, text_).size() == 1;
  // "Could you please drop it in to me by Friday?" in a letter asks its reader for a deed, not for what stands below.
  question = question && !(marked_headings_ == 0 && text.find(" please ") != std::string_view::npos);
  if (question && words <= 25 && (cues_.begins_question(text) || cues_.known_label(text))) {
    if (heads(item + 1) || ends_with_any(of(next->at), "?") || next->bold) return false;
    bool written_as_form = line.bold || numbering(text) > 0 || cues_.known_label(text) || marked_headings_ == 0;
    if (!written_as_form) return false;
    answer(line.at, {next->at}, next->italic, origin_of(line));
    return true;
  }
  bool colon = ends_with_any(text, ":");
  lexicon::FieldId field = cues_.field(text);
  if (words > 8 || (!colon && field == 0) || cues_.has_sentence_word(text)) return false;
  if (!colon && (has_more_words(text, 6) || !cues_.all_known(text))) return false;
  bool short_value = value_follows(item, field);
  bool narrative = colon && field != 0 && cues_.sentences(of(next->at)) && !ends_with_any(of(next->at), ":") &&
                   labelled(next->at, true).empty() && !heads(item + 1);
  if (!short_value && !narrative) return false;
  if (field == 0 && !short_value) return false;
  answer(line.at, {next->at}, next->italic, origin_of(line));
  return true;
}

}  // namespace form
