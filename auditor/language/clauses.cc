#include "language/clauses.h"

#include <algorithm>

namespace language {
namespace {

bool is_nominal(const Word& word) {
  return word.tag == Tag::noun || word.tag == Tag::name || word.tag == Tag::number || word.tag == Tag::determiner ||
         word.tag == Tag::pronoun;
}

class Reader {
 public:
  Reader(const Words& words, std::size_t first, std::size_t last) : words_(words), first_(first), last_(last) {}

  std::vector<Group> run() {
    for (std::size_t i = first_; i < last_;) {
      const Word& word = words_[i];
      if (word.tag == Tag::to) {
        i = infinitive(i);
      } else if (word.verbal()) {
        i = group(i);
      } else {
        ++i;
      }
    }
    bracketed_.assign(last_ - first_, false);
    int depth = 0;
    for (std::size_t i = first_; i < last_; ++i) {
      if (words_.is_any(i, {"(", "["})) ++depth;
      bracketed_[i - first_] = depth > 0;
      if (words_.is_any(i, {")", "]"}) && depth > 0) --depth;
    }
    reduce();
    for (std::size_t g = 0; g < groups_.size(); ++g) {
      if (groups_[g].finite) place(g);
    }
    // What stands in an aside is never what the sentence is built on.
    const bool outside = std::any_of(groups_.begin(), groups_.end(),
                                     [&](const Group& group) { return group.finite && !bracketed(group.at.first); });
    for (Group& group : groups_) {
      if (outside && group.finite && group.intro == Intro::main && bracketed(group.at.first))
        group.intro = Intro::subordinate;
    }
    for (std::size_t g = 0; g < groups_.size(); ++g) close(g);
    return std::move(groups_);
  }

 private:
  void finish(Group& group) {
    const Word& verb = words_[group.verb];
    group.frame = verb.frame;
    if (verb.tag == Tag::have) group.frame = Frame::act;
    if (verb.tag == Tag::be) group.frame = Frame::be;
    groups_.push_back(group);
  }

  std::size_t infinitive(std::size_t i) {
    Group group;
    group.at.first = i;
    group.infinitive = true;
    if (i > first_ && words_[i - 1].tag == Tag::negation) group.negation = i - 1;
    std::size_t j = i + 1;
    while (j < last_ && words_[j].tag == Tag::adverb) ++j;
    if (j >= last_) return i + 1;
    group.verb = group.at.last = j;
    if (words_[j].tag == Tag::be && j + 1 < last_ && words_[j + 1].tag == Tag::verb &&
        words_[j + 1].form != Form::base && words_[j + 1].form != Form::s) {
      group.passive = words_[j + 1].form != Form::ing;
      group.progressive = !group.passive;
      group.verb = group.at.last = j + 1;
    }
    finish(group);
    return group.at.last + 1;
  }

  std::size_t group(std::size_t i) {
    Group group;
    group.at = {i, i};
    group.verb = i;
    const Word& head = words_[i];
    group.finite = head.finite;
    if (head.tag == Tag::modal) {
      group.modal = i;
      group.tense = Tense::present;
      if (head.has(Class::not_word)) group.negation = i;  // "cannot"
    } else if (head.finite) {
      const bool past =
          head.form == Form::past || (head.has(Class::past) && !words_.is(i, "'d")) ||
          (head.tag == Tag::verb && head.has(Class::same) && head.form == Form::base && singular_before(i));
      group.tense = past ? Tense::past : Tense::present;
    }
    for (std::size_t k = i; k > first_ && (words_[k - 1].tag == Tag::adverb || words_[k - 1].tag == Tag::negation ||
                                           words_.is(k - 1, "neither"));) {
      --k;
      if (words_[k].tag == Tag::negation || words_.is(k, "neither")) group.negation = k;
    }
    Tag link = head.tag;
    std::size_t j = i + 1;
    for (; j < last_; ++j) {
      const Word& word = words_[j];
      if (word.tag == Tag::negation) {
        if (head.auxiliary()) group.negation = j;
        if (!head.auxiliary()) break;
        continue;
      }
      if (word.tag == Tag::adverb && j + 1 < last_ && link != Tag::verb) continue;
      const bool takes_be = link == Tag::modal || link == Tag::have || link == Tag::be;
      if (word.tag == Tag::be && !word.finite && takes_be) {
        if (link == Tag::have) group.perfect = true;
      } else if (word.tag == Tag::have && !word.finite && link == Tag::modal) {
      } else if ((word.tag == Tag::have || word.tag == Tag::auxiliary_do) && link == Tag::have &&
                 (words_.is(j, "had") || words_.is(j, "done"))) {
        group.perfect = true;
      } else if ((word.tag == Tag::have || word.tag == Tag::auxiliary_do) &&
                 (link == Tag::modal || link == Tag::auxiliary_do)) {
      } else if (word.tag == Tag::auxiliary_do && link == Tag::be) {
      } else if (word.tag == Tag::verb && link != Tag::verb &&
                 !(link == Tag::auxiliary_do && word.form != Form::base)) {
        if (link == Tag::be) {
          group.progressive = word.form == Form::ing;
          group.passive = !group.progressive;
        }
        if (link == Tag::have) group.perfect = true;
      } else {
        break;
      }
      group.at.last = group.verb = j;
      link = word.tag;
      if (link == Tag::verb) break;
    }
    // An auxiliary before its subject takes the verb that comes behind it.
    const bool alone = head.auxiliary() && group.verb == i && head.finite;
    if (alone && opens(i)) {
      std::size_t k = i + 1;
      while (k < last_ &&
             (is_nominal(words_[k]) || words_[k].tag == Tag::preposition || words_[k].tag == Tag::adverb ||
              words_[k].tag == Tag::negation) &&
             k < i + 9)
        ++k;
      if (k > i + 1 && k < last_ &&
          (words_[k].tag == Tag::verb || words_[k].tag == Tag::be || words_[k].tag == Tag::have) && !words_[k].finite) {
        group.inverted = true;
        group.verb = k;
        group.subject = {i + 1, k - 1};
        group.passive = head.tag == Tag::be && words_[k].form != Form::ing;
        group.perfect = head.tag == Tag::have;
        for (std::size_t m = i + 1; m < k; ++m) {
          if (words_[m].tag == Tag::negation) group.negation = m;
        }
        group.at.last = k;
      } else if (k > i + 1 && words_[i].tag == Tag::be && k < last_ && words_[k].tag == Tag::to) {
        group.inverted = true;
        group.subject = {i + 1, k - 1};
      } else if (i == first_ && (head.tag == Tag::be || head.tag == Tag::auxiliary_do || head.tag == Tag::modal)) {
        group.inverted = true;
      }
    }
    finish(group);
    return group.at.last + 1;
  }

  bool bracketed(std::size_t i) const { return bracketed_[i - first_]; }

  // "Ibrahim, asked whether he is hungry, shook his head"; "her bag, searched by agreement, had nothing in it": a past
  // form between commas, with the sentence's verb behind the second one, is a participle and carries no clause.
  void reduce() {
    for (std::size_t g = 0; g < groups_.size(); ++g) {
      Group& group = groups_[g];
      const Word& head = words_[group.at.first];
      if (!group.finite || head.tag != Tag::verb || head.form != Form::past) continue;
      if (group.at.first != first_ && words_[group.at.first - 1].tag != Tag::comma) {
        describes(g);
        continue;
      }
      const bool earlier = std::any_of(groups_.begin(), groups_.begin() + static_cast<std::ptrdiff_t>(g),
                                       [](const Group& other) { return other.finite; });
      if (earlier) continue;
      for (std::size_t k = g + 1; k < groups_.size(); ++k) {
        std::size_t before = groups_[k].at.first;
        while (before > first_ && words_[before - 1].tag == Tag::adverb) --before;
        const bool opening = group.at.first == first_;  // "Asked about Mike, Sam looked at the floor"
        const bool behind =
            opening ? groups_[k].finite && has_comma(group.at.last, before) &&
                          !subject(last_comma(group.at.last, before) + 1, before).empty()
                    : groups_[k].finite && words_[before - 1].tag == Tag::comma && before - 1 > group.at.last;
        if (behind && opening) {
          group.finite = false;
          group.passive = true;
          before = last_comma(group.at.last, before);
        }
        if (behind) {
          group.finite = false;
          group.passive = true;
          for (std::size_t i = group.at.first; i < before; ++i) bracketed_[i - first_] = true;
          break;
        }
      }
    }
  }

  // "Babies exposed to violence before birth may show": a past form behind its noun, with a preposition behind it and
  // the clause's verb further on, describes the noun.
  void describes(std::size_t g) {
    Group& group = groups_[g];
    if (group.at.last + 1 >= last_ || words_[group.at.last + 1].tag != Tag::preposition) return;
    const Tag before = words_[group.at.first - 1].tag;
    if (before != Tag::noun && before != Tag::name) return;
    for (std::size_t k = g + 1; k < groups_.size(); ++k) {
      if (!groups_[k].finite) continue;
      for (std::size_t i = group.at.last + 1; i < groups_[k].at.first; ++i) {
        const Tag tag = words_[i].tag;
        if (tag == Tag::comma || tag == Tag::stop || tag == Tag::subordinator || tag == Tag::relative ||
            tag == Tag::coordinator || tag == Tag::quote || words_[i].verbal())
          return;
      }
      if (!subject(group.at.last + 1, groups_[k].at.first).empty()) return;
      group.finite = false;
      group.passive = true;
      for (std::size_t i = group.at.first; i < groups_[k].at.first; ++i) bracketed_[i - first_] = true;
      return;
    }
  }

  // Where an auxiliary may open a clause.
  bool opens(std::size_t i) const {
    std::size_t k = i;
    while (k > first_ && (words_[k - 1].tag == Tag::adverb || words_[k - 1].tag == Tag::negation)) --k;
    if (k == first_) return true;
    const Tag tag = words_[k - 1].tag;
    return tag == Tag::stop || tag == Tag::comma || tag == Tag::quote || tag == Tag::coordinator || tag == Tag::mark ||
           words_.is_any(k - 1, {"what", "when", "where", "why", "how"});
  }

  bool singular_before(std::size_t i) const {
    if (i == first_) return false;
    std::size_t k = i - 1;
    while (k > first_ && words_[k].tag == Tag::adverb) --k;
    const Word& word = words_[k];
    if (word.tag == Tag::pronoun) return word.has(Class::he) || word.has(Class::she) || word.has(Class::it);
    return word.tag == Tag::name || word.tag == Tag::noun || word.tag == Tag::coordinator;
  }

  // The noun phrase nearest before `to` in [from, to) that is governed by no preposition; the first one where a comma
  // stands directly before the verb ("Mr Abara, the tutor, puts").
  Run subject(std::size_t from, std::size_t to) const { return chosen(free_phrases(from, to), from, to); }

  // Noun phrases that no preposition governs.
  std::vector<Run> free_phrases(std::size_t from, std::size_t to) const {
    const bool outside = to < last_ && !bracketed(to);
    if (to > from && words_[to - 1].tag == Tag::comma && from < to && bracketed(to - 1)) --to;
    std::vector<Run> free;
    Run current;
    bool governed = false;
    const auto push = [&] {
      if (!current.empty() && !governed) free.push_back(current);
      if (!current.empty()) governed = false;
      current = {};
    };
    for (std::size_t i = from; i < to; ++i) {
      const Word& word = words_[i];
      if (outside && bracketed(i)) continue;
      if (word.tag == Tag::preposition) {
        push();
        governed = true;
      } else if (is_nominal(word)) {
        const bool genitive = word.tag == Tag::determiner && (words_.is(i, "'s") || words_.is(i, "’s"));
        const bool after_pronoun = !current.empty() && current.last + 1 == i &&
                                   words_[current.last].tag == Tag::pronoun && !genitive;  // "told me Lily"
        const bool after_nothing =
            !current.empty() && current.last == current.first &&
            words_.is_any(current.last, {"nothing", "nobody", "everything", "anything", "something", "all"}) &&
            word.tag == Tag::name;  // "Nothing Dana told me"
        const bool opens_phrase = word.tag == Tag::pronoun || (word.tag == Tag::determiner && !genitive);
        const bool fresh = after_pronoun || after_nothing ||
                           (opens_phrase && !current.empty() && words_[i - 1].tag != Tag::determiner);
        // "By Friday Mum", "From 2 Dec Denisa": a bare name behind a complete phrase opens the next one.
        const bool name_after =
            word.tag == Tag::name && !current.empty() && governed &&
            (words_[i - 1].tag == Tag::name || words_[i - 1].tag == Tag::noun || words_[i - 1].tag == Tag::number) &&
            i + 1 == to_without_adverbs(to) && words_.scan().tokens[i].capital && !joined_name(i);
        // "took dogs Sam would go": behind a plural a name opens a phrase of its own.
        const std::string_view nearest = words_.text_of(i - (i > from ? 1 : 0));
        const bool behind_plural = word.tag == Tag::name && !current.empty() && current.last + 1 == i && i > from &&
                                   words_[i - 1].tag == Tag::noun && nearest.ends_with('s') &&
                                   !words_.scan().tokens[i - 1].capital && i + 1 == to_without_adverbs(to);
        if (fresh || name_after || behind_plural) push();
        // "looks like you wrote": I, you, he, she, we and they before their verb are its subject whatever goes before.
        if (word.has(Class::subject_pronoun) && i + 1 == to_without_adverbs(to)) governed = false;
        if (current.empty()) current.first = i;
        current.last = i;
      } else if (word.tag == Tag::coordinator && !current.empty() && i + 1 < to && is_nominal(words_[i + 1])) {
        current.last = i;
      } else if (word.tag == Tag::adverb || word.tag == Tag::negation || word.tag == Tag::mark) {
        continue;
      } else {
        push();
        governed = false;
      }
    }
    push();
    return free;
  }

  Run chosen(std::vector<Run> free, std::size_t from, std::size_t to) const {
    if (free.empty()) return {};
    // "nobody at the academy", "one of the teachers": who is meant stands behind the preposition.
    for (Run& run : free) {
      const bool no_one = run.last == run.first + 1 && words_.is(run.first, "no") && words_.is(run.last, "one");
      if ((run.first == run.last || no_one) &&
          (words_[run.first].has(Class::none_word) || no_one ||
           words_.is_any(run.first, {"someone", "somebody", "one", "both", "most", "some", "all", "anyone", "anybody",
                                     "staff", "everyone", "each", "either"})) &&
          run.last + 2 < to && words_[run.last + 1].tag == Tag::preposition) {
        std::size_t end = run.last + 2;
        while (end + 1 < to && is_nominal(words_[end + 1])) ++end;
        run.last = end;
      }
    }
    const bool after_comma = to > from && (words_[to_without_adverbs(to) - 1].tag == Tag::comma ||
                                           words_[to_without_adverbs(to) - 1].tag == Tag::bracket);
    return after_comma ? free.front() : free.back();
  }

  Run subject_directly_before(std::size_t at) const {
    std::size_t k = at;
    while (k > first_ && (words_[k - 1].tag == Tag::quote || words_[k - 1].tag == Tag::comma)) --k;
    return k == at ? subject(first_, at) : Run{};
  }

  bool joined_name(std::size_t i) const {
    // A date's month or a surname that belongs to the name before it is no new subject.
    return words_[i - 1].tag == Tag::name &&
           !words_.is_any(i - 1, {"monday",  "tuesday",   "wednesday", "thursday",  "friday",   "saturday", "sunday",
                                  "january", "february",  "march",     "april",     "may",      "june",     "july",
                                  "august",  "september", "october",   "november",  "december", "dec",      "nov",
                                  "oct",     "sept",      "sep",       "aug",       "jul",      "jun",      "apr",
                                  "mar",     "feb",       "jan",       "christmas", "easter"});
  }

  std::size_t to_without_adverbs(std::size_t to) const {
    while (to > first_ + 1 && (words_[to - 1].tag == Tag::adverb || words_[to - 1].tag == Tag::negation)) --to;
    return to;
  }

  bool reports(const Group& group) const {
    const Word& verb = words_[group.verb];
    return verb.has(Class::says) || verb.has(Class::thinks) || verb.has(Class::denies) || verb.has(Class::asks) ||
           group.frame == Frame::want || (group.frame == Frame::be && reports_behind(group));
  }

  // "is sure that", "was clear that": the reporting word stands behind the verb "be".
  bool reports_behind(const Group& group) const {
    for (std::size_t i = group.at.last + 1; i < last_ && i < group.at.last + 6; ++i) {
      if (words_[i].tag == Tag::comma || words_[i].tag == Tag::stop || (words_[i].verbal() && words_[i].finite))
        return false;
      if (words_.is(i, "that") && words_[i].tag == Tag::subordinator) return true;
    }
    const Word& verb = words_[group.verb];
    return verb.has(Class::says) || verb.has(Class::thinks);
  }

  // Finds how a finite group's clause begins, and its subject.
  void place(std::size_t g) {
    Group& group = groups_[g];
    std::int32_t before = -1;
    for (std::size_t k = 0; k < g; ++k) {
      // What stands in an aside leads to nothing outside it.
      if (groups_[k].finite && (bracketed(group.at.first) || !bracketed(groups_[k].at.first)))
        before = static_cast<std::int32_t>(k);
    }
    const std::size_t lower = before < 0 ? first_ : groups_[static_cast<std::size_t>(before)].at.last + 1;
    group.begin = lower;
    // "said Ms Ellery": behind a comma or a quotation the speaker follows the verb.
    if (group.at.first > first_ && words_[group.verb].has(Class::says) &&
        (words_[group.at.first - 1].tag == Tag::comma || words_[group.at.first - 1].tag == Tag::quote) &&
        group.at.last + 1 < last_ && words_[group.at.last + 1].tag != Tag::preposition &&
        is_nominal(words_[group.at.last + 1]) && !words_[group.at.last + 1].has(Class::object_pronoun) &&
        subject_directly_before(group.at.first).empty()) {
      group.begin = group.at.first;
      group.intro = Intro::main;
      std::size_t end = group.at.last + 1;
      while (end + 1 < last_ && (is_nominal(words_[end + 1]) || words_.is(end + 1, "."))) ++end;
      group.subject = {group.at.last + 1, end};
      return;
    }
    if (group.inverted) {
      group.begin = group.at.first;
      const bool unreal = words_.is_any(group.at.first, {"should", "had", "were"}) && group.at.first == first_;
      if (unreal && ends_in_question()) {
        group.intro = Intro::main;
      } else if (unreal) {
        group.intro = Intro::condition;
      }
      return;
    }
    bool decided = false;
    const bool outside = !bracketed(group.at.first);
    for (std::size_t j = group.at.first; j > lower && !decided;) {
      --j;
      const Word& word = words_[j];
      if (outside && bracketed(j)) continue;
      const bool comma_between = has_comma(j + 1, group.at.first) &&
                                 subject(last_comma(j + 1, group.at.first) + 1, group.at.first).empty() == false;
      switch (word.tag) {
        case Tag::subordinator:
          if (comma_between) break;
          group.begin = j + 1;
          group.intro = intro_of(j);
          if (group.intro == Intro::complement) group.inside = reporter(g, j);
          if (group.intro == Intro::complement && group.inside < 0)
            group.intro = words_.is(j, "that") ? Intro::relative : Intro::subordinate;
          decided = true;
          break;
        case Tag::relative:
          if (comma_between) break;
          group.begin = j;
          group.inside = words_.is(j, "what") || words_.is(j, "who") || words_.is(j, "which") ? wh_reporter(g, j) : -1;
          group.intro = group.inside >= 0 ? Intro::complement : Intro::relative;
          group.subject = subject(j + 1, group.at.first);
          if (group.subject.empty() && group.intro == Intro::relative) group.subject = antecedent(j);
          if (words_.is(j, "what") && j == first_)
            group.intro = Intro::subordinate;  // "What she put on the form, ... "
          return;
        case Tag::stop:
        case Tag::quote:
          if (word.tag == Tag::quote && !is_opening_quote(j)) break;
          group.begin = j + 1;
          if (words_.is(j, ":") || word.tag == Tag::quote) group.inside = reporter(g, j);
          group.intro = group.inside >= 0 ? Intro::complement : Intro::main;
          decided = true;
          break;
        case Tag::comma:
          if (!has_comma(j + 1, group.at.first) && !subject(j + 1, group.at.first).empty()) {
            group.begin = j + 1;
            decided = true;
            group.intro = Intro::main;
            // A zero "that" behind a parenthesis still belongs to the report: "said, however, he would".
          }
          break;
        case Tag::coordinator: {
          if (before < 0 && !verb_before(j)) break;  // within the subject
          const Run own = subject(j + 1, group.at.first);
          if (own.empty() || before < 0) {
            if (before >= 0 && own.empty()) {
              const Group& previous = groups_[static_cast<std::size_t>(before)];
              group.begin = j + 1;
              group.subject = previous.subject;
              group.intro = previous.intro;
              group.inside = previous.inside;
              group.coordinated = true;
              return;
            }
            break;
          }
          group.begin = j + 1;
          group.coordinated = true;
          group.intro = groups_[static_cast<std::size_t>(before)].intro;
          group.inside = groups_[static_cast<std::size_t>(before)].inside;
          decided = true;
          break;
        }
        default:
          break;
      }
    }
    group.subject = subject(group.begin, group.at.first);
    if (decided || before < 0) {
      if (group.subject.empty() && before >= 0 && group.intro == Intro::main && !words_.is(group.begin, "there")) {
        group.subject = groups_[static_cast<std::size_t>(before)].subject;
        group.coordinated = true;
      }
      return;
    }
    // Nothing joins it to the clause before: a zero "that", or a relative clause without its pronoun.
    const std::int32_t by = reporter(g, group.at.first);
    if (by >= 0) {
      group.intro = Intro::complement;
      group.inside = by;
    } else {
      // "If Nathan turned up Dawn said she'd go": behind a clause that only leads up to it.
      const Intro previous = groups_[static_cast<std::size_t>(before)].intro;
      const bool leads_up = previous == Intro::condition || previous == Intro::subordinate;
      bool main_before = false;
      for (std::size_t k = 0; k < g; ++k)
        main_before = main_before || (groups_[k].finite && groups_[k].intro == Intro::main);
      group.intro = group.subject.empty() || (leads_up && !main_before) ? Intro::main : Intro::relative;
      // "Nothing Dana told me was true": two phrases side by side before the first verb are a noun and its own clause.
      Group& opening = groups_[static_cast<std::size_t>(before)];
      if (group.subject.empty() && opening.intro == Intro::main && !opening.coordinated &&
          !has_comma(opening.at.last, group.at.first)) {
        const std::vector<Run> phrases = free_phrases(opening.begin, opening.at.first);
        if (phrases.size() >= 2 && phrases[phrases.size() - 2].last + 1 == phrases.back().first) {
          opening.intro = Intro::relative;
          opening.subject = phrases.back();
          group.subject = phrases[phrases.size() - 2];
          group.begin = group.subject.first;
        }
      }
      // "The man who rang was drunk": the clause between only describes the subject.
      if (group.subject.empty() && previous == Intro::relative) {
        const Group& describing = groups_[static_cast<std::size_t>(before)];
        group.subject =
            words_[describing.begin].tag == Tag::relative ? antecedent(describing.begin) : describing.subject;
      }
      if (group.subject.empty() && words_.is(group.at.first - 1, ","))
        group.subject = groups_[static_cast<std::size_t>(before)].subject;
    }
  }

  Run antecedent(std::size_t relative) const {
    std::size_t j = relative;
    while (j > first_ && words_[j - 1].tag == Tag::comma) --j;
    std::size_t k = j;
    while (k > first_ && is_nominal(words_[k - 1])) --k;
    return k < j ? Run{k, j - 1} : Run{};
  }

  bool verb_before(std::size_t i) const {
    for (std::size_t j = first_; j < i; ++j) {
      if (words_[j].verbal()) return true;
    }
    return false;
  }

  bool has_comma(std::size_t from, std::size_t to) const {
    for (std::size_t i = from; i < to; ++i) {
      if (words_[i].tag == Tag::comma) return true;
    }
    return false;
  }
  std::size_t last_comma(std::size_t from, std::size_t to) const {
    for (std::size_t i = to; i > from;) {
      if (words_[--i].tag == Tag::comma) return i;
    }
    return from;
  }

  bool is_opening_quote(std::size_t i) const {
    const auto& tokens = words_.scan().tokens;
    return i + 1 < last_ && tokens[i + 1].at.begin == tokens[i].at.end &&
           (i == first_ || tokens[i - 1].at.end < tokens[i].at.begin || words_[i - 1].tag == Tag::bracket);
  }

  bool ends_in_question() const { return last_ > first_ && words_.is(last_ - 1, "?"); }

  Intro intro_of(std::size_t j) const {
    if (words_.is_any(j, {"if", "unless", "provided"})) {
      return words_.has(Cue::no_condition, j > first_ + 3 ? j - 3 : first_, j + 1) ? Intro::complement
                                                                                   : Intro::condition;
    }
    if (words_.is_any(j, {"that", "whether", "how", "why", "where"})) return Intro::complement;
    return Intro::subordinate;
  }

  // The group whose saying or thinking holds the clause of group g, opened at token j; -1 where there is none.
  std::int32_t reporter(std::size_t g, std::size_t j) const {
    for (std::size_t k = g; k > 0;) {
      --k;
      const Group& other = groups_[k];
      if (other.at.first > j) continue;
      // "told Joan, who told me, that": nor does a relative clause that commas close.
      if (other.finite && other.intro == Intro::relative && has_comma(other.at.last, j)) continue;
      // "without being asked, how ...": an aside's verb reports nothing of what comes behind it.
      if (!other.finite && !other.infinitive && j > other.at.last + 3) continue;
      if (!other.finite && !other.infinitive && other.at.first > first_ &&
          words_[other.at.first - 1].tag == Tag::preposition)
        continue;
      if (!reports(other)) {
        if (other.finite && other.intro != Intro::subordinate && other.intro != Intro::condition &&
            other.intro != Intro::relative)
          return -1;
        continue;
      }
      return static_cast<std::int32_t>(k);
    }
    return -1;
  }

  // "who", "which" and "what" open a question told of only directly behind their verb.
  std::int32_t wh_reporter(std::size_t g, std::size_t j) const {
    for (std::size_t k = g; k > 0;) {
      --k;
      const Group& other = groups_[k];
      if (other.at.last >= j) continue;
      std::size_t gap = j - other.at.last - 1;
      if (gap > 0 &&
          (words_[other.at.last + 1].tag == Tag::pronoun || (gap <= 2 && words_[other.at.last + 1].tag == Tag::name)))
        --gap;
      if (gap > 0 && words_[j - 1].tag == Tag::name && words_[other.at.last + 1].tag == Tag::name) --gap;
      return reports(other) && gap == 0 ? static_cast<std::int32_t>(k) : -1;
    }
    return -1;
  }

  // Where a clause ends: before the next clause that isn't part of it, or at the sentence's end.
  void close(std::size_t g) {
    Group& group = groups_[g];
    group.end = last_;
    if (!group.finite) {
      if (group.begin == 0) group.begin = first_;
      return;
    }
    for (std::size_t k = g + 1; k < groups_.size(); ++k) {
      if (groups_[k].finite && groups_[k].begin > group.at.last) {
        group.end = groups_[k].begin;
        break;
      }
    }
    if (group.end < group.at.last + 1) group.end = group.at.last + 1;
  }

  const Words& words_;
  std::size_t first_, last_;
  std::vector<Group> groups_;
  std::vector<bool> bracketed_;  // by token from first_: within brackets, or within a participle's commas
};

}  // namespace

std::vector<Group> groups_of(const Words& words, std::size_t first, std::size_t last) {
  return Reader(words, first, last).run();
}

}  // namespace language
