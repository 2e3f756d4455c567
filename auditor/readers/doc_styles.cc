#include "readers/doc_styles.h"

#include <algorithm>

#include "base/utf8.h"
#include "readers/little_endian.h"

namespace readers::doc {
namespace {

constexpr std::size_t most_styles = 4'096;  // more cannot be named
constexpr std::size_t longest_chain = 64;   // of styles based on one another; rings are cut here
constexpr std::uint16_t title_style = 62;
constexpr std::uint16_t subtitle_style = 74;
constexpr std::uint16_t user_style = 0xFFE;

// The first `units` characters, or up to a zero.
std::string text_of(std::string_view bytes, std::size_t units, bool wide) {
  std::string text;
  for (std::size_t i = 0; i < units; ++i) {
    char16_t unit = wide ? char16_t{u16_at(bytes, i * 2)} : char16_t{u8_at(bytes, i)};
    if (unit == 0) break;
    base::append_utf8(text, unit);
  }
  return text;
}

// Word's own styles by their number, whatever language their names are in.
std::uint8_t built_in_heading(std::uint16_t number) {
  if (number >= 1 && number <= 9) return static_cast<std::uint8_t>(number);
  if (number == title_style) return 1;
  return number == subtitle_style ? std::uint8_t{2} : std::uint8_t{0};
}

// 47 to 61: List, List Bullet, List Number; the second to fifth of each.
std::uint8_t built_in_list(std::uint16_t number) {
  if (number >= 47 && number <= 49) return 1;
  if (number >= 50 && number <= 61) return static_cast<std::uint8_t>((number - 50) % 4 + 2);
  return 0;
}

}  // namespace

Fonts Fonts::read(const Fib& fib, std::string_view table) {
  Fonts fonts;
  Place place = fib.place(TableId::fonts);
  std::string_view rest = stretch(table, place.at, place.size);
  // Word 97 leads with the number of fonts, Word 6 with the size.
  rest.remove_prefix(std::min<std::size_t>(rest.size(), fib.old() ? 2 : 4));
  const std::size_t name_at = fib.old() ? 6 : 40;
  while (!rest.empty() && fonts.fonts_.size() < 0x10000) {
    std::size_t size = std::size_t{u8_at(rest, 0)} + 1;
    std::string_view record = stretch(rest, 0, size);
    std::string_view name = stretch(record, name_at, record.size());
    fonts.fonts_.push_back(
        {docx::symbol_font(text_of(name, fib.old() ? name.size() : name.size() / 2, !fib.old())), u8_at(record, 4)});
    rest.remove_prefix(std::min(rest.size(), size));
  }
  return fonts;
}

void CharacterChanges::apply(std::string_view changes, bool old) {
  Changes list(changes, old);
  for (Change change; list.next(change);) apply(change, old);
}

void CharacterChanges::apply(const Change& change, bool old) {
  auto toggle = [](std::uint8_t operand) {
    if (operand == 0x80) return Toggle::as_style;
    if (operand == 0x81) return Toggle::against_style;
    return operand == 0 ? Toggle::off : Toggle::on;
  };
  switch (change.sprm) {
    case Sprm::c_bold:
      bold = toggle(change.byte());
      break;
    case Sprm::c_italic:
      italic = toggle(change.byte());
      break;
    case Sprm::c_vanish:
      hidden = toggle(change.byte());
      break;
    case Sprm::c_deleted:
      deleted = toggle(change.byte());
      break;
    case Sprm::c_special:
      special = change.byte() != 0;
      break;
    case Sprm::c_data:
      data = change.byte() != 0;
      break;
    case Sprm::c_ole2:
    case Sprm::c_is_object:
      object = change.byte() != 0;
      break;
    case Sprm::c_picture:
      picture = u32_at(change.operand, 0);
      special = true;
      break;
    case Sprm::c_font:
      font = u16_at(change.operand, 0);
      break;
    case Sprm::c_style:
      style = u16_at(change.operand, 0);
      break;
    case Sprm::c_plain:
      bold = italic = hidden = Toggle::unset;
      font.reset();
      break;
    case Sprm::c_symbol:
      symbol_font = u16_at(change.operand, 0);
      symbol = old ? char16_t{u8_at(change.operand, 2)} : char16_t{u16_at(change.operand, 2)};
      special = true;
      break;
    default:
      break;
  }
}

bool CharacterChanges::value(Toggle toggle, bool style) {
  switch (toggle) {
    case Toggle::off:
      return false;
    case Toggle::on:
      return true;
    case Toggle::against_style:
      return !style;
    case Toggle::unset:
    case Toggle::as_style:
      break;
  }
  return style;
}

Styles Styles::read(const Fib& fib, std::string_view table) {
  Styles styles;
  Place place = fib.place(TableId::styles);
  std::string_view sheet = stretch(table, place.at, place.size);
  const std::size_t header_size = u16_at(sheet, 0);
  const std::size_t count = std::min<std::size_t>(u16_at(sheet, 2), most_styles);
  const std::size_t base_size = u16_at(sheet, 4);
  std::size_t at = 2 + header_size;
  std::vector<Raw> raw;
  for (std::size_t i = 0; i < count && at + 2 <= sheet.size(); ++i) {
    std::size_t size = u16_at(sheet, at);
    raw.push_back(parse(stretch(sheet, at + 2, size), base_size, fib.old()));
    at += 2 + size;
  }
  styles.resolve(raw, fib.old());
  return styles;
}

Styles::Raw Styles::parse(std::string_view record, std::size_t base_size, bool old) {
  Raw raw;
  if (record.size() < std::max<std::size_t>(base_size, 8)) return raw;
  raw.known = true;
  raw.built_in = u16_at(record, 0) & 0x0FFF;
  const unsigned kind = u16_at(record, 2) & 0x000F;  // 1 paragraph, 2 character, 3 table, 4 list
  raw.base = u16_at(record, 2) >> 4;
  const std::size_t groups = u16_at(record, 4) & 0x000F;
  std::size_t at = base_size;
  std::size_t length = old ? u8_at(record, at) : u16_at(record, at);
  raw.name = base::fold_case(text_of(stretch(record, at + (old ? 1 : 2), record.size()), length, !old));
  at += old ? length + 2 : length * 2 + 4;
  for (std::size_t group = 0; group < groups && at < record.size(); ++group) {
    at += (at - base_size) % 2;  // groups begin on even places
    std::size_t size = u16_at(record, at);
    std::string_view changes = stretch(record, at + 2, size);
    at += 2 + size;
    if (kind == 1 && group == 0) {
      raw.paragraph_changes.push_back(stretch(changes, 2, changes.size()));
    } else if ((kind == 1 && group == 1) || (kind == 2 && group == 0)) {
      raw.character_changes.push_back(changes);
    }
  }
  return raw;
}

void Styles::resolve(const std::vector<Raw>& raw, bool old) {
  styles_.resize(raw.size());
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (!raw[i].known) continue;
    std::vector<std::size_t> chain;
    for (std::size_t at = i; at < raw.size() && raw[at].known && chain.size() < longest_chain; at = raw[at].base) {
      chain.push_back(at);
    }
    Style& style = styles_[i];
    docx::StyleFacts& facts = style.facts;
    std::uint8_t outline = 0xFF;
    for (auto step = chain.rbegin(); step != chain.rend(); ++step) {
      const Raw& link = raw[*step];
      std::uint8_t heading = built_in_heading(link.built_in);
      if (heading == 0 && link.built_in >= user_style) heading = docx::heading_by_name(link.name);
      if (heading > 0) {
        facts.heading = heading;
        outline = 0xFF;
      }
      std::uint8_t depth = built_in_list(link.built_in);
      if (depth == 0) depth = docx::list_by_name(link.name);
      if (depth > 0) facts.list_depth = depth;
      for (std::string_view list : link.paragraph_changes) {
        Changes changes(list, old);
        for (Change change; changes.next(change);) {
          if (change.sprm == Sprm::p_outline && heading == 0) outline = change.byte();
          if (change.sprm == Sprm::p_list) facts.numbering_id = u16_at(change.operand, 0);
          if (change.sprm == Sprm::p_list_level) facts.numbering_level = change.byte();
        }
      }
      for (std::string_view list : link.character_changes) {
        CharacterChanges changes;
        changes.apply(list, old);
        facts.bold = CharacterChanges::value(changes.bold, facts.bold);
        facts.italic = CharacterChanges::value(changes.italic, facts.italic);
        facts.hidden = CharacterChanges::value(changes.hidden, facts.hidden);
        if (changes.font) style.font = changes.font;
      }
    }
    if (outline != 0xFF) facts.heading = docx::heading_of_outline(outline);
    facts.role = docx::role_by_name(raw[i].name);
    if (facts.role != docx::Role::plain) facts.list_depth = 0;
  }
}

}  // namespace readers::doc
