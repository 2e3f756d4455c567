#include "language/generality.h"

#include <algorithm>

#include "language/attribution.h"

namespace language {
namespace {

bool gives_reason(const Words& words, const Reading& reading) {
  for (std::size_t i = reading.first; i < reading.last; ++i) {
    if (words.is(i, "because")) return true;
  }
  return false;
}

// "the", "their", "both", "Kian's" within two words before: these children, not children.
bool definite(const Words& words, std::size_t token, std::size_t first) {
  for (std::size_t i = token; i > first && i + 2 > token; --i) {
    if (words.is_any(i - 1, {"most", "some", "many", "few", "all", "other", "such", "no", "any", "every", "each"}))
      return false;
    if (words[i - 1].has(Class::determiner) || words[i - 1].tag == Tag::determiner) return true;
    if (words[i - 1].tag != Tag::noun && words[i - 1].tag != Tag::adverb) return false;
  }
  return false;
}

// "The children have been seen at home", "Judgement: the girls are in need under section 17": who is meant is known.
bool these_children(const Scene& scene, const Reading& reading) {
  const Words& words = scene.words;
  return std::any_of(reading.groups.begin(), reading.groups.end(), [&](const Group& group) {
    if (!group.finite || group.subject.empty() || group.modal != npos || group.intro != Intro::main) return false;
    const bool both = words.is_any(group.subject.first, {"the", "these", "both"});
    return both &&
           words.is_any(group.subject.last, {"children", "girls", "boys", "twins", "babies", "siblings", "kids"});
  });
}

// Whether the main clause speaks of a kind and not of this case: "a child in need is", "parents should", "no order
// may".
bool speaks_of_kind(const Scene& scene, const Reading& reading) {
  const Words& words = scene.words;
  const Group* main = reading.group(reading.main);
  // "Where an infant is injured a discussion is held", "If a child discloses, the worker must"
  if (words.is_any(reading.first, {"where", "when", "if"}) && reading.first + 2 < reading.last &&
      words.is_any(reading.first + 1, {"a", "an", "any", "children", "parents"})) {
    const bool past = main != nullptr && main->tense == Tense::past;
    const Group* opening = reading.groups.empty() ? nullptr : &reading.groups.front();
    if (!past && opening != nullptr && opening->tense == Tense::present && !scene.plans(scene.form.units[reading.unit]))
      return true;
  }
  if (main == nullptr || !main->finite || main->subject.empty() || main->tense == Tense::past || main->perfect ||
      main->subject.first > reading.first + 1)
    return false;
  const bool indefinite = words.is_any(main->subject.first, {"a", "an", "any", "every", "each", "no"});
  const bool norm_modal = main->modal != npos && words.is_any(main->modal, {"shall", "must", "should", "may", "can",
                                                                            "cannot", "will", "ought"});
  bool kind = false, plural = false;
  for (std::size_t i = main->subject.first; i <= main->subject.last; ++i) {
    kind = kind ||
           words.is_any(
               i, {"child",     "parent",       "baby",         "person",   "worker",     "assessment", "conference",
                   "authority", "family",       "carer",        "court",    "record",     "referral",   "strategy",
                   "order",     "practitioner", "professional", "manager",  "mother",     "father",     "infant",
                   "toddler",   "teenager",     "visit",        "enquiry",  "review",     "plan",       "school",
                   "agency",    "neglect",      "abuse",        "violence", "attachment", "trauma"});
    plural = plural ||
             words.is_any(i, {"children",    "parents",     "babies",        "infants",       "toddlers", "teenagers",
                              "adolescents", "workers",     "practitioners", "professionals", "managers", "families",
                              "authorities", "assessments", "siblings",      "carers",        "mothers",  "fathers",
                              "courts",      "agencies",    "reviews",       "conferences",   "referrals"});
  }
  if (indefinite && kind) {
    // "Each child has a bed": those of this family; "Each child should be heard": any.
    if (words.is(main->subject.first, "each")) return norm_modal;
    // "A child in need meeting will be held", "A conference is needed": what is meant to happen.
    const bool one = words.is_any(main->subject.first, {"a", "an"});
    const bool held = main->passive || words.is_any(main->verb, {"take", "begin", "start", "follow", "go"});
    if (one && norm_modal && words.is_any(main->modal, {"will"}) && held) return false;
    if (one && !norm_modal &&
        words.is_any(main->verb,
                     {"needed", "required", "recommended", "requested", "planned", "booked", "arranged", "underway"}))
      return false;
    // "An initial conference is needed because of the injury": a judgement that gives its reason.
    if (!norm_modal) return main->tense == Tense::present && !gives_reason(words, reading);
    return !(words.is(main->modal, "will") && scene.plans(scene.form.units[reading.unit]));
  }
  const bool bare =
      plural && words[main->subject.first].tag != Tag::determiner && !words[main->subject.first].has(Class::determiner);
  if (!bare) return false;
  const bool states = norm_modal || words[main->verb].tag != Tag::be || main->passive;
  for (const Group& group : reading.groups) {
    if (group.intro == Intro::relative && group.begin <= main->at.first)
      return true;  // "children who witness violence"
  }
  // "Parents separated", "Children well" are notes on this family; a rule speaks of what they should or tend to.
  return norm_modal && states && !scene.plans(scene.form.units[reading.unit]);
}

// Words of a norm that are no "the children have", "both parents are": those are this family's.
bool weak_norm(const Scene& scene, const Reading& reading) {
  const Words& words = scene.words;
  const lexicon::ConceptId id = words.vocabulary().cue(Cue::norm);
  for (std::size_t i = reading.first; i < reading.last; ++i) {
    for (const lexicon::Hit& hit : words.scan().starting_at(i)) {
      if (hit.concept_id != id || hit.last >= reading.last) continue;
      const bool people = words.is_any(hit.first, {"children", "child", "parents", "parent", "babies", "infants",
                                                   "siblings", "workers", "professionals", "families", "young"});
      if (!people || !definite(words, hit.first, reading.first)) return true;
    }
  }
  return false;
}

// "Enquiries under section 47 of the Children Act began on 4 May", "Every child was spoken to": what happened is no
// norm, unless it is what a study found or a law laid down.
bool happened(const Scene& scene, const Reading& reading) {
  const Words& words = scene.words;
  const Group* main = reading.group(reading.main);
  if (main == nullptr || !main->finite || main->modal != npos) return false;
  if (main->tense != Tense::past && !(main->perfect && main->passive)) return false;
  // "Under the procedures we worked to, an initial assessment ran to ten days"
  if (!main->subject.empty() && words.is_any(main->subject.first, {"a", "an"})) return false;
  const Word& verb = words[main->verb];
  return !(verb.has(Class::says) || verb.has(Class::thinks) || verb.has(Class::perceives) ||
           words.is_any(main->verb, {"found",      "showed",    "shown",       "gave",       "given",     "placed",
                                     "introduced", "made",      "laid",        "set",        "linked",    "associated",
                                     "put",        "estimated", "established", "recognised", "held",      "ruled",
                                     "came",       "brought",   "replaced",    "defined",    "identified"}));
}

// A norm by its words, with nobody of this case in it.
bool states_norm(const Scene& scene, const Reading& reading) {
  const Words& words = scene.words;
  const bool strong = words.has(Cue::strong_norm, reading.first, reading.last);
  if (!strong && !weak_norm(scene, reading) && !speaks_of_kind(scene, reading)) return false;
  if (happened(scene, reading)) return false;
  if (these_children(scene, reading)) return false;
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
    if (!mention->pronoun && !mention->plural &&
        (who->role == Role::parent || who->role == Role::relative || who->role == Role::sibling))
      return false;
  }
  return true;
}

// Words tie the sentence to this case: a name, one person told apart, the writer, a day, this or now.
bool tied_by_words(const Scene& scene, const Reading& reading) {
  const Words& words = scene.words;
  const auto& tokens = words.scan().tokens;
  for (std::size_t i = reading.first; i < reading.last; ++i) {
    if (scene.is_name[i] || words[i].has(Class::you) || words[i].has(Class::first_person)) return true;
    if (words.is_any(i, {"this", "these", "today", "now", "currently", "recently", "yesterday", "tomorrow", "ago", "i",
                         "my", "me"}))
      return true;
    const Mention* mention = scene.mentions.at(i);
    if (mention == nullptr) continue;
    if (mention->pronoun && !words[i].has(Class::they) && !words[i].has(Class::we)) return true;
    const Entity* who = scene.entity(mention->who);
    if (who == nullptr || mention->pronoun || mention->plural || !family(who->role)) continue;
    const bool any =
        i > reading.first && words.is_any(i - 1, {"a", "an", "any", "each", "every", "no", "another", "one"});
    const bool kind = words.is_any(i, {"a", "an", "any", "each", "every", "no", "another"});
    if (!any && !kind) return true;
  }
  const base::Span at{tokens[reading.first].at.begin, tokens[reading.last - 1].at.end};
  for (const Date& date : scene.dates_in(at)) {
    if (date.day != no_day) return true;
  }
  return false;
}

// "The GP says the prescription was lost": an agency that told something told it of this case.
bool agency_tells(const Scene& scene, const Reading& reading) {
  const Words& words = scene.words;
  return std::any_of(reading.groups.begin(), reading.groups.end(), [&](const Group& group) {
    const bool says = group.finite && group.intro == Intro::main && group.modal == npos && !group.subject.empty() &&
                      words[group.verb].has(Class::says);
    if (!says) return false;
    for (std::size_t i = group.subject.first; i <= group.subject.last; ++i) {
      const Mention* mention = scene.mentions.at(i);
      const Entity* who =
          mention == nullptr || mention->pronoun || mention->plural ? nullptr : scene.entity(mention->who);
      if (who != nullptr && (who->role == Role::agency || who->role == Role::professional)) return true;
    }
    return false;
  });
}

// Words or an event do.
bool tied(const Scene& scene, const Reading& reading) {
  return tied_by_words(scene, reading) || agency_tells(scene, reading) ||
         std::any_of(reading.groups.begin(), reading.groups.end(), [](const Group& group) {
           return group.finite && group.intro == Intro::main &&
                  (group.tense == Tense::past || (group.perfect && group.modal == npos));
         });
}

// Told or asked of whoever fills the form in: "Record here when the child was seen", "What methods were used?". Nobody
// of this case is named but by what all are called.
bool asks_the_writer(const Scene& scene, const Reading& reading) {
  const Words& words = scene.words;
  const bool asks = words.has(Cue::to_writer, reading.first, std::min(reading.last, reading.first + 3)) ||
                    words.is(reading.last - 1, "?");
  if (!asks || scene.plans(scene.form.units[reading.unit])) return false;
  for (std::size_t i = reading.first; i < reading.last; ++i) {
    if (scene.is_name[i] || words[i].has(Class::first_person)) return false;
    const Mention* mention = scene.mentions.at(i);
    if (mention != nullptr && mention->pronoun && !words[i].has(Class::they) && !words[i].has(Class::you)) return false;
  }
  return true;
}

bool asks_of_all(const Words& words, const Group& group) {
  return group.modal != npos &&
         words.is_any(group.modal, {"should", "must", "ought", "shall", "cannot", "may", "can", "might"});
}

// "Children who live with violence often feel frightened": a kind told by what it does, and what it does as a rule.
bool kind_as_a_rule(const Scene& scene, const Reading& reading) {
  const Words& words = scene.words;
  return reading.first + 1 < reading.last && words.find(Cue::kinds, reading.first, reading.first + 1) != nullptr &&
         words.is_any(reading.first + 1, {"who", "whose", "that"}) &&
         words.has(Cue::usual, reading.first, reading.last) && !tied_by_words(scene, reading);
}

// A present clause that ties itself to nobody and speaks of kinds of people: "A child who feels heard talks",
// "Supervision helps workers", "Children who ... often", "Plans should be specific".
bool about_kinds(const Scene& scene, const Reading& reading) {
  const Words& words = scene.words;
  const Group* main = reading.group(reading.main);
  if (main == nullptr || !main->finite || tied(scene, reading)) return false;
  if (words.has(Cue::kind, reading.first, reading.last)) return true;
  const bool usual = words.has(Cue::usual, reading.first, reading.last);
  for (std::size_t i = reading.first; i < reading.last; ++i) {
    const lexicon::Hit* hit = words.find(Cue::kinds, i, i + 1);
    if (hit == nullptr || definite(words, i, reading.first)) continue;
    if (usual) return true;
    for (const Group& group : reading.groups) {
      const bool subject =
          group.finite && !group.subject.empty() && group.subject.first <= i && i <= group.subject.last;
      if (subject && asks_of_all(words, group) && !scene.plans(scene.form.units[reading.unit])) return true;
    }
  }
  return false;
}

}  // namespace

bool is_general(const Scene& scene, const Reading& reading) {
  return states_norm(scene, reading) || kind_as_a_rule(scene, reading) || about_kinds(scene, reading);
}

std::vector<bool> general_ones(const Scene& scene, const std::vector<SentenceTokens>& sentences,
                               const std::vector<Reading>& readings) {
  constexpr std::size_t least = 3;  // sentences in a row
  std::vector<bool> out(readings.size());
  std::vector<bool> loose(readings.size()), alone(readings.size());
  for (std::size_t s = 0; s < readings.size(); ++s) {
    const bool asks = asks_the_writer(scene, readings[s]);
    out[s] = asks || is_general(scene, readings[s]);
    loose[s] = asks || !tied(scene, readings[s]);
    alone[s] = asks;
  }
  for (std::size_t s = 0, end = 0; s < readings.size(); s = std::max(end, s + 1)) {
    std::size_t general = 0;
    for (end = s; end < readings.size() && sentences[end].passage == sentences[s].passage && (loose[end] || out[end]);
         ++end)
      general += out[end];
    const bool row = end - s >= least && general * 2 >= end - s;
    for (std::size_t k = s; k < end; ++k) out[k] = row || (out[k] && !alone[k]);  // one question may be the worker's
  }
  return out;
}

}  // namespace language
