#include "readers/xml_tree.h"

#include <algorithm>

#include "base/limit.h"
#include "base/utf8.h"
#include "base/xml.h"

namespace readers::xml {
namespace {

class TreeHandler : public base::xml::Handler {
 public:
  Node root;  // holds the document's root element
  bool too_large = false;
  bool any_text = false;

  TreeHandler() { open_.push_back(&root); }

  bool start(std::string_view, std::string_view name, const std::vector<base::xml::Attribute>& attributes) override {
    // As many as table cells in a document: every element may become one.
    if (++elements_ > base::limit(base::Limit::cells)) {
      too_large = true;
      return false;
    }
    Node node;
    node.name = name;
    for (const base::xml::Attribute& a : attributes) {
      if (a.space.empty()) node.attributes.emplace_back(a.name, a.value);
    }
    drop_blank(*open_.back());
    open_.back()->children.push_back(std::move(node));
    // Only the innermost open element grows, so the addresses of those around it stay.
    open_.push_back(&open_.back()->children.back());
    return true;
  }

  bool end(std::string_view, std::string_view) override {
    drop_blank(*open_.back());
    open_.pop_back();
    return true;
  }

  bool text(std::string_view characters) override {
    Node& parent = *open_.back();
    if (parent.children.empty() || !parent.children.back().is_text()) parent.children.emplace_back();
    parent.children.back().text += characters;
    any_text = any_text || !base::trimmed(characters).empty();
    return true;
  }

 private:
  static void drop_blank(Node& node) {
    if (!node.children.empty() && node.children.back().is_text() && base::trimmed(node.children.back().text).empty()) {
      node.children.pop_back();
    }
  }

  std::vector<Node*> open_;
  std::size_t elements_ = 0;
};

}  // namespace

bool Node::is_leaf() const {
  return std::all_of(children.begin(), children.end(), [](const Node& child) { return child.is_text(); });
}

bool Node::is_mixed() const {
  bool some_text = std::any_of(children.begin(), children.end(), [](const Node& child) { return child.is_text(); });
  return some_text && !is_leaf();
}

std::string Node::own_text() const {
  std::string out;
  for (const Node& child : children) out += child.text;
  return out;
}

base::Result<Node> tree_of(std::string_view text, const std::string& file, bool& broken) {
  using base::Error;
  using base::ErrorCode;
  TreeHandler handler;
  base::Status status = base::xml::parse(text, file, handler);
  if (handler.too_large) {
    return Error{ErrorCode::over_limit,
                 file,
                 0,
                 0,
                 "holds more than " + base::limit_words(base::Limit::cells) + " elements",
                 base::advice_to_raise(base::Limit::cells, "split it")};
  }
  broken = !status && status.error().code == ErrorCode::damaged && handler.any_text;
  if (!status && !broken) {
    Error error = status.error();
    // The parser's own words may quote the record.
    if (error.code == ErrorCode::damaged) {
      error.message = "is not well-formed XML";
      error.advice = "export it again";
    }
    return error;
  }
  if (handler.root.children.empty()) return Error{ErrorCode::damaged, file, 0, 0, "holds no element", ""};
  return std::move(handler.root.children.front());
}

}  // namespace readers::xml
