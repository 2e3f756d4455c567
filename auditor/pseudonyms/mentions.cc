#include "pseudonyms/mentions.h"

#include <algorithm>

#include "pseudonyms/vocabulary.h"

namespace pseudonyms {
namespace {

bool any(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// What has a letter for its number: "Year R", "Appendix B", "vitamin D".
bool counts_by_letters(std::string_view word) {
  return any(word, {"year",  "class",    "section", "part",   "plan", "appendix", "vitamin", "hepatitis",
                    "hep",   "group",    "item",    "grade",  "form", "option",   "level",   "category",
                    "type",  "set",      "band",    "box",    "page", "stage",    "key",     "tab",
                    "point", "question", "row",     "column", "room", "block",    "unit"});
}

class Finder {
 public:
  Finder(const Writing& writing, const Circle& circle, const std::vector<base::Span>& taken)
      : w_(writing), circle_(circle), taken_(taken), words_(Vocabulary::get()) {}

  std::vector<Mention> run() {
    for (std::size_t i = 0; i < w_.size();) {
      const std::size_t next = at(i);
      i = std::max(next, i + 1);
    }
    return std::move(found_);
  }

 private:
  bool taken(std::size_t i) const {
    const base::Span at = w_.tokens[i].at;
    const auto next = std::lower_bound(taken_.begin(), taken_.end(), at.begin,
                                       [](base::Span span, std::uint32_t begin) { return span.end <= begin; });
    return next != taken_.end() && next->begin < at.end;
  }
  bool usable(std::size_t i) const { return w_.word(i) && !taken(i); }
  bool joins(std::size_t i) const { return i < w_.size() && w_.follows(i) && usable(i); }
  const std::string& f(std::size_t i) const { return w_.folded[i]; }
  std::string_view before(std::size_t i, std::size_t back = 1) const {
    return i >= back && w_.follows(i) ? std::string_view(f(i - back)) : std::string_view();
  }
  std::string_view after(std::size_t i) const {
    return i + 1 < w_.size() && w_.follows(i + 1) ? std::string_view(f(i + 1)) : std::string_view();
  }
  bool initial(std::size_t i) const {
    // "18/11/2001 F": a girl
    if (i > 0 && any(f(i), {"f", "m"}) && w_.tokens[i - 1].kind == lexicon::TokenKind::number) return false;
    return w_.capital(i) && w_.of(i).size() == 1 && !w_.is(i, "i");
  }

  // "in May", "9 April", "June 2015"
  bool calendar(std::size_t i) const {
    if (!is_month(f(i))) return false;
    const auto number = [&](std::size_t k) { return w_.tokens[k].kind == lexicon::TokenKind::number; };
    if (i + 1 < w_.size() && number(i + 1) && w_.follows(i + 1)) return true;
    if (i == 0 || !w_.follows(i)) return false;
    if (number(i - 1) || any(f(i - 1), {"in", "since", "until", "by", "last", "next", "early", "late", "mid", "during",
                                        "this", "th", "rd", "st", "nd"}))
      return true;
    return !circle_.is_given(f(i)) && any(f(i - 1), {"of", "from", "to", "before", "after", "and"});
  }

  // An everyday word where a sentence begins, or among capitals, is a name where its neighbours show it.
  bool shown_as_name(std::size_t i) const {
    const bool given = circle_.is_given(f(i));
    if (i > 0 && w_.is(i - 1, "(")) return true;
    if (i + 1 >= w_.size() || !w_.follows(i + 1))
      return w_.tokens[i].line_start || any(before(i), {":", "-", "–", "•", ",", "&", "and"});
    const std::string_view next = after(i);
    if (follows_name(next))
      return !(any(f(i), {"will", "may"}) && any(next, {"'s", "and", "can", "could", "would", "will"}) && !given);
    if (circle_.is_surname(next) && w_.capital(i + 1)) return true;
    if (!given) return false;
    if (any(next, {",", "(", ")", "&", "/", ".", ";"})) return true;
    if (next.size() > 3 && next.ends_with("s") && !w_.capital(i + 1)) return true;
    const bool verb =
        any(f(i), {"will", "may", "mark", "hope", "bill", "rob", "sue", "drew", "pat", "chase", "grace", "faith"});
    return !verb || any(next, {":", "-", "–", "'"}) ||
           (w_.opens[i] && any(next, {"will", "would", "has", "had", "was"}));
  }

  // A word of the circle that is used as a name here.
  bool known(std::size_t i, bool in_run) const {
    if (!usable(i) || f(i) == "'s") return false;
    const bool given = circle_.is_given(f(i));
    if (!given && !circle_.is_surname(f(i))) return false;
    const bool common = words_.ordinary(f(i)) || words_.kept(f(i));
    if (!w_.capital(i)) return !common && f(i).size() >= 3;
    if (calendar(i) || pet(i)) return false;
    if (w_.loud(i) && w_.of(i).size() > 1) {
      if (!common) return true;
      if (!w_.shouted[i]) return f(i).size() > 3 || (!words_.kept(f(i)) && given);
      return in_run || beside_known(i) || (given && shown_as_name(i));
    }
    if (!common || in_run) return true;
    if (given) return (!w_.opens[i] && !capital_words_around(i)) || !words_.everyday(f(i)) || shown_as_name(i);
    // A surname that is a word: alone it needs company, or a field of its own.
    if (beside_known(i)) return true;
    const bool alone = i + 1 >= w_.size() || !w_.follows(i + 1) || any(f(i + 1), {"/", ",", "(", "family"});
    if (w_.opens[i] || w_.tokens[i].line_start) return alone && !words_.kept(f(i)) && family_before(i);
    return !capital_words_around(i) && !words_.kept(f(i)) && !any(f(i), {"white", "black"});
  }
  bool family_before(std::size_t i) const {
    for (std::size_t k = i; k-- > 0 && i - k < 5;) {
      if (any(f(k), {"name", "surname", "family", "the"})) return true;
    }
    return false;
  }
  bool beside_known(std::size_t i) const {
    const auto mate = [&](std::size_t k) { return w_.capital(k) && circle_.together(f(k), f(i)) && f(k) != f(i); };
    if (i + 1 < w_.size() && w_.follows(i + 1) && mate(i + 1)) return true;
    if (i + 2 < w_.size() && w_.is(i + 1, ",") && w_.follows(i + 2) && mate(i + 2)) return true;
    return i > 0 && w_.follows(i) && mate(i - 1);
  }
  // Whether it stands among words that are written with capitals: "Grace Period", "Parent Support Group".
  bool capital_words_around(std::size_t i) const {
    const auto heading = [&](std::size_t k) {
      return w_.capital(k) && !w_.opens[k] && words_.ordinary(f(k)) && !circle_.knows(f(k)) && f(k) != "i" &&
             !words_.forename(f(k));
    };
    if (i + 1 < w_.size() && w_.follows(i + 1) && heading(i + 1)) return true;
    return i > 0 && w_.follows(i) && heading(i - 1);
  }

  // A word that nobody of the circle bears and that is a name all the same.
  bool stranger(std::size_t i) const {
    if (!usable(i) || !w_.capital(i) || w_.of(i).size() < 2 || calendar(i)) return false;
    const std::string& word = f(i);
    if (word.find_first_of("0123456789") != std::string::npos || pet(i)) return false;
    const bool told = any(before(i), {"called", "named"}) && !words_.kept(word) && !w_.loud(i);
    if (told || named_like_kin(i)) return true;
    if (circle_.small_words.contains(word)) return false;
    // "the Doran and Ward families"
    if (any(after(i), {"family", "families"}) && !w_.opens[i] && !w_.loud(i) && words_.word_surname(word) &&
        !words_.kept(word))
      return true;
    const bool forename = words_.forename(word), ordinary = words_.ordinary(word), kept = words_.kept(word);
    if (kept) return words_.everyday(word) && (joins_surname(i) || is_kin(before(i)));
    // "TJ told me": two letters that somebody goes by.
    const bool speaks =
        any(after(i), {"said", "says", "told", "tells", "likes", "loves", "wants", "feels", "went", "thinks", "lives",
                       "sleeps", "slept", "plays", "eats", "showed", "drew", "asked", "cried"});
    if (w_.loud(i) && !ordinary && word.size() <= 3 && !w_.shouted[i] && speaks && !any(before(i), {"the", "a", "an"}))
      return true;
    if (w_.loud(i)) {
      if (forename && !ordinary) return word.size() > 3 || w_.shouted[i];
      return !forename && !ordinary && word.size() >= (w_.shouted[i] ? 4u : 6u) && word.find("'") == std::string::npos;
    }
    if (forename && (!ordinary || !words_.everyday(word)))
      return !w_.opens[i] || !ordinary || shown_as_name(i) || joins_surname(i);
    if (forename && words_.everyday(word)) {
      if (joins_surname(i)) return true;
      if (i > 0 && w_.is(i - 1, "(") && (w_.is(i + 1, ")") || w_.is(i + 1, ","))) return true;
      return !w_.opens[i] && !capital_words_around(i) &&
             !any(before(i), {"the", "a", "an", "this", "that", "of", "my", "every"});
    }
    if (ordinary || kept) return false;
    if (!w_.opens[i]) return true;
    const std::string_view next = after(i);
    if (i + 1 >= w_.size() || !w_.follows(i + 1)) return true;
    return follows_name(next) || any(next, {",", "(", "/", "&"}) || (w_.capital(i + 1) && words_.unknown(next)) ||
           !w_.tokens[i].line_start;
  }
  // "Mother: Nan Coyle": what means kin elsewhere is this person's name.
  bool named_like_kin(std::size_t i) const {
    if (!any(f(i), {"nan", "nana"}) || !joins(i + 1) || !w_.capital(i + 1)) return false;
    if (!words_.unknown(f(i + 1)) && !circle_.is_surname(f(i + 1))) return false;
    const std::size_t back = i > 0 && w_.is(i - 1, ":") ? 2 : 1;
    return i >= back && any(f(i - back), {"mother", "mum", "parent", "parents", "carer", "name"});
  }
  // "a Jack Russell" is a dog.
  bool pet(std::size_t i) const {
    return (w_.is(i, "jack") && w_.is(i + 1, "russell")) || (w_.is(i, "russell") && i > 0 && w_.is(i - 1, "jack"));
  }
  bool joins_surname(std::size_t i) const {
    return joins(i + 1) && w_.capital(i + 1) && !circle_.small_words.contains(f(i + 1)) &&
           (words_.unknown(f(i + 1)) || (words_.word_surname(f(i + 1)) && !words_.kept(f(i + 1))));
  }

  bool in_place(std::size_t i, std::size_t last) const {
    if (circle_.places.contains(f(i))) return true;
    const std::string_view prior = before(i), next = after(last);
    if (any(next, {"council", "borough", "county", "city", "town", "police", "constabulary", "nhs", "area", "station"}))
      return true;
    if (words_.forename(f(i)) || is_kin(prior)) return false;
    if (any(prior, {"in", "at", "near", "around", "outside", "towards", "across"})) return next != "'s";
    static constexpr std::string_view endings[] = {"ton",   "ham",   "ford",  "bury", "borough", "chester",
                                                   "mouth", "pool",  "field", "wick", "shire",   "thorpe",
                                                   "worth", "burgh", "stead", "by"};
    if (!any(prior, {"to", "from", "of", "the", "through", "within"})) return false;
    return std::any_of(std::begin(endings), std::end(endings), [&](std::string_view e) { return f(i).ends_with(e); });
  }

  Kind kind_around(std::size_t i) const {
    const std::string_view prior = before(i);
    if (is_kin(prior)) return Kind::relative;
    if (any(prior, {"visitor", "teacher", "nurse", "midwife", "officer", "headteacher", "doctor", "therapist", "gp"}))
      return Kind::professional;
    return any(prior, {"worker", "manager"}) ? Kind::worker : Kind::person;
  }

  void add(std::size_t first, std::size_t last, std::vector<Written> names, std::string place) {
    found_.push_back(
        {{w_.tokens[first].at.begin, w_.tokens[last].at.end}, std::move(names), std::move(place), kind_around(first)});
  }

  // "Mr and Mrs Smith": where the second title stands, or 0.
  std::size_t couple(std::size_t i) const {
    if (i + 3 >= w_.size() || !any(f(i + 1), {"and", "&", "/"}) || !is_title(f(i + 2))) return 0;
    return w_.follows(i + 1) && w_.follows(i + 2) && w_.follows(i + 3) ? i + 2 : 0;
  }

  // The name that begins at a token is added; the token behind it, or `i` where none begins.
  std::size_t at(std::size_t i) {
    if (!usable(i)) return i;
    Written name;
    std::string other_title;
    std::size_t j = i;
    if (is_title(f(i)) && w_.tokens[i].kind == lexicon::TokenKind::word) {
      std::size_t k = i;
      if (const std::size_t second = couple(i); second != 0) {
        other_title = f(i);
        k = second;
      }
      name.title = f(k);
      ++k;
      if (w_.is(k, ".") && w_.follows(k)) ++k;
      if (k < w_.size() && w_.tokens[k].kind == lexicon::TokenKind::number) ++k;
      const bool fits = joins(k) && (w_.capital(k) ? !any(f(k), {"i"}) && titled(name.title, k) : known(k, false));
      if (!fits) return i;
      j = k;
    }
    if (any(f(i), {"baby", "unborn", "ub", "bb"}) && joins(i + 1) && w_.capital(i + 1) && known(i + 1, true)) {
      name.baby = true;
      j = i + 1;
    }
    std::size_t last = j;
    if (!parts(j, last, name)) return lone_initials(i);
    const bool place = name.title.empty() && !name.baby && other_title.empty() && is_place(j, last, name);
    if (place) {
      add(j, last, {}, placed(j, last));
      return last + 1;
    }
    const std::size_t first = name.baby ? j : i;
    std::vector<Written> names{name};
    if (!other_title.empty()) {
      names.insert(names.begin(), name);
      names.front().title = other_title;
    }
    add(first, last, std::move(names), "");
    return last + 1;
  }

  bool titled(const std::string& title, std::size_t k) const {
    if (circle_.knows(f(k))) return true;
    const bool polite = any(title, {"mr", "mrs", "ms", "miss", "mx", "dr", "pc", "dc", "ds", "prof"});
    return words_.unknown(f(k)) || words_.forename(f(k)) || (polite && !words_.kept(f(k))) || initial(k);
  }

  std::string placed(std::size_t first, std::size_t last) const {
    std::string out;
    for (std::size_t k = first; k <= last; ++k) out += (out.empty() ? "" : " ") + f(k);
    return out;
  }

  bool is_place(std::size_t first, std::size_t last, const Written& name) const {
    for (const std::string& word : name.words) {
      if (circle_.knows(word) && !circle_.places.contains(word)) return false;
    }
    return in_place(first, last);
  }

  // Takes the words of a name from `j` on; false where none begins there.
  bool parts(std::size_t j, std::size_t& last, Written& name) {
    std::size_t k = j;
    bool real = false;
    while (k < w_.size() && name.words.size() < 6) {
      const bool first = k == j;
      if (!first && !w_.follows(k)) break;
      if (!usable(k)) break;
      const bool after_title = first && !name.title.empty();
      const bool in_run = !first || name.baby || after_title;
      bool takes = known(k, in_run) && !(real && other_person(name, k));
      if (!takes && after_title) takes = w_.capital(k);
      if (!takes && (first || real)) takes = !(real && other_person(name, k)) && stranger(k) && (first || !w_.opens[k]);
      // "K Brace (Team Manager)"
      if (!takes && !real && name.words.size() == 1 && name.words[0].size() == 1 && w_.capital(k) && !w_.loud(k) &&
          !words_.kept(f(k)))
        takes = in_office(j, k);
      const bool misspelt =
          !takes && w_.capital(k) && !circle_.small_words.contains(f(k)) && !circle_.misspelt(f(k)).empty();
      takes = takes || misspelt;
      if (takes) {
        name.words.push_back(f(k));
        real = true;
        last = k++;
        if (w_.of(last).size() == 1 && w_.is(k, ".") && w_.follows(k)) ++k;
      } else if (initial(k) && !w_.loud(k) && (real || leads_to_name(k))) {
        if (real && !leads_to_name(k)) break;
        name.words.push_back(f(k));
        if (first) last = k;
        ++k;
        if (w_.is(k, ".") && w_.follows(k)) ++k;
      } else if (real && is_particle(f(k)) && joins(k + 1) && w_.capital(k + 1) &&
                 (known(k + 1, true) || words_.unknown(f(k + 1)))) {
        name.words.push_back(f(k++));
      } else if (real && name.words.size() == 1 && introduced(j) && w_.capital(k) && !words_.kept(f(k))) {
        name.words.push_back(f(k));
        last = k++;
      } else if (real && w_.capital(k) && !w_.loud(k) && !circle_.knows(f(k)) && name.words.size() == 1 &&
                 words_.word_surname(f(k)) && !words_.kept(f(k)) && words_.forename(name.words[0]) &&
                 !has_surname(name.words[0])) {
        name.words.push_back(f(k));
        last = k++;
      } else {
        break;
      }
      // "WILSON, Jack"
      if (real && name.words.size() == 1 && w_.is(k, ",") && k + 1 < w_.size() && w_.follows(k + 1) && usable(k + 1) &&
          w_.capital(k + 1) && circle_.is_surname(name.words[0]) && !circle_.is_given(name.words[0]) &&
          circle_.is_given(f(k + 1)) && circle_.together(name.words[0], f(k + 1)) && name.title.empty())
        ++k;
    }
    return real;
  }
  // "My name is Joss Ridding": the word behind the first name is the surname, whatever it means elsewhere.
  bool introduced(std::size_t j) const { return before(j) == "is" && before(j, 2) == "name"; }

  // "J Smith", "J. R. Smith"
  bool leads_to_name(std::size_t k) const {
    std::size_t next = k + 1;
    if (w_.is(next, ".") && w_.follows(next)) ++next;
    if (!joins(next) || !w_.capital(next)) return false;
    if (initial(next) && !w_.loud(next)) return leads_to_name(next);
    return w_.of(next).size() > 2 && !w_.loud(next) &&
           (known(next, true) || words_.unknown(f(next)) || (w_.is(k + 1, ".") && words_.word_surname(f(next))) ||
            (!words_.kept(f(next)) && in_office(k, next)));
  }
  // "Team Manager K Brace", "K Brace (Team Manager)": what somebody is makes an ordinary word their surname.
  bool in_office(std::size_t first, std::size_t last) const {
    const auto office = [&](std::size_t i) {
      return any(f(i), {"manager", "worker", "officer", "nurse", "teacher", "head", "visitor", "doctor", "midwife",
                        "practitioner", "senior", "team", "social", "school", "health", "support", "family"});
    };
    if (first > 0 && w_.follows(first) && office(first - 1)) return true;
    return last + 2 < w_.size() && w_.is(last + 1, "(") && office(last + 2);
  }
  bool has_surname(const std::string& given) const {
    return std::any_of(circle_.people().begin(), circle_.people().end(), [&](const Somebody& one) {
      return !one.surname.empty() && std::find(one.given.begin(), one.given.end(), given) != one.given.end();
    });
  }
  // "Reece Blackett Amber Blackett": a first name of somebody else begins a name of its own.
  bool other_person(const Written& name, std::size_t k) const {
    if (w_.tokens[k].joined) return false;
    if (!circle_.is_given(f(k)) || circle_.is_surname(f(k))) return false;
    return std::none_of(name.words.begin(), name.words.end(),
                        [&](const std::string& word) { return word.size() == 1 || circle_.together(word, f(k)); });
  }

  bool roster_initial(const std::string& letter) const {
    return std::any_of(circle_.people().begin(), circle_.people().end(), [&](const Somebody& one) {
      return one.roster && !one.given.empty() && one.given[0].starts_with(letter);
    });
  }

  // "R + M seen", "T at choir": the letter that notes write for a subject child. Not a girl's or boy's "F" and "M" in a
  // cell, the side of a body, or what has a letter for its number.
  bool childs_initial(std::size_t i) const {
    const bool child = std::any_of(circle_.people().begin(), circle_.people().end(), [&](const Somebody& one) {
      return one.roster && one.kind == Kind::child && !one.given.empty() && one.given[0].starts_with(f(i));
    });
    if (child && ((i > 0 && w_.is(i - 1, "+")) || (w_.is(i + 1, "+") && w_.follows(i + 1)))) return true;
    if (!child || any(f(i), {"a", "i"}) || (i > 0 && w_.tokens[i].joined)) return false;
    const bool behind = i > 0 && w_.follows(i);
    const bool ahead = i + 1 < w_.size() && w_.follows(i + 1);
    if (!behind && !ahead) return false;
    if (ahead && (w_.tokens[i + 1].kind == lexicon::TokenKind::number || any(f(i + 1), {"of", ":", "-", "&"})))
      return false;
    if (ahead && w_.capital(i + 1)) return false;
    if (any(f(i), {"l", "r"}) && ahead &&
        any(f(i + 1),
            {"arm",   "forearm",  "upper", "lower", "leg", "thigh", "knee", "ankle", "foot",    "hand",   "wrist",
             "elbow", "shoulder", "neck",  "cheek", "eye", "ear",   "side", "hip",   "buttock", "temple", "jaw"}))
      return false;
    if (any(f(i), {"f", "m"}) && (!ahead || any(f(i + 1), {")", "/", ",", "-"}))) return false;
    if (behind && (w_.tokens[i - 1].kind == lexicon::TokenKind::number || w_.capital(i - 1))) return w_.is(i - 1, "+");
    return !behind ||
           (!counts_by_letters(f(i - 1)) && !any(f(i - 1), {"sex", "gender", "the", "'", "/", "(", ":", "&", "-"}));
  }

  // "C to take the deposit": the letter of somebody who is to do what a line says.
  bool owners_initial(std::size_t i) const {
    return w_.opens[i] && !any(f(i), {"a", "i"}) && after(i) == "to" && i + 2 < w_.size() && w_.word(i + 2) &&
           !w_.capital(i + 2) && roster_initial(f(i));
  }

  // "JW said", "J. was": initials of somebody of the circle.
  std::size_t lone_initials(std::size_t i) {
    if (!w_.capital(i)) return i;
    const bool two = w_.loud(i) && w_.of(i).size() <= 3 && !words_.kept(f(i)) && !w_.shouted[i] &&
                     ((!words_.ordinary(f(i)) && circle_.has_initials(f(i))) ||
                      (f(i).size() == 3 && circle_.has_all_initials(f(i))));
    bool one = false;
    std::size_t end = i;
    if (initial(i) && !w_.is(i, "a")) {
      if (w_.is(i + 1, ".") && w_.follows(i + 1)) ++end;
      const std::string_view next = after(end);
      const bool behind_word = i > 0 && w_.follows(i) && w_.word(i - 1) && !w_.capital(i - 1);
      const bool before_word = !next.empty() && w_.word(end + 1) && !w_.capital(end + 1);
      const bool at_end = next.empty() || any(next, {".", ",", ";", ")", "?", "!"});
      one = follows_name(next) || (behind_word && (before_word || at_end || end > i)) ||
            (end > i && before_word && !w_.opens[i]);
      one = (one && roster_initial(f(i)) && !counts_by_letters(before(i)) &&
             !any(before(i), {"child", "parent", "sibling", "person", "school", "worker", "baby", "and", "or", "to",
                              "a", "the"})) ||
            childs_initial(i) || owners_initial(i);
    }
    if (!two && !one) return i;
    if (two) {
      const std::string letters = f(i);
      add(i, i, {{"", {letters.substr(0, 1), letters.substr(letters.size() - 1)}, false}}, "");
    } else {
      add(i, i, {{"", {f(i)}, false}}, "");
    }
    return end + 1;
  }

  const Writing& w_;
  const Circle& circle_;
  const std::vector<base::Span>& taken_;
  const Vocabulary& words_;
  std::vector<Mention> found_;
};

}  // namespace

std::vector<Mention> mentions_in(const Writing& writing, const Circle& circle, const std::vector<base::Span>& taken) {
  return Finder(writing, circle, taken).run();
}

}  // namespace pseudonyms
