#include "language/mentions.h"

#include <algorithm>

namespace language {
namespace {

bool is_genitive(const Words& words, std::size_t i) { return i < words.size() && words.is_any(i, {"'s", "’s", "'", "’"}) && words[i].tag != Tag::be && words[i].tag != Tag::have; }

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
    return i + 1 < words_.size() && !words_.scan().tokens[i + 1].line_start && words_.is_any(i + 1, {"road", "street", "house", "lane", "avenue", "close", "court", "drive", "terrace", "primary", "school", "academy"});
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
      const int own = word != nullptr && word->role != Role::professional && word->role != Role::other ? 3 : body ? 2 : 1;
      if (size < length || (size == length && own <= rank)) continue;
      role = word;
      agency = body ? hit.concept_id : 0;
      length = size;
      rank = own;
      at = hit.at;
    }
    if (length == 0) return i;
    std::size_t last = i + length - 1;
    while (last > i && (words_[last].frame != Frame::none || words_[last].has(Class::preposition) || words_[last].has(Class::possessive)) && role == nullptr) --last;
    const bool generic = i > 0 && words_.is_any(i - 1, {"a", "an", "every", "each", "any", "another", "other", "no", "some", "two", "three", "one"});
    if (role != nullptr) {
      if (generic && (role->role == Role::subject_child || role->role == Role::worker || role->role == Role::parent)) return last + 1;
      // "the nursery's manager", "the hostel manager": of that body, and not of the team.
      if (role->role == Role::manager && i > 0 && !words_.scan().tokens[i].line_start) {
        const std::size_t before = is_genitive(words_, i - 1) && i > 1 ? i - 2 : i - 1;
        const Mention* owner = mentions_.at(before);
        if (owner != nullptr && owner->who != nobody && (roster_[owner->who].role == Role::agency || roster_[owner->who].role == Role::professional)) {
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
      if (role->role == Role::subject_child && role->many && roster_.subjects().size() == 1 && words_.is(last, "twins")) {
        std::size_t siblings = 0;
        for (const Entity& entity : roster_.people()) siblings += entity.role == Role::sibling ? 1U : 0U;
        if (siblings >= 2) {
          keep(i, last, roster_.holder(Role::sibling, Gender::unknown), true);
          return last + 1;
        }
      }
      const std::string_view written = at.of(words_.text());
      const bool several = role->many || (role->role == Role::parent && written.size() > 5 && written.back() == 's');  // "fathers"
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

bool is_person(const Entity& entity) { return entity.role != Role::agency; }

class Resolver {
 public:
  Resolver(const form::Form& form, const Words& words, const std::vector<SentenceTokens>& sentences, Roster& roster, Mentions& mentions, std::vector<EntityId>& addressee)
      : form_(form), words_(words), sentences_(sentences), roster_(roster), mentions_(mentions), addressee_(addressee) {}

  void run() {
    infer_genders();
    addressee_.assign(sentences_.size(), nobody);
    std::int32_t section = -2;
    std::uint32_t unit = 0;
    EntityId letter_to = nobody;
    std::vector<std::pair<std::size_t, std::size_t>> before;
    for (std::size_t s = 0; s < sentences_.size(); ++s) {
      const SentenceTokens& sentence = sentences_[s];
      const form::Unit& here = form_.units[sentence.unit];
      if (here.section != section) {
        section = here.section;
        default_child_ = child_of_section(section);
        recent_.clear();
        if (const EntityId to = letter_heading(section); to != nobody) letter_to = to;
      }
      if (sentence.unit != unit) {
        unit = sentence.unit;
        recent_.clear();
        row_child_ = here.kind == form::UnitKind::row ? child_of_row(here) : nobody;
      }
      if (words_.is(sentence.first, "dear")) letter_to = greeted(sentence);
      addressee_[s] = letter_to;
      if (letter_to == nobody && roster_.subjects().size() == 1 && asks_child(here)) addressee_[s] = roster_.subjects().front();
      if (const EntityId called = vocative(sentence); called != nobody) addressee_[s] = called;
      resolve(sentence, addressee_[s]);
    }
  }

 private:
  // A name's gender by the pronouns that follow it with nobody between: "Rohan is going to ring his nani".
  void infer_genders() {
    std::vector<int> votes(roster_.people().size(), 0);
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const Mention* mention = mentions_.at(i);
      if (mention == nullptr || mention->who == nobody || (i > 0 && mentions_.at(i - 1) == mention)) continue;
      if (roster_[mention->who].gender != Gender::unknown || !is_person(roster_[mention->who])) continue;
      std::size_t k = mentions_.end_of(i) + 1;
      for (std::size_t end = std::min(words_.size(), k + 14); k < end; ++k) {
        if (mentions_.covered(k) && mentions_.at(k)->who != mention->who) break;
        if (words_.scan().tokens[k].line_start) break;
        if (words_[k].has(Class::he) || words_[k].has(Class::she)) {
          votes[static_cast<std::size_t>(mention->who)] += words_[k].has(Class::he) ? 1 : -1;
          break;
        }
      }
    }
    for (std::size_t i = 0; i < votes.size(); ++i) {
      if (votes[i] != 0) roster_.people()[i].gender = votes[i] > 0 ? Gender::male : Gender::female;
    }
  }

  EntityId child_of_section(std::int32_t section) const {
    while (section >= 0) {
      const form::Section& here = form_.sections[static_cast<std::size_t>(section)];
      const auto [first, last] = words_.scan().range(here.heading);
      for (std::size_t i = first; i < last; ++i) {
        const Mention* mention = mentions_.at(i);
        if (mention != nullptr && mention->who != nobody && !mention->plural && is_person(roster_[mention->who]) && words_.scan().tokens[i].capital &&
            (roster_[mention->who].role == Role::subject_child || roster_[mention->who].role == Role::sibling || roster_[mention->who].role == Role::parent)) {
          return mention->who;
        }
      }
      section = here.parent;
    }
    return roster_.subjects().size() == 1 ? roster_.subjects().front() : nobody;
  }

  EntityId child_of_row(const form::Unit& unit) const {
    const base::Span label = !unit.label.empty() ? unit.label : unit.cell_begin < unit.cell_end ? form_.cells[unit.cell_begin].at : base::Span{};
    const auto [first, last] = words_.scan().range(label);
    for (std::size_t i = first; i < last; ++i) {
      const Mention* mention = mentions_.at(i);
      if (mention != nullptr && mention->who != nobody && !mention->plural && is_person(roster_[mention->who])) return mention->who;
    }
    return nobody;
  }

  EntityId letter_heading(std::int32_t section) const {
    if (section < 0) return nobody;
    const base::Span heading = form_.sections[static_cast<std::size_t>(section)].heading;
    if (heading.empty() || !words_.scan().has(heading, words_.vocabulary().cue(Cue::heading_letter))) return nobody;
    const auto [first, last] = words_.scan().range(heading);
    for (std::size_t i = first; i < last; ++i) {
      const Mention* mention = mentions_.at(i);
      if (mention != nullptr && mention->who != nobody && is_person(roster_[mention->who])) return mention->who;
    }
    return nobody;
  }

  EntityId greeted(const SentenceTokens& sentence) const {
    for (std::size_t i = sentence.first; i < std::min(sentence.last, sentence.first + 6); ++i) {
      const Mention* mention = mentions_.at(i);
      if (mention != nullptr && mention->who != nobody) return mention->who;
    }
    return nobody;
  }

  // "You explained to me, Ms Stannard, that": who is called by name between commas.
  EntityId vocative(const SentenceTokens& sentence) const {
    bool you = false;
    if (const Mention* mention = mentions_.at(sentence.first); mention != nullptr && words_.scan().tokens[sentence.first].capital) {  // "Mike, you asked me"
      const std::size_t end = mentions_.end_of(sentence.first);
      if (end + 2 < sentence.last && words_[end + 1].tag == Tag::comma && words_[end + 2].has(Class::you)) return mention->who;
    }
    for (std::size_t i = sentence.first; i + 1 < sentence.last; ++i) {
      you = you || words_[i].has(Class::you);
      const Mention* mention = mentions_.at(i);
      if (mention == nullptr || i == sentence.first || words_[i - 1].tag != Tag::comma || !words_.scan().tokens[i].capital) continue;
      const std::size_t end = mentions_.end_of(i);
      if (you && end + 1 < sentence.last && words_[end + 1].tag == Tag::comma && i > 1 && (words_[i - 2].tag == Tag::pronoun || words_[i - 2].has(Class::you))) return mention->who;
    }
    return nobody;
  }

  // "What you said", "Your say": a form that speaks to the child.
  bool asks_child(const form::Unit& unit) const {
    const auto speaks = [&](base::Span at) {
      const auto [first, last] = words_.scan().range(at);
      for (std::size_t i = first; i < last; ++i) {
        if (words_[i].has(Class::you)) return true;
      }
      return false;
    };
    return speaks(unit.label) || (unit.section >= 0 && speaks(form_.sections[static_cast<std::size_t>(unit.section)].heading));
  }

  void recent(EntityId who) {
    if (who == nobody) return;
    const auto place = std::find(recent_.begin(), recent_.end(), who);
    if (place != recent_.end()) recent_.erase(place);
    recent_.insert(recent_.begin(), who);
    if (recent_.size() > 8) recent_.pop_back();
  }

  // Whom "they" means: the group or body spoken of last, or one child whose gender nobody told.
  EntityId several(bool many, EntityId many_who) {
    for (const EntityId who : recent_) {
      const Entity& entity = roster_[who];
      if (many && who == many_who) return who;
      if (entity.role == Role::agency || entity.role == Role::professional) return who;
      if (entity.gender == Gender::unknown && entity.role == Role::subject_child) return who;
    }
    if (many) return many_who;
    return !recent_.empty() ? recent_.front() : default_child_;
  }

  EntityId by_gender(Gender gender, EntityId first) {
    EntityId unsure = nobody;
    // The one whom the sentence began with, and the family, go before a professional who was only spoken to.
    for (const EntityId who : recent_) {
      const Entity& entity = roster_[who];
      const bool close = who == first || entity.role == Role::subject_child || entity.role == Role::sibling || entity.role == Role::parent || entity.role == Role::relative;
      if (close && entity.gender == gender) return who;
    }
    for (const EntityId who : recent_) {
      const Entity& entity = roster_[who];
      if (!is_person(entity) || entity.role == Role::worker) continue;
      if (entity.gender == gender) return who;
      if (entity.gender == Gender::unknown && unsure == nobody) unsure = who;
    }
    if (row_child_ != nobody && (roster_[row_child_].gender == gender || roster_[row_child_].gender == Gender::unknown)) return row_child_;
    if (unsure != nobody) return unsure;
    if (default_child_ != nobody && (roster_[default_child_].gender == gender || roster_[default_child_].gender == Gender::unknown)) return default_child_;
    EntityId only = nobody;
    for (const EntityId child : roster_.subjects()) {
      if (roster_[child].gender != gender) continue;
      if (only != nobody) return nobody;  // two boys, and nothing says which
      only = child;
    }
    if (only != nobody) return only;
    return roster_.subjects().size() == 1 ? roster_.subjects().front() : nobody;
  }

  void resolve(const SentenceTokens& sentence, EntityId you) {
    EntityId first = nobody;
    bool many = many_;
    EntityId many_who = many_who_;
    std::size_t quotes = 0;
    EntityId speaker = nobody;
    for (std::size_t i = sentence.first; i < sentence.last; ++i) {
      const Word& word = words_[i];
      if (word.tag == Tag::quote && !words_.is_any(i, {"'", "’", "‘"})) {
        ++quotes;
        continue;
      }
      if (const Mention* known = mentions_.at(i); known != nullptr) {
        if (i > sentence.first && mentions_.at(i - 1) == known) continue;
        EntityId who = known->who;
        if (who != nobody && roster_[who].role == Role::parent && !known->plural) who = elder(i, who);
        recent(who);
        if (known->plural) {
          many = true;
          many_who = who;
        }
        if (first == nobody) first = who;
        if (speaker == nobody && who != nobody && is_person(roster_[who])) speaker = who;
        continue;
      }
      if (word.tag != Tag::pronoun && word.tag != Tag::determiner) continue;
      Mention mention;
      mention.at = words_.scan().tokens[i].at;
      mention.pronoun = true;
      mention.possessive = word.tag == Tag::determiner;
      const bool quoted = quotes % 2 == 1;
      if (word.has(Class::he)) {
        mention.who = by_gender(Gender::male, first);
      } else if (word.has(Class::she)) {
        mention.who = by_gender(Gender::female, first);
      } else if (word.has(Class::they)) {
        mention.who = several(many, many_who);
        mention.plural = many && mention.who == many_who;
      } else if (word.has(Class::first_person)) {
        mention.who = quoted ? speaker : first_person();
        if (mention.who == nobody) mention.who = quoted ? default_child_ : first_person();
      } else if (word.has(Class::we)) {
        if (quoted) continue;
        mention.who = first_person();
        mention.plural = true;
      } else if (word.has(Class::you)) {
        if (you == nobody || quoted) continue;
        mention.who = you;
      } else {
        continue;
      }
      if (mention.who == nobody && !mention.plural) continue;
      mentions_.add(mention, i, i);
      const bool self = word.has(Class::first_person) || word.has(Class::we);
      if (!self) recent(mention.who);
      if (first == nobody && !self) first = mention.who;
    }
    many_ = many;
    many_who_ = many_who;
    if (first != nobody) recent(first);
  }

  // "her mum" said of a mother is the grandmother; a name's possessive does the same ("Stacey's mum").
  EntityId elder(std::size_t i, EntityId parent) {
    std::size_t k = i;
    if (k == 0) return parent;
    --k;
    if (words_.is(k, "own") && k > 0) --k;
    const bool pronoun = words_[k].tag == Tag::determiner && (words_[k].has(Class::she) || words_[k].has(Class::he));
    const bool genitive = is_genitive(words_, k) && k > 0;
    if (words_.scan().tokens[i].capital && !genitive) return parent;  // a name, or "Mum"
    EntityId owner = nobody;
    if (pronoun && mentions_.covered(k)) owner = mentions_.at(k)->who;
    if (genitive && mentions_.covered(k - 1)) owner = mentions_.at(k - 1)->who;
    if (owner == nobody || (roster_[owner].role != Role::parent && roster_[owner].role != Role::relative)) return parent;
    const bool female = roster_[parent].gender == Gender::female;
    for (const lexicon::ConceptId id : words_.vocabulary().lexicon().family(female ? "role.grandmother" : "role.grandfather")) {
      const RoleWord* word = words_.vocabulary().role(id);
      if (word == nullptr) continue;
      const EntityId who = roster_.add_role(*word, words_.scan().tokens[i].at, words_.text_of(i));
      for (Mention& mention : mentions_.all()) {
        if (mention.at.begin == words_.scan().tokens[i].at.begin) mention.who = who;
      }
      return who;
    }
    return parent;
  }

  EntityId first_person() {
    EntityId who = roster_.holder(Role::worker, Gender::unknown);
    if (who == nobody) {
      for (const lexicon::ConceptId id : words_.vocabulary().lexicon().family("role.worker")) {
        if (const RoleWord* word = words_.vocabulary().role(id); word != nullptr) who = roster_.add_role(*word, {}, word->called);
      }
    }
    return who;
  }

  const form::Form& form_;
  const Words& words_;
  const std::vector<SentenceTokens>& sentences_;
  Roster& roster_;
  Mentions& mentions_;
  std::vector<EntityId>& addressee_;
  std::vector<EntityId> recent_;
  EntityId default_child_ = nobody, row_child_ = nobody, many_who_ = nobody;
  bool many_ = false;
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

Mentions find_mentions(const form::Form& form, const Words& words, Roster& roster, std::vector<bool>& is_name) { return Finder(form, words, roster, is_name).run(); }

void resolve_pronouns(const form::Form& form, const Words& words, const std::vector<SentenceTokens>& sentences, Roster& roster, Mentions& mentions, std::vector<EntityId>& addressee) {
  Resolver(form, words, sentences, roster, mentions, addressee).run();
}

}  // namespace language
