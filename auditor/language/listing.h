// People as a line lists them, each with what stands beside the name: when they were born ("Kay Marsh, 14/02/2002",
// "Lee (8)", "unborn baby Marsh, due May"), what they are to the child ("mum Jo Marsh", "Zara (half-sister)"), and
// whether nothing but such matter parts them from the one before.
#pragma once

#include <vector>

#include "language/dates.h"
#include "language/names.h"
#include "language/words.h"

namespace language {

// What tells when somebody was born.
struct Born {
  bool date = false;    // a day, or at least a word for it before a number: "b. 2009"
  bool said = false;    // a bracket or a word ("born") says what the date is
  bool age = false;     // a number in an age's place
  bool ahead = false;   // expected: not yet born
  int year = 0;         // of the date; 0 where unknown
  int years = -1;       // of the age
  std::size_t end = 0;  // the first token that is no such matter
  bool told() const { return date || age || ahead; }
};

struct Listed {
  PersonName name;
  Born born;
  bool heads = false;      // first of its line or of the stretch, a number or "Child 2:" aside
  bool grouped = false;    // behind a word for several children: "the twins, born 3 May 2010: Kay and Lee"
  bool follows = false;    // only list matter stands between the person before and this one
  bool sibling = false;    // "and his sister", "and their cousin" stands between the person before and this one
  bool related = false;    // somebody's parent, brother, worker...: the role stands beside the name
  bool brother = false;    // what the role says is that they are a brother or sister
  bool elsewhere = false;  // "(own assessment)": not of this record; related, too
  bool grown = false;      // too old for a child of this record
};

class Births {
 public:
  Births(const Words& words, std::vector<WrittenDate> written);  // written_dates() of the text

  // What stands from the token on; nothing beyond `last` or the end of a line is looked at.
  Born at(std::size_t token, std::size_t last) const;
  // Of age when the record was written, as its latest date tells.
  bool grown(const Born& born) const;
  // "KM (Kay Marsh)": whether the token is the letters by which a record will call who stands in brackets behind them.
  bool declared(std::size_t token) const;
  std::vector<Listed> listed(std::size_t first, std::size_t last, NamePlace place) const;

 private:
  int spaced_date(std::size_t token, std::size_t last) const;
  bool short_age_stands(std::size_t token, std::size_t last) const;
  bool matter(std::size_t token) const;
  bool initials_in_brackets(std::size_t token) const;
  bool small_child(std::size_t token) const;
  const WrittenDate* date_at(std::size_t token) const;
  int year_of(const WrittenDate& date) const;
  bool role_before(const PersonName& name, std::size_t first, bool& brother) const;
  bool belongs_elsewhere(std::size_t from, std::size_t next) const;
  bool role_of_several(const PersonName& name, std::size_t first) const;
  bool role_behind(std::size_t token, std::size_t last, const lexicon::Hit** which) const;
  void ages_of_list(std::vector<Listed>& people, std::size_t last) const;
  void brother_too(Listed& person, const lexicon::Hit* role, std::size_t next) const;
  bool is_old(std::size_t token, std::size_t last) const;
  bool clock(std::size_t token, std::size_t last) const;
  bool earlier_name(const PersonName& name) const;
  bool kin_stands(std::size_t token, std::size_t name) const;
  bool kin_before(std::size_t name) const;
  bool behind_group(std::size_t line, std::size_t name) const;

  const Words& words_;
  std::vector<WrittenDate> dates_;
  int year_ = 0;  // the latest that the record names in a date
  lexicon::ConceptId group_ = 0, earlier_ = 0, adult_ = 0, kin_ = 0;
};

}  // namespace language
