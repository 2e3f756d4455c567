// The statement of a unit as a whole: a form's answers are read by their labels and columns.
#include <algorithm>

#include "language/content.h"
#include "language/people_phrases.h"
#include "language/polarity.h"
#include "language/statements.h"
#include "language/tense.h"

namespace language {
namespace {

using form::UnitKind;

class Reader {
 public:
  Reader(const Scene& scene, const document::Document& document, std::uint32_t unit)
      : scene_(scene), words_(scene.words), text_(document.text), unit_(scene.form.units[unit]), index_(unit) {}

  Statement run() {
    out_.at = unit_.at;
    out_.unit = index_;
    out_.about = About::child;
    switch (unit_.kind) {
      case UnitKind::help:
        help();
        break;
      case UnitKind::heading:  // a table's row of headings
        out_.source = Source::form;
        out_.about = About::nobody;
        break;
      case UnitKind::field:
      case UnitKind::question:
        answer();
        break;
      case UnitKind::tick:
        tick();
        break;
      case UnitKind::row:
        row();
        break;
      case UnitKind::prose:
        break;
    }
    return out_;
  }

 private:
  std::pair<std::size_t, std::size_t> tokens(base::Span at) const { return words_.scan().range(at); }

  // The first sentence of a stretch, as a statement.
  Statement read(base::Span at, const Voice& voice = {}) const {
    const auto [first, last] = tokens(at);
    if (first >= last) return out_;
    std::size_t end = first;
    while (end < last && !(end > first && (words_.is_any(end, {".", "?", "!"}) &&
                                           (end + 1 >= last || words_.scan().tokens[end + 1].capital ||
                                            words_.scan().tokens[end + 1].line_start))))
      ++end;
    Statement statement = statement_of(scene_, first, std::min(last, end + 1), index_, addressee(), voice);
    statement.content = content_of(scene_, first, last);
    return statement;
  }

  EntityId addressee() const {
    return speaks_to_child() && !scene_.roster.subjects().empty() ? scene_.roster.subjects().front() : nobody;
  }

  bool has_you(base::Span at) const {
    const auto [first, last] = tokens(at);
    for (std::size_t i = first; i < last; ++i) {
      if (words_[i].has(Class::you)) return true;
    }
    return false;
  }
  bool speaks_to_child() const {
    const std::string_view section = scene_.section(unit_);
    if (has_you(unit_.label) && section != "manager" && section != "parent-views") return true;
    return unit_.section >= 0 && has_you(scene_.form.sections[static_cast<std::size_t>(unit_.section)].heading);
  }

  // Whom a label or option concerns: somebody named, or a role word even with "a" or "either" before it.
  AboutOf label_about(base::Span at) const {
    const auto [first, last] = tokens(at);
    for (std::size_t i = first; i < last; ++i) {
      if (const RoleWord* role = family_word(i); role != nullptr && !scene_.mentions.covered(i)) {
        return {about_of_role(role->role), scene_.roster.holder(role->role, role->gender), role->many};
      }
      const Mention* mention = scene_.mentions.at(i);
      if (mention == nullptr || mention->who == nobody || mention->pronoun) continue;
      const Role role = scene_.roster[mention->who].role;
      if (role == Role::worker || role == Role::manager) continue;
      return {about_of_role(role), mention->who, mention->plural};
    }
    if (const auto role = first_role(words_, at); role && role->role != Role::worker && role->role != Role::manager) {
      return {about_of_role(role->role), scene_.roster.holder(role->role, role->gender), role->many};
    }
    for (std::size_t i = first; i < last; ++i) {
      if (words_.is_any(i, {"consent", "consents", "permission"}))
        return {About::parent, scene_.roster.holder(Role::parent, Gender::unknown), false};
    }
    if (first_agency(words_, at) != 0) return {About::agency, scene_.roster.by_agency(first_agency(words_, at)), false};
    return {About::child, scene_.roster.subjects().size() == 1 ? scene_.roster.subjects().front() : nobody, false};
  }

  const RoleWord* family_word(std::size_t token) const {
    for (const lexicon::Hit& hit : words_.scan().starting_at(token)) {
      const RoleWord* role = words_.vocabulary().role(hit.concept_id);
      if (role != nullptr &&
          (role->role == Role::parent || role->role == Role::subject_child || role->role == Role::sibling))
        return role;
    }
    return nullptr;
  }

  void about(const AboutOf& about) {
    out_.about = about.about;
    out_.about_who = about.who;
    out_.group = about.group;
  }

  // When what a label asks after was or is: "Seen alone" and "Consent obtained" are past, "Ethnicity" is present.
  Time label_time(base::Span label) const {
    const auto [first, last] = tokens(label);
    if (first >= last || words_.is_any(first, {"date", "reason", "name"})) return Time::present;
    const std::vector<Group> groups = groups_of(words_, first, last);
    for (const Group& group : groups) {
      if (!group.finite) continue;
      if (group.tense == Tense::past || group.perfect || words_[group.at.first].tag == Tag::have) return Time::past;
      break;
    }
    if (groups.empty() || groups.back().infinitive) return Time::present;
    const Form form = words_[groups.back().verb].form;
    if (groups.back().finite && groups.back().at.last + 2 < last) return Time::present;
    return form == Form::past || form == Form::participle ? Time::past : Time::present;
  }

  void unanswered(base::Span label) {
    out_.source = Source::form;
    out_.polarity = Polarity::affirmed;
    out_.time = label_time(label);
    const auto [first, last] = tokens(label);
    if (first < last && words_.is_any(first, {"will", "shall"})) {
      out_.mood = Mood::intended;
      out_.time = Time::future;
    }
    about(label_about(label));
  }

  void help() {
    out_.source = Source::form;
    const auto [first, last] = tokens(unit_.at);
    if (names_case(first, last)) return found_words();
    // A question that the form room took for guidance, with its answer behind it.
    for (std::size_t i = first; i + 1 < last && last - first < 60; ++i) {
      if (!words_.is(i, "?") || last - i > 30 || words_[last - 1].tag == Tag::quote || words_.is(last - 1, "?"))
        continue;
      const auto& all = words_.scan().tokens;
      if (no_response(i + 1, last)) return unanswered({unit_.at.begin, all[i].at.end});
      return answered({unit_.at.begin, all[i].at.end}, {all[i + 1].at.begin, unit_.at.end});
    }
    for (std::size_t i = first; i + 2 < last; ++i) {
      if (words_.is(i, "yes") && words_.is_any(i + 1, {"/", "or"}) && words_.is(i + 2, "no")) {
        return unanswered({unit_.at.begin, i > first ? words_.scan().tokens[i - 1].at.begin : unit_.at.end});
      }
    }
    const Statement sentence = read(unit_.at);
    const bool of_form = words_.is_any(first, {"this", "fields", "guidance", "please", "consider", "record"});
    if (sentence.general && !of_form && sentence.source == Source::policy) {
      out_.general = true;
      out_.source = Source::policy;
      out_.about = About::nobody;
      out_.polarity = sentence.polarity;
      out_.mood = sentence.mood;
      out_.time = sentence.time;
      return;
    }
    const std::string_view text = unit_.at.of(text_);
    out_.general = text.empty() || text.back() != '?';
    out_.about = out_.general ? About::nobody : label_about(unit_.at).about;
    out_.time = out_.general ? Time::present : label_time(unit_.at);
    if (!out_.general) {
      unanswered(unit_.at);
      return;
    }
    const Statement read_as = read(unit_.at);
    const bool conditional = read_as.mood == Mood::conditional || read_as.mood == Mood::hedged;
    out_.mood = conditional && !out_.general ? read_as.mood : Mood::asserted;
    // Text of a letter's form tells what the letter will do.
    if (read_as.mood == Mood::intended) out_.mood = Mood::intended;
    const bool forbids = words_.is_any(first, {"do", "never"}) && first + 1 < last &&
                         (words_.is(first, "never") || words_.is_any(first + 1, {"not", "n't"}));
    out_.polarity = forbids ? Polarity::denied : Polarity::affirmed;
  }

  // A text that the form room took for guidance and that names people of this record is somebody's words after all.
  bool names_case(std::size_t first, std::size_t last) const {
    for (std::size_t i = first; i < last; ++i) {
      if (scene_.is_name[i]) return true;
    }
    return false;
  }
  void found_words() {
    const Statement read_as = read(unit_.at);
    take(read_as);
    out_.source = read_as.source;
    out_.source_who = read_as.source_who;
    about({read_as.about, read_as.about_who, read_as.group});
  }

  void take(const Statement& read_as) {
    out_.frame = read_as.frame;
    out_.told_frame = read_as.told_frame;
    out_.told = read_as.told;
    out_.told_polarity = read_as.told_polarity;
    out_.polarity = read_as.polarity;
    out_.mood = read_as.mood;
    out_.time = read_as.time;
    out_.standing = read_as.standing;
    out_.quoted = read_as.quoted;
    out_.content = read_as.content;
    out_.process = read_as.process;
    out_.addressee = read_as.addressee;
    out_.general = read_as.general;
  }

  // "Yes", "no", "nah" at the start of an answer: 1, -1; 0 where neither.
  int yes_or_no(base::Span at) const {
    const auto [first, last] = tokens(at);
    if (first >= last) return 0;
    if (words_.is_any(first, {"yes", "y", "yeah", "yep", "true"})) return 1;
    const bool followed = first + 1 < last && words_[first + 1].tag == Tag::noun &&
                          words_.scan().tokens[first + 1].kind == lexicon::TokenKind::word;
    if (words_.is_any(first, {"no", "n", "nah", "nope", "none", "false", "never", "nil"}) &&
        !(words_.is(first, "no") && followed))
      return -1;
    return 0;
  }

  // "[no response recorded]", "(not answered)": a note that nothing was filled in.
  bool no_response(std::size_t first, std::size_t last) const {
    if (last - first < 2 || last - first > 7 || !words_.is_any(first, {"[", "("})) return false;
    bool none = false, answer = false;
    for (std::size_t i = first; i < last; ++i) {
      none = none || words_.is_any(i, {"no", "not", "nothing", "left", "none"});
      answer = answer || words_.is_any(i, {"response", "answer", "answered", "reply", "recorded", "completed", "given",
                                           "provided", "blank", "entered", "filled", "entry"});
    }
    return none && answer;
  }

  bool clause_in(base::Span at) const {
    const auto [first, last] = tokens(at);
    for (const Group& group : groups_of(words_, first, last)) {
      if (group.finite || group.infinitive || group.passive) return true;
      if (words_[group.verb].form == Form::past || words_[group.verb].form == Form::participle) return true;
    }
    return false;
  }

  // An answer that leaves its subject out ("likes her key worker") goes on from its label.
  bool no_subject(base::Span at) const {
    const auto [first, last] = tokens(at);
    for (const Group& group : groups_of(words_, first, last)) {
      if (group.finite) return group.subject.empty();
    }
    return true;
  }

  void answer() {
    const auto [value_first, value_last] = tokens(unit_.value);
    const bool template_only =
        undeleted(unit_.value) || (value_first < value_last && no_response(value_first, value_last));
    if (unit_.blank || unit_.value.empty() || template_only) return unanswered(unit_.label);
    answered(unit_.label, unit_.value);
  }

  void answered(base::Span label, base::Span value) {
    Voice voice = voice_of(scene_, index_);
    if (!voice.given && has_you(label) && !scene_.roster.subjects().empty() &&
        scene_.section(unit_) != "parent-views" && scene_.section(unit_) != "manager") {
      voice = {Source::child, scene_.roster.subjects().front(), true};
    }
    const Statement read_as = read(value, voice);
    take(read_as);
    const int said = yes_or_no(value);
    const auto [first, last] = tokens(value);
    if (said != 0) {
      out_.polarity = said > 0 ? Polarity::affirmed : Polarity::denied;
      if (last - first <= 2 || !clause_in(value)) {
        out_.mood = Mood::asserted;
        out_.time = label_time(label);
      }
    } else if (!clause_in(value)) {
      out_.mood = Mood::asserted;
      out_.time = Time::present;
      if (first < last && words_.has(Cue::hedge, first, last)) out_.mood = Mood::hedged;
    }
    // "Referral to be made: panel 12 December"
    const auto [label_first, label_last] = tokens(label);
    for (const Group& group : groups_of(words_, label_first, label_last)) {
      if (group.infinitive && group.at.last + 2 >= label_last) {
        out_.mood = Mood::intended;
        out_.time = Time::future;
      }
    }
    out_.source = read_as.source;
    out_.source_who = read_as.source_who;
    if (said != 0 && !read_as.told) {  // who answers a form's yes or no is who fills it in
      out_.source = voice.given ? voice.source : Source::worker;
      out_.source_who = voice.given ? voice.who : nobody;
    }
    if (read_as.general) return about({About::nobody, nobody, false});
    if (voice.given && voice.source == Source::child && !clause_in(value))
      return about({About::child, voice.who, false});
    const bool names_somebody = mentions_person(value);
    const bool of_label = voice.given && (voice.source == Source::child || voice.source == Source::parent) &&
                          voice.who != nobody && no_subject(value);
    if (of_label) return about({about_of_role(scene_.roster[voice.who].role), voice.who, false});
    if (names_somebody && said == 0) return about({read_as.about, read_as.about_who, read_as.group});
    AboutOf by_label = label_about(label);
    // "School: no concerns" and "Child's view: ..." concern the child; "Mother's view: tired" her.
    const std::string_view asked = label.of(text_);
    const bool question = !asked.empty() && asked.back() == '?';
    if (by_label.about == About::agency && !question)
      by_label = {About::child, scene_.roster.subjects().size() == 1 ? scene_.roster.subjects().front() : nobody,
                  false};
    about(by_label);
  }

  bool mentions_person(base::Span at) const {
    const auto [first, last] = tokens(at);
    for (std::size_t i = first; i < last; ++i) {
      const Mention* mention = scene_.mentions.at(i);
      if (mention != nullptr && mention->who != nobody && scene_.roster[mention->who].role != Role::worker) return true;
    }
    return false;
  }

  // "Yes / No (delete as appropriate)", "he/she": alternatives that nobody chose.
  bool undeleted(base::Span at) const {
    const auto [first, last] = tokens(at);
    if (last - first > 12 || last - first < 3) return false;
    return words_.is_any(first, {"yes", "y"}) && words_.is_any(first + 1, {"/", "or"}) &&
           words_.is_any(first + 2, {"no", "n"});
  }

  void tick() {
    std::vector<const form::Option*> ticked;
    for (std::uint32_t o = unit_.option_begin; o < unit_.option_end; ++o) {
      if (scene_.form.options[o].ticked) ticked.push_back(&scene_.form.options[o]);
    }
    const bool lone = unit_.option_end - unit_.option_begin == 1;
    const base::Span lone_text = lone ? scene_.form.options[unit_.option_begin].text : base::Span{};
    if (ticked.empty()) {
      const bool nothing_asked = unit_.label.empty();
      if (lone) {
        const base::Span asked = lone_text.empty() ? unit_.label : lone_text;
        if (!asked.empty()) take(read(asked));
        about(label_about(asked.empty() ? unit_.at : asked));
        out_.polarity = Polarity::denied;
        return;
      }
      unanswered(nothing_asked ? unit_.at : unit_.label);
      if (nothing_asked) out_.time = Time::present;
      return;
    }
    base::Span chosen = ticked.front()->text;
    // "I feel safe: always / sometimes / never": a child's own sheet.
    const auto [label_first, label_last] = tokens(unit_.label);
    const std::string_view section = scene_.section(unit_);
    const bool own_sheet = label_first < label_last && words_.is_any(label_first, {"i", "i'm", "my"}) &&
                           words_[label_first].has(Class::first_person) && !scene_.directs(unit_) &&
                           section != "parent-views" && section != "consent" && section != "decision" &&
                           (in_inner(label_first, label_last) || section == "views");
    const bool child = own_sheet || speaks_to_child() ||
                       (!unit_.label.empty() && scene_.section(unit_) == "views" && has_you(unit_.label));
    const int said = yes_or_no(chosen);
    out_.time = label_time(unit_.label);
    if (lone && unit_.label.empty() && !chosen.empty()) {
      take(read(chosen));
    } else if (said != 0) {
      out_.polarity = said > 0 ? Polarity::affirmed : Polarity::denied;
    } else if (!chosen.empty()) {
      const auto [first, last] = tokens(chosen);
      out_.polarity = phrase_polarity(words_, first, last);
      const Statement option = read(chosen);
      if (clause_in(chosen) && unit_.label.empty()) take(option);
    }
    const auto [first, last] = tokens(unit_.at);
    out_.content =
        said != 0 ? std::min<std::uint8_t>(content_of(scene_, first, last), 2) : content_of(scene_, first, last);
    if (child && !scene_.roster.subjects().empty()) {
      out_.source = Source::child;
      out_.source_who = scene_.roster.subjects().front();
      about({About::child, out_.source_who, false});
      return;
    }
    out_.source = Source::worker;
    AboutOf found = mentions_person(chosen) || first_agency(words_, chosen) != 0
                        ? label_about(chosen)
                        : label_about(unit_.label.empty() ? chosen : unit_.label);
    about(found);
  }

  bool in_inner(std::size_t first, std::size_t last) const { return words_.has(Cue::inner, first, last); }

  // The cell that tells: a sentence-like one, else the last that is no date and no owner.
  const form::Cell* telling() const {
    const form::Cell* best = nullptr;
    const auto& passages = scene_.form.passages;
    auto place = std::lower_bound(passages.begin(), passages.end(), index_,
                                  [](const form::Passage& passage, std::uint32_t unit) { return passage.unit < unit; });
    for (; place != passages.end() && place->unit == index_; ++place) {
      const form::Passage& passage = *place;
      if (passage.cell >= 0) {
        const form::Cell& cell = scene_.form.cells[static_cast<std::size_t>(passage.cell)];
        if (best == nullptr || cell.at.size() > best->at.size()) best = &cell;
      }
    }
    if (best != nullptr) return best;
    for (std::uint32_t c = unit_.cell_begin; c < unit_.cell_end; ++c) {
      const form::Cell& cell = scene_.form.cells[c];
      if (cell.at.empty()) continue;
      const bool action = field_is(cell.field, {"action"});
      if (action) return &cell;
      if (field_is(cell.field,
                   {"owner", "due", "date", "due-date", "name", "where", "agency", "professional", "outcome-wanted"}) ||
          only_date(cell.at))
        continue;
      best = &cell;
    }
    if (best == nullptr && unit_.cell_begin < unit_.cell_end) best = &scene_.form.cells[unit_.cell_begin];
    return best;
  }

  bool field_is(lexicon::FieldId field, std::initializer_list<std::string_view> names) const {
    if (field == 0) return false;
    const std::string_view name = words_.vocabulary().lexicon().field_name(field);
    return std::find(names.begin(), names.end(), name) != names.end();
  }

  bool only_date(base::Span at) const {
    const auto dates = scene_.dates_in(at);
    return !dates.empty() && dates.front().at.size() * 2 >= at.size();
  }

  bool plan_row() const {
    if (scene_.plans(unit_)) return true;
    bool action = false, owner = false;
    for (std::uint32_t c = unit_.cell_begin; c < unit_.cell_end; ++c) {
      action = action || field_is(scene_.form.cells[c].field, {"action"});
      owner = owner || field_is(scene_.form.cells[c].field, {"owner", "due"});
    }
    return action || owner;
  }

  // "Action | By whom | By when": a row of nothing but labels is the form's own.
  bool printed() const {
    std::size_t labels = 0;
    for (std::uint32_t c = unit_.cell_begin; c < unit_.cell_end; ++c) {
      const form::Cell& cell = scene_.form.cells[c];
      if (cell.at.empty()) continue;
      if (cell.at.size() > 40 || words_.vocabulary().lexicon().field_of(cell.at.of(text_)) == 0) return false;
      ++labels;
    }
    return labels >= 2;
  }

  void row() {
    if (printed()) {
      out_.source = Source::form;
      out_.about = About::nobody;
      return;
    }
    std::size_t filled = 0;
    for (std::uint32_t c = unit_.cell_begin; c < unit_.cell_end; ++c)
      filled += scene_.form.cells[c].at.empty() ? 0U : 1U;
    if (unit_.blank || (filled <= 1 && unit_.cell_end - unit_.cell_begin > 1)) {
      out_.source = Source::form;
      return about(label_about(unit_.at));
    }
    const form::Cell* cell = telling();
    if (cell == nullptr) return;
    const bool plan = plan_row();
    // Action rows in a plan tell in their first cell.
    const form::Cell& first = scene_.form.cells[unit_.cell_begin];
    if (plan && !field_is(cell->field, {"action"}) && !first.at.empty() && first.field == 0) cell = &first;
    const Voice voice = plan ? Voice{} : voice_of(scene_, index_);
    // "Hamza: 9th centile, was 50th in June": whom the cell is about, then what holds now.
    base::Span told = cell->at;
    const Mention* topic = topic_of(told);
    const Statement read_as = read(told, voice);
    take(read_as);
    const auto [from, to] = tokens(unit_.at);
    out_.content = content_of(scene_, from, to);
    if (!clause_in(told)) {
      out_.mood = Mood::asserted;
      out_.time = Time::present;
      const auto [a, b] = tokens(cell->at);
      out_.polarity = phrase_polarity(words_, a, b);
    }
    if (unit_.option_begin < unit_.option_end) ticked_row();
    if (plan && out_.mood != Mood::conditional) {
      out_.mood = Mood::intended;
      out_.time = Time::future;
    }
    out_.source = plan ? Source::worker : read_as.source;
    out_.source_who = plan ? nobody : read_as.source_who;
    if (topic != nullptr) return about({about_of_role(scene_.roster[topic->who].role), topic->who, false});
    if (voice.given && voice.source == Source::child)
      return about({about_of_role(scene_.roster[voice.who].role), voice.who, false});
    if (mentions_person(cell->at)) {
      about({read_as.about, read_as.about_who, read_as.group});
      if (voice.given && read_as.about == About::agency && voice.source == Source::agency) about(label_about_child());
      return;
    }
    if (plan) return about(label_about(unit_.at));
    // Another cell may name whom it is about: "CDC | Dr Yeo | Teo, developmental review | booked".
    for (std::size_t i = from; i < to; ++i) {
      const Mention* mention = scene_.mentions.at(i);
      if (mention == nullptr || mention->who == nobody || mention->who == voice.who || mention->pronoun) continue;
      const Role role = scene_.roster[mention->who].role;
      if (role == Role::subject_child || role == Role::sibling || (role == Role::parent && voice.given))
        return about({about_of_role(role), mention->who, mention->plural});
    }
    if (voice.given && voice.source != Source::agency)
      return about({about_of_role(scene_.roster[voice.who].role), voice.who, false});
    about(label_about_child());
  }

  // The person before a colon at a cell's start; `at` is then cut to the first stretch behind it.
  const Mention* topic_of(base::Span& at) const {
    const auto [first, last] = tokens(at);
    if (first >= last) return nullptr;
    const Mention* mention = scene_.mentions.at(first);
    if (mention == nullptr || mention->who == nobody) return nullptr;
    std::size_t i = scene_.mentions.end_of(first) + 1;
    if (i + 1 >= last || !words_.is(i, ":")) return nullptr;
    ++i;
    std::size_t end = i;
    while (end < last && words_[end].tag != Tag::comma && words_[end].tag != Tag::stop) ++end;
    const auto& all = words_.scan().tokens;
    if (end > i) at = {all[i].at.begin, all[end - 1].at.end};
    return mention;
  }

  AboutOf label_about_child() const {
    return {About::child, scene_.roster.subjects().size() == 1 ? scene_.roster.subjects().front() : nobody,
            scene_.roster.subjects().size() > 1};
  }

  void ticked_row() {
    for (std::uint32_t o = unit_.option_begin; o < unit_.option_end; ++o) {
      const form::Option& option = scene_.form.options[o];
      if (!option.ticked) continue;
      const int said = yes_or_no(option.text);
      if (said < 0) out_.polarity = Polarity::denied;
    }
  }

  const Scene& scene_;
  const Words& words_;
  std::string_view text_;
  const form::Unit& unit_;
  std::uint32_t index_;
  Statement out_;
};

}  // namespace

Statement unit_statement(const Scene& scene, const document::Document& document, std::uint32_t unit) {
  return Reader(scene, document, unit).run();
}

}  // namespace language
