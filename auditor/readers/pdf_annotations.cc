#include "readers/pdf_annotations.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/limit.h"
#include "base/limits.h"
#include "readers/pdf_strings.h"

namespace readers::pdf {
namespace {

constexpr int invisible = 1 << 1 | 1 << 5;  // the flags Hidden and NoView
constexpr int push_button = 1 << 16;
constexpr int password_field = 1 << 13;
constexpr int deepest_field = 32;

// A field's property, which its parents may hold.
Object inherited(const Dict* field, const char* key) {
  Object value = field->lookup(key);
  if (!value.isNull()) return value;
  Object parent = field->lookup("Parent");
  for (int depth = 0; depth < deepest_field && parent.isDict(); ++depth) {
    value = parent.dictLookup(key);
    if (!value.isNull()) return value;
    parent = parent.dictLookup("Parent");
  }
  return Object(objNull);
}

std::string text_of(const Object& value) {
  if (value.isString()) return utf8(value.getString()->toStr());
  if (value.isName()) return value.getName();
  if (value.isStream()) {
    std::string bytes;
    Stream* stream = value.getStream();
    stream->reset();
    for (int c = stream->getChar(); c != EOF && bytes.size() < base::limit(base::Limit::part); c = stream->getChar()) {
      bytes += static_cast<char>(c);
    }
    stream->close();
    return utf8(bytes);
  }
  return "";
}

// What the list shows for a value that it stores.
std::string shown_choice(const Object& options, const std::string& value) {
  if (!options.isArray()) return value;
  int count = std::min(options.arrayGetLength(), 10'000);
  for (int i = 0; i < count; ++i) {
    Object option = options.arrayGet(i);
    if (!option.isArray() || option.arrayGetLength() < 2) continue;
    Object stored = option.arrayGet(0);
    if (text_of(stored) == value) return text_of(option.arrayGet(1));
  }
  return value;
}

std::string chosen(const Dict* field) {
  Object value = inherited(field, "V");
  Object options = inherited(field, "Opt");
  if (!value.isArray()) return shown_choice(options, text_of(value));
  std::string all;
  int count = std::min(value.arrayGetLength(), 1'000);
  for (int i = 0; i < count; ++i) {
    std::string one = shown_choice(options, text_of(value.arrayGet(i)));
    if (!one.empty()) all += (all.empty() ? "" : ", ") + one;
  }
  return all;
}

bool is_on(const Object& name) {
  return name.isName() && !name.isName("Off");
}

bool ticked(const Dict* field) {
  Object state = field->lookup("AS");
  if (state.isName()) return is_on(state);
  return is_on(inherited(field, "V"));
}

// False where the field holds nothing for a reader.
bool fill_in(const Dict* widget, Entry& entry) {
  Object type = inherited(widget, "FT");
  Object flags_object = inherited(widget, "Ff");
  int flags = flags_object.isInt() ? flags_object.getInt() : 0;
  Object label = inherited(widget, "TU");
  if (label.isString()) entry.label = utf8(label.getString()->toStr());
  if (type.isName("Tx") && (flags & password_field) == 0) {
    entry.value = text_of(inherited(widget, "V"));
  } else if (type.isName("Ch")) {
    entry.value = chosen(widget);
  } else if (type.isName("Btn") && (flags & push_button) == 0) {
    entry.kind = Entry::Kind::box;
    entry.ticked = ticked(widget);
  } else {
    return false;
  }
  return true;
}

bool is_comment(std::string_view subtype) {
  static constexpr std::array<std::string_view, 13> kinds = {
      "Text", "Highlight", "Underline", "Squiggly", "StrikeOut", "Caret",   "Stamp",
      "Ink",  "Line",      "Square",    "Circle",   "Polygon",   "PolyLine"};
  return std::find(kinds.begin(), kinds.end(), subtype) != kinds.end();
}

bool sides_of(const Dict* annotation, std::array<double, 4>& side) {
  Object rectangle = annotation->lookup("Rect");
  if (!rectangle.isArray() || rectangle.arrayGetLength() < 4) return false;
  for (int i = 0; i < 4; ++i) {
    Object number = rectangle.arrayGet(i);
    if (!number.isNum()) return false;
    side[static_cast<std::size_t>(i)] = std::clamp(number.getNum(), -1e6, 1e6);
  }
  return true;
}

bool place_of(const Dict* annotation, const double* matrix, Box& box) {
  std::array<double, 4> side{};
  if (!sides_of(annotation, side)) return false;
  auto across = [&](double x, double y) { return matrix[0] * x + matrix[2] * y + matrix[4]; };
  auto down = [&](double x, double y) { return matrix[1] * x + matrix[3] * y + matrix[5]; };
  double x1 = across(side[0], side[1]);
  double y1 = down(side[0], side[1]);
  double x2 = across(side[2], side[3]);
  double y2 = down(side[2], side[3]);
  box = {std::min(x1, x2), std::min(y1, y2), std::max(x1, x2), std::max(y1, y2)};
  return true;
}

bool is_push_button(const Dict* annotation) {
  Object flags = inherited(annotation, "Ff");
  return inherited(annotation, "FT").isName("Btn") && flags.isInt() && (flags.getInt() & push_button) != 0;
}

bool find_appearance(const Dict* annotation, Appearance& appearance) {
  std::array<double, 4> side{};
  Object looks = annotation->lookup("AP");
  if (!looks.isDict() || !sides_of(annotation, side)) return false;
  Object normal = looks.dictLookup("N");
  if (normal.isDict()) {
    Object state = annotation->lookup("AS");
    if (!state.isName()) return false;
    normal = normal.dictLookup(state.getName());
  }
  if (!normal.isStream()) return false;
  appearance = {std::move(normal), std::min(side[0], side[2]), std::min(side[1], side[3]), std::max(side[0], side[2]),
                std::max(side[1], side[3])};
  return true;
}

}  // namespace

Annotations annotations_of(const Object& annotations, const double* page_to_shown) {
  Annotations found;
  std::size_t bytes = 0;
  if (!annotations.isArray()) return found;
  int count = std::min(annotations.arrayGetLength(), static_cast<int>(base::limits::page_annotations));
  for (int i = 0; i < count; ++i) {
    Object annotation = annotations.arrayGet(i);
    if (!annotation.isDict()) continue;
    const Dict* dict = annotation.getDict();
    Object subtype = dict->lookup("Subtype");
    Object flags = dict->lookup("F");
    if (!subtype.isName() || (flags.isInt() && (flags.getInt() & invisible) != 0)) continue;
    Entry entry;
    const Object& reference = annotations.arrayGetNF(i);
    if (reference.isRef()) entry.object = reference.getRefNum();
    bool placed = place_of(dict, page_to_shown, entry.box);
    bool wanted = false;
    if (subtype.isName("Widget")) {
      wanted = placed && fill_in(dict, entry);
    } else if (subtype.isName("FreeText")) {
      entry.value = text_of(dict->lookup("Contents"));
      wanted = placed;
    } else if (is_comment(subtype.getName())) {
      entry.kind = Entry::Kind::comment;
      entry.value = text_of(dict->lookup("Contents"));
      wanted = true;
    }
    bool says_nothing = entry.kind == Entry::Kind::text && entry.value.empty() && !subtype.isName("Link");
    if (says_nothing && !is_push_button(dict)) {
      Appearance appearance;
      if (find_appearance(dict, appearance)) found.appearances.push_back(std::move(appearance));
    }
    bytes += entry.value.size() + entry.label.size();
    if (bytes > 4 * base::limit(base::Limit::drawing) / operators_a_character) {
      found.cut = true;
      break;
    }
    if (wanted) found.entries.push_back(std::move(entry));
  }
  return found;
}

}  // namespace readers::pdf
