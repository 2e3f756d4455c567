// The words that every view of agreement uses.
#pragma once

#include <string>
#include <vector>

#include "reports/agreement.h"

namespace reports {

// "Auditor with people", "Auditor with Ann Lee", "People with one another", "Ann Lee with Bo".
std::string words_for(const agreement::Pairing& pairing);
// "auditor_and_people", "auditor_and_person", "people", "two_people".
const char* name_of(agreement::Pairing::Kind kind);

// "0.71 (0.58 to 0.83)"; without an interval "0.71"; a dash where there is no figure.
std::string coefficient_words(const agreement::Coefficient& coefficient);
// "76% (71 to 80%)" and a dash where there are no pairs.
std::string same_words(const agreement::Figures& figures);
// "40%, corrected 47% (30 to 65%)"; the correction left out where it was refused.
std::string share_words(const agreement::Share& share);

// What is to be known before a figure is quoted; a sentence each.
std::vector<std::string> agreement_notes();
// "2 people rated 30 records (840 ratings); 15 records were rated by two or more."
std::string agreement_summary(const Agreement& agreement);

}  // namespace reports
