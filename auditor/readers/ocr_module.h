// What the module of text recognition gives. It is a library of its own, loaded where --ocr asks for it, since
// Tesseract brings some forty libraries with it, which every start would wait for.
#pragma once

#include "readers/ocr.h"

namespace readers::ocr {

struct Module {
  base::Result<Recognised> (*recognise)(const Model& model, const Picture& picture, std::uint32_t seconds,
                                        const FieldsOf& fields_of);
};

// Its file, which stands beside the program or where the program is installed, and its one symbol, a Module.
inline constexpr const char* module_file = "auditor-ocr.so";
inline constexpr const char* module_symbol = "auditor_ocr_module";

}  // namespace readers::ocr
