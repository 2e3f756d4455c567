// What drawings are made of: places as shares of the width, so that they fit whatever they stand in, heights in pixels.
#pragma once

#include <string>

#include "reports/markup.h"

namespace reports {

std::string percent(double share);  // 0.125: "12.50%"
std::string pixels(double length);  // "12.5"

// From one place to another: x from 0 to 1 of the width, y in pixels from the top.
void draw_line(Markup& page, const char* classes, double x1, double y1, double x2, double y2);
void draw_words(Markup& page, double x, double y, const std::string& words, const char* classes);

}  // namespace reports
