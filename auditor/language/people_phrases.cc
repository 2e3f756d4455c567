#include "language/people_phrases.h"

#include <algorithm>

namespace language {
namespace {

// No family's record names more; a text that does is a list of something else, and searching it would cost its square.
constexpr std::size_t kMostPeople = 1000;

// What stands beside a name: a family role, or a body.
struct Beside {
  const RoleWord* role = nullptr;
  lexicon::ConceptId agency = 0;
  base::Span at;
  std::size_t length = 0;
  explicit operator bool() const { return role != nullptr || agency != 0; }
};

bool prefers(const Beside& a, const Beside& b) {
  if (a.length != b.length) return a.length > b.length;
  // A family word says more than a body, a body more than "professional".
  const auto rank = [](const Beside& x) {
    return x.role != nullptr && x.role->role != Role::professional && x.role->role != Role::other ? 3
           : x.agency != 0                                                                        ? 2
                                                                                                  : 1;
  };
  return rank(a) > rank(b);
}

class Reader {
 public:
  Reader(const Words& words, std::size_t first, std::size_t last, Roster& roster)
      : words_(words), first_(first), last_(last), roster_(roster) {}

  void run(NamePlace place) {
    const RoleWord* carried = nullptr;
    std::size_t carried_end = 0;
    for (const PersonName& name : names_in(words_, first_, last_, place)) {
      Beside left = ends_before(name.first);
      const Beside right = starts_after(name.last + 1);
      const bool listed = carried != nullptr && name.first - carried_end <= 6 && list_between(carried_end, name.first);
      Beside chosen = left && left.length > 0 && adjacent_ ? left : right ? right : left;
      if (!chosen && listed) chosen.role = carried;
      if (chosen && chosen.role == nullptr && no_person(name, chosen)) chosen = {};
      if (!chosen) {
        if (!name.title.empty() && place == NamePlace::prose) titled(name);
        continue;
      }
      keep(name, chosen);
      carried =
          chosen.role != nullptr && (listed || (left && left.role != nullptr && (left.role->many || ends_plural(left))))
              ? chosen.role
              : nullptr;
      carried_end = name.last + 1;
    }
  }

 private:
  void keep(const PersonName& name, const Beside& beside) {
    if (beside.role != nullptr && beside.role->role == Role::subject_child) return;
    if (roster_.people().size() >= kMostPeople) return;
    if (name.title.empty() && names_nobody(words_, name)) return;  // "Positives", "Reason"
    if (beside.role != nullptr && beside.role->role == Role::parent && name.given.empty() && name.title.empty()) return;
    const bool family = beside.role != nullptr && beside.role->role != Role::professional;
    // What a table said of somebody stands: "her mother, Maureen" is said of the grandmother by her daughter.
    const EntityId known = roster_.find(name);
    if (known != nobody && family && roster_[known].role != Role::other && roster_[known].role != Role::unknown &&
        roster_[known].role != Role::referrer)
      return;
    if (family) {
      // "Mum's friend Dave" must not make Dave a mother; the hit would end before "friend".
      roster_.add(name, beside.role->role, beside.role->gender, std::string(beside.role->called), 0);
    } else {
      roster_.add(name, Role::professional, Gender::unknown,
                  beside.role != nullptr ? std::string(beside.role->called) : std::string(), beside.agency);
    }
  }

  // "Immunisations - preschool booster", "college ESOL", "Police Telford": one word beside a body is a name only where
  // it is known for one or where the body's word is a person's.
  bool no_person(const PersonName& name, const Beside& beside) const {
    if (!name.title.empty() || name.first != name.last) return false;
    const lexicon::Lexicon& lexicon = words_.vocabulary().lexicon();
    const lexicon::ConceptId known = lexicon.find_concept("name.first");
    const lexicon::Token& token = words_.scan().tokens[name.first];
    if (known != 0 && words_.scan().has(token.at, known)) return false;
    const std::string_view written = words_.text_of(name.first);
    const bool loud =
        written.size() > 2 && written.find_first_of("abcdefghijklmnopqrstuvwxyz") == std::string_view::npos;
    if (token.word != 0 || loud) return true;
    const std::size_t last = words_.scan().range(beside.at).second;
    const bool before = last > 0 && beside.at.end <= token.at.begin;
    return before && last == name.first &&
           !words_.is_any(last - 1,
                          {"nurse",    "worker",     "teacher",      "officer",  "visitor",   "hv",         "gp",
                           "midwife",  "mentor",     "doctor",       "tutor",    "therapist", "counsellor", "coach",
                           "sergeant", "constable",  "assistant",    "leader",   "lead",      "head",       "manager",
                           "senco",    "consultant", "psychologist", "guardian", "adviser",   "advisor"});
  }

  void titled(const PersonName& name) {
    const bool officer =
        name.title != "mr" && name.title != "mrs" && name.title != "ms" && name.title != "miss" && name.title != "mx";
    if (officer) roster_.add(name, Role::professional, Gender::unknown, name.title);
    if (officer || roster_.find(name) != nobody || name.surname.empty()) return;
    // "Ms Reed" of Tom Reed's record is his mother or close to it; of another name somebody else.
    for (const EntityId child : roster_.subjects()) {
      if (!roster_.has_surname(child, name.surname.back())) continue;
      const Gender gender = gender_of_title(name.title);
      roster_.add(name, Role::parent, gender, gender == Gender::male ? "father" : "mother");
      return;
    }
    roster_.add(name, Role::unknown, Gender::unknown, "");
  }

  bool ends_plural(const Beside& beside) const {
    const std::string_view text = beside.at.of(words_.text());
    return !text.empty() && text.back() == 's';
  }

  bool list_between(std::size_t from, std::size_t to) const {
    for (std::size_t i = from; i < to; ++i) {
      if (!words_.is_any(i, {",", "and", "(", ")", "&", "yrs", "aged", "years"}) &&
          words_.scan().tokens[i].kind != lexicon::TokenKind::number)
        return false;
    }
    return true;
  }

  Beside of(const lexicon::Hit& hit) const {
    Beside out;
    const Vocabulary& vocabulary = words_.vocabulary();
    out.role = vocabulary.role(hit.concept_id);
    if (vocabulary.is_agency(hit.concept_id) && !vocabulary.is_team(hit.concept_id)) out.agency = hit.concept_id;
    if (out.role == nullptr && vocabulary.is_team(hit.concept_id)) out = {};
    out.at = hit.at;
    out.length = hit.last - hit.first + 1;
    return out;
  }

  // A role or body that ends where the name begins: "sister Kayla", "Mum (Leanne", "her mum, Natalie".
  Beside ends_before(std::size_t name) {
    adjacent_ = true;
    if (name == first_ || words_.scan().tokens[name].line_start) return {};
    std::size_t end = name - 1;
    bool comma = false;
    while (end > first_ && (words_.is_any(end, {"(", "\"", "“", ":", "-", "–", "is", "called", "named", ","}) ||
                            words_.scan().tokens[end].kind == lexicon::TokenKind::number)) {
      if (words_.is(end, ",")) comma = true;
      if (words_.scan().tokens[end].line_start) return {};
      --end;
    }
    // "Mum's name is Tracy"
    if (end > first_ + 1 && words_.is(end, "name") && words_.is_any(end - 1, {"'s", "’s"})) end -= 2;
    Beside best;
    for (std::size_t from = end + 1 > 6 + first_ ? end - 6 : first_; from <= end; ++from) {
      for (const lexicon::Hit& hit : words_.scan().starting_at(from)) {
        if (hit.last != end) continue;
        const Beside here = of(hit);
        if (!here || (best && !prefers(here, best))) continue;
        // "Mum, Natalie and Levi" is a list; "her mum, Natalie" is one person.
        if (comma && (from == first_ || !(words_[from - 1].has(Class::possessive) || words_.is(from - 1, "her")) ||
                      here.role == nullptr))
          continue;
        if (words_.is(end + 1, ":") && here.agency == 0) continue;
        best = here;
      }
    }
    adjacent_ = best && end + 1 == name;
    return best;
  }

  // A role or body behind the name: "Karen Doyle (mother)", "Mr Dunstan, learning mentor", "Ruth Ellery - HV".
  Beside starts_after(std::size_t i) const {
    std::size_t k = i;
    const auto open = [&](std::size_t at) { return at < last_ && !words_.scan().tokens[at].line_start; };
    if (!open(k)) return {};
    if (words_.is(k, "(") && open(k + 1) && words_.scan().tokens[k + 1].kind == lexicon::TokenKind::number) {
      std::size_t m = k + 1;
      while (open(m) && !words_.is(m, ")") && m < k + 6) ++m;
      k = m + 1;
    }
    if (!open(k) || !words_.is_any(k, {",", "(", "-", "–", "is", "as", ":"})) return {};
    const bool is = words_.is(k, "is");
    ++k;
    while (open(k) &&
           (words_.is_any(k, {"the", "a", "an", "her", "his", "their", "our", "local", "my", "new", "from"}) ||
            words_.scan().tokens[k].kind == lexicon::TokenKind::number))
      ++k;
    if (!open(k)) return {};
    Beside best;
    // "named nurse", "Year 6 teacher", "family support worker at ...": the body may begin a word or two later.
    for (std::size_t from = k; from < std::min(last_, k + (is ? 1 : 4)); ++from) {
      if (words_.scan().tokens[from].kind != lexicon::TokenKind::word || words_.scan().tokens[from].line_start) break;
      if (words_[from].has(Class::coordinator) || words_[from].has(Class::be) || words_[from].has(Class::relative))
        break;
      for (const lexicon::Hit& hit : words_.scan().starting_at(from)) {
        const Beside here = of(hit);
        if (here && (!best || prefers(here, best))) best = here;
      }
      if (best) break;
    }
    return best;
  }

  const Words& words_;
  std::size_t first_, last_;
  Roster& roster_;
  bool adjacent_ = false;
};

}  // namespace

std::optional<RoleWord> first_role(const Words& words, base::Span at) {
  const auto [first, last] = words.scan().range(at);
  std::optional<RoleWord> found;
  for (std::size_t i = first; i < last;) {
    std::size_t next = i + 1;
    const RoleWord* best = nullptr;
    std::size_t longest = 0;
    for (const lexicon::Hit& hit : words.scan().starting_at(i)) {
      const RoleWord* role = words.vocabulary().role(hit.concept_id);
      if (role == nullptr || hit.last >= last || hit.last - i + 1 <= longest) continue;
      best = role;
      longest = hit.last - i + 1;
    }
    if (best != nullptr) {
      const bool possessive = i + longest < last && words.is_any(i + longest, {"'s", "’s"});
      const bool better = !found || (found->role == Role::relative && best->role == Role::parent) ||
                          (found->role == Role::professional && best->role != Role::professional);
      if (!possessive && better) found = *best;
      next = i + longest;
    }
    i = next;
  }
  return found;
}

lexicon::ConceptId first_agency(const Words& words, base::Span at) {
  const auto [first, last] = words.scan().range(at);
  for (std::size_t i = first; i < last; ++i) {
    lexicon::ConceptId best = 0;
    std::size_t longest = 0;
    for (const lexicon::Hit& hit : words.scan().starting_at(i)) {
      if (!words.vocabulary().is_agency(hit.concept_id) || words.vocabulary().is_team(hit.concept_id) ||
          hit.last >= last)
        continue;
      if (hit.last - i + 1 > longest) {
        longest = hit.last - i + 1;
        best = hit.concept_id;
      }
    }
    if (best != 0) return best;
  }
  return 0;
}

void people_in(const Words& words, std::size_t first, std::size_t last, NamePlace place, Roster& roster) {
  Reader(words, first, last, roster).run(place);
}

}  // namespace language
