// What a council's list or statutory return says of one piece of work, as plain values that own their text.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace manifest {

// Where something stands in a list or return.
struct Place {
  std::string file;          // as the user gave it
  std::uint32_t line = 0;    // from 1; 0 where unknown
  std::uint32_t column = 0;  // of a CSV: which of its columns, from 1; of XML: 0, its parser counts lines only
};
// "list4.csv, line 14", for people.
std::string in_words(const Place& place);

// One piece of work on one child, as a list or return tells it: an assessment, a section 47 enquiry, a referral, a
// supervision. Days are "2009-10-13", empty where not given.
struct Case {
  std::string document;     // path or file name of its record; empty where the list has none
  std::string child;        // the child's ID (LAchildID, "Child Unique ID")
  std::string referral_id;  // what tells two referrals of one child apart (source place where the list has no ID)
  std::string team, worker, manager;
  // The checklist's name of a type: "initial_assessment", "core_assessment", "single_assessment", "s47_enquiry",
  // "referral", "case_supervision", ...; empty where nothing tells it.
  std::string type;
  std::string referral;    // day of the referral (CINreferralDate)
  std::string start;       // the work began (AssessmentActualStartDate, S47ActualStartDate)
  std::string review;      // AssessmentInternalReviewDate
  std::string child_seen;  // a list's column; the census has none
  std::string completed;   // authorised (AssessmentAuthorisationDate); for a section 47 enquiry the conference's day
  std::string closed;      // CINclosureDate of the referral
  std::string born;        // PersonBirthDate
  std::string ethnicity, disability;  // codes as given
  std::vector<std::string> factors;   // codes as given: "3A"
  bool no_conference = false;         // ICPCnotRequired
  Place place;                        // where it stands
  std::string seen = {};  // "yes" or "no" where a list says that of the child's being seen; "yes" with every child_seen
};

}  // namespace manifest
