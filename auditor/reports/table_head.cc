#include "reports/table_head.h"

namespace reports {

void table_head(Markup& page, const std::vector<std::pair<const char*, bool>>& columns) {
  page.open("thead").open("tr");
  for (const auto& [name, is_number] : columns)
    page.open("th", is_number ? "n" : "").attribute("scope", "col").text(name).close();
  page.close().close().open("tbody");
}

}  // namespace reports
