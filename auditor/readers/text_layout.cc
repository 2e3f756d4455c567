#include "readers/text_layout.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "readers/text_entries.h"
#include "readers/text_lines.h"
#include "readers/text_paragraphs.h"
#include "readers/text_signs.h"
#include "readers/text_tables.h"

namespace readers {
namespace {

using document::BlockKind;
using text::Line;

constexpr unsigned table_nesting = 4;  // grids drawn inside the cells of grids

void lay_out(std::string_view text, document::Builder& builder, unsigned nesting);

class Layout {
 public:
  Layout(const std::vector<Line>& lines, document::Builder& builder, unsigned nesting)
      : lines_(lines), tables_(lines), wrap_(text::wrap_of(lines)), builder_(builder), nesting_(nesting) {}

  void run() {
    for (std::size_t i = 0; i < lines_.size() && !builder_.full();) i = next(i);
  }

 private:
  // Reads what starts at line `at`; gives the line after it.
  std::size_t next(std::size_t at) {
    const Line& line = lines_[at];
    if (line.empty()) return at + 1;
    if (std::optional<text::Table> table = tables_.at(at)) {
      put_table(*table, line.page);
      indents_.clear();
      return table->end;
    }
    if (line.rule != text::Rule::none) return at + 1;
    if (std::size_t end = marked_heading(at); end > at) return end;
    if (heads_indented(at)) {
      heading(line.words(), level_of(line.words()), at);
      return at + 1;
    }
    std::string_view words = line.words();
    const text::Mark mark = text::list_mark(words);
    if (mark.size > 0 && !is_numbered_heading(at, mark)) return list_item(at, mark);
    if (line.entry && text::is_bare_number(line)) return list_item(at, {0, true});
    return paragraph(at);
  }

  // "## Title", or a title with a rule under it.
  std::size_t marked_heading(std::size_t at) {
    std::string_view words = lines_[at].words();
    std::size_t level = std::min(words.find_first_not_of('#'), words.size());
    if (level >= 1 && level <= 6 && level < words.size() && words[level] == ' ') {
      while (words.ends_with('#')) words.remove_suffix(1);
      heading(words.substr(level), static_cast<std::uint8_t>(level), at);
      return at + 1;
    }
    if (const std::string_view inner = text::heading_between_signs(words); !inner.empty()) {
      heading(inner, headed_ ? 2 : 1, at);
      return at + 1;
    }
    if (at + 1 >= lines_.size() || lines_[at].indent > 3 || text::word_count(words) > 15) return at;
    const Line& under = lines_[at + 1];
    char sign = under.empty() ? ' ' : under.words().front();
    bool one_rule = (sign == '=' || sign == '-') && under.words().find_first_not_of(sign) == std::string_view::npos;
    const bool opens = at == 0 || lines_[at - 1].empty() || lines_[at - 1].rule != text::Rule::none;
    if ((!one_rule || under.text.size() < 3 || !opens) && !is_underlined(at)) return at;
    heading(words, sign == '=' ? 1 : 2, at);
    return at + 2;
  }

  bool is_underlined(std::size_t at) const {
    return at + 1 < lines_.size() && !lines_[at + 1].empty() && lines_[at].indent <= 3 &&
           text::is_underlined_by(lines_[at].words(), lines_[at + 1].words());
  }

  bool stands_alone(std::size_t at) const {
    return (at == 0 || lines_[at - 1].empty()) && (at + 1 >= lines_.size() || lines_[at + 1].empty());
  }

  std::size_t next_filled(std::size_t at) const {
    while (at < lines_.size() && lines_[at].empty()) ++at;
    return at;
  }

  // "3. Analysis" alone between empty lines, where a list would have its neighbours.
  bool is_numbered_heading(std::size_t at, text::Mark mark) const {
    std::string_view words = lines_[at].words();
    if (!mark.numbered || lines_[at].indent > 0 || text::heading_number(words) == 0) return false;
    if (mark.size >= 2 && words[mark.size - 2] == ' ') return false;  // "1.  item", as pandoc sets lists
    if (stands_alone(at)) return text::reads_as_heading(words) && next_filled(at + 1) < lines_.size();
    const bool opens = at == 0 || lines_[at - 1].empty() || text::ends_sentence(lines_[at - 1].text) ||
                       text::label_size(lines_[at - 1].words()) > 0;
    return opens && text::reads_as_heading(words) && starts_prose(at + 1);
  }

  // "Q4. Who else was asked?" or "B. What is known" with its text indented below, in a line that wasn't broken.
  bool heads_indented(std::size_t at) const {
    const std::string_view words = lines_[at].words();
    if (at + 1 >= lines_.size() || lines_[at + 1].empty() || lines_[at + 1].rule != text::Rule::none) return false;
    if (lines_[at + 1].indent < lines_[at].indent + 2 || text::heading_number(words) == 0) return false;
    if (words.find("   ") != std::string_view::npos || !text::reads_as_heading(words)) return false;
    // An item of a list hangs: its first line is as long as it can be.
    const std::string_view below = lines_[at + 1].words();
    const std::string_view first = below.substr(0, below.find_first_of(" \t"));
    const bool broken = text::columns_of(lines_[at].text) + 1 + text::columns_of(first) >= wrap_.width;
    const bool opens = text::reads_as_opening(below);
    return opens && (!broken || wrap_.width == 0 || words.ends_with('?'));
  }

  // Whether the line reads as running text, so that a short line right above it is its heading.
  bool starts_prose(std::size_t at) const {
    if (at >= lines_.size() || lines_[at].empty()) return false;
    std::string_view words = lines_[at].words();
    if (text::list_mark(words).size > 0) return false;
    if (const std::size_t label = text::label_size(words); label > 0 && !text::is_prose_value(words.substr(label))) {
      return false;
    }
    return words.size() >= 45 || (text::ends_sentence(words) && text::word_count(words) >= 3);
  }

  void heading(std::string_view words, std::uint8_t level, std::size_t at) {
    document::Style style;
    style.page = lines_[at].page;
    style.inferred = true;
    std::string plain = text::without_emphasis(words, style);
    style.level = level;
    builder_.add(BlockKind::heading, plain, style);
    headed_ = true;
    indents_.clear();
  }

  // The level of a heading without a mark: the first is the title; numbers and capitals rank above the rest.
  std::uint8_t level_of(std::string_view words) {
    const unsigned number = text::heading_number(words);
    if (!headed_) return number > 0 ? 2 : 1;
    const bool capitals = text::is_all_capitals(words);
    ranked_ = ranked_ || number > 0 || capitals;
    if (number > 0) return static_cast<std::uint8_t>(std::min(number + 1, 8u));
    return ranked_ && !capitals ? 3 : 2;
  }

  std::size_t list_item(std::size_t at, text::Mark mark) {
    const Line& line = lines_[at];
    while (!indents_.empty() && indents_.back() > line.indent) indents_.pop_back();
    if (indents_.empty() || indents_.back() < line.indent) indents_.push_back(line.indent);
    std::string words(mark.numbered ? line.words() : line.words().substr(mark.size));
    std::size_t end = at + 1;
    for (; end < lines_.size() && !lines_[end].empty(); ++end) {
      const Line& more = lines_[end];
      if (more.rule != text::Rule::none || text::list_mark(more.words()).size > 0 || more.entry) break;
      if (!text::heading_between_signs(more.words()).empty() || is_underlined(end)) break;
      bool hangs = more.indent > line.indent;
      if (!hangs && !text::continues(lines_[end - 1], more, wrap_)) break;
      words += ' ';
      words += more.words();
    }
    document::Style style;
    style.inferred = true;
    style.page = line.page;
    std::string plain = text::without_emphasis(words, style);
    style.level = static_cast<std::uint8_t>(std::min<std::size_t>(indents_.size(), 255));
    builder_.add(BlockKind::list_item, plain, style);
    return end;
  }

  // A run of lines up to an empty one or the start of something else.
  std::size_t paragraph(std::size_t at) {
    std::size_t end = at + 1;
    for (; end < lines_.size() && !lines_[end].empty(); ++end) {
      if (lines_[end].rule != text::Rule::none || lines_[end].words().starts_with("# ")) break;
      if (text::list_mark(lines_[end].words()).size > 0 && !text::continues(lines_[end - 1], lines_[end], wrap_)) break;
      if (lines_[end].entry && text::is_bare_number(lines_[end])) break;
      if (lines_[end].words().starts_with('|') || tables_.at(end)) break;
      if (!text::heading_between_signs(lines_[end].words()).empty() || is_underlined(end)) break;
      if (heads_indented(end)) break;
    }
    if (lines_[at].indent == 0) indents_.clear();
    if (end < lines_.size() && !lines_[end].empty() && lines_[end].rule == text::Rule::dashes && end > at + 1) --end;
    if (put_definition(at, at, end)) return end;
    if (end == at + 1) {
      if (const std::size_t after = put_loose_definition(at); after > at) return after;
      if (put_single(at)) return end;
    }
    put_lines(at, end);
    return end;
  }

  // A label with its value indented under it, in the lines after `at` and from `above` on.
  bool put_definition(std::size_t at, std::size_t above, std::size_t end) {
    std::string_view label = lines_[at].words();
    if (end < above + 2 || label.size() > 90 || text::word_count(label) > 8) return false;
    if (text::ends_sentence(label) && !label.ends_with('?')) return false;
    if (std::string_view(",;").find(label.back()) != std::string_view::npos) return false;
    const std::uint32_t least = lines_[at].indent + (label.ends_with(':') ? 1 : 3);
    std::string value;
    for (std::size_t i = above + 1; i < end; ++i) {
      if (lines_[i].indent < least) return false;
      if (!value.empty()) value += text::continues(lines_[i - 1], lines_[i], wrap_) ? ' ' : '\n';
      value += lines_[i].words();
    }
    put_field(label, value, at);
    defined_ = end;
    return true;
  }

  // The same with an empty line between, as pandoc sets a definition of several paragraphs: gives the line after the
  // first of them, or `at`.
  std::size_t put_loose_definition(std::size_t at) {
    const std::size_t from = next_filled(at + 1);
    if (from != at + 2 || from >= lines_.size() || lines_[at].indent > 0 || lines_[from].indent < 4) return at;
    if (text::list_mark(lines_[from].words()).size > 0 || tables_.at(from)) return at;
    std::size_t end = from + 1;
    while (end < lines_.size() && lines_[end].indent >= 4 && !lines_[end].empty()) ++end;
    return put_definition(at, from - 1, end) ? end : at;
  }

  void put_field(std::string_view label, std::string_view value, std::size_t at) {
    document::Style style;
    style.inferred = true;
    style.page = lines_[at].page;
    document::Style plain = style;
    std::string name = text::without_emphasis(base::trimmed(label), plain);
    builder_.field(name, text::without_emphasis(base::trimmed(value), style), style);
  }

  // A line that stands alone, where it is a heading or a label; false where it is text.
  bool put_single(std::size_t at) {
    std::string_view words = lines_[at].words();
    const std::size_t following = next_filled(at + 1);
    const bool last = following >= lines_.size();
    if (const std::size_t size = text::label_size(words); size == words.size() && size > 0) {
      if (last || lines_[following].indent > lines_[at].indent) return put_field(words, {}, at), true;
      if (text::list_mark(lines_[following].words()).size > 0) return false;
      const bool prose = stands_alone(at) && starts_prose(following);
      if (prose) return heading(words, level_of(words), at), true;
      return put_field(words, {}, at), true;
    }
    if (last || lines_[at].indent > 3 || !stands_alone(at)) return false;
    document::Style style;
    const std::string plain = text::without_emphasis(words, style);
    if (style.italic || plain.empty() || !text::reads_as_heading(plain)) return false;
    // In a list of definitions, a term without its definition is an empty field.
    if (defined_ > 0 && next_filled(defined_) == at && is_definition(following)) return put_field(words, {}, at), true;
    heading(words, level_of(plain), at);
    return true;
  }

  bool is_definition(std::size_t at) const {
    return at + 1 < lines_.size() && lines_[at].indent == 0 && !lines_[at + 1].empty() && lines_[at + 1].indent >= 3 &&
           text::word_count(lines_[at].words()) <= 8;
  }

  // Running text: wrapped lines are joined, a heading may stand right over its text, lines of labels are fields.
  void put_lines(std::size_t at, std::size_t end) {
    const std::vector<text::Piece> pieces = text::fields_apart(text::pieces_of(lines_, at, end, wrap_));
    for (std::size_t p = 0; p < pieces.size(); ++p) {
      const text::Piece& piece = pieces[p];
      const std::string_view words = piece.words;
      const std::size_t size = text::label_size(words);
      const bool last = p + 1 == pieces.size();
      if (size > 0 && size == words.size() && !last && text::label_size(pieces[p + 1].words) == 0) {
        std::string value;
        for (; p + 1 < pieces.size() && text::label_size(pieces[p + 1].words) == 0; ++p) {
          if (!value.empty()) value += '\n';
          value += pieces[p + 1].words;
        }
        put_field(words, value, piece.first);
      } else if (size > 0 && size == words.size() && last && introduces_list(end)) {
        put_paragraph(piece);
      } else if (size > 0 && !text::is_prose_value(words.substr(size))) {
        put_field(words.substr(0, size), words.substr(size), piece.first);
      } else if (size == 0 && !last && (p == 0 || ends_block(pieces[p - 1])) && is_heading_over(piece, pieces[p + 1])) {
        heading(words, level_of(words), piece.first);
      } else {
        put_paragraph(piece);
      }
    }
  }

  bool introduces_list(std::size_t at) const {
    return at < lines_.size() && text::list_mark(lines_[at].words()).size > 0;
  }

  static bool ends_block(const text::Piece& piece) {
    return text::ends_sentence(piece.words) || text::label_size(piece.words) > 0;
  }

  bool is_heading_over(const text::Piece& piece, const text::Piece& below) const {
    return below.first == piece.first + 1 && lines_[piece.first].indent < 4 && text::reads_as_heading(piece.words) &&
           starts_prose(below.first);
  }

  void put_paragraph(const text::Piece& piece) {
    document::Style style;
    style.page = lines_[piece.first].page;
    const std::string plain = text::without_emphasis(piece.words, style);
    builder_.add(BlockKind::paragraph, plain, style);
  }

  void put_table(const text::Table& table, std::uint32_t page) {
    document::Style style;
    style.inferred = true;
    style.page = page;
    builder_.begin_table(style);
    for (const std::vector<text::Cell>& row : table.rows) {
      builder_.begin_row();
      for (const text::Cell& cell : row) {
        builder_.begin_cell({cell.header, cell.row_span, cell.column_span});
        if (cell.laid_out && nesting_ < table_nesting) {
          lay_out(cell.text, builder_, nesting_ + 1);
        } else {
          document::Style words;
          words.page = page;
          std::string plain = text::without_emphasis(cell.text, words);
          builder_.add(BlockKind::paragraph, plain, words);
        }
        builder_.end_cell();
      }
      builder_.end_row();
    }
    builder_.end_table();
  }

  const std::vector<Line>& lines_;
  text::Tables tables_;
  text::Wrap wrap_;
  document::Builder& builder_;
  unsigned nesting_;                    // tables around this text
  std::vector<std::uint32_t> indents_;  // of the open list items, outermost first
  bool ranked_ = false;                 // some headings have numbers or capitals
  bool headed_ = false;
  std::size_t defined_ = 0;  // the line after the last definition
};

// Frames drawn with box characters become the + - | of typewriters, of the same widths.
std::string with_plain_frames(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    std::size_t from = at;
    char32_t c = base::next_code_point(text, at);
    if (c >= 0x2500 && c <= 0x257F) {
      const bool across = c == 0x2500 || c == 0x2501 || c == 0x2504 || c == 0x2505 || c == 0x2508 || c == 0x254C;
      const bool down = c == 0x2502 || c == 0x2503 || c == 0x2551 || c == 0x2506 || c == 0x250A;
      out += c == 0x2550 ? '=' : across ? '-' : down ? '|' : '+';
    } else {
      out.append(text.substr(from, at - from));
    }
  }
  return out;
}

void lay_out(std::string_view text, document::Builder& builder, unsigned nesting) {
  std::string plain;
  if (text.find("\xE2\x94") != std::string_view::npos || text.find("\xE2\x95") != std::string_view::npos) {
    plain = with_plain_frames(text);
    text = plain;
  }
  std::vector<Line> lines = text::lines_of(text);
  text::mark_entries(lines);
  Layout(lines, builder, nesting).run();
}

}  // namespace

void lay_out_text(std::string_view text, document::Builder& builder) {
  lay_out(text, builder, 0);
}

}  // namespace readers
