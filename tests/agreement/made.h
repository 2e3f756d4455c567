// Audits and people's ratings in few words, for tests.
#pragma once

#include <string>
#include <vector>

#include "agreement/audit.h"

// 'm' met, 'p' partly, 'n' not met, '-' does not apply.
evaluation::Rating rating(char letter);
char letter(evaluation::Rating rating);

// Items CV1, CV2 (dimension CV) and RA1 (RA); a record for each word, which holds the auditor's ratings of the three in
// letters, '.' where the item was not asked. Records are exports/1.docx and so on, with numbers from 1.
agreement::Audit audit(const std::string& records);

// Ratings of `item` by the rater: a letter for each record, '.' for none.
std::vector<agreement::Given> given(std::size_t item, const std::string& rater, const std::string& letters);
std::vector<agreement::Given> operator+(std::vector<agreement::Given> a, const std::vector<agreement::Given>& b);
