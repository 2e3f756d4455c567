#include "language/unrelated.h"

#include <algorithm>
#include <set>
#include <string>

#include "language/attribution.h"

namespace language {
namespace {

bool kind_word(const Words& words, std::size_t i) {
  return words.is_any(i, {"a", "an", "any", "each", "every", "some", "no", "another", "one"});
}

bool any_of_a_kind(const Words& words, std::size_t i, std::size_t first) {
  return kind_word(words, i) || (i > first && kind_word(words, i - 1));
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// One sentence, by how it bears on this record.
class Weighed {
 public:
  Weighed(const Scene& scene, const Reading& reading, bool general)
      : scene_(scene), words_(scene.words), reading_(reading) {
    of_any_case_ = general || words_.vocabulary().lexicon().is_wording(text()) ||
                   words_.has(Cue::kind, reading.first, reading.last) || asks() || of_practice();
  }

  // Speaks of any case, of how work is done or of what a record should hold, or asks for it.
  bool of_any_case() const { return of_any_case_; }

  // Claims that something was done here: "Agency checks were completed". A form that speaks of any case has no reason
  // to.
  bool claims_done() const {
    const Group* main = reading_.group(reading_.main);
    return !of_any_case_ && main != nullptr && main->finite && main->passive && main->tense == Tense::past &&
           words_.has(Cue::process, reading_.first, reading_.last);
  }

  // Words tie it to somebody of this record, or to whoever writes: a name, "I", "she", "Mum", "you" in a letter.
  bool tied() const {
    bool kind = false;  // "a parent who": pronouns behind it stand for any such
    for (std::size_t i = reading_.first; i < reading_.last; ++i) {
      if (scene_.is_name[i] && !practice(i, i + 1) && !of_law(i)) return true;
      if (words_[i].has(Class::first_person)) return true;
      kind = kind || (any_of_a_kind(words_, i, reading_.first) && words_.has(Cue::kind, i, reading_.last));
      if ((words_[i].has(Class::he) || words_[i].has(Class::she)) && !(kind && of_any_case_)) return true;
      if (words_[i].has(Class::you) && !of_any_case_) return true;
      if (named_kin(i) || (!of_any_case_ && this_family(i))) return true;
    }
    return !of_any_case_ && dated();
  }

 private:
  std::string_view text() const {
    const auto& tokens = words_.scan().tokens;
    return base::Span{tokens[reading_.first].at.begin, tokens[reading_.last - 1].at.end}.of(words_.text());
  }

  bool practice(std::size_t first, std::size_t last) const { return words_.has(Cue::practice, first, last); }

  bool dated() const {
    const auto& tokens = words_.scan().tokens;
    const auto dates = scene_.dates_in({tokens[reading_.first].at.begin, tokens[reading_.last - 1].at.end});
    return std::any_of(dates.begin(), dates.end(), [](const Date& date) { return date.has_day; });
  }

  // "the Children Act", which a record's list of people may hold by mistake.
  bool of_law(std::size_t i) const {
    return words_.is_any(i, {"act", "section", "guidance", "regulations"}) ||
           (of_any_case_ && words_.is(i, "children"));
  }

  bool figured() const {
    for (std::size_t i = reading_.first; i < reading_.last; ++i) {
      const std::string_view written = words_.text_of(i);
      if (!written.empty() && is_digit(written.front())) return true;
    }
    return false;
  }

  // "Mum", "Nan", "Father", not "the mother", "a parent", "family members" or "brothers".
  bool named_kin(std::size_t i) const {
    const bool article = i > reading_.first && (words_[i - 1].has(Class::determiner) || words_.is(i, "the"));
    if (article || any_of_a_kind(words_, i, reading_.first)) return false;
    for (const lexicon::Hit& hit : words_.scan().starting_at(i)) {
      const RoleWord* role = words_.vocabulary().role(hit.concept_id);
      if (role != nullptr && !role->many && role->gender != Gender::unknown && family(role->role) &&
          role->role != Role::subject_child)
        return true;
    }
    return false;
  }

  bool this_family(std::size_t i) const {
    return words_.is_any(i, {"this", "these", "both"}) && i + 1 < reading_.last &&
           words_.is_any(i + 1, {"family", "child", "children", "baby", "boy", "girl", "boys", "girls"});
  }

  // "Enter the dates on which the assessment was started", "Which agencies have not replied?"
  bool asks() const {
    return words_.has(Cue::to_writer, reading_.first, std::min(reading_.last, reading_.first + 4)) ||
           words_.is(reading_.last - 1, "?");
  }

  // "Plans should be specific", "Information is weighed", "There is a review date, and a forum or person": what is
  // done or recorded, with no figure, and nothing that happened.
  bool of_practice() const {
    const Group* main = reading_.group(reading_.main);
    if (main == nullptr || !main->finite || main->tense == Tense::past || main->perfect || figured()) return false;
    const bool should = main->modal != npos && words_.is_any(main->modal, {"should", "must", "ought"});
    if (main->modal != npos && !should) return false;
    const bool alone = main->at.first == main->verb && words_[main->verb].tag != Tag::be;
    const bool note = alone && (words_[main->verb].form == Form::participle || reading_.last - reading_.first < 6);
    if (note) return false;  // "Consent obtained", "Agency checks completed"
    if (!should && scene_.plans(scene_.form.units[reading_.unit])) return false;
    return words_.is(reading_.first, "there") ? practice(main->at.last + 1, reading_.last)
                                              : practice(reading_.first, main->at.first);
  }

  const Scene& scene_;
  const Words& words_;
  const Reading& reading_;
  bool of_any_case_ = false;
};

// A passage's sentences [begin, end).
struct Part {
  std::size_t begin = 0, end = 0;
  std::size_t of_any_case = 0;
  bool tied = false;
  bool claimed = false;
  bool loose() const { return !tied && !claimed && of_any_case * 2 >= end - begin; }
};

}  // namespace

std::vector<std::uint32_t> unrelated_units(const Scene& scene, const std::vector<SentenceTokens>& sentences,
                                           const std::vector<Reading>& readings, const std::vector<bool>& general) {
  // Sentences, of one passage or of several that follow each other; under a plan's heading three may be its actions.
  constexpr std::size_t least = 3, least_of_plan = 6;
  std::vector<Part> parts;
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    if (parts.empty() || sentences[parts.back().begin].passage != sentences[s].passage)
      parts.push_back({s, s, 0, false, false});
    const Weighed sentence(scene, readings[s], general[s]);
    parts.back().end = s + 1;
    parts.back().tied = parts.back().tied || sentence.tied();
    parts.back().of_any_case += sentence.of_any_case() ? 1u : 0u;
    parts.back().claimed = parts.back().claimed || sentence.claims_done();
  }
  const auto unit = [&](const Part& part) { return sentences[part.begin].unit; };
  std::set<std::uint32_t> out;
  for (std::size_t p = 0, end = 0; p < parts.size(); p = std::max(end, p + 1)) {
    std::size_t count = 0;
    bool plan = false;
    for (end = p; end < parts.size() && parts[end].loose(); ++end) {
      const form::Unit& here = scene.form.units[unit(parts[end])];
      const bool next = end == p || unit(parts[end]) <= unit(parts[end - 1]) + 1;
      if (!next || here.kind == form::UnitKind::row) break;
      plan = plan || scene.plans(here);
      count += parts[end].end - parts[end].begin;
    }
    if (count < (plan ? least_of_plan : least)) continue;
    for (std::size_t k = p; k < end; ++k) out.insert(unit(parts[k]));
  }
  // A unit of several passages is given up as a whole or not at all.
  for (const Part& part : parts) {
    if (!part.loose()) out.erase(unit(part));
  }
  return {out.begin(), out.end()};
}

}  // namespace language
