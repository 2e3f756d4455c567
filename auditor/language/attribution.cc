#include "language/attribution.h"

#include <algorithm>

namespace language {
namespace {

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
  const Entity* entity(const Mention* mention) const {
    return mention == nullptr ? nullptr : scene_.entity(mention->who);
  }

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
        if (mention->possessive && mention->pronoun && end + 1 < to && scene_.mentions.covered(end + 1)) {
          i = end;  // "according to his father"
          continue;
        }
        return mention;
      }
      if (words_[i].tag == Tag::comma || words_[i].tag == Tag::stop || words_.is(i, "that")) break;
    }
    return nullptr;
  }

  SourceOf according() const {
    const lexicon::Hit* hit = words_.find(Cue::according, reading_.first, reading_.last);
    if (hit != nullptr) return from(first_mention(hit->first, hit->last + 9));
    if (const SourceOf by = as_put_by(); by.decided) return by;
    return opinion();
  }

  // "as Dana puts it", "as his teacher sees it"
  SourceOf as_put_by() const {
    for (std::size_t i = reading_.first; i + 3 < reading_.last; ++i) {
      if (!words_.is(i, "as") || !scene_.mentions.covered(i + 1)) continue;
      const std::size_t verb = scene_.mentions.end_of(i + 1) + 1;
      if (verb + 1 < reading_.last && words_.is(verb + 1, "it") &&
          words_.is_any(verb, {"puts", "put", "sees", "saw", "tells", "told", "has", "had", "calls", "describes"}))
        return from(scene_.mentions.at(i + 1));
    }
    return {};
  }

  // "in Mrs Bell's opinion", "by Dana's account", "Sam's version is that": whose it is.
  SourceOf opinion() const {
    for (std::size_t i = reading_.first + 2; i < reading_.last; ++i) {
      if (!words_.is_any(i - 1, {"'s", "’s"})) continue;
      if (!words_.is_any(i,
                         {"account",    "opinion",   "view",       "eyes",          "words",  "telling",      "belief",
                          "version",    "story",     "impression", "understanding", "memory", "recollection", "book",
                          "experience", "reckoning", "claim",      "explanation",   "plan",   "hope",         "wish",
                          "fear",       "worry",     "idea",       "preference",    "answer", "reason",       "dream"}))
        continue;
      const Mention* owner = scene_.mentions.at(i - 2);
      if (owner == nullptr || owner->who == nobody) continue;
      std::size_t start = i - 2;
      while (start > reading_.first && scene_.mentions.at(start - 1) == owner) --start;
      while (start > reading_.first && words_[start - 1].tag == Tag::determiner) --start;
      const bool governed = start > reading_.first && words_.is_any(start - 1, {"in", "by", "on", "from", "to"});
      // "Sam's wish is to stay", "Dana's plan is the coach": what somebody has in mind is told by what follows "is".
      const bool inner = words_.is_any(i, {"plan", "hope", "wish", "fear", "worry", "idea", "preference", "dream"});
      if (inner && i + 1 < reading_.last && words_.is_any(i + 1, {"is", "was"}) &&
          !(i + 2 < reading_.last &&
            (words_.is_any(i + 2, {"not", "in", "to", "being", "due"}) && !words_.is(i + 2, "to"))))
        return from(owner);
      if (words_.is_any(i,
                        {"plan", "hope", "wish", "fear", "worry", "idea", "preference", "answer", "reason", "dream"}))
        continue;
      const bool states = i + 1 < reading_.last && (words_.is_any(i + 1, {"is", "was", "that", ":"}) &&
                                                    (words_.is(i + 1, "that") || words_.is(i + 1, ":") ||
                                                     (i + 2 < reading_.last && words_.is_any(i + 2, {"that", "of"}))));
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
      if (words_.is_any(group->verb, {"told", "asked", "informed", "advised", "reported", "noted", "recorded", "agreed",
                                      "reminded", "explained"}))
        return {Source::worker, nobody, true};
    }
    if (const Mention* writer = paper_of_body(); writer != nullptr) return from(writer);
    if (const Mention* speaker = mention_in(scene_, reading_.reporter_subject); speaker != nullptr)
      return from(speaker);
    // "Miss Okoro from netball told me": a title with an unknown name, and what they come from.
    const Run& titled = reading_.reporter_subject;
    if (!titled.empty() && titled.first + 1 < reading_.last &&
        words_.is_any(titled.first, {"mr", "mrs", "ms", "miss", "dr", "pc", "dc", "ds", "sgt", "nurse", "sister"}) &&
        words_.scan().tokens[titled.first].capital && words_.scan().tokens[titled.last].capital) {
      const bool office = !words_.is_any(titled.first, {"mr", "mrs", "ms", "miss"});
      const std::size_t behind = titled.first + 2;
      if (office || (behind < reading_.last && words_.is_any(behind, {"from", "at", "of", ",", "("})))
        return {Source::agency, nobody, true};
    }
    // "In the hospital's letter it says", "the report from school states": whose paper it is.
    if (const SourceOf by = from(first_mention(reading_.first, group->at.first));
        by.decided && (reading_.reporter_subject.empty() || words_.is(reading_.reporter_subject.first, "it")))
      return by;
    // "Harbour say": an unknown name with a verb in the plural is a body's.
    const Run& subject = reading_.reporter_subject;
    bool capital = !subject.empty();
    for (std::size_t i = subject.first; capital && i <= subject.last; ++i)
      capital = words_.scan().tokens[i].capital && words_[i].tag != Tag::pronoun;
    if (capital && words_[group->verb].form == Form::base && group->modal == npos) {
      return {Source::agency, nobody, true};
    }
    return {};
  }

  // "The hospital glued the cut, their letter says": the body that the sentence is about wrote it.
  const Mention* paper_of_body() const {
    const Run& subject = reading_.reporter_subject;
    const Group* main = reading_.group(reading_.fact);
    if (subject.empty() || main == nullptr || main->subject.empty() || subject.last != subject.first + 1)
      return nullptr;
    if (!words_.is_any(subject.first, {"their", "its", "the"}) || !is_paper(subject.last)) return nullptr;
    const Mention* writer = mention_in(scene_, main->subject);
    const Entity* who = entity(writer);
    return who != nullptr && body(who->role) && main->subject.first < subject.first ? writer : nullptr;
  }

  bool is_paper(std::size_t i) const {
    return words_.is_any(i, {"letter", "report", "email", "note", "notes", "records", "message", "text", "summary",
                             "statement", "form", "referral", "card", "chart", "log"});
  }

  // "Conference minutes 5/11: ...", "School report - ...": whose paper is quoted.
  SourceOf paper() const {
    bool document = false;
    for (std::size_t i = reading_.first; i < std::min(reading_.last, reading_.first + 9); ++i) {
      if (words_[i].verbal() && words_[i].finite) return {};
      document = document || words_.is_any(i, {"minutes", "report", "letter", "email", "log", "notes", "summary",
                                               "statement", "records", "notification"});
      if (!words_.is(i, ":")) continue;
      if (!document) return {};
      const Mention* owner = first_mention(reading_.first, i);
      const SourceOf by = from(owner);
      if (by.decided) return by.source == Source::worker || by.source == Source::child ? SourceOf{} : by;
      return {Source::agency, nobody, true};
    }
    return {};
  }

  // Words of somebody's own in quotation marks; one or two name a thing ("orange" books).
  bool quotes() const {
    std::size_t opened = npos;
    for (std::size_t i = reading_.first; i < reading_.last; ++i) {
      if (words_[i].tag != Tag::quote || words_.is_any(i, {"'", "’", "‘"})) continue;
      if (opened != npos && i - opened > 3) return true;
      opened = opened == npos ? i : npos;
    }
    return opened != npos && reading_.last - opened > 3;
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
    if (who == nullptr) {
      // "Hates the bus. Wants his old bed back": under a child's name a verb without a subject is the child's.
      const bool note = main->subject.empty() && main->at.first == reading_.first && !main->infinitive &&
                        words_[main->verb].form != Form::base && words_[main->verb].form != Form::ing;
      const EntityId child = note ? topic_child(scene_, reading_.unit) : nobody;
      const bool own = words_[main->verb].has(Class::says) || words_[main->verb].has(Class::asks) ||
                       near(Cue::inner, *main) || near(Cue::gesture, *main);
      if (child != nobody && own && !main->passive) return {Source::child, child, true};
      return {};
    }
    const Word& verb = words_[main->verb];
    const bool passive = main->passive;
    if (passive && (verb.has(Class::says) || verb.has(Class::thinks))) {  // "is said by her doctor to be well"
      for (std::size_t i = main->at.last + 1; i < std::min(reading_.last, main->at.last + 4); ++i) {
        if (words_.is(i, "by")) return from(first_mention(i + 1, i + 8));
      }
    }
    if (family(who->role) || who->role == Role::other || who->role == Role::referrer) {
      // "is frightened of Thursdays" has the form of a passive and is a feeling.
      if (passive && !(who->role == Role::subject_child && near(Cue::inner, *main))) return {};
      bool possessor = false;
      mention_in(scene_, main->subject, &possessor);
      // "Sam's letter asks for more time": what a family member wrote speaks for them.
      if (possessor && writes(*main) && !passive) return from(subject);
      if (possessor) return {};
      // "could not tell me", "might not be telling us": what the worker makes of it.
      const bool silent =
          main->negation != npos &&
          words_.is_any(main->verb,
                        {"tell",      "told",      "say",       "said",    "speak",     "spoken",   "talk",
                         "talked",    "answer",    "answered",  "explain", "explained", "reply",    "replied",
                         "respond",   "responded", "give",      "given",   "engage",    "engaged",  "discuss",
                         "discussed", "describe",  "described", "mention", "mentioned", "disclose", "disclosed"});
      const bool guessed =
          main->modal != npos && words_.is_any(main->modal, {"may", "might", "could", "should", "must", "will", "'ll"});
      if (silent || (guessed && verb.has(Class::says))) return {};
      if (verb.has(Class::says) || verb.has(Class::denies)) return from(subject);
      const bool witnessed =
          verb.has(Class::perceives) && words_.is_any(main->verb, {"saw", "heard", "noticed", "found", "witnessed",
                                                                   "overheard", "watched", "spotted"});
      if (witnessed && who->role != Role::subject_child && who->role != Role::sibling) return from(subject);
      // "could miss the bus", "might like the club": what the writer thinks may be.
      const bool supposed = main->modal != npos && main->negation == npos &&
                            words_.is_any(main->modal, {"may", "might", "could", "should", "must"});
      if (supposed) return {};
      if (near(Cue::inner, *main)) return from(subject);
      if (by_tool(*who, *main)) return from(subject);
      if (who->role == Role::subject_child || who->role == Role::sibling) {
        if (verb.has(Class::asks)) return from(subject);  // what a child asks for is its own wish
        if (near(Cue::gesture, *main) && main->negation == npos) return from(subject);
        const bool would = main->modal != npos && words_.is_any(main->modal, {"would", "'d", "’d"});
        if (would && has_condition() && main->negation != npos && main->frame != Frame::be && !subject->plural)
          return from(subject);
      }
      if (quotes() && (who->role == Role::subject_child || who->role == Role::sibling)) return from(subject);
      return {};
    }
    if (who->role == Role::manager || who->role == Role::worker) return {Source::worker, subject->who, true};
    if (!body(who->role)) return {};
    if (words_[main->subject.first].has(Class::none_word)) return {};  // "No one from housing came"
    if (words_.has(Cue::no_answer, main->at.first, std::min(reading_.last, main->at.last + 5))) return {};
    if (passive) return {};
    // "CAMHS referral went in": a thing named after the body, which says nothing.
    bool after_body = false;
    mention_in(scene_, main->subject, &after_body);
    if (after_body && !says_behind(*main) &&
        words_.is_any(main->subject.last, {"referral", "application", "appointment", "order", "funding", "form",
                                           "request", "check", "place", "visit", "check-in", "assessment"}))
      return {};
    if (main->frame == Frame::be && words_[main->verb].tag == Tag::be && main->modal == npos && !says_behind(*main)) {
      // "School is across the road" is the worker's knowledge,
      // and "the nurse is to see him" is what the worker arranged.
      bool states = false;
      for (std::size_t i = main->at.last + 1; i < std::min(reading_.last, main->at.last + 4); ++i)
        states = states || words_[i].has(Class::thinks) || words_[i].has(Class::says) ||
                 words_.is_any(i, {"concerned", "clear", "happy", "keen", "aware", "pleased", "worried"});
      if (!states) return {};
    }
    return from(subject);
  }

  // The subject is somebody's letter, note or message, and it says, asks or names something.
  bool writes(const Group& main) const {
    bool paper = false;
    for (std::size_t i = main.subject.first; i <= main.subject.last; ++i)
      paper = paper || words_.is_any(i, {"letter", "email", "text", "message", "note", "diary", "poem", "story", "card",
                                         "drawing", "picture", "statement", "list", "post", "voicemail", "answer"});
    const Word& verb = words_[main.verb];
    return paper && main.modal == npos &&
           (verb.has(Class::says) || verb.has(Class::asks) || near(Cue::inner, main) ||
            words_.is_any(main.verb, {"shows", "showed", "begs", "begged", "reads", "names", "named", "lists", "has"}));
  }

  bool says_behind(const Group& main) const { return words_[main.verb].has(Class::says); }

  // "In the sand tray Sam buried the biggest figure": what a child does with a tool of direct work is its own answer.
  bool by_tool(const Entity& who, const Group& main) const {
    if (who.role != Role::subject_child && who.role != Role::sibling) return false;
    if (main.negation != npos || main.modal != npos || main.passive || main.frame == Frame::be) return false;
    const lexicon::ConceptId tool = words_.vocabulary().lexicon().find_concept("method.play-tool");
    const auto& tokens = words_.scan().tokens;
    return tool != 0 && words_.scan().has({tokens[reading_.first].at.begin, tokens[reading_.last - 1].at.end}, tool);
  }

  bool has_condition() const {
    return std::any_of(reading_.groups.begin(), reading_.groups.end(),
                       [](const Group& group) { return group.finite && group.intro == Intro::condition; }) ||
           words_.has(Cue::condition, reading_.first, reading_.last);
  }

  bool near(Cue cue, const Group& group) const {
    const lexicon::Hit* hit = words_.find(cue, group.at.first, reading_.last);
    return hit != nullptr && hit->first <= group.at.last + 3;
  }

  // "Daniel used to hide his bag; he told me that he packed that in": who speaks in the later part speaks of the
  // earlier.
  SourceOf later_part() const {
    const Group* main = reading_.group(reading_.main);
    if (main == nullptr) return {};
    for (const Group& group : reading_.groups) {
      if (!group.finite || group.at.first <= main->at.last || group.intro != Intro::main) continue;
      const bool part =
          group.begin > reading_.first && (words_.is(group.begin - 1, ";") || words_[group.begin - 1].tag == Tag::stop);
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

}  // namespace

bool family(Role role) {
  return role == Role::subject_child || role == Role::sibling || role == Role::parent || role == Role::relative;
}

bool body(Role role) {
  return role == Role::agency || role == Role::professional;
}

Source source_of_role(Role role) {
  switch (role) {
    case Role::subject_child:
    case Role::sibling:
      return Source::child;
    case Role::parent:
      return Source::parent;
    case Role::relative:
    case Role::referrer:
    case Role::other:
      return Source::relative;
    case Role::professional:
    case Role::agency:
      return Source::agency;
    case Role::worker:
    case Role::manager:
    case Role::unknown:
      return Source::worker;
  }
  return Source::unknown;
}

SourceOf source_of(const Scene& scene, const Reading& reading, bool general) {
  return Attributor(scene, reading).source(general);
}

}  // namespace language
