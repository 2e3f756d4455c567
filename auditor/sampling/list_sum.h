// The sum over a list's rows by which a change is found.
#pragma once

#include <string>
#include <vector>

namespace sampling {

struct SummedRow {
  std::size_t order = 0;
  bool reserve = false;
  std::string stratum, path;
};

// SHA-256 of the rows in order of their order, however they stand in the file.
std::string list_sum(std::vector<SummedRow> rows);

}  // namespace sampling
