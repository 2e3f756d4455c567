#include "language/attribution.h"

#include <algorithm>

namespace language {
namespace {

bool family(Role role) { return role == Role::subject_child || role == Role::sibling || role == Role::parent || role == Role::relative; }
bool body(Role role) { return role == Role::agency || role == Role::professional; }

class Attributor {
 public:
  Attributor(const Scene& scene, const Reading& reading) : scene_(scene), words_(scene.words), reading_(reading) {}

  SourceOf source(bool general) const {
    if (const SourceOf by = according(); by.decided) return by;
    if (const SourceOf by = own_account(); by.decided) return by;
    if (const SourceOf by = paper(); by.decided) return by;
    if (const SourceOf by = reporter(); by.decided) return by;
    if (general) return {Source::policy, nobody, true};
    if (SourceOf by = subject_speaks(); by.decided) {
      by.weak = true;
      return by;
    }
    return later_part();
  }

 private:
  const Entity* entity(const Mention* mention) const { return mention == nullptr ? nullptr : scene_.entity(mention->who); }

  SourceOf from(const Mention* mention) const {
    const Entity* who = entity(mention);
    if (who == nullptr) return {};
    return {source_of_role(who->role), mention->who, true};
  }

  const Mention* first_mention(std::size_t from, std::size_t to) const {
    for (std::size_t i = from; i < std::min(to, reading_.last); ++i) {
      if (const Mention* mention = scene_.mentions.at(i); mention != nullptr && mention->who != nobody) {
        const std::size_t end = scene_.mentions.end_of(i);
        if (mention->possessive && end + 2 < to && scene_.mentions.covered(end + 2)) {
          i = end + 1;  // "according to Stacey's mum"
          continue;
        }
        return mention;
      }
      if (words_[i].tag == Tag::comma || words_[i].tag == Tag::stop) break;
    }
    return nullptr;
  }

  SourceOf according() const {
    const lexicon::Hit* hit = words_.find(Cue::according, reading_.first, reading_.last);
    if (hit != nullptr) return from(first_mention(hit->first, hit->last + 9));
    return opinion();
  }

  // "in Mrs Bell's opinion", "by Dana's account", "Sam's version is that": whose it is.
  SourceOf opinion() const {
    for (std::size_t i = reading_.first + 2; i < reading_.last; ++i) {
      if (!words_.is_any(i, {"account", "opinion", "view", "eyes", "words", "telling", "belief", "version", "story", "impression", "understanding", "memory", "recollection", "book", "experience", "reckoning", "claim", "explanation"})) continue;
      if (words_[i - 1].tag != Tag::determiner || !words_.is_any(i - 1, {"'s", "’s"})) continue;
      const Mention* owner = scene_.mentions.at(i - 2);
      if (owner == nullptr || owner->who == nobody) continue;
      std::size_t start = i - 2;
      while (start > reading_.first && scene_.mentions.at(start - 1) == owner) --start;
      while (start > reading_.first && words_[start - 1].tag == Tag::determiner) --start;
      const bool governed = start > reading_.first && words_.is_any(start - 1, {"in", "by", "on", "from", "to"});
      const bool states = i + 1 < reading_.last && (words_.is_any(i + 1, {"is", "was", "that", ":"}) && (words_.is(i + 1, "that") || words_.is(i + 1, ":") || (i + 2 < reading_.last && words_.is_any(i + 2, {"that", "of"}))));
      if (governed || states) return from(owner);
    }
    return {};
  }

  SourceOf own_account() const {
    const lexicon::Hit* hit = words_.find(Cue::own_account, reading_.first, reading_.last);
    if (hit == nullptr) return {};
    for (std::size_t i = hit->first; i <= hit->last; ++i) {
      if (const Mention* mention = scene_.mentions.at(i); mention != nullptr) return from(mention);
    }
    const Group* main = reading_.group(reading_.main);
    return main == nullptr ? SourceOf{} : from(mention_in(scene_, main->subject));
  }

  SourceOf reporter() const {
    const Group* group = reading_.group(reading_.reporter);
    if (group == nullptr) return {};
    if (reading_.gesture) {
      if (const SourceOf by = from(mention_in(scene_, reading_.reporter_subject)); by.decided) return by;
    }
    if (group->passive) {
      for (std::size_t i = group->at.last + 1; i < reading_.last; ++i) {
        if (words_.is(i, "by")) return from(first_mention(i + 1, i + 8));
        if (words_[i].verbal() && words_[i].finite) break;
      }
      // "was quoted as", "was heard to say": the subject speaks; "was told", "was asked" give no source.
      if (words_.is_any(group->verb, {"told", "asked", "informed", "advised", "reported", "noted", "recorded", "agreed", "reminded", "explained"})) return {Source::worker, nobody, true};
    }
    if (const Mention* speaker = mention_in(scene_, reading_.reporter_subject); speaker != nullptr) return from(speaker);
    // "In the hospital's letter it says", "the report from school states": whose paper it is.
    if (const SourceOf by = from(first_mention(reading_.first, group->at.first)); by.decided && (reading_.reporter_subject.empty() || words_.is(reading_.reporter_subject.first, "it"))) return by;
    // "Harbour say": an unknown name with a verb in the plural is a body's.
    const Run& subject = reading_.reporter_subject;
    bool capital = !subject.empty();
    for (std::size_t i = subject.first; capital && i <= subject.last; ++i) capital = words_.scan().tokens[i].capital && words_[i].tag != Tag::pronoun;
    if (capital && words_[group->verb].form == Form::base && group->modal == npos) {
      return {Source::agency, nobody, true};
    }
    return {};
  }

  // "Conference minutes 5/11: ...", "School report - ...": whose paper is quoted.
  SourceOf paper() const {
    bool document = false;
    for (std::size_t i = reading_.first; i < std::min(reading_.last, reading_.first + 9); ++i) {
      if (words_[i].verbal() && words_[i].finite) return {};
      document = document || words_.is_any(i, {"minutes", "report", "letter", "email", "log", "notes", "summary", "statement", "records", "notification"});
      if (!words_.is(i, ":")) continue;
      if (!document) return {};
      const Mention* owner = first_mention(reading_.first, i);
      const SourceOf by = from(owner);
      if (by.decided) return by.source == Source::worker || by.source == Source::child ? SourceOf{} : by;
      return {Source::agency, nobody, true};
    }
    return {};
  }

  bool quotes() const {
    std::size_t marks = 0;
    for (std::size_t i = reading_.first; i < reading_.last; ++i) {
      if (words_[i].tag == Tag::quote && !words_.is_any(i, {"'", "’", "‘"})) ++marks;
    }
    return marks > 0;
  }

  // No clause reports, but the subject of the main clause is the one who knows: it says, thinks, feels, answers by
  // gesture, or is a body that tells what it does or finds.
  SourceOf subject_speaks() const {
    const Group* main = reading_.group(reading_.main);
    if (main == nullptr) return {};
    const Mention* subject = mention_in(scene_, main->subject);
    if (main->subject.empty() && !main->finite && main->passive == false) {
      // "Seen by the nurse": a participle whose agent is a body.
      return {};
    }
    const Entity* who = entity(subject);
    if (who == nullptr) return {};
    const Word& verb = words_[main->verb];
    const bool passive = main->passive;
    if (family(who->role) || who->role == Role::other || who->role == Role::referrer) {
      if (passive) return {};
      bool possessor = false;
      mention_in(scene_, main->subject, &possessor);
      if (possessor) return {};
      // "could not tell me", "might not be telling us": what the worker makes of it.
      const bool silent = main->negation != npos && words_.is_any(main->verb, {"tell", "told", "say", "said", "speak", "spoken", "talk", "talked", "answer", "answered", "explain", "explained", "reply", "replied", "respond", "responded", "give", "given", "engage", "engaged", "discuss", "discussed", "describe", "described", "mention", "mentioned", "disclose", "disclosed"});
      const bool guessed = main->modal != npos && words_.is_any(main->modal, {"may", "might", "could", "should", "must", "will", "'ll"});
      if (silent || (guessed && verb.has(Class::says))) return {};
      if (verb.has(Class::says) || verb.has(Class::denies)) return from(subject);
      const bool witnessed = verb.has(Class::perceives) && words_.is_any(main->verb, {"saw", "heard", "noticed", "found", "witnessed", "overheard", "watched", "spotted"});
      if (witnessed && who->role != Role::subject_child && who->role != Role::sibling) return from(subject);
      if (near(Cue::inner, *main)) return from(subject);
      if (who->role == Role::subject_child || who->role == Role::sibling) {
        if (near(Cue::gesture, *main) && main->negation == npos) return from(subject);
        const bool would = main->modal != npos && words_.is_any(main->modal, {"would", "'d", "’d"});
        if (would && has_condition() && main->negation != npos && main->frame != Frame::be && !subject->plural) return from(subject);
      }
      if (quotes() && (who->role == Role::subject_child || who->role == Role::sibling)) return from(subject);
      return {};
    }
    if (who->role == Role::manager || who->role == Role::worker) return {Source::worker, subject->who, true};
    if (!body(who->role)) return {};
    if (words_[main->subject.first].has(Class::none_word)) return {};  // "No one from housing came"
    if (words_.has(Cue::no_answer, main->at.first, std::min(reading_.last, main->at.last + 5))) return {};
    if (passive) return {};
    if (main->frame == Frame::be && words_[main->verb].tag == Tag::be && main->modal == npos && !says_behind(*main)) {
      // "School is across the road" is the worker's knowledge,
      // and "the nurse is to see him" is what the worker arranged.
      bool states = false;
      for (std::size_t i = main->at.last + 1; i < std::min(reading_.last, main->at.last + 4); ++i) states = states || words_[i].has(Class::thinks) || words_[i].has(Class::says) || words_.is_any(i, {"concerned", "clear", "happy", "keen", "aware", "pleased", "worried"});
      if (!states) return {};
    }
    return from(subject);
  }

  bool says_behind(const Group& main) const { return words_[main.verb].has(Class::says); }

  bool has_condition() const {
    return std::any_of(reading_.groups.begin(), reading_.groups.end(), [](const Group& group) { return group.finite && group.intro == Intro::condition; }) ||
           words_.has(Cue::condition, reading_.first, reading_.last);
  }

  bool near(Cue cue, const Group& group) const {
    const lexicon::Hit* hit = words_.find(cue, group.at.first, reading_.last);
    return hit != nullptr && hit->first <= group.at.last + 3;
  }

  // "Daniel used to hide his bag; he told me that he packed that in": who speaks in the later part speaks of the earlier.
  SourceOf later_part() const {
    const Group* main = reading_.group(reading_.main);
    if (main == nullptr) return {};
    for (const Group& group : reading_.groups) {
      if (!group.finite || group.at.first <= main->at.last || group.intro != Intro::main) continue;
      const bool part = group.begin > reading_.first && (words_.is(group.begin - 1, ";") || words_[group.begin - 1].tag == Tag::stop);
      if (!part || !words_[group.verb].has(Class::says) || group.passive) continue;
      const Mention* speaker = mention_in(scene_, group.subject);
      const Entity* who = entity(speaker);
      if (who != nullptr && who->role != Role::worker) return from(speaker);
    }
    return {};
  }

  const Scene& scene_;
  const Words& words_;
  const Reading& reading_;
};

AboutOf about(const Scene& scene, const Mention* mention) {
  const Entity* who = mention == nullptr ? nullptr : scene.entity(mention->who);
  if (who == nullptr) return {};
  return {about_of_role(who->role), mention->who, mention->plural};
}

bool family_source(const SourceOf& source) { return source.source == Source::parent || source.source == Source::child || source.source == Source::relative; }

AboutOf the_child(const Scene& scene);

// Whom a body's information concerns where it names nobody: services for adults speak of the parent.
AboutOf served_by(const Scene& scene, const Entity& body) {
  const std::string_view name = body.agency == 0 ? std::string_view() : scene.words.vocabulary().lexicon().concept_name(body.agency);
  const bool adults = name == "agency.adult-mental-health" || name == "agency.substance" || name == "agency.probation" || name == "agency.adult-social-care" || name == "agency.benefits";
  const EntityId parent = scene.roster.holder(Role::parent, Gender::unknown);
  if (adults && parent != nobody) return {About::parent, parent, false};
  return the_child(scene);
}

AboutOf the_child(const Scene& scene) {
  if (scene.roster.subjects().empty()) return {About::child, nobody, false};
  if (scene.roster.subjects().size() == 1) return {About::child, scene.roster.subjects().front(), false};
  return {About::child, nobody, true};
}

// The first family member among the tokens; else the first body where `bodies`.
const Mention* first_person(const Scene& scene, std::size_t first, std::size_t last, bool bodies, EntityId but) {
  const Mention* other = nullptr;
  const Mention* owner = nullptr;
  int depth = 0;
  for (std::size_t i = first; i < last; ++i) {
    if (scene.words.is_any(i, {"(", "["})) ++depth;
    if (scene.words.is_any(i, {")", "]"}) && depth > 0) --depth;
    const Mention* mention = scene.mentions.at(i);
    if (mention == nullptr || mention->who == nobody || mention->who == but) continue;
    if (depth > 0 && mention->who != nobody && scene.roster[mention->who].role != Role::professional) continue;  // an aside
    const Role role = scene.roster[mention->who].role;
    const std::size_t end = scene.mentions.end_of(i);
    if (role == Role::worker || role == Role::manager) {
      i = end;
      continue;
    }
    if (family(role) || role == Role::other) {
      // "Mr Osei's arrears" concern him; "Amelie's brother" is the brother, who comes next.
      const bool owns_person = mention->possessive && end + 1 < last && (scene.mentions.covered(end + 2 < last ? end + 2 : end) || scene.mentions.covered(end + 1));
      if (!owns_person) return mention;
      if (owner == nullptr) owner = mention;
    } else if (other == nullptr) {
      other = mention;
    }
    i = end;
  }
  if (owner != nullptr) return owner;
  return bodies ? other : nullptr;
}

const Mention* first_mention_of_anyone(const Scene& scene, std::size_t first, std::size_t last, EntityId but) {
  for (std::size_t i = first; i < last; ++i) {
    const Mention* mention = scene.mentions.at(i);
    if (mention == nullptr || mention->who == nobody || mention->who == but || mention->possessive) continue;
    const Role role = scene.roster[mention->who].role;
    if (role == Role::worker || role == Role::manager) continue;
    // "the referrer (Mrs Tighe, SENCO)": the name behind says who.
    const std::size_t end = scene.mentions.end_of(i);
    if (role == Role::referrer && end + 2 < last + 4 && end + 2 < scene.words.size() && scene.words.is(end + 1, "(") && scene.mentions.covered(end + 2)) return scene.mentions.at(end + 2);
    return mention;
  }
  return nullptr;
}

}  // namespace

Source source_of_role(Role role) {
  switch (role) {
    case Role::subject_child:
    case Role::sibling: return Source::child;
    case Role::parent: return Source::parent;
    case Role::relative:
    case Role::referrer:
    case Role::other: return Source::relative;
    case Role::professional:
    case Role::agency: return Source::agency;
    case Role::worker:
    case Role::manager:
    case Role::unknown: return Source::worker;
  }
  return Source::unknown;
}

About about_of_role(Role role) {
  switch (role) {
    case Role::subject_child: return About::child;
    case Role::sibling: return About::sibling;
    case Role::parent: return About::parent;
    case Role::professional:
    case Role::agency:
    case Role::worker:
    case Role::manager: return About::agency;
    case Role::relative:
    case Role::referrer:
    case Role::other: return About::other;
    case Role::unknown: return About::unknown;
  }
  return About::unknown;
}

// Whether the main clause speaks of a kind and not of this case: "a child in need is", "parents should", "no order may".
static bool speaks_of_kind(const Scene& scene, const Reading& reading) {
  const Words& words = scene.words;
  const Group* main = reading.group(reading.main);
  // "Where an infant is injured a discussion is held", "If a child discloses, the worker must"
  if (words.is_any(reading.first, {"where", "when", "if"}) && reading.first + 2 < reading.last && words.is_any(reading.first + 1, {"a", "an", "any", "children", "parents"})) {
    const bool past = main != nullptr && main->tense == Tense::past;
    const Group* opening = reading.groups.empty() ? nullptr : &reading.groups.front();
    if (!past && opening != nullptr && opening->tense == Tense::present && !scene.plans(scene.form.units[reading.unit])) return true;
  }
  if (main == nullptr || !main->finite || main->subject.empty() || main->tense == Tense::past || main->perfect || main->subject.first > reading.first + 1) return false;
  const bool indefinite = words.is_any(main->subject.first, {"a", "an", "any", "every", "each", "no"});
  const bool norm_modal = main->modal != npos && words.is_any(main->modal, {"shall", "must", "should", "may", "can", "cannot", "will", "ought"});
  bool kind = false, plural = false;
  for (std::size_t i = main->subject.first; i <= main->subject.last; ++i) {
    kind = kind || words.is_any(i, {"child", "parent", "baby", "person", "worker", "assessment", "conference", "authority", "family", "carer", "court", "record", "referral", "strategy", "order", "practitioner", "professional",
                                    "manager", "mother", "father", "infant", "toddler", "teenager", "visit", "enquiry", "review", "plan", "school", "agency", "neglect", "abuse", "violence", "attachment", "trauma"});
    plural = plural || words.is_any(i, {"children", "parents", "babies", "infants", "toddlers", "teenagers", "adolescents", "workers", "practitioners", "professionals", "managers", "families", "authorities", "assessments",
                                        "siblings", "carers", "mothers", "fathers", "courts", "agencies", "reviews", "conferences", "referrals"});
  }
  if (indefinite && kind) return norm_modal || main->tense == Tense::present;
  const bool bare = plural && words[main->subject.first].tag != Tag::determiner && !words[main->subject.first].has(Class::determiner);
  if (!bare) return false;
  const bool states = norm_modal || words[main->verb].tag != Tag::be || main->passive;
  for (const Group& group : reading.groups) {
    if (group.intro == Intro::relative && group.begin <= main->at.first) return true;  // "children who witness violence"
  }
  // "Parents separated", "Children well" are notes on this family; a rule speaks of what they should or tend to.
  return norm_modal && states && !scene.plans(scene.form.units[reading.unit]);
}

bool is_general(const Scene& scene, const Reading& reading) {
  const Words& words = scene.words;
  const bool strong = words.has(Cue::strong_norm, reading.first, reading.last);
  if (!strong && !words.has(Cue::norm, reading.first, reading.last) && !speaks_of_kind(scene, reading)) return false;
  for (std::size_t i = reading.first; i < reading.last; ++i) {
    const Mention* mention = scene.mentions.at(i);
    if (mention == nullptr) continue;
    if (scene.is_name[i]) return false;
    const Entity* who = scene.entity(mention->who);
    if (who == nullptr) continue;
    if (mention->pronoun && !words[i].has(Class::they) && !words[i].has(Class::we)) {
      if (words[i].has(Class::you) || words[i].has(Class::first_person)) return false;
      if (!strong) return false;
    }
    if (!mention->pronoun && !mention->plural && (who->role == Role::parent || who->role == Role::relative || who->role == Role::sibling)) return false;
  }
  return true;
}

SourceOf source_of(const Scene& scene, const Reading& reading, bool general) { return Attributor(scene, reading).source(general); }

AboutOf about_of(const Scene& scene, const Reading& reading, const Group* clause, const SourceOf& source) {
  const Words& words = scene.words;
  if (clause == nullptr && reading.phrase != npos) {
    if (const Mention* named = first_person(scene, reading.phrase, reading.last, false, source.who)) return about(scene, named);
    if (family_source(source) && source.who != nobody) return {about_of_role(scene.roster[source.who].role), source.who, false};
    if (source.source == Source::agency && scene.entity(source.who) != nullptr) return served_by(scene, *scene.entity(source.who));
    return the_child(scene);
  }
  if (clause == nullptr) return about_of_phrase(scene, reading.first, reading.last);
  const std::size_t begin = std::min(clause->begin, clause->at.first);
  const std::size_t end = std::max(clause->end, clause->at.last + 1);
  const Mention* subject = mention_in(scene, clause->subject);
  const Entity* who = subject == nullptr ? nullptr : scene.entity(subject->who);
  if (who != nullptr) {
    const bool speaks = subject->who == source.who && source.source == source_of_role(who->role);
    if (body(who->role)) {
      // What a professional is to do for somebody concerns that somebody: "Kofi is to see Arman".
      bool ahead = clause->modal != npos && !words.is_any(clause->modal, {"can", "cannot", "ca"});
      for (const Group& group : reading.groups) ahead = ahead || (group.infinitive && group.at.first > clause->at.last && group.at.first <= clause->at.last + 2) || (clause->infinitive && &group == clause);
      if (!speaks && ahead && clause->negation == npos) {
        if (const Mention* object = first_person(scene, clause->at.last + 1, end, false, subject->who); object != nullptr && !object->possessive) return about(scene, object);
      }
      if (!speaks) return about(scene, subject);
      if (const Mention* object = first_person(scene, clause->at.last + 1, reading.last, false, subject->who)) return about(scene, object);
      if (const Mention* patient = first_person(scene, clause->subject.first, clause->subject.last + 1, false, subject->who)) return about(scene, patient);  // "Lily's paediatrician"
      return served_by(scene, *who);
    }
    if (who->role == Role::worker || who->role == Role::manager) {
      std::size_t to = clause->at.last + 1;
      while (to < reading.last && words[to].tag != Tag::comma && words[to].tag != Tag::stop) ++to;
      // Whom the worker wrote to, rang or asked is whom the fact concerns.
      const bool contacts = words[clause->verb].has(Class::says) || words[clause->verb].has(Class::asks) || clause->frame == Frame::ask ||
                            words.is_any(clause->verb, {"write", "ring", "rang", "phone", "phoned", "call", "called", "contact", "contacted", "email", "emailed", "speak", "spoke", "spoken", "meet", "met"});
      if (contacts) {
        if (const Mention* object = first_mention_of_anyone(scene, clause->at.last + 1, std::min(to, clause->at.last + 6), subject->who)) return about(scene, object);
      }
      if (const Mention* object = first_person(scene, clause->at.last + 1, to, false, subject->who)) return about(scene, object);
      for (const Group& group : reading.groups) {
        if (group.intro != Intro::condition || !group.finite) continue;
        if (const Mention* concerned = first_person(scene, group.begin, group.end, false, subject->who)) return about(scene, concerned);
      }
      if (const Mention* object = first_person(scene, clause->at.last + 1, to, true, subject->who)) return about(scene, object);
      if (who->role == Role::manager) return {About::agency, subject->who, false};
      if (const Mention* object = first_person(scene, to, reading.last, false, subject->who)) return about(scene, object);
      return the_child(scene);
    }
    // "Mum describes Teo as the easy one" concerns Teo; "Mum agrees with it" concerns her.
    const bool tells_of = speaks && !clause->passive && !(clause->at.last + 1 < reading.last && words[clause->at.last + 1].tag == Tag::to) && words[clause->verb].has(Class::says) && !words[clause->verb].has(Class::denies) && clause->frame != Frame::feel;
    if (tells_of) {
      if (const Mention* object = first_person(scene, clause->at.last + 1, end, false, subject->who)) return about(scene, object);
    }
    return about(scene, subject);
  }
  // "Two emails to the surgery went unanswered": about the body that didn't answer.
  if (subject == nullptr && words.has(Cue::no_answer, begin, end)) {
    if (const Mention* body_named = first_mention_of_anyone(scene, begin, end, nobody); body_named != nullptr && body(scene.roster[body_named->who].role)) return about(scene, body_named);
    for (std::size_t i = begin; i < end; ++i) {
      const Mention* mention = scene.mentions.at(i);
      if (mention != nullptr && mention->who != nobody && body(scene.roster[mention->who].role)) return about(scene, mention);
    }
  }
  // "Nobody rang back": a failing of those who should have.
  if (!clause->subject.empty() && clause->subject.first == clause->subject.last && words[clause->subject.first].has(Class::none_word) && (clause->frame == Frame::act || clause->frame == Frame::tell || clause->frame == Frame::say || clause->frame == Frame::see || clause->frame == Frame::ask) &&
      source.source != Source::child) {
    return {About::agency, nobody, false};
  }
  // What a child says of no one else concerns the child: "the best bit of my week is when Nan does my plaits".
  if (source.source == Source::child && source.who != nobody && clause->finite && !clause->subject.empty() && subject == nullptr && !words.is(clause->subject.first, "there")) {
    bool owner = false;
    for (std::size_t i = clause->subject.first; i <= clause->subject.last; ++i) owner = owner || scene.mentions.covered(i);
    if (!owner) return {about_of_role(scene.roster[source.who].role), source.who, false};
  }
  // No person is the subject: whom the clause names, then whom the sentence names apart from who speaks.
  if (const Mention* named = first_person(scene, begin, end, false, nobody)) return about(scene, named);
  if (!family_source(source)) {
    if (const Mention* named = first_person(scene, clause->at.last + 1, reading.last, false, source.who)) return about(scene, named);
  }
  // "Book an interpreter", "Awaiting health information": a note without a subject is about the body that it names.
  if (clause->subject.empty()) {
    if (const Mention* named = first_person(scene, begin, end, true, source.who)) return about(scene, named);
  }
  if (source.source == Source::agency && scene.entity(source.who) != nullptr) return served_by(scene, *scene.entity(source.who));
  return the_child(scene);
}

AboutOf about_of_phrase(const Scene& scene, std::size_t first, std::size_t last) {
  if (const Mention* named = first_person(scene, first, last, true, nobody)) return about(scene, named);
  return the_child(scene);
}

}  // namespace language
