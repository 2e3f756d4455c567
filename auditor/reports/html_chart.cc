// The small parts that others are made of: bars, chips, figures, links.
#include <cmath>
#include <cstdio>

#include "reports/html_pages.h"
#include "reports/html_parts.h"
#include "reports/words.h"
#include "statistics/interval.h"

namespace reports {
namespace {

using evaluation::Rating;

std::string percent(std::size_t part, std::size_t whole) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%.2f%%", 100.0 * static_cast<double>(part) / static_cast<double>(whole));
  return buffer;
}

struct Segment {
  std::size_t count;
  std::string classes;
};

void bar(Markup& page, const std::array<Segment, 4>& segments) {
  std::size_t whole = 0;
  for (const Segment& segment : segments) whole += segment.count;
  page.open("svg", "bar").attribute("aria-hidden", "true").attribute("focusable", "false");
  std::size_t before = 0;
  for (const Segment& segment : segments) {
    if (segment.count == 0) continue;
    page.open("rect", segment.classes).attribute("x", percent(before, whole));
    page.attribute("width", percent(segment.count, whole)).attribute("height", "100%").close();
    before += segment.count;
  }
  page.close();
}

}  // namespace

void section(Markup& page, std::string_view id, std::string_view title) {
  std::string heading = std::string(id) + "-h";
  page.open("section").attribute("id", id).attribute("aria-labelledby", heading);
  page.open("h2").attribute("id", heading).attribute("tabindex", "-1").text(title).close();
}

void grade_bar(Markup& page, const std::array<std::size_t, 4>& grades) {
  bar(page, {{{grades[3], "f3"}, {grades[2], "f2"}, {grades[1], "f1"}, {grades[0], "f0"}}});
}

void rating_bar(Markup& page, const std::array<std::size_t, 4>& ratings) {
  bar(page, {{{ratings[0], "f0"}, {ratings[1], "f1"}, {ratings[2], "f2"}, {0, ""}}});
}

void grade_chip(Markup& page, evaluation::Grade grade) {
  page.element("span", words_for(grade), "g g" + std::to_string(static_cast<int>(grade)));
}

void rating_chip(Markup& page, Rating rating) {
  page.open("span", "r r" + std::to_string(static_cast<int>(rating)));
  page.open("span").attribute("aria-hidden", "true").text(symbol_for(rating)).close();
  page.text(std::string(" ") + words_for(rating)).close();
}

void rating_key(Markup& page) {
  page.open("p", "note key-line");
  for (Rating rating : {Rating::not_met, Rating::partly, Rating::met, Rating::not_applicable}) {
    page.open("span", "nobreak").open("span", "cell h" + std::to_string(static_cast<int>(rating)));
    page.text(letters_for(rating)).close().text(std::string(" ") + words_for(rating)).close();
  }
  page.open("span", "nobreak").element("span", "N?", "cell h0").text(" Unsure").close().close();
}

std::string share_words(std::size_t hits, std::size_t of) {
  auto whole = [](double share) { return std::to_string(std::lround(share * 100)); };
  statistics::Interval likely = statistics::wilson(hits, of);
  return whole(static_cast<double>(hits) / static_cast<double>(of)) + "% (" + whole(likely.low) + " to " +
         whole(likely.high) + "%)";
}

std::string asked(std::string_view key, std::string_view value) {
  std::string out = std::string(key) + "=";
  for (char c : value) {
    bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                 std::string_view("-_.:,").find(c) != std::string_view::npos;
    char buffer[4];
    std::snprintf(buffer, sizeof buffer, "%%%02X", static_cast<unsigned>(static_cast<unsigned char>(c)));
    out += plain ? std::string(1, c) : std::string(buffer);
  }
  return out;
}

void figure(Markup& page, std::size_t count, std::string_view words, const std::string& query) {
  if (count == 0) {
    page.element("span", words, "zero");
    return;
  }
  page.open("a").attribute("href", "#records").attribute("data-list", query).text(words).close();
}

void record_link(Markup& page, const Overview& overview, std::size_t number, const std::string& path) {
  page.open("a", "path").attribute("href", page_address(number)).attribute("dir", "auto");
  page.text(path.substr(overview.folder.size())).close();
}

std::string item_address(std::size_t number, const std::string& item) {
  return page_address(number) + "#item-" + item;
}

}  // namespace reports
