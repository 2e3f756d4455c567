#include "readers/html_walk.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.h"
#include "readers/numerals.h"
#include "readers/text_layout.h"

namespace readers::html {
namespace {

constexpr std::size_t most_frames = 200;

std::uint8_t heading_level(std::string_view tag) {
  return tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6' ? static_cast<std::uint8_t>(tag[1] - '0')
                                                                            : 0;
}

bool is_preformatted(std::string_view tag) {
  return tag == "pre" || tag == "xmp" || tag == "listing" || tag == "plaintext";
}

// A list item's number in the style of <ol type>.
std::string shown_number(std::int64_t value, char style) {
  if (style == '1' || value < 1 || value > 4'999) return std::to_string(value);
  const int number = static_cast<int>(value);
  if (style == 'a' || style == 'A') return numerals::letters(number, style);
  return style == 'i' ? numerals::roman(number) : numerals::upper(numerals::roman(number));
}

// The style that a style attribute gives, or `otherwise`.
char list_style(const Attributes& attributes, char otherwise) {
  static constexpr std::array<std::pair<std::string_view, char>, 7> styles = {{{"lower-alpha", 'a'},
                                                                               {"lower-latin", 'a'},
                                                                               {"upper-alpha", 'A'},
                                                                               {"upper-latin", 'A'},
                                                                               {"lower-roman", 'i'},
                                                                               {"upper-roman", 'I'},
                                                                               {"decimal", '1'}}};
  const std::string told = list_style_type(attributes);
  for (auto [name, style] : styles) {
    if (told == name) return style;
  }
  return otherwise;
}

// Word writes a list item's bullet as text: one sign and a run of no-break spaces.
std::string_view without_bullet(std::string_view words) {
  for (std::string_view bullet : {"·", "•", "o", "§", "-", "–", "▪", "*"}) {
    if (!words.starts_with(bullet)) continue;
    std::string_view rest = words.substr(bullet.size());
    if (rest.starts_with("\xC2\xA0") || rest.starts_with(" ")) return rest;
  }
  return words;
}

}  // namespace

void Walk::start(std::string_view tag, const Attributes& attributes) {
  Open element{std::string(tag), look(), false, false};
  element.inert = (!open_.empty() && open_.back().inert) || is_inert(tag, attributes);
  if ((tag == "frame" || tag == "iframe") && frames_.size() < most_frames) {
    std::string_view source = attribute(attributes, "src");
    if (!source.empty() && source != "about:blank") frames_.emplace_back(source);
  }
  if (element.inert) {
    open_.push_back(std::move(element));
    return;
  }
  element.look = look_of(tag, attributes, element.look);
  if (element.look.hidden || element.look.deleted) {
    open_.push_back(std::move(element));
    return;
  }
  element.block = is_block(tag) || is_styled_as_block(attributes);
  if (tag == "title") ++title_depth_;
  if (element.block) {
    // Look is inherited by blocks only where a style says so; <b> around blocks is honoured as browsers do.
    flush();
    start_block(tag, attributes);
  } else if (tag == "br") {
    if (pre_depth_ > 0) {
      preformatted_ += '\n';
    } else if (is_bold_line()) {
      flush();
    } else {
      gathered_.break_line();
    }
  } else if (tag == "q") {
    text(quotes_++ % 2 == 0 ? "“" : "‘");
  } else {
    start_control(tag, attributes);
  }
  open_.push_back(std::move(element));
}

// "<p><b>What we think</b><br>She is safe ...": a first line in bold is a line of its own.
bool Walk::is_bold_line() const {
  constexpr std::size_t longest = 100;  // bytes
  if (heading_ > 0 || in_term_ || has_term_ || look().bold) return false;
  std::string_view line = base::trimmed(gathered_.words);
  return !line.empty() && line.size() <= longest && gathered_.bold == gathered_.shown && gathered_.shown > 0 &&
         line.find('\n') == std::string_view::npos;
}

// "<p><b>How we talked.</b> I saw you twice ...": so is one that ends as a sentence does, outside of lists.
bool Walk::ends_as_sentence() const {
  const std::string_view line = base::trimmed(gathered_.words);
  return item_depth_ == 0 && (line.ends_with('.') || line.ends_with('?'));
}

bool Walk::is_inert(std::string_view tag, const Attributes& attributes) const {
  if (is_dropped(tag)) return true;
  if (tag != "div") return false;
  const std::string element = word_element(attributes);
  if (element.ends_with("-separator") || element.ends_with("-notice")) return true;  // lines drawn over notes
  const bool is_margin = element == "header" || element == "footer";
  return is_margin && !margin_.empty() && attribute(attributes, "id") != margin_;
}

void Walk::start_block(std::string_view tag, const Attributes& attributes) {
  if (std::uint8_t level = heading_level(tag); level > 0) {
    heading_ = level;
  } else if (is_preformatted(tag)) {
    ++pre_depth_;
  } else if (tag == "ul" || tag == "ol" || tag == "menu" || tag == "dir") {
    OpenList list;
    list.numbered = tag == "ol";
    std::string_view style = attribute(attributes, "type");
    if (style.size() == 1 && std::string_view("aAiI").find(style) != std::string_view::npos) list.style = style[0];
    list.style = list_style(attributes, list.style);
    if (has_attribute(attributes, "start")) list.next = count_of(attribute(attributes, "start"));
    lists_.push_back(list);
  } else if (tag == "li") {
    start_item(attributes);
  } else if (tag == "dt") {
    flush_term();
    in_term_ = true;
  } else if (tag == "p") {
    if (unsigned depth_of_item = list_level(attributes); depth_of_item > 0) {
      item_depth_ = depth_of_item;
      item_mark_.clear();
      word_item_ = true;
    }
  } else if (tag == "table" || tag == "thead" || tag == "tbody" || tag == "tfoot" || tag == "tr" || tag == "td" ||
             tag == "th") {
    start_table_part(tag, attributes);
  }
}

void Walk::start_item(const Attributes& attributes) {
  item_depth_ = std::max(1u, depth());
  item_mark_.clear();
  if (lists_.empty() || !lists_.back().numbered) return;
  OpenList& list = lists_.back();
  if (has_attribute(attributes, "value")) list.next = count_of(attribute(attributes, "value"));
  item_mark_ = shown_number(list.next, list.style);
  item_mark_ += ". ";
  ++list.next;
}

void Walk::end(std::string_view tag) {
  constexpr std::size_t window = 64;  // unbalanced ends are a parser's slip: not worth a long search
  for (std::size_t back = 1; back <= std::min(open_.size(), window); ++back) {
    if (open_[open_.size() - back].tag != tag) continue;
    for (; back > 0; --back) {
      Open element = std::move(open_.back());
      open_.pop_back();
      close(element);
    }
    return;
  }
}

void Walk::close(const Open& element) {
  if (element.inert || element.look.hidden || element.look.deleted) return;
  if (element.tag == "title" && title_depth_ > 0 && --title_depth_ == 0) builder_.title(title_);
  if (element.tag == "label" && gathered_.label_begin != Gathered::nowhere)
    gathered_.label_end = gathered_.words.size();
  if (element.block) {
    flush();
    end_block(element.tag);
  } else if ((element.tag == "b" || element.tag == "strong") && is_bold_line() && ends_as_sentence()) {
    flush();
  } else if (element.tag == "q") {
    if (quotes_ > 0) text(--quotes_ % 2 == 0 ? "”" : "’");
  } else {
    end_control(element.tag);
  }
}

void Walk::end_block(std::string_view tag) {
  if (heading_level(tag) > 0) {
    heading_ = 0;
  } else if (is_preformatted(tag)) {
    if (pre_depth_ > 0) --pre_depth_;
  } else if (tag == "ul" || tag == "ol" || tag == "menu" || tag == "dir") {
    if (!lists_.empty()) lists_.pop_back();
    item_depth_ = 0;
  } else if (tag == "li" || tag == "p") {
    if (tag == "li" || word_item_) item_depth_ = 0;
    word_item_ = false;
  } else if (tag == "dt") {
    in_term_ = false;
    has_term_ = !term_.empty();
  } else if (tag == "dd" || tag == "dl") {
    flush_term();
  } else if (tag == "thead") {
    if (flat_tables_ == 0 && !tables_.empty()) tables_.back().in_head = false;
  } else if (tag == "td" || tag == "th") {
    if (flat_tables_ == 0 && !tables_.empty()) end_cell();
  } else if (tag == "tr") {
    if (flat_tables_ == 0 && !tables_.empty() && tables_.back().begun) {
      end_cell();
      builder_.end_row();
    }
  } else if (tag == "table") {
    if (flat_tables_ > 0) {
      --flat_tables_;
    } else if (!tables_.empty()) {
      end_table();
    }
  }
}

void Walk::text(std::string_view characters) {
  if (!open_.empty() && open_.back().inert) return;
  const Look look = this->look();
  if (look.hidden || look.deleted) {
    if (!is_blank(characters)) {
      builder_.note(document::NoteKind::left_out,
                    look.hidden ? "hidden text was left out" : "deleted text was left out");
    }
  } else if (title_depth_ > 0) {
    title_ += characters;
  } else if (control_.kind != Control::Kind::none) {
    if (control_.kind == Control::Kind::area || control_.in_option) control_.text += characters;
  } else if (pre_depth_ > 0) {
    preformatted_ += characters;
  } else {
    gathered_.append(characters, look);
  }
}

void Walk::flush() {
  if (!preformatted_.empty()) {
    std::string text = std::move(preformatted_);
    preformatted_.clear();
    flush_term();
    lay_out_text(text, builder_);
  }
  Gathered block = std::move(gathered_);
  gathered_ = {};
  std::string_view words = base::trimmed(block.words);
  if (words.empty()) return;
  if (in_term_) {
    if (!term_.empty()) term_ += ' ';
    term_ += words;
    return;
  }
  if (!tables_.empty() && tables_.back().begun && !tables_.back().in_cell) {
    std::string& stray = tables_.back().stray;
    if (!stray.empty()) stray += '\n';
    stray += words;
    return;
  }
  document::Style style;
  style.part = block.part;
  style.bold = block.shown > 0 && block.bold == block.shown;
  style.italic = block.shown > 0 && block.italic == block.shown;
  if (has_term_) {
    has_term_ = false;
    builder_.field(std::exchange(term_, {}), words, style);
  } else if (heading_ > 0) {
    style.level = heading_;
    // A heading that begins a numbered item has its number, which a person reads as the heading's own.
    const bool numbered = item_depth_ > 0 && !item_mark_.empty();
    builder_.add(document::BlockKind::heading, (numbered ? item_mark_ : std::string()) + std::string(words), style);
    if (numbered) item_depth_ = 0;
  } else if (item_depth_ > 0) {
    style.level = static_cast<std::uint8_t>(std::min(item_depth_, 255u));
    if (word_item_) words = without_bullet(words);
    builder_.add(document::BlockKind::list_item, item_mark_ + std::string(words), style);
    item_depth_ = 0;
  } else {
    builder_.add(document::BlockKind::paragraph, words, style);
  }
}

void Walk::flush_term() {
  if (!term_.empty()) builder_.field(term_, {}, in_part());
  has_term_ = false;
  term_.clear();
}

unsigned Walk::depth() const {
  std::size_t outside = tables_.empty() ? 0 : std::min(tables_.back().lists, lists_.size());
  return static_cast<unsigned>(lists_.size() - outside);
}

document::Style Walk::in_part() const {
  document::Style style;
  style.part = look().part;
  return style;
}

void Walk::finish() {
  while (!open_.empty()) end(std::string(open_.back().tag));
  flush();
  flush_term();
}

}  // namespace readers::html
