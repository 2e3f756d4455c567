#include "language/standing.h"

#include <algorithm>

namespace language {
namespace {

constexpr std::size_t longest_correction = 12;  // words and marks

bool is_paper(const Words& words, std::size_t i) {
  return words.is_any(i,
                      {"section",    "page",    "form",    "sheet",  "file",       "system",    "database", "list",
                       "register",   "record",  "records", "report", "chronology", "plan",      "letter",   "referral",
                       "assessment", "minutes", "notes",   "entry",  "ehcp",       "statement", "genogram", "profile",
                       "letters",    "reports", "book",    "caf",    "passport"});
}

bool paper_in(const Words& words, Run phrase) {
  for (std::size_t i = phrase.first; !phrase.empty() && i <= phrase.last; ++i) {
    if (is_paper(words, i)) return true;
  }
  return false;
}

bool shows(const Words& words, std::size_t verb) {
  return words.is_any(
      verb, {"has",   "have", "had",     "shows",    "show",    "showed",    "gives",  "give",   "gave",
             "lists", "list", "listed",  "names",    "name",    "named",     "calls",  "called", "says",
             "said",  "puts", "records", "recorded", "carries", "describes", "states", "stated", "described"});
}

// An end or a change: what was so before it is so no more.
bool ends(const Words& words, std::size_t verb) {
  return words.is_any(
      verb, {"ended",     "lapsed",    "closed",   "shut",     "stopped",     "finished", "concluded", "completed",
             "expired",   "moved",     "left",     "changed",  "died",        "ceased",   "folded",    "discharged",
             "dissolved", "withdrawn", "withdrew", "replaced", "transferred", "revoked",  "cancelled"});
}

// Whether the clause says that something ended or changed, asserted and not denied.
bool has_ended(const Words& words, const Group& group) {
  return group.finite && group.negation == npos && group.modal == npos && ends(words, group.verb) &&
         (group.tense == Tense::past || group.perfect);
}

bool person(const Scene& scene, Run phrase) {
  const Mention* mention = mention_in(scene, phrase);
  if (mention == nullptr || mention->who == nobody) return false;
  const Role role = scene.roster[mention->who].role;
  return role != Role::agency && role != Role::unknown;
}

bool earlier_plan(const Words& words, const Group& group) {
  return group.finite && group.negation == npos && words.is(group.at.first, "had") &&
         group.at.last + 1 < words.size() && words.is_any(group.at.last + 1, {"due", "supposed", "meant", "to"}) &&
         words.is_any(group.verb, {"been"});
}

}  // namespace

bool overtaken(const Scene& scene, const Reading& reading) {
  const Words& words = scene.words;
  const Group* main = reading.group(reading.main);
  if (main == nullptr) return false;
  // "had been due to plead on the 14th; now it's March"
  if (earlier_plan(words, *main)) return true;
  for (const Group& group : reading.groups) {
    if (!group.finite || &group == main) continue;
    // "The order that the front sheet shows for Lily ended in May"
    if (group.intro == Intro::relative && shows(words, group.verb) && group.tense == Tense::present &&
        paper_in(words, group.subject) && group.subject.first > reading.first && !person(scene, main->subject) &&
        has_ended(words, *main))
      return true;
    // "Section 3 has Sam at Parkside; he moved in January": the paper first, then what came after it.
    const bool part = group.begin > reading.first &&
                      (words.is_any(group.begin - 1, {";", ":", "but", "though"}) || words.is(group.begin, "but"));
    if (part && group.at.first > main->at.last && has_ended(words, group) && shows(words, main->verb) &&
        main->negation == npos && paper_in(words, main->subject))
      return true;
  }
  return false;
}

bool still_holds(const Scene& scene, const Reading& reading, const lexicon::Hit& hit) {
  const Words& words = scene.words;
  const Group* main = reading.group(reading.main);
  // "has since kept every appointment", "and has been since March": news, unless another clause says what was before.
  if (words.is(hit.last, "since")) {
    if (hit.last + 1 < reading.last &&
        (words[hit.last + 1].tag == Tag::name || words[hit.last + 1].tag == Tag::number ||
         words[hit.last + 1].tag == Tag::determiner || words[hit.last + 1].tag == Tag::noun))
      return true;
    const auto finite = std::count_if(reading.groups.begin(), reading.groups.end(),
                                      [&](const Group& group) { return group.finite && group.at.first <= hit.last; });
    return finite <= 1;
  }
  // "Harriet could be dropped" off a hoist; a plan is dropped.
  if (words.is_any(hit.last, {"dropped", "abandoned", "withdrawn", "ignored", "replaced"}) && main != nullptr &&
      person(scene, main->subject))
    return true;
  return false;
}

void take_back(const Scene& scene, const std::vector<SentenceTokens>& sentences, Annotations& out) {
  const Words& words = scene.words;
  for (std::size_t s = 1; s < sentences.size(); ++s) {
    const SentenceTokens& at = sentences[s];
    if (sentences[s - 1].unit != at.unit || at.last - at.first > longest_correction) continue;
    bool wrong = false;
    for (std::size_t i = at.first; i + 2 < at.last && !wrong; ++i) {
      std::size_t k = i + 2;
      if (!words.is_any(i, {"that", "this", "it"}) || !words.is_any(i + 1, {"was", "is", "'s"})) continue;
      while (k < at.last && words.is_any(k, {"a", "an", "my", "our", "simply", "plainly"})) ++k;
      wrong = k < at.last && words.is_any(k, {"wrong", "mistake", "error", "incorrect", "untrue", "slip"}) &&
              (k + 1 >= at.last || words[k + 1].tag == Tag::stop || words[k + 1].tag == Tag::comma);
    }
    for (std::size_t i = at.first; i + 2 < at.last && !wrong; ++i)
      wrong = words.is_any(i, {"i", "we"}) && words.is(i + 1, "got") && words.is_any(i + 2, {"that", "this", "it"}) &&
              i + 3 < at.last && words.is(i + 3, "wrong");
    if (!wrong) continue;
    const Sentence& before = out.sentences[s - 1];
    for (std::uint32_t i = before.statement_begin; i < before.statement_end; ++i)
      out.statements[i].standing = Standing::superseded;
  }
}

}  // namespace language
