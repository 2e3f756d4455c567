// Documents by items: a cell for each rating. Of a larger run, first what teams (or types) have in common, then the
// records that need attention first.
#include <cmath>
#include <map>

#include "reports/html_parts.h"
#include "reports/words.h"

namespace reports {
namespace {

using evaluation::Rating;

constexpr std::size_t kGroups = 60;

// The columns: the items of each dimension of a checklist in turn.
std::vector<std::size_t> columns(const Overview& all, const std::string& checklist) {
  std::vector<std::size_t> out;
  for (const DimensionTally& dimension : all.dimensions) {
    if (dimension.checklist != checklist) continue;
    for (std::size_t i = 0; i < all.items.size(); ++i) {
      if (all.items[i].dimension == dimension.id) out.push_back(i);
    }
  }
  return out;
}

void heads(Markup& page, const Overview& all, const std::string& checklist, const char* rows) {
  page.open("thead").open("tr").open("td").close();
  for (const DimensionTally& dimension : all.dimensions) {
    if (dimension.checklist != checklist) continue;
    std::size_t wide = 0;
    for (const ItemTally& item : all.items) wide += item.dimension == dimension.id ? 1u : 0u;
    if (wide == 0) continue;
    page.open("th", "first").attribute("scope", "colgroup").attribute("colspan", wide);
    page.text(dimension.title.empty() ? dimension.id : dimension.title).close();
  }
  page.close().open("tr").open("th").attribute("scope", "col").text(rows).close();
  std::string before;
  for (std::size_t at : columns(all, checklist)) {
    const ItemTally& item = all.items[at];
    page.open("th", item.dimension == before ? "" : "first")
        .attribute("scope", "col")
        .attribute("title", item.question);
    page.text(item.own_id).close();
    before = item.dimension;
  }
  page.close().close();
}

void open_table(Markup& page, const char* what) {
  page.open("div", "scroll").attribute("role", "region").attribute("aria-label", what).attribute("tabindex", "0");
  page.open("table", "heat").attribute("aria-label", what);
}

// Cells are for the mouse: by keyboard the record's page is a link away, with every item on it.
void record_row(Markup& page, const Overview& all, const Brief& record) {
  page.open("tr").attribute("data-d", record.number).open("th").attribute("scope", "row");
  record_link(page, all, record.number, record.path);
  page.close();
  std::string before;
  for (std::size_t at : columns(all, all.checklists[record.checklist].id)) {
    const Rated& rated = record.items[at];
    const std::string& dimension = all.items[at].dimension;
    std::string classes = dimension == before ? "" : "first ";
    before = dimension;
    if (!rated.rating) {
      page.open("td", classes).close();
      continue;
    }
    page.open("td", classes + "h" + std::to_string(static_cast<int>(*rated.rating))).open("a");
    page.attribute("href", item_address(record.number, all.items[at].own_id)).attribute("tabindex", "-1");
    page.text(std::string(letters_for(*rated.rating)) + (rated.unsure ? "?" : "")).close().close();
  }
  page.close();
}

struct Group {
  std::size_t records = 0;
  std::vector<std::size_t> met, applies;  // by item
};

// A share of met ratings in four steps, so that a pattern shows; the number stands in the cell.
std::string shade(std::size_t met, std::size_t applies) {
  double share = static_cast<double>(met) / static_cast<double>(applies);
  return share >= 0.75 ? "s3" : share >= 0.5 ? "s2" : share >= 0.25 ? "s1" : "s0";
}

void groups(Markup& page, const Overview& all, std::size_t checklist) {
  bool teams = !all.teams.empty();
  std::map<std::string, Group> found;
  for (const Brief& record : all.documents) {
    if (record.checklist != checklist) continue;
    Group& group = found[teams ? record.team : record.type];
    ++group.records;
    group.met.resize(all.items.size());
    group.applies.resize(all.items.size());
    for (std::size_t i = 0; i < all.items.size(); ++i) {
      const auto& rating = record.items[i].rating;
      if (!rating || rating == Rating::not_applicable) continue;
      ++group.applies[i];
      group.met[i] += rating == Rating::met ? 1u : 0u;
    }
  }
  page.element("p",
               std::string("By ") + (teams ? "team" : "type") +
                   ": the share of records in which each item is met, in per cent of those it applies to.",
               "note");
  open_table(page, teams ? "Share met by team and item" : "Share met by type and item");
  heads(page, all, all.checklists[checklist].id, teams ? "Team" : "Type");
  page.open("tbody");
  std::size_t listed = 0;
  for (const auto& [name, group] : found) {
    if (++listed > kGroups) break;
    page.open("tr").open("th").attribute("scope", "row");
    std::string shown = teams ? (name.empty() ? "No team told" : name) : type_words(name);
    page.open("span").attribute("dir", "auto").text(shown + " ").close();
    figure(page, group.records, asked(teams ? "team" : "type", name.empty() ? "-" : name));
    page.close();
    std::string before;
    for (std::size_t at : columns(all, all.checklists[checklist].id)) {
      std::string classes = all.items[at].dimension == before ? "" : "first ";
      before = all.items[at].dimension;
      if (group.applies[at] == 0) {
        page.element("td", "\u2013", classes);
        continue;
      }
      double share = 100.0 * static_cast<double>(group.met[at]) / static_cast<double>(group.applies[at]);
      page.element("td", std::to_string(std::lround(share)), classes + shade(group.met[at], group.applies[at]));
    }
    page.close();
  }
  page.close().close().close();
  if (found.size() > kGroups) {
    page.element("p", "The first " + std::to_string(kGroups) + " of " + std::to_string(found.size()) + ".", "note");
  }
}

// The records that one checklist rated.
void checklist_part(Markup& page, const Overview& all, std::size_t checklist) {
  std::vector<const Brief*> records = by_need(all);
  std::erase_if(records, [&](const Brief* record) { return record->checklist != checklist; });
  if (all.checklists.size() > 1) page.element("h3", all.checklists[checklist].title);
  bool many = records.size() > listed_at_most;
  if (many) {
    groups(page, all, checklist);
    page.element("p",
                 "Below: the " + std::to_string(listed_at_most) + " of " + std::to_string(records.size()) +
                     " records that need attention first; the list at the end has all.",
                 "note");
    records.resize(listed_at_most);
  } else {
    page.element("p", "The records that need attention first stand at the top.", "note");
  }
  rating_key(page);
  open_table(page, "Ratings by record and item");
  heads(page, all, all.checklists[checklist].id, "Record");
  page.open("tbody");
  for (const Brief* record : records) record_row(page, all, *record);
  page.close().close().close();
}

}  // namespace

void heat_part(Markup& page, const Overview& all) {
  if (all.documents.empty() || all.items.empty()) return;
  section(page, "heat", "Records by items");
  for (std::size_t checklist = 0; checklist < all.checklists.size(); ++checklist) checklist_part(page, all, checklist);
  page.close();
}

}  // namespace reports
