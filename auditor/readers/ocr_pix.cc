#include "readers/ocr_pix.h"

#include <algorithm>
#include <cstring>

#include "base/limits.h"

namespace readers::ocr {
namespace {

struct BoxesDestroyer {
  void operator()(BOXA* boxes) const { boxaDestroy(&boxes); }
};
using Boxes = std::unique_ptr<BOXA, BoxesDestroyer>;

constexpr double points_per_inch = 72;
constexpr double shortest_level = 36;    // points; the strokes of letters are shorter
constexpr double shortest_upright = 15;  // points; a row of a table is higher, the letters of its text are not
constexpr double thickest = 5;           // points; more is a ground colour or a picture
constexpr l_int32 dark = 160;            // of 255

std::vector<Rule> lines_of(const Pix& black, double dots_per_inch, bool level) {
  double scale = dots_per_inch / points_per_inch;
  auto length = static_cast<l_int32>((level ? shortest_level : shortest_upright) * scale);
  // Lines that were scanned have gaps.
  auto gap = std::max<l_int32>(1, static_cast<l_int32>(scale));
  Pix closed(pixCloseSafeBrick(nullptr, black.get(), level ? gap : 1, level ? 1 : gap));
  if (!closed) return {};
  Pix lines(pixOpenBrick(nullptr, closed.get(), level ? length : 1, level ? 1 : length));
  if (!lines) return {};
  Boxes boxes(pixConnComp(lines.get(), nullptr, 8));
  std::vector<Rule> rules;
  l_int32 count = boxes ? std::min(boxaGetCount(boxes.get()), static_cast<l_int32>(base::limits::page_rules)) : 0;
  for (l_int32 i = 0; i < count; ++i) {
    l_int32 x = 0;
    l_int32 y = 0;
    l_int32 width = 0;
    l_int32 height = 0;
    if (boxaGetBoxGeometry(boxes.get(), i, &x, &y, &width, &height) != 0) continue;
    if ((level ? height : width) > thickest * scale) continue;
    Rule rule;
    rule.level = level;
    rule.place = {static_cast<double>(x), static_cast<double>(y), static_cast<double>(x + width),
                  static_cast<double>(y + height)};
    rules.push_back(rule);
  }
  return rules;
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

Pix black_of(const Pix& grey) {
  return Pix(pixThresholdToBinary(grey.get(), dark));
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

std::vector<Rule> rules_of(const Pix& black, double dots_per_inch) {
  std::vector<Rule> rules = lines_of(black, dots_per_inch, true);
  std::vector<Rule> uprights = lines_of(black, dots_per_inch, false);
  rules.insert(rules.end(), uprights.begin(), uprights.end());
  return rules;
}

}  // namespace readers::ocr
