#include <sys/stat.h>

#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <filesystem>

#include "base/file.h"
#include "reports/csv.h"
#include "reports/demo.h"
#include "reports/html.h"
#include "reports/html_record_page.h"
#include "reports/jsonl.h"
#include "reports/reports.h"
#include "reports/summary.h"
#include "reports/workbook.h"

namespace reports_tests {
namespace {

namespace views = ::reports;

struct StoredRun {
  StoredRun() {
    std::string pattern = (std::filesystem::temp_directory_path() / "reports-XXXXXX").string();
    folder = ::mkdtemp(pattern.data());
    auto store = store::Store::create(folder + "/run.db", true);
    BOOST_REQUIRE(store.ok());
    for (const auto& outcome : demo_outcomes()) BOOST_REQUIRE(store.value().take(outcome).ok());
    BOOST_REQUIRE(store.value().finish(demo_facts()).ok());
  }
  ~StoredRun() { std::filesystem::remove_all(folder); }

  std::string folder;
};

BOOST_AUTO_TEST_SUITE(reports)

BOOST_AUTO_TEST_CASE(write_makes_of_a_stored_run_what_the_writers_make_of_the_outcomes) {
  StoredRun run;
  auto store = store::Store::open(run.folder + "/run.db");
  BOOST_REQUIRE(store.ok());
  for (const std::string& format : views::formats()) {
    base::Status status = views::write(format, store.value(), run.folder);
    BOOST_TEST(status.ok(), (status.ok() ? "" : status.error().one_line()));
  }
  auto file = [&](const char* name) { return base::read_file(run.folder + "/" + name, 1u << 24).value(); };
  BOOST_TEST(file("findings.jsonl") == written(views::write_jsonl, demo_run()));
  BOOST_TEST(file("findings.csv") == written(views::write_csv, demo_run()));
  BOOST_TEST(file("index.html") == written(views::write_html, demo_run()));
  BOOST_TEST(file("records/9.html") == views::RecordPages(demo_facts()).page(demo_outcomes()[8], {9, 8, 0, 9, 9, {}}));
  BOOST_TEST(!std::filesystem::exists(run.folder + "/records/10.html"));  // refused
  BOOST_TEST(file("run.json") == views::run_json({demo_facts(), {}}, {9, 2, 1, 1}));
#ifdef AUDITOR_XLSX
  BOOST_TEST(views::write_workbook(demo_run(), run.folder + "/of-outcomes.xlsx").ok());
  BOOST_TEST((file("findings.xlsx") == file("of-outcomes.xlsx")));
#endif
  BOOST_TEST(views::summary(store.value(), false).value() ==
             views::summary(views::overview(demo_run()).value(), false));
  for (const auto& [name, mode] : {std::pair("/index.html", 0600u), {"/records", 0700u}, {"/records/1.html", 0600u}}) {
    struct stat facts {};
    BOOST_REQUIRE(::stat((run.folder + name).c_str(), &facts) == 0);
    BOOST_TEST((facts.st_mode & 0777) == mode, name);
  }
}

BOOST_AUTO_TEST_CASE(write_refuses_a_format_that_is_not_there) {
  StoredRun run;
  auto store = store::Store::open(run.folder + "/run.db");
  BOOST_REQUIRE(store.ok());
  base::Status status = views::write("docx", store.value(), run.folder);
  BOOST_REQUIRE(!status.ok());
  BOOST_TEST((status.error().code == base::ErrorCode::bad_argument));
  BOOST_TEST(views::write("html", store.value(), run.folder + "/nowhere").ok() == false);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace reports_tests
