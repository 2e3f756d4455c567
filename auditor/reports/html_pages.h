// The pages beside index.html: records/<number>.html, one for each record that was audited.
#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "base/result.h"
#include "reports/view.h"

namespace reports {

// Where the page of the record with that number (its place in the run, from 1) stands, seen from index.html.
std::string page_address(std::size_t number);

using UsePage = std::function<base::Status(std::size_t number, const std::string& page)>;
// Every record's page, one at a time. `list` is the address, seen from a page, of what lists the records.
base::Status each_record_page(const Run& run, const std::string& list, const UsePage& use);

// Makes `folder`/records (mode 0700) where it isn't there, and writes every page into it.
base::Status write_record_pages(const Run& run, const std::string& folder);

}  // namespace reports
