// How far people and the auditor agree, shown: at the terminal, as tables, as JSON and as a page to print. None of them
// computes a figure.
#pragma once

#include <string>
#include <vector>

#include "agreement/differences.h"
#include "agreement/figures.h"
#include "agreement/reliance.h"
#include "agreement/share.h"
#include "store/store.h"

namespace reports {

struct Agreement {
  store::RunFacts facts;
  agreement::Audit audit;
  agreement::Counted counted;
  std::vector<agreement::Judgement> judgements;  // in the order of the audit's items
  std::vector<agreement::ItemShares> shares;     // likewise
  std::vector<agreement::Difference> differences;
};

// `colour`: with SGR sequences. Without the records' or raters' own words beyond names and paths.
std::string agreement_text(const Agreement& agreement, bool colour);

// agreement.csv: a row for each two raters and scope (all, a dimension, an item) with every figure, its interval and n,
// and the counts that they are made from.
std::string agreement_csv(const Agreement& agreement);
// differences.csv: a row for each item of a record that raters differ over, with what each rests on.
std::string differences_csv(const Agreement& agreement);
// agreement.json: all of it in one object.
std::string agreement_json(const Agreement& agreement);
// agreement.html: a page of its own.
std::string agreement_html(const Agreement& agreement);

// What each column of agreement.csv means, for --help.
std::string agreement_csv_columns();

}  // namespace reports
