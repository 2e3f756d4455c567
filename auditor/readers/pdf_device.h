// Draws a page into words and rules: poppler's drawing calls, taken down. Only this reader's own files that speak to
// poppler include it.
#pragma once

#include <OutputDev.h>

#include <map>
#include <utility>
#include <vector>

#include "readers/docx_symbols.h"
#include "readers/pdf_named_marks.h"
#include "readers/pdf_page.h"
#include "readers/pdf_words.h"

namespace readers::pdf {

class Device final : public OutputDev {
 public:
  // `content` and `resources` are the page's own.
  Device(Page& page, const Object& content, Dict* resources, XRef* objects);

  // To be called when the page is drawn.
  void finish();
  // Whether to stop; asked every few operators.
  bool over_limit();

  bool upsideDown() override { return true; }
  bool useDrawChar() override { return true; }
  bool interpretType3Chars() override { return false; }
  bool needNonText() override { return false; }
  // Once over the limit, no form is entered any more: a few forms that draw each other would else be endless.
  bool useDrawForm() override { return page_.cut; }

  void startPage(int number, GfxState* state, XRef* objects) override;
  void updateFont(GfxState*) override { font_known_ = false; }
  void updateTextMat(GfxState*) override { font_known_ = false; }
  void updateCTM(GfxState*, double, double, double, double, double, double) override { font_known_ = false; }
  void restoreState(GfxState*) override { font_known_ = false; }
  void drawChar(GfxState* state, double x, double y, double dx, double dy, double origin_x, double origin_y,
                CharCode code, int bytes, const Unicode* unicode, int length) override;
  void stroke(GfxState* state) override;
  void fill(GfxState* state) override;
  void eoFill(GfxState* state) override { fill(state); }
  void beginMarkedContent(const char* name, Dict* properties) override;
  void endMarkedContent(GfxState* state) override;
  void beginStringOp(GfxState*) override { hear(NamedMarks::Event::shows); }
  void beginForm(Ref form) override;
  void endForm(Ref form) override;

 private:
  struct Open {
    std::int32_t mark = -1;
    bool replaces = false;  // began a replacement of what is drawn
  };
  struct Replacement {
    std::string text;
    Box box;
    double baseline = 0;
    Setting setting;
    std::int32_t mark = -1;
    bool any = false;
  };

  void hear(NamedMarks::Event event);
  void begin(bool artifact, Dict* properties);
  void learn_font(GfxState* state);
  void line(double x1, double y1, double x2, double y2);
  std::int32_t mark_of(const Mark& mark);
  void end_replacement();

  Page& page_;
  WordMaker words_;
  std::vector<Open> open_;
  XRef* objects_;
  std::vector<int> forms_;         // object numbers of the forms being drawn
  std::vector<NamedMarks> named_;  // of the page and of each form being drawn
  std::map<std::pair<std::int32_t, std::int32_t>, std::int32_t> known_marks_;
  std::int32_t artifact_ = -1;  // index of the one mark that artifacts share
  bool replacing_ = false;
  Replacement replacement_;
  bool font_known_ = false;
  Setting setting_;
  docx::SymbolFont symbols_ = docx::SymbolFont::none;
  std::size_t operators_ = 0;
  std::size_t drawn_forms_ = 0;
  std::size_t characters_ = 0;
};

}  // namespace readers::pdf
