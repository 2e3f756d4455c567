#include "language/dates.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <deque>
#include <optional>
#include <string>

namespace language {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"january",   "february", "march",    "april",
                                                      "may",       "june",     "july",     "august",
                                                      "september", "october",  "november", "december"};

// 1 to 12 for a month's name or its abbreviation ("sept"), else 0.
int month_of(std::string_view word) {
  if (word.size() < 3) return 0;
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    if (word == kMonths[i] || word == kMonths[i].substr(0, 3)) return static_cast<int>(i) + 1;
  }
  return word == "sept" ? 9 : 0;
}

bool among(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_weekday(std::string_view word) {
  return among(word, {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue",
                      "tues", "wed", "weds", "thu", "thur", "thurs", "fri", "sat", "sun"});
}

// A number of digits only, at most four of them; -1 otherwise.
int digits(std::string_view text) {
  if (text.empty() || text.size() > 4) return -1;
  int value = 0;
  for (char c : text) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

// "3rd" is 3; -1 for what is no ordinal.
int ordinal(std::string_view text) {
  if (text.size() < 3 || text.size() > 4) return -1;
  const std::string_view tail = text.substr(text.size() - 2);
  if (!among(tail, {"st", "nd", "rd", "th"})) return -1;
  return digits(text.substr(0, text.size() - 2));
}

constexpr std::array<std::string_view, 19> kOrdinals = {
    "first",     "second",    "third",       "fourth",     "fifth",     "sixth",      "seventh",
    "eighth",    "ninth",     "tenth",       "eleventh",   "twelfth",   "thirteenth", "fourteenth",
    "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"};

// 1 to 19 for an ordinal written as a word, else 0.
int ordinal_word(std::string_view word) {
  const auto place = std::find(kOrdinals.begin(), kOrdinals.end(), word);
  return place == kOrdinals.end() ? 0 : static_cast<int>(place - kOrdinals.begin()) + 1;
}

constexpr std::size_t custom = 3;  // days without a year that show how somebody writes them

bool is_year(int value, std::size_t length) {
  return length == 4 && value >= 1880 && value <= 2199;
}

class Finder {
 public:
  Finder(std::string_view text, const lexicon::Scan& scan) : text_(text), tokens_(scan.tokens) {
    folded_.reserve(tokens_.size());
    for (const lexicon::Token& token : tokens_) {
      std::string room;
      const std::string_view word = lexicon::folded_in(token.at.of(text), room);
      folded_.push_back(room.empty() ? word : std::string_view(changed_.emplace_back(std::move(room))));
    }
  }

  std::vector<WrittenDate> run() {
    for (std::size_t i = 0; i < tokens_.size();) i = std::max(i + 1, at(i));
    if (sure_ < custom || left_ == 0) return std::move(found_);
    // The writer gives days without a year: what may be one is.
    by_custom_ = true;
    found_.clear();
    for (std::size_t i = 0; i < tokens_.size();) i = std::max(i + 1, at(i));
    return std::move(found_);
  }

 private:
  bool has(std::size_t i) const { return i < tokens_.size(); }
  bool same_line(std::size_t i) const { return has(i) && !tokens_[i].line_start; }
  std::string_view word(std::size_t i) const { return has(i) ? folded_[i] : std::string_view(); }
  std::string_view before(std::size_t i) const {
    return i > 0 && !tokens_[i].line_start ? word(i - 1) : std::string_view();
  }
  std::uint32_t end_of(std::size_t last) const { return tokens_[last].at.end; }

  // Finds what begins at token i; the token after it, or i where nothing does.
  std::size_t at(std::size_t i) {
    const lexicon::Token& token = tokens_[i];
    if (token.kind == lexicon::TokenKind::number) {
      if (std::size_t next = iso(i); next > i) return next;
      if (std::size_t next = separated(i); next > i) return next;
      if (std::size_t next = dotted(i); next > i) return next;
      if (std::size_t next = dotted_without_year(i); next > i) return next;
      if (std::size_t next = day_month(i); next > i) return next;
      return lone_ordinal(i);
    }
    if (token.kind != lexicon::TokenKind::word) return i;
    if (std::size_t next = in_words(i); next > i) return next;
    return month_first(i);
  }

  // The day that words name at token i, "eighth", "twenty first", "thirtieth", and the token behind it.
  int day_in_words(std::size_t i, std::size_t& behind) const {
    behind = i + 1;
    if (const int day = ordinal_word(word(i)); day > 0) return day;
    if (word(i) == "twentieth" || word(i) == "thirtieth") return word(i) == "twentieth" ? 20 : 30;
    const int tens = word(i) == "twenty" ? 20 : word(i) == "thirty" ? 30 : 0;
    const int ones = tens > 0 && same_line(i + 1) ? ordinal_word(word(i + 1)) : 0;
    behind = i + 2;
    return ones > 0 && ones < 10 && tens + ones <= 31 ? tens + ones : 0;
  }

  // "The eighth of November", "Monday twenty-first", "on the sixteenth"; not "the first of many", "a third".
  std::size_t in_words(std::size_t i) {
    std::size_t next = i;
    const int day = day_in_words(i, next);
    if (day == 0) return i;
    const bool of = word(next) == "of" && same_line(next);
    const std::size_t month = of ? next + 1 : next;
    if (same_line(month) && month_of(word(month)) > 0 && (of || is_month(month)) && !is_street(month + 1)) {
      std::size_t end = month + 1;
      const auto [year, is_short] = year_at(end);
      keep(i, end - 1, {{}, year, month_of(word(month)), day, is_short, false});
      return end;
    }
    constexpr int least = 4;  // "on the second", "Monday first" may be no days
    const bool the = before(i) == "the" && i > 1;
    const bool weekday = is_weekday(the ? before(i - 1) : before(i));
    const bool asked = the && among(before(i - 1), {"on", "by", "since", "until", "till", "from", "before", "after"});
    if (of || (!(weekday && (the || day >= least)) && !(asked && day >= least))) return i;
    // "By the fifth visit", "on the seventh floor"
    if (!weekday && same_line(next) && tokens_[next].kind == lexicon::TokenKind::word && !goes_on(next)) return i;
    keep(i, next - 1, {{}, 0, 0, day, false, false});
    return next;
  }

  // What may stand right behind a day that is told by its number alone.
  bool goes_on(std::size_t i) const {
    return among(word(i),
                 {"and",  "to", "for", "at",      "when",  "in",  "with",  "by",  "so",   "he",    "she",   "they",
                  "i",    "we", "but", "because", "until", "or",  "from",  "was", "were", "about", "after", "before",
                  "that", "if", "as",  "unless",  "on",    "who", "which", "had", "has",  "is"});
  }

  void keep(std::size_t first, std::size_t last, WrittenDate date) {
    date.at = {tokens_[first].at.begin, end_of(last)};
    date.week = week_before(first);
    found_.push_back(date);
  }

  // "w/c 5 May", "week commencing", "week beginning Monday", "the week of".
  bool week_before(std::size_t first) const {
    std::size_t i = first;
    if (i > 0 && is_weekday(word(i - 1))) --i;
    if (i > 0 && among(word(i - 1), {"the"})) --i;
    if (i >= 3 && among(word(i - 1), {"c", "b"}) && word(i - 2) == "/" && word(i - 3) == "w") return true;
    return i >= 2 && among(word(i - 1), {"commencing", "beginning", "of", "starting"}) && word(i - 2) == "week";
  }

  std::size_t iso(std::size_t i) {
    const int year = digits(word(i));
    if (!is_year(year, word(i).size()) || !same_line(i + 2) || !tokens_[i + 1].joined || !tokens_[i + 2].joined)
      return i;
    const int month = word(i + 1).size() == 2 ? digits(word(i + 1)) : -1;
    std::string_view last = word(i + 2);
    if (last.size() > 2 && last[2] == 't') last = last.substr(0, 2);  // a time of day follows
    const int day = last.size() == 2 ? digits(last) : -1;
    if (month < 0 || day < 0) return i;
    keep(i, i + 2, {{}, year, month, day, false, false});
    return i + 3;
  }

  // No blank stands before the token: "Kay Marsh - 12/5/2006" has one, "4/12/5" doesn't.
  bool touches(std::size_t i) const { return i > 0 && tokens_[i - 1].at.end == tokens_[i].at.begin; }

  // "03/03/10", "03-03-2010", "3/11".
  std::size_t separated(std::size_t i) {
    const int day = digits(word(i));
    if (day < 0 || word(i).size() > 2 || tokens_[i].joined || (among(before(i), {"/", "-"}) && touches(i))) return i;
    const bool hyphens = same_line(i + 1) && tokens_[i + 1].joined;
    std::size_t second = hyphens ? i + 1 : i + 2;
    if (!hyphens && (!same_line(i + 2) || word(i + 1) != "/")) return i;
    const int month = digits(word(second));
    if (month < 0 || word(second).size() > 2) return i;
    const bool more = hyphens ? same_line(second + 1) && tokens_[second + 1].joined
                              : same_line(second + 2) && word(second + 1) == "/";
    if (!more) return hyphens ? i : without_year(i, day, second, month);
    const std::size_t third = hyphens ? second + 1 : second + 2;
    const int year = digits(word(third));
    if (year < 0 || (word(third).size() != 2 && !is_year(year, word(third).size()))) return i;
    keep(i, third, {{}, year, month, day, word(third).size() == 2, false});
    return third + 1;
  }

  // "28/10" is a date, "20/40", "4/10" and "1/2" are not: the month needs its zero, or the day must be too large for
  // a score, or a word before must ask for a date.
  std::size_t without_year(std::size_t i, int day, std::size_t second, int month) {
    if (day < 1 || day > 31 || month < 1 || month > 12) return i;
    const bool zero = word(second)[0] == '0' || word(i)[0] == '0';
    const bool asked = among(before(i), {"on",     "by",   "from", "until",  "since",   "before", "till",  "dated",
                                         "report", "tel",  "call", "called", "letter",  "email",  "phone", "visit",
                                         "after",  "rang", "seen", "met",    "visited", "h/v",    "hv"}) ||
                       is_weekday(before(i)) || noted(i);
    const bool large = day > month && day > 12;
    if (!zero && !asked && !large && !opens_entry(i, day, second, month) && !lists_days(i, second)) {
      ++left_;
      if (!by_custom_ || !may_be_day(i, day, second, month)) return i;
    }
    if (same_line(second + 1) && word(second + 1) == "%") return i;
    if (large) ++sure_;
    keep(i, second, {{}, 0, month, day, false, false});
    return second + 1;
  }

  // "Rang Mr Dunn 4/6", "outcome letter to school 4/6", "discussed with Ann (ATM) 4/6": whom it was with stands
  // between.
  bool contact_before(std::size_t i) const {
    constexpr std::size_t reach = 7;
    const int day = digits(word(i)), month = digits(word(i + 2));
    if (month == 10 || day == month || (day < month && (month <= 5 || day == 1))) return false;
    const bool closes = !same_line(i + 3) || tokens_[i + 3].kind == lexicon::TokenKind::punctuation ||
                        among(word(i + 3), {"to", "and", "that", "re", "about", "who", "she", "he", "they", "said"});
    if (!closes) return false;
    for (std::size_t k = i, steps = 0; k > 0 && steps < reach && !tokens_[k].line_start; ++steps) {
      --k;
      if (among(word(k),
                {"rang", "rung",  "phoned",  "called",   "emailed", "wrote",     "letter",     "email",    "spoke",
                 "met",  "saw",   "visited", "visit",    "signed",  "discussed", "ref",        "referred", "informed",
                 "told", "sent",  "copy",    "agreed",   "seen",    "report",    "call",       "texted",   "tel",
                 "fax",  "faxed", "phone",   "reviewed", "read",    "approved",  "authorised", "checked",  "text"}))
        return true;
      if (among(word(k), {",", ".", ";", ":", "of", "in"})) return false;
      if (tokens_[k].kind == lexicon::TokenKind::number) return false;
    }
    return false;
  }

  // "8/3" among other days: no score ("7/10", "4/5"), and nothing that is counted ("6/8 sessions").
  bool may_be_day(std::size_t i, int day, std::size_t second, int month) const {
    if (month == 10 || (day <= month && month <= 6)) return false;
    if (among(before(i), {"attended", "kept", "made", "missed", "scored", "score", "out", "got", "passed", "a", "x"}))
      return false;
    return !same_line(second + 1) ||
           !among(word(second + 1),
                  {"of",       "in",     "sessions", "appointments", "times",    "days",      "lessons",
                   "nights",   "weeks",  "visits",   "groups",       "meetings", "questions", "items",
                   "contacts", "months", "hours",    "term",         "scan",     "centile"});
  }

  // "Copy sent 4/8", "informed by phone, 2/4": behind what was done, or how, as notes have it.
  bool noted(std::size_t i) const {
    const bool mark = among(before(i), {",", "(", "-", ":"});
    const std::string_view what = mark && i > 1 ? before(i - 1) : before(i);
    if (among(what, {"phone", "telephone", "letter", "email", "tel", "call", "visit", "text", "fax", "voicemail",
                     "post", "message"}))
      return true;
    if (!mark && contact_before(i)) return true;
    // "DEB 3/6 - agreed": who wrote the note, and when.
    const std::size_t end = i + 3;
    if (i > 0 && tokens_[i - 1].line_start && tokens_[i - 1].capital && word(i + 1) == "/" && same_line(end) &&
        among(word(end), {"-", "–", "—", ":"}))
      return true;
    return !mark &&
           among(what,
                 {"sent",      "informed", "told",      "signed",    "agreed",    "dictated", "typed",    "received",
                  "recd",      "rec'd",    "wrote",     "written",   "spoke",     "emailed",  "phoned",   "posted",
                  "faxed",     "texted",   "contacted", "consented", "chased",    "notified", "updated",  "discharged",
                  "completed", "finished", "closed",    "started",   "opened",    "referred", "reviewed", "authorised",
                  "approved",  "replied",  "answered",  "asked",     "requested", "made"});
  }

  // "2/5 school visit": the day of a note's entry, at the start of its line and before a word; no "1/2 term".
  bool opens_entry(std::size_t i, int day, std::size_t second, int month) const {
    if (day < month && month <= 4) return false;
    return tokens_[i].line_start && same_line(second + 1) && tokens_[second + 1].kind == lexicon::TokenKind::word &&
           tokens_[second + 1].at.begin > tokens_[second].at.end &&
           !among(word(second + 1), {"of", "in", "out", "a", "an"});
  }

  // "2/3 (with carer), 9/3, 21/3": in a list of which one is surely a day the others are days too.
  bool lists_days(std::size_t i, std::size_t second) const {
    constexpr std::size_t between = 6;  // tokens: a comma and a remark
    constexpr std::uint32_t room = 24;  // bytes behind the day before
    if (!found_.empty() && found_.back().year == 0 && before(i) == "," &&
        tokens_[i - 1].at.begin - found_.back().at.end <= room)
      return true;
    std::size_t from = second;
    for (std::size_t k = second + 1; same_line(k + 2) && k - from <= between; ++k) {
      const int day = digits(word(k)), month = digits(word(k + 2));
      if (word(k + 1) != "/" || day < 1 || day > 31 || month < 1 || month > 12 || word(k).size() > 2) continue;
      if (!among(word(k - 1), {",", "and", "&"})) return false;
      if (day > 12 || word(k)[0] == '0' || word(k + 2)[0] == '0') return true;
      from = k + 2;
    }
    return false;
  }

  // "14.09.2020", "3.3.10": one token.
  std::size_t dotted(std::size_t i) {
    const std::string_view all = word(i);
    const std::size_t one = all.find('.');
    const std::size_t two = one == std::string_view::npos ? one : all.find('.', one + 1);
    if (two == std::string_view::npos || all.find('.', two + 1) != std::string_view::npos) return i;
    const std::string_view last = all.substr(two + 1);
    const int day = one <= 2 ? digits(all.substr(0, one)) : -1;
    const int month = two - one - 1 <= 2 ? digits(all.substr(one + 1, two - one - 1)) : -1;
    const int year = digits(last);
    if (day < 0 || month < 0 || year < 0 || (last.size() != 2 && !is_year(year, last.size()))) return i;
    keep(i, i, {{}, year, month, day, last.size() == 2, false});
    return i + 1;
  }

  // "24.04 home", "seen 16.02", "on 23.09 and 07.10": two digits each at the start of an entry, behind a word that asks
  // for a date, or behind another date; "10.10 am" and "12.05 to 12.40" are times.
  std::size_t dotted_without_year(std::size_t i) {
    const std::string_view all = word(i);
    if (all.size() != 5 || all[2] != '.') return i;
    const int day = digits(all.substr(0, 2)), month = digits(all.substr(3));
    if (day < 1 || day > 31 || month < 1 || month > 12) return i;
    if (same_line(i + 1) && (among(word(i + 1), {"am", "pm", "a.m", "p.m", "hrs", "hours", "hr", "to", "till", "until",
                                                 "%", "kg", "cm", "m", "miles", "degrees", "mg", "ml"}) ||
                             tokens_[i + 1].joined))
      return i;
    const bool dash =
        same_line(i + 2) && among(word(i + 1), {"-", "–", "—"}) && tokens_[i + 2].kind == lexicon::TokenKind::number;
    if (dash) return i;
    const bool opens = tokens_[i].line_start || i == 0 ||
                       (among(before(i), {"-", "*", "•", "–"}) && (i < 2 || tokens_[i - 1].line_start)) ||
                       among(before(i), {".", ";"});
    const bool asked = among(before(i), {"on", "seen", "dated", "visit", "visits", "visited", "met", "ref", "call",
                                         "letter", "email", "report", "since", "from", "of", "h/v", "hv"});
    const bool listed = !found_.empty() && among(before(i), {",", "and", "&"}) && i >= 2 &&
                        found_.back().at.end == end_of(i - 2) && found_.back().year == 0;
    if (!opens && !asked && !listed) return i;
    keep(i, i, {{}, 0, month, day, false, false});
    return i + 1;
  }

  // A year at token i, plain or as "'10"; moves past it.
  std::pair<int, bool> year_at(std::size_t& i) const {
    std::size_t j = i;
    if (same_line(j) && word(j) == ",") ++j;
    if (same_line(j) && tokens_[j].kind == lexicon::TokenKind::number) {
      const int value = digits(word(j));
      if (is_year(value, word(j).size())) {
        i = j + 1;
        return {value, false};
      }
      // "3 Mar 10" but not "3 March 10.30am" or "3 March, 10 o'clock"
      const bool followed = same_line(j + 1) && (tokens_[j + 1].kind == lexicon::TokenKind::word || word(j + 1) == ":");
      const bool parts = tokens_[j].joined && j > 0 && tokens_[j - 1].joined;  // "12-APR-10"
      if (j == i && word(j).size() == 2 && value >= 0 && !followed && (!tokens_[j].joined || parts)) {
        i = j + 1;
        return {value, true};
      }
    }
    return {0, false};
  }

  bool is_month(std::size_t i) const {
    if (!same_line(i) || month_of(word(i)) == 0) return false;
    // "4 may 2005"
    const bool year = same_line(i + 1) && is_year(digits(word(i + 1)), word(i + 1).size());
    return tokens_[i].capital || year || !among(word(i), {"may", "march", "mar", "jan", "dec"});
  }

  bool is_street(std::size_t i) const {
    return same_line(i) && among(word(i), {"street", "road", "lane", "avenue", "close", "drive", "court", "terrace",
                                           "crescent", "gardens", "grove", "place", "st", "rd"});
  }

  // "3 March 2010", "3rd of March", "14 and 15 March", "29-31 August".
  std::size_t day_month(std::size_t i) {
    std::vector<std::size_t> days;
    std::size_t j = i;
    while (same_line(j) || j == i) {
      if (!has(j) || tokens_[j].kind != lexicon::TokenKind::number) return i;
      const int day = ordinal(word(j)) > 0 ? ordinal(word(j)) : digits(word(j));
      if (day < 1 || day > 39 || word(j).size() > 4) return i;
      days.push_back(j++);
      if (days.size() > 4) return i;
      if (is_month(j)) break;
      if (same_line(j + 1) && word(j) == "of" && is_month(j + 1)) {
        ++j;
        break;
      }
      if (same_line(j) && tokens_[j].joined) continue;
      if (same_line(j) && (among(word(j), {"and", "&", "to", "or", ",", "-", "–", "—"}))) ++j;
    }
    if (!is_month(j) || is_street(j + 1)) return i;
    const int month = month_of(word(j));
    std::size_t next = j + 1;
    const auto [year, is_short] = year_at(next);
    for (std::size_t k = 0; k < days.size(); ++k) {
      const std::size_t first = days[k];
      const std::size_t last = k + 1 == days.size() ? next - 1 : first;
      const int day = ordinal(word(first)) > 0 ? ordinal(word(first)) : digits(word(first));
      keep(first, last, {{}, year, month, day, is_short, false});
    }
    return next;
  }

  // "March 3rd 2010", "March 3, 2010", "March 2010", and "in March".
  std::size_t month_first(std::size_t i) {
    if (month_of(word(i)) == 0 ||
        (!tokens_[i].capital && month_of(word(i)) != 0 && among(word(i), {"may", "march", "mar", "dec", "jan"})))
      return i;
    const int month = month_of(word(i));
    std::size_t next = i + 1;
    if (same_line(next) && tokens_[next].kind == lexicon::TokenKind::number) {
      const int day = ordinal(word(next)) > 0 ? ordinal(word(next)) : word(next).size() <= 2 ? digits(word(next)) : -1;
      if (day >= 1 && day <= 39 && !(same_line(next + 1) && word(next + 1) == ":")) {
        ++next;
        const auto [year, is_short] = year_at(next);
        keep(i, next - 1, {{}, year, month, day, is_short, false});
        return next;
      }
      const int year = digits(word(next));
      if (is_year(year, word(next).size())) {
        keep(i, next, {{}, year, month, 0, false, false});
        return next + 1;
      }
    }
    if (tokens_[i].capital && among(before(i), {"in", "since", "by", "until", "till", "from", "during", "last", "early",
                                                "late", "mid", "of", "before", "after", "next", "end", "to"})) {
      keep(i, i, {{}, 0, month, 0, false, false});
      return i + 1;
    }
    return i;
  }

  // "the 16th", "Saturday 7th", "Monday 25": not "the 9th centile".
  std::size_t lone_ordinal(std::size_t i) {
    const bool weekday = is_weekday(before(i));
    const int day = ordinal(word(i)) > 0 ? ordinal(word(i)) : weekday && word(i).size() <= 2 ? digits(word(i)) : -1;
    if (day < 1 || day > 31) return i;
    if (!weekday && before(i) != "the") return i;
    if (same_line(i + 1) && tokens_[i + 1].kind == lexicon::TokenKind::word) {
      if (!goes_on(i + 1)) return i;
    } else if (same_line(i + 1) && among(word(i + 1), {"%", "/", ":"})) {
      return i;
    }
    keep(i, i, {{}, 0, 0, day, false, false});
    return i + 1;
  }

  std::string_view text_;
  const std::vector<lexicon::Token>& tokens_;
  std::vector<std::string_view> folded_;
  std::deque<std::string> changed_;  // folded words that are not as the text has them
  std::vector<WrittenDate> found_;
  std::size_t sure_ = 0;    // days like "24/6", which are nothing else
  std::size_t left_ = 0;    // "8/3", which may be one
  bool by_custom_ = false;  // the second time over
};

int full_year(const WrittenDate& date, Day record_day) {
  if (!date.short_year) return date.year;
  // A little ahead of the record is a plan; further ahead is a birthday of the century before.
  const int latest = record_day == no_day ? 2040 : parts_of(record_day).year + 5;
  return 2000 + date.year <= latest ? 2000 + date.year : 1900 + date.year;
}

constexpr Day half_a_year = 183;

// The nearest day of the month and day to the record's day, of those within reach.
Day nearest(int month, int day, Day record_day, Reach reach) {
  const int year = parts_of(record_day).year;
  if (reach == Reach::around) {
    for (int there : {year, year + 1, year - 1}) {
      const Day candidate = day_of(there, month, day);
      if (candidate != no_day && std::abs(candidate - record_day) <= half_a_year) return candidate;
    }
  }
  const bool ahead = reach == Reach::ahead;
  for (int step = 0; step <= 8; ++step) {
    const Day candidate = day_of(ahead ? year + step : year - step, month, day);
    if (candidate != no_day && (ahead ? candidate >= record_day : candidate <= record_day)) return candidate;
  }
  return no_day;
}

}  // namespace

std::vector<WrittenDate> written_dates(std::string_view text, const lexicon::Scan& scan) {
  return Finder(text, scan).run();
}

Day full_day(const WrittenDate& date, Day record_day) {
  if (date.year == 0 && !date.short_year) return no_day;
  if (date.month == 0 || date.day == 0) return no_day;
  return day_of(full_year(date, record_day), date.month, date.day);
}

Date resolved(const WrittenDate& date, Day record_day, Day earlier, Reach reach) {
  Date out;
  out.at = date.at;
  out.week = date.week;
  out.has_day = date.day != 0;
  out.has_year = date.year != 0 || date.short_year;
  if (out.has_year) {
    out.day = day_of(full_year(date, record_day), date.month, out.has_day ? date.day : 1);
    out.impossible = out.day == no_day;
    return out;
  }
  if (date.month != 0) {
    // A leap year allows every day that some year allows.
    out.impossible = day_of(2000, date.month, out.has_day ? date.day : 1) == no_day;
    if (!out.impossible && record_day != no_day) {
      out.day = nearest(date.month, out.has_day ? date.day : 1, record_day, reach);
    }
    return out;
  }
  const bool ahead = reach == Reach::ahead;
  const Day near = earlier != no_day ? earlier : record_day;
  if (near == no_day) return out;
  YearMonthDay parts = parts_of(near);
  for (int step = 0; step < 3 && out.day == no_day; ++step) {
    const Day candidate = day_of(parts.year, parts.month, date.day);
    const bool fits = ahead ? candidate >= near : earlier != no_day || candidate <= near;
    if (candidate != no_day && fits) out.day = candidate;
    parts.month += ahead ? 1 : -1;
    if (parts.month == 13) parts = {parts.year + 1, 1, 1};
    if (parts.month == 0) parts = {parts.year - 1, 12, 1};
  }
  return out;
}

}  // namespace language
