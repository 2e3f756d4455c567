// Whom pronouns mean: by gender, nearness and role, within the passage, the row and the section.
#include <algorithm>
#include <cstdlib>

#include "language/mentions.h"
#include "language/open_quotes.h"

namespace language {
namespace {

bool is_genitive(const Words& words, std::size_t i) {
  return i < words.size() && words.is_any(i, {"'s", "’s", "'", "’"}) && words[i].tag != Tag::be &&
         words[i].tag != Tag::have;
}

bool is_person(const Entity& entity) {
  return entity.role != Role::agency;
}

class Resolver {
 public:
  Resolver(const form::Form& form, const Words& words, const std::vector<SentenceTokens>& sentences,
           const std::vector<std::size_t>& opened, Roster& roster, Mentions& mentions, std::vector<EntityId>& addressee)
      : form_(form),
        words_(words),
        sentences_(sentences),
        opened_(opened),
        roster_(roster),
        mentions_(mentions),
        addressee_(addressee) {}

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
        called_ = nobody;
        recent_.clear();
        row_child_ = here.kind == form::UnitKind::row ? child_of_row(here) : nobody;
      }
      // Another cell of a row: what is the child's own column speaks of the child.
      if (s == 0 || sentence.passage != sentences_[s - 1].passage) {
        const std::int32_t cell = form_.passages[sentence.passage].cell;
        const EntityId own =
            cell < 0 ? nobody
                     : child_of_column(words_, roster_, mentions_, form_.cells[static_cast<std::size_t>(cell)]);
        if (own != nobody) recent_.assign(1, own);
      }
      if (words_.is(sentence.first, "dear")) letter_to = greeted(sentence);
      if (words_.is_any(sentence.first, {"hello", "hi", "hey", "hiya"})) {  // a colleague's e-mail begins so, too
        const EntityId to = greeted(sentence);
        if (to != nobody && roster_[to].role == Role::subject_child) letter_to = to;
      }
      addressee_[s] = letter_to;
      if (letter_to == nobody && roster_.subjects().size() == 1 && asks_child(here))
        addressee_[s] = roster_.subjects().front();
      // Of two whom a letter is written to, the paragraph speaks to the one it called last.
      if (const EntityId called = vocative(sentence); called != nobody) called_ = called;
      if (called_ != nobody) addressee_[s] = called_;
      resolve(sentence, addressee_[s], opened_[s] != no_sentence);
    }
  }

 private:
  // A name's gender by the pronouns that follow it with nobody between: "Rohan is going to ring his nani".
  void infer_genders() {
    std::vector<int> votes(roster_.people().size(), 0);
    // Only of whom a sentence begins with: "Pat would have Sam tomorrow, she says" tells nothing of Sam.
    for (const SentenceTokens& sentence : sentences_) {
      std::size_t i = sentence.first;
      while (i < sentence.last && (mentions_.at(i) == nullptr || mentions_.at(i)->who == nobody)) ++i;
      if (i >= sentence.last) continue;
      const Mention* mention = mentions_.at(i);
      // "He holds Pia's ears. He would like ..." tells nothing of Pia.
      const std::size_t behind = mentions_.end_of(i) + 1;
      if (mention->possessive || (behind < words_.size() && is_genitive(words_, behind))) continue;
      if (roster_[mention->who].gender != Gender::unknown || !is_person(roster_[mention->who])) continue;
      std::size_t k = mentions_.end_of(i) + 1;
      for (std::size_t end = std::min(words_.size(), k + 14); k < end; ++k) {
        if (mentions_.covered(k) && mentions_.at(k)->who != mention->who) break;
        if (words_.scan().tokens[k].line_start) break;
        // "Ada I saw by herself": surely hers.
        if (words_.is_any(k, {"himself", "herself"}) && k < sentence.last) {
          votes[static_cast<std::size_t>(mention->who)] += words_.is(k, "himself") ? 2 : -2;
          break;
        }
        if (words_.is_any(k, {"he", "she"})) {
          votes[static_cast<std::size_t>(mention->who)] += words_[k].has(Class::he) ? 1 : -1;
          break;
        }
      }
    }
    by_first_names(votes);
    for (std::size_t i = 0; i < votes.size(); ++i) {
      if (votes[i] != 0) roster_.people()[i].gender = votes[i] > 0 ? Gender::male : Gender::female;
    }
  }

  // One pronoun may be somebody else's, two tell more than a name that girls and women, or boys and men, nearly always
  // bear.
  void by_first_names(std::vector<int>& votes) const {
    const lexicon::ConceptId female = words_.vocabulary().cue(Cue::name_female);
    const lexicon::ConceptId male = words_.vocabulary().cue(Cue::name_male);
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const Mention* mention = mentions_.at(i);
      if (mention == nullptr || mention->who == nobody || mention->plural || !words_.scan().tokens[i].capital) continue;
      if (mention->at.begin != words_.scan().tokens[i].at.begin) continue;
      const Entity& entity = roster_[mention->who];
      int& vote = votes[static_cast<std::size_t>(mention->who)];
      if (entity.gender != Gender::unknown || !is_person(entity) || std::abs(vote) > 1) continue;
      for (const lexicon::Hit& hit : words_.scan().starting_at(i)) {
        if (hit.last == i && hit.concept_id == female) vote = -2;
        if (hit.last == i && hit.concept_id == male) vote = 2;
      }
    }
  }

  EntityId child_of_section(std::int32_t section) const {
    while (section >= 0) {
      const form::Section& here = form_.sections[static_cast<std::size_t>(section)];
      const auto [first, last] = words_.scan().range(here.heading);
      for (std::size_t i = first; i < last; ++i) {
        const Mention* mention = mentions_.at(i);
        if (mention != nullptr && mention->who != nobody && !mention->plural && is_person(roster_[mention->who]) &&
            words_.scan().tokens[i].capital &&
            (roster_[mention->who].role == Role::subject_child || roster_[mention->who].role == Role::sibling ||
             roster_[mention->who].role == Role::parent)) {
          return mention->who;
        }
      }
      section = here.parent;
    }
    return roster_.subjects().size() == 1 ? roster_.subjects().front() : nobody;
  }

  EntityId child_of_row(const form::Unit& unit) const {
    const base::Span label = !unit.label.empty()               ? unit.label
                             : unit.cell_begin < unit.cell_end ? form_.cells[unit.cell_begin].at
                                                               : base::Span{};
    const auto [first, last] = words_.scan().range(label);
    for (std::size_t i = first; i < last; ++i) {
      const Mention* mention = mentions_.at(i);
      if (mention != nullptr && mention->who != nobody && !mention->plural && is_person(roster_[mention->who]))
        return mention->who;
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
    // "Mike, you asked me", "Micah: you have done the tea", "(frog) Elijah, I asked what you would change"
    std::size_t opens = sentence.first;
    if (words_.is(opens, "(")) {
      while (opens + 1 < sentence.last && !words_.is(opens, ")")) ++opens;
      if (opens + 1 < sentence.last) ++opens;
    }
    if (const Mention* mention = mentions_.at(opens);
        mention != nullptr && mention->who != nobody && words_.scan().tokens[opens].capital) {
      const std::size_t end = mentions_.end_of(opens);
      const bool set_apart = end + 2 < sentence.last && (words_[end + 1].tag == Tag::comma || words_.is(end + 1, ":"));
      for (std::size_t i = end + 2; set_apart && i < sentence.last; ++i) {
        if (words_[i].has(Class::you)) return mention->who;
      }
    }
    for (std::size_t i = sentence.first; i + 1 < sentence.last; ++i) {
      you = you || words_[i].has(Class::you);
      const Mention* mention = mentions_.at(i);
      if (mention == nullptr || i == sentence.first || words_[i - 1].tag != Tag::comma ||
          !words_.scan().tokens[i].capital)
        continue;
      const std::size_t end = mentions_.end_of(i);
      if (you && end + 1 < sentence.last && words_[end + 1].tag == Tag::comma && i > 1 &&
          (words_[i - 2].tag == Tag::pronoun || words_[i - 2].has(Class::you)))
        return mention->who;
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
    return speaks(unit.label) ||
           (unit.section >= 0 && speaks(form_.sections[static_cast<std::size_t>(unit.section)].heading));
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
    // The one whom the sentence began with, and the family, go before a professional who was only spoken to; those
    // whose gender is known before those whose isn't.
    const auto close = [&](EntityId who) {
      const Role role = roster_[who].role;
      return who == first || role == Role::subject_child || role == Role::sibling || role == Role::parent ||
             role == Role::relative;
    };
    // "Lee was in, and I spoke to him": whom this sentence began with goes before those of earlier ones.
    const bool began = first != nobody && is_person(roster_[first]) && roster_[first].role != Role::worker &&
                       roster_[first].gender == Gender::unknown;
    for (const bool near : {true, false}) {
      for (const EntityId who : recent_) {
        const Entity& entity = roster_[who];
        if (!is_person(entity) || entity.role == Role::worker || close(who) != near) continue;
        if (entity.gender == gender && (!began || is_here(who))) return who;
      }
    }
    if (began) return first;
    EntityId unsure = nobody;
    for (const EntityId who : recent_) {
      const Entity& entity = roster_[who];
      if (!is_person(entity) || entity.role == Role::worker || entity.gender != Gender::unknown) continue;
      if (unsure == nobody || (close(who) && !close(unsure)) || who == first) unsure = who;
    }
    if (row_child_ != nobody && (roster_[row_child_].gender == gender || roster_[row_child_].gender == Gender::unknown))
      return row_child_;
    if (unsure != nobody) return unsure;
    // In a record of an unborn child "she" is her mother before it is the baby.
    if (default_child_ != nobody && roster_.is_unborn(default_child_)) {
      const EntityId parent = roster_.holder(Role::parent, gender);
      if (parent != nobody && roster_[parent].gender == gender) return parent;
    }
    if (default_child_ != nobody &&
        (roster_[default_child_].gender == gender || roster_[default_child_].gender == Gender::unknown))
      return default_child_;
    EntityId only = nobody;
    for (const EntityId child : roster_.subjects()) {
      if (roster_[child].gender != gender) continue;
      if (only != nobody) return nobody;  // two boys, and nothing says which
      only = child;
    }
    if (only != nobody) return only;
    return roster_.subjects().size() == 1 ? roster_.subjects().front() : nobody;
  }

  // Whether a mention stands behind "with", as "with her mum" and "with Lee" do.
  bool accompanies(std::size_t i) const {
    if (i > 0 && (words_[i - 1].has(Class::possessive) || words_.is(i - 1, "her"))) --i;
    return i > 0 && words_.is_any(i - 1, {"with", "w/"});
  }

  bool is_here(EntityId who) const { return std::find(here_.begin(), here_.end(), who) != here_.end(); }

  // `inside`: it begins inside a quotation that an earlier sentence opened.
  void resolve(const SentenceTokens& sentence, EntityId you, bool inside) {
    EntityId first = nobody;
    here_.clear();
    bool many = many_;
    EntityId many_who = many_who_;
    std::size_t quotes = inside ? 1 : 0;
    EntityId speaker = inside ? speaker_ : nobody;
    // "Asked about his dad, he shrugged": who answers is whom the paragraph was about, not whom the question names.
    std::size_t question_ends = 0;
    std::vector<EntityId> before_question;
    if (opens_with_question(sentence)) {
      for (std::size_t i = sentence.first; i < sentence.last && question_ends == 0; ++i) {
        if (words_[i].tag == Tag::comma) question_ends = i;
      }
      before_question = recent_;
    }
    for (std::size_t i = sentence.first; i < sentence.last; ++i) {
      const Word& word = words_[i];
      if (question_ends != 0 && i == question_ends + 1) {
        recent_ = before_question;
        if (recent_.empty() || default_child_ != nobody) recent(default_child_);
        first = nobody;
      }
      if (word.tag == Tag::quote && !words_.is_any(i, {"'", "’", "‘"})) {
        ++quotes;
        continue;
      }
      if (const Mention* known = mentions_.at(i); known != nullptr) {
        if (i > sentence.first && mentions_.at(i - 1) == known) continue;
        EntityId who = known->who;
        if (who != nobody && roster_[who].role == Role::parent && !known->plural) who = elder(i, who);
        const EntityId before = recent_.empty() ? nobody : recent_.front();
        recent(who);
        // "I saw Ellie with her mum, because she is four": who is only with somebody is meant after that one.
        if (is_here(before) && before != who && accompanies(i)) recent(before);
        here_.push_back(who);
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
    speaker_ = speaker;
    if (first != nobody) recent(first);
  }

  bool opens_with_question(const SentenceTokens& sentence) const {
    std::size_t i = sentence.first;
    if (words_.is_any(i, {"when", "if", "and", "but"}) && i + 1 < sentence.last) ++i;
    return words_.is_any(i, {"asked", "shown", "invited", "offered", "questioned", "pressed", "prompted"});
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
    if (owner == nobody || (roster_[owner].role != Role::parent && roster_[owner].role != Role::relative))
      return parent;
    const bool female = roster_[parent].gender == Gender::female;
    for (const lexicon::ConceptId id :
         words_.vocabulary().lexicon().family(female ? "role.grandmother" : "role.grandfather")) {
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
        if (const RoleWord* word = words_.vocabulary().role(id); word != nullptr)
          who = roster_.add_role(*word, {}, word->called);
      }
    }
    return who;
  }

  const form::Form& form_;
  const Words& words_;
  const std::vector<SentenceTokens>& sentences_;
  const std::vector<std::size_t>& opened_;
  Roster& roster_;
  Mentions& mentions_;
  std::vector<EntityId>& addressee_;
  std::vector<EntityId> recent_;
  std::vector<EntityId> here_;  // whom the sentence has named so far
  EntityId called_ = nobody, default_child_ = nobody, row_child_ = nobody, many_who_ = nobody, speaker_ = nobody;
  bool many_ = false;
};

}  // namespace

void resolve_pronouns(const form::Form& form, const Words& words, const std::vector<SentenceTokens>& sentences,
                      const std::vector<std::size_t>& opened, Roster& roster, Mentions& mentions,
                      std::vector<EntityId>& addressee) {
  Resolver(form, words, sentences, opened, roster, mentions, addressee).run();
}

}  // namespace language
