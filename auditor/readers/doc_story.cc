#include "readers/doc_story.h"

#include <algorithm>
#include <iterator>

#include "base/limit.h"
#include "base/utf8.h"
#include "readers/doc_form.h"
#include "readers/little_endian.h"

namespace readers::doc {
namespace {

constexpr std::size_t portion = 4'096;       // items of a flow that is given away
constexpr std::size_t deepest_fields = 200;  // within one another; deeper ones count as text
constexpr int old_list = 0x7FF;              // the list of paragraphs that are numbered as Word 6 did it
constexpr std::size_t code_kept = 512;       // bytes of a field's code

// Characters that stand for something else ([MS-DOC] 2.4.1, 2.8.25).
namespace mark {
constexpr char16_t picture = 0x01;
constexpr char16_t cell = 0x07;
constexpr char16_t line = 0x0B;
constexpr char16_t page = 0x0C;  // also ends a section, and then a paragraph
constexpr char16_t paragraph = 0x0D;
constexpr char16_t column = 0x0E;
constexpr char16_t field_begin = 0x13;
constexpr char16_t field_result = 0x14;
constexpr char16_t field_end = 0x15;
constexpr char16_t no_break_hyphen = 0x1E;
constexpr char16_t optional_hyphen = 0x1F;
constexpr char16_t symbol = 0x28;
constexpr char16_t control_begin = 0x3C;  // of a content control, if set as special
constexpr char16_t control_end = 0x3E;
}  // namespace mark

// Printable characters that are marks where they are set as special.
bool stands_for_something(char16_t unit) {
  return unit == mark::symbol || unit == mark::control_begin || unit == mark::control_end;
}

bool blank(std::string_view text) {
  return base::on_one_line(text).empty();
}

// The text that a button of MACROBUTTON or GOTOBUTTON shows: all behind its second word.
std::string_view button_text(std::string_view code) {
  code = base::trimmed(code);
  if (!code.starts_with("MACROBUTTON ") && !code.starts_with("GOTOBUTTON ")) return {};
  code = base::trimmed(code.substr(code.find(' ')));
  std::size_t space = code.find(' ');
  return space == std::string_view::npos ? std::string_view() : base::trimmed(code.substr(space));
}

}  // namespace

Story::Story(Source& source, std::uint32_t begin, std::uint32_t end, Anchors& anchors, Met& met)
    : source_(source),
      at_(std::min(begin, source.text.size())),
      end_(std::min(end, source.text.size())),
      anchors_(anchors),
      met_(met) {}

bool Story::next(docx::Flow& flow) {
  flow.clear();
  while (at_ < end_) {
    if (++met_.paragraphs > base::limit(base::Limit::paragraphs)) {
      met_.paragraphs_cut = true;
      at_ = end_;
      break;
    }
    read_paragraph(end_of_paragraph(at_));
    if (blocks_.between_tables() && blocks_.gathered().size() >= portion) break;
  }
  flow = blocks_.take();
  met_.cells_cut |= blocks_.cells_cut();
  return !flow.empty() || at_ < end_;
}

docx::Flow Story::rest() {
  docx::Flow all;
  for (docx::Flow part; next(part);) std::move(part.begin(), part.end(), std::back_inserter(all));
  return all;
}

std::uint32_t Story::end_of_paragraph(std::uint32_t from) const {
  for (std::uint32_t cp = from; cp < end_; ++cp) {
    char16_t unit = source_.text.unit(cp);
    if (unit == mark::paragraph || unit == mark::cell) return cp;
    if (unit == mark::page) {
      // A page break within a paragraph is not where the paragraph's properties end.
      const Piece& piece = source_.text.piece_at(cp);
      const Run* run = source_.paragraphs.at(piece.offset_of(cp));
      if (run != nullptr && run->end == piece.offset_of(cp) + (piece.wide ? 2 : 1)) return cp;
    }
  }
  return end_;
}

ParagraphChanges Story::changes_at(std::uint32_t cp) const {
  ParagraphChanges changes;
  if (cp >= source_.text.size()) return changes;
  const Piece& piece = source_.text.piece_at(cp);
  if (const Run* run = source_.paragraphs.at(piece.offset_of(cp)); run != nullptr) {
    changes.known = true;
    changes.style = run->style;
    changes.apply(run->changes, source_.data, source_.old);
  }
  changes.apply(source_.text.long_change(piece), source_.data, source_.old);
  char operand = 0;
  Change change = source_.text.short_change(piece, operand);
  changes.apply(change, source_.data, source_.old);
  return changes;
}

void Story::read_paragraph(std::uint32_t mark) {
  Open open;
  open.changes = changes_at(std::min(mark, end_ - 1));
  const std::uint32_t begin = at_;
  while (at_ < mark) at_ = read_run(at_, mark, open);
  at_ = mark + 1;
  // A field's code never runs on into the next paragraph in honest files; a broken one must not hide what follows.
  if (hiding_ > 0) {
    for (Field& field : fields_) field.shows = true;
    hiding_ = 0;
  }
  close(std::move(open), begin, mark);
}

// Reads the characters that have the same properties; gives the position behind them.
std::uint32_t Story::read_run(std::uint32_t from, std::uint32_t to, Open& open) {
  const Piece& piece = source_.text.piece_at(from);
  const std::uint32_t offset = piece.offset_of(from);
  const std::uint32_t width = piece.wide ? 2 : 1;
  const Run* run = source_.characters.at(offset);
  const std::uint32_t run_end = run != nullptr ? run->end : source_.characters.next_begin(offset);
  const std::uint32_t length = std::max<std::uint32_t>((run_end - offset + width - 1) / width, 1);
  to = std::min({to, piece.end, from + std::min(length, to - from)});

  CharacterChanges look;
  if (run != nullptr) look.apply(run->changes, source_.old);
  look.apply(source_.text.long_change(piece), source_.old);
  char operand = 0;
  look.apply(source_.text.short_change(piece, operand), source_.old);

  std::u16string plain;
  for (std::uint32_t cp = from; cp < to; ++cp) {
    char16_t unit = source_.text.unit(cp);
    if (unit >= 0x20 && (!look.special || !stands_for_something(unit))) {
      plain += unit;
    } else if (unit == '\t' || unit == '\n') {
      plain += unit;
    } else {
      append(plain, look, open);
      plain.clear();
      read_special(unit, look, open);
    }
  }
  append(plain, look, open);
  return to;
}

void Story::read_special(char16_t unit, const CharacterChanges& look, Open& open) {
  switch (unit) {
    case mark::line:
    case mark::page:
    case mark::column:
      append(u"\n", look, open);
      break;
    case mark::no_break_hyphen:
      append(u"-", look, open);
      break;
    case mark::field_begin:
      if (fields_.size() >= deepest_fields) break;
      fields_.emplace_back();
      ++hiding_;
      break;
    case mark::field_result:
      if (fields_.empty() || fields_.back().shows) break;
      if (!fields_.back().never_shows) {
        fields_.back().shows = true;
        --hiding_;
      }
      break;
    case mark::field_end:
      end_field(open);
      break;
    case mark::picture:
      met_.objects |= look.object;
      if (look.data && look.picture && !fields_.empty() && !fields_.back().shows) {
        fields_.back().state = shown_by_form_field(source_.data, *look.picture);
        fields_.back().never_shows = fields_.back().state.has_value();
      }
      break;
    case mark::symbol: {
      std::string shown;
      char32_t sign =
          look.symbol == 0 ? mark::symbol : docx::symbol(source_.fonts.of(look.symbol_font).symbols, look.symbol);
      if (sign != 0) base::append_utf8(shown, sign);
      if (hiding_ == 0) append_shown(shown, look, open);
      break;
    }
    default:
      // Controls' ends, the numbers of notes, drawings' anchors and the like are set as special; others have no
      // business in a text.
      if (!look.special && unit != mark::optional_hyphen && unit > 0x08) append(std::u16string(1, unit), look, open);
      break;
  }
}

void Story::end_field(Open& open) {
  if (fields_.empty()) return;
  Field field = std::move(fields_.back());
  fields_.pop_back();
  if (!field.shows) --hiding_;
  if (hiding_ > 0 || field.shows) return;
  if (field.state) append_shown(*field.state, {}, open);
  append_shown(button_text(field.code), {}, open);
}

std::optional<Font> Story::font_of(const CharacterChanges& look, const Open& open) const {
  std::optional<std::uint16_t> font = look.font;
  if (!font && look.style) font = source_.styles.of(*look.style).font;
  if (!font) font = source_.styles.of(open.changes.style).font;
  return font ? std::optional(source_.fonts.of(*font)) : std::nullopt;
}

std::string Story::decoded(std::u16string_view units, const CharacterChanges& look, Open& open) {
  std::string text;
  if (source_.old) {
    std::string bytes;
    for (char16_t unit : units) bytes += static_cast<char>(unit);
    std::optional<Font> font = font_of(look, open);
    int code_page = font ? rtf::code_page_of_charset(font->character_set) : 0;
    if (code_page == 0) code_page = source_.code_page;
    if (font && font->symbols != docx::SymbolFont::none) code_page = rtf::code_page_latin1;
    decoder_.decode(code_page, bytes, text);
    return text;
  }
  text.reserve(units.size());
  for (char16_t unit : units) {
    if (unit >= 0xD800 && unit < 0xDC00) {
      open.high_surrogate = unit;
      continue;
    }
    char32_t c = unit;
    if (unit >= 0xDC00 && unit < 0xE000 && open.high_surrogate != 0) {
      c = 0x10000 + ((char32_t{open.high_surrogate} - 0xD800) << 10) + (unit - 0xDC00);
    }
    open.high_surrogate = 0;
    base::append_utf8(text, c);
  }
  return text;
}

void Story::append(std::u16string_view units, const CharacterChanges& look, Open& open) {
  if (units.empty()) return;
  std::string text = decoded(units, look, open);
  if (hiding_ > 0) {
    Field& field = fields_.back();
    if (!field.shows && field.code.size() + text.size() <= code_kept) field.code += text;
    return;
  }
  append_shown(text, look, open);
}

void Story::append_shown(std::string_view text, const CharacterChanges& look, Open& open) {
  if (text.empty()) return;
  const Style& block = source_.styles.of(open.changes.style);
  const Style none;
  const Style& run = look.style ? source_.styles.of(*look.style) : none;
  auto of_style = [](bool of_block, bool of_run) { return of_block != of_run; };
  bool hidden = CharacterChanges::value(look.hidden, block.facts.hidden || run.facts.hidden);
  bool deleted = CharacterChanges::value(look.deleted, false);
  if (hidden || deleted) {
    if (!blank(text)) (deleted ? met_.deletions : met_.hidden) = true;
    return;
  }
  std::string shown = docx::without_symbols(text, font_of(look, open).value_or(Font{}).symbols);
  open.paragraph.text += shown;
  if (blank(shown)) return;
  // Bold by paragraph and by character style cancel each other out, as toggles do in Word.
  open.any_text = true;
  open.all_bold = open.all_bold && CharacterChanges::value(look.bold, of_style(block.facts.bold, run.facts.bold));
  if (open.all_bold) open.paragraph.bold_lead = open.paragraph.text.size();
  open.all_italic =
      open.all_italic && CharacterChanges::value(look.italic, of_style(block.facts.italic, run.facts.italic));
}

void Story::shape(Open& open) {
  docx::Paragraph& paragraph = open.paragraph;
  const docx::StyleFacts& style = source_.styles.of(open.changes.style).facts;
  int list = open.changes.list.value_or(style.numbering_id.value_or(0));
  int depth = open.changes.list_level.value_or(style.numbering_level.value_or(0));
  docx::Numbering::Label label;
  const bool by_old_number =
      !open.changes.old_number.empty() && (source_.old ? open.changes.old_number_level >= 10 : list == old_list);
  if (by_old_number) {
    label = {old_numbers_.next(open.changes.old_number, source_.old), true};
  } else {
    old_numbers_.stop();
    if (list > 0) label = source_.numbering.next(list, depth);
  }
  const std::uint8_t heading = open.changes.outline ? docx::heading_of_outline(*open.changes.outline) : style.heading;
  paragraph.role = style.role;
  if (!open.any_text) return;
  const auto listed = static_cast<std::uint8_t>(std::clamp(depth, 0, 8) + 1);
  docx::shape(paragraph, heading, label.known ? listed : style.list_depth, open.all_bold, open.all_italic);
  if (!label.text.empty()) paragraph.text = label.text + " " + paragraph.text;
}

void Story::close(Open open, std::uint32_t begin, std::uint32_t mark) {
  const bool ends_cell = mark < end_ && source_.text.unit(mark) == mark::cell;
  bool row_end = open.changes.depth() > 1 ? open.changes.inner_row_end : open.changes.row_end;
  // Where the properties are lost, rows end with a mark that directly follows the last cell's.
  if (ends_cell && !open.changes.known && begin == mark && begin > 0 && source_.text.unit(begin - 1) == mark::cell) {
    row_end = true;
  }
  docx::Flow& flow = blocks_.at_depth(std::max<std::size_t>(open.changes.depth(), ends_cell ? 1 : 0));
  if (!row_end || open.any_text) {
    shape(open);
    auto notes = std::pair(anchors_.notes.lower_bound(begin), anchors_.notes.upper_bound(mark));
    for (auto note = notes.first; note != notes.second; ++note) open.paragraph.notes.push_back(note->second);
    if (open.any_text || !open.paragraph.notes.empty()) flow.emplace_back(std::move(open.paragraph));
    auto boxes = std::pair(anchors_.boxes.lower_bound(begin), anchors_.boxes.upper_bound(mark));
    for (auto box = boxes.first; box != boxes.second; ++box) {
      std::move(box->second.begin(), box->second.end(), std::back_inserter(flow));
      box->second.clear();
    }
  }
  if (row_end) {
    RowShape row;
    for (std::string_view list : open.changes.lists) row.apply(list, source_.old);
    blocks_.end_row(row);
  } else if (ends_cell || (open.changes.depth() > 1 && open.changes.inner_cell)) {
    blocks_.end_cell();
  }
}

}  // namespace readers::doc
