#include "manifest/differences.h"

#include <algorithm>
#include <cstdio>
#include <initializer_list>

#include "document/document.h"
#include "language/calendar.h"

namespace manifest {
namespace {

using evaluation::Flag;
using evaluation::OwnFact;

std::string in_words(const std::string& iso) {
  int year = 0, month = 0, day = 0;
  if (std::sscanf(iso.c_str(), "%4d-%2d-%2d", &year, &month, &day) == 3) {
    return language::in_words(language::day_of(year, month, day));
  }
  // "--03-14": a day without its year
  if (std::sscanf(iso.c_str(), "--%2d-%2d", &month, &day) != 2) return iso;
  constexpr int leap = 2000;
  std::string out = language::in_words(language::day_of(leap, month, day));
  return out.substr(0, out.rfind(' '));
}

// Whether a day as the record writes it may be the listed one.
bool same_day(const std::string& own, const std::string& listed) {
  return own == listed ||
         (own.starts_with("--") && listed.size() == own.size() + 3 && listed.substr(4) == own.substr(1));
}

class Comparison {
 public:
  Comparison(const evaluation::Outcome& outcome, const Case& one, const Source& source, const Codes& codes)
      : outcome_(outcome), own_(outcome.own_facts), case_(one), source_(source), codes_(codes), child_(child()) {}

  std::vector<Flag> found() {
    date(case_.referral, Fact::referral, "CINreferralDate", {"referral"}, "the referral");
    const bool enquiry = case_.type == "s47_enquiry";
    date(case_.start, Fact::start, enquiry ? "S47ActualStartDate" : "AssessmentActualStartDate",
         {"start", enquiry ? "strategy" : "start"}, "the start");
    if (enquiry) {
      date(case_.completed, Fact::completed, "DateOfInitialCPC", {"conference"}, "the conference");
    } else {
      date(case_.completed, Fact::completed, "AssessmentAuthorisationDate", {"completion", "authorisation"},
           "the completion");
    }
    seeing();
    ethnicity();
    disability();
    factors();
    return std::move(flags_);
  }

 private:
  const char* lister() const { return source_.census ? "the return" : "the list"; }

  // "list4.csv, line 14, 'Allocated Team'"
  std::string place(Fact fact, const char* element) const {
    std::string out = manifest::in_words(case_.place);
    if (source_.census) return out + ", " + element;
    auto heading = source_.headings.find(fact);
    return heading == source_.headings.end() ? out : out + ", \u2018" + heading->second + "\u2019";
  }

  void raise(const OwnFact* fact, std::string reason, Fact listed, const char* element) {
    Flag flag;
    flag.id = difference_flag;
    if (fact != nullptr) {
      flag.at = fact->at;
      flag.quote = fact->quote;
    }
    flag.reason = std::move(reason) + " (" + place(listed, element) + ")";
    flags_.push_back(std::move(flag));
  }

  // The name of the record's child that the case is about, where birth dates tell it; else empty.
  std::string child() const {
    if (case_.born.empty() || outcome_.children.size() < 2) return "";
    std::string name;
    for (const evaluation::Person& person : outcome_.people) {
      if (person.role != "subject_child" || person.born != case_.born) continue;
      if (!name.empty()) return "";  // twins
      name = person.name;
    }
    return name;
  }

  // What the record says of one thing, of this child where it tells them apart.
  std::vector<const OwnFact*> said(std::initializer_list<std::string_view> kinds) const {
    std::vector<const OwnFact*> out;
    for (const OwnFact& fact : own_.facts) {
      if (std::find(kinds.begin(), kinds.end(), fact.what) == kinds.end()) continue;
      if (child_.empty() || fact.child.empty() || fact.child == child_) out.push_back(&fact);
    }
    return out;
  }

  bool names_day(const std::string& listed) const {
    return std::any_of(own_.days.begin(), own_.days.end(),
                       [&](const std::string& own) { return same_day(own, listed); });
  }

  void date(const std::string& listed, Fact fact, const char* element, std::initializer_list<std::string_view> kinds,
            const std::string& what) {
    if (listed.empty() || names_day(listed)) return;
    const std::vector<const OwnFact*> own = said(kinds);
    if (own.empty()) return;
    raise(own.front(),
          "the record has " + what + " on " + in_words(own.front()->value) + ", " + lister() + " on " +
              in_words(listed) + ", a day that the record nowhere names",
          fact, element);
  }

  void seeing() {
    const std::vector<const OwnFact*> seen = said({"seen"}), denied = said({"not_seen"});
    const std::string on = case_.child_seen.empty() ? "" : " on " + in_words(case_.child_seen);
    if (case_.seen == "yes" && seen.empty() && !denied.empty()) {
      const bool other_day = !denied.front()->value.empty() && !case_.child_seen.empty() &&
                             !same_day(denied.front()->value, case_.child_seen);
      if (!other_day) {
        raise(denied.front(),
              std::string(lister()) + " says that the child was seen" + on + ", the record that it was not seen",
              Fact::child_seen, "");
      }
    }
    if (case_.seen == "no" && !seen.empty()) {
      raise(seen.front(), std::string(lister()) + " says that the child was not seen, the record that it was",
            Fact::child_seen, "");
    }
    const bool dated = std::all_of(seen.begin(), seen.end(), [](const OwnFact* fact) { return !fact->value.empty(); });
    if (!case_.child_seen.empty() && !seen.empty() && dated && denied.empty() && !names_day(case_.child_seen)) {
      raise(seen.front(),
            std::string(lister()) + " says that the child was seen" + on +
                "; the record has its seeing on other days, and nowhere names that one",
            Fact::child_seen, "");
    }
  }

  void ethnicity() {
    const std::string code = codes_.ethnicity(case_.ethnicity);
    const std::vector<const OwnFact*> own = said({"ethnicity"});
    if (code.empty() || own.empty()) return;
    auto may_be = [&](const OwnFact* fact) {
      return (" " + fact->value + " ").find(" " + code + " ") != std::string::npos;
    };
    if (std::any_of(own.begin(), own.end(), may_be)) return;
    raise(own.front(),
          "the record gives another ethnicity than " + std::string(lister()) + ", which has " + code + ", " +
              codes_.ethnicity_title(code),
          Fact::ethnicity, "Ethnicity");
  }

  void disability() {
    const std::string listed = codes_.disability(case_.disability);
    const std::vector<const OwnFact*> own = said({"disability"});
    if (listed.empty() || own.empty()) return;
    if (std::any_of(own.begin(), own.end(), [&](const OwnFact* fact) { return fact->value == listed; })) return;
    raise(own.front(),
          listed == "yes" ? std::string(lister()) + " has a disability, the record says that there is none"
                          : "the record has a disability, " + std::string(lister()) + " none",
          Fact::disability, "Disability");
  }

  // "Nowhere" can be said only of a record that was read to its end, and not by recognition.
  bool wholly_read() const {
    return std::none_of(outcome_.document.notes.begin(), outcome_.document.notes.end(), [](const document::Note& note) {
      return document::tells_of_a_part(note) || note.kind == document::NoteKind::recognised;
    });
  }

  void factors() {
    if (!own_.knows_topics || !wholly_read()) return;
    std::vector<std::string> titles;
    for (const std::string& code : case_.factors) {
      const Codes::Factor* factor = codes_.factor(code);
      if (factor == nullptr || std::find(titles.begin(), titles.end(), factor->title) != titles.end()) continue;
      bool spoken_of = std::any_of(factor->concepts.begin(), factor->concepts.end(), [&](const std::string& each) {
        return std::binary_search(own_.topics.begin(), own_.topics.end(), each);
      });
      if (spoken_of) continue;
      titles.push_back(factor->title);
      raise(nullptr, "factor " + code + ", " + factor->title + ", is ticked; nothing in the record speaks of it",
            Fact::factors, "AssessmentFactors");
    }
  }

  const evaluation::Outcome& outcome_;
  const evaluation::OwnFacts& own_;
  const Case& case_;
  const Source& source_;
  const Codes& codes_;
  const std::string child_;
  std::vector<Flag> flags_;
};

}  // namespace

std::vector<Flag> differences(const evaluation::Outcome& outcome, const Case& one, const Source& source,
                              const Codes& codes) {
  return Comparison(outcome, one, source, codes).found();
}

}  // namespace manifest
