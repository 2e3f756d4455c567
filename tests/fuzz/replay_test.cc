// Every input that fuzzing began with (the readers' own fixtures among them), grew, or fell over, read once more.
#include <boost/test/unit_test.hpp>
#include <filesystem>

#include "base/file.h"
#include "base/limits.h"
#include "fuzz/formats.h"

BOOST_AUTO_TEST_SUITE(fuzz_replay)

BOOST_AUTO_TEST_CASE(corpora) {
  for (const fuzz::Format& format : fuzz::formats()) {
    BOOST_TEST_CONTEXT(format.name) {
      std::size_t inputs = 0;
      for (const char* parent : {"fixtures/fuzz", "fixtures/readers"}) {
        const std::filesystem::path folder = std::filesystem::path(AUDITOR_SOURCE_DIR) / parent / format.name;
        if (!std::filesystem::is_directory(folder)) continue;
        for (const auto& entry : std::filesystem::directory_iterator(folder)) {
          auto bytes = base::read_file(entry.path(), base::limits::input_bytes);
          BOOST_REQUIRE(bytes.ok());
          BOOST_TEST_CHECKPOINT(entry.path().string());
          fuzz::read(format, bytes.value());
          ++inputs;
        }
      }
      BOOST_TEST(inputs > 0u);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
