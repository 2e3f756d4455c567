#include "language/mentions.h"

#include <algorithm>

namespace language {
namespace {

bool is_genitive(const Words& words, std::size_t i) {
  return i < words.size() && words.is_any(i, {"'s", "’s", "'", "’"}) && words[i].tag != Tag::be &&
         words[i].tag != Tag::have;
}

class Finder {
 public:
  Finder(const form::Form& form, const Words& words, Roster& roster, std::vector<bool>& is_name)
      : form_(form), words_(words), roster_(roster), is_name_(is_name), mentions_(words.size()) {}

  Mentions run() {
    for (std::size_t i = 0; i < words_.size();) i = std::max(i + 1, at(i));
    return std::move(mentions_);
  }

 private:
  // The token behind what begins at i.
  std::size_t at(std::size_t i) {
    std::size_t length = 0;
    if (const EntityId who = roster_.named_at(words_, i, words_.size(), length); who != nobody) {
      // "Brunel House" is no mention of a Mr House; "Will you" is none of Will.
      if (length > 1 || !part_of_place(i)) {
        for (std::size_t k = i; k < i + length; ++k) is_name_[k] = true;
        keep(i, i + length - 1, who, false);
        return i + length;
      }
    }
    return described(i);
  }

  bool part_of_place(std::size_t i) const {
    return i + 1 < words_.size() && !words_.scan().tokens[i + 1].line_start &&
           words_.is_any(i + 1, {"road", "street", "house", "lane", "avenue", "close", "court", "drive", "terrace",
                                 "primary", "school", "academy"});
  }

  void keep(std::size_t first, std::size_t last, EntityId who, bool plural) {
    Mention mention;
    mention.at = {words_.scan().tokens[first].at.begin, words_.scan().tokens[last].at.end};
    mention.who = who;
    mention.plural = plural;
    mention.possessive = is_genitive(words_, last + 1);
    mentions_.add(mention, first, last);
  }

  // A role word or a body; the longest wins, and at the same length a family word over a body over "professional".
  std::size_t described(std::size_t i) {
    const Vocabulary& vocabulary = words_.vocabulary();
    const RoleWord* role = nullptr;
    lexicon::ConceptId agency = 0;
    std::size_t length = 0;
    int rank = 0;
    base::Span at;
    for (const lexicon::Hit& hit : words_.scan().starting_at(i)) {
      const RoleWord* word = vocabulary.role(hit.concept_id);
      const bool body = vocabulary.is_agency(hit.concept_id);
      if (word == nullptr && !body) continue;
      const std::size_t size = hit.last - hit.first + 1;
      // Terms that reach into a verb ("the head says") end before it.
      const int own = word != nullptr && word->role != Role::professional && word->role != Role::other ? 3
                      : body                                                                           ? 2
                                                                                                       : 1;
      if (size < length || (size == length && own <= rank)) continue;
      role = word;
      agency = body ? hit.concept_id : 0;
      length = size;
      rank = own;
      at = hit.at;
    }
    if (length == 0) return i;
    std::size_t last = i + length - 1;
    while (last > i &&
           (words_[last].frame != Frame::none || words_[last].has(Class::preposition) ||
            words_[last].has(Class::possessive)) &&
           role == nullptr)
      --last;
    const bool generic = i > 0 && words_.is_any(i - 1, {"a", "an", "every", "each", "any", "another", "other", "no",
                                                        "some", "two", "three", "one"});
    if (role != nullptr) {
      if (generic && (role->role == Role::subject_child || role->role == Role::worker || role->role == Role::parent))
        return last + 1;
      // "the nursery's manager", "the hostel manager": of that body, and not of the team.
      if (role->role == Role::manager && i > 0 && !words_.scan().tokens[i].line_start) {
        const std::size_t before = is_genitive(words_, i - 1) && i > 1 ? i - 2 : i - 1;
        const Mention* owner = mentions_.at(before);
        if (owner != nullptr && owner->who != nobody &&
            (roster_[owner->who].role == Role::agency || roster_[owner->who].role == Role::professional)) {
          keep(i, last, owner->who, false);
          return last + 1;
        }
      }
      if (role->role == Role::worker || role->role == Role::manager) {
        const EntityId who = roster_.holder(role->role, Gender::unknown);
        keep(i, last, who != nobody ? who : roster_.add_role(*role, at, at.of(words_.text())), role->many);
        return last + 1;
      }
      if (role->role == Role::subject_child && roster_.subjects().empty()) return last + 1;
      // "the twins" of a record about one child with two siblings are those two.
      if (role->role == Role::subject_child && role->many && roster_.subjects().size() == 1 &&
          words_.is(last, "twins")) {
        std::size_t siblings = 0;
        for (const Entity& entity : roster_.people()) siblings += entity.role == Role::sibling ? 1U : 0U;
        if (siblings >= 2) {
          keep(i, last, roster_.holder(Role::sibling, Gender::unknown), true);
          return last + 1;
        }
      }
      const std::string_view written = at.of(words_.text());
      const bool several =
          role->many || (role->role == Role::parent && written.size() > 5 && written.back() == 's');  // "fathers"
      keep(i, last, roster_.add_role(*role, at, written), several);
      return last + 1;
    }
    if (vocabulary.is_team(agency)) {
      const EntityId who = roster_.holder(Role::worker, Gender::unknown);
      if (who != nobody) keep(i, last, who, true);
      return last + 1;
    }
    keep(i, last, roster_.add_agency(agency, at, at.of(words_.text())), false);
    return last + 1;
  }

  const form::Form& form_;
  const Words& words_;
  Roster& roster_;
  std::vector<bool>& is_name_;
  Mentions mentions_;
};

}  // namespace

void Mentions::add(Mention mention, std::size_t first, std::size_t last) {
  for (std::size_t i = first; i <= last; ++i) at_[i] = static_cast<std::int32_t>(all_.size());
  all_.push_back(mention);
}

std::size_t Mentions::end_of(std::size_t token) const {
  std::size_t last = token;
  while (last + 1 < at_.size() && at_[last + 1] == at_[token]) ++last;
  return last;
}

Mentions find_mentions(const form::Form& form, const Words& words, Roster& roster, std::vector<bool>& is_name) {
  return Finder(form, words, roster, is_name).run();
}

}  // namespace language
