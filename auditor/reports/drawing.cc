#include "reports/drawing.h"

#include <cstdio>

namespace reports {

std::string percent(double share) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%.2f%%", 100 * share);
  return buffer;
}

std::string pixels(double length) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%.1f", length);
  return buffer;
}

void draw_line(Markup& page, const char* classes, double x1, double y1, double x2, double y2) {
  page.open("line", classes).attribute("x1", percent(x1)).attribute("x2", percent(x2));
  page.attribute("y1", pixels(y1)).attribute("y2", pixels(y2)).close();
}

void draw_words(Markup& page, double x, double y, const std::string& words, const char* classes) {
  page.open("text", classes).attribute("x", percent(x)).attribute("y", pixels(y)).text(words).close();
}

}  // namespace reports
