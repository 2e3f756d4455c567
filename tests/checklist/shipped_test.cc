#include "checklist/shipped.h"

#include <boost/test/unit_test.hpp>
#include <filesystem>

#include "base/file.h"
#include "base/limits.h"
#include "base/sha256.h"
#include "base/xml.h"

BOOST_AUTO_TEST_SUITE(shipped)

namespace fs = std::filesystem;

BOOST_AUTO_TEST_CASE(every_file_is_as_the_schema_says) {
  const fs::path folder = fs::path(AUDITOR_SOURCE_DIR) / "checklists";
  const std::string schema = base::read_file(folder / "checklist.rng", base::limits::checklist_bytes).value();
  BOOST_TEST(checklist::is_shipped(base::sha256(schema)));
  std::size_t files = 0;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().extension() != ".xml") continue;
    const std::string bytes = base::read_file(entry.path(), base::limits::checklist_bytes).value();
    if (!checklist::is_shipped(base::sha256(bytes))) continue;  // limits, manifests
    ++files;
    const base::Status valid = base::xml::validate(bytes, entry.path().string(), schema, "checklist.rng");
    BOOST_TEST(valid.ok(), entry.path().string() + ": " + (valid ? "" : valid.error().one_line()));
  }
  BOOST_TEST(files > 20U);
}

BOOST_AUTO_TEST_CASE(a_changed_file_is_none_of_them) {
  const fs::path file = fs::path(AUDITOR_SOURCE_DIR) / "checklists" / "calendar.xml";
  const std::string bytes = base::read_file(file, base::limits::checklist_bytes).value();
  BOOST_TEST(!checklist::is_shipped(base::sha256(bytes + "\n")));
}

BOOST_AUTO_TEST_SUITE_END()
