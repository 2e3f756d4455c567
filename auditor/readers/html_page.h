// A page of HTML, decoded, into a document that may hold other pages too: those of a web archive, a mail's body.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "document/builder.h"

namespace readers::html {

struct Page {
  std::vector<std::string> frames;  // addresses of the pages that its frames show, in order; never fetched here
};

// Adds what a person would read of the page. Refuses an element with more attributes than base/limits.h allows.
// `margin` names the one header or footer to read of a file that holds those of a Word document (header.htm), by its
// id; empty for everything.
base::Result<Page> read_page(std::string page, const std::string& name, document::Builder& builder,
                             std::string_view margin = {});

// The headers or footers that a Word document's page says it shows, by their ids in header.htm, in order.
struct Margins {
  std::vector<std::string> headers;
  std::vector<std::string> footers;
};
Margins margins_of(std::string_view page);

}  // namespace readers::html
