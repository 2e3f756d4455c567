#include <cstdlib>
#include <string>

#include "base/file.h"
#include "readers/ocr_module.h"
#ifdef AUDITOR_OCR
#include <dlfcn.h>
#include <tesseract/version.h>
#include <unistd.h>

#include <array>
#endif

namespace readers::ocr {

#ifdef AUDITOR_OCR

namespace {

std::string folder_of_program() {
  std::array<char, 4096> path{};
  const ssize_t size = ::readlink("/proc/self/exe", path.data(), path.size());
  const std::string program(path.data(), size > 0 ? static_cast<std::size_t>(size) : 0);
  return program.substr(0, program.rfind('/') + 1);
}

// Loads it where it isn't yet; null where it can't be. Its libraries are shared, since it asks which of them are there.
const Module* module() {
  static const Module* const loaded = [] {
    for (const char* folder : {"", "../lib/auditor/"}) {
      void* library = ::dlopen((folder_of_program() + folder + module_file).c_str(), RTLD_NOW | RTLD_GLOBAL);
      if (library != nullptr) return static_cast<const Module*>(::dlsym(library, module_symbol));
    }
    return static_cast<const Module*>(nullptr);
  }();
  return loaded;
}

base::Error without_module() {
  return {base::ErrorCode::unsupported,
          "",
          0,
          0,
          std::string("text recognition (OCR) lacks its part ") + module_file + " beside the program, or Tesseract",
          "install the package libtesseract5 and the whole of the program"};
}

}  // namespace

std::string library() {
  return "Tesseract " TESSERACT_VERSION_STR;
}

base::Result<Model> load() {
  if (module() == nullptr) return without_module();
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

base::Result<Recognised> recognise(const Model& model, const Picture& picture, std::uint32_t seconds,
                                   const FieldsOf& fields_of) {
  if (module() == nullptr) return without_module();
  return module()->recognise(model, picture, seconds, fields_of);
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
