#include "reports/rating_sheet.h"

#include "agreement/headings.h"
#include "reports/csv.h"

namespace reports {
namespace {

using agreement::Heading;

std::string row(std::initializer_list<std::string> values) {
  std::string out;
  for (const std::string& value : values) out += csv_value(value) + ",";
  out.back() = '\r';
  return out + "\n";
}

}  // namespace

std::string rating_csv(const RatingSheet& sheet) {
  std::string out = "\uFEFF" + row({Heading::number, Heading::document, Heading::item, Heading::question,
                                    Heading::rating, Heading::comment, Heading::name, Heading::key_run,
                                    Heading::key_checklist, Heading::key_document});
  for (std::size_t place : sheet.records) {
    const agreement::Record& record = sheet.audit.records[place];
    for (std::size_t i = 0; i < sheet.audit.items.size(); ++i) {
      if (!record.ratings[i]) continue;
      const agreement::Item& item = sheet.audit.items[i];
      out += row({std::to_string(record.number), record.path, item.id, item.question, "", "", sheet.rater,
                  sheet.facts.finished, sheet.audit.sum_of(record.checklist), record.sha256});
    }
  }
  return out;
}

}  // namespace reports
