#include "readers/pdf_picture.h"

#include <Page.h>
#include <SplashOutputDev.h>
#include <splash/SplashBitmap.h>

#include <algorithm>
#include <cmath>
#include <cstring>

#include "base/limits.h"

namespace readers::pdf {

ocr::Picture drawn(PDFDoc& document, std::size_t index) {
  constexpr double best = 300;  // dots per inch, which Tesseract is trained on
  constexpr double points_per_inch = 72;
  ocr::Picture picture;
  int number = static_cast<int>(index) + 1;
  double area = document.getPageCropWidth(number) * document.getPageCropHeight(number);
  if (!std::isfinite(area) || area <= 1) return picture;
  double most = static_cast<double>(base::limits::ocr_dots);
  picture.dots_per_inch = std::min(best, std::floor(points_per_inch * std::sqrt(most / area)));
  if (picture.dots_per_inch < 1) return picture;
  SplashColor white = {255};
  SplashOutputDev device(splashModeMono8, 4, false, white);
  device.startDoc(&document);
  document.displayPage(&device, number, picture.dots_per_inch, picture.dots_per_inch, 0, false, true, false);
  SplashBitmap* bitmap = device.getBitmap();
  if (bitmap == nullptr || bitmap->getWidth() <= 0 || bitmap->getHeight() <= 0) return picture;
  picture.width = static_cast<std::uint32_t>(bitmap->getWidth());
  picture.height = static_cast<std::uint32_t>(bitmap->getHeight());
  picture.grey.resize(std::size_t{picture.width} * picture.height);
  for (std::uint32_t y = 0; y < picture.height; ++y) {
    const unsigned char* row = bitmap->getDataPtr() + static_cast<std::ptrdiff_t>(y) * bitmap->getRowSize();
    std::memcpy(picture.grey.data() + std::size_t{y} * picture.width, row, picture.width);
  }
  return picture;
}

}  // namespace readers::pdf
