// Whom a sentence's main fact concerns.
#include <algorithm>

#include "language/attribution.h"

namespace language {
namespace {

AboutOf about(const Scene& scene, const Mention* mention) {
  const Entity* who = mention == nullptr ? nullptr : scene.entity(mention->who);
  if (who == nullptr) return {};
  return {about_of_role(who->role), mention->who, mention->plural};
}

bool family_source(const SourceOf& source) {
  return source.source == Source::parent || source.source == Source::child || source.source == Source::relative;
}

AboutOf the_child(const Scene& scene);

// Whom a body's information concerns where it names nobody: services for adults speak of the parent.
AboutOf served_by(const Scene& scene, const Entity& body) {
  const std::string_view name =
      body.agency == 0 ? std::string_view() : scene.words.vocabulary().lexicon().concept_name(body.agency);
  const bool adults = name == "agency.adult-mental-health" || name == "agency.substance" ||
                      name == "agency.probation" || name == "agency.adult-social-care" || name == "agency.benefits";
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
    if (depth > 0 && mention->who != nobody && scene.roster[mention->who].role != Role::professional)
      continue;  // an aside
    const Role role = scene.roster[mention->who].role;
    const std::size_t end = scene.mentions.end_of(i);
    if (role == Role::worker || role == Role::manager) {
      i = end;
      continue;
    }
    if (family(role) || role == Role::other) {
      // "Mr Osei's arrears" concern him; "Amelie's brother" is the brother, who comes next.
      const bool owns_person =
          mention->possessive && end + 1 < last &&
          (scene.mentions.covered(end + 2 < last ? end + 2 : end) || scene.mentions.covered(end + 1));
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
    if (role == Role::referrer && end + 2 < last + 4 && end + 2 < scene.words.size() && scene.words.is(end + 1, "(") &&
        scene.mentions.covered(end + 2))
      return scene.mentions.at(end + 2);
    return mention;
  }
  return nullptr;
}

}  // namespace

About about_of_role(Role role) {
  switch (role) {
    case Role::subject_child:
      return About::child;
    case Role::sibling:
      return About::sibling;
    case Role::parent:
      return About::parent;
    case Role::professional:
    case Role::agency:
    case Role::worker:
    case Role::manager:
      return About::agency;
    case Role::relative:
    case Role::referrer:
    case Role::other:
      return About::other;
    case Role::unknown:
      return About::unknown;
  }
  return About::unknown;
}

namespace {

// Whether a clause opens its sentence, or what stands behind a head's colon: "Not scared of the dark", "Bram: still
// wets".
bool begins_note(const Words& words, const Reading& reading, const Group& clause) {
  std::size_t i = clause.at.first;
  while (i > reading.first &&
         words.is_any(i - 1, {"not", "never", "still", "also", "always", "really", "often", "very", "quite"}))
    --i;
  return i == reading.first || words.is(i - 1, ":");
}

}  // namespace

AboutOf about_of(const Scene& scene, const Reading& reading, const Group* clause, const SourceOf& source) {
  const Words& words = scene.words;
  if (clause == nullptr && reading.phrase != npos) {
    if (const Mention* named = first_person(scene, reading.phrase, reading.last, false, source.who))
      return about(scene, named);
    if (family_source(source) && source.who != nobody)
      return {about_of_role(scene.roster[source.who].role), source.who, false};
    if (source.source == Source::agency && scene.entity(source.who) != nullptr)
      return served_by(scene, *scene.entity(source.who));
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
      for (const Group& group : reading.groups)
        ahead = ahead ||
                (group.infinitive && group.at.first > clause->at.last && group.at.first <= clause->at.last + 2) ||
                (clause->infinitive && &group == clause);
      if (!speaks && ahead && clause->negation == npos) {
        if (const Mention* object = first_person(scene, clause->at.last + 1, end, false, subject->who);
            object != nullptr && !object->possessive)
          return about(scene, object);
      }
      if (!speaks) return about(scene, subject);
      if (const Mention* object = first_person(scene, clause->at.last + 1, reading.last, false, subject->who))
        return about(scene, object);
      if (const Mention* patient =
              first_person(scene, clause->subject.first, clause->subject.last + 1, false, subject->who))
        return about(scene, patient);  // "Lily's paediatrician"
      return served_by(scene, *who);
    }
    if (who->role == Role::worker || who->role == Role::manager) {
      std::size_t to = clause->at.last + 1;
      while (to < reading.last && words[to].tag != Tag::comma && words[to].tag != Tag::stop) ++to;
      // Whom the worker wrote to, rang or asked is whom the fact concerns.
      const bool contacts =
          words[clause->verb].has(Class::says) || words[clause->verb].has(Class::asks) || clause->frame == Frame::ask ||
          words.is_any(clause->verb, {"write", "ring", "rang", "phone", "phoned", "call", "called", "contact",
                                      "contacted", "email", "emailed", "speak", "spoke", "spoken", "meet", "met"});
      if (contacts) {
        if (const Mention* object =
                first_mention_of_anyone(scene, clause->at.last + 1, std::min(to, clause->at.last + 6), subject->who))
          return about(scene, object);
      }
      // "Although Tom wants to go home I cannot recommend it": the clause before says whom it concerns.
      for (const Group& group : reading.groups) {
        if (!group.finite || group.at.first > clause->at.first || &group == clause) continue;
        if (!words.is_any(reading.first, {"although", "though", "while", "whilst", "because", "since", "as"})) break;
        const Mention* concerned = mention_in(scene, group.subject);
        const Entity* person = concerned == nullptr ? nullptr : scene.entity(concerned->who);
        if (person != nullptr && person->role == Role::subject_child) return about(scene, concerned);
      }
      if (const Mention* object = first_person(scene, clause->at.last + 1, to, false, subject->who))
        return about(scene, object);
      for (const Group& group : reading.groups) {
        if (group.intro != Intro::condition || !group.finite) continue;
        if (const Mention* concerned = first_person(scene, group.begin, group.end, false, subject->who))
          return about(scene, concerned);
      }
      if (const Mention* object = first_person(scene, clause->at.last + 1, to, true, subject->who))
        return about(scene, object);
      if (who->role == Role::manager || (!subject->pronoun && clause->frame == Frame::be))
        return {About::agency, subject->who, false};
      if (const Mention* object = first_person(scene, to, reading.last, false, subject->who))
        return about(scene, object);
      return the_child(scene);
    }
    // "Sam wants Lily in a school with no boys": what is wished concerns who it is to happen to.
    if (speaks && words.is_any(clause->verb, {"want", "wants", "wanted"}) && clause->at.last + 2 < end) {
      const Mention* object = scene.mentions.at(clause->at.last + 1);
      const std::size_t behind = object == nullptr ? end : scene.mentions.end_of(clause->at.last + 1) + 1;
      if (object != nullptr && object->who != nobody && !object->possessive && object->who != subject->who &&
          behind < end && (words[behind].tag == Tag::preposition || words[behind].tag == Tag::to) &&
          scene.roster[object->who].role != Role::worker)
        return about(scene, object);
    }
    // "Mum describes Teo as the easy one" concerns Teo; "Mum agrees with it" concerns her.
    const bool tells_of = speaks && !clause->passive &&
                          !(clause->at.last + 1 < reading.last && words[clause->at.last + 1].tag == Tag::to) &&
                          words[clause->verb].has(Class::says) && !words[clause->verb].has(Class::denies) &&
                          clause->frame != Frame::feel;
    if (tells_of) {
      if (const Mention* object = first_person(scene, clause->at.last + 1, end, false, subject->who))
        return about(scene, object);
    }
    return about(scene, subject);
  }
  // "Two emails to the surgery went unanswered": about the body that didn't answer.
  if (subject == nullptr && words.has(Cue::no_answer, begin, end)) {
    if (const Mention* body_named = first_mention_of_anyone(scene, begin, end, nobody);
        body_named != nullptr && body(scene.roster[body_named->who].role))
      return about(scene, body_named);
    for (std::size_t i = begin; i < end; ++i) {
      const Mention* mention = scene.mentions.at(i);
      if (mention != nullptr && mention->who != nobody && body(scene.roster[mention->who].role))
        return about(scene, mention);
    }
  }
  // "Nobody rang back": a failing of those who should have.
  if (!clause->subject.empty() && clause->subject.first == clause->subject.last &&
      words[clause->subject.first].has(Class::none_word) &&
      (clause->frame == Frame::act || clause->frame == Frame::tell || clause->frame == Frame::say ||
       clause->frame == Frame::see || clause->frame == Frame::ask) &&
      source.source != Source::child) {
    return {About::agency, nobody, false};
  }
  // What a child says of no one else concerns the child: "the best bit of my week is when Nan does my plaits".
  if (source.source == Source::child && source.who != nobody && clause->finite && !clause->subject.empty() &&
      subject == nullptr && !words.is(clause->subject.first, "there")) {
    bool owner = false;
    for (std::size_t i = clause->subject.first; i <= clause->subject.last; ++i)
      owner = owner || scene.mentions.covered(i);
    if (!owner) return {about_of_role(scene.roster[source.who].role), source.who, false};
  }
  if (clause->subject.empty() && begins_note(words, reading, *clause) && !clause->infinitive &&
      words[clause->verb].form != Form::base && words[clause->verb].form != Form::ing) {
    if (const EntityId child = topic_child(scene, reading.unit); child != nobody) return {About::child, child, false};
  }
  // No person is the subject: whom the clause names, then whom the sentence names apart from who speaks.
  if (const Mention* named = first_person(scene, begin, end, false, nobody)) return about(scene, named);
  if (!family_source(source)) {
    if (const Mention* named = first_person(scene, clause->at.last + 1, reading.last, false, source.who))
      return about(scene, named);
  }
  // "Book an interpreter", "Awaiting health information": a note without a subject is about the body that it names.
  if (clause->subject.empty()) {
    if (const Mention* named = first_person(scene, begin, end, true, source.who)) return about(scene, named);
  }
  if (source.source == Source::agency && scene.entity(source.who) != nullptr)
    return served_by(scene, *scene.entity(source.who));
  return the_child(scene);
}

AboutOf about_of_phrase(const Scene& scene, std::size_t first, std::size_t last) {
  if (const Mention* named = first_person(scene, first, last, true, nobody)) return about(scene, named);
  return the_child(scene);
}

}  // namespace language
