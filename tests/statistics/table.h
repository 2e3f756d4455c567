// The figures of fixtures/statistics, which reference.py made: one row of numbers a line, the head left out.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "statistics/agreement.h"

// Each field holds the numbers in it, several where they are parted by spaces; none where it is empty.
using Row = std::vector<std::vector<double>>;
std::vector<Row> table(const std::string& name);

statistics::Confusion confusion(const Row& row);
