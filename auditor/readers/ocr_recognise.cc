#include <dlfcn.h>
#include <tesseract/baseapi.h>
#include <tesseract/ocrclass.h>

#include <algorithm>
#include <ctime>
#include <memory>

#include "readers/ocr_module.h"
#include "readers/ocr_pix.h"

namespace readers::ocr {
namespace {

constexpr double enough = 65;  // of 100; less confident, and the page may lie on its side
constexpr double noise = 60;   // of 100; signs less confident are specks

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
    // It would else print to where the worker's errors go.
    api_.SetVariable("debug_file", "/dev/null");
    return true;
  }

  // Adds what stands on the picture, whose corner is at `left`, `top` of the page. False where it took too long.
  bool read(const Pix& pix, tesseract::PageSegMode mode, double dots_per_inch, double until, double left, double top,
            std::vector<Word>& words) {
    api_.SetPageSegMode(mode);
    api_.SetImage(pix.get());
    api_.SetSourceResolution(static_cast<int>(dots_per_inch));
    tesseract::ETEXT_DESC monitor;
    monitor.cancel_this = &until;
    monitor.cancel = [](void* end, int) { return processor_seconds() > *static_cast<double*>(end); };
    if (api_.Recognize(&monitor) != 0) return false;
    std::unique_ptr<tesseract::ResultIterator> at(api_.GetIterator());
    if (!at) return true;
    do add(*at, left, top, words);
    while (at->Next(tesseract::RIL_WORD));
    return true;
  }

 private:
  static void add(const tesseract::ResultIterator& at, double page_left, double page_top, std::vector<Word>& words) {
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
    while (made.text.size() > 1 && made.text.ends_with('_')) made.text.pop_back();  // it sees them in white
    if (made.confidence < noise && !holds_letters(made.text)) return;
    made.place = {page_left + left, page_top + top, page_left + right, page_top + bottom};
    made.begins_line = at.IsAtBeginningOf(tesseract::RIL_TEXTLINE);
    int x1 = 0;
    int y1 = 0;
    int x2 = 0;
    int y2 = 0;
    made.baseline =
        at.Baseline(tesseract::RIL_TEXTLINE, &x1, &y1, &x2, &y2) ? page_top + (y1 + y2) / 2.0 : made.place.bottom;
    float height = 0;
    float descenders = 0;
    float ascenders = 0;
    at.RowAttributes(&height, &descenders, &ascenders);
    made.size = std::max(1.0, static_cast<double>(height));
    words.push_back(std::move(made));
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

// The box as a word, set like those beside it.
Word word_of(const Drawn::Tick& tick, const std::vector<Word>& words) {
  Word made;
  made.text = tick.ticked ? "\xE2\x98\x92" : "\xE2\x98\x90";
  made.place = tick.place;
  made.baseline = tick.place.bottom;
  made.size = tick.place.height();
  made.confidence = 100;
  double least = 1e9;
  for (const Word& word : words) {
    double middle = (tick.place.top + tick.place.bottom) / 2;
    double away = std::max(tick.place.left - word.place.right, word.place.left - tick.place.right);
    if (word.baseline < middle || word.baseline - word.size > middle || away > least) continue;
    least = away;
    made.baseline = word.baseline;
    made.size = word.size;
  }
  return made;
}

// Reads what can be read in the time; the picture is used up.
Recognised read_page(Engine& engine, const Pix& grey, double dots_per_inch, double until, const FieldsOf& fields_of) {
  Recognised page;
  page.width = static_cast<std::uint32_t>(pixGetWidth(grey.get()));
  page.height = static_cast<std::uint32_t>(pixGetHeight(grey.get()));
  Drawn drawn = take_drawn(grey, dots_per_inch);
  double around = white_around(dots_per_inch);
  std::vector<Place> fields = fields_of ? fields_of(drawn.rules) : std::vector<Place>();
  std::vector<Word> in_fields;
  for (const Place& field : fields) {
    Pix part = part_of(grey, field, dots_per_inch);
    if (!part) continue;
    page.stopped = page.stopped || !engine.read(part, tesseract::PSM_SINGLE_BLOCK, dots_per_inch, until,
                                                field.left - around, field.top - around, in_fields);
    whiten(grey, field);
  }
  page.stopped = page.stopped || !engine.read(grey, tesseract::PSM_SPARSE_TEXT, dots_per_inch, until, 0, 0, page.words);
  page.words.insert(page.words.end(), in_fields.begin(), in_fields.end());
  std::vector<Word> ticks;
  for (const Drawn::Tick& tick : drawn.ticks) ticks.push_back(word_of(tick, page.words));
  page.words.insert(page.words.end(), ticks.begin(), ticks.end());
  page.rules = std::move(drawn.rules);
  if (page.stopped) page.words.clear();
  return page;
}

base::Result<Recognised> recognised(const Model& model, const Picture& picture, std::uint32_t seconds,
                                    const FieldsOf& fields_of) {
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
  page.stopped = true;
  Pix grey = pix_of(picture);
  Pix straight = grey ? straightened(grey) : nullptr;
  Pix kept(straight ? pixCopy(nullptr, straight.get()) : nullptr);
  if (!kept) return page;
  page = read_page(engine, straight, picture.dots_per_inch, until, fields_of);
  if (page.stopped || confidence_of(page) >= enough) return page;
  Pix turned = upright(kept);
  if (turned) turned = straightened(turned);
  if (!turned) return page;
  Recognised other = read_page(engine, turned, picture.dots_per_inch, until, fields_of);
  return !other.stopped && confidence_of(other) > confidence_of(page) ? other : page;
}

}  // namespace
}  // namespace readers::ocr

extern "C" __attribute__((visibility("default"))) const readers::ocr::Module auditor_ocr_module;
const readers::ocr::Module auditor_ocr_module = {readers::ocr::recognised};
