#include "readers/pdf_device.h"

#include <GfxFont.h>
#include <GfxState.h>
#include <XRef.h>

#include <algorithm>
#include <cmath>

#include "base/limit.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "readers/pdf_strings.h"

namespace readers::pdf {
namespace {

constexpr double thin = 3.0;      // points; a filled box that is no wider is a line
constexpr double straight = 0.5;  // points that a line may lean

bool holds(const std::string& text, const char* what) {
  return text.find(what) != std::string::npos;
}

// "ABCDEF+Wingdings-Regular" is Wingdings.
docx::SymbolFont symbols_of(const std::string& name) {
  if (holds(name, "Wingdings2") || holds(name, "Wingdings 2")) return docx::SymbolFont::wingdings2;
  if (holds(name, "Wingdings")) return docx::SymbolFont::wingdings;
  if (holds(name, "Webdings")) return docx::SymbolFont::webdings;
  return docx::SymbolFont::none;
}

}  // namespace

Device::Device(Page& page, const Object& content, Dict* resources, XRef* objects)
    : page_(page), words_(page), objects_(objects) {
  named_.emplace_back(content, resources, objects);
}

void Device::hear(NamedMarks::Event event) {
  for (const Object& properties : named_.back().reach(event)) {
    begin(false, properties.isDict() ? properties.getDict() : nullptr);
  }
}

void Device::beginForm(Ref form) {
  if (++drawn_forms_ > base::limit(base::Limit::drawing) / operators_a_form) page_.cut = true;
  forms_.push_back(form.num);
  Object drawn = objects_->fetch(form);
  Object resources = drawn.isStream() ? drawn.streamGetDict()->lookup("Resources") : Object(objNull);
  named_.emplace_back(drawn, resources.isDict() ? resources.getDict() : nullptr, objects_);
}

void Device::endForm(Ref) {
  if (forms_.empty()) return;
  forms_.pop_back();
  named_.pop_back();
}

void Device::startPage(int, GfxState* state, XRef*) {
  page_.width = state->getPageWidth();
  page_.height = state->getPageHeight();
}

void Device::finish() {
  end_replacement();
  words_.finish();
}

bool Device::over_limit() {
  // Asked once in about ten operators.
  operators_ += 10;
  if (operators_ > base::limit(base::Limit::drawing) ||
      characters_ > base::limit(base::Limit::drawing) / operators_a_character)
    page_.cut = true;
  return page_.cut;
}

void Device::learn_font(GfxState* state) {
  font_known_ = true;
  setting_ = {};
  symbols_ = docx::SymbolFont::none;
  setting_.size = state->getTransformedFontSize();
  const auto& font = state->getFont();
  double m11 = 0;
  double m12 = 0;
  double m21 = 0;
  double m22 = 0;
  state->getFontTransMat(&m11, &m12, &m21, &m22);
  if (std::abs(m11) >= std::abs(m12)) {
    setting_.turn = m11 >= 0 ? 0 : 2;
  } else {
    setting_.turn = m12 > 0 ? 1 : 3;
  }
  if (!font) return;
  if (font->getWMode() == 1 && setting_.turn == 0) setting_.turn = 1;  // written downwards
  std::string name = font->getName().value_or("");
  setting_.bold = font->isBold() || holds(name, "Bold") || holds(name, "bold") || holds(name, "Black") ||
                  holds(name, "Heavy") || state->getRender() == 2;
  setting_.italic = font->isItalic() || holds(name, "Italic") || holds(name, "Oblique") || holds(name, "italic");
  symbols_ = symbols_of(name);
  double ascent = font->getAscent();
  double descent = -font->getDescent();
  if (font->getType() == fontType3) {
    // Its glyphs' own box tells how large the font is; the size alone tells nothing.
    const double* matrix = font->getFontMatrix();
    const double* box = font->getFontBBox();
    double height = std::abs((box[3] - box[1]) * matrix[3]);
    if (height > 0.01 && height < 1'000) setting_.size *= height;
    ascent = 0.75;
    descent = 0.25;
  }
  setting_.ascent = ascent > 0.3 && ascent < 1.2 ? std::min(ascent, 0.95) : 0.75;
  setting_.descent = descent > 0 && descent < 0.5 ? descent : 0.25;
}

void Device::drawChar(GfxState* state, double x, double y, double dx, double dy, double, double, CharCode code, int,
                      const Unicode* unicode, int length) {
  if (!font_known_) learn_font(state);
  if (++characters_ > base::limit(base::Limit::drawing) / operators_a_character) {
    page_.cut = true;
    return;
  }
  // The room between letters is no part of a letter; that after a space is part of the space.
  bool space = length > 0 && (unicode[0] == ' ' || unicode[0] == 0xA0);
  double spacing = space ? 0 : state->getCharSpace() + (code == 0x20 ? state->getWordSpace() : 0);
  double space_x = 0;
  double space_y = 0;
  state->textTransformDelta(spacing * state->getHorizScaling(), 0, &space_x, &space_y);
  double at_x = 0;
  double at_y = 0;
  double way_x = 0;
  double way_y = 0;
  state->transform(x, y, &at_x, &at_y);
  state->transformDelta(dx - space_x, dy - space_y, &way_x, &way_y);
  if (!std::isfinite(at_x) || !std::isfinite(at_y) || !std::isfinite(way_x) || !std::isfinite(way_y)) return;
  if (!std::isfinite(setting_.size) || setting_.size > 10'000) return;
  if (at_x < -1 || at_y < -1 || at_x > page_.width + 1 || at_y > page_.height + 1) return;
  std::int32_t mark = open_.empty() ? -1 : open_.back().mark;
  if ((length == 0 || unicode[0] == 0) && !replacing_ && code != 0) ++page_.unknown;
  if (replacing_) {
    double up = setting_.ascent * setting_.size;
    double down = setting_.descent * setting_.size;
    Box box{std::min(at_x, at_x + way_x), std::min(at_y, at_y + way_y) - up, std::max(at_x, at_x + way_x),
            std::max(at_y, at_y + way_y) + down};
    if (!replacement_.any) {
      replacement_.box = box;
      replacement_.baseline = at_y;
      replacement_.setting = setting_;
      replacement_.mark = mark;
    }
    replacement_.any = true;
    replacement_.box.include(box);
    return;
  }
  for (int i = 0; i < length; ++i) {
    char32_t c = unicode[i];
    bool private_use = c >= 0xF000 && c <= 0xF0FF;
    if (private_use || (symbols_ != docx::SymbolFont::none && c > 0x20 && c <= 0xFF)) {
      c = docx::symbol(symbols_, c);
    }
    if (c == 0 || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000)) continue;
    double share = 1.0 / length;
    words_.character(c, at_x + way_x * share * i, at_y + way_y * share * i, way_x * share, way_y * share, setting_,
                     mark);
  }
}

void Device::line(double x1, double y1, double x2, double y2) {
  if (page_.rules.size() >= base::limits::page_rules) return;
  if (!std::isfinite(x1) || !std::isfinite(y1) || !std::isfinite(x2) || !std::isfinite(y2)) return;
  bool level = std::abs(y1 - y2) <= straight;
  bool upright = std::abs(x1 - x2) <= straight;
  if (level == upright) return;
  Box box{std::min(x1, x2), std::min(y1, y2), std::max(x1, x2), std::max(y1, y2)};
  page_.rules.push_back({box, level});
}

void Device::stroke(GfxState* state) {
  const GfxPath* path = state->getPath();
  for (int i = 0; i < path->getNumSubpaths(); ++i) {
    const GfxSubpath* part = path->getSubpath(i);
    for (int k = 1; k < part->getNumPoints(); ++k) {
      if (part->getCurve(k)) continue;
      double x1 = 0;
      double y1 = 0;
      double x2 = 0;
      double y2 = 0;
      state->transform(part->getX(k - 1), part->getY(k - 1), &x1, &y1);
      state->transform(part->getX(k), part->getY(k), &x2, &y2);
      line(x1, y1, x2, y2);
    }
  }
}

void Device::fill(GfxState* state) {
  const GfxPath* path = state->getPath();
  for (int i = 0; i < path->getNumSubpaths(); ++i) {
    const GfxSubpath* part = path->getSubpath(i);
    if (part->getNumPoints() < 4 || part->getNumPoints() > 6) continue;
    Box box{1e9, 1e9, -1e9, -1e9};
    for (int k = 0; k < part->getNumPoints(); ++k) {
      double x = 0;
      double y = 0;
      state->transform(part->getX(k), part->getY(k), &x, &y);
      box.include({x, y, x, y});
    }
    // Thin: a line drawn as a box. Everything else is a ground colour, whose sides part nothing by themselves.
    if (box.height() <= thin && box.width() > box.height()) {
      line(box.left, box.middle(), box.right, box.middle());
    } else if (box.width() <= thin) {
      double middle = (box.left + box.right) / 2;
      line(middle, box.top, middle, box.bottom);
    }
  }
}

std::int32_t Device::mark_of(const Mark& mark) {
  if (mark.artifact) {
    if (artifact_ < 0) {
      artifact_ = static_cast<std::int32_t>(page_.marks.size());
      page_.marks.push_back(mark);
    }
    return artifact_;
  }
  auto [found, fresh] = known_marks_.try_emplace({mark.stream, mark.id}, static_cast<std::int32_t>(page_.marks.size()));
  if (fresh) page_.marks.push_back(mark);
  return found->second;
}

void Device::beginMarkedContent(const char* name, Dict* properties) {
  hear(NamedMarks::Event::begins);
  begin(std::string_view(name) == "Artifact", properties);
}

void Device::begin(bool artifact, Dict* properties) {
  Open open;
  open.mark = open_.empty() ? -1 : open_.back().mark;
  if (artifact) {
    Mark mark;
    mark.artifact = true;
    open.mark = mark_of(mark);
  }
  if (properties != nullptr && open_.size() < base::limits::markup_depth) {
    Object id = properties->lookup("MCID");
    if (id.isInt() && id.getInt() >= 0) {
      Mark mark;
      mark.stream = forms_.empty() ? 0 : forms_.back();
      mark.id = id.getInt();
      open.mark = mark_of(mark);
    }
    Object actual = properties->lookup("ActualText");
    if (actual.isString() && !replacing_) {
      open.replaces = true;
      replacing_ = true;
      replacement_ = {};
      replacement_.text = utf8(actual.getString()->toStr());
    }
  }
  open_.push_back(open);
}

void Device::end_replacement() {
  if (!replacing_) return;
  replacing_ = false;
  if (replacement_.any && !replacement_.text.empty()) {
    words_.text(replacement_.text, replacement_.box, replacement_.baseline, replacement_.setting, replacement_.mark);
  }
}

void Device::endMarkedContent(GfxState*) {
  hear(NamedMarks::Event::ends);
  if (open_.empty()) return;
  if (open_.back().replaces) end_replacement();
  open_.pop_back();
}

}  // namespace readers::pdf
