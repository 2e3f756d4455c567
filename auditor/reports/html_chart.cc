#include <cstdio>

#include "reports/html_pages.h"
#include "reports/html_parts.h"
#include "reports/words.h"

namespace reports {
namespace {

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

void grade_bar(Markup& page, const std::array<std::size_t, 4>& grades) {
  bar(page, {{{grades[3], "f3"}, {grades[2], "f2"}, {grades[1], "f1"}, {grades[0], "f0"}}});
}

void rating_bar(Markup& page, const std::array<std::size_t, 4>& ratings) {
  bar(page, {{{ratings[0], "f0"}, {ratings[1], "f1"}, {ratings[2], "f3"}, {0, ""}}});
}

void grade_chip(Markup& page, evaluation::Grade grade) {
  page.element("span", words_for(grade), "g g" + std::to_string(static_cast<int>(grade)));
}

void rating_chip(Markup& page, evaluation::Rating rating) {
  page.open("span", "r r" + std::to_string(static_cast<int>(rating)));
  page.open("span").attribute("aria-hidden", "true").text(symbol_for(rating)).close();
  page.text(std::string(" ") + words_for(rating)).close();
}

void record_link(Markup& page, std::size_t number, const std::string& path) {
  page.open("a", "path").attribute("href", page_address(number)).attribute("dir", "auto").text(path).close();
}

}  // namespace reports
