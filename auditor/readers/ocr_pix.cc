#include "readers/ocr_pix.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "base/limits.h"

namespace readers::ocr {
namespace {

struct BoxesDestroyer {
  void operator()(BOXA* boxes) const { boxaDestroy(&boxes); }
};
struct ShapesDestroyer {
  void operator()(PIXA* shapes) const { pixaDestroy(&shapes); }
};
struct BoxDestroyer {
  void operator()(BOX* box) const { boxDestroy(&box); }
};
using Shapes = std::unique_ptr<PIXA, ShapesDestroyer>;
using Box = std::unique_ptr<BOX, BoxDestroyer>;
using Boxes = std::unique_ptr<BOXA, BoxesDestroyer>;

constexpr double points_per_inch = 72;
constexpr double shortest_level = 36;    // points; the strokes of letters are shorter
constexpr double shortest_upright = 15;  // points; a row of a table is higher, the letters of its text are not
constexpr double surely_upright = 40;  // points; shorter ones may be of a title's letters, if no level line meets them
constexpr double touching = 3;         // points: lines that meet
constexpr double thickest = 5;         // points; more is a ground colour or a picture
constexpr l_int32 dark = 160;          // of 255
constexpr l_uint32 white = 255;
constexpr double smallest_tick = 5;  // points, from side to side
constexpr double largest_tick = 18;
constexpr std::size_t most_ticks = 2'000;
constexpr double smallest_sign = 0.5;  // square points of black; a full stop has one

Pix black_of(const Pix& grey) {
  return Pix(pixThresholdToBinary(grey.get(), dark));
}

Place place_of(BOXA* boxes, l_int32 index) {
  l_int32 x = 0;
  l_int32 y = 0;
  l_int32 width = 0;
  l_int32 height = 0;
  if (boxaGetBoxGeometry(boxes, index, &x, &y, &width, &height) != 0) return {};
  return {static_cast<double>(x), static_cast<double>(y), static_cast<double>(x + width),
          static_cast<double>(y + height)};
}

Box box_of(const Place& place) {
  auto dots = [](double value) { return static_cast<l_int32>(std::lround(value)); };
  return Box(boxCreate(dots(place.left), dots(place.top), dots(place.width()), dots(place.height())));
}

// Whether an upright line begins and ends at level ones.
bool ends_at_level(const Rule& upright, const std::vector<Rule>& rules, double near) {
  auto meets = [&](double height) {
    return std::any_of(rules.begin(), rules.end(), [&](const Rule& rule) {
      return rule.level && rule.place.top - near < height && rule.place.bottom + near > height &&
             rule.place.left - near < upright.place.right && rule.place.right + near > upright.place.left;
    });
  };
  return meets(upright.place.top) && meets(upright.place.bottom);
}

// Finds lines in the black and paints over them in the grey.
void take_lines(const Pix& black, const Pix& grey, double dots_per_inch, bool level, std::vector<Rule>& rules) {
  double scale = dots_per_inch / points_per_inch;
  auto length = static_cast<l_int32>((level ? shortest_level : shortest_upright) * scale);
  // Lines that were scanned have gaps.
  auto gap = std::max<l_int32>(1, static_cast<l_int32>(scale));
  Pix closed(pixCloseSafeBrick(nullptr, black.get(), level ? gap : 1, level ? 1 : gap));
  // Those of a page that lay askew go down by steps.
  Pix thick(closed ? pixDilateBrick(nullptr, closed.get(), level ? 1 : 3, level ? 3 : 1) : nullptr);
  if (!thick) return;
  Pix lines(pixOpenBrick(nullptr, thick.get(), level ? length : 1, level ? 1 : length));
  if (!lines) return;
  PIXA* found = nullptr;
  Boxes boxes(pixConnComp(lines.get(), &found, 8));
  Shapes shapes(found);
  if (!boxes || !shapes) return;
  l_int32 count = std::min(boxaGetCount(boxes.get()), static_cast<l_int32>(base::limits::page_rules));
  for (l_int32 i = 0; i < count; ++i) {
    Rule rule{place_of(boxes.get(), i), level};
    if ((level ? rule.place.height() : rule.place.width()) > thickest * scale) continue;
    if (!level && rule.place.height() < surely_upright * scale && !ends_at_level(rule, rules, touching * scale))
      continue;
    rules.push_back(rule);
    Pix shape(pixaGetPix(shapes.get(), i, L_CLONE));
    auto x = static_cast<l_int32>(rule.place.left);
    auto y = static_cast<l_int32>(rule.place.top);
    pixPaintThroughMask(grey.get(), shape.get(), x, y, white);
  }
}

// The share of the place that is black.
double blackness(const Pix& black, const Place& place) {
  Box box = box_of(place);
  l_int32 dots = 0;
  if (!box || place.width() < 1 || place.height() < 1) return 0;
  if (pixCountPixelsInRect(black.get(), box.get(), &dots, nullptr) != 0) return 0;
  return dots / (place.width() * place.height());
}

// A frame with four straight sides and corners, which no letter has.
bool is_frame(const Pix& black, const Place& p) {
  double deep = std::max(2.0, 0.15 * p.width());  // how far from the edge a side may lie
  double piece = std::max(1.0, 0.1 * p.width());  // the least stretch of it that is looked at
  auto dark_there = [&](const Place& place) { return blackness(black, place) > 0.15; };
  for (double at = 0; at + piece <= p.width() + 0.5; at += piece) {
    double from = std::min(at, p.width() - piece);
    bool sides = dark_there({p.left + from, p.top, p.left + from + piece, p.top + deep}) &&
                 dark_there({p.left + from, p.bottom - deep, p.left + from + piece, p.bottom});
    if (!sides) return false;
  }
  for (double at = 0; at + piece <= p.height() + 0.5; at += piece) {
    double from = std::min(at, p.height() - piece);
    bool sides = dark_there({p.left, p.top + from, p.left + deep, p.top + from + piece}) &&
                 dark_there({p.right - deep, p.top + from, p.right, p.top + from + piece});
    if (!sides) return false;
  }
  return true;
}

void take_ticks(const Pix& grey, double dots_per_inch, std::vector<Drawn::Tick>& ticks) {
  double scale = dots_per_inch / points_per_inch;
  Pix black = black_of(grey);
  Boxes boxes(black ? pixConnComp(black.get(), nullptr, 8) : nullptr);
  if (!boxes) return;
  l_int32 count = boxaGetCount(boxes.get());
  for (l_int32 i = 0; i < count && ticks.size() < most_ticks; ++i) {
    Place place = place_of(boxes.get(), i);
    double size = place.width();
    bool square = std::abs(size - place.height()) < 0.2 * size;
    if (!square || size < smallest_tick * scale || size > largest_tick * scale) continue;
    if (!is_frame(black, place)) continue;
    double inset = 0.25 * size;
    double filled =
        blackness(black, {place.left + inset, place.top + inset, place.right - inset, place.bottom - inset});
    if (filled > 0.9) continue;  // a square bullet
    ticks.push_back({place, filled > 0.06});
    whiten(grey, {place.left - 1, place.top - 1, place.right + 1, place.bottom + 1});
  }
}

}  // namespace

Pix pix_of(const Picture& picture) {
  Pix pix(pixCreate(static_cast<l_int32>(picture.width), static_cast<l_int32>(picture.height), 8));
  if (!pix) return pix;
  auto words = static_cast<std::size_t>(pixGetWpl(pix.get()));
  for (std::uint32_t y = 0; y < picture.height; ++y) {
    std::memcpy(pixGetData(pix.get()) + y * words, picture.grey.data() + std::size_t{y} * picture.width, picture.width);
  }
  // It keeps four dots in a number, the first in the highest byte.
  pixEndianByteSwap(pix.get());
  return pix;
}

Pix straightened(const Pix& grey) {
  return Pix(pixDeskew(grey.get(), 0));
}

Pix upright(const Pix& grey) {
  Pix black = black_of(grey);
  l_float32 up = 0;
  l_float32 left = 0;
  l_int32 way = L_TEXT_ORIENT_UNKNOWN;
  if (!black || pixOrientDetect(black.get(), &up, &left, 0, 0) != 0) return nullptr;
  if (makeOrientDecision(up, left, 0, 0, &way, 0) != 0) return nullptr;
  switch (way) {
    case L_TEXT_ORIENT_LEFT:
      return Pix(pixRotateOrth(grey.get(), 1));
    case L_TEXT_ORIENT_DOWN:
      return Pix(pixRotateOrth(grey.get(), 2));
    case L_TEXT_ORIENT_RIGHT:
      return Pix(pixRotateOrth(grey.get(), 3));
    default:
      return nullptr;
  }
}

Drawn take_drawn(const Pix& grey, double dots_per_inch) {
  Drawn drawn;
  Pix black = black_of(grey);
  if (!black) return drawn;
  take_ticks(grey, dots_per_inch, drawn.ticks);
  take_lines(black, grey, dots_per_inch, true, drawn.rules);
  take_lines(black, grey, dots_per_inch, false, drawn.rules);
  return drawn;
}

l_int32 white_around(double dots_per_inch) {
  return static_cast<l_int32>(dots_per_inch / 15);
}

Pix part_of(const Pix& grey, const Place& place, double dots_per_inch) {
  Box box = box_of(place);
  Pix part(box ? pixClipRectangle(grey.get(), box.get(), nullptr) : nullptr);
  Pix black = part ? black_of(part) : nullptr;
  l_int32 dots = 0;
  if (!black || pixCountPixels(black.get(), &dots, nullptr) != 0) return nullptr;
  double scale = dots_per_inch / points_per_inch;
  if (dots < smallest_sign * scale * scale) return nullptr;
  return Pix(pixAddBorder(part.get(), white_around(dots_per_inch), white));
}

void whiten(const Pix& grey, const Place& place) {
  if (Box box = box_of(place)) pixSetInRectArbitrary(grey.get(), box.get(), white);
}

}  // namespace readers::ocr
