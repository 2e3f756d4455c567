// What somebody should look at: flags, unsure ratings, what was read in part or not at all.
#include <algorithm>

#include "reports/html_parts.h"
#include "reports/words.h"

namespace reports {
namespace {

constexpr std::size_t kFlagsOfAKind = 100;
constexpr std::size_t kNotAudited = 1'000;

void table_head(Markup& page, const char* section, std::initializer_list<const char*> heads) {
  page.open("div", "scroll").attribute("role", "region").attribute("aria-labelledby", std::string(section) + "-h");
  page.attribute("tabindex", "0").open("table", "lines").open("thead").open("tr");
  for (const char* head : heads) page.open("th").attribute("scope", "col").text(head).close();
  page.close().close().open("tbody");
}

}  // namespace

void flags_part(Markup& page, const Overview& all) {
  if (all.flags.empty()) return;
  section(page, "flags", "Flags");
  page.element("p", "Signs of copying, contradiction or gaps. A flag takes no points; it asks somebody to look.",
               "note");
  for (std::size_t first = 0; first < all.flags.size();) {
    const std::string id = all.flags[first].flag.id;
    std::size_t end = first, records = 0;
    for (; end < all.flags.size() && all.flags[end].flag.id == id; ++end) {
      records += end == first || all.flags[end].number != all.flags[end - 1].number ? 1u : 0u;
    }
    std::string words = flag_words(id);
    page.open("details", "flag");
    if (all.flags[first].flag.first) page.attribute("open");
    page.open("summary").open("h3").text(id + (words.empty() ? "" : " " + words)).close();
    page.element("span", std::to_string(end - first) + " found", "note").close().open("p");
    figure(page, records, "In " + counted(records, "record"), asked("flag", id));
    page.close().open("ul");
    for (std::size_t i = first; i < std::min(end, first + kFlagsOfAKind); ++i) {
      page.open("li");
      record_link(page, all, all.flags[i].number, all.flags[i].path);
      page.element("p", all.flags[i].flag.reason).foreign("blockquote", all.flags[i].flag.quote).close();
    }
    page.close();
    if (end - first > kFlagsOfAKind) {
      page.element("p", "The first " + std::to_string(kFlagsOfAKind) + "; every record has its own on its page.",
                   "note");
    }
    page.close();
    first = end;
  }
  page.close();
}

void in_part_part(Markup& page, const Overview& all) {
  if (all.in_part == 0) return;
  section(page, "in-part", "What was read only in part");
  page.open("p", "note")
      .text(
          "A limit was reached, or the file was damaged: the audit is of what could be read, and every rating of these "
          "records is unsure. ");
  figure(page, all.in_part, "In the list", asked("part", "yes"));
  page.close().open("ul", "near");
  std::size_t listed = 0;
  for (const Brief& record : all.documents) {
    if (record.parts.empty() || ++listed > kNotAudited) continue;
    page.open("li");
    record_link(page, all, record.number, record.path);
    for (const std::string& part : record.parts) page.element("p", part, "unsure");
    page.close();
  }
  page.close();
  if (listed > kNotAudited) page.element("p", "The others are in the list at the end.", "note");
  page.close();
}

void not_audited_part(Markup& page, const Overview& all) {
  if (all.not_audited.empty()) return;
  section(page, "not-audited", "What was not audited");
  page.element(
      "p", "Refused: a record that could not be read, so nothing is known of it. Skipped: a file that is no record.",
      "note");
  table_head(page, "not-audited", {"File", "Status", "Reason"});
  for (std::size_t i = 0; i < std::min(kNotAudited, all.not_audited.size()); ++i) {
    const NotAudited& file = all.not_audited[i];
    page.open("tr").open("th", "path").attribute("scope", "row").attribute("dir", "auto").text(file.path).close();
    page.element("td", file.standing == evaluation::Standing::refused ? "Refused" : "Skipped");
    page.element("td", file.reason).close();
  }
  page.close().close().close();
  if (all.not_audited.size() > kNotAudited) page.element("p", "The others are in findings.csv.", "note");
  page.close();
}

void unsure_part(Markup& page, const Overview& all) {
  if (all.unsure.empty()) return;
  section(page, "unsure", "Unsure ratings to look at first");
  page.open("p", "note")
      .text("Those that limit a dimension's grade first, then not met before partly met before met. ");
  if (all.in_part > 0) page.text("Records read only in part are left out: all their ratings are unsure. ");
  figure(page, all.unsure_ratings, "Records with unsure ratings", asked("unsure", "yes"));
  page.close();
  table_head(page, "unsure", {"Record", "Item", "Rating", "Why it is unsure"});
  for (const UnsureRating& unsure : all.unsure) {
    const ItemTally& item = all.items[unsure.item];
    page.open("tr").open("th").attribute("scope", "row");
    record_link(page, all, unsure.number, unsure.path);
    page.close().open("td").open("a").attribute("href", item_address(unsure.number, item.own_id)).text(item.id).close();
    page.text(" " + item.question).close().open("td");
    rating_chip(page, unsure.rating);
    page.close().element("td", (unsure.limits ? "It limits the grade. " : "") + unsure.why).close();
  }
  page.close().close().close();
  if (all.unsure_ratings > all.unsure.size()) {
    page.element("p",
                 "The first " + std::to_string(all.unsure.size()) + " of " + std::to_string(all.unsure_ratings) + ".",
                 "note");
  }
  page.close();
}

}  // namespace reports
