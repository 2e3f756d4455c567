#include "pseudonyms/marks.h"

#include <algorithm>
#include <array>
#include <cassert>

#include "base/utf8.h"
#include "lexicon/pattern.h"

namespace pseudonyms {
namespace {

using lexicon::Pattern;

#define AUDITOR_DATE                                                                             \
  "(?:\\b\\d{1,2}\\s?[/.-]\\s?\\d{1,2}\\s?[/"                                                    \
  ".-]\\s?(?:\\d{4}|\\d{2})\\b|\\b\\d{4}-\\d{2}-\\d{2}\\b|\\b\\d{1,2}(?:st|nd|rd|th)?(?: of)?[ " \
  "-](?:jan|feb|mar|apr|may|"                                                                    \
  "jun|jul|aug|sep|oct|nov|dec)[a-z]*[ ,\\x{A0}-]{1,2}(?:\\d{4}|\\d{2})\\b)"

Pattern pattern(const char* written, bool exact_case = true) {
  auto made = Pattern::compile(written, exact_case);
  assert(made.ok());
  return std::move(made).value();
}

std::string digits(std::string_view text) {
  std::string out;
  std::copy_if(text.begin(), text.end(), std::back_inserter(out), [](char c) { return c >= '0' && c <= '9'; });
  return out;
}

// Letters and digits alone, in small letters.
std::string bare(std::string_view text) {
  std::string out;
  for (char c : base::fold_case(text)) {
    if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c & 0x80) != 0) out += c;
  }
  return out;
}

// The check digit of an NHS number, modulo 11.
bool is_nhs_number(const std::string& number) {
  if (number.size() != 10) return false;
  int sum = 0;
  for (std::size_t i = 0; i < 9; ++i) sum += (number[i] - '0') * (10 - static_cast<int>(i));
  const int check = (11 - sum % 11) % 11;
  return check != 10 && check == number[9] - '0';
}

struct Shape {
  What what;
  Pattern pattern;
};

// The earlier shape wins where two overlap.
const std::vector<Shape>& shapes() {
  static const std::vector<Shape> all = [] {
    std::vector<Shape> out;
    out.push_back({What::email, pattern("[\\w.+'-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+")});
    out.push_back({What::web, pattern("(?:https?://|www\\.)[^\\s<>\"”)]+[^\\s<>\"”).,;:]", false)});
    out.push_back({What::account, pattern("(?<![\\w.])@[A-Za-z_][\\w.]{2,}")});
    out.push_back({What::postcode, pattern("\\b(?:[A-Z]{1,2}\\d[A-Z\\d]?)\\s{0,2}\\d[ABD-HJLNP-UW-Z]{2}\\b")});
    out.push_back(
        {What::insurance, pattern("\\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\\s?\\d{2}\\s?\\d{2}\\s?\\d{2}\\s?[A-D]\\b")});
    out.push_back({What::nhs_number,
                   pattern("nhs\\W{0,2}\\s?(?:no\\.?|number|num|id)?[\\s:#-]{0,4}\\K\\d[\\d -]{7,11}\\d\\b", false)});
    out.push_back({What::upn, pattern("\\b[A-HJ-NP-RT-Z]\\d{11,12}[0-9A-Z]\\b")});
    out.push_back({What::phone, pattern("(?<![\\d/"
                                        ".-])(?:\\+\\d{2}[\\s-]?(?:\\(0\\))?|\\(?0)(?:[\\s\\x{A0}\\x{2010}-\\x{2014}()."
                                        "-]{0,2}\\d){9,11}(?!\\d)")});
    out.push_back({What::phone, pattern("\\b(?:tel|telephone|phone|mobile|mob|landline|contact "
                                        "number|ext|extension|fax)\\b[^\\d\\n]{0,12}\\K\\d[\\d -]{3,12}\\d\\b(?!/)",
                                        false)});
    out.push_back({What::phone, pattern("(?<![\\d/.,-])\\b[2-9]\\d{2}[ -]\\d{4}\\b(?![\\d/.,-])")});
    out.push_back({What::nhs_number, pattern("(?<![\\d-])\\d{3}[ -]?\\d{3}[ -]?\\d{4}(?![\\d-])")});
    out.push_back({What::registration, pattern("\\b[A-HJ-PR-Y]{2}\\d{2}\\s[A-HJ-PR-Z]{3}\\b")});
    out.push_back(
        {What::reference,
         pattern(
             "\\b(?:case|client|person|system|ics|lcs|mosaic|liquid "
             "?logic|carefirst|swift|protocol|crn|urn|uprn|file|record|"
             "crime|incident|occurrence|police|log|court|hospital|patient|pupil|service user|family|child(?:'s|’s)?|"
             "ref(?:erence)?|id)\\W{0,3}(?:(?:case|crime|client|person|ref(?:erence)?|record|log|file)\\W{0,2})?(?:"
             "no\\.?|num(?:ber)?|id|ref(?:erence)?"
             "(?: (?:no\\.?|number))?|identifier)?\\s?[:#.\\t-]{0,3}\\s{0,2}\\K(?![\\d]{1,2}[/.-]\\d{1,2}[/.-]\\d)"
             "(?=[A-Z0-9/-]*\\d{3})[A-Z]{0,6}[-/]?\\d[A-Z0-9/-]{3,}\\b",
             false)});
    out.push_back({What::reference, pattern("\\b(?=[A-Z]+(?:[-/]*\\d){4})[A-Z]{1,4}(?:[-/]\\d{1,6})+\\b")});
    out.push_back({What::reference, pattern("\\b[A-Z]{1,5}[-/ ]?\\d{5,}(?:[-/]\\d+)?\\b")});
    out.push_back({What::reference, pattern("(?<![\\d£$,./-])\\b\\d{6,}\\b(?![,./-]\\d)")});
    return out;
  }();
  return all;
}

const Pattern& any_date() {
  static const Pattern dates = pattern(AUDITOR_DATE, false);
  return dates;
}

const Pattern& birth_date() {
  static const Pattern dates = pattern(
      "(?:\\bd\\.?\\s?o\\.?\\s?bs?\\b\\.?|\\bdates? of birth|\\bbirth ?date|\\bborn(?: "
      "on)?|\\bbirthday)[^\\d\\n]{0,14}\\K" AUDITOR_DATE "|" AUDITOR_DATE
      "(?=\\s?\\(?(?:d\\.?o\\.?b\\b|date of birth))",
      false);
  return dates;
}

// Between two dates of a list: signs that part them, and a name at most.
bool listed(std::string_view between) {
  static const Pattern part = pattern("\\A[\\s/;,&]{1,3}(?:\\p{Lu}[\\p{L}'\\x{2019}-]{1,15}:?\\s)?\\z");
  return between.size() < 24 && !part.find_all(between).empty();
}

bool public_address(const std::string& address) {
  return address.find(".gov.uk") != std::string::npos || address.find("nhs.uk") != std::string::npos ||
         address.find("nspcc.org") != std::string::npos;
}

}  // namespace

const char* name_of(What what) {
  static constexpr std::array<const char*, 20> names = {
      "Address",    "Street",       "School",           "Nursery",      "Surgery",
      "Hospital",   "Church",       "Centre",           "Place",        "postcode",
      "phone",      "e-mail",       "web address",      "account",      "date of birth",
      "NHS number", "pupil number", "insurance number", "registration", "reference"};
  return names[static_cast<std::size_t>(what)];
}

bool in_brackets(What what) {
  return what > What::place;
}

std::string date_of(std::string_view text) {
  std::vector<int> numbers;
  int month = 0;
  static constexpr std::array<std::string_view, 12> months = {"jan", "feb", "mar", "apr", "may", "jun",
                                                              "jul", "aug", "sep", "oct", "nov", "dec"};
  const std::string folded = base::fold_case(text);
  for (std::size_t i = 0; i < folded.size();) {
    if (folded[i] >= '0' && folded[i] <= '9') {
      int value = 0;
      for (; i < folded.size() && folded[i] >= '0' && folded[i] <= '9' && value < 100'000; ++i)
        value = value * 10 + (folded[i] - '0');
      numbers.push_back(value);
      continue;
    }
    for (std::size_t m = 0; m < months.size() && month == 0; ++m) {
      if (folded.compare(i, 3, months[m]) == 0) month = static_cast<int>(m) + 1;
    }
    ++i;
  }
  int day = 0, year = 0;
  if (month != 0 && numbers.size() == 2) {
    day = numbers[0];
    year = numbers[1];
  } else if (month == 0 && numbers.size() == 3) {
    const bool iso = numbers[0] > 31;
    day = numbers[iso ? 2 : 0];
    month = numbers[1];
    year = numbers[iso ? 0 : 2];
  }
  if (day < 1 || day > 31 || month < 1 || month > 12) return "";
  if (year < 100) year += year > 40 ? 1900 : 2000;
  if (year < 1900 || year > 2100) return "";
  const auto two = [](int n) { return std::string(n < 10 ? "0" : "") + std::to_string(n); };
  return std::to_string(year) + "-" + two(month) + "-" + two(day);
}

std::set<std::string> births_in(std::string_view text) {
  std::set<std::string> out;
  for (base::Span at : birth_date().find_all(text)) {
    if (std::string day = date_of(at.of(text)); !day.empty()) out.insert(std::move(day));
  }
  // "Dates of birth 30.08.2000 / Tom 17.01.2004": what follows another one closely is one too.
  base::Span last{};
  for (base::Span at : any_date().find_all(text)) {
    const std::string day = date_of(at.of(text));
    if (last.end > 0 && at.begin > last.end && listed(base::Span{last.end, at.begin}.of(text)) && !day.empty())
      out.insert(day);
    last = out.contains(day) ? at : base::Span{};
  }
  return out;
}

base::Span date_at(std::string_view text, std::uint32_t from) {
  for (base::Span at : any_date().find_all(text.substr(from, 24))) {
    if (at.begin == 0) return {from, from + at.end};
  }
  return {};
}

std::vector<Mark> marks_in(std::string_view text, const std::set<std::string>& births) {
  std::vector<Mark> out;
  const auto add = [&](Mark mark) {
    const bool free = std::none_of(out.begin(), out.end(), [&](const Mark& m) { return m.at.overlaps(mark.at); });
    if (free && !mark.at.empty()) out.push_back(std::move(mark));
  };
  for (base::Span at : any_date().find_all(text)) {
    if (const std::string day = date_of(at.of(text)); births.contains(day)) add({at, What::birth, day});
  }
  for (Mark& place : places_in(text)) add(std::move(place));
  for (const Shape& shape : shapes()) {
    for (base::Span at : shape.pattern.find_all(text)) {
      const std::string_view found = at.of(text);
      std::string same = bare(found);
      const std::string number = digits(found);
      if (shape.what == What::nhs_number && number.size() == 10 && same == number && !is_nhs_number(number) &&
          shape.pattern.written().find("nhs") == std::string::npos)
        continue;
      if (shape.what == What::nhs_number && number.size() < 9) continue;
      if (shape.what == What::web && public_address(std::string(found))) continue;
      if (shape.what == What::phone) same = number.starts_with("44") ? "0" + number.substr(2) : number;
      if (shape.what == What::reference && !date_of(found).empty()) continue;
      add({at, shape.what, std::move(same)});
    }
  }
  std::sort(out.begin(), out.end(), [](const Mark& a, const Mark& b) { return a.at.begin < b.at.begin; });
  return out;
}

}  // namespace pseudonyms
