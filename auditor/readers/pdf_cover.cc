#include "readers/pdf_cover.h"

#include <GfxState.h>
#include <OutputDev.h>

#include <algorithm>
#include <cmath>

#include "base/limit.h"
#include "readers/pdf_page.h"

namespace readers::pdf {
namespace {

// Takes down where pictures are drawn, and nothing else.
class Cover final : public OutputDev {
 public:
  double share() const { return page_ > 0 ? std::min(1.0, area_ / page_) : 0; }
  bool over_limit() {
    operators_ += 10;  // asked once in about so many
    return operators_ > base::limit(base::Limit::drawing) / 10 ||
           forms_ > base::limit(base::Limit::drawing) / operators_a_form;
  }

  bool upsideDown() override { return true; }
  bool useDrawChar() override { return true; }
  bool interpretType3Chars() override { return false; }
  bool useTilingPatternFill() override { return true; }
  bool tilingPatternFill(GfxState*, Gfx*, Catalog*, GfxTilingPattern*, const double*, int, int, int, int, double,
                         double) override {
    return true;
  }
  bool useShadedFills(int) override { return true; }
  bool functionShadedFill(GfxState*, GfxFunctionShading*) override { return true; }
  bool axialShadedFill(GfxState*, GfxAxialShading*, double, double) override { return true; }
  bool radialShadedFill(GfxState*, GfxRadialShading*, double, double) override { return true; }

  void startPage(int, GfxState* state, XRef*) override {
    width_ = state->getPageWidth();
    height_ = state->getPageHeight();
    page_ = width_ * height_;
  }
  void beginForm(Ref) override { ++forms_; }
  void drawImageMask(GfxState* state, Object*, Stream*, int, int, bool, bool, bool) override { add(state); }
  void drawImage(GfxState* state, Object*, Stream*, int, int, GfxImageColorMap*, bool, const int*, bool) override {
    add(state);
  }
  void drawMaskedImage(GfxState* state, Object*, Stream*, int, int, GfxImageColorMap*, bool, Stream*, int, int, bool,
                       bool) override {
    add(state);
  }
  void drawSoftMaskedImage(GfxState* state, Object*, Stream*, int, int, GfxImageColorMap*, bool, Stream*, int, int,
                           GfxImageColorMap*, bool) override {
    add(state);
  }

 private:
  // A picture fills the square from 0 to 1, wherever that is at the time.
  void add(GfxState* state) {
    double x1 = 0;
    double y1 = 0;
    double x2 = 0;
    double y2 = 0;
    state->transform(0, 0, &x1, &y1);
    state->transform(1, 1, &x2, &y2);
    auto within = [](double at, double size) { return std::isfinite(at) ? std::clamp(at, 0.0, size) : 0.0; };
    area_ += std::abs(within(x2, width_) - within(x1, width_)) * std::abs(within(y2, height_) - within(y1, height_));
  }

  double width_ = 0;
  double height_ = 0;
  double page_ = 0;
  double area_ = 0;
  std::size_t operators_ = 0;
  std::size_t forms_ = 0;
};

}  // namespace

double covered_by_pictures(PDFDoc& document, std::size_t index) {
  constexpr double points = 72;
  Cover cover;
  auto stop = [](void* drawing) { return static_cast<Cover*>(drawing)->over_limit(); };
  document.displayPage(
      &cover, static_cast<int>(index) + 1, points, points, 0, false, true, false, stop, &cover,
      [](Annot*, void*) { return false; }, nullptr);
  return cover.share();
}

}  // namespace readers::pdf
