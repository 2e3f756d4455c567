#include "statistics/table.h"

#include <boost/test/unit_test.hpp>
#include <fstream>
#include <sstream>

std::vector<Row> table(const std::string& name) {
  std::ifstream file(std::string(AUDITOR_SOURCE_DIR) + "/fixtures/statistics/" + name);
  BOOST_REQUIRE_MESSAGE(file, "no table " << name);
  std::vector<Row> out;
  std::string line;
  std::getline(file, line);
  while (std::getline(file, line)) {
    Row row;
    std::stringstream fields(line + ",");
    for (std::string field; std::getline(fields, field, ',');) {
      std::stringstream numbers(field);
      row.emplace_back();
      for (double number = 0; numbers >> number;) row.back().push_back(number);
    }
    out.push_back(std::move(row));
  }
  BOOST_REQUIRE(out.size() > 10);
  return out;
}

statistics::Confusion confusion(const Row& row) {
  auto categories = static_cast<std::size_t>(row[0][0]);
  statistics::Confusion out(categories);
  for (std::size_t i = 0; i < row[1].size(); ++i) {
    out.add(i / categories, i % categories, static_cast<std::size_t>(row[1][i]));
  }
  return out;
}
