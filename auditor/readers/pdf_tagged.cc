#include "readers/pdf_tagged.h"

#include <algorithm>
#include <map>
#include <optional>

#include "base/utf8.h"
#include "readers/pdf_signs.h"

namespace readers::pdf {
namespace {

using document::BlockKind;
using document::Part;
using Kind = Node::Kind;

// Where marked content stands: the words of each mark, page by page.
class Contents {
 public:
  explicit Contents(const std::vector<Page>& pages) : pages_(pages), words_(pages.size()), taken_(pages.size()) {
    for (std::size_t p = 0; p < pages.size(); ++p) {
      words_[p].resize(pages[p].marks.size());
      taken_[p].resize(pages[p].marks.size(), false);
      for (std::size_t w = 0; w < pages[p].words.size(); ++w) {
        std::int32_t mark = pages[p].words[w].mark;
        if (mark >= 0) words_[p][static_cast<std::size_t>(mark)].push_back(w);
      }
      for (std::size_t m = 0; m < pages[p].marks.size(); ++m) {
        const Mark& mark = pages[p].marks[m];
        if (mark.object != 0) {
          objects_.try_emplace(mark.object, p, m);
        } else if (!mark.artifact) {
          marks_.try_emplace({p, mark.stream, mark.id}, m);
        }
      }
    }
  }

  struct Place {
    std::size_t page = 0;
    std::size_t mark = 0;
  };

  std::optional<Place> find(const Node& node) const {
    if (node.kind == Kind::object) {
      auto found = objects_.find(node.object);
      if (found == objects_.end()) return {};
      return Place{found->second.first, found->second.second};
    }
    if (node.page < 0) return {};
    auto page = static_cast<std::size_t>(node.page);
    auto found = marks_.find({page, node.stream, node.id});
    if (found == marks_.end()) return {};
    return Place{page, found->second};
  }

  const std::vector<std::size_t>& words(Place place) const { return words_[place.page][place.mark]; }
  bool taken(Place place) const { return taken_[place.page][place.mark]; }
  void take(Place place) { taken_[place.page][place.mark] = true; }
  void forget() {
    for (std::vector<bool>& page : taken_) page.assign(page.size(), false);
  }

 private:
  const std::vector<Page>& pages_;
  std::vector<std::vector<std::vector<std::size_t>>> words_;
  std::vector<std::vector<bool>> taken_;
  std::map<std::tuple<std::size_t, std::int32_t, std::int32_t>, std::size_t> marks_;
  std::map<std::int32_t, std::pair<std::size_t, std::size_t>> objects_;
};

class Walker {
 public:
  Walker(const Tree& tree, const std::vector<Page>& pages, const Joins& joins, Contents& contents,
         const std::vector<bool>& by_layout)
      : tree_(tree), pages_(pages), joins_(joins), contents_(contents), by_layout_(by_layout), run_(joins) {}

  Flow walk() {
    Flow flow;
    flow_ = &flow;
    visit(0);
    flush();
    return flow;
  }

 private:
  const Node& node(std::int32_t index) const { return tree_.nodes[static_cast<std::size_t>(index)]; }

  void visit_children(const Node& at) {
    for (std::int32_t child : at.children) visit(child);
  }

  void visit(std::int32_t index) {
    const Node& at = node(index);
    switch (at.kind) {
      case Kind::content:
      case Kind::object:
        return take_words(at);
      case Kind::run:
      case Kind::figure:
      case Kind::form:
        return visit_run(at);
      case Kind::artifact:
        return;
      case Kind::label:
        return visit_label(at);
      case Kind::paragraph:
        return visit_block(at, BlockKind::paragraph, 0);
      case Kind::heading:
        return visit_block(at, BlockKind::heading, std::max<std::uint8_t>(at.level, 1));
      case Kind::list:
        flush();
        ++lists_;
        visit_children(at);
        flush();
        --lists_;
        return;
      case Kind::item:
        return visit_item(at);
      case Kind::table:
        return visit_table(at);
      case Kind::note:
        return visit_note(at);
      case Kind::group:
      case Kind::list_body:
      case Kind::head_rows:
      case Kind::rows:
      case Kind::row:
      case Kind::header_cell:
      case Kind::cell:
        flush();
        visit_children(at);
        flush();
        return;
    }
  }

  void take_words(const Node& at) {
    std::optional<Contents::Place> place = contents_.find(at);
    if (!place || contents_.taken(*place)) return;
    contents_.take(*place);
    if (by_layout_[place->page]) ++passed_over_;
    if (by_layout_[place->page] || silent_) return;
    const Page& page = pages_[place->page];
    const Word* last = last_;
    for (std::size_t w : contents_.words(*place)) {
      const Word& word = page.words[w];
      run_.add(word, static_cast<std::uint32_t>(place->page) + 1, last != nullptr && last + 1 == &word);
      last = &word;
    }
    last_ = last;
  }

  // Inside a paragraph; or standing alone, where it makes one.
  void visit_run(const Node& at) {
    if (!at.replaced) return visit_children(at);
    bool was = silent_;
    silent_ = true;
    visit_children(at);
    silent_ = was;
    if (!silent_) run_.add(at.replacement);
  }

  void visit_label(const Node& at) {
    flush();
    visit_run(at);
    label_ = run_.text();
    label_page_ = run_.page();
    run_ = Run(joins_);
    if (is_bullet(label_)) label_.clear();
  }

  void visit_block(const Node& at, BlockKind kind, std::uint8_t level) {
    flush();
    BlockKind outer_kind = kind_;
    std::uint8_t outer_level = level_;
    kind_ = kind;
    level_ = level;
    visit_run(at);
    flush();
    kind_ = outer_kind;
    level_ = outer_level;
  }

  void visit_item(const Node& at) {
    flush();
    bool outer = item_open_;
    std::string outer_label = std::move(label_);
    label_.clear();
    item_open_ = true;
    visit_children(at);
    flush();
    // A label without a body, or whose body holds nothing to read.
    if (!label_.empty()) {
      Paragraph paragraph;
      paragraph.kind = BlockKind::list_item;
      paragraph.level = depth();
      paragraph.text = std::move(label_);
      paragraph.page = label_page_;
      flow_->emplace_back(std::move(paragraph));
    }
    label_ = std::move(outer_label);
    item_open_ = outer;
  }

  std::uint8_t depth() const { return static_cast<std::uint8_t>(std::clamp<std::size_t>(lists_, 1, 9)); }

  void visit_note(const Node& at) {
    Run outer = run_;
    const Word* outer_last = last_;
    Flow* outer_flow = flow_;
    Part outer_part = part_;
    Flow flow;
    run_ = Run(joins_);
    last_ = nullptr;
    flow_ = &flow;
    part_ = Part::footnote;
    visit_children(at);
    flush();
    part_ = outer_part;
    flow_ = outer_flow;
    last_ = outer_last;
    run_ = outer;
    std::move(flow.begin(), flow.end(), std::back_inserter(notes_));
    if (run_.empty()) flush();
  }

  void visit_table(const Node& at) {
    flush();
    Table table;
    const std::size_t passed_over = passed_over_;
    // A list that a table stands in says nothing of the cells.
    std::size_t outer_lists = lists_;
    bool outer_item = item_open_;
    std::string outer_label = std::move(label_);
    label_.clear();
    lists_ = 0;
    item_open_ = false;
    rows(at, false, table);
    flush();
    lists_ = outer_lists;
    item_open_ = outer_item;
    label_ = std::move(outer_label);
    for (const Row& row : table.rows) {
      for (const Cell& cell : row.cells) {
        if (table.page == 0) table.page = cell.page;
      }
    }
    // All that it holds is read by the page's layout: no empty grid is left of it.
    if (table.rows.empty() || (table.page == 0 && passed_over_ > passed_over)) return;
    flow_->emplace_back(std::move(table));
  }

  // Rows at whatever depth below a table or a part of it. What stands between them (a caption) goes before the table.
  void rows(const Node& at, bool head, Table& table) {
    for (std::int32_t child : at.children) {
      const Node& below = node(child);
      if (below.kind == Kind::row) {
        table.rows.push_back(row(below, head));
        if (table.rows.back().cells.empty()) table.rows.pop_back();
      } else if (below.kind == Kind::cell || below.kind == Kind::header_cell) {
        Row loose;
        loose.cells.push_back(cell(below, head));
        table.rows.push_back(std::move(loose));
      } else if (below.kind == Kind::head_rows) {
        rows(below, true, table);
      } else if (below.kind == Kind::rows || below.kind == Kind::group) {
        rows(below, false, table);
      } else {
        visit(child);
      }
    }
  }

  Row row(const Node& at, bool head) {
    Row result;
    for (std::int32_t child : at.children) {
      const Node& below = node(child);
      if (below.kind == Kind::cell || below.kind == Kind::header_cell) {
        result.cells.push_back(cell(below, head));
      } else if (below.kind == Kind::group) {
        Row inner = row(below, head);
        std::move(inner.cells.begin(), inner.cells.end(), std::back_inserter(result.cells));
      } else {
        visit(child);
      }
    }
    return result;
  }

  Cell cell(const Node& at, bool head) {
    Cell result;
    result.header = head || at.kind == Kind::header_cell;
    result.row_span = at.row_span;
    result.column_span = at.column_span;
    flush();
    Flow* outer = flow_;
    BlockKind outer_kind = kind_;
    std::uint8_t outer_level = level_;
    kind_ = BlockKind::paragraph;
    level_ = 0;
    flow_ = &result.content;
    visit_run(at);
    flush();
    flow_ = outer;
    kind_ = outer_kind;
    level_ = outer_level;
    for (const Item& item : result.content) {
      if (result.page == 0) result.page = page_of(item);
    }
    return result;
  }

  void flush() {
    if (!run_.empty()) {
      Paragraph paragraph;
      paragraph.kind = kind_;
      paragraph.level = level_;
      paragraph.part = part_;
      paragraph.page = run_.page();
      paragraph.text = run_.text();
      // Headings are set bold by their very styles; that says nothing of its own.
      if (kind_ != BlockKind::heading) {
        paragraph.bold = run_.bold();
        paragraph.italic = run_.italic();
      }
      if (item_open_ && kind_ == BlockKind::paragraph) {
        paragraph.kind = BlockKind::list_item;
        paragraph.level = depth();
        if (!label_.empty()) paragraph.text.insert(0, label_ + " ");
        without_bullet(paragraph.text);
        label_.clear();
        item_open_ = false;
      }
      flow_->emplace_back(std::move(paragraph));
    }
    run_ = Run(joins_);
    last_ = nullptr;
    std::move(notes_.begin(), notes_.end(), std::back_inserter(*flow_));
    notes_.clear();
  }

  const Tree& tree_;
  const std::vector<Page>& pages_;
  const Joins& joins_;
  Contents& contents_;
  const std::vector<bool>& by_layout_;
  Flow* flow_ = nullptr;
  Flow notes_;  // met inside a paragraph, to follow it
  Run run_;
  const Word* last_ = nullptr;
  BlockKind kind_ = BlockKind::paragraph;
  std::uint8_t level_ = 0;
  Part part_ = Part::body;
  std::size_t lists_ = 0;
  bool item_open_ = false;  // inside an item whose text is still to come
  std::string label_;
  std::uint32_t label_page_ = 0;
  std::size_t passed_over_ = 0;  // marks on pages that are read by their layout
  bool silent_ = false;          // inside content that something else is read in place of
};

}  // namespace

Tagged read_tagged(const Tree& tree, const std::vector<Page>& pages, const Joins& joins) {
  // In parts of a page's characters.
  constexpr std::size_t most_outside = 20;   // one in so many outside the tree: the tree is not to be trusted
  constexpr std::size_t most_artifacts = 2;  // one in so many called no text, outside the margins: likewise
  Tagged result;
  result.by_layout.resize(pages.size(), false);
  result.outside.resize(pages.size());
  Contents contents(pages);
  Walker(tree, pages, joins, contents, result.by_layout).walk();
  for (std::size_t p = 0; p < pages.size(); ++p) {
    const Page& page = pages[p];
    std::size_t all = 0;
    std::size_t outside = 0;
    std::size_t artifacts = 0;
    for (std::size_t w = 0; w < page.words.size(); ++w) {
      const Word& word = page.words[w];
      all += word.text.size();
      bool untold = word.mark < 0;
      if (!untold) {
        auto mark = static_cast<std::size_t>(word.mark);
        if (page.marks[mark].artifact) {
          bool in_margin = word.box.bottom < page.height * margin || word.box.top > page.height * (1 - margin);
          if (!in_margin) artifacts += word.text.size();
          continue;
        }
        untold = !contents.taken({p, mark});
      }
      if (untold) {
        outside += word.text.size();
        result.outside[p].push_back(w);
      }
    }
    result.by_layout[p] = outside * most_outside > all || artifacts * most_artifacts > all;
  }
  contents.forget();
  result.flow = Walker(tree, pages, joins, contents, result.by_layout).walk();
  return result;
}

}  // namespace readers::pdf
