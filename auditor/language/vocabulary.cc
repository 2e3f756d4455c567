#include "language/vocabulary.h"

#include <utility>

namespace language {
namespace {

constexpr std::array<std::pair<Class, std::string_view>, static_cast<std::size_t>(Class::count)> kClasses = {{
    {Class::past, "form.past"},
    {Class::participle, "form.participle"},
    {Class::same, "form.same"},
    {Class::determiner, "word.determiner"},
    {Class::possessive, "word.possessive"},
    {Class::preposition, "word.preposition"},
    {Class::coordinator, "word.coordinator"},
    {Class::subordinator, "word.subordinator"},
    {Class::relative, "word.relative"},
    {Class::adverb, "word.adverb"},
    {Class::modal, "word.modal"},
    {Class::be, "verb.be"},
    {Class::have, "verb.have"},
    {Class::auxiliary_do, "verb.do"},
    {Class::first_person, "pronoun.first"},
    {Class::we, "pronoun.we"},
    {Class::you, "pronoun.you"},
    {Class::he, "pronoun.he"},
    {Class::she, "pronoun.she"},
    {Class::they, "pronoun.they"},
    {Class::it, "pronoun.it"},
    {Class::object_pronoun, "pronoun.object"},
    {Class::subject_pronoun, "pronoun.subject"},
    {Class::says, "report.say"},
    {Class::thinks, "report.think"},
    {Class::denies, "report.deny"},
    {Class::asks, "report.ask"},
    {Class::perceives, "report.perceive"},
    {Class::not_word, "cue.not"},
    {Class::none_word, "cue.none"},
    {Class::function, "word.function"},
    {Class::stock, "word.stock"},
}};

constexpr std::array<std::string_view, static_cast<std::size_t>(Cue::count)> kCues = {
    "cue.negates",      "cue.double",       "cue.pseudo",         "cue.gesture-no",
    "cue.hedge",        "cue.if",           "cue.if-not",         "cue.intended",
    "cue.directed",     "cue.would-wish",   "cue.would-refuse",   "cue.to-now",
    "cue.ahead",        "cue.past-time",    "cue.superseded",     "cue.earlier-record",
    "cue.but-now",      "cue.according",    "cue.own-account",    "cue.gesture",
    "cue.no-answer",    "cue.inner",        "cue.norm",           "cue.norm.strong",
    "cue.kind",         "cue.kinds",        "cue.usual",          "cue.practice",
    "cue.to-writer",    "cue.process",      "label.child",        "label.name",
    "label.surname",    "label.birth",      "label.relationship", "label.mother",
    "label.father",     "label.parents",    "label.siblings",     "label.household",
    "label.worker",     "label.manager",    "label.referrer",     "label.professional",
    "label.completed",  "label.ahead",      "label.view",         "label.alias",
    "form.beside-name", "form.street-word", "relation.subject",   "relation.not-subject",
    "heading.letter",   "name.female",      "name.male",
};

constexpr std::array<std::pair<Frame, std::string_view>, 15> kFrames = {{{Frame::say, "frame.say"},
                                                                         {Frame::want, "frame.want"},
                                                                         {Frame::feel, "frame.feel"},
                                                                         {Frame::show, "frame.show"},
                                                                         {Frame::see, "frame.see"},
                                                                         {Frame::ask, "frame.ask"},
                                                                         {Frame::tell, "frame.tell"},
                                                                         {Frame::act, "frame.act"},
                                                                         {Frame::happen, "frame.happen"},
                                                                         {Frame::judge, "frame.judge"},
                                                                         {Frame::plan, "frame.plan"},
                                                                         {Frame::refuse, "frame.refuse"},
                                                                         {Frame::cause, "frame.cause"},
                                                                         {Frame::be, "frame.be"},
                                                                         {Frame::none, ""}}};

Role role_named(std::string_view name) {
  if (name == "subject_child") return Role::subject_child;
  if (name == "sibling") return Role::sibling;
  if (name == "parent") return Role::parent;
  if (name == "relative") return Role::relative;
  if (name == "worker") return Role::worker;
  if (name == "manager") return Role::manager;
  if (name == "professional") return Role::professional;
  if (name == "agency") return Role::agency;
  if (name == "referrer") return Role::referrer;
  return Role::other;
}

}  // namespace

Vocabulary::Vocabulary(const lexicon::Lexicon& lexicon) : lexicon_(lexicon) {
  const std::size_t count = lexicon.concept_count() + 1;
  bits_.assign(count, 0);
  frames_.assign(count, Frame::none);
  role_of_.assign(count, -1);
  agencies_.assign(count, false);
  teams_.assign(count, false);
  for (const auto& [c, name] : kClasses) {
    if (const lexicon::ConceptId id = lexicon.find_concept(name); id != 0) bits_[id] |= bit(c);
  }
  for (const auto& [frame, name] : kFrames) {
    if (const lexicon::ConceptId id = lexicon.find_concept(name); id != 0) frames_[id] = frame;
  }
  for (std::size_t i = 0; i < kCues.size(); ++i) cues_[i] = lexicon.find_concept(kCues[i]);
  for (const lexicon::ConceptId id : lexicon.family("agency")) {
    agencies_[id] = true;
    teams_[id] = lexicon.attribute(id, "team") == "yes";
  }
  for (const lexicon::ConceptId id : lexicon.family("role")) {
    const std::string_view gender = lexicon.attribute(id, "gender");
    role_of_[id] = static_cast<std::int16_t>(roles_.size());
    roles_.push_back({id, role_named(lexicon.attribute(id, "role")),
                      gender == "female" ? Gender::female
                      : gender == "male" ? Gender::male
                                         : Gender::unknown,
                      lexicon.attribute(id, "number") == "many", lexicon.attribute(id, "called")});
  }
}

const RoleWord* Vocabulary::role(lexicon::ConceptId id) const {
  return role_of_[id] < 0 ? nullptr : &roles_[static_cast<std::size_t>(role_of_[id])];
}

}  // namespace language
