#include "readers/pdf_tree_reader.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "base/limit.h"
#include "base/limits.h"
#include "readers/pdf_strings.h"

namespace readers::pdf {
namespace {

using Kind = Node::Kind;

struct Known {
  std::string_view name;
  Kind kind;
};

// PDF 1.7 and 2.0 (ISO 32000-2, 14.8.4). What isn't here is a group.
constexpr std::array known_kinds = {Known{"P", Kind::paragraph},      Known{"H", Kind::heading},
                                    Known{"Title", Kind::heading},    Known{"Caption", Kind::paragraph},
                                    Known{"TOCI", Kind::paragraph},   Known{"BibEntry", Kind::paragraph},
                                    Known{"L", Kind::list},           Known{"LI", Kind::item},
                                    Known{"Lbl", Kind::label},        Known{"LBody", Kind::list_body},
                                    Known{"Table", Kind::table},      Known{"THead", Kind::head_rows},
                                    Known{"TBody", Kind::rows},       Known{"TFoot", Kind::rows},
                                    Known{"TR", Kind::row},           Known{"TH", Kind::header_cell},
                                    Known{"TD", Kind::cell},          Known{"Span", Kind::run},
                                    Known{"Quote", Kind::run},        Known{"Reference", Kind::run},
                                    Known{"Code", Kind::run},         Known{"Link", Kind::run},
                                    Known{"Annot", Kind::run},        Known{"Em", Kind::run},
                                    Known{"Strong", Kind::run},       Known{"Sub", Kind::run},
                                    Known{"Ruby", Kind::run},         Known{"RB", Kind::run},
                                    Known{"RT", Kind::run},           Known{"RP", Kind::run},
                                    Known{"Warichu", Kind::run},      Known{"WT", Kind::run},
                                    Known{"WP", Kind::run},           Known{"Figure", Kind::figure},
                                    Known{"Formula", Kind::figure},   Known{"Note", Kind::note},
                                    Known{"FENote", Kind::note},      Known{"Form", Kind::form},
                                    Known{"Artifact", Kind::artifact}};

constexpr std::array<std::string_view, 13> known_groups = {
    "Document",   "DocumentFragment", "Part", "Art",   "Sect",    "Div",     "Aside",
    "BlockQuote", "NonStruct",        "TOC",  "Index", "Private", "Sections"};

bool find_kind(std::string_view name, Kind& kind, std::uint8_t& level) {
  for (const Known& known : known_kinds) {
    if (known.name == name) {
      kind = known.kind;
      level = name == "Title" ? 1 : 0;
      return true;
    }
  }
  if (name.size() >= 2 && name.size() <= 3 && name[0] == 'H') {
    int number = 0;
    auto [end, error] = std::from_chars(name.data() + 1, name.data() + name.size(), number);
    if (error == std::errc() && end == name.data() + name.size() && number >= 1) {
      kind = Kind::heading;
      level = static_cast<std::uint8_t>(std::min(number, 9));
      return true;
    }
  }
  kind = Kind::group;
  return std::find(known_groups.begin(), known_groups.end(), name) != known_groups.end();
}

class TreeReader {
 public:
  TreeReader(const Object& root, const std::function<std::int32_t(int)>& page_of)
      : objects_(root.getDict()->getXRef()),
        roles_(root.dictLookup("RoleMap")),
        classes_(root.dictLookup("ClassMap")),
        page_of_(page_of) {}

  Tree read(const Object& root) {
    tree_.nodes.emplace_back();
    push_children(0, root, -1);
    while (!waiting_.empty()) {
      Waiting next = std::move(waiting_.back());
      waiting_.pop_back();
      take(std::move(next));
    }
    return std::move(tree_);
  }

 private:
  struct Waiting {
    std::int32_t parent;
    Object object;  // of the kids' array, not followed
    std::int32_t page;
    std::size_t depth;
  };

  // Children wait in reverse, so that they are taken in order.
  void push_children(std::int32_t node, const Object& element, std::int32_t page, std::size_t depth = 0) {
    const Object& kids_reference = element.getDict()->lookupNF("K");
    Object kids = element.dictLookup("K");
    if (kids.isArray()) {
      int count = kids.arrayGetLength();
      if (waiting_.size() + static_cast<std::size_t>(count) + tree_.nodes.size() >
          base::limit(base::Limit::structure)) {
        tree_.cut = true;
        return;
      }
      for (int i = count - 1; i >= 0; --i) {
        waiting_.push_back({node, kids.arrayGetNF(i).copy(), page, depth + 1});
      }
    } else if (!kids.isNull()) {
      waiting_.push_back({node, kids_reference.copy(), page, depth + 1});
    }
  }

  std::int32_t add(std::int32_t parent, Node node) {
    auto index = static_cast<std::int32_t>(tree_.nodes.size());
    tree_.nodes[static_cast<std::size_t>(parent)].children.push_back(index);
    tree_.nodes.push_back(std::move(node));
    return index;
  }

  std::int32_t page_in(const Object& element, std::int32_t otherwise) const {
    const Object& page = element.getDict()->lookupNF("Pg");
    if (!page.isRef()) return otherwise;
    return page_of_(page.getRefNum());
  }

  void take(Waiting next) {
    if (tree_.nodes.size() >= base::limit(base::Limit::structure) || next.depth > base::limits::markup_depth) {
      tree_.cut = true;
      return;
    }
    int number = -1;
    if (next.object.isRef()) {
      number = next.object.getRefNum();
      if (!seen_.insert(number).second) return;  // an element has one place
    }
    Object element = next.object.fetch(objects_);
    if (element.isInt()) {
      add_content(next.parent, element.getInt(), 0, next.page);
      return;
    }
    if (!element.isDict()) return;
    Object type = element.dictLookup("Type");
    std::int32_t page = page_in(element, next.page);
    if (type.isName("MCR")) {
      Object id = element.dictLookup("MCID");
      const Object& stream = element.getDict()->lookupNF("Stm");
      if (id.isInt()) add_content(next.parent, id.getInt(), stream.isRef() ? stream.getRefNum() : 0, page);
      return;
    }
    if (type.isName("OBJR")) {
      const Object& object = element.getDict()->lookupNF("Obj");
      Node node;
      node.kind = Kind::object;
      node.object = object.isRef() ? object.getRefNum() : 0;
      node.page = page;
      add(next.parent, std::move(node));
      return;
    }
    std::int32_t index = add(next.parent, element_node(element));
    push_children(index, element, page, next.depth);
  }

  void add_content(std::int32_t parent, int id, int stream, std::int32_t page) {
    Node node;
    node.kind = Kind::content;
    node.id = id;
    node.stream = stream;
    node.page = page;
    add(parent, std::move(node));
  }

  Node element_node(const Object& element) const {
    Node node;
    Object type = element.dictLookup("S");
    std::string name = type.isName() ? type.getName() : "";
    // Names of the producer's own, mapped to names that are known, perhaps over several steps.
    for (int steps = 0; steps < 16 && !find_kind(name, node.kind, node.level); ++steps) {
      Object mapped = roles_.isDict() ? roles_.dictLookup(name.c_str()) : Object(objNull);
      if (!mapped.isName()) break;
      name = mapped.getName();
    }
    Object actual = element.dictLookup("ActualText");
    if (actual.isString()) {
      node.replaced = true;
      node.replacement = utf8(actual.getString()->toStr());
    }
    if (node.kind == Kind::cell || node.kind == Kind::header_cell) {
      spans(element.dictLookup("A"), node);
      Object classes = element.dictLookup("C");
      for_each(classes, [&](const Object& name_of_class) {
        if (name_of_class.isName() && classes_.isDict()) spans(classes_.dictLookup(name_of_class.getName()), node);
      });
    }
    return node;
  }

  template <typename Use>
  static void for_each(const Object& one_or_more, Use use) {
    if (!one_or_more.isArray()) return use(one_or_more);
    int count = std::min(one_or_more.arrayGetLength(), 100);
    for (int i = 0; i < count; ++i) use(one_or_more.arrayGet(i));
  }

  static void spans(const Object& attributes, Node& node) {
    for_each(attributes, [&](const Object& one) {
      if (!one.isDict()) return;
      Object rows = one.dictLookup("RowSpan");
      Object columns = one.dictLookup("ColSpan");
      if (rows.isInt()) node.row_span = static_cast<std::uint32_t>(std::clamp(rows.getInt(), 1, 65'534));
      if (columns.isInt()) node.column_span = static_cast<std::uint32_t>(std::clamp(columns.getInt(), 1, 1'000));
    });
  }

  XRef* objects_;
  Object roles_;
  Object classes_;
  const std::function<std::int32_t(int)>& page_of_;
  Tree tree_;
  std::vector<Waiting> waiting_;
  std::unordered_set<int> seen_;
};

}  // namespace

Tree tree_of(const Object& root, const std::function<std::int32_t(int)>& page_of) {
  if (!root.isDict()) return {};
  Tree tree = TreeReader(root, page_of).read(root);
  if (tree.nodes.size() < 2) tree.nodes.clear();
  return tree;
}

}  // namespace readers::pdf
