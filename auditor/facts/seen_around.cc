// What the sentences beside a seeing add to it: the date of the visit before it, who was or wasn't there around it.
#include <algorithm>

#include "facts/parts.h"
#include "facts/seen.h"

namespace facts {
namespace {

using language::Sentence;
using language::Source;
using language::Statement;

constexpr std::size_t before = 2, behind = 3;  // sentences

class Around {
 public:
  Around(const Gathering& r, Facts& f) : record(r), facts(f), sentences(r.language.sentences) {}

  void run() {
    for (Seen& seen : facts.seen) {
      std::size_t here = sentence_at(seen.at);
      if (!seen.seen || here == sentences.size()) continue;
      if (!seen.dated) date(seen, here);
      if (seen.alone == Aloneness::unsaid) alone(seen, here);
    }
  }

 private:
  const Gathering& record;
  Facts& facts;
  const std::vector<Sentence>& sentences;

  std::size_t sentence_at(base::Span at) const {
    auto place = std::lower_bound(sentences.begin(), sentences.end(), at.begin,
                                  [](const Sentence& s, std::uint32_t offset) { return s.at.begin < offset; });
    bool found = place != sentences.end() && place->at.begin == at.begin && place->at.end == at.end;
    return found ? static_cast<std::size_t>(place - sentences.begin()) : sentences.size();
  }

  bool same_section(std::size_t a, std::size_t b) const {
    return record.form.units[sentences[a].unit].section == record.form.units[sentences[b].unit].section &&
           record.form.units[sentences[b].unit].kind != form::UnitKind::row;
  }

  // Told by the worker of what has been.
  bool witnessed(const Sentence& sentence) const {
    if (sentence.statement_begin == sentence.statement_end) return false;
    const Statement& main = record.language.statements[sentence.statement_begin];
    bool real = main.mood == language::Mood::asserted || main.mood == language::Mood::hedged;
    return real && !main.general && !main.process && main.time != language::Time::future &&
           main.standing == language::Standing::current && main.source != Source::parent &&
           main.source != Source::relative && main.source != Source::policy && main.source != Source::form;
  }

  bool names_another(const Sentence& sentence, EntityId child) const {
    bool group = false;
    std::vector<EntityId> named = children_in(record, sentence.at, group);
    return !named.empty() && std::find(named.begin(), named.end(), child) == named.end();
  }

  // "14 Oct: Mrs Reed and Tom, at school. Tom held on to her coat so I saw them together.": an entry that begins with
  // its day and says who was there.
  bool dates_entry(const Sentence& entry, const Sentence& seeing, EntityId child) const {
    if (entry.unit != seeing.unit || entry.at.begin == seeing.at.begin) return false;
    bool group = false;
    std::vector<EntityId> named = children_in(record, entry.at, group);
    if (std::find(named.begin(), named.end(), child) == named.end()) return false;
    const language::Date* day = record.date(entry.at);
    return day != nullptr && day->at.begin <= entry.at.begin + 1;
  }

  // "I met her four times. 19 Jan home, 2 Feb in the car, ...": the sentence behind, where it lists the days of what
  // was just told in words without a verb; else nullptr.
  const Sentence* days_behind(std::size_t here, EntityId child) const {
    if (here + 1 >= sentences.size() || sentences[here + 1].unit != sentences[here].unit) return nullptr;
    const Sentence& list = sentences[here + 1];
    const auto days = record.language.dates_in(list.at);
    if (days.empty() || days.front().at.begin > list.at.begin + 1 || list.statement_begin == list.statement_end)
      return nullptr;
    const Statement& main = record.language.statements[list.statement_begin];
    return main.frame == language::Frame::none && !names_another(list, child) ? &list : nullptr;
  }

  // Days that surely have been go before what stands above, other ones behind it.
  bool surely_been(const Sentence& list) const {
    return witnessed(list) && record.language.dates_in(list.at).front().has_day &&
           !record.has(list.at, "seen.intended");
  }

  void date(Seen& seen, std::size_t here) const {
    const Sentence* list = days_behind(here, seen.child);
    if (list != nullptr && surely_been(*list)) date_seen(record, list->at, seen);
    if (seen.dated) return;
    for (std::size_t i = here; i > 0 && here - i < before; --i) {
      const Sentence& sentence = sentences[i - 1];
      if (!same_section(here, i - 1)) return;
      if (dates_entry(sentence, sentences[here], seen.child)) {
        date_seen(record, sentence.at, seen);
        if (seen.dated) return;
      }
      if (!witnessed(sentence) || !record.has(sentence.at, "seen.visiting")) continue;
      bool worker = record.has(sentence.at, "seen.worker") ||
                    record.person(sentence.at, {language::Role::worker, language::Role::manager}) >= 0;
      if (!worker && !record.has(sentence.at, "seen.visit")) continue;
      date_seen(record, sentence.at, seen);
      if (seen.dated) return;
    }
    if (list != nullptr) date_seen(record, list->at, seen);
  }

  bool take(Seen& seen, const Sentence& sentence) const {
    if (!witnessed(sentence) || names_another(sentence, seen.child)) return false;
    const Statement& main = record.language.statements[sentence.statement_begin];
    if (main.time != language::Time::past && main.frame != language::Frame::none &&
        !record.has(sentence.at, "seen.of-seeing"))
      return false;
    base::Span where;
    Aloneness said = aloneness(record, sentence.at, false, &where);
    base::Span why_not = record.find(sentence.at, "seen.why-not-alone");
    if (said != Aloneness::alone && !why_not.empty() && record.has(sentence.at, "seen.of-seeing")) {
      said = Aloneness::reason_why_not;
      where = why_not;
    }
    if (said != Aloneness::alone && said != Aloneness::reason_why_not) return false;
    seen.alone = said;
    seen.alone_at = where;
    return true;
  }

  void alone(Seen& seen, std::size_t here) const {
    for (std::size_t i = here + 1; i < sentences.size() && i - here <= behind; ++i) {
      if (!same_section(here, i)) break;
      if (take(seen, sentences[i])) return;
      // Another day's visit, or another child's turn, is another matter.
      Seen next;
      date_seen(record, sentences[i].at, next);
      if (next.dated || names_another(sentences[i], seen.child)) break;
    }
    if (here == 0 || !same_section(here, here - 1)) return;
    // Of two entries with a day each, what the one says of being alone is not said of the other.
    Seen own, before_it;
    date_seen(record, seen.at, own);
    date_seen(record, sentences[here - 1].at, before_it);
    if (!own.dated || !before_it.dated) take(seen, sentences[here - 1]);
  }
};

}  // namespace

void read_around(const Gathering& record, Facts& facts) {
  Around(record, facts).run();
}

}  // namespace facts
