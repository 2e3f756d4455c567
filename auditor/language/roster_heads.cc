// Whom a record is about where no field says so: its first lines list the children with their birth dates, its title
// names them, or a letter greets them.
#include <algorithm>

#include "language/roster_room.h"

namespace language {
namespace {

constexpr std::size_t kShort = 90;  // bytes of a line that holds no sentences
constexpr std::size_t kLine = 60;   // tokens of a line that are looked at
constexpr std::size_t kLabel = 10;  // tokens in which a label stands
constexpr std::size_t kTitle = 24;  // tokens of a record's title with the names in it

class Heads : RosterRoom {
 public:
  explicit Heads(RosterState& state) : RosterRoom(state) {}

  void run() {
    from_numbers();
    if (roster_.subjects().empty()) subjects_from_initials(state_);
    if (roster_.subjects().empty()) from_lists(false);
    if (roster_.subjects().empty()) from_titles(false);
    if (roster_.subjects().empty()) from_lists(true);
    if (roster_.subjects().empty()) from_letters();
    if (roster_.subjects().empty()) from_titles(true);
  }

 private:
  // "Child 1 Kay Marsh 14", "Child 2: Lee": numbered, wherever they stand on a line of the head or in its cells.
  void from_numbers() {
    for (const form::Unit* of_head : head()) {
      const form::Unit& unit = *of_head;
      const auto [first, last] = tokens(unit.at);
      for (std::size_t i = first; i + 2 < last; ++i) {
        const bool opens = i == first || words_.scan().tokens[i].line_start || cell_begins(unit, i);
        if (!opens || !words_.is_any(i, {"child", "subject"})) continue;
        std::size_t at = i + 1;
        if (words_.is_any(at, {"no", "no.", "number", "#"})) ++at;
        if (words_.scan().tokens[at].kind != lexicon::TokenKind::number || words_.text_of(at).size() > 2) continue;
        ++at;
        while (at < last && words_.is_any(at, {":", "-", "–", ".", ")"})) ++at;
        const bool letter =
            at + 3 < last && words_.is(at, "(") && words_.is(at + 2, ")") && words_.text_of(at + 1).size() <= 2;
        if (letter) at += 3;  // "Child 2 (K): Kay Marsh"
        const auto found = names_in(words_, at, last, NamePlace::cell);
        if (!found.empty() && found.front().first == at && found.front().title.empty()) subject(found.front());
      }
    }
  }

  // The token behind the children's label that begins a line, with its colon: "Children Kay 15, Lee 12", "Names of
  // children and dates of birth: Kay Marsh ..."; the first token where there is none.
  std::size_t behind_children(base::Span at) const {
    const auto [first, last] = tokens(at);
    const lexicon::Hit* label =
        first < last ? words_.find(Cue::label_child, first, std::min(last, first + 4)) : nullptr;
    if (label == nullptr || label->first != first) return first;
    for (std::size_t i = label->last + 1; i + 1 < std::min(last, first + kLabel); ++i) {
      if (words_.is(i, ":") && names_in(words_, first, i, NamePlace::cell).empty()) return i + 1;
    }
    return std::min(last - 1, std::size_t{label->last} + 1);
  }

  bool for_children(const form::Unit& unit) const { return behind_children(unit.at) > tokens(unit.at).first; }

  // The first of such a line, told an age or a birth date right behind the label.
  bool labelled_first(const form::Unit& unit, const Listed& person) const {
    return for_children(unit) && person.born.told() && !person.related && !person.grown &&
           person.name.first == behind_children(unit.at);
  }

  // What stands behind such a label where a colon ends it.
  base::Span behind_label(base::Span at) const {
    const std::size_t behind = behind_children(at);
    if (behind == tokens(at).first || !words_.is(behind - 1, ":")) return at;
    return {words_.scan().tokens[behind].at.begin, at.end};
  }

  bool cell_begins(const form::Unit& unit, std::size_t token) const {
    const std::uint32_t begin = words_.scan().tokens[token].at.begin;
    return std::any_of(form_.cells.begin() + unit.cell_begin, form_.cells.begin() + unit.cell_end,
                       [&](const form::Cell& cell) { return cell.at.begin == begin; });
  }

  // "DELANEY Ashton (M) 15 yrs", "WHO Kay 4.7.99, Lee 12.3.02", "Kay and Lee Marsh" over "Born 3 May 2010 and ...":
  // what only a record's subject has beside a name. `household`: also in lists of those at home.
  void from_lists(bool household) {
    std::vector<Listed> before;  // of the unit before
    bool in_list = false;        // it was a numbered line of a child
    const std::vector<const form::Unit*> units = head();
    for (const form::Unit* of_head : units) {
      const form::Unit& unit = *of_head;
      if (of_others(unit, unit.label, household)) continue;
      std::vector<Listed> here;
      if (unit.kind == form::UnitKind::row) {
        // "Kay Marsh | 14/02/2002 | Lee Marsh | 3/7/2006": the first was taken for the row's label.
        if (!unit.label.empty() && unit.field == 0) add_list(unit.label, here);
        for (std::uint32_t c = unit.cell_begin; c < unit.cell_end; ++c) {
          const form::Cell& cell = form_.cells[c];
          if (cell.at.overlaps(unit.label)) continue;
          if (!of_others(unit, cell.heading, household)) add_list(cell.at, here);
        }
        for (Listed& person : here) {
          if (!person.born.told()) born_beside(unit, person);
        }
        const bool alone = here.size() == 1 && row_of_other(unit, here.front().name);
        if (alone) here.clear();
      } else {
        const bool labelled = unit.kind == form::UnitKind::field && !unit.value.empty();
        // "Kay Marsh (14/02/2002) | Lee Marsh (3/7/2006)": the first was taken for a label.
        if (labelled && unit.field == 0) add_list(unit.label, here);
        add_list(labelled && !hit(unit.label, Cue::label_birth) ? unit.value : behind_label(unit.at), here);
      }
      const bool goes_on = in_list && !here.empty() && numbered(unit, here.front());
      const bool lined = !here.empty() && fills_with_birth(unit) && has_like_neighbour(of_head, units);
      in_list = false;
      const bool opens = !here.empty() && labelled_first(unit, here.front());
      if (opens) here.front().heads = true;
      bool taken = several_aged(here) || goes_on || opens;
      bool dated = false;
      std::vector<std::string> family;  // of the child before
      for (Listed& person : here) {
        dated = dated || person.born.told();
        const bool titled = !person.name.title.empty() && !words_.is_any(person.name.first, {"miss", "master"});
        const bool sibling = person.sibling && taken && person.born.told() && (person.born.said || for_children(unit));
        if ((person.related && !sibling) || person.grown || (titled && !person.name.unborn)) continue;
        const bool a_name =
            !person.name.surname.empty() || two_dated(here) || goes_on || lined || likely(person.name, false);
        const bool said = person.born.said && (person.heads || person.follows || a_name);
        const bool born = person.born.date && (said || beside_taken(person, family) ||
                                               ((person.heads || (person.follows && taken)) && a_name));
        const bool aged = person.born.age && ((person.heads && goes_on) ||
                                              (person.heads && likely(person.name, unit.at.size() <= kShort)) ||
                                              ((person.follows || leads(here, person)) && taken));
        const bool baby = person.born.ahead && (person.name.unborn || words_.is(person.name.first, "baby"));
        if (!born && !aged && !baby && !born_later(person) && !person.name.unborn) continue;
        if (baby) make_unborn(person.name);
        subject(person.name);
        taken = true;
        family = person.name.surname;
        in_list = in_list || numbered(unit, person);
      }
      if (!dated && !taken) born_below(unit, before);
      before = std::move(here);
    }
  }

  // "Kay 13 (8.1.04)": a line that one name with its birth date fills.
  bool fills_with_birth(const form::Unit& unit) const {
    if (unit.kind != form::UnitKind::prose && unit.kind != form::UnitKind::heading) return false;
    const auto [first, last] = tokens(unit.at);
    const auto found = births_.listed(first, last, NamePlace::cell);
    return found.size() == 1 && found.front().heads && found.front().born.date && !found.front().related &&
           !found.front().grown && found.front().born.end >= last;
  }

  // What one such line may not make a child of, two do that follow one another.
  bool has_like_neighbour(const form::Unit* unit, const std::vector<const form::Unit*>& units) const {
    const auto at = std::find(units.begin(), units.end(), unit);
    return (at != units.begin() && fills_with_birth(**(at - 1))) ||
           (at + 1 != units.end() && fills_with_birth(**(at + 1)));
  }

  // "2 Kay 11 (3/4/2010)": a line that begins with a number and the name, and tells an age or a birth date.
  bool numbered(const form::Unit& unit, const Listed& person) const {
    const std::size_t first = tokens(unit.at).first;
    const bool number = person.name.first > first && person.name.first <= first + 3 &&
                        words_.scan().tokens[first].kind == lexicon::TokenKind::number &&
                        words_.text_of(first).size() == 1;
    return number && person.heads && person.born.told() && !person.related && !person.grown;
  }

  // "Kay Marsh 12.3.08 (F, Y6) + Lee Marsh 3.4.10": one of the same family behind a mark.
  bool beside_taken(const Listed& person, const std::vector<std::string>& family) const {
    return !family.empty() && person.name.surname == family && person.name.first > 0 &&
           words_.is_any(person.name.first - 1, {"+", "and", "&", ";", "/", "|"});
  }

  // "Family: Kian (13), Corey (9)": two with an age, one behind the other, are a list wherever it begins.
  bool several_aged(const std::vector<Listed>& people) const {
    for (std::size_t i = 1; i < people.size(); ++i) {
      const Listed& one = people[i - 1];
      const Listed& two = people[i];
      if (!two.follows || !one.born.age || !two.born.age || one.related || two.related) continue;
      const auto named = [&](const PersonName& name) {
        return known_first(name) || (!name.surname.empty() && name.title.empty());
      };
      if (named(one.name) && named(two.name)) return true;
    }
    return false;
  }

  // "Kay 4.7.09, Lee 12.3.12": what one date may not make a name of, two do.
  static bool two_dated(const std::vector<Listed>& people) {
    return std::any_of(people.begin(), people.end(),
                       [](const Listed& person) { return person.follows && person.born.date && !person.related; });
  }

  // The first of a list, whatever stands before it on the line.
  static bool leads(const std::vector<Listed>& people, const Listed& person) {
    const auto next = static_cast<std::size_t>(&person - people.data()) + 1;
    return &person == people.data() || (next < people.size() && people[next].follows && people[next].born.age);
  }

  // "Joaquin Pratt, a big reader, born 19 March 2015": at the head of a line, with no verb between.
  bool born_later(const Listed& person) const {
    if (!person.heads || person.name.surname.empty()) return false;
    const auto& all = words_.scan().tokens;
    for (std::size_t i = person.name.last + 1; i < std::min(words_.size(), person.name.last + 15); ++i) {
      if (all[i].line_start || words_.is_any(i, {"lives", "is", "was", "has", "."})) return false;
      if (words_.is_any(i, {"born", "dob"})) return births_.at(i, words_.size()).date;
    }
    return false;
  }

  // A row of unlabelled cells: the name in one, the birth date in one behind it, before anybody else's name.
  void born_beside(const form::Unit& unit, Listed& person) const {
    bool behind = unit.label.contains(person.name.at.begin);
    for (std::uint32_t c = unit.cell_begin; c < unit.cell_end; ++c) {
      const form::Cell& cell = form_.cells[c];
      const bool own = cell.at.contains(person.name.at.begin);
      behind = behind || own;
      if (own || !behind || cell.at.empty()) continue;
      if (!cell.heading.empty() && !hit(cell.heading, Cue::label_birth)) continue;
      if (!names(cell.at).empty()) return;
      const auto [first, last] = tokens(cell.at);
      Born born = births_.at(first, last);
      if (!born.date || born.end < last) continue;
      born.said = true;
      born.end = person.born.end;
      person.born = born;
      person.grown = births_.grown(born);
      return;
    }
  }

  void add_list(base::Span at, std::vector<Listed>& people) const {
    const auto [first, last] = tokens(at);
    auto found = births_.listed(first, std::min(last, first + kLine), NamePlace::cell);
    // "Kay MARSH (in her passport KAY MARCH)", "Kay MARSH (on the ward as Baby Marsh)": one child, called two names.
    for (std::size_t i = found.size(); i-- > 1;) {
      const PersonName& name = found[i].name;
      const bool again =
          std::any_of(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(i), [&](const Listed& one) {
            return one.name.given == name.given && !name.given.empty() && !one.name.surname.empty();
          });
      const bool baby = words_.is(name.first, "baby") && !found.front().name.given.empty() &&
                        name.surname == found.front().name.surname &&
                        in_brackets(found.front().name.last + 1, name.first);
      if (baby || (again && !found[i].follows && !found[i].born.told()))
        found.erase(found.begin() + static_cast<std::ptrdiff_t>(i));
    }
    surname_behind(found);
    turn_round(found);
    if (!found.empty() && family_first(found, last)) found.erase(found.begin());
    share_surnames(found);
    people.insert(people.end(), found.begin(), found.end());
  }

  // A line without a name that begins with a birth date: it is of those whom the line before ends with or is about.
  void born_below(const form::Unit& unit, const std::vector<Listed>& before) {
    const auto [first, last] = tokens(unit.at);
    if (before.empty() || first >= last) return;
    std::size_t from = first;
    while (from < std::min(last, first + kLabel) && !words_.is_any(from, {"born", "dob", "b", "d"})) ++from;
    const bool asked = from < std::min(last, first + kLabel) && births_.at(from, last).date;
    const Born born = births_.at(first, last);
    if (!asked && !(born.date && born.age)) return;
    const Listed& person = before.back();
    if (person.related || person.grown) return;
    std::size_t begin = before.size() - 1;
    if (person.born.end >= words_.size() || words_.scan().tokens[person.born.end].line_start) {
      while (begin > 0 && before[begin].follows) --begin;
      for (; begin < before.size(); ++begin) subject(before[begin].name);
    } else if (before.front().heads && !before.front().name.surname.empty() && likely(before.front().name, false)) {
      subject(before.front().name);
    }
  }

  bool of_others(const form::Unit& unit, base::Span label, bool household) const {
    const auto others = [&](base::Span at) {
      return hit(at, Cue::label_mother) || hit(at, Cue::label_father) || hit(at, Cue::label_parents) ||
             hit(at, Cue::label_siblings) || hit(at, Cue::label_worker) || hit(at, Cue::label_manager) ||
             hit(at, Cue::label_referrer) || hit(at, Cue::label_professional) ||
             (!household && hit(at, Cue::label_household) && !hit(at, Cue::label_child));
    };
    const auto role = label.empty() ? std::nullopt : role_in(label);
    if (role && role->role != Role::subject_child && role->role != Role::other) return true;  // "Expectant mother"
    if (!label.empty() && unit.kind != form::UnitKind::heading && others(label)) return true;
    if (unit.section < 0 || unit.kind == form::UnitKind::heading) return false;
    const base::Span heading = form_.sections[static_cast<std::size_t>(unit.section)].heading;
    return !heading.empty() && !names_record(heading) && others(heading);
  }

  // A row that says in another cell that the person is a parent, a brother, a professional.
  bool row_of_other(const form::Unit& unit, const PersonName& name) const {
    for (std::uint32_t c = unit.cell_begin; c < unit.cell_end; ++c) {
      const form::Cell& cell = form_.cells[c];
      const auto role = cell.at.contains(name.at.begin) || cell.at.size() > 40 ? std::nullopt : role_in(cell.at);
      if (role && role->role != Role::subject_child) return true;
    }
    return false;
  }

  // "Record for: X", "Re: X and Y": the label stands right before the name, "Children's Services, X" doesn't.
  // `nameless`: an unborn child without a name is one, too, as "PRE-BIRTH ASSESSMENT (UNBORN)" has it.
  void from_titles(bool nameless) {
    std::size_t seen = 0;
    for (std::size_t u = 0; u < form_.units.size(); ++u) {
      const form::Unit& unit = form_.units[u];
      if (unit.kind == form::UnitKind::row || unit.kind == form::UnitKind::help) continue;
      if (unit.kind != form::UnitKind::heading && ++seen > head_units) return;
      const base::Span at = unit.kind == form::UnitKind::field ? base::join(unit.label, unit.value) : unit.at;
      const auto [first, last] = tokens(at);
      // "Record: TRAN Thi Mai | ID 90418": marks part a line's names from the rest of it.
      const bool parted = at.size() <= kShort && at.of(text_).find('|') != std::string_view::npos;
      const bool cell = parted || unit.kind == form::UnitKind::heading || begins_with_group(first, last);
      auto found = births_.listed(first, last, cell ? NamePlace::cell : NamePlace::prose);
      share_surnames(found);
      bool taken = opens_title(first, last);
      for (const Listed& person : found) {
        const PersonName& name = person.name;
        if (name.first > first + kLine) break;  // a title is short
        if (!name.title.empty() || person.related) continue;
        if (!nameless && name.unborn && name.first == name.last) continue;
        if (taken && in_brackets(found.front().name.last + 1, name.first)) continue;
        const lexicon::Hit* label = words_.find(Cue::label_child, first, name.first);
        const bool near = label != nullptr && name.first < first + kLabel && label->last + 3 >= name.first;
        const bool labelled =
            (near && !another_between(label->last + 1, name.first)) ||
            (person.grouped && (label != nullptr || (name.first <= first + 2 && fill_line(found, last))));
        if (!name.unborn && !labelled && !label_before(first, name.first) && !titles(person, first, last) &&
            !introduced(person, first) && !(taken && person.follows))
          continue;
        subject(name);
        taken = true;
      }
      if (!roster_.subjects().empty()) return subjects_on_next_lines(u);
    }
  }

  bool begins_with_group(std::size_t first, std::size_t last) const {
    const lexicon::ConceptId group = lexicon_.find_concept("listing.group");
    if (last > first + kTitle || first >= last) return false;
    return words_.begins(group, first) != nullptr ||
           (words_.is(first, "the") && words_.begins(group, first + 1) != nullptr);
  }

  // "Boys Kit Marsh and Lee Marsh", "... dates of birth below": several, and no more on the line but a label.
  bool fill_line(const std::vector<Listed>& people, std::size_t last) const {
    if (people.size() < 2) return false;
    const std::size_t end = std::max(people.back().born.end, people.back().name.last + 1);
    const bool ends = end >= last || words_.begins(words_.vocabulary().cue(Cue::label_birth), end) != nullptr;
    return ends && std::all_of(people.begin() + 1, people.end(),
                               [](const Listed& person) { return person.follows && !person.related; });
  }

  // "1.1 Name of child Kay Marsh": a label that a number stands before, right in front of the name.
  bool label_before(std::size_t first, std::size_t name) const {
    std::size_t word = first;
    while (word < name && words_.scan().tokens[word].kind != lexicon::TokenKind::word) ++word;
    if (word >= name || name > word + kLabel) return false;
    const base::Span label{words_.scan().tokens[word].at.begin, words_.scan().tokens[name - 1].at.end};
    const lexicon::Scan& alone = state_.labels.scan(label.of(text_));
    return std::any_of(alone.hits.begin(), alone.hits.end(), [&](const lexicon::Hit& hit) {
      return hit.concept_id == words_.vocabulary().cue(Cue::label_child) && hit.at.begin == 0 &&
             hit.at.end + 2 >= label.size();
    });
  }

  // "Case worker Ann Fox", "Child's father Ian": somebody else stands between the label and the name.
  bool another_between(std::size_t from, std::size_t to) const {
    for (std::size_t i = from; i < to; ++i) {
      if (words_.is_any(i, {"worker", "holder", "manager", "team", "friend", "school", "services", "council"}))
        return true;
      for (const lexicon::Hit& hit : words_.scan().starting_at(i)) {
        const RoleWord* role = words_.vocabulary().role(hit.concept_id);
        if (role != nullptr && role->role != Role::subject_child && role->role != Role::sibling) return true;
      }
    }
    return false;
  }

  // "The children are Kay, who is 12, and Lee": a sentence that says who the children are.
  bool introduced(const Listed& person, std::size_t first) const {
    const std::size_t at = person.name.first;
    if (at < first + 2) return false;
    const bool a_name = known_first(person.name) || !person.name.surname.empty();
    if (a_name && words_.is(at - 2, "your") &&
        words_.is_any(at - 1, {"children", "child", "son", "sons", "daughter", "daughters", "boys", "girls", "twins"}))
      return true;  // "my assessment of your children Kay and Lee"
    if (!words_.is_any(at - 1, {"are", "is", "called", "named", ":"})) return false;
    if (!words_.is_any(at - 2, {"children", "child", "twins", "boys", "girls", "siblings", "kids", "subjects", "are"}))
      return false;
    const bool owned =
        at >= first + 3 && words_.is_any(at - 3, {"'s", "’s", "his", "other", "older", "adult", "grown"});
    return !owned && known_first(person.name);
  }

  // "Core assessment: Hamza Iqbal", "Single assessment of need - Kay and Lee Marsh": the end of a record's title.
  bool titles(const Listed& person, std::size_t first, std::size_t last) const {
    const std::size_t at = person.name.first;
    if (last - first > kTitle || at < first + 2 || person.grown) return false;
    if (!likely(person.name, false) && !person.name.surname_first) return false;
    if (!words_.is_any(at - 1, {":", "-", "–", "—", "for", "of", "on", "about", "re", "|"})) return false;
    if (!names_record({words_.scan().tokens[first].at.begin, words_.scan().tokens[at - 1].at.end})) return false;
    const std::size_t behind = person.name.last + 1;
    return person.born.told() || behind >= last ||
           words_.is_any(behind, {"and", "&", ",", "(", "/", "|", "-", "–", "."});
  }

  // "Kay Marsh - single assessment": a record's title that begins with the child's whole name.
  bool opens_title(std::size_t first, std::size_t last) {
    if (last - first > kTitle) return false;
    const auto found = births_.listed(first, last, NamePlace::cell);
    if (found.empty() || found.front().name.first != first || found.front().grown || found.front().related)
      return false;
    const PersonName& name = found.front().name;
    const std::size_t behind = std::max(name.last + 1, found.front().born.end);
    if (!known_first(name) || name.surname.empty() || !name.title.empty() || behind >= last) return false;
    if (!words_.is_any(behind, {"-", "–", "—", ":", "|"}) && !words_.is_any(behind - 1, {"-", "–", "—", ":", "|"}))
      return false;
    if (!names_record({words_.scan().tokens[behind].at.begin, words_.scan().tokens[last - 1].at.end})) return false;
    subject(name);
    return true;
  }

  // "Dear Dawn, ... your sons": a letter to a parent.
  bool to_parent() const {
    if (to_grown()) return true;
    for (std::size_t i = 0; i + 1 < words_.size(); ++i) {
      // "your Child and Family Assessment" is the record's own name.
      const bool record = words_.is(i + 1, "child") && words_.is_any(i + 2, {"and", "&", "in", "protection"});
      if (words_.is(i, "your") && !record &&
          words_.is_any(i + 1, {"son", "sons", "daughter", "daughters", "children", "child", "boys", "girls", "kids",
                                "baby", "parenting"}))
        return true;
    }
    return false;
  }

  // "Dear Natalie" below "Ms Natalie Marsh, 9 Lark Rise"
  bool to_grown() const {
    for (const form::Unit& unit : form_.units) {
      const auto [first, last] = tokens(unit.at);
      if (first >= last || !greets(first)) continue;
      for (const PersonName& name : names({unit.at.begin, std::min(unit.at.end, unit.at.begin + 80)})) {
        const PersonName full = addressed(name);
        if (!full.surname.empty() && full.title != "miss" && full.title != "master") return true;
      }
    }
    return false;
  }

  // "Dear Ann, Kay and Lee", and later "KAY" and "LEE" above what is said to each: the letter is to a parent too.
  bool headed(const PersonName& name) const {
    return std::any_of(form_.units.begin(), form_.units.end(), [&](const form::Unit& unit) {
      if (unit.kind != form::UnitKind::heading) return false;
      const auto found = names(unit.at);
      return found.size() == 1 && found.front().at.begin == first_word(unit.at) && !found.front().given.empty() &&
             !name.given.empty() && found.front().given.front() == name.given.front();
    });
  }

  void from_letters() {
    if (to_parent()) return;
    for (const form::Unit& unit : form_.units) {
      const auto [first, last] = tokens(unit.at);
      if (first >= last) continue;
      const bool letter = greets(first) || (unit.kind == form::UnitKind::heading && hit(unit.at, Cue::heading_letter));
      if (!letter) continue;
      std::size_t place = first + 3;  // "Dear Tom, Amy and Jo"
      auto found = names({unit.at.begin, std::min(unit.at.end, unit.at.begin + 80)});
      share_surnames(found);
      const bool some_headed = std::any_of(found.begin(), found.end(), [&](const PersonName& n) { return headed(n); });
      for (const PersonName& name : found) {
        if (!name.title.empty() || name.first > place) break;
        if (!some_headed || headed(name)) {
          subject(name);
        } else {
          roster_.add(name, Role::parent, Gender::unknown, "parent");
        }
        const bool goes_on = words_.is_any(name.last + 1, {"and", ",", "&"}) && name.last + 2 < last;
        place = goes_on ? name.last + 2 : 0;
      }
    }
  }
};

}  // namespace

void subjects_from_heads(RosterState& state) {
  Heads(state).run();
}

}  // namespace language
