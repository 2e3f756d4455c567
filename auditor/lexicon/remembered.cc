#include "lexicon/remembered.h"

namespace lexicon {
namespace {

// The value for a text, made where it is not known yet.
template <typename Value, typename Make>
const Value& known(ByText<Value>& values, std::size_t most, std::string_view text, Make make) {
  auto found = values.find(text);
  if (found != values.end()) return found->second;
  if (values.size() >= most) values.clear();
  return values.emplace(std::string(text), make(text)).first->second;
}

}  // namespace

const Scan& Remembered::scan(std::string_view text) const {
  if (text.size() > longest) {
    latest_ = lexicon_.scan(text);
    return latest_;
  }
  return known(scans_, most, text, [this](std::string_view t) { return lexicon_.scan(t); });
}

SectionId Remembered::section_of(std::string_view heading) const {
  if (heading.size() > longest) return lexicon_.section_of(heading);
  return known(sections_, most, heading, [this](std::string_view t) { return lexicon_.section_of(t); });
}

FieldId Remembered::field_of(std::string_view label) const {
  if (label.size() > longest) return lexicon_.field_of(label);
  return known(fields_, most, label, [this](std::string_view t) { return lexicon_.field_of(t); });
}

}  // namespace lexicon
