#include <dlfcn.h>
#include <tesseract/baseapi.h>
#include <tesseract/ocrclass.h>

#include <algorithm>
#include <ctime>
#include <memory>

#include "readers/ocr.h"
#include "readers/ocr_pix.h"

namespace readers::ocr {
namespace {

constexpr double enough = 65;  // of 100; less confident, and the page may lie on its side
constexpr double noise = 20;   // of 100; signs less confident are specks
constexpr double size_of_letters = 1.0;

double processor_seconds() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

// Workers can't start threads, which Tesseract would by OpenMP; whichever library of it is loaded is told so.
void work_alone() {
  using SetLevels = void (*)(int);
  if (auto set_levels = reinterpret_cast<SetLevels>(::dlsym(RTLD_DEFAULT, "omp_set_max_active_levels"))) set_levels(0);
}

bool holds_letters(const std::string& text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  });
}

class Engine {
 public:
  // Whether the model was taken.
  bool begin(const Model& model) {
    setMsgSeverity(L_SEVERITY_NONE);
    work_alone();
    const std::string& data = model.trained;
    bool taken = api_.Init(data.data(), static_cast<int>(data.size()), "eng", tesseract::OEM_LSTM_ONLY, nullptr, 0,
                           nullptr, nullptr, false, nullptr) == 0;
    if (!taken) return false;
    api_.SetPageSegMode(tesseract::PSM_AUTO);
    // It would else print to where the worker's errors go.
    api_.SetVariable("debug_file", "/dev/null");
    return true;
  }

  // False where it took too long.
  bool read(const Pix& pix, double dots_per_inch, double until, Recognised& page) {
    page = {};
    page.width = static_cast<std::uint32_t>(pixGetWidth(pix.get()));
    page.height = static_cast<std::uint32_t>(pixGetHeight(pix.get()));
    api_.SetImage(pix.get());
    api_.SetSourceResolution(static_cast<int>(dots_per_inch));
    tesseract::ETEXT_DESC monitor;
    monitor.cancel_this = &until;
    monitor.cancel = [](void* end, int) { return processor_seconds() > *static_cast<double*>(end); };
    if (api_.Recognize(&monitor) != 0) {
      page.stopped = true;
      return false;
    }
    std::unique_ptr<tesseract::ResultIterator> words(api_.GetIterator());
    if (!words) return true;
    do add(*words, page);
    while (words->Next(tesseract::RIL_WORD));
    return true;
  }

 private:
  static void add(const tesseract::ResultIterator& at, Recognised& page) {
    constexpr auto word = tesseract::RIL_WORD;
    if (at.Empty(word)) return;
    std::unique_ptr<char[]> text(at.GetUTF8Text(word));
    int left = 0;
    int top = 0;
    int right = 0;
    int bottom = 0;
    if (!text || text[0] == '\0' || !at.BoundingBox(word, &left, &top, &right, &bottom)) return;
    Word made;
    made.text = text.get();
    made.confidence = at.Confidence(word);
    if (made.confidence < noise && !holds_letters(made.text)) return;
    made.place = {static_cast<double>(left), static_cast<double>(top), static_cast<double>(right),
                  static_cast<double>(bottom)};
    made.begins_line = at.IsAtBeginningOf(tesseract::RIL_TEXTLINE);
    int x1 = 0;
    int y1 = 0;
    int x2 = 0;
    int y2 = 0;
    made.baseline = at.Baseline(tesseract::RIL_TEXTLINE, &x1, &y1, &x2, &y2) ? (y1 + y2) / 2.0 : bottom;
    float height = 0;
    float descenders = 0;
    float ascenders = 0;
    at.RowAttributes(&height, &descenders, &ascenders);
    made.size = std::max(1.0, height * size_of_letters);
    page.words.push_back(std::move(made));
  }

  tesseract::TessBaseAPI api_;
};

double confidence_of(const Recognised& page) {
  double sum = 0;
  double letters = 0;
  for (const Word& word : page.words) {
    sum += word.confidence * static_cast<double>(word.text.size());
    letters += static_cast<double>(word.text.size());
  }
  return letters > 0 ? sum / letters : 0;
}

}  // namespace

base::Result<Recognised> recognise(const Model& model, const Picture& picture, std::uint32_t seconds) {
  double until = processor_seconds() + seconds;
  Engine engine;
  if (!engine.begin(model)) {
    return base::Error{base::ErrorCode::unsupported,
                       "",
                       0,
                       0,
                       "text recognition (OCR) does not take its data for English",
                       "install the package tesseract-ocr-eng anew"};
  }
  Recognised page;
  Pix grey = pix_of(picture);
  Pix straight = grey ? straightened(grey) : nullptr;
  if (!straight) {
    page.stopped = true;
    return page;
  }
  if (!engine.read(straight, picture.dots_per_inch, until, page)) return page;
  if (confidence_of(page) < enough) {
    Recognised turned;
    Pix other = upright(straight);
    if (other) other = straightened(other);
    bool better = other && engine.read(other, picture.dots_per_inch, until, turned) &&
                  confidence_of(turned) > confidence_of(page);
    if (better) {
      page = std::move(turned);
      straight = std::move(other);
    }
  }
  if (Pix black = black_of(straight)) page.rules = rules_of(black, picture.dots_per_inch);
  return page;
}

}  // namespace readers::ocr
