// Every kind, one line each. Elements are matched by name; the manual is written from this table.
#include "checklist/kinds/kind.h"

namespace checklist::kinds {

const std::vector<Kind>& table() {
  static const std::vector<Kind> kinds = {
      {"statement", "A sentence or clause: who says or does what, about whom.", make_statement},
      {"linked", "Two statements near each other, joined by a cue.", make_linked},
      {"field", "A label or column and what is filled in.", make_field},
      {"tick", "A box and whether it is ticked.", make_tick},
      {"mark", "Words of a concept, wherever they stand.", make_mark},
      {"characteristic", "A child's ethnicity, religion, language or disability with a real value.",
       make_characteristic},
      {"contribution", "An agency or professional and what came of asking.", make_contribution},
      {"action", "Something that somebody is to do after the assessment.", make_action},
      {"seen", "A subject child seen for the assessment.", make_seen},
      {"seen-within", "Working days until a subject child was first seen, against a limit.", make_seen_within},
      {"decision", "What a manager wrote.", make_decision},
      {"feedback", "That the referrer was told the outcome, or is to be.", make_feedback},
      {"children", "How many subject children there are.", make_children},
      {"type", "The type of the record.", make_type},
      {"timeliness", "Working days from start to completion against the limit.", make_timeliness},
      {"doubtful-date", "A date that is impossible or does not fit.", make_doubtful_date},
      {"contradiction", "Two statements of fact that cannot both hold.", make_contradiction},
      {"wrong-name", "A child called by a name that is nobody's in the record.", make_wrong_name},
      {"missing", "A field that is blank and should not be.", make_missing},
      {"all", "Every part holds.", make_all},
      {"any", "One part at least holds.", make_any},
      {"none", "No part holds.", make_none},
      {"count", "How many of the parts' finds there are.", make_count},
      {"share", "The share of the first part's finds that the second finds.", make_share},
      {"each-child", "The part holds for every subject child, or for some.", make_each_child},
      {"use", "A query that <let> named.", make_use},
  };
  return kinds;
}

}  // namespace checklist::kinds
