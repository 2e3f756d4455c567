#include "base/xml_tree.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <utility>

#include "base/limits.h"
#include "base/utf8.h"

namespace base::xml {
namespace {

constexpr std::string_view declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n';
}

bool begins_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

bool goes_on_name(char c) {
  return begins_name(c) || (c >= '0' && c <= '9') || c == '-' || c == '.';
}

// Whether all bytes are characters that XML allows and that need no change: no carriage return among them.
bool plain_characters(std::string_view bytes) {
  std::uint8_t control = 0, all = 0;  // no bools, which no compiler takes sixteen at a time
  for (char c : bytes) {
    const auto byte = static_cast<std::uint8_t>(c);
    control = static_cast<std::uint8_t>(control | ((byte < 0x20) & (byte != '\t') & (byte != '\n')));
    all |= byte;
  }
  if (control != 0) return false;
  return all < 0x80 ||
         (is_utf8(bytes) && bytes.find("\xEF\xBF") == std::string_view::npos && !bytes.starts_with("\xEF\xBB\xBF"));
}

class PlainTree {
 public:
  explicit PlainTree(std::string_view bytes) : bytes_(bytes) {}

  std::optional<Element> read() {
    if (bytes_.starts_with(declaration)) at_ = declaration.size();
    while (at_ < bytes_.size()) {
      const std::size_t tag = std::min(bytes_.find('<', at_), bytes_.size());
      if (!text(tag)) return std::nullopt;
      at_ = tag;
      if (at_ < bytes_.size() && !mark_up()) return std::nullopt;
    }
    if (!open_.empty() || done_.size() != 1) return std::nullopt;
    return std::move(done_.front());
  }

 private:
  // One whose end tag hasn't come, and how many elements were done when it began: the others are its children.
  struct Open {
    Element element;
    std::size_t children_from;
  };

  bool text(std::size_t end) {
    const std::string_view part = bytes_.substr(at_, end - at_);
    if (open_.empty()) return std::all_of(part.begin(), part.end(), is_blank);
    return part.find("]]>") == std::string_view::npos && append(open_.back().element.text, part);
  }

  // The characters, references resolved.
  static bool append(std::string& to, std::string_view part) {
    static constexpr std::pair<std::string_view, char> references[] = {
        {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}};
    for (std::size_t reference = 0; (reference = part.find('&')) != std::string_view::npos;) {
      to += part.substr(0, reference);
      part.remove_prefix(reference);
      const auto* known = std::find_if(std::begin(references), std::end(references),
                                       [&](const auto& each) { return part.starts_with(each.first); });
      if (known == std::end(references)) return false;
      to += known->second;
      part.remove_prefix(known->first.size());
    }
    to += part;
    return true;
  }

  bool mark_up() {
    const char next = at_ + 1 < bytes_.size() ? bytes_[at_ + 1] : '\0';
    if (next == '!') return comment();
    return next == '/' ? end_tag() : start_tag();
  }

  bool comment() {
    if (!bytes_.substr(at_).starts_with("<!--")) return false;
    const std::size_t end = bytes_.find("--", at_ + 4);
    if (end == std::string_view::npos || !bytes_.substr(end).starts_with("-->")) return false;
    at_ = end + 3;
    return true;
  }

  std::string_view name() {
    const std::size_t from = at_;
    if (at_ < bytes_.size() && begins_name(bytes_[at_])) {
      while (at_ < bytes_.size() && goes_on_name(bytes_[at_])) ++at_;
    }
    return bytes_.substr(from, at_ - from);
  }

  bool blanks() {
    const std::size_t from = at_;
    while (at_ < bytes_.size() && is_blank(bytes_[at_])) ++at_;
    return at_ > from;
  }

  bool next_is(char c) {
    if (at_ == bytes_.size() || bytes_[at_] != c) return false;
    ++at_;
    return true;
  }

  bool start_tag() {
    if (open_.empty() && !done_.empty()) return false;  // a second root
    Open& open = open_.emplace_back(Open{{}, done_.size()});
    if (open_.size() > limits::markup_depth) return false;
    place(open.element);
    ++at_;
    open.element.name = name();
    if (open.element.name.empty()) return false;
    while (true) {
      const bool parted = blanks();
      if (next_is('>')) return true;
      if (next_is('/')) return next_is('>') && close();
      if (!parted || !attribute(open.element)) return false;
    }
  }

  bool attribute(Element& element) {
    const std::string_view of = name();
    if (of.empty() || of == "xmlns" || element.has_attribute(of)) return false;
    blanks();
    if (!next_is('=')) return false;
    blanks();
    const char quote = at_ < bytes_.size() ? bytes_[at_] : '\0';
    if (quote != '"' && quote != '\'') return false;
    const std::size_t end = bytes_.find(quote, ++at_);
    if (end == std::string_view::npos || element.attributes.size() == limits::element_attributes) return false;
    const std::string_view written = bytes_.substr(at_, end - at_);
    at_ = end + 1;
    std::string value;
    if (written.find('<') != std::string_view::npos || !append(value, written)) return false;
    std::replace_if(value.begin(), value.end(), is_blank, ' ');
    element.attributes.emplace_back(of, std::move(value));
    return true;
  }

  bool end_tag() {
    at_ += 2;
    if (open_.empty() || name() != open_.back().element.name) return false;
    blanks();
    return next_is('>') && close();
  }

  bool close() {
    Open& open = open_.back();
    const auto first = done_.begin() + static_cast<std::ptrdiff_t>(open.children_from);
    open.element.children.assign(std::make_move_iterator(first), std::make_move_iterator(done_.end()));
    done_.erase(first, done_.end());
    done_.push_back(std::move(open.element));
    open_.pop_back();
    return true;
  }

  // Start tags come in order: lines are counted on from the last one.
  void place(Element& element) {
    for (std::size_t end = 0; (end = bytes_.find('\n', line_start_)) < at_; line_start_ = end + 1) ++line_;
    element.line = line_;
    element.column = static_cast<std::uint32_t>(at_ - line_start_ + 1);
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
  std::size_t line_start_ = 0;
  std::uint32_t line_ = 1;
  std::vector<Open> open_;
  std::vector<Element> done_;  // whose parent is still open
};

}  // namespace

std::optional<Element> plain_tree(std::string_view bytes) {
  if (!plain_characters(bytes)) return std::nullopt;
  return PlainTree(bytes).read();
}

}  // namespace base::xml
