#include "language/names.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "language/names_words.h"

namespace language {
namespace {

constexpr std::array<std::string_view, 27> kTitles = {
    "mr",  "mrs", "ms",   "miss", "dr",  "prof", "professor", "rev", "sir",    "lady",  "pc",   "dc",     "ds",   "di",
    "wpc", "sgt", "insp", "ps",   "dci", "pcso", "cllr",      "mx",  "master", "judge", "imam", "pastor", "nurse"};

std::string shown(std::string_view text) {
  std::string out = base::on_one_line(text);
  return out;
}

// "DELANEY" as people write it: "Delaney".
std::string eased(std::string_view text) {
  std::string out(text);
  if (!in_capitals(text)) return out;
  for (std::size_t i = 1; i < out.size(); ++i) {
    if (out[i - 1] != '\'' && out[i] >= 'A' && out[i] <= 'Z') out[i] = static_cast<char>(out[i] + 32);
  }
  return out;
}

class Finder : NameWords {
 public:
  Finder(const Words& words, std::size_t first, std::size_t last, NamePlace place)
      : NameWords(words, first, last, place) {
    for (std::size_t i = first; i < last;) {
      const std::size_t next = at(i);
      i = next > i ? next : i + 1;
    }
  }

  std::vector<PersonName> found;

 private:
  // "St Hilda's Primary", "Market Place Surgery": a body's name holds these words.
  bool names_body(const std::vector<std::size_t>& parts, std::size_t title) const {
    for (std::size_t from = parts.front() > 6 ? parts.front() - 6 : 0; from <= parts.back(); ++from) {
      for (const lexicon::Hit& hit : words_.scan().starting_at(from)) {
        if (!words_.vocabulary().is_agency(hit.concept_id) || (hit.first <= title && title < parts.front()))
          continue;  // "Dr Pillai"
        if (hit.first == hit.last && (brief_surname(hit.first) || role_as_name(hit.first))) continue;
        if (words_.is(hit.last, "junior") && brief_surname(hit.last)) continue;
        if (hit.first <= parts.front() && hit.last >= parts.back() && hit.last > hit.first) return true;
        if (hit.first > parts.front() && hit.first <= parts.back()) return true;
      }
    }
    return false;
  }

  // "17 Mill Row", "4 Hay Lane": a house number before, a street's word at the end or behind.
  bool names_street(const std::vector<std::size_t>& parts) const {
    const lexicon::ConceptId street = words_.vocabulary().cue(Cue::street_word);
    if (parts.front() == first_ || tokens_[parts.front()].line_start || street == 0) return false;
    const std::string_view number = words_.text_of(parts.front() - 1);
    if (number.front() < '0' || number.front() > '9' || number.size() > 4) return false;
    for (std::size_t i = parts.back(); i < std::min(last_, parts.back() + 2); ++i) {
      if (words_.scan().has(tokens_[i].at, street)) return true;
    }
    return false;
  }

  bool particle(std::size_t i) const {
    const bool always = words_.is_any(i, {"de",  "van", "bin", "bint", "al",    "el",  "der", "la", "du", "von", "da",
                                          "dos", "das", "di",  "del",  "della", "ibn", "ul",  "ud", "le", "ter"});
    const bool in_cell = place_ == NamePlace::cell && words_.is(i, "do");
    return (always || in_cell) && adjacent(i + 1) && name_word(i + 1);
  }

  // Slavic and Baltic surnames end by gender: Kowalski and Kowalska, Petrenas and Petrenaite.
  static bool one_surname(const std::string& a, const std::string& b) {
    if (a == b) return true;
    constexpr std::size_t kEnding = 4;
    const auto same = static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
    return same >= 5 && a.size() - same <= kEnding && b.size() - same <= kEnding;
  }

  // "Reece Blackett Amber Blackett": two people of one surname, with nothing between them.
  void part_by_surname(std::vector<std::size_t>& parts) const {
    for (std::size_t k = 1; k + 2 < parts.size(); ++k) {
      if (!one_surname(folded(parts[k]), folded(parts.back()))) continue;
      parts.resize(k + 1);
      return;
    }
  }

  // "Baby Ivy Benn" is called Ivy; "Baby Mellor" has no name of her own yet.
  bool names_child(std::size_t i) const {
    return adjacent(i) && name_word(i) && known_first(i) && adjacent(i + 1) && name_word(i + 1);
  }

  // "= Kay Marsh", "- Lee" behind "Child A": the letter is only a label.
  bool goes_on_to_name(std::size_t i) const {
    return words_.is_any(i, {"=", "-", "–", "—"}) && adjacent(i + 1) &&
           (name_word(i + 1) || words_.is_any(i + 1, {"unborn", "baby"}));
  }

  // "Baby (Mahi) Ali", "Baby (Zoe)": she has a name of her own, which stands in brackets. The token behind; `i` where
  // that is none.
  std::size_t bracketed_baby(std::size_t i) {
    if (place_ != NamePlace::cell || !tokens_[i].capital || !words_.is(i, "baby")) return i;
    if (!adjacent(i + 1) || !words_.is(i + 1, "(")) return i;
    std::vector<std::size_t> given, surname;
    std::size_t k = i + 2;
    for (; adjacent(k) && name_word(k) && words_.text_of(k).size() > 1 && given.size() < 3; ++k) given.push_back(k);
    if (given.empty() || k >= last_ || !words_.is(k, ")")) return i;
    PersonName name;
    name.first = i;
    name.last = k++;
    for (; adjacent(k) && name_word(k) && !ends_name(k) && surname.size() < 4; ++k) surname.push_back(name.last = k);
    finish(name, given, surname);
    return name.last + 1;
  }

  // "Child A (9)": what a record calls a child whose name it keeps back.
  std::size_t lettered(std::size_t i) {
    const bool letter = adjacent(i + 1) && tokens_[i + 1].capital && words_.text_of(i + 1).size() == 1;
    if (!letter || !tokens_[i].capital || place_ != NamePlace::cell || !words_.is_any(i, {"child", "sibling", "baby"}))
      return i;
    if (adjacent(i + 2) && (name_word(i + 2) || words_.is_any(i + 2, {".", ":"}) || goes_on_to_name(i + 2))) return i;
    PersonName name;
    name.first = i;
    name.last = i + 1;
    finish(name, {i, i + 1}, {});
    return i + 2;
  }

  // "(Tom)", "“Tommo”", ", known as Semi", "aka Mo", "(likes to be called Kat)" at a token: the nickname, and the token
  // behind all of it; `i` where there is none.
  std::size_t nickname_at(std::size_t i, std::string& nick) const {
    const auto quote = [&](std::size_t k) { return k < last_ && words_.is_any(k, {"\"", "“", "”", "'", "‘", "’"}); };
    std::size_t k = i;
    if (!adjacent(k)) return i;
    const bool bracket = words_.is(k, "(");
    const bool comma = words_.is_any(k, {",", "-", "–", "—"});
    if (bracket || comma) ++k;
    bool called = false;
    for (const lexicon::Hit& hit : k < last_ ? words_.scan().starting_at(k) : words_.scan().starting_at(i)) {
      if (hit.concept_id != words_.vocabulary().cue(Cue::label_alias) || hit.first != k || hit.last >= last_) continue;
      if (place_ == NamePlace::prose && !bracket && !comma) continue;  // "Kay prefers Tom"
      called = true;
      k = hit.last + 1;
      if (k < last_ && words_.is_any(k, {":", "to"})) ++k;
    }
    // "(likes Kat)", "(likes to be Kat)"
    if (bracket && !called && words_.is_any(k, {"likes", "answers", "usually", "mostly"})) {
      called = true;
      ++k;
      while (k < last_ && words_.is_any(k, {"to", "be", "being", "called", "just"})) ++k;
    }
    const bool quoted = quote(k);
    if (quoted) ++k;
    if (!bracket && !called && !quoted) return i;
    const bool dash = comma && !words_.is(i, ",");
    if (dash && !called && !(quoted && place_ == NamePlace::cell)) return i;
    std::string called_by;
    std::size_t parts = 0;
    for (; k < last_ && name_word(k) && words_.text_of(k).size() > 1 && parts < 3; ++k, ++parts) {
      called_by += (called_by.empty() ? "" : " ") + folded(k);
      for (; k + 1 < last_ && tokens_[k + 1].joined && !tokens_[k + 1].capital; ++k)
        called_by += " " + folded(k + 1);  // "Ann-marie"
    }
    if (called_by.empty()) return i;
    if (quoted && !quote(k)) return i;
    if (quoted) ++k;
    // "Kay Marsh - "Kit"", and no more: not what somebody says.
    if (dash && !called && adjacent(k) && !words_.is_any(k, {"(", ",", ";", "|"}) &&
        tokens_[k].kind != lexicon::TokenKind::number)
      return i;
    for (std::size_t said = 0; (quoted || called) && bracket && said < 4 && k < last_ && !words_.is(k, ")"); ++said)
      ++k;  // "at home"
    if (bracket && !(k < last_ && words_.is(k, ")"))) return i;
    if (bracket) ++k;
    nick = called_by;
    return k;
  }

  // "Kit (birth name Katherine) Marsh": a bracket that tells another name, between the first name and the surname. The
  // token behind; `i` where that is none.
  std::size_t former_name(std::size_t i) const {
    constexpr std::size_t longest = 10;  // tokens
    const lexicon::ConceptId former = words_.vocabulary().lexicon().find_concept("name.former");
    if (former == 0 || !adjacent(i) || !words_.is(i, "(") || words_.begins(former, i + 1) == nullptr) return i;
    std::size_t end = i + 1;
    while (end < std::min(last_, i + longest) && adjacent(end) && !words_.is(end, ")")) ++end;
    if (end >= last_ || !words_.is(end, ")") || !name_word(end - 1)) return i;
    return adjacent(end + 1) && name_word(end + 1) ? end + 1 : i;
  }

  // "Kay Marsh-Lane": joined to a name, what else is a word of its own is one too.
  bool second_half(std::size_t j, const std::vector<std::size_t>& parts) const {
    const lexicon::Token& token = tokens_[j];
    return parts.size() > 1 && parts.back() + 1 == j && token.joined && token.capital &&
           token.kind == lexicon::TokenKind::word;
  }

  // Behind a nickname: the surname of "Thomas (Tom) Radley", "Thomas John (TJ) Radley"; not the next of a list.
  bool goes_on(const std::vector<std::size_t>& parts, std::size_t k) const {
    if (parts.empty() || !adjacent(k) || !name_word(k)) return false;
    return parts.size() == 1 || (parts.size() <= 3 && known_first(parts.back()) && !known_first(k));
  }

  std::size_t at(std::size_t i) {
    // Every name begins with a capital, but for a child that isn't born yet.
    const bool brief_unborn = i + 3 < last_ && words_.is(i, "u") && words_.is(i + 1, "/") && words_.is(i + 2, "b");
    if (!tokens_[i].capital && !words_.is(i, "unborn") && !brief_unborn) return i;
    if (const std::size_t next = lettered(i); next > i) return next;
    if (const std::size_t next = bracketed_baby(i); next > i) return next;
    if (i > first_ && words_.text_of(i).size() == 1 && words_.is_any(i - 1, {"child", "sibling"})) return i;
    // "30/07/2010 F Lee Marsh 3/4/2012": the letter belongs to the one before.
    if (i > first_ && words_.is_any(i, {"f", "m"}) && words_.text_of(i).size() == 1 && !words_.is(i + 1, ".") &&
        tokens_[i - 1].kind == lexicon::TokenKind::number && !tokens_[i].line_start)
      return i;
    PersonName name;
    std::size_t j = i;
    const std::string head = folded(i);
    if (is_title(head) && tokens_[i].capital && i + 1 < last_) {
      std::size_t k = i + 1;
      if (words_.is(k, ".")) ++k;
      if (k < last_ && tokens_[k].kind == lexicon::TokenKind::number) ++k;  // "PC 3318 Akhtar"
      // "Mum has MS. She now ...": an illness, and behind it a sentence.
      const bool sentence = k > i + 1 && grammar(k);
      if (adjacent(k) && tokens_[k].kind == lexicon::TokenKind::word && tokens_[k].capital && !sentence) {
        name.title = head;
        j = k;
      }
    }
    std::size_t of = 0;  // the word, of "Baby of Jo Marsh"
    const bool girl = head == "baby" && adjacent(i + 1) && tokens_[i + 1].capital &&
                      words_.is_any(i + 1, {"girl", "boy"});  // "Baby Girl Marsh"
    const bool baby =
        head == "baby" && (place_ == NamePlace::cell || girl) && tokens_[i].capital && !names_child(i + 1);
    if (head == "unborn" || (head == "ub" && tokens_[i].capital) || brief_unborn || baby) {
      name.unborn = head != "baby";
      std::size_t k = i + (brief_unborn ? 3 : 1);  // "u/b baby Marsh"
      if (k < last_ && words_.is_any(k, {"baby", "child", "infant", "sibling"})) ++k;
      if (girl) ++k;
      if (k < last_ && words_.is(k, "of")) {
        of = k++;
        if (k < last_ && words_.is(k, ":")) ++k;
      }
      if (!adjacent(k) || !name_word(k)) {
        if (!name.unborn || place_ != NamePlace::cell) return i;
        name.first = i;
        name.last = std::max(i, k - 1);
        finish(name, {}, {i});
        return name.last + 1;
      }
      j = k;
    }
    std::vector<std::size_t> parts;
    std::vector<std::size_t> loud;  // parts in capitals
    std::size_t before_nickname = 0;
    bool former = false;  // a bracket told another name
    while (j < last_ && parts.size() < 7 && (parts.empty() || adjacent(j))) {
      const char ending = words_.text_of(j).back();
      if (!parts.empty() && (ends_name(j) || (ending >= '0' && ending <= '9'))) break;  // "Kay Y4"
      if ((!name.title.empty() && parts.empty() && tokens_[j].capital && tokens_[j].kind == lexicon::TokenKind::word) ||
          name_word(j) || second_half(j, parts)) {
        parts.push_back(j);
        if (in_capitals(words_.text_of(j))) loud.push_back(j);
        ++j;
        if (words_.text_of(j - 1).size() == 1 && words_.is(j, ".")) ++j;
      } else if (!parts.empty() && particle(j)) {
        parts.push_back(j++);
      } else if (name.unborn && !parts.empty() && words_.is(j, "/") && adjacent(j + 1) && name_word(j + 1)) {
        ++j;  // "Unborn Marsh/Nowak": both parents' surnames
      } else if (std::string nick; name.nickname.empty() && nickname_at(j, nick) > j &&
                                   goes_on(parts, nickname_at(j, nick)) && !words_.is_any(j, {",", "-", "–", "—"})) {
        j = nickname_at(j, nick);  // "Thomas (Tom) Radley", "Thomas John (TJ) Radley"
        name.nickname = nick;
        before_nickname = parts.size();
      } else if (const std::size_t behind = parts.size() == 1 ? former_name(j) : j; behind > j) {
        j = behind;
        former = true;
      } else if (!parts.empty() && words_.is(j, ",") && loud.size() == parts.size() && adjacent(j + 1) &&
                 name_word(j + 1) && !in_capitals(words_.text_of(j + 1))) {
        ++j;  // "DELANEY, Ashton"
      } else {
        break;
      }
    }
    if (parts.empty() || names_body(parts, i) || names_street(parts)) return i;
    // "Kent police", "Derby council"
    if (parts.size() == 1 && name.title.empty() && adjacent(j) && !tokens_[j].capital &&
        words_.is_any(j, {"police", "council", "constabulary", "hospital", "university", "airport"}))
      return i;
    const bool letters =
        std::all_of(parts.begin(), parts.end(), [&](std::size_t part) { return words_.text_of(part).size() == 1; });
    if (letters && name.title.empty() && !girl && !words_.is(parts[0] + 1, ".")) return i;  // "F M": girl, boy
    // "K.M. (Kay Marsh)": the bracket says who that is.
    const std::size_t opens = parts.back() + 2;
    if (letters && parts.size() > 1 && opens + 1 < last_ && words_.is(opens, "(") && name_word(opens + 1) &&
        words_.text_of(opens + 1).front() == words_.text_of(parts[0]).front() && words_.text_of(opens + 1).size() > 1)
      return i;
    // "OLIVIA MARLOW F": what forms write for a girl.
    if (parts.size() > 1 && loud.size() + 1 >= parts.size() && words_.is_any(parts.back(), {"f", "m"}) &&
        !words_.is(parts.back() + 1, "."))
      parts.pop_back();
    // "MARSH, Kay F 03/04/2010", "Kay Marsh M 12": a letter between the name and the birth date.
    if (parts.size() > 2 && words_.is_any(parts.back(), {"f", "m"}) && j == parts.back() + 1 && adjacent(j) &&
        (tokens_[j].kind == lexicon::TokenKind::number || ends_name(j)))
      parts.pop_back();
    part_by_surname(parts);
    const bool initial = parts.size() == 1 && name.title.empty() && !girl && words_.text_of(parts[0]).size() == 1;
    if (initial && !(name.unborn && words_.is(parts[0] + 1, "."))) return i;  // "Unborn M." is one
    name.first = i;
    name.last = parts.back();
    if (letters && words_.is(parts.back() + 1, ".") && parts.back() + 1 < last_) ++name.last;  // "K.M."
    if (name.unborn || baby) {
      std::size_t k = name.last + 1;  // "Baby Mellor (unborn)"
      if (k < last_ && words_.is_any(k, {"(", ","})) ++k;
      if (baby && k < last_ && words_.is(k, "unborn")) {
        name.unborn = true;
        name.last = words_.is(k + 1, ")") ? k + 1 : k;
      }
      // "Baby Mellor" is called that until she is born, or named.
      finish(name, name.unborn ? std::vector<std::size_t>() : std::vector<std::size_t>{i}, parts);
      PersonName& written = found.back();
      if (of > 0) {  // "UNBORN BABY OF: Jo Marsh"
        const auto from = [&](std::size_t begin, std::size_t end) {
          return shown(base::Span{tokens_[begin].at.begin, tokens_[end].at.end}.of(words_.text()));
        };
        written.shown = from(i, of - 1) + " of " + from(parts.front(), written.last);
      } else if (baby && written.unborn) {  // "Baby Mellor (unborn)" is called "Baby Mellor"
        written.shown = shown(base::Span{tokens_[i].at.begin, tokens_[parts.back()].at.end}.of(words_.text()));
      }
      return written.last + 1;
    }
    // A given name may be hyphened: its parts belong together.
    std::vector<std::size_t> given, surname;
    const bool surname_first = !loud.empty() && loud.size() < parts.size() && loud.front() == parts.front();
    name.surname_first = surname_first;
    if (surname_first) {
      for (std::size_t part : parts)
        (std::find(loud.begin(), loud.end(), part) != loud.end() ? surname : given).push_back(part);
    } else if (parts.size() == 1) {
      (name.title.empty() ? given : surname).push_back(parts[0]);
    } else {
      std::size_t k = 0;
      do given.push_back(parts[k++]);
      while (k < parts.size() && (tokens_[parts[k]].joined || (k < before_nickname && before_nickname < parts.size())));
      for (; k < parts.size(); ++k) surname.push_back(parts[k]);
      if (surname.empty() && !name.title.empty()) std::swap(given, surname);
      // "MARSH KAY": both in capitals, as lists by surname have them.
      const bool turned = parts.size() == 2 && loud.size() == 2 && given.size() == 1 && name.title.empty();
      if (turned && known_first(parts[1]) && !known_first(parts[0])) std::swap(given, surname);
    }
    name.senior = adjacent(name.last + 1) && words_.is_any(name.last + 1, {"snr", "senior", "sr", "sen"});
    if (name.senior) ++name.last;
    finish(name, given, surname);
    if (former && !surname.empty())
      found.back().shown = shown(words_.text_of(given.front())) + " " +
                           shown(base::Span{tokens_[surname.front()].at.begin, name.at.end}.of(words_.text()));
    return name.last + 1;
  }

  void finish(PersonName& name, const std::vector<std::size_t>& given, const std::vector<std::size_t>& surname) {
    name.at = {tokens_[name.first].at.begin, tokens_[name.last].at.end};
    for (std::size_t i : given) name.given.push_back(folded(i));
    for (std::size_t i : surname) name.surname.push_back(folded(i));
    if (!given.empty() && !surname.empty() && surname.front() < given.front()) {
      const auto span = [&](const std::vector<std::size_t>& parts) {
        return base::Span{tokens_[parts.front()].at.begin, tokens_[parts.back()].at.end}.of(words_.text());
      };
      name.shown = shown(span(given)) + " ";
      for (std::size_t i = 0; i < surname.size(); ++i)
        name.shown += (i > 0 ? (tokens_[surname[i]].joined ? "-" : " ") : "") + eased(words_.text_of(surname[i]));
    } else {
      name.shown = shown(name.at.of(words_.text()));
    }
    // "Kay M.": a surname of which the record gives the first letter
    const bool brief = place_ == NamePlace::cell && surname.size() == 1 && words_.text_of(surname[0]).size() == 1;
    if (brief && surname[0] == name.last && words_.is(name.last + 1, ".") &&
        tokens_[name.last + 1].at.begin == tokens_[name.last].at.end)
      name.shown += ".";
    std::string nick;
    if (const std::size_t next = nickname_at(name.last + 1, nick); next > name.last + 1 && name.nickname.empty()) {
      name.nickname = nick;
      name.last = next - 1;
    }
    found.push_back(name);
  }
};

}  // namespace

bool is_title(std::string_view folded) {
  return std::find(kTitles.begin(), kTitles.end(), folded) != kTitles.end();
}

Gender gender_of_title(std::string_view title) {
  if (title == "mr" || title == "sir" || title == "master") return Gender::male;
  if (title == "mrs" || title == "ms" || title == "miss" || title == "lady" || title == "wpc") return Gender::female;
  return Gender::unknown;
}

std::vector<PersonName> names_in(const Words& words, std::size_t first, std::size_t last, NamePlace place) {
  return Finder(words, first, last, place).found;
}

}  // namespace language
