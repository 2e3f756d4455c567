// Every input that fuzzing began with, grew, or fell over, read once more.
#include <boost/test/unit_test.hpp>
#include <filesystem>

#include "base/file.h"
#include "base/limits.h"
#include "fuzz/formats.h"

BOOST_AUTO_TEST_SUITE(fuzz_replay)

BOOST_AUTO_TEST_CASE(corpora) {
  for (const fuzz::Format& format : fuzz::formats()) {
    const std::filesystem::path folder = std::filesystem::path(AUDITOR_SOURCE_DIR) / "fixtures/fuzz" / format.name;
    BOOST_TEST_CONTEXT(folder.string()) {
      std::size_t inputs = 0;
      BOOST_REQUIRE(std::filesystem::is_directory(folder));
      for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        auto bytes = base::read_file(entry.path(), base::limits::input_bytes);
        BOOST_REQUIRE(bytes.ok());
        BOOST_TEST_CHECKPOINT(entry.path().string());
        fuzz::read(format, bytes.value());
        ++inputs;
      }
      BOOST_TEST(inputs > 0u);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
