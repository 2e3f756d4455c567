// Reads the attributes of one element of a checklist, and knows afterwards which were not asked for: a misspelt name is
// an error with its place, never a rule that silently does something else.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "base/xml.h"

namespace checklist {

// Numbers "3", "0..2", "3..": both ends included.
struct Range {
  std::uint32_t least = 0;
  std::uint32_t most = UINT32_MAX;
  bool holds(std::uint32_t n) const { return least <= n && n <= most; }
};

// "4/5", "1/2", "0.9" as an exact fraction.
struct Fraction {
  std::uint64_t over = 0;
  std::uint64_t under = 1;
};

// What is wrong with an element, at its line and column.
base::Error mistake(const base::xml::Element& element, const std::string& file, std::string message,
                    std::string advice);

class Attributes {
 public:
  // Both must outlive the reader.
  Attributes(const base::xml::Element& element, const std::string& file) : element_(element), file_(file) {}

  std::string text(std::string_view name, std::string_view otherwise = {});
  std::vector<std::string> words(std::string_view name, std::string_view otherwise = {});
  std::optional<bool> yes_no(std::string_view name);
  Range range(std::string_view name, Range otherwise = {});
  Fraction fraction(std::string_view name, Fraction otherwise);
  // The values of `words` looked up in `table`, as bits; all bits where the attribute is absent or "any".
  std::uint32_t choice(std::string_view name, const std::vector<std::pair<std::string_view, std::uint32_t>>& table,
                       std::uint32_t otherwise);

  void fail(std::string message, std::string advice);
  // The first mistake, an attribute that nobody asked for included.
  base::Status finish();

 private:
  const base::xml::Element& element_;
  const std::string& file_;
  std::set<std::string, std::less<>> asked_;
  std::optional<base::Error> error_;
};

// The nearest of some names by edit distance, as advice: "did you mean 'about'?"; empty where none is near.
std::string suggestion(std::string_view wrong, const std::vector<std::string>& right);

}  // namespace checklist
