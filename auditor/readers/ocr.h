// Text recognition: the picture of a page to words with their places. Tesseract does it where the program was built
// with it; what it needs of the disk is read once, by load(), since readers run where no file can be opened.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "base/result.h"

namespace readers::ocr {

// What the recognition of English knows: the content of Tesseract's eng.traineddata.
struct Model {
  std::string trained;
};

// The name and version of the library that the program was built with, as "Tesseract 5.3.0"; empty where it was built
// without one.
std::string library();

// Loads the library and its data, before files are out of reach. Fails with `unsupported` where either is not there,
// and names the package that is wanted.
base::Result<Model> load();

// Shades of grey, 0 being black, in rows from the top.
struct Picture {
  std::uint32_t width = 0;
  std::uint32_t height = 0;
  std::vector<std::uint8_t> grey;  // width times height
  double dots_per_inch = 0;
};

// Places are in dots from the upper left corner.
struct Place {
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;

  double width() const { return right - left; }
  double height() const { return bottom - top; }
};

struct Word {
  std::string text;  // UTF-8, without spaces
  Place place;
  double baseline = 0;
  double size = 0;  // of the font
  double confidence = 0;
  bool begins_line = false;  // as Tesseract sees it: lines of two columns are two
};

// A line drawn, level or upright.
struct Rule {
  Place place;
  bool level = false;
};

// The page as it should be seen: turned upright where it was scanned askew or on its side.
struct Recognised {
  std::uint32_t width = 0;
  std::uint32_t height = 0;
  std::vector<Word> words;  // in no order
  std::vector<Rule> rules;
  bool stopped = false;  // it took longer than it may; there are no words
};

// The places of the fields that lines make, such as a table's cells: each is read by itself.
using FieldsOf = std::function<std::vector<Place>(const std::vector<Rule>&)>;

// `seconds`: of processor time that the page may take. Fails where the library does not take the data of the model.
base::Result<Recognised> recognise(const Model& model, const Picture& picture, std::uint32_t seconds,
                                   const FieldsOf& fields_of);

}  // namespace readers::ocr
