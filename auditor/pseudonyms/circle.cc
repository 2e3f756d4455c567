#include "pseudonyms/circle.h"

#include <algorithm>

#include "lexicon/tokens.h"
#include "pseudonyms/vocabulary.h"

namespace pseudonyms {
namespace {

Kind kind_of(const std::string& role) {
  if (role == "subject_child" || role == "sibling") return Kind::child;
  if (role == "parent") return Kind::parent;
  if (role == "relative") return Kind::relative;
  if (role == "worker" || role == "manager") return Kind::worker;
  if (role == "professional") return Kind::professional;
  return Kind::person;
}

// Levenshtein's distance with neighbours swapped counting as one; stops caring beyond two.
std::size_t distance(std::string_view a, std::string_view b) {
  if (a.size() > b.size() + 2 || b.size() > a.size() + 2) return 3;
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        d[i][j] = i + j;
        continue;
      }
      d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0u : 1u)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
    }
  }
  return d[a.size()][b.size()];
}

bool misspells(std::string_view word, std::string_view known) {
  if (known.size() < 5 || word.size() < 4 || word == known || word[0] != known[0]) return false;
  return distance(word, known) <= (known.size() >= 8 ? 2u : 1u);
}

bool same_word(const std::string& written, const std::string& known) {
  const Vocabulary& vocabulary = Vocabulary::get();
  if (written == known) return true;
  if (written.size() > known.size() && written.starts_with(known) && known.size() > 2 &&
      (written.substr(known.size()) == "s" || written.substr(known.size()) == "es"))
    return true;
  return misspells(written, known) && vocabulary.unknown(written) && !vocabulary.forename(written);
}

bool has_word(const std::string& written, const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return same_word(written, word); });
}

std::string gender_of(const std::string& title) {
  if (title == "mr") return "male";
  return title == "mrs" || title == "ms" || title == "miss" ? "female" : "";
}

bool of_office(const std::string& title) {
  return !title.empty() && gender_of(title).empty() && title != "mx";
}

// The first letters of all the name's parts, in small letters: "sod" of Siobhan O'Donoghue.
std::string initials_of(const Somebody& one) {
  std::string out;
  for (const auto* part : {&one.given, &one.surname}) {
    for (const std::string& word : *part) {
      bool begins = true;
      for (char c : word) {
        const bool sign = c == '\'' || c == '-';
        if (begins && !sign) out += c;
        begins = sign;
      }
    }
  }
  return out;
}

// The roster takes a capitalised word for somebody now and then; what is an ordinary word is nobody's name by itself.
bool is_name(const Somebody& one, const std::string& role) {
  const Vocabulary& vocabulary = Vocabulary::get();
  std::size_t words = 0, names = 0;
  for (const auto* part : {&one.given, &one.surname}) {
    for (const std::string& word : *part) {
      ++words;
      const bool known = vocabulary.forename(word) || (vocabulary.unknown(word) && word.size() > 1);
      names += known ? 1 : 0;
    }
  }
  if (words == 0) return false;
  if (names > 0 || !one.title.empty() || role == "subject_child") return true;
  return words > 1 && vocabulary.word_surname(one.surname.empty() ? "" : one.surname.back());
}

}  // namespace

const char* name_of(Kind kind) {
  switch (kind) {
    case Kind::child:
      return "Child";
    case Kind::parent:
      return "Parent";
    case Kind::relative:
      return "Relative";
    case Kind::worker:
      return "Worker";
    case Kind::professional:
      return "Professional";
    case Kind::person:
      break;
  }
  return "Person";
}

bool in_family(Kind kind) {
  return kind == Kind::child || kind == Kind::parent || kind == Kind::relative;
}

Circle::Circle(const evaluation::Outcome& outcome) {
  std::vector<evaluation::Person> known = outcome.people;
  const auto also = [&](const char* role, const std::string& name) {
    const bool there = std::any_of(known.begin(), known.end(), [&](const auto& p) { return p.name == name; });
    if (!there && !name.empty()) known.push_back({role, name, {}, "", "", "", ""});
  };
  for (const std::string& child : outcome.children) also("subject_child", child);
  also("worker", outcome.particulars.worker);
  also("manager", outcome.particulars.manager);
  for (const evaluation::Person& person : known) {
    Somebody one;
    one.kind = kind_of(person.role);
    one.shown = person.name;
    one.gender = person.gender;
    one.born = person.born;
    one.roster = true;
    std::vector<std::string> words;
    bool aside = false;
    for (const lexicon::Token& token : lexicon::tokens_of(person.name)) {
      std::string word = lexicon::folded_word(token.at.of(person.name));
      if (word == "(" || word == "\"" || word == "“") aside = true;
      if (word == ")" || word == "”") aside = false;
      if (token.kind != lexicon::TokenKind::word || word == "'s") continue;
      if (word == "unborn" || word == "baby" || word == "ub") {
        one.unborn = true;
      } else if (words.empty() && is_title(word)) {
        one.title = word;
      } else if (aside) {
        one.nicknames.push_back(word);
      } else if (!(one.unborn && (word == "of" || word == "child" || word == "infant"))) {
        words.push_back(word);
      }
    }
    if (words.empty()) continue;
    // The roster's own forms tell where the first name ends.
    std::size_t given = words.size() == 1 && (!one.title.empty() || one.unborn) ? 0 : 1;
    for (const std::string& form : person.forms) {
      std::vector<std::string> parts;
      for (const lexicon::Token& token : lexicon::tokens_of(form)) {
        if (token.kind == lexicon::TokenKind::word) parts.push_back(lexicon::folded_word(token.at.of(form)));
      }
      if (parts.size() > given && parts.size() < words.size() && std::equal(parts.begin(), parts.end(), words.begin()))
        given = parts.size();
      if (parts.size() != 1 || among(parts[0], words) || parts[0].size() < 2 || one.unborn) continue;
      const bool digits = parts[0].find_first_of("0123456789") != std::string::npos;
      if (!digits && !Vocabulary::get().kept(parts[0])) one.nicknames.push_back(parts[0]);
    }
    one.given.assign(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(given));
    one.surname.assign(words.begin() + static_cast<std::ptrdiff_t>(given), words.end());
    if (!is_name(one, person.role)) continue;
    people_.push_back(std::move(one));
  }
  // "Coyle", a relative, in a family of that name: it is no first name.
  for (Somebody& one : people_) {
    const bool alone = one.given.size() == 1 && one.surname.empty() && one.kind != Kind::child;
    if (!alone || Vocabulary::get().forename(one.given[0])) continue;
    if (std::any_of(people_.begin(), people_.end(), [&](const Somebody& p) { return among(one.given[0], p.surname); }))
      one.surname.swap(one.given);
  }
  for (std::size_t who = 0; who < people_.size(); ++who) index(who);
}

void Circle::index(std::size_t who) {
  const Somebody& one = people_[who];
  const auto enter = [&](auto& table, const std::string& word) {
    auto& list = table[word];
    if (word.size() > 1 && !is_particle(word) && std::find(list.begin(), list.end(), who) == list.end())
      list.push_back(who);
    if (list.empty()) table.erase(word);
  };
  // "Kayleighs mum", "the Hardys"
  const auto with_ending = [&](auto& table, const std::string& word) {
    enter(table, word);
    if (word.size() > 2 && Vocabulary::get().unknown(word + "s")) enter(table, word + "s");
  };
  for (const std::string& word : one.given) with_ending(given_, word);
  for (const std::string& word : one.nicknames) with_ending(given_, word);
  for (const std::string& word : one.surname) {
    enter(surnames_, word);
    if (word.size() > 2 && !is_particle(word)) enter(surnames_, word + (word.ends_with("s") ? "es" : "s"));
  }
}

std::string Circle::misspelt(std::string_view word) const {
  const Vocabulary& vocabulary = Vocabulary::get();
  if (!vocabulary.unknown(word) || vocabulary.forename(word)) return "";
  std::string found;
  for (const auto* table : {&given_, &surnames_}) {
    for (const auto& [known, who] : *table) {
      if (misspells(word, known) && (found.empty() || known < found)) found = known;
    }
  }
  return found;
}

bool Circle::has_initials(std::string_view letters) const {
  return std::any_of(people_.begin(), people_.end(), [&](const Somebody& one) {
    if (one.given.empty() || one.surname.empty() || letters.size() < 2) return false;
    return one.given[0][0] == letters[0] && one.surname.back()[0] == letters.back();
  });
}

bool Circle::has_all_initials(std::string_view letters) const {
  return std::any_of(people_.begin(), people_.end(), [&](const Somebody& one) { return initials_of(one) == letters; });
}

bool Circle::together(std::string_view one, std::string_view other) const {
  return std::any_of(people_.begin(), people_.end(), [&](const Somebody& p) {
    const auto has = [&](std::string_view word) {
      return among(word, p.given) || among(word, p.surname) || among(word, p.nicknames);
    };
    return has(one) && has(other);
  });
}

// How well the name fits somebody; above 0 it may be meant.
int Circle::score(const Somebody& one, const Written& name) const {
  int score = 0;
  const bool first_fits =
      !name.words.empty() && (has_word(name.words.front(), one.given) || has_word(name.words.front(), one.nicknames));
  const bool last_fits = first_fits && !name.words.empty() && has_word(name.words.back(), one.surname);
  for (const std::string& word : name.words) {
    if (is_particle(word)) continue;
    const bool last = &word == &name.words.back();
    if (word.size() == 1) {
      const bool first_name = &word == &name.words.front() && !one.given.empty() && one.given[0][0] == word[0];
      const bool surname =
          last && !one.surname.empty() && (one.surname.back()[0] == word[0] || one.surname[0][0] == word[0]);
      const bool between = !last && &word != &name.words.front();  // a middle name's
      score += between ? 0 : first_name || surname ? 1 : -4;
    } else if (!last && &word == &name.words.front() && !one.given.empty() && one.given[0].size() == 1 &&
               one.given[0][0] == word[0]) {
      score += 1;  // "D. Baptiste" is Deborah Baptiste
    } else if (has_word(word, one.given) || has_word(word, one.nicknames)) {
      score += 3;
    } else if (has_word(word, one.surname)) {
      score += 2;
    } else if (!one.surname.empty() || one.given.empty()) {
      score -= last_fits ? 1 : 4;
    } else {
      score -= 2;  // a surname that the record had not told yet
    }
  }
  if (!name.title.empty()) {
    const std::string gender = gender_of(name.title);
    if (!gender.empty() && !one.gender.empty()) score += gender == one.gender ? 1 : -4;
    if (one.kind == Kind::child) score -= 2;
    if (of_office(name.title) && in_family(one.kind)) score -= 3;
    if (name.title == one.title) score += 1;
  }
  if (name.baby) score += one.unborn ? 2 : -1;
  return score;
}

std::string Circle::surname_of(const std::string& word) const {
  const auto bears = surnames_.find(word);
  if (bears == surnames_.end()) return word;
  for (std::size_t who : bears->second) {
    for (const std::string& surname : people_[who].surname) {
      if (same_word(word, surname)) return surname;
    }
  }
  return word;
}

Meant Circle::meant(const Written& name) const {
  Meant out;
  int best = 0;
  std::size_t alike = 0;
  for (std::size_t i = 0; i < people_.size(); ++i) {
    const int fits = score(people_[i], name);
    if (fits > best) {
      best = fits;
      out.who = i;
      alike = 0;
    }
    alike += fits == best && fits > 0 ? 1 : 0;
  }
  const bool surname_alone = name.words.size() == 1 && is_surname(name.words[0]) && !is_given(name.words[0]);
  if (surname_alone && name.title.empty() && !name.baby && alike > 1) {
    out.who.reset();
    out.family = surname_of(name.words[0]);
  } else if (surname_alone && !out.who && name.title.empty()) {
    out.family = surname_of(name.words[0]);
  }
  return out;
}

void Circle::add_stranger(const Written& name, std::string shown, Kind kind) {
  Somebody one;
  one.kind = kind;
  one.shown = std::move(shown);
  one.title = name.title;
  one.gender = gender_of(name.title);
  if (of_office(name.title) && kind == Kind::person) one.kind = Kind::professional;
  if (name.words.size() == 1 && !name.title.empty()) {
    one.surname = name.words;
  } else {
    one.given = {name.words.front()};
    one.surname.assign(name.words.begin() + 1, name.words.end());
  }
  people_.push_back(std::move(one));
  index(people_.size() - 1);
}

}  // namespace pseudonyms
