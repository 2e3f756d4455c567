// Contributions told in sentences: an agency that says something, one that the worker spoke with, a name with a colon
// behind it, and what the sentences after it go on to tell.
#include <algorithm>

#include "facts/contribution.h"
#include "facts/contribution_speech.h"
#include "facts/parts.h"

namespace facts {
namespace {

using language::Mood;
using language::Polarity;
using language::Source;
using language::Statement;

constexpr std::size_t date_reach = 9;        // from the verb to its date
constexpr std::uint32_t neighbourhood = 60;  // bytes either side of a name that may say whose neighbour it is
constexpr std::size_t planned_reach = 9;     // from a contact to the words that say it is still to come
constexpr std::size_t gap_reach = 10;        // between a naming and the words of a gap
constexpr std::size_t listing_start = 3;     // a sentence begins with a naming that stands among its first words

constexpr std::size_t list_item = 12;   // words of a line in a list of those who contributed
constexpr std::size_t head_naming = 6;  // words of a heading that is an agency's name
constexpr std::size_t brief_gap = 4;    // words of a sentence that says no more than that nothing came
constexpr std::size_t head_answer = 7;  // words behind a colon that tell something

constexpr std::uint32_t wide_row = 7;  // cells: more than this is a whole record in one row

class Prose {
 public:
  Prose(const Gathering& record, const Outsiders& outsiders, Facts& facts)
      : record_(record),
        outsiders_(outsiders),
        speech_(record, outsiders),
        facts_(facts),
        horizon_(horizon(record, facts)) {}

  void run() {
    for (const language::Sentence& sentence : record_.language.sentences) {
      if (sentence.unit != unit_) open_ = -1;
      unit_ = sentence.unit;
      if (sentence.statement_begin != sentence.statement_end && admitted(sentence)) read(sentence);
    }
  }

 private:
  std::string_view word(std::size_t token) const { return speech_.word(token); }
  const Statement& main_of(const language::Sentence& sentence) const {
    return record_.language.statements[sentence.statement_begin];
  }
  bool admitted(const language::Sentence& sentence) const;
  void read(const language::Sentence& sentence);
  bool is_gap_of(const language::Sentence& sentence, const Naming& naming, bool agencies_section,
                 std::size_t until) const;
  bool of_this_work(const language::Sentence& sentence) const;
  void add_gap(const language::Sentence& sentence, const Naming& naming);
  void date_near(const language::Sentence& sentence, std::size_t from, std::size_t to, Contribution& fact) const;
  bool is_public(EntityId who) const;
  void go_on(const language::Sentence& sentence);
  bool headed_by_agency(const language::Sentence& sentence, const form::Unit& unit);
  bool notes_contact(const language::Sentence& sentence, const Naming& naming) const;

  const Gathering& record_;
  const Outsiders& outsiders_;
  Speech speech_;
  Facts& facts_;
  Day horizon_;
  std::uint32_t unit_ = UINT32_MAX;
  std::int32_t open_ = -1;    // the contribution that the unit's next sentences may go on with
  bool open_headed_ = false;  // it stands behind a colon
  bool noted_ = false;        // it is a note of a contact
  bool listing_ = false;      // the next lines are a list of those who contributed
  std::int32_t lead_section_ = -1;
  Naming last_named_;
  std::uint32_t last_named_unit_ = UINT32_MAX;
};

bool Prose::admitted(const language::Sentence& sentence) const {
  const Statement& main = main_of(sentence);
  // "Still waiting to hear from the clinic" names nobody of the family, and is no rule for all that.
  bool still = main.general && main.mood == Mood::asserted && record_.has(sentence.at, "contribution.gap") &&
               !record_.has(sentence.at, "word.modal");
  if (((main.general || main.source == Source::policy) && !still) || main.source == Source::form) return false;
  const form::Unit& unit = record_.form.units[sentence.unit];
  if (nearest_section(record_, unit, {"plan", "contingency", "review", "previous"})) return false;
  if (record_.is_field(unit.field, {"referrer-informed", "review-date", "worker"})) return false;
  bool agency_row = record_.cell(unit, {"agency", "professional", "agency-person", "agency-name"}) != nullptr;
  if (unit.kind == form::UnitKind::row && agency_row && unit.cell_end - unit.cell_begin <= wide_row) return false;
  return true;
}

void Prose::date_near(const language::Sentence& sentence, std::size_t from, std::size_t to, Contribution& fact) const {
  const lexicon::Scan& scan = record_.language.scan;
  auto [first, last] = scan.range(sentence.at);
  std::size_t end = std::min(last, to + 1 + date_reach);
  for (std::size_t i = to + 1; i < end; ++i) {
    if (word(i) == ":" || word(i) == "that" || word(i) == "\"" || word(i) == "“") end = i;
  }
  std::size_t begin = from > first + 5 ? from - 5 : first;
  if (end <= begin) return;
  base::Span near = {scan.tokens[begin].at.begin, scan.tokens[end - 1].at.end};
  date_from(record_, near, fact);
  // "On the 6th": of the month that the sentences before it were in.
  if (fact.when_at.empty()) fact.when_at = record_.find(near, "contribution.day");
}

// Somebody whom the record calls a neighbour, a caller or the like.
bool Prose::is_public(EntityId who) const {
  for (const language::Mention& mention : record_.language.mentions) {
    if (mention.who != who || mention.pronoun) continue;
    std::int32_t unit = record_.form.unit_at(mention.at.begin);
    if (unit < 0) continue;
    base::Span at = record_.form.units[static_cast<std::size_t>(unit)].at;
    std::uint32_t begin = mention.at.begin > at.begin + neighbourhood ? mention.at.begin - neighbourhood : at.begin;
    std::uint32_t end = std::min(at.end, mention.at.end + neighbourhood);
    if (record_.has({begin, end}, "public-referrer")) return true;
  }
  return false;
}

// What the sentences behind a contribution add to it.
void Prose::go_on(const language::Sentence& sentence) {
  if (open_ < 0) return;
  const Statement& main = main_of(sentence);
  bool theirs = main.source == Source::agency || (open_headed_ && main.source == Source::worker);
  auto [first, last] = record_.language.scan.range(sentence.at);
  bool ours = first < last && (word(first) == "I" || word(first) == "We");
  if (!theirs || ours) {
    open_ = -1;
    return;
  }
  Contribution& fact = facts_.contributions[static_cast<std::size_t>(open_)];
  add_says(record_, sentence.at, fact);
}

// "Awaiting health", "the school has not been asked": the gap's words stand beside the naming.
bool Prose::is_gap_of(const language::Sentence& sentence, const Naming& naming, bool agencies_section,
                      std::size_t until) const {
  const lexicon::Scan& scan = record_.language.scan;
  if (main_of(sentence).mood == Mood::conditional) return false;
  lexicon::ConceptId gap = record_.lexicon.find_concept("contribution.gap");
  for (const lexicon::Hit& hit : scan.within(sentence.at)) {
    if (hit.concept_id != gap || hit.first > until) continue;
    // "The landlord has not answered Mum": her silence to others is none to us.
    const std::size_t behind = hit.last + 1;
    if (naming.last < hit.first && behind < scan.tokens.size() && speech_.family_at(behind) &&
        !speech_.at_token(behind, "pronoun.first") && !speech_.at_token(behind, "pronoun.we"))
      continue;
    bool before = hit.last < naming.first && naming.first - hit.last <= gap_reach;
    // "Mum has not replied to the school": it is she who did not.
    std::size_t start = record_.language.scan.range(sentence.at).first;
    if (speech_.family_at(start) && hit.first > start && naming.first > hit.first) before = false;
    for (std::size_t i = hit.first > start + 3 ? hit.first - 3 : start; before && i < hit.first; ++i) {
      before = !speech_.family_at(i) || word(i) == "I" || word(i) == "we" || word(i) == "We";
    }
    const std::size_t reach = agencies_section || outsiders_.in(sentence.at).size() == 1 ? 2 * gap_reach : gap_reach;
    bool after = hit.first > naming.last && hit.first - naming.last <= reach;
    bool object = naming.first > record_.language.scan.range(sentence.at).first &&
                  speech_.at_token(naming.first - 1, "contribution.place-marker");
    after = after && !object;
    std::size_t close = hit.first > naming.last + 3 ? hit.first - 3 : naming.last + 1;
    for (std::size_t i = close; after && i < hit.first; ++i) after = !speech_.family_at(i);
    // "We decided not to ask the school": whom we did not ask stands behind.
    bool ours = word(hit.first) == "I" || word(hit.first) == "we" || word(hit.first) == "We" ||
                word(hit.first) == "decided" || word(hit.first) == "chose";
    if (ours) after = false;
    for (std::size_t i = hit.last + 1; ours && before && i < naming.first; ++i) before = !speech_.family_at(i);
    bool within = hit.first <= naming.last && naming.first <= hit.last;
    if (before || after || within) return true;
  }
  return false;
}

// A chronology's entry of a day since the referral tells of this assessment's own work.
bool Prose::of_this_work(const language::Sentence& sentence) const {
  const language::Date* date = record_.date(sentence.at);
  return date != nullptr && date->has_day && date->has_year && horizon_ != language::no_day && date->day >= horizon_;
}

void Prose::add_gap(const language::Sentence& sentence, const Naming& naming) {
  Contribution fact = contribution_of(record_, outsiders_, naming, sentence.at);
  mark_gap(record_, sentence.at, {sentence.at.begin, next_sentence_end(record_, outsiders_, sentence.at)}, fact);
  facts_.contributions.push_back(std::move(fact));
  open_ = -1;
}

void Prose::read(const language::Sentence& sentence) {
  const form::Unit& unit = record_.form.units[sentence.unit];
  bool agencies_section = record_.in_section(unit, {"agencies"});
  bool past_section = nearest_section(record_, unit, {"history", "chronology"});
  std::vector<Naming> namings = outsiders_.in(sentence.at);
  auto [first, last] = record_.language.scan.range(sentence.at);
  bool gap = record_.has(sentence.at, "contribution.gap") && !record_.has(sentence.at, "contribution.gap-filled") &&
             !record_.has(sentence.at, "contribution.all-replied");
  bool found = false;
  bool fronted = !namings.empty() && namings.front().first < first + listing_start;
  if (Naming unknown = speech_.stranger(sentence); !fronted && !unknown.name.empty())
    namings.insert(namings.begin(), unknown);
  base::Span lead = record_.find(sentence.at, "contribution.list-lead");
  if (unit.section != lead_section_ || last > first + list_item) listing_ = false;
  std::size_t teller = 0;             // the verb of one who tells: "the nurse told me that the surgery ..." is hers
  const Naming* contacted = nullptr;  // the one before, where it is only named as one of those who were spoken with
  for (const Naming& naming : namings) {
    if (speech_.reported_by_family(sentence, naming)) continue;
    if (teller > 0 && naming.first > teller && !speech_.begins_clause(sentence, naming)) continue;
    std::size_t at = naming.first;
    bool head = speech_.headed(sentence, naming, &at);
    std::size_t verb = 0, contact = 0;
    bool spoke = !head && speech_.speaks(sentence, naming, &verb);
    bool asked = !head && !spoke &&
                 (speech_.spoken_with(sentence, naming, &contact) || speech_.told_there(sentence, naming, &contact));
    bool named_after = !lead.empty() && lead.end <= record_.language.scan.tokens[naming.first].at.begin;
    bool listed = false;
    if (!head && !spoke && !asked &&
        (named_after || (listing_ && naming.first < first + listing_start) ||
         (contacted != nullptr && speech_.in_list(*contacted, naming)))) {
      asked = listed = true;
      contact = naming.first;
    }
    contacted = asked ? &naming : nullptr;
    if (spoke) teller = verb;
    bool begins = naming.first < first + listing_start &&
                  (agencies_section ? record_.has(sentence.at, "contribution.means") : speech_.noted(sentence, naming));
    // What they tell of others' silence is no silence of theirs.
    if (gap && !head && is_gap_of(sentence, naming, agencies_section, spoke ? verb : last)) {
      if (!found && (!past_section || of_this_work(sentence))) add_gap(sentence, naming);
      found = true;
      continue;
    }
    const bool logged = !head && !spoke && !asked && notes_contact(sentence, naming);
    if (!head && !spoke && !asked && !begins && !logged) continue;
    std::size_t told = head ? at : spoke ? verb : asked ? contact : naming.last;
    // "She signed for the school and the surgery": whom we might ask.
    const bool joined = spoke && verb > first && speech_.at_token(verb - 1, "word.coordinator");
    const base::Span consent = record_.find(sentence.at, "consent");
    if (!head && (!spoke || joined) && !consent.empty() &&
        consent.begin < record_.language.scan.tokens[naming.first].at.begin &&
        (contact == naming.first || joined || record_.has(sentence.at, "consent.scope")))
      continue;
    // "22/01 Elm Primary: Tom on his own in the library": where the child was seen.
    if (head && behind_day(record_, sentence.at) > first && nearest_section(record_, unit, {"visits"}) &&
        (record_.has(sentence.at, "seen.alone") || record_.has(sentence.at, "seen.by-self")))
      continue;
    if (!head && naming.name.empty() && speech_.only_planned(sentence, told)) continue;
    // "I rang the nurse and told her what we had decided": ours to her.
    if (asked && record_.has(sentence.at, "feedback.outcome-told")) continue;
    // "Who waits to be asked", far behind: what the child does.
    const base::Span planned = record_.find(sentence.at, "contribution.planned");
    const std::size_t beyond = std::min(last, std::max(told, naming.last) + planned_reach);
    if (!head && !planned.empty() && planned.begin <= record_.language.scan.tokens[beyond - 1].at.begin) continue;
    if (!head && main_of(sentence).told && main_of(sentence).told_polarity == Polarity::denied && !spoke) continue;
    Contribution fact = contribution_of(record_, outsiders_, naming, sentence.at);
    if (head) {
      date_near(sentence, first, at - 1, fact);
      // "Mr Shah, Elm Primary: e-mail 4 May. ..."
      std::size_t near = std::min(last, at + 1 + date_reach);
      base::Span opening = {record_.language.scan.tokens[at].at.end, record_.language.scan.tokens[near - 1].at.end};
      if (fact.when_at.empty() && at + 1 < last && speech_.at_token(at + 1, "contribution.means"))
        date_from(record_, opening, fact);
    } else {
      date_near(sentence, naming.first, std::max(told, naming.last), fact);
    }
    // "We met on 4 May: the head, the nurse and I": one date for all of them.
    if ((listed || logged) && fact.when_at.empty()) date_from(record_, sentence.at, fact);
    if (fact.when != language::no_day && horizon_ != language::no_day && fact.when < horizon_) continue;
    // "The health visitor reports ..." is told now, under whatever heading it stands.
    const bool says = main_of(sentence).frame == language::Frame::say || speech_.at_token(told, "contribution.said");
    const bool told_now =
        spoke && says && main_of(sentence).time == language::Time::present && word(told).ends_with("s");
    if (past_section && fact.when_at.empty() && !head && !told_now) continue;
    if (naming.agency == 0 && naming.who >= 0 && is_public(naming.who)) continue;
    // "T/C to school 06/03. Head says ...": what came of the contact that the note before tells.
    const bool same = open_ >= 0 && noted_ && fact.name == facts_.contributions[static_cast<std::size_t>(open_)].name;
    if (same && !head && !logged && fact.when_at.empty() && !gap) {
      add_says(record_, sentence.at, facts_.contributions[static_cast<std::size_t>(open_)]);
      found = true;
      continue;
    }
    base::Span words = sentence.at;
    if (head) words.begin = record_.language.scan.tokens[at].at.end;
    if (head && gap) {
      std::uint32_t end = next_sentence_end(record_, outsiders_, sentence.at);
      mark_gap(record_, words, {words.begin, std::max(words.end, end)}, fact);
    } else {
      fact.contributed = true;
      add_says(record_, words, fact);
      open_ = static_cast<std::int32_t>(facts_.contributions.size());
      open_headed_ = head || logged;
      noted_ = logged;
    }
    // "HV - Sandra?" is a name, and nothing that was said.
    if (head && fact.contributed && fact.says.empty() && !fact.no_concerns && fact.when_at.empty() &&
        fact.means == Means::unknown && record_.words(words) < head_answer) {
      fact.contributed = false;
    }
    facts_.contributions.push_back(std::move(fact));
    found = true;
    if (head) break;
  }
  if (!lead.empty() && record_.text({sentence.at.end - 1, sentence.at.end}) == ":") {
    listing_ = true;
    lead_section_ = unit.section;
  }
  // "They had not replied by then": of whoever was named last.
  bool pronoun = first < last && record_.has(record_.language.scan.tokens[first].at, "contribution.pronoun");
  if (pronoun && speech_.family_at(first)) gap = false;
  const bool of_note = open_ >= 0 && noted_ && facts_.contributions[static_cast<std::size_t>(open_)].says.empty();
  // "OT: referral made in May. Not heard.": a few words behind a colon's answer are about the same agency.
  const bool briefly = open_ >= 0 && open_headed_ && record_.words(sentence.at) <= brief_gap;
  if (briefly && gap && facts_.contributions[static_cast<std::size_t>(open_)].means == Means::referral)
    facts_.contributions[static_cast<std::size_t>(open_)].contributed = false;
  if (!found && gap && namings.empty() && (agencies_section || pronoun || of_note || briefly) &&
      last_named_unit_ == sentence.unit) {
    // "T/C to the surgery. No reply.": nothing came of the contact.
    if (of_note) facts_.contributions[static_cast<std::size_t>(open_)].contributed = false;
    add_gap(sentence, last_named_);
    found = true;
  }
  if (!namings.empty()) {
    last_named_ = namings.front();
    last_named_unit_ = sentence.unit;
  }
  if (!found) found = headed_by_agency(sentence, unit);
  if (!found) go_on(sentence);
}

// "06/03 T/C to school, Elm Primary.": a note of a contact without a verb; what follows is what came of it.
bool Prose::notes_contact(const language::Sentence& sentence, const Naming& naming) const {
  constexpr std::size_t before = 4, note = 14;  // tokens
  auto [first, last] = record_.language.scan.range(sentence.at);
  if (main_of(sentence).frame != language::Frame::none || last > first + note || naming.first < first + 2) return false;
  if (word(naming.first - 1) != "to" && word(naming.first - 1) != "TO" && word(naming.first - 1) != "from" &&
      word(naming.first - 1) != "FROM" && word(naming.first - 1) != "with" && word(naming.first - 1) != "WITH")
    return false;
  std::size_t from = naming.first > first + before ? naming.first - before : first;
  base::Span lead{record_.language.scan.tokens[from].at.begin, record_.language.scan.tokens[naming.first].at.begin};
  return record_.has(lead, "contribution.means") && record_.date(sentence.at) != nullptr;
}

// "Elm Primary" over a paragraph, where the form asks for nothing of its own: the paragraph is theirs.
bool Prose::headed_by_agency(const language::Sentence& sentence, const form::Unit& unit) {
  if (unit.section < 0 || unit.kind != form::UnitKind::prose || sentence.at.begin != unit.at.begin) return false;
  const form::Section& section = record_.form.sections[static_cast<std::size_t>(unit.section)];
  if (section.own != 0 || section.heading.empty() || record_.words(section.heading) > head_naming) return false;
  Naming naming = outsiders_.first_in(section.heading);
  auto [first, last] = record_.language.scan.range(section.heading);
  if (naming.agency == 0 || naming.first > first + 1 || last > naming.last + 3) return false;
  for (std::size_t i = naming.last + 1; i < last; ++i) {  // "CAF form" is a form
    const lexicon::Token& token = record_.language.scan.tokens[i];
    if (token.kind == lexicon::TokenKind::word && !token.capital) return false;
  }
  const Statement& main = main_of(sentence);
  if (main.source != Source::worker && main.source != Source::agency) return false;
  if (word(record_.language.scan.range(sentence.at).first) == "I") return false;
  Contribution fact = contribution_of(record_, outsiders_, naming, sentence.at);
  fact.contributed = true;
  add_says(record_, sentence.at, fact);
  date_from(record_, section.heading, fact);
  if (fact.says.empty() && !fact.no_concerns) return false;
  open_ = static_cast<std::int32_t>(facts_.contributions.size());
  open_headed_ = true;
  facts_.contributions.push_back(std::move(fact));
  return true;
}

}  // namespace

void contributions_of_prose(const Gathering& record, const Outsiders& outsiders, Facts& facts) {
  if (record.language.scan.hits_from.empty()) return;
  Prose(record, outsiders, facts).run();
}

}  // namespace facts
