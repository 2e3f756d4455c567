#include <cstdio>

#include "base/file.h"
#include "reports/csv.h"
#include "reports/demo.h"
#include "reports/html.h"
#include "reports/html_pages.h"
#include "reports/jsonl.h"
#include "reports/reports.h"
#include "reports/summary.h"

int main(int count, char** arguments) {
  if (count != 2) {
    std::fputs("reports_demo FOLDER\n", stderr);
    return 2;
  }
  using namespace reports_tests;
  reports::Run run = demo_run();
  std::string folder = arguments[1];
  bool ok = base::write_file(folder + "/index.html", written(reports::write_html, run)).ok() &&
            reports::write_record_pages(run, folder).ok() &&
            base::write_file(folder + "/findings.csv", written(reports::write_csv, run)).ok() &&
            base::write_file(folder + "/findings.jsonl", written(reports::write_jsonl, run)).ok();
  std::fputs(reports::summary(reports::overview(run).value(), true).c_str(), stdout);
  std::fputs(reports::show(demo_outcomes().front(), run.facts, true).c_str(), stdout);
  return ok ? 0 : 1;
}
