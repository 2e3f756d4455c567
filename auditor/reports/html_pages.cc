#include "reports/html_pages.h"

#include <sys/stat.h>

#include <cerrno>
#include <cstring>
#include <unordered_map>
#include <vector>

#include "reports/html_record_page.h"
#include "reports/output_file.h"

namespace reports {

std::string page_address(std::size_t number) {
  return "records/" + std::to_string(number) + ".html";
}

namespace {

// The numbers of the records that have pages, in order, and where each path's page is.
struct Numbers {
  std::vector<std::size_t> in_order;
  std::unordered_map<std::string, std::size_t> by_path;
};

base::Result<Numbers> numbers(const Run& run) {
  Numbers out;
  std::size_t place = 0;
  base::Status status = run.each([&](const evaluation::Outcome& outcome) -> base::Status {
    std::size_t number = run.number(++place);
    if (outcome.standing != evaluation::Standing::audited) return base::Done{};
    out.in_order.push_back(number);
    out.by_path.emplace(outcome.path, number);
    return base::Done{};
  });
  if (!status) return status.error();
  return out;
}

RecordPlace place(const Numbers& numbers, std::size_t index) {
  RecordPlace out;
  out.number = numbers.in_order[index];
  out.position = index + 1;
  out.count = numbers.in_order.size();
  if (index > 0) out.previous = numbers.in_order[index - 1];
  if (index + 1 < out.count) out.next = numbers.in_order[index + 1];
  out.number_of = [&numbers](const std::string& path) {
    auto found = numbers.by_path.find(path);
    return found == numbers.by_path.end() ? 0 : found->second;
  };
  return out;
}

}  // namespace

base::Status each_record_page(const Run& run, const std::string& list, const UsePage& use) {
  base::Result<Numbers> all = numbers(run);
  if (!all) return all.error();
  RecordPages pages(run.facts);
  std::size_t index = 0;
  return run.each([&](const evaluation::Outcome& outcome) -> base::Status {
    if (outcome.standing != evaluation::Standing::audited) return base::Done{};
    RecordPlace at = place(all.value(), index++);
    at.list = list;
    return use(at.number, pages.page(outcome, at));
  });
}

base::Status write_record_pages(const Run& run, const std::string& folder) {
  const std::string records = folder + "/records";
  if (::mkdir(records.c_str(), 0700) != 0 && errno != EEXIST) {
    return base::Error{
        base::ErrorCode::unreadable,    records, 0, 0, std::string("cannot be made: ") + std::strerror(errno),
        "give another place with --out"};
  }
  return each_record_page(run, RecordPlace().list, [&](std::size_t number, const std::string& page) -> base::Status {
    base::Result<OutputFile> file = OutputFile::create(folder + "/" + page_address(number));
    if (!file) return file.error();
    if (base::Status status = file.value().write(page); !status) return status;
    return file.value().finish();
  });
}

}  // namespace reports
