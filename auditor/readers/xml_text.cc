// Records in XML of any vocabulary: what looks like a labelled value becomes a field, records alike become a table,
// longer text becomes paragraphs under a heading, and elements that group others become headings.
#include <algorithm>
#include <array>
#include <optional>

#include "base/limits.h"
#include "base/utf8.h"
#include "document/builder.h"
#include "readers/format.h"
#include "readers/xml_labels.h"
#include "readers/xml_source.h"
#include "readers/xml_tree.h"

namespace readers {
namespace {

using document::BlockKind;
using xml::Node;

// A value longer than this reads as prose rather than as the answer in a box.
constexpr std::size_t prose_bytes = 200;

template <std::size_t N>
bool is_one_of(const std::string& name, const std::array<std::string_view, N>& names) {
  std::string folded = base::fold_case(name);
  return std::find(names.begin(), names.end(), folded) != names.end();
}

constexpr std::array<std::string_view, 8> label_names = {"label",  "question", "caption", "title",
                                                         "prompt", "heading",  "name",    "questiontext"};
constexpr std::array<std::string_view, 8> value_names = {"value",   "answer",     "response", "text",
                                                         "content", "answertext", "data",     "comment"};
// What programs need and people don't read.
constexpr std::array<std::string_view, 22> technical_names = {
    "id",    "guid", "uuid",     "key",   "ref",    "href",     "class", "style", "lang",   "version", "schemaversion",
    "order", "seq",  "sequence", "index", "format", "datatype", "code",  "width", "height", "colspan", "rowspan"};
constexpr std::array<std::string_view, 12> type_words = {"text",    "string",  "date", "datetime", "number",  "int",
                                                         "integer", "boolean", "bool", "memo",     "decimal", "html"};
constexpr std::array<std::string_view, 30> inline_names = {
    "b",    "i",     "u",  "em",  "strong", "span", "p",    "br",   "div",       "ul",
    "ol",   "li",    "a",  "sub", "sup",    "para", "emph", "bold", "italic",    "line",
    "font", "small", "h1", "h2",  "h3",     "h4",   "h5",   "h6",   "paragraph", "body"};
constexpr std::array<std::string_view, 14> breaking_names = {"p",  "br", "div", "li", "para", "line",      "h1",
                                                             "h2", "h3", "h4",  "h5", "h6",   "paragraph", "body"};

bool is_technical(const std::string& name, const std::string& value) {
  std::string folded = base::fold_case(name);
  if (is_one_of(name, technical_names)) return true;
  // "xsi:type" lost its prefix; a plain "type" counts where it says more than how the value is stored.
  return folded == "type" && is_one_of(value, type_words);
}

// The attribute that names the element to people, where there is one.
const std::pair<std::string, std::string>* naming_attribute(const Node& node) {
  for (const auto& attribute : node.attributes) {
    if (is_one_of(attribute.first, label_names) && !base::trimmed(attribute.second).empty()) return &attribute;
  }
  return nullptr;
}

const Node* child_of(const Node& node, bool value) {
  for (const Node& child : node.children) {
    if (child.is_text()) continue;
    if (value ? is_one_of(child.name, value_names) : is_one_of(child.name, label_names) && child.is_leaf())
      return &child;
  }
  return nullptr;
}

void append_words(const Node& node, std::string& out) {
  for (const Node& child : node.children) {
    if (child.is_text()) {
      for (char c : child.text) out += c == '\n' || c == '\r' ? ' ' : c;
      continue;
    }
    bool breaks = is_one_of(child.name, breaking_names);
    bool parts = !breaks && !is_one_of(child.name, inline_names);
    if (breaks || parts) out += breaks ? '\n' : ' ';
    append_words(child, out);
    if (breaks || parts) out += breaks ? '\n' : ' ';
  }
}

bool is_formatted_text(const Node& node) {
  return !node.is_leaf() && std::all_of(node.children.begin(), node.children.end(), [](const Node& child) {
    return child.is_text() || (is_one_of(child.name, inline_names) && (child.is_leaf() || is_formatted_text(child)));
  });
}

std::string joined(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) {
    if (!out.empty()) out += '\n';
    out += line;
  }
  return out;
}

class XmlReader {
 public:
  explicit XmlReader(document::Builder& builder) : builder_(builder) {}

  void element(const Node& node, std::uint8_t depth) {
    if (builder_.full()) return;
    if (node.is_mixed() || is_formatted_text(node)) {
      std::string words;
      append_words(node, words);
      return value(label(node), words, node, depth);
    }
    if (node.is_leaf()) return leaf(node, depth);
    const Node* question = child_of(node, false);
    const Node* answer = child_of(node, true);
    if (question != nullptr && answer != nullptr && question != answer) return pair(node, *question, *answer, depth);
    group(node, question, depth);
  }

 private:
  static std::string label(const Node& node) {
    const auto* naming = naming_attribute(node);
    return naming == nullptr ? xml::label_of(node.name) : base::on_one_line(naming->second);
  }

  // An element without elements in it: its text, or a value in an attribute.
  void leaf(const Node& node, std::uint8_t depth) {
    std::string text = node.own_text();
    if (base::trimmed(text).empty()) {
      for (const auto& [name, content] : node.attributes) {
        if (is_one_of(name, value_names)) return value(label(node), content, node, depth);
      }
      bool told = std::any_of(node.attributes.begin(), node.attributes.end(), [&](const auto& a) {
        return &a != naming_attribute(node) && !is_technical(a.first, a.second);
      });
      if (told) {
        heading(label(node), depth);
        return attributes(node, "");
      }
    }
    value(label(node), text, node, depth);
  }

  void value(const std::string& name, std::string_view content, const Node& node, std::uint8_t depth) {
    std::vector<std::string> lines = xml::lines_of(content);
    if (lines.size() > 1 || (lines.size() == 1 && lines[0].size() > prose_bytes)) {
      heading(name, depth);
      for (const std::string& line : lines) builder_.add(BlockKind::paragraph, line);
    } else {
      builder_.field(name, joined(lines));
    }
    attributes(node, name);
  }

  // The attributes that say something; each labelled with the element's label before its own name where given.
  void attributes(const Node& node, const std::string& before) {
    const auto* naming = naming_attribute(node);
    for (const auto& attribute : node.attributes) {
      const auto& [name, content] = attribute;
      if (&attribute == naming || is_technical(name, content) || base::trimmed(content).empty()) continue;
      if (is_one_of(name, value_names) && node.is_leaf()) continue;
      std::string own = xml::label_of(name);
      if (!before.empty()) {
        if (own.size() > 1 && !(own[1] >= 'A' && own[1] <= 'Z')) own[0] = static_cast<char>(own[0] | 0x20);
        own = before + " " + own;
      }
      builder_.field(own, joined(xml::lines_of(content)));
    }
  }

  void pair(const Node& node, const Node& question, const Node& answer, std::uint8_t depth) {
    std::string name = joined(xml::lines_of(question.own_text()));
    std::string words;
    if (answer.is_leaf()) {
      words = answer.own_text();
    } else if (answer.is_mixed() || is_formatted_text(answer)) {
      append_words(answer, words);
    } else {
      heading(name, depth);
      children(answer, nullptr, depth);
      return;
    }
    value(name.empty() ? label(node) : name, words, answer, depth);
    for (const Node& child : node.children) {
      if (&child != &question && &child != &answer && !(is_one_of(child.name, technical_names) && child.is_leaf())) {
        element(child, deeper(depth));
      }
    }
  }

  void group(const Node& node, const Node* title, std::uint8_t depth) {
    // A title of its own names the group, unless it is one of many values (a person's name among a person's facts).
    bool names_group = title != nullptr && base::fold_case(title->name) != "name" && title == &node.children.front();
    if (names_group) {
      heading(joined(xml::lines_of(title->own_text())), depth);
    } else {
      heading(label(node), depth);
      title = nullptr;
    }
    attributes(node, "");
    children(node, title, depth);
  }

  void children(const Node& node, const Node* except, std::uint8_t depth) {
    std::size_t i = 0;
    while (i < node.children.size()) {
      const Node& child = node.children[i];
      if (&child == except) {
        ++i;
        continue;
      }
      std::size_t end = i + 1;
      while (end < node.children.size() && node.children[end].name == child.name && &node.children[end] != except)
        ++end;
      if (end - i > 1 && are_records(node, i, end)) {
        bool alone = i == 0 && end == node.children.size();
        if (!alone) heading(xml::label_of(child.name), deeper(depth));
        table(node, i, end);
      } else {
        for (std::size_t k = i; k < end; ++k) element(node.children[k], deeper(depth));
      }
      i = end;
    }
  }

  // Whether the children of `node` in [begin, end) are records alike: simple values only, each at most once, two or
  // more of them in some record, and most of them in most records. What has a title is a section.
  static bool are_records(const Node& node, std::size_t begin, std::size_t end) {
    std::size_t most = 0;
    std::size_t all = 0;
    for (std::size_t i = begin; i < end; ++i) {
      const Node& record = node.children[i];
      if (record.is_text() || record.is_mixed() || is_formatted_text(record)) return false;
      if (!record.is_leaf() && child_of(record, false) != nullptr && child_of(record, true) != nullptr) return false;
      const Node* title = child_of(record, false);
      const auto* naming = naming_attribute(record);
      if (title != nullptr && base::fold_case(title->name) != "name" && title == &record.children.front()) return false;
      if (naming != nullptr && base::fold_case(naming->first) != "name") return false;
      if (record.is_leaf() && (!record.children.empty() || naming != nullptr)) return false;
      std::size_t values = 0;
      for (const Node& child : record.children) {
        if (!child.is_leaf()) return false;
        auto same = std::count_if(record.children.begin(), record.children.end(),
                                  [&](const Node& other) { return other.name == child.name; });
        if (same > 1 || xml::lines_of(child.own_text()).size() > 1) return false;
        ++values;
        if (values > 60) return false;
      }
      for (const auto& [name, content] : record.attributes) values += is_technical(name, content) ? 0u : 1u;
      most = std::max(most, values);
      all += values;
    }
    return most > 1 && all * 2 >= columns_of(node, begin, end).size() * (end - begin);
  }

  static std::vector<std::string> columns_of(const Node& node, std::size_t begin, std::size_t end) {
    std::vector<std::string> columns;
    auto column = [&](const std::string& name) {
      if (std::find(columns.begin(), columns.end(), name) == columns.end()) columns.push_back(name);
    };
    for (std::size_t i = begin; i < end && columns.size() < base::limits::table_columns; ++i) {
      for (const auto& [name, content] : node.children[i].attributes) {
        if (!is_technical(name, content)) column(name);
      }
      for (const Node& child : node.children[i].children) column(child.name);
    }
    return columns;
  }

  void table(const Node& node, std::size_t begin, std::size_t end) {
    const std::vector<std::string> columns = columns_of(node, begin, end);
    builder_.begin_table();
    builder_.begin_row();
    for (const std::string& name : columns) cell(xml::label_of(name), true);
    builder_.end_row();
    for (std::size_t i = begin; i < end && !builder_.full(); ++i) {
      builder_.begin_row();
      for (const std::string& name : columns) cell(cell_text(node.children[i], name), false);
      builder_.end_row();
    }
    builder_.end_table();
  }

  static std::string cell_text(const Node& record, const std::string& name) {
    for (const Node& child : record.children) {
      if (child.name == name) return joined(xml::lines_of(child.own_text()));
    }
    for (const auto& [key, content] : record.attributes) {
      if (key == name) return joined(xml::lines_of(content));
    }
    return "";
  }

  void cell(const std::string& text, bool header) {
    builder_.begin_cell({header, 1, 1});
    builder_.add(BlockKind::paragraph, text);
    builder_.end_cell();
  }

  void heading(const std::string& text, std::uint8_t depth) {
    document::Style style;
    style.level = depth;
    builder_.add(BlockKind::heading, text, style);
  }

  static std::uint8_t deeper(std::uint8_t depth) { return depth < 9 ? static_cast<std::uint8_t>(depth + 1) : depth; }

  document::Builder& builder_;
};

}  // namespace

base::Result<document::Document> read_xml(std::string_view bytes, const std::string& name) {
  bool broken = false;
  base::Result<Node> root = xml::tree_of(xml::source_of(bytes), name, broken);
  if (!root) return root.error();
  document::Builder builder("xml");
  if (broken) {
    builder.note(document::NoteKind::salvaged, "the file is cut off or damaged: the text after the fault is missing");
  }
  XmlReader(builder).element(root.value(), 1);
  return builder.take();
}

}  // namespace readers
