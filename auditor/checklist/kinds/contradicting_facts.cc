// Seen or not, brothers and sisters or none, others in the household or none, known before or not.
#include <algorithm>

#include "checklist/kinds/contradiction.h"

namespace checklist::kinds {
namespace {

constexpr int figure_apart = 5;  // nearer figures may be rounded

bool has_day(const Record& record, base::Span at) {
  for (const language::Date& date : record.language.dates_in(at)) {
    if (date.has_day) return true;
  }
  return false;
}

const language::Sentence* sentence_of(const Record& record, base::Span at) {
  for (const language::Sentence& s : record.language.sentences_over(at)) {
    if (s.at == at) return &s;
  }
  return nullptr;
}

bool same_child(const Record& record, const facts::Seen& a, const facts::Seen& b) {
  if (record.language.subjects.size() == 1) return true;
  return a.child != language::nobody && a.child == b.child;
}

// Whether a possessive before the token means a subject child: "Tom's brother", "his older brother".
bool of_subject(const Record& record, std::size_t token, std::size_t first) {
  const lexicon::Scan& scan = record.language.scan;
  std::size_t from = token > first + 4 ? token - 4 : first;
  const language::Mention* owner = nullptr;
  auto mentions = mentions_in(record, {scan.tokens[from].at.begin, scan.tokens[token].at.begin});
  for (const language::Mention& m : mentions) {
    if (m.possessive || m.pronoun) owner = &m;
  }
  return owner != nullptr && is_subject(record, owner->who);
}

// The name beside a role word: "his older brother Dale", "her sister, Mia", "Dale, his brother".
bool names_one(const Record& record, const lexicon::Hit& hit, std::size_t last) {
  const lexicon::Scan& scan = record.language.scan;
  std::size_t i = hit.last + 1;
  while (i < last && i < hit.last + 3u && scan.tokens[i].kind == lexicon::TokenKind::punctuation) {
    std::string_view text = scan.tokens[i].at.of(record.document.text);
    if (text == "." || text == ";" || text == "?") return false;
    ++i;
  }
  if (i >= last || scan.tokens[i].line_start || !is_name_like(record, i)) return false;
  for (const language::Mention& m : mentions_in(record, scan.tokens[i].at)) {
    if (is_subject(record, m.who)) return false;
    language::Role role = m.who == language::nobody ? language::Role::unknown
                                                    : record.language.people[static_cast<std::size_t>(m.who)].role;
    if (role == language::Role::agency || role == language::Role::worker || role == language::Role::parent)
      return false;
  }
  return true;
}

// Whether whoever is named last before a place is neither a child of the record, nor a parent, nor somebody of an
// agency; or a relative's name stands there ("Mum's cousin Denise").
bool named_lodger(const Record& record, base::Span sentence, std::uint32_t before, const Opposites& words) {
  const lexicon::Scan& scan = record.language.scan;
  auto [first, last] = scan.range({sentence.begin, before});
  for (std::size_t i = first; i < last; ++i) {
    for (const lexicon::Hit& hit : scan.starting_at(i)) {
      if (in_table(words.who, hit.concept_id) && names_one(record, hit, last)) return true;
    }
  }
  const language::Entity* who = nullptr;
  for (const language::Mention& m : mentions_in(record, {sentence.begin, before})) {
    if (!m.pronoun && m.who != language::nobody) who = &record.language.people[static_cast<std::size_t>(m.who)];
  }
  return who != nullptr && !who->name.empty() && who->name != who->relation &&
         (who->role == language::Role::relative || who->role == language::Role::other);
}

}  // namespace

std::vector<Opposed> opposed_seeing(const Record& record, const Opposites& words) {
  std::vector<Opposed> out;
  auto told_by_other = [&](const facts::Seen& seen) {
    const language::Sentence* s = sentence_of(record, seen.at);
    return s != nullptr && (!is_account(record, *s) || record.language.statements[s->statement_begin].told ||
                            record.language.statements[s->statement_begin].source != language::Source::worker);
  };
  for (const facts::Seen& no : record.facts.seen) {
    const language::Sentence* sentence = sentence_of(record, no.at);
    bool denied_alone = no.seen && no.alone == facts::Aloneness::not_alone && sentence != nullptr;
    if ((no.seen && !denied_alone) || has_day(record, no.at) || told_by_other(no)) continue;
    // A field that says no is total; a sentence must say that it means the whole of the assessment.
    if (sentence != nullptr && (!holds(record, no.at, words.denies) || holds(record, no.at, words.except))) continue;
    for (const facts::Seen& yes : record.facts.seen) {
      if (!yes.seen || !same_child(record, no, yes) || yes.at.overlaps(no.at) || told_by_other(yes)) continue;
      const language::Sentence* told = sentence_of(record, yes.at);
      bool alone = yes.alone == facts::Aloneness::alone;
      bool met = told == nullptr ? alone || yes.dated : holds(record, yes.at, words.affirms) && (alone || yes.dated);
      if (!met || (denied_alone && !alone)) continue;
      out.push_back({no.at, yes.at, denied_alone ? "seen alone or not" : "seen or not"});
      break;
    }
  }
  return out;
}

std::vector<Opposed> opposed_siblings(const Record& record, const Opposites& words) {
  std::vector<Opposed> out;
  std::vector<base::Span> none = denials(record, words);
  if (none.empty()) return out;
  const lexicon::Scan& scan = record.language.scan;
  for (const language::Sentence& sentence : record.language.sentences) {
    // Whatever is said of a brother by name, he is one.
    if (sentence.statement_begin == sentence.statement_end) continue;
    const language::Statement& main = record.language.statements[sentence.statement_begin];
    if (main.general || main.standing != language::Standing::current || main.source == language::Source::policy ||
        main.source == language::Source::form) {
      continue;
    }
    auto [first, last] = scan.range(sentence.at);
    bool found = false;
    for (std::size_t i = first; i < last && !found; ++i) {
      for (const lexicon::Hit& hit : scan.starting_at(i)) {
        if (in_table(words.affirms, hit.concept_id) && of_subject(record, i, first) && names_one(record, hit, last))
          found = true;
      }
      // "Alfie was born to Chloe in 2017": another child of a parent's.
      bool born = i + 2 < last && is_name_like(record, i) && scan.tokens[i + 1].at.of(record.document.text) == "was" &&
                  scan.tokens[i + 2].at.of(record.document.text) == "born";
      if (!born) continue;
      bool other = true, of_parent = false;
      for (const language::Mention& m : mentions_in(record, sentence.at)) {
        if (m.who == language::nobody) continue;
        language::Role role = record.language.people[static_cast<std::size_t>(m.who)].role;
        if (m.at.overlaps(scan.tokens[i].at))
          other = role != language::Role::subject_child && role != language::Role::parent;
        if (m.at.begin > scan.tokens[i].at.begin) of_parent = of_parent || role == language::Role::parent;
      }
      found = other && of_parent;
    }
    if (!found) continue;
    for (base::Span denial : none) {
      if (denial.overlaps(sentence.at)) continue;
      out.push_back({denial, sentence.at, "brothers and sisters"});
      break;
    }
  }
  return out;
}

std::vector<Opposed> opposed_household(const Record& record, const Opposites& words) {
  std::vector<Opposed> out;
  std::vector<base::Span> none = denials(record, words);
  if (none.empty()) return out;
  const lexicon::Scan& scan = record.language.scan;
  for (const language::Sentence& sentence : record.language.sentences) {
    if (!is_account(record, sentence) || !holds(record, sentence.at, words.affirms)) continue;
    if (holds(record, sentence.at, words.except)) continue;
    for (const lexicon::Hit& hit : scan.within(sentence.at)) {
      if (!in_table(words.affirms, hit.concept_id)) continue;
      if (!named_lodger(record, sentence.at, hit.at.begin, words)) continue;
      for (base::Span denial : none) {
        if (denial.overlaps(sentence.at)) continue;
        out.push_back({denial, sentence.at, "who lives in the home"});
        break;
      }
      break;
    }
  }
  return out;
}

std::vector<Opposed> opposed_meeting(const Record& record, const Opposites& words) {
  std::vector<Opposed> out;
  // The first grown-up of the family in a stretch, as written: "Mr Doran".
  auto grown_up = [&](base::Span at) {
    for (const language::Mention& m : mentions_in(record, at)) {
      if (m.pronoun || m.plural || m.possessive || m.who == language::nobody) continue;
      language::Role role = record.language.people[static_cast<std::size_t>(m.who)].role;
      std::string_view text = m.at.of(record.document.text);
      bool titled = text.starts_with("Mr ") || text.starts_with("Mrs ") || text.starts_with("Ms ");
      bool family = role == language::Role::parent || role == language::Role::relative;
      if (family || (titled && role == language::Role::subject_child)) return text;
    }
    return std::string_view();
  };
  for (base::Span denial : denials(record, words)) {
    std::string_view who = grown_up(denial);
    if (who.empty()) continue;
    for (const language::Sentence& sentence : record.language.sentences) {
      if (sentence.at.overlaps(denial) || sentence.statement_begin == sentence.statement_end) continue;
      const language::Statement& main = record.language.statements[sentence.statement_begin];
      if (main.general || main.told_polarity == language::Polarity::denied || holds(record, sentence.at, words.except))
        continue;
      bool told = holds(record, sentence.at, words.affirms) && grown_up(sentence.at) == who;
      if (!told || main.mood != language::Mood::asserted || main.polarity == language::Polarity::denied) continue;
      out.push_back({denial, sentence.at, "spoken with or not"});
      break;
    }
  }
  return out;
}

std::vector<Opposed> opposed_figures(const Record& record, const Opposites& words) {
  std::vector<Opposed> out;
  if (record.language.subjects.size() > 1) return out;
  std::vector<std::pair<int, base::Span>> figures;
  const lexicon::Scan& scan = record.language.scan;
  for (const language::Sentence& sentence : record.language.sentences) {
    if (!is_account(record, sentence) || !holds(record, sentence.at, words.affirms)) continue;
    if (holds(record, sentence.at, words.except) || has_day(record, sentence.at)) continue;
    auto [first, last] = scan.range(sentence.at);
    int figure = -1, found = 0;
    for (std::size_t i = first; i + 1 < last; ++i) {
      std::string_view next = scan.tokens[i + 1].at.of(record.document.text);
      if (scan.tokens[i].kind != lexicon::TokenKind::number || (next != "%" && next != "per" && next != "percent")) {
        continue;
      }
      std::string_view text = scan.tokens[i].at.of(record.document.text);
      figure = 0;
      for (char c : text.substr(0, text.find('.'))) figure = c >= '0' && c <= '9' ? figure * 10 + (c - '0') : figure;
      ++found;
    }
    if (found == 1 && figure <= 100) figures.emplace_back(figure, sentence.at);
  }
  for (std::size_t i = 1; i < figures.size(); ++i) {
    int apart = figures[i].first - figures.front().first;
    if (apart >= figure_apart || -apart >= figure_apart)
      out.push_back({figures.front().second, figures[i].second, words.on});
  }
  return out;
}

std::vector<Opposed> opposed_statements(const Record& record, const Opposites& words) {
  std::vector<Opposed> out;
  std::vector<base::Span> none = denials(record, words);
  if (none.empty()) return out;
  for (const language::Sentence& sentence : record.language.sentences) {
    if (!is_account(record, sentence) || !holds(record, sentence.at, words.affirms)) continue;
    if (holds(record, sentence.at, words.except) || holds(record, sentence.at, words.denies)) continue;
    const language::Statement& main = record.language.statements[sentence.statement_begin];
    if ((main.polarity == language::Polarity::denied && !words.denied_too) || main.told) continue;
    if (words.about_child && (main.about != language::About::child || main.group)) continue;
    for (base::Span denial : none) {
      if (denial.overlaps(sentence.at)) continue;
      out.push_back({denial, sentence.at, words.on});
      break;
    }
  }
  return out;
}

}  // namespace checklist::kinds
