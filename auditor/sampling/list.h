// The list of a sample: who is to be audited, in which order, who stands in reserve, and how it was drawn. People open
// it in a spreadsheet, mark what is unfit, and give it to the audit. As private as the records.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "sampling/draw.h"
#include "sampling/method.h"

namespace sampling {

// CSV. A row for each record drawn and in reserve: use (drawn, reserve), order (from 1), stratum, path, child,
// stands_for, unfit (empty: for people to say why a record can't be used), then what the frame tells. Behind them the
// method: rows of `method` are the statement's words (the term under stratum, the words under path), rows of `fact`
// what the program needs to say them again, with a sum over the rows above that tells whether they were changed. No
// value looks like a date or a long number, which spreadsheets would write in their own way.
std::string list_csv(const Sample& sample);

// The same as one JSON object, with every record that could be drawn.
std::string list_json(const Sample& sample);

// A row of a spreadsheet; the number is what it shows beside it.
struct Row {
  std::uint32_t number = 0;
  std::vector<std::string> cells;
};

struct Listed {
  std::string path, child;
  std::size_t stratum = 0;  // place in Method::strata
};

// A list as it is to be audited.
struct List {
  Method method;
  Use use;
  std::vector<Listed> records;  // drawn and not unfit, in order; then those that replace the unfit from the reserve
};

// Reads what list_csv() wrote and people have filled in, whatever their spreadsheet did to the columns' order, quotes
// and letters' case. Bad_argument names the row where something is missing or not understood. `name`: of the file.
base::Result<List> read_list(const std::vector<Row>& rows, const std::string& name);

}  // namespace sampling
