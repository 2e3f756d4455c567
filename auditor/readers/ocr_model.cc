#include <cstdlib>

#include "base/file.h"
#include "readers/ocr.h"
#ifdef AUDITOR_OCR
#include <tesseract/baseapi.h>
#endif

namespace readers::ocr {

#ifdef AUDITOR_OCR

std::string library() {
  return std::string("Tesseract ") + tesseract::TessBaseAPI::Version();
}

base::Result<Model> load() {
  constexpr std::size_t largest = 64u << 20;  // the best data for English takes 15 MB
  constexpr const char* file = "eng.traineddata";
  std::vector<std::string> folders;
  if (const char* named = std::getenv("TESSDATA_PREFIX"); named != nullptr && *named != '\0') {
    folders = {named, std::string(named) + "/tessdata"};
  } else {
    folders = {"/usr/share/tesseract-ocr/5/tessdata", "/usr/share/tesseract-ocr/4.00/tessdata", "/usr/share/tessdata",
               "/usr/local/share/tessdata"};
  }
  for (const std::string& folder : folders) {
    base::Result<std::string> read = base::read_file(folder + "/" + file, largest);
    if (read) return Model{std::move(read).value()};
  }
  return base::Error{
      base::ErrorCode::unsupported,           "", 0, 0, "text recognition (OCR) lacks its data for English",
      "install the package tesseract-ocr-eng"};
}

#else

std::string library() {
  return "";
}

base::Result<Model> load() {
  return base::Error{base::ErrorCode::unsupported,
                     "",
                     0,
                     0,
                     "this program was built without text recognition (OCR)",
                     "install the packages libtesseract-dev and tesseract-ocr-eng and build it again"};
}

base::Result<Recognised> recognise(const Model&, const Picture&, std::uint32_t, const FieldsOf&) {
  return load().error();
}

#endif

}  // namespace readers::ocr
