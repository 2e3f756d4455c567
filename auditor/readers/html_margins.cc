// Word's page set-up in a style sheet: @page Section1 {mso-header:url("x_files/header.htm") h1; mso-title-page:yes;
// ...}
#include <algorithm>

#include "base/utf8.h"
#include "readers/html_page.h"

namespace readers::html {
namespace {

constexpr std::size_t most_margins = 100;

// The id behind the url() in a property's value.
std::string id_of(std::string_view value) {
  const std::size_t close = value.rfind(')');
  return close == std::string_view::npos ? std::string() : std::string(base::trimmed(value.substr(close + 1)));
}

void add(std::vector<std::string>& ids, std::string id) {
  const bool known = std::find(ids.begin(), ids.end(), id) != ids.end();
  if (!id.empty() && !known && ids.size() < most_margins) ids.push_back(std::move(id));
}

void take(std::string_view rules, Margins& margins) {
  const bool title_page = rules.find("mso-title-page:yes") != std::string_view::npos;
  const bool facing = rules.find("mso-facing-pages:yes") != std::string_view::npos;
  while (!rules.empty()) {
    const std::size_t end = rules.find(';');
    std::string_view one = base::trimmed(rules.substr(0, end));
    rules = end == std::string_view::npos ? std::string_view() : rules.substr(end + 1);
    const std::size_t colon = one.find(':');
    if (colon == std::string_view::npos) continue;
    std::string_view name = base::trimmed(one.substr(0, colon));
    const bool shown = name == "mso-header" || name == "mso-footer" ||
                       (title_page && (name == "mso-first-header" || name == "mso-first-footer")) ||
                       (facing && (name == "mso-even-header" || name == "mso-even-footer"));
    if (shown) add(name.ends_with("header") ? margins.headers : margins.footers, id_of(one.substr(colon + 1)));
  }
}

}  // namespace

Margins margins_of(std::string_view page) {
  Margins margins;
  for (std::size_t at = page.find("@page"); at != std::string_view::npos; at = page.find("@page", at)) {
    const std::size_t open = page.find('{', at);
    if (open == std::string_view::npos) break;
    const std::size_t close = page.find('}', open);
    if (close == std::string_view::npos) break;
    take(page.substr(open + 1, close - open - 1), margins);
    at = close;
  }
  return margins;
}

}  // namespace readers::html
