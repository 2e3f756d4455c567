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

const Scan& Remembered::brief(std::string_view text) const {
  if (text.size() > longest) {
    latest_brief_ = lexicon_.scan_brief(text);
    return latest_brief_;
  }
  return known(briefs_, most, text, [this](std::string_view t) { return lexicon_.scan_brief(t); });
}

Lexicon::Named Remembered::named(std::string_view label) const {
  if (label.size() > longest) return lexicon_.named(label);
  return known(named_, most, label, [this](std::string_view t) { return lexicon_.named(t); });
}

}  // namespace lexicon
