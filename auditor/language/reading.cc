#include "language/reading.h"

#include <algorithm>

namespace language {
namespace {

bool says(const Word& word) {
  return word.has(Class::says) || word.has(Class::thinks) || word.has(Class::denies);
}

bool opens_quote(const Words& words, std::size_t i, std::size_t last) {
  const auto& tokens = words.scan().tokens;
  return i + 1 < last && tokens[i + 1].at.begin == tokens[i].at.end && i > 0 &&
         tokens[i - 1].at.end < tokens[i].at.begin;
}

// "it isn't true that", "it is a lie that", "it was not the case that"
bool denies_truth(const Words& words, const Group& group, std::size_t last) {
  if (words[group.verb].tag != Tag::be || group.subject.empty() || !words.is(group.subject.last, "it")) return false;
  for (std::size_t i = group.at.last + 1; i < last && i < group.at.last + 5; ++i) {
    if (words.is(i, "that")) return false;
    if (words.is_any(i, {"true", "so", "right", "correct", "case", "fact"})) return group.negation != npos;
    if (words.is_any(i, {"untrue", "false", "lie", "wrong", "nonsense", "rubbish"})) return group.negation == npos;
  }
  return false;
}

// A report set apart by commas, or closing the sentence: ", Evie says,", ", they tell me.", "said Ms Ellery,".
bool is_parenthesis(const Words& words, const Reading& reading, const Group& group) {
  const bool wanted = words.is_any(group.verb, {"wanted", "wants"}) && group.at.last + 3 < reading.last &&
                      words.is_any(group.at.last + 3, {"know"});
  if (!group.finite || !(says(words[group.verb]) || wanted)) return false;
  // '"I am not scared," Poppy told me in the den'
  if (!group.subject.empty() && group.subject.first > reading.first + 2 &&
      words[group.subject.first - 1].tag == Tag::quote && words[group.subject.first - 2].tag != Tag::noun &&
      group.intro != Intro::relative)
    return true;
  const std::size_t begin =
      group.subject.empty() || group.subject.first > group.at.first ? group.at.first : group.subject.first;
  std::size_t before = begin;
  while (before > reading.first && (words[before - 1].tag == Tag::adverb || words[before - 1].tag == Tag::coordinator))
    --before;
  if (before > reading.first && words.is_any(before - 1, {"whatever", "whoever", "what", "however"})) return false;
  if (begin < reading.last && words.is_any(begin, {"whatever", "whoever", "what", "however"})) return false;
  const bool opens = before == reading.first || words[before - 1].tag == Tag::comma ||
                     words[before - 1].tag == Tag::quote || words[before - 1].tag == Tag::stop;
  std::size_t end = group.at.last + 1;
  while (end < reading.last &&
         (words[end].tag == Tag::pronoun || words[end].tag == Tag::adverb || words[end].tag == Tag::noun ||
          words[end].tag == Tag::name || words[end].tag == Tag::determiner))
    ++end;
  if (end + 1 < reading.last && words[end].tag == Tag::to && words.is_any(end + 1, {"know", "understand"}))
    end += 2;  // "wanted me to know"
  const bool closes = end >= reading.last || words[end].tag == Tag::comma || words[end].tag == Tag::stop ||
                      (words[end].tag == Tag::quote && !opens_quote(words, end, reading.last));
  return opens && closes && before != reading.first;
}

class Chooser {
 public:
  Chooser(const Scene& scene, Reading& reading) : scene_(scene), words_(scene.words), reading_(reading) {}

  void run() {
    choose_main();
    if (reading_.main < 0) return;
    reading_.fact = reading_.main;
    if (by_gesture()) return;
    if (by_complement()) return;
    if (by_parenthesis()) return;
    by_later_clause();
    by_same_speaker();
  }

 private:
  const Group& at(std::int32_t index) const { return reading_.groups[static_cast<std::size_t>(index)]; }
  std::int32_t count() const { return static_cast<std::int32_t>(reading_.groups.size()); }

  void choose_main() {
    for (std::int32_t g = 0; g < count(); ++g) {
      if (at(g).finite && at(g).intro == Intro::main && !is_parenthesis(words_, reading_, at(g))) {
        reading_.main = g;
        // "It was Lily who told the nurse": what Lily did.
        const bool cleft = at(g).frame == Frame::be && !at(g).subject.empty() && words_.is(at(g).subject.first, "it") &&
                           g + 1 < count() && at(g + 1).finite && at(g + 1).intro == Intro::relative &&
                           at(g + 1).begin < reading_.last && words_.is_any(at(g + 1).begin, {"who", "that"}) &&
                           !at(g + 1).subject.empty();
        if (cleft) reading_.main = g + 1;
        return;
      }
    }
    // "Health visitor and school to agree who leads", "Mum to ring if he cries": what is to be done, with a clause
    // that hangs on it.
    const bool named_before =
        count() > 0 && at(0).infinitive && at(0).at.first > reading_.first &&
        (words_[at(0).at.first - 1].tag == Tag::noun || words_[at(0).at.first - 1].tag == Tag::name);
    const bool all_hang = std::none_of(reading_.groups.begin(), reading_.groups.end(), [&](const Group& group) {
      return group.finite && (group.begin <= at(0).at.first || group.intro == Intro::main);
    });
    if (named_before && all_hang) {
      reading_.main = 0;
      return;
    }
    for (const Intro intro : {Intro::main, Intro::complement, Intro::relative, Intro::subordinate, Intro::condition}) {
      for (std::int32_t g = 0; g < count(); ++g) {
        if (at(g).finite && at(g).intro == intro) {
          reading_.main = g;
          return;
        }
      }
    }
    if (count() == 0) return;
    // "Housing to repair the back door": the first infinitive, where only whom it is for stands before it.
    if (at(0).infinitive) {
      reading_.main = 0;
      return;
    }
    // Without a finite verb, a participle that closes the phrase says what was done ("Consent to share obtained").
    reading_.main = 0;
    for (std::int32_t g = count() - 1; g > 0; --g) {
      const Form form = words_[at(g).verb].form;
      if (!at(g).infinitive && (form == Form::past || form == Form::participle) && at(g).at.last + 2 >= reading_.last) {
        reading_.main = g;
        return;
      }
    }
  }

  bool reports(const Group& group) const {
    const Word& verb = words_[group.verb];
    return says(verb) || verb.has(Class::asks) || group.frame == Frame::be || group.frame == Frame::want;
  }

  // The first clause that a group reports; -1 where there is none.
  std::int32_t told_by(std::int32_t reporter) const {
    for (std::int32_t g = reporter + 1; g < count(); ++g) {
      if (at(g).finite && at(g).intro == Intro::complement && at(g).inside == reporter) return g;
    }
    return -1;
  }

  // "shook his head when asked if he is hungry": the asked clause is what the gesture answers.
  bool by_gesture() {
    if (!words_.has(Cue::gesture, reading_.first, reading_.last)) return false;
    if (answers_question()) return true;
    for (std::int32_t g = 0; g < count(); ++g) {
      if (!words_[at(g).verb].has(Class::asks)) continue;
      for (std::int32_t told = g + 1; told < count(); ++told) {
        if (!at(told).finite || at(told).at.first < at(g).at.last) continue;
        const bool open_question =
            words_[at(told).begin].tag == Tag::relative ||
            words_.is_any(at(told).begin, {"what", "who", "which", "how", "where", "why", "when"});
        if (open_question) break;
        if (words_.find(Cue::gesture, at(told).at.first, at(told).at.last + 1) != nullptr) break;
        const std::size_t joint = at(told).begin > reading_.first ? at(told).begin - 1 : reading_.first;
        if (!words_.is_any(joint, {"if", "whether"})) continue;
        answered(reading_.main == told ? g : reading_.main, told);
        return true;
      }
    }
    return false;
  }

  // A gesture or a word of the reporter's says yes or no to what is told.
  void answered(std::int32_t reporter, std::int32_t told) {
    reading_.reporter = reporter;
    reading_.fact = told;
    reading_.gesture = true;
    reading_.gesture_no = words_.has(Cue::gesture_no, reading_.first, reading_.last);
    reading_.reporter_subject = at(reading_.main).subject;
  }

  // 'signed "no" to the question whether he had eaten'
  bool answers_question() {
    for (std::int32_t told = reading_.main + 1; told < count(); ++told) {
      const std::size_t begin = at(told).begin;
      if (!at(told).finite || begin < reading_.first + 3 || !words_.is_any(begin - 1, {"if", "whether"})) continue;
      if (!words_.is_any(begin - 2, {"question", "questions"}) && !words_.is_any(begin - 3, {"question", "questions"}))
        continue;
      answered(reading_.main, told);
      return true;
    }
    return false;
  }

  bool by_complement() {
    std::int32_t reporter = reading_.main;
    if (!reports(at(reporter))) {
      // "goes on to say that", "wanted me to know that": an infinitive may report.
      std::int32_t found = -1;
      for (std::int32_t g = 0; g < count(); ++g) {
        if (!at(g).finite && at(g).at.first > at(reporter).at.first && says(words_[at(g).verb]) && told_by(g) >= 0)
          found = g;
        if (at(g).finite && g > reading_.main && at(g).intro == Intro::main) break;
      }
      if (found < 0) return false;
      reading_.reporter = found;
      reading_.fact = told_by(found);
      reading_.reporter_subject = at(reading_.main).subject;
      return true;
    }
    std::int32_t told = told_by(reporter);
    // "has written to say he contests": the report is the infinitive's.
    for (std::int32_t g = reporter + 1; told < 0 && g < count() && !at(g).finite; ++g) {
      if (at(g).infinitive && says(words_[at(g).verb]) && told_by(g) >= 0) told = told_by(g);
    }
    const Group& group = at(reporter);
    const Word& verb = words_[group.verb];
    // A comma may part the report from what it tells ("If it had a lock, Skye says, they'd wash at home"): see below.
    if (told < 0) return by_colon(group);
    if (group.frame == Frame::be && !says(verb) && told_is_subject(told)) return false;
    // "would not tell me where he got it": the refusal is the fact.
    // "Ask Dana whether she agrees", "Mum to tell him that she is leaving": what is to be done is the fact.
    const bool request = group.subject.empty() && group.at.first == reading_.first && group.tense == Tense::present &&
                         words_[group.verb].form == Form::base && group.finite;
    if (request || group.infinitive) return true;
    const bool open =
        words_[at(told).begin].tag == Tag::relative ||
        (at(told).begin > reading_.first &&
         words_.is_any(at(told).begin - 1, {"where", "what", "why", "how", "who", "if", "whether", "when"}));
    bool none = false;  // "could think of no reason why"
    for (std::size_t i = group.at.last + 1; i < at(told).begin; ++i) none = none || words_[i].has(Class::none_word);
    if ((group.negation != npos || none) && open && !verb.has(Class::denies)) return true;
    // "may be telling me what Mum wants": what the worker supposes of the telling.
    if (group.modal != npos && words_.is_any(group.modal, {"may", "might", "must"}) && verb.has(Class::says))
      return true;
    reading_.reporter = reporter;
    reading_.fact = told;
    reading_.reporter_subject = group.subject;
    reading_.untrue = denies_truth(words_, group, reading_.last);  // "It is not true that he drinks"
    descend();
    return true;
  }

  // "You wrote: chips, Grandad, no shouting": what is told is a list of words.
  bool by_colon(const Group& group) {
    if (!says(words_[group.verb]) && !words_.is_any(group.verb, {"wrote", "put", "drew", "typed", "chose"}))
      return false;
    std::size_t i = group.at.last + 1;
    while (i < reading_.last && (words_[i].tag == Tag::pronoun || words_[i].tag == Tag::adverb)) ++i;
    const bool quote = i + 1 < reading_.last && words_[i].tag == Tag::quote && opens_quote(words_, i, reading_.last);
    if (i + 1 >= reading_.last || !(words_.is(i, ":") || quote)) return false;
    for (std::int32_t g = 0; g < count(); ++g) {
      if (at(g).finite && at(g).at.first > i) return false;
    }
    reading_.reporter = reading_.main;
    reading_.reporter_subject = group.subject;
    reading_.fact = -1;
    reading_.phrase = i + 1;
    return true;
  }

  // "The fact that he hit her is ...": no report.
  bool told_is_subject(std::int32_t told) const { return at(told).at.first < at(reading_.main).at.first; }

  // What a professional, the worker or a child reports of somebody else's words is that person's.
  void descend() {
    for (int depth = 0; depth < 3; ++depth) {
      const Group& fact = at(reading_.fact);
      const std::int32_t inner = told_by(reading_.fact);
      if (inner < 0) return;
      // "says it isn't true that he drinks": the fact is the drinking, and it is denied.
      if (fact.frame == Frame::be && !reading_.untrue && denies_truth(words_, fact, reading_.last)) {
        reading_.untrue = true;
        reading_.fact = inner;
        continue;
      }
      if (!says(words_[fact.verb])) return;
      const Mention* outer = mention_in(scene_, reading_.reporter_subject);
      const Mention* speaker = mention_in(scene_, fact.subject);
      if (speaker == nullptr || speaker->who == nobody) return;
      const Role role = outer == nullptr || outer->who == nobody ? Role::unknown : scene_.roster[outer->who].role;
      const bool passes_on = role == Role::worker || role == Role::professional || role == Role::agency ||
                             role == Role::unknown || role == Role::manager ||
                             (outer != nullptr && outer->who == speaker->who);
      if (!passes_on) return;
      reading_.reporter = reading_.fact;
      reading_.reporter_subject = fact.subject;
      reading_.fact = inner;
    }
  }

  bool by_parenthesis() {
    for (std::int32_t g = 0; g < count(); ++g) {
      if (g == reading_.main && told_by(g) >= 0) continue;
      const Group& group = at(g);
      if (!is_parenthesis(words_, reading_, group)) continue;
      reading_.reporter = g;
      reading_.reporter_subject = group.subject;
      const std::size_t behind = group.at.last + 1;
      // "said Ms Ellery": the speaker stands behind.
      const bool inverted =
          group.subject.empty() || (group.at.first > reading_.first && (words_[group.at.first - 1].tag == Tag::comma ||
                                                                        words_[group.at.first - 1].tag == Tag::quote));
      if (inverted && behind < reading_.last &&
          (words_[behind].tag == Tag::name || words_[behind].tag == Tag::noun ||
           words_[behind].tag == Tag::determiner || scene_.mentions.covered(behind))) {
        std::size_t end = behind;
        while (end + 1 < reading_.last && (words_[end + 1].tag == Tag::name || words_[end + 1].tag == Tag::noun ||
                                           words_[end + 1].tag == Tag::determiner || words_.is(end + 1, ".")))
          ++end;
        reading_.reporter_subject = {behind, end};
      }
      if (reading_.main == g) {
        for (std::int32_t other = 0; other < count(); ++other) {
          if (other != g && at(other).finite &&
              (at(other).intro == Intro::main || at(other).intro == Intro::complement)) {
            reading_.main = reading_.fact = other;
            break;
          }
        }
      }
      return true;
    }
    return false;
  }

  // "I asked him about it and he said that he hates it": the worker's asking is not the fact where an answer follows.
  void by_later_clause() {
    const Group& main = at(reading_.main);
    const bool asks = words_[main.verb].has(Class::asks) || main.frame == Frame::ask;
    if (!asks) return;
    for (std::int32_t g = reading_.main + 1; g < count(); ++g) {
      if (!at(g).finite || at(g).intro != Intro::main || !says(words_[at(g).verb])) continue;
      const std::int32_t told = told_by(g);
      reading_.reporter = g;
      reading_.reporter_subject = at(g).subject;
      reading_.fact = told >= 0 ? told : g;
      return;
    }
  }

  // "You let me see your book and said Miss does the voices", "Mum cried and said she can't cope": what is told is the
  // fact.
  void by_same_speaker() {
    if (reading_.reporter >= 0) return;
    for (std::int32_t g = reading_.main + 1; g < count(); ++g) {
      if (!at(g).finite || !at(g).coordinated || !words_[at(g).verb].has(Class::says) || told_by(g) < 0) continue;
      if (at(g).subject.first != at(reading_.main).subject.first || at(g).subject.empty()) continue;
      reading_.reporter = g;
      reading_.reporter_subject = at(g).subject;
      reading_.fact = told_by(g);
      return;
    }
  }

  const Scene& scene_;
  const Words& words_;
  Reading& reading_;
};

}  // namespace

std::string_view Scene::section(const form::Unit& unit) const {
  const lexicon::SectionId kind = form.section_kind(unit);
  return kind == 0 ? std::string_view() : words.vocabulary().lexicon().section_name(kind);
}

bool Scene::plans(const form::Unit& unit) const {
  const std::string_view name = section(unit);
  return name.starts_with("plan") || name == "decision" || name == "contingency" || name == "review" ||
         name == "actions" || name == "outcome" || name.starts_with("next");
}

std::span<const Date> Scene::dates_in(base::Span at) const {
  const auto before = [](const Date& date, std::uint32_t offset) { return date.at.begin < offset; };
  const auto first = std::lower_bound(dates.begin(), dates.end(), at.begin, before);
  const auto last = std::lower_bound(first, dates.end(), at.end, before);
  return {dates.data() + (first - dates.begin()), static_cast<std::size_t>(last - first)};
}

bool Scene::directs(const form::Unit& unit) const {
  return section(unit).starts_with("manager");
}

Reading read_sentence(const Scene& scene, const SentenceTokens& sentence, EntityId addressee) {
  Reading reading;
  reading.first = sentence.first;
  reading.last = sentence.last;
  reading.unit = sentence.unit;
  reading.addressee = addressee;
  reading.groups = groups_of(scene.words, sentence.first, sentence.last);
  Chooser(scene, reading).run();
  // "School: attendance 81%, no coat, tired on Mondays": notes behind a colon are read by their first stretch.
  for (std::size_t i = sentence.first; i < std::min(sentence.last, sentence.first + 8); ++i) {
    if (scene.words[i].verbal() && scene.words[i].finite) break;
    if (!scene.words.is(i, ":")) continue;
    bool verb = false;
    std::size_t end = i + 1;
    for (; end < sentence.last && scene.words[end].tag != Tag::comma && scene.words[end].tag != Tag::stop; ++end)
      verb = verb || scene.words[end].verbal();
    if (!verb && end > i + 1 && end < sentence.last && scene.words[end].tag == Tag::comma && reading.reporter < 0) {
      reading.main = reading.fact = -1;
      reading.phrase = i + 1;
    }
    break;
  }
  return reading;
}

const Mention* mention_in(const Scene& scene, Run phrase, bool* possessor) {
  if (possessor != nullptr) *possessor = false;
  if (phrase.empty()) return nullptr;
  const Words& words = scene.words;
  const Mention* head = nullptr;
  const Mention* owner = nullptr;
  const Mention* modifier = nullptr;
  const Mention* governed = nullptr;
  bool after_preposition = false;
  for (std::size_t i = phrase.first; i <= phrase.last; ++i) {
    if (words[i].tag == Tag::preposition) after_preposition = true;
    const Mention* mention = scene.mentions.at(i);
    if (mention == nullptr || mention->who == nobody) continue;
    const std::size_t end = scene.mentions.end_of(i);
    const bool goes_on = end + 1 <= phrase.last && words[end + 1].tag == Tag::noun && !scene.mentions.covered(end + 1);
    if (after_preposition) {
      if (governed == nullptr) governed = mention;
    } else if (mention->possessive && end < phrase.last) {
      if (owner == nullptr) owner = mention;
    } else if (goes_on && !scene.is_name[i] && !mention->pronoun) {
      if (modifier == nullptr) modifier = mention;  // "school place"
    } else if (head == nullptr) {
      head = mention;
    }
    i = end;
  }
  if (head != nullptr) return head;
  if (possessor != nullptr && (owner != nullptr || modifier != nullptr)) *possessor = true;
  if (owner != nullptr) return owner;
  return modifier != nullptr ? modifier : governed;
}

}  // namespace language
