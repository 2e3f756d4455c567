// Every item with its ratings: a bar, and the numbers beside it.
#include "reports/html_parts.h"
#include "reports/words.h"

namespace reports {
namespace {

using evaluation::Rating;

std::size_t unsure_in(const Overview& all, std::size_t item) {
  std::size_t out = 0;
  for (const Brief& record : all.documents) out += record.items[item].unsure ? 1u : 0u;
  return out;
}

void item_row(Markup& page, const Overview& all, std::size_t at) {
  const ItemTally& item = all.items[at];
  page.open("tr").open("th").attribute("scope", "row").element("b", item.id).text(" " + item.question).close();
  page.open("td", "b");
  if (item.applies() > 0) rating_bar(page, item.ratings);
  page.close();
  for (Rating rating : {Rating::not_met, Rating::partly, Rating::met, Rating::not_applicable}) {
    page.open("td", "n");
    figure(page, item.ratings[static_cast<std::size_t>(rating)], asked("item", item.id + ":" + name_of(rating)));
    page.close();
  }
  page.element("td", item.applies() == 0 ? "\u2013" : share_words(item.ratings[2], item.applies()), "n nobreak");
  page.open("td", "n");
  figure(page, unsure_in(all, at), asked("item", item.id + ":unsure"));
  page.close().close();
}

}  // namespace

void items_part(Markup& page, const Overview& all) {
  if (all.items.empty()) return;
  section(page, "items", "Every item");
  page.element("p",
               "Met: the share of the records to which the item applies. In brackets, where that share may lie in all "
               "work of this kind, were these records drawn from it at random (95% interval, Wilson).",
               "note");
  page.open("div", "scroll").attribute("role", "region").attribute("aria-labelledby", "items-h");
  page.attribute("tabindex", "0").open("table", "lines tally").attribute("aria-labelledby", "items-h");
  page.open("thead").open("tr").open("th").attribute("scope", "col").text("Item").close().open("td", "b").close();
  for (const char* head : {"Not met", "Partly", "Met", "n/a", "Met where it applies", "Unsure"}) {
    page.open("th", "n").attribute("scope", "col").text(head).close();
  }
  page.close().close();
  for (const DimensionTally& dimension : all.dimensions) {
    page.open("tbody").open("tr", "group").open("th").attribute("scope", "rowgroup").attribute("colspan", "8");
    page.text(dimension.title.empty() ? dimension.id : dimension.title).close().close();
    for (std::size_t i = 0; i < all.items.size(); ++i) {
      if (all.items[i].dimension == dimension.id) item_row(page, all, i);
    }
    page.close();
  }
  page.close().close().close();
}

}  // namespace reports
