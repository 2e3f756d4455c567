#include "reports/html_pages.h"

#include <sys/stat.h>

#include <cerrno>
#include <cstring>

#include "reports/assets.h"
#include "reports/html_head.h"
#include "reports/html_parts.h"
#include "reports/html_record.h"
#include "reports/output_file.h"

namespace reports {

std::string page_address(std::size_t number) {
  return "records/" + std::to_string(number) + ".html";
}

std::string record_page(const evaluation::Outcome& outcome, std::size_t number, const store::RunFacts& facts) {
  Markup page;
  page_head(page, "Record " + std::to_string(number), {&base_style, &record_style}, nullptr);
  page.open("body").open("header").open("p").open("a").attribute("href", "../index.html").text("Overview");
  page.close().close().foreign("h1", outcome.path, "path").close().open("main");
  record_part(page, outcome, facts);
  page.close().open("footer");
  page.element("p", "This page holds quotations from records about children. Keep it as safe as the records.");
  page.close().close().close();
  return page.drain();
}

base::Status write_record_pages(const Run& run, const std::string& folder) {
  const std::string records = folder + "/records";
  if (::mkdir(records.c_str(), 0700) != 0 && errno != EEXIST) {
    return base::Error{
        base::ErrorCode::unreadable,    records, 0, 0, std::string("cannot be made: ") + std::strerror(errno),
        "give another place with --out"};
  }
  std::size_t number = 0;
  return run.each([&](const evaluation::Outcome& outcome) -> base::Status {
    ++number;
    if (outcome.standing != evaluation::Standing::audited) return base::Done{};
    base::Result<OutputFile> file = OutputFile::create(folder + "/" + page_address(number));
    if (!file) return file.error();
    if (base::Status status = file.value().write(record_page(outcome, number, run.facts)); !status) return status;
    return file.value().finish();
  });
}

}  // namespace reports
