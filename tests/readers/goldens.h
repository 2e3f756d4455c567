// Golden files of the readers: fixtures/readers/<format>/x and what document::dump makes of it, x.dump.
#pragma once

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/file.h"
#include "base/limits.h"
#include "base/result.h"
#include "document/dump.h"

// Reads every fixture of the folder that ends in `extension` and compares it with its golden file.
inline void check_goldens(const std::string& folder, const std::string& extension,
                          base::Result<document::Document> (*reader)(std::string_view, const std::string&)) {
  std::vector<std::filesystem::path> inputs;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::string(AUDITOR_SOURCE_DIR) + "/fixtures/readers/" + folder)) {
    if (entry.path().extension() == extension) inputs.push_back(entry.path());
  }
  std::sort(inputs.begin(), inputs.end());
  BOOST_TEST(!inputs.empty());
  for (const std::filesystem::path& input : inputs) {
    BOOST_TEST_CONTEXT(input.filename().string()) {
      auto bytes = base::read_file(input, base::limits::input_bytes);
      auto golden = base::read_file(input.string() + ".dump", base::limits::input_bytes);
      BOOST_TEST_REQUIRE(bytes.ok());
      BOOST_TEST_REQUIRE(golden.ok());
      auto document = reader(bytes.value(), input.filename().string());
      BOOST_TEST_REQUIRE(document.ok());
      BOOST_TEST(document::dump(document.value()) == golden.value());
    }
  }
}
