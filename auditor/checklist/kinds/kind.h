// A kind of evidence that checklists can ask for. One file per kind makes queries from an element; table.cc lists them.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/xml.h"
#include "checklist/attributes.h"
#include "checklist/query.h"
#include "checklist/timeliness.h"
#include "lexicon/lexicon.h"

namespace checklist::kinds {

// What a kind needs while it is compiled.
struct Compiling {
  const std::string& file;
  const lexicon::Lexicon& lexicon;
  const std::map<std::string, QueryPointer>& lets;  // named queries of the item
  const std::vector<TimeLimit>& limits;             // of the program; they outlive the queries
  // Compiles any element; combinations use it for their parts.
  std::function<base::Result<QueryPointer>(const base::xml::Element&)> compile;
};

struct Kind {
  std::string_view element;  // "statement"
  std::string_view about;    // one sentence for the manual
  base::Result<QueryPointer> (*make)(const base::xml::Element&, const Compiling&);
};

const std::vector<Kind>& table();

// One per file.
base::Result<QueryPointer> make_statement(const base::xml::Element&, const Compiling&);
base::Result<QueryPointer> make_linked(const base::xml::Element&, const Compiling&);
base::Result<QueryPointer> make_field(const base::xml::Element&, const Compiling&);
base::Result<QueryPointer> make_tick(const base::xml::Element&, const Compiling&);
base::Result<QueryPointer> make_mark(const base::xml::Element&, const Compiling&);
base::Result<QueryPointer> make_characteristic(const base::xml::Element&, const Compiling&);
base::Result<QueryPointer> make_contribution(const base::xml::Element&, const Compiling&);
base::Result<QueryPointer> make_action(const base::xml::Element&, const Compiling&);
base::Result<QueryPointer> make_seen(const base::xml::Element&, const Compiling&);
base::Result<QueryPointer> make_seen_within(const base::xml::Element&, const Compiling&);
base::Result<QueryPointer> make_decision(const base::xml::Element&, const Compiling&);
base::Result<QueryPointer> make_feedback(const base::xml::Element&, const Compiling&);
base::Result<QueryPointer> make_children(const base::xml::Element&, const Compiling&);
base::Result<QueryPointer> make_timeliness(const base::xml::Element&, const Compiling&);
base::Result<QueryPointer> make_doubtful_date(const base::xml::Element&, const Compiling&);
base::Result<QueryPointer> make_missing(const base::xml::Element&, const Compiling&);
base::Result<QueryPointer> make_contradiction(const base::xml::Element&, const Compiling&);
base::Result<QueryPointer> make_wrong_name(const base::xml::Element&, const Compiling&);
base::Result<QueryPointer> make_type(const base::xml::Element&, const Compiling&);
base::Result<QueryPointer> make_all(const base::xml::Element&, const Compiling&);
base::Result<QueryPointer> make_any(const base::xml::Element&, const Compiling&);
base::Result<QueryPointer> make_none(const base::xml::Element&, const Compiling&);
base::Result<QueryPointer> make_count(const base::xml::Element&, const Compiling&);
base::Result<QueryPointer> make_share(const base::xml::Element&, const Compiling&);
base::Result<QueryPointer> make_each_child(const base::xml::Element&, const Compiling&);
base::Result<QueryPointer> make_use(const base::xml::Element&, const Compiling&);

}  // namespace checklist::kinds
