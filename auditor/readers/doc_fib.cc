#include "readers/doc_fib.h"

#include <algorithm>

#include "readers/little_endian.h"

namespace readers::doc {
namespace {

using base::Error;
using base::ErrorCode;

constexpr std::size_t base_size = 32;  // of the part that all versions share
constexpr std::uint16_t first_of_word_97 = 0x00C0;
constexpr std::size_t old_lengths_at = 0x34;
constexpr std::size_t old_places_at = 0x58;
constexpr std::size_t old_places = 40;  // that stand where Word 97's list has them
constexpr std::size_t old_endnote_places_at = 0x1D2;

}  // namespace

base::Result<Fib> Fib::parse(std::string_view stream, const std::string& name) {
  std::uint16_t signature = u16_at(stream, 0);
  std::uint16_t version = u16_at(stream, 2);
  std::uint16_t flags = u16_at(stream, 10);
  if (signature == 0xA5DB || signature == 0xA59B) {
    return Error{ErrorCode::unsupported,
                 name,
                 0,
                 0,
                 "is a document of Word 2 or before, which isn't read",
                 "open it in Word or LibreOffice and save it as .docx"};
  }
  const bool asian = signature >= 0xA697 && signature <= 0xA699;  // Word 6 and 95 of Japan, China and Korea
  if (stream.size() < base_size || (signature != 0xA5EC && signature != 0xA5DC && !asian)) {
    return Error{ErrorCode::damaged,       name, 0, 0, "is damaged: its first block is not Word's",
                 "copy or export it again"};
  }
  if ((flags & 0x0100) != 0) {
    return Error{ErrorCode::encrypted, name, 0, 0, "is password-protected", "save it without a password"};
  }
  Fib fib(stream);
  fib.mac_ = u8_at(stream, 18) == 1;
  fib.old_ = version < first_of_word_97;
  fib.fast_saved_ = (flags & 0x0004) != 0;
  fib.one_table_ = (flags & 0x0200) != 0;
  fib.language_ = u16_at(stream, 6);
  fib.text_begin_ = u32_at(stream, 24);
  std::size_t lengths_at = old_lengths_at;
  if (fib.old_) {
    fib.places_at_ = old_places_at;
    fib.places_ = old_places;
  } else {
    // Three lists, each led by its length: of 16-bit numbers, of 32-bit numbers, of places.
    std::size_t longs_at = base_size + 2 + std::size_t{2} * u16_at(stream, base_size);
    lengths_at = longs_at + 2 + 12;
    std::size_t places_at = longs_at + 2 + std::size_t{4} * u16_at(stream, longs_at);
    fib.places_at_ = places_at + 2;
    fib.places_ = u16_at(stream, places_at);
  }
  for (std::size_t i = 0; i < stories; ++i) {
    std::uint32_t length = u32_at(stream, lengths_at + i * 4);
    fib.lengths_[i] = length > 0x7FFFFFFF ? 0 : length;
  }
  return fib;
}

std::uint64_t Fib::begin(StoryKind story) const {
  std::uint64_t begin = 0;
  for (std::size_t i = 0; i < static_cast<std::size_t>(story); ++i) begin += lengths_[i];
  return begin;
}

Place Fib::place(TableId table) const {
  auto index = static_cast<std::size_t>(table);
  std::size_t at = places_at_ + index * 8;
  if (old_ && table == TableId::endnote_references) {
    at = old_endnote_places_at;
  } else if (old_ && table == TableId::endnote_texts) {
    at = old_endnote_places_at + 8;
  } else if (index >= places_) {
    return {};
  }
  return {u32_at(stream_, at), u32_at(stream_, at + 4)};
}

std::uint16_t Fib::first_page(TableId table) const {
  return old_ ? u16_at(stream_, table == TableId::character_pages ? 0x18A : 0x18C) : std::uint16_t{0};
}

std::uint16_t Fib::page_count(TableId table) const {
  return old_ ? u16_at(stream_, table == TableId::character_pages ? 0x18E : 0x190) : std::uint16_t{0};
}

}  // namespace readers::doc
